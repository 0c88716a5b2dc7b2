"""Quotations between marks: which of them report speech, and beside which attribution they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import (
    DASHES,
    SENTENCE_ENDS,
    Attribution,
    attribution_after,
)
from negotiations_nlp.pipeline.lead_ins import attribution_before
from negotiations_nlp.pipeline.mentions import co_mentions, mention_of
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.pipeline.settings import MARKS, is_name_like, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.reports import Quoted
    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["attach", "attach_embedded", "report_of"]

MAX_STAGE_TOKENS = 8
MAX_PLAIN_GAP_TOKENS = 5
MAX_LABEL_TOKENS = 5


def _says_no_more(tokens: Tokens, after: Attribution) -> bool:
    """Whether an attribution after a quotation has no words of its own to report ("..., and he denied that ...")."""
    if after.frame is None or after.frame.construction == "phrase":
        return True
    cue = after.frame.cue
    reports_on = any(tokens.deps[k] == "ccomp" and k > cue for k in tokens.children[cue])
    return after.frame.licenses("quote") and not reports_on and tokens.tags[after.extent[0]] not in {"CC", "RB", "IN"}


def _choose(
    setting: Setting, before: Attribution | None, after: Attribution | None, tokens: Tokens
) -> Attribution | None:
    if before is None or after is None:
        return before or after
    if setting.final == "," and (before.rule != "cue-before-quote" or _says_no_more(tokens, after)):
        return after
    return before if before.strength >= after.strength else after


def report_of(
    tokens: Tokens,
    content: list[tuple[int, int]],
    kind: str,
    rule: str,
    frame: Frame | None,
    head: int | None,
    quoted: tuple[int, ...],
) -> Report:
    """A report with everything that its frame tells.

    Args:
        tokens: the document.
        content: ranges of characters.
        kind: "direct", "indirect" or "mixed".
        rule: what found it.
        frame: the cue's frame, None without a cue.
        head: head token of the source, None without one.
        quoted: numbers of the quotations in it.

    Returns:
        The report; its confidence is not known yet.
    """
    report = Report(content, kind, rule, frame, quoted=quoted)
    if frame is not None:
        report.cue = (tokens.starts[frame.cue], tokens.ends[frame.cue])
        report.status = frame.status
        for role in ("addressee", "relayer", "antecedent"):
            other = getattr(frame, role)
            if other is not None:
                setattr(report, role, mention_of(tokens, other))
    if head is not None:
        report.source = mention_of(tokens, head)
        report.co_sources = co_mentions(tokens, report.source)
    return report


def _make(tokens: Tokens, number: int, q: Quoted, attribution: Attribution) -> Report:
    return report_of(tokens, [q.inner], "direct", attribution.rule, attribution.frame, attribution.head, (number,))


def attach(
    tokens: Tokens, lexicon: Lexicon, settings: Sequence[Setting], blocks: Sequence[tuple[int, int]]
) -> dict[int, Report]:
    """Give quotations the attributions beside them, and join what an attribution splits.

    Does not attribute quotations that have no attribution beside them.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        settings: the quotations' settings.
        blocks: (first token, one past the last token) of each block.

    Returns:
        The report of each attributed quotation, by the quotation's number; parts of one quote share a report.
    """
    reports: dict[int, Report] = {}
    gap_used = -1  # the gap after the quotation of this number holds its attribution
    for k, s in enumerate(settings):
        q = s.quoted
        prior = s.prior
        labelled = _labelled(tokens, k, s)
        if labelled is not None:
            reports[k] = labelled
            gap_used = -1
            continue
        after = _own_attribution(tokens, lexicon, s, blocks)
        if prior is not None and prior in reports:
            attributed = gap_used == prior and settings[prior].quoted.block == q.block
            if (
                (q.continues and after is None)
                or _goes_on(tokens, settings[prior], s)
                or (attributed and _same_turn(tokens, lexicon, reports[prior], settings[prior], s, after))
            ):
                _join(reports, prior, k, q)
                gap_used = -1
                continue
        first, end = _lead(tokens, reports, s, gap_used, blocks)
        before = attribution_before(tokens, lexicon, first, end)
        chosen = _choose(s, before, after, tokens)
        if chosen is None or not s.free:
            continue
        if chosen is before and _names_a_work(tokens, s, chosen):
            continue
        cited = chosen.frame is not None and chosen.frame.licenses("quote")
        if chosen is after and is_title(tokens, q) and (not cited or s.previous is not None):
            continue
        if chosen is before and chosen.head is None:
            continue
        if chosen is after:
            gap_used = k
        reports[k] = _make(tokens, k, q, chosen)
        if q.continues:
            _join_back(reports, settings, k)
    return reports


def attach_embedded(
    tokens: Tokens,
    lexicon: Lexicon,
    settings: Sequence[Setting],
    reports: dict[int, Report],
    blocks: Sequence[tuple[int, int]],
) -> dict[int, Report]:
    """The reports of quotations inside a clause that an attribution follows ('The plan is "a joke", he said').

    Args:
        tokens: the document.
        lexicon: the reporting words.
        settings: the quotations' settings.
        reports: the reports of those that have one, by number; they are left alone.
        blocks: (first token, one past the last token) of each block.

    Returns:
        New reports by number.
    """
    found = {}
    for k, s in enumerate(settings):
        if k in reports or s.free or is_title(tokens, s.quoted) or is_name_like(tokens, s.quoted):
            continue
        after = _own_attribution(tokens, lexicon, s, blocks)
        if after is None:
            continue
        report = _make(tokens, k, s.quoted, after)
        report.content = [(tokens.starts[_sentence_start(tokens, s)], s.quoted.end)]
        report.kind, report.rule = "mixed", "clause-before"
        found[k] = report
    return found


def _join_back(reports: dict[int, Report], settings: Sequence[Setting], k: int) -> None:
    """Let the paragraphs before, which a quotation carries on and nothing attributes, be part of its report."""
    report = reports[k]
    prior = settings[k].prior
    while prior is not None and prior not in reports and settings[k].quoted.continues:
        reports[prior] = report
        report.content.insert(0, settings[prior].quoted.inner)
        report.quoted = (prior, *report.quoted)
        k, prior = prior, settings[prior].prior


def _names_a_work(tokens: Tokens, s: Setting, before: Attribution) -> bool:
    """Whether what a cue leads into is a title (`wrote "The Long Way"`): not after a comma, and nobody shouts one."""
    if s.previous is None or not is_title(tokens, s.quoted):
        return False
    if before.rule == "noun-before-quote":
        return True
    if before.rule != "cue-before-quote" or tokens.lower[s.previous] in {",", ":"}:
        return False
    entry = before.frame.entry if before.frame is not None else None
    return entry is None or entry.group != "manner"


def _join(reports: dict[int, Report], prior: int, k: int, q: Quoted) -> None:
    """Let a quotation go on with the report of the one before."""
    reports[k] = reports[prior]
    reports[k].content.append(q.inner)
    reports[k].quoted += (k,)


def _lead(
    tokens: Tokens, reports: dict[int, Report], s: Setting, gap_used: int, blocks: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The words that may lead into a quotation: those before it, else a paragraph before it that ends in a colon.

    After the cue of the quotation before, if its attribution stands there.
    """
    q = s.quoted
    if s.previous is None and q.block:
        first, last = blocks[q.block - 1]
        while last > first and not tokens.lower[last - 1].strip():
            last -= 1
        if last > first and tokens.lower[last - 1] == ":":
            return first, last
    if s.prior is not None and gap_used == s.prior and s.prior in reports:
        frame = reports[s.prior].frame
        if frame is not None and s.first <= frame.cue < q.before:
            return frame.cue + 1, q.before
    return s.first, q.before


