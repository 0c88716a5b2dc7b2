"""Pages as they are scraped, through the whole pipeline with the model: what layout says, and whom nominals mean.

Texts of our own, exact output; near misses stand beside what they nearly are. Quotes are written as `quotes_in` in
test_quotes_model writes them.
"""

from __future__ import annotations

import pytest

from .test_quotes_model import quotes_in

pytestmark = pytest.mark.model

PAGES = [
    pytest.param(
        "Lena Thorne makes bells.\n\nThe Harbour Post: When did you begin?\n\n"
        "Lena Thorne: At nine.\n\nTHP: And why?\n\nLT: My father had none.\n\nTHP: Was it hard?\n\n"
        "LT: It was loud.",
        [
            "direct: When did you begin? <The Harbour Post = Harbour Post>",
            "direct: At nine. <Lena Thorne>",
            "direct: And why? <THP = Harbour Post>",
            "direct: My father had none. <LT = Lena Thorne>",
            "direct: Was it hard? <THP = Harbour Post>",
            "direct: It was loud. <LT = Lena Thorne>",
        ],
        id="initials-of-other-labels",
    ),
    pytest.param(
        "Lena Thorne makes bells.\n\nThe Harbour Post: When did you begin?\n\n"
        "Lena Thorne: At nine.\n\nTHP: And why?\n\nKB: My father had none.\n\nTHP: Was it hard?\n\n"
        "KB: It was loud.",
        [
            "direct: When did you begin? <The Harbour Post = Harbour Post>",
            "direct: At nine. <Lena Thorne>",
            "direct: And why? <THP = Harbour Post>",
            "direct: My father had none. <KB>",
            "direct: Was it hard? <THP = Harbour Post>",
            "direct: It was loud. <KB>",
        ],
        id="initials-of-nobody",
    ),
    pytest.param(
        "Lena Thorne makes bells.\n\nQ: When did you begin?\n\nLT: At nine.\n\nQ: Was it hard?\n\nLT: It was loud.",
        [
            "direct: When did you begin? <Q = ?>",
            "direct: At nine. <LT = Lena Thorne>",
            "direct: Was it hard? <Q = ?>",
            "direct: It was loud. <LT = Lena Thorne>",
        ],
        id="initials-of-a-name-in-the-text",
    ),
    pytest.param(
        "Q: When did you begin?\n\nA: My father needed a bell. Paul Obi told him that the old one was cracked.",
        [
            "direct: When did you begin? <Q = ?>",
            "direct: My father needed a bell. Paul Obi told him that the old one was cracked. <A = ?>",
            "indirect: the old one was cracked <Paul Obi> to=him",
        ],
        id="told-by-another-within-a-turn",
    ),
    pytest.param(
        "Q: When did you begin?\n\nA: My father needed a bell. I told him that the old one was cracked.",
        [
            "direct: When did you begin? <Q = ?>",
            "direct: My father needed a bell. I told him that the old one was cracked. <A = ?>",
        ],
        id="told-by-oneself-within-a-turn",
    ),
    pytest.param(
        "14:02\nLarkin Police\n@larkinpolice\nWe are at the scene of a fire in Larkin.\n"
        "14:05 · 3 Jun 2025\n\n13:40\nThe fire began at noon.",
        ["direct: We are at the scene of a fire in Larkin. <Larkin Police>"],
        id="post-below-its-handle",
    ),
    pytest.param(
        "Ada Lind\n@adalind\nAda Lind is a reporter in Larkin.\n\nRead more",
        [],
        id="author-below-a-handle",
    ),
    pytest.param(
        "Larkin Police @larkinpolice · Jun 3\nPlease avoid the bridge.\n3 June 2025",
        ["direct: Please avoid the bridge. <Larkin Police>"],
        id="post-with-name-and-handle-in-one-line",
    ),
    pytest.param(
        "The harbour is lost.\n\nRead also: Ada Lind: We will not rebuild the harbour\n\nThe talks ended.",
        ["indirect: We will not rebuild the harbour <Ada Lind>"],
        id="link-with-a-speaker",
    ),
    pytest.param(
        "The harbour is lost.\n\nRead also: Harbour talks: what to know this week\n\nThe talks ended.",
        [],
        id="link-without-a-speaker",
    ),
    pytest.param(
        "Herring catch to be cut by a third, minister says\n\nThe talks ended on Monday.",
        ["indirect: Herring catch to be cut by a third <minister = ?>"],
        id="headline-with-its-cue-last",
    ),
    pytest.param(
        "Herring catch to be cut by a third, report due\n\nThe talks ended on Monday.",
        [],
        id="headline-that-ends-in-a-noun-and-a-verb",
    ),
    pytest.param(
        "Most read\n1  Dog walker finds Roman coin under bus shelter\n"
        "2  'My son is not a number' says mother of crash victim\n"
        "3  Council leader quits after row over bins",
        ["direct: My son is not a number <mother of crash victim = ?>"],
        id="numbered-items",
    ),
    pytest.param(
        "Summary\n• 'We have nothing left,' says farmer Ada Lind\n• Trains are late\n• Schools close early",
        ["direct: We have nothing left, <Ada Lind>"],
        id="quotation-behind-a-bullet",
    ),
    pytest.param(
        "Summary\n• 'Nothing left' after the flood in Larkin\n• Trains are late\n• Schools close early",
        [],
        id="scare-quote-behind-a-bullet",
    ),
    pytest.param(
        "Rovers 2-2 Albion: Lind rescues a point for Rovers\n\nThe match was played on Monday.",
        [],
        id="result-before-a-colon",
    ),
    pytest.param(
        "Rovers manager Ada Lind: We were not ready for the rain\n\nThe match was played on Monday.",
        ["indirect: We were not ready for the rain <Rovers manager Ada Lind = Ada Lind>"],
        id="manager-before-a-colon",
    ),
    pytest.param(
        "'I slept in my boots' - the rise of Ada Lind\n\nThe match was played on Monday.",
        ["direct: I slept in my boots <Ada Lind>"],
        id="quotation-and-whom-the-title-is-about",
    ),
    pytest.param(
        "'I slept in my boots' - the best of the week\n\nThe match was played on Monday.",
        [],
        id="quotation-and-a-title-about-nobody",
    ),
    pytest.param(
        "'She just kept swimming': Teen saves two boys\n\nThe boys fell in on Monday.\n\n"
        "“She just kept swimming,” Ada Lind said.",
        ["direct: She just kept swimming <Ada Lind>", "direct: She just kept swimming, <Ada Lind>"],
        id="headline-that-repeats-a-quotation",
    ),
    pytest.param(
        "'She just kept swimming': Teen saves two boys\n\nThe boys fell in on Monday.\n\n"
        "“She never stopped,” Ada Lind said.",
        ["direct: She never stopped, <Ada Lind>"],
        id="headline-that-repeats-nothing",
    ),
    pytest.param(
        "Lind tells rebels: back me or sack me\n\nAda Lind met the rebels on Monday.",
        ["indirect: back me or sack me <Lind = Ada Lind>"],
        id="headline-with-whom-it-tells",
    ),
    pytest.param(
        "Lind meets the rebels: talks to go on all week\n\nAda Lind met the rebels on Monday.",
        [],
        id="headline-with-whom-it-meets",
    ),
    pytest.param(
        "Abayomi: The lake has ten years left\n\nFemi Abayomi met the rebels on Monday.",
        ["indirect: The lake has ten years left <Abayomi = Femi Abayomi>"],
        id="family-name-before-a-colon",
    ),
    pytest.param(
        "Ecology: The lake has ten years left\n\nFemi Abayomi met the rebels on Monday.",
        [],
        id="word-before-a-colon",
    ),
    pytest.param(
        "Storm LIVE: thousands without power tonight\n"
        "Storm LIVE: thousands without power tonight\n\nThe storm moves east.",
        [],
        id="headline-on-two-lines",
    ),
    pytest.param(
        "REED: It is late.\nLIND: It is.\nREED: It is lost.",
        ["direct: It is late. <REED>", "direct: It is. <LIND = ?>", "direct: It is lost. <REED>"],
        id="turns-with-one-label",
    ),
    pytest.param(
        "The storm moves east.\n\nMORE: How to fit a lamp\nMORE: Ada Lind: No charges for the storm",
        ["indirect: No charges for the storm <Ada Lind>"],
        id="links-under-one-label",
    ),
]

