"""What a frame reports without quotation marks: the clause, infinitive or phrase that its cue governs.

Ranges are tokens, half-open; a content has one range, or two when the attribution stands inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import default_lexicon

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Clause", "attribution_extent", "find_clause"]

Range = tuple[int, int]

PUNCTUATION = frozenset({",", ":", ";", "--", "—", "–", "-", "...", "…", "."})
COMPLEMENTIZERS = frozenset({"that", "as"})
QUESTION_WORDS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "'", "«", "»", "„"})
SEPARATORS = frozenset({",", "--", "—", "–"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
MODIFIER_TAGS = frozenset(
    {"RB", "IN", "NN", "NNP", "NNS", "NNPS", "CD", "DT", "JJ", "PRP", "PRP$", "POS", "TO", "VBG", "RP"}
)
OBJECT_PRONOUNS = frozenset({"me", "him", "her", "us", "them", "it"})
MAX_MARK_DISTANCE_TOKENS = 14
MAX_PARENTHESIS_TOKENS = 14
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


def _trim(tokens: Tokens, first: int, last: int, *, complementizer: bool) -> Range:
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


def _runs(tokens: Tokens, content: set[int], hole: Range) -> list[Range]:
    left = [k for k in content if k < hole[0]]
    right = [k for k in content if k >= hole[1]]
    return [(min(side), max(side) + 1) for side in (left, right) if side]


def _finite_complement(tokens: Tokens, cue: int) -> list[int]:
    return [k for k in tokens.children[cue] if tokens.deps[k] in {"ccomp", "csubj", "parataxis"}]


def _extend_right(tokens: Tokens, cue: int, last: int, high: int) -> int:
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


def _cut(tokens: Tokens, frame: Frame, root: int, last: int) -> int:
    """Where a reported clause stops short of what the parser gave it: before somebody else's report."""
    lower, tags = tokens.lower, tokens.tags
    for i in range(root + 1, last - 1):
        if lower[i] == ";":
            return i
        if lower[i] != ",":
            continue
        following = lower[i + 1]
        if tags[i + 1] == "VBG" and following in default_lexicon().participles:
            return i
        if following in {"while", "whereas"}:
            return i
        if following == "with" and any(tags[k] == "VBG" for k in range(i + 2, min(i + 12, last))):
            return i
    return last


def _finish(tokens: Tokens, last: int, high: int) -> int:
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


def _before_start(tokens: Tokens, first: int) -> int:
    """Where a clause that stands before its attribution starts: at its sentence's start."""
    low = tokens.sentence(first)[0]
    while low < first and (
        not tokens.lower[low].strip() or tokens.lower[low] in PUNCTUATION or tokens.lower[low] in MARKS
    ):
        low += 1
    return low


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


def _around(tokens: Tokens, frame: Frame) -> Clause | None:
    hole = _parenthesis(tokens, frame)
    if hole is None or not (frame.licenses("clause") or frame.licenses("quote")):
        return None
    high = tokens.sentence(frame.cue)[1]
    start = _before_start(tokens, hole[0])
    quoted_next = tokens.lower[hole[1]] in MARKS
    verb_before = any(tokens.tags[k] in FINITE_TAGS for k in range(start, hole[0]))
    if quoted_next and not verb_before:
        return None
    before = _trim(tokens, start, hole[0], complementizer=False)
    after = _trim(tokens, hole[1], high, complementizer=False)
    if before[0] >= before[1] or after[0] >= after[1]:
        return None
    return Clause((before, after), "clause-around")


