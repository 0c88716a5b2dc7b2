"""Run the examples of the documentation and write down what they print.

    python scripts/run_docs.py                      # the pages of docs/guide
    python scripts/run_docs.py docs/guide/names.md  # some pages

The Python blocks of a page run in order and share their names, in a folder that holds a copy of ``fixtures/`` and a
knowledge file ``my.jsonl``. A block ``text`` right after a block holds what it prints; it is written anew, or made when
there is none. A block ``sh`` runs when such a block follows it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "guide"
BLOCK = re.compile(
    r"^```(?P<language>python|sh)\n(?P<code>.*?)^```\n(?P<shown>\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL
)


def run_page(page: str) -> str:
    """Run the examples of a page.

    Args:
        page: the page, Markdown.

    Returns:
        The page with what its examples print now.

    Raises:
        Exception: what an example raises; its traceback names the block by its number on the page.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    numbers = iter(range(1, page.count("```") + 1))

    def fresh(block: re.Match[str]) -> str:
        number = next(numbers)
        if block["language"] == "python":
            printed = _python(block["code"], names, f"<example {number}>")
        elif block["shown"] is not None:
            printed = _shell(block["code"])
        else:
            return block[0]
        lines = [line.rstrip() for line in printed.splitlines()]
        shown = "\n```text\n{}\n```\n".format("\n".join(lines).strip("\n")) if any(lines) else ""
        return f"```{block['language']}\n{block['code']}```\n{shown}"

    with _folder():
        return BLOCK.sub(fresh, page)


def _python(code: str, names: dict[str, Any], where: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, where, "exec"), names)  # noqa: S102 - the documentation's own code
    return printed.getvalue()


def _shell(code: str) -> str:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 - the documentation's own commands
        ["bash", "-c", code],  # noqa: S607
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=env,
        check=False,
    )
    return done.stdout


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    """Work in a new folder that holds a copy of the fixtures, and a knowledge file."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "fixtures", Path(name) / "fixtures")
        (Path(name) / "my.jsonl").write_text('{"name": "Ada Berg", "label": "PERSON"}\n', encoding="utf-8")
        os.chdir(name)
        try:
            yield
        finally:
            os.chdir(before)


def main(arguments: list[str]) -> None:
    """Write the pages anew."""
    for path in [Path(argument) for argument in arguments] or sorted(PAGES.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        new = run_page(page)
        path.write_text(new, encoding="utf-8", newline="\n")
        print(f"{path.name}: {'changed' if new != page else 'as it was'}")


if __name__ == "__main__":
    main(sys.argv[1:])
