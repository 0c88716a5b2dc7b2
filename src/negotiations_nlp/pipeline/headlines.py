"""Headlines that report speech: "Bahanets: ...", "... - Zelenskyy", "..., minister says", "‘I lied’ - Prats speaks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import DASHES, noun_phrase_at
from negotiations_nlp.pipeline.frames import PLACES
from negotiations_nlp.pipeline.genders import listed_given_names
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["CLOSE_MARKS", "MIN_QUOTED_CHARS", "OPEN_MARKS", "char_range", "headline_report", "label_colon"]

MAX_LABEL_TOKENS = 8
MIN_HEADLINE_TOKENS = 3
MIN_QUOTED_CHARS = 3
MAX_NAME_TOKENS = 3
OPEN_MARKS = "'‘\"“«„"
CLOSE_MARKS = "'’\"”»“"
SURE_MARKS = '‘"“«„'
BULLETS = frozenset({"•", "-", "–", "*", "·", "▪", "■", "●"})
HEADLINE_CUES = frozenset({"says", "say", "said", "warns", "warn", "claims", "insists", "vows", "admits"})
TOLD_CUES = HEADLINE_CUES | {"hears", "heard", "told", "finds", "suggests"}
TELLING = frozenset({"tells", "warns", "urges", "asks", "reminds", "assures"})
LINK_LEADS = frozenset({"read", "also", "more", "see", "related", "watch", "next"})
RUBRICS = frozenset(
    {"photo", "photos", "video", "update", "live", "exclusive", "watch", "opinion", "analysis", "source", "explainer"}
)
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "PLACE"})
NOUN_LABEL_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS"})
LABEL_TAGS = NOUN_LABEL_TAGS | {"JJ", "DT", "POS", "HYPH", "CC", "IN"}
OWN_WORDS = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "i'm", "it"})
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "eer", "ant", "ent", "ee", "people")
SHORT_ROLES = frozenset({"pm", "mp", "mps", "ceo", "fm"})


def char_range(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """(first character, one past the last one) of tokens first to last without white space; None when none is left."""
    while first < last and not tokens.lower[first].strip():
        first += 1
    while last > first and not tokens.lower[last - 1].strip():
        last -= 1
    return (tokens.starts[first], tokens.ends[last - 1]) if last > first else None


def label_colon(tokens: Tokens, first: int, last: int) -> int | None:
    """Index of the colon behind the label that may stand at token first, None when there is none."""
    return next((i for i in range(first, min(last, first + MAX_LABEL_TOKENS)) if tokens.lower[i] == ":"), None)


def _report(tokens: Tokens, content: tuple[int, int] | None, rule: str, source: tuple[int, int]) -> Report | None:
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
    if any(tokens.word(i)[0].isdigit() for i in range(first, last)):
        return False  # "Rovers 2-2 Albion: late header rescues a point"
    if all(label == "PERSON" for label in tokens.ents[first:last]):
        return True
    if any(tag not in LABEL_TAGS for tag in tokens.tags[first:last]) or tokens.lower[first] in RUBRICS:
        return False
    labels = set(tokens.ents[first:last])
    if labels <= PLACES:  # "Kharkiv: three injured in strike" tells where
        return False
    if last - first == 1 and not labels - {""} and _is_family_name(tokens, first):
        return True
    named = not labels.isdisjoint(NAME_LABELS) or _is_full_name(tokens, first, last)
    return _may_speak(tokens, last - 1) or (named and tokens.tags[last - 1] in NOUN_LABEL_TAGS)


def _may_speak(tokens: Tokens, i: int) -> bool:
    """Whether a word is a name, or stands for somebody who speaks: "police", "minister", "union"."""
    word = tokens.lower[i]
    return (
        tokens.ents[i] in NAME_LABELS
        or word in SHORT_ROLES
        or (word in default_name_words().roles or word in speaker_nouns())
    )


def _is_family_name(tokens: Tokens, i: int) -> bool:
    """Whether a word ends somebody's name elsewhere in the text."""
    word = tokens.lower[i]
    return tokens.word(i).istitle() and any(
        form == word and tokens.ents[k] == "PERSON" for k, form in enumerate(tokens.lower)
    )


