"""HTML left in a text: what is blanked, what becomes a character, and that no offset shifts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiations_nlp as nn
from negotiations_nlp.text.markup import without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("<p>Yes.</p>", " \n\nYes.  \n\n", id="tags-of-a-block"),
        pytest.param("Yes <3 and </3.", "Yes <3 and </3.", id="no-tags"),
        pytest.param("an <em>old</em> boat", "an     old      boat", id="tags-in-a-line"),
        pytest.param("<We sail at noon,> he said.", "<We sail at noon,> he said.", id="words-in-angle-brackets"),
        pytest.param(
            "<We sail at noon,> he <b>said</b>.", "<We sail at noon,> he    said    .", id="words-beside-a-tag"
        ),
        pytest.param('<p class="lead">Yes</p>', " " * 14 + "\n\nYes  \n\n", id="attributes"),
        pytest.param("<br/>Yes</p>", "    \nYes  \n\n", id="line-break"),
        pytest.param("a <b c", "a <b c", id="unclosed-tag"),
        pytest.param("<p>Yes", "<p>Yes", id="nothing-closes"),
        pytest.param("&ldquo;Yes,&rdquo; he", "      “Yes,”       he", id="curly-marks"),
        pytest.param("&quot;Yes,&quot; he", '     "Yes,"      he', id="straight-marks"),
        pytest.param("don&rsquo;t", "don&rsquo;t", id="apostrophe-in-a-word"),
        pytest.param("A&nbsp;B", "A      B", id="space"),
        pytest.param("so &ndash; he", "so –       he", id="dash"),
        pytest.param("R&D; AT&T; he", "R&D; AT&T; he", id="ampersands-of-names"),
        pytest.param("&unknown; &#8220;Yes&#8221;", "&unknown;       “Yes”      ", id="numbers"),
    ],
)
def test_markup(text: str, plain: str) -> None:
    """Markup gives way to white space or its character, everything else stays where it stood."""
    assert without_markup(text) == plain


@given(st.text(st.sampled_from("<>/pbr& \n\"'=;#8220quotldr”a.\x00\ud800é"), max_size=60))
def test_the_length_stays(text: str) -> None:
    """Whatever stands in a text, as many characters come out."""
    assert len(without_markup(text)) == len(text)


@pytest.mark.model
def test_quotes_in_a_page() -> None:
    """Attributions beside tags are read, and offsets are those of the text as it was given."""
    text = (
        '<p>&ldquo;The <em>fog</em> was thick,&rdquo; captain Nils Aakre said.</p><p>"It was not," said Ada Lind.</p>'
    )
    quotes = nn.extract(text).quotes
    found = [(text[s.start : s.end], q.speaker.name if q.speaker else None) for q in quotes for s in q.content]
    assert found == [("The <em>fog</em> was thick,", "Nils Aakre"), ("It was not,", "Ada Lind")]
