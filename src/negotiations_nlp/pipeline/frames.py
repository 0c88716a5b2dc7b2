"""Frames: one report of speech as its cue shows it, with its source, found by syntax alone.

Source of the constructions: Quirk et al. (1985), 14.28-14.35 (reported speech) and 15.53 f. (comment clauses).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.mentions import is_noun_like
from negotiations_nlp.pipeline.status import status_of

if TYPE_CHECKING:
    from negotiations_nlp.lexicon import CueEntry
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = [
    "ACTIVE_TAGS",
    "MAX_CHAIN",
    "PLACES",
    "THINGS",
    "WANTS",
    "Frame",
    "child_of",
    "frame_at",
    "issuer_of",
    "lets_know",
    "main_subject",
    "object_of",
    "subject_of",
    "wants_to_know",
]


RELATIVE = frozenset({"who", "which", "that", "whom"})
DOCUMENTS = frozenset(
    {"statement", "letter", "release", "email", "e-mail", "tweet", "post", "memo", "message", "op-ed"}
    | {"tweets", "statements", "letters", "posts", "emails", "messages"}
)
NO_CONTROL = frozenset({"took", "take", "used", "uses", "use", "spend", "spent", "spends", "using", "spending"})
QUOTING = frozenset({"quoted", "cited", "quotes", "cites"})
LETTING = frozenset({"let", "lets", "letting"})  # who lets others know is who tells them
WANTS = frozenset({"want", "wants", "wanted", "wanting"})
THINGS = frozenset({"it", "this", "that", "there"})
PLACES = frozenset({"GPE", "LOC", "PLACE"})
PLAIN_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
ACTIVE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
COMMAS = frozenset({",", "-", "--", "–", "—"})
MAX_LIST_TOKENS = 16
MAX_CHAIN = 6


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


def child_of(tokens: Tokens, i: int, *deps: str) -> int | None:
    """The first child of token i with one of the labels, None when there is none."""
    return next((k for k in tokens.children[i] if tokens.deps[k] in deps), None)


def object_of(tokens: Tokens, preposition: int) -> int | None:
    """Head of the object of a preposition, None when it has none."""
    return child_of(tokens, preposition, "pobj")


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


def subject_of(tokens: Tokens, verb: int) -> tuple[int | None, int | None, str]:
    """Who a verb's subject is, through coordination, control and participles.

    Args:
        tokens: the document.
        verb: index of a verb.

    Returns:
        (head of the subject or None, head of who relays the words or None, construction).
    """
    construction = "active"
    i = tokens.heads[verb] if tokens.lower[verb] == "know" and lets_know(tokens, verb) else verb
    for _ in range(MAX_CHAIN):
        deps, lower = tokens.deps, tokens.lower
        subject = _nearest_subject(tokens, i)
        if subject is not None:
            return subject, None, construction
        passive = child_of(tokens, i, "nsubjpass")
        if (
            passive is not None
            and i == verb
            and child_of(tokens, i, "auxpass") is None
            and child_of(tokens, i, "agent") is None
        ):
            return passive, None, construction  # "X told reporters, ..." read as a passive
        if passive is not None:
            if i == verb:
                agent = child_of(tokens, i, "agent")
                source = object_of(tokens, agent) if agent is not None else None
                return source, None, "passive"
            return passive, None, construction
        dep, head = deps[i], tokens.heads[i]
        if head == i:
            return None, None, construction
        if dep == "conj" and i == verb and child_of(tokens, i, "auxpass") is not None:
            agent = child_of(tokens, i, "agent")  # "He asked, and was told that ..."
            return object_of(tokens, agent) if agent is not None else None, None, "passive"
        if dep == "conj":
            i = head
        elif dep == "xcomp":
            held = child_of(tokens, head, "dobj")
            if held is not None and held < i and lower[head] not in NO_CONTROL:
                return held, None, construction
            i = head
        elif dep in {"advcl", "dep", "oprd"} and tokens.tags[i] in {"VBG", "VB", "VBN"}:
            construction = "participle" if i == verb else construction
            i = head
        elif dep in {"acl", "relcl"}:
            issuer = _issuer_before(tokens, head)
            return head if issuer is None else issuer, None, "participle"
        elif dep == "pcomp":
            governor = tokens.heads[head]
            if lower[head] == "as":
                quoted = child_of(tokens, governor, "dobj", "nsubjpass")
                if quoted is not None:
                    relayer = child_of(tokens, governor, "nsubj")
                    if relayer is None:
                        agent = child_of(tokens, governor, "agent")
                        relayer = object_of(tokens, agent) if agent is not None else None
                    return quoted, relayer, "active"
                near = range(governor - 1, max(governor - MAX_CHAIN, -1), -1)
                # "Interfax quoted spokesman X as saying", the cue read as a participle
                misread = next((k for k in near if lower[k] in QUOTING), None)
                if misread is not None and is_noun_like(tokens, governor):
                    return governor, child_of(tokens, misread, "nsubj"), "active"
            construction = "participle"
            i = governor
        elif dep in {"ccomp", "parataxis"} and tokens.tags[i] in {"VBG", "VB"}:
            held = child_of(tokens, head, "dobj")
            if held is not None and held < i and tokens.tags[i] == "VB":
                return held, None, construction
            i = head
        else:
            return None, None, construction
    return None, None, construction


def _nearest_subject(tokens: Tokens, verb: int) -> int | None:
    """A verb's subject, and which of two.

    Of two before it, as after a dateline ("LONDON (Agency) - Ada Quill said"), the person; of one before it and one
    behind it, where a comma parts it from the first ("The road, said Ada Quill, is closed"), the latter.
    """
    found = [k for k in tokens.children[verb] if tokens.deps[k] == "nsubj"]
    if len(found) < 2:
        return next(iter(found), None)
    first, *_, last = found
    if first < verb < last and tokens.lower[verb - 1] == ",":
        return last
    if last < verb and tokens.lower[first + 1] in {":", "--", "—", "–"}:  # "Details: the mayor said"
        return last
    somebody = tokens.ents[last] in {"PERSON", "ORG"} or tokens.ents[first] in PLACES
    return last if last < verb and somebody else first


def _issuer_before(tokens: Tokens, head: int) -> int | None:
    """Who issued the document that a participle describes ("sent a letter to members saying ..."), None for others."""
    if tokens.deps[head] == "pobj" and tokens.lower[tokens.heads[head]] in {"to", "for"}:
        letter = tokens.heads[tokens.heads[head]]
        if tokens.tags[letter][:1] == "V":
            held = child_of(tokens, letter, "dobj")
            letter = letter if held is None else held
        head = letter if tokens.lower[letter] in DOCUMENTS and letter < head else head
    if tokens.lower[head] not in DOCUMENTS or tokens.deps[head] not in {"dobj", "pobj"}:
        return None
    verb = tokens.heads[head] if tokens.deps[head] == "dobj" else tokens.heads[tokens.heads[head]]
    if tokens.tags[verb][:1] != "V":
        return None
    subject = _nearest_subject(tokens, verb)
    return subject if subject is not None else _noun_before(tokens, verb, tokens.sentence(verb)[0])


def wants_to_know(tokens: Tokens, i: int) -> bool:
    """Whether the "know" at token i asks: "wanted to know why"."""
    return i > 1 and tokens.lower[i - 1] == "to" and tokens.lower[i - 2] in WANTS


def lets_know(tokens: Tokens, i: int) -> bool:
    """Whether the "know" at token i tells: "let them know that"."""
    return tokens.lower[tokens.heads[i]] in LETTING


def frame_at(tokens: Tokens, i: int, entry: CueEntry | None) -> Frame:
    """The frame of the verb at token i, whatever the lexicon says of it."""
    subject, relayer, construction = subject_of(tokens, i)
    if _named_before(tokens, i, subject):
        subject, relayer = i - 1, None
    inverted = _inverted_subject(tokens, i, entry)
    if inverted is not None:
        subject, relayer, construction = inverted, None, "active"
    addressee = None
    if entry is not None and entry.addressee is not None:
        addressee = child_of(tokens, i, "dobj", "dative")
        if construction == "passive":
            addressee = child_of(tokens, i, "nsubjpass")
    if addressee is None:
        to = next(
            (k for k in tokens.children[i] if tokens.deps[k] in {"prep", "dative"} and tokens.lower[k] == "to"), None
        )
        addressee = object_of(tokens, to) if to is not None else None
    if addressee is not None and (not is_noun_like(tokens, addressee) or addressee == subject):
        addressee = None
    if subject is not None and not is_noun_like(tokens, subject) and tokens.lower[subject] not in RELATIVE:
        subject = next((k for k in range(i - 1, max(i - 6, -1), -1) if tokens.tags[k] in PLAIN_NOUNS), None)
    if subject is None and construction == "active" and relayer is None and tokens.tags[i] != "VBG":
        low = tokens.sentence(i)[0]
        main = main_subject(tokens, i)
        subject = main if main is not None and main < i else None
        if subject is None and tokens.tags[i] in ACTIVE_TAGS and child_of(tokens, i, "nsubjpass") is None:
            subject = _noun_before(tokens, i, low)
    if subject is None and construction == "participle" and _hangs_on_verb(tokens, i):
        subject = main_subject(tokens, i)
    if subject is None and construction == "active" and tokens.tags[i] == "VBZ" and i == tokens.sentence(i)[0]:
        subject = _person_before(tokens, i)
    if subject is not None:
        subject = issuer_of(tokens, _behind_dateline(tokens, _outside_brackets(tokens, subject)))
    antecedent = _antecedent(tokens, i, subject) if subject is not None else None
    status = status_of(tokens, i, entry, alone=inverted is not None)
    return Frame(i, entry, subject, construction, status, addressee, relayer, antecedent=antecedent)


def _named_before(tokens: Tokens, i: int, subject: int | None) -> bool:
    """Whether a person named right before a finite verb is its subject, and the parser says another."""
    if not i or tokens.ents[i - 1] != "PERSON" or tokens.tags[i] not in {"VBD", "VBZ", "VBP"}:
        return False
    if tokens.deps[i - 1] in {"pobj", "poss", "dobj"} or subject == i - 1:
        return False
    return subject is None or (tokens.ents[subject] != "PERSON" and tokens.tags[subject] in {"JJ", "VBN", "IN", "RB"})


def _noun_before(tokens: Tokens, i: int, low: int) -> int | None:
    """Who stands right before a verb whose subject the parser hung elsewhere: "In a note to X, Ada Quill said ..."."""
    k = i - 1
    while k >= low and (tokens.tags[k] == "RB" or tokens.ents[k] in {"DATE", "TIME"}):
        k -= 1
    if k >= low and tokens.tags[k] in PLAIN_NOUNS | {"CD"}:
        while tokens.deps[k] == "pobj" and is_noun_like(tokens, tokens.heads[tokens.heads[k]]):
            k = tokens.heads[tokens.heads[k]]  # "voters in all five states say ..."
        return _described(tokens, k, i) if low <= k < i else None
    if k < low or tokens.lower[k] not in COMMAS:
        return None
    for j in range(k - 1, max(k - MAX_LIST_TOKENS, low - 1), -1):  # before an apposition
        if tokens.ents[j] == "PERSON" and tokens.lower[j + 1] in COMMAS:
            return j
        if tokens.tags[j] in ACTIVE_TAGS:
            return None
    return None


def _described(tokens: Tokens, noun: int, verb: int) -> int:
    """The noun that a relative clause around a noun describes: "a man who left to see the town said"."""
    i = noun
    for _ in range(MAX_CHAIN):
        head = tokens.heads[i]
        if head == i or head >= verb:
            break
        if tokens.deps[i] == "relcl" and is_noun_like(tokens, head):
            return head
        i = head
    return noun


def _hangs_on_verb(tokens: Tokens, i: int) -> bool:
    """Whether a participle behind a preposition goes with a verb ("left after saying so"), not with a noun."""
    head = tokens.heads[i]
    governor = tokens.heads[head]
    return (
        tokens.tags[i] == "VBG" and tokens.deps[i] == "pcomp" and tokens.tags[governor][:1] == "V" and governor != head
    )


def main_subject(tokens: Tokens, i: int) -> int | None:
    """Head of the subject of the main clause of token i's sentence, wherever it stands; None when it has none.

    "Besides saying so, Ada Quill left." gives "Quill".
    """
    low, high = tokens.sentence(i)
    root = next((k for k in range(low, high) if tokens.heads[k] == k), i)
    return child_of(tokens, root, "nsubj", "nsubjpass")


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
        or child_of(tokens, i, "nsubj") is not None
        or tokens.tags[i] not in {"VBD", "VBZ"}
    ):
        return None
    held = child_of(tokens, i, "dobj")
    return held if held is not None and tokens.ents[held] in {"PERSON", "ORG"} and held > i else None


def issuer_of(tokens: Tokens, subject: int) -> int:
    """Who speaks in "a statement by the Alder Theatre": the issuer, if one is named.

    Args:
        tokens: the document.
        subject: index of the head of a source.

    Returns:
        Index of the head of the issuer, else the subject itself.
    """
    if tokens.lower[subject] in DOCUMENTS:
        for k in (*tokens.children[subject], min(subject + 1, len(tokens) - 1)):
            if tokens.deps[k] in {"prep", "agent"} and tokens.lower[k] in {"by", "from", "of"}:
                issuer = object_of(tokens, k)
                if issuer is not None and (tokens.ents[issuer] in {"PERSON", "ORG"} or tokens.tags[issuer] == "NNP"):
                    return issuer
    return subject


def _behind_dateline(tokens: Tokens, subject: int) -> int:
    """ "EASTERN FRONT — A medic said": the noun behind the dash, which the parser takes for an apposition."""
    if tokens.lower[subject + 1 : subject + 2] not in (["—"], ["–"], ["-"]) or not tokens.word(subject).isupper():
        return subject
    return next((k for k in tokens.children[subject] if k > subject and tokens.deps[k] == "appos"), subject)


def _outside_brackets(tokens: Tokens, subject: int) -> int:
    """ "John Kasich (R-OH), said": the name before the bracket, not what stands in it."""
    low = tokens.sentence(subject)[0]
    for k in range(subject - 1, max(subject - 6, low), -1):
        if tokens.lower[k] in {")", "]"}:
            break
        if tokens.lower[k] in {"(", "["}:
            return k - 1 if tokens.tags[k - 1] in PLAIN_NOUNS else subject
    return subject
