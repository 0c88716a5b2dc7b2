"""What runs on the executors: Arrow batches of articles in, Arrow batches of results out.

A module of its own, so that executors import it by name and keep its pipeline from task to task. Imports no Spark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from negotiations_nlp.api import extract, extract_many
from negotiations_nlp.errors import ExtractionError, InputError
from negotiations_nlp.export.arrow import arrow_schema
from negotiations_nlp.export.optional import require
from negotiations_nlp.export.rows import article_row
from negotiations_nlp.export.spark.columns import RESULTS
from negotiations_nlp.inputs import ArticleRecord
from negotiations_nlp.models import Article
from negotiations_nlp.version import result_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from negotiations_nlp.export.loading import PipelineSpec

__all__ = ["OnError", "Worker"]

OnError = Literal["raise", "keep"]

INPUTS = 3  # id, text, date
BATCH_ARTICLES = 64  # of one result batch, which must fit into memory whole


class Worker(NamedTuple):
    """Extracts record batches; plain data, so that Spark can send it.

    The first three columns of a batch are the articles' id, text and date. The columns after them are kept, as they
    are, before those of ``RESULTS``.
    """

    spec: PipelineSpec
    on_error: OnError

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Extract the articles of some pyarrow.RecordBatches; yields batches of at most ``BATCH_ARTICLES`` rows."""
        pa = require("pyarrow", "spark")
        schema = arrow_schema(RESULTS)
        for batch in batches:
            kept = batch.select(range(INPUTS, batch.num_columns))
            for start in range(0, batch.num_rows, BATCH_ARTICLES):
                columns = [column.to_pylist() for column in batch.slice(start, BATCH_ARTICLES).columns[:INPUTS]]
                articles = [
                    ArticleRecord(id=id_, text=text, date=date) for id_, text, date in zip(*columns, strict=True)
                ]
                results = pa.RecordBatch.from_pylist(self._extract(articles), schema=schema)
                beside = kept.slice(start, BATCH_ARTICLES)
                yield pa.RecordBatch.from_arrays(
                    [*beside.columns, *results.columns], names=[*beside.schema.names, *schema.names]
                )

    def _extract(self, articles: list[ArticleRecord]) -> list[dict[str, Any]]:
        nlp = self.spec.nlp()
        try:
            return [{**article_row(article), "error": None} for article in extract_many(articles, nlp=nlp)]
        except (InputError, ExtractionError):
            return [self._extract_one(article, nlp) for article in articles]

    def _extract_one(self, article: ArticleRecord, nlp: Language) -> dict[str, Any]:
        try:
            found = extract(article["text"], id=article["id"], date=article["date"], nlp=nlp)
        except (InputError, ExtractionError) as error:
            if self.on_error == "raise":
                msg = f"article {article['id']!r}: {error}; on_error='keep' keeps such articles, with this message"
                raise type(error)(msg) from error
            if article["date"] is None:
                found = Article(text="", id=article["id"], version=result_version())
                return {**article_row(found), "error": str(error)}
            # perhaps the date alone is to blame
            return {**self._extract_one({**article, "date": None}, nlp), "error": str(error)}
        return {**article_row(found), "error": None}
