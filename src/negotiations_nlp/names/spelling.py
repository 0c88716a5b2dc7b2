"""Small differences of spelling: umlauts written out, one letter wrong."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

__all__ = ["NearWords", "deletions", "one_edit_apart", "plain_forms"]

_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "o"), ("uu", "u"), ("oo", "o"), ("aa", "a"), ("ii", "i"))


@lru_cache(maxsize=8192)
def plain_forms(folded: str) -> tuple[str, ...]:
    """Return a folded word and the word with umlauts and long vowels written out brought back ("mueller", "muller")."""
    short = folded
    for long, letter in _WRITTEN_OUT:
        short = short.replace(long, letter)
    return (folded,) if short == folded else (folded, short)


def deletions(word: str) -> set[str]:
    """Return a word and what is left of it without any one of its letters."""
    return {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}


def one_edit_apart(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter left out, put in, changed, or two neighbours swapped."""
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    if a[at + 1 :] == b[at + 1 :]:
        return True
    return a[at : at + 2] == b[at + 1 : at + 2] + b[at] and a[at + 2 :] == b[at + 2 :]


class NearWords:
    """Words found by a word that has one letter more, less or another: one half of it is then the same."""

    def __init__(self) -> None:
        self._starts: dict[tuple[int, str], list[str]] = defaultdict(list)
        self._ends: dict[tuple[int, str], list[str]] = defaultdict(list)

    def add(self, word: str) -> None:
        """File a word."""
        half = len(word) // 2
        self._starts[len(word), word[:half]].append(word)
        self._ends[len(word), word[half:]].append(word)

    def find(self, word: str) -> list[str]:
        """Return the words that are one edit apart from a word, or equal to it, each once; empty when none is."""
        found: dict[str, None] = {}
        for length in (len(word) - 1, len(word), len(word) + 1):
            half = length // 2
            for known in self._starts.get((length, word[:half]), ()):
                found[known] = None
            for known in self._ends.get((length, word[half - length :]), ()):
                found[known] = None
        return [known for known in found if one_edit_apart(word, known)]
