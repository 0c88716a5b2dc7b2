"""The parts of a person's name: titles, given name, middle names, surname, suffix.

Source of the title words: data/en/knowledge/titles.jsonl, written for this library; so is common_surnames.jsonl.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from negotiations_nlp.names.folding import fold, tidy
from negotiations_nlp.names.resources import builtin_rows

__all__ = [
    "PersonName",
    "gender_of_title",
    "is_common_surname",
    "is_initial",
    "is_office",
    "is_royal",
    "is_title",
    "parse_person",
    "takes_given",
]

_GIVEN_TOO = frozenset({"Al", "Ben", "Mac", "San", "Van"})  # particles that are given names as well: "Al Gore"
_INITIAL = regex.compile(r"^\p{L}\.?$|^(?:\p{Lu}\.-?){1,3}$|^\p{Lu}\.\p{Lu}\.?$")
_COMMA_ORDER = regex.compile(r"^([\p{L}'’ -]{2,60}), ([\p{L}'’. -]{2,60})$")
_QUOTED = regex.compile(r"\s[\"'(][\p{L} .-]{2,30}[\"')](?=\s)")
_AFTER_POSSESSIVE = regex.compile(r"^.*(?:'s|s')\s+(?=\p{L})")


class PersonName(NamedTuple):
    """A person's name, taken apart; every part is as it was written, empty when it is not there."""

    titles: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    nickname: str

    @property
    def bare(self) -> str:
        """The name without titles, suffix and nickname."""
        return " ".join(part for part in (self.given, *self.middle, self.surname) if part)


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[frozenset[str], str | None]]:
    return {fold(row["word"]): (frozenset(row["kinds"]), row.get("gender")) for _, row in builtin_rows("titles.jsonl")}


_NONE: frozenset[str] = frozenset()
_TITLES = frozenset({"title", "honorific", "given"})


def _kinds(word: str) -> frozenset[str]:
    found = _words().get(fold(word))
    return found[0] if found is not None else _NONE


def is_title(word: str) -> bool:
    """Tell whether a word is a title, honorific or office ("Mr", "President", "spokesman")."""
    return not _kinds(word).isdisjoint(_TITLES)


def takes_given(title: str) -> bool:
    """Tell whether a title goes with a given name alone ("Sir Keir", "Prince Harry", "Pope Francis")."""
    return "given" in _kinds(title)


def is_royal(title: str) -> bool:
    """Tell whether a title goes with a given name and never with a surname ("King Charles", "Prince William")."""
    return "royal" in _kinds(title)


def is_office(title: str) -> bool:
    """Tell whether a title says what somebody does ("Prime Minister"), not only how to address them ("Mr", "Sir")."""
    return "title" in _kinds(title)


def is_common_surname(surname: str, *, english: bool = False) -> bool:
    """Tell whether so many people bear a surname that alone it names nobody.

    Args:
        surname: a surname in any case.
        english: ask for those of English-speaking countries alone.
    """
    common = _common_surnames().get(fold(surname))
    return common is not None and (common or not english)


@lru_cache(maxsize=1)
def _common_surnames() -> dict[str, bool]:
    return {fold(row["surname"]): row.get("english", True) for _, row in builtin_rows("common_surnames.jsonl")}


def gender_of_title(title: str) -> str | None:
    """Return "male" or "female" for a title that tells it ("Mrs", "Sir", "spokeswoman"), else None."""
    found = _words().get(fold(title))
    return found[1] if found is not None else None


def is_initial(word: str) -> bool:
    """Tell whether a word is an initial or a run of them ("V.", "J.D.", "K")."""
    return (len(word) == 1 or "." in word) and _INITIAL.match(word) is not None


def _is_descriptor(word: str) -> bool:
    """A lower-case word that is no particle of a name: part of a description before it."""
    return word[:1].islower() and "particle" not in _kinds(word) and "-" not in word and "'" not in word


def _is_special(word: str) -> bool:
    """Tell whether a word may be something else than a name: a title, particle or suffix, or in small letters."""
    return word[0].islower() or fold(word) in _words()


def _without_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """Split leading titles and descriptions from the words of the name."""
    start = 0
    for i, word in enumerate(words[:-1]):
        # "King" is a title in "King Charles" and a name in "Martin Luther King": it counts only after other titles
        # and "M." is one in "M. Macron", an initial in "Anthony M. Kennedy"
        leads = i == start or not ("lead" in _kinds(word) or is_initial(word))
        if (is_title(word) and leads) or _is_descriptor(word):
            start = i + 1
    # "Emir of Qatar Tamim bin Hamad": one word after "of" belongs to the office
    if 0 < start < len(words) - 1 and words[start - 1].casefold() == "of":
        start += 1
    return words[:start], words[start:]


@lru_cache(maxsize=4096)
def parse_person(text: str) -> PersonName:
    """Take a person's name apart.

    It does not know names: the surname is the last word with the particles before it ("von der Leyen", "bin
    Salman"), or what stands before a comma ("Umerov, Rustem"). Family-name-first order is left to the caller.

    Args:
        text: a name as a text may have it, with or without titles.

    Returns:
        The parts; all empty when the text holds no name. A single word is the surname.
    """
    name = tidy(text)
    nickname = ""
    quoted = _QUOTED.search(name) if '"' in name or "'" in name or "(" in name else None
    if quoted is not None:
        nickname = quoted[0].strip(" \"'()")
        name = name[: quoted.start()] + name[quoted.end() :]
    comma = _COMMA_ORDER.match(name) if "," in name else None
    if comma is not None:
        if "suffix" in _kinds(comma[2]):
            name = f"{comma[1]} {comma[2]}"
        elif not is_title(comma[2].split()[0]):
            name = f"{comma[2]} {comma[1]}"
        else:
            name = comma[1]
    if "'" in name:
        name = _AFTER_POSSESSIVE.sub("", name)
    words = name.split()
    if len(words) > 1 and not any(map(_is_special, words)):
        return PersonName((), words[0], tuple(words[1:-1]), words[-1], "", nickname)
    suffix: list[str] = []
    while len(words) > 1 and "suffix" in _kinds(words[-1]):
        suffix.insert(0, words.pop().strip("."))
    titles, words = _without_titles(words)
    if not words:
        return PersonName(tuple(titles), "", (), "", " ".join(suffix), nickname)
    cut = len(words) - 1
    while cut > 1 and "particle" in _kinds(words[cut - 1]) and not is_initial(words[cut - 1]):
        cut -= 1
    if cut == 1 and "particle" in _kinds(words[0]) and not is_initial(words[0]) and words[0] not in _GIVEN_TOO:
        cut = 0
    given = words[0] if cut else ""
    return PersonName(tuple(titles), given, tuple(words[1:cut]), " ".join(words[cut:]), " ".join(suffix), nickname)
