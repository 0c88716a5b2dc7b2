"""Where a reported clause starts and ends: what the parser gave it, mended.

Ranges are tokens, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import REPORTING_GROUPS, default_lexicon

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = [
    "FINITE_TAGS",
    "LINKS",
    "MARKS",
    "PUNCTUATION",
    "SEPARATORS",
    "SPEECH_GROUPS",
    "Clause",
    "Range",
    "behind_participle",
    "cut",
    "extend_right",
    "finish",
    "resumed",
    "sentence_start",
    "trim",
]

Range = tuple[int, int]

# groups of cues whose subject speaks
SPEECH_GROUPS = REPORTING_GROUPS | {"as", "name", "evaluate", "cite", "manner"}


PUNCTUATION = frozenset({",", ":", ";", "--", "—", "–", "-", "...", "…", "."})
COMPLEMENTIZERS = frozenset({"that", "as"})
MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "'", "«", "»", "„"})
SEPARATORS = frozenset({",", "--", "—", "–"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
LINKS = frozenset({"and", "but"})
PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
DASHES = frozenset({"-", "–", "—", "--"})
DATELINE_TAGS = frozenset({"NNP", "NNPS", "CD", ",", ".", "-LRB-", "-RRB-", "HYPH"})
MAX_DATELINE_TOKENS = 14
COMMENT_NOUNS = frozenset(
    {"claim", "charge", "remark", "move", "comment", "reference", "jab", "swipe", "nod", "suggestion"}
)
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
MAX_COMMENT_TOKENS = 4
MAX_SUBJECT_TOKENS = 6
CLAUSE_LINKS = frozenset(
    {
        "because",
        "if",
        "unless",
        "although",
        "though",
        "since",
        "until",
        "when",
        "so",
        "as",
        "before",
        "after",
        "that",
        "where",
    }
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A reported clause.

    Attributes:
        ranges: one or two ranges of tokens.
        rule: the construction that gave it.
    """

    ranges: tuple[Range, ...]
    rule: str


def trim(tokens: Tokens, first: int, last: int, *, complementizer: bool) -> Range:
    """A range without the punctuation at its edges and, if asked, without its "that" or "as"."""
    lower = tokens.lower
    while first < last and (lower[first] in PUNCTUATION or not lower[first].strip()):
        first += 1
    if complementizer and first < last and lower[first] in COMPLEMENTIZERS and last - first > 1:
        first += 1
        while first < last and lower[first] in PUNCTUATION:
            first += 1
    while last > first and (lower[last - 1] in PUNCTUATION or not lower[last - 1].strip()):
        last -= 1
    return first, last


def behind_participle(tokens: Tokens, first: int, last: int) -> int:
    """Where a clause starts behind a participle of the attribution: "As X explained, answering them, | it is safe"."""
    if tokens.tags[first : first + 1] != ["VBG"] or tokens.lower[first - 1] != "," or tokens.lower[first - 2] == "that":
        return first
    end = tokens.edges(first)[1]
    return end + 1 if end + 1 < last and tokens.lower[end] == "," else first


def extend_right(tokens: Tokens, cue: int, last: int, high: int) -> int:
    """Take in what the parser hung on the cue although it follows, and belongs to, the reported clause."""
    lower, deps, tags = tokens.lower, tokens.deps, tokens.tags
    for k in tokens.children[cue]:
        if k < last:
            continue
        first, end = tokens.edges(k)
        if first < last:
            continue
        gap = lower[last:first]
        if any(word not in {","} for word in gap):
            break
        after_comma = bool(gap)
        if deps[k] == "advcl":
            mark = next((lower[c] for c in tokens.children[k] if deps[c] in {"mark", "advmod"} and c < k), "")
            if (tags[k] == "VBG" and not mark) or mark == "while" or (after_comma and mark not in CLAUSE_LINKS):
                break
            last = end
        elif deps[k] in {"prep", "npadvmod", "advmod", "dobj", "xcomp", "ccomp", "oprd"} and not after_comma:
            last = end
        else:
            break
    return min(last, high)


