"""The function for Dataset.map, with Hugging Face datasets itself, offline."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.datasets import BatchExtractor
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.rows import article_row

if TYPE_CHECKING:
    from pathlib import Path

datasets = pytest.importorskip("datasets", reason="datasets is not installed (extra: datasets)")
from datasets.fingerprint import Hasher  # noqa: E402 - after the skip

NEW = ("entities", "quotes", "version")


@pytest.fixture(autouse=True)
def _quiet_and_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    datasets.disable_progress_bars()


@pytest.fixture
def table(texts: list[str]) -> Any:
    """A dataset of the texts, in memory."""
    return datasets.Dataset.from_dict({"n": [1, 2, 3, 4], "text": texts, "day": [None, None, None, "2025-07-22"]})


def _expected(texts: list[str], dates: list[str | None]) -> list[dict[str, Any]]:
    articles = nn.extract_many(list(zip(texts, dates, strict=True)))
    return [{name: article_row(article)[name] for name in NEW} for article in articles]


@pytest.mark.model
@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"batch_size": 4}, id="one-batch"),
        pytest.param({"batch_size": 1}, id="a-batch-without-quotes-first"),
        pytest.param({"batch_size": 1, "num_proc": 2}, id="two-processes"),
    ],
)
def test_map_gives_what_extract_many_gives(table: Any, texts: list[str], options: dict[str, int]) -> None:
    """Whatever the batches and processes, and with the columns that were there before kept."""
    extractor = BatchExtractor(id_col="n", date_col="day")
    reverse = table.select([2, 1, 0, 3])
    found = reverse.map(extractor, batched=True, features=extractor.features(reverse.features), **options)
    expected = _expected([texts[2], texts[1], texts[0], texts[3]], [None, None, None, "2025-07-22"])
    assert [{name: row[name] for name in NEW} for row in found] == expected
    assert [(row["n"], row["text"]) for row in found] == [(row["n"], row["text"]) for row in reverse]


@pytest.mark.model
def test_a_streamed_dataset_is_mapped_too(table: Any, texts: list[str]) -> None:
    """IterableDataset.map takes the same function."""
    extractor = BatchExtractor(date_col="day")
    stream = table.to_iterable_dataset().map(
        extractor, batched=True, batch_size=3, features=extractor.features(table.features)
    )
    found = [{name: row[name] for name in NEW} for row in stream]
    assert found == _expected(texts, [None, None, None, "2025-07-22"])


@pytest.mark.model
def test_an_empty_batch_gives_empty_columns() -> None:
    """All of them."""
    assert BatchExtractor()({"text": []}) == {"entities": [], "quotes": [], "version": []}


def test_a_pickled_copy_and_an_equal_one_have_the_same_hash() -> None:
    """Results of an earlier run are found on disk again."""
    extractor = BatchExtractor(text_col="body")
    copy = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - made in this line
    assert Hasher.hash(extractor) == Hasher.hash(copy) == Hasher.hash(BatchExtractor(text_col="body"))


@pytest.mark.model
def test_the_hash_outlives_a_call(texts: list[str]) -> None:
    """Loading the model leaves nothing on the function."""
    extractor = BatchExtractor()
    before = Hasher.hash(extractor)
    extractor({"text": texts})
    assert Hasher.hash(extractor) == before


def test_the_hash_changes_with_what_the_results_depend_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other columns, other names, another lexicon: another hash."""
    names = tmp_path / "names.jsonl"
    names.write_text("", encoding="utf-8")
    hashes = [
        Hasher.hash(BatchExtractor()),
        Hasher.hash(BatchExtractor(date_col="day")),
        Hasher.hash(BatchExtractor(spec=PipelineSpec(knowledge=str(names)))),
    ]
    monkeypatch.setattr("negotiations_nlp.export.loading.result_version", lambda: "another")
    hashes.append(Hasher.hash(BatchExtractor()))
    assert len(set(hashes)) == 4


def test_a_column_that_is_not_there_is_named() -> None:
    """With the columns there are."""
    with pytest.raises(UnknownNameError, match="no column 'text'; it has body, id"):
        BatchExtractor()({"body": ["x"], "id": ["1"]})


@pytest.mark.model
def test_a_text_that_is_none_is_refused() -> None:
    """A dataset with holes is to be filtered by its owner."""
    with pytest.raises(InputError, match="article 1: text must be a str, got NoneType"):
        BatchExtractor()({"text": ["x", None]})


def test_features_that_are_not_known_are_refused() -> None:
    """A stream without features has to be cast first."""
    with pytest.raises(InputError, match="cast"):
        BatchExtractor().features(None)
