"""Scorers for spaCy's own evaluation: ``nlp.evaluate(examples)`` scores our components along with the model's.

A reference Doc holds its gold where a component writes its findings: ``doc.spans["negotiations_entities"]``, and
``doc.spans["negotiations_quotes"].attrs["quotes"]``. A reference without them is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.util import registry

from negotiations_nlp.span_matching import match_best

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc
    from spacy.training import Example

__all__ = ["make_entities_scorer", "make_quotes_scorer", "score_entities", "score_quotes"]

ENTITIES_KEY = "negotiations_entities"
QUOTES_KEY = "negotiations_quotes"
LEAST_OVERLAP = 0.6

Scores = dict[str, Any]


def score_entities(examples: Iterable[Example], **kwargs: Any) -> Scores:
    """Score mentions: right when span and label are.

    Args:
        examples: predicted and reference Docs.
        kwargs: not used; spaCy hands its settings to every scorer.

    Returns:
        ``negotiations_entities_p``, ``_r`` and ``_f``; None when no reference has entities.
    """
    correct = predicted = gold = 0
    for example in _with_gold(examples, ENTITIES_KEY):
        found = _mentions(example.predicted)
        wanted = _mentions(example.reference)
        correct += len(found & wanted)
        predicted += len(found)
        gold += len(wanted)
    return _prf(ENTITIES_KEY, correct, predicted, gold)


def score_quotes(examples: Iterable[Example], **kwargs: Any) -> Scores:
    """Score quotes: right when the contents have an intersection over union of at least 0.6, in characters.

    Args:
        examples: predicted and reference Docs.
        kwargs: not used; spaCy hands its settings to every scorer.

    Returns:
        ``negotiations_quotes_p``, ``_r`` and ``_f``, and the same of ``negotiations_speakers``, for which the
        speaker's name must be right as well; None when no reference has quotes.
    """
    correct = named = predicted = gold = 0
    for example in _with_gold(examples, QUOTES_KEY):
        found = _quotes(example.predicted)
        wanted = _quotes(example.reference)
        pairs = match_best([q["content"] for q in found], [q["content"] for q in wanted], LEAST_OVERLAP)
        correct += len(pairs)
        named += sum(_name(found[i]) == _name(wanted[j]) for i, j in pairs)
        predicted += len(found)
        gold += len(wanted)
    return {
        **_prf(QUOTES_KEY, correct, predicted, gold),
        **_prf("negotiations_speakers", named, predicted, gold),
    }


@registry.scorers("negotiations_entities_scorer.v1")  # type: ignore[untyped-decorator]
def make_entities_scorer() -> Callable[..., Scores]:
    """Make the scorer of mentions, for a config."""
    return score_entities


@registry.scorers("negotiations_quotes_scorer.v1")  # type: ignore[untyped-decorator]
def make_quotes_scorer() -> Callable[..., Scores]:
    """Make the scorer of quotes and speakers, for a config."""
    return score_quotes


def _with_gold(examples: Iterable[Example], key: str) -> Iterable[Example]:
    return (example for example in examples if key in example.reference.spans)


def _mentions(doc: Doc) -> set[tuple[int, int, str]]:
    return {(span.start_char, span.end_char, span.label_) for span in doc.spans.get(ENTITIES_KEY, ())}


def _quotes(doc: Doc) -> list[dict[str, Any]]:
    return list(doc.spans[QUOTES_KEY].attrs.get("quotes", ())) if QUOTES_KEY in doc.spans else []


def _name(quote: dict[str, Any]) -> str | None:
    speaker = quote.get("speaker")
    return speaker["name"] if speaker else None


def _prf(key: str, correct: int, predicted: int, gold: int) -> Scores:
    if not gold and not predicted:
        return {f"{key}_p": None, f"{key}_r": None, f"{key}_f": None}
    return {
        f"{key}_p": correct / predicted if predicted else 0.0,
        f"{key}_r": correct / gold if gold else 0.0,
        f"{key}_f": 2 * correct / (predicted + gold),
    }
