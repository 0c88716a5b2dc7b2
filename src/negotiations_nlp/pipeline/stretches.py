"""The quotations of a document as tokens: what stands between marks, and what is already known of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.reports import Quoted, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.tokens import Tokens
    from negotiations_nlp.text.blocks import Block
    from negotiations_nlp.text.marks import QuotedSpan

__all__ = ["Stretches", "overlap", "quoted_stretches", "token_blocks"]


@dataclass(slots=True)
class Stretches:
    """A document's quotations while reports are brought together.

    Attributes:
        quoted: the quotations, in text order.
        settings: where each of them stands.
        reports: the report of each that has one, by number.
        starts: first character of each.
        ends: one past the last character of each.
    """

    quoted: Sequence[Quoted]
    settings: Sequence[Setting]
    reports: dict[int, Report]
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts, self.ends = [q.start for q in self.quoted], [q.end for q in self.quoted]

    def overlapping(self, content: Sequence[tuple[int, int]]) -> list[int]:
        """Numbers of the quotations that share characters with a content."""
        first, last = bisect_right(self.ends, content[0][0]), bisect_left(self.starts, content[-1][1])
        near = enumerate(self.quoted[first:last], first)
        return [k for k, q in near if any(overlap(part, (q.start, q.end)) for part in content)]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Length of what two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def token_blocks(tokens: Tokens, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """(first token, one past the last token) of each block."""
    return [tokens.between(b.start, b.end) for b in blocks]


def quoted_stretches(tokens: Tokens, spans: Sequence[QuotedSpan], blocks: Sequence[Block]) -> list[Quoted]:
    """The outermost quotations that hold words.

    Args:
        tokens: the document.
        spans: its quoted spans.
        blocks: its blocks.

    Returns:
        The quotations in text order.
    """
    starts = [b.start for b in blocks]
    found = []
    for s in spans:
        if s.depth != 0 or s.inner_end <= s.inner_start or not tokens.text[s.inner_start : s.inner_end].strip():
            continue
        inner = tokens.text[s.inner_start : s.inner_end]
        start = s.inner_start + len(inner) - len(inner.lstrip())
        end = s.inner_end - (len(inner) - len(inner.rstrip()))
        first, last = tokens.between(start, end)
        block = max(bisect_right(starts, s.start) - 1, 0)
        found.append(
            Quoted(
                s.start,
                s.end,
                (start, end),
                first,
                last,
                tokens.at(s.start),
                tokens.at(s.end),
                block,
                s.continues,
                s.style,
                s.closed,
            )
        )
    return found
