"""Which mentions of persons are the same person, inside one text.

Full names come first: they are joined when their surnames and their given names may be spellings of one another.
A bare surname or given name then goes to the full name that it is part of: the one introduced most recently when
several fit, the next one when the full name only follows, and not to somebody of the other gender.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

__all__ = ["PersonMention", "link_persons"]

_Same = Callable[[str, str], bool]
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_PARTICLES = frozenset(("de", "del", "della", "di", "da", "do", "dos", "van", "von", "der", "den", "la", "le", "bin"))


@dataclass
class PersonMention:
    """One mention of a person.

    Attributes:
        parts: the words of the name, hyphenated words whole.
        gender: as far as a title says it.
        known: id in the knowledge base of the full name, "" when unknown.
        group: number of the person, filled by `link_persons`.
    """

    parts: tuple[str, ...]
    gender: str | None = None
    known: str = ""
    group: int = -1


@dataclass
class _Person:
    number: int
    full: list[tuple[str, ...]] = field(default_factory=list)
    first: int = 0
    last: int = 0
    gender: str | None = None
    known: str = ""


def link_persons(
    mentions: Sequence[PersonMention], same_word: Callable[[str, str], bool], same_given: Callable[[str, str], bool]
) -> int:
    """Number the persons: mentions of one person get one number.

    Args:
        mentions: in text order; their ``group`` is filled in.
        same_word: tells whether two surnames may be spellings of each other.
        same_given: tells the same of two given names.

    Returns:
        How many persons there are.
    """
    persons: list[_Person] = []
    by_form: dict[tuple[str, ...], _Person] = {}
    for position, mention in enumerate(mentions):
        if len(mention.parts) < 2:
            continue
        person = by_form.get(mention.parts)
        if person is None:
            person = next((p for p in persons if _may_be_same(p, mention, same_word, same_given)), None)
            if person is None:
                person = _Person(len(persons), first=position)
                persons.append(person)
            person.full.append(mention.parts)
            by_form[mention.parts] = person
        person.last = position
        person.gender = person.gender or mention.gender
        person.known = person.known or mention.known
        mention.group = person.number
    bare: dict[str, int] = {}
    bearers: dict[str, list[_Person]] = {}
    count = len(persons)
    latest: dict[int, int] = {}
    for position, mention in enumerate(mentions):
        if mention.group >= 0:
            latest[mention.group] = position
            continue
        word = mention.parts[0] if mention.parts else ""
        if word not in bearers:
            bearers[word] = [p for p in persons if _bears(p, word, same_word, surname=True)] or [
                p for p in persons if _bears(p, word, same_given, surname=False)
            ]
        fitting = bearers[word]
        if mention.gender:
            fitting = [p for p in fitting if p.gender in (None, mention.gender)]
        if fitting:
            seen = [p for p in fitting if p.number in latest]
            person = max(seen, key=lambda p: latest[p.number]) if seen else fitting[0]
            mention.group = person.number
            person.gender = person.gender or mention.gender
            latest[person.number] = position
            continue
        key = next((known for known in bare if known == word or same_word(known, word)), word)
        if key not in bare:
            bare[key] = count
            count += 1
        mention.group = bare[key]
    return count


def _surname(parts: tuple[str, ...]) -> int:
    """Index where the surname starts."""
    last = len(parts) - 1
    if last > 1 and parts[last].lower() in _SUFFIXES:
        last -= 1
    while last > 1 and parts[last - 1] in _PARTICLES:
        last -= 1
    return last


def _may_be_same(person: _Person, mention: PersonMention, same_word: _Same, same_given: _Same) -> bool:
    if person.known and mention.known:
        return person.known == mention.known
    if person.gender and mention.gender and person.gender != mention.gender:
        return False
    return any(_same_full(full, mention.parts, same_word, same_given) for full in person.full)


def _same_full(a: tuple[str, ...], b: tuple[str, ...], same_word: _Same, same_given: _Same) -> bool:
    """Whether two full names may be one: surnames alike, and given names alike, initials, or one left out."""
    if {w.lower() for w in a} & _SUFFIXES != {w.lower() for w in b} & _SUFFIXES:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and long[-len(short) :] == short and short[0][0].isupper():
        return True  # "Le Goff", "St. Clair"
    x, y = _surname(a), _surname(b)
    if a[x] != b[y] and not same_word(a[x], b[y]):
        return False
    if not _same_given(a[0], b[0], same_given):
        return False
    middle_a, middle_b = a[1:x], b[1:y]
    if middle_a and middle_b and len(middle_a) == len(middle_b):
        return all(_same_given(m, n, same_given) for m, n in zip(middle_a, middle_b, strict=True))
    return True


def _same_given(a: str, b: str, same_given: _Same) -> bool:
    if a == b or same_given(a, b):
        return True
    x, y = a.rstrip("."), b.rstrip(".")
    if len(x) == 1 or len(y) == 1:
        return x[:1].upper() == y[:1].upper()
    return False


def _bears(person: _Person, word: str, same: _Same, *, surname: bool) -> bool:
    for full in person.full:
        if surname:
            start = _surname(full)
            end = len(full) - (full[-1].lower() in _SUFFIXES)
            candidates = [*full[max(1, start) : end], " ".join(full[start:end])]
            candidates += [piece for name in full[1:end] if "-" in name for piece in name.split("-")]
            candidates += list(full[1:start])
        else:
            candidates = [full[0], *(piece for piece in full[0].split("-") if "-" in full[0])]
        if any(name == word or same(name, word) for name in candidates):
            return True
    return False
