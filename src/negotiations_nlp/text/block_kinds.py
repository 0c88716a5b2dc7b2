"""What each block of a page is (first version: paragraphs only)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.text.blocks import BlockKind

__all__ = ["kinds_of"]


def kinds_of(text: str, ranges: Sequence[tuple[int, int]]) -> list[BlockKind]:
    """The kind of each block."""
    return ["paragraph" for _ in ranges]
