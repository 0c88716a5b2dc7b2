"""The result models: what was found in an article, as plain frozen data.

Offsets are half-open character offsets into the text that was given: ``article.text[s.start:s.end] == s.text``.
Nothing here holds a spaCy object, so results outlive the pipeline, cross processes and travel as JSON.
Unknown is ``None``, never an empty string.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, ValidatorFunctionWrapHandler, WrapValidator

from negotiations_nlp.errors import InputError
from negotiations_nlp.names.matching import person_compatibility, same_spelling
from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from negotiations_nlp.export.frames import Backend

__all__ = [
    "Article",
    "Entity",
    "EntityLabel",
    "Quote",
    "QuoteKind",
    "QuoteStatus",
    "Span",
    "Speaker",
    "SpeakerKind",
]

EntityLabel = Literal["PERSON", "ORG", "PLACE"]
_SURNAME_ALONE = 0.75  # what person_compatibility gives at least for a surname, and never for a given name

QuoteKind = Literal["direct", "indirect", "mixed"]
QuoteStatus = Literal["asserted", "expected", "denied", "unsure"]
SpeakerKind = Literal["named", "pronoun", "nominal", "collective", "anonymous"]


def _any_string(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    return value if type(value) is str else validate(value)


Text = Annotated[
    str,
    WrapValidator(_any_string),  # pydantic refuses lone surrogates, which a scraped text may hold
    PlainSerializer(without_surrogates, return_type=str, when_used="json"),  # and JSON cannot carry them
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Model):
    """A stretch of the article's text, in characters, half-open."""

    start: int = Field(ge=0, description="first character")
    end: int = Field(ge=0, description="one past the last character")
    text: Text = Field(description="the characters from start to end")


class Entity(_Model):
    """A person, organisation or place, with all its mentions in one article."""

    id: str = Field(description="stable inside the article")
    name: Text = Field(description="canonical name")
    label: EntityLabel
    kb_id: str | None = Field(default=None, description="id in the knowledge base, if it is known there")
    mentions: tuple[Span, ...] = Field(default=(), description="the names alone, in text order")
    descriptions: tuple[Text, ...] = Field(default=(), description="how the text describes it, in text order")

    def _repr_html_(self) -> str:
        """Show the entity in a notebook."""
        from negotiations_nlp.view.cards import entity_html

        return entity_html(self)


class Speaker(_Model):
    """Who speaks: the mention as the sentence has it, and whom it stands for."""

    mention: Span
    name: Text | None = Field(default=None, description="canonical name, None when nobody is named")
    entity_id: str | None = Field(default=None, description="the Entity it stands for")
    kind: SpeakerKind


