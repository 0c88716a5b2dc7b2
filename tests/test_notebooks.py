"""The notebooks run from top to bottom, and what they show is kept."""

from __future__ import annotations

import os
import re
import runpy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="the extra notebooks is not installed")
pytest.importorskip("nbclient", reason="the extra notebooks is not installed")
pytest.importorskip("ipykernel", reason="the extra notebooks is not installed")

if TYPE_CHECKING:
    from nbformat import NotebookNode

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
HAS_JAVA = "JAVA_HOME" in os.environ or shutil.which("java") is not None
OTHERS = {"matplotlib", "negotiations_nlp", "pandas", "pathlib", "sklearn", "spacy"}
IMPORT = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("default")]  # what Jupyter warns of is not ours to mend


def read(path: Path) -> NotebookNode:
    """A notebook as it stands in the repository."""
    return nbformat.read(path, as_version=4)


def needs_java(cell: NotebookNode) -> bool:
    """Whether a cell is tagged so."""
    return "java" in cell.metadata.get("tags", ())


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The cells that run."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def streams(notebook: NotebookNode, name: str) -> list[str]:
    """What each code cell writes to a stream; the JVM's talk on standard error is left out."""
    return [
        "".join(o.text for o in cell.outputs if o.get("name") == name and not (name == "stderr" and needs_java(cell)))
        for cell in code_cells(notebook)
    ]


def forms(notebook: NotebookNode) -> list[list[str]]:
    """In which forms each code cell shows a value: text, a table or text with marks, a picture."""
    return [sorted(form for o in cell.outputs for form in o.get("data", ())) for cell in code_cells(notebook)]


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[NotebookNode, NotebookNode]:
    """A notebook as it is kept, and as it comes out now."""
    kept = read(request.param)
    if not HAS_JAVA and any(needs_java(cell) for cell in kept.cells):
        pytest.skip("Spark needs Java, and there is none")
    return kept, runpy.run_path(str(ROOT / "scripts" / "run_notebooks.py"))["execute"](request.param)


def test_every_cell_shows_what_is_kept(pair: tuple[NotebookNode, NotebookNode]) -> None:
    """The notebook runs; a value that was shown as a table or picture still is."""
    kept, fresh = pair
    assert forms(fresh) == forms(kept)


def test_what_is_printed_is_what_is_kept(pair: tuple[NotebookNode, NotebookNode]) -> None:
    """A reader sees what comes out without running it ("make docs" writes it anew)."""
    kept, fresh = pair
    assert streams(fresh, "stdout") == streams(kept, "stdout")


def test_nothing_warns(pair: tuple[NotebookNode, NotebookNode]) -> None:
    """Whoever runs it reads results, and no warnings."""
    _, fresh = pair
    assert "".join(streams(fresh, "stderr")) == ""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_only_imports_what_users_have(path: Path) -> None:
    """No helpers beside the notebook: what it does, a user can do."""
    imported = {name for cell in code_cells(read(path)) for name in IMPORT.findall(cell.source)}
    assert imported - OTHERS == set()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_traces_of_a_machine(path: Path) -> None:
    """Neither paths nor warnings nor times of the run are kept."""
    kept = read(path)
    shown: list[Any] = [[cell.outputs, cell.metadata] for cell in code_cells(kept)]
    assert re.findall(r"/(?:home|root|tmp|usr|Users)/|file://|Warning|iopub", str(shown)) == []


def test_there_are_four() -> None:
    """A quickstart, and one for each thing that users do next."""
    assert [path.stem for path in NOTEBOOKS] == ["01_quickstart", "02_one_story", "03_pipelines", "04_extending"]
