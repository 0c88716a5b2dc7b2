"""Which mentions of organisations, and of places, are the same, inside one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.orgs import is_abbreviation_of, org_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["link_names"]


def link_names(
    texts: Sequence[str], known_ids: Sequence[str], label: str, pairs: Iterable[tuple[int, int]]
) -> list[int]:
    """Number the organisations, or the places, of a text.

    Two names are one when the knowledge base has them under one id, when they are spellings of one another, and, for
    organisations, when one is the initials or the last word of the other and of no other.

    Args:
        texts: the mentions, in text order.
        known_ids: id in the knowledge base of each, "" when unknown.
        label: ORG or PLACE.
        pairs: mentions of which the second explains the first in brackets, by index.

    Returns:
        One number a mention, equal for the same thing.
    """
    names = list(zip(texts, known_ids, strict=True))
    number: dict[tuple[str, str], int] = {}
    seen: dict[object, int] = {}
    for text, known_id in dict.fromkeys(names):
        spelled: object = known_id or (org_words(text) if label == "ORG" else None) or fold(text)
        number[text, known_id] = seen.setdefault(spelled, len(seen))
    if label == "ORG":
        for name in number:
            if " " not in name[0]:
                longer = {number[other] for other in number if _is_short_for(name, other)}
                number[name] = longer.pop() if len(longer) == 1 else number[name]
    else:
        for name in number:
            longer = {number[other] for other in number if _is_part(name, other)}
            number[name] = longer.pop() if len(longer) == 1 else number[name]
    if label == "ORG":
        for a, b in pairs:
            old, new = number[names[b]], number[names[a]]
            number = {name: new if value == old else value for name, value in number.items()}
    return [number[name] for name in names]


def _is_short_for(short: tuple[str, str], long: tuple[str, str]) -> bool:
    """Whether a word is the initials, the first or the last word of a longer name.

    What a word means elsewhere counts less than a name of the text that is unknown and has its initials.
    """
    if " " not in long[0] or (short[1] and long[1]):
        return False
    words = long[0].split()
    return is_abbreviation_of(short[0], long[0]) or (
        not short[1] and short[0].isalpha() and short[0] in (words[0], words[-1])
    )


def _is_part(short: tuple[str, str], long: tuple[str, str]) -> bool:
    """Whether an unknown word begins a known name of several: "Addis" of "Addis Ababa"."""
    return bool(long[1]) and not short[1] and " " in long[0] and fold(long[0].split()[0]) == fold(short[0])
