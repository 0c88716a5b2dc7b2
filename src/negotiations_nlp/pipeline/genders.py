"""The gender that a given name tells, for the pronouns that may stand for its bearer.

The knowledge base's groups of given names come first, then the longer list in ``data/en/given_genders.jsonl``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from negotiations_nlp.names import gender_of_given
from negotiations_nlp.names.folding import fold

__all__ = ["GivenNames", "gender_of_name", "given_name_rows", "leaning_of_name", "listed_given_names"]

_AMBIGUOUS = "also "
_MALE_ENDINGS = ("o", "s", "r", "m", "k", "v", "d", "t", "n")
_MIN_LETTERS = 4


class GivenNames(BaseModel):
    """Given names of one gender.

    Attributes:
        gender: whose names these are.
        area: the languages they are from; "also ..." for names that mean something else as well.
        names: the names as texts write them, by letter.
        source: key of SOURCES.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    gender: Literal["male", "female"]
    area: str
    names: tuple[str, ...]
    source: str


@cache
def given_name_rows() -> tuple[GivenNames, ...]:
    """The rows of the list."""
    path = files("negotiations_nlp") / "data" / "en" / "given_genders.jsonl"
    return tuple(GivenNames.model_validate(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


@cache
def _genders() -> dict[str, Literal["male", "female"]]:
    return {fold(name): row.gender for row in given_name_rows() for name in row.names}


@cache
def listed_given_names() -> frozenset[str]:
    """Given names as they are written that are neither common words ("Grace") nor places ("Florence") as well."""
    rows = (row for row in given_name_rows() if not row.area.startswith(_AMBIGUOUS))
    return frozenset(name for row in rows for name in row.names)


def gender_of_name(name: str) -> Literal["male", "female"] | None:
    """The gender that a person's full name tells by its given name.

    Args:
        name: the name as a text has it ("Rasmus Holt", "J. Delphine Roux").

    Returns:
        "male" or "female"; None when no given name is known, the name is borne by both, or there is only a surname.
    """
    table = _genders()
    parts = name.split()
    for part in parts[: min(2, len(parts) - 1)]:
        told = gender_of_given(part) or table.get(fold(part)) or table.get(fold(part.partition("-")[0]))
        if told is not None:
            return told
        if part[1:] != ".":
            break
    return None


def leaning_of_name(name: str) -> Literal["male", "female"] | None:
    """The gender that an unknown given name suggests by its ending.

    Of the European names in our list 96 in 100 that end in -a are women's, and 75 to 98 in 100 with the other endings
    men's: enough to choose between two people, not to rule one out.

    Args:
        name: the name as a text has it ("Tarvela Holm").

    Returns:
        "male" or "female"; None for other endings, short names and bare surnames.
    """
    given, _, surname = name.partition(" ")
    if not surname or len(given) < _MIN_LETTERS or not given.isalpha():
        return None
    low = given.lower()
    return "female" if low.endswith("a") else "male" if low.endswith(_MALE_ENDINGS) else None
