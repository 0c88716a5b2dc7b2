"""Reading the JSONL files of the knowledge folder."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from negotiations_nlp.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["builtin_path", "builtin_rows", "parse_rows"]


def parse_rows(text: str, source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a JSONL text with their line numbers; blank lines are passed over.

    Args:
        text: the content of the file.
        source: what to call the file in an error.

    Raises:
        DataError: a line is no JSON object.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DataError(
                f"{source}, line {number}: expected one JSON object a line, got {line[:60]!r} ({error})"
            ) from None
        if not isinstance(row, dict):
            raise DataError(f"{source}, line {number}: expected a JSON object, got {type(row).__name__}: {line[:60]!r}")
        yield number, row


def builtin_rows(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a file that comes with the library.

    Args:
        name: the file's name in data/en/knowledge ("people.jsonl").
    """
    text = builtin_path(name).read_text(encoding="utf-8")
    lines = text.rstrip("\n").split("\n")
    # read as one list, which takes half the time; what is wrong is told line by line
    try:
        rows = json.loads(f"[{','.join(lines)}]")
    except ValueError:
        rows = []
    return iter(enumerate(rows, start=1)) if len(rows) == len(lines) else parse_rows(text, name)


def builtin_path(name: str) -> Traversable:
    """Return where a file that comes with the library stands."""
    return files("negotiations_nlp") / "data" / "en" / "knowledge" / name
