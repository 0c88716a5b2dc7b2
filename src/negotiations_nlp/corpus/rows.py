"""A corpus as rows: the quotes of all articles, with what is known across them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.export.rows import quote_rows
from negotiations_nlp.export.schema import QUOTES, Column
from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from negotiations_nlp.corpus.corpus import Corpus

__all__ = ["CORPUS_QUOTES", "corpus_rows"]

CORPUS_QUOTES = (
    *QUOTES,
    Column("outlet", "string"),
    Column("said", "date"),
    Column("speaker_kb_id", "string"),
    Column("statement", "string"),
)
"""One row a quote: the columns of an article's quotes, the speaker under the name that he has across articles."""


def corpus_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield the rows of `CORPUS_QUOTES`, in the order of the articles; none when there are no quotes."""
    statement_of = {quote: s.id for s in corpus.statements(min_outlets=1) for quote in s.quotes}
    quotes = iter(corpus.quotes())
    for key, article in zip(corpus.article_ids, corpus.articles, strict=True):
        for row, quote in zip(quote_rows(article), quotes, strict=False):
            row |= {
                "article_id": without_surrogates(key),
                "outlet": without_surrogates(quote.outlet),
                "said": quote.said,
                "speaker_kb_id": quote.speakers[0].kb_id if quote.speakers else None,
                "statement": statement_of.get(quote),
            }
            if quote.speakers:
                row["speaker"] = without_surrogates(quote.speakers[0].name)
            yield row
