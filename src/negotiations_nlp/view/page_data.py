"""What the page's script works with: entities with all their names, quotes, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.view.marks import colour_class, describe_quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.corpus import Corpus, CorpusEntity, CorpusQuote
    from negotiations_nlp.names.knowledge import Knowledge

__all__ = ["page_data", "ranked_entities"]

_MAX_SPELLINGS = 12
_MAX_OUTLETS = 3


def ranked_entities(corpus: Corpus) -> tuple[CorpusEntity, ...]:
    """The entities of a corpus: speakers by number of quotes, then the others by number of mentions."""
    speakers = corpus.speakers()
    others = sorted(set(corpus.entities) - set(speakers), key=lambda e: (-len(e.mentions), e.name, e.id))
    return (*speakers, *others)


def page_data(corpus: Corpus, entities: Sequence[CorpusEntity]) -> dict[str, Any]:
    """Return the data of the page, ready for JSON.

    Args:
        corpus: the articles.
        entities: its entities, in the order of the page.

    Returns:
        "entities": name, label, colour, names to be found by, numbers of quotes by and about it, its spellings with
        some outlets and how many there are; "quotes": place, speaker, source, day, circumstances, parts of the text
        with True for what other versions share, number of its statement; "statements": numbers of quotes.
    """
    quotes = corpus.quotes()
    number = {quote: n for n, quote in enumerate(quotes)}
    article_number = {key: n for n, key in enumerate(corpus.article_ids)}
    statements = corpus.statements()
    statement_of: dict[CorpusQuote, int] = {}
    parts: dict[CorpusQuote, list[list[Any]]] = {}
    for n, statement in enumerate(statements):
        for version in statement.versions():
            statement_of[version.quote] = n
            parts[version.quote] = [[part.text, part.shared] for part in version.parts]
    about: dict[CorpusEntity, list[int]] = {}
    for quote in quotes:
        for entity in corpus.named_in(quote):
            about.setdefault(entity, []).append(number[quote])
    return {
        "entities": [
            {
                "name": entity.name,
                "label": entity.label,
                "colour": colour_class(n),
                "names": _names(entity, corpus.knowledge),
                "spellings": _spellings(corpus, entity),
                "by": [number[q] for q in corpus.quotes_by(entity)],
                "about": about.get(entity, []),
            }
            for n, entity in enumerate(entities)
        ],
        "quotes": [
            {
                "at": f"q{article_number[q.article_id]}-{q.number}",
                "speaker": q.speaker_name or "unknown",
                "source": q.outlet,
                "day": q.said.isoformat() if q.said else "",
                "how": describe_quote(q.quote),
                "parts": parts.get(q, [[q.text, True]]),
                "statement": statement_of.get(q, -1),
            }
            for q in quotes
        ],
        "statements": [[number[q] for q in statement.quotes] for statement in statements],
    }


def _spellings(corpus: Corpus, entity: CorpusEntity) -> list[list[Any]]:
    outlets: dict[str, list[str]] = {spelling: [] for spelling in list(entity.variants)[:_MAX_SPELLINGS]}
    for outlet, found in corpus.variants(entity).items():
        for spelling in found.keys() & outlets.keys():
            outlets[spelling].append(outlet)
    return [[spelling, found[:_MAX_OUTLETS], len(found)] for spelling, found in outlets.items()]


def _names(entity: CorpusEntity, knowledge: Knowledge) -> list[str]:
    """All names to find an entity by: the canonical one, those in the texts, those of the knowledge base."""
    names = [entity.name, *entity.variants]
    entry = knowledge.entry(entity.kb_id) if entity.kb_id is not None else None
    return list(dict.fromkeys([*names, *(entry.names if entry is not None else ())]))
