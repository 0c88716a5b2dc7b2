"""Hostile texts: no exception, exact offsets, and no more than linear work.

Work is counted, not timed: lines of the library's Python that run. Regular expressions run below Python and do not
count, so the text layers also read up to a megabyte, which would never end if one of them backtracked.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.corpus.words import sentences, word_forms
from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.dates import find_dates, page_date
from negotiations_nlp.text.marks import pair_marks
from robustness.hostile import HOSTILE, hostile_text
from robustness.invariants import check_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

SIZES = dict.fromkeys(
    ("straight", "left", "guillemet-left", "single", "brackets", "capitals", "word", "newlines"), 1_000_000
)
OTHER_SIZE = 100_000
NAMES = [pytest.param(name, id=name) for name in (*HOSTILE, "nested", "nested-brackets")]
LIBRARY = str(Path(nn.__file__).parent)
SMALL, FACTOR = 500, 4
SLACK = 1.6
FIXED_LINES = 3000


def lines_run(function: Callable[[], Any]) -> int:
    """How many lines of the library run in a call."""
    count = 0

    def in_library(frame: Any, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return in_library

    def start(frame: Any, event: str, arg: Any) -> Any:
        return in_library if frame.f_code.co_filename.startswith(LIBRARY) else None

    before = sys.gettrace()
    sys.settrace(start)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", NAMES)
def test_text_layers_read_to_the_end(name: str) -> None:
    """Marks, blocks and dates come to an end, and their offsets lie in the text."""
    size = SIZES.get(name, OTHER_SIZE)
    text = hostile_text(name, size)
    blocks = find_blocks(text)
    spans = pair_marks(text, [block.start for block in blocks])
    assert all(0 <= block.start < block.end <= size for block in blocks)
    assert all(0 <= s.start <= s.inner_start < s.inner_end <= s.end <= size for s in spans)
    assert all(0 <= start < end <= size for start, end, _ in find_dates(text, 0, size))
    assert page_date(text[:4000], blocks[:1]) is None


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_cut_to_the_end(name: str) -> None:
    """A quote made of anything comes apart into sentences and words that lose none of its letters."""
    text = hostile_text(name, OTHER_SIZE)
    cut = "".join(sentences(text))
    assert [c for c in cut if c.isalnum()] == [c for c in text if c.isalnum()]
    assert len(word_forms(text)) <= OTHER_SIZE


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
def test_work_grows_with_the_text_and_no_faster(pipeline: Language, name: str) -> None:
    """Four times the text takes at most about four times the lines of Python, and reads with exact offsets."""
    small, large = hostile_text(name, SMALL), hostile_text(name, SMALL * FACTOR)
    check_article(nn.extract(large, nlp=pipeline), large)  # what is loaded or remembered once is loaded now
    check_article(nn.extract(small, nlp=pipeline), small)
    few = lines_run(lambda: nn.extract(small, nlp=pipeline))
    many = lines_run(lambda: nn.extract(large, nlp=pipeline))
    assert many <= SLACK * FACTOR * few + FIXED_LINES
