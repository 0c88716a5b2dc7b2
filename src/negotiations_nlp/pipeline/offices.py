"""Who a role names: "the Ukrainian president" by the dated offices of the knowledge base.

An office holder whom the text mentions is preferred. One whom it does not mention is named only when the phrase says
of which country and the article has a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.cast import Cast, Figure

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from negotiations_nlp.names import Knowledge

__all__ = ["office_holder", "role_and_country"]

ARTICLES = frozenset({"the", "this", "that", "then", "current", "incumbent"})
LINKS = frozenset({"of", "for"})
MAX_ROLE_WORDS = 5
LEADERS = frozenset({"leader", "head of state"})
LEADING_OFFICES = ("president", "prime minister", "chancellor", "supreme leader")


def role_and_country(words: Sequence[str], knowledge: Knowledge) -> tuple[str, str | None] | None:
    """The role and the country that a phrase names.

    Args:
        words: the phrase, lower case, without possessive endings.
        knowledge: where countries and demonyms are looked up.

    Returns:
        (role, id of the country or None); None when the phrase is too long to be a bare role.
    """
    rest = [w for w in words if w not in ARTICLES]
    country = None
    if len(rest) > 2 and rest[-2] in LINKS:
        country, rest = _country(rest[-1], knowledge), rest[:-2]
        if country is None:
            return None
    elif len(rest) > 1:
        country = _country(rest[0], knowledge)
        if country is not None:
            rest = rest[1:]
    if not rest or len(rest) > MAX_ROLE_WORDS:
        return None
    return " ".join(rest), country


def _country(word: str, knowledge: Knowledge) -> str | None:
    found = knowledge.demonym(word.capitalize()) or knowledge.demonym(word.upper())
    if found is not None:
        return found
    place = knowledge.normalize(word.upper() if len(word) <= 3 else word.capitalize(), "PLACE")
    return place.id if place is not None and place.id is not None and place.id.startswith("country:") else None


def office_holder(words: Sequence[str], cast: Cast, knowledge: Knowledge, on: dt.date | None) -> Figure | None:
    """The holder of the office that a phrase names.

    Args:
        words: the phrase, lower case, without possessive endings.
        cast: the document's figures.
        knowledge: the offices.
        on: the article's date, None when unknown.

    Returns:
        A figure of the cast, or a figure of its own without an entity id for a holder the text does not mention;
        None when the phrase names no office, or nobody, or several people hold it.
    """
    found = role_and_country(words, knowledge)
    if found is None:
        return None
    role, country = found
    if role in LEADERS:  # which office that is depends on the country: only somebody whom the text mentions
        led = {i for office in LEADING_OFFICES for i in knowledge.holders(office, country, on)} if country else set()
        leaders = [figure for figure in cast.figures if figure.kb_id in led]
        return leaders[0] if len(leaders) == 1 else None
    ids = knowledge.holders(role, country, on)
    if not ids:
        return None
    mentioned = [figure for figure in cast.figures if figure.kb_id in ids]
    if mentioned:
        return mentioned[0] if len(mentioned) == 1 else None
    if country is None or on is None or len(ids) != 1:
        return None
    entry = knowledge.entry(ids[0])
    return Figure(None, entry.name, "PERSON", entry.gender, entry.id) if entry is not None else None
