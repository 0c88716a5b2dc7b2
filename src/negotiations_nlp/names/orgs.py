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
_COMPOUNDS = ("-based", "-led", "-backed", "-occupied", "-run", "-owned", "-controlled", "-linked")
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
def _kinds() -> frozenset[str]:
    return frozenset(row["word"] for _, row in builtin_rows("org_words.jsonl") if row.get("kind"))


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


def without_kind(name: str) -> Iterator[str]:
    """Yield a name with fewer and fewer general words at its end ("Fidesz party", "FSB security service")."""
    words = name.split()
    if len(words) > 1 and words[0].isupper() and all(fold(w) in _SERVICE_WORDS for w in words[1:]):
        yield words[0]
        return
    while len(words) > 1 and fold(words[-1]) in _kinds():
        words.pop()
        yield " ".join(words)


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
    owner = next((n for n, w in enumerate(words[:_MAX_OWNER_WORDS], start=1) if w.endswith(_OWNED)), 0)
    if 1 < owner < len(words):
        of = country(" ".join([*words[: owner - 1], strip_possessive(words[owner - 1])]))
        for rest in (Bare(" ".join(words[owner:]), frozenset()), *_without_leading_words(words[owner:], country)):
            yield rest if of is None else Bare(rest.name, rest.countries | {of})


def _without_leading_words(words: list[str], country: Callable[[str], str | None]) -> Iterator[Bare]:
    countries: set[str] = set()
    hyphen = any("-" in word for word in words)
    while len(words) > 1:
        compound = (
            next((n for n, w in enumerate(words[:4], start=1) if w.casefold().endswith(_COMPOUNDS)), 0) if hyphen else 0
        )
        if compound and compound < len(words):
            words = words[compound:]
            yield Bare(" ".join(words), frozenset(countries))
            continue
        word = words[0]
        owned = word.endswith(_OWNED)
        of = country(strip_possessive(word)) if owned else country(word)
        small = word.islower() and any(w[:1].isupper() for w in words[1:])
        # "EU police agency Europol": a body's name is not taken off before a name of its organs
        bloc = fold(word) in _BLOCS and (words[1].islower() or len(words) > _MIN_WORDS_AFTER_BLOC)
        if not (small or owned or bloc or of is not None):
            return
        if of is not None:
            countries.add(of)
        words = words[1:]
        yield Bare(" ".join(words), frozenset(countries))
