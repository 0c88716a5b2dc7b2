"""Whom a pronoun that speaks stands for, and what it is resolved against.

Pronouns go to the most prominent earlier person of fitting gender: the speaker of the turn before, the subject of the
sentence before, then whoever was named last (the salience factors of Lappin and Leass, 1994, reduced to what quotes
need). Nominals are for ``nominals``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from negotiations_nlp.names import Knowledge
from negotiations_nlp.pipeline.genders import leaning_of_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.cast import Cast, Figure, Occurrence

__all__ = [
    "MAX_SENTENCES",
    "PLURALS",
    "PRONOUN_GENDERS",
    "Context",
    "first_person_after",
    "fits",
    "head_of",
    "resolve_pronoun",
    "salience",
    "words_of",
]

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
THEY = frozenset({"they", "them", "their"})
PLURALS = frozenset({"they", "them", "their", "we", "us"})
# ‘The trainer introduced the new goalkeeper, Milan Kovač’: what follows is about, or by, the one who is presented.
PRESENTS = re.compile(r"\b(?:introduced|presented|unveiled|appointed|hired|welcomed|signed)\s[^.?!;\n“\"]{0,50}$")
SINGULAR_THEY = re.compile(
    r"\b(?:non-?binary|genderqueer|they/them|uses? (?:they|the pronouns? they))\b", re.IGNORECASE
)
OPENING_PRONOUN = re.compile(r"\s{0,4}(he|she)\s", re.IGNORECASE)
MAX_VERB_CHARS = 65
PRESENTED_BONUS = 3.0
SENTENCE_DECAY = 1.0
SAME_BLOCK_BONUS = 1.5
SPEAKER_BONUS = 3.0
SUBJECT_BONUS = 2.5
QUOTED_MALUS = 2.0
REPORTED_MALUS = 1.5
POSSESSIVE_MALUS = 1.0
KNOWN_BONUS = 0.5
LEANING_BONUS = 0.25
LEANING_MALUS = 1.5
MAX_SENTENCES = 12
MAX_STEPS = 4
MAX_SENTENCES_AHEAD = 3


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
        knowledge: offices and nations; the library's own by default.
        headlines: ranges of characters of headlines, in text order.
        firsts: where each person is first mentioned, in text order.
        singular: people of whom the text says that "they" stands for them.
    """

    cast: Cast
    sentence_starts: Sequence[int]
    block_starts: Sequence[int]
    quoted: Sequence[tuple[int, int]]
    reported: Sequence[tuple[int, int]]
    speakers: list[tuple[int, Figure]]
    text: str
    date: dt.date | None = None
    knowledge: Knowledge = field(default_factory=Knowledge.default)
    headlines: Sequence[tuple[int, int]] = ()
    firsts: list[Occurrence] = field(default_factory=list, init=False)
    singular: list[Figure] = field(default_factory=list, init=False)
    _families: dict[str, list[Occurrence]] = field(default_factory=dict, init=False)
    _described: dict[str, list[tuple[list[str], Figure]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        seen: set[int] = set()
        for o in self.cast.occurrences:
            if o.figure.label == "PERSON" and not o.aside and id(o.figure) not in seen:
                seen.add(id(o.figure))
                self.firsts.append(o)
                self._families.setdefault(o.figure.name.rpartition(" ")[2], []).append(o)
        for found in SINGULAR_THEY.finditer(self.text):
            number = self.sentence(found.start())
            near = self.cast.within(self.sentence_starts[number], found.end())
            self.singular += [o.figure for o in near[-2:] if o.figure.label == "PERSON" and o.end <= found.start()][-1:]
        for figure in self.cast.figures:
            for words in map(words_of, figure.descriptions):
                self._described.setdefault(head_of(words), []).append((words, figure))

    def described(self, head: str) -> Sequence[tuple[list[str], Figure]]:
        """The descriptions that have this head noun, as words, each with whom it describes."""
        return self._described.get(head, ()) if head else ()

    def family(self, name: str) -> Sequence[Occurrence]:
        """The first mention of each person with the last name of a person, that person among them."""
        return self._families.get(name.rpartition(" ")[2], ())

    def writer(self) -> Figure | None:
        """Who tells the story: the person of the bylines, None when they name nobody or several."""
        people = {id(o.figure): o.figure for o in self.cast.occurrences if o.byline and o.figure.label == "PERSON"}
        return next(iter(people.values())) if len(people) == 1 else None

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

    def in_headline(self, char: int) -> bool:
        """Whether a character stands in a headline."""
        return _covers(self.headlines, char)

    def in_report(self, char: int) -> bool:
        """Whether a character stands in other reported speech."""
        return _covers(self.reported, char)


def _covers(ranges: Sequence[tuple[int, int]], char: int) -> bool:
    k = bisect_right(ranges, char, key=itemgetter(0)) - 1
    return k >= 0 and char < ranges[k][1]


def fits(figure: Figure, gender: str | None) -> bool:
    """Whether a figure may be of a gender; unknown fits all."""
    return gender is None or figure.gender is None or figure.gender == gender


def salience(context: Context, o: Occurrence, at: int, gender: str | None) -> float:
    """How prominent an occurrence is at a later character: recent, a subject, in the same block, in nobody's words."""
    distance = context.sentence(at) - context.sentence(o.start)
    score = -SENTENCE_DECAY * distance
    if o.subject:
        score += SUBJECT_BONUS
    elif PRESENTS.search(context.text, max(0, o.start - MAX_VERB_CHARS), o.start):
        score += PRESENTED_BONUS
    if context.block(o.start) == context.block(at):
        score += SAME_BLOCK_BONUS
    if context.in_quotation(o.start) and not context.in_quotation(at):
        score -= QUOTED_MALUS
    if context.in_report(o.start) and not context.in_report(at):
        score -= REPORTED_MALUS
    if context.text[o.end : o.end + 2] in {"'s", "’s"}:
        score -= POSSESSIVE_MALUS
    if gender is not None and o.figure.gender == gender:
        score += KNOWN_BONUS
    elif gender is not None:
        leaning = leaning_of_name(o.figure.name)
        score += 0.0 if leaning is None else LEANING_BONUS if leaning == gender else -LEANING_MALUS
    return score


def resolve_pronoun(
    context: Context, pronoun: str, at: int, barred: Sequence[Figure] = (), *, steps: int = MAX_STEPS
) -> Figure | None:
    """Whom a pronoun that speaks stands for.

    Args:
        context: the document's figures and speakers so far.
        pronoun: the pronoun, lower case.
        at: its first character.
        barred: figures that it does not stand for, such as who is spoken to.
        steps: through how many sentences before that open with the same pronoun it may go on.

    Returns:
        The figure, None when nobody fits.
    """
    gender = PRONOUN_GENDERS.get(pronoun)
    if pronoun in THEY and context.singular:
        return context.singular[-1]
    if gender is not None and context.singular:
        barred = (*barred, *context.singular)
    labels = {"PERSON"}
    if pronoun == "it":
        labels = {"ORG", "PLACE"}
    elif pronoun in PLURALS:
        labels = {"ORG"}  # of several people the text tells which ones mostly by words that are no names
    best: dict[int, tuple[float, int, Figure]] = {}
    current = context.sentence(at)
    for o in context.cast.before(at, context.since(at, MAX_SENTENCES)):
        if (
            o.figure.label not in labels
            or current - context.sentence(o.start) > MAX_SENTENCES
            or not fits(o.figure, gender)
            or o.figure in barred
        ):
            continue
        score = salience(context, o, at, gender)
        key = id(o.figure)
        if key not in best or score >= best[key][0]:
            best[key] = (score, o.start, o.figure)
    same = _subject_before(context, pronoun, at, steps) if gender is not None and steps else None
    if same is not None and same.label in labels and same not in barred and fits(same, gender):
        score = SUBJECT_BONUS + SAME_BLOCK_BONUS - SENTENCE_DECAY
        if id(same) not in best or score >= best[id(same)][0]:
            best[id(same)] = (score, context.since(at, 1), same)
    for char, figure in reversed(context.speakers):
        if char < at and figure.label in labels and fits(figure, gender) and figure not in barred:
            distance = current - context.sentence(char)
            score = SPEAKER_BONUS - SENTENCE_DECAY * distance
            if context.block(char) == context.block(at):
                score += SAME_BLOCK_BONUS
            key = id(figure)
            if distance <= MAX_SENTENCES and (key not in best or score >= best[key][0]):
                best[key] = (score, char, figure)
            break
    if not best:
        return first_person_after(context, at, gender) if gender is not None else None
    return max(best.values(), key=lambda b: (b[0], b[1]))[2]


def _subject_before(context: Context, pronoun: str, at: int, steps: int) -> Figure | None:
    """Whom the same pronoun stands for as the subject that opens the sentence before, in nobody's words.

    "I read it to Ada Lind. She considered it. “Well,” she said": a pronoun goes on with whom it was about.
    """
    number = context.sentence(at)
    if not number:
        return None
    start = context.sentence_starts[number - 1]
    found = OPENING_PRONOUN.match(context.text, start)
    if found is None or found[1].lower() != pronoun or context.in_quotation(found.start(1)):
        return None
    near = context.cast.before(start, context.since(start, 1))
    near = [o for o in near if context.block(o.start) == context.block(start)]
    people = {
        id(o.figure): o.figure for o in near if o.figure.label == "PERSON" and fits(o.figure, PRONOUN_GENDERS[pronoun])
    }
    return (
        next(iter(people.values()))
        if len(people) == 1
        else resolve_pronoun(context, pronoun, found.start(1), steps=steps - 1)
    )


def head_of(words: Sequence[str]) -> str:
    """Head noun of a nominal: the last word before "of", "at", "for", "in" ..."""
    for i, word in enumerate(words):
        if i and word in {"of", "at", "for", "in", "from", "with", "who", "on", "to", ","}:
            return words[i - 1]
    return words[-1] if words else ""


def words_of(text: str) -> list[str]:
    """The words of a nominal or description, without possessive endings and hyphens."""
    return [w.strip(".,") for w in text.replace("’s", "").replace("'s", "").replace("-", " ").split()]


def first_person_after(context: Context, at: int, gender: str | None, *, undescribed: bool = False) -> Figure | None:
    """The one person named soon after, where nobody was before ("The envoy said so. ... Ingmar Skold left.").

    With others in the text it must be the next subject, somebody new of whom nothing is told.

    Args:
        context: the document's figures.
        at: a character.
        gender: "male", "female" or None for any.
        undescribed: whether it must be somebody of whom nothing is told even if nobody else is in the text.

    Returns:
        The figure, None when nobody fits.
    """
    k = bisect_right(context.firsts, at, key=attrgetter("start"))
    if k == len(context.firsts):
        return None
    new = context.firsts[k]
    near = context.sentence(new.start) - context.sentence(at) <= MAX_SENTENCES_AHEAD
    if not near or not fits(new.figure, gender) or context.text.endswith(" of ", 0, new.start):
        return None
    told = bool(new.figure.descriptions)
    alone = (len(context.firsts) == 1 and not (undescribed and told)) or (new.subject and not told)
    return new.figure if alone else None
