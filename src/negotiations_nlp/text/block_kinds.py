"""What each block of a page is: its shape, settled by the blocks around it.

A dash line is an attribution after a quotation and a list item among other dash lines; a short line without a full
stop is a heading between paragraphs, a tag among its like; "Name: ..." is a turn of a transcript only when labels
come back.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from negotiations_nlp.text.block_shapes import Shape, shape_of, turn_label
from negotiations_nlp.text.spaces import LINE_BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from negotiations_nlp.text.blocks import BlockKind

__all__ = ["kinds_of"]

_MAX_ATTRIBUTION_WORDS: Final = 16
_MIN_LIST_LINES: Final = 3
_MAX_ITEM_WORDS: Final = 8
_MAX_ITEM_CHARS: Final = 100
_MAX_MEAN_WORDS: Final = 3.5
_MIN_TURNS: Final = 2
_MAX_TURN_LABELS: Final = 12
_MIN_LABEL_CHARS: Final = 3
_QUESTION_AND_ANSWER: Final = frozenset({"Q", "A"})

_PLAIN: Final[dict[Shape, BlockKind]] = {
    "boilerplate": "boilerplate",
    "byline": "byline",
    "caption": "caption",
    "dateline": "dateline",
    "bullet": "list",
    "number": "list",
    "tags": "list",
    "dash": "paragraph",
    "question": "section",
    "short": "section",
    "title": "headline",
    "prose": "paragraph",
}
_VERB_OR_ROLE: Final = re.compile(r",|\s[a-z]{3}")
# ‘- We heard nothing, - he adds.’ and ‘"We heard it," - he says.’ bring their attribution with them.
_OWN_ATTRIBUTION: Final = re.compile(r"[,?!.…][\"”»'’]?\s[-–—―]\s")
_LIST_SHAPES: Final = frozenset({"bullet", "number", "dash"})


def kinds_of(text: str, ranges: Sequence[tuple[int, int]]) -> list[BlockKind]:
    """The kind of each block.

    Args:
        text: the whole text.
        ranges: (start, end) of its blocks, ascending.

    Returns:
        One kind a block.
    """
    blocks = [text[start:end] for start, end in ranges]
    shapes = [shape_of(block) for block in blocks]
    kinds: list[BlockKind] = [_PLAIN[shape] for shape in shapes]
    close = [_one_break(text, a[1], b[0]) for a, b in pairwise(ranges)]

    _settle_titles(blocks, shapes, kinds, close)
    _settle_lists(blocks, shapes, kinds, close)
    _settle_copies(blocks, shapes, kinds, close)
    _settle_attributions(blocks, shapes, kinds)
    _settle_turns(blocks, kinds)
    return kinds


def _one_break(text: str, end: int, start: int) -> bool:
    """Whether a single line break stands between two blocks: no blank line."""
    gap = text[end : min(start, end + 40)].replace("\r\n", "\n")
    return sum(char in LINE_BREAKS for char in gap) <= 1


def _settle_titles(blocks: Sequence[str], shapes: Sequence[Shape], kinds: list[BlockKind], close: list[bool]) -> None:
    """A first title is a headline even as a question or of few words; a question among titles is a title."""
    for i, shape in enumerate(shapes):
        if shape == "prose":
            break
        if shape in ("question", "short") and blocks[i].count(" ") >= 2:
            kinds[i] = "headline"
            break
        if shape == "title":
            break
    for i, shape in enumerate(shapes):
        beside = (i > 0 and close[i - 1] and shapes[i - 1] == "title") or (
            i < len(close) and close[i] and shapes[i + 1] == "title"
        )
        if shape == "question" and beside:
            kinds[i] = "headline"


def _settle_lists(blocks: Sequence[str], shapes: Sequence[Shape], kinds: list[BlockKind], close: list[bool]) -> None:
    """Three or more short lines in a row are a list; bullets, numbers and dashes are one when they have company."""
    words = [block.count(" ") + 1 if len(block) < _MAX_ITEM_CHARS else _MAX_ITEM_WORDS + 1 for block in blocks]
    items = [shape in ("short", "title") and n <= _MAX_ITEM_WORDS for shape, n in zip(shapes, words, strict=True)]
    for first, last in _runs(items, close):
        if last - first >= _MIN_LIST_LINES and sum(words[first:last]) <= _MAX_MEAN_WORDS * (last - first):
            kinds[first:last] = ["list"] * (last - first)
    for i, shape in enumerate(shapes):
        if shape in _LIST_SHAPES:
            company = (i > 0 and shapes[i - 1] == shape) or (i + 1 < len(shapes) and shapes[i + 1] == shape)
            if company:
                kinds[i] = "list"
            elif shape == "number":
                kinds[i] = "headline"


def _runs(flags: Sequence[bool], close: list[bool]) -> Iterator[tuple[int, int]]:
    """(first, one past the last) of the runs of true flags whose blocks follow each other without a blank line."""
    i = 0
    while i < len(flags):
        j = i + 1
        if flags[i]:
            while j < len(flags) and flags[j] and close[j - 1]:
                j += 1
            yield i, j
        i = j


def _settle_copies(blocks: Sequence[str], shapes: Sequence[Shape], kinds: list[BlockKind], close: list[bool]) -> None:
    """The same sentence on two lines running is a picture's description and its caption."""
    for i, together in enumerate(close):
        first, second = blocks[i], blocks[i + 1]
        if shapes[i] == shapes[i + 1] == "prose" and (first == second or (together and second.endswith(first[1:]))):
            kinds[i] = kinds[i + 1] = "caption"


