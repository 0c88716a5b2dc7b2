"""Names of countries and cities in other languages, as the build scripts take them from Unicode CLDR.

Source: Unicode CLDR (Unicode License v3) as packaged by Babel: names of territories, and of the cities that stand for
time zones, in the languages of the press that is quoted in the news of the talks.
"""

from __future__ import annotations

import re
from collections import defaultdict

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.given import is_given

LANGUAGES = ("de", "fr", "pl", "tr", "es", "it", "nl", "pt", "cs", "sk", "hu", "ro", "uk", "ru", "be")
ENGLISH_WORDS = {"island"}  # German for Iceland
MIN_LETTERS = 4


def _may_be_taken(name: str) -> bool:
    return (
        all(c.isalpha() or c in "'’ʼ -" for c in name)
        and len(fold(name)) >= MIN_LETTERS
        and len(name.split()) <= 4
        and not is_given(name)
        and fold(name) not in ENGLISH_WORDS
    )


def _unique(found: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Keep the names, by their folded forms, that only one thing has: {thing: [names]}."""
    names: dict[str, list[str]] = defaultdict(list)
    for by_thing in found.values():
        if len(by_thing) == 1:
            thing, name = next(iter(by_thing.items()))
            names[thing].append(name)
    return {thing: sorted(spelled) for thing, spelled in names.items()}


def territory_names() -> dict[str, list[str]]:
    """Names of territories that no other one has in any of the languages, by ISO code in small letters."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            for part in re.split(r" ?[()] ?", name):
                if len(code) == 2 and _may_be_taken(part):
                    found[fold(part)][code.lower()] = part.replace("ʼ", "'").replace("’", "'")
    return _unique(found)


def city_names() -> dict[tuple[str, str], list[str]]:
    """Names of cities that stand for time zones, by folded English name and ISO code of the country."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    of_zone: dict[str, tuple[str, str]] = {}
    for zone, country in get_global("zone_territories").items():
        if country in ("001", "ZZ") or "/" not in zone:
            continue
        of_zone[zone] = (fold(get_timezone_location(zone, locale="en", return_city=True)), country)
        for language in LANGUAGES:
            name = get_timezone_location(zone, locale=language, return_city=True)
            if _may_be_taken(name):
                found[fold(name)][zone] = name
    return {of_zone[zone]: names for zone, names in _unique(found).items()}
