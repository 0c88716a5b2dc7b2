"""The files of the built-in knowledge base hold what they must."""

from __future__ import annotations

from collections import Counter

import pytest

from negotiations_nlp.names.entries import parse_entry
from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.knowledge import BUILTIN_FILES
from negotiations_nlp.names.resources import builtin_rows


@pytest.fixture(scope="module")
def entries() -> list:  # type: ignore[type-arg]
    return [parse_entry(row, f"{name}, line {n}") for name in BUILTIN_FILES for n, row in builtin_rows(name)]


def test_ids_are_unique(entries: list) -> None:  # type: ignore[type-arg]
    """No two entries have one id, and all have one."""
    assert [i for i, n in Counter(e.id for e in entries).items() if n > 1 or i is None] == []


def test_links_lead_somewhere(entries: list) -> None:  # type: ignore[type-arg]
    """Countries and offices name entries that there are."""
    known = {e.id for e in entries}
    targets = {e.country for e in entries} | {o.of for e in entries for o in e.offices}
    assert targets - known - {None} == set()


def test_offices_end_after_they_begin(entries: list) -> None:  # type: ignore[type-arg]
    """No office ends before it begins."""
    wrong = [(e.name, o) for e in entries for o in e.offices if o.since and o.until and o.until <= o.since]
    assert wrong == []


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_strong_names_have_one_owner(entries: list, label: str) -> None:  # type: ignore[type-arg]
    """No two people, and no two organisations, share a name or alias."""
    owners: dict[str, set[str]] = {}
    for entry in (e for e in entries if e.label == label):
        for name in (entry.name, *entry.aliases):
            owners.setdefault(fold(name), set()).add(entry.id)
    assert {n: ids for n, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    "name",
    ["common_surnames.jsonl", "given_names.jsonl", "titles.jsonl", "org_words.jsonl", "unsafe_words.jsonl"],
)
def test_word_lists_repeat_nothing(name: str) -> None:
    """No word or group stands twice."""
    rows = [row.get("word") or row.get("surname") or tuple(row["forms"]) for _, row in builtin_rows(name)]
    assert [row for row, n in Counter(rows).items() if n > 1] == []


def test_abbreviations_have_a_full_name(entries: list) -> None:  # type: ignore[type-arg]
    """Who is called by initials has a full name too, so that no other name with these is taken for it."""
    bare = [e.name for e in entries if e.label == "ORG" and e.name.isupper() and e.name.isalpha() and len(e.name) > 2]
    full = {e.name for e in entries if any(" " in name for name in e.names)}
    assert sorted(set(bare) - full) == []


def test_further_forms_of_given_names_leave_known_ones_alone() -> None:
    """Pairs that our own groups decide are not decided again."""
    pairs = [(row["form"], other) for _, row in builtin_rows("given_forms.jsonl") for other in row["same"]]
    known = {fold(form) for _, row in builtin_rows("given_names.jsonl") for form in row["forms"]}
    assert [pair for pair in pairs if set(pair) <= known] == []


def test_legal_forms_have_a_source() -> None:
    """Every legal form stands once, with a class where rigour knows it."""
    rows = [row for _, row in builtin_rows("org_forms.jsonl")]
    assert [row for row in rows if (row["source"] == "rigour") != ("class" in row)] == []
    assert len({row["form"] for row in rows}) == len(rows)


def test_given_names_tell_a_gender() -> None:
    """Every group of given names has forms and a gender."""
    wrong = [
        row
        for _, row in builtin_rows("given_names.jsonl")
        if not row["forms"] or row["gender"] not in ("male", "female")
    ]
    assert wrong == []


def test_words_for_a_kind_describe_kinds_that_there_are(entries: list) -> None:  # type: ignore[type-arg]
    """What a word may describe is a kind that some organisation has."""
    known = {e.kind for e in entries if e.label == "ORG"}
    named = {
        kind for _, row in builtin_rows("org_words.jsonl") if isinstance(row.get("kind"), list) for kind in row["kind"]
    }
    assert named - known == set()
