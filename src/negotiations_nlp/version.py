"""What made a result: the version of the library and a fingerprint of the lexicons it read."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

__all__ = ["__version__", "lexicon_fingerprint", "result_version"]

DISTRIBUTION = "negotiations-nlp"
DATA_SUFFIXES = (".jsonl", ".toml")

try:
    __version__ = version(DISTRIBUTION)
except PackageNotFoundError:  # imported from a source tree that was never installed
    __version__ = "0+unknown"


@cache
def lexicon_fingerprint() -> str:
    """Fingerprint of the data files of the package: eight hexadecimal digits that change when one of them does."""
    digest = hashlib.blake2b(digest_size=4)
    folder = files("negotiations_nlp") / "data" / "en"
    if folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(DATA_SUFFIXES):
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def result_version() -> str:
    """The version written into every article, "0.1.0+lexicon.1a2b3c4d"."""
    return f"{__version__}+lexicon.{lexicon_fingerprint()}"
