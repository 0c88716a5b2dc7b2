"""Finding the person whom a name means, by hash look-up on romanisation-insensitive keys.

A person is found by the surname's keys; the given name then has to agree. Nobody is found by a given name alone,
save after a title that goes with one ("Sir Keir", "Sheikh Tamim").
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from negotiations_nlp.bulk import collector_paused
from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.given import given_groups, is_given, same_given, same_listed, same_sound
from negotiations_nlp.names.persons import (
    PersonName,
    gender_of_title,
    is_common_surname,
    is_initial,
    is_office,
    is_royal,
    parse_person,
    takes_given,
)
from negotiations_nlp.names.romanise import keys, outlines_of_joined
from negotiations_nlp.names.scoring import Match
from negotiations_nlp.names.sound_table import SoundTable
from negotiations_nlp.names.spelling import is_slip, one_edit_apart, slip_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from negotiations_nlp.names.entries import Entry

__all__ = ["PersonIndex", "given_agreement", "name_shapes"]

_BIN = frozenset({"bin", "ben", "ibn", "bint"})
_ARTICLES = frozenset({"al", "el", "as", "ad", "ul", "ur"})
_ENDINGS_FROM_CYRILLIC = (
    *(
        "ov",
        "ev",
        "in",
        "enko",
        "sky",
        "ski",
        "skyi",
        "skyy",
        "skiy",
        "skii",
        "tska",
        "ova",
        "eva",
        "ina",
        "skaya",
        "ska",
    ),
    *("uk", "iak", "yak", "yan", "ian", "vili", "dze", "enka", "ovich", "evich", "ets", "yuk", "ay", "ai", "yi"),
)
_MIN_FUZZY_LETTERS = 5
_IN_WORDS = str.maketrans("", "", ".'")
_MAX_INITIALS = 3  # "HW", not a short name in capitals


class Shape(NamedTuple):
    """One way to read a name: given name, further given names, surname as one string."""

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    how: str


def _joined(words: str) -> str:
    """Join the words of a surname, articles left out; its diacritics stay, for they tell how to read it."""
    return words.casefold() if words.isalpha() else _joined_parts(words)


@lru_cache(maxsize=4096)
def _joined_parts(words: str) -> str:
    parts = words.casefold().replace("-", " ").split()
    if len(parts) > 1:
        parts = ["bin" if p in _BIN else p for p in parts if p not in _ARTICLES] or parts
    return "".join(parts)


def name_shapes(parsed: PersonName) -> Iterator[Shape]:
    """Yield the ways to read a name, the likeliest first: as it stands, without a clan's name, family name first."""
    words = [w for w in (parsed.given, *parsed.middle, *parsed.surname.split()) if w]
    if not words:
        return
    yield Shape(parsed.given, parsed.middle, _joined(parsed.surname), parsed.suffix, "")
    if len(words) < 2:
        return
    chain = [i for i, word in enumerate(words) if i and word.casefold() in _BIN] if len(words) > 3 else []
    if chain and len(words) > chain[0] + 2:
        cut = chain[0]
        yield Shape(words[0], (), _joined(" ".join(words[cut : cut + 2])), "", "without the family's name")
    # "Kennedy A. M.", but not "Warren E. Buffett"
    if not is_initial(words[1]) or all(map(is_initial, words[2:])):
        yield Shape(words[1], tuple(words[2:]), _joined(words[0]), parsed.suffix, "family name first")
    if len(words) > 2:
        yield Shape(words[-1], (), _joined(" ".join(words[:-1])), parsed.suffix, "family name first")
        yield Shape(words[0], (), _joined(" ".join(words[1:])), parsed.suffix, "double surname")


def _initials(words: list[str]) -> str:
    return "".join(fold(word).replace(" ", "") if _are_letters(word) else fold(word)[:1] for word in words)


_SAME_FIRST = {
    "y": "jie",
    "j": "yi",
    "i": "yj",
    "e": "y",
    "h": "g",
    "g": "h",
    "w": "v",
    "v": "w",
    "o": "a",
    "a": "o",
    "k": "c",
    "c": "k",
}


