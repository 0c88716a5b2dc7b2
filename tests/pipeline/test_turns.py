"""Quotations without an attribution of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.direct import attach
from negotiations_nlp.pipeline.settings import settings_of
from negotiations_nlp.pipeline.turns import carry_over, speaking_subject

from .builders import blocks_of, phrase, quotations_of, tokens_of, word_at

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.tokens import Tokens


def carried(tokens: Tokens) -> dict[int, Report]:
    """The reports of the quotations that have no attribution beside them."""
    blocks, lexicon = blocks_of(tokens), default_lexicon()
    settings = settings_of(tokens, lexicon, quotations_of(tokens), blocks)
    return carry_over(tokens, settings, attach(tokens, lexicon, settings, blocks), [], blocks)


@pytest.mark.parametrize(
    ("text", "number", "source", "rule"),
    [
        pytest.param(
            "“We lost,” Mary Kovar said. She shook her head. “Nobody came.”",
            1,
            "Mary Kovar",
            "same-paragraph",
            id="same-paragraph",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. The hall was full by then. “Nobody came.”",
            1,
            "Mary Kovar",
            "same-paragraph",
            id="same-paragraph-after-a-thing",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. John Brandt shook his head. “Nobody came.”",
            1,
            "John Brandt",
            "subject-before-quote",
            id="somebody-else-takes-the-turn",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said.\n\n“Nobody came to the harbour.”",
            1,
            "Mary Kovar",
            "next-paragraph",
            id="next-paragraph",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. John Brandt shook his head.\n\n“Nobody came to the harbour.”",
            1,
            "John Brandt",
            "subject-before-quote",
            id="next-paragraph-after-somebody-else",
        ),
        pytest.param(
            "Mary Kovar met the council on Monday.\n\n“Nobody came to the harbour.”",
            0,
            "Mary Kovar",
            "paragraph-before-quote",
            id="introduced-in-the-paragraph-before",
        ),
        pytest.param(
            "The rain fell on Monday.\n\n“Nobody came to the harbour.”",
            0,
            None,
            "no-speaker",
            id="nobody-introduced",
        ),
        pytest.param(
            "It rained in the town on Monday.\n\n“Nobody came to the harbour.”",
            0,
            None,
            "no-speaker",
            id="not-even-a-thing-introduced",
        ),
        pytest.param(
            "Mary Kovar shook her head. “Nobody came to the harbour.”",
            0,
            "Mary Kovar",
            "subject-before-quote",
            id="introduced-in-the-sentence-before",
        ),
        pytest.param(
            "“Nobody came to the harbour.” That was the message of Mary Kovar.",
            0,
            "Mary Kovar",
            "looks-back",
            id="told-by-a-sentence-that-looks-back",
        ),
        pytest.param(
            "“Nobody came to the harbour.” Rain was the reason for Mary Kovar.",
            0,
            None,
            "no-speaker",
            id="the-sentence-after-does-not-look-back",
        ),
        pytest.param("“Nobody came to the harbour.”", 0, None, "no-speaker", id="nothing-around"),
    ],
)
def test_whose_turn_it_is(text: str, number: int, source: str | None, rule: str) -> None:
    """The speaker carried over, introduced or named in retrospect; None when nobody can be told."""
    tokens = tokens_of(text)
    report = carried(tokens)[number]
    assert (phrase(tokens, report.source), report.rule, report.implicit) == (source, rule, True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The “lost” harbour was rebuilt.", id="scare-quotes"),
        pytest.param("“We lost,” said Mary Kovar.", id="attributed-already"),
        pytest.param("Mary Kovar painted “Winter Harbour” on Monday.", id="title"),
        pytest.param("The ship was called “Ada”.", id="name"),
    ],
)
def test_what_is_no_turn_of_speech(text: str) -> None:
    """Only free quotations of a few words that end as sentences do are carried over."""
    assert carried(tokens_of(text)) == {}


def test_a_quotation_reopened_in_the_next_paragraph_is_one() -> None:
    """Without a closing mark the next paragraph goes on with it."""
    tokens = tokens_of("The rain fell on Monday.\n\n“Nobody came to the harbour.\n\n“We go on all the same.”")
    reports = carried(tokens)
    assert reports[0] is reports[1]
    assert [tokens.text[a:b] for a, b in reports[0].content] == [
        "Nobody came to the harbour.",
        "We go on all the same.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mary Kovar met the council on Monday.", "Kovar", id="person"),
        pytest.param("She met the council on Monday.", "She", id="pronoun"),
        pytest.param("It rained in the town on Monday.", None, id="it"),
        pytest.param("The council met Mary Kovar. John Brandt came late.", "Brandt", id="last-sentence"),
        pytest.param("Mary Kovar met the man who had lost his hat.", "Kovar", id="not-of-a-relative-clause"),
    ],
)
def test_speaking_subject(text: str, expected: str | None) -> None:
    """The subject of the last sentence, if it can speak."""
    tokens = tokens_of(text)
    assert word_at(tokens, speaking_subject(tokens, 0, len(tokens))) == expected
