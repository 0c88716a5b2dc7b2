"""Posts that a page shows: "@handle: words", words above their signature, words below name and handle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES
from negotiations_nlp.pipeline.headlines import OPEN_MARKS, char_range
from negotiations_nlp.pipeline.reports import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["named_post", "shown_post", "signed_post"]

SIGNATURE = re.compile(r"[-–—―]{1,2}\s?(?P<name>[^()@\n]{1,60}?)\s\(@\w{2,30}\)")
HANDLE = re.compile(r"@\w{2,30}")
NAME_AND_HANDLE = re.compile(r"(?P<name>[^@()\n]{2,60}?)\s@\w{2,30}(?:\s[·•|-]\s[^\n]{1,30})?")
MAX_NAME_CHARS = 60
WORDS = frozenset({"paragraph", "section", "headline"})


def named_post(tokens: Tokens, first: int, last: int) -> Report | None:
    """A post that a page shows as "@handle: words"."""
    if not HANDLE.fullmatch(tokens.word(first)) or tokens.lower[first + 1 : first + 2] != [":"]:
        return None
    content = char_range(tokens, first + 2, last)
    if content is None or tokens.text[content[0]] in OPEN_MARKS:
        return None
    return Report([content], "direct", "post", source=(first, first + 1))


def signed_post(tokens: Tokens, blocks: Sequence[tuple[int, int]], k: int) -> Report | None:
    """A post above its signature: "— Harbour Office (@harbour) July 3, 2025"."""
    first, last = blocks[k]
    if not k or tokens.lower[first] not in DASHES:
        return None
    signature = SIGNATURE.match(tokens.text, tokens.starts[first], tokens.ends[last - 1])
    content = char_range(tokens, *blocks[k - 1])
    if signature is None or content is None or tokens.text[content[0]] in OPEN_MARKS:
        return None
    return Report([content], "direct", "post", source=tokens.between(*signature.span("name")))


def shown_post(tokens: Tokens, blocks: Sequence[tuple[int, int]], kinds: Sequence[str], k: int) -> Report | None:
    """A post below the name and handle of who wrote it and above its date.

    Args:
        tokens: the document.
        blocks: (first token, one past the last token) of each block.
        kinds: kind of each block.
        k: number of the block that may be the handle.

    Returns:
        The report of the block behind the handle; None where no date follows it, as below the names of authors.
    """
    if k + 2 >= len(blocks) or kinds[k + 2] != "dateline" or kinds[k + 1] not in WORDS:
        return None
    line = tokens.span_text(*blocks[k]).strip()
    name = None
    if HANDLE.fullmatch(line):
        above = char_range(tokens, *blocks[k - 1]) if k else None
        if above is not None and above[1] - above[0] <= MAX_NAME_CHARS and tokens.text[above[1] - 1] not in ".!?":
            name = above
    elif (both := NAME_AND_HANDLE.fullmatch(line)) is not None:
        name = (tokens.starts[blocks[k][0]], tokens.starts[blocks[k][0]] + both.end("name"))
    content = char_range(tokens, *blocks[k + 1])
    if name is None or content is None or tokens.text[content[0]] in OPEN_MARKS:
        return None
    return Report([content], "direct", "post", source=tokens.between(*name))
