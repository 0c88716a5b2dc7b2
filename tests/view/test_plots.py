"""Pictures, as they come out."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn
from builders import Said, make_article
from negotiations_nlp.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes

pytest.importorskip("matplotlib").use("Agg")

SYLLABLES = ("ka", "ro", "len", "mi", "to", "sha", "vo", "dri")


def many(speakers: int) -> nn.Corpus:
    """A corpus of many speakers in twenty outlets, each of whom speaks of the next."""
    names = [
        f"{''.join(a).capitalize()} {''.join(b).capitalize()}vov"
        for a, b in itertools.islice(zip(itertools.cycle(pairs()), pairs(3), strict=False), speakers)
    ]
    quotes = [
        Said(name, f"I agree with {other} on {n} things.", naming=((other, "PERSON", other),))
        for n, (name, other) in enumerate(zip(names, names[1:] + names[:1], strict=True))
    ]
    days = (f"2031-05-{day:02}" for day in itertools.cycle(range(1, 29)))
    return nn.Corpus(
        [make_article(f"outlet {n % 20} / {n}", quote, date=day) for n, (quote, day) in enumerate(zip(quotes, days))],  # noqa: B905
        outlets=lambda article: article.id.split(" / ")[0],
    )


def pairs(length: int = 2) -> list[tuple[str, ...]]:
    return list(itertools.product(SYLLABLES, repeat=length))


@pytest.fixture(scope="module", params=[1, 3, 300], ids=["one", "three", "300"])
def crowd(request: pytest.FixtureRequest) -> nn.Corpus:
    return many(request.param)


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    from matplotlib import pyplot

    yield
    pyplot.close("all")


def draw_variants(corpus: nn.Corpus, **options: object) -> Axes:
    return nn.view.plot_variants(corpus, corpus.speakers()[0].name, **options)


DRAW = [
    pytest.param(nn.view.plot_timeline, id="timeline"),
    pytest.param(nn.view.plot_speakers, id="speakers"),
    pytest.param(nn.view.plot_mentions, id="mentions"),
    pytest.param(draw_variants, id="variants"),
]


def texts(ax: Axes) -> list:
    """All words in the picture that are not empty, after it was drawn."""
    ax.figure.canvas.draw()
    (low, high), (left, right) = sorted(ax.get_ylim()), sorted(ax.get_xlim())
    columns = [t for t in ax.get_xticklabels() if ax.axison and left <= t.get_position()[0] <= right]
    rows = [t for t in ax.get_yticklabels() if ax.axison and low <= t.get_position()[1] <= high]
    legend = ax.get_legend()
    found = [*ax.texts, *columns, *rows, ax.title, *(legend.get_texts() if legend is not None else ())]
    return [t for t in found if t.get_text()]


def overlapping(ax: Axes) -> list[tuple[str, str]]:
    boxes = [(t.get_text(), t.get_window_extent().padded(-0.5)) for t in texts(ax)]
    return [(a, b) for (a, box), (b, other) in itertools.combinations(boxes, 2) if box.overlaps(other)]


@pytest.mark.parametrize("draw", DRAW)
def test_no_words_overlap(crowd: nn.Corpus, draw: Callable[..., Axes]) -> None:
    """With one, three and 300 speakers all words can be read."""
    assert overlapping(draw(crowd)) == []


@pytest.mark.parametrize("draw", DRAW)
def test_all_words_are_inside_the_picture(crowd: nn.Corpus, draw: Callable[..., Axes]) -> None:
    """No word is cut off at the edge."""
    ax = draw(crowd)
    edge = ax.figure.bbox.padded(1)
    cut = [
        t.get_text() for t in texts(ax) if not all(edge.contains(*corner) for corner in t.get_window_extent().corners())
    ]
    assert cut == []


@pytest.mark.parametrize("draw", DRAW)
def test_draws_into_the_axes_given(draw: Callable[..., Axes]) -> None:
    """A picture can be part of another one."""
    from matplotlib import pyplot

    _, axes = pyplot.subplots(1, 2)
    assert draw(many(3), ax=axes[1]) is axes[1]
    assert not axes[0].has_data()


@pytest.mark.parametrize("draw", DRAW[:3])
def test_says_what_is_left_out(draw: Callable[..., Axes]) -> None:
    """The title tells of speakers beyond the limit."""
    assert "5 more" in draw(many(8), limit=3).get_title()


@pytest.mark.parametrize("draw", DRAW[:3])
def test_an_empty_corpus_says_so(draw: Callable[..., Axes]) -> None:
    """A picture without anything in it tells why."""
    ax = draw(nn.Corpus())
    assert any(word in ax.texts[0].get_text() for word in ("no ", "nobody"))


@pytest.mark.parametrize("draw", DRAW)
@pytest.mark.parametrize("limit", [0, -1, "all"])
def test_refuses_limits(draw: Callable[..., Axes], limit: object) -> None:
    """A limit is a number from 1 up."""
    with pytest.raises(InputError):
        draw(many(3), limit=limit)


def test_timeline_has_a_dot_a_day(corpus: nn.Corpus) -> None:
    """Rows are speakers, the most quoted on top; the dots stand at their days."""
    from matplotlib.dates import num2date

    ax = nn.view.plot_timeline(corpus)
    rows = [label.get_text() for label in ax.get_yticklabels()]
    points = {
        (rows[int(y)], num2date(x).date().isoformat()) for dots in ax.collections for x, y in dots.get_offsets().data
    }
    assert ("Oleksii Hrynko", "2031-05-12") in points
    assert rows[0] == "Oleksii Hrynko"


def test_bars_are_divided_by_outlet(corpus: nn.Corpus) -> None:
    """The bars of a speaker add up to the number of quotes; each outlet has its own."""
    ax = nn.view.plot_speakers(corpus)
    widths = {bars.get_label(): bars.patches[0].get_width() for bars in ax.containers}
    assert widths == {"Agency": 1, "Tabloid": 1, "<i>d</i>": 0}


def test_arrows_lead_from_speaker_to_mentioned(corpus: nn.Corpus) -> None:
    """An arrow a pair, from who speaks to who is spoken of."""
    ax = nn.view.plot_mentions(corpus)
    arrows = [text for text in ax.texts if text.get_text() == "" and getattr(text, "arrow_patch", None) is not None]
    names = [text.get_text() for text in ax.texts if text.get_text()]
    assert len(arrows) == 1
    assert set(names) == {"Ayşe Yıldıran", "Oleksii Hrynko"}


def test_variants_are_counted_by_outlet(corpus: nn.Corpus) -> None:
    """A cell says how often an outlet spells a name so."""
    ax = nn.view.plot_variants(corpus, "Grinko")
    rows = [label.get_text() for label in ax.get_yticklabels()]
    columns = [label.get_text() for label in ax.get_xticklabels()]
    cells = {(rows[int(t.get_position()[1])], columns[int(t.get_position()[0])]): t.get_text() for t in ax.texts}
    assert cells == {("Agency", "Oleksii Hrynko"): "1", ("Agency", "Hrynko"): "1", ("Tabloid", "Oleksiy Grynko"): "1"}


def test_variants_of_an_unknown_name(corpus: nn.Corpus) -> None:
    """A name that no article has is a mistake."""
    with pytest.raises(UnknownNameError):
        nn.view.plot_variants(corpus, "Nobody Known")


def test_dollar_signs_are_no_formulas() -> None:
    """A name from a text is shown as it is."""
    corpus = nn.Corpus([make_article("a", Said("Petro $Vovk$ \\frac", "It ticks."))])
    ax = nn.view.plot_speakers(corpus)
    ax.figure.canvas.draw()
    assert "Petro" in ax.get_yticklabels()[0].get_text()
