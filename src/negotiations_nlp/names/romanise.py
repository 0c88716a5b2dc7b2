"""Keys that do not depend on how a name was brought into Latin letters.

A Ukrainian, Russian or Belarusian name reaches English text by way of several spelling traditions: English
(Shmyhal), German (Schmyhal), French (Chmyhal), Polish (Szmyhal), Turkish (Şmigal), scientific (Šmyhal), or as the
Cyrillic original (Шмигаль). Each tradition is a small table from letters to sounds. A word is *read* in every
tradition whose letters it shows, which gives it one to four sound strings, and two words may be spellings of one
name when they have a sound string in common.

Sounds are one character each. In a key, those that traditions confuse fall together (h, g and kh; s and z; sh, zh
and shch); :func:`compatible` then compares sound by sound, so that h may stand for g or for kh, but never g for kh.

What every reading forgets: the glide before a vowel (Podolyak, Podoliak, Podolak), doubled letters (Kirillov,
Kirilov), soft signs and apostrophes, the difference of y and i, yo as against ye, final -ko as against
Belarusian -ka, final -off as against -ov.

Reading a word costs some 10 microseconds. Its *outline* (where vowels stand and where consonants, and which of them
are b, f, l, m, n, p, r, v) costs one, and words with one key have one outline: an outline that no known word has spares
the reading.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from negotiations_nlp.names.traditions import CYRILLIC, TRADITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["compatible", "key", "keys", "outline_of_key", "outlines", "outlines_of_joined", "readings", "share_no_key"]

# A tradition other than the English is tried only on words that show one of its letters.
_SHOWN_BY = {
    "english": re.compile(""),
    "scientific": re.compile(r"[jcšžčćh]"),
    "german": re.compile(r"[wzjs]|ch"),
    "french": re.compile(r"[jïé]|ou|ch|gu[eiéïy]|[ia]ne$"),
    "polish": re.compile(r"[wjcłżśź]|[sr]z"),
    "turkish": re.compile(r"[şçjğı]|c(?!h)"),
}


def _pattern(table: dict[str, str]) -> re.Pattern[str]:
    """Return what finds the letters that a tradition does not read as they stand, longest run first."""
    runs = (letters for letters, sounds in table.items() if letters != sounds)
    return re.compile(f"({'|'.join(sorted(runs, key=len, reverse=True))})")


_READERS = [(name, _SHOWN_BY[name].search, _pattern(table).split, table) for name, table in TRADITIONS.items()]
_SILENT_E = ("ine", "ane", "ene", "one", "ove", "eve", "ke")
_BELARUSIAN_V = ("ou", "au", "eu", "iu")
_EMIGRE_V = ("off", "eff")  # "Lavroff", "Medvedeff": final v as it is said, in names brought over long ago
_UNSETTLED = frozenset("yij")
_GLIDE_Y = re.compile(r"y(?=[aeiouyj])|(?<=[aeiou])y")
_YO = re.compile(r"jo(?!n|r)")
_GLIDE = re.compile(r"(?<=.)[ij]+(?=[aeou])|^[ij]+(?=[ei])")
_MIN_LAST_LETTERS = len(max(_SILENT_E, key=len))  # else the letters of an ending may stand in two words
# one Cyrillic ending, written as it is spelled or as it is said: Gorbachev, Gorbatschow
_OV_AFTER_HISSING = ("čov", "šov", "žov", "Qov", "Jov", "Šov")
_REPEATED = re.compile(r"(.)\1+")
_MARKED_VOWELS = str.maketrans(
    {"é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "í": "i", "ú": "u", "ö": "o", "ü": "u"}
)
_KEPT_MARKS = frozenset("šščžşçłżźśćńŭıïëěğßäéóйёїў")
_TO_TAKE_APART = re.compile(f"[^a-zЀ-ӿ{''.join(sorted(_KEPT_MARKS))}]")

_LOOK_ALIKES = str.maketrans("aceiopxy", "асеіорху")  # Latin letters typed in Cyrillic words
_COARSE = str.maketrans({"x": "g", "h": "g", "z": "s", "S": "s", "ž": "š", "Š": "š", "Q": "š", "J": "š", "j": "i"})
_MAY_BE = {
    frozenset("hg"),
    frozenset("hx"),
    frozenset("Ss"),
    frozenset("Sz"),
    frozenset("Šš"),
    frozenset("Šž"),
    frozenset("Qš"),
    frozenset("QŠ"),
    frozenset("Jž"),
    frozenset("JŠ"),
    frozenset("ij"),
}


def _letters(word: str) -> str:
    if word.isascii():
        return word.lower() if word.isalpha() else "".join(filter(str.isalpha, word.lower()))
    word = unicodedata.normalize("NFC", word).casefold().replace("i̇", "i")
    word = "".join(filter(str.isalpha, word))
    if word.isascii():
        return word
    word = word.translate(_MARKED_VOWELS)
    if _TO_TAKE_APART.search(word) is None:
        return word
    kept = []
    for letter in word:
        if letter in _KEPT_MARKS or "Ѐ" <= letter <= "ӿ":
            kept.append(letter)
        else:
            kept.extend(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return "".join(kept)


def _with_final_v(letters: str) -> str:
    return letters[:-2] + "v" if letters.endswith(_EMIGRE_V) else letters


def _once(sounds: str) -> str:
    """Write doubled sounds once."""
    return _REPEATED.sub(r"\1", sounds) if _REPEATED.search(sounds) is not None else sounds


def _settle(sounds: str) -> str:
    """Bring the sounds of one word into the form in which they are compared."""
    if not _UNSETTLED.isdisjoint(sounds):
        sounds = _settle_glides(sounds)
    if sounds.endswith("ko"):
        sounds = sounds[:-1] + "a"
    elif sounds.endswith(_OV_AFTER_HISSING):
        sounds = sounds[:-2] + "ev"
    return _once(sounds)


def _settle_glides(sounds: str) -> str:
    if "y" in sounds:
        sounds = _GLIDE_Y.sub("j", sounds).replace("y", "i")
    if "jo" in sounds:
        sounds = _YO.sub("je", sounds)
    if sounds.startswith(("ia", "io", "iu")):
        sounds = "j" + sounds[1:]
    if "i" in sounds or "j" in sounds:
        sounds = _GLIDE.sub("", sounds)
    if sounds.endswith(("i", "j")):
        sounds = sounds.rstrip("ij") + "i"
    return sounds[:1] + sounds[1:].replace("j", "i")


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[str, ...]:
    """Return the sound strings of a word, the English reading first.

    Args:
        word: one word of a name, in Latin or Cyrillic letters.

    Returns:
        One sound string for each tradition that reads it differently; empty when it holds no letter, or letters
        of another script.
    """
    letters = _with_final_v(_letters(word))
    if not letters:
        return ()
    if not letters.isascii():
        if any("Ѐ" <= c <= "ӿ" for c in letters):
            letters = letters.translate(_LOOK_ALIKES)
            # other Latin letters among Cyrillic ones make no word: two names of two scripts written as one
            mixed = any(c < "ɐ" for c in letters)
            return () if mixed else (_settle("".join(CYRILLIC.get(c, "") for c in letters)),)
        if not all(c < "ɐ" for c in letters):
            return ()
    found: dict[str, None] = {}
    silent_e = letters.endswith(_SILENT_E) and word[-1] not in "éÉ"
    belarusian_v = letters.endswith(_BELARUSIAN_V)
    for name, shows, split, table in _READERS:
        if shows(letters) is None:
            continue
        text = letters
        if silent_e and name == "french":
            text = text[:-1]
        elif belarusian_v and name in ("english", "polish"):
            text = text[:-1] + "v"
        parts = split(text)
        if len(parts) > 1:
            parts[1::2] = [table[run] for run in parts[1::2]]
            text = "".join(parts)
        found[text] = None
    return tuple(dict.fromkeys(map(_settle, found)))


def key(sounds: str) -> str:
    """Return the key under which a sound string is looked up."""
    return _once(sounds.translate(_COARSE))


@lru_cache(maxsize=8192)
def keys(word: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of key and sound string of a word, the English reading first.

    Args:
        word: one word of a name.

    Returns:
        The pairs; empty when the word cannot be read.
    """
    return tuple([(key(sounds), sounds) for sounds in readings(word) if sounds])


