"""Any text goes through the whole pipeline: no exception, exact offsets, the same result whichever way it is asked."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import negotiations_nlp as nn
from negotiations_nlp import running
from negotiations_nlp.models import Article
from robustness.invariants import check_article
from robustness.strategies import TEXTS, examples

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

MIXED = [
    "",
    " \n ",
    "“We go,” said Anna Lee. " * 30,
    "\ud800\udfff “No,” he said.\0",
    '"' * 300,
    "Q: Why?\nA: Because.\n" * 5,
    "a" * 5000,
    "The UN said it would meet on Monday.\r\n\r\nBy Anna Lee",
] * 5


@given(TEXTS)
@examples(0.3)
@example("\ud800 said “\udfff” Anna Lee.")
@example('"\n"\n"')
def test_any_text_is_read_with_exact_offsets(pipeline: Language, text: str) -> None:
    """No exception; spans are slices of the given text; a second reading gives the same."""
    article = nn.extract(text, nlp=pipeline)
    check_article(article, text)
    assert nn.extract(text, nlp=pipeline) == article


@given(st.lists(TEXTS, min_size=2, max_size=6))
@examples(0.1)
def test_many_texts_are_read_as_each_alone(pipeline: Language, texts: list[str]) -> None:
    """extract_many gives what extract gives, in order."""
    assert list(nn.extract_many(texts, nlp=pipeline, batch_size=4)) == [
        nn.extract(text, nlp=pipeline) for text in texts
    ]


@given(TEXTS)
@examples(0.1)
def test_results_travel_as_json(pipeline: Language, text: str) -> None:
    """A result is JSON; read again, it is the same wherever the text could be encoded."""
    article = nn.extract(text, nlp=pipeline)
    read = Article.model_validate_json(article.model_dump_json())
    assert json.loads(read.model_dump_json()) == json.loads(article.model_dump_json())


@given(st.lists(TEXTS, min_size=3, max_size=8).map("\n\n".join))
@examples(0.1)
def test_a_text_read_in_pieces_keeps_its_offsets(pipeline: Language, text: str) -> None:
    """A text over the model's limit goes through it piece by piece."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "MAX_PIECE_CHARS", running.MAX_WORD_CHARS + 100)
        check_article(nn.extract(text, nlp=pipeline), text)


def test_two_processes_give_what_one_gives(pipeline: Language) -> None:
    """Two processes return the articles of one, in order, whatever the texts hold."""
    alone = list(nn.extract_many(MIXED, nlp=pipeline))
    assert list(nn.extract_many(MIXED, nlp=pipeline, n_process=2, batch_size=3)) == alone


def test_threads_give_what_one_gives(pipeline: Language) -> None:
    """Threads that share a pipeline get the articles that one gets."""
    alone = list(nn.extract_many(MIXED, nlp=pipeline))
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: nn.extract(text, nlp=pipeline), MIXED)) == alone
