"""Noun phrases as mentions of a speaker: where the phrase around a head word starts and ends.

A mention keeps its determiner ("the US president") and leaves out titles, appositives and relative clauses; a
named person is the name alone. Ranges are tokens, half-open.
"""

from __future__ import annotations

from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["Mention", "conjuncts", "is_noun_like", "mention_of"]

Mention = tuple[int, int]

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "CD", "DT", "PRP$", "JJ", "EX", "WDT", "FW", "JJS", "JJR"})
LEFT_DEPS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "neg"})
PHRASE_PREPOSITIONS = frozenset({"of", "at", "for", "from", "in", "with", "on", "to", "within", "inside", "close"})
MAX_PHRASE_TOKENS = 12


def is_noun_like(tokens: Tokens, i: int) -> bool:
    """Whether token i can head a noun phrase."""
    return tokens.tags[i] in NOUN_TAGS


def _entity_around(tokens: Tokens, head: int) -> Mention | None:
    label = tokens.ents[head]
    if not label:
        return None
    first = last = head
    low, high = tokens.sentence(head)
    while first > low and tokens.ents[first - 1] == label and tokens.heads[first - 1] <= head:
        first -= 1
    while last + 1 < high and tokens.ents[last + 1] == label and tokens.tags[last + 1] in {"NNP", "NNPS"}:
        last += 1
    return first, last + 1


def conjuncts(tokens: Tokens, head: int) -> list[int]:
    """The heads coordinated with a head ("Moe and Vik"), without itself; empty when there are none."""
    found, queue = [], [head]
    for h in queue:
        for k in tokens.children[h]:
            if tokens.deps[k] == "conj" and is_noun_like(tokens, k):
                found.append(k)
                queue.append(k)
    return found


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
    if tokens.ents[head] == "PERSON":
        return _entity_around(tokens, head) or (head, head + 1)
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
                clipped = next((j for j in range(k, edge) if tokens.lower[j] in {",", "who", "which", "that", "--", "—", "–", "-"}), edge)
                if clipped - first <= MAX_PHRASE_TOKENS:
                    last = max(last, clipped)
    low, high = tokens.sentence(head)
    return max(first, low), min(last, high)