SPEAKERS = [
    pytest.param(
        "Two members, Ada Lind and Tom Reed, said they would vote against it. “It is a raffle,” they said.",
        [
            "indirect: they would vote against it <Ada Lind> with=Tom Reed",
            "direct: It is a raffle, <they = Ada Lind> with=they = Tom Reed",
        ],
        id="several-who-go-on",
    ),
    pytest.param(
        "Ada Lind said she would vote against it. “It is a raffle,” they said.",
        ["indirect: she would vote against it <Ada Lind>", "direct: It is a raffle, <they = ?>"],
        id="one-who-goes-on",
    ),
    pytest.param(
        "Hanna Brix left. A spokeswoman for Lindco denied that it was late. “We know of no paper,” she said.",
        [
            "indirect: it was late <A spokeswoman for Lindco = ?> status=denied",
            "direct: We know of no paper, <she = ?>",
        ],
        id="nameless-woman-who-goes-on",
    ),
    pytest.param(
        "A spokeswoman for Lindco denied that it was late. Hanna Brix left. “I know of no paper,” she said.",
        [
            "indirect: it was late <A spokeswoman for Lindco = ?> status=denied",
            "direct: I know of no paper, <she = Hanna Brix>",
        ],
        id="named-woman-after-a-nameless-one",
    ),
    pytest.param(
        "The head of the ice service, Tom Reed, left. The road is lost, the head of the museum said.",
        ["indirect: The road is lost <the head of the museum = ?>"],
        id="head-of-something-else",
    ),
    pytest.param(
        "The head of the ice service, Tom Reed, left. The road is lost, the head of the service said.",
        ["indirect: The road is lost <the head of the service = Tom Reed>"],
        id="head-of-the-same",
    ),
    pytest.param(
        "The shadow chancellor, Ada Lind, left. The chancellor said the road was lost.",
        ["indirect: the road was lost <The chancellor = ?>"],
        id="shadow-of-the-office",
    ),
    pytest.param(
        "The chancellor, Ada Lind, left. The chancellor said the road was lost.",
        ["indirect: the road was lost <The chancellor = Ada Lind>"],
        id="holder-of-the-office",
    ),
    pytest.param(
        "Elias Lindqvist won on Monday.\n\n“They can test me,” the 27-year-old Swede said.",
        ["direct: They can test me, <the 27-year-old Swede = Elias Lindqvist>"],
        id="nation-with-an-age",
    ),
    pytest.param(
        "The priest, Paul Obi, was tired. They said that the roof was lost.",
        ["indirect: the roof was lost <They = ?>"],
        id="they-of-a-person",
    ),
    pytest.param(
        "Kestrel Foods was tired. They said that the roof was lost.",
        ["indirect: the roof was lost <They = Kestrel Foods>"],
        id="they-of-a-body",
    ),
    pytest.param(
        "By Ada Lind\n\nThe minister, Tom Reed, was late. I asked whether he would resign.",
        ["indirect: whether he would resign <I = Ada Lind>"],
        id="narrator-of-the-byline",
    ),
    pytest.param(
        "The minister, Tom Reed, was late. I asked whether he would resign.",
        ["indirect: whether he would resign <I = ?>"],
        id="narrator-of-nowhere",
    ),
    pytest.param(
        "Kestrel Foods raised its prices on Thursday. The company said it had no choice.",
        ["indirect: it had no choice <The company = Kestrel Foods>"],
        id="company-named-before",
    ),
    pytest.param(
        "Tom Reed raised his prices on Thursday. The company said it had no choice.",
        ["indirect: it had no choice <The company = ?>"],
        id="company-of-a-person",
    ),
    pytest.param(
        "A company in Riga made the boats. Kestrel Foods sold them. The company said they were safe.",
        ["indirect: they were safe <The company = ?>"],
        id="company-without-a-name",
    ),
    pytest.param(
        "A spokesperson for the fire brigade said Tom Reed was safe. The fire is out, the spokesperson added.",
        [
            "indirect: Tom Reed was safe <A spokesperson for the fire brigade = ?>",
            "indirect: The fire is out <the spokesperson = ?>",
        ],
        id="spokesperson-without-a-name",
    ),
    pytest.param(
        "Tom Reed was safe. The fire is out, the spokesperson added.",
        ["indirect: The fire is out <the spokesperson = Tom Reed>"],
        id="spokesperson-who-may-be-named",
    ),
    pytest.param(
        "Tom Reed's own view was modest. “My grandmother scores it,” said the 23-year-old, laughing.",
        ["direct: My grandmother scores it, <the 23-year-old = Tom Reed>"],
        id="age-of-the-one-person-before",
    ),
    pytest.param(
        "Tom Reed's view of Jan Holm was modest. “My grandmother scores it,” said the 23-year-old, laughing.",
        ["direct: My grandmother scores it, <the 23-year-old = ?>"],
        id="age-of-one-of-two",
    ),
    pytest.param(
        "Hector Sim believes the boat is old. A monk wrote of it.\n\n"
        "I read it to Tom Buchan. He considers it.\n\n“Well,” he says, “it is a boat.”",
        ["indirect: the boat is old <Hector Sim>", "direct: Well, … it is a boat. <he = Tom Buchan>"],
        id="pronoun-that-goes-on",
    ),
    pytest.param(
        "Hector Sim believes the boat is old. A monk wrote of it.\n\n"
        "I read it to Tom Buchan. It is long.\n\n“Well,” he says, “it is a boat.”",
        ["indirect: the boat is old <Hector Sim>", "direct: Well, … it is a boat. <he = Hector Sim>"],
        id="pronoun-after-a-thing",
    ),
    pytest.param(
        "Deputy Foreign Minister Ada Lind met Tom Reed. The talks go on, the diplomat said.",
        ["indirect: The talks go on <the diplomat = Ada Lind>"],
        id="diplomat-in-a-foreign-ministry",
    ),
    pytest.param(
        "Finance Minister Ada Lind met Tom Reed. The talks go on, the diplomat said.",
        ["indirect: The talks go on <the diplomat = Tom Reed>"],
        id="diplomat-in-no-foreign-ministry",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_what_the_layout_of_a_page_reports(text: str, expected: list[str]) -> None:
    """Labels, posts, links, lists and headlines report speech only where somebody is behind them."""
    assert quotes_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_whom_a_page_means(text: str, expected: list[str]) -> None:
    """Pronouns and nominals of pages stand for whom the text lets them, else for nobody."""
    assert quotes_in(text) == expected
