"""What a corpus holds: entities, quotes and statements across articles, as plain frozen data.

They point into the articles and copy nothing. Two of them are equal only when they are the same object.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from negotiations_nlp.models import Entity, EntityLabel, Quote, Span

__all__ = [
    "Ambiguity",
    "Appearance",
    "CorpusEntity",
    "CorpusMention",
    "CorpusQuote",
    "MentionCount",
    "Statement",
    "TextPart",
    "Version",
]


@dataclass(frozen=True, slots=True)
class CorpusMention:
    """One mention of an entity: where it stands."""

    article_id: str
    outlet: str
    span: Span


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity as one article has it."""

    article_id: str
    outlet: str
    entity: Entity


@dataclass(frozen=True, eq=False, slots=True)
class CorpusEntity:
    """A person, organisation or place, with all its mentions in all articles.

    Attributes:
        id: stable inside the corpus, until articles are added.
        name: canonical name.
        label: PERSON, ORG or PLACE.
        kb_id: id in the knowledge base, None when it is not known there.
        appearances: the entity of each article, in the order of the articles.
    """

    id: str
    name: str
    label: EntityLabel
    kb_id: str | None
    appearances: tuple[Appearance, ...]

    @property
    def mentions(self) -> tuple[CorpusMention, ...]:
        """All mentions, in the order of the articles and their texts."""
        return tuple(CorpusMention(a.article_id, a.outlet, m) for a in self.appearances for m in a.entity.mentions)

    @property
    def variants(self) -> dict[str, int]:
        """The spellings in the texts with their numbers, the most frequent first."""
        return dict(Counter(m.text for a in self.appearances for m in a.entity.mentions).most_common())

    @property
    def descriptions(self) -> tuple[str, ...]:
        """How the articles describe it, in their order; empty when none does."""
        return tuple(dict.fromkeys(d for a in self.appearances for d in a.entity.descriptions))

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that mention it."""
        return tuple(dict.fromkeys(a.article_id for a in self.appearances))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that mention it."""
        return tuple(dict.fromkeys(a.outlet for a in self.appearances))

    def __repr__(self) -> str:
        return f"CorpusEntity({self.name!r}, {self.label}, articles={len(self.article_ids)})"

    def _repr_html_(self) -> str:
        """Show the entity in a notebook."""
        from negotiations_nlp.view.cards import corpus_entity_html

        return corpus_entity_html(self)


@dataclass(frozen=True, eq=False, slots=True)
class CorpusQuote:
    """A quote with the article that it stands in.

    Attributes:
        article_id: the article's id in the corpus.
        outlet: who published the article.
        published: the article's date, None when unknown.
        number: the quote's index in the article's quotes.
        quote: the quote; its offsets are characters of the article's text.
        speakers: who says it, across articles; empty when the speaker is nobody by name.
    """

    article_id: str
    outlet: str
    published: dt.date | None
    number: int
    quote: Quote
    speakers: tuple[CorpusEntity, ...]

    @property
    def text(self) -> str:
        """What was said."""
        return self.quote.text

    @property
    def said(self) -> dt.date | None:
        """The day on which it was said, as far as the article tells, else the article's date."""
        return self.quote.said_on or self.published

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name across articles, else the words that the article uses; None when nobody is named."""
        if self.speakers:
            return self.speakers[0].name
        return (self.quote.speaker.name or self.quote.speaker.mention.text) if self.quote.speaker else None

    def __repr__(self) -> str:
        return f"CorpusQuote({self.text[:60]!r}, speaker={self.speaker_name!r}, outlet={self.outlet!r})"

    def _repr_html_(self) -> str:
        """Show the quote in a notebook."""
        from negotiations_nlp.view.cards import corpus_quote_html

        return corpus_quote_html(self)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of a version: shared with the other versions, or this one's own."""

    text: str
    shared: bool


@dataclass(frozen=True, eq=False, slots=True)
class Version:
    """A statement as one article has it; the parts joined are the quote's text."""

    quote: CorpusQuote
    parts: tuple[TextPart, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Statement:
    """One statement with all its versions: translated again, trimmed, split, reported in other words.

    Attributes:
        id: stable inside the corpus, until articles are added.
        quotes: the quotes that hold it or a piece of it, by day, undated ones last.
    """

    id: str
    quotes: tuple[CorpusQuote, ...]

    @property
    def speakers(self) -> tuple[CorpusEntity, ...]:
        """Who made it."""
        return tuple(dict.fromkeys(q.speakers[0] for q in self.quotes if q.speakers))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it."""
        return tuple(dict.fromkeys(q.outlet for q in self.quotes))

    @property
    def text(self) -> str:
        """The fullest version, a direct one if there is any."""
        rank = {"direct": 2, "mixed": 1, "indirect": 0}
        return max(self.quotes, key=lambda q: (rank[q.quote.kind], len(q.text))).text

    @property
    def said(self) -> dt.date | None:
        """The first day that any version gives; None when none does."""
        days = [q.said for q in self.quotes if q.said is not None]
        return min(days, default=None)

    def versions(self) -> tuple[Version, ...]:
        """The quotes with what they share and what is each one's own marked, in the order of `quotes`."""
        from negotiations_nlp.corpus.differences import mark_differences

        marked = mark_differences([q.text for q in self.quotes])
        return tuple(Version(q, parts) for q, parts in zip(self.quotes, marked, strict=True))

    def __repr__(self) -> str:
        return f"Statement({self.text[:60]!r}, outlets={len(self.outlets)}, quotes={len(self.quotes)})"

    def _repr_html_(self) -> str:
        """Show the versions in a notebook."""
        from negotiations_nlp.view.cards import statement_html

        return statement_html(self)


@dataclass(frozen=True, eq=False, slots=True)
class Ambiguity:
    """A name that may mean several entities of the corpus, and was therefore joined with none.

    Attributes:
        name: the name.
        label: PERSON, ORG or PLACE.
        article_ids: the articles that have it, each of which keeps its own entity.
        candidates: the entities that it may mean.
    """

    name: str
    label: EntityLabel
    article_ids: tuple[str, ...]
    candidates: tuple[CorpusEntity, ...]


@dataclass(frozen=True, eq=False, slots=True)
class MentionCount:
    """How often a speaker speaks of somebody or something.

    Attributes:
        speaker: who speaks.
        mentioned: whom or what the quotes name.
        quotes: the quotes that do.
    """

    speaker: CorpusEntity
    mentioned: CorpusEntity
    quotes: tuple[CorpusQuote, ...]
