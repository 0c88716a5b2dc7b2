"""HTML that was left in a text: what a reader would see of it, and where each character of that stands in the text."""

from __future__ import annotations

import re
from array import array
from html import unescape
from typing import Final

__all__ = ["SourceOffsets", "without_markup"]

_CLOSING: Final = re.compile(r"</[A-Za-z][A-Za-z0-9]{0,11}\s?>")
_SWITCH: Final = (
    "allowfullscreen|async|autoplay|checked|controls|crossorigin|defer|disabled|hidden|itemscope|loop|muted|nomodule"
    "|playsinline|required|selected"
)
# A quoted value may be long, and ends before the next "<": so each "<" is looked at once.
_VALUE: Final = r"=(?:\"[^\"<]{0,4000}\"|'[^'<]{0,4000}'|[^\s\"'<>]{1,400})"
_ATTRIBUTE: Final = rf"\s{{1,20}}(?:[A-Za-z][\w:.-]{{0,60}}{_VALUE}|(?:{_SWITCH})(?=[\s/>]))"
_TAG: Final = (
    r"<(?P<closes>/?)(?P<name>[a-z][a-z0-9]{0,11}(?:[:-][a-z0-9-]{1,30})?|[A-Z][A-Z0-9]{0,11})"
    rf"(?:{_ATTRIBUTE}){{0,30}}\s{{0,20}}/?>"
)
_REFERENCE: Final = r"&(?:amp;)?(?:[A-Za-z]{2,8}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});"
_COMMENT: Final = "<!--"
_PARAGRAPH: Final = "\n\n"
_FLOWING: Final = re.compile(r"p|h[1-6]|li|t[dh]|figcaption")
_SPACES: Final = re.compile(r"\s+")
_MARKUP: Final = re.compile(rf"{_TAG}|{_COMMENT}|<!(?:DOCTYPE|doctype)\s[^<>]{{0,300}}>|{_REFERENCE}")
_BLOCK_TAG: Final = re.compile(
    r"p|div|h[1-6r]|li|[ou]l|d[ltd]|t(?:[rdh]|able|body|head|foot|itle)|blockquote|fig\w+|section|article|header|footer"
    r"|html|head|body|main|nav|aside|form|pre|address|option|button"
)
_UNSEEN: Final = {
    "script": re.compile(r"</script\s?>", re.IGNORECASE),
    "style": re.compile(r"</style\s?>", re.IGNORECASE),
    _COMMENT: re.compile("-->"),
}


class SourceOffsets:
    """Where the characters of a text without markup stand in the text that was given."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")

    def add(self, length: int, start: int, end: int) -> None:
        """Append some characters: as many as the range holds stand one for one, others each for the whole range."""
        if length == end - start:
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))
        else:
            self._starts.extend([start] * length)
            self._ends.extend([end] * length)

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text that a range without markup comes from; both in characters, half-open."""
        if start < end:
            return self._starts[start], self._ends[end - 1]
        at = self._starts[start] if start < len(self._starts) else self._ends[-1] if self._ends else 0
        return at, at


def without_markup(text: str) -> tuple[str, SourceOffsets | None]:
    """Take out HTML tags, comments, scripts and styles, and put characters for their references.

    Tags of blocks become line breaks, and single line breaks within a paragraph of HTML become spaces. A text without
    any closing tag keeps what looks like a tag. Takes linear time.

    Args:
        text: any text.

    Returns:
        The text without markup, and where its characters come from; the text itself and None when it holds none.
    """
    has_tags = "</" in text and _CLOSING.search(text) is not None
    if not has_tags and "&" not in text:
        return text, None
    pieces: list[str] = []
    offsets = SourceOffsets()
    unclosed: set[str] = set()
    done = 0
    after_closing_tag = -1
    flowing = False
    for found in _MARKUP.finditer(text):
        start, end = found.span()
        if start < done or (found[0][0] == "<" and not has_tags):  # inside a script or comment, or no markup
            continue
        tag = (found["name"] or "").lower()
        seen = _white_space(tag) if found[0][0] == "<" else _character(found[0])
        unseen = found[0] if found[0] == _COMMENT else tag
        if unseen in _UNSEEN and not found["closes"]:
            closing = None if unseen in unclosed else _UNSEEN[unseen].search(text, end)
            if closing is None:
                unclosed.add(unseen)
            end = end if closing is None else closing.end()
        if found["closes"]:
            after_closing_tag = end
        elif tag and not seen and start == after_closing_tag and not pieces[-1]:
            seen = " "  # "<a>News</a><a>Sport</a>" are two words
        pieces += (_words(text, done, start, offsets, wrapped=flowing), seen)
        offsets.add(len(seen), start, end)
        if seen == _PARAGRAPH:
            flowing = not found["closes"] and _FLOWING.fullmatch(tag) is not None
        done = end
    if not done:
        return text, None
    pieces.append(_words(text, done, len(text), offsets, wrapped=flowing))
    return "".join(pieces), offsets


def _white_space(tag: str) -> str:
    if tag == "br":
        return "\n"
    return _PARAGRAPH if _BLOCK_TAG.fullmatch(tag) is not None else ""


def _words(text: str, start: int, end: int, offsets: SourceOffsets, *, wrapped: bool) -> str:
    """What stands between tags, its characters added to the offsets; line breaks in a paragraph's source are spaces."""
    if not wrapped:
        offsets.add(end - start, start, end)
        return text[start:end]
    pieces: list[str] = []
    done = start
    for space in _SPACES.finditer(text, start, end):
        if max(space[0].count("\n"), space[0].count("\r")) == 1:
            pieces += (text[done : space.start()], " ")
            offsets.add(space.start() - done, done, space.start())
            offsets.add(1, *space.span())
            done = space.end()
    pieces.append(text[done:end])
    offsets.add(end - done, done, end)
    return "".join(pieces)


def _character(reference: str) -> str:
    """What a reference stands for, also one that was escaped twice; itself when it stands for nothing."""
    found = unescape(unescape(reference))
    if len(found) != 1:
        return reference
    return " " if found.isspace() and found != "\n" else found
