"""Write down the model's parses of texts, for the tests that do without the model.

    python scripts/freeze_parses.py < texts.txt >> tests/pipeline/parses.txt

reads one text a line (line breaks inside as "\\n") and prints it in the notation of ``tests/pipeline/builders.py``.
Read what it prints: where the model is wrong, correct it by hand.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import negotiations_nlp as nn

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BREAKS = {"\n\n": "¶", "\n": "↵"}


def notation_of(doc: Doc) -> str:
    """The notation of a Doc."""
    return " | ".join(" ".join(_piece(token, sent.start) for token in sent) for sent in doc.sents)


def _piece(token: Token, first: int) -> str:
    glued = token.i > 0 and not token.is_space and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space
    relation = "ROOT" if token.head.i == token.i else f"{token.dep_}>{token.head.i - first}"
    word = ("+" if glued else "") + BREAKS.get(token.text, token.text)
    return "/".join([word, token.tag_, relation, *([token.ent_type_] if token.ent_type_ else [])])


def main() -> None:
    """Read standard input, write standard output."""
    nlp = nn.load()
    nlp.select_pipes(enable=["negotiations_blocks", "tok2vec", "tagger", "parser", "ner"])
    for line in sys.stdin:
        print(notation_of(nlp(line.rstrip("\n").replace("\\n", "\n"))))


if __name__ == "__main__":
    main()
