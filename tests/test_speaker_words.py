"""Words about speakers: nouns and media."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from negotiations_nlp.speaker_words import media, role_classes, speaker_nouns

DATA = files("negotiations_nlp") / "data" / "en"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a data file."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("speaker_nouns.jsonl", "word", id="nouns"),
        pytest.param("media.jsonl", "phrase", id="media"),
        pytest.param("role_classes.jsonl", "role", id="roles"),
        pytest.param("nationals.jsonl", "word", id="nationals"),
    ],
)
def test_rows_are_sorted_lower_case_and_unique(name: str, key: str) -> None:
    """One row a word."""
    words = [row[key] for row in rows(name)]
    assert words == sorted(set(words))
    assert [word for word in words if word != word.lower()] == []


def test_every_row_of_the_nouns_is_valid() -> None:
    """Each is read into the table."""
    assert set(speaker_nouns()) == {row["word"] for row in rows("speaker_nouns.jsonl")}


@pytest.mark.parametrize(
    ("word", "kind", "gender"),
    [
        pytest.param("ministry", "collective", None, id="body"),
        pytest.param("report", "document", None, id="document"),
        pytest.param("witness", "anonymous", None, id="nameless"),
        pytest.param("widow", "person", "female", id="woman"),
        pytest.param("husband", "person", "male", id="man"),
    ],
)
def test_what_a_noun_stands_for(word: str, kind: str, gender: str | None) -> None:
    """One of each kind."""
    noun = speaker_nouns()[word]
    assert (noun.kind, noun.gender) == (kind, gender)


@pytest.mark.parametrize("word", [pytest.param("harbour", id="thing"), pytest.param("mary", id="name")])
def test_what_is_no_speaker(word: str) -> None:
    """Is not in the table."""
    assert word not in speaker_nouns()


@pytest.mark.parametrize(
    ("phrase", "medium"),
    [
        pytest.param("x", "X", id="x"),
        pytest.param("telegram", "Telegram", id="telegram"),
        pytest.param("paper", None, id="paper-is-none"),
    ],
)
def test_media(phrase: str, medium: str | None) -> None:
    """Platforms by the name that a text gives them."""
    assert media().get(phrase) == medium


@pytest.mark.parametrize(
    ("role", "narrower", "covered"),
    [
        pytest.param("author", "novelist", True, id="narrower"),
        pytest.param("novelist", "author", False, id="wider"),
        pytest.param("author", "surgeon", False, id="other"),
        pytest.param("harbour", "pilot", False, id="no-role"),
    ],
)
def test_roles_that_cover_others(role: str, narrower: str, covered: bool) -> None:
    """A wider role stands for a narrower one, not the other way round."""
    assert (narrower in role_classes().get(role, frozenset())) is covered


def test_what_a_role_covers_is_sorted() -> None:
    """And holds no noun twice."""
    assert [
        row["role"] for row in rows("role_classes.jsonl") if list(row["covers"]) != sorted(set(row["covers"]))
    ] == []
