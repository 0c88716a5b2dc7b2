"""The component negotiations_speakers, on quotes and entities written by hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin, SpanGroup

from negotiations_nlp.errors import PipelineError
from negotiations_nlp.pipeline.speakers import SpeakerResolver

from .builders import parsed, quotes_on

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“We lost,” said Mary Kovar. “Nobody came,” said John Brandt."


def with_entities(doc: Doc, entities: dict[str, tuple[str, dict[str, Any]]]) -> Doc:
    """The Doc with entities as negotiations_identities writes them: id -> (name in the text, record)."""
    spans = []
    for key, (name, record) in entities.items():
        start = doc.text.index(name)
        span = doc.char_span(start, start + len(name), label=record["label"])
        span.id_ = key
        spans.append(span)
    records = {key: {"name": name, **record} for key, (name, record) in entities.items()}
    doc.spans["negotiations_entities"] = SpanGroup(
        doc, name="negotiations_entities", spans=spans, attrs={"entities": records}
    )
    return doc


def speakers_of(text: str, entities: dict[str, tuple[str, dict[str, Any]]]) -> list[tuple[object, ...]]:
    """(mention, kind, entity, name) of each quote's speaker, None for no speaker."""
    nlp = pipeline()
    doc = nlp(with_entities(parsed(text, nlp.vocab), entities))
    speakers = [record["speaker"] for record in doc.spans["negotiations_quotes"].attrs["quotes"]]
    return [
        (doc.text[s["mention"][0] : s["mention"][1]], s["kind"], s["entity"], s["name"]) if s else (None,)
        for s in speakers
    ]


@cache
def pipeline() -> spacy.Language:
    """A blank pipeline of both components."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_quotes", config={"min_confidence": 0.0})
    nlp.add_pipe("negotiations_speakers")
    return nlp


KOVAR = {"e1": ("Mary Kovar", {"label": "PERSON", "gender": "female", "descriptions": ["doctor"]})}


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        pytest.param(
            "Mary Kovar said the harbour was lost.", KOVAR, ("Mary Kovar", "named", "e1", "Mary Kovar"), id="named"
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost.",
            {},
            ("Mary Kovar", "named", None, "Mary Kovar"),
            id="named-by-the-doc",
        ),
        pytest.param(
            "Mary Kovar left. She said the harbour was lost.",
            KOVAR,
            ("She", "pronoun", "e1", "Mary Kovar"),
            id="pronoun",
        ),
        pytest.param(
            "Mary Kovar left. He said the harbour was lost.",
            KOVAR,
            ("He", "pronoun", None, None),
            id="pronoun-of-another",
        ),
        pytest.param(
            "Mary Kovar left. The doctor said the harbour was lost.",
            KOVAR,
            ("The doctor", "nominal", "e1", "Mary Kovar"),
            id="nominal",
        ),
        pytest.param(
            "Mary Kovar left. A doctor said the harbour was lost.",
            KOVAR,
            ("A doctor", "anonymous", None, None),
            id="anonymous",
        ),
        pytest.param(
            "Mary Kovar left. Officials said the harbour was lost.",
            KOVAR,
            ("Officials", "collective", None, None),
            id="collective",
        ),
        pytest.param(
            "The Moon Council said the harbour was lost.",
            {"e1": ("Moon Council", {"label": "ORG"})},
            ("The Moon Council", "collective", "e1", "Moon Council"),
            id="named-body",
        ),
        pytest.param(
            "Mary Kovar's lawyer said the harbour was lost.",
            KOVAR,
            ("Mary Kovar's lawyer", "nominal", None, None),
            id="a-name-inside-a-nominal-is-not-who-speaks",
        ),
        pytest.param("“Nobody came to the harbour.”", {}, (None,), id="nobody"),
    ],
)
def test_speaker_of_a_quote(
    text: str, entities: dict[str, tuple[str, dict[str, Any]]], expected: tuple[object, ...]
) -> None:
    """Kind, entity and name."""
    assert speakers_of(text, entities) == [expected]


def test_a_relative_pronoun_is_resolved_by_its_antecedent() -> None:
    """The mention stays the pronoun."""
    text = "Mary Kovar, who said that the harbour was lost, left the town."
    assert speakers_of(text, KOVAR) == [("who", "named", "e1", "Mary Kovar")]


def test_co_speakers_and_relayers_are_resolved_too() -> None:
    """Each to an entity of their own."""
    nlp = pipeline()
    brandt = {"e2": ("John Brandt", {"label": "PERSON", "gender": "male"})}
    doc = parsed("Mary Kovar and John Brandt said the harbour was lost.", nlp.vocab)
    (record,) = nlp(with_entities(doc, {**KOVAR, **brandt})).spans["negotiations_quotes"].attrs["quotes"]
    assert (record["speaker"]["entity"], [s["entity"] for s in record["co_speakers"]]) == ("e1", ["e2"])


FAMILY = {
    "e1": ("Ann Kovar", {"label": "PERSON", "gender": "female"}),
    "e2": ("Mary Kovar", {"label": "PERSON", "gender": "female"}),
}


@pytest.mark.parametrize(
    ("which", "expected"),
    [pytest.param("younger", "Mary Kovar", id="younger"), pytest.param("tired", "Ann Kovar", id="tired")],
)
def test_two_of_one_name_are_told_apart_by_their_ages(which: str, expected: str) -> None:
    """The entities take the bare surname for Ann; only "younger" says otherwise."""
    text = f"Ann Kovar, 40, met Mary Kovar, 12. “We lost,” the {which} Kovar said."
    doc = with_entities(parsed(text, pipeline().vocab), FAMILY)
    start = text.rindex("Kovar")
    span = doc.char_span(start, start + 5, label="PERSON")
    span.id_ = "e1"
    doc.spans["negotiations_entities"].append(span)
    (record,) = pipeline()(doc).spans["negotiations_quotes"].attrs["quotes"]
    assert record["speaker"]["name"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zelenskyy: “The harbour is lost.”", "Volodymyr Zelenskyy", id="known"),
        pytest.param("Xyqwv: “The harbour is lost.”", None, id="unknown"),
    ],
)
def test_a_known_name_needs_no_entity(text: str, expected: str | None) -> None:
    """The knowledge base tells whose it is."""
    ((*_, name),) = speakers_of(text, {})
    assert name == expected


OFFICE = {
    "id": "person:mary-kovar",
    "name": "Mary Kovar",
    "label": "PERSON",
    "offices": [{"role": "harbour master", "of": "country:UA", "since": "2020-01-01"}],
}


@pytest.mark.parametrize(
    ("knowledge", "expected"),
    [
        pytest.param([OFFICE], "Mary Kovar", id="known-office"),
        pytest.param([{**OFFICE, "offices": []}], None, id="no-office"),
    ],
)
def test_offices_of_ones_own_count(knowledge: list[dict[str, Any]], expected: str | None) -> None:
    """A nominal goes to the holder of an office that the user's records tell."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_quotes", config={"min_confidence": 0.0})
    nlp.add_pipe("negotiations_speakers", config={"knowledge": knowledge})
    text = "Mary Kovar left. The harbour master said the harbour was lost."
    record = {"label": "PERSON", "kb_id": "person:mary-kovar", "descriptions": ["doctor"]}
    doc = nlp(with_entities(parsed(text, nlp.vocab), {"e1": ("Mary Kovar", record)}))
    (quote,) = doc.spans["negotiations_quotes"].attrs["quotes"]
    assert quote["speaker"]["name"] == expected


