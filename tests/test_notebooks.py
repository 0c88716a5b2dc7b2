"""The notebooks run from top to bottom, and their outputs are kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="the extra notebooks is not installed")
nbclient = pytest.importorskip("nbclient", reason="the extra notebooks is not installed")
pytest.importorskip("ipykernel", reason="the extra notebooks is not installed")

if TYPE_CHECKING:
    from nbformat import NotebookNode

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("default")]  # what Jupyter warns of is not ours to mend


def execute(notebook: NotebookNode) -> NotebookNode:
    """Run a notebook with this interpreter, in its own folder."""
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}})
    manager = client.create_kernel_manager()
    manager.kernel_spec.argv[0] = sys.executable
    client.execute()
    return notebook


def outputs(notebook: NotebookNode) -> list[list[Any]]:
    """What each code cell shows as plain text."""
    shown = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    return [[o.get("text") or o.get("data", {}).get("text/plain") for o in cell] for cell in shown]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_runs(path: Path) -> None:
    """Every cell runs, and those that show something in the repository show something."""
    kept = outputs(nbformat.read(path, as_version=4))
    assert [bool(cell) for cell in outputs(execute(nbformat.read(path, as_version=4)))] == [bool(cell) for cell in kept]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_kept(path: Path) -> None:
    """A reader sees what comes out without running it (make notebooks writes it anew)."""
    assert [cell for cell in outputs(nbformat.read(path, as_version=4)) if cell] != []


def test_there_is_a_quickstart() -> None:
    """Where everybody begins."""
    assert "01_quickstart" in [path.stem for path in NOTEBOOKS]
