"""Clauses that cues govern, through the whole pipeline with the model: short texts of our own, exact output.

Near misses stand beside what they nearly are. Quotes are written as `quotes_in` in test_quotes_model writes them.
"""

from __future__ import annotations

import pytest

from .test_quotes_model import quotes_in

pytestmark = pytest.mark.model

CLAUSES = [
    pytest.param(
        "According to the Herald, citing two people at the mill, the owner plans to sell it.",
        ["indirect: the owner plans to sell it <the Herald = Herald>"],
        id="sources-of-a-source",
    ),
    pytest.param(
        "According to the Herald, two people at the mill wanted to buy it.",
        ["indirect: two people at the mill wanted to buy it <the Herald = Herald>"],
        id="people-who-are-no-sources",
    ),
    pytest.param(
        "The owner plans to sell the mill, according to the Herald, citing two people at the mill.",
        ["indirect: The owner plans to sell the mill <the Herald = Herald>"],
        id="sources-behind-the-report",
    ),
    pytest.param(
        "Ada Lind says the plan is lost while Tom Reed insists talks go on.",
        ["indirect: the plan is lost <Ada Lind>", "indirect: talks go on <Tom Reed>"],
        id="while-without-a-comma",
    ),
    pytest.param(
        "Ada Lind says the plan is lost while Tom Reed sleeps.",
        ["indirect: the plan is lost while Tom Reed sleeps <Ada Lind>"],
        id="while-of-the-clause",
    ),
    pytest.param(
        "Ada Lind said they had lost the boat, and accused Tom Reed of “playing with the sea”.",
        ["indirect: they had lost the boat <Ada Lind>", "mixed: Tom Reed of “playing with the sea” <Ada Lind>"],
        id="coordinated-behind-a-comma",
    ),
    pytest.param(
        "Ada Lind said they had lost the boat and accused Tom Reed of theft.",
        ["indirect: they had lost the boat and accused Tom Reed of theft <Ada Lind>"],
        id="coordinated-within-the-clause",
    ),
    pytest.param(
        "Tom Reed ran the tests again and, Ada Lind said, the result stood.",
        ["indirect: the result stood <Ada Lind>"],
        id="clause-of-its-own-behind-a-link",
    ),
    pytest.param(
        "The road is closed and, Ada Lind said, will stay so.",
        ["indirect: The road is closed and … will stay so <Ada Lind>"],
        id="clause-that-goes-on-behind-a-link",
    ),
    pytest.param(
        "As the head of the service Tom Reed informed, in the coming days it will be warm.",
        ["indirect: in the coming days it will be warm <Tom Reed>"],
        id="informed-by-a-head",
    ),
    pytest.param(
        "Tom Reed counts the bees again: they may, Ada Lind says, simply be counting the dots.",
        ["indirect: they may … simply be counting the dots <Ada Lind>"],
        id="report-of-its-own-behind-a-colon",
    ),
    pytest.param(
        "The spruce has died, Ada Lind said: “Nobody watered it.”",
        ["indirect: The spruce has died <Ada Lind>", "direct: Nobody watered it. <Ada Lind>"],
        id="clause-before-a-colon",
    ),
    pytest.param(
        "When the spruce died, Ada Lind said: “Nobody watered it.”",
        ["direct: Nobody watered it. <Ada Lind>"],
        id="adverbial-before-a-colon",
    ),
    pytest.param(
        "As Ada Lind explained, answering a question from the hall, each bridge has a number.",
        ["indirect: each bridge has a number <Ada Lind>"],
        id="participle-of-the-attribution",
    ),
    pytest.param(
        "As Ada Lind explained, each bridge has a number.",
        ["indirect: each bridge has a number <Ada Lind>"],
        id="attribution-without-a-participle",
    ),
    pytest.param(
        "Earlier, Ada Lind reported that since the morning, nine boats had left the harbour.",
        ["indirect: since the morning, nine boats had left the harbour <Ada Lind>"],
        id="time-inside-the-clause",
    ),
    pytest.param(
        "The office asked for the list and was told by Ada Lind that it was lost.",
        ["indirect: it was lost <Ada Lind>"],
        id="told-by-an-agent",
    ),
    pytest.param(
        "The office asked for the list and was told that it was lost.",
        [],
        id="told-by-nobody",
    ),
    pytest.param(
        "Ada Lind said the bridge would open on Monday, the third such date this year.",
        ["indirect: the bridge would open on Monday <Ada Lind>"],
        id="comment-on-the-clause-by-number",
    ),
    pytest.param(
        "Ada Lind said the bridge would open on Monday, the third day of the fair.",
        ["indirect: the bridge would open on Monday, the third day of the fair <Ada Lind>"],
        id="day-within-the-clause",
    ),
    pytest.param(
        "Ada Lind said the mayor had lied, a claim that he denies.",
        ["indirect: the mayor had lied <Ada Lind>"],
        id="comment-on-the-clause-by-a-noun",
    ),
    pytest.param(
        "Ada Lind said the mayor had bought a goat, a cow and a horse.",
        ["indirect: the mayor had bought a goat, a cow and a horse <Ada Lind>"],
        id="list-within-the-clause",
    ),
    pytest.param(
        "He met her on the road – “the one where the old oak stood for years” – and walked home.",
        [],
        id="aside-between-dashes",
    ),
    pytest.param(
        "Ada Lind called the road “the one where the old oak stood for years” and walked home.",
        ["mixed: the road “the one where the old oak stood for years” <Ada Lind>"],
        id="object-between-marks",
    ),
    pytest.param(
        "A union representative there, Marek Zielinski, said workers would strike.",
        ["indirect: workers would strike <Marek Zielinski>"],
        id="named-behind-an-adverb",
    ),
    pytest.param("Ada Lind found the pipes full of starlings.", [], id="things-found"),
    pytest.param(
        "Ada Lind predicted that it would rain and urged people to bring in the goats.",
        ["indirect: it would rain <Ada Lind>", "indirect: people to bring in the goats <Ada Lind>"],
        id="coordinated-with-what-is-predicted",
    ),
    pytest.param(
        "Ada Lind will predict that it rains and urge people to bring in the goats.",
        ["indirect: it rains and urge people to bring in the goats <Ada Lind> status=expected"],
        id="coordinated-future",
    ),
    pytest.param(
        "The general’s boast that “no fox will ever enter this camp” was made on Monday.",
        ["direct: no fox will ever enter this camp <The general = ?>"],
        id="possessor-of-a-noun",
    ),
    pytest.param("The fact that “no fox will ever enter this camp” was noted on Monday.", [], id="noun-of-nobody"),
    pytest.param(
        "The petition’s claim that the well is dry was rejected.",
        ["indirect: the well is dry <The petition = ?>"],
        id="main-verb-taken-in",
    ),
    pytest.param(
        "Mayor Ada Holm's statement that the road was closed surprised many.",
        ["indirect: the road was closed <Ada Holm>"],
        id="main-verb-read-as-adjective",
    ),
    pytest.param(
        "Ada Holm's claim that the man who came was late is false.",
        ["indirect: the man who came was late <Ada Holm>"],
        id="relative-clause-inside",
    ),
    pytest.param(
        "A demand from the tenants that the heating be turned on was refused.",
        ["indirect: the heating be turned on <the tenants = ?>"],
        id="subjunctive-inside",
    ),
    pytest.param(
        "There was an assurance, from Admiral Verity Strickland, that the ships were ready.",
        ["indirect: the ships were ready <Verity Strickland>"],
        id="source-between-commas",
    ),
    pytest.param(
        "There was a ship, from Admiral Verity Strickland, that the men were ready to sail.",
        [],
        id="thing-between-commas",
    ),
    pytest.param(
        "When he said nothing she asked if the tortoise had a licence.",
        ["indirect: if the tortoise had a licence <she = ?>"],
        id="question-right-behind",
    ),
    pytest.param("Residents measured the new pavement and found it short.", [], id="found-short"),
    pytest.param("The study found it was short.", ["indirect: it was short <The study = ?>"], id="found-that"),
    pytest.param(
        "The tower reported seeing a cow.", ["indirect: seeing a cow <The tower = ?>"], id="gerund-of-a-report"
    ),
    pytest.param("The sopranos, said to be the best in the valley, sang.", [], id="said-to-be"),
    pytest.param("Ada Lind, told to be quiet, sang.", [], id="said-to-wait"),
    pytest.param(
        "The coach plans to tell the players that the season is over.",
        ["indirect: the season is over <The coach = ?> status=expected to=the players"],
        id="plans-to-tell",
    ),
    pytest.param(
        "The coach plans to sell the house.", ["indirect: to sell the house <The coach = ?>"], id="plans-to-sell"
    ),
    pytest.param(
        "The king is due to tell parliament that winters will be longer.",
        ["indirect: winters will be longer <The king = ?> status=expected to=parliament"],
        id="due-to-tell",
    ),
    pytest.param(
        "The officer said that the driver had told him the road was closed.",
        [
            "indirect: the driver had told him the road was closed <The officer = ?>",
            "indirect: the road was closed <the driver = ?> to=him relayed=The officer = ?",
        ],
        id="told-within",
    ),
    pytest.param(
        "According to the newspaper Echo Karvii, Vanda Sobotska told the party she was not afraid of the voters there.",
        ["indirect: she was not afraid of the voters there <Vanda Sobotska> to=the party relayed=Echo Karvii"],
        id="outlet-relays",
    ),
    pytest.param(
        "According to minister Ilze Kalna, Vanda Sobotska told the party she was not afraid of the voters there.",
        [
            "indirect: Vanda Sobotska told the party she was not afraid of the voters there <Ilze Kalna>",
            "indirect: she was not afraid of the voters there <Vanda Sobotska> to=the party relayed=Ilze Kalna",
        ],
        id="outlet-of-a-person-with-a-say",
    ),
    pytest.param(
        "Paolo Rinaldi denied having seasoned it.",
        ["indirect: having seasoned it <Paolo Rinaldi> status=denied"],
        id="denied-having",
    ),
    pytest.param("Paolo Rinaldi stopped seasoning it.", [], id="stopped-having"),
    pytest.param(
        "The owl left at noon, Ada Lind added.",
        ["indirect: The owl left at noon <Ada Lind>"],
        id="verb-read-as-participle",
    ),
    pytest.param("The owl left at noon, Ada Lind and the rest.", [], id="participle"),
    pytest.param(
        "Ada Lind said the car was doing 142 m.p.h. at noon.",
        ["indirect: the car was doing 142 m.p.h. at noon <Ada Lind>"],
        id="abbreviation-in-a-clause",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), CLAUSES)
def test_clauses(text: str, quotes: list[str]) -> None:
    """A clause is reported whole, and nothing that is none."""
    assert quotes_in(text) == quotes
