"""One label for one name: evidence from the whole document, weighed once.

Every mention brings evidence from its own surroundings ("in X", "Mr X", "X, 52, said"); all mentions of one spelling
share what they bring. Where a spelling names two things ("Ivan Sumy has never been to Sumy"), a mention's own
surroundings decide for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotiations_nlp.pipeline.name_words import NameWords
from negotiations_nlp.pipeline.words import Words

__all__ = ["LABELS", "Mention", "key_of", "vote"]

LABELS = ("PERSON", "ORG", "PLACE")

_LOCATIVE = frozenset(("in", "In", "near", "Near", "across", "outside", "throughout", "inside", "around"))
_DIRECTION = frozenset(("to", "from", "From", "at", "into", "toward", "towards", "via", "for"))
_MOTION = frozenset(("been", "go", "goes", "went", "gone", "going", "travel", "travelled", "traveled", "flew", "moved"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))

MODEL, MODEL_LONG = 1.0, 1.5
KNOWN, KNOWN_LONG = 3.0, 6.0
TITLED, HEAD_WORD, PART_OF_PERSON = 3.0, 4.0, 2.5
GIVEN_NAME, AGE, WHO, PLACE_PREPOSITION, SPEAKS = 2.0, 2.0, 2.0, 1.0, 1.0
SHARED, OWN = 0.5, 1.5


@dataclass
class Mention:
    """A stretch of tokens taken for a name.

    Attributes:
        start: first token.
        end: one past the last token.
        label: PERSON, ORG or PLACE as first proposed, "" when nothing was.
        origin: what proposed it: "model", "gazetteer", "brackets", "title", "run" or "copy".
    """

    start: int
    end: int
    label: str
    origin: str


def key_of(tokens: Sequence[str]) -> tuple[str, ...]:
    """What counts as one spelling: the tokens, words in capitals taken as capitalised."""
    return tuple(word.capitalize() if len(word) > 1 and word.isupper() else word for word in tokens)


def vote(
    words: Words,
    mentions: Sequence[Mention],
    *,
    known: Callable[[Sequence[str]], frozenset[str]],
    is_given_name: Callable[[str], bool],
    lexicon: NameWords,
    speech_verbs: frozenset[str],
) -> list[str]:
    """Give every mention its label.

    Args:
        words: the document.
        mentions: in text order.
        known: the labels under which the knowledge base has some tokens.
        is_given_name: tells whether a word is a given name.
        lexicon: titles, roles and head words.
        speech_verbs: lower-case forms of reporting verbs.

    Returns:
        One label a mention; "" for a mention that nothing speaks for.
    """
    tokens = words.words
    keys = [key_of(tokens[m.start : m.end]) for m in mentions]
    shared: dict[tuple[str, ...], dict[str, float]] = {}
    kinds: dict[tuple[str, ...], frozenset[str]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if key not in shared:
            labels = kinds[key] = known(tokens[mention.start : mention.end]) or known(key)
            shared[key] = _inner_evidence(key, labels, is_given_name, lexicon)
    own = [_own_evidence(words, m, lexicon, speech_verbs, kinds[key]) for m, key in zip(mentions, keys, strict=True)]
    for key, evidence in zip(keys, own, strict=True):
        for label, weight in evidence.items():
            shared[key][label] = shared[key].get(label, 0.0) + weight
    persons = {key for key, scores in shared.items() if len(key) > 1 and _best(scores) == "PERSON"}
    parts = {part for key in persons for part in (key[-1:], key[:1], key[-3:] if "-" in key[-3:] else key[-1:])}
    labels_given = []
    for mention, key, evidence in zip(mentions, keys, own, strict=True):
        scores = {label: SHARED * weight for label, weight in shared[key].items()}
        for label, weight in evidence.items():
            scores[label] = scores.get(label, 0.0) + OWN * weight
        if key in parts:
            bonus = PART_OF_PERSON * (1.0 if _speaks(words, mention, speech_verbs) else 0.5)
            scores["PERSON"] = scores.get("PERSON", 0.0) + bonus
        labels_given.append(_best(scores, mention.label))
    return labels_given


def _best(scores: dict[str, float], proposed: str = "") -> str:
    ranked = sorted(scores, key=lambda label: (scores[label], label == proposed, -LABELS.index(label)))
    return ranked[-1] if ranked else proposed


def _inner_evidence(
    key: tuple[str, ...], labels: frozenset[str], is_given_name: Callable[[str], bool], lexicon: NameWords
) -> dict[str, float]:
    """What the name itself says."""
    scores: dict[str, float] = {}
    for label in labels:
        scores[label] = (KNOWN if len(key) == 1 else KNOWN_LONG) / len(labels)
    if len(key) > 1:
        if key[-1] in lexicon.orgs or key[0] in lexicon.orgs and "of" in key or "&" in key:
            scores["ORG"] = scores.get("ORG", 0.0) + HEAD_WORD
        elif key[-1] in lexicon.places or key[0] in lexicon.places:
            scores["PLACE"] = scores.get("PLACE", 0.0) + HEAD_WORD
        elif is_given_name(key[0]):
            scores["PERSON"] = scores.get("PERSON", 0.0) + GIVEN_NAME
    return scores


def _own_evidence(
    words: Words, mention: Mention, lexicon: NameWords, speech_verbs: frozenset[str], known: frozenset[str]
) -> dict[str, float]:
    """What the surroundings of one mention say."""
    tokens, start, end = words.words, mention.start, mention.end
    scores: dict[str, float] = {}
    if mention.origin == "model" and mention.label:
        scores[mention.label] = MODEL if end - start == 1 else MODEL_LONG
    if mention.origin == "brackets":
        scores["ORG"] = HEAD_WORD
    before = tokens[start - 1] if start else ""
    after = tokens[end] if end < len(tokens) else ""
    if before in lexicon.titles or (before in lexicon.roles and mention.origin != "gazetteer"):
        scores["PERSON"] = scores.get("PERSON", 0.0) + TITLED
    elif before in _LOCATIVE or (before in _DIRECTION and start > 1 and tokens[start - 2] in _MOTION):
        scores["PLACE"] = scores.get("PLACE", 0.0) + PLACE_PREPOSITION
    if after == "," and end + 2 < len(tokens):
        if tokens[end + 1].isdigit() and len(tokens[end + 1]) == 2 and tokens[end + 2] in (",", ".", "and", "who"):
            scores["PERSON"] = scores.get("PERSON", 0.0) + AGE
        elif tokens[end + 1] in ("who", "whose"):
            scores["PERSON"] = scores.get("PERSON", 0.0) + WHO
    if not known and _speaks(words, mention, speech_verbs):
        scores["PERSON"] = scores.get("PERSON", 0.0) + SPEAKS
    return scores


def _speaks(words: Words, mention: Mention, speech_verbs: frozenset[str]) -> bool:
    """Whether the mention is the subject of a reporting verb."""
    for i in range(mention.start, mention.end):
        head = words.heads[i]
        if not mention.start <= head < mention.end:
            return words.deps[i] in _SUBJECTS and words.words[head].lower() in speech_verbs
    return False
