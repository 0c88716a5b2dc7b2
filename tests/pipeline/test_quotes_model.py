"""Who says what, through the whole pipeline with the model: short texts of our own, exact output.

Near misses stand beside what they nearly are. A quote is written "kind: content <mention>"; "<she = Mary Kovar>" is a
mention and whom it stands for, "<officials = ?>" one that stands for nobody named, "<?>" no mention at all. What
differs from a plain, undated, unaddressed assertion follows as "status=denied", "on=2025-07-21" and so on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn

if TYPE_CHECKING:
    from negotiations_nlp.models import Quote, Speaker

pytestmark = pytest.mark.model

DATE = "2025-07-25"  # a Friday


def who(speaker: Speaker | None) -> str:
    """A speaker as text."""
    if speaker is None:
        return "?"
    mention = speaker.mention.text
    return mention if speaker.name == mention else f"{mention} = {speaker.name or '?'}"


def line(quote: Quote) -> str:
    """A quote as one line of text."""
    extras = {
        "status": quote.status if quote.status != "asserted" else None,
        "on": quote.said_on,
        "via": quote.medium,
        "to": quote.addressee.text if quote.addressee else None,
        "with": ", ".join(map(who, quote.co_speakers)),
        "relayed": who(quote.relayed_by) if quote.relayed_by else None,
    }
    content = " … ".join(part.text for part in quote.content)
    told = "".join(f" {key}={value}" for key, value in extras.items() if value)
    return f"{quote.kind}: {content} <{who(quote.speaker)}>{told}"


def quotes_in(text: str) -> list[str]:
    """The quotes of a text, a line each."""
    return [line(quote) for quote in nn.extract(text, date=DATE).quotes]


LOST = "The harbour is lost,"
MARKS = [
    pytest.param('"The harbour is lost," said Mary Kovar.', [f"direct: {LOST} <Mary Kovar>"], id="straight"),
    pytest.param("“The harbour is lost,” said Mary Kovar.", [f"direct: {LOST} <Mary Kovar>"], id="curly"),
    pytest.param("'The harbour is lost,' said Mary Kovar.", [f"direct: {LOST} <Mary Kovar>"], id="single"),
    pytest.param(
        "‘The boys’ boats are lost,’ said Mary Kovar.",
        ["direct: The boys’ boats are lost, <Mary Kovar>"],
        id="single-around-a-plural",
    ),
    pytest.param("The boys' boats and the girls' boats are lost.", [], id="plurals-alone"),
    pytest.param(
        "«The harbour is lost», said Mary Kovar.", ["direct: The harbour is lost <Mary Kovar>"], id="guillemets"
    ),
    pytest.param(
        "„The harbour is lost“, said Mary Kovar.", ["direct: The harbour is lost <Mary Kovar>"], id="low-nine"
    ),
    pytest.param(
        "“He told me ‘go home’ and I went,” said Mary Kovar.",
        ["direct: He told me ‘go home’ and I went, <Mary Kovar>"],
        id="nested",
    ),
    pytest.param(
        '"We lost," said Mary Kovar. “Nobody came,” said John Brandt.',
        ["direct: We lost, <Mary Kovar>", "direct: Nobody came, <John Brandt>"],
        id="mixed-styles",
    ),
    pytest.param(
        '"The harbour is lost, said Mary Kovar.',
        ["direct: The harbour is lost <Mary Kovar>"],
        id="unclosed",
    ),
    pytest.param(
        '"The pipe is 5" wide," said Mary Kovar.', ['direct: The pipe is 5" wide, <Mary Kovar>'], id="inches-inside"
    ),
    pytest.param('The harbour is 5\'6" deep and 12" wide.', [], id="feet-and-inches"),
    pytest.param("In the '90s the harbour was open.", [], id="years"),
    pytest.param("The ship sank at 46°28'N 30°44'E on Monday.", [], id="coordinates"),
    pytest.param(
        "“The harbour is lost,” Mary Kovar said. “The road is closed.\n\n“We will leave the town.”",
        ["direct: The harbour is lost, … The road is closed. … We will leave the town. <Mary Kovar>"],
        id="reopened-at-the-paragraph",
    ),
]
SPEECH_OR_NOT = [
    pytest.param('Mary Kovar read the "friendly" letter from the council.', [], id="scare-quotes"),
    pytest.param('Mary Kovar starred in "The Long Winter Road".', [], id="title-of-a-work"),
    pytest.param('Ivo "the Bear" Brandt walked home.', [], id="nickname"),
    pytest.param('The so-called "quiet zone" opened on Monday.', [], id="coined-term"),
    pytest.param('A sign at the gate said "No entry".', [], id="sign"),
    pytest.param(
        "Mary Kovar said the harbour was “severely” damaged.",
        ["mixed: the harbour was “severely” damaged <Mary Kovar>"],
        id="a-word-inside-a-report",
    ),
    pytest.param(
        "Mary Kovar said the harbour was “severely damaged” and “past repair”.",
        ["mixed: the harbour was “severely damaged” and “past repair” <Mary Kovar>"],
        id="two-bits-inside-a-report",
    ),
    pytest.param(
        'Mary Kovar called the plan "a ruin of a plan".',
        ['mixed: the plan "a ruin of a plan" <Mary Kovar>'],
        id="a-name-given",
    ),
]
CUES = [
    pytest.param(
        "Mary Kovar said that the harbour was lost.", ["indirect: the harbour was lost <Mary Kovar>"], id="said"
    ),
    pytest.param("Mary Kovar painted the lost harbour.", [], id="painted"),
    pytest.param(
        "According to Mary Kovar, the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar>"],
        id="according-to",
    ),
    pytest.param(
        "Mary Kovar painted the harbour according to the plan.",
        [],
        id="according-to-a-plan",
    ),
    pytest.param(
        "In the words of Mary Kovar, the harbour was “a ruin”.",
        ["mixed: the harbour was “a ruin” <Mary Kovar>"],
        id="in-the-words-of",
    ),
    pytest.param("Mary Kovar forgot the words of the song.", [], id="the-words-of-a-song"),
    pytest.param(
        "Mary Kovar's claim that the harbour was lost surprised the council.",
        ["indirect: the harbour was lost <Mary Kovar>"],
        id="claim-that",
    ),
    pytest.param("Mary Kovar's claim to the harbour surprised the council.", [], id="claim-to"),
    pytest.param(
        "Mary Kovar said the harbour was lost, adding that the road was closed.",
        ["indirect: the harbour was lost <Mary Kovar>", "indirect: the road was closed <Mary Kovar>"],
        id="adding-that",
    ),
    pytest.param("Mary Kovar walked home, adding sugar to the tea.", [], id="adding-sugar"),
    pytest.param(
        "Mary Kovar was quoted as saying that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar>"],
        id="quoted-as-saying",
    ),
    pytest.param("Mary Kovar's house was quoted at a high price.", [], id="quoted-at-a-price"),
    pytest.param(
        "Mary Kovar urged John Brandt to leave the harbour.",
        ["indirect: John Brandt to leave the harbour <Mary Kovar>"],
        id="urged-to",
    ),
    pytest.param("Mary Kovar helped John Brandt to leave the harbour.", [], id="helped-to"),
    pytest.param(
        "Mary Kovar pointed out that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar>"],
        id="pointed-out",
    ),
    pytest.param("Mary Kovar pointed a camera at the harbour.", [], id="pointed"),
    pytest.param(
        "Mary Kovar refused to say whether the harbour was lost.",
        ["indirect: whether the harbour was lost <Mary Kovar> status=denied"],
        id="refused-to-say",
    ),
]
CONTENTS = [
    pytest.param(
        "Mary Kovar said the harbour was lost and the road was closed.",
        ["indirect: the harbour was lost and the road was closed <Mary Kovar>"],
        id="two-clauses",
    ),
    pytest.param(
        "Mary Kovar said that, although the road was open, the harbour was lost.",
        ["indirect: although the road was open, the harbour was lost <Mary Kovar>"],
        id="a-clause-in-a-clause",
    ),
    pytest.param(
        "The harbour was lost, Mary Kovar said.", ["indirect: The harbour was lost <Mary Kovar>"], id="before"
    ),
    pytest.param(
        "The harbour, Mary Kovar said, was lost.", ["indirect: The harbour … was lost <Mary Kovar>"], id="around"
    ),
    pytest.param(
        '"We lost," Mary Kovar said, "because nobody came."',
        ["direct: We lost, … because nobody came. <Mary Kovar>"],
        id="split-quotation",
    ),
    pytest.param(
        '"We lost," Mary Kovar said; "nobody came," John Brandt added.',
        ["direct: We lost, <Mary Kovar>", "direct: nobody came, <John Brandt>"],
        id="two-quotations-of-two",
    ),
    pytest.param(
        "“The harbour is lost. We will not rebuild it. Nobody pays,” Mary Kovar said.",
        ["direct: The harbour is lost. We will not rebuild it. Nobody pays, <Mary Kovar>"],
        id="over-sentences",
    ),
    pytest.param(
        'The harbour was "past repair", Mary Kovar said.',
        ['mixed: The harbour was "past repair" <Mary Kovar>'],
        id="mixed-before-its-cue",
    ),
]
SPEAKERS = [
    pytest.param(
        "Prime Minister Ada Lind met US President Max Ohr.\n\nThe Norwegian leader said it was late.",
        ["indirect: it was late <The Norwegian leader = Ada Lind>"],
        id="leader-of-another-nation-than-the-other-leader",
    ),
    pytest.param(
        "Prime Minister Ada Lind met US President Max Ohr.\n\nThe American leader said it was late.",
        ["indirect: it was late <The American leader = Max Ohr>"],
        id="leader-of-that-nation",
    ),
    pytest.param(
        "“The talks failed,” Mary Kovar, the mayor of Larkin, said.",
        ["direct: The talks failed, <Mary Kovar>"],
        id="apposition",
    ),
    pytest.param(
        '"We lost the harbour," said Mary Kovar, a doctor who runs the clinic. "We will rebuild it."',
        ["direct: We lost the harbour, … We will rebuild it. <Mary Kovar>"],
        id="relative-clause",
    ),
    pytest.param(
        "Mary Kovar met the council on Monday.\n\n“The harbour is lost. We will leave the town.”",
        ["direct: The harbour is lost. We will leave the town. <Mary Kovar>"],
        id="introduced-in-the-paragraph-before",
    ),
    pytest.param(
        "“The harbour is lost,” said Mary Kovar.\n\n“We will leave the town.”",
        ["direct: The harbour is lost, <Mary Kovar>", "direct: We will leave the town. <Mary Kovar>"],
        id="next-paragraph",
    ),
    pytest.param(
        "“The harbour is lost,” said Mary Kovar.\n\nJohn Brandt left the hall. “We will leave the town.”",
        ["direct: The harbour is lost, <Mary Kovar>", "direct: We will leave the town. <John Brandt>"],
        id="next-paragraph-of-another",
    ),
    pytest.param(
        "“The harbour is lost,” said Mary Kovar.\n\n“Who says so?” asked John Brandt.\n\n“The council does,” she "
        "replied.\n\n“Then I will ask them,” he said.",
        [
            "direct: The harbour is lost, <Mary Kovar>",
            "direct: Who says so? <John Brandt>",
            "direct: The council does, <she = Mary Kovar>",
            "direct: Then I will ask them, <he = John Brandt>",
        ],
        id="dialogue",
    ),
    pytest.param(
        "John Brandt met Mary Kovar. He said the harbour was lost.",
        ["indirect: the harbour was lost <He = John Brandt>"],
        id="he",
    ),
    pytest.param(
        "John Brandt met Mary Kovar. She said the harbour was lost.",
        ["indirect: the harbour was lost <She = Mary Kovar>"],
        id="she",
    ),
    pytest.param(
        "John Brandt left the hall. She said the harbour was lost.",
        ["indirect: the harbour was lost <She = ?>"],
        id="she-is-not-john",
    ),
    pytest.param(
        "John Brandt, the mayor of Larkin, met Mary Kovar, a doctor. The mayor said the harbour was lost.",
        ["indirect: the harbour was lost <The mayor = John Brandt>"],
        id="nominal-by-description",
    ),
    pytest.param(
        "John Brandt, the mayor of Larkin, met Mary Kovar, a doctor. The doctor said the harbour was lost.",
        ["indirect: the harbour was lost <The doctor = Mary Kovar>"],
        id="nominal-by-another-description",
    ),
    pytest.param(
        "John Brandt met Mary Kovar, a doctor. A doctor said the harbour was lost.",
        ["indirect: the harbour was lost <A doctor = ?>"],
        id="indefinite",
    ),
    pytest.param(
        "Volodymyr Zelenskyy met Keir Starmer in London. The Ukrainian president said talks would go on.",
        ["indirect: talks would go on <The Ukrainian president = Volodymyr Zelenskyy>"],
        id="nominal-by-office",
    ),
    pytest.param(
        "Volodymyr Zelenskyy met Keir Starmer in London. The British prime minister said talks would go on.",
        ["indirect: talks would go on <The British prime minister = Keir Starmer>"],
        id="nominal-by-another-office",
    ),
    pytest.param(
        "“We will win,” said Ms Kovar. Mary Kovar is a doctor.",
        ["direct: We will win, <Kovar = Mary Kovar>"],
        id="surname",
    ),
    pytest.param(
        "Officials said the harbour was lost.", ["indirect: the harbour was lost <Officials = ?>"], id="group"
    ),
    pytest.param(
        "A witness said the harbour was lost.", ["indirect: the harbour was lost <A witness = ?>"], id="anonymous"
    ),
    pytest.param(
        "The Kremlin said the harbour was lost.",
        ["indirect: the harbour was lost <The Kremlin = Kremlin>"],
        id="metonym",
    ),
    pytest.param(
        "Mary Kovar and John Brandt said the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> with=John Brandt"],
        id="joint",
    ),
    pytest.param(
        "“We lost,” said Mary Kovar as John Brandt listened.", ["direct: We lost, <Mary Kovar>"], id="a-listener"
    ),
    pytest.param(
        "Mary Kovar and her husband John said they would leave.",
        ["indirect: they would leave <Mary Kovar> with=John"],
        id="joint-with-a-relative",
    ),
    pytest.param("“Nobody came to the harbour.”", ["direct: Nobody came to the harbour. <?>"], id="nobody"),
    pytest.param(
        "The agency quoted Mary Kovar as saying that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> relayed=The agency = ?"],
        id="relayed",
    ),
    pytest.param(
        "Mary Kovar said John Brandt told her that the harbour was lost.",
        [
            "indirect: John Brandt told her that the harbour was lost <Mary Kovar>",
            "indirect: the harbour was lost <John Brandt> to=her relayed=Mary Kovar",
        ],
        id="report-inside-a-report",
    ),
]
STATUS_AND_DETAILS = [
    pytest.param(
        "Mary Kovar denied that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> status=denied"],
        id="denied",
    ),
    pytest.param(
        "Mary Kovar did not say that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> status=denied"],
        id="did-not-say",
    ),
    pytest.param(
        "Mary Kovar said the harbour was not lost.", ["indirect: the harbour was not lost <Mary Kovar>"], id="said-not"
    ),
    pytest.param(
        "Mary Kovar is expected to say that the harbour is lost.",
        ["indirect: the harbour is lost <Mary Kovar> status=expected"],
        id="expected-to-say",
    ),
    pytest.param("Mary Kovar is expected to arrive on Friday.", [], id="expected-to-arrive"),
    pytest.param(
        "Mary Kovar may have said that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> status=unsure"],
        id="may-have-said",
    ),
    pytest.param(
        "Mary Kovar said the harbour may have been lost.",
        ["indirect: the harbour may have been lost <Mary Kovar>"],
        id="said-may",
    ),
    pytest.param(
        "“The harbour is lost,” Mary Kovar wrote on Telegram on Monday.",
        [f"direct: {LOST} <Mary Kovar> on=2025-07-21 via=Telegram"],
        id="medium-and-day",
    ),
    pytest.param(
        "Mary Kovar said the harbour had been lost on Monday.",
        ["indirect: the harbour had been lost on Monday <Mary Kovar>"],
        id="the-day-is-the-content's",
    ),
    pytest.param(
        "“It’s over,” Mary Kovar told the BBC on Tuesday.",
        ["direct: It’s over, <Mary Kovar> on=2025-07-22 to=the BBC"],
        id="addressee-and-day",
    ),
    pytest.param(
        "Mary Kovar wrote on X that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> via=X"],
        id="posted-on-x",
    ),
    pytest.param(
        "Mary Kovar wrote on paper that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar>"],
        id="written-on-paper",
    ),
    pytest.param(
        "Mary Kovar told the council that the harbour was lost.",
        ["indirect: the harbour was lost <Mary Kovar> to=the council"],
        id="addressee",
    ),
]
LAYOUT = [
    pytest.param(
        "Mary Kovar: The harbour is lost", ["indirect: The harbour is lost <Mary Kovar>"], id="colon-headline"
    ),
    pytest.param("Talks on harbour open: five things to know", [], id="colon-without-a-speaker"),
    pytest.param(
        "Harbour is lost for good – Kovar", ["indirect: Harbour is lost for good <Kovar>"], id="dash-headline"
    ),
    pytest.param("Harbour opens – at last", [], id="dash-without-a-speaker"),
    pytest.param(
        "KOVAR: The harbour is lost.\nBRANDT: Who says so?\nKOVAR: The council says so.",
        [
            "direct: The harbour is lost. <KOVAR>",
            "direct: Who says so? <BRANDT>",
            "direct: The council says so. <KOVAR>",
        ],
        id="transcript",
    ),
    pytest.param(
        "Q: Is the harbour lost?\nA: The harbour is lost for good.",
        ["direct: Is the harbour lost? <Q = ?>", "direct: The harbour is lost for good. <A = ?>"],
        id="question-and-answer",
    ),
    pytest.param(
        "We lost the harbour and we will not rebuild it this year.\nMary Kovar went home.", [], id="paragraph-and-name"
    ),
    pytest.param(
        "We lost the harbour and we will not rebuild it this year.\n- Mary Kovar stated.",
        ["direct: We lost the harbour and we will not rebuild it this year. <Mary Kovar>"],
        id="block-quote",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks(text: str, expected: list[str]) -> None:
    """Quotation marks of every kind, and marks that are none."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPEECH_OR_NOT)
def test_speech_or_not(text: str, expected: list[str]) -> None:
    """What stands between marks is not always said by somebody."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(text: str, expected: list[str]) -> None:
    """Verbs, nouns and phrases that report, and the same words when they do not."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_contents(text: str, expected: list[str]) -> None:
    """All of what was said."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[str]) -> None:
    """The mention, and whom it stands for."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), STATUS_AND_DETAILS)
def test_status_and_details(text: str, expected: list[str]) -> None:
    """How sure, when, where and to whom."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), LAYOUT)
def test_layout(text: str, expected: list[str]) -> None:
    """Headlines, transcripts and block quotes."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("Ada Lind said that  it rains.", "it rains", id="second-space"),
        pytest.param("Ada Lind said that it rains.", "it rains", id="one-space"),
        pytest.param("“We will go home.”\n\n— Ada Lind, minister", "We will go home.", id="block-in-marks"),
        pytest.param("“Go,” I say “go.”\n\n— Ada Lind, minister", "“Go,” I say “go.”", id="block-of-two-quotations"),
    ],
)
def test_contents_have_no_white_space_or_marks_around_them(text: str, content: str) -> None:
    """A content begins and ends with what was said."""
    assert [quote.text for quote in nn.extract(text).quotes] == [content]
