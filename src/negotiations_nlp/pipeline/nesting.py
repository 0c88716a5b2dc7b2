"""Reports within reports: "the paper says that the mayor said ..."."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.mentions import Mention
    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.stretches import Stretches
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["nest"]

MAX_GAP_CHARS = 3
RELAYED_SHARE = 0.25
OUTLETS = frozenset(
    {"newspaper", "agency", "magazine", "website", "channel", "paper", "outlet", "broadcaster", "memoirs", "extracts"}
)


def _cue_start(report: Report) -> int:
    return report.cue[0] if report.cue is not None else -1


def _said_within(reports: Sequence[Report], cues: Sequence[int], outer: Report) -> Sequence[Report]:
    """Of reports in the order of their cues, those whose cue starts between the ends of another report's content."""
    return reports[bisect_left(cues, outer.content[0][0]) : bisect_left(cues, outer.content[-1][1])]


def nest(tokens: Tokens, clauses: list[Report], stretches: Stretches) -> list[Report]:
    """Let the outer report take in the inner's quotation, and an outlet that only relays step back.

    Changes the reports: the outer's content grows, the inner gets who relays it, which is the outer's speaker.

    Args:
        tokens: the document.
        clauses: reports found by their clauses.
        stretches: the quotations with their reports.

    Returns:
        The clauses that stand, in the same order.
    """
    direct = list({id(r): r for r in stretches.reports.values() if r.cue is not None and r.kind == "direct"}.values())
    direct.sort(key=_cue_start)
    _take_in(clauses, direct, stretches)
    every = sorted((*clauses, *direct), key=_cue_start)
    cues = [_cue_start(r) for r in every]
    relayed: dict[int, Report] = {}
    for outer in clauses:
        relay = outer.source
        if relay is None:
            continue
        told = [
            r
            for r in _said_within(every, cues, outer)
            if r is not outer
            and id(r) not in relayed
            and r.source is not None
            and r.cue is not None
            and any(a <= r.cue[0] < b for a, b in outer.content)
        ]
        if not _relays(tokens, relay):
            for inner in told:
                if inner.relayer is None and not _is_same(tokens, inner, outer):
                    inner.relayer = relay
            continue
        size = sum(b - a for a, b in outer.content)
        inside = [r for r in told if sum(b - a for a, b in r.content) > RELAYED_SHARE * size]
        if inside:
            inside[0].relayer = inside[0].relayer or relay
            relayed[id(outer)] = inside[0]
    stretches.reports.update({k: relayed[id(r)] for k, r in stretches.reports.items() if id(r) in relayed})
    return [r for r in clauses if id(r) not in relayed]


def _take_in(clauses: Sequence[Report], direct: Sequence[Report], stretches: Stretches) -> None:
    cues = [_cue_start(r) for r in direct]
    for outer in clauses:
        if outer.cue is None:
            continue
        end = outer.content[-1][1]
        for inner in _said_within(direct, cues, outer):
            if inner.cue is None or not any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content):
                continue
            marks = [stretches.quoted[k] for k in inner.quoted]
            if marks and end <= marks[0].start <= end + MAX_GAP_CHARS and outer is not inner:
                outer.content[-1] = (outer.content[-1][0], marks[-1].end)
                outer.kind = "mixed"


def _is_same(tokens: Tokens, inner: Report, outer: Report) -> bool:
    """Whether one and the same speaks, inside and outside: "she said she knew that ..."."""
    if inner.source is None or outer.source is None:
        return False
    return tokens.lower[inner.source[0] : inner.source[1]] == tokens.lower[outer.source[0] : outer.source[1]]


def _relays(tokens: Tokens, source: Mention) -> bool:
    """Whether a source is an outlet or a document rather than somebody with a say of their own."""
    nouns = speaker_nouns()
    return any(
        (tokens.lower[i] in nouns and nouns[tokens.lower[i]].kind == "document") or tokens.lower[i] in OUTLETS
        for i in range(max(source[0] - 1, 0), source[1])  # "the newspaper Diena", the mention being the name
    )