class Quote(_Model):
    """One report of speech: what was said, by whom, and how the text presents it."""

    content: tuple[Span, ...] = Field(description="what was said, without outer marks; several parts when interrupted")
    text: Text = Field(description="the parts of the content, joined by a space")
    kind: QuoteKind
    cue: Span | None = Field(default=None, description="the reporting verb, noun or phrase")
    speaker: Speaker | None = None
    co_speakers: tuple[Speaker, ...] = Field(default=(), description="further speakers of a joint statement")
    status: QuoteStatus = "asserted"
    said_on: dt.date | None = None
    medium: Text | None = None
    addressee: Span | None = None
    relayed_by: Speaker | None = Field(default=None, description="who quotes the speaker")
    confidence: float = Field(ge=0, le=1)
    rule: str = Field(description="what decided")

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speaker and the co-speakers; empty when nobody is named."""
        return () if self.speaker is None else (self.speaker, *self.co_speakers)

    def _repr_html_(self) -> str:
        """Show the quote in a notebook."""
        from negotiations_nlp.view.cards import quote_html

        return quote_html(self)


class Article(_Model):
    """An article and what was found in it."""

    text: Text
    id: Text | None = None
    date: dt.date | None = None
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    version: str = Field(description="version of the library and of its lexicon")

    @property
    def speakers(self) -> tuple[Entity, ...]:
        """The entities that speak, in order of their first quote; empty when none does."""
        by_id = {entity.id: entity for entity in self.entities}
        ids = dict.fromkeys(s.entity_id for quote in self.quotes for s in quote.speakers if s.entity_id is not None)
        return tuple(by_id[i] for i in ids if i in by_id)

    def entity(self, name: str) -> Entity | None:
        """The entity of that name, in any spelling.

        Args:
            name: a name as somebody may write it ("Zelensky", "Kiev").

        Returns:
            The entity, the most mentioned one if several fit; None when none does.

        Raises:
            InputError: the name is no string.
        """
        if not isinstance(name, str):
            msg = f"name must be a str, got {type(name).__name__}"
            raise InputError(msg)
        found = [e for e in self.entities if e.name == name or any(m.text == name for m in e.mentions)]
        found = found or [
            e
            for e in self.entities
            if any(same_spelling(name, text, e.label) for text in {e.name, *(m.text for m in e.mentions)})
        ]
        found = found or [
            e
            for e in self.entities
            if (e.label == "PERSON" and person_compatibility(e.name, name).score >= _SURNAME_ALONE)
            or (e.kb_id is not None and e.kb_id == _known_id(name, e.label))
        ]
        return max(found, key=lambda e: len(e.mentions), default=None)

    def quotes_by(self, name: str) -> tuple[Quote, ...]:
        """The quotes of a speaker, in any spelling of the name; empty when there are none.

        Args:
            name: a name as somebody may write it.

        Example:
            >>> from negotiations_nlp import extract
            >>> article = extract("“It rains,” Oleksii Hrynko said. He told reporters that the ferry was late.")
            >>> [quote.text for quote in article.quotes_by("Grynko")]
            ['It rains,', 'the ferry was late']
        """
        entity = self.entity(name)
        if entity is None:
            return ()
        return tuple(q for q in self.quotes if any(s.entity_id == entity.id for s in q.speakers))

    def to_records(self) -> list[dict[str, Any]]:
        """One flat dictionary a quote, for tables; empty when there are no quotes."""
        return [
            {
                "article_id": self.id,
                "article_date": self.date,
                "quote": i,
                "text": quote.text,
                "start": quote.content[0].start,
                "end": quote.content[-1].end,
                "kind": quote.kind,
                "status": quote.status,
                "speaker": quote.speaker.name if quote.speaker else None,
                "speaker_id": quote.speaker.entity_id if quote.speaker else None,
                "speaker_kind": quote.speaker.kind if quote.speaker else None,
                "mention": quote.speaker.mention.text if quote.speaker else None,
                "co_speakers": [s.name or s.mention.text for s in quote.co_speakers],
                "cue": quote.cue.text if quote.cue else None,
                "addressee": quote.addressee.text if quote.addressee else None,
                "medium": quote.medium,
                "said_on": quote.said_on,
                "relayed_by": (quote.relayed_by.name or quote.relayed_by.mention.text) if quote.relayed_by else None,
                "confidence": quote.confidence,
                "rule": quote.rule,
            }
            for i, quote in enumerate(self.quotes)
        ]

    def to_frame(self, *, backend: Backend = "pandas") -> Any:
        """The quotes as a table.

        Args:
            backend: "pandas", "polars" or "arrow".

        Returns:
            A table of the backend; empty, with all columns and their types, when there are no quotes.

        Raises:
            InputError: an unknown backend.
            MissingDependencyError: the backend's library is not installed.
        """
        from negotiations_nlp.export.frames import to_frames

        return to_frames([self], backend=backend).quotes

    def _repr_html_(self) -> str:
        """Show the article in a notebook: its text with entities and quotes marked."""
        from negotiations_nlp.view.cards import article_html

        return article_html(self)


def _known_id(name: str, label: EntityLabel) -> str | None:
    """The id under which the built-in knowledge base knows a name, for names that no rule joins: Turkey, Türkiye."""
    from negotiations_nlp.names.knowledge import Knowledge  # which takes a moment to be read

    known = Knowledge.default().normalize(name, label)
    return None if known is None else known.id
