"""Drawing names on a circle with arrows between them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiations_nlp.view.palette import COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

__all__ = ["Network", "draw_network"]

_LABEL_DISTANCE = 1.12
_UPRIGHT_NAMES = 24  # more names than that are written along their rays, so that they stay apart


@dataclass(frozen=True)
class Network:
    """What to draw.

    Attributes:
        names: the names, clockwise from the top.
        sizes: how large the dot of each is, as any positive numbers.
        arrows: from, to (as indices) and number.
    """

    names: Sequence[str]
    sizes: Sequence[int]
    arrows: Sequence[tuple[int, int, int]]


def draw_network(ax: Axes, network: Network) -> None:
    """Draw names on a circle and arrows between them into an Axes; nothing but an empty frame without names."""
    ax.set_axis_off()
    ax.set_aspect("equal")
    ax.set_xlim(-2.1, 2.1)
    ax.set_ylim(-1.45, 1.45)
    total = len(network.names)
    angles = [math.pi / 2 - 2 * math.pi * n / max(total, 1) for n in range(total)]
    points = [(math.cos(angle), math.sin(angle)) for angle in angles]
    most = max((number for _, _, number in network.arrows), default=1)
    for start, end, number in sorted(network.arrows, key=lambda arrow: arrow[2]):
        ax.annotate(
            "",
            xy=points[end],
            xytext=points[start],
            arrowprops={
                "arrowstyle": "-|>",
                "color": COLOURS[start % len(COLOURS)].light.line,
                "linewidth": 0.8 + 3.2 * number / most,
                "alpha": 0.55,
                "connectionstyle": "arc3,rad=0.18",
                "shrinkA": 9,
                "shrinkB": 11,
            },
        )
    largest = max(network.sizes, default=1)
    for n, (x, y) in enumerate(points):
        size = 40 + 160 * network.sizes[n] / largest
        ax.scatter([x], [y], s=size, color=COLOURS[n % len(COLOURS)].light.line, zorder=3)
        _name(ax, network.names[n], angles[n], along_ray=total > _UPRIGHT_NAMES)


def _name(ax: Axes, name: str, angle: float, *, along_ray: bool) -> None:
    x, y = _LABEL_DISTANCE * math.cos(angle), _LABEL_DISTANCE * math.sin(angle)
    left = math.cos(angle) < -1e-6
    if along_ray:
        turned = math.degrees(angle) + (180 if left else 0)
        align = "right" if left else "left"
        ax.text(x, y, name, ha=align, va="center", rotation=turned, rotation_mode="anchor", fontsize="xx-small")
        return
    upright = abs(math.cos(angle)) < 1e-6
    align = "center" if upright else "right" if left else "left"
    ax.text(x, y, name, ha=align, va="center" if not upright else "bottom" if y > 0 else "top", fontsize="small")
