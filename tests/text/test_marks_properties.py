"""What holds for the spans of any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from negotiations_nlp.text.marks import pair_marks

MARKS = "\"'“”‘’„‚«»‹›`″′<>「」\x93\x94,"
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=MARKS + " abS.\n1s|=\u200b\u2028{(-", max_size=120),
    st.lists(
        st.sampled_from(
            ['"', "'", "’", "“", "”", "''", "``", ",,", "«", "»", " ", "\n\n", "said Ann", ", ", ". ", "s", "&quot;"]
        ),
        max_size=60,
    ).map("".join),
)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("'''")
@example("\x93‘“0")
@example('\ud800"\udfff')
def test_spans_are_ordered_and_lie_inside_the_text(text: str) -> None:
    """Offsets are in order, in range, and only missing marks make outer and inner offsets equal."""
    spans = pair_marks(text)
    assert all(0 <= s.start <= s.inner_start < s.inner_end <= s.end <= len(text) for s in spans)
    assert all((s.start < s.inner_start) == s.opened and (s.inner_end < s.end) == s.closed for s in spans)
    assert [(s.start, -s.end) for s in spans] == sorted((s.start, -s.end) for s in spans)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example('“a "b” c"')
@example('"“"0')
@example("「'0‹'")
@example('"a “b "c” d')
@example("'a \"b' c\"")
def test_spans_never_cross_and_know_their_depth(text: str) -> None:
    """Of two spans one holds the other or they are disjoint; depth counts the spans around."""
    spans = pair_marks(text)
    before = [(span, spans[:i]) for i, span in enumerate(spans)]
    assert [s.depth for s in spans] == [sum(o.end >= s.end for o in others) for s, others in before]
    assert all(o.end <= s.start or o.end >= s.end for s, others in before for o in others)


@given(TEXTS, st.lists(st.integers(-3, 250), max_size=5))
@settings(max_examples=200, deadline=None)
@example(":&quot;", [2])
def test_any_breaks_are_taken(text: str, breaks: list[int]) -> None:
    """Breaks out of range, unordered or repeated do no harm, and no span runs over a break."""
    inside = sorted({b for b in breaks if 0 < b < len(text)})
    assert not [s for s in pair_marks(text, breaks) for b in inside if s.start < b < s.end]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_pairing_twice_gives_the_same(text: str) -> None:
    """Nothing is kept between calls."""
    assert pair_marks(text) == pair_marks(text)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "'",
        "“",
        ' "a',
        'a" ',
        " 'a",
        "s' ",
        '\n"a',
        "`",
        "<a ",
        "«",
        ",, ,,a ",
        '1" ',
        " ''a",
        'f("a',
        "&quot;",
        "\"' ",
    ],
)
def test_time_grows_with_the_text_and_not_faster(unit: str) -> None:
    """Eight times the text takes about eight times as long, for every mark repeated without end."""

    def seconds(times: int) -> float:
        text = unit * times
        best = 1e9
        for _ in range(3):
            begin = time.perf_counter()
            pair_marks(text, [0])
            best = min(best, time.perf_counter() - begin)
        return best

    assert seconds(32_000) < 8 * 4 * seconds(4_000) + 0.05
