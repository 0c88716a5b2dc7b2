"""Which names of the knowledge base may be recognised wherever they stand in running text.

Source of the words that may not: data/en/knowledge/unsafe_words.jsonl, names that are common English words as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.given import is_given
from negotiations_nlp.names.persons import is_title, parse_person
from negotiations_nlp.names.resources import builtin_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from negotiations_nlp.names.entries import Entry

__all__ = ["running_forms"]

_SAFE_POPULATION = 60_000
_SAFE_UKRAINIAN_POPULATION = 2_000


def running_forms(entries: list[Entry]) -> Iterator[tuple[str, str, str]]:
    """Yield surface form, label and id of the names that are safe in running text, each once.

    Args:
        entries: the knowledge base; entries without an id are passed over.
    """
    surnames = {fold(parse_person(e.name).surname) for e in entries if e.label == "PERSON" and e.main}
    seen: set[tuple[str, str, str]] = set()
    for entry in entries:
        for name in _forms_of(entry) if entry.id is not None else ():
            row = (name, entry.label, entry.id or "")
            if row not in seen and _is_safe(name, entry, surnames):
                seen.add(row)
                yield row


def _forms_of(entry: Entry) -> Iterator[str]:
    """Yield the names of an entry that running text may show, known or not to be safe there."""
    yield entry.name
    small = entry.label == "PLACE" and entry.kind is None and entry.population < _SAFE_POPULATION
    if not small:
        # "President Zelensky": the bare name is among the others
        yield from (a for a in entry.aliases if entry.label != "PERSON" or not is_title(a.split()[0]))
    if entry.main:
        for name in (entry.name, *entry.aliases):
            parsed = parse_person(name)
            if parsed.given and entry.surname is None:
                yield parsed.surname


def _is_safe(name: str, entry: Entry, surnames: set[str]) -> bool:
    """Tell whether a name may be recognised in running text wherever it stands."""
    folded = fold(name)
    if not name[:1].isupper() and not any(c.isupper() for c in name[1:]):
        return False
    if len(name) < 2 or folded in _unsafe_words():
        return False
    if entry.label == "PERSON":
        return " " in name or (len(name) > 3 and not is_given(name))
    # "Austin said": a town of that name must not take the word from the person
    if " " not in name and entry.kind != "country" and (is_given(name) or folded in surnames):
        return False
    if entry.label == "PLACE" and entry.kind is None:
        least = _SAFE_UKRAINIAN_POPULATION if entry.country == "country:UA" else _SAFE_POPULATION
        return entry.population >= least
    return True


@lru_cache(maxsize=1)
def _unsafe_words() -> frozenset[str]:
    return frozenset(fold(row["word"]) for _, row in builtin_rows("unsafe_words.jsonl"))
