"""The command that makes a page."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import Said, make_article
from negotiations_nlp import Corpus
from negotiations_nlp.cli import app


def call(*arguments: str | Path):
    return CliRunner().invoke(app, ["view", *map(str, arguments)])


def test_page_of_results(tmp_path: Path) -> None:
    """What extract wrote, or a corpus saved, becomes a page without extracting anything."""
    path, page = tmp_path / "day.jsonl", tmp_path / "report.html"
    Corpus([make_article("a", Said("Petro Vovk", "It ticks."))]).save(path)
    result = call(path, "-o", page, "--title", "Clocks")
    assert result.exit_code == 0
    assert "<h1>Clocks</h1>" in page.read_text(encoding="utf-8")
    assert "Petro Vovk" in page.read_text(encoding="utf-8")


@pytest.mark.model
def test_page_of_texts(tmp_path: Path) -> None:
    """Texts, and lines of texts, are extracted first."""
    (tmp_path / "a.txt").write_text("It rains, Petro Vovk said.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "It snows, Iryna Savchuk said."}\n', encoding="utf-8")
    page = tmp_path / "report.html"
    result = call(tmp_path, "-o", page)
    assert result.exit_code == 0
    assert "2 articles, 2 quotes, 2 speakers" in page.read_text(encoding="utf-8")


@pytest.mark.model
def test_own_names_are_found_by_all_their_spellings(tmp_path: Path) -> None:
    """A name of the knowledge file that no text uses still finds its owner on the page."""
    names, text = tmp_path / "names.jsonl", tmp_path / "a.txt"
    names.write_text(
        '{"name": "Greta Hallström", "label": "PERSON", "id": "x:1", "aliases": ["Strait Rower"]}\n', encoding="utf-8"
    )
    text.write_text("It rains, Greta Hallström said.", encoding="utf-8")
    with_names, without = tmp_path / "with.html", tmp_path / "without.html"
    assert call(text, "-o", with_names, "--knowledge", names).exit_code == 0
    assert call(text, "-o", without).exit_code == 0
    assert "Strait Rower" in with_names.read_text(encoding="utf-8")
    assert "Strait Rower" not in without.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [pytest.param("day.jsonl", 2, id="results-that-are-none"), pytest.param("other.jsonl", 1, id="no-such-file")],
)
def test_problems_are_told(tmp_path: Path, name: str, code: int) -> None:
    """A file that cannot be read is named, and the exit status tells."""
    (tmp_path / "day.jsonl").write_text('{"version": "x"}\n', encoding="utf-8")
    result = call(tmp_path / name, "-o", tmp_path / "report.html")
    assert result.exit_code == code
    assert name in result.stderr


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is told without a traceback."""
    path = tmp_path / "day.jsonl"
    Corpus([make_article("a")]).save(path)
    result = call(path, "-o", tmp_path / "missing" / "report.html")
    assert result.exit_code == 2
    assert "No such file" in result.stderr
