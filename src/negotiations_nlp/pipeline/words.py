"""The words of a document as parallel lists, in their original spelling: what the search for names reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, ORTH, SENT_START, SPACY, TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

__all__ = ["Words"]

_INSIDE, _BEGINS = 1, 3
_ATTRIBUTES = [ORTH, SPACY, TAG, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE]


class Words:
    """One document, column by column.

    Attributes:
        words: the tokens as written.
        spaces: whether white space follows each token.
        tags: Penn Treebank tags, "" without a tagger.
        deps: dependency labels, "" without a parser.
        heads: index of each token's head; a root, and every token without a parser, is its own head.
        starts: whether a sentence starts at each token.
        ents: (first token, one past the last token, label) of the model's entities.
    """

    def __init__(
        self,
        words: Sequence[str],
        *,
        spaces: Sequence[bool] | None = None,
        tags: Sequence[str] | None = None,
        deps: Sequence[str] | None = None,
        heads: Sequence[int] | None = None,
        starts: Sequence[bool] | None = None,
        ents: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        """Take columns of equal length; those left out say nothing."""
        n = len(words)
        self.words = words
        self.spaces = spaces if spaces is not None else [True] * n
        self.tags = tags if tags is not None else [""] * n
        self.deps = deps if deps is not None else [""] * n
        self.heads = heads if heads is not None else range(n)
        self.starts = starts if starts is not None else [i == 0 for i in range(n)]
        self.ents = ents

    @classmethod
    def from_doc(cls, doc: Doc) -> Words:
        """The columns of a spaCy Doc, read in one go."""
        if not len(doc):
            return cls([])
        rows = doc.to_array(_ATTRIBUTES)
        strings = doc.vocab.strings
        orths = rows[:, 0].tolist()
        words = {key: strings[key] for key in set(orths)}
        names = {0: ""}

        def column(number: int) -> list[str]:
            keys = rows[:, number].tolist()
            for key in set(keys).difference(names):
                names[key] = strings[key]
            return [names[key] for key in keys]

        signed = rows[:, 4].astype("int64") + np.arange(len(orths))
        iobs, types = rows[:, 6], rows[:, 7]
        firsts = np.flatnonzero(iobs == _BEGINS)
        stops = np.append(np.flatnonzero(iobs != _INSIDE), len(orths))
        lasts = stops[np.searchsorted(stops, firsts, side="right")]
        ents = [
            (first, last, strings[kind])
            for first, last, kind in zip(firsts.tolist(), lasts.tolist(), types[firsts].tolist(), strict=True)
        ]
        return cls(
            [words[key] for key in orths],
            spaces=(rows[:, 1] == 1).tolist(),
            tags=column(2),
            deps=column(3),
            heads=signed.tolist(),
            starts=(rows[:, 5] == 1).tolist(),
            ents=ents,
        )

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.words)
