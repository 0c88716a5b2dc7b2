"""scikit-learn: texts to articles, and articles to features, as steps of a Pipeline.

Example::

    make_pipeline(QuoteExtractor(), QuoteFeatures(), DictVectorizer(), LogisticRegression())
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from negotiations_nlp.api import extract_many
from negotiations_nlp.errors import InputError
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.optional import missing
from negotiations_nlp.models import Article
from negotiations_nlp.names.checks import check_style

try:
    from sklearn.base import BaseEstimator, TransformerMixin
except ModuleNotFoundError as error:
    raise missing("sklearn", "sklearn") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sklearn.utils import Tags

__all__ = ["QuoteExtractor", "QuoteFeatures"]


class _Stateless(TransformerMixin, BaseEstimator, auto_wrap_output_keys=None):  # type: ignore[misc, call-arg]  # untyped
    """A transformer that learns nothing and whose output is a list, which no table could hold."""

    def fit(self, X: Any, y: Any = None) -> Any:  # noqa: N803 - scikit-learn calls it so
        """Do nothing: there is nothing to learn."""
        return self

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """The name of the one thing that comes out for each row, so that a Pipeline can go on to its last step's names.

        Args:
            input_features: left aside.

        Returns:
            An array of one string, the class's name in lower case.
        """
        return np.array([type(self).__name__.lower()], dtype=object)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.no_validation = True
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        return tags


class QuoteExtractor(_Stateless):
    """Texts in, articles out.

    Learns nothing, so that ``transform`` needs no ``fit``. Holds no model: pickles and clones are small. The extraction
    is what a pipeline spends its time on; ``Pipeline(memory=...)`` keeps it between fits on the same texts.
    """

    def __init__(
        self,
        *,
        model: str = PipelineSpec().model,
        knowledge: str | None = None,
        n_process: int = 1,
        batch_size: int = 16,
        style: Mapping[str, str] | None = None,
    ) -> None:
        """Name the pipeline.

        Args:
            model: name of an installed spaCy model.
            knowledge: path of a knowledge file; None takes what the library carries.
            n_process: number of processes.
            batch_size: number of articles that go through the model at a time.
            style: house style, canonical name to the name to see ("Kyiv" to "Kiev").
        """
        self.model = model
        self.knowledge = knowledge
        self.n_process = n_process
        self.batch_size = batch_size
        self.style = style

    def transform(self, X: Iterable[str]) -> list[Article]:  # noqa: N803
        """Extract the texts.

        Args:
            X: the texts: a list, an array of one dimension, a pandas or Polars Series.

        Returns:
            One Article a text; empty when there are no texts.

        Raises:
            InputError: an item is no string, or a parameter has a wrong value.
            ModelNotFoundError: the model is not installed.
        """
        if getattr(X, "ndim", 1) != 1:
            msg = f"expected texts in one dimension, got {X.ndim}; name the column as 'text', not as ['text']"  # type: ignore[attr-defined]
            raise InputError(msg)
        nlp = PipelineSpec(self.model, self.knowledge, tuple(check_style(self.style or {}).items())).nlp()
        return list(extract_many(X, n_process=self.n_process, batch_size=self.batch_size, nlp=nlp))

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        return tags


class QuoteFeatures(_Stateless):
    """Articles in, counts out, as dictionaries for ``DictVectorizer``, which names the features and learns them.

    What is counted: ``quotes``; quotes by ``kind=``, ``status=``, ``cue=`` (in lower case), ``medium=`` and
    ``speaker=`` (canonical name, co-speakers too); mentions by ``PERSON=``, ``ORG=`` and ``PLACE=`` (canonical name).
    """

    def __init__(self, *, names: bool = True) -> None:
        """Choose what is counted.

        Args:
            names: count speakers and mentions by name; False leaves them out, for a classifier that is not to know
                whom an article is about.
        """
        self.names = names

    def transform(self, X: Iterable[Article]) -> list[dict[str, int]]:  # noqa: N803
        """Count what the articles hold.

        Returns:
            One dictionary an article; empty when there are no articles.

        Raises:
            InputError: an item is no Article.
        """
        return [self._count(number, article) for number, article in enumerate(X)]

    def _count(self, number: int, article: Article) -> dict[str, int]:
        if not isinstance(article, Article):
            msg = f"item {number} must be an Article, got {type(article).__name__}; put QuoteExtractor() before"
            raise InputError(msg)
        counts: Counter[str] = Counter(quotes=len(article.quotes))
        for quote in article.quotes:
            counts[f"kind={quote.kind}"] += 1
            counts[f"status={quote.status}"] += 1
            counts.update(f"cue={cue.text.lower()}" for cue in (quote.cue,) if cue is not None)
            counts.update(f"medium={medium}" for medium in (quote.medium,) if medium is not None)
            counts.update(f"speaker={s.name}" for s in quote.speakers if self.names and s.name is not None)
        if self.names:
            for entity in article.entities:
                counts[f"{entity.label}={entity.name}"] += len(entity.mentions)
        return dict(counts)
