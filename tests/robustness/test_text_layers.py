"""Marks, blocks, dates and names take any text, and their offsets are those of the text."""

from __future__ import annotations

from hypothesis import example, given

import negotiations_nlp as nn
from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.matching import same_spelling, same_surname, surname_keys
from negotiations_nlp.names.persons import parse_person
from robustness.invariants import check_blocks, check_dates, check_marks, check_surrogates
from robustness.strategies import NAMES, TEXTS, examples


@given(TEXTS)
@examples(0.5)
def test_marks_pair_in_any_text(text: str) -> None:
    """Quoted spans lie in the text, in order, and nest or are disjoint."""
    check_marks(text)


@given(TEXTS)
@examples(0.5)
def test_blocks_hold_every_character_but_white_space(text: str) -> None:
    """Blocks are disjoint, ascending, not empty, and leave out nothing that is printed."""
    check_blocks(text)


@given(TEXTS)
@examples(0.5)
def test_dates_are_read_in_any_text(text: str) -> None:
    """Expressions of dates lie in the text and resolve to a day or to nothing."""
    check_dates(text)


@given(TEXTS)
@examples(0.2)
def test_surrogates_are_replaced_one_for_one(text: str) -> None:
    """Whatever the text, what the model reads can be encoded and has the same length."""
    check_surrogates(text)


@given(NAMES)
@examples(0.3)
@example("ᴬ")  # a small capital, which only taking it apart shows
def test_any_string_may_be_asked_for_as_a_name(name: str) -> None:
    """Parsing, folding and looking up a name never fail, and the canonical name is known by itself."""
    assert fold(fold(name)) == fold(name)
    assert parse_person(name) == parse_person(name)
    for label in ("PERSON", "ORG", "PLACE", None):
        found = nn.normalize(name, label)
        assert found is None or nn.normalize(found.name, found.label) == found


@given(NAMES, NAMES)
@examples(0.3)
@example("U.S. U.S.", "U.S. [")
@example("Lee Anna Lee Anna Lee", "Volodymyr Zelensky Anna Lee Lee")
def test_spelling_is_symmetric(a: str, b: str) -> None:
    """If a may be a spelling of b, b may be one of a; a name with letters is a spelling of itself."""
    for label in ("PERSON", "ORG", "PLACE"):
        assert same_spelling(a, b, label) == same_spelling(b, a, label)
        assert same_spelling(a, a, label) == (fold(a) != "")


@given(NAMES, NAMES)
@examples(0.3)
def test_spellings_of_a_surname_share_a_key(a: str, b: str) -> None:
    """Grouping by key loses no pair: what may be one surname has a key in common."""
    a, b = fold(a), fold(b)
    assert not same_surname(a, b) or surname_keys(a) & surname_keys(b)
