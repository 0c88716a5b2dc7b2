"""Whom a nominal that speaks stands for: "the minister", "his sister", "the 58-year-old", "the Frenchman".

First by what the text itself says of the people in it, then by the offices of the knowledge base, last by prominence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from negotiations_nlp.names.countries import country_of
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.offices import office_holder
from negotiations_nlp.pipeline.resolution import (
    MAX_SENTENCES,
    first_person_after,
    fits,
    head_of,
    resolve_pronoun,
    salience,
    words_of,
)
from negotiations_nlp.speaker_words import nationals, role_classes, speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.names import Knowledge
    from negotiations_nlp.pipeline.cast import Figure, Occurrence
    from negotiations_nlp.pipeline.resolution import Context

__all__ = ["INDEFINITE", "age_behind", "resolve_nominal"]

AGE = re.compile(r"\b(\d{1,3})-year")
AGE_AFTER = re.compile(r",? \(?(?:aged )?(\d{1,3})\b")
RELATIVE = re.compile(r", who\b[^,.\n]{0,120}")
AGES = {
    "teenager": range(13, 20),
    "pensioner": range(60, 120),
    "boy": range(1, 18),
    "girl": range(1, 18),
    "schoolboy": range(5, 19),
    "schoolgirl": range(5, 19),
}
CHILDREN = frozenset({"boy", "girl", "schoolboy", "schoolgirl"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "our", "my"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})
INDEFINITE = frozenset(
    {"a", "an", "one", "some", "another", "several", "many", "two", "three", "most", "any", "other", "few"}
)
RANKS = ("shadow", "vice")
CHARGES = frozenset(
    {"head", "director", "chief", "chairman", "chairwoman", "chair", "leader", "president", "secretary"}
)
FORMER = frozenset({"former", "ex", "late", "retired", "outgoing", "then"})
COMPANIES = frozenset(
    {"company", "firm", "airline", "bank", "retailer", "carmaker", "manufacturer", "operator", "brewer"}
)
PUBLIC_BODIES = frozenset(
    {
        "Ministry",
        "Department",
        "Commission",
        "Council",
        "Court",
        "Parliament",
        "Union",
        "University",
        "Police",
        "Office",
    }
)
PORTFOLIO_HEADS = frozenset({"minister", "secretary"})
MAX_SENTENCES_BACK = 2
MAX_BACK_CHARS = 1500
FAR = 10**9


def resolve_nominal(context: Context, text: str, at: int) -> Figure | None:
    """Whom a nominal stands for.

    Args:
        context: the document's figures and speakers so far.
        text: the nominal ("the Ukrainian president").
        at: its first character.

    Returns:
        The figure, None for groups, nameless people and when nobody fits.
    """
    words = words_of(text.lower())
    if not words:
        return None
    head = head_of(words)
    noun = speaker_nouns().get(head)
    if words[0] in INDEFINITE or (noun is not None and noun.kind in {"anonymous", "document", "inscription"}):
        return None
    gender = noun.gender if noun is not None else None
    age = AGE.search(text)
    if age is not None or head in AGES:
        of_age = _ofage_behind(context, int(age[1]) if age is not None else None, head, at)
        if of_age is not None or (head not in CHILDREN and (age is None or head == "old")):
            return of_age
    collective = noun is not None and noun.kind == "collective"
    found = _described(context, words, head, gender, at, collective=collective)
    if found is not None:
        return found
    if words[0] not in POSSESSIVES and not collective:
        holder = office_holder(words, context.cast, context.knowledge, context.date)
        if holder is not None:
            return holder
    if context.in_headline(at) and words[0] not in DEFINITE and not collective:
        return _of_headline(context, gender, at + len(text))
    if words[0] in {"his", "her", "their"} and gender is not None and not collective:
        return _relative(context, words[0], gender, at)
    if head in COMPANIES and words[0] == "the" and not _met_unnamed(context, head, at):
        return _company(context, at)
    if collective or words[0] not in DEFINITE or head.endswith("s"):
        return None
    if words[0] in POSSESSIVES:
        return first_person_after(context, at, gender) if head in default_name_words().roles else None
    if _met_unnamed(context, head, at):
        return None
    people = _nation(head, context.knowledge) if len(words) == 2 or age is not None else None
    if people is not None:
        return _compatriot(context, people, at)
    return _prominent(context, head, gender, at)


def _described(
    context: Context, words: Sequence[str], head: str, gender: str | None, at: int, *, collective: bool
) -> Figure | None:
    """Whom the text describes so, or by a narrower role ("the author" for a novelist)."""
    classes = role_classes()
    covered = classes.get(" ".join(w for w in words if w not in DEFINITE), classes.get(head, frozenset()))
    candidates = [(said, figure, True) for said, figure in context.described(head)]
    for narrow in covered:
        *before, noun = narrow.split()
        candidates += [(said, figure, False) for said, figure in context.described(noun) if {*before} <= {*said}]
    former = not FORMER.isdisjoint(words)
    best: tuple[tuple[bool, bool, int, int], Figure] | None = None
    for said, figure, exact in candidates:
        if collective != (figure.label != "PERSON") or not fits(figure, gender) or _conflict(words, said):
            continue
        distance = context.cast.distance(figure, at)
        key = (
            exact,
            former != FORMER.isdisjoint(said),
            _overlap(words, said),
            -(FAR if distance is None else distance),
        )
        if best is None or key > best[0]:
            best = key, figure
    return best[1] if best is not None else None


def _overlap(a: Sequence[str], b: Sequence[str]) -> int:
    return len({w for w in a if len(w) > 2} & {w for w in b if len(w) > 2})


def _conflict(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether two descriptions name different portfolios or nations: "the French minister" is no German one."""
    mine, nations = _portfolio(words)
    theirs, others = _portfolio(said)
    if any((rank in words) != (rank in said) for rank in RANKS):
        return True  # "the chancellor" is no shadow chancellor
    return _differ(nations, others) or _differ(mine, theirs) or _differ(_charge(words), _charge(said))


