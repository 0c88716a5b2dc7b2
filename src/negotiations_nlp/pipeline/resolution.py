"""Whom a mention of a speaker stands for: names, pronouns, and nominals such as "the minister".

Pronouns go to the most prominent earlier person of fitting gender: the speaker of the turn before, the subject of the
sentence before, then whoever was named last (the salience factors of Lappin and Leass, 1994, reduced to what quotes
need). Nominals go to whom the text or the knowledge base describes so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from negotiations_nlp.names import Knowledge
from negotiations_nlp.pipeline.offices import office_holder
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.cast import Cast, Figure, Occurrence

__all__ = ["PRONOUN_GENDERS", "Context", "resolve_nominal", "resolve_pronoun"]

AGE = re.compile(r"\b(\d{1,3})-year-old")
AGE_AFTER = re.compile(r",? \(?(\d{1,3})\b")
PRONOUN_GENDERS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
PLURALS = frozenset({"they", "them", "their", "we", "us"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "our", "my"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})
INDEFINITE = frozenset(
    {"a", "an", "one", "some", "another", "several", "many", "two", "three", "most", "any", "other", "few"}
)
SENTENCE_DECAY = 1.0
SAME_BLOCK_BONUS = 1.5
SPEAKER_BONUS = 3.0
SUBJECT_BONUS = 2.5
QUOTED_MALUS = 2.0
REPORTED_MALUS = 1.5
POSSESSIVE_MALUS = 1.0
MAX_SENTENCES = 12
MAX_SENTENCES_AHEAD = 3
FAR = 10**9


@dataclass(slots=True)
class Context:
    """What a mention is resolved against.

    Attributes:
        cast: the document's figures.
        sentence_starts: first character of each sentence.
        block_starts: first character of each block.
        quoted: ranges of characters of direct speech, in text order.
        reported: ranges of characters of other reported speech, in text order, none overlapping.
        speakers: (character, figure) of the speakers resolved so far, in text order.
        text: the document's text.
        date: the article's date, None when unknown.
    """

    cast: Cast
    sentence_starts: Sequence[int]
    block_starts: Sequence[int]
    quoted: Sequence[tuple[int, int]]
    reported: Sequence[tuple[int, int]]
    speakers: list[tuple[int, Figure]]
    text: str
    date: dt.date | None = None
    _described: dict[str, list[tuple[list[str], Figure]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for figure in self.cast.figures:
            for words in map(_words, figure.descriptions):
                self._described.setdefault(_head_of(words), []).append((words, figure))

    def described(self, head: str) -> Sequence[tuple[list[str], Figure]]:
        """The descriptions that have this head noun, as words, each with whom it describes."""
        return self._described.get(head, ()) if head else ()

    def sentence(self, char: int) -> int:
        """Number of the sentence that holds a character."""
        return bisect_right(self.sentence_starts, char) - 1

    def since(self, char: int, sentences: int) -> int:
        """First character of the sentence that stands so many sentences before the one that holds a character."""
        return self.sentence_starts[max(self.sentence(char) - sentences, 0)]

    def block(self, char: int) -> int:
        """Number of the block that holds a character."""
        return bisect_right(self.block_starts, char) - 1

    def in_quotation(self, char: int) -> bool:
        """Whether a character stands in direct speech."""
        return _covers(self.quoted, char)

    def in_report(self, char: int) -> bool:
        """Whether a character stands in other reported speech."""
        return _covers(self.reported, char)


def _covers(ranges: Sequence[tuple[int, int]], char: int) -> bool:
    k = bisect_right(ranges, char, key=itemgetter(0)) - 1
    return k >= 0 and char < ranges[k][1]


def _fits(figure: Figure, gender: str | None) -> bool:
    return gender is None or figure.gender is None or figure.gender == gender


def _salience(context: Context, o: Occurrence, at: int, gender: str | None) -> float:
    distance = context.sentence(at) - context.sentence(o.start)
    score = -SENTENCE_DECAY * distance
    if o.subject:
        score += SUBJECT_BONUS
    if context.block(o.start) == context.block(at):
        score += SAME_BLOCK_BONUS
    if context.in_quotation(o.start) and not context.in_quotation(at):
        score -= QUOTED_MALUS
    if context.in_report(o.start) and not context.in_report(at):
        score -= REPORTED_MALUS
    if context.text[o.end : o.end + 2] in {"'s", "’s"}:
        score -= POSSESSIVE_MALUS
    if gender is not None and o.figure.gender == gender:
        score += 0.5
    return score


def resolve_pronoun(context: Context, pronoun: str, at: int) -> Figure | None:
    """Whom a pronoun that speaks stands for.

    Args:
        context: the document's figures and speakers so far.
        pronoun: the pronoun, lower case.
        at: its first character.

    Returns:
        The figure, None when nobody fits.
    """
    gender = PRONOUN_GENDERS.get(pronoun)
    labels = {"PERSON"}
    if pronoun == "it":
        labels = {"ORG", "PLACE"}
    elif pronoun in PLURALS:
        labels = {"ORG", "PERSON"}
    best: dict[int, tuple[float, int, Figure]] = {}
    current = context.sentence(at)
    for o in context.cast.before(at, context.since(at, MAX_SENTENCES)):
        if (
            o.figure.label not in labels
            or current - context.sentence(o.start) > MAX_SENTENCES
            or not _fits(o.figure, gender)
        ):
            continue
        score = _salience(context, o, at, gender)
        key = id(o.figure)
        if key not in best or score >= best[key][0]:
            best[key] = (score, o.start, o.figure)
    for char, figure in reversed(context.speakers):
        if char < at and figure.label in labels and _fits(figure, gender):
            distance = current - context.sentence(char)
            score = SPEAKER_BONUS - SENTENCE_DECAY * distance
            if context.block(char) == context.block(at):
                score += SAME_BLOCK_BONUS
            key = id(figure)
            if distance <= MAX_SENTENCES and (key not in best or score >= best[key][0]):
                best[key] = (score, char, figure)
            break
    if not best:
        return _first_person_after(context, at, gender) if gender is not None else None
    if pronoun in PLURALS and all(f.label == "PERSON" for _, _, f in best.values()) and len(best) > 1:
        return None
    return max(best.values(), key=lambda b: (b[0], b[1]))[2]


def _head_of(words: Sequence[str]) -> str:
    """Head noun of a nominal: the last word before "of", "at", "for", "in" ..."""
    for i, word in enumerate(words):
        if i and word in {"of", "at", "for", "in", "from", "with", "who", "on", "to", ","}:
            return words[i - 1]
    return words[-1] if words else ""


def _words(text: str) -> list[str]:
    return [w.strip(".,") for w in text.replace("’s", "").replace("'s", "").replace("-", " ").split()]


def _overlap(a: Sequence[str], b: Sequence[str]) -> int:
    return len({w for w in a if len(w) > 2} & {w for w in b if len(w) > 2})


def _first_person_after(context: Context, at: int, gender: str | None) -> Figure | None:
    """The one person of the text, where nobody was named before ("The envoy said so. ... Ingmar Skold left.")."""
    people = [f for f in context.cast.figures if f.label == "PERSON"]
    if len(people) != 1 or not _fits(people[0], gender):
        return None
    first = next((o for o in context.cast.occurrences if o.figure is people[0]), None)
    if first is None:
        return None
    near = 0 <= context.sentence(first.start) - context.sentence(at) <= MAX_SENTENCES_AHEAD
    return people[0] if first.start > at and near else None


def _subject_before(context: Context, at: int) -> Figure | None:
    """The person who is the subject of the sentence before, or of this one, in the same block."""
    current = context.sentence(at)
    for o in reversed(context.cast.before(at, context.since(at, 1))):
        if current - context.sentence(o.start) > 1 or context.block(o.start) != context.block(at):
            return None
        if o.subject and o.figure.label == "PERSON" and not context.in_quotation(o.start):
            return o.figure
    return None


def _relative(context: Context, possessive: str, gender: str, at: int) -> Figure | None:
    """ "his sister": the only other person of the family name, if the gender fits."""
    owner = resolve_pronoun(context, possessive, at)
    if owner is None:
        return None
    family = owner.name.split()[-1].lower()
    others = [
        f
        for f in context.cast.figures
        if f is not owner
        and f.label == "PERSON"
        and f.name.split()[-1].lower() == family
        and len(f.name.split()) > 1
        and _fits(f, gender)
    ]
    known = [f for f in others if f.gender == gender] or others
    return known[0] if len(known) == 1 else None


def _age(context: Context, o: Occurrence) -> int | None:
    """The age that the text gives behind a name ("Lee Fennimore, 19,")."""
    found = AGE_AFTER.match(context.text, o.end)
    return int(found[1]) if found is not None else None


def resolve_nominal(context: Context, text: str, at: int) -> Figure | None:
    """Whom a nominal that speaks stands for: by the text's own descriptions, then by prominence.

    Args:
        context: the document's figures and speakers so far.
        text: the nominal ("the Ukrainian president").
        at: its first character.

    Returns:
        The figure, None for groups, nameless people and when nobody fits.
    """
    words = _words(text.lower())
    if not words:
        return None
    head = _head_of(words)
    noun = speaker_nouns().get(head)
    if words[0] in INDEFINITE or (noun is not None and noun.kind in {"anonymous", "document"}):
        return None
    gender = noun.gender if noun is not None else None
    age = AGE.search(text)
    if age is not None or head in {"teenager", "pensioner"}:
        ages = (
            range(int(age[1]), int(age[1]) + 1)
            if age is not None
            else range(13, 20)
            if head == "teenager"
            else range(60, 120)
        )
        of_age = next((o.figure for o in context.cast.occurrences if _age(context, o) in ages), None)
        return of_age or _subject_before(context, at)
    collective = noun is not None and noun.kind == "collective"
    candidates = []
    for said, figure in context.described(head):
        if collective == (figure.label != "PERSON") and _fits(figure, gender):
            distance = context.cast.distance(figure, at)
            candidates.append((_overlap(words, said), -(FAR if distance is None else distance), figure))
    if candidates:
        return max(candidates, key=lambda c: (c[0], c[1]))[2]
    if words[0] not in POSSESSIVES and not collective:
        holder = office_holder(words, context.cast, Knowledge.default(), context.date)
        if holder is not None:
            return holder
    if words[0] in {"his", "her", "their"} and gender is not None and not collective:
        return _relative(context, words[0], gender, at)
    if collective or words[0] not in DEFINITE or words[0] in POSSESSIVES or head.endswith("s"):
        return None
    current = context.sentence(at)
    best: tuple[float, int, Figure] | None = None
    for o in context.cast.before(at, context.since(at, 2)):
        if o.figure.label != "PERSON" or current - context.sentence(o.start) > 2 or not _fits(o.figure, gender):
            continue
        if o.figure.descriptions:  # described otherwise: somebody else
            continue
        score = _salience(context, o, at, gender)
        if best is None or (score, o.start) > best[:2]:
            best = (score, o.start, o.figure)
    return best[2] if best is not None else _first_person_after(context, at, gender)
