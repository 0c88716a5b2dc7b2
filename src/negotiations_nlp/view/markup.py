"""Text with marks as HTML: everything escaped, marks nested properly even where they cross."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Insert", "Mark", "mark_up", "safe"]

_CONTROLS = {**{n: 0x2400 + n for n in range(32) if n not in (9, 10)}, 0x7F: 0x2421}
_VISIBLE = _CONTROLS | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


class Mark(NamedTuple):
    """A stretch of text to mark, in characters, half-open.

    Attributes:
        start: its first character.
        end: one past its last character.
        classes: CSS classes of every piece.
        title: what a pointer shows over it.
        anchor: the id of its first piece; empty for none.
    """

    start: int
    end: int
    classes: str
    title: str = ""
    anchor: str = ""


class Insert(NamedTuple):
    """HTML to put into a text, before the character of a number."""

    position: int
    html: Markup


def safe(text: object) -> Markup:
    """Escape a text for HTML; control characters become visible signs, surrogates the replacement character."""
    return escape(str(text).translate(_VISIBLE))


def mark_up(text: str, marks: Iterable[Mark], inserts: Iterable[Insert] = ()) -> Markup:
    """Return a text as HTML with its marks as `span` elements.

    A mark that crosses another one is cut into pieces. Empty marks, and marks outside of the text, are left out.

    Args:
        text: the text.
        marks: what to mark; of two equal ones the first encloses the second.
        inserts: what to put in; at the end of a mark it stands behind the mark.

    Returns:
        The HTML, in which no character of the text is anything but text.
    """
    waiting = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end))
    additions: dict[int, list[Markup]] = defaultdict(list)
    for insert in inserts:
        additions[insert.position].append(insert.html)
    out: list[str] = []
    open_marks: list[Mark] = []
    opened: set[int] = set()
    at, next_mark = 0, 0
    for position in sorted({*(m.start for m in waiting), *(m.end for m in waiting), *additions, len(text)}):
        out.append(safe(text[at:position]))
        at = position
        keep = next((i for i, mark in enumerate(open_marks) if mark.end <= position), len(open_marks))
        starting = [mark for mark in open_marks[keep:] if mark.end > position]
        out += ["</span>"] * (len(open_marks) - keep)
        del open_marks[keep:]
        out += additions.get(position, ())
        while next_mark < len(waiting) and waiting[next_mark].start == position:
            starting.append(waiting[next_mark])
            next_mark += 1
        for mark in sorted(starting, key=lambda m: -m.end):
            out.append(_open(mark, first=id(mark) not in opened))
            opened.add(id(mark))
            open_marks.append(mark)
    return Markup("".join(out))  # noqa: S704 - every piece is escaped above


def _open(mark: Mark, *, first: bool) -> str:
    anchor = f' id="{safe(mark.anchor)}" tabindex="-1"' if mark.anchor and first else ""
    title = f' title="{safe(mark.title)}"' if mark.title else ""
    return f'<span class="{safe(mark.classes)}"{anchor}{title}>'
