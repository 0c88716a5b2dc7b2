"""Joining the mentions of one person, organisation or place, on documents built by hand."""

from __future__ import annotations

import pytest

from negotiations_nlp.names.given import gender_of_given, same_given
from negotiations_nlp.pipeline.identities import Identity, KnownName, find_identities, same_word
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.words import Words

KNOWN = {
    ("Ruritania", "PLACE"): KnownName("place:r", "Ruritania", None, "country:r"),
    ("Kingdom of Ruritania", "PLACE"): KnownName("place:r", "Ruritania", None),
    ("Olena Varga", "PERSON"): KnownName("person:v", "Olena Várga", "female"),
    ("Varga", "PERSON"): KnownName("person:v", "Olena Várga", "female"),
    ("Ovar", "PERSON"): KnownName("person:v", "Olena Várga", "female"),
    ("Port Ruritania", "PLACE"): KnownName("place:r", "Ruritania", None, "country:r"),
    ("Red Party", "ORG"): KnownName("org:z", "Red Party (Zembla)", None, "country:z"),
    ("MRU", "ORG"): KnownName("org:m", "Mars Research Unit", None),
}


def identities_of(marked: str) -> list[Identity]:
    """The identities of a text in which "[PERSON Ann Hill ]" marks a mention."""
    words: list[str] = []
    mentions: list[tuple[int, int, str]] = []
    opened: tuple[int, str] = (0, "")
    for piece in marked.split(" "):
        if piece.startswith("["):
            opened = (len(words), piece[1:])
        elif piece == "]":
            mentions.append((opened[0], len(words), opened[1]))
        else:
            words.append(piece)
    return find_identities(
        Words(words),
        mentions,
        lookup=lambda name, label: KNOWN.get((name, label)),
        lexicon=default_name_words(),
        same_word=same_word,
        same_given=same_given,
        gender_of_given=gender_of_given,
    )


