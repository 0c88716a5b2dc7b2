"""Whole jobs, from files to files, in a real session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.rows import article_row
from negotiations_nlp.export.spark import JobReport, job, run

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import SparkSession

pytestmark = pytest.mark.model
OPTIONS: dict[str, Any] = {"buckets": 2, "partitions": 1, "date_col": "day", "keep": ("outlet",)}


@pytest.fixture
def articles(texts: list[str]) -> list[dict[str, Any]]:
    """Articles as they stand in a file."""
    return [{"id": f"a{i}", "text": text, "day": "2025-07-22", "outlet": "NRK"} for i, text in enumerate(texts * 2)]


@pytest.fixture
def source(articles: list[dict[str, Any]], tmp_path: Path) -> str:
    """A JSONL file of them, with a blank line and a key that nobody asks for."""
    lines = [json.dumps({**article, "other": [1]}) for article in articles]
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join([*lines[:3], "", *lines[3:]]) + "\n", encoding="utf-8")
    return str(file)


def _read(spark: SparkSession, target: Path) -> list[dict[str, Any]]:
    rows = [row.asDict(recursive=True) for row in spark.read.parquet(str(target)).drop("bucket").collect()]
    return sorted(rows, key=lambda row: (row["id"] is None, row["id"]))


def _expected(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [nn.extract(a["text"], id=a["id"], date=a["day"]) for a in articles]
    return [{"outlet": "NRK", **article_row(article), "error": None} for article in found]


def _buckets(target: Path) -> list[str]:
    return sorted(path.name for path in target.iterdir() if not path.name.startswith("."))


def test_jsonl_comes_out_as_on_one_machine(
    spark: SparkSession, source: str, articles: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Every article once, in finished buckets and nothing beside them but the job's own note."""
    report = run(source, str(tmp_path / "out"), spark=spark, **OPTIONS)
    expected = _expected(articles)
    assert _read(spark, tmp_path / "out") == expected
    assert _buckets(tmp_path / "out") == ["_job.json", "bucket=0000", "bucket=0001"]
    assert report == JobReport(2, 0, 8, 0, sum(len(row["quotes"]) for row in expected))


def test_a_stopped_job_goes_on_where_it_stopped(
    spark: SparkSession, source: str, articles: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finished buckets are left alone, the one that was under way is made anew, and nothing is lost or doubled."""
    target = tmp_path / "out"
    move = job.Files.move

    def move_but_once(files: Any, old: str, new: str) -> None:
        if new == "bucket=0001":
            raise KeyboardInterrupt
        move(files, old, new)

    monkeypatch.setattr(job.Files, "move", move_but_once)
    with pytest.raises(KeyboardInterrupt):
        run(source, str(target), spark=spark, **OPTIONS)
    monkeypatch.undo()
    before = {file: file.stat().st_mtime_ns for file in (target / "bucket=0000").iterdir()}
    readable = _read(spark, target)
    report = run(source, str(target), spark=spark, **OPTIONS)
    assert (report.buckets_done, report.buckets_skipped) == (1, 1)
    assert {file: file.stat().st_mtime_ns for file in (target / "bucket=0000").iterdir()} == before
    assert 0 < len(readable) < len(articles)  # while it was stopped, whole buckets could be read and no others
    assert _read(spark, target) == _expected(articles)


def test_a_finished_job_does_nothing(spark: SparkSession, source: str, tmp_path: Path) -> None:
    """Run again, it counts what is there."""
    first = run(source, str(tmp_path / "out"), spark=spark, **OPTIONS)
    again = run(source, str(tmp_path / "out"), spark=spark, **OPTIONS)
    assert again == first._replace(buckets_done=0, buckets_skipped=2)


def test_parquet_is_read_and_missing_ids_are_dealt_by_text(
    spark: SparkSession, articles: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Ids may be numbers or missing, and columns to keep have types of their own."""
    rows = [(None if i == 3 else i, article["text"], [i]) for i, article in enumerate(articles[:4])]
    spark.createDataFrame(rows, "n long, text string, numbers array<int>").write.parquet(str(tmp_path / "in"))
    run(
        str(tmp_path / "in"), str(tmp_path / "out"), spark=spark, format="parquet", buckets=3, partitions=1, id_col="n",
        keep=["numbers"],
    )  # fmt: skip
    found = _read(spark, tmp_path / "out")
    assert [(row["id"], row["numbers"]) for row in found] == [("0", [0]), ("1", [1]), ("2", [2]), (None, [3])]
    assert _buckets(tmp_path / "out") == ["_job.json", "bucket=0000", "bucket=0001", "bucket=0002"]


def test_an_empty_source_gives_an_empty_table(spark: SparkSession, tmp_path: Path) -> None:
    """With all its columns."""
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    report = run(str(tmp_path / "none.jsonl"), str(tmp_path / "out"), spark=spark, **OPTIONS)
    assert report == JobReport(2, 0, 0, 0, 0)
    assert spark.read.parquet(str(tmp_path / "out")).columns[:3] == ["outlet", "id", "date"]


def test_a_broken_line_ends_the_job_or_is_kept_as_an_error(spark: SparkSession, tmp_path: Path) -> None:
    """The caller's choice."""
    file = tmp_path / "articles.jsonl"
    file.write_text('{"id": "a", "text": "Rain."}\n{"id": "b", "te\n', encoding="utf-8")
    options: dict[str, Any] = {"spark": spark, "buckets": 1, "partitions": 1}
    with pytest.raises(Exception, match=r"MALFORMED_RECORD"):
        run(str(file), str(tmp_path / "raised"), **options)
    report = run(str(file), str(tmp_path / "kept"), on_error="keep", **options)
    assert (report.articles, report.articles_with_error) == (2, 1)


def test_a_target_of_another_job_is_refused(spark: SparkSession, source: str, tmp_path: Path) -> None:
    """Results of two jobs, or of two lexicons, are never mixed."""
    target = tmp_path / "out"
    target.mkdir()
    (target / "_job.json").write_text(json.dumps({"source": source, "buckets": 3}), encoding="utf-8")
    with pytest.raises(InputError, match=r"of another job: .*buckets was 3 and is now 2"):
        run(source, str(target), spark=spark, **OPTIONS)


def test_a_target_with_other_files_is_refused(spark: SparkSession, source: str, tmp_path: Path) -> None:
    """Nobody's files are taken for results."""
    (tmp_path / "bucket=0000").mkdir()
    with pytest.raises(InputError, match="holds files, but none of an earlier run"):
        run(source, str(tmp_path), spark=spark, **OPTIONS)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        pytest.param(
            {"text_col": "body"}, UnknownNameError, "'body'; it has id, text, day, outlet, other", id="no-key"
        ),
        pytest.param({"keep": ["bucket"]}, InputError, "may be called 'bucket'", id="bucket"),
        pytest.param({"buckets": 0}, InputError, "buckets must be from 1 to 10000, got 0", id="buckets"),
        pytest.param({"partitions": 0}, InputError, "partitions must be 1 or more", id="partitions"),
        pytest.param({"format": "csv"}, InputError, "one of jsonl, parquet, got 'csv'", id="format"),
        pytest.param({"keep": ["date"]}, UnknownNameError, "no column or key 'date'", id="nothing-to-keep"),
    ],
)
def test_wrong_arguments_are_explained_before_any_work(
    spark: SparkSession, source: str, tmp_path: Path, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    """With what there is to choose from."""
    with pytest.raises(error, match=message):
        run(source, str(tmp_path / "out"), spark=spark, **{**OPTIONS, **options})
    assert not list((tmp_path / "out").glob("bucket=*"))
