"""How a text describes those it names."""

from __future__ import annotations

import pytest

from negotiations_nlp.pipeline.descriptions import describe
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.words import Words


def words_of(marked: str) -> tuple[Words, int, int]:
    """A sentence of "word/TAG/label>head" tokens, and where "Ann Hill" stands in it."""
    pieces = [piece.split("/") for piece in marked.split()]
    words = [piece[0] for piece in pieces]
    deps = [piece[2].partition(">")[0] for piece in pieces]
    heads = [int(head) if (head := piece[2].partition(">")[2]) else i for i, piece in enumerate(pieces)]
    start = words.index("Ann")
    return Words(words, tags=[piece[1] for piece in pieces], deps=deps, heads=heads), start, start + 2


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "Rower/NNP/compound>2 Ann/NNP/compound>2 Hill/NNP/nsubj>3 left/VBD/ROOT", ["Rower"], id="opens-the-sentence"
        ),
        pytest.param(
            "then/RB/advmod>4 rower/NN/compound>3 Ann/NNP/compound>3 Hill/NNP/nsubj>4 left/VBD/ROOT",
            ["rower"],
            id="common-noun",
        ),
        pytest.param(
            "then/RB/advmod>4 Larkin/NNP/compound>3 Ann/NNP/compound>3 Hill/NNP/nsubj>4 left/VBD/ROOT",
            [],
            id="near-miss-proper-noun",
        ),
        pytest.param(
            "Yesterday/NN/npadvmod>3 Ann/NNP/compound>2 Hill/NNP/nsubj>3 left/VBD/ROOT", [], id="near-miss-other-noun"
        ),
        pytest.param(
            "Ann/NNP/compound>1 Hill/NNP/nsubj>5 (/-LRB-/punct>1 chair/NN/appos>1 )/-RRB-/punct>1 left/VBD/ROOT",
            ["chair"],
            id="in-brackets",
        ),
        pytest.param(
            "Ann/NNP/compound>1 Hill/NNP/nsubj>5 (/-LRB-/punct>1 Larkin/NNP/appos>1 )/-RRB-/punct>1 left/VBD/ROOT",
            [],
            id="near-miss-place-in-brackets",
        ),
        pytest.param(
            "Ann/NNP/compound>1 Hill/NNP/nsubj>6 ,/,/punct>1 51/CD/appos>1 ,/,/punct>1 cook/NN/appos>1 left/VBD/ROOT",
            ["cook"],
            id="behind-an-age",
        ),
        pytest.param(
            "Ann/NNP/compound>1 Hill/NNP/nsubj>6 ,/,/punct>1 ill/JJ/amod>1 ,/,/punct>1 cook/NN/dep>1 left/VBD/ROOT",
            [],
            id="near-miss-behind-another-word",
        ),
    ],
)
def test_what_a_name_is_described_by(marked: str, expected: list[str]) -> None:
    """Trades before it, and roles in apposition behind it or its age."""
    words, start, end = words_of(marked)
    assert describe(words, start, end, default_name_words()) == expected
