"""Quotations without an attribution of their own: whose turn it is.

News text carries a speaker over: to the next quotation of the paragraph, to the next paragraph, from the sentence
that introduces a person just before, or from one that looks back ("That was the message from ...").
"""

from __future__ import annotations

from bisect import bisect_right
from collections import ChainMap
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import SENTENCE_ENDS
from negotiations_nlp.pipeline.bounds import FINITE_TAGS
from negotiations_nlp.pipeline.mentions import Mention, mention_of
from negotiations_nlp.pipeline.reports import Report
from negotiations_nlp.pipeline.settings import MARKS, is_title
from negotiations_nlp.pipeline.tokens import MAX_SENTENCE_TOKENS
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["carry_over", "speaking_subject"]

BACKWARD = frozenset({"that", "this", "those", "these", "it", "such", "so", "with", "was", "the"})
REMARKS = frozenset({"words", "remark", "comment", "statement", "message", "sentence", "line", "question", "warning"})
PERSONAL = frozenset({"he", "she", "they", "we", "i"})
NOT_PEOPLE = frozenset({"it", "this", "that", "there", "which", "what", "who", "these", "those"})
NOT_SPEAKERS = frozenset({"DATE", "TIME", "GPE", "PLACE", "CARDINAL", "MONEY", "PERCENT"})
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ee", "chief", "head", "coach", "boss", "king")
MIN_TOKENS = 3
MAX_TURNS = 3
MAX_LEAD_TOKENS = 16
MAX_SUBJECT_TOKENS = 400
SUBORDINATORS = frozenset({"if", "unless", "when", "while", "because", "once", "until", "although", "since"})


def speaking_subject(tokens: Tokens, first: int, last: int, skip: Sequence[int] = b"") -> int | None:
    """Head of the subject of the last sentence in a range of tokens that could introduce a speaker.

    Args:
        tokens: the document.
        first: where the range starts.
        last: one past its end.
        skip: for each token of the document, whether it stands in a quotation, where no subject counts; empty when
            none does.

    Returns:
        The head of a person, a personal pronoun or another likely speaker; None when there is none.
    """
    start = last
    first = max(first, last - MAX_SUBJECT_TOKENS)  # whoever is named further back introduces nobody
    while start > first and not (tokens.lower[start - 1] in SENTENCE_ENDS and start < last):
        start -= 1
    free = [i for i in range(start, last) if not (skip and skip[i])]
    subjects = [
        i
        for i in free
        if tokens.deps[i] in {"nsubj", "nsubjpass"}
        and tokens.lower[i] not in NOT_PEOPLE
        and tokens.deps[tokens.heads[i]] not in {"relcl", "acl"}
    ]
    people = [i for i in subjects if tokens.ents[i] == "PERSON" or tokens.lower[i] in PERSONAL]
    if people:
        return people[0]
    named = [i for i in free if tokens.ents[i] == "PERSON" and (i + 1 >= last or tokens.ents[i + 1] != "PERSON")]
    if named:
        return named[0]
    others = [i for i in subjects if tokens.ents[i] not in NOT_SPEAKERS and _may_speak(tokens, i)]
    if others:
        return others[0]
    people = [i for i in range(first, last) if tokens.ents[i] == "PERSON" and not (skip and skip[i])]
    ends = [i for i in people if i + 1 >= last or tokens.ents[i + 1] != "PERSON"]
    return ends[0] if len({tokens.lower[i] for i in ends}) == 1 else None


def _may_speak(tokens: Tokens, i: int) -> bool:
    """Whether a noun may stand for somebody who speaks: a name, or a word for a person or a body of people."""
    if tokens.tags[i] == "NNP":
        return True
    return tokens.tags[i] == "NN" and (tokens.lower[i] in speaker_nouns() or tokens.lower[i].endswith(AGENT_ENDINGS))


def _looks_back(tokens: Tokens, first: int, last: int) -> int | None:
    """The person in a sentence that points back at the quotation before it."""
    start = first
    while start < last and not tokens.lower[start].strip():
        start += 1
    if start + 1 >= last or tokens.lower[start] not in BACKWARD:
        return None
    if tokens.lower[start] == "the" and tokens.lower[start + 1] not in REMARKS:
        return None
    for end in range(start, min(last, start + MAX_SENTENCE_TOKENS)):
        if tokens.lower[end] in SENTENCE_ENDS:
            return None
        if tokens.ents[end] == "PERSON" and (end + 1 >= last or tokens.ents[end + 1] != "PERSON"):
            return end
    return None


