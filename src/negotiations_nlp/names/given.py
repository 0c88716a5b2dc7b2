"""Given names: which are forms of one name, and whose they are.

Sources: data/en/knowledge/given_names.jsonl, written for this library from general knowledge; given_forms.jsonl beside
it, further spellings from rigour, by scripts/build_given_forms.py.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Literal, NamedTuple

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.resources import builtin_rows
from negotiations_nlp.names.romanise import compatible, keys, outline_of_key, outlines, share_no_key

__all__ = ["Gender", "gender_of_given", "given_groups", "is_given", "same_given", "same_listed", "same_sound"]

Gender = Literal["male", "female"]


class _Tables(NamedTuple):
    plain: dict[str, set[int]]
    by_key: dict[str, list[tuple[str, int]]]
    outlines: set[str]
    genders: list[Gender]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    tables = _Tables(defaultdict(set), defaultdict(list), set(), [])
    for group, (_, row) in enumerate(builtin_rows("given_names.jsonl")):
        tables.genders.append(row["gender"])
        for form in row["forms"]:
            tables.plain[fold(form).replace(" ", "")].add(group)
            for key, sounds in keys(form)[:1]:
                tables.by_key[key].append((sounds, group))
                tables.outlines.add(outline_of_key(key))
    return tables


@lru_cache(maxsize=4096)
def given_groups(given: str) -> frozenset[int]:
    """Return the groups of equivalent given names that a name belongs to; empty when it is not known.

    Args:
        given: one given name in any spelling, Latin or Cyrillic.
    """
    tables = _tables()
    groups = tables.plain.get(fold(given).replace(" ", ""))
    if groups:
        return frozenset(groups)
    given = given.casefold()  # so that it is read once, whoever asks
    shown = outlines(given)
    if shown and tables.outlines.isdisjoint(shown):
        return frozenset()
    return frozenset(g for key, a in keys(given) for b, g in tables.by_key.get(key, ()) if compatible(a, b))


def is_given(word: str) -> bool:
    """Tell whether a word, in this spelling, is listed as a given name."""
    return fold(word) in _tables().plain


def same_given(a: str, b: str) -> bool:
    """Tell whether two given names are spellings or forms of one ("Serhii", "Sergei"; "Mike", "Michael").

    Args:
        a: a given name.
        b: a given name.
    """
    return same_listed(a, b) or (not (given_groups(a) and given_groups(b)) and same_sound(a, b))


def same_listed(a: str, b: str) -> bool:
    """Tell whether two given names are one, or listed as forms of one; a romanisation that is not listed is not known.

    Args:
        a: a given name.
        b: a given name.
    """
    fa, fb = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if fa == fb:
        return fa != ""
    groups_a = given_groups(a)
    groups_b = groups_a and given_groups(b)
    if groups_b:
        return not groups_a.isdisjoint(groups_b)
    forms = _further_forms()
    return (fa in forms and fb in forms[fa]) or (fb in forms and fa in forms[fb])


@lru_cache(maxsize=1)
def _further_forms() -> dict[str, frozenset[str]]:
    return {row["form"]: frozenset(row["same"]) for _, row in builtin_rows("given_forms.jsonl")}


def same_sound(a: str, b: str) -> bool:
    """Tell whether two given names may be romanisations of one ("Serhii", "Serhiy"), not just forms of one name."""
    a, b = a.casefold(), b.casefold()
    if share_no_key(a, b):
        return False
    known = keys(b)
    for key_a, sounds_a in keys(a):
        for key_b, sounds_b in known:
            if key_a == key_b and compatible(sounds_a, sounds_b):
                return True
    return False


@lru_cache(maxsize=4096)
def gender_of_given(given: str) -> Gender | None:
    """Return the gender that a given name tells.

    Args:
        given: one given name ("Nadiia", "Petro").

    Returns:
        "male" or "female"; None when the name is unknown or borne by both.
    """
    genders = _tables().genders
    found = {genders[group] for group in given_groups(given)}
    return found.pop() if len(found) == 1 else None
