"""Strings made comparable: case, diacritics, punctuation, possessives.

Nothing here knows a language or a name; what is equal after folding differs in typing alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex

__all__ = ["MAX_NAME_CHARACTERS", "fold", "strip_possessive", "tidy", "tokens"]

MAX_NAME_CHARACTERS = 200
"""Longer strings are no names: they are answered with "unknown" without being looked at."""

# Letters that Unicode does not decompose into a base letter and a mark.
_SPECIAL = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "e",
        "ħ": "h",
        "ʻ": "",
        "ß": "ss",
    }
)
_APOSTROPHES = "'’‘ʼʹ`´ʾʿ′ʺ”“\""
_DROP: dict[int, str] = dict.fromkeys(map(ord, _APOSTROPHES + "."), "")
_SPACE: dict[int, str] = dict.fromkeys(map(ord, "-‐‑‒–—_/,;:()[]{}!?*\u00a0\u200b«»„"), " ")
_PUNCTUATION = str.maketrans({**_DROP, **_SPACE, ord("&"): " and "})
_PLAIN_CYRILLIC = re.compile("[\x00-\x7f\u0400-\u0482\u048a-\u04ff]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = regex.compile(r"(?:['’ʼ][sS]|(?<=[sSzZxX])['’ʼ])$")
_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "“": '"', "”": '"'}
)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a name without case, diacritics and punctuation, words parted by single spaces.

    Args:
        text: any string, in any script; Cyrillic stays Cyrillic.

    Returns:
        The folded name; empty when the text holds neither letters nor digits.
    """
    if text.isascii():
        if text.isalpha():
            return text.lower()
        return " ".join(text.lower().translate(_PUNCTUATION).split())
    folded = unicodedata.normalize("NFC", text).casefold()
    if max(folded) < "\u0300":
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded).casefold()).translate(_SPECIAL)
        return " ".join(folded.translate(_PUNCTUATION).split())
    if _PLAIN_CYRILLIC.fullmatch(folded) is not None:
        return " ".join(folded.translate(_PUNCTUATION).split())
    # й and ї are letters of their own, not и and і with a mark
    folded = "".join(c if "Ѐ" <= c <= "ӿ" else unicodedata.normalize("NFKD", c).casefold() for c in folded)
    folded = "".join(c for c in folded if not unicodedata.combining(c)).translate(_SPECIAL)
    return " ".join(folded.translate(_PUNCTUATION).split())


def tidy(text: str) -> str:
    """Return a name with plain apostrophes, hyphens and single spaces, without a possessive ending.

    Args:
        text: a name as a text has it; of something longer than any name, nothing is kept.

    Returns:
        The tidied name; empty when the text is too long or blank.
    """
    if len(text) > MAX_NAME_CHARACTERS:
        return ""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return strip_possessive(" ".join(text.split()).strip(' ,;:!?"()'))


def strip_possessive(text: str) -> str:
    """Return a name without a possessive ending ("Kyiv's", "Scholz'")."""
    return _POSSESSIVE.sub("", text) if "'" in text or "’" in text or "ʼ" in text else text


def tokens(text: str) -> list[str]:
    """Split a tidied name at its spaces; empty when it is blank."""
    return text.split()
