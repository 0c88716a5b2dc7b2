"""Optional libraries are explained when they are missing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from negotiations_nlp.errors import MissingDependencyError
from negotiations_nlp.export.optional import require


def test_a_library_that_is_there_is_returned() -> None:
    """require is an import."""
    assert require("json", "frames") is json


def test_a_missing_library_is_named_with_the_line_that_installs_it() -> None:
    """The message can be pasted into a shell."""
    with pytest.raises(
        MissingDependencyError, match=r'needs nowhere_to_be_found, .* pip install "negotiations-nlp\[x\]"'
    ):
        require("nowhere_to_be_found.part", "x")


def test_the_modules_import_no_optional_library() -> None:
    """Only the functions do, when they are called; the one of scikit-learn cannot wait."""
    modules = ("frames", "arrow", "datasets", "docbin", "spark", "spark.worker", "spark.__main__")
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(f'negotiations_nlp.export.{{name}}')\n"
        "print(sorted({'pandas', 'polars', 'pyarrow', 'pyspark', 'datasets', 'sklearn'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
