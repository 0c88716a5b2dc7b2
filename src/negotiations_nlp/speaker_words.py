"""Words about speakers, as data: nouns that stand for groups, documents, nameless or gendered people; media.

The rows stand in ``data/en/speaker_nouns.jsonl`` and ``data/en/media.jsonl``; SOURCES.md says where they are from.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

__all__ = ["SpeakerNoun", "media", "speaker_nouns"]


class SpeakerNoun(BaseModel):
    """A noun that stands for a speaker.

    Attributes:
        word: the noun, lower case.
        kind: what sort of speaker it names.
        gender: the gender it tells, None when it tells none.
        source: key of SOURCES.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    kind: Literal["collective", "document", "anonymous", "person"]
    gender: Literal["male", "female"] | None = None
    source: str


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("negotiations_nlp") / "data" / "en" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@cache
def speaker_nouns() -> dict[str, SpeakerNoun]:
    """The nouns, by word."""
    return {row["word"]: SpeakerNoun.model_validate(row) for row in _rows("speaker_nouns.jsonl")}


@cache
def media() -> dict[str, str]:
    """The platforms on which people post: lower-case phrase -> name."""
    return {row["phrase"]: row["medium"] for row in _rows("media.jsonl")}
