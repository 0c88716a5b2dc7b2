"""Speech that layout alone reports: transcripts, block quotes with their attribution, headlines.

"NAME: words" as a turn of a transcript; a paragraph followed by one that is only "- Zelenskyy stated."; a headline
with its speaker before a colon ("Bahanets: ...") or after a dash ("... - Zelenskyy").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES, attribution_after, noun_phrase_at
from negotiations_nlp.pipeline.direct import report_of
from negotiations_nlp.pipeline.headlines import (
    CLOSE_MARKS,
    MIN_QUOTED_CHARS,
    OPEN_MARKS,
    char_range,
    headline_report,
    label_colon,
)
from negotiations_nlp.pipeline.interviews import parties_of, quoted_answers, role_of_label, spell_out
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.posts import named_post, shown_post, signed_post
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.text.block_shapes import TIME_STAMP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["HEADLINE_KINDS", "layout_reports"]

DOUBLE_MARKS = frozenset('"“”«»„')
ENDS_OF_SPEECH = frozenset({",", "?", "!", "…", ".", "...", "?!", "!?"})
MAX_BLOCKS_BACK = 3
HEADLINE_KINDS = frozenset({"headline", "section", "list"})


def _dash_speech(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Report | None:
    """Speech that a dash opens and another one closes: "– Where is the pilot? – asked the controller."."""
    if tokens.lower[first] not in DASHES:
        return None
    for i in range(first + 2, last - 1):
        if tokens.lower[i] not in DASHES or tokens.lower[i - 1] not in ENDS_OF_SPEECH:
            continue
        found = attribution_after(tokens, lexicon, i, last, open_ended=True)
        content = char_range(tokens, first + 1, i)
        if found is None or found.frame is None or content is None:
            return None
        report = report_of(tokens, [content], "direct", "dash-speech", found.frame, found.head, ())
        again = next((j for j in range(found.extent[1], last - 1) if tokens.lower[j] in DASHES), last)
        rest = char_range(tokens, again + 1, last)
        if rest is not None and tokens.lower[again - 1] in ENDS_OF_SPEECH:  # "– asked the controller. – Asleep?"
            report.content.append(rest)
        return report
    return None


def _unmarked(tokens: Tokens, content: tuple[int, int]) -> tuple[int, int]:
    """A content without the one pair of double marks around all of it."""
    start, end = content
    words = tokens.text[start:end]
    whole = words[0] in DOUBLE_MARKS and words[-1] in DOUBLE_MARKS and DOUBLE_MARKS.isdisjoint(words[1:-1])
    return (start + 1, end - 1) if whole and end - start > 2 else content


def _transcript(tokens: Tokens, first: int, last: int) -> Report | None:
    stamp = TIME_STAMP.match(tokens.text, tokens.starts[first])
    first = tokens.at(stamp.end()) if stamp is not None else first
    colon = label_colon(tokens, first, last)
    if colon is None:
        if tokens.lower[first] in {"q", "a", "q.", "a."}:
            colon = first if tokens.lower[first + 1 : first + 2] != ["."] else first + 1
            label_end = first + 1
        else:
            return None
    else:
        label_end = colon
    content = char_range(tokens, colon + 1, last)
    if content is None or label_end == first or not any(c.isalpha() for c in tokens.text[content[0] : content[1]]):
        return None
    return Report([content], "direct", "transcript", source=(first, label_end))


def _labelled_quote(tokens: Tokens, blocks: Sequence[tuple[int, int]], k: int) -> Report | None:
    """Words under the label "Quote", of whom the label or the line "Source: ..." before it names."""
    first, last = blocks[k]
    if tokens.lower[first] not in {"quote", "quotes"}:
        return None
    colon = label_colon(tokens, first, last)
    content = char_range(tokens, colon + 1, last) if colon is not None else None
    if colon is None or content is None:
        return None
    words = tokens.text[slice(*content)]
    if words[0] not in OPEN_MARKS or words[-1] not in CLOSE_MARKS or len(words) < MIN_QUOTED_CHARS:
        return None
    head = noun_phrase_at(tokens, first + 2, colon) if tokens.lower[first + 1] in {"from", "by", "of"} else None
    for low, high in blocks[max(k - MAX_BLOCKS_BACK, 0) : k]:
        if head is None and high - low > 2 and tokens.lower[low : low + 2] in (["source", ":"], ["sources", ":"]):
            head = noun_phrase_at(tokens, low + 2, high)
    source = mention_of(tokens, head) if head is not None else None
    return Report([(content[0] + 1, content[1] - 1)], "direct", "labelled-quote", source=source)


def layout_reports(
    tokens: Tokens, lexicon: Lexicon, blocks: Sequence[tuple[int, int]], kinds: Sequence[str]
) -> tuple[list[Report], frozenset[int]]:
    """The reports that layout gives.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        blocks: (first token, one past the last token) of each block.
        kinds: kind of each block, as ``text.blocks`` names them.

    Returns:
        The reports, and the numbers of the blocks whose words they settle whole.
    """
    reports: list[Report] = []
    answers, answered = quoted_answers(tokens, blocks, kinds)
    settled = set(answered)
    for k, ((first, last), kind) in enumerate(zip(blocks, kinds, strict=True)):
        if first >= last or k in answered:
            continue
        if (post := signed_post(tokens, blocks, k)) is not None:
            reports.append(post)
            settled.update((k - 1, k))
        elif (shown := shown_post(tokens, blocks, kinds, k)) is not None:
            reports.append(shown)
            settled.update((k - 1, k, k + 1))
        elif kind == "transcript":
            report = _transcript(tokens, first, last)
            if report is not None:
                reports.append(report)
                settled.add(k)
        elif kind == "attribution" and k and kinds[k - 1] == "quote":
            content = char_range(tokens, *blocks[k - 1])
            found = attribution_after(tokens, lexicon, first, last, open_ended=True)
            if content is None or found is None:
                continue
            content = _unmarked(tokens, content)
            reports.append(report_of(tokens, [content], "direct", "block-quote", found.frame, found.head, ()))
            settled.update((k - 1, k))
        else:
            report = (
                named_post(tokens, first, last)
                or _dash_speech(tokens, lexicon, first, last)
                or _labelled_quote(tokens, blocks, k)
            )
            if report is None and (kind in HEADLINE_KINDS or kind == "boilerplate"):
                report = headline_report(tokens, first, last, kind=kind)
            if report is not None:
                reports.append(report)
                settled.add(k)
    _name_parties(tokens, blocks, kinds, reports)
    spell_out(tokens, [r for r in reports if r.rule == "transcript"])
    return [*reports, *answers], frozenset(settled)


def _name_parties(
    tokens: Tokens, blocks: Sequence[tuple[int, int]], kinds: Sequence[str], reports: Sequence[Report]
) -> None:
    """Say whom "Q" and "A" stand for: a named turn that "A" answers asks; the rest is in the other blocks."""
    turns = [r for r in reports if r.rule == "transcript" and r.source is not None]
    parts = [role_of_label(tokens.span_text(*r.source)) for r in turns if r.source is not None]
    if not any(parts):
        return
    named = frozenset(tokens.lower[r.source[1] - 1] for r, p in zip(turns, parts, strict=True) if r.source and not p)
    parties = parties_of(tokens, blocks, kinds, named)
    asks = parties.asks
    for k, (report, part) in enumerate(zip(turns, parts, strict=True)):
        if part is None and k + 1 < len(turns) and parts[k + 1] == "answers":
            asks = report.source
        elif part is not None:
            report.antecedent = asks if part == "asks" else parties.answers
