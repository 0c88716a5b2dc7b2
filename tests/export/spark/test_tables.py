"""The extraction on DataFrames, in a real session, equal to that on one machine."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.rows import article_row, entity_rows, mention_rows, quote_rows
from negotiations_nlp.export.schema import ENTITIES, MENTIONS, QUOTES
from negotiations_nlp.export.spark import explode_entities, explode_mentions, explode_quotes, extract_spark
from negotiations_nlp.export.spark.columns import RESULTS, struct_type

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from negotiations_nlp.models import Article


def _records(df: DataFrame) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in df.collect()]


def _results(spark: SparkSession, articles: list[Article]) -> DataFrame:
    """A table of results as extract_spark makes them, from articles that are there already."""
    rows = [{**article_row(article), "error": None} for article in articles]
    return spark.createDataFrame(rows, struct_type(RESULTS))


@pytest.mark.model
def test_results_equal_those_on_one_machine(spark: SparkSession, texts: list[str]) -> None:
    """Nested rows, over several partitions, numbers for ids, dates given and read off the page."""
    rows = [(i, f"outlet {i}", text, dt.date(2025, 7, 22) if i % 2 else None) for i, text in enumerate(texts * 3)]
    df = spark.createDataFrame(rows, "n long, `the.outlet` string, body string, day date").repartition(3)
    found = extract_spark(df, text_col="body", id_col="n", date_col="day", keep=["the.outlet"])
    expected = [
        {"the.outlet": outlet, **article_row(nn.extract(text, id=str(i), date=day)), "error": None}
        for i, outlet, text, day in rows
    ]
    assert sorted(_records(found), key=lambda row: int(row["id"])) == expected
    assert found.columns == ["the.outlet", *(column.name for column in RESULTS)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("type_", "value"),
    [
        pytest.param("string", "2025-07-22", id="string"),
        pytest.param("timestamp", dt.datetime(2025, 7, 22, 23, 59), id="timestamp"),
        pytest.param("timestamp_ntz", dt.datetime(2025, 7, 22, 23, 59), id="timestamp-without-zone"),
    ],
)
def test_dates_may_be_strings_and_times(spark: SparkSession, type_: str, value: Any) -> None:
    """The day is what counts."""
    df = spark.createDataFrame([("a", "Rain.", value)], f"id string, text string, day {type_}")
    assert [row["date"] for row in _records(extract_spark(df, date_col="day"))] == [dt.date(2025, 7, 22)]


@pytest.mark.model
def test_an_article_without_text_ends_the_job_or_is_kept(spark: SparkSession) -> None:
    """The caller's choice; ended, the job's error names the article."""
    df = spark.createDataFrame([("a", "Rain."), ("b", None)], "id string, text string")
    with pytest.raises(Exception, match="article 'b': text must be a str, got NoneType"):
        extract_spark(df).collect()
    kept = {row["id"]: row["error"] for row in _records(extract_spark(df, on_error="keep"))}
    assert kept["a"] is None
    assert kept["b"].startswith("text must be a str")


def test_long_tables_equal_the_rows_of_one_machine(
    spark: SparkSession, article: Article, empty_article: Article
) -> None:
    """Quotes, entities and mentions: the same columns, the same values."""
    results = _results(spark, [article, empty_article])
    quotes, entities = explode_quotes(results), explode_entities(results)
    mentions = explode_mentions(results).sort("start")
    assert _records(quotes) == list(quote_rows(article))
    assert _records(entities) == list(entity_rows(article))
    assert _records(mentions) == list(mention_rows(article))


def test_long_tables_have_the_columns_of_the_schema(spark: SparkSession) -> None:
    """Without a row as with one."""
    results = _results(spark, [])
    found = [explode(results) for explode in (explode_quotes, explode_entities, explode_mentions)]
    assert [df.schema.simpleString() for df in found] == [
        struct_type(columns).simpleString() for columns in (QUOTES, ENTITIES, MENTIONS)
    ]
    assert [df.count() for df in found] == [0, 0, 0]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        pytest.param({"text_col": "body"}, UnknownNameError, "no column 'body'; it has id, text, day", id="no-column"),
        pytest.param({"keep": ["x"]}, UnknownNameError, "no column 'x'", id="nothing-to-keep"),
        pytest.param({"keep": ["id"]}, InputError, "columns id cannot be kept", id="kept-beside-a-result"),
        pytest.param({"text_col": "day"}, InputError, "'day' must be of type string, it is of type date", id="no-text"),
        pytest.param({"date_col": "n"}, InputError, "'n' must be of type string or date", id="no-date"),
        pytest.param(
            {"on_error": "skip"}, InputError, "on_error must be one of raise, keep, got 'skip'", id="on-error"
        ),
    ],
)
def test_wrong_arguments_are_explained_at_once(
    spark: SparkSession, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    """Before a job is started."""
    df = spark.createDataFrame([], "id string, text string, day date, n long")
    with pytest.raises(error, match=message):
        extract_spark(df, **options)
