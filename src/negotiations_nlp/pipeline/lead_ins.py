"""Attributions that lead into a quotation: "X said: ...", "X told her, ...", "As X put it, ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.attributions import (
    DASHES,
    NOMINAL,
    NOUNS,
    SENTENCE_ENDS,
    WEAK_VERBS,
    Attribution,
    entry_at,
    noun_phrase_at,
)
from negotiations_nlp.pipeline.bounds import MARKS
from negotiations_nlp.pipeline.cues import complete_coordinated, complete_participle
from negotiations_nlp.pipeline.frames import Frame, frame_at

if TYPE_CHECKING:
    from negotiations_nlp.lexicon import Lexicon
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["attribution_before"]

SPOKEN_NOUNS = frozenset({"words", "verdict", "line", "lines", "voice", "motto", "message", "post", "tweet", "note"})
POSSESSIVES = frozenset({"his", "her", "their"})
READS = frozenset({"read", "reads", "ran"})
GOVERNED = frozenset({"pobj", "dobj", "poss", "compound", "nmod"})


def attribution_before(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> Attribution | None:
    """The attribution that leads into a quotation: "X said: ...", "X told her, ...", "X added that ...".

    Args:
        tokens: the document.
        lexicon: the reporting words.
        first: where the words that may attribute it start: after the quote before, or at the block's start.
        last: index of the opening mark.

    Returns:
        The attribution, None when the words before the quotation do not lead into it.
    """
    i = last - 1
    while i >= first and not tokens.lower[i].strip():
        i -= 1
    if i < first:
        return None
    lower = tokens.lower
    mark = lower[i]
    start = i
    while start > first and lower[start - 1] not in SENTENCE_ENDS and "\n" not in lower[start - 1]:
        start -= 1
    while start < i and tokens.lower[start] not in MARKS and not tokens.lower[start][0].isalnum():
        start += 1  # a bullet
    lead = mark if mark in {":", ","} | DASHES else ""
    end = i if lead else i + 1
    linked = lower[i] in {"that", "as", "how"}
    if linked:
        end = i
    cues = []
    for k in range(start, end):
        verb = tokens.tags[k][0] == "V" or (tokens.tags[k] == "NN" and k > start and tokens.ents[k - 1] == "PERSON")
        entry = entry_at(tokens, lexicon, k) if verb else None
        if entry is not None and ("quote" in entry.licenses or "clause" in entry.licenses):
            cues.append(k)
    if lead == ":":
        if cues and cues[0] == start:  # "Said Ellis: ..."
            head = noun_phrase_at(tokens, start + 1, end)
            if head is not None:
                frame = replace(frame_at(tokens, start, lexicon.verbs[lower[start]]), subject=head, antecedent=None)
                return Attribution(frame, head, (start, last), "cue-colon", 0.95)
        pool = [k for k in cues if tokens.deps[k] not in {"relcl", "acl", "amod"}] or cues
        for k in reversed(pool):
            frame = frame_at(tokens, k, lexicon.verbs[lower[k]])
            elsewhere = frame.subject is None or (frame.subject < start and frame.antecedent is None)
            if elsewhere and tokens.tags[k] in {"VBD", "VBZ"} and _named_subject(tokens, start, k) is not None:
                frame = replace(frame, subject=_named_subject(tokens, start, k))
            if frame.subject is not None and frame.subject < last:
                return Attribution(frame, frame.subject, (start, last), "cue-colon", 0.95)
        main = next((k for k in range(start, end) if tokens.deps[k] == "ROOT"), None)
        if main is not None and tokens.tags[main][0] == "V":
            frame = frame_at(tokens, main, lexicon.verbs.get(lower[main]))
            if frame.subject is not None and start <= frame.subject < end:
                return Attribution(frame, frame.subject, (start, last), "verb-colon", 0.7)
        stop = end - 1 if end - start > 2 and lower[end - 1] in READS else end
        own = _issuer_of_noun(tokens, lexicon, start, stop) if lower[start] in POSSESSIVES else None
        if own is not None:  # "Her message read: ...", the verb read as a noun
            return Attribution(None, own, (start, last), "name-colon", 0.6)
        head = noun_phrase_at(tokens, start, end)
        if head is None and start < end and lower[start] in {"and", "but", "then"}:
            head = noun_phrase_at(tokens, start + 1, end)
        if head is not None and (lower[head] in SPOKEN_NOUNS or lower[head] in lexicon.nouns):  # "His last words: ..."
            owner = next((k for k in tokens.children[head] if tokens.deps[k] == "poss"), None)
            head = owner if owner is not None else head
        if head is not None:
            return Attribution(None, head, (start, last), "name-colon", 0.6)
        return Attribution(None, None, (start, last), "colon", 0.3)
    if lead == "," and not cues:
        source = _issuer_of_noun(tokens, lexicon, start, i)
        if source is not None:  # 'The captain's reply, "...", was heard'
            return Attribution(None, source, (start, last), "noun-before-quote", 0.7)
    if lead in DASHES and not cues and tokens.ents[start] == "PERSON":  # 'Ada Lind – "It is late."'
        head = noun_phrase_at(tokens, start, end)
        if head == end - 1:
            return Attribution(None, head, (start, last), "name-colon", 0.6)
    if lead == "," and (not cues or cues[-1] < i - 1):
        rare = _rare_cue(tokens, start, i - 1)
        if rare is not None:
            return Attribution(rare, rare.subject, (start, last), "cue-before-quote", 0.7)
    for k in reversed(cues):
        distance = end - k - 1
        if distance > (14 if lead == "," else 8):
            break
        entry = lexicon.verbs[lower[k]]
        if entry.group == "opinion" and any(lexicon.verbs[lower[c]].group == "say" for c in cues if c < k):
            continue  # "she said she knew that ...": who says it is who said it
        frame = frame_at(tokens, k, entry)
        if tokens.tags[k] == "VBG":
            frame = complete_participle(tokens, frame, lexicon)
        elif tokens.deps[k] == "conj":
            frame = complete_coordinated(tokens, frame, lexicon)
        elif tokens.tags[k] == "NN":  # "footage of Ada Lind saying"
            frame = replace(frame, subject=k - 1, construction="participle", antecedent=None)
        if frame.subject is not None and frame.subject >= last:  # a word of the quotation
            frame = replace(frame, subject=noun_phrase_at(tokens, _skip_linking(tokens, start, k), k), antecedent=None)
        if frame.antecedent is not None and entry.group == "opinion":
            continue
        if tokens.tags[k] in {"VBD", "VBZ"} and _misread(tokens, frame.subject, k):
            frame = replace(frame, subject=_named_subject(tokens, start, k))
        if frame.subject is None or not (start <= frame.subject < end or frame.construction == "participle"):
            continue
        dangling = _leads_on(tokens, k, end, first_free=lead == ",")
        if dangling:
            return Attribution(
                frame,
                frame.subject,
                (start, last),
                "cue-before-quote",
                0.9 if lead or distance == 0 or linked else 0.75,
            )
    return None


def _issuer_of_noun(tokens: Tokens, lexicon: Lexicon, start: int, end: int) -> int | None:
    """Whose words a reporting noun right before token end announces: "the captain's reply", "her words"."""
    noun = end - 1
    if noun <= start or not (tokens.lower[noun] in SPOKEN_NOUNS or tokens.lower[noun] in lexicon.nouns):
        return None
    if tokens.tags[noun] not in {"NN", "NNS"}:
        return None
    k = noun - 1
    while k > start and tokens.tags[k] in {"JJ", "RB", "JJS"}:
        k -= 1
    if tokens.tags[k] == "PRP$":
        return k
    return k - 1 if tokens.tags[k] == "POS" and k > start else None


def _rare_cue(tokens: Tokens, start: int, k: int) -> Frame | None:
    """A verb of no lexicon between somebody and a comma that a quotation follows: 'Ada Lind deadpanned, "..."'."""
    if k <= start or tokens.tags[k] not in {"VBD", "VBZ"} or tokens.lower[k] in WEAK_VERBS:
        return None
    if tokens.deps[k] in {"advcl", "relcl", "acl", "ccomp"}:
        return None
    frame = frame_at(tokens, k, None)
    subject = frame.subject
    if subject is None or not start <= subject < k:
        return None
    return frame if tokens.ents[subject] == "PERSON" or tokens.lower[subject] in {"he", "she", "they"} else None


def _misread(tokens: Tokens, subject: int | None, cue: int) -> bool:
    """Whether the parser saw no subject of a cue, or no noun although somebody is named right before the cue."""
    return subject is None or (tokens.tags[subject] not in NOUNS and tokens.ents[cue - 1] == "PERSON")


def _named_subject(tokens: Tokens, first: int, cue: int) -> int | None:
    """The person before a cue whose subject the parser does not see: "On May 2, Col. Anna Lee, a spokeswoman, said"."""
    for k in range(first, cue):
        if tokens.ents[k] == "PERSON" and tokens.ents[k + 1] != "PERSON" and tokens.deps[k] not in GOVERNED:
            return k
    return cue - 1 if tokens.ents[cue - 1] == "PERSON" else None


def _skip_linking(tokens: Tokens, first: int, last: int) -> int:
    """Where a clause starts after the words that link it: "As X put it"."""
    while first < last and tokens.tags[first] in {"IN", "CC", "RB", ","}:
        first += 1
    return first


def _leads_on(tokens: Tokens, cue: int, end: int, *, first_free: bool) -> bool:
    """Whether what stands between a cue and the opening mark leaves the cue without a reported clause of its own."""
    tags, lower = tokens.tags, tokens.lower
    between = range(cue + 1, end)
    if any(tags[j] in {"VBD", "VBZ", "VBP", "MD"} and lower[j] not in {"'s", "’s"} for j in between):
        return False
    if not first_free and any(tags[j] in {"VB", "IN"} and lower[j] == "that" for j in between):
        return False
    return all(tags[j] in NOMINAL | {"IN", "RB", "TO", ",", "RP", "VBG", "CC", "-LRB-", "-RRB-"} for j in between)
