"""The figures of a document as candidates for speakers."""

from __future__ import annotations

import pytest

from negotiations_nlp.pipeline.cast import Cast, Figure, Occurrence, cast_of, gender_told

from .builders import doc_of, parsed


@pytest.mark.parametrize(
    ("descriptions", "expected"),
    [
        pytest.param(["the skipper's widow"], "female", id="a-noun-that-tells"),
        pytest.param(["skipper"], None, id="a-noun-that-does-not"),
        pytest.param(["widow", "husband"], None, id="nouns-that-disagree"),
        pytest.param([], None, id="none"),
    ],
)
def test_gender_told_by_descriptions(descriptions: list[str], expected: str | None) -> None:
    """Only where they agree."""
    assert gender_told(descriptions) == expected


def test_without_identities_the_entities_of_the_doc_are_the_cast() -> None:
    """One figure a name; labels of the model are mapped."""
    doc = doc_of(
        "Mary/NNP/compound>1/PERSON Kovar/NNP/nsubj>2/PERSON left/VBD/ROOT Larkin/NNP/dobj>2/GPE on/IN/prep>2 "
        "Monday/NNP/pobj>4/DATE +!/./punct>2"
    )
    cast = cast_of(doc)
    assert [(figure.name, figure.label, figure.id) for figure in cast.figures] == [
        ("Mary Kovar", "PERSON", None),
        ("Larkin", "PLACE", None),
    ]
    assert [(o.start, o.end, o.subject) for o in cast.occurrences] == [(0, 10, True), (16, 22, False)]


def test_an_object_is_no_subject() -> None:
    """The label of the whole name's head counts."""
    cast = cast_of(parsed("Mary Kovar urged John Brandt."))
    assert [(o.figure.name, o.subject) for o in cast.occurrences] == [("Mary Kovar", True), ("John Brandt", False)]


def test_a_doc_without_entities_has_no_cast() -> None:
    """Nobody to resolve to."""
    assert cast_of(parsed("Nobody said that the harbour was lost.")).occurrences == []


@pytest.fixture
def cast() -> Cast:
    """Ada at 0 and 20, Bo at 10."""
    ada, bo = Figure("e1", "Ada", "PERSON"), Figure("e2", "Bo", "PERSON")
    return Cast(
        [ada, bo], [Occurrence(0, 3, ada, True, 0), Occurrence(10, 12, bo, False, 2), Occurrence(20, 23, ada, True, 5)]
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 12, ["Ada", "Bo"], id="two"),
        pytest.param(11, 12, ["Bo"], id="cut"),
        pytest.param(3, 10, [], id="between"),
        pytest.param(12, 21, ["Ada"], id="the-second-occurrence"),
    ],
)
def test_occurrences_within(cast: Cast, start: int, end: int, expected: list[str]) -> None:
    """Those that overlap the range."""
    assert [o.figure.name for o in cast.within(start, end)] == expected


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        pytest.param(0, [], id="start"),
        pytest.param(12, ["Ada", "Bo"], id="just-ended"),
        pytest.param(11, ["Ada"], id="not-ended"),
    ],
)
def test_occurrences_before(cast: Cast, char: int, expected: list[str]) -> None:
    """Those that ended."""
    assert [o.figure.name for o in cast.before(char)] == expected