def _same_turn(
    tokens: Tokens,
    lexicon: Lexicon,
    report: Report,
    previous: Setting,
    s: Setting,
    after: Attribution | None,
) -> bool:
    """Whether a quotation goes on after the attribution of the one before: '"A," she said, "B."'."""
    before, q = previous.quoted, s.quoted
    gap = [w for w in tokens.lower[before.after : q.before] if not w.isspace() and w not in MARKS]
    stops = sum(w in SENTENCE_ENDS or w == ";" for w in gap)
    last = gap[-1] if gap else ""
    first = report.frame.cue + 1 if report.frame is not None and report.frame.cue < q.before else before.after
    if last == ":" or attribution_before(tokens, lexicon, first, q.before) is not None:
        return False
    if not stops and last.endswith(".") and tokens.text[q.inner[0]].isupper():
        stops, last = 1, "."  # an abbreviation ends the sentence: "said Ada Lind of Tampa, Fla."
    if not stops:
        return last in {",", "and"} | DASHES or (s.free and len(gap) <= MAX_PLAIN_GAP_TOKENS)
    return stops == 1 and last in SENTENCE_ENDS and s.free and after is None


def _labelled(tokens: Tokens, number: int, s: Setting) -> Report | None:
    """A turn of a transcript between marks: "RAMOS: Secretary, did you ...?"."""
    q = s.quoted
    if s.previous is not None:
        return None
    colon = next((i for i in range(q.first, min(q.last, q.first + MAX_LABEL_TOKENS)) if tokens.lower[i] == ":"), None)
    if colon is None or colon == q.first or colon + 1 >= q.last:
        return None
    words = [tokens.word(i) for i in range(q.first, colon)]
    if not all(w[:1].isupper() or w in {".", "-", "'"} for w in words):
        return None
    if not all(w.isupper() or w == "." for w in words) and tokens.ents[colon - 1] != "PERSON":
        return None
    content = (tokens.starts[colon + 1], q.inner[1])
    return Report([content], "direct", "quoted-transcript", source=(q.first, colon), quoted=(number,))


