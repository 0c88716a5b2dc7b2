"""Pairing of double quotation marks inside one paragraph, with a stack and one mark of look-ahead.

Marks that cannot tell opening from closing ("straight", '' and ″) go by their shape, so that double marks nest in
double marks: ``"This court was told "three weeks" in March," she said``. A mark closes the innermost opener that its
family regularly closes; failing that, the innermost opener at all ("mixed styles" do occur: “...").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.text.mark_scan import Family, Mark

__all__ = ["DoublePairs", "pair_doubles"]

_MAX_DEPTH: Final = 8

_CLOSERS: Final[dict[Family, frozenset[Family]]] = {
    "straight": frozenset({"straight"}),
    "left": frozenset({"right", "left"}),
    "right": frozenset({"right", "left"}),
    "low": frozenset({"left", "right", "low"}),
    "guil-left": frozenset({"guil-right"}),
    "guil-right": frozenset({"guil-left", "guil-right"}),
    "backticks": frozenset({"apostrophes"}),
    "commas": frozenset({"apostrophes", "left", "right"}),
    "apostrophes": frozenset({"apostrophes"}),
    "prime": frozenset({"prime"}),
    "corner-left": frozenset({"corner-right"}),
    "angle-left": frozenset({"angle-right"}),
}
"""What regularly closes each opener."""

_ANY: Final[frozenset[Family]] = frozenset({"straight", "left", "right", "apostrophes", "prime", "guil-right"})
_SUBSTITUTES: Final[dict[Family, frozenset[Family]]] = {
    family: _ANY - {family} for family in ("straight", "left", "right", "low", "guil-left", "backticks", "commas")
} | {"apostrophes": frozenset({"straight", "right"}), "prime": frozenset({"straight", "right"})}
"""What closes each opener when writers mix their styles."""

_SYMMETRIC: Final[frozenset[Family]] = frozenset({"straight", "apostrophes", "prime"})


class DoublePairs(NamedTuple):
    """What became of one paragraph's double marks; each list is in text order of its first mark."""

    pairs: list[tuple[Mark, Mark]]
    unclosed: list[tuple[Mark, int | None]]
    """Openers without a closer, each with where the quotation around it closes (None: the paragraph's end)."""
    unopened: list[Mark]
    """Closers that stand outside every quotation and have no opener."""
    unused: list[Mark]
    """Doubled apostrophes that take part in no pair of doubles, and so may be two single marks each."""


def pair_doubles(marks: Sequence[Mark]) -> DoublePairs:
    """Pair the double marks of one paragraph.

    Args:
        marks: the paragraph's marks of double families, in text order.

    Returns:
        Pairs and what is left over. Pairs never cross.
    """
    pairs: list[tuple[Mark, Mark]] = []
    unclosed: list[tuple[Mark, int | None]] = []
    unopened: list[Mark] = []
    unused: list[Mark] = []
    stack: list[Mark] = []
    for i, mark in enumerate(marks):
        following = marks[i + 1] if i + 1 < len(marks) else None
        role = _role(mark, stack, following)
        if role == "open" and len(stack) < _MAX_DEPTH:
            stack.append(mark)
        elif role == "close":
            depth = _opener(mark, stack, following)
            if depth is not None:
                unclosed.extend((inner, mark.start) for inner in stack[depth + 1 :])
                pairs.append((stack[depth], mark))
                del stack[depth:]
            elif mark.family == "apostrophes":
                unused.append(mark)
            elif not stack and _may_close_alone(mark):
                unopened.append(mark)
        elif role == "code":
            stack.pop()
    unclosed.extend((mark, None) for mark in stack)
    # ‘"“You win,” he said’: of two opening marks side by side, the one without a closer is a slip.
    doubled = {opening.start for opening, _ in pairs}
    unclosed = [(m, end) for m, end in unclosed if _may_stay_open(m) and m.end not in doubled]
    pairs = [pair for pair in pairs if not _is_code(pair, marks)]
    return DoublePairs(sorted(pairs), sorted(unclosed), unopened, sorted(unused))


