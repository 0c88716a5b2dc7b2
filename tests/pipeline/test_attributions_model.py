"""Attributions beside quotations, through the whole pipeline with the model: short texts of our own, exact output.

Near misses stand beside what they nearly are. Quotes are written as `quotes_in` in test_quotes_model writes them.
"""

from __future__ import annotations

import pytest

from .test_quotes_model import quotes_in

pytestmark = pytest.mark.model

ATTRIBUTIONS = [
    pytest.param(
        "“Give it here,” hollered the sergeant. It was late.",
        ["direct: Give it here, <the sergeant = ?>"],
        id="rare-verb-before-a-role",
    ),
    pytest.param(
        "“Give it here,” rolled the wheel. It was late.", ["direct: Give it here, <?>"], id="rare-verb-before-a-thing"
    ),
    pytest.param(
        "“And who are you?” rasped Elisa Orlova. “The plumber,” piped up a voice.",
        ["direct: And who are you? <Elisa Orlova>", "direct: The plumber, <a voice = ?>"],
        id="phrasal-cue",
    ),
    pytest.param(
        "“Our house,” Ada Lind told the officer, “was here before the road, and will be,” she added, “after it.”",
        ["direct: Our house, … was here before the road, and will be, … after it. <Ada Lind> to=the officer"],
        id="half-a-quote-with-its-attribution",
    ),
    pytest.param(
        "“You call this soup,” sniffed critic Balthazar Quill.",
        ["direct: You call this soup, <Balthazar Quill>"],
        id="verb-read-as-an-adjective",
    ),
    pytest.param(
        "“You call this soup,” seasoned critic Balthazar Quill wrote.",
        ["direct: You call this soup, <Balthazar Quill>"],
        id="adjective-of-a-subject",
    ),
    pytest.param(
        "“And the horse?” pressed barrister Conor Flood.",
        ["direct: And the horse? <Conor Flood>"],
        id="question-before-a-rare-verb",
    ),
    pytest.param("“The Horse” starred Conor Flood.", [], id="title-before-a-verb"),
    pytest.param("The film “Wet Paint!” starred Ada Lind and Max Ohr.", [], id="title-within-a-clause"),
    pytest.param("“Fire!” cried cook Jonas Albrecht.", ["direct: Fire! <Jonas Albrecht>"], id="role-read-as-a-verb"),
    pytest.param(
        "“Prices rose,” the head of the stats. office said.",
        ["direct: Prices rose, <the head of the stats = ?>"],
        id="abbreviation-within",
    ),
    pytest.param(
        "“Prices rose.” That pleased the office. The mayor said nothing.",
        ["direct: Prices rose. <?>"],
        id="sentence-end-after",
    ),
    pytest.param(
        "“The sea moved,” came the reply from the mayor.",
        ["direct: The sea moved, <the mayor = ?>"],
        id="reply-that-comes-from-somebody",
    ),
    pytest.param(
        "“The sea moved,” said the captain from the mayor’s boat.",
        ["direct: The sea moved, <the captain from the mayor’s boat = ?>"],
        id="train-that-comes-from-somewhere",
    ),
    pytest.param(
        "“I could not,” he told reporters. “He could not,” Tully confirmed.",
        ["direct: I could not, <he = ?> to=reporters", "direct: He could not, <Tully = ?>"],
        id="name-read-as-an-adverb",
    ),
    pytest.param(
        "“I could not,” he told reporters. “He could not,” quietly confirmed Ned Tully.",
        ["direct: I could not, <he = Ned Tully> to=reporters", "direct: He could not, <Ned Tully>"],
        id="adverb",
    ),
    pytest.param("“Since when?” his wife wanted to know.", ["direct: Since when? <his wife = ?>"], id="wants-to-know"),
    pytest.param(
        "“Since when?” His wife wanted to go.",
        ["direct: Since when? <?>", "indirect: to go <His wife = ?>"],
        id="wants-to-go",
    ),
    pytest.param(
        "Ada Lind wanted to know why the roof was gone.",
        ["indirect: why the roof was gone <Ada Lind>"],
        id="question-wanted",
    ),
    pytest.param("Ada Lind wanted to go home.", ["indirect: to go home <Ada Lind>"], id="thing-wanted"),
    pytest.param(
        "Max Ohr was late. His reply, “ask the horse”, pleased nobody.",
        ["direct: ask the horse <His = Max Ohr>"],
        id="noun-before-quote",
    ),
    pytest.param("The team’s motto, “Never Give Up”, was painted.", [], id="title-behind-a-noun"),
    pytest.param(
        "Denys Luk left. His post read: “Only a test.”",
        ["direct: Only a test. <His = Denys Luk>"],
        id="possessor-of-a-message",
    ),
    pytest.param(
        "“We are not lost, we are early.” The remark, by guide Sonam Dorji, was heard by all.",
        ["direct: We are not lost, we are early. <Sonam Dorji>"],
        id="remark-looks-back",
    ),
    pytest.param(
        "“We are not lost, we are early.” The road, built by Sonam Dorji, was heard by all.",
        ["direct: We are not lost, we are early. <?>"],
        id="thing-does-not-look-back",
    ),
    pytest.param(
        "“The dam is safe,” read a statement by Hydroproekt-South, the company that designed it.",
        ["direct: The dam is safe, <Hydroproekt-South>"],
        id="statement-beside-its-issuer",
    ),
    pytest.param(
        "Details: The mayor of Port Alba, Celso Braga, said the beach would be cleaned.",
        ["indirect: the beach would be cleaned <Celso Braga>"],
        id="label-before-a-subject",
    ),
    pytest.param(
        "They say:\n\n• Lena Fuchs (Greens): there is too much.\n• Bernd Kroll (Free Voters): “Never enough.”",
        ["indirect: there is too much. <Lena Fuchs>", "direct: Never enough. <Bernd Kroll>"],
        id="list-label",
    ),
    pytest.param(
        "The boat came in. Goalkeeper Ada Holm looked tired. “We lost the cup. We kept the ball.”",
        ["direct: We lost the cup. We kept the ball. <Ada Holm>"],
        id="introduced-by-a-sentence",
    ),
    pytest.param("The boat came in. The old road looked dry. “Wet Paint”", [], id="introduced-by-a-thing"),
    pytest.param(
        "She let the voters know that “this is not who we are, and never was.”",
        ["direct: this is not who we are, and never was. <She = ?>"],
        id="letting-know",
    ),
    pytest.param(
        "What to bring:\n\n• Boots (rubber): they must be dry.\n• Tea (black): two bags.", [], id="list-of-things"
    ),
    pytest.param(
        "Ferry to run all winter, says captain\n\nThe ferry is old.",
        ["indirect: Ferry to run all winter <captain = ?>"],
        id="headline-with-its-cue-last",
    ),
    pytest.param("Ferry to run all winter, trains too\n\nThe ferry is old.", [], id="headline-with-a-comma"),
]


@pytest.mark.parametrize(("text", "quotes"), ATTRIBUTIONS)
def test_attributions(text: str, quotes: list[str]) -> None:
    """Who is beside a quotation, in a label or in a headline says it, and nobody else."""
    assert quotes_in(text) == quotes
