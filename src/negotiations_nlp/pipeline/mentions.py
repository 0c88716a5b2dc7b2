"""Noun phrases as mentions of a speaker: where the phrase around a head word starts and ends.

A mention keeps its determiner ("the US president") and leaves out titles, appositives and relative clauses; a
named person is the name alone. Ranges are tokens, half-open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Mention", "can_speak", "co_mentions", "is_noun_like", "mention_of"]

Mention = tuple[int, int]

NOUN_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "CD", "DT", "PRP$", "JJ", "EX", "WDT", "FW", "JJS", "JJR"}
)
LEFT_DEPS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "neg"})
PHRASE_PREPOSITIONS = frozenset({"of", "at", "for", "from", "in", "with", "on", "to", "within", "inside", "close"})
PERSONS = frozenset({"he", "she", "they", "we", "i", "you"})
HERE = frozenset({"here", "there", "abroad"})
MAX_PHRASE_TOKENS = 12
MAX_ROLE_TOKENS = 4
AGE_TAGS = frozenset({"HYPH", "NN", "CD", "JJ", "DT", "PRP$"})
MAX_AGE_TOKENS = 6
ROLE_TAGS = frozenset({"PRP$", "DT", "NN", "NNP", "JJ"})
PHRASE_TAGS = frozenset({"IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CC", "HYPH", "VBN", "CD", "PRP$"})


def is_noun_like(tokens: Tokens, i: int) -> bool:
    """Whether token i can head a noun phrase."""
    return tokens.tags[i] in NOUN_TAGS


def can_speak(tokens: Tokens, i: int) -> bool:
    """Whether token i names who can speak: a person, a body, a person's pronoun, a noun that stands for one."""
    if tokens.ents[i] in {"PERSON", "ORG"} or (not tokens.ents[i] and tokens.tags[i] == "NNP"):
        return True
    return tokens.lower[i] in PERSONS or tokens.lower[i] in speaker_nouns()


def _entity_around(tokens: Tokens, head: int) -> Mention | None:
    label = tokens.ents[head]
    if not label:
        return None
    first = last = head
    low, high = tokens.sentence(head)
    while first > low and tokens.ents[first - 1] == label and not tokens.ent_starts[first]:
        first -= 1
    while last + 1 < high and tokens.ents[last + 1] == label and not tokens.ent_starts[last + 1]:
        last += 1
    return first, last + 1


def co_mentions(tokens: Tokens, mention: Mention) -> list[Mention]:
    """The mentions coordinated with a mention ("Moe" and "Vik" in "Ragnhild Moe and Torstein Vik").

    Args:
        tokens: the document.
        mention: a mention, as `mention_of` gives it.

    Returns:
        The other mentions in text order; empty when it stands alone.
    """
    low, high = tokens.sentence(mention[0])
    found: list[Mention] = []
    if tokens.ents[mention[1] - 1] == "PERSON":  # names: by what stands between them
        last = mention[1]
        while (nxt := _linked(tokens, last, high)) is not None and not _opens_clause(tokens, mention, nxt):
            found.append(nxt)
            last = nxt[1]
        before = _linked_before(tokens, mention)
        if before is not None:
            found.insert(0, before)
        if found:
            return found
    inside = range(*mention)
    heads = [k for i in inside for k in tokens.children[i] if tokens.deps[k] == "conj" and k not in inside]
    heads = [k for k in heads if tokens.ents[k] or not tokens.ents[mention[1] - 1]]
    for head in heads:
        if is_noun_like(tokens, head) and low <= head < high:
            other = mention_of(tokens, head)
            apart = other[0] >= mention[1] or other[1] <= mention[0]
            if apart and not (tokens.ents[other[1] - 1] == "PERSON" and _opens_clause(tokens, mention, other)):
                found.append(other)
    return found


def _opens_clause(tokens: Tokens, mention: Mention, other: Mention) -> bool:
    """Whether the second name is the subject of a clause of its own ("said Anna Lee, and Max Ohr went home")."""
    i, named = other[1] - 1, mention[1] - 1
    if tokens.deps[i] == "appos":
        i = tokens.heads[i]
    if tokens.deps[named] == "appos":
        named = tokens.heads[named]
    after = other[1] + (tokens.lower[other[1] : other[1] + 1] == [","])
    inverted = mention[0] > 0 and tokens.tags[mention[0] - 1] in {"VBD", "VBZ"}
    if inverted and tokens.tags[after : after + 1] in (["VBD"], ["VBZ"]):
        return True  # "said Anna Lee, and the bishop, Max Ohr, went home"
    if not tokens.heads[named] < min(named, mention[0]):
        return False
    return tokens.deps[i] == "nsubj" and tokens.heads[i] >= other[1]


def _linked_before(tokens: Tokens, mention: Mention) -> Mention | None:
    """The name that "and" links to the mention after it, if the parser joined the two."""
    i = mention[0] - 1
    if i < 1 or tokens.lower[i] != "and" or tokens.ents[i - 1] != "PERSON":
        return None
    name = _entity_around(tokens, i - 1)
    if name is None:
        return None
    if tokens.deps[i - 1] in {"appos", "nsubj"}:  # "mayors Ragnhild Moe and Torstein Vik said"
        return name
    joined = any(name[0] <= tokens.heads[k] < name[1] for k in range(*mention)) or any(
        mention[0] <= tokens.heads[k] < mention[1] for k in range(*name)
    )
    return name if joined else None


