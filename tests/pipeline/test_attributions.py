"""Attributions beside a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.attributions import Attribution, attribution_after, noun_phrase_at
from negotiations_nlp.pipeline.lead_ins import attribution_before

from .builders import at, quotations_of, tokens_of, word_at

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens


def after(tokens: Tokens, *, open_ended: bool) -> Attribution | None:
    """The attribution behind the only quotation."""
    (quoted,) = quotations_of(tokens)
    return attribution_after(tokens, default_lexicon(), quoted.after, len(tokens), open_ended=open_ended)


@pytest.mark.parametrize(
    ("text", "rule", "cue", "head"),
    [
        pytest.param("“We lost,” said Mary Kovar.", "cue-name-after-quote", "said", "Kovar", id="cue-name"),
        pytest.param("“We lost,” Mary Kovar said.", "name-cue-after-quote", "said", "Kovar", id="name-cue"),
        pytest.param(
            "“We lost,” Mary Kovar, the mayor of Larkin, said on Monday.",
            "name-cue-after-quote",
            "said",
            "Kovar",
            id="over-an-apposition",
        ),
        pytest.param(
            "“We lost,” said Mary Kovar, who runs the clinic.",
            "cue-name-after-quote",
            "said",
            "Kovar",
            id="with-a-relative",
        ),
        pytest.param("“We lost,” she quietly added.", "name-cue-after-quote", "added", "she", id="with-an-adverb"),
        pytest.param("“We lost,” said the angry fisherman.", "cue-name-after-quote", "said", "fisherman", id="nominal"),
        pytest.param(
            "“We lost,” Mary Kovar smiled.", "name-cue-after-quote", "smiled", "Kovar", id="any-verb-at-a-comma"
        ),
        pytest.param(
            "“We lost,” according to Mary Kovar.", "according-to-after-quote", "according", "Kovar", id="according-to"
        ),
        pytest.param("“We lost,” - Mary Kovar.", "dash-name", None, "Kovar", id="signature"),
    ],
)
def test_attribution_after_a_quotation(text: str, rule: str, cue: str | None, head: str) -> None:
    """Cue and source in the words that follow."""
    tokens = tokens_of(text)
    found = after(tokens, open_ended=True)
    assert found is not None
    frame_cue = None if found.frame is None else tokens.word(found.frame.cue)
    assert (found.rule, frame_cue, word_at(tokens, found.head)) == (rule, cue, head)


@pytest.mark.parametrize(
    ("text", "open_ended"),
    [
        pytest.param("“We lost.” Nobody came.", False, id="a-sentence-of-its-own"),
        pytest.param("The “lost” harbour was rebuilt.", False, id="words-of-the-same-clause"),
        pytest.param("“We lost.” On Monday the mayor said goodbye.", False, id="a-later-sentence-with-a-cue"),
        pytest.param(
            "“We lost.” On Monday Mary Kovar said goodbye.",
            False,
            id="a-later-sentence-with-a-cue-and-its-object",
            marks=pytest.mark.xfail(reason="a cue that has an object of its own is read as the quotation's"),
        ),
        pytest.param("“We lost” is a song.", False, id="subject-of-a-clause"),
        pytest.param("“We lost,”", True, id="nothing-follows"),
    ],
)
def test_no_attribution_after_a_quotation(text: str, open_ended: bool) -> None:
    """Other words do not attribute it."""
    assert after(tokens_of(text), open_ended=open_ended) is None


@pytest.mark.parametrize(
    ("text", "rule", "cue", "head"),
    [
        pytest.param("Mary Kovar said: “We lost.”", "cue-colon", "said", "Kovar", id="colon"),
        pytest.param("Mary Kovar said, “We lost.”", "cue-before-quote", "said", "Kovar", id="comma"),
        pytest.param("Mary Kovar said that “we lost.”", "cue-before-quote", "said", "Kovar", id="that"),
        pytest.param(
            "Mary Kovar told John Brandt, “We lost.”", "cue-before-quote", "told", "Kovar", id="with-an-addressee"
        ),
        pytest.param("Mary Kovar took the stage: “We lost.”", "verb-colon", "took", "Kovar", id="any-verb-at-a-colon"),
        pytest.param("Mary Kovar: “We lost.”", "name-colon", None, "Kovar", id="name-colon"),
        pytest.param(
            "Mary Kovar said it was too early to leave but added, “We all have an idea of the plan.”",
            "cue-before-quote",
            "added",
            "Kovar",
            id="a-second-cue-behind-a-report",
        ),
        pytest.param(
            "Mary Kovar said it was too early and John Brandt added, “We all have an idea of the plan.”",
            "cue-before-quote",
            "added",
            "Brandt",
            id="a-second-cue-of-somebody-else",
        ),
    ],
)
def test_attribution_before_a_quotation(text: str, rule: str, cue: str | None, head: str) -> None:
    """Cue and source in the words that lead in."""
    tokens = tokens_of(text)
    (quoted,) = quotations_of(tokens)
    found = attribution_before(tokens, default_lexicon(), 0, quoted.before)
    assert found is not None
    frame_cue = None if found.frame is None else tokens.word(found.frame.cue)
    assert (found.rule, frame_cue, word_at(tokens, found.head)) == (rule, cue, head)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We lost.”", id="nothing-before"),
        pytest.param("Mary Kovar painted the “lost” harbour.", id="no-cue"),
        pytest.param("Mary Kovar said the harbour was “lost” for good.", id="the-cue-has-a-clause-of-its-own"),
        pytest.param("Mary Kovar said goodbye. “We lost.”", id="a-cue-of-an-earlier-sentence"),
        pytest.param("Mary Kovar pointed a lamp at “The Old Mill” on Monday.", id="a-cue-without-its-particle"),
    ],
)
def test_no_attribution_before_a_quotation(text: str) -> None:
    """Other words do not lead into it."""
    tokens = tokens_of(text)
    (quoted,) = quotations_of(tokens)
    assert attribution_before(tokens, default_lexicon(), 0, quoted.before) is None


def test_an_attribution_from_before_its_first_word_is_not_read() -> None:
    """What stands before the range belongs to somebody else's quotation."""
    tokens = tokens_of("Mary Kovar said: “We lost.”")
    (quoted,) = quotations_of(tokens)
    found = attribution_before(tokens, default_lexicon(), at(tokens, "said") + 1, quoted.before)
    assert found is None or found.head is None


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        pytest.param("Mary Kovar, the mayor of Larkin, said goodbye.", "Mary", "Kovar", id="name"),
        pytest.param("The new mayor of Larkin said goodbye.", "The", "mayor", id="not-the-noun-after-of"),
        pytest.param("The harbour's director said goodbye.", "The", "director", id="not-the-possessor"),
        pytest.param("Police officer Mary Kovar said goodbye.", "Police", "Kovar", id="the-name-behind-a-title"),
        pytest.param("She said goodbye.", "said", None, id="a-verb-heads-nothing"),
    ],
)
def test_noun_phrase_at_a_token(text: str, first: str, expected: str | None) -> None:
    """Its head by tags alone, because the parse beside quotations is often wrong."""
    tokens = tokens_of(text)
    assert word_at(tokens, noun_phrase_at(tokens, at(tokens, first), len(tokens))) == expected


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("“We lost,” Mary Kovar told John Brandt.", "Brandt", id="told"),
        pytest.param("“Who lost?” asked Mary Kovar.", None, id="asked-is-not-asking-the-source"),
    ],
)
def test_the_source_is_not_spoken_to(text: str, addressee: str | None) -> None:
    """After an inverted cue the parser may take the source for the object."""
    tokens = tokens_of(text)
    found = after(tokens, open_ended=True)
    assert found is not None
    assert found.frame is not None
    assert word_at(tokens, found.frame.addressee) == addressee
