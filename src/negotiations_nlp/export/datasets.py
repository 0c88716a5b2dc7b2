"""Hugging Face datasets: the extraction as a function for ``Dataset.map(batched=True)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.api import extract_many
from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.arrow import arrow_schema
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.optional import require
from negotiations_nlp.export.rows import article_row
from negotiations_nlp.export.schema import ARTICLES
from negotiations_nlp.inputs import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["BatchExtractor"]

NEW = tuple(column for column in ARTICLES if column.name in ("entities", "quotes", "version"))


class BatchExtractor:
    """Finds who says what in a batch of rows, and gives the columns ``entities``, ``quotes`` and ``version``.

    Example::

        extractor = BatchExtractor(text_col="body")
        found = dataset.map(extractor, batched=True, features=extractor.features(dataset.features))

    Holds names only, no model, so that processes can be started with it. The fingerprint that datasets takes of it, to
    find results of earlier runs on disk, changes with the library, its lexicons, the model's name and the knowledge
    file, and with nothing else.
    """

    def __init__(
        self,
        *,
        text_col: str = "text",
        id_col: str | None = None,
        date_col: str | None = None,
        spec: PipelineSpec | None = None,
    ) -> None:
        """Name the columns and the pipeline.

        Args:
            text_col: column with the text.
            id_col: column with the article's id, for error messages alone; None goes without.
            date_col: column with the date of publication, dates or ISO strings; None reads the page's own dateline.
            spec: the pipeline; None takes the default one.

        Raises:
            InputError: the knowledge file of the pipeline cannot be read.
        """
        self.text_col = text_col
        self.id_col = id_col
        self.date_col = date_col
        self.spec = spec or PipelineSpec()
        self.fingerprint = self.spec.fingerprint()

    def __call__(self, batch: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
        """Extract one batch.

        Args:
            batch: the values of each column.

        Returns:
            The values of the new columns, which take the place of columns of the same names.

        Raises:
            UnknownNameError: the batch has no such column.
            InputError: a text that is no string, or a date that is none.
        """
        texts = self._column(batch, self.text_col)
        size = range(len(texts))
        ids = [None for _ in size] if self.id_col is None else map(_as_id, self._column(batch, self.id_col))
        dates = [None for _ in size] if self.date_col is None else self._column(batch, self.date_col)
        articles = [
            ArticleRecord(text=text, id=id_, date=date) for text, id_, date in zip(texts, ids, dates, strict=True)
        ]
        rows = [article_row(article) for article in extract_many(articles, nlp=self.spec.nlp())]
        return {column.name: [row[column.name] for row in rows] for column in NEW}

    def features(self, of: Any) -> Any:
        """The types of a dataset's columns and of the new ones, to be given to ``map``.

        Without them, datasets reads types off the first batch, and stumbles over a later one when no article of the
        first had, say, an addressee.

        Args:
            of: the ``features`` of the dataset.

        Raises:
            InputError: the dataset's features are not known (None).
            MissingDependencyError: datasets is not installed.
        """
        if of is None:
            msg = "the features of the dataset are not known (None); name them with dataset.cast() first"
            raise InputError(msg)
        library = require("datasets", "datasets")
        return library.Features({**of, **library.Features.from_arrow_schema(arrow_schema(NEW))})

    @staticmethod
    def _column(batch: Mapping[str, Sequence[Any]], name: str) -> Sequence[Any]:
        if name not in batch:
            msg = f"the dataset has no column {name!r}; it has {', '.join(batch)}"
            raise UnknownNameError(msg)
        return batch[name]


def _as_id(value: object) -> str | None:
    return None if value is None else str(value)
