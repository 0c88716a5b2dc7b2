"""Articles as rows: what the tables of ``schema`` hold, as plain dictionaries.

Lone surrogates, which no table can hold, become U+FFFD, one for one, so that offsets stay what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from negotiations_nlp.models import Article

__all__ = ["article_row", "entity_rows", "mention_rows", "quote_rows"]

Row = dict[str, Any]


def article_row(article: Article) -> Row:
    """The article as one nested row of ``schema.ARTICLES``."""
    row = article.model_dump(mode="json", exclude={"text"})  # JSON, in which the models leave no surrogate
    row["date"] = article.date
    for record, quote in zip(row["quotes"], article.quotes, strict=True):
        record["said_on"] = quote.said_on
    return row


def quote_rows(article: Article) -> Iterator[Row]:
    """The rows of ``schema.QUOTES``, in text order; empty when there are no quotes."""
    return map(_clean, article.to_records())


def entity_rows(article: Article) -> Iterator[Row]:
    """The rows of ``schema.ENTITIES``, in order of first mention; empty when there are no entities."""
    for entity in article.entities:
        yield _clean(
            {
                "article_id": article.id,
                "article_date": article.date,
                "entity_id": entity.id,
                "name": entity.name,
                "label": entity.label,
                "kb_id": entity.kb_id,
                "mentions": len(entity.mentions),
                "descriptions": list(entity.descriptions),
            }
        )


def mention_rows(article: Article) -> Iterator[Row]:
    """The rows of ``schema.MENTIONS``, in text order; empty when there are no entities."""
    rows = [
        {
            "article_id": article.id,
            "article_date": article.date,
            "entity_id": entity.id,
            "name": entity.name,
            "label": entity.label,
            "kb_id": entity.kb_id,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
        }
        for entity in article.entities
        for mention in entity.mentions
    ]
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return map(_clean, rows)


def _clean(row: Mapping[str, Any]) -> Row:
    return {name: _clean_value(value) for name, value in row.items()}


def _clean_value(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [_clean_value(part) for part in value]
    return value
