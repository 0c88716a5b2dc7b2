"""The style sheets, put together from the files in assets and the colours."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from negotiations_nlp.view.palette import COLOURS, custom_properties

__all__ = ["asset", "notebook_css", "page_css"]

_LIGHT = "--ground: #ffffff; --ink: #1b1d21; --soft: #565b66; --rule: #c9ccd3; --panel: #f4f5f7; --focus: #0b57d0;"
_DARK = "--ground: #15171b; --ink: #eceef2; --soft: #b3b8c2; --rule: #444955; --panel: #1e2127; --focus: #8ab4f8;"


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """Return the text of a file in assets."""
    return files("negotiations_nlp.view").joinpath("assets", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _colours() -> str:
    light, dark = _LIGHT + custom_properties(dark=False), _DARK + custom_properties(dark=True)
    classes = "\n".join(
        f".nn .c{n} {{ --fill: var(--c{n}-fill); --line: var(--c{n}-line); --tint: var(--c{n}-ink); }}"
        for n in range(len(COLOURS))
    )
    return f"""
.nn {{ {light} color-scheme: light; }}
@media (prefers-color-scheme: dark) {{ .nn {{ {dark} color-scheme: dark; }} }}
[data-jp-theme-light="true"] .nn {{ {light} color-scheme: light; }}
[data-jp-theme-light="false"] .nn, .vscode-dark .nn {{ {dark} color-scheme: dark; }}
{classes}
"""


def notebook_css() -> str:
    """Return the style of what a notebook shows; every rule is bound to the class "nn"."""
    return _colours() + asset("text.css") + asset("notebook.css")


def page_css() -> str:
    """Return the style of the page."""
    return _colours() + asset("text.css") + asset("page.css")
