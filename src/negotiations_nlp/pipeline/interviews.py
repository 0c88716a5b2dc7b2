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

__all__ = ["Parties", "parties_of", "quoted_answers", "role_of_label", "spell_out"]

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
SMALL_WORDS = frozenset({"the", "of", "and", "for", "de", "van", "von", "der", "la"})
INITIALS = range(2, 6)


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


def spell_out(tokens: Tokens, turns: Sequence[Report]) -> None:
    """Say of turns whose label is somebody's initials whose they are: "NF:" for Nadia Ferrand.

    A name among the other labels comes before one in the text; small words ("of", "the") count or not. Sets the
    antecedent of the reports, and leaves labels that no name fits.

    Args:
        tokens: the document.
        turns: the reports of its turns.
    """
    sources = [(r, r.source) for r in turns if r.source is not None and r.antecedent is None]
    labels = [(r, letters) for r, m in sources if (letters := _initials(tokens.span_text(*m)))]
    if not labels:
        return
    named: dict[str, Mention] = {}
    long = [m for _, m in sources if m[1] - m[0] > 1]
    for name in (*long, *_people(tokens, 0, len(tokens)), *_people(tokens, 0, len(tokens), "ORG")):
        words = [tokens.word(i) for i in range(*name) if tokens.word(i)[0].isalpha()]
        large = [word for word in words if word.lower() not in SMALL_WORDS]
        if len(words) > 1:
            for form in (words, large):
                named.setdefault("".join(word[0] for word in form).upper(), name)
    for report, letters in labels:
        report.antecedent = named.get(letters)


def _initials(label: str) -> str:
    """The letters of a label that may be initials ("NF", "N.F."), "" for any other."""
    letters = label.replace(".", "")
    return letters if len(letters) in INITIALS and letters.isalpha() and letters.isupper() else ""


def _people(tokens: Tokens, first: int, last: int, label: str = "PERSON") -> Iterator[Mention]:
    i = first
    while i < last:
        j = i + 1
        if tokens.ents[i] == label:
            while j < last and tokens.ents[j] == label and not tokens.ent_starts[j]:
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
