"""Quotations that nobody closed, cut where their attribution starts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import attribution_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.reports import Quoted
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["cut_unclosed"]

FINITE = frozenset({"VBD", "VBZ"})
NAME_TAGS = frozenset({"NN", "NNP", "JJ", "DT", "HYPH", "POS"})
MAX_SOURCE_TOKENS = 8


def cut_unclosed(
    tokens: Tokens, lexicon: Lexicon, quoted: Sequence[Quoted], blocks: Sequence[tuple[int, int]]
) -> list[Quoted]:
    """Quotations that nobody closed, cut where an attribution follows a comma ('"We go, said the mayor.').

    Args:
        tokens: the document.
        lexicon: the reporting words.
        quoted: the quotations, in text order.
        blocks: (first token, one past the last token) of each block.

    Returns:
        All quotations; one after a cut one does not continue it.
    """
    found: list[Quoted] = []
    was_cut = False
    for k, q in enumerate(quoted):
        continues = q.continues and not was_cut
        was_cut = False
        goes_on = k + 1 < len(quoted) and quoted[k + 1].continues
        cut = None if q.closed else _attribution_inside(tokens, lexicon, q, blocks[q.block][1], goes_on=goes_on)
        if cut is not None:
            end = tokens.ends[cut - 1]
            q = replace(q, end=end, inner=(q.inner[0], end), last=cut, after=cut, closed=True)
            was_cut = True
        found.append(replace(q, continues=continues) if continues != q.continues else q)
    return found


def _attribution_inside(tokens: Tokens, lexicon: Lexicon, q: Quoted, high: int, *, goes_on: bool) -> int | None:
    """The comma in a quotation after which only its attribution follows, None when there is none.

    In a quotation that goes on in the next paragraph, "..., Ada Holm told me" is its speaker's own words.
    """
    for i in range(q.first, min(q.last, high) - 2):
        if tokens.lower[i] != ",":
            continue
        if tokens.lower[i + 1] not in lexicon.verbs or tokens.tags[i + 1] not in FINITE:
            if not goes_on and _name_and_cue(tokens, lexicon, i + 1, high):
                return i
            continue
        found = attribution_after(tokens, lexicon, i + 1, high, open_ended=True, comma=True)
        if found is not None and found.rule == "cue-name-after-quote" and tokens.lower[i + 1] not in {"is", "was"}:
            return i
    return None


def _name_and_cue(tokens: Tokens, lexicon: Lexicon, first: int, high: int) -> bool:
    """Whether a named person and a finite cue of a quotation start there: ', pastor Ada Holm told the march.'."""
    i = first
    while i < high and i - first < MAX_SOURCE_TOKENS and tokens.tags[i] in NAME_TAGS:
        i += 1
    if i == first or i >= high or tokens.ents[i - 1] != "PERSON" or tokens.tags[i] not in FINITE:
        return False
    entry = lexicon.verbs.get(tokens.lower[i])
    return entry is not None and "quote" in entry.licenses and entry.group == "say"
