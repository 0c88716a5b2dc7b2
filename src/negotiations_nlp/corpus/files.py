"""Corpora as files: JSON lines, one article a line, or Parquet, one article a row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.export.optional import require
from negotiations_nlp.models import Article
from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

__all__ = ["read_articles", "write_articles"]

_SUFFIXES = (".jsonl", ".parquet")
_COLUMNS = ("id", "date", "outlet", "text", "entities", "quotes", "version")
_JSON_COLUMNS = ("entities", "quotes")


def write_articles(path: str | Path, articles: Iterable[tuple[Article, str | None]]) -> None:
    """Write articles with their outlets.

    Args:
        path: ends in .jsonl or .parquet.
        articles: pairs of an article and its outlet, None when it is not known.

    Raises:
        InputError: the path ends otherwise.
        MissingDependencyError: Parquet without pyarrow.
    """
    path = Path(path)
    if _suffix(path) == ".jsonl":
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for record in map(_record, articles):
                file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        return
    pa, parquet = _pyarrow()
    schema = pa.schema([(name, pa.date32() if name == "date" else pa.string()) for name in _COLUMNS])
    rows = [_row(article, outlet) for article, outlet in articles]
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), path)


def read_articles(path: str | Path) -> Iterator[tuple[Article, str | None]]:
    """Read articles with their outlets, as `write_articles` wrote them or as lines of article JSON.

    Args:
        path: ends in .jsonl or .parquet.

    Returns:
        Pairs of an article and its outlet; None where the file does not tell.

    Raises:
        InputError: the path ends otherwise, or there is no such file.
        DataError: a line or row is no article; the message has its number.
        MissingDependencyError: Parquet without pyarrow.
    """
    path = Path(path)
    suffix = _suffix(path)
    if not path.is_file():
        msg = f"there is no file {str(path)!r}"
        raise InputError(msg)
    return _read_lines(path) if suffix == ".jsonl" else _read_rows(path)


def _suffix(path: Path) -> str:
    if path.suffix.lower() not in _SUFFIXES:
        msg = f"the path must end in {' or '.join(_SUFFIXES)}, got {str(path)!r}"
        raise InputError(msg)
    return path.suffix.lower()


def _record(item: tuple[Article, str | None]) -> dict[str, Any]:
    article, outlet = item
    record = article.model_dump(mode="json")
    return record if outlet is None else {**record, "outlet": without_surrogates(outlet)}


def _row(article: Article, outlet: str | None) -> dict[str, Any]:
    record = {**_record((article, outlet)), "date": article.date}
    return record | {name: json.dumps(record[name], ensure_ascii=False) for name in _JSON_COLUMNS}


def _read_lines(path: Path) -> Iterator[tuple[Article, str | None]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _article(line, f"{path}, line {number}")


def _read_rows(path: Path) -> Iterator[tuple[Article, str | None]]:
    pa, parquet = _pyarrow()
    try:
        file = parquet.ParquetFile(path)
        missing = sorted(set(_COLUMNS) - set(file.schema_arrow.names))
    except pa.ArrowInvalid as error:
        msg = f"{path}: not a Parquet file ({error})"
        raise DataError(msg) from None
    if missing:
        msg = f"{path}: no column {', '.join(missing)}; a corpus has {', '.join(_COLUMNS)}"
        raise DataError(msg)
    number = 0
    for batch in file.iter_batches(batch_size=256, columns=list(_COLUMNS)):
        for row in batch.to_pylist():
            number += 1
            parts = "".join(f',"{name}":{row.pop(name) or "[]"}' for name in _JSON_COLUMNS)
            yield _article(json.dumps(row, default=str)[:-1] + parts + "}", f"{path}, row {number}")
    file.close()


class _Line(Article):
    outlet: str | None = None


def _article(line: str, where: str) -> tuple[Article, str | None]:
    try:
        read = _Line.model_validate_json(line)
    except ValueError as error:
        msg = f"{where}: not an article as this library writes it: {str(error)[:300]}"
        raise DataError(msg) from None
    return Article.model_construct(**{name: getattr(read, name) for name in Article.model_fields}), read.outlet


def _pyarrow() -> tuple[ModuleType, ModuleType]:
    return require("pyarrow", "frames"), require("pyarrow.parquet", "frames")
