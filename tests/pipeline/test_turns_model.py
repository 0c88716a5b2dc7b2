"""Quotations beside and between attributions, through the whole pipeline: short texts of our own, exact output.

Near misses stand beside what they nearly are. Quotes are written as `quotes_in` in test_quotes_model writes them.
"""

from __future__ import annotations

import pytest

from .test_quotes_model import quotes_in

pytestmark = pytest.mark.model

TURNS = [
    pytest.param(
        '"We will win the cup," Ada Lind said on Radio Two\'s "Early Hours." "It is our year."',
        ["direct: We will win the cup, … It is our year. <Ada Lind>"],
        id="show-between",
    ),
    pytest.param(
        '"We will win the cup," Ada Lind said on Tuesday. The hall cheered. "So be it," said Max Ohr.',
        ["direct: We will win the cup, <Ada Lind> on=2025-07-22", "direct: So be it, <Max Ohr>"],
        id="statement-between",
    ),
    pytest.param(
        "Ada Lind said the roof was new. “It keeps us dry.”",
        ["indirect: the roof was new <Ada Lind>", "direct: It keeps us dry. <Ada Lind>"],
        id="reported-before",
    ),
    pytest.param(
        "Max Ohr praised the roof. Ada Lind said it was new. “It keeps us dry.”",
        ["indirect: it was new <Ada Lind>", "direct: It keeps us dry. <Ada Lind>"],
        id="reported-by-somebody-else",
    ),
    pytest.param(
        "“We are ready,” said Ada Lind, who met Max Ohr, who said nothing. “We always were.”",
        ["direct: We are ready, … We always were. <Ada Lind>"],
        id="relative-clauses-take-no-turn",
    ),
    pytest.param(
        "“The soup was cold,” said Ada Lind. Now, “the soup is warm, and people come back.”",
        ["direct: The soup was cold, <Ada Lind>", "direct: the soup is warm, and people come back. <Ada Lind>"],
        id="word-of-the-reporter",
    ),
    pytest.param(
        "“The soup was cold,” said Ada Lind. But “it is warm today.”",
        ["direct: The soup was cold, <Ada Lind>", "direct: it is warm today. <Ada Lind>"],
        id="conjunction-of-the-reporter",
    ),
    pytest.param(
        "“The soup was cold,” said Ada Lind. In the hall, the “old kitchen” is a museum.",
        ["direct: The soup was cold, <Ada Lind>"],
        id="clause-of-the-reporter",
    ),
    pytest.param(
        "“We will build the bridge. It will be long.\n\n“And it will be open to all,” Ada Lind said on Friday.",
        ["direct: We will build the bridge. It will be long. … And it will be open to all, <Ada Lind> on=2025-07-25"],
        id="paragraphs-attributed-at-the-end",
    ),
    pytest.param(
        "Captain Ludo Maes had the last word.\n\n“The sea gave us a draw.”\n\n“We shall take it.”",
        ["direct: The sea gave us a draw. <Ludo Maes>", "direct: We shall take it. <Ludo Maes>"],
        id="paragraph-that-introduces",
    ),
    pytest.param(
        "“Did you sell the horse?” asked Delphine Aubry.\n\n“I lent it,” said Roch Tellier.\n\n"
        "“To whom was it?”\n\n“To the man who paid for it.”",
        [
            "direct: Did you sell the horse? <Delphine Aubry>",
            "direct: I lent it, <Roch Tellier>",
            "direct: To whom was it? <Delphine Aubry>",
            "direct: To the man who paid for it. <Roch Tellier>",
        ],
        id="questions-and-answers",
    ),
    pytest.param(
        "“I am late,” said Ada Lind.\n\n“Is it cold outside?”",
        ["direct: I am late, <Ada Lind>", "direct: Is it cold outside? <Ada Lind>"],
        id="question-of-one-speaker",
    ),
    pytest.param(
        "“We will build the bridge. It will be long,” Max Ohr said.\n\n“And it will be open to all,” Ada Lind said.",
        [
            "direct: We will build the bridge. It will be long, <Max Ohr>",
            "direct: And it will be open to all, <Ada Lind>",
        ],
        id="paragraphs-attributed-each",
    ),
    pytest.param(
        '"She is the best," said Ada Lind of Tampa, Fla. "She never stops."',
        ["direct: She is the best, … She never stops. <Ada Lind>"],
        id="abbreviation-ends-the-sentence",
    ),
    pytest.param(
        "He shouted: “You sold me ‘miracles,’” Ada Lind said. “I want my money.”",
        ["direct: You sold me ‘miracles,’ … I want my money. <Ada Lind>"],
        id="nested-comma",
    ),
]
CUES = [
    pytest.param(
        "“It rains, does it not?” Ada Lind went on, as if nobody had heard.",
        ["direct: It rains, does it not? <Ada Lind>"],
        id="phrasal",
    ),
    pytest.param(
        "“It rains, does it not?” Ada Lind went to the window.",
        ["direct: It rains, does it not? <?>"],
        id="phrasal-without-particle",
    ),
    pytest.param(
        "Ada Lind wrote in her letter:\n\n“The garden is yours.”",
        ["direct: The garden is yours. <Ada Lind>"],
        id="colon-across-paragraphs",
    ),
    pytest.param("The graffiti on the wall read “Go home”.", [], id="graffiti"),
    pytest.param("Ada Lind held a sign that said “We want bread”.", [], id="sign-in-a-relative-clause"),
    pytest.param("His shirt says: “I am late.”", [], id="shirt"),
    pytest.param(
        "A man in a red hat said he was late.", ["indirect: he was late <A man in a red hat = ?>"], id="man-in-a-hat"
    ),
    pytest.param(
        "Protesters carrying placards shouted “We want bread”.",
        ["direct: We want bread <Protesters = ?>"],
        id="carriers-of-placards",
    ),
    pytest.param("Eddie “The Anvil” Kowalczyk weighed in at 92 kilos.", [], id="nickname"),
    pytest.param(
        '"The convoy left at dawn," Lt. Gen. Marcus T. Halloway said.',
        ["direct: The convoy left at dawn, <Marcus T. Halloway>"],
        id="stops-within-a-title",
    ),
    pytest.param(
        "Interfax quoted spokesman Arseny Volkonsky as saying the pipeline would restart on Friday.",
        ["indirect: the pipeline would restart on Friday <Arseny Volkonsky> relayed=Interfax"],
        id="quoted-as-saying-in-short",
    ),
    pytest.param("Ada Lind – “The road is closed.”", ["direct: The road is closed. <Ada Lind>"], id="name-and-dash"),
    pytest.param("The road – “the old one” – is closed.", [], id="noun-and-dash"),
    pytest.param(
        "Ada Lind wrote a letter.\n\n“The garden is yours,” said Max Ohr.",
        ["direct: The garden is yours, <Max Ohr>"],
        id="no-colon-across-paragraphs",
    ),
    pytest.param(
        "Max Ohr said: “It is raining,” Ada Lind recalled. “He had no umbrella.”",
        ["direct: It is raining, … He had no umbrella. <Ada Lind>"],
        id="comma-waits-for-its-attribution",
    ),
    pytest.param(
        "Max Ohr said: “It is raining.” Ada Lind recalled the day.",
        ["direct: It is raining. <Max Ohr>"],
        id="stop-does-not",
    ),
    pytest.param(
        '"We painted it twice," the Danes state in their letter.',
        ["direct: We painted it twice, <Danes>"],
        id="tagged-as-a-noun",
    ),
    pytest.param(
        '"We painted it twice," gushed Ada Lind.', ["direct: We painted it twice, <Ada Lind>"], id="rare-verb-after"
    ),
    pytest.param(
        'In 1999, Ada Lind deadpanned, "I have no plans to grow older."',
        ["direct: I have no plans to grow older. <Ada Lind>"],
        id="rare-verb-before",
    ),
    pytest.param('When the bus arrived, "the old house" was gone.', [], id="clause-of-time-before"),
    pytest.param(
        "“That is smart,” when Max Ohr asked for more, was the wrong thing to say.",
        ["direct: That is smart, <?>"],
        id="clause-of-time-after",
    ),
    pytest.param(
        "The film ends with Ada Lind saying, “I have no plans to grow older.”",
        ["direct: I have no plans to grow older. <Ada Lind>"],
        id="participle-read-as-a-noun",
    ),
    pytest.param("“Bring your own cup,” cried another.", ["direct: Bring your own cup, <another = ?>"], id="pro-noun"),
    pytest.param(
        "“The soup is warm,” read a statement by the Alder Theatre.",
        ["direct: The soup is warm, <the Alder Theatre = Alder Theatre>"],
        id="issuer",
    ),
    pytest.param(
        "“The soup is warm,” read a statement on the door.",
        ["direct: The soup is warm, <a statement = ?>"],
        id="no-issuer",
    ),
    pytest.param("In her book, “The Long Road Home,” Ada Lind said nothing of it.", [], id="title-between-commas"),
    pytest.param(
        "In her book, “we took the long road home,” Ada Lind said.",
        ["direct: we took the long road home, <Ada Lind>"],
        id="no-title-between-commas",
    ),
    pytest.param(
        "On May 2, Col. Anna Lee, a spokeswoman in Oslo, said, “The bridge is open. Nobody was hurt.”",
        ["direct: The bridge is open. Nobody was hurt. <Anna Lee> on=2025-05-02"],
        id="subject-lost-by-the-parser",
    ),
    pytest.param(
        "Ada Lind said,“We must go home.”", ["direct: We must go home. <Ada Lind>"], id="marks-glued-to-words"
    ),
    pytest.param('The table is 6"x4" and made of oak.', [], id="inches-glued-to-numbers"),
]
PHRASES = [
    pytest.param(
        "The mayor's warning that the dam could break went unheeded.",
        ["indirect: the dam could break <The mayor = ?>"],
        id="owner-of-a-reporting-noun",
    ),
    pytest.param("The mayor's house by the dam could break.", [], id="owner-of-another-noun"),
    pytest.param(
        "He is, in the words of Ada Lind, “a gentleman.”",
        ["mixed: He is … “a gentleman.” <Ada Lind>"],
        id="words-of-in-the-middle",
    ),
    pytest.param(
        "He is, according to Ada Lind, a gentleman.",
        ["indirect: He is … a gentleman <Ada Lind>"],
        id="according-to-in-the-middle",
    ),
    pytest.param(
        "It rained in the night, according to Ada Lind, a farmer.",
        ["indirect: It rained in the night <Ada Lind>"],
        id="apposition",
    ),
    pytest.param(
        "It rained, according to Ada Lind, who came late.", ["indirect: It rained <Ada Lind>"], id="relative-clause"
    ),
    pytest.param(
        "It rained, according to Ada Lind, and the road was closed.",
        ["indirect: It rained … and the road was closed <Ada Lind>"],
        id="second-clause",
    ),
    pytest.param(
        "The bridge opened, according to Ada Lind, on Friday.",
        ["indirect: The bridge opened … on Friday <Ada Lind>"],
        id="adverbial",
    ),
    pytest.param(
        "The plan, said the minister, was too costly.",
        ["indirect: The plan … was too costly <the minister = ?>"],
        id="parenthetical-inversion",
    ),
    pytest.param(
        "The mayor, Ada Lind, said the road was closed.",
        ["indirect: the road was closed <Ada Lind>"],
        id="no-parenthesis",
    ),
    pytest.param(
        "She was described by Ada Lind as “the best we had.”",
        ["direct: the best we had. <Ada Lind>"],
        id="described-by",
    ),
    pytest.param("She was described as “the best we had.”", [], id="described-by-nobody"),
    pytest.param(
        "He admitted the theft, but told officers he thought it was his own.",
        ["indirect: he thought it was his own <He = ?> to=officers"],
        id="hung-on-who-is-told",
    ),
    pytest.param(
        "He told officers who were late that it was his own.",
        ["indirect: it was his own <He = ?> to=officers"],
        id="relative-clause-of-who-is-told",
    ),
    pytest.param(
        "“It starts for neither,” mayors Ragnhild Moe and Torstein Vik said.",
        ["direct: It starts for neither, <Torstein Vik> with=Ragnhild Moe"],
        id="joint-speakers-of-one-office",
    ),
    pytest.param(
        "“We are late,” wrote Ada Lind. “Neither are we,” replied clerk Max Ohr.",
        ["direct: We are late, <Ada Lind>", "direct: Neither are we, <Max Ohr>"],
        id="small-words-of-no-title",
    ),
    pytest.param(
        "The port will reopen on Monday, the newspaper Diena reported, citing harbour chief Guntis Ozols.",
        ["indirect: The port will reopen on Monday <Diena>"],
        id="what-else-a-paper-does",
    ),
    pytest.param(
        "Ada Lind let them know that the road was closed.", ["indirect: the road was closed <Ada Lind>"], id="lets-know"
    ),
    pytest.param("Ada Lind knew that the road was closed.", ["indirect: the road was closed <Ada Lind>"], id="knows"),
    pytest.param(
        "Max Ohr attacked Ada Lind for the plan, saying, “She is late for everything.”",
        ["direct: She is late for everything. <Max Ohr>"],
        id="attacked-saying",
    ),
    pytest.param(
        "In his 2002 book “Make Your Kid a Millionaire,” Max Ohr suggested looking at the bill.",
        [],
        id="title-in-an-adverbial",
    ),
    pytest.param(
        "The plan “Make Every Child a Millionaire” is late, Max Ohr said.",
        ["mixed: The plan “Make Every Child a Millionaire” is late <Max Ohr>"],
        id="title-in-a-clause",
    ),
    pytest.param(
        "OSLO (Reuters) - Ada Lind said the bridge was safe.",
        ["indirect: the bridge was safe <Ada Lind>"],
        id="dateline",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_turns(text: str, expected: list[str]) -> None:
    """Who goes on after an attribution, and whom it reaches."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(text: str, expected: list[str]) -> None:
    """Cues that the lexicon, the tagger or the layout hides."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases(text: str, expected: list[str]) -> None:
    """How far what stands under somebody's authority goes."""
    assert quotes_in(text) == expected
