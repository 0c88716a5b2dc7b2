"""Quotations between marks: where they stand, and which attribution they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.direct import attach, attach_embedded
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.pipeline.settings import Setting, is_title, settings_of

from .builders import blocks_of, phrase, quotations_of, tokens_of

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens


def settings_in(tokens: Tokens) -> list[Setting]:
    """The settings of a document's quotations."""
    return settings_of(tokens, default_lexicon(), quotations_of(tokens), blocks_of(tokens))


def attached(tokens: Tokens) -> dict[int, Report]:
    """The reports of the quotations that have an attribution beside them."""
    return attach(tokens, default_lexicon(), settings_in(tokens), blocks_of(tokens))


def contents(tokens: Tokens, report: Report) -> list[str]:
    """The parts of a report's content."""
    return [tokens.text[a:b] for a, b in report.content]


@pytest.mark.parametrize(
    ("text", "free", "open_ended"),
    [
        pytest.param("“We lost,” said Mary Kovar.", True, True, id="at-the-start-with-a-comma"),
        pytest.param("“We lost.” Nobody came.", True, False, id="at-the-start-with-a-stop"),
        pytest.param("Mary Kovar said: “We lost.”", True, False, id="after-a-colon"),
        pytest.param("Mary Kovar said “we lost” on Monday.", True, None, id="after-a-cue"),
        pytest.param("The “lost” harbour was rebuilt.", False, None, id="inside-a-clause"),
        pytest.param("Mary Kovar rebuilt the “lost harbour” on Monday.", False, None, id="after-a-determiner"),
    ],
)
def test_setting_of_a_quotation(text: str, free: bool, open_ended: bool | None) -> None:
    """Free where a sentence could stand; open-ended where it ends as one that goes on."""
    tokens = tokens_of(text)
    (setting,) = settings_in(tokens)
    assert setting.free is free
    assert open_ended is None or setting.open_ended is open_ended


def test_the_words_of_a_setting_end_at_the_next_quotation() -> None:
    """What stands between two quotations belongs to both of them, and nothing beyond."""
    tokens = tokens_of("“We lost,” Mary Kovar said, “because nobody came.”")
    first, second = settings_in(tokens)
    assert tokens.span_text(first.quoted.after, first.last) == "Mary Kovar said,"
    assert tokens.span_text(second.first, second.quoted.before) == "Mary Kovar said,"


def test_the_words_of_a_setting_end_with_the_paragraph() -> None:
    """The next paragraph attributes nothing here."""
    tokens = tokens_of("“We lost.”\n\nMary Kovar said the harbour was lost.")
    (setting,) = settings_in(tokens)
    assert tokens.span_text(setting.quoted.after, setting.last).strip() == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "“We lost,” Mary Kovar said, “because nobody came.”", [["We lost,", "because nobody came."]], id="comma"
        ),
        pytest.param("“We lost,” Mary Kovar said. “Nobody came.”", [["We lost,", "Nobody came."]], id="full-stop"),
        pytest.param(
            "“We lost,” Mary Kovar said. “Nobody came,” said John Brandt.",
            [["We lost,"], ["Nobody came,"]],
            id="not-with-somebody-else's",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. John Brandt said: “Nobody came.”",
            [["We lost,"], ["Nobody came."]],
            id="not-over-another-cue",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. The hall was full by then. “Nobody came.”",
            [["We lost,"]],
            id="not-over-another-sentence",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. “Nobody came.\n\n“We go on.”",
            [["We lost,", "Nobody came.", "We go on."]],
            id="reopened-in-the-next-paragraph",
        ),
        pytest.param(
            "“We lost,” Mary Kovar said. “Nobody came.”\n\n“We go on.”",
            [["We lost,", "Nobody came."]],
            id="closed-before-the-next-paragraph",
        ),
    ],
)
def test_parts_of_one_quote_are_joined(text: str, parts: list[list[str]]) -> None:
    """Over their own attribution, and over a paragraph break without a closing mark."""
    tokens = tokens_of(text)
    reports = {id(report): report for report in attached(tokens).values()}
    assert [contents(tokens, report) for report in reports.values()] == parts


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "“We lost,” said Mary Kovar. “Nobody came,” said John Brandt.", ["Mary Kovar", "John Brandt"], id="two"
        ),
        pytest.param(
            "Mary Kovar said: “We lost.” John Brandt said: “Nobody came.”", ["Mary Kovar", "John Brandt"], id="lead-ins"
        ),
        pytest.param("The “lost” harbour was rebuilt.", [], id="scare-quotes"),
        pytest.param("Mary Kovar rebuilt the “lost harbour” on Monday.", [], id="no-cue"),
    ],
)
def test_each_quotation_gets_its_own_attribution(text: str, source: list[str]) -> None:
    """The words between two quotations go to one of them."""
    tokens = tokens_of(text)
    assert [phrase(tokens, report.source) for report in attached(tokens).values()] == source


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "The plan is “a joke”, Mary Kovar said.", ["The plan is “a joke”"], id="in-a-clause-before-its-cue"
        ),
        pytest.param("The plan is “a joke”.", None, id="without-a-cue"),
        pytest.param("The “lost” harbour was rebuilt on Monday.", None, id="scare-quotes"),
    ],
)
def test_a_quotation_inside_a_clause_makes_it_mixed(text: str, content: list[str] | None) -> None:
    """Where an attribution follows the clause."""
    tokens = tokens_of(text)
    found = attach_embedded(tokens, default_lexicon(), settings_in(tokens), {}, blocks_of(tokens))
    assert (contents(tokens, found[0]) if found else None) == content


def test_quotations_that_have_a_report_are_left_alone() -> None:
    """Nothing is attributed twice."""
    tokens = tokens_of("The plan is “a joke”, Mary Kovar said.")
    taken = {0: Report([(0, 1)], "mixed", "other")}
    assert attach_embedded(tokens, default_lexicon(), settings_in(tokens), taken, blocks_of(tokens)) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mary Kovar pointed a lamp at “The Old Mill” on Monday.", True, id="capitals"),
        pytest.param("“The Old Mill,” said Mary Kovar.", True, id="capitals-with-a-comma"),
        pytest.param("The plan is “a joke”.", False, id="lower-case"),
        pytest.param("“We lost.” Nobody came.", False, id="sentence"),
        pytest.param("The “lost” harbour was rebuilt.", False, id="one-word"),
    ],
)
def test_titles(text: str, expected: bool) -> None:
    """Most longer words in capitals, and no stop."""
    tokens = tokens_of(text)
    (quoted,) = quotations_of(tokens)
    assert is_title(tokens, quoted) is expected
