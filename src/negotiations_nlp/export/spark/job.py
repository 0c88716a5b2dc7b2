"""A whole job: files of articles in, Parquet out, one bucket after another, to be started again where it stopped.

What a finished output folder holds::

    _job.json            what the job was asked to do
    bucket=0000/         Parquet files of one bucket; the folder is there when the bucket is finished, not before
    bucket=0001/         ...

The articles are dealt to buckets by a hash of their ids, and written once, bucket by bucket, into ``_work/input``; then
each bucket is extracted into ``_work/output``, which is renamed when it is finished. Readers of Parquet leave out names
that start with an underscore. Who runs which part of a bucket when, and again after a failure, is Spark's business.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.optional import require
from negotiations_nlp.export.schema import Column
from negotiations_nlp.export.spark.columns import quoted, struct_type
from negotiations_nlp.export.spark.files import Files
from negotiations_nlp.export.spark.tables import extract_spark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame, SparkSession

    from negotiations_nlp.export.spark.worker import OnError

__all__ = ["Format", "JobReport", "run"]

Format = Literal["jsonl", "parquet"]

JOB = "_job.json"
WORK = "_work"
STAGE = f"{WORK}/input"
OUTPUT = f"{WORK}/output"
BUCKET = "bucket"
MAX_BUCKETS = 10_000
TASKS_PER_CORE = 4
LINES_TO_LOOK_AT = 100


class JobReport(NamedTuple):
    """What a run did, and what the output holds now."""

    buckets_done: int
    buckets_skipped: int
    articles: int
    articles_with_error: int
    quotes: int


def run(
    source: str,
    target: str,
    *,
    spark: SparkSession,
    format: Format = "jsonl",
    buckets: int = 16,
    partitions: int | None = None,
    text_col: str = "text",
    id_col: str = "id",
    date_col: str | None = None,
    keep: Sequence[str] = (),
    spec: PipelineSpec | None = None,
    on_error: OnError = "raise",
) -> JobReport:
    """Extract files of articles into Parquet files of results, skipping the buckets that are there already.

    Started again with the same arguments, it goes on where it was stopped; what was finished stays as it is. It does
    not look for articles that were added to the source after the first start.

    Args:
        source: a file, a folder or a pattern, on any file system that Spark reads.
        target: folder for the results, new or of an earlier run of the same job.
        spark: the session; the executors need this library and the model installed.
        format: of the source, "jsonl" (one JSON object a line; a .gz file is read by one core) or "parquet".
        buckets: number of parts that are finished, and skipped by a later run, as a whole.
        partitions: number of tasks, and of files, of each bucket; None takes four for each core.
        text_col: column or key of the text.
        id_col: column or key of the article's id.
        date_col: column or key of the date of publication; None reads the page's own dateline.
        keep: further columns or keys to hand through; those of JSON become strings.
        spec: the pipeline; None takes the default one.
        on_error: as in ``extract_spark``; "keep" also takes broken lines of JSON, for articles without text.

    Returns:
        Counts, read from the finished output.

    Raises:
        InputError: a wrong argument, or a target that another job has made.
        UnknownNameError: the source has no such column.
        MissingDependencyError: pyspark or pyarrow is not installed.
    """
    _check_numbers(format=format, buckets=buckets, partitions=partitions)
    spec = spec or PipelineSpec()
    names = {"text_col": text_col, "id_col": id_col, "date_col": date_col, "keep": list(keep)}
    files = Files(spark, target)
    job = {"source": source, "format": format, "buckets": buckets, **names, "on_error": on_error}
    _claim(files, job | {"pipeline": spec.fingerprint()})
    todo = [number for number in range(buckets) if not files.exists(_bucket(number))]
    if todo:
        extracted = partial(
            extract_spark, text_col=text_col, id_col=id_col, date_col=date_col, keep=keep, spec=spec, on_error=on_error
        )
        columns = list(dict.fromkeys(name for name in (id_col, text_col, date_col, *keep) if name is not None))
        articles = _read(spark, source, format, columns, strict=on_error == "raise")
        extracted(articles)  # looks at the arguments; runs nothing
        staged = _stage(spark, files, articles, buckets, key=(id_col, text_col))
        for number in todo:
            bucket = staged.where(staged[BUCKET] == number).drop(BUCKET)
            bucket = bucket.repartition(partitions or TASKS_PER_CORE * spark.sparkContext.defaultParallelism)
            extracted(bucket).write.mode("overwrite").parquet(files.path(OUTPUT))
            files.move(OUTPUT, _bucket(number))
    files.delete(WORK)
    return _report(spark, files, buckets_done=len(todo), buckets_skipped=buckets - len(todo))


def _check_numbers(*, format: str, buckets: int, partitions: int | None) -> None:
    if format not in get_args(Format):
        msg = f"format must be one of {', '.join(get_args(Format))}, got {format!r}"
        raise InputError(msg)
    if not 1 <= buckets <= MAX_BUCKETS:
        msg = f"buckets must be from 1 to {MAX_BUCKETS}, got {buckets!r}"
        raise InputError(msg)
    if partitions is not None and partitions < 1:
        msg = f"partitions must be 1 or more, or None, got {partitions!r}"
        raise InputError(msg)


def _claim(files: Files, job: dict[str, Any]) -> None:
    """Write down whose output this is; refuse a folder of somebody else, in which results would be mixed."""
    if files.exists(JOB):
        before: dict[str, Any] = json.loads(files.read(JOB))
        other = [name for name in job if before.get(name) != job[name]]
        if other:
            changes = "; ".join(f"{name} was {before.get(name)!r} and is now {job[name]!r}" for name in other)
            msg = f"{files.path(JOB)} is of another job: {changes}; give the old arguments, or another target"
            raise InputError(msg)
    elif not files.is_empty():
        msg = f"the target {files.path('')} holds files, but none of an earlier run; give a new or an empty folder"
        raise InputError(msg)
    else:
        files.write(JOB, json.dumps(job, indent=1))


def _read(spark: SparkSession, source: str, format: Format, columns: Sequence[str], *, strict: bool) -> DataFrame:
    """The columns of the source; those of JSON as strings, so that no pass over the files is needed to find types."""
    if format == "parquet":
        table = spark.read.parquet(source)
        _check_names(columns, table.columns)
        return table.select(*map(quoted, columns))
    lines = [row.value for row in spark.read.text(source).head(LINES_TO_LOOK_AT)]
    if any(map(str.strip, lines)):
        _check_names(columns, list(dict.fromkeys(key for line in lines for key in _keys(line))))
    schema = struct_type([Column(name, "string") for name in columns])
    return spark.read.schema(schema).json(source, mode="FAILFAST" if strict else "PERMISSIVE")


def _keys(line: str) -> list[str]:
    try:
        value = json.loads(line)
    except ValueError:  # Spark's to complain of, if it is to be
        return []
    return list(value) if isinstance(value, dict) else []


def _check_names(wanted: Sequence[str], found: Sequence[str]) -> None:
    if BUCKET in wanted:
        msg = f"no column of the source may be called {BUCKET!r}; rename it first"
        raise InputError(msg)
    for name in wanted:
        if name not in found:
            msg = f"the source has no column or key {name!r}; it has {', '.join(found) or 'none'}"
            raise UnknownNameError(msg)


def _stage(spark: SparkSession, files: Files, articles: DataFrame, buckets: int, key: tuple[str, str]) -> DataFrame:
    """The articles dealt to buckets: one pass over the source, so that a bucket does not cost one."""
    if not files.exists(f"{STAGE}/_SUCCESS"):
        f = require("pyspark.sql.functions", "spark")
        id_, text = (articles[quoted(name)].cast("string") for name in key)
        dealt = articles.withColumn(BUCKET, f.pmod(f.xxhash64(f.coalesce(id_, text)), f.lit(buckets)))
        by_bucket = dealt.repartition(buckets, BUCKET).write.mode("overwrite").partitionBy(BUCKET)
        by_bucket.parquet(files.path(STAGE))
    schema = struct_type([Column(BUCKET, "int")])
    return spark.read.schema(type(schema)([*articles.schema, *schema])).parquet(files.path(STAGE))


def _bucket(number: int) -> str:
    return f"{BUCKET}={number:04}"


def _report(spark: SparkSession, files: Files, *, buckets_done: int, buckets_skipped: int) -> JobReport:
    f = require("pyspark.sql.functions", "spark")
    results = spark.read.parquet(files.path(""))
    counts = results.agg(f.count("*"), f.count("error"), f.coalesce(f.sum(f.size("quotes")), f.lit(0))).head()
    articles, with_error, quotes = counts or (0, 0, 0)
    return JobReport(buckets_done, buckets_skipped, articles, with_error, quotes)
