"""How likely a report is right."""

from __future__ import annotations

import math

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.confidence import BIAS, confidence_of, default_weights, features_of, holders_of
from negotiations_nlp.pipeline.cues import find_frames
from negotiations_nlp.pipeline.mentions import mention_of
from negotiations_nlp.pipeline.reports import Report

from .builders import at, tokens_of


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        pytest.param([], 0.5, id="nothing-known"),
        pytest.param(["for"], 1 / (1 + math.exp(-2)), id="for"),
        pytest.param(["against"], 1 / (1 + math.exp(2)), id="against"),
        pytest.param(["for", "against"], 0.5, id="both"),
        pytest.param(["unheard-of"], 0.5, id="an-unknown-feature-weighs-nothing"),
    ],
)
def test_confidence_is_the_logistic_of_the_sum(features: list[str], expected: float) -> None:
    """Source of the form: logistic regression."""
    assert confidence_of(features, {"for": 2.0, "against": -2.0}) == pytest.approx(expected)


def test_the_bias_always_counts() -> None:
    """Without any feature too."""
    assert confidence_of([], {BIAS: 3.0}) == pytest.approx(1 / (1 + math.exp(-3)))


@pytest.mark.parametrize("weight", [pytest.param(1e9, id="for"), pytest.param(-1e9, id="against")])
def test_confidence_stays_a_probability(weight: float) -> None:
    """Enormous sums neither overflow nor leave the interval."""
    assert 0 <= confidence_of(["a"], {"a": weight}) <= 1


def test_default_weights_are_finite_numbers_by_name() -> None:
    """With a bias, and no weight for a feature named twice."""
    weights = default_weights()
    assert BIAS in weights
    assert all(isinstance(name, str) and math.isfinite(weight) for name, weight in weights.items())


def test_features_of_an_indirect_report() -> None:
    """They name the rule, the source, the cue and its surroundings."""
    tokens = tokens_of("Mary Kovar said that the harbour was lost.")
    (frame,) = find_frames(tokens, default_lexicon())
    start, end = tokens.text.index("the harbour"), tokens.text.index(".")
    report = Report(
        [(start, end)],
        "indirect",
        "clause-after",
        frame,
        source=mention_of(tokens, at(tokens, "Kovar")),
        status="asserted",
    )
    features = features_of(tokens, report, holder=None, block_kind="paragraph")
    assert len(features) == len(set(features))
    assert {"rule=clause-after:indirect", "source=PERSON", "cue=say", "that=True", "block=paragraph"} <= set(features)


def test_features_of_a_report_without_a_cue() -> None:
    """Nothing is said of a cue."""
    tokens = tokens_of("“Nobody came to the harbour.”")
    report = Report([(1, len(tokens.text) - 1)], "direct", "no-speaker", quoted=(0,))
    features = features_of(tokens, report, holder=None, block_kind="paragraph")
    assert {"source=none", "group=none"} <= set(features)
    assert not [name for name in features if name.startswith(("cue=", "tag=", "construction="))]


def test_a_report_inside_another_says_so() -> None:
    """The holder's kind is a feature."""
    tokens = tokens_of("“Nobody came to the harbour.”")
    outer, inner = Report([(1, 28)], "direct", "no-speaker"), Report([(1, 12)], "indirect", "clause-after")
    assert "inside=direct" in features_of(tokens, inner, holder=outer, block_kind="paragraph")
    assert "inside=nothing" in features_of(tokens, outer, holder=None, block_kind="paragraph")


@pytest.mark.parametrize(
    ("contents", "holders"),
    [
        pytest.param([(0, 9), (10, 19)], [None, None], id="side-by-side"),
        pytest.param([(0, 19), (10, 19)], [None, 0], id="one-in-the-other"),
        pytest.param([(0, 30), (5, 25), (10, 20)], [None, 0, 1], id="the-smallest-counts"),
        pytest.param([(0, 10), (5, 15)], [None, None], id="crossing"),
        pytest.param([(0, 10), (0, 10)], [None, None], id="equal"),
        pytest.param([], [], id="none"),
    ],
)
def test_holders(contents: list[tuple[int, int]], holders: list[int | None]) -> None:
    """The smallest other report around each."""
    reports = [Report([content], "direct", "x") for content in contents]
    numbers = [None if holder is None else [r is holder for r in reports].index(True) for holder in holders_of(reports)]
    assert numbers == holders