def _is_speech(tokens: Tokens, s: Setting) -> bool:
    following = tokens.lower[s.quoted.after] if s.quoted.after < s.last else ""
    if following == "by" or (s.previous is not None and is_title(tokens, s.quoted)):
        return False  # a title, perhaps with its author
    return (
        s.free
        and s.words >= MIN_TOKENS
        and (s.final in ".?!…," or following in {"", ".", "?", "!"} or not following.strip())
        and not tokens.text[s.quoted.inner[0]].islower()
    )


def _resumes(tokens: Tokens, s: Setting) -> bool:
    """Whether a quotation goes on with a sentence that the reporter opens: 'But "we will wait."', 'Now, "it is late."'.

    What leads in has no clause of its own but a subordinate one, and the quotation has one and ends the sentence.
    """
    q = s.quoted
    start = q.before
    while start > s.first and tokens.lower[start - 1] not in SENTENCE_ENDS and start > q.before - MAX_LEAD_TOKENS:
        start -= 1
    while start < q.before and tokens.lower[start] in MARKS:
        start += 1
    lead = range(start, q.before)
    if not lead or start == 0 or tokens.lower[start - 1] not in SENTENCE_ENDS | MARKS or s.words <= MIN_TOKENS:
        return False
    if tokens.lower[lead[-1]] != "," and not (len(lead) == 1 and tokens.tags[start] in {"CC", "RB"}):
        return False
    if tokens.tags[start] not in {"IN", "CC", "RB", "WRB"}:
        return False
    subordinate = tokens.lower[start] in SUBORDINATORS
    if not subordinate and any(tokens.tags[i] in FINITE_TAGS for i in lead):
        return False
    following = tokens.lower[q.after] if q.after < s.last else "."
    return (s.final in SENTENCE_ENDS or following in SENTENCE_ENDS) and any(
        tokens.tags[i] in FINITE_TAGS for i in range(q.first, q.last)
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker whose words, or the words that name whom, have just been read.

    Attributes:
        end: one past the last token of the words and of their attribution.
        block: number of the block they stand in.
        source: the mention of the speaker, None when nobody is named.
    """

    end: int
    block: int
    source: Mention | None


def carry_over(
    tokens: Tokens,
    settings: Sequence[Setting],
    reports: dict[int, Report],
    clauses: Sequence[Report],
    blocks: Sequence[tuple[int, int]],
    *,
    headlines: frozenset[int] = frozenset(),
) -> dict[int, Report]:
    """Reports for the quotations that have none, with the speaker whose turn it is.

    Args:
        tokens: the document.
        settings: the quotations' settings.
        reports: the reports of those that have one, by number.
        clauses: the reports of clauses, whose speakers may go on.
        blocks: (first token, one past the last token) of each block.
        headlines: numbers of the blocks that no turn reaches, such as headlines.

    Returns:
        New reports by number; None as their source when nobody can be told.
    """
    found: dict[int, Report] = {}
    quoted = bytearray(len(tokens))
    for s in settings:
        quoted[s.quoted.before : s.quoted.after] = b"\1" * (s.quoted.after - s.quoted.before)
    known = ChainMap(found, reports)
    said = _clause_turns(clauses, blocks, quoted)
    for k, s in enumerate(settings):
        if k in reports or not (_is_speech(tokens, s) or _resumes(tokens, s)):
            continue
        if s.quoted.continues and s.prior in found:
            found[s.prior].content.append(s.quoted.inner)
            found[s.prior].quoted += (k,)
            found[k] = found[s.prior]
            continue
        source, rule = None, "no-speaker"
        if s.quoted.block not in headlines:
            turn = _last_turn(settings, known, said, s)
            if _is_speech(tokens, s):
                source, rule = _source_of(tokens, s, turn, blocks, quoted)
                if rule == "next-paragraph":
                    source = _other_side(settings, known, s) or source
            elif turn is not None and turn.block == s.quoted.block:
                source, rule = turn.source, "same-paragraph"
            else:
                continue
        rule = rule if source is not None else "no-speaker"
        found[k] = Report([s.quoted.inner], "direct", rule, source=source, quoted=(k,), implicit=True)
    return found


def _other_side(settings: Sequence[Setting], reports: Mapping[int, Report], s: Setting) -> Mention | None:
    """Who asks or answers where two people take turns, a paragraph each: "Did you?" "I did." "When?" "In May."

    None when nobody asks, or one person goes on.
    """
    asks = s.final == "?"
    speakers: list[Mention] = []
    k = s.prior
    block = s.quoted.block
    while k is not None and len(speakers) < MAX_TURNS and settings[k].quoted.block == block - 1 and k in reports:
        source = reports[k].source
        if source is None or (not speakers and (settings[k].final == "?") == asks):
            return None
        speakers.append(source)
        block, k = block - 1, settings[k].prior
    return next((m for m in speakers if m != speakers[0]), None) if len(speakers) > 1 else None


def _clause_turns(clauses: Sequence[Report], blocks: Sequence[tuple[int, int]], quoted: Sequence[int]) -> list[Turn]:
    """The turns that the cues of clauses take, in text order."""
    firsts = [first for first, _ in blocks]
    turns = []
    for report in clauses:
        frame = report.frame
        if report.source is None or frame is None or frame.entry is None or quoted[frame.cue]:
            continue
        if frame.entry.group == "opinion" or report.status != "asserted" or frame.antecedent is not None:
            continue
        turns.append(Turn(frame.cue + 1, max(bisect_right(firsts, frame.cue) - 1, 0), report.source))
    return sorted(turns, key=attrgetter("end"))


def _last_turn(
    settings: Sequence[Setting], reports: Mapping[int, Report], said: Sequence[Turn], s: Setting
) -> Turn | None:
    """The last turn before a quotation: that of the quotation before, or that of a cue after it."""
    turn = None
    if s.prior is not None and s.prior in reports:
        previous = settings[s.prior].quoted
        turn = Turn(previous.after, previous.block, reports[s.prior].source)
    k = bisect_right(said, s.quoted.before, key=attrgetter("end")) - 1
    if k >= 0 and (turn is None or said[k].end > turn.end):
        turn = said[k]
    return turn


def _source_of(
    tokens: Tokens,
    s: Setting,
    turn: Turn | None,
    blocks: Sequence[tuple[int, int]],
    quoted: Sequence[int],
) -> tuple[Mention | None, str]:
    q = s.quoted
    low, high = blocks[q.block]
    ahead = _looks_back(tokens, q.after, high)
    if ahead is None and q.block + 1 < len(blocks) and q.after >= high - 2:
        ahead = _looks_back(tokens, *blocks[q.block + 1])
    same_block = turn is not None and turn.block == q.block
    if turn is not None and same_block:
        between = speaking_subject(tokens, _after_sentence(tokens, turn.end, q.before), q.before)
        if between is None or tokens.lower[between] in PERSONAL:
            if turn.source is not None:
                return turn.source, "same-paragraph"
        else:
            return mention_of(tokens, between), "subject-before-quote"
    if s.previous is not None and not same_block:
        subject = speaking_subject(tokens, low, q.before, quoted)
        if subject is not None:
            return mention_of(tokens, subject), "subject-before-quote"
    if ahead is not None:
        return mention_of(tokens, ahead), "looks-back"
    near = turn is not None and q.block - turn.block <= 2
    if s.previous is None and q.block > 0:
        block = blocks[q.block - 1]
        if turn is not None and turn.source is not None and (turn.block == q.block - 1 or (near and q.continues)):
            tail = speaking_subject(tokens, _after_sentence(tokens, turn.end, block[1]), block[1])
            if tail is None or tokens.lower[tail] in PERSONAL:
                return turn.source, "next-paragraph"
            return mention_of(tokens, tail), "subject-before-quote"
        subject = speaking_subject(tokens, *block, quoted)
        if subject is not None:
            return mention_of(tokens, subject), "paragraph-before-quote"
    if turn is not None and near:
        return turn.source, "next-paragraph"
    return None, "no-speaker"


def _after_sentence(tokens: Tokens, first: int, last: int) -> int:
    """First token after the sentence that the attribution after a quotation stands in."""
    while first < last and tokens.lower[first] not in SENTENCE_ENDS:
        first += 1
    return min(first + 1, last)