def _is_full_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words that nothing is known of are a given name and what may be family names."""
    if not 1 < last - first <= MAX_NAME_TOKENS or any(tokens.ents[first:last]):
        return False
    return tokens.word(first) in listed_given_names() and all(tokens.word(i).istitle() for i in range(first, last))


def _before_bracket(tokens: Tokens, first: int, last: int) -> int:
    """Where a label ends before what stands in brackets behind it: "Ada Lind (Greens)"."""
    if last - first < 3 or tokens.lower[last - 1] != ")":
        return last
    return next((i for i in range(first + 1, last) if tokens.lower[i] == "("), last)


def headline_report(tokens: Tokens, first: int, last: int, *, kind: str) -> Report | None:
    """What a line that is no paragraph reports by its layout.

    Args:
        tokens: the document.
        first: its first token.
        last: one past its last token.
        kind: what block it is: "headline", "section", "list", or "boilerplate", of which only links are read.

    Returns:
        The report, None when nobody says the line.
    """
    if kind == "boilerplate":
        colon = label_colon(tokens, first, last)
        if colon is None or not LINK_LEADS.issuperset(tokens.lower[first:colon]):
            return None
        first = colon + 1  # "Read also: Umerov: ..."
    elif kind == "list" and last - first > 1 and tokens.lower[first].rstrip(".").isdigit():
        first += 1  # "2  'My son is no number', says mother"
        first += not tokens.lower[first].strip(" \n\t.)")
    first += last - first > 1 and tokens.word(first) in BULLETS
    if last - first < MIN_HEADLINE_TOKENS:
        return None
    return _quote_headline(tokens, first, last) or _labelled(tokens, first, last) or _attributed(tokens, first, last)


def _labelled(tokens: Tokens, first: int, last: int) -> Report | None:
    """ "Bahanets: ...", "...: experts"."""
    lower = tokens.lower
    colon = label_colon(tokens, first, last)
    end = _before_bracket(tokens, first, colon) if colon is not None else first
    if colon is not None and end > first and last - colon > MIN_HEADLINE_TOKENS and _is_label(tokens, first, end):
        if tokens.lower[last - 1] == "?" and tokens.ents[end - 1] != "PERSON":
            return None  # "Road workers: who are they?"
        return _report(tokens, char_range(tokens, colon + 1, last), "colon-headline", (first, end))
    if colon is not None and last - colon > MIN_HEADLINE_TOKENS:
        told = _cue_in_label(tokens, first, colon)
        if told is not None:
            report = _report(tokens, char_range(tokens, colon + 1, last), "colon-headline", (first, told))
            if report is not None:
                report.cue = (tokens.starts[told], tokens.ends[told])
            return report
    tail = next((i for i in range(last - 2, max(last - 6, first + 3), -1) if lower[i] == ":"), None)
    if tail is not None and (
        (tokens.ents[tail + 1] in {"PERSON", "ORG"} and all(tokens.ents[i] for i in range(tail + 1, last)))
        or (
            tail - first > MIN_HEADLINE_TOKENS
            and all(tokens.tags[i] in LABEL_TAGS for i in range(tail + 1, last))
            and _may_speak(tokens, last - 1)
        )
    ):
        return _report(tokens, char_range(tokens, first, tail), "colon-headline", (tail + 1, last))
    return None


def _cue_in_label(tokens: Tokens, first: int, colon: int) -> int | None:
    """The verb of a label that tells whom its speaker addresses: "Lind tells rebels: back me or go"."""
    cue = next((i for i in range(first + 1, colon) if tokens.lower[i] in TELLING), None)
    if cue is None or colon - cue > MAX_NAME_TOKENS + 1 or not _is_label(tokens, first, cue):
        return None
    return cue if all(tokens.tags[i] in LABEL_TAGS or tokens.tags[i] == "PRP" for i in range(cue + 1, colon)) else None


def _attributed(tokens: Tokens, first: int, last: int) -> Report | None:
    """ "..., says captain", "..., captain says", "... - captain"."""
    lower = tokens.lower
    told = _inverted_tail(tokens, first, last) or _told_tail(tokens, first, last)
    if told is not None:
        return told
    dash = next((i for i in range(last - 1, first + 2, -1) if lower[i] in DASHES), None)
    if dash is not None and last - dash <= MAX_LABEL_TOKENS and dash + 1 < last:
        before_space = tokens.ends[dash - 1] < tokens.starts[dash]
        span = range(dash + 1, last)
        if before_space and all(tokens.tags[i] in LABEL_TAGS for i in span):
            head = noun_phrase_at(tokens, dash + 1, last)
            if head is not None and dash - first >= MIN_HEADLINE_TOKENS and _signs(tokens, head):
                content = char_range(tokens, first, dash)
                return _report(tokens, content, "dash-headline", mention_of(tokens, head))
    return None


def _inverted_tail(tokens: Tokens, first: int, last: int) -> Report | None:
    """A headline that ends in its cue and speaker: "Ferry to run all winter, says captain"."""
    comma = next(
        (i for i in range(last - 3, max(last - MAX_LABEL_TOKENS, first + 2), -1) if tokens.lower[i] == ","), None
    )
    if comma is None or tokens.lower[comma + 1] not in HEADLINE_CUES:
        return None
    head = noun_phrase_at(tokens, comma + 2, last)
    content = char_range(tokens, first, comma)
    if head is None or content is None or tokens.text[content[0]] in OPEN_MARKS or not _signs(tokens, head):
        return None
    report = Report([content], "indirect", "cue-headline", source=mention_of(tokens, head))
    report.cue = (tokens.starts[comma + 1], tokens.ends[comma + 1])
    return report


def _told_tail(tokens: Tokens, first: int, last: int) -> Report | None:
    """A headline that ends in its speaker and cue: "Herring catch to be cut, minister says"."""
    if tokens.lower[last - 1] not in TOLD_CUES:
        return None
    comma = next(
        (i for i in range(last - 3, max(last - MAX_LABEL_TOKENS, first + 2), -1) if tokens.lower[i] == ","), None
    )
    content = char_range(tokens, first, comma) if comma is not None else None
    if comma is None or content is None or any(tokens.tags[i] not in LABEL_TAGS for i in range(comma + 1, last - 1)):
        return None
    if any(mark in tokens.text[slice(*content)] for mark in OPEN_MARKS):
        return None  # the quotation's own words are found as such
    head = noun_phrase_at(tokens, comma + 1, last - 1)
    if head is None or not _may_speak(tokens, head):
        return None
    report = Report([content], "indirect", "cue-headline", source=mention_of(tokens, head))
    report.cue = (tokens.starts[last - 1], tokens.ends[last - 1])
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
    content = char_range(tokens, first + 1, close)
    if head is None or content is None:
        return None
    if not (_may_speak(tokens, head) or _is_agent(tokens, head)):
        head = _only_person(tokens, close + 2, last)
    return Report([content], "direct", "quote-headline", source=mention_of(tokens, head)) if head is not None else None


def _only_person(tokens: Tokens, first: int, last: int) -> int | None:
    """Last word of the name of the one person named: "‘I slept in my boots’ - the rise of Ada Lind"."""
    ends = [i for i in range(first, last) if tokens.ents[i] == "PERSON" and (i + 1 == last or not tokens.ents[i + 1])]
    return ends[0] if len(ends) == 1 else None


def _is_agent(tokens: Tokens, i: int) -> bool:
    """Whether a noun is one for people by its ending: "climbers", "tenants"."""
    return tokens.tags[i] in {"NN", "NNS"} and tokens.lower[i].removesuffix("s").endswith(AGENT_ENDINGS)
