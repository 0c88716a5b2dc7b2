"""Noun phrases as mentions of a speaker."""

from __future__ import annotations

import pytest

from negotiations_nlp.pipeline.mentions import co_mentions, is_noun_like, mention_of

from .builders import at, phrase, tokens_of


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        pytest.param("Mary Kovar said the harbour was lost.", "Kovar", "Mary Kovar", id="name"),
        pytest.param("The doctor said the harbour was lost.", "doctor", "The doctor", id="determiner-stays"),
        pytest.param("She said the harbour was lost.", "She", "She", id="pronoun"),
        pytest.param("President Mary Kovar said the harbour was lost.", "Kovar", "Mary Kovar", id="title-left-out"),
        pytest.param(
            "The president of Larkin said the harbour was lost.",
            "president",
            "The president of Larkin",
            id="not-a-title-but-the-noun",
        ),
        pytest.param(
            "Mary Kovar, the new mayor of Larkin, said the harbour was lost.",
            "Kovar",
            "Mary Kovar",
            id="apposition-left-out",
        ),
        pytest.param(
            "The mayor, Mary Kovar, said the harbour was lost.", "mayor", "Mary Kovar", id="apposed-name-is-the-mention"
        ),
        pytest.param(
            "The mayor, a friend of Mary Kovar, said the harbour was lost.",
            "mayor",
            "The mayor",
            id="name-inside-an-apposition-is-not",
        ),
        pytest.param(
            "A woman who lives near the harbour said the ships were lost.", "woman", "A woman", id="relative-left-out"
        ),
        pytest.param(
            "A spokesman for the council said the ships were lost.",
            "spokesman",
            "A spokesman for the council",
            id="prepositional-phrase-stays",
        ),
        pytest.param(
            "A spokesman, for the first time, said the ships were lost.",
            "spokesman",
            "A spokesman",
            id="prepositional-phrase-after-a-comma-goes",
        ),
        pytest.param(
            "The harbour's new director said the ships were lost.",
            "director",
            "The harbour's new director",
            id="possessor-stays",
        ),
        pytest.param(
            "Two angry fishermen said the ships were lost.", "fishermen", "Two angry fishermen", id="number-stays"
        ),
    ],
)
def test_mention_around_a_head(text: str, head: str, expected: str) -> None:
    """A name alone; any other phrase with its determiner, without appositions and relative clauses."""
    tokens = tokens_of(text)
    assert phrase(tokens, mention_of(tokens, at(tokens, head))) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        pytest.param("Mary Kovar said the harbour was lost.", "Kovar", [], id="alone"),
        pytest.param("Mary Kovar and John Brandt said the harbour was lost.", "Kovar", ["John Brandt"], id="two-names"),
        pytest.param(
            "“We lost,” said Mary Kovar and John Brandt.", "Kovar", ["John Brandt"], id="two-names-after-the-cue"
        ),
        pytest.param(
            "“We lost,” said Mary Kovar, and John Brandt went home.", "Kovar", [], id="a-clause-is-no-second-name"
        ),
        pytest.param("“We lost,” said Mary Kovar as John Brandt listened.", "Kovar", [], id="a-listener-is-none"),
        pytest.param(
            "Mary Kovar, John Brandt and Alice Moreau said the harbour was lost.",
            "Kovar",
            ["John Brandt", "Alice Moreau"],
            id="three-names",
        ),
        pytest.param("The mayor and the doctor said the harbour was lost.", "mayor", ["the doctor"], id="two-nominals"),
        pytest.param("The mayor of Larkin said the harbour was lost.", "mayor", [], id="of-joins-nobody"),
    ],
)
def test_mentions_coordinated_with_a_mention(text: str, head: str, expected: list[str]) -> None:
    """Who else says it."""
    tokens = tokens_of(text)
    assert [phrase(tokens, m) for m in co_mentions(tokens, mention_of(tokens, at(tokens, head)))] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Kovar", True, id="name"),
        pytest.param("harbour", True, id="noun"),
        pytest.param("said", False, id="verb"),
        pytest.param(".", False, id="full-stop"),
    ],
)
def test_what_can_head_a_noun_phrase(word: str, expected: bool) -> None:
    """By tag alone."""
    tokens = tokens_of("Mary Kovar said the harbour was lost.")
    assert is_noun_like(tokens, at(tokens, word)) is expected
