"""What the knowledge base holds and answers: entries, canonical names, candidates.

One record of a file or of :meth:`Knowledge.from_records` becomes one :class:`Entry`; unknown keys and values of the
wrong type are refused.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from negotiations_nlp.errors import DataError
from negotiations_nlp.names.folding import MAX_NAME_CHARACTERS, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LABELS", "MAX_ALIASES", "Candidate", "CanonicalName", "Entry", "Label", "Office", "parse_entry"]

Label = Literal["PERSON", "ORG", "PLACE"]
LABELS: tuple[Label, ...] = ("PERSON", "ORG", "PLACE")
MAX_ALIASES = 500


class CanonicalName(BaseModel):
    """The one name under which a person, organisation or place is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(description="current English usage, or the house style's")
    id: str | None = Field(default=None, description="id in the knowledge base; None for an entry without one")
    label: Label


class Candidate(BaseModel):
    """An entry that a name may mean, with the reasons."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    id: str | None = None
    label: Label
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held."""

    role: str
    of: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def held_on(self, day: dt.date | None) -> bool:
        """Tell whether the office was held on a day; None asks whether it is still held."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, organisation or place of the knowledge base."""

    name: str
    label: Label
    id: str | None = None
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    surname: str | None = None
    main: bool = False
    gender: Literal["male", "female"] | None = None
    offices: tuple[Office, ...] = ()
    kind: str | None = None
    country: str | None = None
    within: str | None = None
    population: int = 0
    demonyms: tuple[str, ...] = ()
    wikidata: str | None = None
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, the aliases and the weak aliases."""
        return (self.name, *self.aliases, *self.weak)

    def to_record(self) -> dict[str, Any]:
        """Return the record that :func:`parse_entry` makes this entry of, as JSON has it."""
        record = {key: value for key, value in asdict(self).items() if value not in (None, (), 0, False)}
        for office in record.get("offices", ()):
            office.update({key: office[key].isoformat() for key in ("since", "until") if office[key] is not None})
        return {key: list(value) if isinstance(value, tuple) else value for key, value in record.items()}


_KEYS = frozenset(Entry.__dataclass_fields__)
_OFFICE_KEYS = frozenset(Office.__dataclass_fields__)


def _fail(where: str, message: str) -> DataError:
    return DataError(f"{where}: {message}")


def _name(value: object, where: str, key: str) -> str:
    # a name that begins with a plain letter or digit need not be folded to know that it has one
    if not isinstance(value, str) or not ((value[:1].isascii() and value[:1].isalnum()) or fold(value)):
        raise _fail(where, f"{key!r} must be a name with a letter or digit in it, got {value!r}")
    if len(value) > MAX_NAME_CHARACTERS:
        raise _fail(where, f"{key!r} is longer than {MAX_NAME_CHARACTERS} characters: {value[:60]!r}")
    return value


def _label(value: object, where: str, key: str) -> Label:
    if value not in LABELS:
        raise _fail(where, f"{key!r} must be one of {', '.join(LABELS)}, got {value!r}")
    return value


def _string(value: object, where: str, key: str) -> str | None:
    if value is not None and (not isinstance(value, str) or not value):
        raise _fail(where, f"{key!r} must be a string, got {value!r}")
    return value


def _names(value: object, where: str, key: str) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or len(value) > MAX_ALIASES:
        raise _fail(where, f"{key!r} must be a list of at most {MAX_ALIASES} names, got {str(value)[:60]!r}")
    # nearly all names begin with a plain letter or digit: told here, since a call costs more than the test
    return tuple(
        [
            name
            if isinstance(name, str) and name[:1].isascii() and name[:1].isalnum() and len(name) <= MAX_NAME_CHARACTERS
            else _name(name, where, key)
            for name in value
        ]
    )


def _gender(value: object, where: str, key: str) -> str | None:
    if value not in (None, "male", "female"):
        raise _fail(where, f"{key!r} must be 'male', 'female' or left out, got {value!r}")
    return value


def _flag(value: object, where: str, key: str) -> bool:
    if not isinstance(value, bool):
        raise _fail(where, f"{key!r} must be true or false, got {value!r}")
    return value


def _number(value: object, where: str, key: str) -> int:
    if not isinstance(value, int) or value < 0:
        raise _fail(where, f"{key!r} must be a number, got {value!r}")
    return value


def _day(value: object, where: str) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        raise _fail(where, f"a date must read YYYY-MM-DD, got {value!r}") from None


def _office(value: object, where: str) -> Office:
    if not isinstance(value, dict) or not isinstance(value.get("role"), str):
        raise _fail(where, f"an office must be an object with a 'role', got {value!r}")
    unknown = sorted(set(value) - _OFFICE_KEYS)
    if unknown:
        raise _fail(where, f"unknown key {unknown[0]!r} in an office; known are {', '.join(sorted(_OFFICE_KEYS))}")
    return Office(value["role"], value.get("of"), _day(value.get("since"), where), _day(value.get("until"), where))


def _offices(value: object, where: str, key: str) -> tuple[Office, ...]:
    if not isinstance(value, (list, tuple)):
        raise _fail(where, f"{key!r} must be a list, got {value!r}")
    return tuple([_office(office, where) for office in value])


_READ: dict[str, Callable[[object, str, str], object]] = {
    **dict.fromkeys(_KEYS, _string),
    "name": _name,
    "label": _label,
    "aliases": _names,
    "weak": _names,
    "demonyms": _names,
    "gender": _gender,
    "main": _flag,
    "population": _number,
    "offices": _offices,
}
_TEXT = frozenset(key for key, read in _READ.items() if read is _string)
_REQUIRED = ("name", "label")


def parse_entry(record: Mapping[str, Any], where: str) -> Entry:
    """Make an entry of a record.

    Args:
        record: what a line of a knowledge file holds.
        where: what to call the record in an error ("my.jsonl, line 3").

    Returns:
        The entry.

    Raises:
        DataError: a key is unknown or missing, or a value has the wrong type.
    """
    if not _KEYS.issuperset(record):
        unknown = min(set(record) - _KEYS, key=str)
        raise _fail(where, f"unknown key {unknown!r}; known are {', '.join(sorted(_KEYS))}")
    values: dict[str, Any] = {
        key: value if key in _TEXT and value and isinstance(value, str) else _READ[key](value, where, key)
        for key, value in record.items()
    }
    for key in _REQUIRED:
        if key not in values:
            _READ[key](None, where, key)
    return Entry(**values)
