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
            if " " not in name[0] and not name[1]:
                longer = {number[other] for other in number if _is_short_for(name[0], other[0])}
                number[name] = longer.pop() if len(longer) == 1 else number[name]
        for a, b in pairs:
            old, new = number[names[b]], number[names[a]]
            number = {name: new if value == old else value for name, value in number.items()}
    return [number[name] for name in names]


def _is_short_for(short: str, long: str) -> bool:
    return " " in long and (is_abbreviation_of(short, long) or long.split()[-1] == short)
