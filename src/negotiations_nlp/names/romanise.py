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
Belarusian -ka.

Source: the published romanisation standards (Ukraine's resolution 55 of 2010, BGN/PCGN, ISO 9, DIN 1460, the
French and Polish press usage, the Turkish and Belarusian alphabets), written down here as tables of our own.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

__all__ = ["compatible", "key", "keys", "readings"]

_CYRILLIC = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "ґ": "g",
    "д": "d",
    "е": "e",
    "ё": "jo",
    "є": "je",
    "ж": "ž",
    "з": "z",
    "и": "i",
    "і": "i",
    "ї": "ji",
    "й": "j",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ў": "v",
    "ф": "f",
    "х": "x",
    "ц": "c",
    "ч": "č",
    "ш": "š",
    "щ": "Q",
    "ъ": "",
    "ы": "i",
    "ь": "",
    "э": "e",
    "ю": "ju",
    "я": "ja",
    "ј": "j",
    "љ": "l",
    "њ": "n",
    "ћ": "č",
    "ђ": "J",
    "џ": "J",
}
# Letters that mean the same in every tradition that has them.
_SHARED = {
    "š": "š",
    "č": "č",
    "ž": "ž",
    "šč": "Q",
    "ş": "š",
    "ç": "č",
    "şç": "Q",
    "ł": "l",
    "ż": "ž",
    "ź": "z",
    "ś": "s",
    "ć": "c",
    "ń": "n",
    "ŭ": "v",
    "ı": "i",
    "ï": "j",
    "ë": "jo",
    "ě": "e",
    "kh": "x",
    "ts": "c",
    "x": "ks",
    "q": "k",
    "w": "v",
    "y": "y",
    "ph": "f",
    "ó": "o",
}
_ENGLISH = {
    **_SHARED,
    "shch": "Q",
    "sch": "š",
    "sh": "š",
    "ch": "č",
    "tch": "č",
    "tsch": "č",
    "zh": "ž",
    "dzh": "J",
    "dj": "J",
    "j": "J",
    "tz": "c",
    "ce": "se",
    "ci": "si",
    "cy": "si",
    "c": "k",
    "gh": "g",
    "ck": "k",
}
_SCIENTIFIC = {**_SHARED, "ć": "č", "ch": "x", "c": "c", "j": "j", "dž": "J"}
_GERMAN = {
    **_SHARED,
    "schtsch": "Q",
    "tsch": "č",
    "dsch": "J",
    "sch": "Š",
    "ch": "x",
    "tz": "c",
    "z": "c",
    "ss": "s",
    "ß": "s",
    "s": "S",
    "j": "j",
    "ä": "e",
    "ck": "k",
    "c": "k",
}
_FRENCH = {
    **_SHARED,
    "chtch": "Q",
    "tch": "č",
    "ch": "š",
    "dj": "J",
    "j": "ž",
    "ou": "u",
    "gue": "ge",
    "gué": "ge",
    "gui": "gi",
    "guï": "gi",
    "guy": "gi",
    "ss": "s",
    "ce": "se",
    "ci": "si",
    "ck": "k",
    "c": "k",
}
_POLISH = {
    **_SHARED,
    "szcz": "Q",
    "cz": "č",
    "sz": "š",
    "rz": "ž",
    "ch": "x",
    "dż": "J",
    "dzi": "zi",
    "c": "c",
    "j": "j",
}
_TURKISH = {**_SHARED, "j": "ž", "c": "J", "ğ": "g", "y": "y"}

_TRADITIONS = {
    "english": _ENGLISH,
    "scientific": _SCIENTIFIC,
    "german": _GERMAN,
    "french": _FRENCH,
    "polish": _POLISH,
    "turkish": _TURKISH,
}
# A tradition other than the English is tried only on words that show one of its letters.
_SHOWN_BY = {
    "scientific": regex.compile(r"[jcšžčćh]"),
    "german": regex.compile(r"sch|[wzjs]|ch"),
    "french": regex.compile(r"ou|ch|j|gu[eiéïy]|ine$|ane$|ï|é"),
    "polish": regex.compile(r"sz|cz|rz|ch|[wjcłżśź]"),
    "turkish": regex.compile(r"[şçjğı]|c(?!h)"),
}


