"""The knowledge base: entries looked up by any spelling, the built-in one and the users' own."""

from __future__ import annotations

from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotiations_nlp.bulk import collector_paused
from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.names.checks import check_style, expected, parse_entries
from negotiations_nlp.names.countries import country_of, demonym
from negotiations_nlp.names.entries import LABELS, Candidate, CanonicalName, Entry, Label, parse_entry
from negotiations_nlp.names.folding import fold, tidy
from negotiations_nlp.names.offices import offices_by_role, plain_role
from negotiations_nlp.names.org_index import OrgIndex
from negotiations_nlp.names.person_index import PersonIndex
from negotiations_nlp.names.persons import is_title, parse_person
from negotiations_nlp.names.place_index import PlaceIndex
from negotiations_nlp.names.resources import builtin_rows, parse_rows
from negotiations_nlp.names.running_text import running_forms
from negotiations_nlp.names.scoring import ENOUGH, MARGIN, Match, best_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from negotiations_nlp.names.entries import Office

__all__ = ["BUILTIN_FILES", "Knowledge", "normalize"]

BUILTIN_FILES = ("countries.jsonl", "regions.jsonl", "places.jsonl", "orgs.jsonl", "state_bodies.jsonl", "people.jsonl")
MAX_FILE_BYTES = 50_000_000
MAX_CACHED_ANSWERS = 4_000


