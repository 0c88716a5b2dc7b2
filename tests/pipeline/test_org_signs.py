"""Firms and clubs that only what they do tells from persons and places."""

from __future__ import annotations

import pytest

from .test_entities import found_in

Deps = dict[str, tuple[str, str]]

SAYS: Deps = {"Quill": ("nsubj", "said")}
CUT: Deps = {"Quill": ("nsubj", "cut")}
CUT_JOBS: Deps = {**CUT, "jobs": ("dobj", "cut")}
CUT_HAIR: Deps = {**CUT, "hair": ("dobj", "cut")}


@pytest.mark.parametrize(
    ("marked", "deps", "label"),
    [
        pytest.param("then_RB [PERSON Quill ] 's_POS profits_NNS", None, "ORG", id="profits"),
        pytest.param("then_RB [PERSON Quill ] 's_POS sister", None, "PERSON", id="near-miss-sister"),
        pytest.param("then_RB [PERSON Quill ] 's_POS chief_JJ executive", None, "ORG", id="its-executive"),
        pytest.param("then_RB [PERSON Quill ] cut_VBD 400_CD jobs_NNS", CUT_JOBS, "ORG", id="cuts-jobs"),
        pytest.param("then_RB [PERSON Quill ] cut_VBD his_PRP$ jobs_NNS", CUT_JOBS, "PERSON", id="near-miss-his-jobs"),
        pytest.param("then_RB [PERSON Quill ] cut_VBD some_DT hair", CUT_HAIR, "PERSON", id="near-miss-hair"),
        pytest.param("then_RB [PERSON Quill ] said its_PRP$ roof fell_VBD", SAYS, "ORG", id="says-of-its"),
        pytest.param("then_RB [PERSON Quill ] said his_PRP$ roof fell_VBD", SAYS, "PERSON", id="near-miss-says-of-his"),
        pytest.param("a_DT stake in_IN [PERSON Quill ]", None, "ORG", id="stake"),
        pytest.param("a_DT pleasure in_IN [PERSON Quill ]", None, "PLACE", id="near-miss-pleasure"),
        pytest.param("an_DT analyst at_IN [PERSON Quill ]", None, "ORG", id="analyst"),
        pytest.param("an_DT anger at_IN [PERSON Quill ]", None, "PERSON", id="near-miss-anger"),
        pytest.param("then_RB [PERSON Quill ] , which_WDT ran", None, "ORG", id="which"),
        pytest.param("then_RB [PERSON Quill ] , who_WP ran", None, "PERSON", id="near-miss-who"),
        pytest.param(
            "then_RB [PERSON Quill ] fell_VBD 4_CD %", {"Quill": ("nsubj", "fell")}, "ORG", id="falls-by-a-share"
        ),
        pytest.param(
            "then_RB [PERSON Quill ] fell_VBD 4_CD feet", {"Quill": ("nsubj", "fell")}, "PERSON", id="near-miss-falls"
        ),
        pytest.param("then_RB [PERSON Quill ] 2 - 1 [PERSON Doe ]", None, "ORG", id="result"),
        pytest.param("the_DT [GPE Zzyx ] winger ran", None, "ORG", id="winger"),
        pytest.param("the_DT [GPE Zzyx ] winter ran", None, "PLACE", id="near-miss-winter"),
        pytest.param("the_DT [GPE Wales ] winger ran", None, "PLACE", id="near-miss-winger-of-a-country"),
    ],
)
def test_signs_of_firms_and_teams(marked: str, deps: Deps | None, label: str) -> None:
    """What belongs to a name, what it does and how it is spoken of tell a firm or club from a person or a town."""
    assert found_in(marked, deps)[0][1] == label


@pytest.mark.parametrize(
    ("marked", "deps", "expected"),
    [
        pytest.param("Wizzle_JJ , which_WDT ran", {"Wizzle": ("nsubj", "ran")}, [("Wizzle", "ORG")], id="adjective"),
        pytest.param("Wizzle_JJ , who_WP ran", {"Wizzle": ("nsubj", "ran")}, [], id="near-miss-who"),
        pytest.param(
            "Many_JJ have_VBP left . Many_JJ sat",
            {"Many": ("nsubj", "have")},
            [],
            id="near-miss-quantifier",
        ),
        pytest.param(
            "Wizzle raise_VBP prices_NNS",
            {"Wizzle": ("nsubj", "raise"), "prices": ("dobj", "raise")},
            [("Wizzle", "ORG")],
            id="raises-prices",
        ),
        pytest.param(
            "Wizzles raise_VBP prices_NNS",
            {"Wizzles": ("nsubj", "raise"), "prices": ("dobj", "raise")},
            [],
            id="near-miss-plural-that-opens-a-sentence",
        ),
        pytest.param(
            "then_RB Chirp and_CC Wizzle ran", None, [("Chirp", "ORG"), ("Wizzle", "ORG")], id="beside-a-known"
        ),
        pytest.param(
            "then_RB Ruritania and_CC Wizzle ran", None, [("Ruritania", "PLACE")], id="near-miss-beside-a-place"
        ),
    ],
)
def test_firms_that_the_model_misses(marked: str, deps: Deps | None, expected: list[tuple[str, str]]) -> None:
    """A word that no model takes for a name is found where it does what firms do."""
    assert found_in(marked, deps) == expected


