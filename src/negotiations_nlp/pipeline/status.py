"""How sure a text is that something was said: asserted, expected, denied or unsure.

Read off auxiliaries, negation, conjunctions and the verbs that govern the cue ("is expected to say").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiations_nlp.lexicon import CueEntry
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["status_of"]

MAX_CHAIN = 6

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
SCHEDULES = frozenset({"is", "are", "was", "were"})
RUMOURS = frozenset(
    {"said", "believed", "thought", "reported", "rumoured", "rumored", "alleged", "understood", "supposed"}
)
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "should", "must"})
DOUBT = frozenset({"may", "might", "could"})
FINITE = frozenset({"VBD", "VBZ"})
NOBODY = frozenset({"nobody", "none", "neither"})


def status_of(tokens: Tokens, verb: int, entry: CueEntry | None, *, alone: bool = False, first: int = 0) -> str:
    """The status of what a cue reports.

    Args:
        tokens: the document.
        verb: index of the cue.
        entry: its row of the lexicon, None for a verb that the lexicon does not hold.
        alone: whether a verb that it is coordinated with says nothing about it.
        first: the first token that may tell; what stands before it is somebody's words.

    Returns:
        "asserted", "expected", "denied" or "unsure".
    """
    i, denied, expected, unsure = verb, False, False, False
    for step in range(MAX_CHAIN):
        words = set()
        for k in tokens.children[i]:
            if k < first:
                continue
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
        coordinated = tokens.deps[i] == "conj"
        if tokens.deps[i] != "xcomp" and not (
            not alone and step == 0 and coordinated and not words and not own and not _after_but(tokens, i)
        ):
            break
        if coordinated and step == 0 and tokens.tags[i] in FINITE and tokens.tags[tokens.heads[i]] == "VB":
            break  # "predicted that it would rain and urged ...": no auxiliary of the other is its own
        told_to = "to" in words
        if told_to and "yet" in tokens.lower[max(i - 2, 0) : i]:  # "has yet to say"
            denied = True
        i = tokens.heads[i]
        if told_to and tokens.lower[i] in SCHEDULES:  # "is to announce"
            expected = True
        if told_to and tokens.lower[i] in RUMOURS and any(tokens.deps[k] == "auxpass" for k in tokens.children[i]):
            unsure = True  # "is said to have told"
        if not coordinated:  # in "declined to comment and said so", what is declined is the comment alone
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


def _after_but(tokens: Tokens, verb: int) -> bool:
    """Whether a "but" stands between a verb and the one it is coordinated with: "did not comment but said"."""
    head = tokens.heads[verb]
    return any(tokens.deps[k] == "cc" and tokens.lower[k] == "but" and head < k < verb for k in tokens.children[head])
