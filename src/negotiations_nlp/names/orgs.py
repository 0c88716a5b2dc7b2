"""The names of organisations: abbreviations, legal forms, British and American spelling, countries in them.

An organisation's words are compared as a set, after "Ukrainian", "Ukraine's" and "of Ukraine" have become one word:
"Ukrainian Defence Ministry" and "Ministry of Defense of Ukraine" have the same set.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.resources import builtin_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "LEGAL_FORMS",
    "initials",
    "is_abbreviation_of",
    "no_country",
    "org_words",
    "without_kind",
    "without_qualifier",
]

LEGAL_FORMS = frozenset(
    [
        "ag",
        "co",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "jsc",
        "llc",
        "ltd",
        "limited",
        "nv",
        "oao",
        "oao",
        "ojsc",
        "ooo",
        "pao",
        "pjsc",
        "plc",
        "sa",
        "se",
        "spa",
    ]
)
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
_POSSESSIVE = regex.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_SPELLINGS = (
    ("organisation", "organization"),
    ("defence", "defense"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
    ("cooperation", "cooperation"),
    ("coordination", "coordination"),
)
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
def _kinds() -> frozenset[str]:
    return frozenset(row["word"] for _, row in builtin_rows("org_words.jsonl") if row.get("kind"))


def no_country(word: str) -> str | None:
    """Know no country: for comparing names without a knowledge base."""
    del word
    return None


def _spelled(folded: str) -> str:
    for british, american in _SPELLINGS:
        folded = folded.replace(british, american)
    for apart, together in _SPLIT:
        folded = folded.replace(apart, together)
    return folded


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
    for word in _spelled(fold(_POSSESSIVE.sub("", name))).split():
        if word in _SMALL:
            continue
        if word in _expansions():
            found.update(_expansions()[word])
            continue
        found.add(country(word) or word)
    return tuple(sorted(found))


def initials(name: str) -> str:
    """Return the folded initials of a name's words, small words left out ("ukraine defence contact group": "udcg")."""
    words = [w for w in fold(name).split() if w not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


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


def without_kind(name: str) -> str:
    """Return a name without a general word at its end ("Fidesz party", "Ukrinform news agency")."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in _kinds():
        words.pop()
    return " ".join(words)


def without_qualifier(name: str, country: Callable[[str], str | None] = no_country) -> Iterator[str]:
    """Yield what is left of a name when words that describe it are taken from its front.

    Descriptions are possessives ("Ukraine's SBU"), nationality words, words in small letters and compounds such as
    "London-based"; a capitalised word of the name itself is never taken.

    Args:
        name: a name.
        country: as for :func:`org_words`.
    """
    words = name.split()
    while len(words) > 1:
        word = words[0]
        small = word.islower() and any(w[:1].isupper() for w in words[1:])
        rest_is_short = words[1].isupper() or not words[1].islower()
        describes = (
            small
            or word.endswith(("'s", "’s", "s'", "-based", "-led", "-backed", "-occupied", "-run", "-owned"))
            or country(word) is not None
            or (rest_is_short and fold(word) in _kinds() and word[:1].islower())
        )
        if not describes:
            return
        words = words[1:]
        yield " ".join(words)