def groups_of(marked: str) -> list[tuple[str, list[int]]]:
    """(canonical name, numbers of its mentions) of each identity."""
    return [(identity.name, identity.mentions) for identity in identities_of(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[PERSON Ann Hill ] then [PERSON Hill ]", [("Ann Hill", [0, 1])], id="surname"),
        pytest.param("[PERSON Hill ] then [PERSON Ann Hill ]", [("Ann Hill", [0, 1])], id="full-name-later"),
        pytest.param("[PERSON Ann Hill ] then [PERSON Ann ]", [("Ann Hill", [0, 1])], id="given-name"),
        pytest.param(
            "[PERSON Olena Varga ] then [PERSON Ovar ]", [("Olena Várga", [0, 1])], id="another-name-of-the-known-one"
        ),
        pytest.param(
            "[PERSON Ovar Hill ] then [PERSON Ovar ]", [("Ovar Hill", [0, 1])], id="near-miss-somebody-so-called-here"
        ),
        pytest.param("[PERSON Ann Hill ] then [PERSON A. Hill ]", [("Ann Hill", [0, 1])], id="initial"),
        pytest.param(
            "[PERSON Ann Hill ] then [PERSON B. Hill ]", [("Ann Hill", [0]), ("B. Hill", [1])], id="near-miss-initial"
        ),
        pytest.param(
            "[PERSON Serhiy Kostenko ] then [PERSON Sergei Kostenko ]",
            [("Serhiy Kostenko", [0, 1])],
            id="transliteration",
        ),
        pytest.param(
            "[PERSON Petro Kostenko ] then [PERSON Pavlo Kostenko ]",
            [("Petro Kostenko", [0]), ("Pavlo Kostenko", [1])],
            id="near-miss-other-given-name",
        ),
        pytest.param(
            "[PERSON Jean Le Hill ] then [PERSON Le Hill ]", [("Jean Le Hill", [0, 1])], id="surname-of-two-words"
        ),
        pytest.param("[PERSON ANN HILL ] then [PERSON Ann Hill ]", [("Ann Hill", [0, 1])], id="capitals"),
        pytest.param("[PERSON Ragnar UGGLA ]", [("Ragnar Uggla", [0])], id="surname-in-capitals"),
        pytest.param("[PERSON Gökçe Yıldız ] then [PERSON Gokce Yildiz ]", [("Gökçe Yıldız", [0, 1])], id="diacritics"),
    ],
)
def test_names_of_one_person(marked: str, expected: list[tuple[str, list[int]]]) -> None:
    """Parts and spellings of a full name are the same person; another given name is another person."""
    assert groups_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[PERSON Ivan Hill ] [PERSON Olena Hill ] Mr [PERSON Hill ]",
            [("Ivan Hill", [0, 2]), ("Olena Hill", [1])],
            id="by-title",
        ),
        pytest.param(
            "[PERSON Ivan Hill ] [PERSON Olena Hill ] Mrs [PERSON Hill ]",
            [("Ivan Hill", [0]), ("Olena Hill", [1, 2])],
            id="by-other-title",
        ),
        pytest.param(
            "[PERSON Ivan Hill ] [PERSON Petro Hill ] [PERSON Hill ]",
            [("Ivan Hill", [0]), ("Petro Hill", [1, 2])],
            id="latest",
        ),
        pytest.param(
            "[PERSON Olena Varga ] [PERSON Petro Varga ] [PERSON Varga ]",
            [("Olena Várga", [0, 2]), ("Petro Varga", [1])],
            id="the-one-who-is-mostly-meant",
        ),
    ],
)
def test_two_of_one_surname(marked: str, expected: list[tuple[str, list[int]]]) -> None:
    """A bare surname goes to the one of the right gender, else to the one mentioned last."""
    assert groups_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[PERSON Ann Hill ] 's sister [PERSON Eva Hill ] sat . [PERSON Hill ]",
            [("Ann Hill", [0, 2]), ("Eva Hill", [1])],
            id="surname-is-not-the-relatives",
        ),
        pytest.param(
            "[PERSON Ann Hill ] 's boss [PERSON Eva Hill ] sat . [PERSON Hill ]",
            [("Ann Hill", [0]), ("Eva Hill", [1, 2])],
            id="near-miss-no-relative",
        ),
        pytest.param(
            "[PERSON Mick Hill ] and her father [PERSON Michael ] sat",
            [("Mick Hill", [0]), ("Michael", [1])],
            id="relatives-given-name",
        ),
        pytest.param("[PERSON Mick Hill ] and [PERSON Michael ] sat", [("Mick Hill", [0, 1])], id="near-miss-pet-name"),
        pytest.param("his mother , [PERSON Varga ] , sat", [("Varga", [0])], id="relative-is-nobody-known"),
        pytest.param("his mother met [PERSON Varga ] , who sat", [("Olena Várga", [0])], id="near-miss-known"),
        pytest.param(
            "Dr [PERSON Ann Hill ] met [PERSON Eva Hill ] . Dr [PERSON Hill ]",
            [("Ann Hill", [0, 2]), ("Eva Hill", [1])],
            id="title-that-one-has",
        ),
        pytest.param(
            "[PERSON Carlos Quill ] met [PERSON Juan Carlos Doe ] . [PERSON Carlos ]",
            [("Carlos Quill", [0, 2]), ("Juan Carlos Doe", [1])],
            id="given-name-not-second-given-name",
        ),
        pytest.param(
            "[PERSON Balendra Quill ] , known as [PERSON Zzyx ] , sat . [PERSON Zzyx ]",
            [("Balendra Quill", [0, 1, 2])],
            id="alias",
        ),
        pytest.param(
            "[PERSON Balendra Quill ] , met as [PERSON Zzyx ] sat . [PERSON Zzyx ]",
            [("Balendra Quill", [0]), ("Zzyx", [1, 2])],
            id="near-miss-no-alias",
        ),
        pytest.param(
            "[PERSON Joost de Wit ] sat . [PERSON De Wit ]", [("Joost de Wit", [0, 1])], id="particle-in-capitals"
        ),
        pytest.param(
            "[PERSON Joost de Wit ] sat . [PERSON Van Wit ]",
            [("Joost de Wit", [0]), ("Van Wit", [1])],
            id="near-miss-other-particle",
        ),
    ],
)
def test_families_and_other_names(marked: str, expected: list[tuple[str, list[int]]]) -> None:
    """Relatives are kept apart, and what a text calls another name of somebody joins."""
    assert groups_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[ORG Kestrel Foods ] and [ORG Kestrel ]", [("Kestrel Foods", [0, 1])], id="first-word"),
        pytest.param(
            "[ORG Kestrel Foods ] [ORG Kestrel Bank ] [ORG Kestrel ]",
            [("Kestrel Foods", [0]), ("Kestrel Bank", [1]), ("Kestrel", [2])],
            id="near-miss-first-word-of-two",
        ),
        pytest.param("[ORG Moon Rock Union ] and [ORG MRU ]", [("Moon Rock Union", [0, 1])], id="initials-known-else"),
        pytest.param("[ORG MRU ] sat", [("Mars Research Unit", [0])], id="near-miss-initials-alone"),
        pytest.param("[PLACE Port Ruritania ] [PLACE Port ]", [("Ruritania", [0, 1])], id="place-that-is-known"),
        pytest.param(
            "[PLACE Quill Street ] [PLACE Quill ]", [("Quill Street", [0]), ("Quill", [1])], id="near-miss-street"
        ),
        pytest.param(
            "the [ORG Red Party ] in [PLACE Ruritania ]",
            [("Red Party", [0]), ("Ruritania", [1])],
            id="of-another-country",
        ),
        pytest.param("the [ORG Red Party ] won", [("Red Party (Zembla)", [0])], id="near-miss-no-country-named"),
    ],
)
def test_short_forms_and_common_names(marked: str, expected: list[tuple[str, list[int]]]) -> None:
    """A short form joins the one name it starts; a name that many countries have needs its country."""
    assert groups_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[ORG Moon Rock Union ] ( [ORG MRU ] )", [("Moon Rock Union", [0, 1])], id="brackets"),
        pytest.param("[ORG World Rock League ] and [ORG WRL ]", [("World Rock League", [0, 1])], id="initials"),
        pytest.param("[ORG World Rock League ] and [ORG League ]", [("World Rock League", [0, 1])], id="last-word"),
        pytest.param(
            "[ORG World Rock League ] [ORG Moon League ] [ORG League ]",
            [("World Rock League", [0]), ("Moon League", [1]), ("League", [2])],
            id="near-miss-last-word-of-two",
        ),
        pytest.param(
            "[ORG Defence Board ] [ORG Defense Board ]", [("Defence Board", [0, 1])], id="british-and-american"
        ),
        pytest.param("[PLACE Kingdom of Ruritania ] [PLACE Ruritania ]", [("Ruritania", [0, 1])], id="one-id"),
        pytest.param(
            "[ORG Ruritania ] [PLACE Ruritania ]", [("Ruritania", [0]), ("Ruritania", [1])], id="near-miss-label"
        ),
    ],
)
def test_organisations_and_places(marked: str, expected: list[tuple[str, list[int]]]) -> None:
    """Short forms go to the one long form that they fit."""
    assert groups_of(marked) == expected


