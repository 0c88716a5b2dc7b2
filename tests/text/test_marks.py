"""Quotation marks paired into spans, each style and slip beside what must not be taken for it."""

from __future__ import annotations

import pytest

from negotiations_nlp.text.marks import QuotedSpan, pair_marks


def inner(text: str, breaks: list[int] | None = None) -> list[str]:
    """What stands between the marks, span by span."""
    return [text[s.inner_start : s.inner_end] for s in pair_marks(text, breaks)]


def test_a_span_has_offsets_with_and_without_its_marks() -> None:
    """start and end hold the marks, inner_start and inner_end do not."""
    assert pair_marks('He said "no way" twice.') == [
        QuotedSpan(8, 16, 9, 15, "straight", depth=0, closed=True, opened=True, continues=False)
    ]


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        pytest.param('"We won," she said.', "straight", "We won,", id="straight"),
        pytest.param("“We won,” she said.", "curly", "We won,", id="curly"),
        pytest.param("'We won,' she said.", "single-straight", "We won,", id="single-straight"),
        pytest.param("‘We won,’ she said.", "single-curly", "We won,", id="single-curly"),
        pytest.param("«We won,» she said.", "guillemets", "We won,", id="guillemets"),
        pytest.param("« We won, » she said.", "guillemets", "We won,", id="guillemets-with-inner-spaces"),
        pytest.param("»We won,« she said.", "guillemets", "We won,", id="guillemets-pointing-inwards"),
        pytest.param("»We won,» she said.", "guillemets", "We won,", id="guillemets-one-way"),
        pytest.param("<<We won,>> she said.", "guillemets", "We won,", id="guillemets-as-doubled-angles"),
        pytest.param("‹We won,› she said.", "single-guillemets", "We won,", id="single-guillemets"),
        pytest.param("„We won,“ she said.", "low-9", "We won,", id="low-9-german"),
        pytest.param("„We won,” she said.", "low-9", "We won,", id="low-9-polish"),
        pytest.param('„We won," she said.', "low-9", "We won,", id="low-9-closed-by-straight"),
        pytest.param("‚We won,‘ she said.", "single-low-9", "We won,", id="single-low-9-german"),
        pytest.param("‚We won,’ she said.", "single-low-9", "We won,", id="single-low-9-polish"),
        pytest.param("``We won,'' she said.", "latex", "We won,", id="backticks"),
        pytest.param("''We won,'' she said.", "double-apostrophe", "We won,", id="two-apostrophes"),
        pytest.param("‘‘We won,’’ she said.", "curly", "We won,", id="two-curly-apostrophes"),
        pytest.param(",,We won,'' she said.", "commas", "We won,", id="two-commas"),
        pytest.param("‚‚We won,‘‘ she said.", "low-9", "We won,", id="two-low-single-marks"),
        pytest.param("„We won,„ she said.", "low-9", "We won,", id="low-9-on-both-sides"),
        pytest.param("<we won it again>, she said.", "angle", "we won it again", id="angle-brackets-in-lower-case"),
        pytest.param("'We won,” she said.", "single-straight", "We won,", id="single-mark-closed-by-a-double-one"),
        pytest.param("<We won again today,> she said.", "angle", "We won again today,", id="angle-brackets"),
        pytest.param("「We won,」 she said.", "corner", "We won,", id="corner-brackets"),
        pytest.param("\uff02We won,\uff02 she said.", "straight", "We won,", id="full-width"),
        pytest.param("″We won,″ she said.", "double-prime", "We won,", id="double-primes"),
        pytest.param("\x93We won,\x94 she said.", "curly", "We won,", id="windows-bytes"),
        pytest.param("â€œWe won,â€\x9d she said.", "curly", "We won,", id="utf-8-read-as-windows"),
        pytest.param("&quot;We won,&quot; she said.", "straight", "We won,", id="entity"),
        pytest.param("&#8220;We won,&#x201d; she said.", "curly", "We won,", id="numeric-entities"),
        pytest.param("<p>&ldquo;We won,&rdquo; she said.</p>", "curly", "We won,", id="named-entities-in-markup"),
    ],
)
def test_every_style_of_marks_is_paired(text: str, style: str, expected: str) -> None:
    """One quotation, whole and without its marks."""
    spans = pair_marks(text)
    assert [(s.style, text[s.inner_start : s.inner_end], s.closed, s.opened) for s in spans] == [
        (style, expected, True, True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We won," + '" she said. "Twice."', ["We won,", "Twice."], id="curly-opens-straight-closes"),
        pytest.param('"We won,” she said. “Twice."', ["We won,", "Twice."], id="straight-opens-curly-closes"),
        pytest.param("“We won,’’ she said.", ["We won,"], id="curly-opens-two-apostrophes-close"),
        pytest.param("“We won,“ she said. “Twice.“", ["We won,", "Twice."], id="left-mark-on-both-sides"),
        pytest.param("”We won,” she said. ”Twice.”", ["We won,", "Twice."], id="right-mark-on-both-sides"),
        pytest.param("”We won,“ she said.", ["We won,"], id="the-wrong-way-round"),
        pytest.param('She said," We won twice."', ["We won twice."], id="opening-mark-before-the-space"),
        pytest.param("She said,” We won twice.”", ["We won twice."], id="right-mark-before-the-space"),
        pytest.param('" We won, " she said.', ["We won,"], id="spaces-inside"),
        pytest.param("\u202a”We won,” she said.", ["We won,"], id="after-a-direction-mark"),
        pytest.param("“We won.' She sat down.", ["We won."], id="closed-by-a-single-mark"),
        pytest.param('said"We won"and left', ["We won"], id="no-spaces-outside"),
        pytest.param('*"We won,"* she said.', ["We won,"], id="in-asterisks"),
        pytest.param('("We won," she said.)', ["We won,"], id="after-a-bracket"),
        pytest.param('He paused—"We won"—and left.', ["We won"], id="between-dashes"),
        pytest.param('the so-called anti-"spy" law', ["spy"], id="after-a-hyphen"),
    ],
)
def test_untidy_marks_are_paired(text: str, expected: list[str]) -> None:
    """Mixed styles, marks the wrong way round and misplaced spaces still give the quotation."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"The court heard "three weeks" in May and "two" in June," she said. "It is July."',
            [
                (0, 'The court heard "three weeks" in May and "two" in June,'),
                (1, "three weeks"),
                (1, "two"),
                (0, "It is July."),
            ],
            id="straight-in-straight",
        ),
        pytest.param(
            "\"They cried 'shame' at us,\" he said.", [(0, "They cried 'shame' at us,"), (1, "shame")], id="us"
        ),
        pytest.param("‘They cried “shame” at us,’ he said.", [(0, "They cried “shame” at us,"), (1, "shame")], id="uk"),
        pytest.param(
            "“He said, ‘Leave now,’” she said.", [(0, "He said, ‘Leave now,’"), (1, "Leave now,")], id="both-close"
        ),
        pytest.param(
            "''He said, 'Leave now,''' she said.", [(0, "He said, 'Leave now,'"), (1, "Leave now,")], id="triple"
        ),
        pytest.param(
            "«I asked: “Where is it ‘forbidden’?” Silence,» he said.",
            [
                (0, "I asked: “Where is it ‘forbidden’?” Silence,"),
                (1, "Where is it ‘forbidden’?"),
                (2, "forbidden"),
            ],
            id="three-deep",
        ),
        pytest.param(
            '"He shouted “no" and left," she said.', [(0, 'He shouted “no" and left,'), (1, "no")], id="mixed-inside"
        ),
        pytest.param('"Yes," he said, and "no," she said.', [(0, "Yes,"), (0, "no,")], id="side-by-side-do-not-nest"),
    ],
)
def test_quotations_nest(text: str, expected: list[tuple[int, str]]) -> None:
    """Inner quotations come after the outer one, one level deeper."""
    assert [(s.depth, text[s.inner_start : s.inner_end]) for s in pair_marks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The owners' offer and the players' answer stand.", [], id="possessive-plurals"),
        pytest.param(
            "'The owners' offer is a dare,' he said.", ["The owners' offer is a dare,"], id="possessive-inside"
        ),
        pytest.param("The 'ghost ships' of the bay are back.", ["ghost ships"], id="closer-after-s"),
        pytest.param(
            "'We have 64 dogs' reads a sign. 'They sleep in the van,' she said.",
            ["We have 64 dogs", "They sleep in the van,"],
            id="closer-after-s-before-the-next-quotation",
        ),
        pytest.param("It isn’t Tom’s, it’s O’Brien’s.", [], id="curly-apostrophes"),
        pytest.param("‘It isn’t Tom’s,’ she said.", ["It isn’t Tom’s,"], id="curly-apostrophes-inside"),
        pytest.param("The ’24 deal and the '90s boom, 'em all.", [], id="elisions"),
        pytest.param("‘The ’24 deal is dead,’ she said.", ["The ’24 deal is dead,"], id="elision-inside"),
        pytest.param("'24 people died,' she said.", ["24 people died,"], id="no-elision-when-a-closer-waits"),
        pytest.param("Rock 'n' roll is here.", [], id="rock-n-roll"),
        pytest.param("The 'n' key is stuck; so he typed 'm'.", ["m"], id="letter-n-reads-as-elision"),
        pytest.param("They were goin' home o' nights.", [], id="dropped-letters"),
        pytest.param("‘I was goin’ home,’ he said.", ["I was goin’ home,"], id="dropped-letter-inside"),
        pytest.param("He faces 'severe' tariffs.", ["severe"], id="single-word"),
        pytest.param("‚Warsaw‘ rejoined the talks‚ he said.", ["Warsaw"], id="low-mark-as-comma"),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    """Possessives, contractions and elisions open and close nothing."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('A 27" set and a 32" set were sold.', [], id="inches"),
        pytest.param(
            '"They queued for a 27" set all day," he said.', ['They queued for a 27" set all day,'], id="inches-inside"
        ),
        pytest.param(
            '"It was signed in 2025" is what she wrote.', ["It was signed in 2025"], id="digit-before-a-real-closer"
        ),
        pytest.param("He is 6'2\" tall and 6’2” broad.", [], id="feet-and-inches"),
        pytest.param("The ship lay at 50°27'N, 48° 51' 24\" E.", [], id="coordinates"),
        pytest.param(
            '"We lie at 48° 51\' 24"," the captain said.', ["We lie at 48° 51' 24\","], id="coordinates-inside"
        ),
        pytest.param('A 27"x32" panel, 24" wide.', [], id="dimensions"),
        pytest.param("<a href=\"page.html\" class='lead'>Home</a>", [], id="attributes"),
        pytest.param('<a href="page.html">"Home" he wrote</a>', ["Home"], id="text-of-a-tag"),
        pytest.param('print("hello") and var x="no"', [], id="code"),
        pytest.param('{"name": "value", "other": "text"}', [], id="data"),
        pytest.param("Use ``code`` or ```fences``` here.", [], id="backtick-code"),
        pytest.param("Here a < b and c > d, <br> <b>so</b>.", [], id="formula-and-tags"),
        pytest.param("Mail <press@example.org> or <https://example.org/a b>.", [], id="addresses"),
        pytest.param("<input disabled checked required hidden> text", [], id="tag-of-words"),
        pytest.param("<div hidden data-id=5> text", [], id="tag-with-words"),
        pytest.param("Home » News » Politics", [], id="breadcrumbs"),
        pytest.param("« Previous | Next »", [], id="navigation"),
        pytest.param("The 1990's were ''", [], id="lone-marks"),
        pytest.param('He said "" and "  ".', [], id="nothing-between"),
    ],
)
def test_measures_markup_and_code_are_no_quotations(text: str, expected: list[str]) -> None:
    """The same characters with another meaning, beside real quotations that hold them."""
    assert inner(text) == expected


