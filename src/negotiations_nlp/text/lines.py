"""Where one block of text ends and the next begins: lines, blank lines, and lines wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from negotiations_nlp.text.spaces import LINE_BREAKS, SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["split_blocks"]

_LINE: Final = re.compile(f"[^{LINE_BREAKS}]+")
_BREAK: Final = re.compile(f"\r\n|[{LINE_BREAKS}]")
_TERMINAL: Final = ".!?…:;\"”»'’)]"
_STAMP: Final = re.compile(
    r"(?P<date>date:?\s\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)\s+(?=\S)", re.IGNORECASE
)
_MIN_WRAPPED_LINE: Final = 40
_MAX_WRAPPED_LINE: Final = 120

_Line = tuple[int, int]


def split_blocks(text: str) -> list[tuple[int, int]]:
    """The blocks of a text: its lines, with those joined that were only wrapped.

    Scraped pages put every paragraph on a line of its own; mail and agency wires wrap a paragraph at 60 to 80
    characters. Lines are wrapped when sentences run on from one to the next and each is about as long as the widest.

    Args:
        text: any text.

    Returns:
        (start, end) of each block, characters, half-open, without surrounding white space, ascending and disjoint;
        empty when there is nothing but white space.
    """
    blocks: list[_Line] = []
    for chunk in _chunks(text):
        blocks.extend(_joined(text, chunk))
    if blocks and (stamp := _STAMP.match(text, blocks[0][0], min(blocks[0][1], blocks[0][0] + 60))) is not None:
        # ‘date 2025-07-21 WORLD’: what scraping put before the headline is a block of its own.
        first = blocks[0]
        blocks[:1] = [(first[0], stamp.end("date")), (stamp.end(), first[1])]
    return blocks


def _chunks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines with no blank line between them; each line trimmed."""
    chunk: list[_Line] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match.group()
        end -= len(line) - len(line.rstrip(SPACES))
        start += len(line) - len(line.lstrip(SPACES))
        if start >= end:
            continue
        if chunk and not _adjacent(text, chunk[-1][1], start):
            yield chunk
            chunk = []
        chunk.append((start, end))
    if chunk:
        yield chunk


def _adjacent(text: str, end: int, start: int) -> bool:
    """Whether exactly one line break stands between two lines."""
    first = _BREAK.search(text, end, start)
    return first is not None and _BREAK.search(text, first.end(), start) is None


def _joined(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """The lines of a chunk, wrapped ones joined."""
    if len(lines) == 1:
        yield lines[0]
        return
    width = max(end - start for start, end in lines)
    runs_on = [_runs_on(text, a, b) for a, b in pairwise(lines)]
    wrapped = width <= _MAX_WRAPPED_LINE and any(runs_on)
    start, end = lines[0]
    for previous, line, sentence_runs_on in zip(lines, lines[1:], runs_on, strict=False):
        length = previous[1] - previous[0]
        fills_line = wrapped and length >= _MIN_WRAPPED_LINE and length + 1 + _first_word(text, line) > width
        if fills_line or (sentence_runs_on and length >= _MIN_WRAPPED_LINE):
            end = line[1]
        else:
            yield start, end
            start, end = line
    yield start, end


def _runs_on(text: str, line: _Line, following: _Line) -> bool:
    """Whether the sentence of a line clearly goes on in the following one."""
    head = text[following[0] : following[0] + 2]
    return text[line[1] - 1] not in _TERMINAL and head[:1].islower() and not head[1:].isupper()


def _first_word(text: str, line: _Line) -> int:
    """Length of a line's first word, in characters."""
    head = text[line[0] : min(line[1], line[0] + 40)]
    return len(head.split(None, 1)[0])
