"""Small differences of spelling: umlauts written out, one letter wrong."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["deletions", "one_edit_apart", "plain_forms"]

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
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def one_edit_apart(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter left out, put in, changed, or two neighbours swapped."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        return len(at) == 1 or (len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]])
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
