"""Quotations inside somebody's clause: "called it “a trap”", and longer ones whose verb reports nothing by itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES
from negotiations_nlp.pipeline.bounds import PUNCTUATION, Clause, sentence_start
from negotiations_nlp.pipeline.clause_reports import clause_report
from negotiations_nlp.pipeline.frames import ACTIVE_TAGS, THINGS
from negotiations_nlp.pipeline.governing import frames_above, governing
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.pipeline.settings import is_name_like, is_title

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.reports import Quoted
    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.stretches import Stretches
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["embedded_reports", "named_clause"]

MIN_EMBEDDED_TOKENS = 4
COPULAS = frozenset({"is", "are", "was", "were"})
MAX_LEAD_TOKENS = 12


def _first_token(setting: Setting) -> int:
    return setting.quoted.first


def named_clause(tokens: Tokens, frame: Frame, stretches: Stretches) -> Clause | None:
    """ "described it as “a trap”", "called it “a trap”": the object with the words between the marks."""
    if not (frame.licenses("as") or frame.licenses("name") or frame.licenses("noun") or frame.licenses("of")):
        return None
    settings = stretches.settings
    _low, high = tokens.sentence(frame.cue)
    start = bisect_right(settings, frame.cue, key=_first_token)
    inside = [
        k for k in range(start, bisect_left(settings, high, key=_first_token)) if settings[k].quoted.last <= high + 2
    ]
    if not inside:
        return None
    own = stretches.reports.get(inside[0])
    if own is not None and own.frame is not None and own.frame.cue > frame.cue:
        return None  # 'attacked the plan, saying, "..."'
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
    agent = next((k for k in tokens.children[frame.cue] if tokens.deps[k] == "agent"), None)
    if agent is not None and start <= agent < first_quote.before:  # "described by X as “...”"
        start = min(tokens.edges(agent)[1], first_quote.before)
        start += tokens.lower[start] == "as"
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


def embedded_reports(
    tokens: Tokens,
    lexicon: Lexicon,
    stretches: Stretches,
    clauses: Sequence[Report],
    *,
    left: Container[int] | None = None,
) -> list[Report]:
    """Longer quotations inside a clause whose verb reports nothing by itself.

    Whoever speaks in the sentence said them, else the subject of their verb, else the speaker of the sentence before.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        stretches: the quotations; those that get a report are entered.
        clauses: the reports of clauses found so far; one whose clause goes on to a quotation takes it in.
        left: numbers of quotations that stand where a sentence could, to be read as parts of the clause before them;
            None for those that stand where none could.

    Returns:
        The new reports, in text order.
    """
    found: list[Report] = []
    by_cue = {r.frame.cue: r for r in clauses if r.frame is not None}
    spoken = {
        tokens.sents[r.frame.cue]: r
        for r in (*clauses, *stretches.reports.values())
        if r.frame is not None and r.source is not None
    }
    for k, setting in enumerate(stretches.settings):
        q = setting.quoted
        if k in stretches.reports or setting.words < MIN_EMBEDDED_TOKENS:
            continue
        if setting.free if left is None else k not in left:
            continue
        if is_title(tokens, q) or is_name_like(tokens, q) or (left is not None and _between_dashes(tokens, q)):
            continue
        frames = frames_above(tokens, lexicon, q)
        frame = governing(tokens, lexicon, frames, q)
        if frame is None and left is not None:
            continue
        outer = by_cue.get(frame.cue) if frame is not None else None
        if outer is not None and _leads_to(tokens, stretches, outer, k):
            outer.content[-1] = (outer.content[-1][0], q.end)
            outer.quoted, outer.kind = (*outer.quoted, k), "mixed"
            stretches.reports[k] = outer
            continue
        report = None
        if frame is None and not (frames and _acts(tokens, frames[0])):
            report = _carried_on(tokens, spoken, k, q)
        nearest = frame or next(iter(frames), None)
        if report is None and nearest is not None and not _of_a_thing(tokens, nearest):
            report = _of_frame(tokens, stretches, q, nearest, frames)
        if report is not None:
            found.append(report)
            stretches.reports[k] = report
    return found


def _between_dashes(tokens: Tokens, q: Quoted) -> bool:
    """Whether a quotation is an aside to the noun before it: "met him on the road – “the old one” – and went home"."""
    after = tokens.lower[q.after] if q.after < len(tokens) else ""
    return q.before > 0 and tokens.lower[q.before - 1] in DASHES and after in DASHES


def _acts(tokens: Tokens, frame: Frame) -> bool:
    """Whether a frame's subject is a noun that does something ("a friend referred to him as ...")."""
    i, cue = frame.subject, frame.cue
    active = tokens.tags[cue] in ACTIVE_TAGS and tokens.lower[cue] not in COPULAS
    return active and i is not None and tokens.tags[i] in {"NN", "NNS"}