class Knowledge:
    """Names and what they stand for.

    Build one with :meth:`default`, :meth:`from_records` or :meth:`load`. A Knowledge never changes once built;
    :meth:`extended_with` and :meth:`with_style` return new ones.

    Example:
        >>> own = Knowledge.from_records([{"name": "Greta Hallström", "label": "PERSON", "aliases": ["Strait Rower"]}])
        >>> both = Knowledge.default().extended_with(own).with_style({"Kyiv": "Kiev"})
        >>> [both.normalize(name).name for name in ("the Strait Rower", "G. Hallstrom", "Kyjiw")]
        ['Greta Hallström', 'Greta Hallström', 'Kiev']
    """

    def __init__(
        self, entries: Iterable[Entry], *, base: Knowledge | None = None, style: Mapping[str, str] | None = None
    ):
        self._entries = tuple(entries)
        self._base = base
        self._style = dict(style or {})
        self._exact: dict[str, dict[str, tuple[int, ...]]] = {label: {} for label in LABELS}
        self._numbers: dict[str, list[tuple[int, Entry]]] = {label: [] for label in LABELS}
        by_id: dict[str, Entry] = {}
        folded_once = fold.__wrapped__  # so many names would only turn over what fold remembers
        for i, entry in enumerate(self._entries):
            self._numbers[entry.label].append((i, entry))
            if entry.id is not None:
                by_id.setdefault(entry.id, entry)
            exact = self._exact[entry.label]
            for name in entry.names:
                folded = folded_once(name)
                known = exact.get(folded, ())
                if i not in known:
                    exact[folded] = (*known, i)
        self._by_id = by_id
        self._indexes: dict[str, PersonIndex | PlaceIndex | OrgIndex] = {}
        self._answers: dict[tuple[str, str | None], CanonicalName | None] = {}
        self._canonical: dict[int, CanonicalName] = {}

    @classmethod
    def default(cls) -> Knowledge:
        """Return the knowledge base that comes with the library; it is read once."""
        return _default()

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]]) -> Knowledge:
        """Build a knowledge base of records alone, without the built-in one.

        Args:
            records: mappings with "name" and "label" (PERSON, ORG, PLACE), and optionally "aliases", "weak", "id",
                "gender", "offices" and the other keys of :class:`Entry`. A name that two records share is ambiguous
                and is answered with None.

        Raises:
            InputError: the records are no iterable of mappings.
            DataError: a record has an unknown key or a value of the wrong type; the message has its number.
        """
        return cls(parse_entries(records))

    @classmethod
    def load(cls, path: str | Path) -> Knowledge:
        """Read a knowledge base from a JSONL file, one record a line, without the built-in one.

        Args:
            path: the file; at most 50 MB.

        Raises:
            InputError: the file does not exist or is too large.
            DataError: a line is no JSON object, has an unknown key or a value of the wrong type, or repeats a name that
                an earlier line has under the same label; the message has the line number.
        """
        path = Path(path)
        if not path.is_file():
            raise InputError(f"no knowledge file at {str(path)!r}: give the path of a JSONL file")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(
                f"{str(path)!r} is larger than {MAX_FILE_BYTES} bytes: split it, or leave out what is unused"
            )
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise DataError(f"{path}: expected UTF-8 text ({error})") from None
        entries: list[Entry] = []
        seen: dict[tuple[str, str], int] = {}
        for number, row in parse_rows(text, path.name):
            entry = parse_entry(row, f"{path.name}, line {number}")
            folded = dict.fromkeys(fold(name) for name in entry.names)
            if len(folded) < len(entry.names):
                repeated = next(n for k, n in enumerate(entry.names) if fold(n) in {fold(m) for m in entry.names[:k]})
                raise DataError(f"{path.name}, line {number}: {repeated!r} stands twice (case and marks do not count)")
            for name in folded:
                first = seen.setdefault((entry.label, name), number)
                if first != number:
                    raise DataError(
                        f"{path.name}, line {number}: {name!r} is already a name of line {first}; "
                        "remove it from one of the two"
                    )
            entries.append(entry)
        return cls(entries)

    def extended_with(self, other: Knowledge) -> Knowledge:
        """Return this knowledge base with another on top, whose answers win.

        An entry of the other without an id that bears the name of one here only adds its aliases and keeps the id.

        Args:
            other: the entries to add.
        """
        entries = [self._with_known_id(entry) for entry in expected(other, Knowledge, "what is added").entries()]
        return Knowledge(entries, base=self, style={**self._style, **other._style})

    def with_style(self, style: Mapping[str, str]) -> Knowledge:
        """Return this knowledge base with other names shown for some entries; ids and matching stay.

        Args:
            style: shown name by any known name ({"Kyiv": "Kiev"}).

        Raises:
            InputError: a name is not known here, is ambiguous, or the name to show is blank.
        """
        shown: dict[str, str] = {}
        for known, show in check_style(style).items():
            if not isinstance(show, str) or not fold(show):
                raise InputError(f"the name to show for {known!r} must be a name, got {show!r}")
            answers = {label: self.normalize(known, label) for label in LABELS}
            found = [a for a in answers.values() if a is not None]
            exact = [a for a in found if fold(a.name) == fold(known)]
            if len(exact or found) != 1:
                state = "is not in the knowledge base" if not found else "may mean several entries"
                raise InputError(f"{known!r} {state}: use the full canonical name of one entry, such as 'Kyiv'")
            answer = (exact or found)[0]
            shown[answer.id or f"{answer.label}:{answer.name}"] = show
        return Knowledge(self._entries, base=self._base, style={**self._style, **shown})

    def entries(self) -> Iterator[Entry]:
        """Yield all entries, those on top first."""
        yield from self._entries
        if self._base is not None:
            taken = {e.id for e in self._entries if e.id is not None}
            yield from (e for e in self._base.entries() if e.id is None or e.id not in taken)

    def _with_known_id(self, entry: Entry) -> Entry:
        if entry.id is not None:
            return entry
        same = [e for e in self._named(entry.name, entry.label) if e.name == entry.name]
        if len(same) != 1:
            return entry
        known = same[0]
        values = {key: getattr(known, key) for key in Entry.__dataclass_fields__}
        values["aliases"] = tuple(dict.fromkeys((*known.aliases, *entry.aliases)))
        values["weak"] = tuple(dict.fromkeys((*known.weak, *entry.weak)))
        return Entry(**values)

    def _named(self, name: str, label: str) -> list[Entry]:
        found = [self._entries[i] for i in self._exact[label].get(fold(name), ())]
        return found or (self._base._named(name, label) if self._base is not None else [])

    # -- asking --------------------------------------------------------------------------------------------------

    def normalize(self, name: str, label: str | None = None) -> CanonicalName | None:
        """Return the canonical name of what a name means.

        Args:
            name: a name in any spelling, with or without titles, qualifiers and possessive ending.
            label: PERSON, ORG or PLACE; None looks in all of them.

        Returns:
            The canonical name; None when the name is not known or may as well mean something else.

        Raises:
            InputError: the name is no string, or the label none of the three.
        """
        try:
            return self._answers[name, label]
        except (KeyError, TypeError):
            pass
        found = self._ranked(name, label)
        answer = None
        if found and found[0][0].score >= ENOUGH:
            first, owner = found[0]
            if len(found) == 1 or first.score - found[1][0].score >= MARGIN:
                answer = owner._show(first.entry, self._style)
        if len(self._answers) >= MAX_CACHED_ANSWERS:
            self._answers.clear()
        self._answers[name, label] = answer
        return answer

    def candidates(self, name: str, label: str | None = None) -> tuple[Candidate, ...]:
        """Return the entries that a name may mean, best first, each with its score and reasons.

        Args:
            name: a name in any spelling.
            label: PERSON, ORG or PLACE; None looks in all of them.

        Returns:
            The candidates, ten at most; empty when the name is not known.

        Raises:
            InputError: the name is no string, or the label none of the three.
        """
        shown = (
            (round(max(0.0, min(1.0, m.score)), 3), m.reasons, owner._show(m.entry, self._style))
            for m, owner in self._ranked(name, label)[:10]
        )
        return tuple(Candidate(name=c.name, id=c.id, label=c.label, score=s, reasons=r) for s, r, c in shown)

    def entry(self, id: str) -> Entry | None:
        """Return the entry of an id, None when there is none."""
        found = self._by_id.get(id)
        return found if found is not None or self._base is None else self._base.entry(id)

    def forms(self) -> Iterator[tuple[str, str, str]]:
        """Yield the names that may be recognised in running text by exact token match.

        Left out are weak aliases, names of small towns, given names, common words and names without a capital letter,
        and what may as well mean another entry. Entries without an id have no place here. The bare surname is among
        the names of people marked as "main".

        Yields:
            Surface form, label and id.
        """
        for name, label, known in running_forms(list(self.entries())):
            meant = self.normalize(name, label)
            if meant is not None and meant.id == known:
                yield name, label, known

    def holders(self, role: str, of: str | None = None, on: dt.date | None = None) -> tuple[str, ...]:
        """Return the ids of the people who hold or held an office.

        Args:
            role: the office ("president", "defence minister"; British and American spelling are one).
            of: id of the country or organisation; None for any.
            on: the day; None asks who holds it according to the newest entry.

        Returns:
            The ids; empty when nobody is known.
        """
        held = self._offices.get(plain_role(role), ())
        return tuple(id for id, office in held if of in (None, office.of) and office.held_on(on))

    @cached_property
    def _offices(self) -> dict[str, list[tuple[str, Office]]]:
        return offices_by_role(self.entries())

    def demonym(self, word: str) -> str | None:
        """Return the id of the country of a nationality word ("Ukrainian", "American"); None when it is none."""
        return demonym(word)

    @property
    def style(self) -> dict[str, str]:
        """The names to show, by id ("ORG:Name" for an entry without one); empty when all are shown as they are."""
        return dict(self._style)

    def __len__(self) -> int:
        return len(self._entries) + (len(self._base) if self._base is not None else 0)

    # -- matching ------------------------------------------------------------------------------------------------

    def _show(self, i: int, style: Mapping[str, str]) -> CanonicalName:
        entry = self._entries[i]
        shown = style.get(entry.id or f"{entry.label}:{entry.name}") if style else None
        if shown is not None:
            return CanonicalName(name=shown, id=entry.id, label=entry.label)
        if i not in self._canonical:
            self._canonical[i] = CanonicalName(name=entry.name, id=entry.id, label=entry.label)
        return self._canonical[i]

    def _ranked(self, name: str, label: str | None) -> list[tuple[Match, Knowledge]]:
        if not isinstance(name, str):
            raise InputError(f"a name must be a string, got {type(name).__name__}")
        if label is not None and label not in LABELS:
            raise InputError(f"label must be one of {', '.join(LABELS)} or None, got {label!r}")
        text = tidy(name)
        if not fold(text):
            return []
        labels = LABELS if label is None else (label,)
        found = [(match, self) for one in labels for match in self._matches(text, one)]
        if self._base is not None and not any(m.score >= ENOUGH for m, _ in found):
            below = self._base._ranked(name, label)
            found.extend((m, owner) for m, owner in below if owner._entries[m.entry].id not in self._by_id)
        return sorted(found, key=lambda pair: -pair[0].score) if len(found) > 1 else found

    def _matches(self, text: str, label: Label) -> list[Match]:
        if not self._numbers[label]:
            return []
        if label == "PLACE":
            return best_of(self._index(label).matches(text))
        found = self._exact[label].get(fold(text), ())
        if found:
            return [Match(1.0 - self._cost(i, text), i, ("known name",)) for i in found]
        if label == "PERSON" and (found := self._after_titles(text)):
            return [Match(0.97, i, ("known name after a title",)) for i in found]
        return best_of(self._index(label).matches(text))

    def _cost(self, i: int, text: str) -> float:
        """A weak alias yields to a proper one of another entry."""
        return 0.1 if any(fold(w) == fold(text) for w in self._entries[i].weak) else 0.0

    def _after_titles(self, text: str) -> tuple[int, ...]:
        parsed = parse_person(text)
        exact = self._exact["PERSON"]
        if parsed.titles:
            found = exact.get(fold(parsed.bare), ())
            if found:
                return found
        words = text.split()
        for start in range(1, len(words) - 1):
            if is_title(words[start]) and all(is_title(w) or country_of(w) or w.islower() for w in words[:start]):
                found = exact.get(fold(" ".join(words[start:])), ())
                if found:
                    return found
        return ()

    def _index(self, label: Label) -> PersonIndex | PlaceIndex | OrgIndex:
        index = self._indexes.get(label)
        if index is None:
            index = self._indexes[label] = self._indexed(label)
        return index

    @collector_paused()
    def _indexed(self, label: Label) -> PersonIndex | PlaceIndex | OrgIndex:
        numbers, exact = self._numbers[label], self._exact[label]
        if label == "PERSON":
            return PersonIndex(numbers)
        if label == "PLACE":
            return PlaceIndex(numbers, exact)
        return OrgIndex(numbers, exact, country_of, partial(self.normalize, label="PLACE"))


