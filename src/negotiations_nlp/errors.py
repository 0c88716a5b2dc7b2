"""The library's exceptions, one small tree.

NegotiationsError
├── InputError (ValueError)            an argument of the wrong type or value
├── ModelNotFoundError (LookupError)   the English spaCy model is not installed
├── PipelineError (ValueError)         a component misses what it needs from the pipeline
├── DataError (ValueError)             a knowledge, lexicon or gold file that does not hold what it must
├── UnknownNameError (LookupError)     a name, key or option that is not among those available
├── ExtractionError (RuntimeError)     a text on which the extraction failed, with its number and id
└── MissingDependencyError (ImportError)   an optional library is not installed

Every message says what was received, what was expected and what to do. Strange *text* raises none of them.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "ExtractionError",
    "InputError",
    "MissingDependencyError",
    "ModelNotFoundError",
    "NegotiationsError",
    "PipelineError",
    "UnknownNameError",
]


class NegotiationsError(Exception):
    """Base of every error that this library raises on purpose."""


class InputError(NegotiationsError, ValueError):
    """An argument has the wrong type or value."""


class ModelNotFoundError(NegotiationsError, LookupError):
    """The English spaCy model is not installed."""


class PipelineError(NegotiationsError, ValueError):
    """A component stands in a pipeline that does not give it what it needs."""


class DataError(NegotiationsError, ValueError):
    """A data file holds something that it must not hold, or misses something."""


class UnknownNameError(NegotiationsError, LookupError):
    """A name, key or option is not among those available."""


class ExtractionError(NegotiationsError, RuntimeError):
    """The extraction of one article failed; the message names the article.

    Args:
        message: which article, and the reason.
        number: the article's number in the order given, counted from 0; None when it is not known.
        reason: the reason alone.
    """

    def __init__(self, message: str, *, number: int | None = None, reason: str | None = None) -> None:
        super().__init__(message)
        self.number = number
        self.reason = message if reason is None else reason

    def __reduce__(self) -> tuple[object, ...]:
        """Keep number and reason on the way from another process."""
        return _rebuild, (str(self), self.number, self.reason)


def _rebuild(message: str, number: int | None, reason: str) -> ExtractionError:
    return ExtractionError(message, number=number, reason=reason)


class MissingDependencyError(NegotiationsError, ImportError):
    """An optional library is needed and is not installed."""
