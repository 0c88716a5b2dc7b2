"""Cues and their frames: where a text reports speech, who speaks there, and how sure the text is of it.

A frame is found by syntax alone; what was said is looked for by ``clauses`` and ``direct``.

Source of the constructions: Quirk et al. (1985), 14.28-14.35 (reported speech) and 15.53 f. (comment clauses).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import REPORTING_GROUPS, CueEntry, Lexicon
from negotiations_nlp.pipeline.mentions import is_noun_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Frame", "complete_participle", "find_frames", "frame_at", "subject_of"]

RELATIVE = frozenset({"who", "which", "that", "whom"})
PLAN_WORDS = frozenset(
    {
        "expected",
        "due",
        "set",
        "scheduled",
        "plans",
        "planned",
        "planning",
        "likely",
        "going",
        "poised",
        "intends",
        "preparing",
    }
)
REFUSAL_WORDS = frozenset(
    {
        "declined",
        "declines",
        "declining",
        "refused",
        "refuses",
        "refusing",
        "failed",
        "fails",
        "yet",
        "forgot",
        "avoided",
        "stopped",
    }
)
HEDGES = frozenset({"reportedly", "allegedly", "supposedly", "apparently", "purportedly"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "should", "must"})
DOUBT = frozenset({"may", "might", "could"})
DOCUMENTS = frozenset(
    {"statement", "letter", "release", "email", "e-mail", "tweet", "post", "memo", "message", "op-ed"}
)
NOBODY = frozenset({"nobody", "none", "neither"})
NO_CONTROL = frozenset({"took", "take", "used", "uses", "use", "spend", "spent", "spends", "using", "spending"})
THINGS = frozenset({"it", "this", "that", "there"})
PLAIN_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
MAX_LIST_TOKENS = 16
MAX_CHAIN = 6
MAX_SHARED_FRAMES = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """One report of speech as its cue shows it.

    Attributes:
        cue: index of the head of the cue.
        entry: the cue's row of the lexicon; None for a verb that the lexicon does not hold.
        subject: index of the head of the source, None when there is none.
        construction: "active", "participle", "passive", "noun" or "phrase".
        status: "asserted", "expected", "denied" or "unsure".
        addressee: index of the head of the phrase that is spoken to.
        antecedent: index of the head that a relative pronoun as subject stands for.
        relayer: index of the head of who quotes the speaker ("Lirski" in "the agency quoted Lirski as saying" is the
            subject, "the agency" the relayer).
        extent: (first token, one past the last token) of the attribution itself, when it is a fixed phrase.
    """

    cue: int
    entry: CueEntry | None
    subject: int | None
    construction: str
    status: str = "asserted"
    addressee: int | None = None
    relayer: int | None = None
    extent: tuple[int, int] | None = None
    antecedent: int | None = None

    def licenses(self, licence: str) -> bool:
        """Whether the cue licenses it (see the table in ``lexicon``)."""
        return self.entry is not None and licence in self.entry.licenses


def _antecedent(tokens: Tokens, verb: int, subject: int) -> int | None:
    """What a relative pronoun as subject stands for, None for any other subject."""
    if tokens.lower[subject] not in RELATIVE or tokens.tags[subject] not in {"WP", "WDT", "IN"}:
        return None
    i = verb
    for _ in range(MAX_CHAIN):
        if tokens.deps[i] == "relcl":
            return tokens.heads[i]
        if tokens.deps[i] not in {"conj", "xcomp", "ccomp"} or tokens.heads[i] == i:
            break
        i = tokens.heads[i]
    return next((k for k in range(subject - 1, max(subject - 4, -1), -1) if is_noun_like(tokens, k)), None)


def _child(tokens: Tokens, i: int, *deps: str) -> int | None:
    return next((k for k in tokens.children[i] if tokens.deps[k] in deps), None)


def _object_of(tokens: Tokens, preposition: int) -> int | None:
    return _child(tokens, preposition, "pobj")


def subject_of(tokens: Tokens, verb: int) -> tuple[int | None, int | None, str]:
    """Who a verb's subject is, through coordination, control and participles.

    Args:
        tokens: the document.
        verb: index of a verb.

    Returns:
        (head of the subject or None, head of who relays the words or None, construction).
    """
    construction = "active"
    i = verb
    for _ in range(MAX_CHAIN):
        deps, lower = tokens.deps, tokens.lower
        subject = _child(tokens, i, "nsubj", "csubj")
        if subject is not None and deps[subject] == "nsubj":
            return subject, None, construction
        passive = _child(tokens, i, "nsubjpass")
        if (
            passive is not None
            and i == verb
            and _child(tokens, i, "auxpass") is None
            and _child(tokens, i, "agent") is None
        ):
            return passive, None, construction  # "X told reporters, ..." read as a passive
        if passive is not None:
            if i == verb:
                agent = _child(tokens, i, "agent")
                source = _object_of(tokens, agent) if agent is not None else None
                return source, None, "passive"
            return passive, None, construction
        dep, head = deps[i], tokens.heads[i]
        if head == i:
            return None, None, construction
        if dep == "conj":
            i = head
        elif dep == "xcomp":
            held = _child(tokens, head, "dobj")
            if held is not None and held < i and lower[head] not in NO_CONTROL:
                return held, None, construction
            i = head
        elif dep in {"advcl", "dep", "oprd"} and tokens.tags[i] in {"VBG", "VB", "VBN"}:
            construction = "participle" if i == verb else construction
            i = head
        elif dep in {"acl", "relcl"}:
            if lower[head] in DOCUMENTS and deps[head] in {"dobj", "pobj"}:
                verb = tokens.heads[head] if deps[head] == "dobj" else tokens.heads[tokens.heads[head]]
                issuer = _child(tokens, verb, "nsubj")
                if issuer is not None and tokens.tags[verb][:1] == "V":
                    return issuer, None, "participle"
            return head, None, "participle"
        elif dep == "pcomp":
            governor = tokens.heads[head]
            if lower[head] == "as":
                quoted = _child(tokens, governor, "dobj", "nsubjpass")
                if quoted is not None:
                    relayer = _child(tokens, governor, "nsubj")
                    if relayer is None:
                        agent = _child(tokens, governor, "agent")
                        relayer = _object_of(tokens, agent) if agent is not None else None
                    return quoted, relayer, "active"
            construction = "participle"
            i = governor
        elif dep in {"ccomp", "parataxis"} and tokens.tags[i] in {"VBG", "VB"}:
            held = _child(tokens, head, "dobj")
            if held is not None and held < i and tokens.tags[i] == "VB":
                return held, None, construction
            i = head
        else:
            return None, None, construction
    return None, None, construction


def _status(tokens: Tokens, verb: int, entry: CueEntry | None, *, alone: bool = False) -> str:
    i, denied, expected, unsure = verb, False, False, False
    for step in range(MAX_CHAIN):
        words = set()
        for k in tokens.children[i]:
            dep, word = tokens.deps[k], tokens.lower[k]
            if dep in {"aux", "auxpass", "neg", "advmod", "mark"} and k < i + 1:
                words.add(word)
                if word == "no" or dep == "neg":
                    denied = True
            elif (
                dep in {"nsubj", "npadvmod"}
                and (
                    word in NOBODY
                    or any(tokens.lower[c] == "no" and tokens.deps[c] == "det" for c in tokens.children[k])
                )
            ) or (dep == "prep" and k < i and any(tokens.lower[c] == "no" for c in tokens.subtree(k)[:5])):
                denied = True
        denied = denied or bool(words & {"never", "not", "n't", "n’t", "nor", "hardly"})
        if words & DOUBT or words & HEDGES:
            unsure = True
        if words & FUTURE and "only" not in words:
            expected = True
        if words & {"if", "whether", "unless"}:
            unsure = unsure or "whether" in words
            expected = expected or "whether" not in words
        own = any(tokens.deps[k] in {"nsubj", "nsubjpass"} for k in tokens.children[i])
        if tokens.deps[i] != "xcomp" and not (
            not alone and step == 0 and tokens.deps[i] == "conj" and not words and not own
        ):
            break
        i = tokens.heads[i]
        word = tokens.lower[i]
        expected = expected or word in PLAN_WORDS
        denied = denied or word in REFUSAL_WORDS
    if unsure:
        return "unsure"
    if entry is not None and entry.status == "denied":
        return "asserted" if denied else "denied"
    if denied:
        return "denied"
    return "expected" if expected else "asserted"


def frame_at(tokens: Tokens, i: int, entry: CueEntry | None) -> Frame:
    """The frame of the verb at token i, whatever the lexicon says of it."""
    subject, relayer, construction = subject_of(tokens, i)
    inverted = _inverted_subject(tokens, i, entry)
    if inverted is not None:
        subject, relayer, construction = inverted, None, "active"
    addressee = None
    if entry is not None and entry.addressee is not None:
        addressee = _child(tokens, i, "dobj", "dative")
        if construction == "passive":
            addressee = _child(tokens, i, "nsubjpass")
    if addressee is None:
        to = next(
            (k for k in tokens.children[i] if tokens.deps[k] in {"prep", "dative"} and tokens.lower[k] == "to"), None
        )
        addressee = _object_of(tokens, to) if to is not None else None
    if addressee is not None and (not is_noun_like(tokens, addressee) or addressee == subject):
        addressee = None
    if subject is not None and not is_noun_like(tokens, subject) and tokens.lower[subject] not in RELATIVE:
        subject = next((k for k in range(i - 1, max(i - 6, -1), -1) if tokens.tags[k] in PLAIN_NOUNS), None)
    if subject is None and construction == "active" and relayer is None and tokens.tags[i] != "VBG":
        low, high = tokens.sentence(i)
        root = next((k for k in range(low, high) if tokens.heads[k] == k), i)
        main = _child(tokens, root, "nsubj", "nsubjpass")
        subject = main if main is not None and main < i else None
    if subject is None and construction == "active" and tokens.tags[i] == "VBZ" and i == tokens.sentence(i)[0]:
        subject = _person_before(tokens, i)
    if subject is not None:
        subject = _issuer(tokens, _outside_brackets(tokens, subject))
    antecedent = _antecedent(tokens, i, subject) if subject is not None else None
    status = _status(tokens, i, entry, alone=inverted is not None)
    return Frame(i, entry, subject, construction, status, addressee, relayer, antecedent=antecedent)


def _person_before(tokens: Tokens, i: int) -> int | None:
    """Who a sentence without a subject goes on about: "Ada Quill, 60, shipowner. Says she was at sea."."""
    for k in range(i - 1, max(i - MAX_LIST_TOKENS, -1), -1):
        if "\n" in tokens.lower[k]:
            return None
        if tokens.ents[k] == "PERSON":
            return k
    return None


def _inverted_subject(tokens: Tokens, i: int, entry: CueEntry | None) -> int | None:
    """ "..., announced the governor.": the subject behind the cue, read as an object by the parser."""
    if entry is None or entry.addressee is not None or not entry.licenses >= {"clause", "quote"}:
        return None
    if (
        not i
        or tokens.lower[i - 1] != ","
        or _child(tokens, i, "nsubj") is not None
        or tokens.tags[i] not in {"VBD", "VBZ"}
    ):
        return None
    held = _child(tokens, i, "dobj")
    return held if held is not None and tokens.ents[held] in {"PERSON", "ORG"} and held > i else None


def _issuer(tokens: Tokens, subject: int) -> int:
    """Who speaks in "a statement by the Alder Theatre": the issuer, if one is named."""
    if tokens.lower[subject] in DOCUMENTS:
        for k in tokens.children[subject]:
            if tokens.deps[k] in {"prep", "agent"} and tokens.lower[k] in {"by", "from", "of"}:
                issuer = _object_of(tokens, k)
                if issuer is not None and tokens.ents[issuer] in {"PERSON", "ORG"}:
                    return issuer
    return subject


def _outside_brackets(tokens: Tokens, subject: int) -> int:
    """ "John Kasich (R-OH), said": the name before the bracket, not what stands in it."""
    low = tokens.sentence(subject)[0]
    for k in range(subject - 1, max(subject - 6, low), -1):
        if tokens.lower[k] in {")", "]"}:
            break
        if tokens.lower[k] in {"(", "["}:
            return k - 1 if tokens.tags[k - 1] in PLAIN_NOUNS else subject
    return subject


def _phrase_frames(tokens: Tokens, i: int) -> Iterator[Frame]:
    """ "according to X", "in the words of X", "in X's view"."""
    lower, n = tokens.lower, len(tokens)
    if lower[i] == "according" and i + 2 < n and lower[i + 1] == "to":
        source = _object_of(tokens, i + 1)
        if source is None:
            source = _object_of(tokens, i)
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
        if source is not None:
            yield Frame(i, None, source, "phrase", extent=_phrase_extent(tokens, i, source))
    elif lower[i] in {"words", "view", "opinion", "account", "telling", "estimation", "eyes"}:
        for k in tokens.children[i]:
            if tokens.deps[k] == "poss" or (tokens.deps[k] == "prep" and lower[k] == "of"):
                source = k if tokens.deps[k] == "poss" else _object_of(tokens, k)
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
            if entry.particle is not None and entry.particle not in lower[i + 1 : i + 3]:
                continue
            frame = frame_at(tokens, i, entry)
            if tags[i] == "VBG" and i:
                frame = complete_participle(tokens, frame, lexicon)
            elif tokens.deps[i] == "conj" and frame.subject is not None and lower[frame.subject] in THINGS:
                frame = _shared_subject(tokens, frame, frames)
            frames.append(frame)
        elif word in nouns and tags[i][0] == "N":
            named = _noun_frame(tokens, i, nouns[word])
            if named is not None:
                frames.append(named)
        if word == "according" or word in {"words", "view", "opinion", "account", "telling", "estimation", "eyes"}:
            frames.extend(_phrase_frames(tokens, i))
    return frames


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
    if tokens.lower[i - 1] != ",":
        return frame
    low = tokens.sentence(i)[0]
    known = [k for k in range(low, i) if tokens.tags[k][:1] == "V" and tokens.lower[k] in lexicon.verbs][
        -MAX_SHARED_FRAMES:
    ]
    shared = _shared_subject(tokens, frame, [frame_at(tokens, k, lexicon.verbs[tokens.lower[k]]) for k in known])
    if shared is not frame or tokens.deps[tokens.heads[i]] not in {"relcl", "acl"}:
        return shared
    high = tokens.sentence(i)[1]
    root = next((k for k in range(low, high) if tokens.heads[k] == k), i)
    subject = _child(tokens, root, "nsubj")
    return replace(frame, subject=subject, antecedent=None) if subject is not None and subject < i else frame


def _governs(tokens: Tokens, high: int, low: int) -> bool:
    """Whether token low hangs below token high."""
    for _ in range(MAX_CHAIN * 2):
        if tokens.heads[low] == low:
            return False
        low = tokens.heads[low]
        if low == high:
            return True
    return False


def _shared_subject(tokens: Tokens, frame: Frame, earlier: list[Frame]) -> Frame:
    """ "X said ..., adding that ...": the participle after a comma has the subject of the cue before it."""
    sentence = tokens.sents[frame.cue]
    same = list(takewhile(lambda f: tokens.sents[f.cue] == sentence, islice(reversed(earlier), MAX_SHARED_FRAMES)))
    for other in same:
        if any(f is not other and f.construction == "active" and _governs(tokens, f.cue, other.cue) for f in same):
            continue
        reports = other.entry is not None and other.entry.group in REPORTING_GROUPS
        if other.construction == "active" and other.subject is not None and reports:
            if frame.subject is not None and any(k == frame.cue for k in tokens.children[frame.subject]):
                return frame
            construction = "participle" if tokens.tags[frame.cue] == "VBG" else frame.construction
            return replace(frame, subject=other.subject, antecedent=other.antecedent, construction=construction)
    return frame


def _noun_frame(tokens: Tokens, i: int, entry: CueEntry) -> Frame | None:
    """A reporting noun: its source is its possessor, or who gives or makes it."""
    if tokens.lower[i - 1 : i] == ["in"] and tokens.lower[i + 1 : i + 2] == ["to"]:
        return None
    source = _child(tokens, i, "poss")
    if source is None:
        for k in tokens.children[i]:
            if (tokens.deps[k] == "prep" and tokens.lower[k] in {"by", "from", "of"}) or tokens.deps[k] == "agent":
                source = _object_of(tokens, k)
                break
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
            return replace(frame, subject=source, status=_status(tokens, verb, None))
    return frame