@lru_cache(maxsize=1)
@collector_paused()
def _default() -> Knowledge:
    return Knowledge([parse_entry(row, f"{name}, line {n}") for name in BUILTIN_FILES for n, row in builtin_rows(name)])


def normalize(
    name: str, label: str | None = None, *, knowledge: Knowledge | None = None, explain: bool = False
) -> CanonicalName | tuple[Candidate, ...] | None:
    """Return the canonical name of a person, organisation or place.

    Args:
        name: a name in any spelling ("Kiev", "President Zelenskiy", "UDCG").
        label: PERSON, ORG or PLACE; None looks in all of them.
        knowledge: where to look; None takes the built-in knowledge base.
        explain: return the candidates with scores and reasons instead.

    Returns:
        The canonical name, or None when the name is not known or may as well mean something else; with explain, the
        candidates, best first, empty when there is none.

    Raises:
        InputError: the name is no string, or the label none of the three.

    Example:
        >>> normalize("Kiev")
        CanonicalName(name='Kyiv', id='geonames:703448', label='PLACE')
        >>> normalize("President Zelenskiy", "PERSON").name
        'Volodymyr Zelenskyy'
        >>> normalize("Nobody Atall") is None
        True
        >>> [candidate.name for candidate in normalize("Clinton", "PERSON", explain=True)]
        ['Hillary Clinton', 'Bill Clinton', 'Chelsea Clinton']
    """
    base = Knowledge.default() if knowledge is None else expected(knowledge, Knowledge, "knowledge")
    return base.candidates(name, label) if explain else base.normalize(name, label)
