"""What the command line reads: files, folders and standard input, each as articles.

A text file is one article; a ``.jsonl`` file holds one a line, with the keys text, id and date. Line breaks stay as
they are, so that offsets fit the file's text. What cannot be read is reported and left out.
"""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from negotiations_nlp.errors import InputError
from negotiations_nlp.inputs import ArticleInput, read_record

__all__ = ["STDIN", "find_files", "read_articles"]

STDIN = Path("-")
SUFFIXES = (".txt", ".jsonl")
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

Report = Callable[[str, str], None]


def find_files(paths: Sequence[Path], *, report: Report, leave_out: Path | None = None) -> list[Path]:
    """Replace folders by the text and JSONL files in them, at any depth, in the order of their names.

    Args:
        paths: files, folders and "-".
        report: called with name and reason for a path that is not there, or a folder without such files.
        leave_out: a file to pass over, such as the one that is being written.

    Returns:
        The files in the order given; empty when there are none.
    """
    found: list[Path] = []
    left_out = None if leave_out is None else leave_out.resolve()
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.suffix in SUFFIXES and p.is_file() and p.resolve() != left_out
            )
            if not inside:
                report(str(path), f"no {' or '.join(SUFFIXES)} file in this folder")
            found.extend(inside)
        elif path == STDIN or path.exists():
            found.append(path)
        else:
            report(str(path), "no such file")
    return found


def read_articles(files: Sequence[Path], *, report: Report) -> Iterator[ArticleInput]:
    """Read the articles of some files, lazily.

    Args:
        files: what find_files() found.
        report: called with name and reason for a file or line that is left out, and for a file that is not UTF-8.

    Yields:
        The articles; their id is the file's name, or what a JSONL line says.
    """
    for file in files:
        name = "stdin" if file == STDIN else file.as_posix()
        try:
            data = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
        except OSError as error:
            report(name, error.strerror or str(error))
            continue
        text = _decode(data, name, report)
        if text is not None and file.suffix == ".jsonl":
            yield from _read_lines(text, name, report)
        elif text is not None:
            yield ArticleInput(text, name, None)


def _decode(data: bytes, name: str, report: Report) -> str | None:
    encoding = next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"not {encoding.upper().removesuffix('-SIG')} (byte 0x{data[error.start]:02x} at {error.start})"
    if b"\0" in data:
        report(name, f"{where}, and no text file: left out")
        return None
    report(name, f"{where}: read as Windows-1252")
    return data.decode("cp1252", "replace")


def _read_lines(text: str, name: str, report: Report) -> Iterator[ArticleInput]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record: Any = json.loads(line)
            if not isinstance(record, dict):
                msg = f"expected an object with the keys text, id and date, got {type(record).__name__}"
                raise InputError(msg)
            article = read_record({"id": f"{name}:{number}", **record})
        except (ValueError, RecursionError) as error:
            report(f"{name}, line {number}", str(error))
        else:
            yield article
