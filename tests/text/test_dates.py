"""Dates of pages and of sentences."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.dates import find_dates, page_date, resolve_date

TUESDAY = dt.date(2025, 7, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(" date 2025-07-21 WORLD\nBridge opens", dt.date(2025, 7, 21), id="scraped"),
        pytest.param("Bridge opens\n\n22 July 2025, 16:10\n\nIt rained.", dt.date(2025, 7, 22), id="day-month-time"),
        pytest.param("Bridge opens\nJuly 21, 2025\n\nIt rained.", dt.date(2025, 7, 21), id="month-day"),
        pytest.param("21.07.2025\nIt rained.", dt.date(2025, 7, 21), id="dots"),
        pytest.param("07/21/2025\nIt rained.", dt.date(2025, 7, 21), id="month-first-when-it-must-be"),
        pytest.param("Published 20 July 2025\nIt rained.", dt.date(2025, 7, 20), id="published"),
        pytest.param("By Ann Poe    JAN 09, 2024 - 1:05 PM\n\nIt rained.", dt.date(2024, 1, 9), id="in-a-byline"),
        pytest.param("It rained on 20 July 2025 in Hill.", None, id="in-a-sentence"),
        pytest.param("20 July\nIt rained.", None, id="no-year"),
        pytest.param("32 July 2025\nIt rained.", None, id="no-such-day"),
        pytest.param("It rained.\n\n" * 20 + "20 July 2025", None, id="far-below-the-top"),
        pytest.param("", None, id="empty"),
    ],
)
def test_page_date(text: str, expected: dt.date | None) -> None:
    """The page's own date stands on a line of its own near the top and has a year."""
    assert page_date(text, find_blocks(text)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        pytest.param("Monday", dt.date(2025, 7, 21), id="weekday-before"),
        pytest.param("Tuesday", dt.date(2025, 7, 22), id="weekday-itself"),
        pytest.param("on Wednesday", dt.date(2025, 7, 16), id="weekday-not-after"),
        pytest.param("last Tuesday", dt.date(2025, 7, 15), id="last-weekday"),
        pytest.param("next Tuesday", dt.date(2025, 7, 29), id="next-weekday"),
        pytest.param("early on Monday", dt.date(2025, 7, 21), id="part-of-the-day-before"),
        pytest.param("Monday evening", dt.date(2025, 7, 21), id="part-of-the-day-after"),
        pytest.param("Monday, July 14", dt.date(2025, 7, 14), id="weekday-and-date"),
        pytest.param("yesterday", dt.date(2025, 7, 21), id="yesterday"),
        pytest.param("the day before yesterday", dt.date(2025, 7, 20), id="day-before-yesterday"),
        pytest.param("today", TUESDAY, id="today"),
        pytest.param("earlier in the day", TUESDAY, id="earlier-in-the-day"),
        pytest.param("earlier this week", None, id="earlier-this-week"),
        pytest.param("this morning", TUESDAY, id="this-morning"),
        pytest.param("tomorrow", dt.date(2025, 7, 23), id="tomorrow"),
        pytest.param("last week", None, id="last-week"),
        pytest.param("in July", None, id="month"),
        pytest.param("July 21", dt.date(2025, 7, 21), id="month-day"),
        pytest.param("21 July", dt.date(2025, 7, 21), id="day-month"),
        pytest.param("21st of July", dt.date(2025, 7, 21), id="ordinal"),
        pytest.param("July 29", dt.date(2025, 7, 29), id="a-week-ahead"),
        pytest.param("July 30", dt.date(2024, 7, 30), id="more-than-a-week-ahead-is-last-year"),
        pytest.param("Feb. 29", dt.date(2024, 2, 29), id="leap-day"),
        pytest.param("on 2 June 2025", dt.date(2025, 6, 2), id="with-year"),
        pytest.param("December 31, 2023", dt.date(2023, 12, 31), id="month-day-year"),
        pytest.param("2025-06-02", dt.date(2025, 6, 2), id="iso"),
        pytest.param("two days ago", dt.date(2025, 7, 20), id="days-ago"),
        pytest.param("10 days ago", dt.date(2025, 7, 12), id="days-ago-in-digits"),
        pytest.param("two weeks ago", None, id="weeks-ago"),
        pytest.param("on New Year’s Day", dt.date(2025, 1, 1), id="feast"),
        pytest.param("on Christmas Eve", dt.date(2024, 12, 24), id="feast-of-last-year"),
        pytest.param("at Christmas", None, id="season"),
        pytest.param("31 June", None, id="no-such-day"),
        pytest.param("July 23-24", None, id="range"),
        pytest.param("Mondays", None, id="plural"),
        pytest.param("the bridge", None, id="no-date"),
        pytest.param("", None, id="empty"),
    ],
)
def test_resolve_date(expression: str, expected: dt.date | None) -> None:
    """Expressions against Tuesday, 22 July 2025; what names no single day has no date."""
    assert resolve_date(expression, TUESDAY) == expected


@pytest.mark.parametrize("reference", [dt.date.min, dt.date.max])
@pytest.mark.parametrize(
    "expression", ["Monday", "yesterday", "tomorrow", "next Sunday", "last Sunday", "July 1", "9 days ago"]
)
def test_the_ends_of_the_calendar_do_no_harm(expression: str, reference: dt.date) -> None:
    """A day outside the calendar is None, one inside is a date."""
    assert isinstance(resolve_date(expression, reference), dt.date | None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("She said on Monday that it rained on July 3.", ["Monday", "July 3"], id="two"),
        pytest.param("On Monday, July 21, 2025, she left.", ["Monday, July 21, 2025"], id="weekday-and-date-are-one"),
        pytest.param("It rained two days ago, not five weeks ago.", ["two days ago"], id="days-ago"),
        pytest.param("Earlier in the day it rained.", ["Earlier in the day"], id="relative"),
        pytest.param("They may 10 years later return.", [], id="may-the-verb"),
        pytest.param("It will last in March and June.", [], id="months"),
        pytest.param("Monday’s crowd was small.", [], id="possessive"),
        pytest.param("No day at all.", [], id="none"),
    ],
)
def test_find_dates(sentence: str, expected: list[str]) -> None:
    """Only expressions that may name one day, with their offsets in the whole text."""
    text = f"Yesterday. {sentence} Today."
    found = list(find_dates(text, 11, 11 + len(sentence)))
    assert [expression for _, _, expression in found] == expected
    assert [text[start:end] for start, end, _ in found] == expected


@given(st.text(max_size=80), st.dates())
def test_strange_expressions_do_not_raise(expression: str, reference: dt.date) -> None:
    """Any text is either a date or none."""
    assert isinstance(resolve_date(expression, reference), dt.date | None)
