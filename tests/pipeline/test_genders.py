"""Genders told by given names."""

from __future__ import annotations

import pytest

from negotiations_nlp.pipeline.genders import gender_of_name, given_name_rows, leaning_of_name, listed_given_names


def test_a_given_name_stands_in_one_row_only() -> None:
    """Names borne by women and men alike are left out."""
    names = [name for row in given_name_rows() for name in row.names]
    assert len(names) == len(set(names))


def test_rows_are_sorted() -> None:
    """By area and gender, and the names of a row by letter."""
    rows = given_name_rows()
    assert [(row.area, row.gender) for row in rows] == sorted((row.area, row.gender) for row in rows)
    assert [row.area for row in rows if list(row.names) != sorted(row.names)] == []


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        pytest.param("Rasmus Holt", "male", id="man"),
        pytest.param("Hester Quill", "female", id="woman"),
        pytest.param("Yaryna Melnyk", "female", id="romanised"),
        pytest.param("J. Delphine Roux", "female", id="initial-first"),
        pytest.param("Delphine-Maud Marchal", "female", id="hyphen"),
        pytest.param("Robin Holt", None, id="borne-by-both"),
        pytest.param("Xyqwv Holt", None, id="unknown"),
        pytest.param("J. Holt", None, id="initial-only"),
        pytest.param("Bruno", None, id="one-name-only"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_gender_that_a_name_tells(name: str, gender: str | None) -> None:
    """The first given name that is known decides."""
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        pytest.param("Rasmus", True, id="name"),
        pytest.param("Grace", False, id="common-word"),
        pytest.param("Florence", False, id="place"),
    ],
)
def test_given_names_that_mean_nothing_else(name: str, listed: bool) -> None:
    """Words and places that are given names too tell a gender, but are no proof of a name."""
    assert (name in listed_given_names()) is listed


@pytest.mark.parametrize(
    ("name", "leaning"),
    [
        pytest.param("Tarvela Holm", "female", id="a"),
        pytest.param("Tarvin Holm", "male", id="consonant"),
        pytest.param("Tarvie Holm", None, id="other-ending"),
        pytest.param("Tarvela", None, id="one-name"),
        pytest.param("Al Holm", None, id="short"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_gender_that_an_ending_suggests(name: str, leaning: str | None) -> None:
    """Only for full names."""
    assert leaning_of_name(name) == leaning
