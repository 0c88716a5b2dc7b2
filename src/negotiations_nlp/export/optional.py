"""Optional libraries: imported when they are first needed, and explained when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from negotiations_nlp.errors import MissingDependencyError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["missing", "require"]


def require(module: str, extra: str) -> ModuleType:
    """Import an optional library.

    Args:
        module: the module to import, "pyarrow.dataset".
        extra: the extra of this library that installs it, "frames".

    Raises:
        MissingDependencyError: it is not installed; the message has the pip line.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise missing(module, extra) from error


def missing(module: str, extra: str) -> MissingDependencyError:
    """The error for a library that is not installed, to be raised by a module that cannot be imported without it."""
    library = module.partition(".")[0]
    msg = f'this needs {library}, which is not installed; install it with: pip install "negotiations-nlp[{extra}]"'
    return MissingDependencyError(msg, name=library)
