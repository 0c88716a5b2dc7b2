"""May two strings be spellings of one name?"""

from __future__ import annotations

import unicodedata

__all__ = ["same_spelling"]


def _fold(text: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum() or c.isspace() or c == "-")
    return " ".join("".join(kept).replace("-", " ").split())


def same_spelling(a: str, b: str, label: str) -> bool:
    """Tell whether two strings may be spellings of one name.

    Args:
        a: a name.
        b: a name.
        label: PERSON, ORG or PLACE.

    Returns:
        True when they are equal but for case, diacritics and punctuation.
    """
    return _fold(a) == _fold(b) != ""
