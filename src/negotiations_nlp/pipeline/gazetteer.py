"""Known names in a text: a trie over tokens.

Forms are split into tokens as spaCy's English tokenizer splits them, and are looked up by their first token, so that a
text costs one dictionary access for each capitalised token.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Gazetteer", "Hit", "plain", "split_form"]

_PIECES = regex.compile(
    r"(?:\p{Lu}\.){2,}|[\p{L}\p{M}]\.(?=\s|$)|(?:St|Mt|Dr|Jr|Sr|Inc|Ltd|Co|Corp|Gen|Gov)\."
    r"|['’]s(?=\s|$)|[\p{L}\p{M}\p{N}]+(?:['’&](?!s(?:\s|$))[\p{L}\p{M}\p{N}]+)*|\S"
)

Hit = tuple[int, int, frozenset[str]]
"""First token, one past the last token, labels."""

_END = ""


def split_form(form: str) -> list[str]:
    """Split a name as the English tokenizer does: at hyphens, commas and possessive endings, not within "U.S."."""
    return list(_PIECES.findall(form))


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word without its diacritics; Cyrillic letters stay what they are."""
    return "".join(
        char if "\u0400" <= char <= "\u04ff" else unicodedata.normalize("NFKD", char)[0]
        for char in word.replace("ı", "i")
    )


def _step(node: dict[str, Any], word: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = node.get(word)
    return found if found is not None or word.isascii() else node.get(plain(word))


def _at(node: dict[str, Any], tokens: Iterable[str]) -> frozenset[str]:
    for token in tokens:
        below = _step(node, token)
        if below is None:
            return frozenset()
        node = below
    labels: frozenset[str] = node.get(_END, frozenset())
    return labels


class Gazetteer:
    """Names, each with the labels it may have.

    Args:
        forms: pairs of a surface form and its label; a form may come with several labels.
        weak: forms of one token that may as well name something else ("Jackson").
    """

    def __init__(self, forms: Iterable[tuple[str, str]], weak: Iterable[str] = ()) -> None:
        """Build the trie."""
        self._weak = frozenset(weak)
        self._trie: dict[str, Any] = {}
        self._upper: dict[str, Any] = {}
        for form, label in forms:
            tokens = form.split() if form.replace(" ", "").isalpha() else split_form(form)
            self._add(self._trie, tokens, label)
            if not form.isascii():
                self._add(self._trie, [plain(token) for token in tokens], label)
            if len(form) > 3 or form.isupper():
                self._add(self._upper, [token.upper() for token in tokens], label)

    @staticmethod
    def _add(trie: dict[str, Any], tokens: Sequence[str], label: str) -> None:
        node = trie
        for token in tokens:
            node = node.setdefault(token, {})
        node[_END] = node.get(_END, frozenset()) | {label}

    def labels(self, tokens: Sequence[str]) -> frozenset[str]:
        """The labels that exactly these tokens may have; empty when they are not known."""
        labels = _at(self._trie, tokens)
        return _at(self._upper, tokens) if not labels and len(tokens) > 1 and "".join(tokens).isupper() else labels

    def is_weak(self, tokens: Sequence[str]) -> bool:
        """Whether exactly these tokens are known, but may as well name something else."""
        return len(tokens) == 1 and tokens[0] in self._weak

    def find(self, words: Sequence[str], starts: Iterable[int], capitals: Sequence[bool]) -> list[Hit]:
        """The longest known names that start at the given tokens, left to right, none within another.

        Args:
            words: the tokens of the text.
            starts: indices where a name may start, ascending.
            capitals: whether each token stands in a line of capitals, where case says nothing.

        Returns:
            Hits in text order, empty when there are none.
        """
        hits: list[Hit] = []
        past, n = 0, len(words)
        for start in starts:
            if start < past:
                continue
            word = words[start]
            node = _step(self._upper if capitals[start] else self._trie, word)
            if node is None and len(word) > 3 and word.isupper():
                node = self._upper.get(word)
            i, found = start, None
            while node is not None:
                i += 1
                labels = node.get(_END)
                if labels:
                    found = (start, i, labels)
                node = _step(node, words[i]) if i < n else None
            if found is not None:
                hits.append(found)
                past = found[1]
        return hits
