"""Two strings compared without a knowledge base."""

from __future__ import annotations

import pytest

from negotiations_nlp.names import is_abbreviation_of, same_spelling
from negotiations_nlp.names.matching import org_key, person_compatibility


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        pytest.param("Nadiia Prokopchuk", "Nadia Prokopchuk", "PERSON", id="romanisation"),
        pytest.param("Liudmyla Horobets", "Lyudmila Gorobets", "PERSON", id="russian-based"),
        pytest.param("Zelensky", "Zelenskyy", "PERSON", id="surnames"),
        pytest.param("Horobets, Liudmyla", "Liudmyla Horobets", "PERSON", id="reversed"),
        pytest.param("V. Zelensky", "Volodymyr Zelenskyy", "PERSON", id="initial"),
        pytest.param("George HW Bush", "George H. W. Bush", "PERSON", id="initials-without-stops"),
        pytest.param("Greta Hallström", "Greta Hallstroem", "PERSON", id="o-umlaut"),
        pytest.param("Uwe Müller", "Uwe Mueller", "PERSON", id="u-umlaut"),
        pytest.param("Lena Jäger", "Lena Jaeger", "PERSON", id="a-umlaut"),
        pytest.param("Nils Håkansson", "Nils Haakansson", "PERSON", id="a-ring"),
        pytest.param("Jonas Støre", "Jonas Stoere", "PERSON", id="o-stroke"),
        pytest.param("Botho Strauß", "Botho Strauss", "PERSON", id="sharp-s"),
        pytest.param("Nasrin Sotoudeh", "Nesrine Sotoudeh", "PERSON", id="given-name-in-another-spelling"),
        pytest.param("UNHCR", "UN High Commissioner for Refugees", "ORG", id="abbreviation-in-the-long-form"),
        pytest.param("OECD", "Organisation for Economic Co-operation and Development", "ORG", id="co-operation"),
        pytest.param("Donetsk region", "Donetsk Oblast", "PLACE", id="region"),
        pytest.param("Kharkov", "Kharkiv", "PLACE", id="russian-form"),
        pytest.param("Kherson, Ukraine", "city of Kherson", "PLACE", id="qualifiers"),
        pytest.param("Valencia, Spain", "Valencia (Spain)", "PLACE", id="one-country"),
        pytest.param("Ukrainian Defence Ministry", "Ministry of Defense of Ukraine", "ORG", id="word-order"),
        pytest.param("UDCG", "Ukraine Defence Contact Group", "ORG", id="abbreviation"),
        pytest.param("RIA-Novosti", "RIA Novosti", "ORG", id="hyphen"),
    ],
)
def test_spellings_of_one_name(one: str, other: str, label: str) -> None:
    """What differs in spelling, order or qualifiers alone is one name."""
    assert same_spelling(one, other, label)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        pytest.param("Nadiia Prokopchuk", "Nazar Prokopchuk", "PERSON", id="family"),
        pytest.param("Nadiia Prokopchuk", "Prokopchuk", "PERSON", id="surname-is-no-spelling"),
        pytest.param("Waltz", "Walz", "PERSON", id="german-reading-of-an-english-name"),
        pytest.param("P. Zelensky", "Volodymyr Zelenskyy", "PERSON", id="other-initial"),
        pytest.param("George P. Bush", "George HW Bush", "PERSON", id="other-middle-initial"),
        pytest.param("John Quincy Adams", "John Michael Adams", "PERSON", id="other-middle-name"),
        pytest.param("Greta Hallström", "Greta Hellstrom", "PERSON", id="other-vowel"),
        pytest.param("Jon Sauer", "Jon Sour", "PERSON", id="au-is-no-long-vowel"),
        pytest.param("Lisa Sotoudeh", "Luisa Sotoudeh", "PERSON", id="other-given-name"),
        pytest.param("Donetsk", "Donetsk Oblast", "PLACE", id="city-and-region"),
        pytest.param("Austria", "Australia", "PLACE", id="look-alike"),
        pytest.param("Bombay", "Mumbai", "PLACE", id="facts-are-not-known-here"),
        pytest.param("Valencia, Spain", "Valencia, Venezuela", "PLACE", id="two-countries"),
        pytest.param("Mexico City", "Mexico", "PLACE", id="country-and-its-capital"),
        pytest.param("Ukrainian Defence Ministry", "Russian Defence Ministry", "ORG", id="other-country"),
        pytest.param("UDCG", "Ukraine Defence Council", "ORG", id="other-initials"),
        pytest.param("", "", "PERSON", id="empty"),
    ],
)
def test_different_names(one: str, other: str, label: str) -> None:
    """Near misses stay two names."""
    assert not same_spelling(one, other, label)


