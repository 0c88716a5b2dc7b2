"""Docs and articles through a DocBin, on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import DocBin

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError
from negotiations_nlp.export.docbin import read_articles, read_docs, to_docbin
from negotiations_nlp.results import to_article

if TYPE_CHECKING:
    from pathlib import Path

    from negotiations_nlp.models import Article


def _through_a_file(docbin: DocBin, folder: Path) -> DocBin:
    docbin.to_disk(folder / "articles.spacy")
    return DocBin().from_disk(folder / "articles.spacy")


def test_articles_come_back_equal(article: Article, empty_article: Article, tmp_path: Path) -> None:
    """With their ids, dates and the version that made them."""
    assert list(read_articles(_through_a_file(to_docbin([article, empty_article]), tmp_path))) == [
        article,
        empty_article,
    ]


@pytest.mark.model
def test_docs_keep_their_parse_and_our_spans(texts: list[str], tmp_path: Path) -> None:
    """What the components left is there again, and makes the same articles."""
    nlp = nn.load()
    docs = list(nlp.pipe(texts))
    back = list(read_docs(_through_a_file(to_docbin(docs), tmp_path)))
    assert [to_article(doc) for doc in back] == [to_article(doc) for doc in docs]
    assert [[(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in back] == [
        [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in docs
    ]
    assert len(back[0].spans["negotiations_quotes"]) > 0


@pytest.mark.model
def test_docs_and_articles_can_be_mixed(article: Article, texts: list[str]) -> None:
    """A Doc has no id; its date is kept."""
    doc = nn.load()(texts[0])
    doc._.negotiations_date = "2025-01-02"
    first, second = read_articles(to_docbin([article, doc]))
    assert first == article
    assert (second.id, str(second.date), second.text) == (None, "2025-01-02", texts[0])


def test_nothing_gives_an_empty_docbin() -> None:
    """And nothing comes out of it."""
    assert list(read_articles(to_docbin([]))) == []


def test_something_else_is_refused() -> None:
    """By its number and type."""
    with pytest.raises(InputError, match="item 0 must be an Article or a Doc, got str"):
        to_docbin(["a text"])  # type: ignore[list-item]


@pytest.mark.model
def test_user_data_that_cannot_be_written_are_named() -> None:
    """They are the caller's, and the caller's to change."""
    doc = nn.load()("Rain.")
    doc.user_data["mine"] = object()
    with pytest.raises(InputError, match="user data of Doc 0 cannot be written"):
        to_docbin([doc])
