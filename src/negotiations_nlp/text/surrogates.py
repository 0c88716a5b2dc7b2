"""Lone surrogates: code points that a Python string may hold and no codec can write."""

from __future__ import annotations

import re

__all__ = ["without_surrogates"]

SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Replace surrogates by U+FFFD, one character for one, so that offsets stay what they are."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)
