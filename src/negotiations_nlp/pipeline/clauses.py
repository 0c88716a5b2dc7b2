"""What a frame reports without quotation marks: the clause, infinitive or phrase that its cue governs.

Ranges are tokens, half-open; a content has one range, or two when the attribution stands inside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.bounds import (
    FINITE_TAGS,
    MARKS,
    PUNCTUATION,
    Clause,
    Range,
    behind_participle,
    cut,
    extend_right,
    finish,
    sentence_start,
    trim,
)
from negotiations_nlp.pipeline.comments import attribution_extent, comment_clause, trailing_clause

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["find_clause"]


QUESTION_WORDS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "IN", ","})
SUBJECT_WORDS = frozenset({"who", "which"})
MAIN_VERB_BARRED = frozenset({"CC", "TO", "MD", ",", "WP", "WDT", "PRP", "NNP"})
CITING = frozenset({"citing", "quoting"})
FINDS = frozenset({"find", "finds", "found", "finding"})
CONJUNCTIONS = SUBJECT_WORDS | {"that", "as", "if", "than"}
NAMING_VERBS = frozenset({"named", "identified", "quoted"})
MAX_MARK_DISTANCE_TOKENS = 14
ASIDE_TAGS = frozenset({"VBG", "WP", "WDT", "WRB"})
OPEN_TAGS = frozenset({"VBZ", "VBD", "VBP", "MD", "TO", "IN"})


def _runs(tokens: Tokens, content: set[int], hole: Range) -> list[Range]:
    left = [k for k in content if k < hole[0]]
    right = [k for k in content if k >= hole[1]]
    return [(min(side), max(side) + 1) for side in (left, right) if side]


def _finite_complement(tokens: Tokens, cue: int) -> list[int]:
    """Heads of the clauses that a cue governs, one right behind it first: "It is late: he says we are lost."."""
    found = [k for k in tokens.children[cue] if tokens.deps[k] in {"ccomp", "csubj", "parataxis"}]
    if len(found) > 1 and found[0] < cue:
        behind = [k for k in found if k > cue and _right_behind(tokens, cue, tokens.edges(k)[0])]
        found = [*behind, *(k for k in found if k not in behind)]
    return found


def _right_behind(tokens: Tokens, cue: int, first: int) -> bool:
    """Whether a clause starts behind a cue with nothing but who is told between them."""
    return first > cue and not any(tokens.lower[k] in PUNCTUATION | MARKS for k in range(cue + 1, first + 1))


def _parts(tokens: Tokens, i: int) -> bool:
    """Whether a clause that an attribution follows starts behind token i: a semicolon, a colon before a quotation."""
    return tokens.lower[i] == ";" or (tokens.lower[i] == ":" and tokens.lower[i + 1] in MARKS)


def _clause(tokens: Tokens, frame: Frame) -> Clause | None:
    around = comment_clause(tokens, frame)
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
                first, last = trim(tokens, min(words), max(words) + 1, complementizer=False)
                return Clause(((first, last),), "infinitive")
            first = min(words)
            if first <= cue:
                hole = attribution_extent(tokens, frame, frozenset(words))
                parts = [
                    trim(tokens, a, b, complementizer=False) for a, b in _runs(tokens, words - set(range(*hole)), hole)
                ]
                parts = [p for p in parts if p[0] < p[1]]
                if len(parts) == 2 and all(tokens.tags[k] in RELATIVE_TAGS for k in range(*parts[0])):
                    parts = parts[1:]  # "a rule that he said would cost them": without the pronoun
                    return Clause(tuple(parts), "clause-after") if frame.licenses("clause") else None
                if len(parts) == 2 and frame.licenses("clause"):
                    return Clause(((sentence_start(tokens, parts[0][0]), parts[0][1]), parts[1]), "clause-around")
                first = cue + 1
            last = cut(tokens, frame, root, finish(tokens, extend_right(tokens, cue, max(words) + 1, high), high))
            first, last = trim(tokens, first, last, complementizer=True)
            first = behind_participle(tokens, first, last)
            if last - first < 1:
                continue
            finite = any(tags[k] in FINITE_TAGS for k in range(first, last))
            if lower[cue + 1] == "it" and not finite:
                continue  # "found it short"
            if lower[cue] in FINDS and tags[root][:2] in {"JJ", "NN"} and not finite:
                continue  # "found the pipes full of starlings", "Dog walker finds coin under shelter"
            if frame.subject is not None and lower[frame.subject] == "it" and lower[cue + 1] in {"on", "in", "at"}:
                continue  # "so it says on the mug my wife gave me"
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
                parts = [trim(tokens, a, b, complementizer=False) for a, b in _runs(tokens, inside, hole)]
                parts = [p for p in parts if p[0] < p[1]]
                if len(parts) == 2:
                    return Clause(((sentence_start(tokens, parts[0][0]), parts[0][1]), parts[1]), "clause-around")
            start = sentence_start(tokens, min(inside, default=low))
            start = max((i + 1 for i in range(start, hole[0]) if _parts(tokens, i)), default=start)
            first, last = trim(tokens, start, hole[0], complementizer=False)
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
            if lower[root] in NAMING_VERBS:  # "who asked not to be named"
                return None
            told = lower[cue] == "said" or (frame.entry is not None and frame.entry.addressee is not None)
            if told and cue and lower[cue - 1] == "," and to == cue + 1:
                return None  # "the sopranos, said to be the best of all", "Ada Lind, told to wait, ..."
            first = edge[0]
            held = next((k for k in tokens.children[cue] if deps[k] in {"dobj", "dative"} and cue < k < to), None)
            if held is None:
                held = _held_by_preposition(tokens, cue, to)
            if held is not None and frame.licenses("object-infinitive"):
                first = tokens.edges(held)[0]
            elif deps[root] == "advcl" and held is None and not any(lower[k] == "for" for k in tokens.children[root]):
                continue
            end = cut(tokens, frame, root, edge[1])
            return Clause((trim(tokens, first, end, complementizer=False),), "infinitive")
        perfect = tags[root] == "VBN" and edge[0] == cue + 1 and lower[cue + 1] in {"having", "being"}
        gerund = tags[root] == "VBG" and deps[root] == "xcomp"
        if (gerund or (perfect and deps[root] in {"xcomp", "advcl"})) and frame.licenses("gerund"):
            end = cut(tokens, frame, root, edge[1])
            return Clause((trim(tokens, edge[0], end, complementizer=False),), "gerund")
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
                            (trim(tokens, tokens.edges(held)[0], tokens.edges(root)[1], complementizer=False),),
                            "infinitive",
                        )
    return None


def _behind_addressee(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "told officers he was asleep": a clause that the parser hangs on who is told, as if a pronoun were left out."""
    if frame.addressee is None or frame.addressee < frame.cue or not frame.licenses("clause"):
        return None
    for k in tokens.children[frame.addressee]:
        if tokens.deps[k] != "relcl" or tokens.tags[k] not in FINITE_TAGS:
            continue
        first, last = tokens.edges(k)
        subject = next((c for c in tokens.children[k] if tokens.deps[c] in {"nsubj", "nsubjpass"}), None)
        if first == frame.addressee + 1 and subject == first and tokens.tags[first] in {"PRP", "DT", "NNP"}:
            return Clause((trim(tokens, first, cut(tokens, frame, k, last), complementizer=False),), "clause-after")
    return None


