"""Text with marks as HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from negotiations_nlp.view.markup import Insert, Mark, mark_up, safe


class Reader(HTMLParser):
    """Reads HTML back: its text, and how deep each start and end tag leaves it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.depth = 0
        self.lowest = 0

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        self.lowest = min(self.lowest, self.depth)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    return reader


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], "one two", id="none"),
        pytest.param([Mark(0, 3, "a")], '<span class="a">one</span> two', id="one"),
        pytest.param(
            [Mark(4, 7, "b"), Mark(0, 7, "a")],
            '<span class="a">one <span class="b">two</span></span>',
            id="one-in-another",
        ),
        pytest.param(
            [Mark(0, 5, "a"), Mark(4, 7, "b")],
            '<span class="a">one <span class="b">t</span></span><span class="b">wo</span>',
            id="crossing",
        ),
        pytest.param([Mark(2, 2, "a"), Mark(5, 99, "b")], "one two", id="empty-and-outside"),
    ],
)
def test_marks_are_nested(marks: list[Mark], expected: str) -> None:
    """Marks become elements, cut where they cross."""
    assert mark_up("one two", marks) == expected


def test_anchor_stands_on_the_first_piece_alone() -> None:
    """A mark that is cut has its id once."""
    html = mark_up("one two", [Mark(0, 5, "a"), Mark(4, 7, "b", anchor="here")])
    assert html.count('id="here"') == 1


def test_insert_stands_behind_a_mark_that_ends_there() -> None:
    """What is put in at the end of a mark is not inside the mark."""
    html = mark_up("one two", [Mark(0, 3, "a")], [Insert(3, Markup("<b>!</b>"))])
    assert html == '<span class="a">one</span><b>!</b> two'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;", id="markup"),
        pytest.param("a\x00b\x1bc\x7f", "a\u2400b\u241bc\u2421", id="controls-become-visible"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab-and-line-break-stay"),
        pytest.param("a\ud800b", "a\ufffdb", id="surrogate"),
    ],
)
def test_safe(text: str, expected: str) -> None:
    """Nothing in a text is markup."""
    assert safe(text) == expected


MARKS = st.builds(
    Mark,
    start=st.integers(0, 40),
    end=st.integers(0, 40),
    classes=st.text(max_size=5),
    title=st.text(max_size=5),
    anchor=st.text(max_size=5),
)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40), st.lists(MARKS, max_size=8))
def test_any_text_with_any_marks_reads_as_the_text(text: str, marks: list[Mark]) -> None:
    """Whatever is marked, the HTML is well nested, has no element but spans, and its text is the text."""
    reader = read(mark_up(text, marks))
    assert reader.text == text
    assert set(reader.tags) <= {"span"}
    assert (reader.depth, reader.lowest) == (0, 0)
