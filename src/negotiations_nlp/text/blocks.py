"""A page as blocks: what is prose, and what is headline, byline, caption, list or page furniture.

Kinds are a help to later steps, not a verdict: nothing is thrown away, every character but white space stands in a
block, and what fits no other kind is a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from negotiations_nlp.text.block_kinds import kinds_of
from negotiations_nlp.text.lines import split_blocks

__all__ = ["Block", "BlockKind", "find_blocks"]

BlockKind = Literal[
    "attribution", "boilerplate", "byline", "caption", "dateline", "headline", "list", "paragraph", "quote", "section",
    "transcript",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text.

    Attributes:
        start: first character, half-open, white space left out.
        end: one past the last character.
        kind: "paragraph", or what else it is; "quote" is a paragraph whose speaker stands in the "attribution" block
            after it ("- Zelenskyy stated.").
        repeats: index of the first block with the same words, None for a block that is no copy.
    """

    start: int
    end: int
    kind: BlockKind
    repeats: int | None = None


def find_blocks(text: str) -> list[Block]:
    """Split a text into blocks and say what each of them is.

    Takes linear time. Sentences are not looked for.

    Args:
        text: any text, with whatever line breaks it came with.

    Returns:
        The blocks in order, disjoint; empty when the text holds nothing but white space.
    """
    ranges = split_blocks(text)
    contents = [text[start:end] for start, end in ranges]
    first_of: dict[str, int] = {}
    blocks: list[Block] = []
    for i, ((start, end), kind) in enumerate(zip(ranges, kinds_of(text, ranges), strict=True)):
        first = first_of.setdefault(" ".join(contents[i].split()), i)
        blocks.append(Block(start, end, kind, None if first == i else first))
    return blocks
