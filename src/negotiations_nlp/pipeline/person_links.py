"""Which mentions of persons are the same person, inside one text.

Full names come first: they are joined when their surnames and their given names may be spellings of one another.
A bare surname or given name then goes to the full name that it is part of: when several fit, to the one who is mostly
meant by it ("Biden"), else to the one with the same title, to one who is not introduced as another's relative, and to
the one mentioned last, or to the next one when the full name only follows; never to somebody of the other gender.
A relative's given name ("her father Mel") is nobody's surname or pet name.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.given import given_groups
from negotiations_nlp.names.romanise import keys

__all__ = ["PersonMention", "link_persons"]

_Same = Callable[[str, str], bool]
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@dataclass
class PersonMention:
    """One mention of a person.

    Attributes:
        parts: the words of the name, hyphenated words whole.
        gender: as far as a title says it.
        title: the title before it, "" when there is none or it is one of courtesy.
        is_kin: whether it is introduced as somebody's relative.
        alias_of: position of the mention that it is another name of ("Balendra Shah, known as Balen"), -1 for none.
        known: id in the knowledge base of the name, "" when unknown; for a bare surname, who is mostly meant by it.
        group: number of the person, filled by `link_persons`.
    """

    parts: tuple[str, ...]
    gender: str | None = None
    known: str = ""
    title: str = ""
    is_kin: bool = False
    alias_of: int = -1
    group: int = -1


@dataclass
class _Person:
    number: int
    titles: set[str] = field(default_factory=set)
    is_kin: bool = False
    full: list[tuple[str, ...]] = field(default_factory=list)
    gender: str | None = None
    known: str = ""


class _Register:
    """The persons of a text, found by anything that a word of their names may be known by."""

    def __init__(self) -> None:
        self.persons: list[_Person] = []
        self._by_handle: dict[Hashable, dict[int, None]] = {}

    def add(self, person: _Person, parts: tuple[str, ...]) -> None:
        if person.number == len(self.persons):
            self.persons.append(person)
        person.full.append(parts)
        words = {*parts, *(piece for word in parts if "-" in word for piece in word.split("-"))}
        for handle in {handle for word in words for handle in _handles(word)} | {person.known} - {""}:
            self._by_handle.setdefault(handle, {})[person.number] = None

    def find(self, word: str, known: str = "") -> list[_Person]:
        """The persons who may bear a word, or an id, in order of introduction."""
        handles = [*_handles(word), known]
        numbers = {number for handle in handles for number in self._by_handle.get(handle, ())}
        return [self.persons[number] for number in sorted(numbers)]


def _handles(word: str) -> list[Hashable]:
    return [fold(word), *(("sound", key) for key, _ in keys(word)), *(("given", group) for group in given_groups(word))]


def link_persons(mentions: Sequence[PersonMention], same_word: _Same, same_given: _Same) -> int:
    """Number the persons: mentions of one person get one number.

    Args:
        mentions: in text order; their ``group`` is filled in.
        same_word: tells whether two surnames may be spellings of each other.
        same_given: tells the same of two given names.

    Returns:
        How many persons there are.
    """
    register = _Register()
    by_form: dict[tuple[str, ...], _Person] = {}
    for mention in mentions:
        if len(mention.parts) < 2:
            continue
        person = by_form.get(mention.parts)
        if person is None:
            near = register.find(mention.parts[_last(mention.parts)], mention.known)
            person = next((p for p in near if _may_be_same(p, mention, same_word, same_given)), None)
            if person is None:
                person = _Person(len(register.persons), is_kin=mention.is_kin)
            person.known = person.known or mention.known
            register.add(person, mention.parts)
            by_form[mention.parts] = person
        person.gender = person.gender or mention.gender
        person.titles.add(mention.title)
        mention.group = person.number
    count = _link_bare(mentions, register, same_word, same_given)
    _join_aliases(mentions)
    return count


def _join_aliases(mentions: Sequence[PersonMention]) -> None:
    """Give other names of a person, which are nobody else's, the person's number."""
    full = {mention.group for mention in mentions if len(mention.parts) > 1}
    joined: dict[int, int] = {}
    for mention in mentions:
        if mention.alias_of < 0:
            continue
        old, new = mention.group, mentions[mention.alias_of].group
        if old in full:
            old, new = new, old
        if old != new and old not in full and old not in joined and new not in joined:
            joined[old] = new
    for mention in mentions if joined else ():
        mention.group = joined.get(mention.group, mention.group)


def _link_bare(mentions: Sequence[PersonMention], register: _Register, same_word: _Same, same_given: _Same) -> int:
    """Number the mentions of one word."""
    count = len(register.persons)
    bearers: dict[str, list[_Person]] = {}
    bare: dict[Hashable, int] = {}
    latest: dict[int, int] = {}
    for position, mention in enumerate(mentions):
        if mention.group < 0:
            word = mention.parts[0]
            if mention.is_kin:
                bearers[word] = [p for p in register.find(word) if _has_first(p, word)]
            elif word not in bearers:
                near = register.find(word, mention.known)
                bearers[word] = (
                    [p for p in near if _has_last(p, word)]
                    or [p for p in near if _has_first(p, word)]
                    or [p for p in near if _has_surname(p, word, same_word)]
                    or [p for p in near if _has_given(p, word, same_given)]
                    or [p for p in near if mention.known and p.known == mention.known]  # "MBS"
                )
            person = _choose(bearers[word], mention, latest)
            if person is None:
                handles = [*_handles(word)[:2], *((mention.known,) if mention.known else ())]
                number = next((bare[handle] for handle in handles if handle in bare), count)
                count += number == count
                bare.update(dict.fromkeys(handles, number))
                mention.group = number
            else:
                person.gender = person.gender or mention.gender
                mention.group = person.number
        latest[mention.group] = position
    return count


def _choose(fitting: Sequence[_Person], mention: PersonMention, latest: dict[int, int]) -> _Person | None:
    """The one of several that a bare name means, None when there is none of its gender."""
    if mention.gender:
        fitting = [p for p in fitting if p.gender in (None, mention.gender)]
    fitting = [p for p in fitting if mention.known and p.known == mention.known] or fitting
    fitting = [p for p in fitting if mention.title and mention.title in p.titles] or fitting
    fitting = [p for p in fitting if not p.is_kin] or fitting
    return max(fitting, key=lambda p: (latest.get(p.number, -1), -p.number), default=None)


def _last(parts: tuple[str, ...]) -> int:
    """Index of the last word of the surname."""
    last = len(parts) - 1
    return last - 1 if last > 1 and parts[last].lower() in _SUFFIXES else last


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
    if len(short) < len(long) and _low(long[-len(short) :]) == _low(short):
        return True  # "Le Goff", "St. Clair", "de Boer"
    x, y = _last(a), _last(b)
    if (a[x] != b[y] and not same_word(a[x], b[y])) or not _same_first(a[0], b[0], same_given):
        return False
    middle_a, middle_b = a[1:x], b[1:y]
    if len(middle_a) == len(middle_b):
        return all(_same_first(m, n, same_given) for m, n in zip(middle_a, middle_b, strict=True))
    return True


def _low(words: tuple[str, ...]) -> str:
    return " ".join(words).lower()


def _same_first(a: str, b: str, same_given: _Same) -> bool:
    x, y = a.rstrip("."), b.rstrip(".")
    if min(len(x), len(y)) == 1:
        return x[:1].upper() == y[:1].upper()
    return a == b or same_given(a, b)


def _has_last(person: _Person, word: str) -> bool:
    """Whether a word, as it is written, is the last of a full name, or a middle one that is no given name."""
    return any(
        full[_last(full)] == word or (word in full[1 : _last(full)] and not given_groups(word)) for full in person.full
    )


def _has_first(person: _Person, word: str) -> bool:
    """Whether a word begins a full name, as it is written."""
    return any(full[0] == word for full in person.full)


def _has_surname(person: _Person, word: str, same_word: _Same) -> bool:
    """Whether a word is any but the first word of a full name, or a half of one."""
    for full in person.full:
        words = full[1 : _last(full) + 1]
        pieces = [piece for name in words if "-" in name for piece in name.split("-")]
        if any(name == word or same_word(name, word) for name in (*words, *pieces)):
            return True
    return False


def _has_given(person: _Person, word: str, same_given: _Same) -> bool:
    """Whether a word is the first word of a full name, or a half of it."""
    firsts = [piece for full in person.full for piece in {full[0], *full[0].split("-")}]
    return any(name == word or same_given(name, word) for name in firsts)
