"""The lexicon of reporting cues."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from negotiations_nlp.errors import DataError
from negotiations_nlp.lexicon import CueEntry, Lexicon, check_cues, default_lexicon, read_cues

DATA = files("negotiations_nlp") / "data" / "en"
ROWS = [json.loads(line) for line in (DATA / "cues.jsonl").read_text(encoding="utf-8").splitlines()]
CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in (files("negotiations_nlp") / "pipeline").iterdir()
    if path.name.endswith(".py")
)
LICENCES = sorted({licence for row in ROWS for licence in row["licenses"]})


def row(**changes: object) -> dict[str, object]:
    """A valid row with changes."""
    return {
        "lemma": "moo",
        "pos": "verb",
        "forms": ["moo", "moos", "mooed"],
        "licenses": ["clause"],
        "group": "say",
        "sources": ["own"],
        **changes,
    }


def test_rows_are_sorted() -> None:
    """By part of speech, lemma and particle, so that a change is one line of a diff."""
    keys = [(entry["pos"], entry["lemma"], entry.get("particle") or "") for entry in ROWS]
    assert keys == sorted(keys)


def test_no_form_of_a_part_of_speech_stands_twice() -> None:
    """Or one row would hide another."""
    forms = [(entry["pos"], form) for entry in ROWS for form in entry["forms"]]
    assert sorted(forms) == sorted(set(forms))


def test_rows_are_lower_case_and_hold_their_lemma() -> None:
    """Tokens are looked up in lower case."""
    assert [entry["lemma"] for entry in ROWS if entry["lemma"] not in entry["forms"]] == []
    assert [form for entry in ROWS for form in entry["forms"] if form != form.lower() or " " in form] == []


def test_rows_have_a_source_and_what_licenses_nothing_says_why() -> None:
    """In a note."""
    assert [entry["lemma"] for entry in ROWS if not entry["sources"]] == []
    assert [entry["lemma"] for entry in ROWS if not entry["licenses"] and not entry.get("note")] == []


@pytest.mark.parametrize("licence", LICENCES)
def test_every_licence_is_used_by_code(licence: str) -> None:
    """A licence that nothing asks for would be noise."""
    assert re.search(rf"""(licenses\("{licence}"\)|"{licence}" (not )?in [\\w.]*licenses)""", CODE) is not None


def test_every_row_is_in_the_default_lexicon() -> None:
    """Each form finds its row."""
    lexicon = default_lexicon()
    tables = {"verb": lexicon.verbs, "noun": lexicon.nouns}
    assert [e["lemma"] for e in ROWS for form in e["forms"] if tables[e["pos"]][form].lemma != e["lemma"]] == []


@pytest.mark.parametrize(
    ("form", "licence", "expected"),
    [
        pytest.param("said", "clause", True, id="said-that"),
        pytest.param("told", "of", False, id="not-told-of"),
        pytest.param("promised", "infinitive", True, id="promised-to"),
        pytest.param("urged", "object-infinitive", True, id="urged-them-to"),
        pytest.param("described", "as", True, id="described-as"),
        pytest.param("asked", "wh", True, id="asked-whether"),
        pytest.param("accused", "of", True, id="accused-of"),
    ],
)
def test_what_verbs_license(form: str, licence: str, expected: bool) -> None:
    """A few that everything rests on."""
    assert (licence in default_lexicon().verbs[form].licenses) is expected


@pytest.mark.parametrize(
    "form",
    [pytest.param("walked", id="motion"), pytest.param("built", id="making"), pytest.param("xyzzy", id="no-word")],
)
def test_what_reports_nothing(form: str) -> None:
    """Is not in the lexicon."""
    assert form not in default_lexicon().verbs


def test_later_rows_win() -> None:
    """A lexicon extended with rows takes theirs, and the one extended stays as it was."""
    base = Lexicon((CueEntry.model_validate(row()),))
    extended = base.extended_with((CueEntry.model_validate(row(lemma="low", forms=["moos"], licenses=["quote"])),))
    assert {form: entry.lemma for form, entry in extended.verbs.items()} == {
        "moo": "moo",
        "moos": "low",
        "mooed": "moo",
    }
    assert base.verbs["moos"].lemma == "moo"


def test_verbs_and_nouns_do_not_mix() -> None:
    """ "claim" is both, with licences of its own in each."""
    lexicon = Lexicon(check_cues([row(), row(pos="noun", licenses=["quote"])]))
    assert (lexicon.verbs["moo"].licenses, lexicon.nouns["moo"].licenses) == ({"clause"}, {"quote"})


def test_rows_are_read_line_by_line() -> None:
    """Blank lines are skipped."""
    text = f"{json.dumps(row())}\n\n{json.dumps(row(lemma='low', forms=['low']))}\n"
    assert [entry.lemma for entry in read_cues(text, name="mine")] == ["moo", "low"]
    assert read_cues("\n", name="mine") == ()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no-json"),
        pytest.param("[]", id="no-object"),
        pytest.param(json.dumps(row(pos="adverb")), id="unknown-part-of-speech"),
        pytest.param(json.dumps(row(licenses=["everything"])), id="unknown-licence"),
        pytest.param(json.dumps(row(licences=["clause"])), id="unknown-field"),
        pytest.param(json.dumps({"lemma": "moo"}), id="missing-fields"),
    ],
)
def test_a_wrong_line_is_told_by_its_number(line: str) -> None:
    """With the name of the file."""
    with pytest.raises(DataError, match="mine, line 2: not"):
        read_cues(f"{json.dumps(row())}\n{line}", name="mine")


def test_a_wrong_row_is_told_by_its_number() -> None:
    """As rows come from a config they have no lines."""
    with pytest.raises(DataError, match="cues, row 2: not a valid cue entry"):
        check_cues([row(), row(pos="adverb")])
