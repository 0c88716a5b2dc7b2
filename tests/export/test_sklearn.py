"""The transformers, with scikit-learn itself."""

from __future__ import annotations

import pickle
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError, MissingDependencyError

if TYPE_CHECKING:
    from negotiations_nlp.models import Article

pytest.importorskip("sklearn", reason="scikit-learn is not installed (extra: sklearn)")
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.utils.estimator_checks import check_estimator

from negotiations_nlp.export.sklearn import QuoteExtractor, QuoteFeatures

NUMBERS = "gives tables of numbers to transform, which takes texts or articles"
EXPECTED_FAILURES = {
    "check_fit_score_takes_y": NUMBERS,
    "check_dont_overwrite_parameters": NUMBERS,
    "check_estimators_dtypes": NUMBERS,
    "check_pipeline_consistency": NUMBERS,
    "check_estimator_sparse_tag": "wants fit to refuse sparse numbers; fit looks at nothing",
    "check_estimator_sparse_array": NUMBERS,
    "check_estimators_pickle": NUMBERS,
    "check_f_contiguous_array_estimator": NUMBERS,
    "check_transformer_general": NUMBERS,
    "check_transformer_preserve_dtypes": NUMBERS,
    "check_transformers_unfitted_stateless": NUMBERS,
    "check_methods_sample_order_invariance": NUMBERS,
    "check_methods_subset_invariance": NUMBERS,
    "check_fit2d_1sample": NUMBERS,
    "check_fit2d_1feature": NUMBERS,
    "check_dict_unchanged": NUMBERS,
    "check_fit_idempotent": NUMBERS,
}


class _TakesTables:
    """Says that it takes tables, without which check_estimator leaves out nearly every check."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()  # type: ignore[misc]
        tags.input_tags.two_d_array = True
        return tags


class CheckedExtractor(_TakesTables, QuoteExtractor):
    """QuoteExtractor, checked."""


class CheckedFeatures(_TakesTables, QuoteFeatures):
    """QuoteFeatures, checked."""


@pytest.mark.model
@pytest.mark.filterwarnings("ignore:Estimator .* checks:sklearn.exceptions.EstimatorCheckFailedWarning")
@pytest.mark.parametrize("checked", [pytest.param(c, id=c.__name__) for c in (CheckedExtractor, CheckedFeatures)])
def test_check_estimator_passes_where_no_numbers_are_given(checked: type) -> None:
    """The failures are those expected, no more and no fewer; what they check is checked with texts further down."""
    results = check_estimator(checked(), expected_failed_checks=EXPECTED_FAILURES, on_skip=None, on_fail="raise")
    found = {status: {r["check_name"] for r in results if r["status"] == status} for status in ("passed", "xfail")}
    assert found["xfail"] == set(EXPECTED_FAILURES)
    assert len(found["passed"]) >= 17


@pytest.mark.model
@pytest.mark.filterwarnings("ignore:Can't test estimator:sklearn.exceptions.SkipTestWarning")
@pytest.mark.parametrize("step", [pytest.param(s, id=type(s).__name__) for s in (QuoteExtractor(), QuoteFeatures())])
def test_check_estimator_takes_the_transformers_as_they_are(step: Any) -> None:
    """With their own tags, under which texts are what they take."""
    assert {result["status"] for result in check_estimator(step)} == {"passed"}


@pytest.mark.model
def test_texts_become_the_articles_of_extract_many(texts: list[str]) -> None:
    """fit or not, list or array."""
    import numpy as np

    expected = list(nn.extract_many(texts))
    assert QuoteExtractor().transform(texts) == expected
    assert QuoteExtractor().fit_transform(np.array(texts, dtype=object)) == expected
    assert QuoteExtractor(n_process=2, batch_size=2).fit(texts).transform(np.array(texts)) == expected
    assert QuoteExtractor().transform([]) == []


@pytest.mark.model
def test_order_and_subset_do_not_matter(texts: list[str]) -> None:
    """A text's article does not depend on the texts around it."""
    whole = QuoteExtractor().transform(texts)
    assert QuoteExtractor().transform(texts[::-1]) == whole[::-1]
    assert [QuoteExtractor().transform([text]) for text in texts] == [[article] for article in whole]


@pytest.mark.model
def test_fit_and_transform_leave_no_trace_on_the_transformer(texts: list[str]) -> None:
    """Nothing is learnt, and no model held."""
    step = QuoteExtractor()
    before = vars(step).copy()
    step.fit(texts)
    step.transform(texts)
    assert vars(step) == before


@pytest.mark.model
def test_pickles_are_small_and_give_the_same_articles(texts: list[str]) -> None:
    """A pickle names the model."""
    data = pickle.dumps(QuoteExtractor().fit(texts))
    assert len(data) < 1000
    assert pickle.loads(data).transform(texts) == QuoteExtractor().transform(texts)  # noqa: S301 - made above