def _role(mark: Mark, stack: Sequence[Mark], following: Mark | None) -> str:
    """What a mark does where it stands: "open", "close", "code" (ends a code span) or "none"."""
    family, shape = mark.family, mark.shape
    if family in _SYMMETRIC:
        return _symmetric_role(mark, stack, following)
    if family == "left":
        # “...“ and „...“; a spaced mark closes only where nothing else is about to.
        closes = shape == "close" or (shape == "spaced" and not _closes_next(following))
        return "close" if closes and _any_expects(stack, family) else "open"
    if family == "right":
        reopens = _closes_next(following) and following is not None and following.family == "right"
        if shape == "open":
            return "open" if reopens or not _any_expects(stack, family) else "close"
        if stack and _is_measure(mark, stack, following):
            return "none"
        wrong_side = shape == "spaced" or (shape == "close" and mark.before in ",:")
        return "open" if wrong_side and reopens and not stack else "close"
    if family == "low":
        if shape == "close":
            return "close" if _any_expects(stack, family) else "none"
        return "open"
    if family == "guil-left":
        reverse = any(m.family == "guil-right" for m in stack)
        return "close" if reverse and shape != "open" else "open"
    if family == "guil-right":
        if any(m.family == "guil-left" for m in stack):
            return "close"
        reverse = following is not None and following.family == "guil-left" and following.shape != "open"
        return "open" if shape == "open" or (shape == "spaced" and reverse) else "close"
    if family == "backticks":
        return "code" if shape != "open" and stack and stack[-1].family == family else "open"
    if family == "commas":
        return "open" if shape == "open" else "none"
    return "open" if family in ("corner-left", "angle-left") else "close"


def _symmetric_role(mark: Mark, stack: Sequence[Mark], following: Mark | None) -> str:
    family, shape = mark.family, mark.shape
    if mark.before.isdigit() and shape != "open" and family != "apostrophes" and _is_measure(mark, stack, following):
        return "none"
    if shape == "open":
        return "open"
    if shape == "close":
        # ‘he said," We shall go."’: the space stands on the wrong side of the opening mark.
        return "open" if not stack and _closes_next(following) and mark.before in ",:" else "close"
    return "close" if _any_expects(stack, family) else "open"


def _is_measure(mark: Mark, stack: Sequence[Mark], following: Mark | None) -> bool:
    """Whether a mark after a digit means inches or seconds of arc: 48° 51' 24", 27"x32", a 27" model.

    Inside a quotation it does when the quotation gets another closer: ‘"People queued for a 27" model," he said’.
    """
    if not mark.before.isdigit():
        return False
    if mark.shape == "glued" or not stack:
        return True
    return _closes_next(following) and sum(mark.family in _CLOSERS[m.family] for m in stack) <= 1


def _closes_next(following: Mark | None) -> bool:
    return following is not None and following.shape == "close"


def _any_expects(stack: Sequence[Mark], family: Family) -> bool:
    return any(family in _CLOSERS[m.family] for m in stack)


def _opener(mark: Mark, stack: Sequence[Mark], following: Mark | None) -> int | None:
    """Index in the stack of the opener that a closing mark closes, None when there is none."""
    if not stack:
        return None
    family = mark.family
    top = stack[-1]
    regular = next((i for i in range(len(stack) - 1, -1, -1) if family in _CLOSERS[stack[i].family]), None)
    if regular == len(stack) - 1:
        return regular
    if family in _SUBSTITUTES.get(top.family, ()):
        next_closes = _closes_next(following)
        if regular is None:
            # ‘“He's a great" guy,” she said’: the regular closer comes next, this one is astray.
            regular_next = next_closes and following is not None and following.family in _CLOSERS[top.family]
            return None if regular_next and len(stack) == 1 and family != "apostrophes" else len(stack) - 1
        # ‘"He said “no" and left," she said’: the outer quotation gets its own closer next.
        if next_closes and following is not None and following.family in _CLOSERS[stack[regular].family]:
            return len(stack) - 1
    return regular


def _may_close_alone(mark: Mark) -> bool:
    """Whether a closer without an opener is worth reporting: it must stand like one, and not be a measure."""
    if mark.shape != "close" or mark.before.isdigit():
        return False
    return mark.family in ("straight", "right") or (mark.family == "guil-right" and mark.end - mark.start == 1)


def _may_stay_open(mark: Mark) -> bool:
    if mark.shape not in ("open", "glued"):
        return False
    if mark.family in ("low", "left", "straight", "backticks", "corner-left"):
        return mark.shape == "open" or mark.family == "left"
    if mark.family == "guil-left":
        return mark.shape == "open" and mark.end - mark.start == 1
    return mark.family == "apostrophes" and mark.shape == "open" and mark.after.isalnum()


def _is_code(pair: tuple[Mark, Mark], marks: Sequence[Mark]) -> bool:
    """Whether a pair stands in data such as ``{"name": "value"}``."""
    return pair[0].family == "straight" and marks[0].family == "straight" and marks[0].before == "{"
