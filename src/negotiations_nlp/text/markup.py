"""HTML that was left in a text: tags and character references, blanked so that offsets stay what they are."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

__all__ = ["without_markup"]

_CLOSING: Final = re.compile(r"</[A-Za-z][A-Za-z0-9]{0,11}\s?>")
_ATTRIBUTE: Final = r"\s{1,4}[A-Za-z][\w:-]{0,40}=(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}'|[^\s\"'<>]{1,200})"
_TAG: Final = re.compile(
    rf"</?(?P<name>[a-z][a-z0-9]{{0,11}}|[A-Z][A-Z0-9]{{0,11}})(?:{_ATTRIBUTE}){{0,12}}\s{{0,4}}/?>"
)
_REFERENCE: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_BLOCK_TAG: Final = re.compile(
    r"p|div|h[1-6]|li|[ou]l|t[rdh]|table|blockquote|fig\w+|section|article|header|footer|title"
)
_OPENERS: Final = "“‘«„‚‹"
_EITHER: Final = "\"'"


def without_markup(text: str) -> str:
    """Replace HTML tags by white space, and character references by the characters that they stand for.

    Tags of blocks become line breaks. A text without any closing tag keeps what looks like a tag, and references within
    a word stay ("don&rsquo;t").

    Args:
        text: any text.

    Returns:
        A text of the same length, in which whatever was no markup stands where it stood.
    """
    if "</" in text and _CLOSING.search(text) is not None:
        text = _TAG.sub(_blank, text)
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _blank(tag: re.Match[str]) -> str:
    name, length = tag["name"].lower(), len(tag[0])
    if _BLOCK_TAG.fullmatch(name) is not None:
        return " " * (length - 2) + "\n\n"
    return " " * (length - 1) + ("\n" if name == "br" else " ")


def _character(reference: re.Match[str]) -> str:
    """The character, padded on the side where a word's neighbour would have white space."""
    found, (start, end), text = unescape(reference[0]), reference.span(), reference.string
    if len(found) != 1 or (found.isascii() and found.isalnum()):
        return reference[0]
    if found.isspace():
        return " " * (end - start)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() and after.isalnum():
        return reference[0]
    padding = " " * (end - start - 1)
    opens = found in _OPENERS or (found in _EITHER and not before.strip())
    return padding + found if opens else found + padding
