"""What versions of one statement share, word by word."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from negotiations_nlp.corpus.records import TextPart
from negotiations_nlp.corpus.words import word_form

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["mark_differences"]

_WORD = regex.compile(r"\w++(?:['’-]\w++)*+")


def mark_differences(texts: Sequence[str]) -> list[tuple[TextPart, ...]]:
    """Split each text into what it shares with another one and what is its own.

    A word is shared when it and a word beside it stand side by side in at least one other text; case and inflection do
    not count. Takes time linear in the number of words.

    Args:
        texts: versions of one statement.

    Returns:
        For each text its parts, which joined are the text; an empty tuple for an empty text.
    """
    spans = {text: [(m.start(), m.end()) for m in _WORD.finditer(text)] for text in texts}
    pairs = {}
    for text, words in spans.items():
        forms = [word_form(text[s:e]) for s, e in words]
        pairs[text] = list(pairwise(forms))
    carriers = Counter(pair for found in pairs.values() for pair in set(found))
    copies = Counter(texts)
    return [_parts(t, spans[t], [copies[t] > 1 or carriers[pair] > 1 for pair in pairs[t]]) for t in texts]


def _parts(text: str, words: list[tuple[int, int]], shared_pairs: list[bool]) -> tuple[TextPart, ...]:
    """Cut the text where the mark changes; marks and spaces go with the word before them."""
    if not words:
        return (TextPart(text, shared=False),) if text else ()
    shared = [a or b for a, b in zip([False, *shared_pairs], [*shared_pairs, False], strict=True)]
    changes = [i for i in range(1, len(words)) if shared[i] != shared[i - 1]]
    cuts = [0, *(words[i][0] for i in changes), len(text)]
    marks = [shared[0], *(shared[i] for i in changes)]
    return tuple(TextPart(text[s:e], shared=mark) for s, e, mark in zip(cuts, cuts[1:], marks, strict=False))
