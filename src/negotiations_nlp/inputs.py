"""What callers may give for an article and its date, checked once and in one place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypedDict

from negotiations_nlp.errors import InputError

__all__ = ["ArticleInput", "ArticleRecord", "parse_date", "read_inputs", "read_record"]

ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:$|[T ])", re.ASCII)
RECORD_KEYS = ("text", "id", "date")


class ArticleRecord(TypedDict, total=False):
    """An article as a dictionary; only ``text`` is required."""

    text: str
    id: str | None
    date: str | dt.date | None


class ArticleInput(NamedTuple):
    """A checked article: its text, its id and the date the caller gave."""

    text: str
    id: str | None
    date: dt.date | None


def parse_date(value: str | dt.date | None) -> dt.date | None:
    """Turn what a caller gave for a date into a date. Does not read prose ("22 July 2025").

    Args:
        value: an ISO string ("2025-07-22", a time of day after it is dropped), a date, a datetime or None.

    Returns:
        The date; None when the value is None.

    Raises:
        InputError: the value is of another type, or a string in another format.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        msg = f"date must be an ISO string, a datetime.date or None, got {type(value).__name__}"
        raise InputError(msg)
    found = ISO_DATE.match(value.strip())
    try:
        return dt.date.fromisoformat(found[1] if found is not None else "")
    except ValueError as error:
        msg = f"date must look like 2025-07-22, got {value!r}; pass a datetime.date for other formats"
        raise InputError(msg) from error


def check_text(text: object) -> str:
    """Return the text as a plain str; raise InputError when it is no string."""
    if isinstance(text, str):
        return str.__str__(text)  # numpy.str_ and its like are strings that spaCy's tokenizer refuses
    hint = "; decode it first, for example text.decode('utf-8')" if isinstance(text, bytes) else ""
    msg = f"text must be a str, got {type(text).__name__}{hint}"
    raise InputError(msg)


def check_id(value: object) -> str | None:
    """Return the article's id; raise InputError when it is neither a string nor None."""
    if value is None or isinstance(value, str):
        return value
    msg = f"id must be a str or None, got {type(value).__name__}; use str(id)"
    raise InputError(msg)


def read_inputs(items: Iterable[str | tuple[str, str | dt.date | None] | ArticleRecord]) -> Iterator[ArticleInput]:
    """Check the articles one by one, lazily.

    Args:
        items: texts, (text, date) pairs, or dictionaries with the keys text, id and date.

    Raises:
        InputError: an item is something else; the message names its number, counted from 0.
    """
    if isinstance(items, (str, bytes, Mapping)) or not isinstance(items, Iterable):
        msg = f"expected an iterable of texts, got one {type(items).__name__}; use extract() for a single article"
        raise InputError(msg)
    for number, item in enumerate(items):
        try:
            yield _read(item)
        except InputError as error:
            msg = f"article {number}: {error}"
            raise InputError(msg) from error


def _read(item: object) -> ArticleInput:
    if isinstance(item, str):
        return ArticleInput(check_text(item), None, None)
    if isinstance(item, Mapping):
        return read_record(item)
    if isinstance(item, tuple) and len(item) == 2:
        text, date = item
        return ArticleInput(check_text(text), None, parse_date(date))
    msg = f"expected a str, a (text, date) tuple or a dict(text=, id=, date=), got {type(item).__name__}"
    raise InputError(msg)


def read_record(item: Mapping[Any, Any]) -> ArticleInput:
    """Check one article given as a dictionary; raise InputError for a missing or unknown key or a wrong type."""
    unknown = [key for key in item if key not in RECORD_KEYS]
    if unknown or "text" not in item:
        wrong = f"unknown key {unknown[0]!r}" if unknown else "no key 'text'"
        msg = f"{wrong}; an article has the keys {', '.join(RECORD_KEYS)}, of which text is required"
        raise InputError(msg)
    return ArticleInput(check_text(item["text"]), check_id(item.get("id")), parse_date(item.get("date")))
