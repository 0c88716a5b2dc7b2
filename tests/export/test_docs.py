"""Articles as Docs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

import negotiations_nlp as nn
from negotiations_nlp.export.docs import to_doc
from negotiations_nlp.models import Article, Entity, Span
from negotiations_nlp.results import to_article

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def blank() -> Language:
    """A tokenizer."""
    return spacy.blank("en")


def _entity(text: str, start: int, end: int, number: int = 1) -> Entity:
    span = Span(start=start, end=end, text=text[start:end])
    return Entity(id=f"e{number}", name=span.text, label="PLACE", mentions=(span,))


def test_the_spans_carry_labels_and_ids(article: Article, blank: Language) -> None:
    """As the components leave them."""
    doc = to_doc(article, blank)
    entities, quotes = doc.spans["negotiations_entities"], doc.spans["negotiations_quotes"]
    assert [(s.text, s.label_, s.id_, s.kb_id_) for s in entities] == [
        ("Ada Berg", "PERSON", "e1", "person:1"),
        ("Norsk Radio", "ORG", "e2", ""),
        ("Berg", "PERSON", "e1", "person:1"),
    ]
    assert [(s.text, s.label_, s.id_) for s in quotes] == [
        ("We will,", "direct", "q0"),
        ("go.", "direct", "q0"),
        ("left Oslo", "indirect", "q1"),
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [(s.text, s.label_) for s in entities]
    assert doc._.negotiations_date == "2025-07-22"


def test_the_article_comes_back(article: Article, blank: Language) -> None:
    """to_article is the opposite."""
    back = to_article(to_doc(article, blank), id=article.id, date=article.date)
    assert back.model_copy(update={"version": article.version}) == article


@pytest.mark.parametrize(
    ("text", "ranges", "tokens"),
    [
        pytest.param("The Osloregion grows.", [(4, 8)], ["The", "Oslo", "region", "grows", "."], id="within-a-token"),
        pytest.param("The Oslo grows.", [(4, 8)], ["The", "Oslo", "grows", "."], id="a-token-of-its-own"),
        pytest.param("OsloBergen", [(0, 4), (4, 10)], ["Oslo", "Bergen"], id="two-in-one-token"),
        pytest.param("a  Oslo", [(3, 7)], ["a", " ", "Oslo"], id="after-two-spaces"),
    ],
)
def test_tokens_are_split_where_names_begin_and_end(
    text: str, ranges: list[tuple[int, int]], tokens: list[str], blank: Language
) -> None:
    """So that a mention is exactly its characters, whatever tokenizer it came from."""
    entities = tuple(_entity(text, start, end, number) for number, (start, end) in enumerate(ranges))
    doc = to_doc(Article(text=text, entities=entities, version="1"), blank)
    assert doc.text == text
    assert [token.text for token in doc] == tokens
    assert [(s.start_char, s.end_char) for s in doc.spans["negotiations_entities"]] == ranges


def test_of_overlapping_mentions_the_first_is_an_ent_and_both_are_spans(blank: Language) -> None:
    """doc.ents cannot overlap, span groups can."""
    text = "North Oslo Bay"
    doc = to_doc(Article(text=text, entities=(_entity(text, 0, 10), _entity(text, 6, 14, 2)), version="1"), blank)
    assert [ent.text for ent in doc.ents] == ["North Oslo"]
    assert [span.text for span in doc.spans["negotiations_entities"]] == ["North Oslo", "Oslo Bay"]


@pytest.mark.model
@pytest.mark.parametrize("strange", [pytest.param(t, id=i) for t, i in (
    ("", "empty"),
    (" \n\t ", "blank"),
    ("<p>&ldquo;Go,&rdquo; said Ada <b>Berg</b>.</p>", "html"),
    ("x" * 3000 + " said Ada Berg.", "one-long-word"),
    ("“\u200bGo,” said\u00a0Ada\u0301 Berg.\x00\r\n", "marks-and-controls"),
)])  # fmt: skip
def test_strange_texts_come_back_too(strange: str, blank: Language) -> None:
    """Every offset where it was."""
    article = nn.extract(strange)
    assert to_article(to_doc(article, blank), date=article.date) == article
