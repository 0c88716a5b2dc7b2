"""Pairing of single quotation marks, told apart from apostrophes.

The same character closes quotations, joins contractions (isn't), marks possessives (the owners' offer) and stands for
what is left out ('90s, 'em, ’24). What settles a case is the letters around it, and, for a possessive plural inside a
quotation, whether a clear closing mark still comes before the next clear opening mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.text.mark_scan import Mark

__all__ = ["SinglePairs", "pair_singles"]

_MAX_DEPTH: Final = 8

_Role = Literal["open", "maybe-open", "close", "letter-close", "maybe-close", "toggle", "apostrophe"]

_ELISION: Final = re.compile(
    r"(?:\d\d(?:s|ers?)?|em|til|till|tis|twas|twere|cause|cos|coz|bout|round|neath|n|nuff|ere|cept)(?![\w-])",
    re.IGNORECASE,
)
"""What follows an apostrophe that stands for something left out: '90s, ’24, 'em, 'tis."""
_DROPPED_LETTER: Final = re.compile(r"(?:\b[oO]|\b[oO]l|\b[aA]n|\b[tT]h|\w\win)$")
"""What precedes such an apostrophe at a word's end: o' the, ol' man, goin' home."""
_PUNCTUATION: Final = ",.!?;:…)]—–%"


class SinglePairs(NamedTuple):
    """What became of the single marks of one stretch of text."""

    pairs: list[tuple[Mark, Mark]]
    unclosed: list[Mark]
    """Openers without a closer. Most are apostrophes: the caller judges by where they stand."""
    unopened: list[Mark]
    """Marks after punctuation that can only close, but have no opener."""


def pair_singles(text: str, marks: Sequence[Mark]) -> SinglePairs:
    """Pair the single marks of one stretch: a paragraph, or the inside of one double quotation.

    Args:
        text: the whole text.
        marks: the stretch's marks of single families, in text order.

    Returns:
        Pairs, which never cross, and openers left over.
    """
    roles = [_role(text, mark) for mark in marks]
    ahead: list[_Role | None] = []
    clear: _Role | None = None
    for role in reversed(roles):
        ahead.append(clear)
        if role in ("open", "close", "letter-close"):
            clear = role
    ahead.reverse()

    pairs: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    stack: list[Mark] = []
    spare: Mark | None = None
    for mark, role, clear_ahead in zip(marks, roles, ahead, strict=True):
        opener = _matching(stack, mark)
        if role == "open" or (role == "toggle" and opener is None and clear_ahead in ("close", "letter-close")):
            if len(stack) < _MAX_DEPTH:
                stack.append(mark)
        elif role == "maybe-open":
            spare = spare or mark
        elif role == "maybe-close" and clear_ahead in ("close", "letter-close"):
            continue
        elif role in ("close", "letter-close", "maybe-close", "toggle"):
            if opener is not None:
                pairs.append((stack[opener], mark))
                del stack[opener:]
                spare = None
            elif spare is not None and role == "close" and not stack:
                pairs.append((spare, mark))
                spare = None
            elif role == "close" and mark.shape == "close" and not mark.family.startswith("s-guil"):
                unopened.append(mark)
    return SinglePairs(sorted(pairs), stack, unopened)


def _matching(stack: Sequence[Mark], mark: Mark) -> int | None:
    """Index of the innermost opener that the mark can close; ‹ and › go with each other only."""
    angular = mark.family.startswith("s-guil")
    return next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family.startswith("s-guil") == angular), None)


def _role(text: str, mark: Mark) -> _Role:
    family, shape = mark.family, mark.shape
    if family in ("s-guil-left", "s-guil-right"):
        if shape in ("open", "close"):
            return "open" if shape == "open" else "close"
        return "open" if family == "s-guil-left" else "close"
    if shape == "glued":
        return "close" if mark.before in ",.!?" and mark.after.isupper() else "apostrophe"
    if family == "s-low":
        return "open" if shape == "open" else "apostrophe"
    if shape == "spaced":
        return "toggle" if family != "s-left" else "apostrophe"
    if shape == "open":
        if family == "s-right" or _ELISION.match(text, mark.end):
            return "maybe-open"
        return "open"
    return _closing_role(text, mark)


def _closing_role(text: str, mark: Mark) -> _Role:
    before = mark.before
    if before in _PUNCTUATION:
        return "close"
    following = text[mark.end : mark.end + 2]
    if not (following[:1].isspace() and following[1:].isalnum()):
        return "maybe-close" if before.isdigit() else "letter-close"
    if before in "sSxXzZ" or before.isdigit():
        return "maybe-close"
    return "maybe-close" if _DROPPED_LETTER.search(text[max(0, mark.start - 8) : mark.start]) else "letter-close"
