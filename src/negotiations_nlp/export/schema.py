"""The columns of every table that leaves the library, in words that need no library.

The one place where they stand: pandas, Polars, Arrow, Spark and Hugging Face datasets all take them from here. Offsets
are characters of the article's text, half-open.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = [
    "ARTICLES",
    "ENTITIES",
    "MENTIONS",
    "QUOTES",
    "Column",
    "ColumnType",
    "ListOf",
    "Struct",
]

Scalar = Literal["string", "int", "float", "date"]


class ListOf(NamedTuple):
    """The type of a column that holds lists."""

    of: ColumnType


class Struct(NamedTuple):
    """The type of a column that holds records."""

    columns: tuple[Column, ...]


ColumnType = Scalar | ListOf | Struct


class Column(NamedTuple):
    """A column: its name and its type. Strings and dates may be null; numbers and lists never are."""

    name: str
    type: ColumnType


SPAN = Struct((Column("start", "int"), Column("end", "int"), Column("text", "string")))

SPEAKER = Struct(
    (
        Column("mention", SPAN),
        Column("name", "string"),
        Column("entity_id", "string"),
        Column("kind", "string"),
    )
)

ENTITY = Struct(
    (
        Column("id", "string"),
        Column("name", "string"),
        Column("label", "string"),
        Column("kb_id", "string"),
        Column("mentions", ListOf(SPAN)),
        Column("descriptions", ListOf("string")),
    )
)

QUOTE = Struct(
    (
        Column("content", ListOf(SPAN)),
        Column("text", "string"),
        Column("kind", "string"),
        Column("cue", SPAN),
        Column("speaker", SPEAKER),
        Column("co_speakers", ListOf(SPEAKER)),
        Column("status", "string"),
        Column("said_on", "date"),
        Column("medium", "string"),
        Column("addressee", SPAN),
        Column("relayed_by", SPEAKER),
        Column("confidence", "float"),
        Column("rule", "string"),
    )
)

ARTICLES = (
    Column("id", "string"),
    Column("date", "date"),
    Column("entities", ListOf(ENTITY)),
    Column("quotes", ListOf(QUOTE)),
    Column("version", "string"),
)
"""One row an article: the article's own fields but its text, quotes and entities nested."""

OF_ARTICLE = (Column("article_id", "string"), Column("article_date", "date"))

QUOTES = (
    *OF_ARTICLE,
    Column("quote", "int"),
    Column("text", "string"),
    Column("start", "int"),
    Column("end", "int"),
    Column("kind", "string"),
    Column("status", "string"),
    Column("speaker", "string"),
    Column("speaker_id", "string"),
    Column("speaker_kind", "string"),
    Column("mention", "string"),
    Column("co_speakers", ListOf("string")),
    Column("cue", "string"),
    Column("addressee", "string"),
    Column("medium", "string"),
    Column("said_on", "date"),
    Column("relayed_by", "string"),
    Column("confidence", "float"),
    Column("rule", "string"),
)
"""One row a quote, as ``Article.to_records()`` gives it."""

ENTITIES = (
    *OF_ARTICLE,
    Column("entity_id", "string"),
    Column("name", "string"),
    Column("label", "string"),
    Column("kb_id", "string"),
    Column("mentions", "int"),
    Column("descriptions", ListOf("string")),
)
"""One row an entity of an article, with the number of its mentions."""

MENTIONS = (
    *OF_ARTICLE,
    Column("entity_id", "string"),
    Column("name", "string"),
    Column("label", "string"),
    Column("kb_id", "string"),
    Column("text", "string"),
    Column("start", "int"),
    Column("end", "int"),
)
"""One row a mention: a name as the text has it, at its place, and the entity it stands for."""