def _clause(tokens: Tokens, frame: Frame) -> Clause | None:
    around = _around(tokens, frame)
    if around is not None:
        return around
    cue = frame.cue
    low, high = tokens.sentence(cue)
    lower, deps, tags = tokens.lower, tokens.deps, tokens.tags
    for root in _finite_complement(tokens, cue):
        words = set(tokens.subtree(root))
        head_words = {lower[k] for k in tokens.children[root] if k < root}
        infinitive = any(lower[k] == "to" and deps[k] == "aux" for k in tokens.children[root])
        if root > cue:
            if infinitive:
                if not (frame.licenses("object-infinitive") or frame.licenses("infinitive")):
                    continue
                first, last = _trim(tokens, min(words), max(words) + 1, complementizer=False)
                return Clause(((first, last),), "infinitive")
            first = min(words)
            if first <= cue:
                hole = attribution_extent(tokens, frame, frozenset(words))
                parts = [
                    _trim(tokens, a, b, complementizer=False) for a, b in _runs(tokens, words - set(range(*hole)), hole)
                ]
                parts = [p for p in parts if p[0] < p[1]]
                if len(parts) == 2 and frame.licenses("clause"):
                    return Clause(((_before_start(tokens, parts[0][0]), parts[0][1]), parts[1]), "clause-around")
                first = cue + 1
            last = _cut(tokens, frame, root, _finish(tokens, _extend_right(tokens, cue, max(words) + 1, high), high))
            first, last = _trim(tokens, first, last, complementizer=True)
            if last - first < 1:
                continue
            question = lower[first] in QUESTION_WORDS or bool(head_words & {"whether"})
            if question and not (frame.licenses("wh") or frame.licenses("clause")):
                continue
            if not question and not frame.licenses("clause"):
                continue
            return Clause(((first, last),), "question" if question else "clause-after")
        if (frame.licenses("clause") or frame.licenses("quote")) and tags[cue] != "VBG":
            words_left = {w for w in words if w < cue}
            if frame.subject is not None and frame.subject in words_left:
                continue
            hole = attribution_extent(tokens, frame, frozenset(words))
            inside = words - set(range(*hole))
            if any(w >= hole[1] for w in inside):
                parts = [_trim(tokens, a, b, complementizer=False) for a, b in _runs(tokens, inside, hole)]
                parts = [p for p in parts if p[0] < p[1]]
                if len(parts) == 2:
                    return Clause(((_before_start(tokens, parts[0][0]), parts[0][1]), parts[1]), "clause-around")
            start = _before_start(tokens, min(inside, default=low))
            start = max((i + 1 for i in range(start, hole[0]) if lower[i] == ";"), default=start)
            first, last = _trim(tokens, start, hole[0], complementizer=False)
            if last > first:
                return Clause(((first, last),), "clause-before")
    return None


def _held_by_preposition(tokens: Tokens, cue: int, to: int) -> int | None:
    """Who is to do it, behind a preposition ("called on Anna Lee to leave")."""
    for k in tokens.children[cue]:
        if cue < k < to and tokens.deps[k] == "prep" and tokens.lower[k] in {"on", "upon"}:
            return next((c for c in tokens.children[k] if tokens.deps[c] == "pobj" and c < to), None)
    return None


def _infinitive(tokens: Tokens, frame: Frame) -> Clause | None:
    cue = frame.cue
    lower, deps, tags = tokens.lower, tokens.deps, tokens.tags
    for root in tokens.children[cue]:
        if root < cue or deps[root] not in {"xcomp", "ccomp", "advcl", "acl"}:
            continue
        to = next((k for k in tokens.children[root] if lower[k] == "to" and deps[k] == "aux"), None)
        edge = tokens.edges(root)
        if to is not None and (frame.licenses("infinitive") or frame.licenses("object-infinitive")):
            first = edge[0]
            held = next((k for k in tokens.children[cue] if deps[k] in {"dobj", "dative"} and cue < k < to), None)
            if held is None:
                held = _held_by_preposition(tokens, cue, to)
            if held is not None and frame.licenses("object-infinitive"):
                first = tokens.edges(held)[0]
            elif deps[root] == "advcl" and held is None and not any(lower[k] == "for" for k in tokens.children[root]):
                continue
            end = _cut(tokens, frame, root, edge[1])
            return Clause((_trim(tokens, first, end, complementizer=False),), "infinitive")
        if tags[root] == "VBG" and deps[root] == "xcomp" and frame.licenses("gerund"):
            end = _cut(tokens, frame, root, edge[1])
            return Clause((_trim(tokens, edge[0], end, complementizer=False),), "gerund")
    if frame.licenses("infinitive") or frame.licenses("object-infinitive"):
        # "called on / appealed to / asked for X to do": the infinitive hangs on the preposition's object or beside it
        for k in tokens.children[cue]:
            if deps[k] == "prep" and k > cue and lower[k] in {"on", "to", "for", "upon"}:
                held = next((c for c in tokens.children[k] if deps[c] == "pobj"), None)
                if held is None:
                    continue
                for root in (*tokens.children[held], *tokens.children[cue], *tokens.children[k]):
                    if root > held and any(lower[c] == "to" and deps[c] == "aux" for c in tokens.children[root]):
                        return Clause(
                            (_trim(tokens, tokens.edges(held)[0], tokens.edges(root)[1], complementizer=False),),
                            "infinitive",
                        )
    return None


