"""Texts made to hurt: one thing over and over, nested, unclosed, or without end."""

from __future__ import annotations

from typing import Final

__all__ = ["HOSTILE", "hostile_text"]

HOSTILE: Final = {
    "straight": '"',
    "left": "“",
    "right": "”",
    "low": "„",
    "single": "'",
    "single-left": "‘",
    "single-right": "’",
    "guillemet-left": "«",
    "guillemet-right": "»",
    "backticks": "``",
    "apostrophes": "''",
    "commas": ",,",
    "primes": "″",
    "entities": "&quot;",
    "spaced-marks": '" ',
    "unclosed": "“a ",
    "unclosed-single": "'a ",
    "unclosed-paragraphs": "“Ab c\n\n",
    "quoted-letters": "“a” ",
    "tiny-quotes": "“We go,” he said. ",
    "brackets": "(",
    "closing-brackets": ")",
    "square": "[",
    "capitals": "A",
    "capital-words": "ABC ",
    "names": "Anna Lee, ",
    "joined-names": "Anna Lee and ",
    "word": "a",
    "newlines": "\n",
    "lines": "x\n",
    "paragraphs": "x\n\n",
    "said": "said ",
    "he-said": "He said ",
    "said-he": "said he, ",
    "saying": "saying, ",
    "colons": ":",
    "labels": "A: b ",
    "transcript": "Q: a\nA: b\n",
    "dashes": "—",
    "spaced-dashes": "- ",
    "hyphens": "a-",
    "stops": ". ",
    "ellipses": "…",
    "digits": "1",
    "numbers": "1 ",
    "dates": "on Monday 21 July 2025, ",
    "tags": "<b>",
    "hashes": "#a ",
    "addresses": "a@b.example ",
    "zero-width": "\u200b",
    "controls": "\0",
    "surrogates": "\ud800",
    "combining": "e\u0301",
    "right-to-left": "\u202eabc ",
    "of-the": "of the ",
    "possessives": "the minister's ",
    "turns": "“Why now?” “Because.” ",
    "bodies": "Ministry of Defence of Ukraine ",
}
"""By name: what is repeated."""


def hostile_text(name: str, size: int) -> str:
    """A hostile text of a given number of characters.

    Args:
        name: one of HOSTILE, or "nested": quotations in quotations, or "nested-brackets".
        size: its length.
    """
    if name == "nested":
        return ("“‘" * (size // 4 + 1))[: size // 2] + ("’”" * (size // 4 + 1))[: size - size // 2]
    if name == "nested-brackets":
        return "(" * (size // 2) + ")" * (size - size // 2)
    piece = HOSTILE[name]
    return (piece * (size // len(piece) + 1))[:size]
