"""Quotations, clauses and layout brought together."""

from __future__ import annotations

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.finder import find_reports
from negotiations_nlp.pipeline.tokens import Tokens
from negotiations_nlp.text.blocks import Block, find_blocks
from negotiations_nlp.text.marks import pair_marks

from .builders import doc_of, phrase, tokens_of

Found = tuple[str, str, str | None]


def found_in(text: str, kinds: dict[int, str] | None = None) -> list[Found]:
    """(content, kind, source) of each report; kinds tells what kind a block is, else it is a paragraph."""
    tokens = tokens_of(text)
    blocks = [
        Block(block.start, block.end, (kinds or {}).get(k, "paragraph"))  # type: ignore[arg-type]
        for k, block in enumerate(find_blocks(text))
    ]
    spans = pair_marks(text, [block.start for block in blocks])
    reports = find_reports(tokens, default_lexicon(), blocks, spans)
    return [(" … ".join(text[a:b] for a, b in r.content), r.kind, phrase(tokens, r.source)) for r in reports]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We lost,” said Mary Kovar.", [("We lost,", "direct", "Mary Kovar")], id="direct"),
        pytest.param(
            "Mary Kovar said the harbour was lost.", [("the harbour was lost", "indirect", "Mary Kovar")], id="indirect"
        ),
        pytest.param(
            "Mary Kovar said the harbour was “severely damaged” on Monday.",
            [("the harbour was “severely damaged” on Monday", "mixed", "Mary Kovar")],
            id="mixed",
        ),
        pytest.param(
            "Mary Kovar said the harbour was “severely” damaged and “past repair”.",
            [("the harbour was “severely” damaged and “past repair”", "mixed", "Mary Kovar")],
            id="mixed-with-two-bits",
        ),
        pytest.param(
            "The plan is “a joke”, Mary Kovar said.",
            [("The plan is “a joke”", "mixed", "Mary Kovar")],
            id="mixed-before",
        ),
        pytest.param(
            "Mary Kovar said that “we lost the harbour.”",
            [("we lost the harbour.", "direct", "Mary Kovar")],
            id="that-and-only-a-quotation-is-direct",
        ),
        pytest.param(
            'Mary Kovar described the plan as "a ruin".',
            [('the plan as "a ruin"', "mixed", "Mary Kovar")],
            id="described-as",
        ),
        pytest.param(
            'Mary Kovar called the plan "a ruin".', [('the plan "a ruin"', "mixed", "Mary Kovar")], id="called"
        ),
        pytest.param(
            'Mary Kovar dubbed the plan "a ruin".', [('the plan "a ruin"', "mixed", "Mary Kovar")], id="dubbed"
        ),
        pytest.param(
            'Mary Kovar ridiculed the plan as "a ruin".', [('the plan as "a ruin"', "mixed", "Mary Kovar")], id="judged"
        ),
        pytest.param('Mary Kovar painted the wall "lime green".', [], id="painted"),
        pytest.param(
            "“We lost,” Mary Kovar said, adding that nobody came.",
            [("We lost,", "direct", "Mary Kovar"), ("nobody came", "indirect", "Mary Kovar")],
            id="two-reports-of-one-sentence",
        ),
        pytest.param("The “lost” harbour was rebuilt.", [], id="scare-quotes"),
        pytest.param("Mary Kovar painted “Winter Harbour” on Monday.", [], id="title"),
        pytest.param("The ship was called “Ada”.", [], id="name"),
        pytest.param("The harbour was rebuilt on Monday.", [], id="nobody-speaks"),
    ],
)
def test_reports_of_a_text(text: str, expected: list[Found]) -> None:
    """Each report once, in text order."""
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“John Brandt said the harbour was lost,” said Mary Kovar.",
            [
                ("John Brandt said the harbour was lost,", "direct", "Mary Kovar"),
                ("the harbour was lost", "indirect", "John Brandt"),
            ],
            id="a-named-person's-words",
        ),
        pytest.param(
            "“I said the harbour was lost,” said Mary Kovar.",
            [("I said the harbour was lost,", "direct", "Mary Kovar")],
            id="the-speaker's-own-words",
        ),
    ],
)
def test_reports_inside_the_words_of_somebody(text: str, expected: list[Found]) -> None:
    """Only what a named third person says counts twice."""
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mary Kovar told the paper, adding that she told the paper.",
            [("she told the paper", "indirect", "Mary Kovar")],
            id="claimed-by-two-cues",
        ),
        pytest.param(
            "The mayor “We go”said Mary",
            [],
            id="with-the-source-among-them",
        ),
        pytest.param(
            "Mary Kovar “We go”said John",
            [("Mary Kovar “We go”", "mixed", "John")],
            id="with-somebody-else-among-them",
        ),
    ],
)
def test_words_that_are_reported_once_and_by_another(text: str, expected: list[Found]) -> None:
    """No two reports have the same words, and none holds the mention of its own speaker."""
    assert found_in(text) == expected


def test_layout_settles_its_blocks() -> None:
    """A cue inside a turn of a transcript reports nothing by itself, beside prose it does."""
    text = "KOVAR: We said the harbour was lost.\nJohn Brandt said the harbour was safe."
    assert found_in(text, {0: "transcript"}) == [
        ("We said the harbour was lost.", "direct", "KOVAR"),
        ("the harbour was safe", "indirect", "John Brandt"),
    ]


def test_a_quotation_without_a_speaker_is_kept() -> None:
    """Nobody named is no reason to lose what was said."""
    assert found_in("“Nobody came to the harbour.”") == [("Nobody came to the harbour.", "direct", None)]


def test_without_tokens_nothing_is_found() -> None:
    """An empty document has no reports."""
    assert find_reports(Tokens.from_doc(doc_of("")), default_lexicon(), [], []) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We lost,” Mary Kovar said, “because nobody came.”", id="split"),
        pytest.param("Mary Kovar said the harbour was “severely” damaged and “past repair”.", id="mixed"),
        pytest.param("“John Brandt said the harbour was lost,” said Mary Kovar.", id="nested"),
        pytest.param("“We lost,” Mary Kovar said. “Nobody came.\n\n“We go on.”", id="paragraphs"),
    ],
)
def test_parts_of_a_content_are_in_order_and_disjoint(text: str) -> None:
    """Half-open ranges of characters without white space at their ends."""
    blocks = find_blocks(text)
    reports = find_reports(tokens_of(text), default_lexicon(), blocks, pair_marks(text, [b.start for b in blocks]))
    assert reports
    for report in reports:
        bounds = [char for part in report.content for char in part]
        assert bounds == sorted(set(bounds))
        assert all(text[a:b] == text[a:b].strip() for a, b in report.content)
        assert 0 <= report.confidence <= 1
