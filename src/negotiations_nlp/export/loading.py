"""Which pipeline to use, as plain data that travels; each process loads it once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from negotiations_nlp.api import DEFAULT_MODEL, default_pipeline, load
from negotiations_nlp.errors import InputError
from negotiations_nlp.version import result_version

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["PipelineSpec"]


class PipelineSpec(NamedTuple):
    """A pipeline by name.

    Holds no model, so that it can be pickled, hashed and sent to other machines, on which the model, and the knowledge
    file under the same path, must be installed.

    Attributes:
        model: name of an installed spaCy model.
        knowledge: path of a knowledge file; None takes what the library carries.
        style: house style, pairs of a canonical name and the name to see (("Kyiv", "Kiev"),).
    """

    model: str = DEFAULT_MODEL
    knowledge: str | None = None
    style: tuple[tuple[str, str], ...] = ()

    def nlp(self) -> Language:
        """The pipeline itself, loaded by the first call in a process and kept.

        Raises:
            ModelNotFoundError: the model is not installed.
            InputError: the style is a dictionary, which cannot be hashed, or names somebody whom nobody knows.
            DataError: the knowledge file holds something it must not.
        """
        if isinstance(self.style, Mapping):
            msg = "style must be pairs, such as (('Kyiv', 'Kiev'),), got a mapping; use tuple(style.items())"
            raise InputError(msg)
        return default_pipeline() if self == PipelineSpec() else _load(self)

    def fingerprint(self) -> str:
        """A string that changes when the results may: with the library, its lexicons, model, knowledge, style.

        Raises:
            InputError: the knowledge file cannot be read.
        """
        try:
            knowledge = b"" if self.knowledge is None else Path(self.knowledge).read_bytes()
        except OSError as error:
            msg = f"cannot read the knowledge file {self.knowledge!r}: {error}"
            raise InputError(msg) from error
        names = knowledge + (repr(self.style).encode() if self.style else b"")
        return f"{result_version()} {self.model} {hashlib.blake2b(names, digest_size=8).hexdigest()}"


@cache
def _load(spec: PipelineSpec) -> Language:
    return load(spec.model, knowledge=spec.knowledge, style=dict(spec.style))
