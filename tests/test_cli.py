"""The command line, as a user calls it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import negotiations_nlp as nn
from negotiations_nlp.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from spacy.tokens import Doc

pytestmark = pytest.mark.model

SPEECH = "It rained in Kiev, Volodymyr Zelensky said.\n"
SILENCE = "The ferry leaves at noon.\n"


@Language.component("test_cli_fails")
def fail(doc: Doc) -> Doc:
    """Fail on some texts."""
    if "explode" in doc.text:
        msg = "boom"
        raise ValueError(msg)
    return doc


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Call the command line in this process."""
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, one of them in a folder of its own, and a file of another kind."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "in" / "deep" / "a.txt").write_text(SILENCE, encoding="utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path / "in"


def articles(text: str) -> list[nn.Article]:
    """Read JSON lines."""
    return [nn.Article.model_validate_json(line) for line in text.splitlines()]


def test_folders_are_read_at_any_depth(folder: Path) -> None:
    """Text files in the order of their names, and nothing else."""
    done = call("extract", folder)
    assert done.exit_code == 0
    assert [a.id for a in articles(done.stdout)] == [str(folder / "b.txt"), str(folder / "deep" / "a.txt")]


def test_output_is_what_the_library_finds(folder: Path) -> None:
    """The command line adds the id, and nothing else."""
    file = folder / "b.txt"
    assert articles(call("extract", file).stdout) == [nn.extract(SPEECH, id=str(file))]


def test_standard_input_is_an_article() -> None:
    """A dash stands for it."""
    (article,) = articles(call("extract", "-", stdin=SPEECH).stdout)
    assert (article.id, article.text) == ("stdin", SPEECH)


def test_line_breaks_stay(tmp_path: Path) -> None:
    """Offsets fit the file, not a tidied copy of it."""
    (tmp_path / "a.txt").write_bytes(b"It rained.\r\n\rZelensky said so.\r\n")
    (article,) = articles(call("extract", tmp_path).stdout)
    assert article.text == "It rained.\r\n\rZelensky said so.\r\n"