def _linked(tokens: Tokens, last: int, high: int) -> Mention | None:
    """The name that "and" or a comma before "and" links to what ends at token last."""
    i = last
    while i < high and tokens.lower[i] in {",", "and", "&"}:
        i += 1
    joined = i
    while i < min(high, joined + MAX_ROLE_TOKENS) and i > last and tokens.tags[i] in ROLE_TAGS and not tokens.ents[i]:
        i += 1  # "Mary Kovar and her husband John"
    if joined < i < high and tokens.lower[i] == ",":
        i += 1  # "and the bishop, Luis Mota", "and his client, the brewer Maria Hopf"
        comma = i
        while i < min(high, comma + MAX_ROLE_TOKENS) and tokens.tags[i] in ROLE_TAGS and not tokens.ents[i]:
            i += 1
    if i == last or i >= high or tokens.ents[i] != "PERSON":
        return None
    name = _entity_around(tokens, i)
    if name is None:
        return None
    if "and" in tokens.lower[last:joined]:
        return name
    after = _linked(tokens, name[1], high)
    return name if after is not None else None


def mention_of(tokens: Tokens, head: int) -> Mention:
    """The mention around a head: the appositive name if it has one, the entity, or the phrase.

    Args:
        tokens: the document.
        head: index of the head token of a noun phrase.

    Returns:
        The range of tokens; it holds the head or the head of its appositive.
    """
    if tokens.ents[head] != "PERSON":
        for k in tokens.children[head]:
            if tokens.deps[k] == "appos" and tokens.ents[k] == "PERSON" and k > head:
                return _entity_around(tokens, k) or (k, k + 1)
            if tokens.deps[k] == "appos" and tokens.ents[k] == "ORG" and not tokens.ents[head]:
                body = _entity_around(tokens, k)
                if body is not None and body[0] == head + 1:  # "the newspaper Diena"
                    return body
    if tokens.ents[head] == "PERSON":
        return _entity_around(tokens, head) or (head, head + 1)
    if tokens.lower[head] == "old" and head > 2 and tokens.tags[head - 1] == "HYPH":
        return _by_age(tokens, head)
    whole = _entity_around(tokens, head) if tokens.ents[head] in {"ORG", "GPE", "LOC", "PLACE"} else None
    if whole is not None and whole[1] - whole[0] > 1:
        first = whole[0] - 1 if whole[0] and tokens.lower[whole[0] - 1] == "the" else whole[0]
        return first, whole[1]
    first = head
    for k in tokens.children[head]:
        if k < head and tokens.deps[k] in LEFT_DEPS:
            first = min(first, tokens.edges(k)[0])
    last = head + 1
    if tokens.tags[head] != "PRP":
        for k in tokens.children[head]:
            if k > head and (
                (tokens.deps[k] == "prep" and tokens.lower[k] in PHRASE_PREPOSITIONS and k == last)
                or (tokens.deps[k] == "case")
            ):
                edge = tokens.edges(k)[1]
                clipped = next(
                    (
                        j
                        for j in range(k, edge)
                        if tokens.lower[j] in {",", "who", "which", "that", "--", "—", "–", "-"}
                    ),
                    edge,
                )
                if clipped - first <= MAX_PHRASE_TOKENS:
                    last = max(last, clipped)
    low, high = tokens.sentence(head)
    first, last = max(first, low), min(last, high)
    while last - 1 > head and (tokens.tags[last - 1] in {"CC", "POS"} or not tokens.lower[last - 1].strip()):
        last -= 1
    while first < head and tokens.tags[first] in {":", "HYPH", "NFP", ","}:
        first += 1
    return _apposed_name(tokens, head, last, high) or (first, last)


def _by_age(tokens: Tokens, head: int) -> Mention:
    """ "the 23-year-old", whose last word is no noun."""
    first, low = head, tokens.sentence(head)[0]
    while first > low and tokens.tags[first - 1] in AGE_TAGS and head - first < MAX_AGE_TOKENS:
        first -= 1
    return first, head + 1


def _apposed_name(tokens: Tokens, head: int, last: int, high: int) -> Mention | None:
    """The name that a phrase introduces: "the agency's director, Anna Lee, said", whatever the parse makes of it."""
    if tokens.tags[head] not in {"NN", "NNS", "NNP"} or tokens.ents[head]:
        return None
    i = last
    while i < high and i - last < MAX_PHRASE_TOKENS and (tokens.tags[i] in PHRASE_TAGS or tokens.lower[i] in HERE):
        i += 1
    if i + 1 >= high or tokens.lower[i] != "," or tokens.ents[i + 1] not in {"PERSON", "ORG"}:
        return None
    name = _entity_around(tokens, i + 1)
    if name is None or (tokens.ents[i + 1] == "ORG" and tokens.tags[head] != "NN"):
        return None
    after = tokens.lower[name[1]] if name[1] < high else ""
    closed = after in {",", "", ".", ":", ";", "and"} or not after.strip() or tokens.tags[name[1]][:2] == "VB"
    return name if closed else None
