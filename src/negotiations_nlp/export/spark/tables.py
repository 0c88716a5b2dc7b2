"""The extraction as a step on Spark DataFrames, and its results as long tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.optional import require
from negotiations_nlp.export.schema import ENTITIES, MENTIONS, QUOTES
from negotiations_nlp.export.spark.columns import RESULTS, quoted, struct_type
from negotiations_nlp.export.spark.worker import OnError, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import Column as SparkColumn
    from pyspark.sql import DataFrame

    from negotiations_nlp.export.schema import Column

__all__ = ["explode_entities", "explode_mentions", "explode_quotes", "extract_spark"]


def extract_spark(
    df: DataFrame,
    *,
    text_col: str = "text",
    id_col: str = "id",
    date_col: str | None = None,
    keep: Sequence[str] = (),
    spec: PipelineSpec | None = None,
    on_error: OnError = "raise",
) -> DataFrame:
    """Find who says what in every row of a DataFrame.

    Runs lazily, through ``mapInArrow``; every Python worker of an executor loads the pipeline once. The executors need
    this library and the model installed.

    Args:
        df: one row an article.
        text_col: column with the text, a string.
        id_col: column with the article's id; whatever it is, it becomes a string.
        date_col: column with the date of publication: a date, a timestamp, or ISO strings. None, or a null, reads the
            page's own dateline.
        keep: further columns to hand through.
        spec: the pipeline; None takes the default one.
        on_error: what to do with an article that has no text, or a date that is none: "raise" ends the job and names
            the article; "keep" says so in column ``error``, takes an article with a wrong date for one without, and
            gives no quotes and entities where there is no text.

    Returns:
        One row an article, in no order: the columns of ``keep``, then ``id``, ``date``, ``entities`` and ``quotes``
        (nested, as in the result models), ``version``, and ``error``, null unless on_error="keep" met one.

    Raises:
        UnknownNameError: the DataFrame has no such column.
        InputError: a column of the wrong type, a column to keep that is named like one of the results, or an unknown
            value of on_error.
        MissingDependencyError: pyspark or pyarrow is not installed.
    """
    functions, types = require("pyspark.sql.functions", "spark"), require("pyspark.sql.types", "spark")
    if on_error not in get_args(OnError):
        msg = f"on_error must be one of {', '.join(get_args(OnError))}, got {on_error!r}"
        raise InputError(msg)
    _check_columns(df, text_col=text_col, id_col=id_col, date_col=date_col, keep=keep)
    date = functions.lit(None).cast("date") if date_col is None else functions.col(quoted(date_col))
    if date_col is not None and isinstance(df.schema[date_col].dataType, (types.TimestampType, types.TimestampNTZType)):
        date = date.cast("date")
    inputs = df.select(
        functions.col(quoted(id_col)).cast("string").alias("id"),
        functions.col(quoted(text_col)).alias("text"),
        date.alias("date"),
        *(functions.col(quoted(name)).alias(f"kept_{number}") for number, name in enumerate(keep)),
    )
    fields = [types.StructField(f"kept_{number}", df.schema[name].dataType) for number, name in enumerate(keep)]
    schema = types.StructType(fields + struct_type(RESULTS).fields)
    found: DataFrame = inputs.mapInArrow(Worker(spec or PipelineSpec(), on_error).__call__, schema)
    return found.toDF(*keep, *(column.name for column in RESULTS))


def explode_quotes(df: DataFrame) -> DataFrame:
    """One row a quote, of the results of ``extract_spark``; columns as in ``schema.QUOTES``."""
    f = require("pyspark.sql.functions", "spark")
    rows = df.select("id", "date", f.posexplode("quotes").alias("number", "q"))
    content = f.col("q.content")

    def called(speaker: Any) -> SparkColumn:
        name: SparkColumn = f.coalesce(speaker["name"], speaker["mention"]["text"])
        return name

    values = {
        "quote": f.col("number").cast("long"),
        "text": f.col("q.text"),
        "start": f.element_at(content, 1)["start"],
        "end": f.element_at(content, -1)["end"],
        "speaker": f.col("q.speaker.name"),
        "speaker_id": f.col("q.speaker.entity_id"),
        "speaker_kind": f.col("q.speaker.kind"),
        "mention": f.col("q.speaker.mention.text"),
        "co_speakers": f.transform("q.co_speakers", called),
        "cue": f.col("q.cue.text"),
        "addressee": f.col("q.addressee.text"),
        "relayed_by": called(f.col("q.relayed_by")),
        **{name: f.col(f"q.{name}") for name in ("kind", "status", "medium", "said_on", "confidence", "rule")},
    }
    return _long(rows, values, QUOTES)


def explode_entities(df: DataFrame) -> DataFrame:
    """One row an entity of an article, of the results of ``extract_spark``; columns as in ``schema.ENTITIES``."""
    f = require("pyspark.sql.functions", "spark")
    rows = df.select("id", "date", f.explode("entities").alias("e"))
    return _long(rows, _of_entity(f) | {"mentions": f.size("e.mentions").cast("long")}, ENTITIES)


def explode_mentions(df: DataFrame) -> DataFrame:
    """One row a mention, of the results of ``extract_spark``; columns as in ``schema.MENTIONS``."""
    f = require("pyspark.sql.functions", "spark")
    rows = df.select("id", "date", f.explode("entities").alias("e"))
    rows = rows.select("id", "date", "e", f.explode("e.mentions").alias("m"))
    return _long(rows, _of_entity(f) | {name: f.col(f"m.{name}") for name in ("text", "start", "end")}, MENTIONS)


def _of_entity(f: Any) -> dict[str, SparkColumn]:
    names = {"entity_id": "id", "name": "name", "label": "label", "kb_id": "kb_id", "descriptions": "descriptions"}
    return {column: f.col(f"e.{field}") for column, field in names.items()}


def _long(rows: DataFrame, values: dict[str, SparkColumn], columns: Sequence[Column]) -> DataFrame:
    values = {"article_id": rows["id"], "article_date": rows["date"], **values}
    return rows.select(*(values[column.name].alias(column.name) for column in columns))


def _check_columns(df: DataFrame, *, text_col: str, id_col: str, date_col: str | None, keep: Sequence[str]) -> None:
    for name in (text_col, id_col, *(() if date_col is None else (date_col,)), *keep):
        if name not in df.columns:
            msg = f"the DataFrame has no column {name!r}; it has {', '.join(df.columns)}"
            raise UnknownNameError(msg)
    types = {text_col: ("string",)} | ({} if date_col is None else {date_col: DATE_TYPES})
    for name, allowed in types.items():
        found = df.schema[name].dataType.typeName()
        if found not in allowed:
            msg = f"column {name!r} must be of type {' or '.join(allowed)}, it is of type {found}; cast it first"
            raise InputError(msg)
    results = {column.name for column in RESULTS}
    twice = sorted(results.intersection(keep))
    if twice:
        msg = f"columns {', '.join(twice)} cannot be kept beside results of the same name; rename them first"
        raise InputError(msg)


DATE_TYPES = ("string", "date", "timestamp", "timestamp_ntz")
