"""A document as columns."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from negotiations_nlp.pipeline.tokens import Tokens

from .builders import doc_of

NOTATION = """
Mary/NNP/compound>1/PERSON Kovar/NNP/nsubj>2/PERSON said/VBD/ROOT +:/:/punct>2 ¶/_SP/dep>3 |
Nobody/NN/nsubj>1 came/VBD/ROOT +!/./punct>1
"""


@pytest.fixture
def tokens() -> Tokens:
    """Two sentences with a blank line between them."""
    return Tokens.from_doc(doc_of(NOTATION))


def test_columns_are_those_of_the_doc(tokens: Tokens) -> None:
    """Words, tags, labels, heads and entities stand side by side; a root is its own head."""
    assert tokens.lower == ["mary", "kovar", "said", ":", "\n\n", "nobody", "came", "!"]
    assert tokens.tags == ["NNP", "NNP", "VBD", ":", "_SP", "NN", "VBD", "."]
    assert tokens.deps == ["compound", "nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"]
    assert tokens.heads == [1, 2, 2, 2, 3, 6, 6, 6]
    assert tokens.ents == ["PERSON", "PERSON", "", "", "", "", "", ""]


def test_offsets_are_those_of_the_text(tokens: Tokens) -> None:
    """Every token is its characters of the text."""
    assert [tokens.text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == [
        "Mary",
        "Kovar",
        "said",
        ":",
        "\n\n",
        "Nobody",
        "came",
        "!",
    ]


def test_sentences_are_ranges_of_tokens(tokens: Tokens) -> None:
    """Half-open, and a token knows its own."""
    assert tokens.sentences == [(0, 5), (5, 8)]
    assert [tokens.sentence(i) for i in (0, 4, 5, 7)] == [(0, 5), (0, 5), (5, 8), (5, 8)]


def test_an_empty_doc_has_empty_columns() -> None:
    """Nothing to read is not an error."""
    tokens = Tokens.from_doc(Doc(Vocab(), words=[]))
    assert (len(tokens), tokens.sentences, tokens.children, tokens.text) == (0, [], [], "")


def test_a_doc_without_annotation_has_empty_names() -> None:
    """What is not set is the empty string, and all of it is one sentence."""
    tokens = Tokens.from_doc(Doc(Vocab(), words=["Nobody", "came"]))
    assert (tokens.tags, tokens.deps, tokens.ents, tokens.sentences) == (["", ""], ["", ""], ["", ""], [(0, 2)])


def test_lone_surrogates_and_astral_characters_keep_the_offsets() -> None:
    """Offsets count characters of the text, not bytes."""
    tokens = Tokens.from_doc(Doc(Vocab(), words=["😀", "said", "é"]))
    assert [tokens.word(i) for i in range(3)] == ["😀", "said", "é"]


def test_children_stand_in_text_order_without_the_root(tokens: Tokens) -> None:
    """A root is no child of its own."""
    assert tokens.children == [[], [0], [1, 3], [4], [], [], [5, 7], []]


def test_a_subtree_holds_the_token_and_everything_below(tokens: Tokens) -> None:
    """And can leave a branch out."""
    assert sorted(tokens.subtree(2)) == [0, 1, 2, 3, 4]
    assert sorted(tokens.subtree(2, without=3)) == [0, 1, 2]
    assert tokens.edges(1) == (0, 2)


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        pytest.param(0, 0, id="first-character"),
        pytest.param(3, 0, id="inside-a-token"),
        pytest.param(4, 1, id="white-space-belongs-to-the-next"),
        pytest.param(16, 4, id="a-line-break-is-a-token"),
        pytest.param(99, 8, id="behind-the-text"),
    ],
)
def test_token_at_a_character(tokens: Tokens, char: int, expected: int) -> None:
    """The token that holds it, else the next."""
    assert tokens.at(char) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(5, 10, "Kovar", id="whole-token"),
        pytest.param(7, 13, "Kovar said", id="tokens-cut-at-both-ends"),
        pytest.param(10, 11, "", id="only-white-space"),
    ],
)
def test_tokens_between_characters(tokens: Tokens, start: int, end: int, expected: str) -> None:
    """Tokens that lie partly inside count."""
    assert tokens.span_text(*tokens.between(start, end)) == expected
