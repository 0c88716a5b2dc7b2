"""One label for one name: evidence from the whole document, weighed once.

Every mention brings evidence from its own surroundings ("in X", "Mr X", "X, 52, said"); all mentions of one spelling
share what they bring. Where a spelling names two things ("Ivan Sumy has never been to Sumy"), a mention's own
surroundings decide for it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.matching import same_surname, surname_keys
from negotiations_nlp.pipeline.neighbours import is_city, listed
from negotiations_nlp.pipeline.org_signs import is_firm, is_side, meets_side
from negotiations_nlp.pipeline.strangers import find_strangers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from negotiations_nlp.pipeline.surroundings import Mention, Surroundings, Vocabulary

__all__ = ["LABELS", "key_of", "vote"]

LABELS = ("PERSON", "ORG", "PLACE")

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))

_AFTER_HEAD = frozenset(("of", "for", "on", "in", "at", "and"))
_OF_WHOM = frozenset(("of", "at", "from", "for", "with"))
_SAINTS = frozenset(("St", "St.", "Saint"))

_TOWN = frozenset(("PLACE",))

Key = tuple[str, ...]
Scores = dict[str, float]

MODEL_LONG = 1.5
"""How much more the model's word counts for a name of several tokens."""

KNOWN, KNOWN_LONG, KNOWN_WEAKLY = 4.0, 8.0, 1.5
GIVEN_NAME, GIVEN_ALONE, BEARER = 5.0, 2.6, 4.0
HEAD_WORD, HEAD_WORD_SURE = 2.5, 4.5
PART_OF_PERSON, PART_OF_LONG = 2.5, 3.0
"""What the name itself counts: known, a given name, with a head word, part of a longer name."""

TITLED, AGE, WHO, SPEAKS = 3.5, 2.0, 2.0, 1.0
BRACKETS, CALLED, OUTFIT, PLURAL, ARTICLE, EMPLOYER, COINED = 4.0, 2.5, 2.5, 2.0, 3.0, 2.5, 2.0
SIDE = 4.0
DATELINE, GROUND, PLACE_PREPOSITION, NO_PERSON, VISITED, ADDRESS, CITY = 3.0, 2.5, 1.5, 2.0, 1.5, 2.5, 2.0
APPOSED, EXPLAINED, LISTED = 2.5, 2.5, 2.5
"""What the surroundings count: of persons, of organisations, of places, of any."""

STRANGER = 0.8
"""What of that which speaks for a person counts for an organisation if nobody introduces the name."""

OWN, OWN_BY_MODEL = 1.5, 0.5
"""What counts more for the mention itself than for others of the same spelling."""

SHARED_BY_MODEL = (2.0, 2.5, 3.0)
"""What the model says of one, two, three or more mentions, if it always says the same."""

SHARED_MOST = 4.0
"""All titles, ages and prepositions together, for mentions other than theirs."""


def key_of(tokens: Sequence[str]) -> Key:
    """What counts as one spelling: the tokens, words in capitals taken as capitalised."""
    return tuple(word.capitalize() if len(word) > 1 and word.isupper() else word for word in tokens)


