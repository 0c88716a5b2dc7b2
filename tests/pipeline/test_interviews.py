"""Who asks and who answers."""

from __future__ import annotations

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.interviews import role_of_label
from negotiations_nlp.pipeline.layout import layout_reports

from .builders import blocks_of, phrase, tokens_of


@pytest.mark.parametrize(
    ("label", "role"),
    [
        pytest.param("Q", "asks", id="q"),
        pytest.param("A.", "answers", id="a-with-a-stop"),
        pytest.param("Interviewer", "asks", id="interviewer"),
        pytest.param("KOVAR", None, id="name"),
        pytest.param("a dog", None, id="article"),
    ],
)
def test_labels_that_name_a_part(label: str, role: str | None) -> None:
    """Names are no such labels."""
    assert role_of_label(label) == role


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        pytest.param(
            "Mary Kovar spoke to John Brandt.\nQ: Is the harbour lost?\nA: It is lost for good.",
            ["paragraph", "transcript", "transcript"],
            [("Q", "John Brandt"), ("A", "Mary Kovar")],
            id="spoke-to",
        ),
        pytest.param(
            "Mary Kovar spoke to our science editor, John Brandt.\nQ: Is the harbour lost?\nA: It is lost for good.",
            ["paragraph", "transcript", "transcript"],
            [("Q", "John Brandt"), ("A", "Mary Kovar")],
            id="spoke-to-our-editor",
        ),
        pytest.param(
            "John Brandt interviewed Mary Kovar.\nQ: Is the harbour lost?\nA: It is lost for good.",
            ["paragraph", "transcript", "transcript"],
            [("Q", "John Brandt"), ("A", "Mary Kovar")],
            id="interviewed",
        ),
        pytest.param(
            "The harbour was lost in May.\nQ: Is the harbour lost?\nA: It is lost for good.",
            ["paragraph", "transcript", "transcript"],
            [("Q", None), ("A", None)],
            id="nobody-is-named",
        ),
        pytest.param(
            "MS BRANDT: Is the harbour lost?\nA. It is lost for good.\nThe witness, Mary Kovar, left.",
            ["transcript", "transcript", "paragraph"],
            [("MS BRANDT", None), ("A.", "Mary Kovar")],
            id="a-witness-named-later",
        ),
    ],
)
def test_whom_the_letters_stand_for(text: str, kinds: list[str], expected: list[tuple[str, str | None]]) -> None:
    """(label, whom it stands for) of each turn; None where the text names nobody."""
    tokens = tokens_of(text)
    reports, _ = layout_reports(tokens, default_lexicon(), blocks_of(tokens), kinds)
    assert [(phrase(tokens, r.source), phrase(tokens, r.antecedent)) for r in reports] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mary Kovar runs the harbour.\nIs it lost?\n“It is lost.”\nWill you stay?\n“I will stay.”",
            [("It is lost.", "Mary Kovar"), ("I will stay.", "Mary Kovar")],
            id="two-answers",
        ),
        pytest.param("Mary Kovar runs the harbour.\nIs it lost?\n“It is lost.”\nShe left.", [], id="one-answer"),
        pytest.param(
            "The harbour was lost in May.\nIs it lost?\n“It is lost.”\nWill you stay?\n“I will stay.”",
            [],
            id="nobody-is-named",
        ),
    ],
)
def test_quoted_answers_under_questions(text: str, expected: list[tuple[str, str]]) -> None:
    """All of them are the words of the one who is interviewed."""
    tokens = tokens_of(text)
    blocks = blocks_of(tokens)
    reports, _ = layout_reports(tokens, default_lexicon(), blocks, ["paragraph"] * len(blocks))
    assert [(tokens.text[r.content[0][0] : r.content[0][1]], phrase(tokens, r.source)) for r in reports] == expected
