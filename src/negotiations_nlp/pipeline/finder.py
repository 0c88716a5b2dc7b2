"""All reports of speech in a document: quotations, clauses and layout brought together.

What stands between marks is settled first, then what cues govern; a clause that holds quotations becomes one mixed
quote, and nothing is reported twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.clauses import Clause, find_clause
from negotiations_nlp.pipeline.confidence import confidence_of, default_weights, features_of, holders_of
from negotiations_nlp.pipeline.direct import Setting, attach, attach_embedded, is_title, settings_of
from negotiations_nlp.pipeline.frames import Frame, find_frames, frame_at
from negotiations_nlp.pipeline.layout import layout_reports
from negotiations_nlp.pipeline.mentions import Mention, co_mentions, mention_of
from negotiations_nlp.pipeline.reports import Quoted, Report
from negotiations_nlp.pipeline.turns import carry_over
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens
    from negotiations_nlp.text.blocks import Block
    from negotiations_nlp.text.marks import QuotedSpan

__all__ = ["find_reports"]

MIN_EMBEDDED_TOKENS = 4
MAX_CLIMB = 8
MAX_GAP_CHARS = 3
RELAYED_SHARE = 0.25
OUTLETS = frozenset(
    {"newspaper", "agency", "magazine", "website", "channel", "paper", "outlet", "broadcaster", "memoirs", "extracts"}
)
# Layout that the corpus behind the confidence model hardly has: the share that was right on our own fixtures, rounded.
RULE_CONFIDENCE = {
    "transcript": 0.7,
    "block-quote": 0.9,
    "colon-headline": 0.6,
    "dash-headline": 0.6,
    "no-speaker": 0.3,
}


def _token_blocks(tokens: Tokens, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    return [tokens.between(b.start, b.end) for b in blocks]


def _quoted(tokens: Tokens, spans: Sequence[QuotedSpan], blocks: Sequence[Block]) -> list[Quoted]:
    starts = [b.start for b in blocks]
    found = []
    for s in spans:
        if s.depth != 0 or s.inner_end <= s.inner_start or not tokens.text[s.inner_start : s.inner_end].strip():
            continue
        inner = tokens.text[s.inner_start : s.inner_end]
        start = s.inner_start + len(inner) - len(inner.lstrip())
        end = s.inner_end - (len(inner) - len(inner.rstrip()))
        first, last = tokens.between(start, end)
        block = max(bisect_right(starts, s.start) - 1, 0)
        found.append(
            Quoted(
                s.start,
                s.end,
                (start, end),
                first,
                last,
                tokens.at(s.start),
                tokens.at(s.end),
                block,
                s.continues,
                s.style,
            )
        )
    return found


def _chars(tokens: Tokens, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(tokens.starts[a], tokens.ends[b - 1]) for a, b in ranges if b > a]


def _first_token(setting: Setting) -> int:
    return setting.quoted.first


def _named_clause(tokens: Tokens, frame: Frame, settings: Sequence[Setting]) -> tuple[Clause, tuple[int, ...]] | None:
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
        if len(between) > 8 or any(tokens.tags[i][:1] == "V" for i in between):
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
    return Clause(((start, max(end, start + 1)),), "named"), tuple(taken)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _cue_start(report: Report) -> int:
    return report.cue[0] if report.cue is not None else -1


def _said_within(reports: Sequence[Report], cues: Sequence[int], outer: Report) -> Sequence[Report]:
    """Of reports in the order of their cues, those whose cue starts between the ends of another report's content."""
    return reports[bisect_left(cues, outer.content[0][0]) : bisect_left(cues, outer.content[-1][1])]


