"""Speech that layout alone reports: transcripts, block quotes with their attribution, headlines.

"NAME: words" as a turn of a transcript; a paragraph followed by one that is only "- Zelenskyy stated."; a headline
with its speaker before a colon ("Bahanets: ...") or after a dash ("... - Zelenskyy").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES, attribution_after, noun_phrase_at
from negotiations_nlp.pipeline.direct import report_of
from negotiations_nlp.pipeline.frames import PLACES
from negotiations_nlp.pipeline.interviews import parties_of, quoted_answers, role_of_label
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.speaker_words import speaker_nouns
from negotiations_nlp.text.block_shapes import TIME_STAMP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["HEADLINE_KINDS", "layout_reports"]

MAX_LABEL_TOKENS = 8
MIN_HEADLINE_TOKENS = 3
OPEN_MARKS = "'‘\"“«„"
CLOSE_MARKS = "'’\"”»“"
DOUBLE_MARKS = frozenset('"“”«»„')
SURE_MARKS = '‘"“«„'
MIN_QUOTED_CHARS = 3
SIGNATURE = re.compile(r"[-–—―]{1,2}\s?(?P<name>[^()@\n]{1,60}?)\s\(@\w{2,30}\)")
HANDLE = re.compile(r"@\w{2,30}")
ENDS_OF_SPEECH = frozenset({",", "?", "!", "…", ".", "...", "?!", "!?"})
BULLETS = frozenset({"•", "-", "–", "*", "·", "▪", "■", "●"})
HEADLINE_CUES = frozenset({"says", "say", "said", "warns", "warn", "claims", "insists", "vows", "admits"})
RUBRICS = frozenset(
    {"photo", "photos", "video", "update", "live", "exclusive", "watch", "opinion", "analysis", "source", "explainer"}
)
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "PLACE"})
NOUN_LABEL_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS"})
LABEL_TAGS = NOUN_LABEL_TAGS | {"JJ", "DT", "POS", "HYPH", "CC", "IN"}
OWN_WORDS = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "i'm", "it"})
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "eer", "ant", "ent", "ee", "people")
SHORT_ROLES = frozenset({"pm", "mp", "mps", "ceo", "fm"})
MAX_BLOCKS_BACK = 3
HEADLINE_KINDS = frozenset({"headline", "section", "list"})


def _post(tokens: Tokens, first: int, last: int) -> Report | None:
    """A post that a page shows as "@handle: words"."""
    if not HANDLE.fullmatch(tokens.word(first)) or tokens.lower[first + 1 : first + 2] != [":"]:
        return None
    content = _content(tokens, first + 2, last)
    if content is None or tokens.text[content[0]] in OPEN_MARKS:
        return None
    return Report([content], "direct", "post", source=(first, first + 1))


def _signed_post(tokens: Tokens, blocks: Sequence[tuple[int, int]], k: int) -> Report | None:
    """A post above its signature: "— Harbour Office (@harbour) July 3, 2025"."""
    first, last = blocks[k]
    if not k or tokens.lower[first] not in DASHES:
        return None
    signature = SIGNATURE.match(tokens.text, tokens.starts[first], tokens.ends[last - 1])
    content = _content(tokens, *blocks[k - 1])
    if signature is None or content is None or tokens.text[content[0]] in OPEN_MARKS:
        return None
    return Report([content], "direct", "post", source=tokens.between(*signature.span("name")))


def _dash_speech(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Report | None:
    """Speech that a dash opens and another one closes: "– Where is the pilot? – asked the controller."."""
    if tokens.lower[first] not in DASHES:
        return None
    for i in range(first + 2, last - 1):
        if tokens.lower[i] not in DASHES or tokens.lower[i - 1] not in ENDS_OF_SPEECH:
            continue
        found = attribution_after(tokens, lexicon, i, last, open_ended=True)
        content = _content(tokens, first + 1, i)
        if found is None or found.frame is None or content is None:
            return None
        report = report_of(tokens, [content], "direct", "dash-speech", found.frame, found.head, ())
        again = next((j for j in range(found.extent[1], last - 1) if tokens.lower[j] in DASHES), last)
        rest = _content(tokens, again + 1, last)
        if rest is not None and tokens.lower[again - 1] in ENDS_OF_SPEECH:  # "– asked the controller. – Asleep?"
            report.content.append(rest)
        return report
    return None


def _content(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    while first < last and not tokens.lower[first].strip():
        first += 1
    while last > first and not tokens.lower[last - 1].strip():
        last -= 1
    return (tokens.starts[first], tokens.ends[last - 1]) if last > first else None


def _unmarked(tokens: Tokens, content: tuple[int, int]) -> tuple[int, int]:
    """A content without the one pair of double marks around all of it."""
    start, end = content
    words = tokens.text[start:end]
    whole = words[0] in DOUBLE_MARKS and words[-1] in DOUBLE_MARKS and DOUBLE_MARKS.isdisjoint(words[1:-1])
    return (start + 1, end - 1) if whole and end - start > 2 else content


def _colon(tokens: Tokens, first: int, last: int) -> int | None:
    return next((i for i in range(first, min(last, first + MAX_LABEL_TOKENS)) if tokens.lower[i] == ":"), None)


def _transcript(tokens: Tokens, first: int, last: int) -> Report | None:
    stamp = TIME_STAMP.match(tokens.text, tokens.starts[first])
    first = tokens.at(stamp.end()) if stamp is not None else first
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


def _headline_report(
    tokens: Tokens, content: tuple[int, int] | None, rule: str, source: tuple[int, int]
) -> Report | None:
    """The report of a headline's words; None where they begin with a quotation, which is found as such."""
    if content is None:
        return None
    start, end = content
    words = tokens.text[start:end]
    if words[0] in OPEN_MARKS:
        if words[0] != "'" or words[-1] != "'" or len(words) < MIN_QUOTED_CHARS:
            return None
        return Report([(start + 1, end - 1)], "direct", rule, source=source)
    kind = "mixed" if any(mark in words for mark in SURE_MARKS) else "indirect"
    return Report([content], kind, rule, source=source)


