"""Who speaks where more than one could: the one that a mention names, and those that a pronoun does not stand for.

A pronoun that speaks is neither who is spoken to ("he told the detective") nor who the words themselves name
("Lind is late, he said": binding, Quirk et al., 1985, 6.16), and who replies is not who spoke before.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.nominals import age_behind, resolve_nominal
from negotiations_nlp.pipeline.resolution import PRONOUN_GENDERS, Context, fits, resolve_pronoun

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.cast import Cast, Figure, Occurrence

__all__ = ["is_answered", "named_behind", "named_in", "of_several", "others_than"]

Record = dict[str, Any]

LINKS = ("of", "in", "from", "at", "for", "to", "with", "on", "near", "outside", "inside", "across")
AGE_WORD = re.compile(r"\b(younger|older|elder) $")
TITLE = re.compile(r"\b([A-Z][a-z]{1,12}\.?) $")
NAMED = re.compile(
    r",? (?:an?|the|who|which)\b[^.;:\n“”\"]{0,60}\b(?:named|called|nicknamed|known as|call sign|only as) $"
)
SUBJECT_PRONOUN = re.compile(r"[\s“\"]*(he|she)\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:asked|pressed|questioned)\b", re.IGNORECASE)
REPLIES = frozenset({"replied", "answered", "countered", "retorted", "replies", "answers", "retorts"})
MAX_AGE_WORD_CHARS = 12
MAX_TITLE_CHARS = 16
MAX_NAMED_CHARS = 90


def named_in(text: str, cast: Cast, start: int, end: int) -> Occurrence | None:
    """The occurrence that heads a mention; None when a name is only part of it ("Putin's spokesman", "men in Sumy")."""
    heads = []
    for o in cast.within(start, end):
        before, after = text[start : max(o.start, start)].lower(), text[min(o.end, end) : end]
        if after.startswith(("'s", "’s", "'", "’")) and after.strip("'’s ."):
            continue
        if any(f" {word} " in f" {before}" for word in LINKS):
            continue
        if o.figure.label == "PERSON" or not after.strip(" .,'\"’”"):
            heads.append(o)
    people = [o for o in heads if o.figure.label == "PERSON"]
    return next(iter(people or heads), None)


def of_several(context: Context, occurrence: Occurrence) -> Figure:
    """Whom a family name means of those who bear it: by "the younger", or by the title that one of them has.

    Args:
        context: the document's figures.
        occurrence: a mention by name.

    Returns:
        The figure; that of the occurrence when nothing tells of another.
    """
    start, bearers = occurrence.start, context.family(occurrence.figure.name)
    if len(bearers) < 2 or " " in context.text[start : occurrence.end]:
        return occurrence.figure
    lead = AGE_WORD.search(context.text, max(0, start - MAX_AGE_WORD_CHARS), start)
    if lead is not None:
        ages = [(age, o.figure) for o in bearers if (age := age_behind(context, o)) is not None]
        if len(ages) == 2:
            young, old = sorted(ages, key=itemgetter(0))
            return young[1] if lead[1] == "younger" else old[1]
        return occurrence.figure
    title = _title(context, start)
    titled = [o.figure for o in bearers if title and _title(context, o.start) == title]
    return titled[0] if len(titled) == 1 else occurrence.figure


def _title(context: Context, start: int) -> str:
    """The title before a mention, without its full stop; "" when there is none."""
    found = TITLE.search(context.text, max(0, start - MAX_TITLE_CHARS), start)
    return found[1].rstrip(".") if found is not None and found[1] in default_name_words().titles else ""


def named_behind(context: Context, end: int) -> Figure | None:
    """Whom an apposition names: "The bishop's driver, a quiet man named Pablo Iturbe, ...".

    Args:
        context: the document's figures.
        end: one past the last character of the nominal.

    Returns:
        The figure, None when the words behind the nominal name nobody.
    """
    for o in context.cast.within(end, end + MAX_NAMED_CHARS):
        if o.start >= end and NAMED.fullmatch(context.text, end, o.start):
            return o.figure
    return None


def others_than(context: Context, pronoun: str, at: int, quote: Record) -> list[Figure]:
    """The figures that a pronoun which speaks does not stand for.

    Args:
        context: the document's figures and speakers so far.
        pronoun: the pronoun, lower case.
        at: its first character.
        quote: the record of the quote.

    Returns:
        The figures: who is spoken to, who the quoted words name, and who spoke before a reply.
    """
    gender = PRONOUN_GENDERS.get(pronoun)
    if gender is None:
        return []
    found = []
    if quote["addressee"] is not None:
        start, end = quote["addressee"]
        named = named_in(context.text, context.cast, start, end)
        figure = named.figure if named is not None else resolve_nominal(context, context.text[start:end], start)
        found += [figure] if figure is not None else []
    if quote["kind"] != "direct":
        found += [o.figure for a, b in quote["content"] for o in context.cast.within(a, b) if o.subject]
    cue = quote["cue"]
    if cue is not None and context.text[cue[0] : cue[1]].lower() in REPLIES:
        before = _spoke_before(context, at)
        if before is not None and _another_near(context, before, at, gender):
            found.append(before)
    return found


def is_answered(context: Context, figure: Figure, text: str, quote: Record) -> bool:
    """Whether a figure has just been speaking, so that a nominal that answers means somebody else.

    Args:
        context: the document's figures and speakers so far.
        figure: whom the nominal was taken for.
        text: the nominal.
        quote: the record of the quote.

    Returns:
        False when the text describes the figure by the nominal's last word.
    """
    cue = quote["cue"]
    if cue is None or context.text[cue[0] : cue[1]].lower() not in REPLIES or not context.speakers:
        return False
    char, last = context.speakers[-1]
    described = any(text.lower().split()[-1] in said.split() for said in figure.descriptions)
    return last is figure and not described and context.block(char) == context.block(cue[0])


def _spoke_before(context: Context, at: int) -> Figure | None:
    """Who spoke or acted last before a reply; None where the words of the reply's sentence ask its speaker."""
    number = context.sentence(at)
    if ASKED.search(context.text, context.sentence_starts[number], at):
        return None
    for n in range(number, max(number - 3, 0), -1):
        start = context.sentence_starts[n - 1]
        if context.in_quotation(start + 1):
            continue
        subject = SUBJECT_PRONOUN.match(context.text, start)
        if subject is not None:
            return resolve_pronoun(context, subject[1].lower(), subject.start(1))
        break
    return next((figure for char, figure in reversed(context.speakers) if char < at), None)


def _another_near(context: Context, figure: Figure, at: int, gender: str) -> bool:
    """Whether somebody else who fits is mentioned in the same block."""
    return any(
        o.figure is not figure and o.figure.label == "PERSON" and fits(o.figure, gender)
        for o in context.cast.before(at, context.since(at, 2))
        if context.block(o.start) == context.block(at)
    )
