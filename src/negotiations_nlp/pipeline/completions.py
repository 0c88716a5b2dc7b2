"""Names completed by what stands beside them: particles, days that are given names, brands with "'s", two counties."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.org_signs import is_branded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.surroundings import Mention, Surroundings

__all__ = ["with_brands", "with_county", "with_days", "with_particles"]

_SMALL_OF_ORGS = frozenset(("of", "the", "for", "and", "in", "on", "to"))
_FORCES = frozenset(("Police", "Constabulary"))
_DAYS_AND_GIVEN = frozenset(("Sunday", "Monday", "Friday", "Saturday", "May", "April", "June", "August", "Wednesday"))


def with_particles(text: Surroundings, mentions: Sequence[Mention], taken: Sequence[bool]) -> None:
    """Give bare surnames the particle that a full name of the text has: "Pim de Boer" makes "Boer" "de Boer"."""
    tokens = text.words.words
    names = [tokens[m.start : m.end] for m in mentions if m.label != "PLACE" and len(m) > 2]
    tails = {(name[-2], name[-1]) for name in names if name[-2].islower() and name[-2] not in _SMALL_OF_ORGS}
    for mention in mentions if tails else ():
        before = mention.start - 1
        if len(mention) == 1 and (text.before(mention.start), tokens[mention.start]) in tails and not taken[before]:
            mention.start = before


def with_days(text: Surroundings, mentions: Sequence[Mention], taken: Sequence[bool]) -> None:
    """Give names the day or month that is the given name: "Councillor [May Winter]", "her son, [Sunday Akpan]".

    One mention after a title, a role or a comma and before a surname decides for all: elsewhere a day is a day.
    """
    tokens = text.words.words
    at = [
        m
        for m in mentions
        if tokens[m.start - 1] in _DAYS_AND_GIVEN and m.start and len(m) == 1 and not taken[m.start - 1]
    ]
    named = {
        (tokens[m.start - 1], tokens[m.start])
        for m in at
        if m.label == "PERSON" and (text.is_who(m.start, m.end) or (m.start > 1 and _may_introduce(text, m.start - 2)))
    }
    for mention in at if named else ():
        if (tokens[mention.start - 1], tokens[mention.start]) in named:
            mention.start, mention.label = mention.start - 1, "PERSON"


def _may_introduce(text: Surroundings, i: int) -> bool:
    word, lexicon = text.words.words[i], text.vocabulary.lexicon
    return word in (",", "and") or word in lexicon.titles or word in lexicon.roles or word in lexicon.kin


def with_brands(text: Surroundings, mentions: Sequence[Mention]) -> None:
    """Give firms the "'s" that is part of their name: "Tesco and [Sainsbury's] have cut prices".

    One mention where nothing is owned decides for all.
    """
    tokens = text.words.words
    branded = {
        tokens[m.start]
        for m in mentions
        if tokens[m.end : m.end + 1] in (["'s"], ["’s"])
        and len(m) == 1
        and "PLACE" not in text.labels(m.start, m.end)
        and not text.vocabulary.is_given(tokens[m.start])
        and is_branded(text, m.end)
    }
    if not branded:
        return
    branded -= {word for m in mentions if len(m) > 1 for word in tokens[m.start : m.end]}
    for mention in mentions:
        if (
            len(mention) == 1
            and tokens[mention.start] in branded
            and tokens[mention.end : mention.end + 1] in (["'s"], ["’s"])
        ):
            mention.end, mention.label = mention.end + 1, "ORG"


def with_county(text: Surroundings, mentions: list[Mention]) -> None:
    """Join a police force of two counties: "[Avon and Somerset Police]", but not "[Roe] and [Leith Police]"."""
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    if not any(tokens[m.end - 1] in _FORCES for m in mentions):
        return
    bearers = {word for m in mentions if len(m) > 1 and m.label == "PERSON" for word in tokens[m.start : m.end]}
    for a, b in pairwise(tuple(mentions)):
        if (
            len(a) == 1
            and len(b) == 2
            and tokens[b.end - 1] in _FORCES
            and tokens[a.end : b.start] == ["and"]
            and text.labels(a.start, a.end) <= {"PLACE"}
            and not text.vocabulary.is_given(tokens[a.start])
            and tokens[a.start] not in bearers
            and text.before(a.start) not in (",", *lexicon.titles)
        ):
            b.start, b.label = a.start, "ORG"
            mentions.remove(a)
