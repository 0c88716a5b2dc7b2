"""Build given_forms.jsonl: spellings of one given name, as rigour joins them.

    python scripts/build_given_forms.py

Source: rigour's symbols for names (OpenSanctions, MIT), which are Wikidata items of given names (CC0): two spellings
are joined here when rigour gives them one item or one nickname. Which spellings are asked is ours: those of
given_genders.jsonl. Left out are pairs of two genders, pairs that differ in more than vowels and soft consonants, and
pairs both of whose names given_names.jsonl has, for there our own groups decide.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations, groupby
from pathlib import Path

from rigour.names import NameTypeTag, analyze_names

from negotiations_nlp.names.folding import fold

DATA = Path(__file__).parent.parent / "src" / "negotiations_nlp" / "data" / "en"
TARGET = DATA / "knowledge" / "given_forms.jsonl"
MIN_LETTERS = 3
SOFT = "aeiouyhj"
HARD = str.maketrans({**dict.fromkeys(SOFT, ""), "c": "k", "q": "k", "w": "v", "z": "s", "x": "ks"})


def rows(path: Path) -> list[dict]:
    """Read a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def symbols(given: str) -> frozenset[str]:
    """The items and nicknames that rigour knows a given name by."""
    found = analyze_names(NameTypeTag.PER, [f"{given} Zzyzx"])
    return frozenset(
        f"{span.symbol.category}:{span.symbol.id}"
        for name in found
        for span in name.spans
        if str(span.symbol.category).endswith(("NAME", "NICK"))
    )


def genders() -> dict[str, str]:
    """Gender of the given names that are borne by one gender only, by folded name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(DATA / "given_genders.jsonl"):
        for name in row["names"]:
            if name.isalpha() and len(name) >= MIN_LETTERS:
                found[fold(name)].add(row["gender"])
    return {name: told.pop() for name, told in found.items() if len(told) == 1}


def hard(name: str) -> str:
    """What spellings of one name have in common: a soft or hard beginning, and the hard consonants."""
    letters = "".join(letter for letter, _ in groupby(name.replace("ph", "f").replace("ck", "k").translate(HARD)))
    return ("-" if name[0] in SOFT else "") + letters


def main() -> None:
    """Write the file, and say how far rigour and our own groups agree."""
    gender = genders()
    own: dict[str, set[int]] = defaultdict(set)
    for group, row in enumerate(rows(DATA / "knowledge" / "given_names.jsonl")):
        for form in row["forms"]:
            own[fold(form)].add(group)
    by_symbol: dict[str, set[str]] = defaultdict(set)
    for name in gender:
        for symbol in symbols(name):
            by_symbol[symbol].add(name)

    def known_together(a: str, b: str) -> bool | None:
        return not own[a].isdisjoint(own[b]) if a in own and b in own else None

    def alike(a: str, b: str) -> bool:
        return gender[a] == gender[b] and hard(a) == hard(b)

    told = [known_together(a, b) for forms in by_symbol.values() for a, b in combinations(sorted(forms), 2)]
    print(f"pairs that our own groups know: {told.count(True)} as one name, {told.count(False)} as two")
    pairs = {
        (a, b)
        for forms in by_symbol.values()
        for a, b in combinations(sorted(forms), 2)
        if alike(a, b) and known_together(a, b) is None
    }
    other: dict[str, list[str]] = defaultdict(list)
    for a, b in sorted(pairs):
        other[a].append(b)
    TARGET.write_text(
        "".join(json.dumps({"form": a, "same": found}, ensure_ascii=False) + "\n" for a, found in other.items()),
        encoding="utf-8",
    )
    print(TARGET.name, len(pairs), "pairs")


if __name__ == "__main__":
    main()
