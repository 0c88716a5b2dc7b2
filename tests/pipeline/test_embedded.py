"""Longer quotations inside a clause: whose words they are."""

from __future__ import annotations

import pytest

from .test_finder import Found, found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mary Kovar warned of owners who are “mostly busy with their own boats.”",
            [("of owners who are “mostly busy with their own boats.”", "mixed", "Mary Kovar")],
            id="the-report-above-it-and-not-its-own-subject",
        ),
        pytest.param(
            "Mary Kovar met John Brandt, who praised “the quiet work of the crew.”",
            [("the quiet work of the crew.", "direct", "who")],
            id="its-own-subject-where-that-one-reports",
        ),
        pytest.param(
            "His plan, Mary Kovar told the council, would only be “to go after them all” in winter.",
            [("would only be “to go after them all”", "mixed", "Mary Kovar")],
            id="a-report-that-the-parse-does-not-connect",
        ),
        pytest.param(
            "After Mary Kovar left, the plan was “to go after them all” in winter.",
            [("to go after them all", "direct", "the plan")],
            id="no-report-in-its-sentence",
        ),
        pytest.param(
            "Mary Kovar said the ships were lost, while the town paid for “most of the whole long winter.”",
            [("the ships were lost, while the town paid for “most of the whole long winter.”", "mixed", "Mary Kovar")],
            id="a-reported-clause-goes-on-to-it",
        ),
        pytest.param(
            "Mary Kovar said the ships were lost, while John Brandt praised “most of the whole long winter.”",
            [
                ("the ships were lost", "indirect", "Mary Kovar"),
                ("most of the whole long winter.", "direct", "John Brandt"),
            ],
            id="a-reported-clause-ends-before-somebody-else",
        ),
        pytest.param(
            "The storm was over, Mary Kovar said. It was “the worst of our whole time here.”",
            [
                ("The storm was over", "indirect", "Mary Kovar"),
                ("the worst of our whole time here.", "direct", "Mary Kovar"),
            ],
            id="the-speaker-of-the-sentence-before-goes-on",
        ),
        pytest.param(
            "The storm was over, Mary Kovar said. A friend referred to it as “the worst of our whole time here.”",
            [
                ("The storm was over", "indirect", "Mary Kovar"),
                ("to it as “the worst of our whole time here.”", "mixed", "A friend"),
            ],
            id="somebody-else-after-the-sentence-before",
        ),
        pytest.param(
            "The storm was over. It was “the worst of our whole time here.”",
            [],
            id="nobody-spoke-before",
        ),
        pytest.param(
            "John Brandt was introduced by the mayor, Mary Kovar, as “a man who needs no long introduction”.",
            [("a man who needs no long introduction", "direct", "Mary Kovar")],
            id="not-with-the-name-of-who-said-it",
        ),
    ],
)
def test_whose_words_a_quotation_in_a_clause_is(text: str, expected: list[Found]) -> None:
    """Whoever speaks in its sentence, else who its verb is about, else who spoke before."""
    assert found_in(text) == expected
