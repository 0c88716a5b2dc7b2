"""Where a quotation stands: the words around it that are nobody else's, and whether it could be a sentence.

A quotation is *free* when it stands where a sentence could (after a stop, a colon, a comma, a cue or at the start of
a block), and *embedded* when it is part of somebody else's clause ('the "friendly" talks').
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES, SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.reports import Quoted
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["MARKS", "Setting", "is_name_like", "is_nickname", "is_title", "settings_of"]

MARKS = frozenset({'"', "'", "''", "``", "“", "”", "„", "‘", "’", "«", "»"})
OPENING_WORDS = frozenset({":", ",", ";"}) | DASHES | SENTENCE_ENDS
BULLETS = frozenset({"•", "*", "·", "▪", "■", "●", "►", "✓"})
MAX_NAME_TOKENS = 6
MAX_NICKNAME_TOKENS = 4
MAX_SMALL_WORD = 3
NAMING_TAGS = frozenset({"IN", "DT", "NN", "NNP", "JJ", "NNS", "POS"})
SMALL_WORDS = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "is", "it", "nor", "of", "off", "on", "or"})
SMALL_WORDS |= {"out", "per", "s", "so", "the", "to", "up", "vs", "yet", "my", "our", "his", "her"}
INNER_CLOSERS = " \n\t'\"’”»"
OPEN_CHARS = ",?!…-—–"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a quotation stands.

    Attributes:
        quoted: the quotation.
        first: first token of the words before it that are nobody else's.
        last: one past the last token of the words after it that are nobody else's.
        previous: index of the last token before it in its block, None at the block's start.
        free: whether it stands where a sentence could.
        open_ended: whether it ends as one that goes on.
        words: number of tokens in it.
        final: its last character, marks of a quotation inside it left aside; a space when there is none.
        prior: number of the last quotation before it that is not a mere name, None when there is none.
    """

    quoted: Quoted
    first: int
    last: int
    previous: int | None
    free: bool
    open_ended: bool
    words: int
    final: str = " "
    prior: int | None = None


def settings_of(
    tokens: Tokens, lexicon: Lexicon, quoted: Sequence[Quoted], blocks: Sequence[tuple[int, int]]
) -> list[Setting]:
    """The settings of a document's quotations.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        quoted: the quotations, in text order.
        blocks: (first token, one past the last token) of each block.

    Returns:
        One setting a quotation.
    """
    found = []
    speech = [q for q in quoted if not is_name_like(tokens, q)]
    place = {id(q): n for n, q in enumerate(speech)}
    prior: int | None = None
    for k, q in enumerate(quoted):
        low, high = blocks[q.block]
        before = quoted[k - 1] if k and quoted[k - 1].block == q.block else None
        n = place.get(id(q))
        nxt = quoted[k + 1] if k + 1 < len(quoted) else None
        if n is not None:
            nxt = speech[n + 1] if n + 1 < len(speech) else None
        after = nxt if nxt is not None and nxt.block == q.block else None
        first = max(low, before.after) if before is not None else low
        last = min(high, after.before) if after is not None else max(high, q.after)
        previous = q.before - 1
        while previous >= low and (
            not tokens.lower[previous].strip() or (previous == low and _opens_item(tokens.lower[low]))
        ):
            previous -= 1
        lower = tokens.lower
        if previous < low:
            free, at = True, None
        else:
            word, at = lower[previous], previous
            cue = word in lexicon.verbs and tokens.tags[previous][0] == "V" and "quote" in lexicon.verbs[word].licenses
            closing = before is not None and previous < before.after
            free = (
                word in OPENING_WORDS
                or cue
                or closing
                or word in {"that", ")", "]"}
                or (word.endswith(".") and tokens.text[q.inner[0]].isupper())
                or "\n" in tokens.text[tokens.ends[previous] : q.start]
            )
        final = tokens.text[q.inner[0] : q.inner[1]].rstrip(INNER_CLOSERS)[-1:] or " "
        following = lower[q.after] if q.after < high else ""
        open_ended = final in OPEN_CHARS or following in {","} | DASHES or final not in ".…"
        found.append(Setting(q, first, last, at, free, open_ended, q.last - q.first, final, prior))
        if n is not None:
            prior = k
    return found


def _opens_item(word: str) -> bool:
    """Whether a block's first word is the bullet or the number of a list's item."""
    return word in BULLETS or word.rstrip(".)").isdigit()


def is_name_like(tokens: Tokens, q: Quoted) -> bool:
    """Whether a quotation is a name in somebody's clause ("the captain of «Dinamo»", 'said on "This Week."').

    Words go on around it, and nobody says it.
    """
    if q.last - q.first > MAX_NAME_TOKENS or not q.before or tokens.tags[q.before - 1] not in NAMING_TAGS:
        return False
    words = [w for i in range(q.first, q.last) if len(w := tokens.word(i)) > MAX_SMALL_WORD and w[0].isalpha()]
    if not tokens.word(q.first)[:1].isupper() or not all(w[0].isupper() for w in words):
        return False
    final = tokens.text[q.inner[1] - 1]
    return final not in ".,!?…" or (final in ".," and tokens.tags[q.before - 1] in {"IN", "POS", "NNP"})


def is_nickname(tokens: Tokens, q: Quoted) -> bool:
    """Whether a quotation stands within a name: Eddie “The Anvil” Kowalczyk."""
    if not q.before > 0 or q.after >= len(tokens) or q.last - q.first > MAX_NICKNAME_TOKENS:
        return False
    around = (q.before - 1, q.after)
    names = all(tokens.tags[i] in {"NNP", "NNPS"} and tokens.word(i)[0].isupper() for i in around)
    return names and tokens.text[q.inner[1] - 1].isalnum() and tokens.text[q.inner[0]].isupper()


def is_title(tokens: Tokens, q: Quoted) -> bool:
    """Whether a quotation is written as a title is: most of its longer words in capitals, no stop at its end.

    Of its short words, only articles, prepositions and the like are in lower case ("Neither are we" is no title).
    """
    words = [w for i in range(q.first, q.last) if (w := tokens.word(i))[:1].isalpha()]
    long = [w for w in words if len(w) > 3] or words
    final = tokens.text[q.inner[0] : q.inner[1]].rstrip()[-1:]
    if any(len(w) <= 3 and w.islower() and w not in SMALL_WORDS for w in words):
        return False
    return len(words) > 1 and final not in {".", "!", "…"} and sum(w[0].isupper() for w in long) > 0.6 * len(long)
