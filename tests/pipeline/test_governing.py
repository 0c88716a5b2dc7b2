"""Which verb of its sentence accounts for a quotation."""

from __future__ import annotations

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.governing import frames_above, governing

from .builders import quotations_of, tokens_of, word_at


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        pytest.param(
            "Mary Kovar warned of owners who are “mostly busy with their own boats.”", ["are", "warned"], id="two-verbs"
        ),
        pytest.param(
            "The vote is a sign of “the beginning of the end” for the harbour, said Mary Kovar, a painter.",
            ["is"],
            id="not-those-behind-it",
        ),
    ],
)
def test_verbs_above_a_quotation(text: str, cues: list[str]) -> None:
    """Those that have a subject, the nearest first."""
    tokens = tokens_of(text)
    (quotation,) = quotations_of(tokens)
    found = frames_above(tokens, default_lexicon(), quotation)
    assert [tokens.word(frame.cue) for frame in found] == cues


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param(
            "Mary Kovar warned of owners who are “mostly busy with their own boats.”",
            "warned",
            id="the-one-that-reports",
        ),
        pytest.param(
            "Mary Kovar met John Brandt, who praised “the quiet work of the crew.”", "praised", id="the-nearest-report"
        ),
        pytest.param(
            "The vote is a sign of “the beginning of the end” for the harbour, said Mary Kovar, a painter.",
            "said",
            id="a-comment-behind",
        ),
        pytest.param("The vote is a sign of “the beginning of the end” for the harbour.", None, id="nobody-comments"),
        pytest.param("As Mary Kovar noted, the plan was “good for nobody at all.”", "noted", id="a-comment-before"),
        pytest.param(
            "It came just days after Mary Kovar told the paper he was “not quite there yet” on the plan.",
            "told",
            id="a-clause-of-time-that-the-quotation-ends",
        ),
        pytest.param(
            "When Mary Kovar said so, the plan was “good for nobody at all.”", None, id="a-clause-of-time-before"
        ),
        pytest.param(
            "Mary Kovar was at a harbour with “the longest wall in our whole history.”",
            "was",
            id="somebody-who-can-speak",
        ),
        pytest.param("The wind was strong, “at the invitation of the town.”", None, id="nobody-who-can-speak"),
    ],
)
def test_verb_that_accounts_for_a_quotation(text: str, cue: str | None) -> None:
    """A report first, wherever it stands; else whoever can speak."""
    tokens, lexicon = tokens_of(text), default_lexicon()
    (quotation,) = quotations_of(tokens)
    frame = governing(tokens, lexicon, frames_above(tokens, lexicon, quotation), quotation)
    assert word_at(tokens, frame.cue if frame is not None else None) == cue
