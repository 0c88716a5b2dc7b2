"""The names of organisations: abbreviations, legal forms, British and American spelling, countries in them.

An organisation's words are compared as a set, after "Ukrainian", "Ukraine's" and "of Ukraine" have become one word:
"Ukrainian Defence Ministry" and "Ministry of Defense of Ukraine" have the same set.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from negotiations_nlp.names.countries import country_run
from negotiations_nlp.names.folding import fold, strip_possessive
from negotiations_nlp.names.resources import builtin_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "initials",
    "is_abbreviation_of",
    "last_name",
    "no_country",
    "org_words",
    "without_bracket",
    "without_country",
    "without_form",
    "without_kind",
    "without_qualifier",
]

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "s",
        "the",
        "to",
        "und",
        "y",
        "de",
        "la",
        "du",
        "des",
        "und",
        "der",
        "die",
        "das",
        "für",
    ]
)
_SERVICE_WORDS = frozenset({"agency", "intelligence", "refugee", "security", "service", "services", "spy"})
_COMPOUNDS = tuple(
    f"-{word}"
    for word in (
        *("based", "led", "backed", "occupied", "run", "owned", "controlled", "linked", "funded", "aligned"),
        *("affiliated", "sponsored", "registered", "headquartered", "listed", "supported", "financed", "friendly"),
    )
)
_OF_SURNAMES = ("ov", "ev", "yov", "enko", "sky", "skyi", "ova")
_POSSESSIVE = regex.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_SPELLINGS = (
    ("organisation", "organization"),
    ("defence", "defense"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
)
_PLANT = frozenset({"plant", "station", "power"})  # "nuclear plant", "nuclear power station"
_MAX_OWNER_WORDS = 4
_MIN_WORDS_AFTER_BLOC = 3
_MAX_ABBREVIATION = 4
_MIN_LAST_NAME = 5
_OWNED = ("'s", "’s", "s'")
_BLOCS = frozenset({"un", "eu", "nato"})
_DIGITS = {"three": "3", "four": "4", "five": "5", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twenty": "20"}
_SPLIT = (
    (" co operation", " cooperation"),
    (" co ordination", " coordination"),
    ("co ordination ", "coordination "),
    (" anti ", " anti"),
)


@lru_cache(maxsize=1)
def _expansions() -> dict[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["words"]) for _, row in builtin_rows("org_words.jsonl") if "words" in row}


@lru_cache(maxsize=1)
def _forms() -> tuple[frozenset[str], tuple[str, ...]]:
    """The legal forms of one word, and those of several, longest first."""
    forms = [row["form"] for _, row in builtin_rows("org_forms.jsonl")]
    phrases = sorted((form for form in forms if " " in form), key=len, reverse=True)
    return frozenset(form for form in forms if " " not in form), tuple(phrases)


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in _forms()[1])


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str] | None]:
    """Words for a kind of organisation, each with the kinds of entries that it may describe; None for any."""
    rows = [row for _, row in builtin_rows("org_words.jsonl") if "kind" in row]
    return {row["word"]: None if row["kind"] is True else frozenset(row["kind"]) for row in rows}


@lru_cache(maxsize=1)
def _no_owners() -> frozenset[str]:
    """Words whose possessive is part of a name ("People's Party"), with their "s"."""
    return frozenset(row["word"] for _, row in builtin_rows("org_words.jsonl") if row.get("owner") is False)


@lru_cache(maxsize=1)
def _before() -> frozenset[str]:
    return frozenset(row["word"] for _, row in builtin_rows("org_words.jsonl") if row.get("before"))


def last_name(name: str) -> str:
    """Return the last word of a name that general words lead up to ("National Power Company Ukrenergo"), else ""."""
    *lead, last = name.split()
    if not lead or len(last) < _MIN_LAST_NAME or fold(last) in _before() or fold(last) in _kinds():
        return ""
    return last if _before().issuperset(map(fold, lead)) else ""


def _is_owner(word: str) -> bool:
    return word.endswith(_OWNED) and fold(word) not in _no_owners()


def no_country(word: str) -> str | None:
    """Know no country: for comparing names without a knowledge base."""
    del word
    return None


@lru_cache(maxsize=256)  # asked for more than once while one name is looked up
def _spelled(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in American spelling."""
    folded = fold(name)
    for british, american in _SPELLINGS:
        folded = folded.replace(british, american)
    for apart, together in _SPLIT:
        folded = folded.replace(apart, together)
    return tuple(folded.split())


