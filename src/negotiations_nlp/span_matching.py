"""Ranges compared with ranges: how much they share, and which belongs to which. Plain numbers, half-open."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Ranges", "iou", "match_best", "overlap"]

Ranges = Sequence[Sequence[int]]


def overlap(a: Ranges, b: Ranges) -> int:
    """Count what two lists of disjoint ranges share, in the unit of the ranges."""
    return sum(max(0, min(end, stop) - max(start, first)) for start, end in a for first, stop in b)


def iou(a: Ranges, b: Ranges) -> float:
    """Share of what two lists of disjoint ranges cover together that both of them cover; 0.0 when they are apart."""
    shared = overlap(a, b)
    return shared / (sum(e - s for s, e in a) + sum(e - s for s, e in b) - shared) if shared else 0.0


def match_best(a: Sequence[Ranges], b: Sequence[Ranges], least: float) -> list[tuple[int, int]]:
    """Pair two lists one to one, the best pairs first.

    Args:
        a: items, each a list of disjoint ranges.
        b: what to pair them with.
        least: the intersection over union that a pair must reach, above 0.

    Returns:
        Pairs of indices into a and b, ascending; empty when nothing overlaps enough.
    """
    shares = ((iou(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b))
    ranked = sorted((entry for entry in shares if entry[0] >= least), key=lambda entry: (-entry[0], entry[1:]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((i, j))
    return sorted(pairs)
