"""Gold annotations: what is to be found in an article, read from JSON files and checked against the text.

The format is described in docs/gold-format.md.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.models import EntityLabel, QuoteKind, QuoteStatus

__all__ = ["GoldArticle", "GoldEntity", "GoldQuote", "read_gold"]

Range = tuple[int, int]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldEntity(_Gold):
    """A mention of a person, organisation or place: the bare name, in characters, half-open."""

    start: int
    end: int
    text: str
    label: EntityLabel
    canonical: str


class GoldQuote(_Gold):
    """A report of speech; all ranges in characters, half-open."""

    content: tuple[Range, ...]
    kind: QuoteKind
    speaker: Range | None
    cue: Range | None
    canonical: str | None
    modality: QuoteStatus


class _GoldFile(_Gold):
    file: str
    note: str | None = None
    entities: tuple[GoldEntity, ...]
    quotes: tuple[GoldQuote, ...]


class GoldArticle(_Gold):
    """An article with what is to be found in it."""

    id: str
    text: str
    entities: tuple[GoldEntity, ...]
    quotes: tuple[GoldQuote, ...]


def read_gold(folder: str | Path, *, articles: str | Path | None = None) -> list[GoldArticle]:
    """Read the gold files of a folder, and the articles that they annotate.

    Args:
        folder: holds one JSON file an article.
        articles: holds the articles; None looks in the folder itself, then in "articles" beside it.

    Returns:
        The articles in the order of the gold files' names.

    Raises:
        InputError: the folder is not there or has no JSON file.
        DataError: a file is not in the format, has no article, or its ranges do not fit the article's text.
    """
    folder = Path(folder)
    paths = sorted(folder.glob("*.json"))
    if not paths:
        state = "has no *.json file" if folder.is_dir() else "is no folder"
        raise InputError(f"{str(folder)!r} {state}: give the folder of the gold annotations")
    places = [Path(articles)] if articles is not None else [folder, folder.parent / "articles"]
    return [_read(path, places) for path in paths]


def _read(path: Path, places: list[Path]) -> GoldArticle:
    try:
        gold = _GoldFile.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise DataError(f"{path}: not in the gold format (docs/gold-format.md): {error}") from error
    found = next((place / gold.file for place in places if (place / gold.file).is_file()), None)
    if found is None:
        looked = " and ".join(str(place) for place in places)
        raise DataError(f"{path}: no article {gold.file!r} in {looked}")
    try:
        text = found.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{found}: expected UTF-8 text ({error})") from error
    article = GoldArticle(id=gold.file, text=text, entities=gold.entities, quotes=gold.quotes)
    _check(article, path)
    return article


def _check(article: GoldArticle, path: Path) -> None:
    for entity in article.entities:
        if article.text[entity.start : entity.end] != entity.text:
            there = article.text[entity.start : entity.end]
            raise DataError(f"{path}: {entity.text!r} is not at {entity.start}-{entity.end}, where {there!r} is")
    for number, quote in enumerate(article.quotes):
        for start, end in (*quote.content, *filter(None, (quote.speaker, quote.cue))):
            if not 0 <= start < end <= len(article.text):
                raise DataError(f"{path}: quote {number}: no characters at {start}-{end} of {len(article.text)}")
        if not quote.content:
            raise DataError(f"{path}: quote {number} has no content")
