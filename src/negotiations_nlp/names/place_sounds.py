"""The sounds of names of several words: places, organisations in other alphabets.

Words are read one by one and joined. In the key, o, e and i fall together, for they are what most often differs
between the Ukrainian and the Russian form of a place's name (Kharkiv, Kharkov).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Generic, TypeVar

from negotiations_nlp.names.romanise import compatible, key, keys, outline_of_key, outlines, share_no_key

__all__ = ["PhraseTable", "place_sounds", "sound_alike", "vowels_differ"]

_ADJECTIVE_ENDINGS = ((("aya", "aia", "aja"), "a"), (("oye", "oje", "oe", "oie"), "e"), (("oy", "oi", "oj"), "i"))
_CLOSED = str.maketrans({"o": "i", "e": "i"})
_MAX_READINGS = 12
_MIN_SOUNDS = 4
_MAX_OUTLINES = 16  # words with two of them are few: j, a silent e

Row = TypeVar("Row")


@lru_cache(maxsize=8192)
def place_sounds(name: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of key and sounds of a place name of one or more words.

    Args:
        name: a name in small letters, its words parted by single spaces; they are read one by one and joined.

    Returns:
        The pairs; empty when a word cannot be read.
    """
    return tuple([(_pair_key(sounds), sounds) for sounds in _phrase_sounds(name)])


def _phrase_sounds(name: str) -> list[str]:
    """Return the sound strings of a name, the likeliest first; empty when a word cannot be read."""
    if not name.replace(" ", "").isalpha():
        return []
    combined: list[str] = [""]
    for word in name.split():
        for endings, short in _ADJECTIVE_ENDINGS:
            for ending in endings:
                if len(word) > len(ending) + 2 and word.endswith(ending):
                    word = word[: -len(ending)] + short
                    break
        sounds = [s for _, s in keys(word)]
        if not sounds:
            return []
        combined = [c + s for s in sounds for c in combined][:_MAX_READINGS]
    return list(dict.fromkeys(combined))


def _pair_key(sounds: str) -> str:
    """Return the look-up key of a place's sounds, in which o, e and i fall together (Kharkov, Kharkiv)."""
    return key(key(sounds).translate(_CLOSED))


def vowels_differ(a: str, b: str) -> int:
    """Count the places at which two sound strings of one length have different vowels; 9 when they cannot be one."""
    if len(a) != len(b):
        return 2
    wrong = 0
    for i, (x, y) in enumerate(zip(a, b, strict=True)):
        if x == y or compatible(x, y):
            continue
        if {x, y} <= {"i", "o", "e"}:
            last = i >= len(a) - 1
            wrong += 0 if last and {x, y} == {"o", "e"} else 1 if "i" in (x, y) else 2
        else:
            return 9
    return wrong


def sound_alike(a: str, b: str) -> bool:
    """Tell whether two names in small letters may be romanisations, or Ukrainian and Russian forms, of one."""
    if " " not in a and " " not in b and share_no_key(a, b):
        return False
    others = place_sounds(b)
    return any(
        ka == kb and min(len(x), len(y)) >= _MIN_SOUNDS and vowels_differ(x, y) <= 1
        for ka, x in place_sounds(a)
        for kb, y in others
    )


class PhraseTable(Generic[Row]):
    """Rows by the sounds of names of several words."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        self._outlines: set[str] = set()

    def add(self, folded: str, row: Row, *, readings: int | None = None) -> None:
        """File a row under a folded name, under its first readings only if their number is given."""
        for sounds in _phrase_sounds(folded)[:readings]:
            sound_key = _pair_key(sounds)
            self._rows[sound_key].append((sounds, row))
            self._outlines.add(outline_of_key(sound_key))

    def find(self, folded: str) -> list[tuple[str, str, Row]]:
        """Return asked sounds, known sounds and row of the names that sound alike; empty when none does."""
        shown: tuple[str, ...] = ("",)
        for word in folded.split():
            # a run of vowels goes on in the next word
            shown = tuple([a + b if a[-1:] != b[:1] else a + b[1:] for a in shown for b in outlines(word)])
            if not 0 < len(shown) <= _MAX_OUTLINES:
                break
        else:
            if self._outlines.isdisjoint(shown):
                return []
        return [
            (asked, known, row)
            for sound_key, asked in place_sounds(folded)
            for known, row in self._rows.get(sound_key, ())
        ]