def _is_label(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a headline's first words name somebody who speaks, by name or by role."""
    if all(label == "PERSON" for label in tokens.ents[first:last]):
        return True
    if any(tag not in LABEL_TAGS for tag in tokens.tags[first:last]) or tokens.lower[first] in RUBRICS:
        return False
    labels = set(tokens.ents[first:last])
    if labels <= PLACES:  # "Kharkiv: three injured in strike" tells where
        return False
    named = not labels.isdisjoint(NAME_LABELS)
    return _may_speak(tokens, last - 1) or (named and tokens.tags[last - 1] in NOUN_LABEL_TAGS)


def _may_speak(tokens: Tokens, i: int) -> bool:
    """Whether a word is a name, or stands for somebody who speaks: "police", "minister", "union"."""
    word = tokens.lower[i]
    return (
        tokens.ents[i] in NAME_LABELS
        or word in SHORT_ROLES
        or (word in default_name_words().roles or word in speaker_nouns())
    )


def _before_bracket(tokens: Tokens, first: int, last: int) -> int:
    """Where a label ends before what stands in brackets behind it: "Ada Lind (Greens)"."""
    if last - first < 3 or tokens.lower[last - 1] != ")":
        return last
    return next((i for i in range(first + 1, last) if tokens.lower[i] == "("), last)


def _headline(tokens: Tokens, first: int, last: int) -> Report | None:
    lower = tokens.lower
    first += last - first > 1 and tokens.word(first) in BULLETS
    colon = _colon(tokens, first, last)
    end = _before_bracket(tokens, first, colon) if colon is not None else first
    if colon is not None and end > first and last - colon > MIN_HEADLINE_TOKENS and _is_label(tokens, first, end):
        if tokens.lower[last - 1] == "?" and tokens.ents[end - 1] != "PERSON":
            return None  # "Road workers: who are they?"
        return _headline_report(tokens, _content(tokens, colon + 1, last), "colon-headline", (first, end))
    tail = next((i for i in range(last - 2, max(last - 6, first + 3), -1) if lower[i] == ":"), None)
    if tail is not None and (
        (tokens.ents[tail + 1] in {"PERSON", "ORG"} and all(tokens.ents[i] for i in range(tail + 1, last)))
        or (
            tail - first > MIN_HEADLINE_TOKENS
            and all(tokens.tags[i] in LABEL_TAGS for i in range(tail + 1, last))
            and _may_speak(tokens, last - 1)
        )
    ):
        return _headline_report(tokens, _content(tokens, first, tail), "colon-headline", (tail + 1, last))
    inverted = _inverted_tail(tokens, first, last)
    if inverted is not None:
        return inverted
    dash = next((i for i in range(last - 1, first + 2, -1) if lower[i] in DASHES), None)
    if dash is not None and last - dash <= MAX_LABEL_TOKENS and dash + 1 < last:
        before_space = tokens.ends[dash - 1] < tokens.starts[dash]
        span = range(dash + 1, last)
        if before_space and all(tokens.tags[i] in LABEL_TAGS for i in span):
            head = noun_phrase_at(tokens, dash + 1, last)
            if head is not None and dash - first >= MIN_HEADLINE_TOKENS and _signs(tokens, head):
                content = _content(tokens, first, dash)
                return _headline_report(tokens, content, "dash-headline", mention_of(tokens, head))
    return None


def _inverted_tail(tokens: Tokens, first: int, last: int) -> Report | None:
    """A headline that ends in its cue and speaker: "Ferry to run all winter, says captain"."""
    comma = next(
        (i for i in range(last - 3, max(last - MAX_LABEL_TOKENS, first + 2), -1) if tokens.lower[i] == ","), None
    )
    if comma is None or tokens.lower[comma + 1] not in HEADLINE_CUES:
        return None
    head = noun_phrase_at(tokens, comma + 2, last)
    content = _content(tokens, first, comma)
    if head is None or content is None or tokens.text[content[0]] in OPEN_MARKS or not _signs(tokens, head):
        return None
    report = Report([content], "indirect", "cue-headline", source=mention_of(tokens, head))
    report.cue = (tokens.starts[comma + 1], tokens.ends[comma + 1])
    return report


def _signs(tokens: Tokens, head: int) -> bool:
    """Whether what follows a headline's dash may be who says it: "– mayor", not "– live updates"."""
    return _may_speak(tokens, head) or tokens.tags[head] == "NNP"


def _quote_headline(tokens: Tokens, first: int, last: int) -> Report | None:
    """A headline that begins with somebody's words: "‘I lied’ – Prats speaks", "‘...’: widow, 91, tackles burglar"."""
    if tokens.lower[first] not in OPEN_MARKS:
        return None
    close = next((i for i in range(first + 1, last - 2) if tokens.lower[i] in CLOSE_MARKS), None)
    if close is None or close - first <= MIN_HEADLINE_TOKENS or tokens.lower[close + 1] not in DASHES | {":"}:
        return None
    if OWN_WORDS.isdisjoint(tokens.lower[first:close]):
        return None  # a scare quote: "‘War on waste’: council cuts bins"
    head = noun_phrase_at(tokens, close + 2, last)
    content = _content(tokens, first + 1, close)
    if head is None or content is None or not (_may_speak(tokens, head) or _is_agent(tokens, head)):
        return None
    return Report([content], "direct", "quote-headline", source=mention_of(tokens, head))


def _is_agent(tokens: Tokens, i: int) -> bool:
    """Whether a noun is one for people by its ending: "climbers", "tenants"."""
    return tokens.tags[i] in {"NN", "NNS"} and tokens.lower[i].removesuffix("s").endswith(AGENT_ENDINGS)


def _labelled_quote(tokens: Tokens, blocks: Sequence[tuple[int, int]], k: int) -> Report | None:
    """Words under the label "Quote", of whom the label or the line "Source: ..." before it names."""
    first, last = blocks[k]
    if tokens.lower[first] not in {"quote", "quotes"}:
        return None
    colon = _colon(tokens, first, last)
    content = _content(tokens, colon + 1, last) if colon is not None else None
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
        if (post := _signed_post(tokens, blocks, k)) is not None:
            reports.append(post)
            settled.update((k - 1, k))
        elif kind == "transcript":
            report = _transcript(tokens, first, last)
            if report is not None:
                reports.append(report)
                settled.add(k)
        elif kind == "attribution" and k and kinds[k - 1] == "quote":
            content = _content(tokens, *blocks[k - 1])
            found = attribution_after(tokens, lexicon, first, last, open_ended=True)
            if content is None or found is None:
                continue
            content = _unmarked(tokens, content)
            reports.append(report_of(tokens, [content], "direct", "block-quote", found.frame, found.head, ()))
            settled.update((k - 1, k))
        else:
            report = (
                _post(tokens, first, last)
                or _dash_speech(tokens, lexicon, first, last)
                or _labelled_quote(tokens, blocks, k)
            )
            if report is None and kind in HEADLINE_KINDS:
                report = _quote_headline(tokens, first, last) or _headline(tokens, first, last)
            if report is not None:
                reports.append(report)
                settled.add(k)
    _name_parties(tokens, blocks, kinds, reports)
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
