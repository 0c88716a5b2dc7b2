"""SOURCES.md: every key that a word list uses is explained, and every list is named."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

DATA = files("negotiations_nlp") / "data" / "en"
SOURCES = (DATA / "SOURCES.md").read_text(encoding="utf-8")
LISTS = ["cues.jsonl", "name_words.jsonl", "page_furniture.jsonl", "speaker_nouns.jsonl"]


def keys_of(name: str) -> set[str]:
    """The source keys in a word list."""
    rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return {key for row in rows for key in row.get("sources", [row.get("source")])}


@pytest.mark.parametrize("name", LISTS)
def test_every_source_is_explained(name: str) -> None:
    """By a row of the table of keys."""
    explained = set(re.findall(r"^\| `([a-z0-9.-]+)` \|", SOURCES, flags=re.MULTILINE))
    assert keys_of(name) - explained == set()


def test_every_key_explained_is_used() -> None:
    """Or the table would go stale."""
    table = SOURCES.split("### Keys")[1].split("###")[0]
    explained = set(re.findall(r"^\| `([a-z0-9.-]+)` \|", table, flags=re.MULTILINE))
    assert explained == set().union(*map(keys_of, LISTS))


def test_every_data_file_is_named() -> None:
    """Whoever adds one says where it is from."""
    names = [path.name for path in (*DATA.iterdir(), *(DATA / "knowledge").iterdir())]
    assert [n for n in names if n.endswith((".json", ".jsonl", ".toml")) and n not in SOURCES] == []