PERSONS = "[PERSON Ada Roe ] and_CC [PERSON Ben Hill ] sat . "


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        pytest.param(
            PERSONS + "[ORG Chirp ] and_CC [ORG Moon Council ] sat . Then_RB [PERSON Quill ] ran",
            "ORG",
            id="never-introduced",
        ),
        pytest.param(
            PERSONS + "[ORG Chirp ] and_CC [ORG Moon Council ] sat . Then_RB Mr [PERSON Quill ] ran",
            "PERSON",
            id="near-miss-title",
        ),
        pytest.param(
            PERSONS + "[ORG Chirp ] and_CC [ORG Moon Council ] sat . Then_RB [PERSON Roe ] ran",
            "PERSON",
            id="near-miss-surname",
        ),
        pytest.param(
            PERSONS + "[ORG Chirp ] and_CC [ORG Moon Council ] sat . Then_RB [PERSON Maria ] ran",
            "PERSON",
            id="near-miss-given",
        ),
        pytest.param(PERSONS + "Then_RB [PERSON Quill ] ran", "PERSON", id="near-miss-no-organisations"),
        pytest.param(
            "[ORG Chirp ] and_CC [ORG Moon Council ] sat . Then_RB [PERSON Quill ] ran",
            "PERSON",
            id="near-miss-nobody-introduced",
        ),
    ],
)
def test_names_that_nobody_introduces(marked: str, label: str) -> None:
    """Among organisations and fully named persons, a bare word is no person unless something introduces it."""
    assert found_in(marked)[-1][1] == label


@pytest.mark.parametrize(
    ("marked", "labels"),
    [
        pytest.param(
            "[PERSON Quill ] 's_POS profits_NNS rose_VBD . [PERSON Ada Quill ] sat . [PERSON Quill ] ran",
            ["ORG", "PERSON", "PERSON"],
            id="firm-then-owner",
        ),
        pytest.param(
            "[PERSON Ada Quill ] sat . [PERSON Quill ] 's_POS profits_NNS rose_VBD",
            ["PERSON", "ORG"],
            id="owner-then-firm",
        ),
        pytest.param(
            "[PERSON Ada Quill ] sat . [PERSON Quill ] 's_POS sister ran",
            ["PERSON", "PERSON"],
            id="near-miss-her-sister",
        ),
        pytest.param(
            "[PERSON Ada Quill ] sat . She is a [PERSON Quill ] fan",
            ["PERSON", "PERSON"],
            id="near-miss-her-fan",
        ),
    ],
)
def test_a_firm_of_its_owners_name(marked: str, labels: list[str]) -> None:
    """A surname that acts as a firm is the firm there, and its bearer elsewhere."""
    assert [label for _, label in found_in(marked)] == labels


SAINSBURY: Deps = {"Zzyxbury": ("nsubj", "has")}


@pytest.mark.parametrize(
    ("marked", "deps", "expected"),
    [
        pytest.param("then_RB [PERSON Zzyxbury ] 's_POS has_VBZ shut", SAINSBURY, [("Zzyxbury 's", "ORG")], id="brand"),
        pytest.param(
            "then_RB [PERSON Zzyxbury ] 's_POS dog has_VBZ shut",
            SAINSBURY,
            [("Zzyxbury", "PERSON")],
            id="near-miss-dog",
        ),
        pytest.param(
            "Councillor [DATE May_NNP ] [PERSON Winter ] sat", None, [("May Winter", "PERSON")], id="month-given"
        ),
        pytest.param("in_IN [DATE May_NNP ] [PERSON Winter ] sat", None, [("Winter", "PERSON")], id="near-miss-month"),
        pytest.param(
            "[GPE Zzyx ] and_CC [ORG Leith Police ] sat", None, [("Zzyx and Leith Police", "ORG")], id="two-counties"
        ),
        pytest.param(
            "[PERSON Ada Roe ] sat . [PERSON Roe ] and_CC [ORG Leith Police ] ran",
            None,
            [("Ada Roe", "PERSON"), ("Roe", "PERSON"), ("Leith Police", "ORG")],
            id="near-miss-person-and-police",
        ),
        pytest.param("[ORG Zzyx / Glim ] won", None, [("Zzyx/Glim", "ORG")], id="double-name"),
        pytest.param(
            "[ORG Ruritania / Chirp ] won", None, [("Ruritania", "PLACE"), ("Chirp", "ORG")], id="near-miss-known-names"
        ),
        pytest.param("[PERSON Striker Quill ] ran", None, [("Quill", "PERSON")], id="striker"),
        pytest.param("[PERSON Stryker Quill ] ran", None, [("Stryker Quill", "PERSON")], id="near-miss-given-name"),
        pytest.param("[ORG Shares of_IN Quill ] fell", None, [("Quill", "ORG")], id="shares"),
        pytest.param("[ORG Bank of_IN Quill ] fell", None, [("Bank of Quill", "ORG")], id="near-miss-bank"),
    ],
)
def test_where_such_names_end(marked: str, deps: Deps | None, expected: list[tuple[str, str]]) -> None:
    """Brands, days that are given names, two counties and what is held of a firm."""
    assert [(words.replace(" / ", "/"), label) for words, label in found_in(marked, deps)] == expected
