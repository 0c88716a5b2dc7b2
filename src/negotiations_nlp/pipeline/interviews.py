"""Who asks and who answers in an interview whose turns do not name them.

"Q:" and "A:" stand for people whom the lines around the turns introduce; answers in quotation marks between questions
are all the words of the one person who is interviewed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from negotiations_nlp.pipeline.reports import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from negotiations_nlp.pipeline.mentions import Mention
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Parties", "parties_of", "quoted_answers", "role_of_label"]

ASKING_LABELS = frozenset({"q", "q.", "question", "interviewer", "reporter", "journalist"})
ANSWERING_LABELS = frozenset({"a", "a.", "answer", "interviewee"})
TALKING = frozenset({"spoke", "speaks", "speaking", "talked", "talks", "talking", "spoken", "chatted", "down"})
ASKING = frozenset({"interviewed", "interviews", "asked", "asks", "met", "meets", "questioned", "questions", "quizzed"})
INTERVIEWS = frozenset({"interview", "conversation", "questions", "examination", "hearing"})
ANSWERERS = frozenset({"witness", "interviewee", "guest", "defendant"})
UNREAD_KINDS = frozenset({"transcript", "boilerplate"})
MARKS = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
MAX_TITLE_TOKENS = 7
TITLE_TAGS = frozenset({"NNP", "NN", "HYPH", "DT", ",", "PRP$", "JJ", "POS"})
MAX_QUESTION_TOKENS = 60
MIN_ANSWERS = 2


class Parties(NamedTuple):
    """The two sides of an interview, None where the text does not name one."""

    asks: Mention | None
    answers: Mention | None


def role_of_label(label: str) -> str | None:
    """ "asks" or "answers" for a label that names only the part somebody plays ("Q", "A."), else None."""
    label = label.lower()
    return "asks" if label in ASKING_LABELS else "answers" if label in ANSWERING_LABELS else None


def parties_of(
    tokens: Tokens, blocks: Sequence[tuple[int, int]], kinds: Sequence[str], labelled: frozenset[str] = frozenset()
) -> Parties:
    """Who asks and who answers, by what the blocks that are no turns say of the people they name.

    Args:
        tokens: the document.
        blocks: (first token, one past the last token) of each block.
        kinds: kind of each block, as ``text.blocks`` names them.
        labelled: last words, lower case, of the labels of the other turns; these people are neither side.

    Returns:
        The mentions that name them.
    """
    asks: list[Mention] = []
    surely: list[Mention] = []
    perhaps: list[Mention] = []
    for (first, last), kind in zip(blocks, kinds, strict=True):
        if kind in UNREAD_KINDS:
            continue
        for mention in _people(tokens, first, last):
            if tokens.lower[mention[1] - 1] in labelled:
                continue
            part = "asks" if kind == "byline" else _part_of(tokens, mention, first, last)
            (asks if part == "asks" else surely if part == "answers" else perhaps).append(mention)
    asking = {tokens.lower[b - 1] for _, b in asks}
    answers = [m for m in (*surely, *perhaps) if tokens.lower[m[1] - 1] not in asking]
    return Parties(asks[0] if asks else None, answers[0] if answers else None)


def _people(tokens: Tokens, first: int, last: int) -> Iterator[Mention]:
    i = first
    while i < last:
        j = i + 1
        if tokens.ents[i] == "PERSON":
            while j < last and tokens.ents[j] == "PERSON" and not tokens.ent_starts[j]:
                j += 1
            yield i, j
        i = j


def _part_of(tokens: Tokens, mention: Mention, first: int, last: int) -> str | None:
    """The part that the words beside a name give its bearer, None when they say nothing of it."""
    i = mention[0] - 1
    while i >= first and mention[0] - i <= MAX_TITLE_TOKENS and tokens.tags[i] in TITLE_TAGS:
        if tokens.lower[i] in ANSWERERS:
            return "answers"
        i -= 1
    before = tokens.lower[i] if i >= first else ""
    if mention[1] < last and tokens.lower[mention[1]] in ASKING:
        return "asks"
    if before == "by":
        return "asks"
    if before in ASKING:
        return "answers"
    if before in {"to", "with", "of"} and i > first and tokens.lower[i - 1] in TALKING | INTERVIEWS:
        named = any(tokens.ents[k] == "PERSON" or tokens.lower[k] in {"he", "she"} for k in range(first, i - 1))
        return "asks" if named and tokens.lower[i - 1] in TALKING else "answers"
    return None


def quoted_answers(
    tokens: Tokens, blocks: Sequence[tuple[int, int]], kinds: Sequence[str]
) -> tuple[list[Report], frozenset[int]]:
    """The answers of an interview that stand between marks, each under a question that is a block of its own.

    Args:
        tokens: the document.
        blocks: (first token, one past the last token) of each block.
        kinds: kind of each block.

    Returns:
        The reports and the numbers of their blocks; empty with fewer than two answers, or nobody who could answer.
    """
    found: list[int] = []
    under_question = False
    for k, (first, last) in enumerate(blocks):
        whole = tokens.span_text(first, last).strip()
        if whole.endswith("?") and whole[0] not in MARKS and last - first <= MAX_QUESTION_TOKENS:
            under_question = True
        elif under_question and len(whole) > 2 and MARKS.get(whole[0]) == whole[-1] and whole.count(whole[-1]) <= 2:
            found.append(k)
        else:
            under_question = False
    if len(found) < MIN_ANSWERS:
        return [], frozenset()
    answers = parties_of(tokens, blocks[: found[0]], kinds[: found[0]]).answers
    if answers is None:
        return [], frozenset()
    reports = []
    for k in found:
        first, last = blocks[k]
        start, end = tokens.starts[first], tokens.ends[last - 1]
        inner = tokens.text[start:end].rstrip()
        reports.append(
            Report([(start + 1, start + len(inner) - 1)], "direct", "interview", source=answers, implicit=True)
        )
    return reports, frozenset(found)