def test_jsonl_files_hold_articles(tmp_path: Path) -> None:
    """Ids and dates come from the lines; a line without id is named by its number."""
    lines = [{"text": SPEECH, "id": "x", "date": "2031-05-12"}, {"text": SILENCE}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = call("extract", tmp_path / "a.jsonl")
    assert [(a.id, str(a.date)) for a in articles(done.stdout)] == [
        ("x", "2031-05-12"),
        (f"{tmp_path}/a.jsonl:2", "None"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{", "Expecting", id="no JSON"),
        pytest.param("[1]", "expected an object", id="no object"),
        pytest.param('{"title": "x"}', "unknown key 'title'", id="unknown key"),
        pytest.param('{"id": "x"}', "no key 'text'", id="no text"),
        pytest.param('{"text": "x", "date": "May"}', "date must look like", id="no date"),
        pytest.param("[" * 100_000, "", id="very deep"),
    ],
)
def test_a_bad_line_does_not_lose_the_others(tmp_path: Path, line: str, reason: str) -> None:
    """It is reported with its number."""
    (tmp_path / "a.jsonl").write_text(f'{{"text": "x"}}\n{line}\n{{"text": "y"}}\n', encoding="utf-8")
    done = call("extract", tmp_path / "a.jsonl")
    assert (done.exit_code, [a.text for a in articles(done.stdout)]) == (1, ["x", "y"])
    assert "a.jsonl, line 2: " in done.stderr
    assert reason in done.stderr


def test_a_missing_file_does_not_lose_the_others(folder: Path) -> None:
    """It is reported by name and reason, and in the exit status."""
    done = call("extract", folder / "nothing.txt", folder / "b.txt")
    assert (done.exit_code, len(articles(done.stdout))) == (1, 1)
    assert "nothing.txt: no such file" in done.stderr


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    """An empty result is not passed over in silence."""
    done = call("extract", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no .txt or .jsonl file" in done.stderr


def test_a_file_that_is_not_utf8_says_how_it_was_read(tmp_path: Path) -> None:
    """An old encoding is read, and reported."""
    (tmp_path / "a.txt").write_bytes("Café, said Zelensky.".encode("cp1252"))
    done = call("extract", tmp_path)
    assert (done.exit_code, articles(done.stdout)[0].text) == (1, "Café, said Zelensky.")
    assert "not UTF-8 (byte 0xe9 at 3): read as Windows-1252" in done.stderr


def test_a_binary_file_is_left_out(tmp_path: Path) -> None:
    """What is no text is not read as text."""
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\0\0\xff")
    done = call("extract", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "left out" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_text(tmp_path: Path, encoding: str) -> None:
    """Files that some editors write are read without complaint."""
    (tmp_path / "a.txt").write_text(SPEECH, encoding=encoding)
    done = call("extract", tmp_path)
    assert (done.exit_code, articles(done.stdout)[0].text) == (0, SPEECH)


def test_an_article_on_which_the_extraction_fails_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is reported, and the rest is extracted."""
    nlp = nn.load()
    nlp.add_pipe("test_cli_fails", last=True)
    monkeypatch.setattr("negotiations_nlp.api.load", lambda *_, **__: nlp)
    for name, text in (("a", SILENCE), ("b", "explode"), ("c", SPEECH), ("d", "explode"), ("e", SILENCE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = call("extract", tmp_path)
    assert (done.exit_code, [a.id[-5:] for a in articles(done.stdout) if a.id]) == (1, ["a.txt", "c.txt", "e.txt"])
    assert "d.txt: ValueError: boom" in done.stderr


def test_json_is_one_array(folder: Path) -> None:
    """For tools that want one document."""
    assert len(json.loads(call("extract", folder, "--format", "json").stdout)) == 2


def test_json_of_nothing_is_an_empty_array(tmp_path: Path) -> None:
    """It stays a document."""
    assert json.loads(call("extract", tmp_path, "--format", "json").stdout) == []


def test_csv_has_a_row_a_quote(folder: Path) -> None:
    """For spreadsheets."""
    rows = list(csv.DictReader(io.StringIO(call("extract", folder, "--format", "csv").stdout)))
    assert [(row["speaker"], row["text"]) for row in rows] == [("Volodymyr Zelenskyy", "It rained in Kiev")]


def test_text_is_for_reading(folder: Path) -> None:
    """Who said what, and whom and what it speaks of."""
    lines = call("extract", folder / "b.txt", "--format", "text").stdout.splitlines()
    assert lines[2] == "  Volodymyr Zelenskyy  It rained in Kiev  [said]"
    assert "  Places  Kyiv (Kiev)" in lines


def test_text_says_where_nobody_is_quoted(folder: Path) -> None:
    """An article without quotes is not passed over."""
    assert "Nobody is quoted." in call("extract", folder / "deep", "--format", "text").stdout


def test_text_obeys_no_control_characters(tmp_path: Path) -> None:
    """A scraped page cannot write to the terminal."""
    (tmp_path / "a.txt").write_text("“It \x1b[31mrained\x07 \x9b2J,” Petro Vovk said.", encoding="utf-8")
    shown = call("extract", tmp_path, "--format", "text").stdout
    assert "rained" in shown
    assert [c for c in shown if c in "\x1b\x07\x9b"] == []


@pytest.mark.parametrize(
    ("name", "start"),
    [
        pytest.param("out.jsonl", '{"text"', id="jsonl"),
        pytest.param("out.json", "[\n", id="json"),
        pytest.param("out.csv", "article_id,", id="csv"),
        pytest.param("out.txt", "/", id="text"),
        pytest.param("out", '{"text"', id="no ending"),
    ],
)
def test_the_format_follows_the_output(folder: Path, tmp_path: Path, name: str, start: str) -> None:
    """Nobody has to say it twice."""
    assert call("extract", folder, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_output_is_not_its_own_input(folder: Path) -> None:
    """A file written into the folder that is read is left alone."""
    call("extract", folder, "-o", folder / "out.jsonl")
    call("extract", folder, "-o", folder / "out.jsonl")
    assert len(articles((folder / "out.jsonl").read_text(encoding="utf-8"))) == 2


def test_an_output_that_cannot_be_written_is_explained(folder: Path) -> None:
    """No traceback."""
    done = call("extract", folder, "-o", folder / "no" / "out.jsonl")
    assert (done.exit_code, "No such file or directory" in done.stderr) == (2, True)


def test_two_jobs_give_the_same(folder: Path) -> None:
    """Order and content stay."""
    assert call("extract", folder, "--jobs", "2").stdout == call("extract", folder).stdout


def test_a_missing_model_is_explained(folder: Path) -> None:
    """No traceback, and what to do."""
    done = call("extract", folder, "--model", "en_core_web_xxl")
    assert (done.exit_code, "en_core_web_xxl" in done.stderr, done.stdout) == (2, True, "")


def test_own_names_are_used(folder: Path, tmp_path: Path) -> None:
    """A knowledge file is given by its path."""
    names = tmp_path / "names.jsonl"
    names.write_text('{"name": "Petro Vovk", "label": "PERSON", "aliases": ["Pete Wolf"]}\n', encoding="utf-8")
    assert call("normalize", "Pete Wolf", "--knowledge", names).stdout == "Pete Wolf\tPetro Vovk\tPERSON\n"


@pytest.mark.parametrize(
    ("arguments", "status", "shown"),
    [
        pytest.param(["Kiev"], 0, "Kiev\tKyiv\tPLACE\tgeonames:703448\n", id="place"),
        pytest.param(["Kiev", "--label", "PLACE"], 0, "Kiev\tKyiv\tPLACE\tgeonames:703448\n", id="with label"),
        pytest.param(["Xyzzyville"], 1, "Xyzzyville\tunknown\n", id="unknown"),
    ],
)
def test_names_are_normalized(arguments: list[str], status: int, shown: str) -> None:
    """A line a name, for people and for cut."""
    done = call("normalize", *arguments)
    assert (done.exit_code, done.stdout) == (status, shown)


def test_gold_is_evaluated(root: Path) -> None:
    """The scores of the fixtures are shown."""
    done = call("evaluate", "--gold", root / "fixtures" / "gold")
    assert (done.exit_code, "11 articles" in done.stdout, "clause-after" in done.stdout) == (0, True, True)


def test_a_folder_without_gold_is_explained(tmp_path: Path) -> None:
    """No traceback."""
    done = call("evaluate", "--gold", tmp_path)
    assert (done.exit_code, "has no *.json file" in done.stderr) == (2, True)


def test_version_names_library_and_lexicon() -> None:
    """Both decide what comes out."""
    assert call("--version").stdout.startswith(f"negotiations-nlp {nn.__version__}+lexicon.")


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start the command line in a process of its own."""
    command = [sys.executable, "-m", "negotiations_nlp.cli", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **options)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_waits_for_the_article_that_is_written(folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """An interrupt that arrives while an article is turned into JSON stops behind it."""

    def interrupted(self: nn.Article, **options: Any) -> str:
        signal.raise_signal(signal.SIGINT)
        return json.dumps({"id": self.id})

    monkeypatch.setattr(nn.Article, "model_dump_json", interrupted)
    done = call("extract", folder, "-o", tmp_path / "out.json")
    assert (done.exit_code, "stopped: 1 articles are written, whole" in done.stderr) == (130, True)
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_valid_output(tmp_path: Path, jobs: str) -> None:
    """What was written is whole."""
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": SPEECH * 20}) + "\n") * 3000, encoding="utf-8")
    output = tmp_path / "out.json"
    with start("extract", str(tmp_path / "a.jsonl"), "-o", str(output), "--jobs", jobs) as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (output.exists() and output.stat().st_size > 10_000):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in errors) == (130, False)
    assert len(json.loads(output.read_text(encoding="utf-8"))) > 0


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    """As with | head."""
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": SPEECH * 20}) + "\n") * 300, encoding="utf-8")
    with start("extract", str(tmp_path / "a.jsonl")) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (1, "")
