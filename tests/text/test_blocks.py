"""A page split into blocks, and what each block is taken for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from negotiations_nlp.text.blocks import Block, find_blocks

PROSE = "The mayor opened the bridge on Friday and went home."


def kinds(text: str) -> list[str]:
    """The kind of each block."""
    return [block.kind for block in find_blocks(text)]


def contents(text: str) -> list[str]:
    """The text of each block."""
    return [text[block.start : block.end] for block in find_blocks(text)]


def kind_between_prose(line: str) -> str:
    """What a line by itself is taken for, between two paragraphs."""
    found = kinds(f"{PROSE}\n\n{line}\n\nHer deputy stayed until the lamps were lit.")
    assert len(found) == 3
    return found[1]


def test_a_block_leaves_out_the_space_around_it() -> None:
    """Offsets are those of the trimmed block."""
    assert find_blocks("\n  One fine day it rained.\t\n\n") == [Block(3, 26, "paragraph", None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Storm closes coastal road for a third day running", "headline", id="headline"),
        pytest.param("The storm closed the coastal road for a third day.", "paragraph", id="sentence"),
        pytest.param("By Shona Crook", "byline", id="byline"),
        pytest.param("By Shona Crook and Ali Bey, Consumer Editor", "byline", id="byline-with-role"),
        pytest.param("By Friday, the road was open again.", "paragraph", id="by-friday"),
        pytest.param("By the time the road opened everyone had left", "headline", id="by-the-time"),
        pytest.param("SOURCE: Harbour Press", "byline", id="source"),
        pytest.param("Sources close to the mayor kept silent.", "paragraph", id="sources-in-a-sentence"),
        pytest.param("The mayor cuts the ribbon. (Ann Poe/AFP via Getty Images)", "caption", id="credit-in-brackets"),
        pytest.param("The mayor cuts the ribbon (in the rain).", "paragraph", id="brackets-that-credit-nobody"),
        pytest.param('The mayor called it a "lovely bridge" last May. / Reuters', "caption", id="credit-after-slash"),
        pytest.param("The mayor spoke to Reuters.", "paragraph", id="agency-in-a-sentence"),
        pytest.param("Photo: press service of the harbour", "caption", id="photo-label"),
        pytest.param("Photographers waited at the harbour.", "paragraph", id="photographers"),
        pytest.param("Read more", "boilerplate", id="read-more"),
        pytest.param("READ MORE »", "boilerplate", id="read-more-in-capitals"),
        pytest.param("Read more books than you buy, she told them.", "paragraph", id="read-more-books"),
        pytest.param("2 min read", "boilerplate", id="reading-time"),
        pytest.param("• 8134 views", "boilerplate", id="views"),
        pytest.param("1.2K shares", "boilerplate", id="shares"),
        pytest.param("Some 8134 views of the harbour were sold.", "paragraph", id="views-in-a-sentence"),
        pytest.param("$41.750.12", "boilerplate", id="numbers-alone"),
        pytest.param("Home | News | Sport", "boilerplate", id="navigation"),
        pytest.param("© 2010–2024 Harbour News. All rights reserved.", "boilerplate", id="copyright"),
        pytest.param("What are the harbour's plans?", "section", id="question"),
        pytest.param("Addition", "section", id="one-word"),
        pytest.param('"What are the plans?" she asked, and left.', "paragraph", id="question-in-speech"),
        pytest.param("22 July 2025, 16:10", "dateline", id="date-and-time"),
        pytest.param("Published: July 21, 2025 | Updated 22 July", "dateline", id="published"),
        pytest.param("21.07.2025", "dateline", id="numeric-date"),
        pytest.param("16:41", "dateline", id="clock"),
        pytest.param("On 22 July 2025 the road opened.", "paragraph", id="date-in-a-sentence"),
        pytest.param("#bridge #harbour", "list", id="hash-tags"),
        pytest.param("<p>The road is open again.</p>", "paragraph", id="marked-up-sentence"),
        pytest.param("<div class='x'></div>", "boilerplate", id="empty-markup"),
    ],
)
def test_a_line_by_itself(line: str, expected: str) -> None:
    """Kinds that show in the line, each beside a sentence with the same words."""
    assert kind_between_prose(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We need more time and more boats\n\n- Ann Poe stated.", ["quote", "attribution"], id="dash-with-a-verb"
        ),
        pytest.param(
            "I prefer blame for a bad bridge to praise for none.\n\n— Ann Poe, mayor of Hill",
            ["quote", "attribution"],
            id="dash-with-a-role",
        ),
        pytest.param('"We lost here."\n- Ann Poe', ["quote", "attribution"], id="dash-after-marks"),
        pytest.param(f"{PROSE}\n\n- Ann Poe", ["paragraph", "paragraph"], id="signature-under-prose"),
        pytest.param("- Eggs, fresh\n- Milk, cold\n- Salt", ["list", "list", "list"], id="dash-list"),
        pytest.param(f'{PROSE}\n\n"We lost," - said Ann Poe.', ["paragraph", "paragraph"], id="dash-inside-a-line"),
        pytest.param(
            f"{PROSE}\n\n- We lost, - said Ann Poe.", ["paragraph", "paragraph"], id="line-with-its-own-attribution"
        ),
        pytest.param(
            f'"{PROSE}" - said Ann Poe.\n\n- Bo Ree stated.', ["paragraph", "paragraph"], id="quotation-that-has-one"
        ),
    ],
)
def test_a_dash_line_attributes_what_stands_before_it(text: str, expected: list[str]) -> None:
    """The block before it is the quotation; lists and signatures attribute nothing."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Q: How long?\nA: Three weeks.", ["transcript", "transcript"], id="q-and-a"),
        pytest.param("Q. How long?\n\nA. Three weeks.", ["transcript", "transcript"], id="q-and-a-with-stops"),
        pytest.param(
            "Poe: How long?\nRee: Three weeks.\nPoe: And then?",
            ["transcript", "transcript", "transcript"],
            id="labels-that-come-back",
        ),
        pytest.param(
            "Poe: road to stay closed all week\nRee: bridge to open on time today",
            ["headline", "headline"],
            id="headlines-with-speakers",
        ),
        pytest.param(f"{PROSE}\n\nPoe: the road stays closed.", ["paragraph", "paragraph"], id="one-label"),
        pytest.param(
            "THE COURT: Are we ready?\nMR POE: We are not.\nMS REE: We never were.",
            ["transcript", "transcript", "transcript"],
            id="labels-in-capitals",
        ),
        pytest.param("VENUE: Poe Hall\nPRICE: ten pounds a head", ["headline", "section"], id="facts-under-capitals"),
    ],
)
def test_turns_of_a_transcript_have_labels_that_come_back(text: str, expected: list[str]) -> None:
    """A name and a colon alone are no transcript."""
    assert kinds(text) == expected


