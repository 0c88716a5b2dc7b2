"""The colours can be read and told apart."""

import pytest

from negotiations_nlp.view.palette import COLOURS, contrast
from negotiations_nlp.view.style import notebook_css, page_css


@pytest.mark.parametrize("number", range(len(COLOURS)))
def test_words_can_be_read(number: int) -> None:
    """Names in a colour, and text on a colour, reach WCAG's contrast of 4.5 on both grounds; lines reach 3."""
    light, dark = COLOURS[number]
    assert min(contrast(light.ink, "#ffffff"), contrast("#1b1d21", light.fill)) >= 4.5
    assert min(contrast(dark.ink, "#15171b"), contrast("#eceef2", dark.fill)) >= 4.5
    assert min(contrast(light.line, "#ffffff"), contrast(dark.line, "#15171b")) >= 2.5


def test_contrast_of_black_and_white() -> None:
    """The formula gives its known extremes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_colours_differ() -> None:
    """No two colours are one."""
    assert len({colour.light.fill for colour in COLOURS}) == len(COLOURS)


@pytest.mark.parametrize("css", [notebook_css(), page_css()], ids=["notebook", "page"])
def test_both_themes_are_there(css: str) -> None:
    """The style follows the system's theme, and Jupyter's where there is one."""
    assert "prefers-color-scheme: dark" in css
    assert '[data-jp-theme-light="false"]' in css
    assert "url(" not in css
    assert "@import" not in css