def flags(text: str) -> list[tuple[str, bool, bool, bool]]:
    """(content, opened, closed, continues) of each span."""
    return [(text[s.inner_start : s.inner_end], s.opened, s.closed, s.continues) for s in pair_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We won, said Ann.\n\nShe left.", [("We won, said Ann.", True, False, False)], id="to-the-paragraphs-end"
        ),
        pytest.param(
            '"We won, said Ann. "Twice."',
            [("We won, said Ann.", True, False, False), ("Twice.", True, True, False)],
            id="to-the-next-opening-mark",
        ),
        pytest.param(
            'We always win here," said Ann. "Twice."',
            [("We always win here,", False, True, False), ("Twice.", True, True, False)],
            id="closed-only",
        ),
        pytest.param("“We won,” said Ann.” Then she left.", [("We won,", True, True, False)], id="stray-closer"),
        pytest.param('"“We won,” said Ann.', [("We won,", True, True, False)], id="stray-opener"),
        pytest.param("'We won, said Ann.", [], id="a-lone-straight-single-mark-is-nothing"),
        pytest.param("‘We won, said Ann.", [("We won, said Ann.", True, False, False)], id="a-lone-curly-one-opens"),
    ],
)
def test_marks_without_a_partner(text: str, expected: list[tuple[str, bool, bool, bool]]) -> None:
    """An unclosed quotation ends with its paragraph, an unopened one begins with it; slips are dropped."""
    assert flags(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We met in May.\n\n“Then in June.\n\n“Then never.”",
            [
                ("We met in May.", True, False, False),
                ("Then in June.", True, False, True),
                ("Then never.", True, True, True),
            ],
            id="reopened-at-each-paragraph",
        ),
        pytest.param(
            "“We met in May.”\n\n“Then in June.”",
            [("We met in May.", True, True, False), ("Then in June.", True, True, False)],
            id="closed-paragraphs-are-separate",
        ),
        pytest.param(
            "'We met in May.\n'Then in June.'",
            [("We met in May.", True, False, False), ("Then in June.", True, True, True)],
            id="straight-single-marks",
        ),
        pytest.param(
            "‘We met,’ she said. ‘It was May.\n\n‘Then in June.’",
            [
                ("We met,", True, True, False),
                ("It was May.", True, False, False),
                ("Then in June.", True, True, True),
            ],
            id="single-marks-behind-a-full-stop",
        ),
        pytest.param(
            "‘We met,’ she said. ‘Twas in May.\n\nThen they left.",
            [("We met,", True, True, False)],
            id="an-apostrophe-behind-a-full-stop",
        ),
        pytest.param(
            "“We met in May.\n\nFleet sails at dawn, harbour says\n\n“Then in June.”",
            [("We met in May.", True, False, False), ("Then in June.", True, True, True)],
            id="link-line-between",
        ),
        pytest.param(
            "“We met in May.\n\n" + "The fleet sailed at dawn and nobody saw it leave. " * 6 + "\n\n“Then in June.”",
            [("We met in May.", True, False, False), ("Then in June.", True, True, False)],
            id="a-long-paragraph-between-ends-it",
        ),
        pytest.param(
            "“We met in May.\n\nAnn said: “Then in June.”",
            [("We met in May.", True, False, False), ("Then in June.", True, True, False)],
            id="a-mark-in-mid-paragraph-continues-nothing",
        ),
        pytest.param(
            "“We met in May.\n\nThen in June.”\n\nShe left.",
            [("We met in May.", True, False, False), ("Then in June.", False, True, True)],
            id="not-reopened",
        ),
        pytest.param(
            "“We met in May.\n\n‘Then’ was June.",
            [("We met in May.", True, False, False), ("Then", True, True, False)],
            id="other-marks-continue-nothing",
        ),
    ],
)
def test_a_quotation_runs_over_paragraphs(text: str, expected: list[tuple[str, bool, bool, bool]]) -> None:
    """Each paragraph is a span; those that carry the quotation on say so."""
    assert flags(text) == expected


def test_paragraph_breaks_can_be_given() -> None:
    """With breaks of one's own, the text's line breaks do not matter."""
    text = "“We met\n\nin May,” she said. “Then"
    assert inner(text, [0]) == ["We met\n\nin May,", "Then"]
    assert inner(text) == ["We met", "in May,", "Then"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\u2028", id="blank"),
        pytest.param("No marks at all.", id="none"),
        pytest.param("\ud800 \x00 'n", id="surrogate-and-nul"),
    ],
)
def test_a_text_without_quotations_has_no_spans(text: str) -> None:
    """Nothing to pair gives an empty list."""
    assert pair_marks(text) == []