class _Assembly:
    """The reports of one document while they are brought together."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, blocks: Sequence[Block], spans: Sequence[QuotedSpan]) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.kinds = [b.kind for b in blocks]
        self.blocks = _token_blocks(tokens, blocks)
        self.quoted = _quoted(tokens, spans, blocks)
        self.block_chars = [b.start for b in blocks]
        self.block_starts = [a for a, _ in self.blocks]

    def _block_of(self, i: int) -> int:
        return bisect_right(self.block_starts, i) - 1

    def run(self) -> list[Report]:
        tokens = self.tokens
        layout, settled = layout_reports(tokens, self.lexicon, self.blocks, self.kinds)
        self.quoted = [q for q in self.quoted if q.block not in settled]
        self.starts, self.ends = [q.start for q in self.quoted], [q.end for q in self.quoted]
        self.settings = settings_of(tokens, self.lexicon, self.quoted, self.blocks)
        self.attached = attach(tokens, self.lexicon, self.settings, self.blocks)
        used = {r.frame.cue for r in self.attached.values() if r.frame is not None}
        clauses = self._clauses(settled, used)
        self.attached.update(attach_embedded(tokens, self.lexicon, self.settings, self.attached, self.blocks))
        clauses.extend(self._embedded(settled))
        self.carried = carry_over(tokens, self.settings, self.attached, self.blocks)
        self._nest(clauses)
        every = (*layout, *self.attached.values(), *clauses, *self.carried.values())
        reports = list({id(r): r for r in every}.values())
        reports.sort(key=lambda r: (r.content[0][0], -r.content[-1][1]))
        weights = default_weights()
        for report, holder in zip(reports, holders_of(reports), strict=True):
            kind = self.kinds[max(bisect_right(self.block_chars, report.content[0][0]) - 1, 0)]
            report.confidence = RULE_CONFIDENCE.get(report.rule) or confidence_of(
                features_of(tokens, report, holder=holder, block_kind=kind), weights
            )
        return reports

    def _clauses(self, settled: frozenset[int], used: set[int]) -> list[Report]:
        tokens, found = self.tokens, []
        inner = [(q.first, q.last) for q in self.quoted]
        starts = [a for a, _ in inner]
        for frame in find_frames(tokens, self.lexicon):
            if self._block_of(frame.cue) in settled:
                continue
            k = bisect_right(starts, frame.cue) - 1
            holder = k if k >= 0 and inner[k][0] <= frame.cue < inner[k][1] else None
            if holder is not None and not self._counts_inside(frame, holder):
                continue
            named = _named_clause(tokens, frame, self.settings) if holder is None and frame.cue not in used else None
            quotes: tuple[int, ...] = ()
            clause = find_clause(tokens, frame) if frame.cue not in used else None
            if named is not None and clause is None:
                clause, quotes = named
            if clause is None:
                continue
            report = self._clause_report(frame, clause, quotes, holder, used)
            if report is not None:
                found.append(report)
        for report in found:
            for k in report.quoted:
                self.attached.setdefault(k, report)
        return found

    def _embedded(self, settled: frozenset[int]) -> list[Report]:
        """Longer quotations inside a clause whose verb reports nothing by itself: the verb's subject said them."""
        found = []
        for k, setting in enumerate(self.settings):
            q = setting.quoted
            if k in self.attached or setting.free or setting.words < MIN_EMBEDDED_TOKENS or q.block in settled:
                continue
            if is_title(self.tokens, q):
                continue
            frame = self._governing(q)
            if frame is None or frame.subject is None:
                continue
            start = min(frame.cue + 1, q.before)
            report = self._clause_report(
                frame, Clause(((start, max(q.after, start + 1)),), "embedded"), (k,), None, set()
            )
            if report is not None:
                found.append(report)
                self.attached[k] = report
        return found

    def _governing(self, q: Quoted) -> Frame | None:
        """The frame of the nearest verb outside a quotation that governs it."""
        tokens = self.tokens
        i = next((k for k in range(q.first, q.last) if not q.first <= tokens.heads[k] < q.last), None)
        for _ in range(MAX_CLIMB):
            if i is None or tokens.heads[i] == i:
                return None
            i = tokens.heads[i]
            if not q.first <= i < q.last and tokens.tags[i][:1] == "V" and i < q.before:
                frame = frame_at(tokens, i, self.lexicon.verbs.get(tokens.lower[i]))
                if frame.subject is not None and not q.first <= frame.subject < q.last:
                    return frame
        return None

    def _nest(self, clauses: list[Report]) -> None:
        """Reports within reports: the outer takes in the inner's quotation; an outlet that only relays steps back."""
        direct = list({id(r): r for r in self.attached.values() if r.cue is not None and r.kind == "direct"}.values())
        direct.sort(key=_cue_start)
        cues = [_cue_start(r) for r in direct]
        for outer in clauses:
            if outer.cue is None:
                continue
            end = outer.content[-1][1]
            for inner in _said_within(direct, cues, outer):
                if inner.cue is None or not any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content):
                    continue
                marks = [self.quoted[k] for k in inner.quoted]
                if marks and end <= marks[0].start <= end + MAX_GAP_CHARS and outer is not inner:
                    outer.content[-1] = (outer.content[-1][0], marks[-1].end)
                    outer.kind = "mixed"
        every = sorted((*clauses, *direct), key=_cue_start)
        cues = [_cue_start(r) for r in every]
        relayed: dict[int, Report] = {}
        for outer in clauses:
            relay = outer.source
            if relay is None or not self._relays(relay):
                continue
            size = sum(b - a for a, b in outer.content)
            inside = [
                r
                for r in _said_within(every, cues, outer)
                if r is not outer
                and id(r) not in relayed
                and r.source is not None
                and r.cue is not None
                and any(a <= r.cue[0] < b for a, b in outer.content)
                and sum(b - a for a, b in r.content) > RELAYED_SHARE * size
            ]
            if inside:
                inside[0].relayer = inside[0].relayer or relay
                relayed[id(outer)] = inside[0]
        clauses[:] = [r for r in clauses if id(r) not in relayed]
        self.attached.update({k: relayed[id(r)] for k, r in self.attached.items() if id(r) in relayed})

    def _relays(self, source: Mention) -> bool:
        """Whether a source is an outlet or a document rather than somebody with a say of their own."""
        tokens = self.tokens
        nouns = speaker_nouns()
        return any(
            (tokens.lower[i] in nouns and nouns[tokens.lower[i]].kind == "document") or tokens.lower[i] in OUTLETS
            for i in range(*source)
        )

    def _counts_inside(self, frame: Frame, holder: int) -> bool:
        """Inside somebody's words only a named third person's words are a report of their own."""
        s = frame.subject
        return s is not None and self.tokens.ents[s] == "PERSON"

    def _clause_report(
        self, frame: Frame, clause: Clause, quotes: tuple[int, ...], holder: int | None, used: set[int]
    ) -> Report | None:
        tokens = self.tokens
        content = _chars(tokens, clause.ranges)
        if not content:
            return None
        if (
            frame.construction == "passive"
            and frame.subject is None
            and frame.entry is not None
            and frame.entry.group != "say"
        ):
            return None
        if holder is not None:
            q = self.quoted[holder]
            content = [(max(a, q.inner[0]), min(b, q.inner[1])) for a, b in content if _overlap((a, b), q.inner)]
            if not content:
                return None
        else:
            first, last = bisect_right(self.ends, content[0][0]), bisect_left(self.starts, content[-1][1])
            near = enumerate(self.quoted[first:last], first)
            inside = [k for k, q in near if any(_overlap(c, (q.start, q.end)) for c in content)]
            joined = set()
            for k in inside:
                q = self.quoted[k]
                if k in self.attached:
                    report = self.attached[k]
                    if report.frame is not None and report.frame.cue == frame.cue:
                        if any(_overlap(c, q.inner) > 0.5 * (c[1] - c[0]) for c in content):
                            return None
                        joined.add(k)
                    elif sum(_overlap(c, q.inner) for c in content) > 0.6 * sum(b - a for a, b in content):
                        return None
                    else:
                        content = [(a, min(b, q.start)) if a < q.start < b else (a, b) for a, b in content]
                        content = [(a, b) for a, b in content if b > a]
                else:
                    joined.add(k)
            if not content:
                return None
            content[-1][1]
            for k in sorted(joined):
                q = self.quoted[k]
                if k in self.attached:
                    continue
                for n, (a, b) in enumerate(content):
                    if _overlap((a, b), (q.start, q.end)):
                        content[n] = (min(a, q.start), max(b, q.end))
                        break
            quotes = tuple(k for k in sorted(joined) if k not in self.attached)
            quotes = self._take_following(content, quotes)
            text = tokens.text
            content = [(a, b) for a, b in content if text[a:b].strip()]
        kind = "indirect"
        if clause.rule in {"clause-after", "question"} and any(
            content[0][0] == self.quoted[k].start and is_title(tokens, self.quoted[k]) for k in quotes
        ):
            return None
        if quotes:
            kind = "mixed"
            only = self.quoted[quotes[0]]
            if len(content) == 1 and len(quotes) == 1 and content[0][0] >= only.start and content[0][1] <= only.end:
                kind, content = "direct", [only.inner]
        report = Report(
            content,
            kind,
            clause.rule,
            frame,
            (tokens.starts[frame.cue], tokens.ends[frame.cue]),
            status=frame.status,
            quoted=quotes,
        )
        if frame.subject is not None:
            report.source = mention_of(tokens, frame.subject)
            report.co_sources = co_mentions(tokens, report.source)
        if frame.relayer is not None:
            report.relayer = mention_of(tokens, frame.relayer)
        if frame.antecedent is not None:
            report.antecedent = mention_of(tokens, frame.antecedent)
        if frame.addressee is not None:
            report.addressee = mention_of(tokens, frame.addressee)
        return report

    def _take_following(self, content: list[tuple[int, int]], quotes: tuple[int, ...]) -> tuple[int, ...]:
        """A quotation that goes on where the clause stops ("says it took an hour, “and then some”") joins it."""
        text = self.tokens.text
        end = content[-1][1]
        for k in range(bisect_left(self.starts, end), bisect_right(self.starts, end + 3)):
            q = self.quoted[k]
            if k in self.attached or k in quotes:
                continue
            gap = text[end : q.start]
            if len(gap) <= 3 and not gap.strip(" ,–—-") and "\n" not in gap and self.settings[k].previous is not None:
                first = text[q.inner[0] : q.inner[0] + 1]
                if first.islower():
                    content[-1] = (content[-1][0], q.end)
                    quotes = (*quotes, k)
            break
        return quotes


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
    return _Assembly(tokens, lexicon, blocks, spans).run()
