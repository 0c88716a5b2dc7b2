"""Which of several people speaks, through the whole pipeline with the model: short texts of our own, exact output.

Near misses stand beside what they nearly are. Quotes are written as `quotes_in` in test_quotes_model writes them.
"""

from __future__ import annotations

import pytest

from .test_quotes_model import quotes_in

pytestmark = pytest.mark.model

CHOICES = [
    pytest.param(
        "“Where is the bridge?” asked Davit Sarkis. “Upstream,” answered the duty officer.",
        ["direct: Where is the bridge? <Davit Sarkis>", "direct: Upstream, <the duty officer = ?>"],
        id="who-answers-is-somebody-else",
    ),
    pytest.param(
        "“Where is the bridge?” asked Davit Sarkis, an officer. “Upstream,” said the officer.",
        ["direct: Where is the bridge? <Davit Sarkis>", "direct: Upstream, <the officer = Davit Sarkis>"],
        id="who-goes-on-is-the-same",
    ),
    pytest.param(
        "Benedikt Sauer and his client, the brewer Maria Hopf, said the roof is too low.",
        ["indirect: the roof is too low <Benedikt Sauer> with=Maria Hopf"],
        id="joint-with-two-roles",
    ),
    pytest.param(
        "Detective Arturo Salas met the butler, Henry Plum. “I polished the spoons,” he told the detective.",
        ["direct: I polished the spoons, <he = Henry Plum> to=the detective"],
        id="who-is-told",
    ),
    pytest.param(
        "Detective Arturo Salas met the butler, Henry Plum. “I polished the spoons,” he told the court.",
        ["direct: I polished the spoons, <he = Arturo Salas> to=the court"],
        id="who-tells",
    ),
    pytest.param(
        "Mayor Max Ohr met the butler, Henry Plum. Ohr had lost, he said.",
        ["indirect: Ohr had lost <he = Henry Plum>"],
        id="who-is-named-in-the-words",
    ),
    pytest.param(
        "President Ilir Gashi received Paul Renner. He thanked him. “I leave with one suitcase,” he replied.",
        ["direct: I leave with one suitcase, <he = Paul Renner>"],
        id="who-replies",
    ),
    pytest.param(
        "President Ilir Gashi received Paul Renner. He thanked him. “I leave with one suitcase,” he said.",
        ["direct: I leave with one suitcase, <he = Ilir Gashi>"],
        id="who-goes-on",
    ),
    pytest.param(
        "President Ilir Gashi met Paul Renner. Asked about the suitcase, he replied: “I have one.”",
        ["direct: I have one. <he = Ilir Gashi>"],
        id="who-is-asked",
    ),
    pytest.param(
        "Mrs Edith Larkin and Dr Susan Larkin gave evidence. “She was four,” Mrs Larkin said.",
        ["direct: She was four, <Larkin = Edith Larkin>"],
        id="by-title",
    ),
    pytest.param(
        "Mrs Edith Larkin and Dr Susan Larkin gave evidence. “She was four,” Dr Larkin said.",
        ["direct: She was four, <Larkin = Susan Larkin>"],
        id="by-other-title",
    ),
    pytest.param(
        "The bishop’s driver, a quiet man named Pablo Iturbe, told the magazine: “She braked later.”",
        ["direct: She braked later. <The bishop’s driver = Pablo Iturbe> to=the magazine"],
        id="named-behind",
    ),
    pytest.param(
        "The bishop’s driver, a friend of Pablo Iturbe, told the magazine: “She braked later.”",
        ["direct: She braked later. <The bishop’s driver = ?> to=the magazine"],
        id="somebody-else-behind",
    ),
    pytest.param(
        "River Webb, who uses they and them, won. “I was bored,” they said.",
        ["direct: I was bored, <they = River Webb>"],
        id="singular-they",
    ),
    pytest.param(
        "River Webb and Ada Lind won. “We were bored,” they said.",
        ["direct: We were bored, <they = ?>"],
        id="plural-they",
    ),
    pytest.param(
        "Vikram Desai, 12, beat the grandmaster Lothar Weiss. “I have homework,” the boy said.",
        ["direct: I have homework, <the boy = Vikram Desai>"],
        id="boy",
    ),
    pytest.param(
        "Vikram Desai, 42, beat the grandmaster Lothar Weiss. “I have homework,” the girl said.",
        ["direct: I have homework, <the girl = ?>"],
        id="boy-of-no-age",
    ),
    pytest.param(
        "Maarten Claes, 44, was found at six by the cleaner, Rosa Quintela. “He slept,” the cleaner said.",
        ["direct: He slept, <the cleaner = Rosa Quintela>"],
        id="role-before-a-name",
    ),
    pytest.param(
        "“It was dark,” the pilot said. Controller Wim Stroop left.",
        ["direct: It was dark, <the pilot = ?>"],
        id="role-of-somebody-else-named-later",
    ),
    pytest.param(
        "“It was dark,” the pilot said. Nobody asked Wim Stroop.",
        ["direct: It was dark, <the pilot = Wim Stroop>"],
        id="role-of-who-is-named-later",
    ),
    pytest.param(
        "Both the mayor, Ines Prado, and the bishop, Luis Mota, said they would swim.",
        ["indirect: they would swim <Ines Prado> with=Luis Mota"],
        id="joint-with-roles",
    ),
    pytest.param(
        "“It is wet,” said Ines Prado, and the bishop, Luis Mota, went home.",
        ["direct: It is wet, <Ines Prado>"],
        id="clause-of-its-own",
    ),
    pytest.param(
        "EASTERN FRONT — A medic said the road was open again.",
        ["indirect: the road was open again <A medic = ?>"],
        id="dateline",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), CHOICES)
def test_choices(text: str, quotes: list[str]) -> None:
    """The right one of several people speaks."""
    assert quotes_in(text) == quotes
