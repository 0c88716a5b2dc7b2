"""From the state on a Doc to an article, on Docs made by hand."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, Span, SpanGroup

from negotiations_nlp.results import to_article

TEXT = "Kravets told Peskov it rained"


@pytest.fixture
def doc() -> Doc:
    """A Doc on which components have left two people and one quote."""
    doc = spacy.blank("en")(TEXT)
    spans = [Span(doc, 0, 1, label="PERSON", span_id="e1"), Span(doc, 2, 3, label="PERSON", span_id="e2")]
    people = {
        "e1": {
            "name": "Ivan Kravets",
            "label": "PERSON",
            "kb_id": "",
            "gender": "male",
            "descriptions": ["the minister"],
        },
        "e2": {"name": "Dmitry Peskov", "label": "PERSON", "kb_id": "person:p", "gender": None, "descriptions": []},
    }
    quote: dict[str, Any] = {
        "content": [[20, 29]],
        "kind": "indirect",
        "cue": [8, 12],
        "speaker": {"mention": [0, 7], "kind": "named", "entity": "e1", "name": "Ivan Kravets"},
        "co_speakers": [],
        "status": "unsure",
        "said_on": "2031-05-12",
        "medium": None,
        "addressee": [13, 19],
        "relayed_by": None,
        "confidence": 0.8,
        "rule": "clause-after",
    }
    doc.spans["negotiations_entities"] = SpanGroup(
        doc, name="negotiations_entities", spans=spans, attrs={"entities": people}
    )
    doc.spans["negotiations_quotes"] = SpanGroup(
        doc, name="negotiations_quotes", spans=[doc[3:5]], attrs={"quotes": [quote]}
    )
    return doc


def test_entities_have_their_mentions(doc: Doc) -> None:
    """A mention belongs to the entity whose id its span has."""
    assert [(e.name, [m.text for m in e.mentions]) for e in to_article(doc).entities] == [
        ("Ivan Kravets", ["Kravets"]),
        ("Dmitry Peskov", ["Peskov"]),
    ]


def test_unknown_is_none_never_an_empty_string(doc: Doc) -> None:
    """An empty id on the Doc is no id."""
    assert [e.kb_id for e in to_article(doc).entities] == [None, "person:p"]


def test_quote_carries_everything(doc: Doc) -> None:
    """What the component found stands in the quote."""
    (quote,) = to_article(doc).quotes
    assert quote.model_dump(mode="json") == {
        "content": [{"start": 20, "end": 29, "text": "it rained"}],
        "text": "it rained",
        "kind": "indirect",
        "cue": {"start": 8, "end": 12, "text": "told"},
        "speaker": {
            "mention": {"start": 0, "end": 7, "text": "Kravets"},
            "name": "Ivan Kravets",
            "entity_id": "e1",
            "kind": "named",
        },
        "co_speakers": [],
        "status": "unsure",
        "said_on": "2031-05-12",
        "medium": None,
        "addressee": {"start": 13, "end": 19, "text": "Peskov"},
        "relayed_by": None,
        "confidence": 0.8,
        "rule": "clause-after",
    }


def test_spans_are_cut_from_the_text_that_was_given(doc: Doc) -> None:
    """Where the Doc's text had to be cleaned, the caller's is shown."""
    given = TEXT.replace("rained", "rain\ud800d")
    assert to_article(doc, text=given).quotes[0].text == "it rain\ud800d"


def test_a_doc_without_components_gives_an_empty_article() -> None:
    """Nothing was looked for, nothing is found."""
    article = to_article(spacy.blank("en")(TEXT), id="x")
    assert (article.id, article.text, article.entities, article.quotes) == ("x", TEXT, (), ())
