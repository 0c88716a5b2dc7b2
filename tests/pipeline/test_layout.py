"""Speech that layout alone reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.layout import layout_reports

from .builders import blocks_of, phrase, tokens_of

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens


def found_in(tokens: Tokens, kinds: list[str]) -> list[tuple[str, str | None, str, str]]:
    """(content, source, kind, rule) of each report, the blocks being of these kinds."""
    reports, _ = layout_reports(tokens, default_lexicon(), blocks_of(tokens), kinds)
    return [
        (" … ".join(tokens.text[a:b] for a, b in r.content), phrase(tokens, r.source), r.kind, r.rule) for r in reports
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        pytest.param(
            "KOVAR: The harbour is lost.\nBRANDT: Who says so?",
            ["transcript", "transcript"],
            [
                ("The harbour is lost.", "KOVAR", "direct", "transcript"),
                ("Who says so?", "BRANDT", "direct", "transcript"),
            ],
            id="transcript",
        ),
        pytest.param("KOVAR: The harbour is lost.\nBRANDT: Who says so?", ["paragraph"] * 2, [], id="paragraphs"),
        pytest.param(
            "Q: Is the harbour lost?\nA: It is lost for good.",
            ["transcript", "transcript"],
            [
                ("Is the harbour lost?", "Q", "direct", "transcript"),
                ("It is lost for good.", "A", "direct", "transcript"),
            ],
            id="question-and-answer",
        ),
        pytest.param("KOVAR:\nThe harbour is lost.", ["transcript", "paragraph"], [], id="label-without-words"),
        pytest.param(
            "Mary Kovar: The harbour is lost",
            ["headline"],
            [("The harbour is lost", "Mary Kovar", "indirect", "colon-headline")],
            id="colon-headline",
        ),
        pytest.param("Harbour talks: what to know this week", ["headline"], [], id="colon-without-a-speaker"),
        pytest.param("Mary Kovar: The harbour is lost", ["paragraph"], [], id="colon-in-prose"),
        pytest.param(
            "Harbour is lost for good – Mary Kovar",
            ["headline"],
            [("Harbour is lost for good", "Mary Kovar", "indirect", "dash-headline")],
            id="dash-headline",
        ),
        pytest.param("Harbour is lost for good – and nobody cares", ["headline"], [], id="dash-without-a-speaker"),
        pytest.param("Larkin-Riverton line is lost for good", ["headline"], [], id="hyphen"),
        pytest.param(
            "We lost the harbour and will not rebuild it.\n- Mary Kovar stated.",
            ["quote", "attribution"],
            [("We lost the harbour and will not rebuild it.", "Mary Kovar", "direct", "block-quote")],
            id="block-quote",
        ),
        pytest.param(
            "We lost the harbour and will not rebuild it.\n- Mary Kovar stated.",
            ["paragraph"] * 2,
            [],
            id="two-paragraphs",
        ),
        pytest.param("Mary Kovar: “The harbour is lost”", ["headline"], [], id="marks-are-not-layout's"),
        pytest.param(
            "Harbour ‘lost for good’ – Mary Kovar",
            ["headline"],
            [("Harbour ‘lost for good’", "Mary Kovar", "mixed", "dash-headline")],
            id="headline-with-a-quoted-bit",
        ),
        pytest.param("‘Harbour is lost’ – Mary Kovar", ["headline"], [], id="headline-that-begins-with-marks"),
        pytest.param(
            "Harbour lost for good: mayor",
            ["headline"],
            [("Harbour lost for good", "mayor", "indirect", "colon-headline")],
            id="role-behind-a-colon",
        ),
        pytest.param("Harbour to open late: Monday", ["headline"], [], id="day-behind-a-colon"),
        pytest.param(
            "Mayor: the harbour is lost",
            ["headline"],
            [("the harbour is lost", "Mayor", "indirect", "colon-headline")],
            id="role-before-a-colon",
        ),
        pytest.param("Mayor: who lost the harbour?", ["headline"], [], id="question-about-a-role"),
        pytest.param(
            "Mary Kovar: who lost the harbour?",
            ["headline"],
            [("who lost the harbour?", "Mary Kovar", "indirect", "colon-headline")],
            id="question-by-a-name",
        ),
        pytest.param("Larkin: the harbour is lost", ["headline"], [], id="place-before-a-colon"),
        pytest.param("Wildfire: the harbour is lost", ["headline"], [], id="topic-before-a-colon"),
        pytest.param("Harbour lost for good – live updates", ["headline"], [], id="rubric-behind-a-dash"),
        pytest.param(
            "‘We lost it all’ – Kovar breaks silence",
            ["headline"],
            [("We lost it all", "Kovar", "direct", "quote-headline")],
            id="words-before-a-dash",
        ),
        pytest.param(
            "‘We lost it all’: tired climbers blame the council",
            ["headline"],
            [("We lost it all", "tired climbers", "direct", "quote-headline")],
            id="words-before-people",
        ),
        pytest.param("‘War on waste’: council cuts bins", ["headline"], [], id="scare-quote-before-a-colon"),
        pytest.param("‘We lost it all’: nobody came", ["headline"], [], id="words-before-nobody"),
        pytest.param(
            "Source: Mary Kovar on Telegram\nQuote: “The harbour is lost.”",
            ["paragraph", "paragraph"],
            [("The harbour is lost.", "Mary Kovar", "direct", "labelled-quote")],
            id="quote-under-its-source",
        ),
        pytest.param(
            "Quote from Mary Kovar: “The harbour is lost.”",
            ["paragraph"],
            [("The harbour is lost.", "Mary Kovar", "direct", "labelled-quote")],
            id="quote-from",
        ),
        pytest.param("Quote: the harbour is lost.", ["paragraph"], [], id="label-without-marks"),
        pytest.param(
            "The harbour is lost for good.\n— Mary Kovar (@marykovar) July 3, 2025",
            ["paragraph", "paragraph"],
            [("The harbour is lost for good.", "Mary Kovar", "direct", "post")],
            id="post-above-its-signature",
        ),
        pytest.param(
            "The harbour is lost for good.\n— Mary Kovar, July 3, 2025",
            ["paragraph", "paragraph"],
            [],
            id="signature-without-a-handle",
        ),
        pytest.param(
            "[09:14] KOVAR: The harbour is lost.",
            ["transcript"],
            [("The harbour is lost.", "KOVAR", "direct", "transcript")],
            id="turn-with-its-time",
        ),
        pytest.param(
            "@marykovar: The harbour is lost for good.",
            ["paragraph"],
            [("The harbour is lost for good.", "@marykovar", "direct", "post")],
            id="post",
        ),
        pytest.param("@marykovar said the harbour is lost.", ["paragraph"], [], id="handle-in-prose"),
        pytest.param(
            "– Is the harbour lost? – asked Mary Kovar.",
            ["paragraph"],
            [("Is the harbour lost?", "Mary Kovar", "direct", "dash-speech")],
            id="speech-between-dashes",
        ),
        pytest.param(
            "– Is the harbour lost? – asked Mary Kovar. – For good?",
            ["paragraph"],
            [("Is the harbour lost? … For good?", "Mary Kovar", "direct", "dash-speech")],
            id="speech-that-goes-on-behind-a-third-dash",
        ),
        pytest.param("– The harbour – a small one – is lost.", ["paragraph"], [], id="dashes-around-an-aside"),
    ],
)
def test_reports_by_layout(text: str, kinds: list[str], expected: list[tuple[str, str | None, str, str]]) -> None:
    """Transcripts, headlines and block quotes; only in blocks of their kind."""
    assert found_in(tokens_of(text), kinds) == expected


def test_blocks_that_are_settled_are_told() -> None:
    """A block quote settles its own block and that of its attribution; prose is left to others."""
    tokens = tokens_of("We lost the harbour and will not rebuild it.\n- Mary Kovar stated.\nNobody came on Monday.")
    kinds = ["quote", "attribution", "paragraph"]
    assert layout_reports(tokens, default_lexicon(), blocks_of(tokens), kinds)[1] == frozenset({0, 1})


def test_the_cue_of_a_block_quote_is_kept() -> None:
    """With its status."""
    tokens = tokens_of("We lost the harbour and will not rebuild it.\n- Mary Kovar stated.")
    (report,), _ = layout_reports(tokens, default_lexicon(), blocks_of(tokens), ["quote", "attribution"])
    assert report.cue is not None
    assert (tokens.text[slice(*report.cue)], report.status) == ("stated", "asserted")
