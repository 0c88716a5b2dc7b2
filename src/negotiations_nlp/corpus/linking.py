"""Which names of different articles mean one entity. Strings only.

Names with one id in the knowledge base are one. Beyond that the engine that compares names inside an article decides,
on pairs that share a key. Where it finds that a name may mean two things that are not one ("Biden", with Joe and
Hunter Biden in the corpus; "MoD", with two ministries), the name is joined with neither. The outcome does not depend
on the order in which names are added.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from negotiations_nlp.names.folding import fold, tidy
from negotiations_nlp.names.matching import org_key, person_compatibility, same_spelling
from negotiations_nlp.names.orgs import initials
from negotiations_nlp.names.person_index import name_shapes
from negotiations_nlp.names.persons import parse_person
from negotiations_nlp.names.place_index import asked_places
from negotiations_nlp.names.place_sounds import place_sounds
from negotiations_nlp.names.sound_table import word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from negotiations_nlp.models import EntityLabel

__all__ = ["Linked", "Name", "NameGraph", "may_mean"]

_ENOUGH = 0.78  # a surname alone scores 0.8, a given name alone 0.6 to 0.75


class Name(NamedTuple):
    """What some articles call one thing."""

    label: EntityLabel
    text: str
    kb_id: str | None


class Linked(NamedTuple):
    """Names that are one, and those that were not joined.

    Attributes:
        root: for each name, one name that stands for all that mean the same.
        ambiguous: names with the names that each may mean, which are not one.
    """

    root: dict[Name, Name]
    ambiguous: dict[Name, tuple[Name, ...]]


def may_mean(query: str, name: str, label: EntityLabel) -> bool:
    """Tell whether somebody who writes a query may mean a name, in any spelling or by surname.

    Args:
        query: a name as somebody may write it ("Zelenski").
        name: a canonical name ("Volodymyr Zelenskyy").
        label: the label of that name.
    """
    if label == "PERSON":
        return person_compatibility(name, query).score >= _ENOUGH
    return same_spelling(query, name, label)


class NameGraph:
    """Names, filed under keys, with the pairs that may be one."""

    def __init__(self) -> None:
        self._filed: dict[tuple[str, str], list[Name]] = defaultdict(list)
        self._near: dict[Name, set[Name]] = {}

    def __contains__(self, name: Name) -> bool:
        return name in self._near

    def add(self, name: Name) -> None:
        """Add a name and compare it with those that share a key."""
        if name in self._near:
            return
        self._near[name] = set()
        for other in self.sharing_a_key(name.text, name.label):
            if _are_one(name, other):
                self._near[name].add(other)
                self._near[other].add(name)
        for key in set(_keys(name.text, name.label, every=False)):
            self._filed[name.label, key].append(name)

    def sharing_a_key(self, text: str, label: EntityLabel) -> list[Name]:
        """The names that are worth comparing with a text; empty when there are none."""
        keys = dict.fromkeys(_keys(text, label, every=True))
        return list(dict.fromkeys(name for key in keys for name in self._filed.get((label, key), ())))

    def link(self) -> Linked:
        """Decide which names are one."""
        sets = _Sets(self._near)
        by_id: dict[tuple[str, str], Name] = {}
        for name in self._near:
            if name.kb_id is not None:
                sets.join(by_id.setdefault((name.label, name.kb_id), name), name)
        ambiguous: dict[Name, tuple[Name, ...]] = {}
        full = {name: self._near[name] for name in self._near if not _is_bare(name)}
        self._join(full, {n: {o for o in near if not _is_bare(o)} for n, near in full.items()}, sets, ambiguous)
        orphans: dict[Name, set[Name]] = {}
        for name, near in self._near.items():
            if not _is_bare(name) or name.kb_id is not None:
                continue
            owners = {sets.find(o): o for o in sorted(near, key=str) if not _is_bare(o) or o.kb_id is not None}
            if len(owners) == 1:
                sets.join(name, next(iter(owners)))
            elif owners:
                ambiguous[name] = tuple(owners.values())
            else:
                orphans[name] = near
        self._join(orphans, {n: {o for o in near if o in orphans} for n, near in orphans.items()}, sets, ambiguous)
        return Linked({name: sets.find(name) for name in self._near}, ambiguous)

    def _join(
        self,
        names: Iterable[Name],
        near: dict[Name, set[Name]],
        sets: _Sets,
        ambiguous: dict[Name, tuple[Name, ...]],
    ) -> None:
        unclear = {name: clash for name in names if (clash := self._clashing(near[name]))}
        for name in names:
            for other in near[name]:
                if name not in unclear and other not in unclear:
                    sets.join(name, other)
        ambiguous.update({name: tuple(sorted(clash, key=str)) for name, clash in unclear.items()})

    def _clashing(self, near: set[Name]) -> set[Name]:
        """Those among the neighbours of a name that cannot be one with another neighbour."""
        found: set[Name] = set()
        ordered = list(near)
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 :]:
                if b not in self._near[a] and (a.kb_id is None or a.kb_id != b.kb_id):
                    found |= {a, b}
        return found


def _are_one(a: Name, b: Name) -> bool:
    """Whether two names may be one; for a surname alone and a full name, whether that may be meant."""
    if a.kb_id is not None and b.kb_id is not None:
        return a.kb_id == b.kb_id
    if a.label == "PERSON" and (_is_bare(a) != _is_bare(b)):
        full, bare = (b, a) if _is_bare(a) else (a, b)
        return may_mean(bare.text, full.text, "PERSON")
    return same_spelling(a.text, b.text, a.label)


def _is_bare(name: Name) -> bool:
    return name.label == "PERSON" and not parse_person(name.text).given


def _keys(text: str, label: EntityLabel, *, every: bool) -> Iterator[str]:
    """Keys to file a name under; those to seek it by when `every`, which allows for the family name first."""
    folded = fold(text)
    yield "=" + folded
    if label == "PERSON":
        for shape in name_shapes(parse_person(text)):
            if every or not shape.how:
                yield from ("p" + key for key, _ in word_keys(shape.surname))
    elif label == "ORG":
        yield "o" + org_key(text)
        yield "a" + folded.replace(" ", "")
        yield "a" + initials(text)
        yield "a" + "".join(word[0] for word in folded.split())
    else:
        for place in asked_places(tidy(text)):
            yield "n" + place.name
            yield from ("s" + key for key, _ in place_sounds(place.name))


class _Sets:
    """Disjoint sets, each known by its first name in alphabetical order."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._parent = {name: name for name in names}

    def find(self, name: Name) -> Name:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, a: Name, b: Name) -> None:
        first, second = sorted((self.find(a), self.find(b)), key=str)
        self._parent[second] = first
