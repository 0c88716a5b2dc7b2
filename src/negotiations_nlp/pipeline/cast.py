"""The people and bodies of a document as candidates for speakers: who is mentioned where, and what is known of them.

Built from what ``negotiations_identities`` leaves on the Doc; without it, from the Doc's own entities.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD

from negotiations_nlp.pipeline.genders import gender_of_name
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc

__all__ = ["ENTITIES_KEY", "Cast", "Figure", "Occurrence", "cast_of"]

ENTITIES_KEY = "negotiations_entities"
BLOCKS_KEY = "negotiations_blocks"
ASIDES = frozenset({"byline", "boilerplate"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PART_OF = frozenset({"appos", "compound", "flat", "nmod"})


@dataclass(slots=True)
class Figure:
    """One person, organisation or place of a document.

    Attributes:
        id: the entity's id in the document, None when identities were not joined.
        name: its canonical name.
        label: PERSON, ORG or PLACE.
        gender: "male", "female" or None.
        kb_id: its id in the knowledge base, None when it is not in it.
        descriptions: how the text describes it, lower case.
    """

    id: str | None
    name: str
    label: str
    gender: str | None = None
    kb_id: str | None = None
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of a figure.

    Attributes:
        start: first character.
        end: one past the last character.
        figure: whose mention it is.
        subject: whether it is the subject of its clause.
        token: index of its last token.
        aside: whether it stands in a byline or in page furniture, where nobody is spoken of.
        byline: whether it stands in a byline.
    """

    start: int
    end: int
    figure: Figure
    subject: bool
    token: int
    aside: bool = False
    byline: bool = False


@dataclass(slots=True)
class Cast:
    """The figures of a document and their occurrences in text order."""

    figures: list[Figure]
    occurrences: list[Occurrence]
    starts: list[int] = field(default_factory=list)
    _starts_of: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [o.start for o in self.occurrences]
        for o in self.occurrences:
            self._starts_of.setdefault(id(o.figure), []).append(o.start)

    def within(self, start: int, end: int) -> list[Occurrence]:
        """The occurrences that overlap the characters from start to end."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        found = []
        for k in range(first, len(self.occurrences)):
            o = self.occurrences[k]
            if o.start >= end:
                break
            if o.end > start:
                found.append(o)
        return found

    def before(self, char: int, since: int = 0) -> list[Occurrence]:
        """The occurrences that start at `since` or later and end at or before a character, in text order.

        Those in bylines and page furniture are left out.
        """
        first, last = bisect_left(self.starts, since), bisect_right(self.starts, char)
        return [o for o in self.occurrences[first:last] if o.end <= char and not o.aside]

    def distance(self, figure: Figure, char: int) -> int | None:
        """Characters from a character to the start of the figure's nearest occurrence, None when it has none."""
        starts = self._starts_of.get(id(figure), [])
        k = bisect_left(starts, char)
        return min((abs(start - char) for start in starts[max(k - 1, 0) : k + 1]), default=None)


def gender_told(descriptions: Iterable[str]) -> str | None:
    """The gender that descriptions tell ("the skipper's widow"), None when they tell none or two."""
    nouns = speaker_nouns()
    told = {nouns[w].gender for d in descriptions for w in d.lower().split() if w in nouns and nouns[w].gender}
    return told.pop() if len(told) == 1 else None


def _gender_by_name(record: Mapping[str, str]) -> str | None:
    return gender_of_name(record["name"]) if record["label"] == "PERSON" else None


def cast_of(doc: Doc) -> Cast:
    """The cast of a Doc. Writes nothing.

    Args:
        doc: a Doc; with the entities group of ``negotiations_identities`` if it ran.

    Returns:
        The cast, empty when the Doc has no entities.
    """
    if ENTITIES_KEY in doc.spans and doc.spans[ENTITIES_KEY].attrs.get("entities"):
        group = doc.spans[ENTITIES_KEY]
        known = {
            key: Figure(
                key,
                record["name"],
                record["label"],
                record.get("gender") or gender_told(record.get("descriptions") or ()) or _gender_by_name(record),
                record.get("kb_id"),
                tuple(d.lower() for d in record.get("descriptions") or ()),
            )
            for key, record in group.attrs["entities"].items()
        }
        spans = [(span, known[span.id_]) for span in group if span.id_ in known]
        figures = list(known.values())
    else:
        labels = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "PLACE": "PLACE"}
        by_name: dict[tuple[str, str], Figure] = {}
        spans = []
        for span in doc.ents:
            if span.label_ in labels:
                label = labels[span.label_]
                spans.append((span, by_name.setdefault((span.text, label), Figure(None, span.text, label))))
        figures = list(by_name.values())
    rows = doc.to_array([HEAD, DEP]).astype("int64") if len(doc) else np.zeros((0, 2), "int64")
    heads = (rows[:, 0] + range(len(doc))).tolist()
    strings, deps = doc.vocab.strings, rows[:, 1]
    subjects, parts = (np.isin(deps, [strings.as_int(dep) for dep in kind]).tolist() for kind in (SUBJECTS, PART_OF))
    asides = [
        (block.start, block.end, block.label_ == "byline")
        for block in doc.spans.get(BLOCKS_KEY, ())
        if block.label_ in ASIDES
    ]
    starts_of_asides = [start for start, _, _ in asides]
    occurrences = []
    for span, figure in spans:
        k = bisect_right(starts_of_asides, span.start) - 1
        aside = k >= 0 and span.start < asides[k][1]
        first, last = span.start, span.end
        root = last - 1
        for i in range(first, last):
            head = heads[i]
            if head < first or head >= last or head == i:
                root = i
        while parts[root] and heads[root] != root:
            root = heads[root]
        occurrences.append(
            Occurrence(span.start_char, span.end_char, figure, subjects[root], last - 1, aside, aside and asides[k][2])
        )
    occurrences.sort(key=lambda o: (o.start, -o.end))
    return Cast(figures, occurrences)