def _settle_attributions(blocks: Sequence[str], shapes: Sequence[Shape], kinds: list[BlockKind]) -> None:
    """A short dash line after a block names its speaker: "- Zelenskyy stated."."""
    for i, shape in enumerate(shapes):
        if shape != "dash" or kinds[i] == "list" or i == 0 or blocks[i].count(" ") > _MAX_ATTRIBUTION_WORDS:
            continue
        if _OWN_ATTRIBUTION.search(blocks[i], 1, 200) or _OWN_ATTRIBUTION.search(blocks[i - 1][-200:], 1):
            continue
        # ‘- Amber Phillips’ under prose signs it; with a verb, a role or marks before it, it attributes.
        quoted = blocks[i - 1][0] in "\"“'‘«„" or blocks[i - 1][-1] in "\"”'’»"
        if not (quoted or _VERB_OR_ROLE.search(blocks[i], 0, 200)) or blocks[i].rstrip(".")[-1:] in "-–—":
            continue
        if kinds[i - 1] in ("paragraph", "headline", "section") and len(blocks[i - 1]) > len(blocks[i]) // 2:
            kinds[i], kinds[i - 1] = "attribution", "quote"


def _settle_turns(blocks: Sequence[str], kinds: list[BlockKind]) -> None:
    """Labelled blocks are turns of a transcript when their labels come back, are Q and A, or all stand in capitals."""
    labels = [None if kind == "boilerplate" else turn_label(block) for block, kind in zip(blocks, kinds, strict=True)]
    turns = dict.fromkeys(zip(labels, blocks, strict=True))  # a headline that a page repeats is one
    counts = Counter(label for label, _ in turns if label is not None)
    if sum(counts.values()) < _MIN_TURNS:
        return
    dialogue = bool(_QUESTION_AND_ANSWER & counts.keys()) and sum(counts[x] for x in _QUESTION_AND_ANSWER) >= _MIN_TURNS
    dialogue = dialogue or sum(n > 1 for n in counts.values()) >= 1
    speakers = {label for label, n in counts.items() if n > 1 or label in _QUESTION_AND_ANSWER}
    if not dialogue:
        speakers = _in_capitals(blocks, labels)
    if not speakers:
        return
    for i, label in enumerate(labels):
        near = label is not None and any(
            labels[j] in speakers for j in range(max(0, i - 2), min(len(labels), i + 3)) if j != i
        )
        if label is not None and near and (label in speakers or len(counts) <= _MAX_TURN_LABELS):
            kinds[i] = "transcript"


def _in_capitals(blocks: Sequence[str], labels: Sequence[str | None]) -> set[str]:
    """Labels in capitals of turns that follow each other, each a sentence: "THE COURT: Are we ready?"."""
    turns = [
        label is not None and label.isupper() and len(label) > _MIN_LABEL_CHARS and block[-1] in ".!?…" and " " in block
        for label, block in zip(labels, blocks, strict=True)
    ]
    beside = [
        turn and ((i > 0 and turns[i - 1]) or (i + 1 < len(turns) and turns[i + 1])) for i, turn in enumerate(turns)
    ]
    return {label for label, turn in zip(labels, beside, strict=True) if turn and label is not None}
