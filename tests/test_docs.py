"""What the documentation shows is what happens: the guide, the reference pages, the examples in docstrings."""

from __future__ import annotations

import doctest
import importlib
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PAGES = sorted((ROOT / "docs").rglob("*.md"))
RUNNABLE = ("explore.md", "knowledge.md", "names.md", "pipelines.md")  # spark.md needs a table on a cluster
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")

run_page = runpy.run_path(str(ROOT / "scripts" / "run_docs.py"))["run_page"]


def examples() -> Iterator[doctest.DocTest]:
    """The docstrings with examples, in all modules of the package."""
    source = ROOT / "src"
    for path in sorted((source / "negotiations_nlp").rglob("*.py")):
        if re.search(r"^ +>>> ", path.read_text(encoding="utf-8"), re.MULTILINE):
            module = importlib.import_module(".".join(path.relative_to(source).with_suffix("").parts))
            yield from (test for test in doctest.DocTestFinder().find(module) if test.examples)


DOCSTRINGS = list(examples())


@pytest.mark.model
@pytest.mark.parametrize("path", GUIDE, ids=lambda path: path.stem)
def test_the_guide_prints_what_it_shows(path: Path) -> None:
    """Every example runs and prints what stands below it ("make docs" writes it anew)."""
    page = path.read_text(encoding="utf-8")
    assert run_page(page) == page


@pytest.mark.model
@pytest.mark.filterwarnings("default")  # other libraries' own warnings
@pytest.mark.parametrize("name", RUNNABLE)
def test_the_reference_pages_run(name: str) -> None:
    """Their Python examples run in order; they take a handful of optional libraries."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert run_page(page).count("```python") == page.count("```python")


@pytest.mark.model
@pytest.mark.parametrize("test", DOCSTRINGS, ids=lambda test: test.name.removeprefix("negotiations_nlp."))
def test_docstrings_show_what_happens(test: doctest.DocTest) -> None:
    """The examples of a docstring give what they say."""
    report: list[str] = []
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed = doctest.DocTestRunner(optionflags=flags).run(test, out=report.append).failed
    assert failed == 0, "".join(report)


@pytest.mark.parametrize(
    "name",
    ["extract", "extract_many", "load", "normalize", "Knowledge", "Corpus", "quotes_by", "evaluate", "to_frames"],
)
def test_the_functions_that_users_begin_with_have_an_example(name: str) -> None:
    """Whoever asks help() about them sees how they are used."""
    assert name in {test.name.rpartition(".")[2] for test in DOCSTRINGS}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    """No link of the documentation is dead."""
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    """No page is forgotten."""
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    linked = {ROOT / "docs" / link for link in LINK.findall(index)}
    assert [path for path in PAGES if path not in linked and path.name != "index.md"] == []
