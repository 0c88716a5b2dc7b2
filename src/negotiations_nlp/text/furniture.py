"""Page furniture: the words of buttons, navigation, credits and notices that scraping leaves between paragraphs.

The phrases stand in ``data/en/page_furniture.jsonl``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from negotiations_nlp.errors import DataError

__all__ = ["Furniture", "FurnitureEntry", "default_furniture", "read_furniture"]

FurnitureKind = Literal["boilerplate", "byline", "caption"]

_MAX_CHARS: Final = 160
_EDGES: Final = " \t\xa0.:;!…»«›‹→←>|•·*-–—+()[]"


class FurnitureEntry(BaseModel):
    """One phrase.

    Attributes:
        phrase: lower case; of a "whole" phrase without punctuation at the edges.
        match: "whole" when the block holds nothing else, "start" when the phrase begins it.
        kind: the kind of block it makes.
        source: key of SOURCES.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrase: str = Field(min_length=1)
    match: Literal["whole", "start"]
    kind: FurnitureKind
    source: str


class Furniture:
    """The phrases, ready to be looked up.

    Args:
        entries: the rows.
    """

    def __init__(self, entries: tuple[FurnitureEntry, ...]) -> None:
        self.entries = entries
        self._whole = {entry.phrase: entry.kind for entry in entries if entry.match == "whole"}
        self._by_word: dict[str, list[FurnitureEntry]] = {}
        for entry in entries:
            if entry.match == "start":
                self._by_word.setdefault(entry.phrase.split()[0], []).append(entry)

    def kind(self, text: str) -> FurnitureKind | None:
        """The kind that a block has by its words.

        Args:
            text: the block.

        Returns:
            Its kind; None when no phrase fits, and for everything longer than a notice is.
        """
        if not text or len(text) > _MAX_CHARS:
            return None
        lower = " ".join(text.lower().replace("’", "'").split())
        whole = self._whole.get(lower.strip(_EDGES))
        if whole is not None:
            return whole
        lower = lower.lstrip("[•·*-–— ")
        first = lower.split(None, 1)[0] if lower else ""
        for key in {first, first[:1], first[: first.find(":") + 1]}:
            for entry in self._by_word.get(key, ()):
                if lower.startswith(entry.phrase):
                    return entry.kind
        return None


def read_furniture(text: str, *, name: str) -> tuple[FurnitureEntry, ...]:
    """Read phrases from JSON lines.

    Args:
        text: one JSON object a line; blank lines are skipped.
        name: what to call the text in an error.

    Returns:
        The entries, empty when there are no rows.

    Raises:
        DataError: for a line that is no valid entry, with its number.
    """
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entries.append(FurnitureEntry.model_validate(json.loads(line)))
        except (ValidationError, json.JSONDecodeError) as error:
            raise DataError(f"{name}, line {number}: not a valid phrase: {error}") from error
    return tuple(entries)


@cache
def default_furniture() -> Furniture:
    """The phrases that the library carries."""
    path = files("negotiations_nlp") / "data" / "en" / "page_furniture.jsonl"
    return Furniture(read_furniture(path.read_text(encoding="utf-8"), name="data/en/page_furniture.jsonl"))