def test_a_doc_without_quotes_is_refused() -> None:
    """The message says what to add."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_speakers")
    with pytest.raises(PipelineError, match=r"nlp\.add_pipe\('negotiations_quotes'\)"):
        nlp("Mary Kovar said no.")


def test_resolving_writes_nothing() -> None:
    """Only annotate does."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_quotes", config={"min_confidence": 0.0})
    doc = nlp(parsed(TEXT, nlp.vocab))
    resolved = SpeakerResolver().resolve(doc)
    assert [record["speaker"]["name"] for record in resolved] == ["Mary Kovar", "John Brandt"]
    assert [r["speaker"]["name"] for r in doc.spans["negotiations_quotes"].attrs["quotes"]] == [None, None]


def test_running_twice_changes_nothing() -> None:
    """A resolved speaker stays resolved."""
    nlp = pipeline()
    doc = nlp(with_entities(parsed("Mary Kovar left. She said the harbour was lost.", nlp.vocab), KOVAR))
    before = doc.spans["negotiations_quotes"].attrs["quotes"]
    assert nlp.get_pipe("negotiations_speakers")(doc).spans["negotiations_quotes"].attrs["quotes"] == before


def test_bytes_and_disk_give_the_component_back(tmp_path: Path) -> None:
    """It has no state, and saves as any other does."""
    resolver = SpeakerResolver()
    assert resolver.from_bytes(resolver.to_bytes()) is resolver
    resolver.to_disk(tmp_path / "speakers")
    assert resolver.from_disk(tmp_path / "speakers") is resolver


def test_a_saved_pipeline_resolves(tmp_path: Path) -> None:
    """It loads without an import of ours."""
    pipeline().to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    doc = nlp(parsed(TEXT, nlp.vocab))
    assert [r["speaker"]["name"] for r in doc.spans["negotiations_quotes"].attrs["quotes"]] == [
        "Mary Kovar",
        "John Brandt",
    ]


def test_speakers_survive_a_doc_bin() -> None:
    """As plain data in the attributes of the group."""
    nlp = pipeline()
    doc = nlp(with_entities(parsed("Mary Kovar said the harbour was lost.", nlp.vocab), KOVAR))
    (read,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(spacy.blank("en").vocab)
    assert read.spans["negotiations_quotes"].attrs == doc.spans["negotiations_quotes"].attrs


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_several_processes_resolve_the_same() -> None:
    """In the same order."""
    nlp = pipeline()
    texts = [TEXT, "Mary Kovar left. She said the harbour was lost."]
    alone = [nlp(parsed(text, nlp.vocab)).spans["negotiations_quotes"].attrs for text in texts]
    together = nlp.pipe([parsed(text, nlp.vocab) for text in texts], n_process=2, batch_size=1)
    assert [doc.spans["negotiations_quotes"].attrs for doc in together] == alone


def test_quotes_on_reads_mentions() -> None:
    """What the other tests look through."""
    nlp = pipeline()
    assert [q["speaker"] for q in quotes_on(nlp(parsed(TEXT, nlp.vocab)), "speaker")] == ["Mary Kovar", "John Brandt"]