def _scanner(table: dict[str, str]) -> regex.Pattern[str]:
    return regex.compile("|".join(sorted(map(regex.escape, table), key=len, reverse=True)))


_SCANNERS = {name: _scanner(table) for name, table in _TRADITIONS.items()}
_VOWELS = "aeiou"
_NO_WORD = regex.compile(r"[^\p{L}]+")
_FINAL_SILENT_E = regex.compile(r"(?<=[iaeo]n|ov|ev|k)e$")
_BELARUSIAN_V = regex.compile(r"(?<=[oaei])u$")
_GLIDE_Y = regex.compile(r"y(?=[aeiouyj])|(?<=[aeiou])y")
_YO = regex.compile(r"[jJ]o(?!n|r)")
_GLIDE = regex.compile(r"(?<=.)[ij]+(?=[aeou])|^[ij]+(?=[ei])")
_FINAL_I = regex.compile(r"[ij]+$")
_INITIAL_GLIDE = regex.compile(r"^i(?=[aou])")
_FINAL_KO = regex.compile(r"(?<=k)o$")
_REPEATED = regex.compile(r"(.)\1+")
_MARKED_VOWELS = str.maketrans(
    {"é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "í": "i", "ú": "u", "ö": "o", "ü": "u"}
)
_KEPT_MARKS = frozenset("šščžşçłżźśćńŭıïëěğßäéóйёїў")

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
    word = _NO_WORD.sub("", unicodedata.normalize("NFC", word).casefold().replace("i̇", "i"))
    if word.isascii():
        return word
    word = word.translate(_MARKED_VOWELS)
    kept = []
    for letter in word:
        if letter in _KEPT_MARKS or "Ѐ" <= letter <= "ӿ":
            kept.append(letter)
        else:
            kept.extend(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return "".join(kept)


def _settle(sounds: str) -> str:
    """Bring the sounds of one word into the form in which they are compared."""
    sounds = _GLIDE_Y.sub("j", sounds).replace("y", "i")
    sounds = _YO.sub("je", sounds)
    sounds = _INITIAL_GLIDE.sub("j", sounds)
    sounds = _GLIDE.sub("", sounds)
    sounds = _FINAL_KO.sub("a", _FINAL_I.sub("i", sounds))
    sounds = sounds[:1] + sounds[1:].replace("j", "i")
    return str(_REPEATED.sub(r"\1", sounds))


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[str, ...]:
    """Return the sound strings of a word, the English reading first.

    Args:
        word: one word of a name, in Latin or Cyrillic letters.

    Returns:
        One sound string for each tradition that reads it differently; empty when it holds no letter, or letters
        of another script.
    """
    letters = _letters(word)
    if not letters:
        return ()
    if any("Ѐ" <= c <= "ӿ" for c in letters):
        return (_settle("".join(_CYRILLIC.get(c, "") for c in letters)),)
    if not all(c < "ɐ" for c in letters):
        return ()
    found: dict[str, None] = {}
    for name, table in _TRADITIONS.items():
        shown_by = _SHOWN_BY.get(name)
        if shown_by is not None and shown_by.search(letters) is None:
            continue
        text = letters
        if name == "french":
            text = _FINAL_SILENT_E.sub("", text)
        elif name in ("english", "polish"):
            text = _BELARUSIAN_V.sub("v", text)
        found[_settle(_SCANNERS[name].sub(lambda m, t=table: t[m[0]], text))] = None
    return tuple(found)


def key(sounds: str) -> str:
    """Return the key under which a sound string is looked up."""
    return str(_REPEATED.sub(r"\1", sounds.translate(_COARSE)))


@lru_cache(maxsize=8192)
def keys(word: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of key and sound string of a word, the English reading first.

    Args:
        word: one word of a name.

    Returns:
        The pairs; empty when the word cannot be read.
    """
    return tuple((key(sounds), sounds) for sounds in readings(word) if sounds)


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
