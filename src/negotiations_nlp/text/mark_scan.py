"""The characters that may be quotation marks, and how each one stands between its neighbours.

Nothing is paired here: a mark gets a family (what it looks like) and a shape (whether the spaces and punctuation
around it let it open or close). Marks written as HTML entities or in damaged encodings count as the marks they stand
for; the text itself is never changed, so offsets stay those of the text that was given.
"""

from __future__ import annotations

import html
import re
from typing import Final, Literal, NamedTuple

from negotiations_nlp.text.spaces import INVISIBLE

__all__ = ["Family", "Mark", "Shape", "find_marks"]

Family = Literal[
    "straight", "left", "right", "low", "guil-left", "guil-right", "backticks", "apostrophes", "commas", "prime",
    "corner-left", "corner-right", "angle-left", "angle-right",
    "s-straight", "s-left", "s-right", "s-low", "s-guil-left", "s-guil-right",
]  # fmt: skip
Shape = Literal["open", "close", "spaced", "glued"]


class Mark(NamedTuple):
    """A candidate quotation mark at ``text[start:end]``.

    ``before`` and ``after`` are the characters around the run of marks it stands in, empty at the text's ends.
    """

    start: int
    end: int
    family: Family
    shape: Shape
    before: str
    after: str


_FAMILIES: Final[dict[str, Family]] = {
    '"': "straight", "\uff02": "straight",
    "“": "left", "‟": "left", "〝": "left", "\x93": "left", "‘‘": "left", "â€œ": "left",
    "”": "right", "〞": "right", "〟": "right", "\x94": "right", "â€\x9d": "right",
    "„": "low", "‚‚": "low", "⹂": "low", "\x84": "low",
    "«": "guil-left", "<<": "guil-left", "»": "guil-right", ">>": "guil-right",
    "``": "backticks", "''": "apostrophes", "’’": "apostrophes", ",,": "commas", "″": "prime", "‶": "prime",
    "「": "corner-left", "『": "corner-left", "﹁": "corner-left", "﹃": "corner-left", "\uff62": "corner-left",
    "」": "corner-right", "』": "corner-right", "﹂": "corner-right", "﹄": "corner-right", "\uff63": "corner-right",
    "'": "s-straight", "\uff07": "s-straight", "´": "s-straight", "′": "s-straight",
    "‘": "s-left", "‛": "s-left", "`": "s-left", "\x91": "s-left", "â€˜": "s-left",
    "’": "s-right", "\x92": "s-right", "â€™": "s-right",
    "‚": "s-low", "\x82": "s-low",
    "‹": "s-guil-left", "›": "s-guil-right",
}  # fmt: skip

# Code and markup come first, so that no mark inside them is seen: tags, attribute values, call("argument"), fences.
_CANDIDATE: Final = re.compile(
    r"""
      (?P<tag> <[A-Za-z/!?][^<>]{0,1000}> )
    | (?P<skip> (?<=[\w\]])=\s?"[^"\n]{0,300}" | (?<=[a-z_]\()"[^"\n]{0,300}"(?=[,)]) | ```+ | ,,,+ | <<<+ | >>>+
        | (?<![^\s"“‘'])(?P<n>['’‘])n(?:['’])(?!\w) )
    | (?P<entity> &(?:quot|apos|[lrb]dquo|[lrs]?b?squo|[lr]s?aquo|\#\d{2,5}|\#[xX][0-9A-Fa-f]{2,4}); )
    | (?P<mark> ‘‘ | ’’ | ‚‚ | '' | `` | ,, | << | >> | â€[œ™˜\x9d]
        | ["'“”‘’‚„‛‟`´«»‹›′″‶〝〞〟「」『』﹁﹂﹃﹄⹂\uff02\uff07\uff62\uff63\x82\x84\x91-\x94] )
    """,
    re.VERBOSE,
)
# What a candidate begins with: a plain set of characters is searched several times faster than the alternatives.
_HIT: Final = re.compile("[<=>&â\"'“”‘’‚„‛‟`´«»‹›′″‶〝〞〟「」『』﹁﹂﹃﹄⹂\uff02\uff07\uff62\uff63\x82\x84\x91-\x94]")
_HIT_OR_COMMA: Final = re.compile(_HIT.pattern[:-1] + ",]")
_OPENS_AFTER: Final = "([{>*_~—–-―/|=:•¡¿"
_CLOSES_BEFORE: Final = ",.;:!?)]}<*—–-―/"
_PUNCTUATION: Final = ",.;:!?)]}"
_SENTENCE_END: Final = ",.!?…"


