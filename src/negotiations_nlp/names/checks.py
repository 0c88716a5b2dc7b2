"""What callers may hand to the knowledge base, checked with errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from negotiations_nlp.errors import InputError
from negotiations_nlp.names.entries import Entry, parse_entry

__all__ = ["check_style", "expected", "parse_entries"]

_T = TypeVar("_T")


def parse_entries(records: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Make entries of records.

    Args:
        records: mappings with "name" and "label".

    Raises:
        InputError: the records are no iterable, or hold something that is no mapping.
        DataError: a record has an unknown key or a value of the wrong type; the message has its number.
    """
    if isinstance(records, (str, bytes, Mapping)) or not isinstance(records, Iterable):
        msg = f"records must be a list of mappings with 'name' and 'label', got one {type(records).__name__}"
        raise InputError(msg)
    entries = []
    for number, record in enumerate(records, start=1):
        if not isinstance(record, Mapping):
            msg = f"record {number}: expected a mapping with 'name' and 'label', got {type(record).__name__}"
            raise InputError(msg)
        entries.append(parse_entry(record, f"record {number}"))
    return entries


def check_style(style: Mapping[str, str]) -> Mapping[str, str]:
    """Return the house style; raise InputError when it is no mapping."""
    return expected(style, Mapping, "style, from names to names to show,")


def expected(value: _T, kind: type, what: str) -> _T:
    """Return the value; raise InputError when it is not of the kind."""
    if isinstance(value, kind):
        return value
    msg = f"{what} must be a {kind.__name__}, got {type(value).__name__}"
    raise InputError(msg)