def org_words(name: str, country: Callable[[str], str | None] = no_country) -> tuple[str, ...]:
    """Return the words of an organisation's name as a sorted set.

    Args:
        name: a name.
        country: brings a country's name or nationality word to one word for the country, or None.

    Returns:
        The words in American spelling, abbreviated ones written out ("MoD"), small words left out; empty when there
        is none.
    """
    found: set[str] = set()
    name, bracket = without_bracket(name)
    if bracket:
        found.update({country(bracket) or ""} - {""} or org_words(bracket, country))
    expansions = _expansions()
    words = _spelled(_POSSESSIVE.sub("", name) if "'" in name or "’" in name else name)
    at = 0
    while at < len(words):
        word = words[at]
        size, of = country_run(words, at) if country is not no_country else (1, None)
        at += size
        if of is not None:
            found.add(of)
        elif word in expansions:
            found.update(expansions[word])
        elif word not in _SMALL:
            found.add(country(word) or word)
    if "nuclear" in found and not found.isdisjoint(_PLANT):
        found = (found - _PLANT) | {"plant"}
    if "ministry" in found:
        # "Foreign Ministry" and "Ministry of Foreign Affairs", "Ministry of National Defence"
        found.discard("affairs")
        if "defense" in found:
            found.discard("national")
    return tuple(sorted(found))


def without_bracket(name: str) -> tuple[str, str]:
    """Split a name and what stands in a bracket after it ("Republican Party (US)"); empty when there is none."""
    outside, _, inside = name.partition(" (")
    return (outside, inside.rstrip(" )")) if inside.endswith(")") else (name, "")


def initials(name: str) -> str:
    """Return the folded initials of a name's words, small words left out ("Ukraine Defence Contact Group": "udcg").

    Number words count as their digits ("Group of Seven": "g7"), abbreviations in the name with all their letters ("UN
    High Commissioner for Refugees": "unhcr"). Empty for a single word.
    """
    whole = (
        {fold(w) for w in name.split() if w.isupper() and 1 < len(w) <= _MAX_ABBREVIATION} if not name.isupper() else ()
    )
    words = [w for w in _spelled(name) if w not in _SMALL]
    return "".join([word if word in whole else _DIGITS.get(word, word[0]) for word in words]) if len(words) > 1 else ""


def is_abbreviation_of(short: str, long: str) -> bool:
    """Tell whether a short form is made of the initials of a name, in order.

    Args:
        short: an abbreviation ("UDCG", "U.D.C.G.").
        long: a name ("Ukraine Defence Contact Group").

    Returns:
        True when its letters are the initials of the name's words, small words counted or not.
    """
    letters = fold(short).replace(" ", "")
    if not 2 <= len(letters) <= 10 or not any(c.isupper() for c in short):
        return False
    every = "".join(word[0] for word in fold(long).split())
    return len(every) > 1 and letters in (initials(long), every)