def _trailing(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "Schools will stay closed, announced the governor.": by the comma, where the parser missed the clause."""
    cue, subject = frame.cue, frame.subject
    if subject is None or frame.construction != "active" or tokens.tags[cue] not in {"VBD", "VBZ", "VBP"}:
        return None
    if not (frame.licenses("clause") and frame.licenses("quote")):
        return None
    start = min(tokens.edges(subject)[0], cue) if subject < cue else cue
    low, high = tokens.sentence(cue)
    if start - 1 <= low or tokens.lower[start - 1] not in SEPARATORS or high - cue > MAX_PARENTHESIS_TOKENS + 6:
        return None
    if any(tokens.tags[k] in FINITE_TAGS for k in range(cue + 1, high)):
        return None
    first = max((k + 1 for k in range(low, start) if tokens.lower[k] == ";"), default=_before_start(tokens, start - 1))
    first, last = _trim(tokens, first, start - 1, complementizer=False)
    if not any(tokens.tags[k] in FINITE_TAGS for k in range(first, last)):
        return None
    return Clause(((first, last),), "clause-before")


def _marked(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "told ministers behind closed doors that ...": by the word "that", where the parser missed the clause."""
    cue = frame.cue
    if not frame.licenses("clause") or not frame.licenses("quote"):
        return None
    high = tokens.sentence(cue)[1]
    for i in range(cue + 1, min(cue + MAX_MARK_DISTANCE_TOKENS, high - 2)):
        if tokens.lower[i] == "that" and tokens.tags[i] == "IN":
            last = _cut(tokens, frame, i, high)
            first, last = _trim(tokens, i + 1, last, complementizer=False)
            return Clause(((first, last),), "clause-after") if last - first > 2 else None
        if tokens.tags[i] in FINITE_TAGS or tokens.lower[i] in MARKS or tokens.lower[i] in {";", ":"}:
            return None
    return None


def _phrase(tokens: Tokens, frame: Frame) -> Clause | None:
    """What "according to X" covers: the rest of its sentence, on the side where the clause is."""
    low, high = tokens.sentence(frame.cue)
    first, last = frame.extent or (frame.cue, frame.cue + 1)
    lower = tokens.lower
    low = max((i + 1 for i in range(low, first) if lower[i] == ";"), default=low)
    high = next((i for i in range(last, high) if lower[i] == ";"), high)
    while low < first and (not lower[low].strip() or lower[low] in PUNCTUATION):
        low += 1
    if low < first and lower[low] in {"and", "but", "so", "yet"} and low + 1 >= first - 1:
        low = first
    before = _trim(tokens, low, first, complementizer=False)
    after = _trim(tokens, last, high, complementizer=True)
    verbs = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")
    has_before = any(tokens.tags[k] in verbs for k in range(*before))
    has_after = any(tokens.tags[k] in verbs[:4] for k in range(*after))
    if has_before and (not has_after or before[1] - before[0] > 2):
        if has_after and lower[last : last + 1] == [","] and lower[first - 1] == ",":
            return Clause((before, after), "phrase-around")
        return Clause((before,), "phrase-after")
    named_before = any(tokens.tags[k][:1] in {"N", "P"} for k in range(*before))
    if has_after and named_before and lower[last : last + 1] == [","] and lower[first - 1] == ",":
        return Clause((before, after), "phrase-around")  # "The bridge, according to Anna Lee, is safe"
    if after[1] - after[0] >= 2 and has_after:
        return Clause((after,), "phrase-before")
    return Clause((before,), "phrase-after") if before[1] - before[0] >= 2 else None


def _noun_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    cue = frame.cue
    lower, deps = tokens.lower, tokens.deps
    holders = [cue]
    head = tokens.heads[cue]
    if deps[cue] in {"dobj", "attr", "nsubj", "nsubjpass"}:
        holders.append(head)
    for holder in holders:
        for root in tokens.children[holder]:
            if root < cue or deps[root] not in {"acl", "ccomp", "relcl"}:
                continue
            edge = tokens.edges(root)
            if edge[0] <= cue:
                continue
            marked = any(lower[k] == "that" and deps[k] == "mark" for k in tokens.children[root])
            infinitive = any(lower[k] == "to" and deps[k] == "aux" for k in tokens.children[root])
            if marked and frame.licenses("clause"):
                return Clause((_trim(tokens, *edge, complementizer=True),), "noun-clause")
            if infinitive and holder == cue and frame.licenses("infinitive") and frame.subject is not None:
                return Clause((_trim(tokens, *edge, complementizer=False),), "noun-infinitive")
    return None


def find_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    """The clause that a frame reports.

    Args:
        tokens: the document.
        frame: one of its frames.

    Returns:
        The clause, None when the cue governs none that it licenses.
    """
    if frame.construction == "phrase":
        return _phrase(tokens, frame)
    if frame.construction == "noun":
        return _noun_clause(tokens, frame)
    return _clause(tokens, frame) or _infinitive(tokens, frame) or _trailing(tokens, frame) or _marked(tokens, frame)