def vote(text: Surroundings, mentions: Sequence[Mention]) -> list[str]:
    """Give every mention its label.

    Args:
        text: the document.
        mentions: in text order.

    Returns:
        One label a mention; "" for a mention that nothing speaks for.
    """
    tokens = text.words.words
    keys = [key_of(tokens[m.start : m.end]) for m in mentions]
    introduced = {key for m, key in zip(mentions, keys, strict=True) if m.origin == "brackets" and len(m) == 1}
    inner: dict[Key, Scores] = {}
    kinds: dict[Key, frozenset[str]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if key not in inner:
            labels = text.labels(mention.start, mention.end) or text.vocabulary.gazetteer.labels(key)
            weak = text.is_weak(key)
            if key in introduced:
                labels = frozenset()
            inner[key] = _inner_evidence(key, labels, weak, text.vocabulary)
            kinds[key] = frozenset() if weak else labels
    own = [_own_evidence(text, m, kinds[key]) for m, key in zip(mentions, keys, strict=True)]
    _hear_neighbours(text, mentions, keys, kinds, own)
    _weigh_again(keys, kinds, inner, own)
    shouted = [text.is_shouted(m.start) for m in mentions]
    shared = _shared_evidence(mentions, keys, own, shouted)
    scored = [
        _scores(mention, key, inner[key], shared[key], evidence, loud)
        for mention, key, evidence, loud in zip(mentions, keys, own, shouted, strict=True)
    ]
    persons = {key for key, scores in zip(keys, scored, strict=True) if len(key) > 1 and _best(scores) == "PERSON"}
    given = {key[:1] for key in persons}
    parts = {part for key in persons for part in _parts(key)}
    surnames: dict[str, set[str]] = {}
    for surname in {fold(part[-1]) for part in parts}:
        for shared_key in surname_keys(surname):
            surnames.setdefault(shared_key, set()).add(surname)
    first_words = {key[:1] for key in inner if len(key) > 1 and kinds[key] == {"PLACE"}}
    firms = {key[:1] for key in inner if len(key) == 2 and key[1] in text.vocabulary.lexicon.orgs}
    parts |= given | {key for key in inner if _is_variant(key, kinds[key], surnames)}
    acting = {key for key, evidence in zip(keys, own, strict=True) if evidence.get("ORG", 0.0) >= OUTFIT}
    strangers = find_strangers(
        keys,
        kinds,
        persons=persons,
        firms=acting | {key for key in keys if kinds[key] == {"ORG"}},
        met={key for key, evidence in zip(keys, own, strict=True) if evidence.get("PERSON", 0.0) > SPEAKS},
        parts=parts,
        vocabulary=text.vocabulary,
    )
    chosen = []
    whole: dict[Key, Scores] = {}
    for key, scores in zip(keys, scored, strict=True):
        if len(key) > 1:  # a name of several words names one thing
            whole[key] = _sum(whole.get(key, {}), scores)
    scored = [dict(whole.get(key, scores)) for key, scores in zip(keys, scored, strict=True)]
    subjects: set[Key] = set()
    located: set[Key] = set()
    if strangers:
        subjects = {key for m, key in zip(mentions, keys, strict=True) if text.is_subject(m.end)}
        located = {key for key, evidence in zip(keys, own, strict=True) if "PLACE" in evidence}
    for mention, key, scores, evidence in zip(mentions, keys, scored, own, strict=True):
        if key in first_words and not kinds[key] and key not in parts:
            scores["PLACE"] = scores.get("PLACE", 0.0) + PART_OF_LONG
        if key in firms and not kinds[key] and key not in parts:
            scores["ORG"] = scores.get("ORG", 0.0) + PART_OF_LONG
        if key in strangers:
            scores["ORG"] = scores.get("ORG", 0.0) + STRANGER * scores.pop("PERSON", 0.0)
            if key in subjects and key not in located:
                scores["ORG"] += STRANGER * scores.pop("PLACE", 0.0)
        if len(key) == 1 and key in parts and not kinds[key] and _is_firm_of(text, mention, evidence):
            chosen.append("ORG")
            continue
        if key in parts:
            known = kinds[key] | ({"PLACE"} if key in given else set())
            scores["PERSON"] = scores.get("PERSON", 0.0) + _as_part(text, mention, known, scores)
            if key in given and not kinds[key] and not text.is_located(mention.start, mention.end):
                scores["PERSON"] += PART_OF_PERSON / 2
        chosen.append(_best(scores, mention.label) if mention.label or key in parts or mention.origin != "copy" else "")
    return chosen


def _is_firm_of(text: Surroundings, mention: Mention, evidence: Scores) -> bool:
    """Whether a person's surname stands for a firm of that name, as what it does here tells; not if many know it."""
    if evidence.get("ORG", 0.0) < OUTFIT or evidence.get("PERSON", 0.0) >= AGE:
        return False
    known = text.words.words[mention.start] in text.vocabulary.surnames
    return not known and is_firm(text, mention.start, mention.end)


def _hear_neighbours(
    text: Surroundings,
    mentions: Sequence[Mention],
    keys: Sequence[Key],
    kinds: Mapping[Key, frozenset[str]],
    own: Sequence[Scores],
) -> None:
    """Add to each mention's own evidence what the names beside it tell."""
    for i, label in listed(text.words.words, mentions, [kinds[key] for key in keys]):
        own[i][label] = own[i].get(label, 0.0) + LISTED
    if len({key for key, evidence in zip(keys, own, strict=True) if evidence.get("ORG", 0.0) >= SIDE}) > 1:
        for mention, key, evidence in zip(mentions, keys, own, strict=True):
            if kinds[key] <= _TOWN and meets_side(text, mention.start, mention.end):
                evidence["ORG"] = evidence.get("ORG", 0.0) + SIDE
    for i, (a, b) in enumerate(pairwise(mentions), 1):
        if b.start == a.end + 1 and len(b) == 1 and not kinds[keys[i]]:
            label, weight = _beside(text, a, b)
            own[i][label] = own[i].get(label, 0.0) + weight
        elif is_city(text, a, b) and kinds[keys[i]] == {"PLACE"} and not kinds[keys[i - 1]]:
            own[i - 1]["PLACE"] = own[i - 1].get("PLACE", 0.0) + CITY


def _weigh_again(
    keys: Sequence[Key], kinds: Mapping[Key, frozenset[str]], inner: Mapping[Key, Scores], own: Sequence[Scores]
) -> None:
    """Let what mentions tell change what a name says by itself.

    A given name that the text uses as a place's is none ("in Chelsea"), and a name of several words is a person's when
    its last word alone speaks or bears a title ("Paris Okoye", "Okoye said").
    """
    speakers: set[str] = set()
    for key, evidence in zip(keys, own, strict=True):
        if len(key) > 1:
            continue
        if evidence.get("PLACE") and not kinds[key]:
            inner[key].pop("PERSON", None)
        if evidence.get("PERSON"):
            speakers.add(key[0])
    for key, scores in inner.items():
        if 1 < len(key) < 4 and key[-1] in speakers and not scores:
            scores["PERSON"] = BEARER


def _beside(text: Surroundings, a: Mention, b: Mention) -> tuple[str, float]:
    """What a single word is that stands beside another name: "Ada Roe of [Kestrel]", "Mill Lane, [Tarnby]"."""
    tokens, between = text.words.words, text.words.words[a.end]
    if between in ("of", "at") and a.label == b.label == "PERSON" and len(a) > 1:
        return "ORG", EMPLOYER
    if between == "," and len(a) > 1 and tokens[a.end - 1] in text.vocabulary.lexicon.places:
        return "PLACE", ADDRESS
    return "PLACE", 0.0


def _scores(mention: Mention, key: Key, inner: Scores, shared: Scores, own: Scores, shouted: bool) -> Scores:
    """All that speaks for each label of a mention; in capitals the model's word does not count for itself."""
    scores = _sum(inner, shared, {label: OWN * weight for label, weight in own.items()})
    if mention.origin == "model" and not shouted:
        said = OWN_BY_MODEL * (1.0 if len(key) == 1 else MODEL_LONG)
        scores[mention.label] = scores.get(mention.label, 0.0) + said
    return scores


def _parts(name: Key) -> list[Key]:
    """What may stand for a person's full name as a surname: each ending of it, and each word of a long name."""
    if len(name) > 2 and name[-1].rstrip(".").lower() in _GENERATIONS:
        name = name[:-1]
    endings = [name[i:] for i in range(1, len(name)) if name[i][0].isupper()]
    words = [(word,) for word in name[1:-1] if len(word) > 2 and word[0].isupper()]
    return [*endings, *words]


def _is_variant(key: Key, known: frozenset[str], surnames: Mapping[str, set[str]]) -> bool:
    """Whether a single word that is not known spells a surname of the text in another way ("Zelenskiy")."""
    if len(key) > 1 or known:
        return False
    word = fold(key[0])
    return any(same_surname(word, surname) for near in surname_keys(word) for surname in surnames.get(near, ()))


def _as_part(text: Surroundings, mention: Mention, known: frozenset[str], scores: Scores) -> float:
    """What it counts that a mention is part of a person's full name in the text.

    What the model says of a surname on its own does not outweigh the full name; what is known of it may. Given names
    are towns too often ("Orlando", "Milan") to count as much.
    """
    if known <= {"PERSON"} and not text.is_located(mention.start, mention.end):
        return PART_OF_PERSON + max(0.0, max(scores.values(), default=0.0) - scores.get("PERSON", 0.0))
    return 2 * PART_OF_PERSON if text.speaks(mention.start, mention.end) else PART_OF_PERSON / 2


def _sum(*parts: Scores) -> Scores:
    return {label: sum(part.get(label, 0.0) for part in parts) for label in {k for part in parts for k in part}}


def _shared_evidence(
    mentions: Sequence[Mention], keys: Sequence[Key], own: Sequence[Scores], shouted: Sequence[bool]
) -> dict[Key, Scores]:
    """What all mentions of a spelling say together; the model's word is averaged, the rest adds up to a limit.

    What the model says of words in capitals and of headlines counts only where it says nothing else.
    """
    heard = {
        key
        for mention, key, loud in zip(mentions, keys, shouted, strict=True)
        if mention.origin == "model" and not loud
    }
    said: dict[Key, Counter[str]] = {}
    shared: dict[Key, Scores] = {}
    for mention, key, evidence, loud in zip(mentions, keys, own, shouted, strict=True):
        scores = shared.setdefault(key, {})
        for label, weight in evidence.items():
            scores[label] = min(scores.get(label, 0.0) + weight, SHARED_MOST)
        if mention.origin == "model" and (not loud or key not in heard):
            said.setdefault(key, Counter())[mention.label] += 1
    for key, counts in said.items():
        total = counts.total()
        weight = SHARED_BY_MODEL[min(total, len(SHARED_BY_MODEL)) - 1] * (1.0 if len(key) == 1 else MODEL_LONG)
        for label, count in counts.items():
            shared[key][label] = shared[key].get(label, 0.0) + weight * count / total
    return shared


def _best(scores: Scores, proposed: str = "") -> str:
    ranked = sorted(scores, key=lambda label: (scores[label], label == proposed, -LABELS.index(label)))
    return ranked[-1] if ranked else proposed


def _inner_evidence(key: Key, labels: frozenset[str], weak: bool, vocabulary: Vocabulary) -> Scores:
    """What the name itself says."""
    known = KNOWN_WEAKLY if weak else KNOWN if len(key) == 1 else KNOWN_LONG
    scores = {label: known / len(labels) for label in labels}
    lexicon = vocabulary.lexicon
    if len(key) == 1:
        if not labels and len(key[0]) > 2 and vocabulary.is_given(key[0]):
            scores["PERSON"] = GIVEN_ALONE
        return scores
    is_weak = len(key) < 4 and key[-1] in lexicon.weak_heads
    head = HEAD_WORD if is_weak else HEAD_WORD_SURE
    if key[0] in _SAINTS and key[-1] in ("'s", "’s"):
        scores["PLACE"] = HEAD_WORD_SURE
    elif _has_org_head(key, lexicon.orgs) or (len(key) == 2 and key[1] in ("'s", "’s")):
        scores["ORG"] = scores.get("ORG", 0.0) + head
    elif key[-1] in lexicon.places or key[0] in lexicon.first_of_places:
        scores["PLACE"] = scores.get("PLACE", 0.0) + head
        if is_weak and vocabulary.is_given(key[0]):
            scores["PERSON"] = scores.get("PERSON", 0.0) + GIVEN_NAME / 2
    elif vocabulary.is_given(key[0]):
        scores["PERSON"] = scores.get("PERSON", 0.0) + GIVEN_NAME
    return scores


def _has_org_head(key: Key, orgs: Collection[str]) -> bool:
    """Whether a name ends in an organisation's head word, or goes on from it: "Mill University on Long Island"."""
    if key[-1] in orgs or "&" in key or "/" in key or (key[0] in orgs and "of" in key):
        return True
    return any(word in orgs and after in _AFTER_HEAD for word, after in pairwise(key))


def _own_evidence(text: Surroundings, mention: Mention, known: frozenset[str]) -> Scores:
    """What the surroundings of one mention say, the model aside."""
    start, end = mention.start, mention.end
    scores = dict.fromkeys(LABELS, 0.0)
    if mention.origin == "brackets":
        scores["ORG"] = BRACKETS
    if text.is_titled(start, end) or (text.is_byline(start, end) and (not known or "PERSON" in known)):
        company = mention.label == "ORG" and text.before(start) in text.vocabulary.lexicon.businesses
        scores["PERSON"] += 0.0 if company else TITLED
    elif text.is_located(start, end):
        scores["PLACE"] += PLACE_PREPOSITION + (NO_PERSON if mention.label == "PERSON" and len(mention) == 1 else 0.0)
    elif text.is_dateline(start, end):
        scores["PLACE"] += DATELINE
    elif not known and text.is_agency(start, end):
        scores["ORG"] += DATELINE
    elif not known and text.is_called(start):
        scores["ORG"] += CALLED * (MODEL_LONG if len(mention) > 1 else 1.0)
    long = MODEL_LONG if len(mention) > 1 else 1.0
    bare = len(mention) == 1 or mention.label != "PERSON" or not text.vocabulary.is_given(text.words.words[start])
    if "PERSON" not in known or mention.label != "PERSON":
        if text.is_ground(start, end):
            scores["PLACE"] += GROUND * long
        elif "PLACE" not in known and (text.is_outfit(start, end) or text.speaks_of_it(end)):
            scores["ORG"] += OUTFIT * long
        elif bare and "ORG" not in known and is_side(text, start, end):
            scores["ORG"] += SIDE
        elif bare and not known and is_firm(text, start, end):
            scores["ORG"] += OUTFIT
        elif not known and text.is_plural_subject(start, end):
            scores["ORG"] += PLURAL
        elif not known and text.is_visited(start):
            scores["PLACE"] += VISITED
    if not known and (kind := text.apposed_to(end)):
        scores[kind] += APPOSED
    if not known and (kind := text.explained_as(end)) and (kind != "PERSON" or text.before(start) not in _OF_WHOM):
        scores[kind] += EXPLAINED * long
    if mention.label == "PERSON" and not known and not text.is_shouted(start) and text.is_coined(start, end):
        scores["ORG"] += COINED
    if mention.label == "PERSON" and text.has_article(start, end):
        scores["ORG"] += ARTICLE
    if text.has_age(end):
        scores["PERSON"] += AGE
    if text.is_who(start, end):
        scores["PERSON"] += WHO
    if not known and not text.is_shouted(start) and text.speaks(start, end):
        scores["ORG" if text.is_coined(start, end) else "PERSON"] += SPEAKS
    return {label: weight for label, weight in scores.items() if weight}
