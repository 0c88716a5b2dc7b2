"""Articles made by hand, for tests that must not ride on a model."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from negotiations_nlp import Article, Entity, Quote, Span, Speaker


class Said(NamedTuple):
    """A quote to write: who says what, and which names stand in it (mention, label, name)."""

    speaker: str | None
    text: str
    mention: str | None = None
    label: str = "PERSON"
    kb_id: str | None = None
    kind: str = "direct"
    status: str = "asserted"
    medium: str | None = None
    said_on: dt.date | None = None
    naming: tuple[tuple[str, str, str], ...] = ()


def make_article(id: str | None, *quotes: Said, date: str | None = "2031-05-12", names: dict[str, str] | None = None):
    """Write an article with a sentence a quote, and a last one that has further names (name to label)."""
    text = ""
    mentions: dict[tuple[str, str, str | None], list[Span]] = {}
    speakers: list[tuple[Span, Span, tuple[str, str, str | None]]] = []

    def add(piece: str) -> Span:
        nonlocal text
        start, text = len(text), text + piece
        return Span(start=start, end=len(text), text=piece)

    for quote in quotes:
        add("“")
        content = add(quote.text)
        for part, label, name in quote.naming:
            start = content.start + quote.text.index(part)
            mentions.setdefault((name, label, None), []).append(Span(start=start, end=start + len(part), text=part))
        add("” ")
        mention = add(quote.mention or quote.speaker or "officials")
        key = (quote.speaker or "", quote.label, quote.kb_id)
        if quote.speaker is not None:
            mentions.setdefault(key, []).append(mention)
        add(" said.\n")
        speakers.append((content, mention, key))
    for name, label in (names or {}).items():
        mentions.setdefault((name, label, None), []).append(add(name))
        add(" was there.\n")
    ids = {key: f"e{n}" for n, key in enumerate(mentions, 1)}
    return Article(
        text=text,
        id=id,
        date=None if date is None else dt.date.fromisoformat(date),
        entities=tuple(
            Entity(
                id=ids[key],
                name=key[0],
                label=key[1],
                kb_id=key[2],
                mentions=tuple(sorted(spans, key=lambda span: span.start)),
            )
            for key, spans in mentions.items()
        ),
        quotes=tuple(
            Quote(
                content=(content,),
                text=content.text,
                kind=quote.kind,
                speaker=Speaker(
                    mention=mention,
                    name=quote.speaker,
                    entity_id=ids.get(key),
                    kind="named" if quote.speaker else "collective",
                ),
                status=quote.status,
                medium=quote.medium,
                said_on=quote.said_on,
                confidence=0.9,
                rule="by-hand",
            )
            for quote, (content, mention, key) in zip(quotes, speakers, strict=True)
        ),
        version="by hand",
    )
