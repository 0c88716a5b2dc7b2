"""What runs on the executors, without Spark."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError
from negotiations_nlp.export.arrow import arrow_schema
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.rows import article_row
from negotiations_nlp.export.spark.columns import RESULTS
from negotiations_nlp.export.spark.worker import BATCH_ARTICLES, Worker

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: spark)")
pytestmark = pytest.mark.model


def _batch(rows: list[tuple[str | None, str | None, str | None]], **kept: Any) -> Any:
    ids, texts, dates = zip(*rows, strict=True)
    columns = {"id": ids, "text": texts, "date": dates, **kept}
    return pa.RecordBatch.from_pydict({name: pa.array(values) for name, values in columns.items()})


def _rows(batches: Any) -> list[dict[str, Any]]:
    return [row for batch in batches for row in batch.to_pylist()]


def test_rows_are_those_of_extract_with_the_kept_columns_before(texts: list[str]) -> None:
    """Row for row, and nothing in column error."""
    batch = _batch([(str(i), text, "2025-07-22") for i, text in enumerate(texts)], kept_0=list(range(len(texts))))
    expected = [
        {"kept_0": i, **article_row(nn.extract(text, id=str(i), date="2025-07-22")), "error": None}
        for i, text in enumerate(texts)
    ]
    assert _rows(Worker(PipelineSpec(), "raise")([batch])) == expected


def test_result_batches_have_the_schema_and_a_bounded_size() -> None:
    """A large batch comes out in pieces, so that memory does not grow with Spark's batches."""
    large = _batch([("x", "Rain.", "2025-07-22")] * (BATCH_ARTICLES + 1))
    batches = list(Worker(PipelineSpec(), "raise")([large]))
    assert [batch.num_rows for batch in batches] == [BATCH_ARTICLES, 1]
    assert [batch.schema for batch in batches] == [arrow_schema(RESULTS)] * 2


def test_no_batches_and_empty_ones_give_no_rows() -> None:
    """An empty partition does not even load the model."""
    empty = _batch([("x", "Rain.", "2025-07-22")]).slice(0, 0)
    assert _rows(Worker(PipelineSpec("no-such-model"), "raise")([empty])) == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(("a", None, None), "article 'a': text must be a str, got NoneType", id="no-text"),
        pytest.param(("b", "Rain.", "yesterday"), "article 'b': date must look like 2025-07-22", id="no-date"),
    ],
)
def test_a_bad_article_is_named(row: tuple[str, str | None, str | None], reason: str) -> None:
    """By its id, among good ones."""
    batch = _batch([("0", "Rain.", None), row])
    with pytest.raises(InputError, match=reason):
        list(Worker(PipelineSpec(), "raise")([batch]))


def test_bad_articles_can_be_kept_with_the_reason() -> None:
    """Where only the date is bad, what the text holds is found all the same."""
    text = "“We will go,” said Ada Berg."
    batch = _batch([("a", None, "2025-07-22"), ("b", text, "yesterday"), ("c", text, "2025-07-22")])
    first, second, third = _rows(Worker(PipelineSpec(), "keep")([batch]))
    assert (first["id"], first["quotes"], first["entities"], first["date"]) == ("a", [], [], None)
    assert first["error"].startswith("text must be a str")
    assert second["error"].startswith("date must look like")
    assert (second["quotes"], len(second["quotes"]), second["date"]) == (third["quotes"], 1, None)
    assert (third["error"], third["date"]) == (None, dt.date(2025, 7, 22))


def test_it_travels_by_name() -> None:
    """A few hundred bytes, whatever the model weighs."""
    worker = Worker(PipelineSpec(knowledge="names.jsonl"), "keep")
    data = pickle.dumps(worker)
    assert pickle.loads(data) == worker  # noqa: S301 - made in the line before
    assert len(data) < 500
