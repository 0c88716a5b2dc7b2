"""The phrases of page furniture and their file."""

from __future__ import annotations

import pytest

from negotiations_nlp.errors import DataError
from negotiations_nlp.text.furniture import default_furniture, read_furniture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Share this article", "boilerplate", id="whole"),
        pytest.param("→ SHARE THIS ARTICLE!", "boilerplate", id="whole-with-decoration"),
        pytest.param("Share this article with those who mourn him", "boilerplate", id="start"),
        pytest.param("They share this article of faith", None, id="inside"),
        pytest.param("[Image: the bridge at noon]", "caption", id="label-in-brackets"),
        pytest.param("Don’t miss our newsletter", "boilerplate", id="curly-apostrophe"),
        pytest.param("Share this " + "and that " * 40, None, id="too-long-for-a-notice"),
        pytest.param("", None, id="empty"),
    ],
)
def test_kind(text: str, expected: str | None) -> None:
    """A phrase counts as the whole block or at its start, as its row says."""
    assert default_furniture().kind(text) == expected


def test_the_file_is_sorted_lower_case_and_without_duplicates() -> None:
    """Rows are kept in order, so that changes read well."""
    rows = [(entry.phrase, entry.match) for entry in default_furniture().entries]
    assert rows == sorted(set(rows))
    assert [phrase for phrase, _ in rows if phrase != phrase.lower()] == []


def test_a_bad_row_is_named() -> None:
    """The error tells file and line."""
    with pytest.raises(DataError, match="mine, line 2"):
        read_furniture('\n{"phrase": "x", "match": "middle", "kind": "caption", "source": "own"}', name="mine")
