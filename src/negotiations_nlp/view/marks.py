"""What to mark in an article: entities by identity, quotes by speaker, cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from negotiations_nlp.view.markup import Insert, Mark, safe
from negotiations_nlp.view.palette import COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from negotiations_nlp.models import Article, Quote

__all__ = ["article_marks", "colour_class", "colours_by_rank", "describe_quote", "speaker_names", "speaker_text"]

_CLOSING = frozenset("\"'”’»,.;:!?…)")
_MAX_CLOSING = 5  # so many characters in a row are looked at


def colour_class(number: int) -> str:
    """The CSS class of the colour of a rank."""
    return f"c{number % len(COLOURS)}"


def colours_by_rank(article: Article) -> dict[str, str]:
    """Give each entity of an article a colour class: speakers first, then by number of mentions."""
    speakers = [entity.id for entity in article.speakers]
    others = sorted(article.entities, key=lambda e: -len(e.mentions))
    order = dict.fromkeys([*speakers, *(entity.id for entity in others)])
    return {entity_id: colour_class(rank) for rank, entity_id in enumerate(order)}


def speaker_text(quote: Quote) -> str:
    """Who speaks, as a reader would say it; "unknown" when nobody is named."""
    names = [speaker.name or speaker.mention.text for speaker in quote.speakers]
    return " and ".join(names) if names else "unknown"


def describe_quote(quote: Quote) -> str:
    """Kind, status and circumstances of a quote in one line."""
    parts: list[str] = [quote.kind, quote.status]
    if quote.said_on is not None:
        parts.append(f"said on {quote.said_on.isoformat()}")
    if quote.medium is not None:
        parts.append(f"on {quote.medium}")
    if quote.addressee is not None:
        parts.append(f"to {quote.addressee.text}")
    if quote.relayed_by is not None:
        parts.append(f"quoted by {quote.relayed_by.name or quote.relayed_by.mention.text}")
    return ", ".join(parts)


def article_marks(
    article: Article, colours: Mapping[str, str], *, anchor: Callable[[int], str] = lambda number: ""
) -> Iterator[Mark]:
    """Yield the marks of an article.

    Args:
        article: the article.
        colours: CSS class of each entity, by its id.
        anchor: the id to give the quote of a number; empty for none.
    """
    for number, quote in enumerate(article.quotes):
        title = f"{speaker_text(quote)}: {describe_quote(quote)}"
        classes = f"quote {quote.kind} {_colour(quote, colours)}"
        for i, part in enumerate(quote.content):
            yield Mark(part.start, part.end, classes, title, "" if i else anchor(number))
        if quote.cue is not None:
            yield Mark(quote.cue.start, quote.cue.end, "cue")
    for entity in article.entities:
        for mention in entity.mentions:
            title = f"{entity.name} ({entity.label})"
            yield Mark(mention.start, mention.end, f"entity {entity.label} {colours.get(entity.id, '')}", title)


def speaker_names(
    article: Article, colours: Mapping[str, str], *, link: Callable[[str], str | None] = lambda entity_id: None
) -> Iterator[Insert]:
    """Yield the name of the speaker to put after each quote, behind its closing mark.

    Args:
        article: the article.
        colours: CSS class of each entity, by its id.
        link: where the name leads, by entity id; None for nowhere.
    """
    for quote in article.quotes:
        stop = quote.content[-1].end
        closing = next((n for n in range(_MAX_CLOSING) if article.text[stop + n : stop + n + 1] not in _CLOSING), 0)
        target = None if (entity_id := _entity_id(quote)) is None else link(entity_id)
        name, colour = safe(speaker_text(quote)), _colour(quote, colours)
        html = (
            Markup('<span class="who {}">{}</span>').format(colour, name)
            if target is None
            else Markup('<a class="who {}" href="{}">{}</a>').format(colour, target, name)
        )
        yield Insert(stop + closing, html)


def _entity_id(quote: Quote) -> str | None:
    return next((s.entity_id for s in quote.speakers if s.entity_id is not None), None)


def _colour(quote: Quote, colours: Mapping[str, str]) -> str:
    entity_id = _entity_id(quote)
    return "unknown" if entity_id is None else colours.get(entity_id, "unknown")
