"""Words about speakers, as data: nouns that stand for groups, documents, nameless or gendered people; roles; media.

The rows stand in ``data/en``, in the files of these names; SOURCES.md says where they are from.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

__all__ = ["RoleClass", "SpeakerNoun", "media", "nationals", "role_classes", "speaker_nouns"]


class SpeakerNoun(BaseModel):
    """A noun that stands for a speaker.

    Attributes:
        word: the noun, lower case.
        kind: what sort of speaker it names; an inscription ("sign", "graffiti") is none, whatever it reads.
        gender: the gender it tells, None when it tells none.
        source: key of SOURCES.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    kind: Literal["collective", "document", "anonymous", "person", "inscription"]
    gender: Literal["male", "female"] | None = None
    source: str


class RoleClass(BaseModel):
    """A role that others fall under, so that it may stand for whoever holds one of them.

    Attributes:
        role: the noun, lower case ("author").
        covers: the narrower ones ("novelist", "poet"); empty for a role that anybody may take on ("winner").
        source: key of SOURCES.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: str
    covers: tuple[str, ...]
    source: str


def _rows(name: str) -> list[dict[str, Any]]:
    text = (files("negotiations_nlp") / "data" / "en" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@cache
def speaker_nouns() -> dict[str, SpeakerNoun]:
    """The nouns, by word."""
    return {row["word"]: SpeakerNoun.model_validate(row) for row in _rows("speaker_nouns.jsonl")}


@cache
def role_classes() -> dict[str, frozenset[str]]:
    """The roles that cover others: role -> narrower roles."""
    rows = map(RoleClass.model_validate, _rows("role_classes.jsonl"))
    return {row.role: frozenset(row.covers) for row in rows}


@cache
def media() -> dict[str, str]:
    """The platforms on which people post: lower-case phrase -> name."""
    return {row["phrase"]: row["medium"] for row in _rows("media.jsonl")}


@cache
def nationals() -> dict[str, str]:
    """Nouns for the people of a nation that are no adjectives: "frenchman" -> "french"."""
    return {row["word"]: row["nationality"] for row in _rows("nationals.jsonl")}
