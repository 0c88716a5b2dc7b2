"""Imports run one way, from the command line down to plain strings."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import negotiations_nlp

PACKAGE = Path(negotiations_nlp.__file__).parent

LAYERS = (
    ("errors",),
    ("text", "span_matching", "version", "bulk"),
    ("names", "lexicon", "speaker_words"),
    ("models", "inputs"),
    ("pipeline",),
    ("results",),
    ("running",),
    ("workers",),
    ("api",),
    ("gold",),
    ("evaluation", "export"),
    ("corpus",),
    ("view",),
    ("cli",),
)
SHOW_THEMSELVES = {("models", "export"), ("models", "view"), ("corpus", "view")}
"""Results that turn themselves into tables and HTML import what does that when it is asked for."""
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


def unit(module: str) -> str:
    """The layer's member that a module belongs to: its first name below the package."""
    return module.removeprefix("negotiations_nlp").lstrip(".").split(".")[0]


def imports(path: Path, *, at_once: bool = False) -> set[str]:
    """The members of the package that a module imports, anywhere in it or only when it is imported itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in tree.body if at_once else ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {unit(name) for name in names if name.startswith("negotiations_nlp")}
    return found - {""}


def own(path: Path) -> str:
    """The member that a file is or lies in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_from_its_own_or_lower_layers(path: Path) -> None:
    """What a module imports stands below it."""
    upward = {name for name in imports(path) - {own(path)} if LEVEL[name] >= LEVEL[own(path)]}
    assert {name for name in upward if (own(path), name) not in SHOW_THEMSELVES} == set()


@pytest.mark.parametrize(("lower", "upper"), sorted(SHOW_THEMSELVES))
def test_results_import_what_shows_them_only_when_asked(lower: str, upper: str) -> None:
    """Showing costs nothing until something is shown."""
    assert [p.name for p in MODULES if own(p) == lower and upper in imports(p, at_once=True)] == []


def test_the_check_sees_imports_inside_functions(tmp_path: Path) -> None:
    """A lazy import upwards is an import upwards."""
    path = tmp_path / "module.py"
    path.write_text("def f():\n    from negotiations_nlp.cli.app import app\n    import negotiations_nlp.api\n")
    assert imports(path) == {"cli", "api"}


def test_components_do_not_know_the_result_models() -> None:
    """The pipeline works on Docs alone."""
    assert {p.name for p in (PACKAGE / "pipeline").glob("*.py") if imports(p) & {"models", "results"}} == set()


def test_strings_do_not_know_spacy() -> None:
    """Text and names are for strings."""
    strings = [*(PACKAGE / "text").glob("*.py"), *(PACKAGE / "names").glob("*.py")]
    assert [p.name for p in strings if "spacy" in {line.split()[1].split(".")[0] for line in import_lines(p)}] == []


def import_lines(path: Path) -> list[str]:
    """The lines of a file that import something."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(("import ", "from "))]


def test_no_module_is_longer_than_400_lines() -> None:
    """A module is one idea."""
    lengths = {p.relative_to(PACKAGE).as_posix(): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}
