"""The colours that tell identities apart, on light and on dark ground."""

from __future__ import annotations

import colorsys
from typing import NamedTuple

__all__ = ["COLOURS", "Colour", "Ground", "contrast", "custom_properties"]

_HUES = (214, 22, 145, 285, 48, 330, 186, 2, 250, 95, 310, 165)


class Ground(NamedTuple):
    """A colour on one ground, as hexadecimal codes: behind words, under words, and of words."""

    fill: str
    line: str
    ink: str


class Colour(NamedTuple):
    """A colour on light and on dark ground."""

    light: Ground
    dark: Ground


def _hex(hue: int, lightness: float, saturation: float) -> str:
    red, green, blue = colorsys.hls_to_rgb(hue / 360, lightness, saturation)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


COLOURS = tuple(
    Colour(
        light=Ground(fill=_hex(hue, 0.89, 0.75), line=_hex(hue, 0.42, 0.65), ink=_hex(hue, 0.25, 0.7)),
        dark=Ground(fill=_hex(hue, 0.24, 0.45), line=_hex(hue, 0.62, 0.6), ink=_hex(hue, 0.8, 0.65)),
    )
    for hue in _HUES
)
"""One for each of the first identities; further ones begin again."""


def custom_properties(*, dark: bool) -> str:
    """Return the colours as CSS custom properties ("--c0-fill: #..;")."""
    grounds = [colour.dark if dark else colour.light for colour in COLOURS]
    return " ".join(
        f"--c{n}-{part}: {value};" for n, ground in enumerate(grounds) for part, value in ground._asdict().items()
    )


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours, from 1 to 21.

    Args:
        a: a colour, "#rrggbb".
        b: another one.

    Source: WCAG 2.2, relative luminance and contrast ratio.
    """
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
