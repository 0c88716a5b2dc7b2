"""May two strings be spellings of one name? Without a knowledge base, for names that nobody has listed.

Keys bring together what may be one name, so that names can be grouped by hash look-up; the comparing functions then
decide. A key alone proves nothing: "Sergei" and "Serhii" differ in theirs, and two brothers share a surname's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from negotiations_nlp.names.countries import country_named, country_of
from negotiations_nlp.names.folding import fold, tidy
from negotiations_nlp.names.given import gender_of_given, given_groups, is_given, same_given
from negotiations_nlp.names.orgs import is_abbreviation_of, org_words
from negotiations_nlp.names.person_index import given_agreement, name_shapes
from negotiations_nlp.names.persons import PersonName, gender_of_title, is_initial, parse_person
from negotiations_nlp.names.place_index import IN_COUNTRY, asked_places
from negotiations_nlp.names.place_sounds import sound_alike
from negotiations_nlp.names.romanise import compatible, keys
from negotiations_nlp.names.spelling import plain_forms

__all__ = [
    "Compatibility",
    "org_key",
    "person_compatibility",
    "same_spelling",
    "same_surname",
    "surname_keys",
]

_SLAVIC_ENDINGS = (
    "ov",
    "ev",
    "in",
    "ski",
    "ska",
    "ka",
    "uk",
    "ič",
    "ik",
    "an",
    "ova",
    "eva",
    "ina",
    "ec",
    "ak",
    "ai",
    "vili",
    "ze",
)
_MIN_SOUNDS = 4


class Compatibility(NamedTuple):
    """Whether a mention may denote a person: a score from 0 (it may not) to 1, and what it rests on."""

    score: float
    reason: str

    def __bool__(self) -> bool:
        return self.score > 0


_NEVER = Compatibility(0.0, "different names")


@lru_cache(maxsize=4096)
def same_surname(a: str, b: str) -> bool:
    """Tell whether two folded surnames may be spellings of one.

    Readings other than the English one count for surnames with an East Slavic, Armenian or Georgian ending alone:
    "Resnikow" and "Reznikov" are one, "Waltz" and "Walz" are two.
    """
    if not a or not b:
        return False
    if not set(plain_forms(fold(a).replace(" ", ""))).isdisjoint(plain_forms(fold(b).replace(" ", ""))):
        return True
    for n, (ka, x) in enumerate(keys(a)):
        for m, (kb, y) in enumerate(keys(b)):
            if (
                ka == kb
                and min(len(x), len(y)) >= _MIN_SOUNDS
                and compatible(x, y)
                and (n == m == 0 or x.endswith(_SLAVIC_ENDINGS))
            ):
                return True
    return False


@lru_cache(maxsize=4096)
def surname_keys(surname: str) -> frozenset[str]:
    """Return what a folded surname shares at least one of with every other spelling of it: for grouping."""
    plain = plain_forms(fold(surname).replace(" ", ""))
    return frozenset((*plain, *(f"~{key}" for key, _ in keys(surname))))


def _gender(parsed: PersonName) -> str | None:
    by_title = [g for g in map(gender_of_title, parsed.titles) if g is not None]
    return by_title[-1] if by_title else gender_of_given(parsed.given) if parsed.given else None


@lru_cache(maxsize=4096)
def person_compatibility(a: str, b: str) -> Compatibility:
    """Tell whether a mention may denote a person who is known by a fuller name.

    Args:
        a: the fuller name ("Volodymyr Zelenskyy").
        b: the mention ("Zelensky", "Mr Zelensky", "V. Zelensky", "Volodymyr").

    Returns:
        Score and reason: about 1 for the same full name in any spelling, 0.85 for initials, 0.8 for the surname
        alone, 0.6 for a given name alone; a false value when the two cannot be one person ("Joe" and "Hunter Biden",
        "Petro" and "Pavlo", "Mrs Zelensky" and a man).
    """
    known, asked = parse_person(a), parse_person(b)
    if not known.surname or not asked.surname:
        return _NEVER
    size_known, size_asked = len(known.bare.split()), len(asked.bare.split())
    if size_known < size_asked or (size_known == size_asked and is_initial(known.given)):
        known, asked = asked, known
    genders = {_gender(known), _gender(asked)} - {None}
    if len(genders) > 1:
        return Compatibility(0.0, "man and woman")
    if known.suffix and asked.suffix and known.suffix.casefold() != asked.suffix.casefold():
        return Compatibility(0.0, "different suffix")
    if fold(known.bare) == fold(asked.bare):
        return Compatibility(1.0, "same name")
    best = _NEVER
    for n, one in enumerate(name_shapes(asked)):
        for m, other in enumerate(name_shapes(known)):
            if (n and m) or not same_surname(one.surname, other.surname):
                continue
            if m and not one.given and is_given(known.given):
                continue
            agreement = given_agreement(one, other)
            if agreement is not None and agreement[0] - 0.05 * (n + m) > best.score:
                how = one.how or other.how
                best = Compatibility(agreement[0] - 0.05 * (n + m), f"{agreement[1]}, {how}" if how else agreement[1])
    if not best and not asked.given:
        best = _single(known, fold(asked.surname).replace(" ", ""))
    return best


def _single(known: PersonName, word: str) -> Compatibility:
    """Compare one word with the parts of a name other than its surname."""
    if not known.given or is_initial(word):
        return _NEVER
    if fold(known.given).replace(" ", "") == word or (given_groups(word) and same_given(known.given, word)):
        return Compatibility(0.6, "given name alone")
    if fold(known.nickname) == word:
        return Compatibility(0.7, "nickname")
    if any(fold(part) == word for part in (*known.middle, *known.surname.replace("-", " ").split())):
        return Compatibility(0.65, "one of the names")
    return _NEVER


def _same_person(a: str, b: str) -> bool:
    known, asked = parse_person(a), parse_person(b)
    if bool(known.given) != bool(asked.given):
        return False
    return max(person_compatibility(a, b).score, person_compatibility(b, a).score) >= 0.75


def _same_place(a: str, b: str) -> bool:
    one, other = asked_places(tidy(a)), asked_places(tidy(b))
    around_a, around_b = ({country_of(p.inside) or p.inside for p in ps if p.how == IN_COUNTRY} for ps in (one, other))
    if around_a and around_b and around_a.isdisjoint(around_b):
        return False
    # "Mexico City" is no Mexico
    if not around_a and not around_b and (country_named(a) is None) != (country_named(b) is None):
        return False
    bare_a = {(p.name, p.region) for p in one if p.how != "without the word before it"}
    bare_b = {(p.name, p.region) for p in other if p.how != "without the word before it"}
    region = any(r for _, r in bare_a)
    if region != any(r for _, r in bare_b):
        return False
    bare_a = {p for p in bare_a if p[1] == region}
    bare_b = {p for p in bare_b if p[1] == region}
    if not bare_a.isdisjoint(bare_b):
        return True
    return any(sound_alike(x, y) for x, _ in bare_a for y, _ in bare_b)


def _same_org(a: str, b: str) -> bool:
    a, b = tidy(a), tidy(b)
    if is_abbreviation_of(a, b) or is_abbreviation_of(b, a):
        return True
    words = org_words(a, country_of)
    return words != () and (words == org_words(b, country_of) or fold(a).replace(" ", "") == fold(b).replace(" ", ""))


def same_spelling(a: str, b: str, label: str) -> bool:
    """Tell whether two strings may be spellings of one name.

    It knows no facts: Bombay and Mumbai are two. A surname alone is no spelling of a full name; for that see
    :func:`person_compatibility`.

    Args:
        a: a name.
        b: a name.
        label: PERSON, ORG or PLACE; with any other label only case, marks and punctuation may differ.

    Returns:
        True when they may be one name.
    """
    if fold(a) == fold(b):
        return fold(a) != ""
    compare = {"PERSON": _same_person, "PLACE": _same_place, "ORG": _same_org}.get(label)
    return compare is not None and compare(a, b)


def org_key(name: str) -> str:
    """Return the key under which spellings of an organisation's name fall together; empty when there is none."""
    return " ".join(org_words(tidy(name), country_of))
