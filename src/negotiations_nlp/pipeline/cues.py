"""All frames of a document: verbs, nouns and phrases of the lexicon where they report."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import REPORTING_GROUPS
from negotiations_nlp.pipeline.bounds import LINKS, MARKS, SEPARATORS, resumed
from negotiations_nlp.pipeline.frames import (
    MAX_CHAIN,
    THINGS,
    WANTS,
    Frame,
    child_of,
    frame_at,
    lets_know,
    main_subject,
    object_of,
    subject_of,
    wants_to_know,
)
from negotiations_nlp.pipeline.mentions import can_speak
from negotiations_nlp.pipeline.status import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from negotiations_nlp.lexicon import CueEntry, Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["complete_coordinated", "complete_participle", "find_frames"]


# what something is done, not said, according to
GUIDES = frozenset({"plan", "plans", "schedule", "custom", "tradition", "taste", "need", "needs", "ability", "recipe"})
MAX_SHARED_FRAMES = 8


def find_frames(tokens: Tokens, lexicon: Lexicon) -> list[Frame]:
    """All frames of a document, in text order.

    Does not look at quotation marks, and does not decide whether anything is reported.

    Args:
        tokens: the document.
        lexicon: the reporting words.

    Returns:
        The frames, empty when no cue is found.
    """
    frames: list[Frame] = []
    verbs, nouns, tags, lower = lexicon.verbs, lexicon.nouns, tokens.tags, tokens.lower
    for i, word in enumerate(lower):
        if word in verbs and tags[i][0] == "V":
            entry = verbs[word]
            if word in WANTS and lower[i + 1 : i + 3] == ["to", "know"]:
                continue
            if word == "know":  # who wants to know asks, who lets others know tells
                spoken = "asked" if wants_to_know(tokens, i) else "told" if lets_know(tokens, i) else word
                entry = verbs.get(spoken, entry)
            if entry.particle is not None and entry.particle not in lower[i + 1 : i + 3]:
                continue
            if lower[max(i - 2, 0) : i] == ["so", "-"]:  # "so-called"
                continue
            frame = frame_at(tokens, i, entry)
            completed = _coordinated(tokens, frame, frames) if tokens.deps[i] == "conj" else frame
            if completed is frame and tags[i] == "VBG" and i:
                completed = complete_participle(tokens, frame, lexicon)
            frame = completed
            frames.append(frame)
        elif word in nouns and tags[i] in {"NN", "NNS"} and not tokens.ents[i]:
            named = _noun_frame(tokens, i, nouns[word])
            if named is not None:
                frames.append(named)
        if word == "according" or word in {"words", "view", "opinion", "account", "telling", "estimation", "eyes"}:
            frames.extend(_phrase_frames(tokens, i))
    return frames


def _coordinated(tokens: Tokens, frame: Frame, earlier: list[Frame]) -> Frame:
    """ "X said it was late, and predicted rain": the subject of the cue before, not that of what it reports."""
    cue, subject = frame.cue, frame.subject
    if subject is None or tokens.heads[subject] == cue or not earlier:
        return frame
    if tokens.lower[subject] in THINGS:
        return _shared_subject(tokens, frame, earlier)
    spoken = (f for f in earlier[-MAX_SHARED_FRAMES:] if f.construction in {"active", "participle"})
    near = [f for f in spoken if _reports(f) and _governs(tokens, f.cue, cue)]
    if not near or tokens.tags[subject] in {"WP", "WDT"}:
        return frame
    link = next((k for k in range(cue - 1, max(cue - 4, -1), -1) if tokens.lower[k] in LINKS), None)
    high = tokens.sentence(cue)[1]
    again = [f for f in near if link is not None and resumed(tokens, f.cue, link, high) == cue]
    if again:
        return replace(frame, subject=again[0].subject, antecedent=again[0].antecedent)
    return frame if can_speak(tokens, subject) else _shared_subject(tokens, frame, earlier)


def complete_coordinated(tokens: Tokens, frame: Frame, lexicon: Lexicon) -> Frame:
    """The subject of a verb behind "and" or "but" that has none of its own: "said it was late but added: ...".

    Args:
        tokens: the document.
        frame: the frame of a coordinated verb.
        lexicon: the reporting words.

    Returns:
        The frame with the subject of the cue before it, the same frame when nothing speaks for that.
    """
    return _coordinated(tokens, frame, _frames_before(tokens, frame.cue, lexicon))


def _frames_before(tokens: Tokens, i: int, lexicon: Lexicon) -> list[Frame]:
    """The frames of the last verbs of the lexicon before token i in its sentence."""
    low = tokens.sentence(i)[0]
    known = [k for k in range(low, i) if tokens.tags[k][:1] == "V" and tokens.lower[k] in lexicon.verbs]
    return [frame_at(tokens, k, lexicon.verbs[tokens.lower[k]]) for k in known[-MAX_SHARED_FRAMES:]]


def complete_participle(tokens: Tokens, frame: Frame, lexicon: Lexicon) -> Frame:
    """A participle's subject by what stands before it, where the parser hung it on the wrong verb.

    Args:
        tokens: the document.
        frame: the frame of a participle.
        lexicon: the reporting words.

    Returns:
        The frame with its subject, the same frame when nothing speaks for another.
    """
    i = frame.cue
    if not i:
        return frame
    if tokens.ents[i - 1] == "PERSON" and tokens.deps[i] in {"acl", "advcl", "pcomp", "ccomp", "xcomp"}:
        return replace(frame, subject=i - 1, antecedent=None)
    before = i - 2 if tokens.lower[i - 1] in MARKS and i > 1 else i - 1
    if tokens.lower[before] not in SEPARATORS:
        return frame
    shared = _shared_subject(tokens, frame, _frames_before(tokens, i, lexicon))
    if shared is not frame:
        return shared
    named = frame.subject if frame.antecedent is None else frame.antecedent
    head = tokens.heads[i]
    inside = tokens.deps[head] in {"relcl", "acl"}
    if inside and named is not None and tokens.heads[named] == head and _opens_with_adverb(tokens, head):
        return frame  # "the square where protesters had gathered, chanting ..."
    if named is not None and can_speak(tokens, named) and not inside:
        return frame
    subject = main_subject(tokens, i)
    if subject is None or subject > i or not (inside or can_speak(tokens, subject)):
        return frame
    return replace(frame, subject=subject, antecedent=None)


def _opens_with_adverb(tokens: Tokens, verb: int) -> bool:
    """Whether a relative clause opens with "where" or "when"."""
    return any(tokens.tags[k] == "WRB" and k < verb for k in tokens.children[verb])


def _reports(frame: Frame) -> bool:
    return frame.entry is not None and frame.entry.group in REPORTING_GROUPS


def _shared_subject(tokens: Tokens, frame: Frame, earlier: list[Frame]) -> Frame:
    """ "X said ..., adding that ...": the participle after a comma has the subject of the cue before it."""
    sentence = tokens.sents[frame.cue]
    same = list(takewhile(lambda f: tokens.sents[f.cue] == sentence, islice(reversed(earlier), MAX_SHARED_FRAMES)))
    for other in same:
        if any(f is not other and f.construction == "active" and _governs(tokens, f.cue, other.cue) for f in same):
            continue
        if other.construction == "active" and other.subject is not None and _reports(other):
            if frame.subject is not None and any(k == frame.cue for k in tokens.children[frame.subject]):
                return frame
            construction = "participle" if tokens.tags[frame.cue] == "VBG" else frame.construction
            return replace(frame, subject=other.subject, antecedent=other.antecedent, construction=construction)
    return frame


def _governs(tokens: Tokens, high: int, low: int) -> bool:
    """Whether token low hangs below token high."""
    for _ in range(MAX_CHAIN * 2):
        if tokens.heads[low] == low:
            return False
        low = tokens.heads[low]
        if low == high:
            return True
    return False


def _noun_frame(tokens: Tokens, i: int, entry: CueEntry) -> Frame | None:
    """A reporting noun: its source is its possessor, or who gives or makes it."""
    if tokens.lower[i - 1 : i] == ["in"] and tokens.lower[i + 1 : i + 2] == ["to"]:
        return None
    source = child_of(tokens, i, "poss")
    if source is None and i > 1 and tokens.tags[i - 1] == "POS" and tokens.tags[i - 2][:2] == "NN":
        source = i - 2  # "the general's boast", the possessor read as something else
    if source is None:
        for k in tokens.children[i]:
            if (tokens.deps[k] == "prep" and tokens.lower[k] in {"by", "from", "of"}) or tokens.deps[k] == "agent":
                source = object_of(tokens, k)
                break
    if source is None and tokens.lower[i + 1 : i + 2] == [","] and tokens.lower[i + 2 : i + 3] in (["from"], ["by"]):
        source = object_of(tokens, i + 2)  # "an assurance, from Ada Lind, that ..."
    if source is None and i and tokens.ents[i - 1] == "PERSON":
        source = i - 1  # "despite Trump warning that ..."
    if source is not None and tokens.lower[source] in THINGS:
        return None
    frame = Frame(i, entry, source, "noun")
    head = tokens.heads[i]
    if source is None and tokens.deps[i] in {"dobj", "pobj", "attr"}:
        verb = head if tokens.deps[i] != "pobj" else tokens.heads[head]
        if tokens.tags[verb][:1] == "V":
            source = subject_of(tokens, verb)[0]
            if source is not None and tokens.lower[source] in THINGS:
                source = None
            return replace(frame, subject=source, status=status_of(tokens, verb, None))
    return frame


def _phrase_frames(tokens: Tokens, i: int) -> Iterator[Frame]:
    """ "according to X", "in the words of X", "in X's view"."""
    lower, n = tokens.lower, len(tokens)
    if lower[i] == "according" and i + 2 < n and lower[i + 1] == "to":
        source = object_of(tokens, i + 1)
        if source is None:
            source = object_of(tokens, i)
        if source is None:
            source = next(
                (
                    k
                    for k in range(i + 2, min(i + 10, n))
                    if tokens.tags[k] in {"NN", "NNS", "NNP", "NNPS", "PRP"}
                    and (k + 1 == n or tokens.tags[k + 1] not in {"NN", "NNS", "NNP", "NNPS", "POS"})
                ),
                None,
            )
        if source is not None and lower[source] not in GUIDES:
            yield Frame(i, None, source, "phrase", extent=_phrase_extent(tokens, i, source))
    elif lower[i] in {"words", "view", "opinion", "account", "telling", "estimation", "eyes"}:
        for k in tokens.children[i]:
            if tokens.deps[k] == "poss" or (tokens.deps[k] == "prep" and lower[k] == "of"):
                source = k if tokens.deps[k] == "poss" else object_of(tokens, k)
                head = tokens.heads[i]
                if source is not None and lower[head] in {"in", "by"} and tokens.deps[i] == "pobj":
                    yield Frame(i, None, source, "phrase", extent=_phrase_extent(tokens, head, max(source, i)))


def _phrase_extent(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """From a phrase's first word to the end of its noun phrase with its appositives and relative clauses."""
    _low, high = tokens.sentence(first)
    end = last + 1
    for k in tokens.subtree(last):
        end = max(end, k + 1)
    return first, min(end, high)
