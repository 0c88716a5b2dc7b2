"""The component negotiations_quotes, on parses written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from negotiations_nlp.errors import DataError, InputError, PipelineError
from negotiations_nlp.lexicon import CueEntry
from negotiations_nlp.pipeline.quotes import QuoteFinder

from .builders import parsed, quotes_on

if TYPE_CHECKING:
    from pathlib import Path

SPLIT = "“We lost,” Mary Kovar said, “because nobody came.”"
INDIRECT = "Mary Kovar said the harbour was lost."
NOBODY = "The harbour was rebuilt on Monday."
SEEING = "Mary Kovar saw that the saw was lost."
SEE: dict[str, Any] = {
    "lemma": "see",
    "pos": "verb",
    "forms": ["saw"],
    "licenses": ["clause"],
    "group": "say",
    "sources": ["own"],
}


def pipeline(**config: object) -> spacy.Language:
    """A blank pipeline that holds nothing but the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_quotes", config={"min_confidence": 0.0, **config})
    return nlp


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    """The component without a config."""
    return pipeline()


def test_quotes_are_spans_labelled_with_their_kind(nlp: spacy.Language) -> None:
    """A span a part, and parts of one quote share their id."""
    doc = nlp(parsed(SPLIT, nlp.vocab))
    assert [(span.text, span.label_, span.id_) for span in doc.spans["negotiations_quotes"]] == [
        ("We lost,", "direct", "q0"),
        ("because nobody came.", "direct", "q0"),
    ]


def test_everything_else_is_plain_data_with_character_offsets(nlp: spacy.Language) -> None:
    """Nobody is resolved yet: entity and name are open."""
    (record,) = nlp(parsed(INDIRECT, nlp.vocab)).spans["negotiations_quotes"].attrs["quotes"]
    assert 0 <= record.pop("confidence") <= 1
    assert record.pop("speaker") == {"mention": [0, 10], "kind": "named", "entity": None, "name": None}
    assert record == {
        "content": [[16, 36]],
        "kind": "indirect",
        "cue": [11, 15],
        "co_speakers": [],
        "status": "asserted",
        "said_on": None,
        "medium": None,
        "addressee": None,
        "relayed_by": None,
        "rule": "clause-after",
        "implicit": False,
    }


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        pytest.param("Mary Kovar denied that the harbour was lost.", "status", "denied", id="status"),
        pytest.param(INDIRECT, "status", "asserted", id="status-of-a-plain-report"),
        pytest.param(
            "Mary Kovar told John Brandt that the harbour was lost.", "addressee", "John Brandt", id="addressee"
        ),
        pytest.param(INDIRECT, "addressee", None, id="no-addressee"),
        pytest.param("Mary Kovar wrote on X that the harbour was lost.", "medium", "X", id="medium"),
        pytest.param("Mary Kovar wrote on paper that the harbour was lost.", "medium", None, id="no-medium"),
        pytest.param(
            "The agency quoted Mary Kovar as saying that the harbour was lost.",
            "relayed_by",
            "The agency",
            id="relayed",
        ),
        pytest.param(
            "Mary Kovar was quoted as saying that the harbour was lost.",
            "relayed_by",
            None,
            id="relayed-by-nobody-named",
        ),
        pytest.param(
            "Mary Kovar and John Brandt said the harbour was lost.", "co_speakers", ["John Brandt"], id="joint-speakers"
        ),
        pytest.param("“We lost,” said Mary Kovar as John Brandt listened.", "co_speakers", [], id="a-listener"),
        pytest.param("“Nobody came to the harbour.”", "speaker", None, id="nobody-named"),
    ],
)
def test_fields_of_a_quote(nlp: spacy.Language, text: str, key: str, expected: object) -> None:
    """Each field, and when it is not there."""
    (quote,) = quotes_on(nlp(parsed(text, nlp.vocab)), key)
    assert quote[key] == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [pytest.param("2025-07-25", "2025-07-21", id="dated"), pytest.param(None, None, id="undated")],
)
def test_the_day_is_read_against_the_date_of_the_doc(
    nlp: spacy.Language, date: str | None, expected: str | None
) -> None:
    """Left open without one."""
    doc = parsed("“We lost,” Mary Kovar said on Monday.", nlp.vocab)
    doc._.negotiations_date = date
    assert [quote["said_on"] for quote in quotes_on(nlp(doc), "said_on")] == [expected]


