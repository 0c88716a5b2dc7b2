"""Which names a component knows: the library's, the user's own, and the house style. What config and bytes carry of it.

A component keeps the user's records and style as plain data, never the built-in knowledge base: that comes with the
library.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import srsly

from negotiations_nlp.bulk import collector_paused
from negotiations_nlp.errors import InputError
from negotiations_nlp.names.knowledge import Knowledge
from negotiations_nlp.names.resources import builtin_rows, parse_rows
from negotiations_nlp.pipeline.gazetteer import Gazetteer
from negotiations_nlp.pipeline.genders import listed_given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from typing_extensions import Self

__all__ = ["KnownNames", "KnownNamesMixin", "given_names"]

Records = list[dict[str, Any]]
_FILE = "names.json"
_KEPT = 8
_ONE_LETTER = ("X",)
_AT_HOME = frozenset(("country:UA", "country:RU"))
_LONG_SURNAME = 4
_BIG_CITY = 1_000_000


@cache
def given_names() -> frozenset[str]:
    """Given names as they are written, in every spelling that the library lists."""
    return listed_given_names().union(form for _, row in builtin_rows("given_names.jsonl") for form in row["forms"])


class KnownNames:
    """The knowledge of one component.

    Args:
        knowledge: records of your own, the path of a knowledge file, or None. They come on top of the built-in ones.
        style: canonical name to the name to show.

    Raises:
        DataError: a record or a line of the file is not valid.
        InputError: the style names something unknown, or knowledge is neither records nor a path.
    """

    def __init__(self, knowledge: Sequence[Mapping[str, Any]] | str | Path | None, style: Mapping[str, str]) -> None:
        """Read and check what is given."""
        self.missing_path: Path | None = None
        self.records: Records = []
        self.style = dict(style)
        if isinstance(knowledge, (str, Path)):
            path = Path(knowledge)
            if path.is_file():
                Knowledge.load(path)
                self.records = [dict(row) for _, row in parse_rows(path.read_text(encoding="utf-8-sig"), path.name)]
            else:
                self.missing_path = path
        elif knowledge is not None:
            self.records = [dict(record) for record in knowledge]
        self._key = json.dumps([self.records, self.style], sort_keys=True, ensure_ascii=False)
        if self.missing_path is None:
            _knowledge(self._key)

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge base, shared by the components that have the same records and style.

        Raises:
            InputError: it was to come from a file that is not there.
        """
        if self.missing_path is not None:
            raise self._no_file()
        return _knowledge(self._key)

    @property
    def gazetteer(self) -> Gazetteer:
        """The names that may be recognised in running text."""
        if self.missing_path is not None:
            raise self._no_file()
        return _gazetteer(self._key)

    @property
    def surnames(self) -> frozenset[str]:
        """The surnames of known people."""
        return _surnames(self._key)

    def _no_file(self) -> InputError:
        return InputError(f"no knowledge file at {str(self.missing_path)!r}: give the path of a JSONL file")

    def to_json(self) -> dict[str, Any]:
        """The records and the style."""
        return {"knowledge": self.records, "style": self.style}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> KnownNames:
        """What `to_json` gave, built again."""
        return cls(data["knowledge"], data["style"])


@lru_cache(maxsize=_KEPT)
def _knowledge(key: str) -> Knowledge:
    records, style = json.loads(key)
    knowledge = Knowledge.default()
    if records:
        knowledge = knowledge.extended_with(Knowledge.from_records(records))
    return knowledge.with_style(style) if style else knowledge


@lru_cache(maxsize=_KEPT)
def _surnames(key: str) -> frozenset[str]:
    people = (entry for entry in _knowledge(key).entries() if entry.label == "PERSON")
    return frozenset(entry.surname or entry.name.rpartition(" ")[2] for entry in people)


@lru_cache(maxsize=_KEPT)
@collector_paused()
def _gazetteer(key: str) -> Gazetteer:
    records, _ = json.loads(key)
    knowledge = _knowledge(key)
    rows = [row for row in knowledge.forms() if _is_name(row[0])]
    places = {form for form, label, _ in rows if label == "PLACE"}
    weak = {form for form, label, id_ in rows if label == "PLACE" and _is_weak(knowledge, form, id_)}
    forms = {
        (form.removeprefix("The "), label)
        for form, label, _ in rows
        if "'s " not in form or form.partition("'s ")[0] not in places
    }
    for entry in knowledge.entries():
        if entry.main and entry.label == "PERSON":
            surname = entry.surname or entry.name.rpartition(" ")[2]
            forms.add((surname, "PERSON"))
            if len(surname) < _LONG_SURNAME or surname in places:
                weak.add(surname)
        elif entry.label == "PLACE" and (entry.kind is not None or entry.country in _AT_HOME):
            # a city and the region around it share names, so that forms() leaves them out
            forms.update(
                (name, "PLACE") for name in (entry.name, *entry.aliases) if name[0].isupper() and len(name) > 3
            )
    forms.update((letter, "ORG") for letter in _ONE_LETTER if knowledge.normalize(letter, "ORG") is not None)
    for record in records:
        forms.update((name, record["label"]) for name in (record["name"], *record.get("aliases", ())))
    return Gazetteer((row for row in sorted(forms) if not _is_cyrillic(row[0])), weak)


def _is_name(form: str) -> bool:
    """Whether a form is a name and no description ("American military")."""
    words = form.split()
    return bool(words) and not (words[-1].islower() and words[-1].isascii())


def _is_cyrillic(form: str) -> bool:
    return "\u0400" <= form[0] <= "\u04ff"


def _is_weak(knowledge: Knowledge, form: str, id_: str) -> bool:
    """Whether a place's name is no evidence by itself: a small place, or a lesser known name of a big one.

    Countries and regions are big, and every place of Ukraine and Russia is likely to be meant in the texts at hand.
    """
    entry = knowledge.entry(id_)
    if entry is None or entry.kind is not None or entry.country in _AT_HOME:
        return False
    return entry.population < _BIG_CITY or form != entry.name


class KnownNamesMixin:
    """Saving and loading for the components that know names."""

    names: KnownNames

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The user's records and the style, as bytes."""
        data: bytes = srsly.json_dumps({} if "names" in exclude else self.names.to_json()).encode("utf-8")
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Take over what `to_bytes` gave."""
        found = srsly.json_loads(data)
        if found and "names" not in exclude:
            self.names = KnownNames.from_json(found)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the user's records and the style into a folder, which is made."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / _FILE).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Take over what `to_disk` wrote."""
        return self.from_bytes((Path(path) / _FILE).read_bytes(), exclude=exclude)