@pytest.mark.parametrize(
    ("known", "mention", "least"),
    [
        pytest.param("Volodymyr Zelenskyy", "Zelensky", 0.8, id="surname"),
        pytest.param("Volodymyr Zelenskyy", "Mr Zelensky", 0.8, id="title"),
        pytest.param("Volodymyr Zelenskyy", "V. Zelensky", 0.8, id="initial"),
        pytest.param("Volodymyr Zelenskyy", "Volodymyr", 0.5, id="given-name"),
        pytest.param("Bill Nakamura-Price", "William", 0.5, id="form-of-the-given-name"),
        pytest.param("María del Carmen Ortuño García", "Ortuño", 0.5, id="first-of-two-surnames"),
        pytest.param("Zelensky", "Volodymyr Zelenskyy", 0.8, id="either-order"),
    ],
)
def test_mention_of_a_person(known: str, mention: str, least: float) -> None:
    """A shorter form may denote the person, the surer the more it says."""
    assert person_compatibility(known, mention).score >= least


@pytest.mark.parametrize(
    ("known", "mention"),
    [
        pytest.param("Joe Biden", "Hunter Biden", id="family"),
        pytest.param("Petro Poroshenko", "Pavlo Poroshenko", id="petro-pavlo"),
        pytest.param("Volodymyr Zelenskyy", "Mrs Zelensky", id="man-and-woman"),
        pytest.param("Manjit Singh", "Mr G. Singh", id="other-initial"),
        pytest.param("Kim Jong Un", "Kim Jong Il", id="family-name-first"),
        pytest.param("Ivan Petcu", "Ioana Petcu", id="near-given-names"),
        pytest.param("Ferdinand Marcos Sr.", "Ferdinand Marcos Jr.", id="suffix"),
    ],
)
def test_mention_of_somebody_else(known: str, mention: str) -> None:
    """A mention that contradicts the name denotes somebody else."""
    assert not person_compatibility(known, mention)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Warren E. Buffett", "Elizabeth Warren", id="given-name-like-a-surname"),
        pytest.param("George P. Bush", "George HW Bush", id="initials"),
        pytest.param("Antony J. Blinken", "A. J. Blinken", id="more-initials"),
        pytest.param("J. Keith Kellogg", "Keith Kellogg", id="initial-first"),
        pytest.param("Scott K. Bessent", "Scott K. H. Bessent", id="fewer-initials"),
        pytest.param("Joseph R. Biden", "Joe Biden", id="pet-form"),
    ],
)
def test_who_is_asked_first_does_not_matter(one: str, other: str) -> None:
    """Two names of people are as compatible one way round as the other."""
    assert person_compatibility(one, other).score == person_compatibility(other, one).score


def test_a_given_name_is_no_surname_of_another() -> None:
    """A middle initial does not turn a name round: Warren Buffett is no Warren."""
    assert person_compatibility("Warren E. Buffett", "Elizabeth Warren").score == 0


def test_keys_group_spellings() -> None:
    """Spellings of one name share the key that groups them."""
    assert org_key("Ministry of Defence") == org_key("Defense Ministry")


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("UDCG", "Ukraine Defence Contact Group", True, id="initials"),
        pytest.param("U.D.C.G.", "Ukraine Defence Contact Group", True, id="with-stops"),
        pytest.param("ICRC", "International Committee of the Red Cross", True, id="small-words"),
        pytest.param("G7", "Group of Seven", True, id="number-word"),
        pytest.param("UDCG", "Ukraine Defence Council", False, id="other-initials"),
        pytest.param("who", "World Health Organization", False, id="small-letters"),
    ],
)
def test_abbreviations(short: str, long: str, expected: bool) -> None:
    """An abbreviation is made of the name's initials in order."""
    assert is_abbreviation_of(short, long) is expected
