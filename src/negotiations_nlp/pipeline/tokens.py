"""A parsed document as parallel lists: what the pure functions of the pipeline read.

Going through lists costs a fraction of going through ``Token`` objects, and tests build one by hand,
without a model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, LOWER, SENT_START, TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

__all__ = ["Tokens"]

MAX_SENTENCE_TOKENS = 200
ENT_BEGINS = 3
_ATTRIBUTES = [LOWER, TAG, DEP, HEAD, SENT_START, IDX, LENGTH, ENT_TYPE, ENT_IOB]


def _shortened(sent_starts: NDArray[np.bool_], heads: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Cut sentences without end, which are no prose, so that looking through a sentence stays cheap.

    Args:
        sent_starts: whether a sentence starts at each token.
        heads: index of each token's head.

    Returns:
        The same with no sentence longer than MAX_SENTENCE_TOKENS; a token whose head is cut off becomes a root.
    """
    places = np.arange(len(heads))
    sent_starts[:1] = True
    firsts = np.flatnonzero(sent_starts)
    if np.diff(firsts, append=len(heads)).max() <= MAX_SENTENCE_TOKENS:
        return sent_starts, heads
    into_sentence = places - firsts[np.cumsum(sent_starts) - 1]
    sent_starts = into_sentence % MAX_SENTENCE_TOKENS == 0
    sents = np.cumsum(sent_starts)
    return sent_starts, np.where(sents[heads] == sents, heads, places)


class Tokens:
    """The tokens of one document, column by column.

    Attributes:
        text: the document's text.
        starts: first character of each token.
        ends: one past the last character of each token.
        lower: lower-case form of each token.
        tags: fine-grained part-of-speech tags (Penn Treebank).
        deps: dependency labels (ClearNLP, as spaCy's English models give them).
        heads: index of each token's head; a root is its own head.
        sents: index of the sentence that each token stands in.
        sentences: (first token, one past the last token) of each sentence.
        ents: entity label of each token, "" outside entities.
        ent_starts: whether an entity starts at each token.
    """

    def __init__(
        self,
        text: str,
        starts: Sequence[int],
        ends: Sequence[int],
        lower: Sequence[str],
        tags: Sequence[str],
        deps: Sequence[str],
        heads: Sequence[int],
        sent_starts: Sequence[bool],
        ents: Sequence[str],
        ent_starts: Sequence[bool] | None = None,
    ) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.lower = lower
        self.tags = tags
        self.deps = deps
        self.heads = heads
        self.ents = ents
        if ent_starts is None:
            ent_starts = [bool(label) and label != before for label, before in zip(ents, ["", *ents], strict=False)]
        self.ent_starts = ent_starts
        self.sents: list[int] = []
        firsts: list[int] = []
        for i, flag in enumerate(sent_starts):
            if flag or i == 0:
                firsts.append(i)
            self.sents.append(len(firsts) - 1)
        self.sentences = list(zip(firsts, [*firsts[1:], len(lower)], strict=True)) if firsts else []

    @classmethod
    def from_doc(cls, doc: Doc) -> Tokens:
        """The columns of a spaCy Doc, read in one go."""
        rows = doc.to_array(_ATTRIBUTES)
        if not len(doc):
            return cls(doc.text, [], [], [], [], [], [], [], [])
        strings = doc.vocab.strings
        seen: dict[int, str] = {0: ""}

        def names(column: int) -> list[str]:
            keys = rows[:, column].tolist()
            for key in set(keys).difference(seen):
                seen[key] = strings[key]
            return [seen[key] for key in keys]

        signed = rows.astype("int64")
        sent_starts, heads = _shortened(signed[:, 4] == 1, signed[:, 3] + np.arange(len(doc)))
        return cls(
            doc.text,
            signed[:, 5].tolist(),
            (signed[:, 5] + signed[:, 6]).tolist(),
            names(0),
            names(1),
            names(2),
            heads.tolist(),
            sent_starts.tolist(),
            names(7),
            (signed[:, 8] == ENT_BEGINS).tolist(),
        )

    def __len__(self) -> int:
        return len(self.lower)

    @cached_property
    def children(self) -> list[list[int]]:
        """The children of each token, in text order."""
        children: list[list[int]] = [[] for _ in self.lower]
        for i, head in enumerate(self.heads):
            if head != i:
                children[head].append(i)
        return children

    def word(self, i: int) -> str:
        """Token i as the text has it."""
        return self.text[self.starts[i] : self.ends[i]]

    def span_text(self, first: int, last: int) -> str:
        """The text from token first up to, not including, token last."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def subtree(self, i: int, *, without: int | None = None) -> list[int]:
        """Token i and everything below it, unordered, leaving out the branch that starts at `without`."""
        found = [i]
        for j in found:
            found.extend(k for k in self.children[j] if k != without)
        return found

    def edges(self, i: int) -> tuple[int, int]:
        """First token, and one past the last token, of the subtree of token i."""
        tree = self.subtree(i)
        return min(tree), max(tree) + 1

    def sentence(self, i: int) -> tuple[int, int]:
        """(first token, one past the last token) of the sentence of token i."""
        return self.sentences[self.sents[i]]

    def at(self, char: int) -> int:
        """Index of the token that holds the character, or of the next one after it."""
        i = bisect_right(self.starts, char) - 1
        return i if i >= 0 and self.ends[i] > char else i + 1

    def between(self, start: int, end: int) -> tuple[int, int]:
        """(first token, one past the last token) of the tokens that lie wholly or partly in the characters."""
        return self.at(start), bisect_left(self.starts, end)
