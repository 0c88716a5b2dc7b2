"""What the names beside a name tell about it: a list goes on with its like, a city stands before its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.surroundings import Mention, Surroundings

__all__ = ["is_city", "listed"]

_AFTER_CITY = frozenset((",", ".", "-", "—", "–", ")", "\n"))
_BETWEEN = frozenset(((",",), ("and",), ("or",), (",", "and"), (",", "or"), ("&",)))


def is_city(text: Surroundings, a: Mention, b: Mention) -> bool:
    """Whether a single word and another name stand as a city and its country: "Tarnby, Ruritania,"."""
    tokens = text.words.words
    if len(a) > 1 or b.start != a.end + 1 or tokens[a.end] != "," or text.before(a.start) == ",":
        return False
    return b.end < len(tokens) and tokens[b.end] in _AFTER_CITY


def listed(
    tokens: Sequence[str], mentions: Sequence[Mention], kinds: Sequence[frozenset[str]]
) -> list[tuple[int, str]]:
    """Single words in a list of names, with the label that the known names of the list have: "Tarn, Orlo and Kyiv"."""
    found: list[tuple[int, str]] = []
    chain: list[int] = []
    for i, mention in enumerate([*mentions, None]):
        if mention is not None and chain and tuple(tokens[mentions[chain[-1]].end : mention.start]) in _BETWEEN:
            chain.append(i)
            continue
        if len(chain) > 1:
            labels = {label for k in chain for label in kinds[k]}
            known = sum(map(bool, (kinds[k] for k in chain)))
            if len(labels) == 1 and (known > 1 or labels == {"ORG"}):
                found += [(k, label) for k in chain for label in labels if not kinds[k] and len(mentions[k]) == 1]
        chain = [i]
    return found
