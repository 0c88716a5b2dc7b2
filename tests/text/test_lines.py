"""Lines that are blocks, and lines that are only wrapped."""

from __future__ import annotations

import time

import pytest

from negotiations_nlp.text.lines import split_blocks


def split(text: str) -> list[str]:
    """The blocks' text."""
    return [text[start:end] for start, end in split_blocks(text)]


@pytest.mark.parametrize(
    "separator",
    [
        pytest.param("\n", id="line-feed"),
        pytest.param("\r\n", id="windows"),
        pytest.param("\r", id="old-mac"),
        pytest.param("\n\n", id="blank-line"),
        pytest.param("\n \t\n", id="line-of-spaces"),
        pytest.param("\u2028", id="line-separator"),
        pytest.param("\u2029", id="paragraph-separator"),
        pytest.param("\x85", id="next-line"),
        pytest.param("\x0c", id="form-feed"),
        pytest.param("\xa0\n\xa0", id="no-break-spaces"),
        pytest.param("\n\ufeff", id="byte-order-mark"),
    ],
)
def test_every_line_break_separates_blocks(separator: str) -> None:
    """Two sentences, each on a line of its own."""
    assert split(f"It rained.{separator}Then it stopped.") == ["It rained.", "Then it stopped."]


@pytest.mark.parametrize("space", [pytest.param("\t", id="tab"), pytest.param("\xa0", id="no-break-space")])
def test_other_space_separates_nothing(space: str) -> None:
    """Space inside a line stays inside the block."""
    assert split(f"It rained.{space}Then it stopped.") == [f"It rained.{space}Then it stopped."]


WRAPPED = """The mayor of Hill opened the new bridge on Friday, a year later than
planned, and told the crowd that the town had waited long enough. Nobody
disagreed. The contractor, who had come without an umbrella, was the first
to cross it and the first to fall into the river."""


def test_wrapped_lines_are_one_block() -> None:
    """Sentences run on from line to line, and each line is as full as the next word allows."""
    assert split(WRAPPED) == [WRAPPED]


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    """Without a blank line, the last line's free space shows where the paragraph ends."""
    assert split(f"{WRAPPED}\nHer deputy stayed.") == [WRAPPED, "Her deputy stayed."]


def test_windows_line_breaks_wrap_as_well() -> None:
    """Two characters for one break."""
    assert split(WRAPPED.replace("\n", "\r\n")) == [WRAPPED.replace("\n", "\r\n")]


def test_headlines_of_equal_length_are_not_wrapped_text() -> None:
    """Each line begins a sentence of its own."""
    lines = [
        "Bridge opens a year later than planned after dispute over its paint",
        "Mayor says town has waited long enough and thanks the painters twice",
        "Contractor falls into river on the first day of the crossing season",
    ]
    assert split("\n".join(lines)) == lines


def test_a_long_line_that_breaks_in_mid_sentence_goes_on() -> None:
    """A lower-case word after a line without a full stop is the same sentence, whatever the width."""
    text = (
        "The mayor of the town of Hill opened the new bridge on Friday, a\nyear later than planned, "
        + "and " * 40
        + "left."
    )
    assert split(text) == [text]


def test_short_lines_in_lower_case_are_not_joined() -> None:
    """Tags are no sentence."""
    assert split("politics\nharbour\nbridges") == ["politics", "harbour", "bridges"]


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param(" \n\u2028\t\xa0\ufeff", id="blank")])
def test_blank_text_has_no_blocks(text: str) -> None:
    """White space makes no block."""
    assert split(text) == []


@pytest.mark.parametrize("unit", ["\n", "\r\n", "a", " ", "ab\n", "\n \n", "a \u2028"])
def test_a_megabyte_of_anything_takes_no_time(unit: str) -> None:
    """Newlines, one character, spaces: linear, and far below a second for each million characters' worth of lines."""
    text = unit * (1_000_000 // len(unit))
    begin = time.perf_counter()
    split_blocks(text)
    assert time.perf_counter() - begin < 10
