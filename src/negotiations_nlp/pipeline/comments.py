"""Attributions as comments on the clause that they report: "Talks, he said, would resume."; "..., said the mayor."

Ranges are tokens, half-open. Source: Quirk et al. (1985), 15.53 f. (comment clauses).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.bounds import (
    FINITE_TAGS,
    LINKS,
    MARKS,
    PUNCTUATION,
    SEPARATORS,
    Clause,
    Range,
    behind_participle,
    sentence_start,
    trim,
)

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["attribution_extent", "clause_before_colon", "comment_clause", "trailing_clause"]


MODIFIER_TAGS = frozenset(
    {"RB", "IN", "NN", "NNP", "NNS", "NNPS", "CD", "DT", "JJ", "PRP", "PRP$", "POS", "TO", "VBG", "RP"}
)
SUBORDINATORS = frozenset({"as", "after", "before", "when", "while", "if", "although", "though", "since", "even"})
OBJECT_PRONOUNS = frozenset({"me", "him", "her", "us", "them", "it"})
SUBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "EX"})
MAX_PARENTHESIS_TOKENS = 14
MAX_TAIL_TOKENS = 3


def attribution_extent(tokens: Tokens, frame: Frame, content: frozenset[int]) -> Range:
    """The tokens of the attribution itself around the cue: subject, cue and modifiers, without the content.

    Args:
        tokens: the document.
        frame: the frame.
        content: indices of the tokens that are reported.

    Returns:
        The range, which holds the cue.
    """
    if frame.extent is not None:
        return frame.extent
    first, last = frame.cue, frame.cue + 1
    low, high = tokens.sentence(frame.cue)
    parts = [k for k in tokens.children[frame.cue] if k not in content and tokens.lower[k] not in PUNCTUATION | MARKS]
    reach = {frame.cue}
    for k in parts:
        reach.update(j for j in tokens.subtree(k) if j not in content)
    while first - 1 >= low and (first - 1) in reach:
        first -= 1
    while last < high and last in reach:
        last += 1
    for _ in range(3):  # a modifier after a comma: "said Healey, the defence secretary, on Monday"
        j = last
        while j < high and j not in reach and tokens.lower[j] in {","} and j not in content:
            j += 1
        if j == last or j >= high or j not in reach:
            break
        while j < high and j in reach:
            j += 1
        last = j
    return first, last


def _parenthesis(tokens: Tokens, frame: Frame) -> Range | None:
    """The attribution as a comment between commas ("Acts of protest, he said, are ..."), with its commas."""
    cue, subject = frame.cue, frame.subject
    if subject is None or frame.construction != "active" or abs(subject - cue) > MAX_PARENTHESIS_TOKENS:
        return None
    first, last = min(tokens.edges(subject)[0], cue), max(subject, cue) + 1
    if first < cue and tokens.edges(subject)[1] > cue:
        return None
    while (first > 0 and tokens.tags[first - 1] in {"RB"}) or (
        first > 0 and tokens.lower[first - 1] in {"as", "so"} and first - 1 > 0
    ):
        first -= 1
    for k in range(first, min(cue, subject)):
        if tokens.lower[k] in {",", ";", ":"} and min(cue, subject) - first > 3:
            return None
    low, high = tokens.sentence(cue)
    if subject > cue:
        last = tokens.edges(subject)[1]
    if last < high and tokens.lower[last] not in SEPARATORS and not _starts_modifier(tokens, last):
        return None
    while last < high and tokens.lower[last] not in SEPARATORS:
        if last - cue > MAX_PARENTHESIS_TOKENS or tokens.tags[last] not in MODIFIER_TAGS:
            return None
        if tokens.lower[last] == "that" and tokens.tags[last] == "IN":
            return None  # "Earlier, the mayor said that after the flood, ..."
        last += 1
    if first - 1 <= low or last + 1 >= high or last - first > MAX_PARENTHESIS_TOKENS:
        return None
    if tokens.lower[first - 1] not in SEPARATORS:
        return None
    return first - 1, last + 1


def _starts_modifier(tokens: Tokens, i: int) -> bool:
    """Whether an adverb, a preposition, a date or a pronoun addressed starts at token i."""
    return (
        tokens.tags[i] in {"RB", "IN", "TO", "RP"}
        or tokens.ents[i] in {"DATE", "TIME"}
        or tokens.lower[i] in OBJECT_PRONOUNS
    )


def comment_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    """The clause around an attribution that stands between commas, None when it does not."""
    hole = _parenthesis(tokens, frame)
    if hole is None or not (frame.licenses("clause") or frame.licenses("quote")):
        return None
    high = tokens.sentence(frame.cue)[1]
    start = sentence_start(tokens, hole[0])
    start = max((k + 1 for k in range(start, hole[0] - 1) if tokens.lower[k] in {";", ":"}), default=start)
    quoted_next = tokens.lower[hole[1]] in MARKS
    verb_before = any(tokens.tags[k] in FINITE_TAGS for k in range(start, hole[0]))
    if quoted_next and not verb_before:
        return None
    if quoted_next and tokens.lower[start] in SUBORDINATORS and tokens.lower[high - 1] in MARKS | PUNCTUATION:
        closing = next((k for k in range(high - 1, hole[1], -1) if tokens.lower[k] in MARKS), hole[1])
        if high - closing <= MAX_TAIL_TOKENS:
            return None  # 'After we lost, he said, "..."': all that is said stands between the marks
    before = trim(tokens, start, hole[0], complementizer=False)
    after = trim(tokens, hole[1], high, complementizer=False)
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    if verb_before and tokens.lower[hole[0] - 1] in LINKS and tokens.tags[after[0]] in SUBJECT_TAGS:
        return Clause((after,), "clause-after")  # "Reed ran the tests and, she said, the result stood"
    if verb_before and tokens.tags[after[0]] == "VBG" and _goes_on(tokens, after[0]):
        return Clause((before,), "clause-before")  # "..., he said, adding that ...": the speaker goes on
    return Clause((before, after), "clause-around")


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a participle tells what the speaker does next: adds, or names a source."""
    return tokens.lower[i] in {"citing", "quoting"} or tokens.lower[i] in default_lexicon().participles


