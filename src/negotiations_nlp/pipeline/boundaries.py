"""Where a name starts and ends: without titles, determiners, possessives, and one name at a time."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from negotiations_nlp.pipeline.name_words import NameWords
    from negotiations_nlp.pipeline.words import Words

__all__ = [
    "POSSESSIVES",
    "at_result",
    "end_of_person",
    "split_names",
    "split_pair",
    "strip_title",
    "trim",
    "with_of",
    "with_saint",
]

POSSESSIVES = frozenset(("'s", "’s", "'S", "’S"))

_ZONES = frozenset(("GMT", "BST", "UTC", "CET", "CEST", "EST", "EDT"))
_LEADING = POSSESSIVES | _ZONES | {"the", "The", "THE", "a", "A", "an", "An"}
_TRAILING = POSSESSIVES | {"'", "’", "s"}
_HYPHENS = frozenset("-‐‑")
_COMPOUND_ENDINGS = ("ed", "style", "era", "run", "held")
_FORMER = frozenset(("Ex", "ex", "EX"))
_SAINT = frozenset(("St", "St.", "Saint"))
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "md", "phd", "kc", "qc", "mp"))
_VERSUS = frozenset(("v", "vs", "vs.", "nor", "with", "versus"))
_JOINERS = frozenset(("-", "–", "—", "/", "‐", "‑"))


def trim(words: Words, start: int, end: int) -> tuple[int, int]:
    """Cut determiners, possessive endings, white space and stray punctuation off both ends.

    Args:
        words: the document.
        start: first token.
        end: one past the last token.

    Returns:
        The tokens that remain, (start, start) when nothing does.
    """
    tokens = words.words
    while start < end and (tokens[start] in _LEADING or not _has_word(tokens[start])):
        start += 1
    if end - start > 2 and tokens[start] in _FORMER and tokens[start + 1] in _HYPHENS:
        start += 2
    while start < end and (tokens[end - 1] in _TRAILING or not _has_word(tokens[end - 1])):
        if tokens[end - 1] == "." and end < len(tokens) and tokens[end] == ",":
            break
        end -= 1
    if end - start > 2 and tokens[end - 2] in _HYPHENS and tokens[end - 1].endswith(_COMPOUND_ENDINGS):
        end -= 2  # a compound: "Kovalenko-led"
    if end - start > 3 and tokens[end - 3].isdigit() and tokens[end - 2] == "-" and tokens[end - 1].isdigit():
        end -= 3  # a result: "Parma 2-1"
    return start, end


def with_saint(words: Words, start: int, end: int, lexicon: NameWords) -> int:
    """One past the last token of a church or school named after a saint: "St Oswin's", "St Oswin's College"."""
    tokens = words.words
    if tokens[start] not in _SAINT or tokens[end : end + 1] not in (["'s"], ["’s"]):
        return end
    head = tokens[end + 1] if end + 1 < len(tokens) else ""
    if head in lexicon.orgs or head in lexicon.places:
        return end + 2
    return end if words.tags[end + 1 : end + 2] in (["NN"], ["NNS"], ["JJ"]) else end + 1


def end_of_person(words: Words, start: int, end: int, lexicon: NameWords) -> int:
    """One past the last token of a person's name without letters after it and lower-case words of address."""
    tokens = words.words
    while end - start > 1 and (
        tokens[end - 1] in lexicon.postnominals
        or (tokens[end - 1].islower() and tokens[end - 1].isascii() and tokens[end - 2] not in _HYPHENS)
    ):
        end -= 1
    return end


def with_of(words: Words, start: int, end: int, lexicon: NameWords) -> int:
    """One past the last token of an organisation with its "of": "Court of Tarn", "Office of the Premier"."""
    tokens, tags = words.words, words.tags
    if end - start > 1 and tokens[end - 1] == "of":
        end -= 1
    if tokens[end - 1] not in lexicon.orgs or tokens[end : end + 1] != ["of"]:
        return end
    i = end + 1 + (tokens[end + 1 : end + 2] == ["the"])
    first = i
    while i < len(tokens) and tags[i] in ("NNP", "NNPS") and tokens[i][0].isupper():
        i += 1
    return i if i > first else end


