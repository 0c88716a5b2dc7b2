"""Spaces of every kind."""

from __future__ import annotations

import pytest

import negotiations_nlp as nn
from negotiations_nlp.text.spaces import with_plain_spaces


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("a\tb\xa0c\u202fd\u3000e", "a b c d e", id="odd-spaces"),
        pytest.param("a\tb", "a b", id="ascii"),
        pytest.param("a\nb\r\nc\u2028d\u200be", "a\nb\r\nc\u2028d\u200be", id="line-breaks-and-invisible"),
    ],
)
def test_plain_spaces(text: str, plain: str) -> None:
    """Spaces inside a line become plain ones, one for one."""
    assert with_plain_spaces(text) == plain


@pytest.mark.model
def test_a_name_with_a_narrow_space() -> None:
    """A name is one, whatever space parts it, and its mention is as the text has it."""
    (entity,) = nn.extract("Volodymyr\u202fZelensky said\tthat it\xa0rains.").entities
    assert (entity.name, entity.mentions[0].text) == ("Volodymyr Zelenskyy", "Volodymyr\u202fZelensky")