def test_parameters_are_got_set_and_cloned() -> None:
    """As a grid search does it, through a pipeline."""
    pipeline = make_pipeline(QuoteExtractor(batch_size=4), QuoteFeatures())
    pipeline.set_params(quoteextractor__n_process=2, quotefeatures__names=False)
    copy = clone(pipeline)
    assert copy is not pipeline
    assert copy[0].get_params() == {
        "model": "en_core_web_sm",
        "knowledge": None,
        "n_process": 2,
        "batch_size": 4,
        "style": None,
    }
    assert copy[1].get_params() == {"names": False}


def test_features_are_counts_by_name(article: Article, empty_article: Article) -> None:
    """Kinds, statuses, cues, media, speakers and entities."""
    assert QuoteFeatures().fit_transform([article, empty_article]) == [
        {
            "quotes": 2,
            "kind=direct": 1,
            "kind=indirect": 1,
            "status=denied": 1,
            "status=asserted": 1,
            "cue=told": 1,
            "medium=X": 1,
            "speaker=Ada Berg": 1,
            "PERSON=Ada Berg": 2,
            "ORG=Norsk Radio": 1,
        },
        {"quotes": 0},
    ]


def test_names_can_be_left_out(article: Article) -> None:
    """For a classifier that is not to know whom an article is about."""
    (features,) = QuoteFeatures(names=False).transform([article])
    assert sorted(features) == [
        "cue=told",
        "kind=direct",
        "kind=indirect",
        "medium=X",
        "quotes",
        "status=asserted",
        "status=denied",
    ]


@pytest.fixture
def labelled() -> tuple[list[str], list[int]]:
    """Texts of two kinds: those that quote somebody, and those that do not."""
    quoting = [f"“We will {verb},” said Ada Berg on Monday." for verb in ("go", "stay", "wait", "vote")]
    plain = [f"The {thing} stood in the rain all day." for thing in ("horse", "car", "tent", "statue")]
    return quoting + plain, [1] * 4 + [0] * 4


@pytest.mark.model
def test_a_classifier_learns_from_the_features_under_their_names(labelled: tuple[list[str], list[int]]) -> None:
    """Texts in, labels out, and a name for every coefficient."""
    texts, labels = labelled
    pipeline = make_pipeline(QuoteExtractor(), QuoteFeatures(), DictVectorizer(), LogisticRegression())
    pipeline.fit(texts, labels)
    assert pipeline.predict(["“We will leave,” said Ada Berg.", "A dog slept by the door."]).tolist() == [1, 0]
    names = pipeline[:-1].get_feature_names_out()
    weights = dict(zip(names, pipeline[-1].coef_[0], strict=True))
    assert weights["kind=direct"] > 0
    assert len(weights) == pipeline[-1].coef_.shape[1]


@pytest.mark.model
def test_it_takes_one_column_of_a_data_frame(labelled: tuple[list[str], list[int]]) -> None:
    """Beside other columns, through ColumnTransformer."""
    pd = pytest.importorskip("pandas", reason="pandas is not installed (extra: frames)")
    table = pd.DataFrame({"body": labelled[0], "words": [len(text.split()) for text in labelled[0]]})
    quotes = Pipeline([("articles", QuoteExtractor()), ("counts", QuoteFeatures()), ("table", DictVectorizer())])
    columns = ColumnTransformer([("quotes", quotes, "body"), ("words", "passthrough", ["words"])])
    matrix = columns.fit_transform(table)
    names = columns.get_feature_names_out().tolist()
    assert matrix.shape == (8, len(names))
    assert {"quotes__kind=direct", "quotes__PERSON=Ada Berg", "words__words"} <= set(names)


def test_a_table_in_place_of_a_column_is_explained() -> None:
    """The mistake is one pair of brackets."""
    import numpy as np

    with pytest.raises(InputError, match=r"one dimension, got 2; name the column as 'text', not as \['text'\]"):
        QuoteExtractor().transform(np.array([["a", "b"]]))


def test_texts_in_place_of_articles_are_explained() -> None:
    """The message names the step that is missing."""
    with pytest.raises(InputError, match=r"item 0 must be an Article, got str; put QuoteExtractor\(\) before"):
        QuoteFeatures().transform(["a text"])


def test_without_scikit_learn_the_module_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The classes need it to be defined at all, so the import tells."""
    monkeypatch.delitem(sys.modules, "negotiations_nlp.export.sklearn")
    monkeypatch.setitem(sys.modules, "sklearn.base", None)
    with pytest.raises(MissingDependencyError, match=r'needs sklearn, .*pip install "negotiations-nlp\[sklearn\]"'):
        import_module("negotiations_nlp.export.sklearn")
