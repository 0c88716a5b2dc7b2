"""Choosing quotes by outlet, kind, status, medium and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from negotiations_nlp.errors import InputError
from negotiations_nlp.inputs import parse_date
from negotiations_nlp.models import QuoteKind, QuoteStatus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from negotiations_nlp.corpus.records import CorpusQuote

__all__ = ["DateKind", "day_of", "select"]

DateKind = Literal["said", "published"]


def day_of(quote: CorpusQuote, by: DateKind) -> dt.date | None:
    """The day on which a quote was said or published; None when it is not known.

    Raises:
        InputError: `by` is neither "said" nor "published".
    """
    _check({by}, get_args(DateKind), "by")
    return quote.said if by == "said" else quote.published


def select(
    quotes: Iterable[CorpusQuote],
    *,
    outlet: str | Collection[str] | None,
    kind: QuoteKind | Collection[QuoteKind] | None,
    status: QuoteStatus | Collection[QuoteStatus] | None,
    medium: str | Collection[str] | None,
    since: str | dt.date | None,
    until: str | dt.date | None,
    by: DateKind,
) -> tuple[CorpusQuote, ...]:
    """Choose the quotes that meet all conditions, as `Corpus.quotes` describes them; None is no condition.

    Raises:
        InputError: an unknown kind, status or sort of date, or a date that is none.
    """
    first, last = parse_date(since), parse_date(until)
    outlets, kinds, statuses, media = map(_several, (outlet, kind, status, medium))
    _check(kinds or (), get_args(QuoteKind), "kind")
    _check(statuses or (), get_args(QuoteStatus), "status")
    _check({by}, get_args(DateKind), "by")
    return tuple(
        q
        for q in quotes
        if (outlets is None or q.outlet in outlets)
        and (kinds is None or q.quote.kind in kinds)
        and (statuses is None or q.quote.status in statuses)
        and (media is None or q.quote.medium in media)
        and ((first is None and last is None) or _between(first, day_of(q, by), last))
    )


def _several(value: str | Collection[str] | None) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset((value,)) if isinstance(value, str) else frozenset(value)


def _check(values: Collection[str], allowed: tuple[str, ...], what: str) -> None:
    for value in values:
        if value not in allowed:
            msg = f"{what} must be one of {', '.join(allowed)}, got {value!r}"
            raise InputError(msg)


def _between(first: dt.date | None, day: dt.date | None, last: dt.date | None) -> bool:
    return day is not None and (first is None or first <= day) and (last is None or day <= last)
