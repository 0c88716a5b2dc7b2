"""Details beside a cue: medium and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.details import medium_of, said_on
from negotiations_nlp.pipeline.finder import find_reports
from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.marks import pair_marks

from .builders import tokens_of

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.tokens import Tokens


def report_in(text: str) -> tuple[Tokens, Report]:
    """The first report of a text."""
    tokens, blocks = tokens_of(text), find_blocks(text)
    return tokens, find_reports(tokens, default_lexicon(), blocks, pair_marks(text, [b.start for b in blocks]))[0]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        pytest.param("Mary Kovar wrote on X that the harbour was lost.", "X", id="on-x"),
        pytest.param("Mary Kovar wrote on paper that the harbour was lost.", None, id="on-paper"),
        pytest.param("“We lost,” Mary Kovar wrote on Telegram.", "Telegram", id="after-a-quotation"),
        pytest.param("“We lost,” Mary Kovar wrote on her Telegram channel.", "Telegram", id="on-her-channel"),
        pytest.param("“We lost,” Mary Kovar said in Larkin.", None, id="a-place"),
        pytest.param("Mary Kovar on Telegram: “The harbour is lost.”", "Telegram", id="in-a-label"),
        pytest.param("Mary Kovar on Monday: “The harbour is lost.”", None, id="a-label-with-a-day"),
        pytest.param(
            "Source: Mary Kovar on Telegram\nQuote: “The harbour is lost.”", "Telegram", id="in-a-source-line"
        ),
        pytest.param("“We lost,” Mary Kovar tweeted.", "Twitter", id="a-verb-that-names-it"),
        pytest.param("Mary Kovar said the harbour was lost on Facebook.", None, id="inside-the-content"),
        pytest.param("Nobody came. “We lost on Telegram,” Mary Kovar said.", None, id="inside-the-quotation"),
    ],
)
def test_medium_of_a_report(text: str, medium: str | None) -> None:
    """A platform that the attribution names."""
    assert medium_of(*report_in(text)) == medium


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        pytest.param("“We lost,” Mary Kovar said on Monday.", "2025-07-25", "2025-07-21", id="weekday"),
        pytest.param("“We lost,” Mary Kovar said on Monday.", None, None, id="weekday-without-a-date"),
        pytest.param("“We lost,” Mary Kovar said on 20 July.", "2025-07-25", "2025-07-20", id="day-of-a-month"),
        pytest.param("“We lost,” Mary Kovar said on arrival.", "2025-07-25", None, id="no-day"),
        pytest.param("“We lost,” Mary Kovar said yesterday.", "2025-07-25", "2025-07-24", id="yesterday"),
        pytest.param("“We lost on Monday,” Mary Kovar said.", "2025-07-25", None, id="inside-the-quotation"),
        pytest.param("Mary Kovar said the harbour was lost on Monday.", "2025-07-25", None, id="inside-the-content"),
        pytest.param(
            "Mary Kovar said on Tuesday that the harbour was lost on Monday.",
            "2025-07-25",
            "2025-07-22",
            id="that-of-the-cue-not-of-the-content",
        ),
    ],
)
def test_day_of_a_report(text: str, date: str | None, expected: str | None) -> None:
    """The date beside the cue, against the article's date."""
    assert said_on(*report_in(text), date) == expected


def test_without_a_cue_there_are_no_details() -> None:
    """A quotation that merely stands there has neither."""
    tokens, report = report_in("“Nobody came to the harbour.”")
    assert (medium_of(tokens, report), said_on(tokens, report, "2025-07-25")) == (None, None)
