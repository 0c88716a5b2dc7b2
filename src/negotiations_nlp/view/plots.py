"""Pictures of a corpus with matplotlib, one call each; every function returns the Axes that it drew into."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from negotiations_nlp.errors import InputError, UnknownNameError
from negotiations_nlp.export.optional import require
from negotiations_nlp.view.network import Network, draw_network
from negotiations_nlp.view.palette import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from negotiations_nlp.corpus import Corpus, CorpusEntity
    from negotiations_nlp.corpus.selection import DateKind

__all__ = ["plot_mentions", "plot_speakers", "plot_timeline", "plot_variants"]

_LABEL_CHARACTERS = 32
_MAX_OUTLETS = len(COLOURS) - 1
_REST = "#9aa0aa"


def plot_timeline(corpus: Corpus, *, by: DateKind = "said", limit: int = 20, ax: Axes | None = None) -> Axes:
    """Draw when each speaker said how much: a row a speaker, a dot a day, the larger the more quotes.

    Args:
        corpus: the articles.
        by: the day it was "said", which is the article's date where the text does not tell, or "published".
        limit: how many speakers, those with the most dated quotes; the title says how many are left out.
        ax: where to draw; None makes a figure of fitting height.

    Returns:
        The Axes; it says so when no quote has a date.

    Raises:
        InputError: a limit below 1, or an unknown sort of date.
        MissingDependencyError: matplotlib is not installed.
    """
    days: dict[CorpusEntity, Counter[Any]] = {}
    for quote in corpus.timeline(by=by):
        for speaker in quote.speakers:
            days.setdefault(speaker, Counter())[quote.said if by == "said" else quote.published] += 1
    rows, left_out = _largest(((speaker, found.total()) for speaker, found in days.items()), limit)
    ax = _axes(ax, rows=len(rows))
    for row, speaker in enumerate(rows):
        found = days[speaker]
        sizes = [30 + 25 * (number - 1) for number in found.values()]
        colour = COLOURS[row % len(COLOURS)].light.line
        ax.scatter(list(found), [row] * len(found), s=[min(size, 400) for size in sizes], color=colour, alpha=0.75)
    _name_rows(ax, [speaker.name for speaker in rows])
    if rows:
        dates = require("matplotlib.dates", "plots")
        locator = dates.AutoDateLocator(minticks=2, maxticks=6)
        ax.xaxis.set_major_locator(locator)
        ax.xaxis.set_major_formatter(dates.DateFormatter("%Y-%m-%d"))
        first, last = min(min(days[s]) for s in rows), max(max(days[s]) for s in rows)
        margin = max((last - first).days * 0.05, 1)
        ax.set_xlim(dates.date2num(first) - margin, dates.date2num(last) + margin)
        ax.tick_params(axis="x", labelsize="small")
    else:
        _say(ax, "no dated quotes")
    ax.set_title(_title("Statements by day", left_out, "speaker"))
    ax.grid(axis="x", alpha=0.3)
    return ax


def plot_speakers(corpus: Corpus, *, limit: int = 20, ax: Axes | None = None) -> Axes:
    """Draw how often each speaker is quoted, and by whom: a bar a speaker, divided by outlet.

    Args:
        corpus: the articles.
        limit: how many speakers, those with the most quotes; the title says how many are left out.
        ax: where to draw; None makes a figure of fitting height.

    Returns:
        The Axes; it says so when nobody is quoted. Outlets beyond eleven are drawn as one.

    Raises:
        InputError: a limit below 1.
        MissingDependencyError: matplotlib is not installed.
    """
    counts = {speaker: Counter(q.outlet for q in corpus.quotes_by(speaker)) for speaker in corpus.speakers()}
    rows, left_out = _largest(((speaker, found.total()) for speaker, found in counts.items()), limit)
    ax = _axes(ax, rows=len(rows))
    totals: Counter[str] = sum((counts[speaker] for speaker in rows), Counter())
    outlets = [outlet for outlet, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    shown, rest = outlets[:_MAX_OUTLETS], outlets[_MAX_OUTLETS:]
    parts = [([outlet], _short(outlet), COLOURS[n].light.line) for n, outlet in enumerate(shown)]
    if rest:
        parts.append((rest, f"{len(rest)} other outlets", _REST))
    start = [0] * len(rows)
    for members, label, colour in parts:
        widths = [sum(counts[speaker][outlet] for outlet in members) for speaker in rows]
        ax.barh(range(len(rows)), widths, left=start, color=colour, label=label)
        start = [a + b for a, b in zip(start, widths, strict=True)]
    _name_rows(ax, [speaker.name for speaker in rows])
    ax.xaxis.set_major_locator(require("matplotlib.ticker", "plots").MaxNLocator(integer=True))
    ax.set_xlabel("quotes")
    ax.set_title(_title("Quotes by speaker and outlet", left_out, "speaker"))
    if parts:
        ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), fontsize="small", frameon=False)
    else:
        _say(ax, "no quotes by anybody named")
    return ax


def plot_mentions(corpus: Corpus, *, limit: int = 16, ax: Axes | None = None) -> Axes:
    """Draw who speaks of whom: names on a circle, arrows from speaker to person or organisation, wider with number.

    Args:
        corpus: the articles.
        limit: how many names, those with the most arrows; the title says how many are left out.
        ax: where to draw; None makes a figure.

    Returns:
        The Axes; it says so when nobody speaks of anybody.

    Raises:
        InputError: a limit below 1.
        MissingDependencyError: matplotlib is not installed.
    """
    pairs = [pair for pair in corpus.mentions_between() if pair.mentioned.label != "PLACE"]
    weights: Counter[CorpusEntity] = Counter()
    for pair in pairs:
        weights[pair.speaker] += len(pair.quotes)
        weights[pair.mentioned] += len(pair.quotes)
    nodes, left_out = _largest(weights.items(), limit)
    ax = _axes(ax, rows=16)
    draw_network(
        ax,
        Network(
            names=[_short(node.name) for node in nodes],
            sizes=[weights[node] for node in nodes],
            arrows=[
                (nodes.index(pair.speaker), nodes.index(pair.mentioned), len(pair.quotes))
                for pair in pairs
                if pair.speaker in nodes and pair.mentioned in nodes
            ],
        ),
    )
    if not nodes:
        _say(ax, "nobody speaks of anybody")
    ax.set_title(_title("Who speaks of whom", left_out, "name"))
    return ax


def plot_variants(corpus: Corpus, name: str, *, limit: int = 20, ax: Axes | None = None) -> Axes:
    """Draw how each outlet spells a name: a row an outlet, a column a spelling, the number in the cell.

    Args:
        corpus: the articles.
        name: the name, in any spelling.
        limit: how many outlets and how many spellings, the most frequent ones.
        ax: where to draw; None makes a figure of fitting height.

    Returns:
        The Axes.

    Raises:
        UnknownNameError: no article has the name.
        InputError: a limit below 1.
        MissingDependencyError: matplotlib is not installed.
    """
    entity = corpus.entity(name)
    if entity is None:
        msg = f"no article names {name!r}; the speakers are {', '.join(e.name for e in corpus.speakers()[:20])}"
        raise UnknownNameError(msg)
    by_outlet = {outlet: Counter(found) for outlet, found in corpus.variants(entity).items()}
    outlets, left_out = _largest(((outlet, found.total()) for outlet, found in by_outlet.items()), limit)
    spellings, _ = _largest(entity.variants.items(), limit)
    cells = [[by_outlet[outlet][spelling] for spelling in spellings] for outlet in outlets]
    ax = _axes(ax, rows=len(outlets) + 6)
    highest = max(max(row) for row in cells)
    ax.imshow(cells, cmap="Blues", aspect="auto", vmin=0, vmax=highest)
    for y, row in enumerate(cells):
        for x, number in enumerate(row):
            if number:
                ax.text(x, y, str(number), ha="center", va="center", color="white" if number > highest / 2 else "black")
    _name_rows(ax, outlets)
    ax.set_xticks(range(len(spellings)), [_short(text) for text in spellings], rotation=90)
    ax.set_title(_title(f"Spellings of {_short(entity.name)}", left_out, "outlet"))
    return ax


def _axes(ax: Axes | None, *, rows: int) -> Axes:
    if ax is not None:
        return ax
    pyplot = require("matplotlib.pyplot", "plots")
    _, made = pyplot.subplots(figsize=(9, max(2.5, 1.2 + 0.32 * rows)), layout="constrained")
    return made  # type: ignore[no-any-return]


def _largest(items: Iterable[tuple[Any, int]], limit: int) -> tuple[list[Any], int]:
    """The items with the highest numbers, and how many others there are."""
    if not isinstance(limit, int) or limit < 1:
        msg = f"limit must be a whole number from 1 up, got {limit!r}"
        raise InputError(msg)
    ordered = [item for item, _ in sorted(items, key=lambda pair: -pair[1])]
    return ordered[:limit], max(0, len(ordered) - limit)


def _name_rows(ax: Axes, names: Sequence[str]) -> None:
    """Name the rows, the first one on top."""
    ax.set_yticks(range(len(names)), [_short(name) for name in names])
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)


def _say(ax: Axes, text: str) -> None:
    """Say in the picture why it is empty."""
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color="#565b66")


def _short(text: str) -> str:
    """A label of bearable length, in which no character is a formula's mark."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _LABEL_CHARACTERS else shown[: _LABEL_CHARACTERS - 1] + "…"
    return shown.replace("$", r"\$")


def _title(text: str, left_out: int, what: str) -> str:
    if not left_out:
        return text
    return f"{text} ({left_out} more {what}{'s' if left_out > 1 else ''} not shown)"
