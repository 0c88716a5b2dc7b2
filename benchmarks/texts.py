"""The texts that are measured with: a folder's, cut or joined to length, and endless small ones that are all new."""

from __future__ import annotations

import random
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["count_words", "of_length", "read_texts", "small_articles"]

SYLLABLES = ("ka", "ro", "vin", "del", "mo", "ster", "lu", "an", "bri", "to", "wen", "os", "fa", "li", "zor", "ged")
SMALL_CHARS = 350


def read_texts(folder: Path, at_least_words: int) -> list[str]:
    """The texts of a folder, over and over until they have so many words.

    Args:
        folder: its *.txt files are read.
        at_least_words: how many words are wanted.

    Raises:
        SystemExit: the folder holds no text.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    texts = [text for text in texts if text.strip()]
    if not texts:
        raise SystemExit(f"no *.txt files in {folder}")
    return texts * -(-at_least_words // count_words(texts))


def count_words(texts: Sequence[str]) -> int:
    """How many words texts have, parted by white space."""
    return sum(len(text.split()) for text in texts)


def of_length(texts: Sequence[str], chars: int) -> str:
    """One text of so many characters."""
    parts, size = [], 0
    for text in cycle(texts):
        parts.append(text)
        size += len(text) + 2
        if size >= chars:
            return "\n\n".join(parts)[:chars]
    return ""


def small_articles(texts: Sequence[str], number: int) -> Iterator[str]:
    """Small articles, each with names and words that no other has, so that nothing remembered helps.

    Args:
        texts: what they are made of.
        number: how many.
    """
    chunks = [text[i : i + SMALL_CHARS] for text in texts for i in range(0, len(text) - SMALL_CHARS, SMALL_CHARS)]
    words = random.Random(1)  # noqa: S311 - the same ones each time
    for chunk in islice(cycle(chunks or list(texts)), number):
        given, surname, town, thing = ("".join(words.choices(SYLLABLES, k=4)) for _ in range(4))
        name = f"{given.capitalize()} {surname.capitalize()}"
        yield f"{chunk}\n\n“We need a {thing},” said {name}. {name} was in {town.capitalize()} on Monday.\n"
