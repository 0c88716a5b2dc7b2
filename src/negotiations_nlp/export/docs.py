"""Articles as spaCy Docs: the opposite of ``results.to_article``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as SpacySpan

from negotiations_nlp.inputs import ArticleInput
from negotiations_nlp.results import ENTITIES_KEY, QUOTES_KEY
from negotiations_nlp.running import make_doc

if TYPE_CHECKING:
    from spacy.language import Language

    from negotiations_nlp.models import Article, Span, Speaker

__all__ = ["to_doc"]


def to_doc(article: Article, nlp: Language) -> Doc:
    """Tokenize an article's text and write its entities and quotes to the Doc, where the components would.

    No pipe of the pipeline is applied: the Doc has no tags, parse or lemmas. A token that a name begins or ends in is
    split there; a quote's span takes in the tokens it begins and ends in, and its data keeps the exact characters.

    Args:
        article: the article.
        nlp: the pipeline whose tokenizer and vocabulary to use; ``spacy.blank("en")`` will do.

    Returns:
        A Doc with ``spans["negotiations_entities"]``, ``spans["negotiations_quotes"]`` and ``ents``, from which
        ``to_article`` makes the article again. Lone surrogates of the text are U+FFFD in it.
    """
    names = sorted({edge for entity in article.entities for m in entity.mentions for edge in (m.start, m.end)})
    doc = _split_at(make_doc(nlp, ArticleInput(article.text, article.id, article.date)), names)
    _write_entities(doc, article)
    _write_quotes(doc, article)
    return doc


def _split_at(doc: Doc, edges: list[int]) -> Doc:
    """The same text in tokens that begin or end at each of some ascending character offsets."""
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        words += [doc.text[a:b] for a, b in pairwise([start, *inside, end])]
        spaces += [False] * len(inside) + [bool(token.whitespace_)]
    if len(words) == len(doc):
        return doc
    split = Doc(doc.vocab, words=words, spaces=spaces)
    split._.negotiations_date = doc._.negotiations_date
    return split


def _write_entities(doc: Doc, article: Article) -> None:
    mentions = sorted(((m, e) for e in article.entities for m in e.mentions), key=lambda pair: pair[0].start)
    spans = []
    for mention, entity in mentions:
        span = doc.char_span(
            mention.start,
            mention.end,
            label=entity.label,
            kb_id=entity.kb_id or "",
            span_id=entity.id,
            alignment_mode="expand",
        )
        if span is not None:  # None for an empty mention alone
            spans.append(span)
    entities = {
        entity.id: {
            "name": entity.name,
            "label": entity.label,
            "kb_id": entity.kb_id,
            "gender": None,
            "descriptions": list(entity.descriptions),
        }
        for entity in article.entities
    }
    doc.spans[ENTITIES_KEY] = SpanGroup(doc, name=ENTITIES_KEY, spans=spans, attrs={"entities": entities})
    doc.ents = _first_of_overlapping(spans)


def _first_of_overlapping(spans: list[SpacySpan]) -> list[SpacySpan]:
    kept: list[SpacySpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _write_quotes(doc: Doc, article: Article) -> None:
    spans = []
    for number, quote in enumerate(article.quotes):
        for part in quote.content:
            span = doc.char_span(part.start, part.end, label=quote.kind, span_id=f"q{number}", alignment_mode="expand")
            if span is not None:
                spans.append(span)
    quotes = [
        {
            "content": [_offsets(part) for part in quote.content],
            "kind": quote.kind,
            "cue": quote.cue and _offsets(quote.cue),
            "speaker": quote.speaker and _speaker(quote.speaker),
            "co_speakers": [_speaker(speaker) for speaker in quote.co_speakers],
            "status": quote.status,
            "said_on": quote.said_on and quote.said_on.isoformat(),
            "medium": quote.medium,
            "addressee": quote.addressee and _offsets(quote.addressee),
            "relayed_by": quote.relayed_by and _speaker(quote.relayed_by),
            "confidence": quote.confidence,
            "rule": quote.rule,
        }
        for quote in article.quotes
    ]
    doc.spans[QUOTES_KEY] = SpanGroup(doc, name=QUOTES_KEY, spans=spans, attrs={"quotes": quotes})


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "mention": _offsets(speaker.mention),
        "kind": speaker.kind,
        "entity": speaker.entity_id,
        "name": speaker.name,
    }


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]
