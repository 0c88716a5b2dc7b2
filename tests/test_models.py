"""The result models: frozen, exact, and the same after a trip through JSON."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from negotiations_nlp.models import Article, Entity, Quote, Span, Speaker

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Zelensky met Kravets in Kiev. “It rained,” Zelenskyy said. Kravets said it snowed."


def span(part: str, *, after: int = 0) -> Span:
    """The first place of some words in TEXT."""
    start = TEXT.index(part, after)
    return Span(start=start, end=start + len(part), text=part)


def quote(part: str, speaker: str, entity_id: str, name: str) -> Quote:
    """A quote of TEXT."""
    who = Speaker(mention=span(speaker, after=20), name=name, entity_id=entity_id, kind="named")
    return Quote(content=(span(part),), text=part, kind="direct", speaker=who, confidence=0.9, rule="test")


@pytest.fixture
def article() -> Article:
    """Two people, a place and two quotes."""
    return Article(
        text=TEXT,
        id="a1",
        entities=(
            Entity(
                id="e1",
                name="Volodymyr Zelenskyy",
                label="PERSON",
                mentions=(span("Zelensky"), span("Zelenskyy", after=20)),
            ),
            Entity(id="e2", name="Kravets", label="PERSON", mentions=(span("Kravets"), span("Kravets", after=40))),
            Entity(id="e3", name="Kyiv", label="PLACE", kb_id="geonames:703448", mentions=(span("Kiev"),)),
        ),
        quotes=(
            quote("It rained,", "Zelenskyy", "e1", "Volodymyr Zelenskyy"),
            quote("it snowed", "Kravets", "e2", "Kravets"),
        ),
        version="test",
    )


def test_json_brings_back_the_same_article(article: Article) -> None:
    """Nothing is lost on the way."""
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_pickle_brings_back_the_same_article(article: Article) -> None:
    """Results cross processes."""
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes


def test_lone_surrogates_stay_in_python_and_become_replacement_characters_in_json() -> None:
    """JSON cannot carry them; the number of characters stays, so offsets do."""
    article = Article(text="a\ud800\udc00b", version="test")
    assert article.text == "a\ud800\udc00b"
    assert Article.model_validate_json(article.model_dump_json()).text == "a\ufffd\ufffdb"


def test_articles_are_frozen(article: Article) -> None:
    """A result does not change."""
    with pytest.raises(ValidationError, match="frozen"):
        article.id = "other"  # type: ignore[misc]


def test_unknown_fields_are_refused() -> None:
    """A misspelt field is an error, not a surprise."""
    with pytest.raises(ValidationError, match="extra"):
        Span(start=0, end=1, text="a", length=1)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Volodymyr Zelenskyy", "e1", id="canonical"),
        pytest.param("Zelensky", "e1", id="as mentioned"),
        pytest.param("Zelenskiy", "e1", id="other spelling"),
        pytest.param("Kiev", "e3", id="place as mentioned"),
        pytest.param("Kravchuk", None, id="near miss"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_entity_is_found_by_any_spelling(article: Article, name: str, found: str | None) -> None:
    """A name finds its entity, another name none."""
    entity = article.entity(name)
    assert (entity and entity.id) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Hrinko", True, id="surname"),
        pytest.param("Mr Grynko", True, id="title and surname"),
        pytest.param("Petro Hrynko", False, id="another given name"),
        pytest.param("Oleksii", False, id="given name alone"),
    ],
)
def test_entity_is_found_by_a_surname_that_the_article_never_has_alone(name: str, found: bool) -> None:
    """Somebody who is mentioned once, by his full name, is asked for by his surname."""
    person = Entity(id="e1", name="Oleksii Hrynko", label="PERSON")
    article = Article(text="", entities=(person,), version="0")
    assert (article.entity(name) is person) is found


@pytest.mark.parametrize(
    ("name", "found"), [pytest.param("Turkey", True, id="other name"), pytest.param("Tunisia", False, id="near miss")]
)
def test_entity_is_found_by_a_name_that_only_the_knowledge_base_has(name: str, found: bool) -> None:
    """Turkey is Türkiye by decree and not by spelling."""
    country = Entity(id="e1", name="Türkiye", label="PLACE", kb_id="country:TR")
    article = Article(text="", entities=(country,), version="0")
    assert (article.entity(name) is country) is found


def test_quotes_are_found_by_speaker(article: Article) -> None:
    """Only the speaker's own quotes are given."""
    assert [q.text for q in article.quotes_by("Zelensky")] == ["It rained,"]


def test_quotes_of_a_stranger_are_none(article: Article) -> None:
    """An unknown name has no quotes."""
    assert article.quotes_by("Nobody Atall") == ()


def test_speakers_are_entities_that_speak(article: Article) -> None:
    """A place that is only mentioned is no speaker."""
    assert [entity.id for entity in article.speakers] == ["e1", "e2"]


def test_records_have_one_row_a_quote(article: Article) -> None:
    """Rows for tables name article, speaker and place in the text."""
    first = article.to_records()[0]
    assert (first["article_id"], first["speaker"], TEXT[first["start"] : first["end"]]) == (
        "a1",
        "Volodymyr Zelenskyy",
        "It rained,",
    )


def test_json_schema_is_the_documented_one(root: Path) -> None:
    """A change of the schema is a change of docs/schema/article.json (write what this test shows there)."""
    documented = json.loads((root / "docs" / "schema" / "article.json").read_text(encoding="utf-8"))
    assert Article.model_json_schema(mode="serialization") == documented
