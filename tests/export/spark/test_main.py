"""The command, in this process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from negotiations_nlp.export.spark.__main__ import app

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import SparkSession


@pytest.mark.model
def test_the_command_runs_a_job_and_counts(spark: SparkSession, texts: list[str], tmp_path: Path) -> None:
    """JSONL in, Parquet out."""
    lines = [json.dumps({"id": i, "body": text}) for i, text in enumerate(texts)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    arguments = [str(tmp_path / "in.jsonl"), str(tmp_path / "out"), "--text-col", "body", "--buckets", "1"]
    result = CliRunner().invoke(app, [*arguments, "--partitions", "1"])
    assert result.exit_code == 0, result.output
    assert "1 buckets done, 0 were there already" in result.output
    assert spark.read.parquet(str(tmp_path / "out")).count() == 4


def test_a_mistake_is_explained_without_a_traceback(spark: SparkSession, tmp_path: Path) -> None:
    """Exit code 2, and what to do."""
    (tmp_path / "in.jsonl").write_text('{"id": "a", "body": "Rain."}\n', encoding="utf-8")
    result = CliRunner().invoke(app, [str(tmp_path / "in.jsonl"), str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "the source has no column or key 'text'" in " ".join(result.output.split())