def find_marks(text: str) -> list[Mark]:
    """All candidate quotation marks of a text, in order.

    Marks inside HTML tags, attribute values, function calls and code fences are left out, as is the pair of
    apostrophes in "rock 'n' roll". Angle brackets count only where the words between them read as a quotation.

    Args:
        text: any text.

    Returns:
        The candidates, not overlapping, in text order; empty when there are none. Offsets are characters, half-open.
    """
    found: list[tuple[int, int, Family]] = []
    pos = 0
    hits = _HIT_OR_COMMA if ",," in text else _HIT
    while (hit := hits.search(text, pos)) is not None:
        start = pos = hit.start()
        match = _CANDIDATE.match(text, start)
        if match is None:
            pos += 1
            continue
        end = match.end()
        pos = end
        kind = match.lastgroup
        if kind == "mark":
            found.append((start, end, _FAMILIES[match.group()]))
        elif kind == "entity":
            family = _FAMILIES.get(html.unescape(match.group()))
            if family is not None:
                found.append((start, end, family))
        elif kind == "tag" and "\n\n" in match.group():
            pos = start + 1
        elif kind == "tag" and _is_quotation(text, start, end):
            found.append((start, start + 1, "angle-left"))
            found.extend((s, e, f) for s, e, f in _inner_marks(text, start + 1, end - 1))
            found.append((end - 1, end, "angle-right"))
    return _shaped(text, found)


def _inner_marks(text: str, start: int, end: int) -> list[tuple[int, int, Family]]:
    """The plain marks between angle brackets."""
    return [
        (m.start(), m.end(), _FAMILIES[m.group()])
        for m in _CANDIDATE.finditer(text, start, end)
        if m.lastgroup == "mark"
    ]


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Whether ``<...>`` holds words that were said rather than a tag, an address or a formula."""
    inner = text[start + 1 : end - 1]
    if " " not in inner or "=" in inner or "://" in inner or "@" in inner or inner.endswith("/"):
        return False
    if inner[-1] in _SENTENCE_END:
        return True
    if inner.count(" ") >= 3 and text[end : end + 1] in (",", ".", ";") and inner.replace(" ", "").isalpha():
        return True
    return inner[0].isupper() and inner.count(" ") >= 2 and inner[-1].isalpha()


def _shaped(text: str, found: list[tuple[int, int, Family]]) -> list[Mark]:
    """Give each mark its shape; marks that touch share the neighbours of their run (``'no,'"`` closes twice)."""
    marks: list[Mark] = []
    i = 0
    while i < len(found):
        j = i + 1
        while j < len(found) and found[j][0] == found[j - 1][1]:
            j += 1
        before = text[found[i][0] - 1] if found[i][0] else ""
        run_end = found[j - 1][1]
        after = text[run_end] if run_end < len(text) else ""
        after_next = text[run_end + 1 : run_end + 2]
        shape = _shape(before, after, after_next)
        run = found[i:j]
        if shape == "close" and len(run) == 2 and run[0][2] == "apostrophes" and run[1][2].startswith("s-"):
            # ‘''He says, 'Go back,''' she said’: the inner quotation closes first.
            (first, _, double), (_, last, single) = run
            run = [(first, last - 2, single), (last - 2, last, double)]
        marks.extend(Mark(s, e, family, shape, before, after) for s, e, family in run)
        i = j
    return marks


def _shape(before: str, after: str, after_next: str) -> Shape:
    space_before = not before or before.isspace() or before in INVISIBLE
    space_after = not after or after.isspace() or after in INVISIBLE
    if space_before and space_after:
        return "spaced"
    if space_after:
        return "close"
    if space_before:
        # ‘ he said " .’ is ambiguous, ‘"...and’ and ‘".50’ open.
        lone = after in _PUNCTUATION and not (after == "." and after_next and not after_next.isspace())
        return "spaced" if lone else "open"
    if after in _CLOSES_BEFORE and before not in _OPENS_AFTER:
        return "close"
    if before in _OPENS_AFTER and after not in _CLOSES_BEFORE:
        return "open"
    return "glued"