def _goes_on(tokens: Tokens, previous: Setting, s: Setting) -> bool:
    """Whether a quotation in lower case goes on with the one before, over a few words of stage direction."""
    a, b = previous.quoted, s.quoted
    if a.block != b.block or not 0 < b.before - a.after <= MAX_STAGE_TOKENS:
        return False
    gap = tokens.lower[a.after : b.before]
    lower_case = tokens.text[b.inner[0]].islower()
    return previous.final == "," and lower_case and gap[-1:] == [","] and not any(w in SENTENCE_ENDS for w in gap)


def _sentence_start(tokens: Tokens, s: Setting) -> int:
    start = s.quoted.before
    while start > s.first and tokens.lower[start - 1] not in SENTENCE_ENDS and "\n" not in tokens.lower[start - 1]:
        start -= 1
    while start < s.quoted.before and not tokens.lower[start].strip():
        start += 1
    return start


def _own_attribution(
    tokens: Tokens, lexicon: Lexicon, s: Setting, blocks: Sequence[tuple[int, int]]
) -> Attribution | None:
    q = s.quoted
    comma = s.final == "," or tokens.lower[q.after : q.after + 1] == [","]
    found = attribution_after(
        tokens, lexicon, q.after, s.last, open_ended=s.open_ended, comma=comma, exclaims=s.free and s.final in "?!"
    )
    if found is None:
        return None
    end = found.extent[1]
    leads_on = (
        tokens.lower[s.last - 1] in {",", "that"}
        and s.last > q.after
        and end >= s.last - 1
        and s.last < blocks[q.block][1]
    )
    if leads_on and s.final in {".", "…"}:
        return None
    if end < len(tokens) and end < s.last and tokens.lower[end] == ":" and s.final != ",":
        return None
    if not s.open_ended and end >= s.last and s.last < blocks[q.block][1]:
        return None
    if not s.open_ended and s.final in SENTENCE_ENDS and found.rule == "name-cue-after-quote":
        # '"...". He said that ...': a new sentence of its own, unless it is nothing but source and cue
        cue = found.frame.cue if found.frame is not None else end
        if end - cue > 4:
            return None
    return found
