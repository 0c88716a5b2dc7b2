"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from negotiations_nlp.cli import app

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def blocks(root: Path) -> list[tuple[str, str]]:
    """The README's code blocks, each with its language."""
    return [(m[1], m[2]) for m in BLOCK.finditer((root / "README.md").read_text(encoding="utf-8"))]


@pytest.mark.model
def test_the_first_example_prints_what_the_readme_says(blocks: list[tuple[str, str]], tmp_path: Path) -> None:
    """Run as a user would, from any folder."""
    code = next(code for language, code in blocks if language == "python")
    shown = next(code for language, code in blocks if language == "text")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=tmp_path
    )
    assert done.stdout == shown


@pytest.mark.model
def test_the_other_examples_run(blocks: list[tuple[str, str]]) -> None:
    """They share the names of the first one."""
    names = {"text": "It rained in Kiev, Zelensky said."}
    for code in [code for language, code in blocks if language == "python"]:
        exec(code, names)  # noqa: S102 - the README's own code
    assert names["article"].quotes != ()  # type: ignore[attr-defined]


def test_the_two_commands_come_first(blocks: list[tuple[str, str]]) -> None:
    """A newcomer needs nothing else."""
    assert [line.split("#")[0].strip() for line in blocks[0][1].splitlines()] == ["make demo", "make test"]


@pytest.mark.parametrize("target", ["demo", "test", "lint", "bench", "fuzz"])
def test_the_makefile_has_the_target(root: Path, target: str) -> None:
    """The commands exist."""
    assert re.search(rf"^{target}:", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", ["extract", "normalize", "evaluate"])
def test_the_command_exists(command: str) -> None:
    """So do those of the command line."""
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "fixtures/README.md", "docs/gold-format.md"])
def test_linked_files_exist(root: Path, name: str) -> None:
    """No link leads nowhere."""
    page = root / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
