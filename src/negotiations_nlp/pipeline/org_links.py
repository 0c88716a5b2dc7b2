"""Which mentions of organisations, and of places, are the same, inside one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiations_nlp.names.matching import same_spelling

__all__ = ["link_names"]

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "&", "to", "de"))


def link_names(texts: Sequence[str], known_ids: Sequence[str], label: str, pairs: Iterable[tuple[int, int]]) -> list[int]:
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
    for form in forms:
        same = next(
            (
                other
                for other in number
                if (known[form] and known[form] == known[other])
                or (not (known[form] and known[other]) and same_spelling(form, other, label))
            ),
            None,
        )
        number[form] = number[same] if same is not None else len(set(number.values()))
    if label == "ORG":
        for form in forms:
            if " " in form or known[form]:
                continue
            longer = {number[o] for o in forms if " " in o and (_initials(o) == form or o.split()[-1] == form)}
            if len(longer) == 1:
                number[form] = longer.pop()
    if label == "ORG":
        for a, b in pairs:
            old, new = number[texts[b]], number[texts[a]]
            number = {form: new if value == old else value for form, value in number.items()}
    return [number[text] for text in texts]


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word.lower() not in _SMALL)