_OUTLINE = str.maketrans(
    {
        **dict.fromkeys("aeiouyjäéóëěïı", "a"),
        **dict.fromkeys("cdghkqstxzčšžşçżźśćßğ", "c"),
        "w": "v",
        "ŭ": "v",
        "ł": "l",
        "ń": "n",
    }
)


def outline_of_key(key: str) -> str:
    """Return the outline of a key: a for a run of vowels, c for a run of others, b, f, l, m, n, p, r, v as they are."""
    found = key.translate(_OUTLINE)
    for twice in ("aa", "cc", "ll", "nn", "rr", "vv", "mm", "pp", "ff", "bb"):
        while twice in found:
            found = found.replace(twice, twice[0])
    return found


@lru_cache(maxsize=8192)
def outlines(word: str) -> tuple[str, ...]:
    """Return the outlines of which every key of a word has one, without reading the word.

    Args:
        word: one word of a name.

    Returns:
        One outline, or two where traditions disagree (j, a silent e, a final u that may be a v); empty when they
        cannot be told.
    """
    letters = _with_final_v(_letters(word))
    if "rz" in letters or "rż" in letters or not (letters.isascii() or letters.translate(_OUTLINE).isascii()):
        return ()
    letters = letters.replace("ph", "f")
    found = [letters, letters.replace("j", "z")] if "j" in letters else [letters]
    if letters.endswith(_SILENT_E):
        found += [letters[:-1] for letters in found]
    elif letters.endswith(_BELARUSIAN_V):
        found += [letters[:-1] + "v" for letters in found]
    return tuple(map(outline_of_key, found))


