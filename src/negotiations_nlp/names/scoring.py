"""How sure a match is, by what it rests on.

The scores order candidates and say when to keep silent; they are no probabilities. An answer needs
:data:`ENOUGH`, and a lead of :data:`MARGIN` over the next candidate.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ENOUGH", "MARGIN", "Match", "best_of"]

ENOUGH = 0.7
MARGIN = 0.04


class Match(NamedTuple):
    """Entry number ``entry`` matches, with a score and the reasons."""

    score: float
    entry: int
    reasons: tuple[str, ...]


def best_of(matches: list[Match]) -> list[Match]:
    """Keep the best match of each entry, best first."""
    if not matches:
        return []
    best: dict[int, Match] = {}
    for match in matches:
        known = best.get(match.entry)
        if known is None or match.score > known.score:
            best[match.entry] = match
    return sorted(best.values(), key=lambda match: (-match.score, match.entry))