def _of_a_thing(tokens: Tokens, frame: Frame) -> bool:
    """Whether a frame's subject is "it", "this" or "there", which speak of nobody."""
    return frame.subject is not None and frame.antecedent is None and tokens.lower[frame.subject] in THINGS


def _leads_to(tokens: Tokens, stretches: Stretches, report: Report, number: int) -> bool:
    """Whether a reported clause behind its cue ends before a quotation in its sentence, with no other between."""
    start, end = report.content[0][0], report.content[-1][1]
    q = stretches.quoted[number]
    if report.cue is None or not report.cue[0] < start or not end <= q.start:
        return False
    if number and stretches.quoted[number - 1].end > end:
        return False
    return tokens.sents[tokens.at(end - 1)] == tokens.sents[q.first]


def _carried_on(tokens: Tokens, spoken: Mapping[int, Report], number: int, q: Quoted) -> Report | None:
    """A quotation in a sentence without a speaker: the speaker of the sentence before goes on."""
    sentence = tokens.sents[q.before]
    told = spoken.get(sentence - 1)
    low = tokens.sentences[sentence][0]
    if told is None or "\n" in tokens.text[tokens.ends[low - 1] - 1 : tokens.starts[low]]:
        return None
    report = Report([q.inner], "direct", "embedded", quoted=(number,), implicit=True)
    report.source, report.antecedent, report.co_sources = told.source, told.antecedent, list(told.co_sources)
    return report


def _of_frame(tokens: Tokens, stretches: Stretches, q: Quoted, frame: Frame, frames: Sequence[Frame]) -> Report | None:
    """The report of a frame and a quotation, with the words that lead from cue to quotation if they are few."""
    if frame.cue > q.first:  # a comment behind it: from the start of the sentence
        start = sentence_start(tokens, q.before)
        return clause_report(tokens, stretches, frame, Clause(((start, q.after),), "embedded"))
    cue = frame.cue if q.before - frame.cue <= MAX_LEAD_TOKENS or not frames else frames[0].cue
    start = min(cue + 1, q.before)
    told = frame.entry is not None and frame.entry.addressee is not None and cue == frame.cue
    if told and frame.addressee is not None and cue < frame.addressee < q.before:
        start = min(tokens.edges(frame.addressee)[1], q.before)  # "told the paper, ..."
    if frame.subject is not None and cue < frame.subject < q.before:  # "was introduced by the rector, Ada Lind, as ..."
        end = max(tokens.edges(frame.subject)[1], mention_of(tokens, frame.subject)[1])
        start = next((i for i in range(end, q.before) if tokens.lower[i] not in {",", "as"}), q.before)
    k = bisect_left(stretches.starts, q.start)
    if k and k - 1 in stretches.reports:
        start = min(max(start, stretches.quoted[k - 1].after), q.before)
    while start < q.before and tokens.lower[start] in PUNCTUATION:
        start += 1
    return clause_report(tokens, stretches, frame, Clause(((start, max(q.after, start + 1)),), "embedded"))
