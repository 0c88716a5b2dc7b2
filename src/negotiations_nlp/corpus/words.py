"""The words of a quote, made comparable: a light stem, no dictionary."""

from __future__ import annotations

from functools import lru_cache

import regex
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.en.stop_words import STOP_WORDS

__all__ = ["content_forms", "sentences", "word_form", "word_forms"]

_WORD = regex.compile(r"\w++(?:['’]\w++)*+")
_SENTENCE_END = regex.compile(r"(?<![.!?…])[.!?…]++[\"'”’)]*+\s++(?=\P{Ll})")
_APOSTROPHE = str.maketrans({"’": "'"})
_STEM_LETTERS = 6


@lru_cache(maxsize=8192)
def word_form(word: str) -> str:
    """Return the form under which a word is compared.

    Case, possessives and common endings are dropped and long words cut ("negotiations", "negotiating": "negoti");
    unrelated words that begin alike ("internal", "international") fall together, which costs little since statements
    are compared by many words.

    Args:
        word: one word, inner apostrophes and hyphens included.
    """
    form = word.casefold().translate(_APOSTROPHE).removesuffix("'s").rstrip("'")
    if form.isdigit() or len(form) < 4:
        return form
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if form.endswith(ending) and len(form) - len(ending) >= 3 and not form.endswith("ss"):
            form = form[: -len(ending)]
            break
    return form[:_STEM_LETTERS].rstrip("ey")


def word_forms(text: str) -> tuple[str, ...]:
    """Return the forms of all words of a text, in order; empty when it has none."""
    return tuple(word_form(word) for word in _WORD.findall(text))


def _is_number(word: str) -> bool:
    return bool(like_num(word))  # type: ignore[no-untyped-call]  # spaCy's English has no annotations


@lru_cache(maxsize=1)
def _stop_forms() -> frozenset[str]:
    return frozenset(word_form(word) for word in STOP_WORDS if word == "one" or not _is_number(word))


def content_forms(forms: tuple[str, ...]) -> frozenset[str]:
    """Return those forms that carry content: no stop words (spaCy's list, but numbers count), letters, contractions."""
    return frozenset(form for form in forms if len(form) > 1 and "'" not in form and form not in _stop_forms())


def sentences(text: str) -> list[str]:
    """Cut a quote into sentences by its marks alone; a text without them is one. Empty when the text is blank."""
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
    pieces = (text[s:e].strip() for s, e in zip(starts, [*starts[1:], len(text)], strict=True))
    return [piece for piece in pieces if piece]
