"""Dates as news pages write them: the page's own date, and expressions such as "on Monday" against a reference.

Only days are resolved. An expression that names no single day ("last week", "in July") has no date.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from negotiations_nlp.text.blocks import Block

__all__ = ["find_dates", "page_date", "resolve_date"]

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MAX_DAYS_AHEAD: Final = 7
"""How far after the reference a day without a year may lie before the year before is meant."""
_MAX_PAGE_CHARS: Final = 4000
_MAX_DATELINE_CHARS: Final = 120
_TOP_BLOCKS: Final = 12

_MONTH: Final = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_DATE: Final = re.compile(
    r"\b(?:"
    r"(?P<year1>(?:19|20)\d\d)-(?P<month1>\d\d)-(?P<day1>\d\d)(?!\d)"
    r"|(?P<day2>\d{1,2})(?P<dot>[./])(?P<month2>\d{1,2})(?P=dot)(?P<year2>(?:19|20)\d\d)\b"
    rf"|(?P<day3>\d{{1,2}}){_ORDINAL}\s(?:of\s)?{_MONTH.format('month3')}(?:,?\s(?P<year3>(?:19|20)\d\d)\b)?"
    rf"|{_MONTH.format('month4')}\s(?P<day4>\d{{1,2}}){_ORDINAL}\b(?!:)(?!\s?[-–]\s?\d)(?:,?\s(?P<year4>(?:19|20)\d\d)\b)?"
    r")",
    re.IGNORECASE,
)
_NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_FEASTS: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip
_FEAST: Final = "|".join(_FEASTS).replace("'", "['’]")
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SAME_DAY: Final = r"(?:earlier|later)\s(?:in\sthe\sday|today)|today|tonight|this\s(?:morning|afternoon|evening)"
_DAY_BEFORE: Final = r"yesterday|last\snight|(?:on\s)?the\sday\sbefore\s?yesterday"
_RELATIVE: Final = re.compile(
    rf"\b(?:(?P<same>{_SAME_DAY})|(?P<before>{_DAY_BEFORE})|(?P<ahead>tomorrow)"
    rf"|(?P<ago>{'|'.join(_NUMBERS)}|\d{{1,2}})\sdays?\sago|(?P<feast>{_FEAST})"
    rf"|(?P<last>last\s)?(?P<next>next\s)?(?P<weekday>{_WEEKDAY})\b(?!['’]s))",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(r"^(?:early\s|late\s)?(?:on\s|since\s|by\s|until\s)?(?:early\s|late\s)?", re.IGNORECASE)
_NAMED_DAY: Final = re.compile(rf"^{_WEEKDAY},?\s(?:the\s)?", re.IGNORECASE)
"""The weekday of ‘Monday, July 21’, which the date makes superfluous."""
_ALONG: Final = re.compile(
    r"^[\s,]*(?:(?:at|in\sthe|early|late)\s)?(?:morning|afternoon|evening|night|noon|midday|midnight)?[\s,.]*$",
    re.IGNORECASE,
)


def page_date(text: str, blocks: Sequence[Block]) -> dt.date | None:
    """The date that a page gives itself, near its top.

    A date inside a sentence is not the page's own: only datelines, bylines and other short lines count, and only in
    the first dozen blocks. A numeric date is read day first ("21.07.2025"), as month first only when it must be.

    Args:
        text: the page.
        blocks: its blocks, as `find_blocks` gives them.

    Returns:
        The date; None when the page shows none with a year.
    """
    ordered = sorted(blocks[:_TOP_BLOCKS], key=lambda block: block.kind != "dateline")
    for block in ordered:
        if block.start > _MAX_PAGE_CHARS or block.kind not in ("dateline", "byline", "boilerplate"):
            continue
        for match in _DATE.finditer(text, block.start, min(block.end, block.start + _MAX_DATELINE_CHARS)):
            found = _date_of(match, None)
            if found is not None:
                return found
    return None


def resolve_date(expression: str, reference: dt.date) -> dt.date | None:
    """The day that an expression means.

    A weekday is the nearest one not after the reference ("next Monday" the first one after it). A day and month
    without a year is the one nearest to the reference that lies at most a week after it.

    Args:
        expression: such as "Monday", "on July 21", "2 June 2025", "earlier in the day".
        reference: the day on which the text was written.

    Returns:
        The date; None when the expression is imprecise ("last week", "earlier this week"), impossible ("31 June") or
        no date.
    """
    body = _LEAD.sub("", expression.strip()[:60], count=1)
    match = _DATE.match(_NAMED_DAY.sub("", body, count=1)) or _DATE.match(body)
    body = body if match is None else match.string
    if match is not None and _ALONG.match(body[match.end() :]):
        return _date_of(match, reference)
    match = _RELATIVE.match(body)
    if match is None or not _ALONG.match(body[match.end() :]):
        return None
    return _relative(match, reference)


def find_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Expressions inside a sentence that may name a day, for `resolve_date`.

    Args:
        text: the whole text.
        start: first character of the sentence.
        end: one past its last character.

    Yields:
        (start, end, expression), in order, characters, half-open; nothing when the sentence names no day.
    """
    found = [(m.start(), m.end()) for m in _DATE.finditer(text, start, end) if _has_capital_month(m)]
    found.extend((m.start(), m.end()) for m in _RELATIVE.finditer(text, start, end))
    found.sort()
    i = 0
    while i < len(found):
        first, last = found[i]
        i += 1
        while i < len(found) and (found[i][0] < last or text[last : found[i][0]] in (", ", " ", " the ", ", the ")):
            last = max(last, found[i][1])
            i += 1
        yield first, last, text[first:last]


def _has_capital_month(match: re.Match[str]) -> bool:
    """False for ‘they may 10 years later ...’, which is no day in May."""
    month = match["month3"] or match["month4"]
    return month is None or month[0].isupper()


def _date_of(match: re.Match[str], reference: dt.date | None) -> dt.date | None:
    """The date of a match; one without a year needs the reference."""
    groups = match.groupdict()
    for n in "1234":
        if groups[f"day{n}"] is None:
            continue
        day, month, year = int(groups[f"day{n}"]), _month(groups[f"month{n}"]), groups[f"year{n}"]
        if n == "2" and month > 12 >= day:
            day, month = month, day
        if year is not None:
            return _valid(int(year), month, day)
        return None if reference is None else _nearest(month, day, reference)
    return None


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, reference: dt.date) -> dt.date | None:
    latest = reference + dt.timedelta(days=min(_MAX_DAYS_AHEAD, (dt.date.max - reference).days))
    for year in range(latest.year, max(latest.year - 5, 0), -1):
        candidate = _valid(year, month, day)
        if candidate is not None and candidate <= latest:
            return candidate
    return None


def _relative(match: re.Match[str], reference: dt.date) -> dt.date | None:
    if match["same"] is not None:
        return reference
    if match["feast"] is not None:
        return _nearest(*_FEASTS[match["feast"].lower().replace("’", "'")], reference)
    try:
        if match["ago"] is not None:
            ago = match["ago"].lower()
            return reference - dt.timedelta(days=_NUMBERS[ago] if ago in _NUMBERS else int(ago))
        if match["ahead"] is not None:
            return reference + dt.timedelta(days=1)
        if match["before"] is not None:
            return reference - dt.timedelta(days=2 if "before" in match["before"].lower() else 1)
        back = (reference.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        if match["next"] is not None:
            return reference + dt.timedelta(days=7 - back)
        return reference - dt.timedelta(days=back or (7 if match["last"] is not None else 0))
    except OverflowError:
        return None
