"""White space and invisible characters of every kind, and trimming by offset."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["INVISIBLE", "LINE_BREAKS", "SPACES", "trim_end", "trim_start", "with_plain_spaces"]

LINE_BREAKS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
"""Zero-width characters, direction marks and the soft hyphen."""
SPACES: Final = (
    " \t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + INVISIBLE
)
"""White space inside a line."""
_BLANK: Final = frozenset(SPACES + LINE_BREAKS)
_ODD_SPACE: Final = re.compile(f"[{SPACES[1 : -len(INVISIBLE)]}]")


def trim_start(text: str, start: int, end: int) -> int:
    """The first offset from start on that holds no white space; end when there is none."""
    while start < end and text[start] in _BLANK:
        start += 1
    return start


def trim_end(text: str, start: int, end: int) -> int:
    """One past the last offset before end that holds no white space; start when there is none."""
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return end


def with_plain_spaces(text: str) -> str:
    """Replace tabs, no-break spaces and their like by spaces, one for one, so that offsets stay what they are."""
    return _ODD_SPACE.sub(" ", text) if "\t" in text or not text.isascii() else text