def test_short_lines_in_a_row_are_a_list() -> None:
    """Tags under an article, one a line."""
    assert kinds(f"{PROSE}\n\nPolitics\nAnn Poe\nHill") == ["paragraph", "list", "list", "list"]


def test_two_short_lines_are_no_list() -> None:
    """A name and a role are not enough."""
    assert kinds(f"{PROSE}\n\nAnn Poe\nNews Editor") == ["paragraph", "section", "section"]


def test_the_same_sentence_twice_running_is_a_caption() -> None:
    """A picture's description and its caption; the copy points to the first."""
    blocks = find_blocks(f"{PROSE}\n{PROSE}\nHer deputy stayed.")
    assert [(b.kind, b.repeats) for b in blocks] == [("caption", None), ("caption", 0), ("paragraph", None)]


def test_a_copy_further_on_stays_a_paragraph() -> None:
    """Repeated words are marked, whatever stands between and however they are spaced."""
    blocks = find_blocks(f"{PROSE}\nHer deputy stayed.\n{PROSE.replace(' ', '  ')}")
    assert [(b.kind, b.repeats) for b in blocks] == [("paragraph", None), ("paragraph", None), ("paragraph", 0)]


def test_a_first_question_is_the_headline() -> None:
    """At the top of a page a question is its title, further down it heads a section."""
    page = f"Who will pay for it?\n\n{PROSE}\n\nWho will pay for it?\n\n{PROSE} Twice."
    assert kinds(page) == ["headline", "paragraph", "section", "paragraph"]


def test_a_scraped_date_before_the_text_is_a_block_of_its_own() -> None:
    """The headline after it on the same line starts a block."""
    assert contents(f" date 2025-07-21 {PROSE}") == ["date 2025-07-21", PROSE]


def test_a_date_without_the_label_stays_in_its_sentence() -> None:
    """Only what scraping writes is cut off."""
    text = "2025-07-21 was the day on which the bridge opened."
    assert contents(text) == [text]


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    "\n",
                    "\r\n",
                    "\u2028",
                    "\x0c",
                    " ",
                    "\xa0",
                    "word",
                    "Poe:",
                    "- ",
                    "By ",
                    "?",
                    ".",
                    "Q: ",
                    "12",
                    "\t",
                    "<b>",
                ]
            ),
            max_size=60,
        ).map("".join),
    )
)
@settings(max_examples=300, deadline=None)
@example("\ud800")
@example("<>\n<b>")
def test_blocks_hold_everything_but_white_space(text: str) -> None:
    """Blocks are in order, disjoint, trimmed; between them stands nothing; copies point backwards."""
    blocks = find_blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(block.start < block.end <= len(text) for block in blocks)
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() for b in blocks)
    between = [
        text[a:b] for a, b in zip([0, *(b.end for b in blocks)], [*(b.start for b in blocks), len(text)], strict=True)
    ]
    invisible = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
    assert not "".join(between).translate(dict.fromkeys(map(ord, invisible))).strip()
    assert all(b.repeats is None or b.repeats < i for i, b in enumerate(blocks))
