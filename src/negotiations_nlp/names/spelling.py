"""Small differences of spelling: umlauts written out, one letter wrong."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

__all__ = ["NearWords", "deletions", "is_slip", "one_edit_apart", "plain_forms", "slip_key"]

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
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        at += 1
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    if a[at + 1 :] == b[at + 1 :]:
        return True
    return a[at] == b[at + 1] and a[at + 1] == b[at] and a[at + 2 :] == b[at + 2 :]


_OFTEN_CONFUSED = frozenset(
    map(frozenset, ("ei", "iy", "ey", "ij", "jy", "ae", "ou", "ck", "cs", "sz", "dt", "vw", "gh"))
)
_OFTEN_LOST = frozenset("aeiouyjhc")


def is_slip(a: str, b: str) -> bool:
    """Tell whether one of two words may be the other one misspelt: an edit inside it that people make by ear.

    Letters that are confused (i and e, c and k), two neighbours swapped, and a vowel, h, c or doubled letter too many
    or too few. "Cartledge" for "Cartlidge", but not "Comer" for "Comey", "Sharipova" for "Sharapova", "Popkov" for
    "Popov".
    """
    if a == b or not one_edit_apart(a, b) or a[-1:] != b[-1:]:
        return a == b
    if a[:1] != b[:1]:
        return frozenset((a[:1], b[:1])) in _OFTEN_CONFUSED and a[1:] == b[1:]
    if len(a) > len(b):
        a, b = b, a
    at = next((n for n, letter in enumerate(a) if letter != b[n]), len(a))
    if len(a) < len(b):
        return b[at] in _OFTEN_LOST or b[at] == b[at - 1]
    return a[at + 1] != b[at + 1] or frozenset((a[at], b[at])) in _OFTEN_CONFUSED


_LIKE_FIRST = str.maketrans("iyjaukszdwh", "eeeeoccctvg")
_KEPT_BY_SLIPS = str.maketrans("dw", "tv", "aeiouyjhcksgz")


def slip_key(word: str) -> str:
    """Return what a word and every slip of it (see :func:`is_slip`) have in common: for grouping.

    That is the last letter, what the first may be confused with, and which letters there are of those that are neither
    lost nor confused, in any number and order.
    """
    return f"{word[:1].translate(_LIKE_FIRST)}{word[-1:]}{''.join(sorted(set(word.translate(_KEPT_BY_SLIPS))))}"


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
        found: list[str] = []
        for length in (len(word) - 1, len(word), len(word) + 1):
            half = length // 2
            start, rest = word[:half], word[half:]
            # either the last two letters are as they are, or all but the last three
            end, but_end = rest[-2:], rest[:-3]
            for known in self._starts.get((length, start), ()):
                if (known.endswith(end) or known.startswith(but_end, half)) and one_edit_apart(rest, known[half:]):
                    found.append(known)
            for known in self._ends.get((length, word[half - length :]), ()):
                if one_edit_apart(word[: half - length], known[:half]):
                    found.append(known)
        return list(dict.fromkeys(found)) if len(found) > 1 else found
