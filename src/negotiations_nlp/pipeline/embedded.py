"""Quotations inside somebody's clause: "called it “a trap”", and longer ones whose verb reports nothing by itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.bounds import Clause
from negotiations_nlp.pipeline.clause_reports import clause_report
from negotiations_nlp.pipeline.frames import Frame, frame_at
from negotiations_nlp.pipeline.settings import is_name_like, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.reports import Quoted, Report
    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.stretches import Stretches
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["embedded_reports", "named_clause"]

MIN_EMBEDDED_TOKENS = 4
COPULAS = frozenset({"is", "are", "was", "were"})
MAX_CLIMB = 8


def _first_token(setting: Setting) -> int:
    return setting.quoted.first


def named_clause(tokens: Tokens, frame: Frame, settings: Sequence[Setting]) -> Clause | None:
    """ "described it as “a trap”", "called it “a trap”": the object with the words between the marks."""
    if not (frame.licenses("as") or frame.licenses("name") or frame.licenses("noun") or frame.licenses("of")):
        return None
    _low, high = tokens.sentence(frame.cue)
    start = bisect_right(settings, frame.cue, key=_first_token)
    inside = [
        k for k in range(start, bisect_left(settings, high, key=_first_token)) if settings[k].quoted.last <= high + 2
    ]
    if not inside:
        return None
    first_quote = settings[inside[0]].quoted
    gap = range(frame.cue + 1, first_quote.before)
    if len(gap) > 15 or any(tokens.tags[i] in {"VBD", "VBZ", "VBP", "MD"} for i in gap):
        return None
    taken = [inside[0]]
    for k in inside[1:]:
        between = range(settings[taken[-1]].quoted.after, settings[k].quoted.before)
        if len(between) > 8 or any(tokens.tags[i][:1] == "V" and tokens.lower[i] not in COPULAS for i in between):
            break
        taken.append(k)
    start = frame.cue + 1
    if (
        frame.licenses("as")
        and not frame.licenses("name")
        and not any(tokens.lower[i] == "as" for i in gap)
        and len(gap)
    ):
        held = [k for k in tokens.children[frame.cue] if k > frame.cue]
        if not held:
            return None
    end = settings[taken[-1]].quoted.after
    return Clause(((start, max(end, start + 1)),), "named")


def embedded_reports(tokens: Tokens, lexicon: Lexicon, stretches: Stretches) -> list[Report]:
    """Longer quotations inside a clause whose verb reports nothing by itself: the verb's subject said them.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        stretches: the quotations; those that get a report are entered.

    Returns:
        The new reports, in text order.
    """
    found = []
    for k, setting in enumerate(stretches.settings):
        q = setting.quoted
        if k in stretches.reports or setting.free or setting.words < MIN_EMBEDDED_TOKENS:
            continue
        if is_title(tokens, q) or is_name_like(tokens, q):
            continue
        frame = _governing(tokens, lexicon, q)
        if frame is None:
            continue
        start = min(frame.cue + 1, q.before)
        clause = Clause(((start, max(q.after, start + 1)),), "embedded")
        report = clause_report(tokens, stretches, frame, clause)
        if report is not None:
            found.append(report)
            stretches.reports[k] = report
    return found


def _governing(tokens: Tokens, lexicon: Lexicon, q: Quoted) -> Frame | None:
    """The frame of the nearest verb before a quotation that governs it and has a subject."""
    i = next((k for k in range(q.first, q.last) if not q.first <= tokens.heads[k] < q.last), None)
    for _ in range(MAX_CLIMB):
        if i is None or tokens.heads[i] == i:
            return None
        i = tokens.heads[i]
        if not q.first <= i < q.last and tokens.tags[i][:1] == "V" and i < q.before:
            frame = frame_at(tokens, i, lexicon.verbs.get(tokens.lower[i]))
            if frame.subject is not None and not q.first <= frame.subject < q.last:
                return frame
    return None
