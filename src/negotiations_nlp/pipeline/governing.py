"""Which verb of its sentence accounts for a quotation inside a clause, whatever the parser hung it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import SENTENCE_ENDS
from negotiations_nlp.pipeline.bounds import FINITE_TAGS, MARKS, SPEECH_GROUPS
from negotiations_nlp.pipeline.frames import Frame, frame_at
from negotiations_nlp.pipeline.mentions import can_speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.reports import Quoted
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["frames_above", "governing"]

MAX_CLIMB = 8
SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp"})
NOUNS = frozenset({"NN", "NNS"})
VERB_TAGS = FINITE_TAGS | {"VBG"}


def frames_above(tokens: Tokens, lexicon: Lexicon, q: Quoted) -> list[Frame]:
    """The frames of the verbs before a quotation that it hangs on and that have a subject.

    Args:
        tokens: the document.
        lexicon: the reporting words; verbs that it does not hold have a frame all the same.
        q: the quotation.

    Returns:
        The frames, the nearest first; empty when it hangs on no verb before it.
    """
    found: list[Frame] = []
    i = next((k for k in range(q.first, q.last) if not q.first <= tokens.heads[k] < q.last), None)
    for _ in range(MAX_CLIMB):
        if i is None or tokens.heads[i] == i:
            break
        below, i = i, tokens.heads[i]
        if not q.first <= i < q.last and tokens.tags[i][:1] == "V" and i < q.before:
            frame = frame_at(tokens, i, lexicon.verbs.get(tokens.lower[i]))
            # what hangs on the subject is not its words: 'said Ann Lee, who waited in a "line"'
            if frame.subject is not None and not q.first <= frame.subject < q.last and frame.subject != below:
                found.append(frame)
    return found


def governing(tokens: Tokens, lexicon: Lexicon, frames: Sequence[Frame], q: Quoted) -> Frame | None:
    """The frame of who speaks in a quotation's sentence.

    Of the frames above the quotation the nearest that reports ("He warned of owners who are “…”": his words, not the
    owners'), then a report beside it that the parser did not connect, then the nearest whose subject can speak.

    Args:
        tokens: the document.
        lexicon: the reporting words.
        frames: the frames above the quotation, as `frames_above` gives them.
        q: the quotation.

    Returns:
        The frame, None when nobody in the sentence can speak.
    """
    reporting = next((f for f in frames if f.entry is not None and f.entry.group in SPEECH_GROUPS), None)
    return (
        reporting
        or _report_before(tokens, lexicon, q, loose=not frames)
        or _report_behind(tokens, lexicon, q)
        or next((f for f in frames if _can_speak(tokens, f)), None)
    )


def _report_before(tokens: Tokens, lexicon: Lexicon, q: Quoted, *, loose: bool) -> Frame | None:
    """The frame of the last main verb of saying before a quotation in its sentence.

    Where the quotation hangs on nothing (loose), any verb that introduces words will do ("calling him “…”").
    """
    previous = max(q.before - 1, 0)
    low = tokens.sentence(q.before if tokens.lower[previous] in SENTENCE_ENDS else previous)[0]
    for i in range(previous, low - 1, -1):
        if "\n" in tokens.lower[i]:
            return None
        entry = lexicon.verbs.get(tokens.lower[i]) if tokens.tags[i] in VERB_TAGS else None
        if entry is None or entry.group not in SPEECH_GROUPS:
            continue
        said = entry.group == "say" and tokens.tags[i] in FINITE_TAGS
        if loose or (said and (tokens.deps[i] not in SUBORDINATE or _leads_on(tokens, i, q))):
            frame = frame_at(tokens, i, entry)
            subject = frame.subject
            somebody = _can_speak(tokens, frame) or (said and subject is not None and tokens.tags[subject] in NOUNS)
            if somebody and subject is not None and subject < i:
                return frame
    return None


def _leads_on(tokens: Tokens, i: int, q: Quoted) -> bool:
    """Whether a subordinate clause reports: a comment ("As the mayor noted, ...") or one that a quotation ends."""
    if any(tokens.lower[k] == "as" and k < i for k in tokens.children[i]):
        return True
    return tokens.deps[i] == "advcl" and "," not in tokens.lower[i : q.before]


def _report_behind(tokens: Tokens, lexicon: Lexicon, q: Quoted) -> Frame | None:
    """The frame of a comment behind a quotation in its sentence: '... a "lost cause" for them, said Ann Lee.'"""
    high = tokens.sentence(q.before)[1]
    for i in range(q.after, high):
        entry = lexicon.verbs.get(tokens.lower[i]) if tokens.tags[i] in FINITE_TAGS else None
        if entry is None or entry.group != "say" or "quote" not in entry.licenses:
            continue
        frame = frame_at(tokens, i, entry)
        subject = frame.subject
        if subject is None or subject < q.after or not _can_speak(tokens, frame):
            return None
        first = min(i, tokens.edges(subject)[0] if subject < i else i)
        while tokens.lower[first - 1] in MARKS:
            first -= 1
        return frame if tokens.lower[first - 1] == "," else None
    return None


def _can_speak(tokens: Tokens, frame: Frame) -> bool:
    """Whether a frame's subject, or what a relative pronoun as subject stands for, is somebody who can speak."""
    i = frame.subject if frame.antecedent is None else frame.antecedent
    return i is not None and can_speak(tokens, i)