def test_a_text_without_quotes_has_an_empty_group(nlp: spacy.Language) -> None:
    """So that it shows that they were looked for."""
    doc = nlp(parsed(NOBODY, nlp.vocab))
    assert (list(doc.spans["negotiations_quotes"]), quotes_on(doc)) == ([], [])


def test_an_empty_text_has_an_empty_group() -> None:
    """Without tags and a parse, as it has no tokens."""
    assert quotes_on(pipeline()("")) == []


def test_a_doc_without_tags_and_parse_is_refused() -> None:
    """The message says what to add."""
    with pytest.raises(PipelineError, match="after a 'tagger' and a 'parser'"):
        pipeline()("Mary Kovar said no.")


def test_a_doc_without_tags_alone_is_refused(nlp: spacy.Language) -> None:
    """A parse is not enough."""
    doc = Doc(nlp.vocab, words=["We", "lost"], heads=[1, 1], deps=["nsubj", "ROOT"])
    with pytest.raises(PipelineError, match="part-of-speech tags"):
        nlp(doc)


def test_blocks_of_the_doc_are_taken_where_it_has_them(nlp: spacy.Language) -> None:
    """As a transcript the line is a turn, as prose it is not."""
    doc = parsed("KOVAR: We said the harbour was lost.\nJohn Brandt said the harbour was safe.", nlp.vocab)
    line = doc.char_span(0, 36, label="transcript")
    prose = doc.char_span(37, len(doc.text), label="paragraph")
    doc.spans["negotiations_blocks"] = [line, prose]
    assert [quote["kind"] for quote in quotes_on(nlp(doc), "kind")] == ["direct", "indirect"]


def test_finding_writes_nothing() -> None:
    """Only annotate does."""
    doc = parsed(SPLIT)
    _, reports = QuoteFinder().find(doc)
    assert len(reports) == 1
    assert "negotiations_quotes" not in doc.spans


def test_running_twice_changes_nothing(nlp: spacy.Language) -> None:
    """The second run overwrites the first."""
    doc = nlp(parsed(SPLIT, nlp.vocab))
    before = quotes_on(doc, "speaker")
    assert quotes_on(nlp(doc), "speaker") == before


def test_cues_of_ones_own_come_with_the_config() -> None:
    """A verb that is none of ours becomes a cue."""
    with_cue, without = pipeline(cues=[SEE]), pipeline()
    assert quotes_on(with_cue(parsed(SEEING, with_cue.vocab))) == [{"content": "the saw was lost"}]
    assert quotes_on(without(parsed(SEEING, without.vocab))) == []


def test_a_cue_of_ones_own_wins_over_ours() -> None:
    """A row of the same form replaces it."""
    nlp = pipeline(cues=[{**SEE, "lemma": "say", "forms": ["said"], "licenses": ["quote"]}])
    assert quotes_on(nlp(parsed(INDIRECT, nlp.vocab))) == []


def test_a_wrong_cue_in_the_config_is_refused() -> None:
    """With the number of the row."""
    with pytest.raises(DataError, match="cues, row 1: not a valid cue entry"):
        pipeline(cues=[{"lemma": "see"}])


def test_quotes_below_the_confidence_asked_for_are_left_out() -> None:
    """At 1 nothing is sure enough, at 0 everything is."""
    sure, all_of_them = pipeline(min_confidence=1.0), pipeline(min_confidence=0.0)
    assert quotes_on(sure(parsed(INDIRECT, sure.vocab))) == []
    assert len(quotes_on(all_of_them(parsed(INDIRECT, all_of_them.vocab)))) == 1