def split_names(
    words: Words,
    start: int,
    end: int,
    label: str,
    *,
    is_given: Callable[[str], bool],
    surnames: Collection[str],
    lexicon: NameWords,
) -> list[tuple[int, int]]:
    """Cut a candidate that holds several names: "Roe v Doe", "Roe and Ada Doe", "Porto Claro, Ada Doe".

    Args:
        words: the document.
        start: first token.
        end: one past the last token.
        label: what the model takes it for; "and" belongs to an organisation unless it ends a list.
        is_given: tells whether a word is a given name.
        surnames: words that name persons by themselves elsewhere in the text.
        lexicon: titles, roles ("the mayor of Tarnby, Ada Doe") and head words ("Ada Doe of Tarnby University").

    Returns:
        The parts, in order; the whole when nothing is cut.
    """
    tokens = words.words
    of_office = start > 1 and tokens[start - 1] == "of" and tokens[start - 2] in lexicon.roles
    cuts = []
    for i in range(start + 1, end - 1):
        word = tokens[i]
        opens_person = (
            end - i > 2 and tokens[i + 2][0].isupper() and (is_given(tokens[i + 1]) or tokens[end - 1] in surnames)
        )
        if (
            word in _VERSUS
            or (word == "and" and (label == "PERSON" or (start and tokens[start - 1] == ",")))
            or (word in (",", "of") and opens_person and label != "PERSON")
            or (word == "of" and i - start == 2 and is_given(tokens[start]) and not lexicon.stands_apart(tokens[i - 1]))
            or (word == "," and (opens_person or of_office))
            or (word == "," and label == "PERSON" and tokens[i + 1].rstrip(".").lower() not in _GENERATIONS)
        ):
            cuts.append(i)
    edges = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]


def at_result(words: Words, start: int, end: int) -> list[int]:
    """The tokens of a result inside a candidate: "Parma 2-1 Lecce"; empty when there is none."""
    tokens = words.words
    found = (i for i in range(start + 1, end - 3) if tokens[i].isdigit() and tokens[i + 2].isdigit())
    first = next((i for i in found if tokens[i + 1] in _HYPHENS or tokens[i + 1] == "–"), None)
    return [] if first is None else [first, first + 1, first + 2]


def _is_double(words: Words, start: int, end: int, is_known: Callable[[int, int], bool]) -> bool:
    """Whether a slash joins two unknown words to one name: "Bodo/Glimt", but not "Reuters/AFP"."""
    if end - start != 3 or words.words[start + 1] != "/" or words.spaces[start] or words.spaces[start + 1]:
        return False
    return not (is_known(start, start + 1) or is_known(start + 2, end))


def _has_word(token: str) -> bool:
    return any(c.isalnum() for c in token)


def strip_title(words: Words, start: int, end: int, lexicon: NameWords) -> int:
    """First token of a person's name after its titles and roles; at least one token always remains.

    A modifier ("Prime", "Deputy") is cut only when a title follows it, and a capitalised role ("Coroner", "Dean") only
    from at least two words.
    """
    tokens = words.words
    i = start
    while i < end - 1:
        k = i
        while k < end - 1 and tokens[k] in lexicon.modifiers and tokens[k] not in lexicon.titles:
            k += 1
        word = tokens[k] if k < end - 1 else ""
        if word in lexicon.titles or word in lexicon.roles or word == "." or (word in lexicon.jobs and k < end - 2):
            i = k + 1
        elif tokens[i] in lexicon.modifiers and tokens[i] in lexicon.titles:
            i += 1
        else:
            break
    return i


def split_pair(words: Words, start: int, end: int, is_known: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Cut a candidate at slashes and dashes, and at a hyphen when both sides are names by themselves.

    "Zelensky-Putin" gives two names, "Mary-Jane" and "O'Toole-Demir" stay whole.

    Args:
        words: the document.
        start: first token.
        end: one past the last token.
        is_known: tells whether tokens (start, end) are a known name by themselves.

    Returns:
        The parts, in order; the whole when nothing is cut.
    """
    tokens = words.words
    joints = [i for i in range(start + 1, end - 1) if tokens[i] in _JOINERS]
    cuts = [
        i
        for i in joints
        if (tokens[i] in "/–—" and not _is_double(words, start, end, is_known))
        or words.spaces[i]
        or (is_known(start, i) and is_known(i + 1, end) and not is_known(start, end))
    ]
    if not cuts:
        return [(start, end)]
    edges = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]