def _marked(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "told ministers behind closed doors that ...": by the word "that", where the parser missed the clause."""
    cue = frame.cue
    if not frame.licenses("clause") or not frame.licenses("quote"):
        return None
    high = tokens.sentence(cue)[1]
    if frame.licenses("wh") and cue + 3 < high and tokens.lower[cue + 1] in {"if", "whether"}:
        first, last = trim(tokens, cue + 1, cut(tokens, frame, cue + 1, high), complementizer=False)
        return Clause(((first, last),), "question")  # "nothing she asked if ...", read as a relative clause
    for i in range(cue + 1, min(cue + MAX_MARK_DISTANCE_TOKENS, high - 2)):
        if tokens.lower[i] == "that" and tokens.tags[i] in {"IN", "WDT"} and tokens.tags[i + 1][:2] != "VB":
            last = cut(tokens, frame, i, high)
            first, last = trim(tokens, i + 1, last, complementizer=False)
            return Clause(((first, last),), "clause-after") if last - first > 2 else None
        if tokens.tags[i] in FINITE_TAGS or tokens.lower[i] in MARKS or tokens.lower[i] in {";", ":"}:
            return None
    return None


def _phrase(tokens: Tokens, frame: Frame) -> Clause | None:
    """What "according to X" covers: the rest of its sentence, on the side where the clause is."""
    low, high = tokens.sentence(frame.cue)
    first, last = frame.extent or (frame.cue, frame.cue + 1)
    lower = tokens.lower
    if (
        first - low > 1
        and lower[first - 1] == ","
        and tokens.tags[first - 2] in OPEN_TAGS
        and frame.subject is not None
    ):
        # "He is, according to Ada Lind, a gentleman": no apposition
        last = next((k for k in range(frame.subject + 1, last) if lower[k] == ","), last)
    low = max((i + 1 for i in range(low, first) if lower[i] == ";"), default=low)
    high = next((i for i in range(last, high) if lower[i] == ";"), high)
    while low < first and (not lower[low].strip() or lower[low] in PUNCTUATION):
        low += 1
    if low < first and lower[low] in {"and", "but", "so", "yet"} and low + 1 >= first - 1:
        low = first
    before = trim(tokens, low, first, complementizer=False)
    after = _behind_sources(tokens, *trim(tokens, last, high, complementizer=True))
    verbs = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")
    has_before = any(tokens.tags[k] in verbs for k in range(*before))
    has_after = any(tokens.tags[k] in verbs[:4] for k in range(*after))
    between = lower[last : last + 1] == [","] and lower[first - 1] == ","
    goes_on = after[1] > after[0] and tokens.tags[after[0]] not in ASIDE_TAGS | ({"CC"} if not has_after else set())
    around = Clause((before, after), "phrase-around") if between and goes_on else None
    if has_before and (not has_after or before[1] - before[0] > 2):
        return around or Clause((before,), "phrase-after")
    if has_after and any(tokens.tags[k][:1] in {"N", "P"} for k in range(*before)) and around is not None:
        return around  # "The bridge, according to Anna Lee, is safe"
    aside = has_before and after[1] > after[0] and tokens.tags[after[0]] in ASIDE_TAGS
    if after[1] - after[0] >= 2 and has_after and not aside:
        return Clause((after,), "phrase-before")
    return Clause((before,), "phrase-after") if before[1] - before[0] >= 2 else None


def _behind_sources(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The clause without whom the source cites: "according to X, citing two officials, | the mill will close"."""
    if first >= last or tokens.lower[first] not in CITING:
        return first, last
    comma = next((k for k in range(first + 2, last) if tokens.lower[k] == ","), last)
    told = any(tokens.tags[k] in FINITE_TAGS for k in range(comma, last))
    return trim(tokens, comma, last, complementizer=True) if told else (first, last)


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
                last = _before_main_verb(tokens, cue, *edge)
                return Clause((trim(tokens, edge[0], last, complementizer=True),), "noun-clause")
            if infinitive and holder == cue and frame.licenses("infinitive") and frame.subject is not None:
                return Clause((trim(tokens, *edge, complementizer=False),), "noun-infinitive")
    return _marked_noun_clause(tokens, frame)


def _before_main_verb(tokens: Tokens, cue: int, first: int, last: int) -> int:
    """Where the clause of a noun that is a subject ends, if the parser took in the noun's verb.

    "Ada Lind's claim that the road was closed | surprised many": no verb stands before the noun or behind the clause.
    """
    low, high = tokens.sentence(cue)
    verbs = [
        k
        for k in range(low, high)
        if (tokens.tags[k] in FINITE_TAGS and tokens.lower[k - 1] not in SUBJECT_WORDS)
        or (tokens.tags[k] == "VB" and tokens.tags[k - 1][:2] == "NN")  # "that the heating be turned on"
    ]
    if not verbs or verbs[0] < first or verbs[-1] >= last:
        return last
    behind = range(verbs[0] + 2, last - 1)
    own = [
        k
        for k in behind
        if k in verbs and tokens.tags[k - 1] not in MAIN_VERB_BARRED and tokens.lower[k - 1] not in CONJUNCTIONS
    ]
    read_as_adjectives = (
        k
        for k in behind
        if tokens.tags[k] in {"JJ", "VBN"}
        and tokens.lower[k].endswith("ed")
        and tokens.tags[k - 1] in {"VBN", "JJ", "NN", "NNS"}
    )
    return own[0] if own else next(read_as_adjectives, last)


def _marked_noun_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    """ "an assurance, from Admiral Lind, that ...": by the word "that" behind who gave it, between commas or not."""
    cue, source = frame.cue, frame.subject
    high = tokens.sentence(cue)[1]
    if source is None or source < cue or not frame.licenses("clause"):
        return None
    i = source + 1
    while i < high and tokens.ents[i] and tokens.ents[i] == tokens.ents[source]:
        i += 1
    i += i < high and tokens.lower[i] == ","
    if i + 2 >= high or tokens.lower[i] != "that" or tokens.tags[i] not in {"IN", "WDT"}:
        return None
    last = _before_main_verb(tokens, cue, i + 1, cut(tokens, frame, i, high))
    first, last = trim(tokens, i + 1, last, complementizer=False)
    return (
        Clause(((first, last),), "noun-clause")
        if any(tokens.tags[k] in FINITE_TAGS or tokens.tags[k] == "VB" for k in range(first, last))
        else None
    )


def find_clause(tokens: Tokens, frame: Frame) -> Clause | None:
    """The clause that a frame reports.

    Args:
        tokens: the document.
        frame: one of its frames.

    Returns:
        The clause, None when the cue governs none that it licenses.
    """
    if frame.construction == "phrase":
        clause = _phrase(tokens, frame)
        if clause is None or tokens.lower[frame.cue] == "according":
            return clause
        return replace(clause, rule=clause.rule.replace("phrase", "view"))  # "in the words of", "in her view"
    if frame.construction == "noun":
        return _noun_clause(tokens, frame)
    return (
        _clause(tokens, frame)
        or _behind_addressee(tokens, frame)
        or _infinitive(tokens, frame)
        or trailing_clause(tokens, frame)
        or _marked(tokens, frame)
    )
