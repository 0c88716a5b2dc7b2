"""Who said what, and about whom, in English news text.

Each public name has its home in the module that ``_HOMES`` names; it is imported when it is first used, so that
importing the package takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiations_nlp import view
    from negotiations_nlp.api import extract, extract_many, load
    from negotiations_nlp.corpus import Corpus
    from negotiations_nlp.errors import (
        DataError,
        ExtractionError,
        InputError,
        MissingDependencyError,
        ModelNotFoundError,
        NegotiationsError,
        PipelineError,
        UnknownNameError,
    )
    from negotiations_nlp.evaluation import Evaluation, evaluate
    from negotiations_nlp.models import Article, Entity, Quote, Span, Speaker
    from negotiations_nlp.names.entries import CanonicalName
    from negotiations_nlp.names.knowledge import Knowledge, normalize
    from negotiations_nlp.version import __version__

__all__ = [
    "Article",
    "CanonicalName",
    "Corpus",
    "DataError",
    "Entity",
    "Evaluation",
    "ExtractionError",
    "InputError",
    "Knowledge",
    "MissingDependencyError",
    "ModelNotFoundError",
    "NegotiationsError",
    "PipelineError",
    "Quote",
    "Span",
    "Speaker",
    "UnknownNameError",
    "__version__",
    "evaluate",
    "extract",
    "extract_many",
    "load",
    "normalize",
    "view",
]

_SUBMODULES = ("view",)
_HOMES = {
    "api": ("extract", "extract_many", "load"),
    "corpus": ("Corpus",),
    "evaluation": ("Evaluation", "evaluate"),
    "errors": (
        "DataError",
        "ExtractionError",
        "InputError",
        "MissingDependencyError",
        "ModelNotFoundError",
        "NegotiationsError",
        "PipelineError",
        "UnknownNameError",
    ),
    "models": ("Article", "Entity", "Quote", "Span", "Speaker"),
    "names.entries": ("CanonicalName",),
    "names.knowledge": ("Knowledge", "normalize"),
    "version": ("__version__",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOME_OF:
        msg = f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    value = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
