"""Cues and their frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.lexicon import CueEntry, Lexicon, default_lexicon
from negotiations_nlp.pipeline.cues import find_frames
from negotiations_nlp.pipeline.frames import Frame, frame_at, subject_of

from .builders import at, phrase, tokens_of, word_at

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens


def frame_of(tokens: Tokens, cue: str) -> Frame:
    """The frame whose cue is the word."""
    (frame,) = [frame for frame in find_frames(tokens, default_lexicon()) if tokens.word(frame.cue) == cue]
    return frame


@pytest.mark.parametrize(
    ("text", "verb", "subject", "relayer", "construction"),
    [
        pytest.param("Mary Kovar said the harbour was lost.", "said", "Kovar", None, "active", id="before-the-verb"),
        pytest.param("“We lost,” said Mary Kovar.", "said", "Kovar", None, "active", id="after-the-verb"),
        pytest.param(
            "Mary Kovar, the new mayor of Larkin, said the harbour was lost.",
            "said",
            "Kovar",
            None,
            "active",
            id="over-an-apposition",
        ),
        pytest.param(
            "Mary Kovar stood up and said the harbour was lost.", "said", "Kovar", None, "active", id="coordinated-verb"
        ),
        pytest.param(
            "Mary Kovar stood up and John Brandt said the harbour was lost.",
            "said",
            "Brandt",
            None,
            "active",
            id="coordinated-verb-with-its-own",
        ),
        pytest.param(
            "Mary Kovar declined to say whether the harbour was lost.", "say", "Kovar", None, "active", id="control"
        ),
        pytest.param(
            "Mary Kovar asked John Brandt to say that the harbour was lost.",
            "say",
            "Brandt",
            None,
            "active",
            id="object-control",
        ),
        pytest.param(
            "Mary Kovar left the hall, saying that the harbour was lost.",
            "saying",
            "Kovar",
            None,
            "participle",
            id="participle",
        ),
        pytest.param(
            "Mary Kovar was quoted as saying that the harbour was lost.",
            "saying",
            "Kovar",
            None,
            "active",
            id="quoted-as-saying",
        ),
        pytest.param(
            "The agency quoted Mary Kovar as saying that the harbour was lost.",
            "saying",
            "Kovar",
            "agency",
            "active",
            id="quoted-by-somebody",
        ),
        pytest.param(
            "Mary Kovar was quoted by the agency as saying that the harbour was lost.",
            "saying",
            "Kovar",
            "agency",
            "active",
            id="quoted-by-somebody-in-the-passive",
        ),
        pytest.param(
            "John Brandt was told by Mary Kovar that the harbour was lost.",
            "told",
            "Kovar",
            None,
            "passive",
            id="passive-with-an-agent",
        ),
        pytest.param(
            "John Brandt was told that the harbour was lost.", "told", None, None, "passive", id="passive-without-one"
        ),
    ],
)
def test_subject_of_a_verb(text: str, verb: str, subject: str | None, relayer: str | None, construction: str) -> None:
    """Through coordination, control, participles and quotation of quotations."""
    tokens = tokens_of(text)
    found = subject_of(tokens, at(tokens, verb))
    assert (word_at(tokens, found[0]), word_at(tokens, found[1]), found[2]) == (subject, relayer, construction)


@pytest.mark.parametrize(
    ("text", "cue", "subject", "antecedent"),
    [
        pytest.param(
            "The mayor, who said that the harbour was lost, left the town.",
            "said",
            "who",
            "mayor",
            id="relative-clause",
        ),
        pytest.param("Who said that the harbour was lost?", "said", "Who", None, id="question"),
        pytest.param("Mary Kovar said the harbour was lost.", "said", "Kovar", None, id="no-relative-clause"),
    ],
)
def test_a_relative_pronoun_stands_for_its_antecedent(
    text: str, cue: str, subject: str, antecedent: str | None
) -> None:
    """The pronoun is the subject, the noun before it the antecedent."""
    tokens = tokens_of(text)
    frame = frame_of(tokens, cue)
    assert (word_at(tokens, frame.subject), word_at(tokens, frame.antecedent)) == (subject, antecedent)


@pytest.mark.parametrize(
    ("text", "cue", "status"),
    [
        pytest.param("Mary Kovar said the harbour was lost.", "said", "asserted", id="plain"),
        pytest.param("Mary Kovar has said that the harbour was lost.", "said", "asserted", id="perfect"),
        pytest.param("Mary Kovar will say that the harbour is lost.", "say", "expected", id="will"),
        pytest.param("Mary Kovar is expected to say that the harbour is lost.", "say", "expected", id="expected-to"),
        pytest.param("Mary Kovar is due to say that the harbour is lost.", "say", "expected", id="due-to"),
        pytest.param("Mary Kovar is happy to say that the harbour is open.", "say", "asserted", id="happy-to"),
        pytest.param("Mary Kovar is to announce that the harbour is lost.", "announce", "expected", id="is-to"),
        pytest.param(
            "Mary Kovar is happy to announce that the harbour is lost.", "announce", "asserted", id="is-happy-to"
        ),
        pytest.param(
            "Mary Kovar is said to have announced that the harbour is lost.",
            "announced",
            "unsure",
            id="is-said-to-have",
        ),
        pytest.param(
            "Mary Kovar is glad to have announced that the harbour is lost.", "announced", "asserted", id="glad-to-have"
        ),
        pytest.param("If Mary Kovar says that the harbour is lost, we leave.", "says", "expected", id="condition"),
        pytest.param("When Mary Kovar said that the harbour was lost, we left.", "said", "asserted", id="time"),
        pytest.param("Mary Kovar did not say that the harbour was lost.", "say", "denied", id="not"),
        pytest.param("Mary Kovar never said that the harbour was lost.", "said", "denied", id="never"),
        pytest.param("Mary Kovar said the harbour was not lost.", "said", "asserted", id="negation-of-the-content"),
        pytest.param("Nobody said that the harbour was lost.", "said", "denied", id="nobody"),
        pytest.param("No minister said that the harbour was lost.", "said", "denied", id="no-minister"),
        pytest.param("Mary Kovar said no ship was lost.", "said", "asserted", id="no-in-the-content"),
        pytest.param("Mary Kovar denied that the harbour was lost.", "denied", "denied", id="denial"),
        pytest.param("Mary Kovar did not deny that the harbour was lost.", "deny", "asserted", id="denial-denied"),
        pytest.param("Mary Kovar declined to say whether the harbour was lost.", "say", "denied", id="declined"),
        pytest.param("Mary Kovar has yet to say that the harbour is lost.", "say", "denied", id="yet-to"),
        pytest.param("Mary Kovar has come to say that the harbour is lost.", "say", "asserted", id="come-to"),
        pytest.param("Mary Kovar agreed to say that the harbour was lost.", "say", "asserted", id="agreed"),
        pytest.param(
            "Mary Kovar declined to name ships, but said that the harbour was lost.",
            "said",
            "asserted",
            id="declined-something-else",
        ),
        pytest.param("Mary Kovar did not leave but said that the harbour was lost.", "said", "asserted", id="not-but"),
        pytest.param("Mary Kovar did not write or say that the harbour was lost.", "say", "denied", id="not-or"),
        pytest.param("Mary Kovar may have said that the harbour was lost.", "said", "unsure", id="may"),
        pytest.param("Mary Kovar reportedly said that the harbour was lost.", "said", "unsure", id="reportedly"),
        pytest.param("Mary Kovar quietly said that the harbour was lost.", "said", "asserted", id="another-adverb"),
        pytest.param(
            "It is unclear whether Mary Kovar said that the harbour was lost.", "said", "unsure", id="unclear-whether"
        ),
        pytest.param("Mary Kovar said the harbour may be lost.", "said", "asserted", id="doubt-of-the-content"),
    ],
)
def test_status_of_a_cue(text: str, cue: str, status: str) -> None:
    """How sure the text is that somebody said it; what is said of the content does not count."""
    tokens = tokens_of(text)
    assert frame_of(tokens, cue).status == status


@pytest.mark.parametrize(
    ("text", "cue", "addressee"),
    [
        pytest.param("Mary Kovar told John Brandt that the harbour was lost.", "told", "Brandt", id="bare-object"),
        pytest.param("Mary Kovar told the story of the lost harbour.", "told", "story", id="bare-object-of-any-kind"),
        pytest.param("Mary Kovar said to John Brandt that the harbour was lost.", "said", "Brandt", id="to"),
        pytest.param("Mary Kovar said on Monday that the harbour was lost.", "said", None, id="on-monday"),
        pytest.param("Mary Kovar said the harbour belonged to John Brandt.", "said", None, id="to-in-the-content"),
        pytest.param("John Brandt was told that the harbour was lost.", "told", "Brandt", id="passive"),
        pytest.param("Mary Kovar said the harbour was lost.", "said", None, id="nobody"),
    ],
)
def test_addressee_of_a_cue(text: str, cue: str, addressee: str | None) -> None:
    """A bare object of verbs that take one, or what follows "to"."""
    tokens = tokens_of(text)
    assert word_at(tokens, frame_of(tokens, cue).addressee) == addressee


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        pytest.param("Mary Kovar said the harbour was lost.", ["said"], id="verb"),
        pytest.param("Mary Kovar saw that the saw was lost.", [], id="no-reporting-verb"),
        pytest.param("Mary Kovar pointed out that the harbour was lost.", ["pointed"], id="with-its-particle"),
        pytest.param("Mary Kovar pointed a lamp at the harbour.", [], id="without-its-particle"),
        pytest.param("Mary Kovar lost her say in the matter.", [], id="verb-form-as-a-noun"),
        pytest.param("Mary Kovar’s claim to the harbour was new.", ["claim"], id="noun"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_cues_of_a_sentence(text: str, cues: list[str]) -> None:
    """Words of the lexicon in the right part of speech, and fixed phrases."""
    tokens = tokens_of(text)
    assert [tokens.word(frame.cue) for frame in find_frames(tokens, default_lexicon())] == cues


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        pytest.param("According to Mary Kovar, the harbour was lost.", ["According"], id="according-to"),
        pytest.param("Mary Kovar played according her own taste.", [], id="according-without-to"),
        pytest.param("In the words of Mary Kovar, the harbour was lost.", ["words"], id="in-the-words-of"),
        pytest.param("Mary Kovar heard the words of the song.", [], id="words-of-something"),
        pytest.param("In Mary Kovar's view, the harbour was lost.", ["view"], id="in-her-view"),
        pytest.param("Mary Kovar enjoyed John Brandt's view of the harbour.", [], id="a-view-of-something"),
    ],
)
def test_fixed_phrases(text: str, cues: list[str]) -> None:
    """Only with the words that make them phrases."""
    tokens = tokens_of(text)
    frames = find_frames(tokens, default_lexicon())
    assert [tokens.word(frame.cue) for frame in frames if frame.construction == "phrase"] == cues


@pytest.mark.parametrize(
    ("text", "subject", "extent"),
    [
        pytest.param("According to Mary Kovar, the harbour was lost.", "Kovar", "According to Mary Kovar", id="before"),
        pytest.param("The harbour was lost, according to Mary Kovar.", "Kovar", "according to Mary Kovar", id="after"),
        pytest.param(
            "According to Mary Kovar, the new mayor, the harbour was lost.",
            "Kovar",
            "According to Mary Kovar, the new mayor,",
            id="with-its-apposition",
        ),
        pytest.param(
            "In the words of Mary Kovar, the harbour was lost.",
            "Kovar",
            "In the words of Mary Kovar",
            id="in-the-words-of",
        ),
        pytest.param("In Mary Kovar's view, the harbour was lost.", "Kovar", "In Mary Kovar's view", id="in-her-view"),
    ],
)
def test_fixed_phrases_name_their_source(text: str, subject: str, extent: str) -> None:
    """Their extent ends with the noun phrase of the source."""
    tokens = tokens_of(text)
    (frame,) = [frame for frame in find_frames(tokens, default_lexicon()) if frame.construction == "phrase"]
    assert word_at(tokens, frame.subject) == subject
    assert (phrase(tokens, frame.extent) or "").rstrip(",") == extent.rstrip(",")


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        pytest.param("Mary Kovar's claim that the harbour was lost was new.", "claim", "Kovar", id="possessor"),
        pytest.param("The claim by Mary Kovar that the harbour was lost was new.", "claim", "Kovar", id="by"),
        pytest.param("Mary Kovar made the claim that the harbour was lost.", "claim", "Kovar", id="who-makes-it"),
        pytest.param("The claim that the harbour was lost was new.", "claim", None, id="nobody"),
        pytest.param("There was a claim that the harbour was lost.", "claim", None, id="existential-there-is-nobody"),
    ],
)
def test_source_of_a_reporting_noun(text: str, cue: str, subject: str | None) -> None:
    """Its possessor, its author, or who makes it."""
    tokens = tokens_of(text)
    frame = frame_of(tokens, cue)
    assert (frame.construction, word_at(tokens, frame.subject)) == ("noun", subject)


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        pytest.param(
            "Mary Kovar said the harbour was lost, adding that the road was closed.",
            "adding",
            "Kovar",
            id="same-speaker",
        ),
        pytest.param(
            "Mary Kovar said John Brandt had left, adding that the road was closed.",
            "adding",
            "Kovar",
            id="not-the-subject-of-the-content",
        ),
        pytest.param(
            "Mary Kovar said the harbour was lost, with John Brandt adding that the road was closed.",
            "adding",
            "Brandt",
            id="its-own-subject",
        ),
        pytest.param(
            "Mary Kovar rejected the notion that the plan was late, saying that the harbour was lost.",
            "saying",
            "Kovar",
            id="not-a-thing-that-cannot-speak",
        ),
        pytest.param(
            "Mary Kovar said the town would need a harbour and urged the council to build one.",
            "urged",
            "Kovar",
            id="a-coordinated-verb-in-the-tense-of-the-cue",
        ),
        pytest.param(
            "Mary Kovar spoke out, telling the town the harbour is lost and asking how it would live.",
            "asking",
            "Kovar",
            id="a-coordinated-participle",
        ),
        pytest.param(
            "Mary Kovar told the paper the mood was calm, and predicted that the harbour would be lost.",
            "predicted",
            "Kovar",
            id="a-coordinated-verb",
        ),
        pytest.param(
            "Mary Kovar told the paper John Brandt left, and the mayor predicted that the harbour would be lost.",
            "predicted",
            "mayor",
            id="a-coordinated-verb-with-its-own",
        ),
    ],
)
def test_a_participle_has_the_subject_of_the_cue_before_it(text: str, cue: str, subject: str) -> None:
    """ "..., adding that ...": who spoke before goes on."""
    tokens = tokens_of(text)
    assert word_at(tokens, frame_of(tokens, cue).subject) == subject


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        pytest.param(
            "In a note to the council, Mary Kovar, its first mayor, said the harbour was lost.",
            "said",
            "Kovar",
            id="before-an-apposition",
        ),
        pytest.param(
            "Voters in all the towns said the harbour was lost.", "said", "Voters", id="head-of-the-phrase-before"
        ),
        pytest.param("On Monday said the harbour was lost.", "said", None, id="a-date"),
        pytest.param(
            "Mary Kovar was likely to win by saying that the harbour was lost.",
            "saying",
            "Kovar",
            id="of-the-main-clause",
        ),
        pytest.param(
            "Her habit of saying that the harbour was lost hurt the town.", "saying", None, id="a-noun-that-is-said-of"
        ),
        pytest.param(
            "LARKIN (Agency) - Mary Kovar said the harbour was lost.",
            "said",
            "Kovar",
            id="the-person-behind-a-dateline",
        ),
        pytest.param(
            "Mary Kovar sent a letter to members saying the harbour was lost.", "saying", "Kovar", id="of-a-letter"
        ),
        pytest.param(
            "Kovar issued a letter saying the harbour was lost.", "saying", "Kovar", id="of-a-letter-at-the-start"
        ),
        pytest.param(
            "Mary Kovar spoke to members saying the harbour was lost.", "saying", "members", id="of-who-is-spoken-to"
        ),
        pytest.param(
            "A woman who had come to see the town said the harbour was lost.",
            "said",
            "woman",
            id="whom-a-relative-clause-describes",
        ),
        pytest.param(
            "Mary Kovar left the square where protesters had gathered, chanting that the harbour was lost.",
            "chanting",
            "protesters",
            id="of-a-clause-of-place",
        ),
    ],
)
def test_a_subject_that_the_parse_does_not_connect(text: str, cue: str, subject: str | None) -> None:
    """Who stands before the verb, or is the main clause's subject."""
    tokens = tokens_of(text)
    assert word_at(tokens, frame_of(tokens, cue).subject) == subject


def test_a_verb_outside_the_lexicon_has_a_frame_all_the_same() -> None:
    """Beside a quotation any verb may report; the frame licenses nothing."""
    tokens = tokens_of("Mary Kovar saw that the saw was lost.")
    frame = frame_at(tokens, at(tokens, "saw"), None)
    assert word_at(tokens, frame.subject) == "Kovar"
    assert not frame.licenses("clause")


def test_a_lexicon_of_ones_own_decides() -> None:
    """Another lexicon, other cues."""
    entry = CueEntry.model_validate(
        {"lemma": "see", "pos": "verb", "forms": ["saw"], "licenses": ["clause"], "group": "x", "sources": ["own"]}
    )
    tokens = tokens_of("Mary Kovar saw that the saw was lost.")
    (frame,) = find_frames(tokens, Lexicon((entry,)))
    assert (tokens.word(frame.cue), frame.licenses("clause"), frame.licenses("quote")) == ("saw", True, False)
