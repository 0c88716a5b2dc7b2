"""Details beside a cue: on which medium something was said, and on which day."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from negotiations_nlp.speaker_words import media
from negotiations_nlp.text.dates import find_dates, resolve_date

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["medium_of", "said_on"]

POSTING_VERBS = {"tweeted": "Twitter", "tweets": "Twitter", "retweeted": "Twitter", "tweeting": "Twitter"}
MAX_DISTANCE_TOKENS = 12
MAX_LABEL_TOKENS = 6
WEEKDAY = re.compile("monday|tuesday|wednesday|thursday|friday|saturday|sunday", re.IGNORECASE)


def _around_cue(tokens: Tokens, report: Report) -> list[int]:
    """The tokens of the attribution: near the cue, in its sentence, outside the content; behind a label's name."""
    if report.frame is None:
        if report.source is None or report.implicit:
            return []
        after = report.source[1]
        last = min(tokens.sentence(after - 1)[1], after + MAX_LABEL_TOKENS)
        return list(range(after, last if ":" not in tokens.lower[after:last] else tokens.lower.index(":", after)))
    low, high = tokens.sentence(report.frame.cue)
    first = max(low, report.frame.cue - MAX_DISTANCE_TOKENS)
    last = min(high, report.frame.cue + MAX_DISTANCE_TOKENS)
    return [
        i
        for i in range(first, last)
        if not any(a <= tokens.starts[i] and tokens.ends[i] <= b for a, b in report.content)
    ]


def medium_of(tokens: Tokens, report: Report) -> str | None:
    """The platform on which it was posted ("wrote on X"), None when the attribution names none."""
    for i in _around_cue(tokens, report):
        if tokens.lower[i] in POSTING_VERBS and report.frame is not None and i == report.frame.cue:
            return POSTING_VERBS[tokens.lower[i]]
        if tokens.lower[i] in {"on", "via", "in", "to", "over"}:
            end = i + 1
            while (
                end < len(tokens)
                and end < i + 4
                and tokens.lower[end] in {"his", "her", "their", "its", "the", "social", "network"}
            ):
                end += 1
            for size in (2, 1):
                phrase = " ".join(tokens.lower[end : end + size])
                if phrase in media() and tokens.word(end)[:1].isupper():
                    return media()[phrase]
    return None


def said_on(tokens: Tokens, report: Report, date: str | None) -> str | None:
    """The day on which it was said, by the date expression beside the cue.

    Args:
        tokens: the document.
        report: the report.
        date: the article's date (ISO), None when unknown.

    Returns:
        An ISO date; None when the attribution names no day, or no date is known against which to read it.
    """
    near = _around_cue(tokens, report)
    if not near or report.frame is None:
        return None
    reference = dt.date.fromisoformat(date) if date else None
    start, end = tokens.starts[near[0]], tokens.ends[near[-1]]
    cue = tokens.starts[report.frame.cue]
    best: tuple[int, str] | None = None
    for first, last, expression in find_dates(tokens.text, start, end):
        if any(first < b and a < last for a, b in report.content) or reference is None:
            continue
        day = resolve_date(expression, reference)
        if day is not None and report.status == "expected" and day < reference and WEEKDAY.search(expression):
            day += dt.timedelta(days=7)
        if day is not None and (best is None or abs(first - cue) < best[0]):
            best = (abs(first - cue), day.isoformat())
    return best[1] if best is not None else None
