"""What versions of a statement share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiations_nlp.corpus.differences import mark_differences


def shown(texts: list[str]) -> list[str]:
    return ["".join(p.text if p.shared else f"[{p.text}]" for p in parts) for parts in mark_differences(texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["We bring puppets.", "We bring puppets."], ["We bring puppets."] * 2, id="the-same"),
        pytest.param(
            ["We bring puppets", "We bring two bears"], ["We bring [puppets]", "We bring [two bears]"], id="end"
        ),
        pytest.param(["Today we bring it", "we bring it"], ["[Today ]we bring it", "we bring it"], id="start"),
        pytest.param(["alone here", "nothing shared"], ["[alone here]", "[nothing shared]"], id="nothing"),
        pytest.param(["", "a word"], ["", "[a word]"], id="empty"),
        pytest.param(["…", "…"], ["[…]", "[…]"], id="no-words"),
    ],
)
def test_marks_what_one_version_has_alone(texts: list[str], expected: list[str]) -> None:
    """Words that stand beside each other in another version are shared."""
    assert shown(texts) == expected


@given(st.lists(st.text(max_size=60), max_size=4))
def test_parts_are_the_text(texts: list[str]) -> None:
    """Whatever the texts, their parts joined are the texts."""
    assert ["".join(part.text for part in parts) for parts in mark_differences(texts)] == texts
