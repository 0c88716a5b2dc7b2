"""From an annotated Doc to an Article: the one place that builds result models.

Reads what the components leave on the Doc, ``doc.spans["negotiations_entities"]`` and
``doc.spans["negotiations_quotes"]`` with their ``attrs``; finds nothing itself. A Doc on which a component did not run
gives an article without what that component finds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from negotiations_nlp.models import Article, Entity, Quote, Span, Speaker
from negotiations_nlp.version import result_version

if TYPE_CHECKING:
    import datetime as dt

    from spacy.tokens import Doc

__all__ = ["to_article"]

ENTITIES_KEY = "negotiations_entities"
QUOTES_KEY = "negotiations_quotes"

Range = Sequence[int]
Record = Mapping[str, Any]


def to_article(doc: Doc, *, text: str | None = None, id: str | None = None, date: dt.date | None = None) -> Article:
    """Build the article that a Doc describes. The Doc is only read.

    Args:
        doc: a Doc that went through the components.
        text: the text as the caller gave it, of the same length as ``doc.text``; None takes ``doc.text``.
        id: the caller's id of the article.
        date: the article's date.

    Returns:
        The article. Its offsets are characters of the text, half-open.
    """
    text = doc.text if text is None else text
    return Article(
        text=text,
        id=id,
        date=date,
        entities=_entities(doc, text),
        quotes=_quotes(doc, text),
        version=result_version(),
    )


def _entities(doc: Doc, text: str) -> tuple[Entity, ...]:
    if ENTITIES_KEY not in doc.spans:
        return ()
    group = doc.spans[ENTITIES_KEY]
    mentions: dict[str, list[Span]] = {}
    for span in group:
        mentions.setdefault(span.id_, []).append(_span(text, (span.start_char, span.end_char)))
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


def _quotes(doc: Doc, text: str) -> tuple[Quote, ...]:
    if QUOTES_KEY not in doc.spans:
        return ()
    records: Sequence[Record] = doc.spans[QUOTES_KEY].attrs.get("quotes", ())
    return tuple(_quote(record, text) for record in sorted(records, key=lambda record: record["content"][0][0]))


def _quote(record: Record, text: str) -> Quote:
    content = tuple(_span(text, part) for part in record["content"])
    return Quote(
        content=content,
        text=" ".join(part.text for part in content),
        kind=record["kind"],
        cue=_optional_span(text, record.get("cue")),
        speaker=_speaker(text, record.get("speaker")),
        co_speakers=tuple(s for co in record.get("co_speakers") or () if (s := _speaker(text, co)) is not None),
        status=record.get("status") or "asserted",
        said_on=record.get("said_on") or None,
        medium=record.get("medium") or None,
        addressee=_optional_span(text, record.get("addressee")),
        relayed_by=_speaker(text, record.get("relayed_by")),
        confidence=record["confidence"],
        rule=record["rule"],
    )


def _speaker(text: str, record: Record | None) -> Speaker | None:
    if record is None:
        return None
    return Speaker(
        mention=_span(text, record["mention"]),
        name=record.get("name") or None,
        entity_id=record.get("entity") or None,
        kind=record["kind"],
    )


def _span(text: str, offsets: Range) -> Span:
    start, end = offsets
    return Span(start=start, end=end, text=text[start:end])


def _optional_span(text: str, offsets: Range | None) -> Span | None:
    return None if offsets is None else _span(text, offsets)