def without_kind(name: str) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield a name with fewer and fewer general words at its end ("Fidesz party", "FSB security service").

    Yields:
        The name, and the kinds of organisations that these words describe ("Apple Daily" is no Apple); None for any.
    """
    words = name.split()
    if len(words) > 1 and words[0].isupper() and all(fold(w) in _SERVICE_WORDS for w in words[1:]):
        yield words[0], None
        return
    kinds = _kinds()
    allowed: frozenset[str] | None = None
    while len(words) > 1 and (word := fold(words[-1])) in kinds:
        of = kinds[word]
        allowed = of if allowed is None else allowed if of is None else allowed & of
        # "Wagner Group" has the bare name among its own; a surname with a capitalised word after it is another firm
        named = words[-1][:1].isupper()
        words.pop()
        if named and len(words) == 1 and words[0].endswith(_OF_SURNAMES):
            return
        yield " ".join(words), allowed


def without_country(name: str, country: Callable[[str], str | None]) -> tuple[str, str | None]:
    """Split a country from the end of a name ("Sberbank of Russia"): the rest, and the word for the country or None."""
    head, _, tail = name.partition(" of ")
    of = country(tail) if tail else None
    return (head, of) if of is not None else (name, None)


def without_form(name: str) -> str:
    """Return a name without legal forms ("PJSC Gazprom", "Rostec State Corporation"); itself when nothing is left."""
    single, phrases = _forms()
    words = name.split()
    folded = [fold(word) for word in words]
    several = not _last_words().isdisjoint(folded)
    if not several and single.isdisjoint(folded):
        return name.strip(" ,&") or name
    for phrase in phrases if several else ():
        run = phrase.split()
        for at in range(len(words) - len(run), -1, -1):
            if folded[at : at + len(run)] == run:
                del words[at : at + len(run)], folded[at : at + len(run)]
    return " ".join(word for word, plain in zip(words, folded, strict=True) if plain not in single).strip(" ,&") or name


class Bare(NamedTuple):
    """A name without what describes it, and the countries that the description named."""

    name: str
    countries: frozenset[str]
    direct: bool  # a country's word stood right before the name: "Russian Red Cross", not "French charity Oxfam"


def without_qualifier(name: str, country: Callable[[str], str | None] = no_country) -> Iterator[Bare]:
    """Yield what is left of a name when words that describe it are taken from its front.

    Descriptions are possessives ("Ukraine's SBU"), nationality words, words in small letters and compounds such as
    "New York-based"; a capitalised word of the name itself is never taken.

    Args:
        name: a name.
        country: as for :func:`org_words`.
    """
    yield from _without_leading_words(name.split(), country)
    # "Elon Musk's SpaceX", but "Chinese People's Liberation Army" is the army of the Chinese people
    words = name.split()
    owner = next((n for n, w in enumerate(words[:_MAX_OWNER_WORDS], start=1) if _is_owner(w)), 0)
    if 1 < owner < len(words):
        of = country(" ".join([*words[: owner - 1], strip_possessive(words[owner - 1])]))
        whole = Bare(" ".join(words[owner:]), frozenset(), of is not None)
        for rest in (whole, *_without_leading_words(words[owner:], country)):
            yield rest if of is None else rest._replace(countries=rest.countries | {of})


def _without_leading_words(words: list[str], country: Callable[[str], str | None]) -> Iterator[Bare]:
    countries: set[str] = set()
    hyphen = any("-" in word for word in words)
    while len(words) > 1:
        compound = (
            next((n for n, w in enumerate(words[:4], start=1) if w.casefold().endswith(_COMPOUNDS)), 0) if hyphen else 0
        )
        if compound and compound < len(words):
            words = words[compound:]
            yield Bare(" ".join(words), frozenset(countries), False)
            continue
        word = words[0]
        owned = _is_owner(word)
        of = country(strip_possessive(word)) if owned else country(word)
        small = word.islower() and any(w[:1].isupper() for w in words[1:])
        # "EU police agency Europol": a body's name is not taken off before a name of its organs
        bloc = fold(word) in _BLOCS and (words[1].islower() or len(words) > _MIN_WORDS_AFTER_BLOC)
        if not (small or owned or bloc or of is not None):
            return
        if of is not None:
            countries.add(of)
        words = words[1:]
        yield Bare(" ".join(words), frozenset(countries), of is not None)