def outlines_of_joined(words: Iterable[str]) -> tuple[str, ...]:
    """Return the outlines of words written as one, put together from those of the words, which are remembered.

    Args:
        words: words of letters alone.

    Returns:
        All outlines that :func:`outlines` tells for the joined word, and perhaps more; empty when they cannot be told
        from the words.
    """
    joined: tuple[str, ...] = ("",)
    last = ""
    for word in words:
        # rz and ph are read together; letters with marks may be any of these
        if last and (last[-1] in "rp" or not last[-1].isascii()) and (word[0] in "zh" or not word[0].isascii()):
            return ()
        # a run of vowels goes on in the next word
        joined = tuple([a + b if a[-1:] != b[:1] else a + b[1:] for a in joined for b in outlines(word)])
        last = word
    return joined if len(last) >= _MIN_LAST_LETTERS else ()


def share_no_key(a: str, b: str) -> bool:
    """Tell whether the outlines of two words in small letters are enough to say that they have no key in common."""
    outlines_a, outlines_b = outlines(a), outlines(b)
    if len(outlines_a) == len(outlines_b) == 1:
        return outlines_a != outlines_b
    return bool(outlines_a and outlines_b) and set(outlines_a).isdisjoint(outlines_b)


def compatible(a: str, b: str) -> bool:
    """Tell whether two sound strings of one key may stand for one another.

    Args:
        a: a sound string.
        b: a sound string.

    Returns:
        True when each sound of one may be the sound of the other at its place.
    """
    if a == b:
        return True
    if len(a) != len(b):
        return key(a) == key(b) and abs(len(a) - len(b)) <= 1
    return all(x == y or frozenset((x, y)) in _MAY_BE for x, y in zip(a, b, strict=True))
