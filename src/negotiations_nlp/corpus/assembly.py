"""Putting a corpus together: entities and quotes of all articles, joined by the links between names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from negotiations_nlp.corpus.index import EntityIndex
from negotiations_nlp.corpus.linking import Linked, Name, NameGraph
from negotiations_nlp.corpus.records import Ambiguity, Appearance, CorpusEntity, CorpusQuote

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from negotiations_nlp.models import Article, Entity, Quote
    from negotiations_nlp.names.knowledge import Knowledge

__all__ = ["Assembly", "assemble"]


@dataclass(frozen=True)
class Assembly:
    """What the articles of a corpus come to.

    Attributes:
        entities: in the order of their first article.
        ambiguities: names that were joined with nothing.
        quotes: in the order of the articles and their texts.
        quotes_of: quotes by speaker.
        index: finds entities by name.
        articles: articles by id.
        entity_of: the entity that an article's entity went to, by article id and entity id.
    """

    entities: tuple[CorpusEntity, ...]
    ambiguities: tuple[Ambiguity, ...]
    quotes: tuple[CorpusQuote, ...]
    quotes_of: dict[CorpusEntity, tuple[CorpusQuote, ...]]
    index: EntityIndex
    articles: dict[str, Article]
    entity_of: dict[tuple[str, str], CorpusEntity]

    @cached_property
    def _named(self) -> dict[tuple[str, int], tuple[CorpusEntity, ...]]:
        named: dict[tuple[str, int], tuple[CorpusEntity, ...]] = {}
        for key, article in self.articles.items():
            mentions = sorted(
                ((m.start, m.end, self.entity_of[key, e.id]) for e in article.entities for m in e.mentions),
                key=itemgetter(0),
            )
            starts = [start for start, _, _ in mentions]
            for number, quote in enumerate(article.quotes):
                found = {
                    entity: None
                    for part in quote.content
                    for _, end, entity in mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
                    if end <= part.end
                }
                named[key, number] = tuple(found)
        return named

    def named_in(self, quote: CorpusQuote) -> tuple[CorpusEntity, ...]:
        """The entities whose names stand in what is said."""
        return self._named[quote.article_id, quote.number]


def assemble(articles: Sequence[tuple[str, str, Article]], graph: NameGraph, knowledge: Knowledge) -> Assembly:
    """Join the entities of articles and tie the quotes to them.

    Args:
        articles: id, outlet and article.
        graph: the names of earlier calls; those of new articles are added to it.
        knowledge: knows further spellings to ask by; None takes what the library carries.

    Returns:
        The whole.
    """
    for _, _, article in articles:
        for entity in article.entities:
            graph.add(_name(entity))
    linked = graph.link()
    gathered: dict[Hashable, list[Appearance]] = defaultdict(list)
    for key, outlet, article in articles:
        for group, entity in _groups(key, article, linked):
            gathered[group].append(Appearance(key, outlet, entity))
    entities = tuple(_entity(f"c{n}", found) for n, found in enumerate(gathered.values(), 1))
    entity_of = {(a.article_id, a.entity.id): joined for joined in entities for a in joined.appearances}
    of_name: dict[Name, list[CorpusEntity]] = defaultdict(list)
    for joined in entities:
        for name in {_name(a.entity) for a in joined.appearances}:
            of_name[name].append(joined)
    quotes = tuple(
        CorpusQuote(key, outlet, article.date, number, quote, _speakers(key, quote, entity_of))
        for key, outlet, article in articles
        for number, quote in enumerate(article.quotes)
    )
    quotes_of: dict[CorpusEntity, list[CorpusQuote]] = defaultdict(list)
    for corpus_quote in quotes:
        for speaker in corpus_quote.speakers:
            quotes_of[speaker].append(corpus_quote)
    return Assembly(
        entities=entities,
        ambiguities=tuple(_ambiguity(name, others, of_name) for name, others in linked.ambiguous.items()),
        quotes=quotes,
        quotes_of={speaker: tuple(found) for speaker, found in quotes_of.items()},
        index=EntityIndex(entities, of_name, graph, knowledge),
        articles={key: article for key, _, article in articles},
        entity_of=entity_of,
    )


def _name(entity: Entity) -> Name:
    return Name(entity.label, entity.name, entity.kb_id)


def _groups(key: str, article: Article, linked: Linked) -> list[tuple[Hashable, Entity]]:
    """The group that each entity of an article goes to.

    An ambiguous name stays inside its article. So does a person whom the article keeps apart from another one that
    the names alone would join: the one with fewer mentions stays.
    """
    found: list[tuple[Hashable, Entity]] = []
    taken: set[Hashable] = set()
    for entity in sorted(article.entities, key=lambda e: -len(e.mentions)):
        name = _name(entity)
        group: Hashable = linked.root[name]
        alone = name in linked.ambiguous and name.kb_id is None
        if alone or (entity.label == "PERSON" and entity.kb_id is None and group in taken):
            group = (key, entity.id)
        taken.add(group)
        found.append((group, entity))
    order = {entity.id: n for n, entity in enumerate(article.entities)}
    return sorted(found, key=lambda pair: order[pair[1].id])


def _entity(id: str, appearances: list[Appearance]) -> CorpusEntity:
    known = [a.entity for a in appearances if a.entity.kb_id is not None]
    counts = Counter(entity.name for entity in known or (a.entity for a in appearances))
    first = (known or [appearances[0].entity])[0]
    full = [name for name in counts if " " in name] if first.label == "PERSON" else []
    name = min(full or counts, key=lambda name: (-counts[name], name))
    return CorpusEntity(id, name, first.label, first.kb_id, tuple(appearances))


def _speakers(key: str, quote: Quote, entity_of: dict[tuple[str, str], CorpusEntity]) -> tuple[CorpusEntity, ...]:
    ids = (speaker.entity_id for speaker in quote.speakers if speaker.entity_id is not None)
    return tuple(dict.fromkeys(entity_of[key, i] for i in ids if (key, i) in entity_of))


def _ambiguity(name: Name, others: tuple[Name, ...], of_name: dict[Name, list[CorpusEntity]]) -> Ambiguity:
    articles = dict.fromkeys(a.article_id for e in of_name[name] for a in e.appearances)
    candidates = dict.fromkeys(e for other in others for e in of_name[other])
    return Ambiguity(name.text, name.label, tuple(articles), tuple(candidates))
