"""Quotation marks paired into quoted spans, whatever their style and however untidy the text.

Double marks are paired first, paragraph by paragraph (``double_marks``), then single marks inside each double
quotation and outside of all (``single_marks``), last the paragraphs of one quotation are linked. Whether a span is
speech, a title or irony is not decided here.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.double_marks import pair_doubles
from negotiations_nlp.text.mark_scan import Family, Mark, find_marks
from negotiations_nlp.text.single_marks import pair_singles
from negotiations_nlp.text.spaces import trim_end, trim_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MarkStyle", "QuotedSpan", "pair_marks"]

MarkStyle = Literal[
    "straight", "curly", "single-straight", "single-curly", "guillemets", "single-guillemets", "low-9", "single-low-9",
    "latex", "double-apostrophe", "commas", "double-prime", "corner", "angle",
]  # fmt: skip

_STYLES: Final[dict[str, MarkStyle]] = {
    "straight": "straight", "left": "curly", "right": "curly", "low": "low-9", "guil-left": "guillemets",
    "guil-right": "guillemets", "backticks": "latex", "apostrophes": "double-apostrophe", "commas": "commas",
    "prime": "double-prime", "corner-left": "corner", "corner-right": "corner", "angle-left": "angle",
    "angle-right": "angle", "s-straight": "single-straight", "s-left": "single-curly", "s-right": "single-curly",
    "s-low": "single-low-9", "s-guil-left": "single-guillemets", "s-guil-right": "single-guillemets",
}  # fmt: skip

_MAX_GAP_PARAGRAPHS: Final = 3
_MAX_GAP_CHARS: Final = 200
_SINGLE_OPENERS: Final[dict[str, MarkStyle]] = {"'": "single-straight", "‘": "single-curly"}
_MIN_UNOPENED_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch of text between quotation marks; all offsets are characters, half-open.

    Attributes:
        start: the opening mark; equal to `inner_start` when there is none.
        end: one past the closing mark; equal to `inner_end` when there is none.
        inner_start: first character of what stands between the marks.
        inner_end: one past its last character. Without a closing mark, the end of the paragraph, of the quotation
            around it, or where the next quotation of the paragraph opens.
        style: the marks' kind; that of the opening mark when the two differ.
        depth: 0 for a span inside no other, 1 for a quotation in a quotation ...
        closed: whether a closing mark ends it.
        opened: whether an opening mark begins it.
        continues: whether it carries on the quotation that the paragraph before (or the one before a caption or link
            line) left open.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    style: MarkStyle
    depth: int
    closed: bool
    opened: bool
    continues: bool


def pair_marks(text: str, breaks: Sequence[int] | None = None) -> list[QuotedSpan]:
    """Pair the quotation marks of a text. Takes linear time and never fails.

    Apostrophes, inches, feet, coordinates, years ('90s), HTML attributes and code are no quotation marks. A quotation
    ends with its paragraph at the latest; the next paragraph may carry it on (`continues`).

    Args:
        text: any text.
        breaks: offsets at which paragraphs begin, ascending; None reads them off the text with `find_blocks`.

    Returns:
        The spans, ordered by start (outer before inner). They nest or are disjoint, never cross. Empty when there
        are no quotation marks.
    """
    marks = find_marks(text)
    if not marks:
        return []
    starts = [block.start for block in find_blocks(text)] if breaks is None else list(breaks)
    bounds = sorted({0, *(b for b in starts if 0 < b < len(text))})
    ends = [trim_end(text, start, end) for start, end in zip(bounds, [*bounds[1:], len(text)], strict=True)]

    by_paragraph: dict[int, list[Mark]] = {}
    for mark in marks:
        paragraph = bisect_right(bounds, mark.start) - 1
        if bisect_right(bounds, mark.end - 1) - 1 == paragraph:  # not ‘&quot;’ with a break inside
            by_paragraph.setdefault(paragraph, []).append(mark)
    drafts: list[_Draft] = []
    pending: _Draft | None = None
    pending_paragraph = 0
    for paragraph, members in by_paragraph.items():
        start, end = trim_start(text, bounds[paragraph], ends[paragraph]), ends[paragraph]
        found = _pair_paragraph(text, members, start, end)
        if not found:
            continue
        gap = range(pending_paragraph + 1, paragraph)
        first = found[0]
        if pending is not None and first.start == start and first.kind == pending.kind and _is_gap(gap, bounds, ends):
            if not first.opened:
                drafts.extend(_Draft.whole(trim_start(text, bounds[i], ends[i]), ends[i], pending.style) for i in gap)
            first.continues = pending.continued = True
        drafts.extend(found)
        last = max(found, key=lambda d: (d.end, -d.start))
        pending, pending_paragraph = (None if last.closed or last.end < end else last), paragraph
    return _finished([d for d in drafts if not d.tentative or d.continues or d.continued])


@dataclass(slots=True)
class _Draft:
    """A span in the making; its depth is known last."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    style: MarkStyle
    closed: bool = True
    opened: bool = True
    continues: bool = False
    continued: bool = False
    tentative: bool = False

    @classmethod
    def between(cls, text: str, opening: Mark, closing: Mark) -> _Draft:
        inner_start = trim_start(text, opening.end, closing.start)
        inner_end = trim_end(text, inner_start, closing.start)
        return cls(opening.start, closing.end, inner_start, inner_end, _STYLES[opening.family])

    @classmethod
    def whole(cls, start: int, end: int, style: MarkStyle) -> _Draft:
        return cls(start, end, start, end, style, closed=False, opened=False, continues=True)

    @property
    def kind(self) -> str:
        """Spans of one kind may carry each other on."""
        return "single" if self.style.startswith("single") else "double"


def _pair_paragraph(text: str, marks: Sequence[Mark], start: int, end: int) -> list[_Draft]:
    """The spans of one paragraph, ordered by start, outer before inner."""
    doubles = [m for m in marks if not m.family.startswith("s-")]
    singles = [m for m in marks if m.family.startswith("s-")]
    paired = pair_doubles(doubles)
    drafts = [
        draft
        for opening, closing in paired.pairs
        if (draft := _Draft.between(text, opening, closing)).inner_start < draft.inner_end
        and not _is_navigation(text, opening, closing)
    ]
    openings: dict[str, list[int]] = {}
    for mark in sorted([a for a, _ in paired.pairs] + [m for m, _ in paired.unclosed]):
        openings.setdefault(mark.family, []).append(mark.start)
    for mark, limit in paired.unclosed:
        # A second opening mark of the same style shows that the closing one was forgotten before it.
        alike = openings[mark.family]
        following = alike[bisect_right(alike, mark.start) :][:1]
        inner_end = trim_end(text, mark.end, min(end if limit is None else limit, *following, end))
        if inner_end > mark.end:
            inner_start = trim_start(text, mark.end, inner_end)
            drafts.append(_Draft(mark.start, inner_end, inner_start, inner_end, _STYLES[mark.family], closed=False))
    drafts.extend(_unopened_drafts(text, paired.unopened, sorted(d.end for d in drafts), start))
    drafts = _untangled(text, drafts)
    if paired.unused:
        singles = sorted([*singles, *(half for mark in paired.unused for half in _halves(mark))])
    if singles:
        drafts.extend(_single_drafts(text, singles, drafts, start, end))
        drafts.sort(key=_order)
    return drafts


def _untangled(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """The spans in order, unclosed ones cut where they would cross another."""
    drafts.sort(key=_order)
    around: list[_Draft] = []
    for draft in drafts:
        while around and around[-1].end <= draft.start:
            around.pop()
        while around and around[-1].end < draft.end:
            if draft.closed:
                outer = around.pop()
                outer.end = outer.inner_end = trim_end(text, outer.inner_start, draft.start)
            else:
                draft.end = draft.inner_end = min(draft.inner_end, around[-1].inner_end)
        around.append(draft)
    return [draft for draft in drafts if draft.inner_start < draft.inner_end]


def _is_navigation(text: str, opening: Mark, closing: Mark) -> bool:
    """Whether guillemets are the arrows of "« Previous | Next »"."""
    return opening.family == "guil-left" and opening.shape == "spaced" and "|" in text[opening.end : closing.start]


def _unopened_drafts(text: str, marks: Sequence[Mark], ends: Sequence[int], start: int) -> Iterator[_Draft]:
    """A span for each closer without an opener: from the last span's end, or the paragraph's start."""
    reached = start
    for mark in marks:
        before = bisect_right(ends, mark.start)
        reached = max(reached, ends[before - 1]) if before else reached
        begin = trim_start(text, reached, mark.start)
        # ‘“It was,” he said."’: fewer words are a slip after an attribution rather than a quotation.
        words = len(text[begin : mark.start].split(None, _MIN_UNOPENED_WORDS))
        if words >= _MIN_UNOPENED_WORDS or (words and begin == start):
            # ‘'We shall go,” he said’: a single mark at the paragraph's start opens what a double one closes.
            single = _SINGLE_OPENERS.get(text[begin]) if begin == start and text[begin + 1].isupper() else None
            opened, style = single is not None, single or _STYLES[mark.family]
            yield _Draft(begin, mark.end, begin + opened, mark.start, style, opened=opened)
        reached = mark.end


def _single_drafts(
    text: str, marks: Sequence[Mark], doubles: Sequence[_Draft], start: int, end: int
) -> Iterator[_Draft]:
    """Spans between single marks, each inside one double quotation or outside of all."""
    cells: dict[int, list[Mark]] = {}
    open_doubles: list[int] = []
    upcoming = 0
    for mark in marks:
        while upcoming < len(doubles) and doubles[upcoming].start <= mark.start:
            open_doubles.append(upcoming)
            upcoming += 1
        if open_doubles and doubles[open_doubles[-1]].start == mark.start:
            continue  # the single mark that opens it
        while open_doubles and doubles[open_doubles[-1]].inner_end <= mark.start:
            open_doubles.pop()
        cells.setdefault(open_doubles[-1] if open_doubles else -1, []).append(mark)
    for cell, members in cells.items():
        paired = pair_singles(text, members)
        for opening, closing in paired.pairs:
            draft = _Draft.between(text, opening, closing)
            if draft.inner_start < draft.inner_end:
                yield draft
        if cell >= 0 and not doubles[cell].closed and doubles[cell].opened and paired.unopened:
            # ‘“We shall go.' She sat down.’: a single mark closes what a double one opened.
            around, closing = doubles[cell], paired.unopened[0]
            around.closed, around.end, around.inner_end = True, closing.end, closing.start
        limit = doubles[cell].inner_end if cell >= 0 else end
        begin = doubles[cell].inner_start if cell >= 0 else start
        left_open = _unclosed_single(text, paired.unclosed, begin, limit)
        if left_open is not None and not any(a.start > left_open.start for a, _ in paired.pairs):
            yield left_open


def _unclosed_single(text: str, marks: Sequence[Mark], begin: int, limit: int) -> _Draft | None:
    """The unclosed single quotation of a stretch, if a mark stands where no apostrophe would.

    A straight mark is tentative, and so is one behind a full stop (‘she said. ‘We rowed.’): only a further paragraph
    that opens in the same way proves it no apostrophe.
    """
    for mark in marks:
        curly = mark.family == "s-left"
        at_start = not text[begin : mark.start].strip() if mark.start - begin < 40 else False
        lead = text[max(0, mark.start - 3) : mark.start].rstrip()
        sure = curly and (at_start or lead.endswith((":", ",")))
        if mark.after.isalnum() and (sure or (mark.after.isupper() and (at_start or lead.endswith((".", "?", "!"))))):
            inner_end = trim_end(text, mark.end, limit)
            style = _STYLES[mark.family]
            draft = _Draft(mark.start, inner_end, mark.end, inner_end, style, closed=False, tentative=not sure)
            return draft if mark.end < inner_end else None
    return None


def _halves(mark: Mark) -> tuple[Mark, Mark]:
    """Two single marks in place of a doubled one."""
    family: Family = "s-straight" if mark.family == "apostrophes" else "s-right"
    middle = (mark.start + mark.end) // 2
    return mark._replace(end=middle, family=family), mark._replace(start=middle, family=family)


def _is_gap(paragraphs: range, bounds: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether so little stands between two paragraphs of a quotation that it may be a caption or a link line."""
    return len(paragraphs) <= _MAX_GAP_PARAGRAPHS and all(ends[i] - bounds[i] <= _MAX_GAP_CHARS for i in paragraphs)


def _finished(drafts: list[_Draft]) -> list[QuotedSpan]:
    """The spans in order, with their depth."""
    drafts.sort(key=_order)
    spans: list[QuotedSpan] = []
    around: list[int] = []
    for d in drafts:
        while around and around[-1] <= d.start:
            around.pop()
        spans.append(
            QuotedSpan(
                d.start, d.end, d.inner_start, d.inner_end, d.style, len(around), d.closed, d.opened, d.continues
            )
        )
        around.append(d.end)
    return spans


def _order(draft: _Draft) -> tuple[int, int]:
    return draft.start, -draft.end
