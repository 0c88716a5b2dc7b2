"""Persons' names taken apart, given names told apart."""

from __future__ import annotations

import pytest

from negotiations_nlp.names import gender_of_given, parse_person
from negotiations_nlp.names.given import same_given


@pytest.mark.parametrize(
    ("text", "given", "surname"),
    [
        pytest.param("Volodymyr Zelenskyy", "Volodymyr", "Zelenskyy", id="plain"),
        pytest.param("President Zelenskyy", "", "Zelenskyy", id="title"),
        pytest.param("PRESIDENT ZELENSKYY", "", "ZELENSKYY", id="headline-caps"),
        pytest.param("human rights commissioner Tatyana Moskalkova", "Tatyana", "Moskalkova", id="description"),
        pytest.param("Keir Starmer's national security adviser Jonathan Powell", "Jonathan", "Powell", id="owned"),
        pytest.param("Emir of Qatar Tamim bin Hamad", "Tamim", "bin Hamad", id="office-of-a-place"),
        pytest.param("Umerov, Rustem", "Rustem", "Umerov", id="comma"),
        pytest.param("Ursula von der Leyen", "Ursula", "von der Leyen", id="particles"),
        pytest.param("Martin Luther King Jr.", "Martin", "King", id="surname-like-a-title"),
        pytest.param("King Charles", "", "Charles", id="title-like-that-surname"),
        pytest.param("Ben Wallace", "Ben", "Wallace", id="given-name-like-a-particle"),
        pytest.param("Anthony M. Kennedy", "Anthony", "Kennedy", id="initial-like-a-title"),
        pytest.param("M. Macron", "", "Macron", id="title-like-an-initial"),
        pytest.param("bin Laden", "", "bin Laden", id="particle"),
        pytest.param("Robert “Madyar” Brovdi", "Robert", "Brovdi", id="nickname"),
        pytest.param("Zelenskyy’s", "", "Zelenskyy", id="possessive"),
        pytest.param("Scholz’", "", "Scholz", id="possessive-after-z"),
    ],
)
def test_parts_of_a_name(text: str, given: str, surname: str) -> None:
    """Titles, descriptions and endings come off, the name's parts stay."""
    parsed = parse_person(text)
    assert (parsed.given, parsed.surname) == (given, surname)


@pytest.mark.parametrize("text", ["", " ", ",,,", "x" * 5000, "\x00", "'s", "((((", "O’" * 99])
def test_strange_text_does_not_raise(text: str) -> None:
    """Whatever is no name gives a result all the same."""
    assert isinstance(parse_person(text).titles, tuple)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Serhii", "Sergei", id="ukrainian-russian"),
        pytest.param("Сергій", "Siarhei", id="cyrillic-belarusian"),
        pytest.param("Mike", "Michael", id="pet-form"),
        pytest.param("Radek", "Radosław", id="polish-pet-form"),
        pytest.param("Xqzyr", "Xqzyr", id="unknown-equal"),
    ],
)
def test_forms_of_one_given_name(one: str, other: str) -> None:
    """National forms, pet forms and spellings of one given name are one."""
    assert same_given(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Petro", "Pavlo", id="petro-pavlo"),
        pytest.param("Mykola", "Mykhailo", id="mykola-mykhailo"),
        pytest.param("Oleksiy", "Oleksandr", id="oleksiy-oleksandr"),
        pytest.param("Vitaliy", "Valeriy", id="vitaliy-valeriy"),
        pytest.param("Yana", "Anna", id="initial-glide-counts"),
        pytest.param("Oleksandr", "Oleksandra", id="man-and-woman"),
    ],
)
def test_two_given_names(one: str, other: str) -> None:
    """Given names that only look alike are two."""
    assert not same_given(one, other)


@pytest.mark.parametrize(
    ("given", "gender"),
    [("Nadiia", "female"), ("Петро", "male"), ("Hakan", "male"), ("Zzyx", None), ("", None)],
)
def test_gender_of_a_given_name(given: str, gender: str | None) -> None:
    """A listed given name tells the gender, an unknown one tells none."""
    assert gender_of_given(given) == gender
