"""Small differences of spelling: which are misspellings, and which make another name."""

from __future__ import annotations

import pytest

from negotiations_nlp.names.spelling import is_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        pytest.param("cartledge", "cartlidge", True, id="vowels-that-are-confused"),
        pytest.param("sharipova", "sharapova", False, id="vowels-that-are-not"),
        pytest.param("sholz", "scholz", True, id="silent-letter-left-out"),
        pytest.param("popov", "popkov", False, id="telling-letter-left-out"),
        pytest.param("ninisto", "niinisto", True, id="doubled-letter"),
        pytest.param("kier", "keir", True, id="neighbours-swapped"),
        pytest.param("comer", "comey", False, id="last-letter"),
        pytest.param("ivanov", "ivanova", False, id="ending-that-tells-the-gender"),
        pytest.param("rutin", "putin", False, id="first-letter"),
        pytest.param("grynko", "hrynko", True, id="first-letter-of-another-alphabet"),
        pytest.param("lavrov", "lavrov", True, id="the-same"),
        pytest.param("lavrov", "larov", False, id="consonant-left-out"),
        pytest.param("", "a", False, id="empty"),
    ],
)
def test_a_slip_is_made_by_ear(one: str, other: str, slip: bool) -> None:
    """Only letters that people mishear or mistype inside a word make a misspelling, either way round."""
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip
