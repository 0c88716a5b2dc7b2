"""Quotations that nobody closed."""

from __future__ import annotations

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.unclosed import cut_unclosed

from .builders import blocks_of, quotations_of, tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We lost the harbour, said Mary Kovar. She left.', ["We lost the harbour"], id="cue-before-the-name"
        ),
        pytest.param(
            '"We lost the harbour, Mary Kovar told the paper. She left.',
            ["We lost the harbour"],
            id="name-before-the-cue",
        ),
        pytest.param(
            '"We lost the harbour, Mary Kovar and the others. She left.',
            ["We lost the harbour, Mary Kovar and the others. She left."],
            id="no-cue",
        ),
        pytest.param(
            "“We lost the harbour, Mary Kovar told me.\n\n“Nobody came.”",
            ["We lost the harbour, Mary Kovar told me.", "Nobody came."],
            id="goes-on-in-the-next-paragraph",
        ),
    ],
)
def test_an_unclosed_quotation_ends_at_its_attribution(text: str, expected: list[str]) -> None:
    """Only where what follows a comma can be nothing else."""
    tokens = tokens_of(text)
    found = cut_unclosed(tokens, default_lexicon(), quotations_of(tokens), blocks_of(tokens))
    assert [text[q.inner[0] : q.inner[1]] for q in found] == expected
