"""The words of a document as parallel lists, in their original spelling: what the search for names reads."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, ORTH, SENT_START, SPACY, TAG
from spacy.tokens import Doc

__all__ = ["Words"]

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
        n = len(words)
        self.words = list(words)
        self.spaces = list(spaces) if spaces is not None else [True] * n
        self.tags = list(tags) if tags is not None else [""] * n
        self.deps = list(deps) if deps is not None else [""] * n
        self.heads = list(heads) if heads is not None else list(range(n))
        self.starts = list(starts) if starts is not None else [i == 0 for i in range(n)]
        self.ents = list(ents)

    @classmethod
    def from_doc(cls, doc: Doc) -> Words:
        """The columns of a spaCy Doc, read in one go."""
        if not len(doc):
            return cls([])
        rows = doc.to_array(_ATTRIBUTES).astype("int64").T.tolist()
        orths, spaces, tags, deps, heads, starts, iobs, types = rows
        strings = doc.vocab.strings
        named = {key: strings[key & 0xFFFFFFFFFFFFFFFF] if key else "" for key in {*orths, *tags, *deps, *types}}
        ents: list[tuple[int, int, str]] = []
        first = -1
        for i, iob in enumerate(iobs):
            if first >= 0 and iob != 1:
                ents.append((first, i, named[types[first]]))
                first = -1
            if iob == 3:
                first = i
        if first >= 0:
            ents.append((first, len(orths), named[types[first]]))
        return cls(
            [named[key] for key in orths],
            spaces=[bool(space) for space in spaces],
            tags=[named[key] for key in tags],
            deps=[named[key] for key in deps],
            heads=[i + head for i, head in enumerate(heads)],
            starts=[start == 1 for start in starts],
            ents=ents,
        )

    def __len__(self) -> int:
        return len(self.words)
