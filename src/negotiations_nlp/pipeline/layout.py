"""Speech that layout alone reports: transcripts, block quotes with their attribution, headlines.

"NAME: words" as a turn of a transcript; a paragraph followed by one that is only "- Zelenskyy stated."; a headline
with its speaker before a colon ("Bahanets: ...") or after a dash ("... - Zelenskyy").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES, attribution_after, noun_phrase_at
from negotiations_nlp.pipeline.direct import report_of
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.reports import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["HEADLINE_KINDS", "layout_reports"]

MAX_LABEL_TOKENS = 8
MIN_HEADLINE_TOKENS = 3
OPEN_MARKS = "'‘\"“«"
CLOSE_MARKS = "'’\"”»"
MAX_BARE_TOKENS = 2
RUBRICS = frozenset(
    {"photo", "photos", "video", "update", "live", "exclusive", "watch", "opinion", "analysis", "source", "explainer"}
)
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "PLACE"})
NOUN_LABEL_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS"})
LABEL_TAGS = NOUN_LABEL_TAGS | {"JJ", "DT", "POS", "HYPH", "CC", "IN"}
ROLES = frozenset({"minister", "president", "mayor", "expert", "governor", "ministry", "police", "court"})
HEADLINE_KINDS = frozenset({"headline", "section", "list"})


def _content(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    while first < last and not tokens.lower[first].strip():
        first += 1
    while last > first and not tokens.lower[last - 1].strip():
        last -= 1
    return (tokens.starts[first], tokens.ends[last - 1]) if last > first else None


def _colon(tokens: Tokens, first: int, last: int) -> int | None:
    return next((i for i in range(first, min(last, first + MAX_LABEL_TOKENS)) if tokens.lower[i] == ":"), None)


def _transcript(tokens: Tokens, first: int, last: int) -> Report | None:
    colon = _colon(tokens, first, last)
    if colon is None:
        if tokens.lower[first] in {"q", "a", "q.", "a."}:
            colon = first if tokens.lower[first + 1 : first + 2] != ["."] else first + 1
            label_end = first + 1
        else:
            return None
    else:
        label_end = colon
    content = _content(tokens, colon + 1, last)
    if content is None or label_end == first or not any(c.isalpha() for c in tokens.text[content[0] : content[1]]):
        return None
    return Report([content], "direct", "transcript", source=(first, label_end))


def _unquoted(tokens: Tokens, content: tuple[int, int]) -> tuple[tuple[int, int], str]:
    """A content without marks around all of it, and whether it had them."""
    start, end = content
    if end - start > 2 and tokens.text[start] in OPEN_MARKS and tokens.text[end - 1] in CLOSE_MARKS:
        return (start + 1, end - 1), "direct"
    return content, "indirect"


def _is_label(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a headline's first words name somebody who speaks, by name or by role."""
    if any(tag not in LABEL_TAGS for tag in tokens.tags[first:last]) or tokens.tags[last - 1] not in NOUN_LABEL_TAGS:
        return False
    bare = last - first <= MAX_BARE_TOKENS and all(tag in {"NNP", "NNPS"} for tag in tokens.tags[first:last])
    if bare and tokens.lower[first] not in RUBRICS and not tokens.word(first).isupper():
        return True
    return tokens.lower[last - 1] in ROLES or any(label in NAME_LABELS for label in tokens.ents[first:last])


def _headline(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Report | None:
    lower = tokens.lower
    colon = _colon(tokens, first, last)
    if colon is not None and colon > first and last - colon > MIN_HEADLINE_TOKENS and _is_label(tokens, first, colon):
        content = _content(tokens, colon + 1, last)
        if content is not None:
            inner, kind = _unquoted(tokens, content)
            return Report([inner], kind, "colon-headline", source=(first, colon))
    tail = next((i for i in range(last - 2, max(last - 6, first + 3), -1) if lower[i] == ":"), None)
    if (
        tail is not None
        and tokens.ents[tail + 1] in {"PERSON", "ORG"}
        and all(tokens.ents[i] for i in range(tail + 1, last))
    ):
        content = _content(tokens, first, tail)
        if content is not None:
            return Report([content], "indirect", "colon-headline", source=(tail + 1, last))
    dash = next((i for i in range(last - 1, first + 2, -1) if lower[i] in DASHES), None)
    if dash is not None and last - dash <= MAX_LABEL_TOKENS and dash + 1 < last:
        before_space = tokens.ends[dash - 1] < tokens.starts[dash]
        span = range(dash + 1, last)
        if before_space and all(tokens.tags[i] in LABEL_TAGS for i in span):
            head = noun_phrase_at(tokens, dash + 1, last)
            content = _content(tokens, first, dash)
            if head is not None and content is not None and dash - first > 3:
                return Report([content], "indirect", "dash-headline", source=mention_of(tokens, head))
    return None


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
    reports, settled = [], set()
    for k, ((first, last), kind) in enumerate(zip(blocks, kinds, strict=True)):
        if first >= last:
            continue
        if kind == "transcript":
            report = _transcript(tokens, first, last)
            if report is not None:
                reports.append(report)
                settled.add(k)
        elif kind == "attribution" and k and kinds[k - 1] == "quote":
            content = _content(tokens, *blocks[k - 1])
            found = attribution_after(tokens, lexicon, first, last, open_ended=True)
            if content is None or found is None:
                continue
            reports.append(report_of(tokens, [content], "direct", "block-quote", found.frame, found.head, ()))
            settled.update((k - 1, k))
        elif kind in HEADLINE_KINDS and not any(m in tokens.span_text(first, last) for m in ('"', "“", "‘", "«")):
            report = _headline(tokens, lexicon, first, last)
            if report is not None:
                reports.append(report)
                settled.add(k)
    return reports, frozenset(settled)
