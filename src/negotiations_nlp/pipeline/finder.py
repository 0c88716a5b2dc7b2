"""All reports of speech in a document: quotations, clauses and layout brought together.

What stands between marks is settled first, then what cues govern; a clause that holds quotations becomes one mixed
quote, and nothing is reported twice.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.clause_reports import clause_report
from negotiations_nlp.pipeline.clauses import find_clause
from negotiations_nlp.pipeline.comments import clause_before_colon
from negotiations_nlp.pipeline.confidence import confidence_of, default_weights, features_of, holders_of
from negotiations_nlp.pipeline.cues import find_frames
from negotiations_nlp.pipeline.direct import attach, attach_embedded
from negotiations_nlp.pipeline.echoes import echoes
from negotiations_nlp.pipeline.embedded import embedded_reports, named_clause
from negotiations_nlp.pipeline.layout import HEADLINE_KINDS, layout_reports
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.nesting import nest
from negotiations_nlp.pipeline.settings import is_nickname, is_title, settings_of
from negotiations_nlp.pipeline.stretches import Stretches, quoted_stretches, token_blocks
from negotiations_nlp.pipeline.turns import carry_over
from negotiations_nlp.pipeline.unclosed import cut_unclosed
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.tokens import Tokens
    from negotiations_nlp.text.blocks import Block
    from negotiations_nlp.text.marks import QuotedSpan

__all__ = ["find_reports"]

# Layout that the corpus behind the confidence model hardly has: the share that was right on our own fixtures, rounded.
RULE_CONFIDENCE = {
    "transcript": 0.7,
    "interview": 0.7,
    "post": 0.7,
    "dash-speech": 0.8,
    "block-quote": 0.9,
    "colon-headline": 0.6,
    "quote-headline": 0.6,
    "cue-headline": 0.6,
    "noun-before-quote": 0.6,
    "labelled-quote": 0.8,
    "dash-headline": 0.6,
    "no-speaker": 0.4,
    "echo": 0.7,
    "paragraph-before-quote": 0.4,
    "view-before": 0.5,
    "view-after": 0.5,
    "view-around": 0.5,
}


MAX_LEAD_CHARS = 6
QUOTE_CHARS = " \n\t\"'“‘«„`"
INTRODUCED_CONFIDENCE = 0.4  # 11 of the 22 in PolNeAR's train part were right, too few to weigh
SCHEDULED_CONFIDENCE = 0.5  # 7 of the 14 in PolNeAR's train part were right, too few to weigh


def find_reports(
    tokens: Tokens, lexicon: Lexicon, blocks: Sequence[Block], spans: Sequence[QuotedSpan]
) -> list[Report]:
    """All reports of speech in a document.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        blocks: its blocks (``text.blocks.find_blocks``).
        spans: its quoted spans (``text.marks.pair_marks``).

    Returns:
        The reports in text order, empty when nobody speaks.
    """
    if not len(tokens) or not blocks:
        return []
    ranges = token_blocks(tokens, blocks)
    layout, settled = layout_reports(tokens, lexicon, ranges, [b.kind for b in blocks])
    quoted = [
        q for q in quoted_stretches(tokens, spans, blocks) if q.block not in settled and not is_nickname(tokens, q)
    ]
    quoted = cut_unclosed(tokens, lexicon, quoted, ranges)
    settings = settings_of(tokens, lexicon, quoted, ranges)
    stretches = Stretches(quoted, settings, attach(tokens, lexicon, settings, ranges))
    turns = {ranges[k] for k in settled if blocks[k].kind == "transcript"}
    clauses = _clauses(tokens, lexicon, stretches, [ranges[k] for k in sorted(settled)], turns)
    stretches.reports.update(attach_embedded(tokens, lexicon, settings, stretches.reports, ranges))
    clauses.extend(embedded_reports(tokens, lexicon, stretches, clauses))
    headlines = frozenset(k for k, b in enumerate(blocks) if b.kind in HEADLINE_KINDS)
    stretches.reports.update(echoes(tokens, settings, stretches.reports, headlines))
    carried = carry_over(tokens, settings, stretches.reports, clauses, ranges, headlines=headlines)
    left = {k for k, s in enumerate(settings) if s.free and s.previous is not None and k not in carried}
    clauses.extend(embedded_reports(tokens, lexicon, stretches, clauses, left=left))
    clauses = nest(tokens, clauses, stretches)
    every = (*layout, *stretches.reports.values(), *clauses, *carried.values())
    spoken = {id(r): r for r in every if not _inscribed(tokens, r)}
    reports = sorted(spoken.values(), key=lambda r: (r.content[0][0], -r.content[-1][1]))
    _weigh(tokens, reports, blocks)
    return _likeliest(reports)


def _clauses(
    tokens: Tokens,
    lexicon: Lexicon,
    stretches: Stretches,
    settled: Sequence[tuple[int, int]],
    turns: Collection[tuple[int, int]],
) -> list[Report]:
    """What cues govern, outside the ranges of tokens that are settled; their quotations are entered.

    Turns of a transcript are settled as somebody's words; what these report of others is found.
    """
    used = {r.frame.cue for r in stretches.reports.values() if r.frame is not None}
    colons = {r.frame.cue for r in stretches.reports.values() if r.frame is not None and r.rule == "cue-colon"}
    firsts = [q.first for q in stretches.quoted]
    settled_firsts = [a for a, _ in settled]
    found = []
    for frame in find_frames(tokens, lexicon):
        k = bisect_right(settled_firsts, frame.cue) - 1
        if frame.cue in colons:
            clause = clause_before_colon(tokens, frame)
            report = clause_report(tokens, stretches, frame, clause) if clause is not None else None
            found += [report] if report is not None else []
        inside = k >= 0 and frame.cue < settled[k][1]
        if frame.cue in used or (inside and settled[k] not in turns):
            continue
        k = bisect_right(firsts, frame.cue) - 1
        holder = stretches.quoted[k] if k >= 0 and frame.cue < stretches.quoted[k].last else None
        # inside somebody's words only a named third person's words are a report of their own
        if (holder is not None or inside) and not _names_somebody(tokens, frame):
            continue
        clause = find_clause(tokens, frame)
        if clause is None and holder is None and not inside:
            clause = named_clause(tokens, frame, stretches)
        if clause is None:
            continue
        report = clause_report(tokens, stretches, frame, clause, holder=holder)
        if report is not None and not _cuts_open(report, stretches) and not _names_a_work(tokens, report, stretches):
            found.append(report)
    found = _without_plans(tokens, found, stretches.reports.values())
    for report in found:
        for k in report.quoted:
            stretches.reports.setdefault(k, report)
    return found


def _names_somebody(tokens: Tokens, frame: Frame) -> bool:
    """Whether a frame's subject is a person's name, or has one beside it: "my teacher, Ada Lind, told me"."""
    subject = frame.subject
    if subject is None or tokens.ents[subject] == "PERSON":
        return subject is not None
    return tokens.tags[subject] == "NN" and tokens.ents[mention_of(tokens, subject)[1] - 1] == "PERSON"


def _without_plans(tokens: Tokens, reports: Sequence[Report], direct: Iterable[Report]) -> list[Report]:
    """Leave out thoughts whose content is to say something that is a report itself: "plans to tell them that ..."."""
    planned = {
        tokens.heads[r.frame.cue]
        for r in (*reports, *direct)
        if r.frame is not None and r.rule != "infinitive" and tokens.deps[r.frame.cue] == "xcomp"
    }
    return [
        r
        for r in reports
        if r.rule != "infinitive"
        or r.frame is None
        or r.frame.entry is None
        or r.frame.entry.group != "opinion"
        or r.frame.cue not in planned
    ]


def _inscribed(tokens: Tokens, report: Report) -> bool:
    """Whether nobody speaks but a sign, a banner, a shirt."""
    mention = report.antecedent or report.source
    if mention is None:
        return False
    first, last = mention
    heads = [i for i in range(first, last) if not first <= tokens.heads[i] < last or tokens.heads[i] == i]
    nouns = (speaker_nouns().get(tokens.lower[i]) for i in heads if not tokens.ents[i])
    return any(noun is not None and noun.kind == "inscription" for noun in nouns)


def _names_a_work(tokens: Tokens, report: Report, stretches: Stretches) -> bool:
    """Whether a clause is an adverbial with a title in it: 'In her book “The Long Road,” Ada Lind told how ...'."""
    if report.rule != "clause-before" or len(report.quoted) != 1 or len(report.content) != 1:
        return False
    q = stretches.quoted[report.quoted[0]]
    first, last = tokens.between(*report.content[0])
    outside = (*range(first, q.before), *range(q.after, last))
    return is_title(tokens, q) and not any(tokens.tags[i][:2] in {"VB", "MD"} for i in outside)


def _cuts_open(report: Report, stretches: Stretches) -> bool:
    """Whether a clause starts within the words of a quotation that has its report, and goes on beyond its end."""
    start, end = report.content[0][0], report.content[0][1]
    k = bisect_right(stretches.starts, start) - 1
    if k < 0 or k not in stretches.reports:
        return False
    q = stretches.quoted[k]
    return q.start < start < q.inner[1] and q.end < end


def _weigh(tokens: Tokens, reports: Sequence[Report], blocks: Sequence[Block]) -> None:
    """Give each report its confidence."""
    weights = default_weights()
    starts = [b.start for b in blocks]
    for report, holder in zip(reports, holders_of(reports), strict=True):
        kind = blocks[max(bisect_right(starts, report.content[0][0]) - 1, 0)].kind
        report.confidence = RULE_CONFIDENCE.get(report.rule) or confidence_of(
            features_of(tokens, report, holder=holder, block_kind=kind), weights
        )
        if _scheduled(tokens, report):
            report.confidence = max(report.confidence, SCHEDULED_CONFIDENCE)
        elif _introduced(tokens, report):
            report.confidence = max(report.confidence, INTRODUCED_CONFIDENCE)


def _scheduled(tokens: Tokens, report: Report) -> bool:
    """Whether somebody is to say something: "is due to tell parliament that ..."."""
    frame = report.frame
    if frame is None or frame.entry is None or frame.entry.group != "say" or report.status != "expected":
        return False
    return report.rule == "clause-after" and tokens.deps[frame.cue] == "xcomp"


def _introduced(tokens: Tokens, report: Report) -> bool:
    """Whether a quotation of whole sentences follows a sentence about somebody: "Ada Lind looked tired. “We lost.”"."""
    if report.rule != "subject-before-quote" or report.source is None:
        return False
    start, end = report.content[0][0], report.content[-1][1]
    last = report.source[1] - 1
    somebody = tokens.ents[last] == "PERSON" or tokens.tags[last] == "PRP"
    before = tokens.text[max(start - MAX_LEAD_CHARS, 0) : start].rstrip(QUOTE_CHARS)
    return somebody and tokens.text[end - 1] in ".?!" and before[-1:] == "."


def _likeliest(reports: Sequence[Report]) -> list[Report]:
    """One report for each content, the likeliest: two cues may claim the same words."""
    found: dict[tuple[tuple[int, int], ...], Report] = {}
    for report in reports:
        rival = found.setdefault(tuple(report.content), report)
        if report.confidence > rival.confidence:
            found[tuple(report.content)] = report
    return list(found.values())