def test_the_knowledge_base_names_and_identifies() -> None:
    """Canonical name, id and gender come from the entry."""
    (identity,) = identities_of("[PERSON Varga ] said")
    assert (identity.name, identity.kb_id, identity.gender) == ("Olena Várga", "person:v", "female")


def test_a_known_surname_of_somebody_else_stays_the_texts_own() -> None:
    """A full name that is not known is not renamed by its surname."""
    (identity,) = identities_of("[PERSON Tova Varga ] met [PERSON Varga ]")
    assert (identity.name, identity.kb_id) == ("Tova Varga", None)


def test_a_title_tells_the_gender() -> None:
    """A name that does not tell takes it from the title of any mention."""
    (identity,) = identities_of("[PERSON Quill Zzyx ] left , Ms [PERSON Zzyx ] said")
    assert identity.gender == "female"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("harbour master [PERSON Ann Hill ] left", ["master"], id="role-without-a-parse"),
        pytest.param("President [PERSON Ann Hill ] left", ["President"], id="office"),
        pytest.param("Mr [PERSON Hill ] left", [], id="near-miss-courtesy"),
        pytest.param("then [PERSON Hill ] left", [], id="near-miss-nothing"),
    ],
)
def test_descriptions(marked: str, expected: list[str]) -> None:
    """What stands before a name describes it, courtesy aside."""
    (identity,) = identities_of(marked)
    assert identity.descriptions == expected


def test_nobody_in_nothing() -> None:
    """No mentions, no identities."""
    assert identities_of("then") == []