def _same_first(a: str, b: str) -> bool:
    return a == b or b in _SAME_FIRST.get(a, "")


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether further given names go together: initials as far as both have them, else the first letter."""
    if not (_are_letters(a[0]) or _are_letters(b[0])):
        return _same_first(fold(a[0])[:1], fold(b[0])[:1])
    letters = zip(_initials(list(a)), _initials(list(b)), strict=False)
    return all(_same_first(x, y) for x, y in letters)


def _are_letters(word: str) -> bool:
    return is_initial(word) or (word.isupper() and len(word) <= _MAX_INITIALS and word.isalpha())


def _is_junior(suffix: str) -> bool:
    return suffix.casefold() in ("jr", "sr")


def given_agreement(asked: Shape, known: Shape) -> tuple[float, str] | None:
    """Score how the given names of two readings with one surname agree; None when they do not.

    Args:
        asked: the reading of the name in question.
        known: the reading of the name that is known.
    """
    if not asked.given:
        return (0.8, "surname alone") if not asked.middle else None
    if not known.given:
        return None
    if is_initial(asked.given):
        if asked.middle and not _are_letters(asked.middle[0]) and same_given(asked.middle[0], known.given):
            return 0.9, "an initial before the given name"
        letters, others = _initials([asked.given, *asked.middle]), _initials([known.given, *known.middle])
        if not others or (len(letters) > 1 and len(others) > 1 and letters[1] != others[1]):
            return None
        return (0.85, "initials") if _same_first(letters[0], others[0]) else None
    if asked.given == known.given or fold(asked.given) == fold(known.given):
        score, reason = 1.0, "same given name"
    elif same_sound(asked.given, known.given):
        score, reason = 0.98, _BY_SOUND
    elif _are_letters(known.given):
        if known.middle and not _are_letters(known.middle[0]) and same_given(asked.given, known.middle[0]):
            return 0.9, "an initial before the given name"
        letters, others = _initials([known.given, *known.middle]), _initials([asked.given, *asked.middle])
        # "Jack Vance" is not known to be J. D. Vance
        sure = _initials([known.given, *takewhile(_are_letters, known.middle)])
        if len(sure) > len(others) or not all(map(_same_first, others, letters)):
            return None
        return 0.85, "initials"
    elif same_listed(asked.given, known.given):
        score, reason = 0.93, "form of the given name"
    elif asked.middle and any(same_given(word, known.given) for word in asked.middle if not is_initial(word)):
        return 0.82, "second given name"
    else:
        return None
    if asked.middle and known.middle and not _middles_agree(asked.middle, known.middle):
        return None
    return score - (0.03 if asked.middle and not known.middle else 0.0), reason


def _comes_from_another_script(entry: Entry) -> bool:
    if any(not name.isascii() and any(c > "ʰ" for c in name) for name in entry.names):
        return True
    return entry.country in _TRANSLITERATED or fold(entry.name).endswith(_ENDINGS_FROM_CYRILLIC)


# where "Jr." may be left out of a name; elsewhere it tells somebody else
_WITH_JUNIORS = frozenset({None, "country:US", "country:PH", "country:CA"})
# traditions for Slavic names would join syllables that are two names there
_OF_SYLLABLES = frozenset({"country:CN", "country:HK", "country:KP", "country:KR", "country:TW", "country:VN"})
_BY_SOUND = "given name in another romanisation"
_ENGLISH = frozenset({None, "country:US", "country:GB", "country:CA", "country:AU", "country:NZ", "country:IE"})
_OTHER_ALPHABETS = "UA RU BY KZ KG UZ TJ TM AM GE AZ BG RS MK IL IR SA AE QA SY IQ EG LY JO LB PS YE MN AF MD"
# Polish and Turkish names reach English by way of Cyrillic and German as well ("Karol Navrotsky", "Demirtasch")
_TRANSLITERATED = frozenset(f"country:{code}" for code in f"{_OTHER_ALPHABETS} PL TR".split())


def _turned(words: list[str]) -> list[list[str]]:
    """Return the words as they stand, with the first one last, and with the last one first."""
    orders = [words, [*words[1:], words[0]]]
    return orders if len(words) <= 2 else [*orders, [words[-1], *words[:-1]]]


class PersonIndex:
    """The persons of a knowledge base, by surname.

    Args:
        entries: pairs of entry number and entry.
    """

    def __init__(self, entries: list[tuple[int, Entry]]) -> None:
        self._shapes: SoundTable[tuple[int, Shape]] = SoundTable()
        self._joined: SoundTable[int] = SoundTable()
        self._joined_of_parts: SoundTable[int] = SoundTable()  # names of more than two words
        self._given: dict[str, set[int]] = defaultdict(set)
        self._given_sounds: SoundTable[None] = SoundTable()
        self._main = {i for i, entry in entries if entry.main}
        self._gender = {i: entry.gender for i, entry in entries}
        self._country = {i: entry.country for i, entry in entries}
        # whom a given name after a title may mean, and a surname alone that thousands bear; a user's entry may be any
        self._noted = self._main | {i for i, entry in entries if entry.country is None}
        self._public = {i for i, entry in entries if entry.country is None or entry.main or entry.offices}
        for i, entry in entries:
            transliterated = _comes_from_another_script(entry)
            for name in dict.fromkeys((entry.name, *entry.aliases)):
                if " " in name:
                    self._add(i, name, entry.surname, transliterated=transliterated)
            if entry.surname is not None and " " not in entry.name:
                self._add(i, entry.name, entry.surname, transliterated=transliterated)

    def _add(self, i: int, name: str, surname: str | None, *, transliterated: bool) -> None:
        parsed = parse_person(name)
        if (
            surname is not None
            and fold(surname) != fold(parsed.surname)
            and fold(parsed.bare).startswith(fold(surname))
        ):
            rest = parsed.bare[len(surname) :].split()
            shapes = [Shape(rest[0] if rest else "", tuple(rest[1:]), _joined(surname), parsed.suffix, "")]
        else:
            shapes = [s for s in name_shapes(parsed) if s.how in ("", "without the family's name")]
        for shape in shapes:
            self._shapes.add(shape.surname, (i, shape), transliterated=transliterated)
            if shape.given:
                if fold(shape.given) not in self._given:
                    self._given_sounds.add(shape.given, None, transliterated=True)
                self._given[fold(shape.given)].add(i)
        joined = _joined(parsed.bare)
        parts = len(parsed.bare.replace("-", " ").split()) > 2
        # other spaces and another romanisation at once is asked of names of more than two words alone
        self._joined.add(joined, i, transliterated=transliterated and parts)
        if parts:
            self._joined_of_parts.add(joined, i, transliterated=transliterated)

    def matches(self, name: str) -> list[Match]:
        """Return the persons whom a name may mean, with scores; empty when there is none.

        Args:
            name: a name in any spelling, with or without titles.
        """
        parsed = parse_person(name)
        shapes = list(name_shapes(parsed))
        if not shapes:
            return []
        found: list[Match] = []
        alone = not parsed.given
        common = alone and is_common_surname(parsed.surname) and not any(map(is_office, parsed.titles))
        for shape in () if alone and any(map(is_royal, parsed.titles)) else shapes:
            rows = self._shapes.find(shape.surname)
            if rows and common:
                if is_common_surname(parsed.surname, english=True):
                    rows = [row for row in rows if self._country[row[1][0]] in _ENGLISH]
                rows = rows if any(i in self._public for _, (i, _) in rows) else []
            if rows:
                found.extend(self._by_surname(shape, rows, 0.06 if shape.how else 0.0))
        guessed = parsed.given and not _is_junior(parsed.suffix)
        if not found and guessed:
            found = list(self._misspelled(shapes[0])) or self._by_letters(parsed)
        if alone and not found and any(takes_given(title) for title in parsed.titles):
            bearers = self._given.get(fold(parsed.surname), set()) & self._noted
            found = [Match(0.85, i, ("given name after a title",)) for i in sorted(bearers)]
        if not found or not parsed.titles:
            return found
        genders = {g for g in map(gender_of_title, parsed.titles) if g is not None}
        return [m for m in found if not genders or self._gender[m.entry] is None or self._gender[m.entry] in genders]

    def _by_surname(self, asked: Shape, rows: list[tuple[str, tuple[int, Shape]]], cost: float) -> Iterable[Match]:
        bare, junior = not asked.given, _is_junior(asked.suffix)
        listed_given = bare and is_given(asked.surname)
        agreements: dict[Shape, tuple[float, str] | None] = {}  # a name is found by several of its keys
        best: dict[int, Match] = {}
        for key, (i, known) in rows:
            if known not in agreements:
                agreements[known] = given_agreement(asked, known)
            agreement = agreements[known]
            if agreement is None or (junior and not known.suffix and self._country[i] not in _WITH_JUNIORS):
                continue
            score, reason = agreement
            if reason == _BY_SOUND and self._country[i] in _OF_SYLLABLES:
                continue  # "Kim Yong-hyun" is not Kim Jong Un
            if listed_given and i not in self._main:
                continue
            spelled = key[0] == "="
            score -= cost if spelled else cost + 0.05
            if bare and i in self._main:
                score += 0.1
            elif bare and spelled and key[1:] == asked.surname:
                score += 0.03  # "Litvinenko" is as well he who spells himself so as a Lytvynenko whom all know
            if asked.suffix != known.suffix:
                score -= 0.15 if asked.suffix else 0.05
            if known.how:
                score -= 0.05
            if i not in best or best[i].score < score:
                spelling = "same surname" if spelled else "surname in another romanisation"
                best[i] = Match(score, i, (spelling, reason, asked.how) if asked.how else (spelling, reason))
        return best.values()

    def _knows_given(self, given: str) -> bool:
        """Tell whether anybody here may bear a given name."""
        return fold(given) in self._given or bool(given_groups(given)) or bool(self._given_sounds.find(given))

    def _by_letters(self, parsed: PersonName) -> list[Match]:
        words = [w for w in (parsed.given, *parsed.middle, *parsed.surname.split()) if w]
        # two words with other spaces have to be a name of more words
        plain = len(words) == 2 and not any("-" in word for word in words)
        table = self._joined_of_parts if plain else self._joined
        orders = _turned(words)
        parts = [word.casefold().translate(_IN_WORDS) for word in words]
        if all(map(str.isalpha, parts)):
            turned = zip(orders, _turned(parts), strict=True)
            orders = [order for order, letters in turned if table.may_hold(outlines_of_joined(letters))]
            if not orders:
                return []
        return [
            Match(0.85, i, ("same letters with other spaces or order",))
            for joined in {_joined("".join(order)) for order in orders}
            for key, i in table.look_up(joined)
            if key.startswith("=") or self._country[i] not in _OF_SYLLABLES
        ]

    def _misspelled(self, asked: Shape) -> Iterator[Match]:
        """One letter wrong in the surname, or in a given name that is otherwise unknown; never in both."""
        if is_initial(asked.given) or "." in asked.given:
            return
        found = self._shapes.find(asked.surname)
        if found and not given_groups(asked.given):
            for _, (i, known) in found:
                if min(len(asked.given), len(known.given)) >= 4 and one_edit_apart(
                    fold(asked.given), fold(known.given)
                ):
                    yield Match(0.76, i, ("given name one letter off",))
        if len(asked.surname) < _MIN_FUZZY_LETTERS or not self._knows_given(asked.given):
            return
        for near in self._one_letter_off(asked.surname):
            same = [
                Match(0.74, i, ("surname one letter off", "same given name"))
                for i, known in near
                if known.given and (fold(asked.given) == fold(known.given) or same_given(asked.given, known.given))
            ]
            if same:
                yield from same
                return

    def _one_letter_off(self, surname: str) -> Iterator[list[tuple[int, Shape]]]:
        """Yield who has a surname one letter off: by its spelling, then by its sounds."""
        spelled = "=" + fold(surname)
        yield self._near_key(spelled)
        yield [row for key in dict.fromkeys(key for key, _ in keys(surname)) for row in self._near_key(key)]

    @cached_property
    def _close(self) -> dict[str, list[str]]:
        """The keys by what they share with their misspellings."""
        close: dict[str, list[str]] = defaultdict(list)
        with collector_paused():
            for known in self._shapes:
                close[slip_key(known.removeprefix("="))].append(known)
        return close

    def _near_key(self, key: str) -> list[tuple[int, Shape]]:
        bare = key.removeprefix("=")
        if len(key) <= _MIN_FUZZY_LETTERS:
            return []
        near = [other for other in self._close.get(slip_key(bare), ()) if abs(len(other) - len(key)) <= 2]
        slips = [other for other in near if is_slip(bare, other.removeprefix("="))]
        rows = [row for other in slips for row in self._shapes.under(other)]
        return list(dict.fromkeys(rows)) if len(rows) > 1 else rows
