"""Corpora as files."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from builders import Said, make_article
from negotiations_nlp import Corpus
from negotiations_nlp.errors import DataError, InputError

PYARROW = find_spec("pyarrow") is not None


@pytest.fixture
def corpus() -> Corpus:
    articles = [
        make_article("a", Said("Petro Vovk", "It ticks\u2028and “tocks” </script>.")),
        make_article("b", date=None),
    ]
    return Corpus(articles, outlets={"a": "Cherkasy Clock"})


@pytest.mark.parametrize(
    "suffix",
    [".jsonl", pytest.param(".parquet", marks=pytest.mark.skipif(not PYARROW, reason="pyarrow is not installed"))],
)
def test_round_trip(corpus: Corpus, tmp_path: Path, suffix: str) -> None:
    """What was saved is loaded again, outlets included."""
    path = tmp_path / f"corpus{suffix}"
    corpus.save(path)
    again = Corpus.load(path)
    assert again.articles == corpus.articles
    assert again.outlets == ("Cherkasy Clock", "b")


def test_reads_lines_of_article_json(tmp_path: Path) -> None:
    """Article JSON, one a line, is a corpus; blank lines are passed over."""
    article = make_article("a", Said("Petro Vovk", "It ticks."))
    path = tmp_path / "articles.jsonl"
    path.write_text(article.model_dump_json() + "\n\n", encoding="utf-8")
    assert Corpus.load(path).articles == (article,)


def test_surrogates_are_replaced(tmp_path: Path) -> None:
    """A text that no file can hold is saved with replacement characters in the same places."""
    path = tmp_path / "corpus.jsonl"
    Corpus([make_article("a", Said("Petro Vovk", "It \ud800 ticks."))]).save(path)
    assert Corpus.load(path).quotes()[0].text == "It \ufffd ticks."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no-json"),
        pytest.param("[]", id="no-object"),
        pytest.param(json.dumps({"text": "a"}), id="a-text-not-extracted"),
    ],
)
def test_names_the_line_that_is_no_article(tmp_path: Path, line: str) -> None:
    """A line that is no article is refused with its number."""
    path = tmp_path / "articles.jsonl"
    path.write_text(make_article("a").model_dump_json() + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        Corpus.load(path)


@pytest.mark.parametrize("name", ["corpus.txt", "missing.jsonl", "missing.parquet"])
def test_refuses_other_paths(tmp_path: Path, name: str) -> None:
    """Another ending, or no such file, is a mistake."""
    with pytest.raises(InputError):
        Corpus.load(tmp_path / name)


def test_refuses_a_file_that_is_no_parquet(tmp_path: Path) -> None:
    """A file that only looks like Parquet is refused."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "corpus.parquet"
    path.write_bytes(b"not parquet at all")
    with pytest.raises(DataError):
        Corpus.load(path)
