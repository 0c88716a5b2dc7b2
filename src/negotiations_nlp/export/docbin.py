"""spaCy's DocBin: annotated Docs, or articles, to one compact file and back, spans and their data included.

A DocBin is msgpack: reading one runs nothing that stands in it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc, DocBin

from negotiations_nlp.errors import InputError
from negotiations_nlp.export.docs import to_doc
from negotiations_nlp.inputs import parse_date
from negotiations_nlp.models import Article
from negotiations_nlp.results import to_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

__all__ = ["read_articles", "read_docs", "to_docbin"]

ARTICLE_KEY = "negotiations_article"


def to_docbin(items: Iterable[Article | Doc], *, nlp: Language | None = None) -> DocBin:
    """Put articles, or Docs that went through the components, into a DocBin.

    Args:
        items: Articles and Docs. Of a Doc everything is kept: its tags and parse, our spans with their data, the
            article's date, other user data. An Article is kept as what ``to_doc`` makes of it, with its id and version.
        nlp: the pipeline whose tokenizer is to tokenize articles; None takes that of ``spacy.blank("en")``.

    Returns:
        The DocBin, for ``to_disk`` or ``to_bytes``; empty when there are no items.

    Raises:
        InputError: an item is neither, or a Doc's user data hold something that msgpack cannot write.
    """
    docbin = DocBin(store_user_data=True)
    for number, item in enumerate(items):
        if isinstance(item, Article):
            doc = to_doc(item, nlp or _blank())
            doc.user_data[ARTICLE_KEY] = {"id": item.id, "version": item.version}
        elif isinstance(item, Doc):
            doc = item
        else:
            msg = f"item {number} must be an Article or a Doc, got {type(item).__name__}"
            raise InputError(msg)
        try:
            docbin.add(doc)
        except TypeError as error:
            msg = (
                f"the user data of Doc {number} cannot be written: {error}; keep to numbers, strings and lists of them"
            )
            raise InputError(msg) from error
    return docbin


def read_docs(docbin: DocBin, *, nlp: Language | None = None) -> Iterator[Doc]:
    """The Docs of a DocBin, with our spans and their data.

    Args:
        docbin: the DocBin, ``DocBin().from_disk(path)``.
        nlp: the pipeline whose vocabulary to use; None takes that of ``spacy.blank("en")``.

    Yields:
        The Docs, in order.
    """
    yield from docbin.get_docs((nlp or _blank()).vocab)


def read_articles(docbin: DocBin, *, nlp: Language | None = None) -> Iterator[Article]:
    """The articles of a DocBin.

    Args:
        docbin: the DocBin, made by ``to_docbin`` from articles or from Docs that went through the components.
        nlp: as in ``read_docs``.

    Yields:
        The articles, in order; those that were put in as Docs have no id, and the version that reads them.
    """
    for doc in read_docs(docbin, nlp=nlp):
        kept: dict[str, Any] = doc.user_data.get(ARTICLE_KEY, {})
        yield to_article(doc, id=kept.get("id"), date=parse_date(doc._.negotiations_date)).model_copy(
            update={"version": kept["version"]} if "version" in kept else {}
        )


@cache
def _blank() -> Language:
    return spacy.blank("en")
