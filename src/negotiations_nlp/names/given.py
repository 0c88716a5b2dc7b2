"""Given names: which are forms of one name, and whose they are.

Source: data/en/knowledge/given_names.jsonl, written for this library from general knowledge.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Literal

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.resources import builtin_rows
from negotiations_nlp.names.romanise import compatible, keys

__all__ = ["Gender", "gender_of_given", "given_groups", "is_given", "same_given", "same_sound"]

Gender = Literal["male", "female"]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, set[int]], dict[str, list[tuple[str, int]]], list[Gender]]:
    plain: dict[str, set[int]] = defaultdict(set)
    by_key: dict[str, list[tuple[str, int]]] = defaultdict(list)
    genders: list[Gender] = []
    for group, (_, row) in enumerate(builtin_rows("given_names.jsonl")):
        genders.append(row["gender"])
        for form in row["forms"]:
            plain[fold(form).replace(" ", "")].add(group)
            for key, sounds in keys(form)[:1]:
                by_key[key].append((sounds, group))
    return dict(plain), dict(by_key), genders


@lru_cache(maxsize=4096)
def given_groups(given: str) -> frozenset[int]:
    """Return the groups of equivalent given names that a name belongs to; empty when it is not known.

    Args:
        given: one given name in any spelling, Latin or Cyrillic.
    """
    plain, by_key, _ = _tables()
    groups = plain.get(fold(given).replace(" ", ""))
    if groups:
        return frozenset(groups)
    return frozenset(g for key, a in keys(given) for b, g in by_key.get(key, ()) if compatible(a, b))


def is_given(word: str) -> bool:
    """Tell whether a word, in this spelling, is listed as a given name."""
    return fold(word) in _tables()[0]


@lru_cache(maxsize=4096)
def same_given(a: str, b: str) -> bool:
    """Tell whether two given names are spellings or forms of one ("Serhii", "Sergei"; "Mike", "Michael").

    Args:
        a: a given name.
        b: a given name.
    """
    fa, fb = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if fa == fb:
        return fa != ""
    groups_a, groups_b = given_groups(a), given_groups(b)
    if groups_a and groups_b:
        return not groups_a.isdisjoint(groups_b)
    return same_sound(a, b)


@lru_cache(maxsize=4096)
def same_sound(a: str, b: str) -> bool:
    """Tell whether two given names may be romanisations of one ("Serhii", "Serhiy"), not just forms of one name."""
    return any(ka == kb and compatible(x, y) for ka, x in keys(a) for kb, y in keys(b))


@lru_cache(maxsize=4096)
def gender_of_given(given: str) -> Gender | None:
    """Return the gender that a given name tells.

    Args:
        given: one given name ("Nadiia", "Petro").

    Returns:
        "male" or "female"; None when the name is unknown or borne by both.
    """
    _, _, genders = _tables()
    found = {genders[group] for group in given_groups(given)}
    return found.pop() if len(found) == 1 else None
