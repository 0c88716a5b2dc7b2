"""Run the notebooks from top to bottom and keep what they show.

    python scripts/run_notebooks.py                               # all of notebooks/
    python scripts/run_notebooks.py notebooks/01_quickstart.ipynb # some

What differs from run to run (times, counters of the session, versions of the interpreter) is not kept. A cell tagged
``java`` needs Java, and what the JVM tells on standard error is not kept either.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbclient
import nbformat

FOLDER = Path(__file__).parent.parent / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(path: Path) -> nbformat.NotebookNode:
    """Run a notebook with this interpreter, in its own folder.

    Args:
        path: the notebook.

    Returns:
        The notebook with what it shows now.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell raised.
    """
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    client = nbclient.NotebookClient(
        notebook, timeout=300, record_timing=False, coalesce_streams=True, resources=resources
    )
    manager = client.create_kernel_manager()
    manager.kernel_spec.argv[0] = sys.executable
    client.execute()
    return notebook


def tidy(notebook: nbformat.NotebookNode) -> None:
    """Leave out what differs from run to run, in place."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
        if cell.cell_type == "code" and "java" in cell.metadata.get("tags", ()):
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]


def main(arguments: list[str]) -> None:
    """Run notebooks and write them."""
    for path in [Path(argument) for argument in arguments] or sorted(FOLDER.glob("*.ipynb")):
        notebook = execute(path.resolve())
        tidy(notebook)
        nbformat.write(notebook, path)
        print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
