"""What a cue reports without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.clauses import find_clause
from negotiations_nlp.pipeline.comments import attribution_extent
from negotiations_nlp.pipeline.cues import find_frames

from .builders import phrase, tokens_of

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens


def clause_of(tokens: Tokens, cue: str) -> tuple[str | None, list[str | None]]:
    """(rule, parts) of the clause that the cue governs."""
    (frame,) = [frame for frame in find_frames(tokens, default_lexicon()) if tokens.word(frame.cue) == cue]
    clause = find_clause(tokens, frame)
    return (None, []) if clause is None else (clause.rule, [phrase(tokens, r) for r in clause.ranges])


@pytest.mark.parametrize(
    ("text", "cue", "rule", "parts"),
    [
        pytest.param(
            "Mary Kovar said that the harbour was lost.", "said", "clause-after", ["the harbour was lost"], id="that"
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost.", "said", "clause-after", ["the harbour was lost"], id="without-that"
        ),
        pytest.param("Mary Kovar said nothing.", "said", None, [], id="noun-phrase"),
        pytest.param(
            "Mary Kovar said the harbour was lost and the road was closed.",
            "said",
            "clause-after",
            ["the harbour was lost and the road was closed"],
            id="two-clauses",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost and left the hall.",
            "said",
            "clause-after",
            ["the harbour was lost"],
            id="the-second-verb-is-the-speakers",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost because nobody came.",
            "said",
            "clause-after",
            ["the harbour was lost because nobody came"],
            id="with-a-subordinate-clause",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost, adding that the road was closed.",
            "said",
            "clause-after",
            ["the harbour was lost"],
            id="without-what-is-added",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost, adding that the road was closed.",
            "adding",
            "clause-after",
            ["the road was closed"],
            id="what-is-added",
        ),
        pytest.param("Mary Kovar went home, adding sugar to the tea.", "adding", None, [], id="sugar-is-added"),
        pytest.param(
            "The harbour was lost, Mary Kovar said.", "said", "clause-before", ["The harbour was lost"], id="before"
        ),
        pytest.param("The harbour was lost when she said no.", "said", None, [], id="before-but-not-hers"),
        pytest.param(
            "The harbour, Mary Kovar said, was lost.", "said", "clause-around", ["The harbour", "was lost"], id="around"
        ),
        pytest.param(
            "Mary Kovar asked whether the harbour was lost.",
            "asked",
            "question",
            ["whether the harbour was lost"],
            id="question",
        ),
        pytest.param("Mary Kovar asked John Brandt twice.", "asked", None, [], id="asked-somebody"),
        pytest.param(
            "Mary Kovar promised to rebuild the harbour.",
            "promised",
            "infinitive",
            ["to rebuild the harbour"],
            id="infinitive",
        ),
        pytest.param("Mary Kovar promised to John Brandt.", "promised", None, [], id="to-somebody"),
        pytest.param(
            "Mary Kovar urged John Brandt to leave the town.",
            "urged",
            "infinitive",
            ["John Brandt to leave the town"],
            id="object-and-infinitive",
        ),
        pytest.param("Mary Kovar urged John Brandt.", "urged", None, [], id="object-alone"),
        pytest.param(
            "Mary Kovar called on John Brandt to leave the town.",
            "called",
            "infinitive",
            ["John Brandt to leave the town"],
            id="called-on-somebody-to",
        ),
        pytest.param("Mary Kovar called on John Brandt on Monday.", "called", None, [], id="called-on-somebody"),
        pytest.param("Mary Kovar proposed holding a vote.", "proposed", "gerund", ["holding a vote"], id="gerund"),
        pytest.param("Mary Kovar proposed a vote.", "proposed", None, [], id="proposed-a-thing"),
        pytest.param(
            "According to Mary Kovar, the harbour was lost.",
            "According",
            "phrase-before",
            ["the harbour was lost"],
            id="according-to-before",
        ),
        pytest.param(
            "The harbour was lost, according to Mary Kovar.",
            "according",
            "phrase-after",
            ["The harbour was lost"],
            id="according-to-after",
        ),
        pytest.param(
            "The harbour, according to Mary Kovar, was lost.",
            "according",
            "phrase-around",
            ["The harbour", "was lost"],
            id="according-to-between",
        ),
        pytest.param(
            "The road is open; the harbour was lost, according to Mary Kovar.",
            "according",
            "phrase-after",
            ["the harbour was lost"],
            id="according-to-after-a-semicolon",
        ),
        pytest.param(
            "Mary Kovar’s claim that the harbour was lost was new.",
            "claim",
            "noun-clause",
            ["the harbour was lost"],
            id="noun",
        ),
        pytest.param("Mary Kovar’s claim to the harbour was new.", "claim", None, [], id="claim-to-something"),
        pytest.param(
            "Mary Kovar’s claim that she read yesterday was new.", "claim", None, [], id="relative-clause-of-a-noun"
        ),
        pytest.param(
            "Mary Kovar repeated her demand to rebuild the harbour.",
            "demand",
            "noun-infinitive",
            ["to rebuild the harbour"],
            id="noun-and-infinitive",
        ),
        pytest.param(
            "Mary Kovar said the harbour “was lost,” adding that nobody came.",
            "said",
            "clause-after",
            ["the harbour “was lost,”"],
            id="participle-behind-a-comma-inside-marks",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost - adding that nobody came.",
            "said",
            "clause-after",
            ["the harbour was lost"],
            id="participle-behind-a-dash",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost - a sad and costly loss.",
            "said",
            "clause-after",
            ["the harbour was lost - a sad and costly loss"],
            id="apposition-behind-a-dash",
        ),
        pytest.param(
            "Mary Kovar said the town needs a harbour and added that nobody came.",
            "said",
            "clause-after",
            ["the town needs a harbour"],
            id="reports-again",
        ),
        pytest.param(
            "Mary Kovar said the town would need a harbour and urged the council to build one.",
            "said",
            "clause-after",
            ["the town would need a harbour"],
            id="goes-on-in-the-tense-of-the-cue",
        ),
        pytest.param(
            "Mary Kovar said the council met and urged the town to build a harbour.",
            "said",
            "clause-after",
            ["the council met and urged the town to build a harbour"],
            id="goes-on-in-the-tense-of-the-clause",
        ),
        pytest.param(
            "Mary Kovar spoke out, telling the town the harbour is lost and asking how it would live.",
            "telling",
            "clause-after",
            ["the harbour is lost"],
            id="goes-on-with-a-participle",
        ),
        pytest.param(
            "Mary Kovar said the plan is late and accused John Brandt of leaving the town.",
            "said",
            "clause-after",
            ["the plan is late"],
            id="goes-on-and-accuses",
        ),
        pytest.param(
            "Mary Kovar said the plan has failed and accused John Brandt of leaving the town.",
            "said",
            "clause-after",
            ["the plan has failed and accused John Brandt of leaving the town"],
            id="a-perfect-may-go-on",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost: “We have no town,” she told the council.",
            "told",
            "clause-before",
            ["“We have no town,”"],
            id="from-the-colon-before-a-quotation",
        ),
        pytest.param(
            "The town knows the danger: she says the harbour is lost.",
            "says",
            "clause-after",
            ["the harbour is lost"],
            id="the-clause-right-behind-the-cue",
        ),
        pytest.param(
            "The harbour is lost, she says, because nobody came.",
            "says",
            "clause-around",
            ["The harbour is lost", "because nobody came"],
            id="a-clause-behind-a-comma",
        ),
        pytest.param(
            "The council passed a rule that she said would cost the town a harbour.",
            "said",
            "clause-after",
            ["would cost the town a harbour"],
            id="inside-a-relative-clause",
        ),
        pytest.param(
            "The council passed a rule, and she said it would cost the town a harbour.",
            "said",
            "clause-after",
            ["it would cost the town a harbour"],
            id="beside-another-clause",
        ),
        pytest.param(
            "The harbour was lost, Mary Kovar said, adding that nobody came.",
            "said",
            "clause-before",
            ["The harbour was lost"],
            id="a-comment-after-which-the-speaker-goes-on",
        ),
        pytest.param(
            "The harbour was lost, Mary Kovar said, taking the whole town with it.",
            "said",
            "clause-around",
            ["The harbour was lost", "taking the whole town with it"],
            id="a-comment-after-which-the-clause-goes-on",
        ),
        pytest.param(
            "As the crowd left the harbour, Mary Kovar said, “nobody came to the town.”",
            "said",
            "clause-after",
            ["nobody came to the town"],
            id="an-adjunct-before-a-quotation",
        ),
        pytest.param(
            "As the crowd left the harbour, Mary Kovar said, “nobody” came to the town.",
            "said",
            "clause-around",
            ["As the crowd left the harbour", "“nobody” came to the town"],
            id="an-adjunct-before-a-quoted-word",
        ),
        pytest.param(
            "Mary Kovar said the harbour “was lost,” looking at her boats.",
            "said",
            "clause-after",
            ["the harbour “was lost,”"],
            id="what-the-speaker-did-behind-a-quoted-end",
        ),
    ],
)
def test_clause_of_a_cue(text: str, cue: str, rule: str | None, parts: list[str]) -> None:
    """All of what is reported and nothing else."""
    tokens = tokens_of(text)
    assert clause_of(tokens, cue) == (rule, parts)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        pytest.param("The harbour was lost, Mary Kovar said.", "said", (0, 4), "Mary Kovar said", id="subject-and-cue"),
        pytest.param(
            "The harbour was lost, said Mary Kovar, the mayor, on Monday.",
            "said",
            (0, 4),
            "said Mary Kovar, the mayor, on Monday",
            id="with-apposition-and-date",
        ),
        pytest.param(
            "The harbour was lost, according to Mary Kovar.",
            "according",
            (0, 4),
            "according to Mary Kovar",
            id="phrase",
        ),
    ],
)
def test_extent_of_an_attribution(text: str, cue: str, content: tuple[int, int], expected: str) -> None:
    """Source, cue and modifiers without the content."""
    tokens = tokens_of(text)
    (frame,) = [frame for frame in find_frames(tokens, default_lexicon()) if tokens.word(frame.cue) == cue]
    assert phrase(tokens, attribution_extent(tokens, frame, frozenset(range(*content)))) == expected
