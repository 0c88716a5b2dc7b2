"""What a notebook shows of one article, quote, entity or statement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from negotiations_nlp.view.marks import (
    article_marks,
    colour_class,
    colours_by_rank,
    describe_quote,
    speaker_names,
    speaker_text,
)
from negotiations_nlp.view.markup import mark_up, safe
from negotiations_nlp.view.style import notebook_css

if TYPE_CHECKING:
    from collections.abc import Iterable

    from negotiations_nlp.corpus.records import CorpusEntity, CorpusQuote, Statement, Version
    from negotiations_nlp.models import Article, Entity, Quote

__all__ = [
    "article_html",
    "corpus_entity_html",
    "corpus_quote_html",
    "entity_html",
    "output",
    "quote_html",
    "statement_html",
]


def output(body: Markup) -> str:
    """Put a piece of HTML into the frame that carries the style."""
    style = Markup(notebook_css())  # noqa: S704 - our own file
    return str(Markup('<div class="nn output"><style>{}</style>{}</div>').format(style, body))


def article_html(article: Article) -> str:
    """Show an article: its text with entities and quotes marked, and a legend of the speakers."""
    colours = colours_by_rank(article)
    head = _head(
        article.id or "Article",
        [
            article.date.isoformat() if article.date else "no date",
            _count(len(article.quotes), "quote"),
            _count(len(article.entities), "entity", "entities"),
        ],
    )
    said = Counter(i for q in article.quotes for i in {s.entity_id for s in q.speakers})
    legend = Markup("").join(
        Markup('<li><span class="dot {}"></span>{} <span class="badge">{}</span></li>').format(
            colours[e.id], safe(e.name), said[e.id]
        )
        for e in article.speakers
    )
    text = mark_up(article.text, article_marks(article, colours), speaker_names(article, colours))
    body = Markup('{}<div class="scroll" tabindex="0"><div class="text" dir="auto">{}</div></div>').format(head, text)
    return output(body + (Markup('<ul class="legend">{}</ul>').format(legend) if legend else ""))


def quote_html(quote: Quote) -> str:
    """Show a quote with its speaker and circumstances."""
    return output(_quote_body(quote, speaker_text(quote), describe_quote(quote)))


def corpus_quote_html(quote: CorpusQuote) -> str:
    """Show a quote with its speaker, circumstances and source."""
    published = f", {quote.published.isoformat()}" if quote.published else ""
    where = f"{describe_quote(quote.quote)} ({quote.outlet}{published})"
    return output(_quote_body(quote.quote, quote.speaker_name or "unknown", where))


def entity_html(entity: Entity) -> str:
    """Show an entity with its spellings and descriptions."""
    spellings = dict(Counter(mention.text for mention in entity.mentions).most_common())
    return output(_entity_body(entity.name, entity.label, entity.kb_id, spellings, entity.descriptions, ()))


def corpus_entity_html(entity: CorpusEntity) -> str:
    """Show an entity with its spellings and descriptions over all articles."""
    where = (_count(len(entity.article_ids), "article"), _count(len(entity.outlets), "outlet"))
    return output(_entity_body(entity.name, entity.label, entity.kb_id, entity.variants, entity.descriptions, where))


def statement_html(statement: Statement) -> str:
    """Show the versions of a statement; what only one of them has is marked."""
    versions = statement.versions()
    head = _head(
        " and ".join(e.name for e in statement.speakers),
        [
            statement.said.isoformat() if statement.said else "no date",
            _count(len(statement.outlets), "outlet"),
            _count(len(versions), "version"),
        ],
    )
    rows = (_version(version) for version in versions)
    return output(head + Markup("").join(rows))


def _version(version: Version) -> Markup:
    parts = Markup("").join(
        safe(part.text) if part.shared else Markup('<mark class="own">{}</mark>').format(safe(part.text))
        for part in version.parts
    )
    return Markup('<blockquote>{} <span class="badge">{}, {}</span></blockquote>').format(
        parts, safe(version.quote.outlet), version.quote.quote.kind
    )


def _quote_body(quote: Quote, speaker: str, where: str) -> Markup:
    text = Markup(" … ").join(safe(part.text) for part in quote.content)
    return Markup('<blockquote class="{}" dir="auto">{}</blockquote>{}').format(
        colour_class(0), text, _head(speaker, [where, f"rule {quote.rule}, confidence {quote.confidence:.2f}"])
    )


def _entity_body(
    name: str,
    label: str,
    kb_id: str | None,
    spellings: dict[str, int],
    descriptions: Iterable[str],
    where: Iterable[str],
) -> Markup:
    rows = [
        ("spellings", ", ".join(f"{text} ({number})" for text, number in spellings.items())),
        ("described as", "; ".join(descriptions)),
        ("knowledge base", kb_id or ""),
    ]
    cells = Markup("").join(
        Markup("<tr><th scope='row'>{}</th><td>{}</td></tr>").format(what, safe(value)) for what, value in rows if value
    )
    return _head(name, [label, *where]) + (Markup("<table>{}</table>").format(cells) if cells else Markup(""))


def _head(title: str, parts: Iterable[str]) -> Markup:
    return Markup('<p class="head"><strong>{}</strong>{}</p>').format(safe(title), safe(" · ".join(parts)))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