def test_two_instances_do_not_touch_each_other() -> None:
    """Each keeps its cues and its threshold, in one pipeline too."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_quotes", name="strict", config={"min_confidence": 1.0})
    nlp.add_pipe("negotiations_quotes", name="wide", config={"min_confidence": 0.0, "cues": [SEE]})
    strict, wide = nlp.get_pipe("strict"), nlp.get_pipe("wide")
    doc = parsed(SEEING, nlp.vocab)
    assert quotes_on(strict(doc)) == []
    assert quotes_on(wide(doc)) == [{"content": "the saw was lost"}]
    assert quotes_on(strict(doc)) == []


def saw(finder: QuoteFinder) -> list[str]:
    """What a finder makes of a sentence with the verb of our own."""
    doc = parsed(SEEING)
    return [doc.text[a:b] for report in finder.find(doc)[1] for a, b in report.content]


def test_bytes_carry_cues_and_threshold() -> None:
    """And from_bytes gives the component back."""
    data = QuoteFinder([CueEntry.model_validate(SEE)], 0.01).to_bytes()
    other = QuoteFinder()
    assert saw(other) == []
    assert other.from_bytes(data) is other
    assert (saw(other), other.min_confidence) == (["the saw was lost"], 0.01)


def test_the_disk_carries_cues_and_threshold(tmp_path: Path) -> None:
    """And from_disk gives the component back."""
    QuoteFinder([CueEntry.model_validate(SEE)], 0.01).to_disk(tmp_path / "quotes")
    other = QuoteFinder()
    assert other.from_disk(tmp_path / "quotes") is other
    assert (saw(other), other.min_confidence) == (["the saw was lost"], 0.01)


def test_a_wrong_cue_on_the_disk_is_told_by_its_line(tmp_path: Path) -> None:
    """The message names the file."""
    QuoteFinder([CueEntry.model_validate(SEE)]).to_disk(tmp_path)
    (tmp_path / "cues.jsonl").write_text('{"lemma": "see"}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"cues\.jsonl, line 1"):
        QuoteFinder().from_disk(tmp_path)


def test_a_saved_pipeline_keeps_its_cues(tmp_path: Path) -> None:
    """It loads without an import of ours."""
    pipeline(cues=[SEE]).to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert quotes_on(nlp(parsed(SEEING, nlp.vocab))) == [{"content": "the saw was lost"}]


def test_quotes_survive_a_doc_bin(nlp: spacy.Language) -> None:
    """Spans and attributes."""
    doc = nlp(parsed(SPLIT, nlp.vocab))
    (read,) = DocBin(docs=[doc]).from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(spacy.blank("en").vocab)
    keys = ("kind", "cue", "speaker", "confidence", "rule")
    assert quotes_on(read, *keys) == quotes_on(doc, *keys)
    assert [span.id_ for span in read.spans["negotiations_quotes"]] == ["q0", "q0"]


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_several_processes_find_the_same() -> None:
    """In the same order."""
    nlp = pipeline(cues=[SEE])
    texts = [SPLIT, INDIRECT, NOBODY, SEEING]
    alone = [quotes_on(nlp(parsed(text, nlp.vocab)), "speaker", "rule") for text in texts]
    together = nlp.pipe([parsed(text, nlp.vocab) for text in texts], n_process=2, batch_size=2)
    assert [quotes_on(doc, "speaker", "rule") for doc in together] == alone


STRANGE = [
    pytest.param("““““", id="only-opening-marks"),
    pytest.param("”””” said said said", id="only-closing-marks"),
    pytest.param("said", id="a-cue-alone"),
    pytest.param(": : : — – -", id="only-punctuation"),
    pytest.param("according to", id="a-phrase-cut-off"),
    pytest.param("“\n\n”\n\n“ ” \u200b \u202e “x", id="blank-quotations"),
    pytest.param("\x00 said \x07 “\ufffd” said \U0001f600 .", id="control-characters"),
    pytest.param("Q : A : Q :", id="labels"),
]


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("tag", ["NN", "VBD", "``", "_SP"])
def test_strange_texts_raise_nothing(nlp: spacy.Language, text: str, tag: str) -> None:
    """Whatever tags and parse they were given, and every offset lies in the text."""
    words = text.split(" ")
    doc = Doc(nlp.vocab, words=words, tags=[tag] * len(words), deps=["nsubj"] * len(words), heads=[0] * len(words))
    records = nlp(doc).spans["negotiations_quotes"].attrs["quotes"]
    chars = [char for record in records for part in record["content"] for char in part]
    assert chars == [char for char in chars if 0 <= char <= len(doc.text)]


@pytest.mark.parametrize("threshold", [-0.1, 1.1, 2, float("nan"), True, "0.5", None])
def test_a_threshold_outside_0_to_1_is_refused(threshold: object) -> None:
    """The message says what was expected and what was given."""
    with pytest.raises(InputError, match="from 0") as caught:
        QuoteFinder(min_confidence=threshold)  # type: ignore[arg-type]
    assert repr(threshold) in str(caught.value)


@pytest.mark.parametrize("threshold", [0, 0.25, 1])
def test_a_threshold_from_0_to_1_is_taken(threshold: float) -> None:
    """Both ends included."""
    assert QuoteFinder(min_confidence=threshold).min_confidence == threshold
