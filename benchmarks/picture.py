"""The benchmark as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from parts import Row

__all__ = ["draw"]

MODEL, OURS = "#b8c4ce", "#1f6f8b"


def draw(results: Mapping[str, Sequence[Row]], path: Path) -> None:
    """Draw what was measured: speed, cost by component, growth with length, growth with number.

    Args:
        results: rows by part; parts that are missing leave their place out.
        path: where the picture goes.

    Raises:
        ImportError: matplotlib is not installed.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    drawn = [part for part in ("speed", "components", "length", "number") if part in results]
    if not drawn:
        return
    figure, axes = pyplot.subplots(len(drawn), 1, figsize=(8, 3 * len(drawn)), layout="constrained", squeeze=False)
    for axis, part in zip(axes[:, 0], drawn, strict=True):
        rows = [row for row in results[part] if row.unit != "x"]
        labels, values = [row.what for row in rows], [row.number for row in rows]
        if part in ("speed", "components"):
            ours = [label == "library" or label.startswith(("negotiations", "to ")) for label in labels]
            bars = axis.barh(labels, values, color=[OURS if own else MODEL for own in ours])
            axis.bar_label(bars, fmt="{:,.0f}" if part == "speed" else "{:.1f}", padding=3)
            axis.invert_yaxis()
            axis.set_xlabel(rows[0].unit)
            axis.set_xlim(0, max(values) * 1.15)
        else:
            axis.plot([label.split()[0] for label in labels], values, marker="o", color=OURS)
            axis.set_xlabel(labels[0].split()[-1])
            axis.set_ylabel(rows[0].unit)
            axis.set_ylim(0, max(values) * 1.2)
        axis.set_title({"length": "one text", "number": "many texts"}.get(part, part), loc="left")
        axis.spines[["top", "right"]].set_visible(False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
