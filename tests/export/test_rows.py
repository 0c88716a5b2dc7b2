"""Articles as plain rows."""

from __future__ import annotations

import datetime as dt

from negotiations_nlp.export.rows import article_row, entity_rows, mention_rows, quote_rows
from negotiations_nlp.export.schema import ARTICLES, ENTITIES, MENTIONS
from negotiations_nlp.models import Article, Entity, Quote, Span

LONE = "\ud800"


def _with_surrogates() -> Article:
    text = f"a{LONE}b said"
    span = Span(start=0, end=3, text=f"a{LONE}b")
    return Article(
        text=text,
        id=LONE,
        entities=(Entity(id="e1", name=f"a{LONE}b", label="ORG", mentions=(span,), descriptions=(LONE,)),),
        quotes=(Quote(content=(span,), text=span.text, kind="direct", confidence=1, rule="r"),),
        version="1",
    )


def test_the_nested_row_holds_what_the_model_holds(article: Article) -> None:
    """A row of ARTICLES makes the article again, its text aside."""
    assert Article.model_validate({**article_row(article), "text": article.text}) == article


def test_the_nested_row_has_the_columns_of_the_table_and_dates_as_dates(article: Article) -> None:
    """Dates stay dates, at the top and within quotes."""
    row = article_row(article)
    assert list(row) == [column.name for column in ARTICLES]
    assert (row["date"], row["quotes"][0]["said_on"], row["quotes"][1]["said_on"]) == (
        dt.date(2025, 7, 22),
        dt.date(2025, 7, 21),
        None,
    )


def test_an_entity_row_counts_its_mentions(article: Article) -> None:
    """One row an entity, in the article's order."""
    rows = list(entity_rows(article))
    assert [list(row) for row in rows] == [[column.name for column in ENTITIES]] * 2
    assert [(row["name"], row["mentions"], row["descriptions"]) for row in rows] == [
        ("Ada Berg", 2, ["minister"]),
        ("Norsk Radio", 1, []),
    ]


def test_mention_rows_stand_in_text_order(article: Article) -> None:
    """The second mention of the first entity comes after the first mention of the second."""
    rows = list(mention_rows(article))
    assert list(rows[0]) == [column.name for column in MENTIONS]
    assert [(row["entity_id"], article.text[row["start"] : row["end"]]) for row in rows] == [
        ("e1", "Ada Berg"),
        ("e2", "Norsk Radio"),
        ("e1", "Berg"),
    ]


def test_lone_surrogates_become_one_character_each_in_every_table() -> None:
    """What no table can encode is replaced, and offsets still hold."""
    article = _with_surrogates()
    nested, (quote,), (entity,), (mention,) = (
        article_row(article),
        quote_rows(article),
        entity_rows(article),
        mention_rows(article),
    )
    assert nested["id"] == "\ufffd"
    assert nested["quotes"][0]["content"] == [{"start": 0, "end": 3, "text": "a\ufffdb"}]
    assert (quote["text"], entity["name"], entity["descriptions"], mention["text"]) == (
        "a\ufffdb",
        "a\ufffdb",
        ["\ufffd"],
        "a\ufffdb",
    )


def test_an_article_without_findings_has_no_rows(empty_article: Article) -> None:
    """Nothing found is no row, not a row of nothing."""
    assert [*quote_rows(empty_article), *entity_rows(empty_article), *mention_rows(empty_article)] == []
