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
    from collections.abc import Mapping

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


_STRINGS = ("id", "surname", "kind", "country", "within", "wikidata", "note")
_LISTS = ("aliases", "weak", "demonyms")
_KEYS = frozenset(Entry.__dataclass_fields__)
_OFFICE_KEYS = frozenset(Office.__dataclass_fields__)


def _fail(where: str, message: str) -> DataError:
    return DataError(f"{where}: {message}")


def _name(value: object, where: str, key: str) -> str:
    if not isinstance(value, str) or not fold(value):
        raise _fail(where, f"{key!r} must be a name with a letter or digit in it, got {value!r}")
    if len(value) > MAX_NAME_CHARACTERS:
        raise _fail(where, f"{key!r} is longer than {MAX_NAME_CHARACTERS} characters: {value[:60]!r}")
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
    unknown = sorted(set(record) - _KEYS)
    if unknown:
        raise _fail(where, f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    label = record.get("label")
    if label not in LABELS:
        raise _fail(where, f"'label' must be one of {', '.join(LABELS)}, got {label!r}")
    values: dict[str, Any] = {"name": _name(record.get("name"), where, "name"), "label": label}
    for key in _STRINGS:
        value = record.get(key)
        if value is not None and (not isinstance(value, str) or not value):
            raise _fail(where, f"{key!r} must be a string, got {value!r}")
        values[key] = value
    for key in _LISTS:
        value = record.get(key, ())
        if not isinstance(value, (list, tuple)) or len(value) > MAX_ALIASES:
            raise _fail(where, f"{key!r} must be a list of at most {MAX_ALIASES} names, got {str(value)[:60]!r}")
        values[key] = tuple(_name(v, where, key) for v in value)
    if record.get("gender") not in (None, "male", "female"):
        raise _fail(where, f"'gender' must be 'male', 'female' or left out, got {record['gender']!r}")
    values["gender"] = record.get("gender")
    if not isinstance(record.get("main", False), bool):
        raise _fail(where, f"'main' must be true or false, got {record['main']!r}")
    values["main"] = record.get("main", False)
    population = record.get("population", 0)
    if not isinstance(population, int) or population < 0:
        raise _fail(where, f"'population' must be a number, got {population!r}")
    values["population"] = population
    offices = record.get("offices", ())
    if not isinstance(offices, (list, tuple)):
        raise _fail(where, f"'offices' must be a list, got {offices!r}")
    values["offices"] = tuple(_office(o, where) for o in offices)
    return Entry(**values)
