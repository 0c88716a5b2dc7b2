"""HTML left in a text: what a reader sees of it, and that offsets are those of the text as it was given."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiations_nlp as nn
from negotiations_nlp.text.markup import without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("<p>Yes.</p>", "\n\nYes.\n\n", id="tags-of-a-block"),
        pytest.param("Yes <3 and </3.", "Yes <3 and </3.", id="no-tags"),
        pytest.param("an <em>old</em> boat", "an old boat", id="tags-in-a-line"),
        pytest.param("<b>T</b>he <span>b</span>oat", "The boat", id="tags-in-a-word"),
        pytest.param("<a>News</a><a>Sport</a>", "News Sport", id="tags-between-words"),
        pytest.param("<We sail at noon,> he said.", "<We sail at noon,> he said.", id="words-in-angle-brackets"),
        pytest.param("<We sail at noon,> he <b>said</b>.", "<We sail at noon,> he said.", id="words-beside-a-tag"),
        pytest.param("a <b and c> d</b>", "a <b and c> d", id="comparison"),
        pytest.param('<p class="lead" hidden>Yes</p>', "\n\nYes\n\n", id="attributes"),
        pytest.param('<a href="/?a=1&amp;b=2" title="x > y">Yes</a>', "Yes", id="attribute-with-marks"),
        pytest.param("<p>a\r\n  b\nc\n\nd</p>e\nf", "\n\na b c\n\nd\n\ne\nf", id="lines-of-a-source"),
        pytest.param("a\n<b>b</b>\nc", "a\nb\nc", id="lines-of-a-text"),
        pytest.param("<br/>Yes</p>", "\nYes\n\n", id="line-break"),
        pytest.param("a <b c", "a <b c", id="unclosed-tag"),
        pytest.param("<p>Yes", "<p>Yes", id="nothing-closes"),
        pytest.param("<script async>if (a<b) {'</p>'}</SCRIPT >Yes", "Yes", id="script"),
        pytest.param("<script>Yes</b>", "Yes", id="script-without-end"),
        pytest.param("<style>p {}</style><p>Yes</p><style>q {}</style>", "\n\nYes\n\n", id="styles"),
        pytest.param("<!DOCTYPE html><b>Yes</b><!-- <p>no</p> -->.", "Yes.", id="comment"),
        pytest.param("<b>Yes</b><!-- no", "Yes no", id="comment-without-end"),
        pytest.param("&ldquo;Yes,&rdquo; he", "“Yes,” he", id="curly-marks"),
        pytest.param("&quot;Yes,&quot; he", '"Yes," he', id="straight-marks"),
        pytest.param("don&rsquo;t, don&#39;t", "don’t, don't", id="apostrophe-in-a-word"),
        pytest.param("A&nbsp;B", "A B", id="space"),
        pytest.param("AT&amp;T, R&amp;D", "AT&T, R&D", id="ampersand-in-a-name"),
        pytest.param("&amp;quot;Yes&amp;quot;", '"Yes"', id="escaped-twice"),
        pytest.param("R&D; AT&T; he & she", "R&D; AT&T; he & she", id="ampersands-of-names"),
        pytest.param("&unknown; &#8220;Yes&#x201D;", "&unknown; “Yes”", id="numbers"),
    ],
)
def test_markup(text: str, plain: str) -> None:
    """Markup gives way to what a reader sees of it, everything else stays."""
    assert without_markup(text)[0] == plain


PIECES = [
    "<",
    ">",
    "</p>",
    "<p>",
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&",
    ";",
    "&amp;",
    "&#82",
    "20;",
]


@given(st.lists(st.sampled_from([*PIECES, '="', "a", "é", " ", "\n", "\x00", "\ud800"]), max_size=30).map("".join))
def test_characters_come_from_where_they_stand(text: str) -> None:
    """Every character that was no markup is found at its own place, and places only go up."""
    plain, offsets = without_markup(text + "</b>&amp;")
    assert offsets is not None
    places = [offsets.source_range(i, i + 1) for i in range(len(plain))]
    alone = [(char, place) for char, place in zip(plain, places, strict=True) if len(range(*place)) == 1]
    assert [(text + "</b>&amp;")[s:e].strip() for _, (s, e) in alone] == [char.strip() for char, _ in alone]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "part",
    ["<", "<a ", "<!--", "<script>", '<a x="', "<a x=y ", "&", "&amp;", "</b><b>"],
    ids=str,
)
def test_linear_time(part: str) -> None:
    """A hundred thousand beginnings of markup are gone through once."""
    text = part * 100_000 + "</b>"
    assert len(without_markup(text)[0]) <= len(text)


@pytest.mark.model
def test_quotes_in_a_page() -> None:
    """Attributions beside tags are read, and offsets are those of the text as it was given."""
    text = (
        '<p>&ldquo;The <em>fog</em> was thick,&rdquo; captain Nils Aakre said.</p><p>"It was not," said Ada Lind.</p>'
    )
    quotes = nn.extract(text).quotes
    found = [(text[s.start : s.end], q.speaker.name if q.speaker else None) for q in quotes for s in q.content]
    assert found == [("The <em>fog</em> was thick,", "Nils Aakre"), ("It was not,", "Ada Lind")]


@pytest.mark.model
def test_names_in_a_page() -> None:
    """Tags and references within a name are no part of the entity's name, and stay in its mentions."""
    text = "<p>Nils <b>Aakre</b>, Marks &amp; Spencer&rsquo;s manager, left Oslo&nbsp;on Monday.</p>"
    entities = nn.extract(text).entities
    assert [(entity.name, entity.mentions[0].text) for entity in entities] == [
        ("Nils Aakre", "Nils <b>Aakre"),
        ("Marks & Spencer", "Marks &amp; Spencer"),
        ("Oslo", "Oslo"),
    ]


@pytest.mark.model
def test_date_of_a_page() -> None:
    """The date that a page of HTML shows is read."""
    page = "<h1>Rain</h1><div><time>22 July 2025, 16:10</time></div><p>It will rain, said Ada Lind on Monday.</p>"
    assert nn.extract(page).date == dt.date(2025, 7, 22)
