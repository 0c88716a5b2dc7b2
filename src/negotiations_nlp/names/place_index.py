"""Finding the place that a name means: qualifiers taken off, then hash look-up, exact first and by sound last.

"The eastern city of Pokrovsk", "Kherson, Ukraine" and "Ukraine's Donetsk region" are brought to a bare name and what
it has to be: a city, a region, inside a certain country. A city and the region around it are never one.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from negotiations_nlp.bulk import collector_paused
from negotiations_nlp.names.countries import country_named, country_of
from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.place_sounds import PhraseTable, vowels_differ
from negotiations_nlp.names.scoring import Match
from negotiations_nlp.names.spelling import deletions, one_edit_apart

if TYPE_CHECKING:
    from negotiations_nlp.names.entries import Entry

__all__ = ["IN_COUNTRY", "Asked", "PlaceIndex", "asked_places"]

_TOWN = "city|town|village|port|settlement|hamlet|suburb|capital|resort|stronghold|hub|community|municipality"
_REGION = "oblast|region|province|krai|kray|governorate|voivodeship|voivodship|gebiet|obwod|oblasti|oblast'|область|обл"
_AREA = "peninsula|area|archipelago|strip|country|island"
_TOWN_OF = regex.compile(rf"^(?:.*\b)?(?:{_TOWN}) of (?=\p{{L}})")
_REGION_OF = regex.compile(rf"^(?:.*\b)?(?:{_REGION}|{_AREA}|republic|state|territory) of (?=\p{{L}})")
_REGION_AFTER = regex.compile(rf"^(.+?) (?:{_REGION})$")
_DISTRICT_AFTER = regex.compile(r"^(.+?) (?:raion|rayon|rajon|district|район)$")  # no region: "Donetsk Raion"
_DISTRICT = " raion"
_REGION_BEFORE = regex.compile(r"^(?:gebiet|oblast|obwod) (.+)$")
_APOSTROPHES = regex.compile(r"['’ʼʹ`]")
_NO_LETTERS = regex.compile(r"[^\p{L}]+")
_TOWN_BEFORE = regex.compile(rf"^(?P<whose>[\p{{L}}.'-]+ )(?:[\p{{L}}-]+ ){{0,3}}(?:{_TOWN}) (?!of\b)(?=\p{{L}})")
_WATERS = "river|lake|straits?|sea|gulf|bay|mount|isle|cape"
_WATER = regex.compile(rf"^(?:(?P<kind>{_WATERS}) (?:of )?(?P<after>.+)|(?P<before>.+?) (?P<kind_after>{_WATERS}))$")
_KIND_WORDS = frozenset(
    f"{_TOWN}|{_REGION}|{_AREA}|republic|state|territory|{_WATERS.replace('straits?', 'strait|straits')}"
    "|raion|rayon|raïon|rajon|district|район".split("|")
)
_TOWN_AFTER = regex.compile(rf"^(.+?) (?:{_TOWN})$")
_AREA_AFTER = regex.compile(rf"^(.+?) (?:{_AREA})$")
_OWNED = regex.compile(r"^(.{2,40}?)(?:'s|s') (?=.)")
_OCCUPIED = regex.compile(
    r"^(?:(?:russian|ukrainian|russia|kremlin)-(?:occupied|held|controlled|annexed) "
    r"|(?:occupied|annexed|breakaway|separatist|frontline|embattled|besieged|war-torn) "
    r"|(?:central|downtown|greater|mainland) )"
)
_ADJECTIVE = regex.compile(r"(?:s?k(?:a|aya|aia|aja|oi|oy|yi|y|iy|e|oe)|ська|ская|ской|ській|ської)$")


IN_COUNTRY = "with its country after it"


class Asked(NamedTuple):
    """A bare place name that is asked for, and what the place must be."""

    name: str
    region: bool
    inside: str
    how: str
    spelled: str


@lru_cache(maxsize=4096)
def asked_places(name: str) -> tuple[Asked, ...]:
    """Return the bare names that a place name may ask for, as it stands first.

    Args:
        name: a tidied place name.

    Returns:
        The bare names, folded; empty when the name holds none.
    """
    text = name.casefold()
    found: dict[tuple[str, bool, str], Asked] = {}

    def add(bare: str, how: str, *, region: bool = False, inside: str = "") -> None:
        folded = fold(bare)
        if folded:
            # the marks tell in which tradition a name is spelled: "Niżny Nowogród"
            spelled = folded if bare.isascii() else " ".join(_NO_LETTERS.sub(" ", _APOSTROPHES.sub("", bare)).split())
            found.setdefault((folded, region, inside), Asked(folded, region, inside, how, spelled))

    add(text, "as it stands")
    if text.startswith("the "):
        text = text[4:]
        add(text, "without the article")
    inside = ""
    owned = _OWNED.match(text) if "'" in text else None
    if owned is not None:
        inside, text = fold(owned[1]), text[owned.end() :]
        add(text, "without the country's name before it", inside=inside)
    bare = _OCCUPIED.sub("", text)
    if bare != text:
        text = bare
        add(text, "without what describes it", inside=inside)
    if "," in text or "(" in text or "/" in text:
        head, _, tail = text.replace("(", ",").replace("/", ",").rstrip(")").partition(",")
        if head.strip() and tail.strip():
            text, inside = head.strip(), fold(tail)
            add(text, IN_COUNTRY, inside=inside)
    kinds = not _KIND_WORDS.isdisjoint(text.split())
    for pattern in (_TOWN_OF, _REGION_OF) if kinds else ():
        of = pattern.match(text)
        if of is not None:
            text = text[of.end() :]
            add(text, "without the word for its kind", inside=inside)
    before = _TOWN_BEFORE.match(text) if kinds else None
    if before is not None:
        whose = fold(before["whose"])
        text = text[before.end() :]
        add(text, "without what describes it", inside=inside or (whose if country_of(whose) is not None else ""))
    folded = fold(text)
    if "-" in text and _REGION_AFTER.match(text) is None:
        add(text.replace("-", ""), "without the hyphen", inside=inside)
    for pattern in (_REGION_AFTER, _REGION_BEFORE) if kinds else ():
        region = pattern.match(folded)
        if region is not None:
            add(region[1], "as a region", region=True, inside=inside)
            stem = _ADJECTIVE.sub("", region[1])
            if stem != region[1]:
                add(stem, "adjective of a region", region=True, inside=inside)
                add(stem + "sk", "adjective of a region", region=True, inside=inside)
    district = _DISTRICT_AFTER.match(folded) if kinds else None
    if district is not None:
        stem = _ADJECTIVE.sub("", district[1])
        for form in dict.fromkeys((district[1], stem + "sk", stem)):
            add(form + _DISTRICT, "as a district", region=True, inside=inside)
    water = _WATER.match(folded) if kinds else None
    if water is not None:
        bare, kind = water["after"] or water["before"], (water["kind"] or water["kind_after"]).rstrip("s")
        for form in (f"{bare} {kind}", f"{kind} of {bare}", f"{kind} {bare}"):
            add(form, "kind of water before or after its name", inside=inside)
    for pattern in (_TOWN_AFTER, _AREA_AFTER) if kinds else ():
        after = pattern.match(folded)
        if after is not None:
            add(after[1], "without the word for its kind", inside=inside)
    words = folded.split()
    if len(words) > 1 and not found.keys() & {(w, False, inside) for w in words}:
        add(" ".join(words[1:]), "without the word before it", inside=words[0])
    return tuple(found.values())


# Only there do names reach English by way of several romanisations; None: a user's entry that does not say.
_CYRILLIC_COUNTRIES = frozenset(
    {
        None,
        *(
            f"country:{c}"
            for c in [
                "UA",
                "RU",
                "BY",
                "KZ",
                "KG",
                "UZ",
                "TJ",
                "TM",
                "MD",
                "GE",
                "AM",
                "AZ",
                "BG",
                "RS",
                "MK",
                "ME",
                "BA",
                "MN",
                "SY",
                "IL",
                "IR",
                "IQ",
                "SA",
            ]
        ),
    }
)
_RANK = {"country": 2, "region": 1}
_CLEAR_LEAD = 3.5  # how many times the people of the next town of the name
_MILLIONS, _CLEAR_LEAD_OF_MILLIONS = 1_000_000, 2
# what the news of the talks means by a name that towns of several countries bear
_COUNTS = {"country:UA": 5, "country:BY": 3}
_MIN_FUZZY_LETTERS = 8
_STATE_COUNTS_AS = 100_000  # "Washington" is the city, "Michigan" the state


def _region_and_district(folded: str) -> tuple[str, str]:
    """Return the bare name of a region, and what its key ends with if it is a district; two empty ones for others."""
    region = _REGION_AFTER.match(folded)
    if region is not None:
        return region[1], ""
    district = _DISTRICT_AFTER.match(folded)
    return (district[1], _DISTRICT) if district is not None else ("", "")


class PlaceIndex:
    """The places of a knowledge base.

    Args:
        entries: pairs of entry number and entry.
        exact: entry numbers by folded name.
    """

    def __init__(self, entries: list[tuple[int, Entry]], exact: dict[str, tuple[int, ...]]) -> None:
        self._exact = exact
        self._entries = dict(entries)
        self._regions: dict[str, list[int]] = defaultdict(list)
        self._close: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._countries: dict[str, list[int]] = defaultdict(list)
        for i, entry in entries:
            country = entry.id if entry.id is not None and entry.id.startswith("country:") else None
            if country is None and entry.country is None and entry.kind is None:
                country = country_named(entry.name)
            if country is not None:
                self._countries[country].append(i)
                folded = fold(entry.name)
                for shorter in deletions(folded):
                    self._close[shorter].append((folded, i))
            for name in entry.names:
                region, district = _region_and_district(fold(name)) if " " in name else ("", "")
                if region:
                    self._regions[region + district].append(i)
                    self._regions[_ADJECTIVE.sub("", region) + district].append(i)

    @cached_property
    def _sounds(self) -> tuple[PhraseTable[int], PhraseTable[int]]:
        """The places by their sounds, and the regions by theirs."""
        places: PhraseTable[int] = PhraseTable()
        regions: PhraseTable[int] = PhraseTable()
        with collector_paused():
            for i, entry in self._entries.items():
                if entry.kind in ("country", "us-state") or entry.country not in _CYRILLIC_COUNTRIES:
                    continue
                for name in (entry.name, *entry.aliases):
                    folded = fold(name)
                    region, district = _region_and_district(folded)
                    if region:
                        for bare in {region, _ADJECTIVE.sub("", region)}:
                            regions.add(bare + district, i)
                    else:
                        places.add(folded, i, readings=2)
        return places, regions

    def _fits(self, i: int, asked: Asked) -> bool:
        """Tell whether a place lies where the name says."""
        if not asked.inside:
            return True
        entry = self._entries[i]
        country = country_of(asked.inside)
        if country is not None and country in (entry.country, entry.id):
            return True
        wheres = self._exact.get(asked.inside, ())
        for w in wheres:
            whole = self._entries[w]
            if w == i or (whole.id is not None and whole.id in (entry.country, entry.within)):
                return True
            if (
                whole.kind not in ("country", "us-state")
                and whole.country is not None
                and whole.country == entry.country
            ):
                return True
        # a knowledge base that does not say where its places lie cannot refuse a place that there is
        known = bool(wheres) or country_of(asked.inside) is not None
        return entry.country is None and entry.kind is None and known and asked.how != "without the word before it"

    def matches(self, name: str) -> list[Match]:
        """Return the places that a name may mean, with scores; empty when there is none.

        Args:
            name: a tidied place name.
        """
        country = country_named(name)
        if country is not None:
            return [Match(1.0, i, ("name of the country",)) for i in self._countries.get(country, ())]
        asked = asked_places(name)
        for n, one in enumerate(asked):
            if one.region:
                found = [Match(0.95, i, (one.how,)) for i in self._region(one.name) if self._fits(i, one)]
            else:
                found = self._ranked(
                    [i for i in self._exact.get(one.name, ()) if self._fits(i, one)],
                    one.name,
                    one.how,
                    1.0 - 0.02 * min(n, 5),
                )
            if found:
                return found
        for one in asked:
            heard = self._sounding(one)
            if heard:
                return heard
        return self._misspelled_country(asked[0].name) if asked else []

    def _misspelled_country(self, folded: str) -> list[Match]:
        """One letter wrong in a country's name of eight letters and more ("Azerbijan"); no other place is guessed."""
        if len(folded) < _MIN_FUZZY_LETTERS:
            return []
        close = {known for shorter in deletions(folded) for known in self._close.get(shorter, ())}
        return [
            Match(0.75, i, ("country's name, one letter off",))
            for name, i in close
            if name[:1] == folded[:1] and one_edit_apart(name, folded)
        ]

    def _region(self, bare: str) -> list[int]:
        found = list(dict.fromkeys(self._regions.get(bare, ())))
        if found:
            return [i for i in found if self._entries[i].kind == "region"] or found
        # "Kharkov region": the region of whatever city is called Kharkov
        district = _DISTRICT if bare.endswith(_DISTRICT) else ""
        for i in self._exact.get(bare.removesuffix(district), ()):
            found.extend(self._regions.get(fold(self._entries[i].name) + district, ()))
        if not found and not district:
            found = [i for i in self._exact.get(bare, ()) if self._entries[i].kind == "region"]
        return list(dict.fromkeys(found))

    def _weight(self, i: int, asked: str) -> tuple[int, float]:
        """How well known a place is under a name: countries first, then by population, weak aliases far behind."""
        entry = self._entries[i]
        proper = any(fold(n) == asked for n in (entry.name, *entry.aliases))
        population = entry.population or (_STATE_COUNTS_AS if entry.kind == "us-state" else 0)
        population *= _COUNTS.get(entry.country or "", 1)
        return (_RANK.get(entry.kind or "", 0) if proper else 0), max(population, 1000) / (1 if proper else 50)

    def _ranked(self, found: list[int], asked: str, how: str, score: float) -> list[Match]:
        """Order places of one name: countries, then what is far more populous; equals stay equals."""
        weights = {i: self._weight(i, asked) for i in found}
        ordered = sorted(found, key=lambda i: (-weights[i][0], -weights[i][1], i))
        matches = []
        for n, i in enumerate(ordered):
            first, this = weights[ordered[0]], weights[i]
            lead = _CLEAR_LEAD_OF_MILLIONS if first[1] >= _MILLIONS else _CLEAR_LEAD
            clear = first[0] > this[0] or first[1] >= lead * max(this[1], 1)
            matches.append(Match(score - (0.2 if n and clear else 0.0), i, (how,)))
        return matches

    def _sounding(self, asked: Asked) -> list[Match]:
        if len(asked.name) < 4 or asked.how == "without the word before it":
            return []
        places, regions = self._sounds
        best: dict[int, int] = {}
        for sounds, known, i in (regions if asked.region else places).find(asked.spelled):
            wrong = vowels_differ(sounds, known)
            if wrong <= (1 if len(asked.name) < 7 else 2) and self._fits(i, asked):
                best[i] = min(wrong, best.get(i, 9))
        matches: list[Match] = []
        for wrong in sorted(set(best.values())):
            how = "Russian or Ukrainian form" if wrong else "another romanisation"
            ranked = self._ranked([i for i, w in best.items() if w == wrong], asked.name, how, 0.9 - 0.05 * wrong)
            matches.extend(match._replace(reasons=(how, asked.how)) for match in ranked)
        return matches
