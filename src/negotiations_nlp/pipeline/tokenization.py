"""What spaCy's English tokenizer has to learn: marks glued to words, "X", "/TASS/." and abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.attrs import ORTH

from negotiations_nlp.pipeline.name_words import default_name_words

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["teach_tokenizer"]

# Their full stop ends no sentence; the model's training data has them as one token, as titles ("Sgt.").
ABBREVIATIONS = frozenset(("approx.", "dept.", "govt.", "ret.", "m.p.h.", "k.p.h.", "Rd.", "Ave.", "Blvd.", "Ft."))

# A mark between a letter or punctuation and a letter, and punctuation between a letter and a mark: 'said,“We' is
# "said", ",", "“", "We". Inches and feet (6"x4") stay.
GLUED_MARKS = r"""(?<=[^\W\d_]|[,.:;!?)])["“”„«»](?=[^\W\d_])|(?<=[^\W\d_])[,.:;!?](?=["“”„«»‘])"""


def teach_tokenizer(nlp: Language) -> None:
    """Let a pipeline's tokenizer cut quotation marks off the words they are glued to, and the full stop off "X.".

    "/TASS/." gives four tokens. The full stop of titles and of some other abbreviations stays on.

    Does nothing when it knows already, or is no spaCy tokenizer.

    Args:
        nlp: the pipeline; its tokenizer is changed in place.
    """
    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "infix_finditer"):
        return
    known = tokenizer.infix_finditer.__self__.pattern if tokenizer.infix_finditer is not None else ""
    if GLUED_MARKS in known:
        return
    tokenizer.infix_finditer = re.compile(f"{known}|{GLUED_MARKS}" if known else GLUED_MARKS).finditer
    tokenizer.add_special_case("X.", [{ORTH: "X"}, {ORTH: "."}])
    tokenizer.add_special_case("/TASS/.", [{ORTH: "/"}, {ORTH: "TASS"}, {ORTH: "/"}, {ORTH: "."}])
    for mark in (":", ";"):  # no emoticon: "Ada Lind (Greens): ..."
        tokenizer.add_special_case(f"){mark}", [{ORTH: ")"}, {ORTH: mark}])
    titles = {t for t in default_name_words().titles if t[-1] == "." and t[:-1].isalpha()}
    for word in sorted(ABBREVIATIONS | titles):
        tokenizer.add_special_case(word, [{ORTH: word}])
