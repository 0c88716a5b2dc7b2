"""The component negotiations_entities: which stretches of a text name a person, an organisation or a place.

It starts from what the model's entity recognizer found, if there is one, and from known names; puts boundaries right,
adds names that the text itself introduces (titles, roles, bylines, brackets) and settles one label a name by a vote.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Span

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.names.countries import demonym
from negotiations_nlp.pipeline.candidates import from_gazetteer, from_model, widen
from negotiations_nlp.pipeline.completions import with_brands, with_county, with_days, with_particles
from negotiations_nlp.pipeline.introductions import copy_names, from_runs, in_brackets
from negotiations_nlp.pipeline.known_names import KnownNames, KnownNamesMixin, given_names
from negotiations_nlp.pipeline.label_vote import vote
from negotiations_nlp.pipeline.name_words import default_name_words
from negotiations_nlp.pipeline.runs import find_runs, read_lines
from negotiations_nlp.pipeline.scorers import score_entities
from negotiations_nlp.pipeline.surroundings import Mention, Surroundings, Vocabulary
from negotiations_nlp.pipeline.tokenization import teach_tokenizer
from negotiations_nlp.pipeline.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc
    from spacy.training import Example

__all__ = ["SPANS_KEY", "EntityFinder", "find_entities", "make_entities"]

SPANS_KEY = "negotiations_entities"

_REPLACED = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "PLACE"))


def find_entities(words: Words, vocabulary: Vocabulary) -> list[tuple[int, int, str]]:
    """Find the persons, organisations and places of a document.

    Args:
        words: the document.
        vocabulary: what is known of words and names.

    Returns:
        (first token, one past the last token, PERSON | ORG | PLACE) in text order, none overlapping; empty when the
        text names nobody and nothing.
    """
    tokens = words.words
    upper = {
        word for word in set(tokens) if word[0].isupper() or (not word.islower() and _is_known_mixed(word, vocabulary))
    }
    capital = [i for i, word in enumerate(tokens) if word in upper]
    text = Surroundings(words, read_lines(tokens, capital), vocabulary)
    runs = find_runs(words, text.lines, capital)
    taken = [False] * len(words)
    mentions: list[Mention] = []

    def place(found: Iterable[Mention]) -> None:
        for mention in found:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = [True] * len(mention)
                mentions.append(mention)

    model = from_model(text)
    widen(text, model, runs)
    known = from_gazetteer(text, vocabulary.gazetteer.find(tokens, capital, text.lines.capitals), runs)
    within = {i: m for m in model for i in range(m.start, m.end)}
    place(m for m in known if len(m) > 1 and not _inside(m, within.get(m.start)))
    place(in_brackets(text, model))
    place(model)
    place(known)
    place(from_runs(text, runs, taken))
    place(copy_names(text, mentions, runs, taken))
    with_particles(text, mentions, taken)
    with_days(text, mentions, taken)
    with_brands(text, mentions)
    mentions.sort(key=lambda m: m.start)
    with_county(text, mentions)
    labels = vote(text, mentions)
    return [(m.start, m.end, label) for m, label in zip(mentions, labels, strict=True) if label]


def _is_known_mixed(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word that starts in lower case is a known name with capitals inside: "xAI"."""
    return word[0].islower() and bool(vocabulary.gazetteer.labels((word,)))


def _inside(mention: Mention, other: Mention | None) -> bool:
    """Whether a mention is only a part of another one."""
    return other is not None and other.start <= mention.start and mention.end <= other.end and len(other) > len(mention)


def annotate(doc: Doc, found: Sequence[tuple[int, int, str]]) -> None:
    """Write entities to ``doc.spans["negotiations_entities"]`` and ``doc.ents``; other labels in doc.ents stay."""
    spans = [Span(doc, start, end, label=label) for start, end, label in found]
    doc.spans[SPANS_KEY] = spans
    others = [ent for ent in doc.ents if ent.label_ not in _REPLACED]
    covered = {i for start, end, _ in found for i in range(start, end)}
    doc.ents = [*spans, *(ent for ent in others if covered.isdisjoint(range(ent.start, ent.end)))]


@cache
def speech_verbs() -> frozenset[str]:
    """Lower-case forms of reporting verbs."""
    return frozenset(default_lexicon().verbs)


@lru_cache(maxsize=4096)
def is_demonym(word: str) -> bool:
    """Whether a word names a nationality, in singular or plural ("Ukrainian", "Americans")."""
    return demonym(word) is not None or (word.endswith("s") and demonym(word[:-1]) is not None)


class EntityFinder(KnownNamesMixin):
    """The component: finds entities and writes them to the Doc.

    Attributes:
        names: the names that it knows.
    """

    def __init__(self, names: KnownNames) -> None:
        """Know these names."""
        self.names = names

    def __call__(self, doc: Doc) -> Doc:
        """Find and write the entities of one Doc."""
        vocabulary = Vocabulary(
            gazetteer=self.names.gazetteer,
            lexicon=default_name_words(),
            given_names=given_names(),
            surnames=self.names.surnames,
            is_demonym=is_demonym,
            speech_verbs=speech_verbs(),
        )
        found = find_entities(Words.from_doc(doc), vocabulary)
        annotate(doc, found)
        return doc

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """Score mentions for ``nlp.evaluate``."""
        return score_entities(examples, **kwargs)


@Language.factory(
    "negotiations_entities",
    assigns=["doc.ents", "doc.spans"],
    default_config={"knowledge": None, "style": {}},
)
def make_entities(
    nlp: Language, name: str, knowledge: list[dict[str, Any]] | str | None, style: dict[str, str]
) -> EntityFinder:
    """Make the component.

    It needs nothing before it, and does better after a tagger, parser and ner. The tokenizer learns what scraped
    text needs (see ``tokenization``).

    Args:
        nlp: the pipeline it is for; not kept.
        name: the component's name in it.
        knowledge: records of your own names, or the path of a knowledge file; None knows what the library knows.
        style: canonical name to the name to show.

    Returns:
        The component.

    Raises:
        DataError: a record is not valid.
        InputError: the style names something unknown.
    """
    teach_tokenizer(nlp)
    return EntityFinder(KnownNames(knowledge, style))
