"""Articles as tables of pandas, Polars or Arrow: the quotes, the entities and the mentions.

Columns and types are those of ``schema``, whatever the articles hold: no articles give empty tables of the same types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from negotiations_nlp.errors import InputError
from negotiations_nlp.export.optional import require
from negotiations_nlp.export.rows import entity_rows, mention_rows, quote_rows
from negotiations_nlp.export.schema import ENTITIES, MENTIONS, QUOTES, Column, ListOf, Struct
from negotiations_nlp.models import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from negotiations_nlp.export.schema import ColumnType

__all__ = ["Backend", "Frames", "make_frame", "to_frames"]

Backend = Literal["pandas", "polars", "arrow"]

NUMBER = Column("article", "int")
PANDAS_TYPES = {"string": "string", "int": "int64", "float": "float64", "date": "datetime64[s]"}


class Frames(NamedTuple):
    """The tables of some articles. Column ``article`` numbers the articles from 0, in the order given."""

    quotes: Any
    entities: Any
    mentions: Any


def to_frames(articles: Iterable[Article], *, backend: Backend = "pandas") -> Frames:
    """Turn articles into three tables: one row a quote, one row an entity, one row a mention.

    Args:
        articles: the articles, in memory or as an iterator; one Article is taken as a list of one.
        backend: "pandas" (pandas.DataFrame), "polars" (polars.DataFrame) or "arrow" (pyarrow.Table).

    Returns:
        The tables; empty, with all columns and their types, when there are no articles.

    Raises:
        InputError: an unknown backend, or an item that is no Article.
        MissingDependencyError: the backend's library is not installed.

    Example:
        >>> from negotiations_nlp import extract
        >>> frames = to_frames([extract("“It rains,” Halyna Moroz said.")], backend="arrow")
        >>> frames.quotes.select(["speaker", "text", "kind"]).to_pylist()
        [{'speaker': 'Halyna Moroz', 'text': 'It rains,', 'kind': 'direct'}]
    """
    _library(backend)
    tables: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    for number, article in enumerate(_checked(articles)):
        for table, rows in zip(tables, (quote_rows(article), entity_rows(article), mention_rows(article)), strict=True):
            table.extend({NUMBER.name: number, **row} for row in rows)
    quotes, entities, mentions = tables
    return Frames(
        quotes=make_frame(quotes, (NUMBER, *QUOTES), backend=backend),
        entities=make_frame(entities, (NUMBER, *ENTITIES), backend=backend),
        mentions=make_frame(mentions, (NUMBER, *MENTIONS), backend=backend),
    )


def make_frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], *, backend: Backend = "pandas") -> Any:
    """Make one table of given columns and types out of rows.

    Args:
        rows: dictionaries with a value, or None, for every column.
        columns: the columns, in order.
        backend: "pandas", "polars" or "arrow".

    Returns:
        A table of the backend; empty, with all columns and their types, when there are no rows. pandas has strings as
        "string" with pandas.NA, dates as "datetime64[s]" and lists as objects.

    Raises:
        InputError: an unknown backend.
        MissingDependencyError: the backend's library is not installed.
    """
    library = _library(backend)
    values: dict[str, list[Any]] = {column.name: [] for column in columns}
    for row in rows:
        for name, column in values.items():
            column.append(row[name])
    if backend == "polars":
        return library.DataFrame(values, schema={c.name: _polars_type(library, c.type) for c in columns})
    if backend == "arrow":
        from negotiations_nlp.export.arrow import arrow_schema

        return library.table(values, schema=arrow_schema(columns))
    series = {c.name: library.Series(values[c.name], dtype=_pandas_type(c.type)) for c in columns}
    return library.DataFrame(series)


Row = dict[str, Any]


def _library(backend: str) -> Any:
    if backend not in get_args(Backend):
        msg = f"backend must be one of {', '.join(get_args(Backend))}, got {backend!r}"
        raise InputError(msg)
    return require("pyarrow" if backend == "arrow" else backend, "frames")


def _checked(articles: Iterable[Article]) -> Iterator[Article]:
    if isinstance(articles, Article):  # itself iterable, over its fields
        articles = (articles,)
    for number, article in enumerate(articles):
        if not isinstance(article, Article):
            msg = f"item {number} must be an Article, got {type(article).__name__}; use extract_many() on texts"
            raise InputError(msg)
        yield article


def _pandas_type(type_: ColumnType) -> str:
    return "object" if isinstance(type_, (ListOf, Struct)) else PANDAS_TYPES[type_]


def _polars_type(pl: Any, type_: ColumnType) -> Any:
    if isinstance(type_, ListOf):
        return pl.List(_polars_type(pl, type_.of))
    if isinstance(type_, Struct):
        return pl.Struct({column.name: _polars_type(pl, column.type) for column in type_.columns})
    return {"string": pl.String, "int": pl.Int64, "float": pl.Float64, "date": pl.Date}[type_]
