"""From a frame and its clause to a report: its characters, the quotations in it, and its kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.direct import report_of
from negotiations_nlp.pipeline.settings import is_title
from negotiations_nlp.pipeline.stretches import Stretches, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.bounds import Clause
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.reports import Quoted, Report
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["clause_report"]

Content = list[tuple[int, int]]

OWN_SHARE = 0.5
TAKEN_SHARE = 0.6
MAX_GAP_CHARS = 3
PLAIN_RULES = frozenset({"clause-after", "question"})


def clause_report(
    tokens: Tokens, stretches: Stretches, frame: Frame, clause: Clause, *, holder: Quoted | None = None
) -> Report | None:
    """The report of a clause.

    Args:
        tokens: the document.
        stretches: its quotations, with the reports found so far.
        frame: the cue's frame.
        clause: what it reports.
        holder: the quotation that the cue itself stands in, None when it stands in none.

    Returns:
        The report, None when its words are somebody else's already or it reports nothing by itself.
    """
    content: Content = [(tokens.starts[a], tokens.ends[b - 1]) for a, b in clause.ranges if b > a]
    impersonal = frame.construction == "passive" and frame.subject is None
    if not content or (impersonal and frame.entry is not None and frame.entry.group != "say"):
        return None
    quotes: tuple[int, ...] = ()
    if holder is not None:
        low, high = holder.inner
        content = [(max(a, low), min(b, high)) for a, b in content if overlap((a, b), holder.inner)]
    else:
        fitted = _fit(stretches, frame, content)
        if fitted is None:
            return None
        content, quotes = fitted
        quotes = _take_following(tokens, stretches, content, quotes)
    content = [(a, b) for a, b in content if tokens.text[a:b].strip()]
    if not content:
        return None
    quoted = [stretches.quoted[k] for k in quotes]
    if clause.rule in PLAIN_RULES and any(content[0][0] == q.start and is_title(tokens, q) for q in quoted):
        return None
    kind = "mixed" if quotes else "indirect"
    if len(quoted) == len(content) == 1 and quoted[0].start <= content[0][0] and content[0][1] <= quoted[0].end:
        kind, content = "direct", [quoted[0].inner]
    report = report_of(tokens, content, kind, clause.rule, frame, frame.subject, quotes)
    return None if _holds_source(tokens, report) else report


def _holds_source(tokens: Tokens, report: Report) -> bool:
    """Whether the speaker's name stands within the words of the report: the parser took them for one clause."""
    if report.source is None:
        return False
    start, end = tokens.starts[report.source[0]], tokens.ends[report.source[1] - 1]
    return any(a <= start and end <= b for a, b in report.content)


def _fit(stretches: Stretches, frame: Frame, content: Content) -> tuple[Content, tuple[int, ...]] | None:
    """Round a content to whole quotations, and keep it off those that are somebody else's.

    Returns:
        The content and the numbers of the quotations in it; None when it is another report's.
    """
    joined = []
    for k in stretches.overlapping(content):
        q = stretches.quoted[k]
        if k not in stretches.reports:
            joined.append(k)
            continue
        report = stretches.reports[k]
        opens = q.start <= content[0][0] + 1 and q.end < content[0][1]
        if opens and report.cue is not None and q.end <= report.cue[0] < content[0][1]:
            return None  # '"A," Ada Lind told them, "B," she added': the first half with its attribution
        if report.frame is not None and report.frame.cue == frame.cue:
            if any(overlap(part, q.inner) > OWN_SHARE * (part[1] - part[0]) for part in content):
                return None
        elif sum(overlap(part, q.inner) for part in content) > TAKEN_SHARE * sum(b - a for a, b in content):
            return None
        else:
            content = [(a, min(b, q.start)) if a < q.start < b else (a, b) for a, b in content]
    for k in joined:
        q = stretches.quoted[k]
        n = next((n for n, part in enumerate(content) if overlap(part, (q.start, q.end))), None)
        if n is not None:
            content[n] = (min(content[n][0], q.start), max(content[n][1], q.end))
    return content, tuple(joined)


def _take_following(tokens: Tokens, stretches: Stretches, content: Content, quotes: Sequence[int]) -> tuple[int, ...]:
    """A quotation that goes on where the clause stops ("says it took an hour, “and then some”") joins it."""
    text, end = tokens.text, content[-1][1]
    for k in range(bisect_left(stretches.starts, end), bisect_right(stretches.starts, end + MAX_GAP_CHARS)):
        q = stretches.quoted[k]
        if k in stretches.reports or k in quotes:
            continue
        gap = text[end : q.start]
        plain = not gap.strip(" ,–—-") and "\n" not in gap and stretches.settings[k].previous is not None
        if plain and text[q.inner[0] : q.inner[0] + 1].islower():
            content[-1] = (content[-1][0], q.end)
            return (*quotes, k)
        break
    return tuple(quotes)
