"""Articles for the page: results that extract wrote earlier, and texts to extract now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from negotiations_nlp.cli.sources import STDIN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["split_results"]


def split_results(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Tell files of results from files of texts: a ``.jsonl`` file of results has a "version" in its first line.

    Args:
        files: files, as find_files() gives them.

    Returns:
        The files of results and the others, each in order.
    """
    results = [file for file in files if file != STDIN and file.suffix == ".jsonl" and _holds_results(file)]
    return results, [file for file in files if file not in results]


def _holds_results(file: Path) -> bool:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            record = json.loads(next((line for line in stream if line.strip()), ""))
    except (OSError, ValueError):
        return False  # who reads it reports that
    return isinstance(record, dict) and "version" in record
