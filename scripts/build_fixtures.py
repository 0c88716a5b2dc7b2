"""Build fixtures/articles and fixtures/gold from the texts with inline markup in fixtures/marked.

    python scripts/build_fixtures.py

Markup: ``{Hrynko}`` is a name, ``<q1>...</q1>`` a part of the content of quote 1, ``<c1>...</c>`` its cue and
``<s1>...</s>`` the mention of its speaker; ``<b>...</b>`` shows which part of a mixed quote stands in marks and has no
effect. Below a line of equal signs stand the names (``P Oleksii Hrynko: Hrynko; Grynko``, with P, O or L for the label,
the canonical name, and after the colon other spellings) and the quotes (``1 direct asserted Oleksii Hrynko``, with
"-" for nobody).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent.parent / "fixtures"
NOTE = "Written for the tests of this library; people, events and most organisations are invented."
LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE"}
TAG = re.compile(r"<(?P<open>[qcsb])(?P<ids>[\d,]*)>|</(?P<close>[qcsb])(?P<id>\d*)>|(?P<brace>[{}])")
SEPARATOR = re.compile(r"^=====\n", re.MULTILINE)


class MarkupError(ValueError):
    """The markup of a fixture is wrong."""


def build(marked: str, name: str) -> tuple[str, dict[str, Any]]:
    """Turn a text with markup into the bare text and its gold annotations.

    Args:
        marked: the content of a file of fixtures/marked.
        name: the article's file name.

    Returns:
        The text and the gold record, its offsets in characters of the text.

    Raises:
        MarkupError: the markup does not fit together.
    """
    body, notes = SEPARATOR.split(marked)
    names, kinds = read_notes(notes)
    text, spans, entity_ranges = strip_markup(body)
    entities = [entity(text, start, end, names) for start, end in entity_ranges]
    used = {(e["label"], e["canonical"]) for e in entities}
    if unused := [value for value in names.values() if value not in used]:
        raise MarkupError(f"{name}: names listed and not marked: {unused}")
    if set(kinds) != {number for role, number in spans if role == "q"}:
        raise MarkupError(f"{name}: quotes listed and quotes marked differ")
    quotes = [quote(spans, number, *kinds[number]) for number in kinds]
    quotes.sort(key=lambda q: q["content"][0])
    return text, {"file": name, "note": NOTE, "entities": entities, "quotes": quotes}


def read_notes(notes: str) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str, str | None]]]:
    """Read what stands below the line: (label, canonical) by spelling, and (kind, modality, canonical) by number."""
    names: dict[str, tuple[str, str]] = {}
    kinds: dict[str, tuple[str, str, str | None]] = {}
    for line in notes.splitlines():
        first, rest = line.split(" ", 1)
        if first in LABELS:
            canonical, _, spellings = rest.partition(": ")
            for spelling in (canonical, *filter(None, spellings.split("; "))):
                names[spelling] = (LABELS[first], canonical)
        else:
            kind, modality, speaker = rest.split(" ", 2)
            kinds[first] = (kind, modality, None if speaker == "-" else speaker)
    return names, kinds


def strip_markup(body: str) -> tuple[str, dict[tuple[str, str], list[list[int]]], list[list[int]]]:
    """Take the markup out; return the text, the ranges by (role, quote number), and the ranges of names."""
    pieces: list[str] = []
    length = position = 0
    spans: dict[tuple[str, str], list[list[int]]] = {}
    opened: list[tuple[str, list[str], int]] = []
    entities: list[list[int]] = []
    for tag in TAG.finditer(body):
        pieces.append(body[position : tag.start()])
        length += tag.start() - position
        position = tag.end()
        if tag["open"]:
            opened.append((tag["open"], tag["ids"].split(","), length))
        elif tag["close"]:
            index = max((i for i, (role, _, _) in enumerate(opened) if role == tag["close"]), default=None)
            if index is None:
                raise MarkupError(f"{tag.group()} closes nothing")
            role, ids, start = opened.pop(index)
            if tag["id"] and [tag["id"]] != ids:
                raise MarkupError(f"{tag.group()} closes {ids}")
            for number in ids:
                spans.setdefault((role, number), []).append([start, length])
        elif tag["brace"] == "{":
            entities.append([length, length])
        else:
            entities[-1][1] = length
    if opened:
        raise MarkupError(f"not closed: {opened}")
    return "".join([*pieces, body[position:]]), spans, entities


def entity(text: str, start: int, end: int, names: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """Make the record of a name."""
    spelling = text[start:end]
    if spelling not in names:
        raise MarkupError(f"{spelling!r} is marked and not listed")
    label, canonical = names[spelling]
    return {"start": start, "end": end, "text": spelling, "label": label, "canonical": canonical}


def quote(
    spans: dict[tuple[str, str], list[list[int]]], number: str, kind: str, modality: str, canonical: str | None
) -> dict[str, Any]:
    """Make the record of a quote."""
    speakers = spans.get(("s", number), [None])
    cues = spans.get(("c", number), [None])
    if len(speakers) > 1 or len(cues) > 1:
        raise MarkupError(f"quote {number} has two speakers or cues")
    return {
        "content": spans["q", number],
        "kind": kind,
        "speaker": speakers[0],
        "cue": cues[0],
        "canonical": canonical,
        "modality": modality,
    }


def dump(gold: dict[str, Any]) -> str:
    """Write a gold record as JSON, an entity or quote a line."""
    lines = [f" {json.dumps(key)}: {json.dumps(gold[key], ensure_ascii=False)}" for key in ("file", "note")]
    for key in ("entities", "quotes"):
        rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in gold[key])
        lines.append(f" {json.dumps(key)}: [\n{rows}\n ]" if rows else f" {json.dumps(key)}: []")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Build all fixtures."""
    for path in sorted((FIXTURES / "marked").glob("*.txt")):
        text, gold = build(path.read_bytes().decode("utf-8"), path.name)
        (FIXTURES / "articles" / path.name).write_bytes(text.encode("utf-8"))
        (FIXTURES / "gold" / f"{path.stem}.json").write_bytes(dump(gold).encode("utf-8"))
        print(f"{path.name}: {len(gold['entities'])} names, {len(gold['quotes'])} quotes")


if __name__ == "__main__":
    main()
