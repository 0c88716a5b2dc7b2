"""From an annotated Doc to an Article: the one place that builds result models.

Reads what the components leave on the Doc, ``doc.spans["negotiations_entities"]`` and
``doc.spans["negotiations_quotes"]`` with their ``attrs``; finds nothing itself. A Doc on which a component did not run
gives an article without what that component finds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from negotiations_nlp.models import Article, Entity, Quote, Span, Speaker
from negotiations_nlp.version import result_version

if TYPE_CHECKING:
    import datetime as dt

    from spacy.tokens import Doc

    from negotiations_nlp.text.markup import SourceOffsets

__all__ = ["to_article"]

ENTITIES_KEY = "negotiations_entities"
QUOTES_KEY = "negotiations_quotes"

Range = Sequence[int]
Record = Mapping[str, Any]
Locate = Callable[[Range], Span]


def to_article(
    doc: Doc,
    *,
    text: str | None = None,
    offsets: SourceOffsets | None = None,
    id: str | None = None,
    date: dt.date | None = None,
) -> Article:
    """Build the article that a Doc describes. The Doc is only read.

    Args:
        doc: a Doc that went through the components.
        text: the text as the caller gave it; None takes ``doc.text``.
        offsets: where the characters of ``doc.text`` stand in the text; None when both have the same length.
        id: the caller's id of the article.
        date: the article's date.

    Returns:
        The article. Its offsets are characters of the text, half-open.
    """
    text = doc.text if text is None else text
    locate = partial(_span, text, offsets)
    return Article(
        text=text,
        id=id,
        date=date,
        entities=_entities(doc, locate),
        quotes=_quotes(doc, locate),
        version=result_version(),
    )


def _entities(doc: Doc, locate: Locate) -> tuple[Entity, ...]:
    if ENTITIES_KEY not in doc.spans:
        return ()
    group = doc.spans[ENTITIES_KEY]
    mentions: dict[str, list[Span]] = {}
    for span in group:
        mentions.setdefault(span.id_, []).append(locate((span.start_char, span.end_char)))
    records: Mapping[str, Record] = group.attrs.get("entities", {})
    return tuple(
        Entity(
            id=key,
            name=record["name"],
            label=record["label"],
            kb_id=record.get("kb_id") or None,
            mentions=tuple(mentions.get(key, ())),
            descriptions=tuple(record.get("descriptions") or ()),
        )
        for key, record in records.items()
    )


def _quotes(doc: Doc, locate: Locate) -> tuple[Quote, ...]:
    if QUOTES_KEY not in doc.spans:
        return ()
    records: Sequence[Record] = doc.spans[QUOTES_KEY].attrs.get("quotes", ())
    return tuple(_quote(record, locate) for record in sorted(records, key=lambda record: record["content"][0][0]))


def _quote(record: Record, locate: Locate) -> Quote:
    content = tuple(locate(part) for part in record["content"])
    return Quote(
        content=content,
        text=" ".join(part.text for part in content),
        kind=record["kind"],
        cue=_optional_span(locate, record.get("cue")),
        speaker=_speaker(locate, record.get("speaker")),
        co_speakers=tuple(s for co in record.get("co_speakers") or () if (s := _speaker(locate, co)) is not None),
        status=record.get("status") or "asserted",
        said_on=record.get("said_on") or None,
        medium=record.get("medium") or None,
        addressee=_optional_span(locate, record.get("addressee")),
        relayed_by=_speaker(locate, record.get("relayed_by")),
        confidence=record["confidence"],
        rule=record["rule"],
    )


def _speaker(locate: Locate, record: Record | None) -> Speaker | None:
    if record is None:
        return None
    return Speaker(
        mention=locate(record["mention"]),
        name=record.get("name") or None,
        entity_id=record.get("entity") or None,
        kind=record["kind"],
    )


def _span(text: str, offsets: SourceOffsets | None, place: Range) -> Span:
    start, end = place if offsets is None else offsets.source_range(*place)
    return Span(start=start, end=end, text=text[start:end])


def _optional_span(locate: Locate, place: Range | None) -> Span | None:
    return None if place is None else locate(place)
