"""The component negotiations_entities: which stretches of a text name a person, an organisation or a place.

It starts from what the model's entity recognizer found, if there is one, and from known names; puts boundaries right,
adds names that the text itself introduces (titles, roles, bylines, brackets) and settles one label a name by a vote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.names.given import given_groups
from negotiations_nlp.pipeline.candidates import copy_names, from_gazetteer, from_model, from_runs, in_brackets, widen
from negotiations_nlp.pipeline.gazetteer import Gazetteer
from negotiations_nlp.pipeline.label_vote import Mention, vote
from negotiations_nlp.pipeline.name_words import NameWords, default_name_words
from negotiations_nlp.pipeline.runs import find_runs, read_lines
from negotiations_nlp.pipeline.words import Words

__all__ = ["SPANS_KEY", "EntityFinder", "find_entities", "make_entities"]

SPANS_KEY = "negotiations_entities"

_REPLACED = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "PLACE"))


def find_entities(
    words: Words,
    gazetteer: Gazetteer,
    *,
    lexicon: NameWords,
    is_given_name: Callable[[str], bool],
    speech_verbs: frozenset[str],
) -> list[tuple[int, int, str]]:
    """Find the persons, organisations and places of a document.

    Args:
        words: the document.
        gazetteer: known names.
        lexicon: titles, roles and head words.
        is_given_name: tells whether a word is a given name.
        speech_verbs: lower-case forms of reporting verbs.

    Returns:
        (first token, one past the last token, PERSON | ORG | PLACE) in text order, none overlapping; empty when the
        text names nobody and nothing.
    """
    tokens = words.words
    capital = [i for i, word in enumerate(tokens) if word[0].isupper()]
    lines = read_lines(tokens)
    runs = find_runs(words, lines, capital)
    hits = gazetteer.find(tokens, capital, lines.capitals)
    taken = [False] * len(words)
    mentions: list[Mention] = []

    def place(found: Sequence[Mention]) -> None:
        for mention in found:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
                mentions.append(mention)

    model = from_model(words, lexicon, gazetteer)
    widen(words, model, runs, lexicon=lexicon, known=gazetteer.labels, is_given_name=is_given_name)
    known = from_gazetteer(words, hits, runs, lexicon)
    within = {i: m for m in model for i in range(m.start, m.end)}
    place([m for m in known if m.end - m.start > 1 and not _inside(m, within.get(m.start))])
    place(in_brackets(words, model, gazetteer))
    place(model)
    place(known)
    place(
        from_runs(
            words, runs, lines, taken, lexicon=lexicon, is_given_name=is_given_name, speech_verbs=speech_verbs
        )
    )
    place(copy_names(words, mentions, runs, lines, taken, lexicon))
    mentions.sort(key=lambda m: m.start)
    labels = vote(
        words,
        mentions,
        known=gazetteer.labels,
        is_given_name=is_given_name,
        lexicon=lexicon,
        speech_verbs=speech_verbs,
    )
    return [(m.start, m.end, label) for m, label in zip(mentions, labels, strict=True) if label]


def _inside(mention: Mention, other: Mention | None) -> bool:
    """Whether a mention is only a part of another one."""
    return (
        other is not None
        and other.start <= mention.start
        and mention.end <= other.end
        and other.end - other.start > mention.end - mention.start
    )


def annotate(doc: Doc, found: Sequence[tuple[int, int, str]]) -> None:
    """Write entities to ``doc.spans["negotiations_entities"]`` and ``doc.ents``; other labels in doc.ents stay."""
    spans = [Span(doc, start, end, label=label) for start, end, label in found]
    doc.spans[SPANS_KEY] = spans
    others = [ent for ent in doc.ents if ent.label_ not in _REPLACED]
    covered = {i for start, end, _ in found for i in range(start, end)}
    doc.ents = [*spans, *(ent for ent in others if covered.isdisjoint(range(ent.start, ent.end)))]


def _is_given_name(word: str) -> bool:
    return bool(given_groups(word))


class EntityFinder:
    """The component: finds entities and writes them to the Doc."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.lexicon = default_name_words()
        self.speech_verbs = frozenset(default_lexicon().verbs)

    def __call__(self, doc: Doc) -> Doc:
        """Find and write the entities of one Doc."""
        found = find_entities(
            Words.from_doc(doc),
            self.gazetteer,
            lexicon=self.lexicon,
            is_given_name=_is_given_name,
            speech_verbs=self.speech_verbs,
        )
        annotate(doc, found)
        return doc


@Language.factory("negotiations_entities", assigns=["doc.ents", "doc.spans"])
def make_entities(nlp: Language, name: str) -> EntityFinder:
    """Make the component.

    The tokenizer learns to cut the full stop off "X", the network, which it takes for an initial otherwise.
    """
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.add_special_case("X.", [{ORTH: "X"}, {ORTH: "."}])
    return EntityFinder(Gazetteer([], lambda text: [t.text for t in nlp.tokenizer(text)]))
