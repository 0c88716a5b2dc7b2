"""Runs of capitalised words: where in a text names may stand, whatever the model says.

Case says nothing in a line of capitals and little in a headline in title case, so lines are looked at first.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.words import Words

__all__ = ["Lines", "Run", "find_runs", "read_lines"]

_SHORT_DATES = (*calendar.day_abbr, *calendar.month_abbr[1:], "Sept")
_CALENDAR = frozenset(
    (*calendar.day_name, *calendar.month_name[1:], *_SHORT_DATES, *(f"{word}." for word in _SHORT_DATES))
)
_NOT_NAMES = frozenset(("DT", "PRP", "PRP$", "IN", "CC", "MD", "WP", "WP$", "WRB", "WDT", "TO", "EX", "UH", "CD", "RB"))
_PARTICLES = frozenset(("de", "del", "della", "di", "da", "do", "dos", "van", "von", "der", "den", "la", "le", "bin"))
_PREFIXES = frozenset(("al", "el", "ibn", "abu", "ar", "as", "at", "ash"))
_PREFIXED = frozenset(("Ex", "Pro", "Anti", "Non", "Mid"))
_HYPHENS = frozenset(("-", "‐", "‑"))
_OPENERS = frozenset("\"“”‘’'«„:(•*–—-·[")


_MAX_HEADLINE_TOKENS = 60


class Lines(NamedTuple):
    """What the lines of a text look like, token by token."""

    first: list[bool]
    """Whether a line starts at the token."""
    capitals: list[bool]
    """Whether the token stands in a line of capitals."""
    headline: list[bool]
    """Whether the token stands in a line of which nearly every word is capitalised."""


class Run(NamedTuple):
    """Capitalised words in a row."""

    start: int
    end: int
    sure: bool
    """False when case alone speaks for it in a place where any word is capitalised."""


def read_lines(words: Sequence[str], capital: Sequence[int]) -> Lines:
    """Tell lines of capitals and headlines in title case from running text.

    Args:
        words: the tokens of the text.
        capital: indices of the tokens that start with a capital letter, ascending.
    """
    n = len(words)
    first, capitals, headline = [False] * n, [False] * n, [False] * n
    bounds = [0, *(i + 1 for i, word in enumerate(words) if word[0] == "\n" or "\n" in word), n]
    at = 0
    for start, end in pairwise(bounds):
        if start >= end:
            continue
        first[start] = True
        past = bisect_left(capital, end, at)
        share, at = past - at, past
        if end - start > _MAX_HEADLINE_TOKENS or share < 3 or share < 0.4 * (end - start):
            continue
        letters = [word for word in words[start:end] if word[0].isalpha()]
        long = [word for word in letters if len(word) > 3]
        if sum(word.isupper() for word in letters) > 0.8 * len(letters):
            capitals[start:end] = [True] * (end - start)
        elif len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long):
            headline[start:end] = [True] * (end - start)
    return Lines(first, capitals, headline)


def find_runs(words: Words, lines: Lines, capital: Sequence[int]) -> list[Run]:
    """Find capitalised words in a row, joined over hyphens, "&" and name particles.

    Weekdays, months, function words and, where the tagger speaks, adjectives on their own are left out.

    Args:
        words: the document.
        lines: what its lines look like.
        capital: indices of the tokens that start with a capital letter, ascending.

    Returns:
        Runs in text order; empty when there are none.
    """
    tokens, tags, spaces, n = words.words, words.tags, words.spaces, len(words)
    runs: list[Run] = []
    is_name = set()
    for i in capital:
        if tags[i] not in _NOT_NAMES and tokens[i] not in _CALENDAR and tokens[i] not in ("I", "God"):
            is_name.add(i)
    past = -1
    for i in capital:
        if i < past or i not in is_name:
            continue
        if tokens[i] in _PREFIXED and i + 2 < n and tokens[i + 1] in _HYPHENS:
            continue
        end = i + 1
        while end < n:
            if end in is_name and not lines.first[end]:
                end += 1
            elif (
                end + 1 < n
                and end + 1 in is_name
                and (
                    (tokens[end] in _HYPHENS and not spaces[end - 1] and not spaces[end])
                    or tokens[end] == "&"
                    or tokens[end] in _PARTICLES
                )
            ):
                end += 2
            elif end + 2 < n and tokens[end] in _PREFIXES and tokens[end + 1] in _HYPHENS and end + 2 in is_name:
                end += 3
            else:
                break
        past = end
        start = i
        if i >= 2 and tokens[i - 1] in _HYPHENS and tokens[i - 2].lower() in _PREFIXES and not spaces[i - 1]:
            start = i - 2
        initial = words.starts[start] or lines.first[start] or tokens[start - 1][-1] in _OPENERS
        tagged = tags[start] in ("NNP", "NNPS")
        sure = not (lines.capitals[i] or lines.headline[i]) and (tagged or not initial)
        if end - start == 1 and tags[start] and not tagged:
            sure = False
        runs.append(Run(start, end, sure))
    return runs
