"""The package as it is installed: what it exports, what importing it costs, what a wheel carries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = [
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


def run(code: str, **env: str) -> str:
    """Run Python code in a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **env}
    )
    return done.stdout.strip()


def test_public_names_are_these() -> None:
    """A change of the public names is a change of this list."""
    assert sorted(nn.__all__) == PUBLIC


def test_all_is_sorted() -> None:
    """A newcomer finds a name where the alphabet has it."""
    assert nn.__all__ == sorted(nn.__all__)


@pytest.mark.parametrize("name", nn.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Lazy names can be imported."""
    assert getattr(nn, name) is not None


def test_unknown_name_says_what_there_is() -> None:
    """A misspelt name lists the names there are."""
    with pytest.raises(AttributeError, match="extract_many"):
        nn.extrct  # noqa: B018


def test_import_loads_neither_spacy_nor_pydantic() -> None:
    """Importing the package has no side effects and takes no time."""
    code = "import sys, negotiations_nlp; print({'spacy', 'pydantic', 'rigour', 'rich'} & set(sys.modules))"
    assert run(code) == "set()"


def test_optional_libraries_are_not_imported() -> None:
    """A pipeline loads without any of the extras."""
    extras = "{'pandas', 'polars', 'pyarrow', 'pyspark', 'sklearn', 'datasets', 'matplotlib'}"
    assert run(f"import sys, negotiations_nlp.api; print({extras} & set(sys.modules))") == "set()"


def test_version_is_the_one_in_pyproject(root: Path) -> None:
    """There is one version."""
    found = re.search(r'^version = "(.+)"$', (root / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    assert nn.__version__ == found[1]


@pytest.mark.model
def test_wheel_carries_its_data_and_works_from_any_folder(root: Path, tmp_path: Path) -> None:
    """Installed from a wheel, without the source tree, the library finds its model, lexicons and names."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "dist")]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("negotiations_nlp-*-py3-none-any.whl")
    site = tmp_path / "site"
    subprocess.run(
        [*pip, "install", "-q", "--no-deps", "--target", str(site), str(wheel)], check=True, capture_output=True
    )
    code = (
        f"import os; os.chdir({str(tmp_path)!r}); import negotiations_nlp as nn; from pathlib import Path;"
        "a = nn.extract('Zelensky said in Kiev that it rained.');"
        "home = Path(nn.__file__).parent;"
        "print(home.parent.name, (home / 'py.typed').exists(), a.quotes[0].speaker.name, a.entity('Kyiv').name)"
    )
    assert run(code, PYTHONPATH=str(site)) == "site True Volodymyr Zelenskyy Kyiv"
