"""Which mentions of organisations, and of places, are the same, inside one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.orgs import is_abbreviation_of, org_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["link_names"]

_SHORTEST_SURE = 3
"""Letters of an abbreviation whose fitting a long name is no chance."""


def link_names(
    texts: Sequence[str], known_ids: Sequence[str], label: str, pairs: Iterable[tuple[int, int]]
) -> list[int]:
    """Number the organisations, or the places, of a text.

    Two names are one when the knowledge base has them under one id, when they are spellings of one another, and, for
    organisations, when one is the initials, the first or the last word of the other and of no other; a place's first
    word counts when the whole is known.

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
    long = [name for name in number if " " in name[0]]
    if label == "ORG":
        for name in number:
            if " " not in name[0]:
                longer = {number[other] for other in long if _is_short_for(name, other)}
                number[name] = longer.pop() if len(longer) == 1 else number[name]
    else:
        starting: dict[str, set[int]] = {}
        for name in long:
            if name[1]:
                starting.setdefault(fold(name[0].split()[0]), set()).add(number[name])
        for name in number:
            longer = starting.get(fold(name[0]), set()) if not name[1] else set()
            if len(longer) == 1:  # "Addis" is "Addis Ababa"
                number[name] = next(iter(longer))
    if label == "ORG":
        for a, b in pairs:
            old, new = number[names[b]], number[names[a]]
            number = {name: new if value == old else value for name, value in number.items()}
    return [number[name] for name in names]


def _is_short_for(short: tuple[str, str], long: tuple[str, str]) -> bool:
    """Whether a word is the initials, the first or the last word of a longer name.

    What a word means elsewhere counts less than a name of the text that is unknown and has its initials.
    """
    if short[1] and (long[1] or len(short[0]) < _SHORTEST_SURE):
        return False
    words = long[0].split()
    return is_abbreviation_of(short[0], long[0]) or (
        not short[1] and short[0].isalpha() and short[0] in (words[0], words[-1])
    )
