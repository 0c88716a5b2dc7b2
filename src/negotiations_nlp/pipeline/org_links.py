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
    forms = list(dict.fromkeys(texts))
    known = dict(zip(texts, known_ids, strict=True))
    number: dict[str, int] = {}
    seen: dict[object, int] = {}
    for form in forms:
        spelled: object = (org_words(form) if label == "ORG" else None) or fold(form)
        key = known[form] or spelled
        found = seen.get(key)
        if found is None:
            found = len(seen)
            seen[key] = found
        number[form] = found
    if label == "ORG":
        for form in forms:
            if " " in form or known[form]:
                continue
            longer = {number[o] for o in forms if " " in o and (is_abbreviation_of(form, o) or o.split()[-1] == form)}
            if len(longer) == 1:
                number[form] = longer.pop()
    if label == "ORG":
        for a, b in pairs:
            old, new = number[texts[b]], number[texts[a]]
            number = {form: new if value == old else value for form, value in number.items()}
    return [number[text] for text in texts]
