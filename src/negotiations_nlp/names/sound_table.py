"""A table whose rows are filed under words and found by any spelling of the word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.romanise import compatible, keys, outline_of_key, outlines
from negotiations_nlp.names.spelling import plain_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SoundTable", "word_keys"]

Row = TypeVar("Row")
MAX_REMEMBERED_WORDS = 4_000


def word_keys(word: str) -> list[tuple[str, str]]:
    """Return the pairs of key and sounds of a word: its spellings, as "=" and the word with no sounds, then sounds."""
    return [("=" + form, "") for form in plain_forms(fold(word).replace(" ", ""))] + list(keys(word))


class SoundTable(Generic[Row]):
    """Rows by the spellings and the romanisation keys of words.

    A key that begins with "=" is a spelling, any other one a key of sounds.
    """

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        self._outlines: set[str] = set()
        self._sound_outlines: set[str] = set()
        self._found: dict[str, list[tuple[str, Row]]] = {}

    def add(self, word: str, row: Row, *, transliterated: bool) -> None:
        """File a row under a word; under its keys of sounds only if the word comes from another script."""
        folded = fold(word).replace(" ", "")
        for form in plain_forms(folded):
            self._rows["=" + form].append(("", row))
        self._outlines.update(outlines(folded))
        for key, sounds in keys(word) if transliterated else ():
            self._rows[key].append((sounds, row))
            outline = outline_of_key(key)
            self._outlines.add(outline)
            self._sound_outlines.add(outline)

    def find(self, word: str) -> list[tuple[str, Row]]:
        """Return the rows of words that may be the same one, each with the key that they share; empty when none is."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) >= MAX_REMEMBERED_WORDS:
                self._found.clear()
            found = self._found[word] = self.look_up(word)
        return found

    def may_hold(self, shown: tuple[str, ...]) -> bool:
        """Tell whether a word with these outlines may be filed here; without any, nothing is known against it."""
        return not shown or not self._outlines.isdisjoint(shown)

    def look_up(self, word: str) -> list[tuple[str, Row]]:
        """Do as :meth:`find` does, for words that are not worth remembering."""
        word = word.casefold()  # so that it is read once, whoever asks
        shown = outlines(word)
        if not self.may_hold(shown):
            return []
        sounding = not shown or not self._sound_outlines.isdisjoint(shown)
        rows = self._rows
        found: list[tuple[str, Row]] = []
        for form in plain_forms(fold(word).replace(" ", "")):
            key = "=" + form
            if key in rows:
                found.extend((key, row) for _, row in rows[key])
        for key, sounds in keys(word) if sounding else ():
            if key in rows:
                found.extend((key, row) for known_sounds, row in rows[key] if compatible(sounds, known_sounds))
        return found

    def under(self, key: str) -> list[Row]:
        """Return the rows under one key; empty when there is none."""
        return [row for _, row in self._rows.get(key, ())]

    def __iter__(self) -> Iterator[str]:
        """Yield all keys."""
        return iter(self._rows)
