"""One label for one name: evidence from the whole document, weighed once.

Every mention brings evidence from its own surroundings ("in X", "Mr X", "X, 52, said"); all mentions of one spelling
share what they bring. Where a spelling names two things ("Ivan Sumy has never been to Sumy"), a mention's own
surroundings decide for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotiations_nlp.pipeline.name_words import NameWords
from negotiations_nlp.pipeline.words import Words

__all__ = ["LABELS", "Mention", "key_of", "vote"]

LABELS = ("PERSON", "ORG", "PLACE")

_LOCATIVE = frozenset(("in", "In", "near", "Near", "across", "outside", "throughout", "inside", "around"))
_DIRECTION = frozenset(("to", "from", "From", "at", "into", "toward", "towards", "via", "for"))
_MOTION = frozenset(("been", "go", "goes", "went", "gone", "going", "travel", "travelled", "traveled", "flew", "moved"))
_BYLINE = frozenset(("By", "BY", "From", "FROM", "by"))
_PLACE_FIRST = frozenset(("Lake", "Mount", "Cape", "Port", "Fort", "Gulf", "Isle", "Camp"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))

MODEL, MODEL_LONG = 1.0, 1.5
KNOWN, KNOWN_LONG = 4.0, 8.0
TITLED, BRACKETS, HEAD_WORD, PART_OF_PERSON = 3.0, 4.0, 2.5, 2.5
GIVEN_NAME, AGE, WHO, PLACE_PREPOSITION, SPEAKS = 3.5, 2.0, 2.0, 1.0, 1.0
SHARED, OWN = 0.5, 1.5
_ENOUGH_VOTES = 3
"""So many mentions of one spelling say as much, by the model alone, as any larger number."""


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
    inner: dict[tuple[str, ...], dict[str, float]] = {}
    kinds: dict[tuple[str, ...], frozenset[str]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if key not in inner:
            kinds[key] = known(tokens[mention.start : mention.end]) or known(key)
            inner[key] = _inner_evidence(key, kinds[key], is_given_name, lexicon)
    own = [_own_evidence(words, m, lexicon, speech_verbs, kinds[key]) for m, key in zip(mentions, keys, strict=True)]
    shared = _shared_evidence(mentions, keys, own)
    persons = {key for key in inner if len(key) > 1 and _best(_sum(inner[key], shared[key])) == "PERSON"}
    parts = {part for key in persons for part in (key[-1:], key[:1], key[-3:] if "-" in key[-3:] else key[-1:])}
    labels_given = []
    for mention, key, evidence in zip(mentions, keys, own, strict=True):
        scores = _sum(inner[key], shared[key], {label: OWN * weight for label, weight in evidence.items()})
        if key in parts:
            if not kinds[key] - {"PERSON"} and not _is_located(words, mention):
                # what the model says of a surname on its own does not outweigh the full name
                others = max((weight for label, weight in scores.items() if label != "PERSON"), default=0.0)
                scores["PERSON"] = max(scores.get("PERSON", 0.0), others) + PART_OF_PERSON
            else:
                share = 1.0 if _speaks(words, mention, speech_verbs) else 0.5
                scores["PERSON"] = scores.get("PERSON", 0.0) + share * PART_OF_PERSON
        labels_given.append(_best(scores, mention.label))
    return labels_given


def _sum(*parts: dict[str, float]) -> dict[str, float]:
    return {label: sum(part.get(label, 0.0) for part in parts) for label in {k for part in parts for k in part}}


def _shared_evidence(
    mentions: Sequence[Mention], keys: Sequence[tuple[str, ...]], own: Sequence[dict[str, float]]
) -> dict[tuple[str, ...], dict[str, float]]:
    """What all mentions of a spelling say together; the model's word is averaged, everything else adds up."""
    count = Counter(key for key, m in zip(keys, mentions, strict=True) if m.origin == "model")
    shared: dict[tuple[str, ...], dict[str, float]] = {}
    for mention, key, evidence in zip(mentions, keys, own, strict=True):
        scores = shared.setdefault(key, {})
        for label, weight in evidence.items():
            if mention.origin == "model" and label == mention.label:
                said = MODEL if mention.end - mention.start == 1 else MODEL_LONG
                weight += said * (min(count[key], _ENOUGH_VOTES) / count[key] - 1.0)
            scores[label] = scores.get(label, 0.0) + SHARED * weight
    return shared


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
        elif key[-1] in lexicon.places or key[0] in _PLACE_FIRST:
            scores["PLACE"] = scores.get("PLACE", 0.0) + HEAD_WORD
        elif is_given_name(key[0]) or (len(key[0]) == 2 and key[0][1] == "."):
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
        scores["ORG"] = BRACKETS
    before = tokens[start - 1] if start else ""
    after = tokens[end] if end < len(tokens) else ""
    acronym = end - start == 1 and tokens[start].isupper() and 1 < len(tokens[start]) < 6
    if before in _BYLINE and 1 < end - start < 4 and (start == 1 or "\n" in tokens[start - 2]):
        scores["PERSON"] = scores.get("PERSON", 0.0) + TITLED
    elif before in lexicon.titles or (before in lexicon.roles and not acronym and mention.origin != "gazetteer"):
        scores["PERSON"] = scores.get("PERSON", 0.0) + TITLED
    elif _is_located(words, mention):
        scores["PLACE"] = scores.get("PLACE", 0.0) + PLACE_PREPOSITION
    if after == "," and end + 2 < len(tokens):
        if tokens[end + 1].isdigit() and len(tokens[end + 1]) == 2 and tokens[end + 2] in (",", ".", "and", "who"):
            scores["PERSON"] = scores.get("PERSON", 0.0) + AGE
        elif tokens[end + 1] in ("who", "whose") and not acronym:
            scores["PERSON"] = scores.get("PERSON", 0.0) + WHO
    if not known and _speaks(words, mention, speech_verbs):
        scores["PERSON"] = scores.get("PERSON", 0.0) + SPEAKS
    return scores


def _is_located(words: Words, mention: Mention) -> bool:
    """Whether a preposition of place stands before the mention."""
    tokens, start = words.words, mention.start
    before = tokens[start - 1] if start else ""
    return before in _LOCATIVE or (before in _DIRECTION and start > 1 and tokens[start - 2] in _MOTION)


def _speaks(words: Words, mention: Mention, speech_verbs: frozenset[str]) -> bool:
    """Whether the mention is the subject of a reporting verb."""
    for i in range(mention.start, mention.end):
        head = words.heads[i]
        if not mention.start <= head < mention.end:
            return words.deps[i] in _SUBJECTS and words.words[head].lower() in speech_verbs
    return False
