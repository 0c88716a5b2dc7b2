"""Words made comparable."""

import pytest

from negotiations_nlp.corpus.words import content_forms, sentences, word_form, word_forms


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("negotiations", "negotiating", id="noun-and-verb"),
        pytest.param("puppet", "Puppets", id="plural-and-case"),
        pytest.param("festival’s", "festival", id="curly-possessive"),
        pytest.param("promised", "promises", id="tenses"),
    ],
)
def test_forms_of_one_word_fall_together(a: str, b: str) -> None:
    """Inflection and case do not count."""
    assert word_form(a) == word_form(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("puppet", "puppy", id="near-miss"),
        pytest.param("2019", "2018", id="numbers"),
        pytest.param("war", "ward", id="short"),
    ],
)
def test_other_words_stay_apart(a: str, b: str) -> None:
    """Different words have different forms."""
    assert word_form(a) != word_form(b)


def test_numbers_carry_content_and_stop_words_do_not() -> None:
    """Of "we will bring three of them" the number and the verb remain."""
    assert content_forms(word_forms("We'll bring three of them")) == {"bring", "thr"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is late. We leave!", ["It is late.", "We leave!"], id="two"),
        pytest.param("It cost 3.5 million", ["It cost 3.5 million"], id="decimal"),
        pytest.param("no mark at all", ["no mark at all"], id="no-mark"),
        pytest.param("  ", [], id="blank"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end at their marks, before a capital."""
    assert sentences(text) == expected
