"""What made a result: the version of the library and a fingerprint of the lexicons it read."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["__version__", "lexicon_fingerprint", "result_version"]

DISTRIBUTION = "negotiations-nlp"
DATA_SUFFIXES = (".json", ".jsonl", ".toml")

try:
    __version__ = version(DISTRIBUTION)
except PackageNotFoundError:  # imported from a source tree that was never installed
    __version__ = "0+unknown"


@cache
def lexicon_fingerprint() -> str:
    """Fingerprint of the data files of the package: eight hexadecimal digits that change when one of them does."""
    digest = hashlib.blake2b(digest_size=4)
    for name, content in sorted(_data_files(files("negotiations_nlp") / "data", "")):
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def _data_files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _data_files(file, f"{path}{file.name}/")
        elif file.name.endswith(DATA_SUFFIXES):
            yield path + file.name, file.read_bytes()


def result_version() -> str:
    """The version written into every article, "0.1.0+lexicon.1a2b3c4d"."""
    return f"{__version__}+lexicon.{lexicon_fingerprint()}"