def cut(tokens: Tokens, frame: Frame, root: int, last: int) -> int:
    """Where a reported clause stops short of what the parser gave it: before somebody else's, or another, report."""
    lower, tags, participles = tokens.lower, tokens.tags, default_lexicon().participles
    for i in range(root + 1, last - 1):
        word, following = lower[i], lower[i + 1]
        if word == ";":
            return i
        if word in LINKS and resumed(tokens, frame.cue, i, last) is not None:
            return i
        if word == "while" and _reports_behind(tokens, i, last):
            return i
        if word not in SEPARATORS and tags[i] not in {":", ","}:
            continue
        if word == "," and (
            following in {"while", "whereas"} or (following in {"a", "the"} and _comments(tokens, i + 1, last))
        ):
            return i
        if word == "," and following == "with" and any(tags[k] == "VBG" for k in range(i + 2, min(i + 12, last))):
            return i
        marked = word == "," and following in MARKS  # American marks: "... “happen,” adding that"
        start = k = i + 2 if marked else i + 1
        if k < last and lower[k] in LINKS:
            k += 1
        if k < last and tags[k] == "VBG" and (lower[k] in participles or (marked and lower[k] != "including")):
            return start
    return last


def _reports_behind(tokens: Tokens, link: int, last: int) -> bool:
    """Whether somebody else reports behind a "while" without a comma, as in headlines: "while Treasury insists ..."."""
    verbs = default_lexicon().verbs
    for k in range(link + 2, min(link + MAX_SUBJECT_TOKENS, last - 1)):
        if tokens.tags[k] in FINITE_TAGS:
            entry = verbs.get(tokens.lower[k])
            return entry is not None and entry.group == "say"
    return False


def _comments(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase tells what a whole clause is: "..., the third such date", "..., a claim that he denies"."""
    words = tokens.lower[first : min(first + MAX_COMMENT_TOKENS, last)]
    if len(words) < 3:
        return False
    return words[1] in COMMENT_NOUNS or (words[1] in ORDINALS and words[2] in {"such", "time"})


def resumed(tokens: Tokens, cue: int, link: int, last: int) -> int | None:
    """The verb behind an "and" or "but" that reports again, in a cue's own tense: "said A and insisted that B".

    Args:
        tokens: the document.
        cue: index of the cue before.
        link: index of the word that links.
        last: where to stop looking.

    Returns:
        Index of the verb, None when none reports there.
    """
    k = link + 1
    while k < last and tokens.tags[k] == "RB":
        k += 1
    tense = tokens.tags[cue]
    if k + 1 >= last or tokens.tags[k] != tense or (tense not in FINITE_TAGS and tense != "VBG"):
        return None
    entry = default_lexicon().verbs.get(tokens.lower[k])
    if entry is None or entry.group not in SPEECH_GROUPS:
        return None
    if entry.group == "say" and any(
        tokens.lower[j] in MARKS or tokens.lower[j] == "that" for j in range(k + 1, min(k + 4, last))
    ):
        return k if "quote" in entry.licenses else None
    # "said it is late and urged them to go": of two verbs with one tense, the second goes with the first
    between = range(cue + 1, link)
    perfect = PERFECT if tokens.lower[link - 1] != "," else ()  # "said they had lost, and urged them to go"
    parallel = not any(
        (tokens.tags[j] == tense and tokens.lower[j] not in PERFECT) or tokens.lower[j] in perfect for j in between
    )
    return k if parallel and any(tokens.tags[j] in FINITE_TAGS for j in between) else None


def finish(tokens: Tokens, last: int, high: int) -> int:
    """Take the rest of the sentence into a clause when it is only what is left of a list or a phrase."""
    lower, tags = tokens.lower, tokens.tags
    rest = range(last, high)
    if not rest or any(
        tags[i] in FINITE_TAGS or lower[i] in MARKS or lower[i] in {";", ":", "according"} for i in rest
    ):
        return last
    if any(tags[i] == "VBG" and lower[i - 1] == "," for i in rest):
        return last
    return high


def sentence_start(tokens: Tokens, first: int) -> int:
    """Where a clause that stands before its attribution starts: at its sentence's start."""
    low = _after_dateline(tokens, tokens.sentence(first)[0])
    while low < first and (
        not tokens.lower[low].strip() or tokens.lower[low] in PUNCTUATION or tokens.lower[low] in MARKS
    ):
        low += 1
    return low


def _after_dateline(tokens: Tokens, low: int) -> int:
    """Where a sentence starts behind "KYIV (Agency) - " or "ISTANBUL, May 12 - " at the start of a paragraph."""
    word = tokens.word(low)
    if (
        len(word) <= 2
        or not word.isupper()
        or (low and "\n" not in tokens.text[tokens.ends[low - 1] - 1 : tokens.starts[low]])
    ):
        return low
    dash = next(
        (i for i in range(low, min(low + MAX_DATELINE_TOKENS, tokens.sentence(low)[1])) if tokens.lower[i] in DASHES),
        None,
    )
    if dash is None or any(tag not in DATELINE_TAGS for tag in tokens.tags[low:dash]):
        return low
    return dash + 1