def _charge(words: Sequence[str]) -> set[str]:
    """What somebody is at the head of: {"service"} for "head of the service"."""
    k = next((i for i, w in enumerate(words) if w == "of" and i and words[i - 1] in CHARGES), len(words))
    return {w for w in words[k + 1 :] if w not in DEFINITE and w not in {"of", "and"}}


def _portfolio(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """What stands before "minister" or "secretary", and the ids of the nations that a phrase names."""
    nations = {w: n for w in words if (n := country_of(w)) is not None}
    k = next((i for i, w in enumerate(words) if w in PORTFOLIO_HEADS), 0)
    return set(words[:k]) - nations.keys() - DEFINITE - FORMER, set(nations.values())


def _differ(a: set[str], b: set[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def age_behind(context: Context, o: Occurrence) -> int | None:
    """The age that the text gives behind a name ("Lee Fennimore, 19,")."""
    found = AGE_AFTER.match(context.text, o.end)
    return int(found[1]) if found is not None else None


def _ofage_behind(context: Context, age: int | None, head: str, at: int) -> Figure | None:
    """Who is of that age, or the subject of the sentence before."""
    ages = range(age, age + 1) if age is not None else AGES[head]
    of_age = next((o.figure for o in context.firsts if age_behind(context, o) in ages), None)
    return of_age if of_age is not None or head in CHILDREN else _subject_before(context, at) or _alone(context, at)


def _alone(context: Context, at: int) -> Figure | None:
    """The one person whom the sentences before in the same block name."""
    near = context.cast.before(context.since(at, 0), context.block_starts[max(context.block(at), 0)])
    people = {id(o.figure): o.figure for o in near if o.figure.label == "PERSON"}
    return next(iter(people.values())) if len(people) == 1 else None


def _of_headline(context: Context, gender: str | None, end: int) -> Figure | None:
    """Whom a headline means that gives an age or a gender away: "‘...’: widow, 91, tackles burglar"."""
    age = AGE_AFTER.match(context.text, end)
    if age is not None:
        of_age = next((o.figure for o in context.firsts if age_behind(context, o) == int(age[1])), None)
        if of_age is not None:
            return of_age
    if gender is None:
        return None
    people = (
        o.figure for o in context.cast.occurrences if o.start > end and o.figure.label == "PERSON" and not o.aside
    )
    return next((figure for figure in people if fits(figure, gender)), None)


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
        and fits(f, gender)
    ]
    known = [f for f in others if f.gender == gender] or others
    return known[0] if len(known) == 1 else None


def _nation(head: str, knowledge: Knowledge) -> str | None:
    return knowledge.demonym(nationals().get(head, head).capitalize())


def _compatriot(context: Context, nation: str, at: int) -> Figure | None:
    """The person of that nation, else the most prominent one of whom no other nation is told."""
    best: tuple[bool, float, int, Figure] | None = None
    for o in context.cast.before(at, context.since(at, MAX_SENTENCES)):
        if o.figure.label != "PERSON":
            continue
        nations = {n for said in o.figure.descriptions for w in words_of(said) if (n := _nation(w, context.knowledge))}
        near = context.sentence(at) - context.sentence(o.start) <= MAX_SENTENCES_BACK
        if nation in nations or (near and not nations):
            key = (nation in nations, salience(context, o, at, None), o.start)
            if best is None or key > best[:3]:
                best = (*key, o.figure)
    return best[3] if best is not None else None


def _prominent(context: Context, head: str, gender: str | None, at: int) -> Figure | None:
    """The most prominent person of whom the text says nothing else; with nobody named before, the one named next.

    What anybody may become ("the winner") goes to the most prominent person, whatever else is said of them.
    """
    anybody = role_classes().get(head) == frozenset()
    current = context.sentence(at)
    best: tuple[float, int, Figure] | None = None
    for o in context.cast.before(at, context.since(at, MAX_SENTENCES_BACK)):
        if (
            o.figure.label != "PERSON"
            or current - context.sentence(o.start) > MAX_SENTENCES_BACK
            or not fits(o.figure, gender)
        ):
            continue
        if not anybody and (o.figure.descriptions or _is_told(context, o, head)):  # somebody else
            continue
        score = salience(context, o, at, gender)
        if best is None or (score, o.start) > best[:2]:
            best = (score, o.start, o.figure)
    return best[2] if best is not None else first_person_after(context, at, gender, undescribed=not anybody)


def _company(context: Context, at: int) -> Figure | None:
    """The most prominent organisation of the sentences before that may be a company."""
    best: tuple[float, int, Figure] | None = None
    for o in context.cast.before(at, context.since(at, MAX_SENTENCES_BACK)):
        public = not PUBLIC_BODIES.isdisjoint(o.figure.name.split())
        if o.figure.label != "ORG" or public or context.in_quotation(o.start):
            continue
        key = (salience(context, o, at, None), o.start)
        if best is None or key > best[:2]:
            best = (*key, o.figure)
    return best[2] if best is not None else None


def _met_unnamed(context: Context, head: str, at: int) -> bool:
    """Whether the text has somebody nameless of that noun: "A spokesperson for the fire service said ..."."""
    low = max(at - MAX_BACK_CHARS, 0)
    if f" {head} " not in context.text[low:at].lower():
        return False
    nameless = re.compile(
        rf"\b(?<!is )(?<!was )(?<!as )(?:an?|another) (?:[\w’'-]{{1,20}} ){{0,2}}{re.escape(head)}\b", re.IGNORECASE
    )
    return nameless.search(context.text, low, at) is not None


def _is_told(context: Context, o: Occurrence, head: str) -> bool:
    """Whether a relative clause tells something else of a person: "Ada Holm, who runs the kennels, ..."."""
    clause = RELATIVE.match(context.text, o.end)
    return clause is not None and head not in clause[0].lower()