def trailing_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "Schools will stay closed, announced the governor.": by the comma, where the parser missed the clause."""
    cue, subject = frame.cue, frame.subject
    relayed = frame.relayer is not None and frame.relayer < cue
    if subject is None or frame.construction != "active":
        return None
    if tokens.tags[cue] not in {"VBD", "VBZ", "VBP"} and not relayed:
        return None
    if not (frame.licenses("clause") and frame.licenses("quote")):
        return None
    source = frame.relayer if relayed and frame.relayer is not None else subject  # "..., X quoted Y as saying"
    start = min(tokens.edges(source)[0], cue) if source < cue else cue
    low, high = tokens.sentence(cue)
    if tokens.lower[low] == "as" and not any(tokens.lower[k] == "," for k in range(low, cue)):
        start = low + 1  # "As the head of the service Ada Lind put it, ..."
    if start and tokens.lower[start - 1] == "as":  # "..., as the memo put it"
        start -= 1
        if start == low:
            return _after_comment(tokens, cue, high)
    separated = tokens.lower[start - 1] in SEPARATORS or (
        tokens.lower[start - 1] == "-" and tokens.tags[start - 1] == ":"
    )
    if start - 1 <= low or not separated or high - cue > MAX_PARENTHESIS_TOKENS + 6:
        return None
    if any(tokens.tags[k] in FINITE_TAGS for k in range(cue + 1, high)):
        return None
    first = max((k + 1 for k in range(low, start) if tokens.lower[k] == ";"), default=sentence_start(tokens, start - 1))
    first, last = trim(tokens, first, start - 1, complementizer=False)
    if not any(tokens.tags[k] in FINITE_TAGS or _reads_as_subject(tokens, k, cue) for k in range(first, last)):
        return None
    return Clause(((first, last),), "clause-before")


def clause_before_colon(tokens: Tokens, frame: Frame) -> Clause | None:
    """What is reported before an attribution that leads into a quotation: 'The road is safe, she said: "We looked."'.

    Args:
        tokens: the document.
        frame: the frame of the cue before the colon.

    Returns:
        The clause; None where only an adverbial stands there ("When the road closed, she said: ...").
    """
    cue, subject = frame.cue, frame.subject
    if subject is None or frame.construction != "active" or not frame.licenses("clause"):
        return None
    start = min(tokens.edges(subject)[0], cue)
    low = tokens.sentence(cue)[0]
    root = next((k for k in tokens.children[cue] if tokens.deps[k] == "ccomp" and k < start), None)
    if root is None or start - 1 <= low or tokens.lower[start - 1] != "," or subject > cue:
        return None
    first, last = trim(tokens, sentence_start(tokens, start - 1), start - 1, complementizer=False)
    words = tokens.lower[first:last]
    if words[:1] == [] or words[0] in SUBORDINATORS or not MARKS.isdisjoint(words) or tokens.lower[first] in {"and"}:
        return None
    own = any(tokens.deps[k] in {"nsubj", "nsubjpass", "expl"} and first <= k < root for k in tokens.children[root])
    return Clause(((first, last),), "clause-before") if own else None


def _reads_as_subject(tokens: Tokens, verb: int, cue: int) -> bool:
    """Whether a verb is taken for a participle of the cue's second subject: "The owl left at noon, Ada Lind added."."""
    noun = tokens.heads[verb]
    return (
        tokens.tags[verb] == "VBN"
        and tokens.deps[verb] == "acl"
        and tokens.heads[noun] == cue
        and tokens.deps[noun] == "nsubj"
    )


def _after_comment(tokens: Tokens, cue: int, high: int) -> Clause | None:
    """ "As the memo put it in July, the plan is dead.": what follows the comma."""
    comma = next((k for k in range(cue + 1, min(cue + MAX_PARENTHESIS_TOKENS, high)) if tokens.lower[k] == ","), None)
    if comma is None:
        return None
    first, last = trim(tokens, comma + 1, high, complementizer=False)
    first = behind_participle(tokens, first, last)
    return Clause(((first, last),), "clause-after") if last - first > 1 else None
