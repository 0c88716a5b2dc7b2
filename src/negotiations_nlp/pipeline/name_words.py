"""The words that stand in and around names: titles, roles, heads of organisations, places and events.

The rows stand in ``data/en/name_words.jsonl``; kinds:

===========  ========================================================  ==========================
kind         what the word does                                        example
===========  ========================================================  ==========================
title        stands capitalised before a person's name                 President, Mr, Cllr
postnominal  letters after a person's name                             KC, OBE
role         common noun that may stand before a person's name         harbour master, spokesman
modifier     belongs to a title that follows it                        Prime (Minister)
org          head of an organisation's name                            Ministry, Bank
place        head of a place's name                                    Oblast, Lake
place_first  first word of a place's name                              Lake, Rua
event        head of an event's, document's or field's name            Summit, Act, Studies
ground       common noun after a place's name, or before "of"          region, mayor
outfit       common noun after an organisation's name                  party, shares
business     common noun before a company's name                       carmaker, retailer
insider      role after an organisation's name, before a person's      boss, striker
player       who plays in a team or follows it                         winger, fans
corporate    what firms have, cut, raise or name                       profits, stores, chairman
held         what people have of a firm, before "in" or "of"           shares, stake
move         verb for what prices and shares do                        rose, slumped
plunge       such a verb that needs no figure                          tumbled
weak_head    head word that is a surname too, or names a building      Hill, Palace
abbreviation  capitals that name nobody                                GDP, LIVE
kin_male     man of somebody's family                                  brother, sons
kin_female   woman of somebody's family                                wife, daughters
kin          either                                                    cousin, twins
motion       stands before "to" or "from" and a place's name           flew, flight
===========  ========================================================  ==========================
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from negotiations_nlp.errors import DataError

__all__ = ["NameWord", "NameWords", "default_name_words", "read_name_words"]

Kind = Literal[
    "title",
    "postnominal",
    "role",
    "modifier",
    "org",
    "place",
    "place_first",
    "weak_head",
    "event",
    "ground",
    "outfit",
    "business",
    "insider",
    "player",
    "corporate",
    "held",
    "move",
    "plunge",
    "kin_male",
    "kin_female",
    "kin",
    "motion",
    "abbreviation",
]


class NameWord(BaseModel):
    """One word of one kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    kind: Kind
    source: str
    note: str | None = None


class NameWords:
    """Words by kind.

    Attributes:
        titles: capitalised, and in capitals for headlines.
        postnominals: letters after a person's name.
        jobs: roles, capitalised, and in capitals.
        roles: lower case.
        modifiers: capitalised, and in capitals.
        orgs: capitalised heads of organisations.
        bodies: the same in lower case, common nouns for organisations.
        places: capitalised heads of places.
        first_of_places: capitalised first words of places.
        weak_heads: heads of organisations and places that are surnames too, or name a body as well as its building.
        events: capitalised heads of events, documents and fields of study.
        grounds: lower-case nouns for kinds of places, and those who govern or live there.
        outfits: lower-case nouns that follow an organisation's name.
        businesses: lower-case nouns that stand before a company's name.
        insiders: lower-case roles that follow an organisation's name.
        players: lower-case nouns for who plays in a team or follows it.
        corporate: nouns for what firms have, cut, raise or name.
        held: lower-case nouns for what people have of a firm.
        moves: lower-case verbs for what prices and shares do.
        plunges: such verbs that need no figure.
        abbreviations: capitals that name nobody.
        kin: lower-case words for members of a family, with their gender, None for either.
        motions: lower-case words before "to" or "from" and a place.
    """

    def __init__(self, rows: tuple[NameWord, ...]) -> None:
        """Sort the rows by kind."""

        def of(kind: Kind) -> set[str]:
            return {row.word for row in rows if row.kind == kind}

        self.roles = frozenset(of("role"))
        titles = of("title")
        self.titles = frozenset(titles | {title.upper() for title in titles})
        self.postnominals = frozenset(of("postnominal"))
        jobs = {role.capitalize() for role in self.roles}
        self.jobs = frozenset(jobs | {job.upper() for job in jobs}) - self.titles
        self.modifiers = frozenset(of("modifier") | {word.upper() for word in of("modifier")})
        self.orgs = frozenset(of("org"))
        self.bodies = frozenset(word.lower() for word in self.orgs)
        self.places = frozenset(of("place"))
        self.first_of_places = frozenset(of("place_first"))
        self.weak_heads = frozenset(of("weak_head"))
        self.events = frozenset(of("event"))
        self.grounds = frozenset(of("ground"))
        self.outfits = frozenset(of("outfit"))
        self.businesses = frozenset(of("business"))
        self.insiders = frozenset(of("insider"))
        self.players = frozenset(of("player"))
        self.corporate = frozenset(of("corporate"))
        self.held = frozenset(of("held"))
        self.moves = frozenset(of("move") | of("plunge"))
        self.plunges = frozenset(of("plunge"))
        genders = {"kin_male": "male", "kin_female": "female", "kin": None}
        self.kin = {row.word: genders[row.kind] for row in rows if row.kind in genders}
        self.motions = frozenset(of("motion"))
        self.abbreviations = frozenset(of("abbreviation"))

    def stands_apart(self, word: str) -> bool:
        """Whether a word is a title, a role or a head word, so that no person's name is to be widened over it."""
        return (
            word in self.titles
            or word in self.jobs
            or word in self.roles
            or word in self.orgs
            or word in self.places
            or word in self.events
        )


def read_name_words(text: str, *, name: str) -> tuple[NameWord, ...]:
    """Read rows from JSON lines; blank lines are skipped.

    Raises:
        DataError: for a line that is no valid row, with its number.
    """
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(NameWord.model_validate(json.loads(line)))
        except (ValidationError, json.JSONDecodeError) as error:
            raise DataError(f"{name}, line {number}: not a valid row: {error}") from error
    return tuple(rows)


@cache
def default_name_words() -> NameWords:
    """The words that the library carries."""
    path = files("negotiations_nlp") / "data" / "en" / "name_words.jsonl"
    return NameWords(read_name_words(path.read_text(encoding="utf-8"), name="data/en/name_words.jsonl"))
