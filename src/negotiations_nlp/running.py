"""Texts through a pipeline, whatever they hold and however long they are.

Four things a bare ``nlp(text)`` cannot take are dealt with here: lone surrogates, which nothing can encode; HTML, which
is taken out, and found again when results get their offsets; runs of thousands of characters without white space, on
which spaCy's tokenizer takes quadratic time; and texts longer than ``nlp.max_length``, which go through the model in
pieces and through our components whole.
"""

from __future__ import annotations

import threading
from contextlib import nullcontext
from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from spacy.attrs import IDX
from spacy.tokens import Doc

import negotiations_nlp.pipeline  # noqa: F401 - registers doc._.negotiations_date
from negotiations_nlp.results import to_article
from negotiations_nlp.text.markup import without_markup
from negotiations_nlp.text.spaces import with_plain_spaces
from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language

    from negotiations_nlp.inputs import ArticleInput
    from negotiations_nlp.models import Article

__all__ = ["COMPONENTS", "forget_locks", "make_doc", "run_batch"]

BLOCKS = "negotiations_blocks"
COMPONENTS = (
    BLOCKS,
    "negotiations_entities",
    "negotiations_identities",
    "negotiations_quotes",
    "negotiations_speakers",
)
MAX_WORD_CHARS = 400
MAX_PIECE_CHARS = 200_000
MAX_KEPT_WORDS = 10_000

_locks: WeakKeyDictionary[Language, threading.Lock] = WeakKeyDictionary()
_locks_guard = threading.Lock()


def run_batch(nlp: Language, batch: Sequence[ArticleInput]) -> list[Article]:
    """Extract some articles together. Memory that spaCy takes for their words is given back at the end.

    The first words that a pipeline meets are kept, MAX_KEPT_WORDS of them, so that most words need no new look.
    A pipeline works on one batch at a time; other threads wait.

    Args:
        nlp: a pipeline with our components.
        batch: the articles.

    Returns:
        The results, in the order of the batch.
    """
    if not batch:
        return []
    read = [without_markup(article.text) for article in batch]
    plain = [article._replace(text=with_plain_spaces(text)) for article, (text, _) in zip(batch, read, strict=True)]
    with _lock_of(nlp), nullcontext() if _keeps_words(nlp, plain) else nlp.memory_zone():
        docs = _annotate(nlp, plain)
        return [
            to_article(doc, text=article.text, offsets=offsets, id=article.id, date=article.date)
            for doc, article, (_, offsets) in zip(docs, batch, read, strict=True)
        ]


def _keeps_words(nlp: Language, batch: Sequence[ArticleInput]) -> bool:
    few = len(nlp.vocab) < MAX_KEPT_WORDS and sum(len(article.text) for article in batch) <= MAX_PIECE_CHARS
    return few or bool(getattr(nlp.vocab, "in_memory_zone", False))


def _lock_of(nlp: Language) -> threading.Lock:
    with _locks_guard:
        return _locks.setdefault(nlp, threading.Lock())


def forget_locks() -> None:
    """Drop locks that a forked process inherited, perhaps held, from threads that it does not have."""
    _locks.clear()


def make_doc(nlp: Language, article: ArticleInput) -> Doc:
    """Tokenize an article: a Doc with its date, of as many characters as its text, to which no pipe was applied."""
    text = without_surrogates(article.text)
    if max(map(len, text.split()), default=0) <= MAX_WORD_CHARS:
        doc: Doc = nlp.tokenizer(text)
    else:
        pieces = [nlp.tokenizer(text[start:end]) for start, end in pairwise(_cuts_in_long_words(text))]
        doc = Doc.from_docs(pieces, ensure_whitespace=False) or nlp.tokenizer(text)
    doc._.negotiations_date = article.date and article.date.isoformat()
    return doc


def _cuts_in_long_words(text: str) -> list[int]:
    """Offsets at which to cut a text so that no run without white space is longer than MAX_WORD_CHARS."""
    cuts = [0]
    run_start = 0
    for i, char in enumerate(text):
        if char.isspace():
            run_start = i + 1
        elif i - run_start == MAX_WORD_CHARS:
            run_start = i
            cuts.append(i)
    return [*cuts, len(text)]


def _annotate(nlp: Language, batch: Sequence[ArticleInput]) -> Iterable[Doc]:
    limit = min(nlp.max_length, MAX_PIECE_CHARS)
    docs = [make_doc(nlp, article) for article in batch]
    if all(len(article.text) <= limit for article in batch):  # a Doc's text is put together anew each time
        return nlp.pipe(docs, batch_size=len(docs))
    return [
        _annotate_long(nlp, doc, limit) if len(article.text) > limit else nlp(doc)
        for doc, article in zip(docs, batch, strict=True)
    ]


def _annotate_long(nlp: Language, doc: Doc, limit: int) -> Doc:
    """Run the model over pieces of a Doc, cut between blocks, and our components over the whole."""
    doc = _apply(nlp, doc, [BLOCKS])
    model_pipes = [name for name in nlp.pipe_names if name not in COMPONENTS]
    pieces = [_apply(nlp, doc[start:end].as_doc(), model_pipes) for start, end in pairwise(_piece_starts(doc, limit))]
    whole = Doc.from_docs(pieces, ensure_whitespace=False)
    if whole is None:  # no pieces: a limit cannot be passed by an empty text
        return doc
    whole._.negotiations_date = doc._.negotiations_date
    if BLOCKS in doc.spans:
        whole.spans[BLOCKS] = doc.spans[BLOCKS].copy(doc=whole)
    return _apply(nlp, whole, COMPONENTS[1:])


def _apply(nlp: Language, doc: Doc, names: Iterable[str]) -> Doc:
    pipes = dict(nlp.pipeline)
    for name in names:
        if name in pipes:
            doc = pipes[name](doc)
    return doc


def _piece_starts(doc: Doc, limit: int) -> list[int]:
    """Token indices at which to cut a Doc into pieces of about ``limit`` characters, if possible between blocks."""
    blocks = {block.start for block in doc.spans.get(BLOCKS, ())}
    offsets = doc.to_array(IDX).tolist()
    cuts = [0]
    last_block = 0
    for i, offset in enumerate(offsets):
        if i in blocks:
            last_block = i
        if offset - offsets[cuts[-1]] >= limit:
            cuts.append(last_block if last_block > cuts[-1] else i)
    return [*cuts, len(doc)]
