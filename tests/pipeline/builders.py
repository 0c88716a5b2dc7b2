"""Documents for tests without a model: parses written down once, and what tests say about tokens.

A token is written "word/TAG/label>head" and, inside an entity, "word/TAG/label>head/ENTITY". Heads count from the
sentence's first token; a root has none ("said/VBD/ROOT"). "+" before a word glues it to the one before, "|" ends a
sentence, "¶" is a blank line and "↵" a line break.

``parses.txt`` holds the parses of our own sentences, one text a line, as the model gave them or corrected by hand;
``scripts/freeze_parses.py`` writes a line for a text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from negotiations_nlp.pipeline.reports import Quoted
from negotiations_nlp.pipeline.tokens import Tokens
from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.marks import pair_marks

if TYPE_CHECKING:
    from spacy.vocab import Vocab

PARSES = Path(__file__).with_name("parses.txt")
BREAKS = {"¶": "\n\n", "↵": "\n"}


def doc_of(notation: str, vocab: Vocab | None = None) -> Doc:
    """A tagged and parsed Doc with entities, from its notation."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    ents: list[str] = []
    starts: list[bool] = []
    first, label_before = 0, ""
    for piece in notation.split():
        if piece == "|":
            first = len(words)
            continue
        word, tag, relation, *entity = piece.split("/")
        glued = word.startswith("+") and len(word) > 1
        word = BREAKS.get(word.removeprefix("+") if glued else word, word.removeprefix("+") if glued else word)
        if spaces:
            spaces[-1] = not glued and not word.isspace() and not words[-1].isspace()
        dep, _, head = relation.partition(">")
        label = entity[0] if entity else ""
        starts.append(len(words) == first)
        heads.append(first + int(head) if head else len(words))
        ents.append(f"{'I' if label == label_before else 'B'}-{label}" if label else "O")
        label_before = label
        words.append(word)
        spaces.append(False)
        tags.append(tag)
        deps.append(dep)
    return Doc(
        vocab or english(), words=words, spaces=spaces, tags=tags, deps=deps, heads=heads, ents=ents, sent_starts=starts
    )


@cache
def english() -> Vocab:
    """The vocabulary of English: words know their lower-case form."""
    return spacy.blank("en").vocab


@cache
def _parses() -> dict[str, str]:
    """Text -> notation."""
    lines = PARSES.read_text(encoding="utf-8").splitlines()
    return {doc_of(line).text: line for line in lines}


def parsed(text: str, vocab: Vocab | None = None) -> Doc:
    """The Doc of one of our own sentences, as written down in ``parses.txt``."""
    return doc_of(_parses()[text], vocab)


def tokens_of(text: str) -> Tokens:
    """The columns of one of our own sentences."""
    return Tokens.from_doc(parsed(text))


def at(tokens: Tokens, word: str, *, n: int = 0) -> int:
    """Index of the n-th token that is the word."""
    return [i for i in range(len(tokens)) if tokens.word(i) == word][n]


def phrase(tokens: Tokens, extent: tuple[int, int] | None) -> str | None:
    """The words of a range of tokens, None for None."""
    return None if extent is None else tokens.span_text(*extent)


def word_at(tokens: Tokens, i: int | None) -> str | None:
    """The word at an index, None for None."""
    return None if i is None else tokens.word(i)


def blocks_of(tokens: Tokens) -> list[tuple[int, int]]:
    """(first token, one past the last token) of each block."""
    return [tokens.between(block.start, block.end) for block in find_blocks(tokens.text)]


def quotations_of(tokens: Tokens) -> list[Quoted]:
    """The outer quotations of a document."""
    blocks = find_blocks(tokens.text)
    return [
        Quoted(
            start=span.start,
            end=span.end,
            inner=(span.inner_start, span.inner_end),
            first=tokens.between(span.inner_start, span.inner_end)[0],
            last=tokens.between(span.inner_start, span.inner_end)[1],
            before=tokens.at(span.start),
            after=tokens.at(span.end),
            block=max(k for k, block in enumerate(blocks) if block.start <= span.start),
            continues=span.continues,
            style=span.style,
            closed=span.closed,
        )
        for span in pair_marks(tokens.text, [block.start for block in blocks])
        if span.depth == 0
    ]


Seen = dict[str, object]


def quotes_on(doc: Doc, *keys: str) -> list[Seen]:
    """The quotes on a Doc as texts: content, and of the other fields those named ("speaker" gives the mention)."""

    def words(value: object) -> object:
        if isinstance(value, dict):
            return words(value["mention"])
        if isinstance(value, list) and len(value) == 2 and all(isinstance(char, int) for char in value):
            return doc.text[value[0] : value[1]]
        if isinstance(value, list):
            return [words(item) for item in value]
        return value

    records = doc.spans["negotiations_quotes"].attrs["quotes"]
    return [{"content": " … ".join(words(r["content"])), **{key: words(r[key]) for key in keys}} for r in records]  # type: ignore[arg-type]
