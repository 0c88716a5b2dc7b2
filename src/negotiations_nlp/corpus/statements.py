"""Which quotes are versions of one statement. Strings and days only.

Quotes of one speaker, made within some days, are compared sentence by sentence. Two sentences are versions of one
another when one holds the other word for word, or when they share enough content words, weighted by how rare these
are, and in the same order. A key look-up finds the pairs worth comparing, so that cost grows with the number of
quotes that one speaker makes within those days, not with the square of the corpus.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from negotiations_nlp.corpus.words import content_forms, sentences, word_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Said", "group_statements", "same_sentence"]

_MAX_NEIGHBOURS = 400  # a word that more sentences of one speaker share within the days finds no pairs
_VERBATIM_WORDS = 5
_VERBATIM_CONTENT = 2
_MIN_SHARED = 3  # content words; no more than these are often the subject of the day, so that
_LONG_WORDS = 10  # the sentences have to be longer than this
_ORDER_WORDS = 200  # the order of words is looked at no further


class Said(NamedTuple):
    """A quote to compare.

    Attributes:
        parts: its stretches of text, read one after the other.
        day: the day it was said or published, as an ordinal; None is compared with any day.
    """

    parts: tuple[str, ...]
    day: int | None


@dataclass(slots=True)
class _Sentence:
    """One wording, on days that lie close together, with the quotes that have it."""

    words: tuple[str, ...]
    content: frozenset[str]
    first: float
    last: float
    quotes: list[int] = field(default_factory=list)


def group_statements(quotes: Sequence[Said], *, max_days: int = 3) -> list[tuple[int, ...]]:
    """Group the quotes of one speaker that are versions of one statement.

    Args:
        quotes: the quotes of one speaker.
        max_days: how many days the versions of a statement may lie apart.

    Returns:
        Groups of two or more indices, ascending; empty when no two quotes are versions of one statement.
    """
    found = _wordings(quotes, max_days)
    pairs = sorted(_pairs(found, max_days), key=lambda pair: (-pair[0], pair[1:]))
    parent = list(range(len(quotes)))
    span = [(math.inf, -math.inf) if quote.day is None else (quote.day, quote.day) for quote in quotes]

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(a: int, b: int) -> None:
        a, b = sorted((find(a), find(b)))
        first, last = min(span[a][0], span[b][0]), max(span[a][1], span[b][1])
        if a != b and last - first <= max_days:
            parent[b] = a
            span[a] = (first, last)

    for sentence in found:
        for other in sentence.quotes[1:]:
            join(sentence.quotes[0], other)
    for _, i, j in pairs:
        join(found[i].quotes[0], found[j].quotes[0])
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(quotes)):
        groups[find(number)].append(number)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def same_sentence(
    a: Sequence[str], b: Sequence[str], content_a: frozenset[str], content_b: frozenset[str], weights: dict[str, float]
) -> float:
    """Score how surely two sentences are versions of one.

    Args:
        a: forms of the words of one sentence.
        b: forms of the words of the other.
        content_a: the content words among `a`.
        content_b: the content words among `b`.
        weights: weight of each content word, the rarer the higher; 1 for one that is missing.

    Returns:
        From 0.0, when they are not, to 1.0.
    """
    shared = content_a & content_b
    if len(shared) < _VERBATIM_CONTENT:
        return 0.0
    if _holds(a, b) and min(len(a), len(b)) >= _VERBATIM_WORDS:
        return 1.0
    if len(shared) < _MIN_SHARED:
        return 0.0
    weight = sum(weights.get(form, 1.0) for form in shared)
    contained = weight / min(sum(weights.get(f, 1.0) for f in content) for content in (content_a, content_b))
    if contained < 0.5:
        return 0.0
    words = min(len(a), len(b))
    order = _longest_common(a[:_ORDER_WORDS], b[:_ORDER_WORDS]) / min(words, _ORDER_WORDS)
    if len(shared) == _MIN_SHARED and (words < _LONG_WORDS or order < 0.65):
        return 0.0
    if contained >= 0.75 and order >= 0.5:
        return contained
    return (contained + order) / 2 if order >= 0.6 else 0.0


def _wordings(quotes: Sequence[Said], max_days: int) -> list[_Sentence]:
    """The different sentences by day, equal ones of days close together taken as one."""
    open_ones: dict[tuple[tuple[str, ...], bool], _Sentence] = {}
    found: list[_Sentence] = []
    for number in sorted(range(len(quotes)), key=lambda n: (quotes[n].day is None, quotes[n].day or 0)):
        day = quotes[number].day
        for piece in (sentence for part in quotes[number].parts for sentence in sentences(part)):
            words = word_forms(piece)
            known = open_ones.get((words, day is None))
            if known is not None and (day is None or day - known.first <= max_days):
                if known.quotes[-1] != number:
                    known.quotes.append(number)
                known.last = math.inf if day is None else day
                continue
            content = content_forms(words)
            if len(content) < _VERBATIM_CONTENT:
                continue
            first, last = (-math.inf, math.inf) if day is None else (day, day)
            sentence = _Sentence(words, content, first, last, [number])
            open_ones[words, day is None] = sentence
            found.append(sentence)
    return found


def _pairs(found: list[_Sentence], max_days: int) -> Iterable[tuple[float, int, int]]:
    """Yield score and indices of sentences that are versions of one another; dated ones come first in `found`.

    Versions share at least half the weight of the shorter one, hence one of the rare words that make up more than
    half of its weight: only pairs that share such a word are compared.
    """
    counts = Counter(form for sentence in found for form in sentence.content)
    weights = {form: math.log(1 + len(found) / count) for form, count in counts.items()}
    holders, rare_holders = _Postings(found), _Postings(found)
    for j, sentence in enumerate(found):
        rare = _rare(sentence.content, weights)
        since = sentence.first - 2 * max_days
        near = {i for form in rare for i in holders.since(form, since)}
        near |= {i for form in sentence.content for i in rare_holders.since(form, since)}
        for i in near:
            other = found[i]
            if sentence.first - other.last <= max_days:
                score = same_sentence(other.words, sentence.words, other.content, sentence.content, weights)
                if score > 0:
                    yield score, i, j
        for form in sentence.content:
            holders.add(form, j)
        for form in rare:
            rare_holders.add(form, j)


def _rare(content: frozenset[str], weights: dict[str, float]) -> list[str]:
    """The heaviest words that together make up more than half of the weight."""
    ordered = sorted(content, key=lambda form: (-weights[form], form))
    total, so_far, taken = sum(weights[form] for form in ordered), 0.0, 0
    while taken < len(ordered) and so_far <= total / 2:
        so_far += weights[ordered[taken]]
        taken += 1
    return ordered[:taken]


class _Postings:
    """The sentences that hold a word, in the order of their first day."""

    def __init__(self, found: list[_Sentence]) -> None:
        self._found = found
        self._sentences: dict[str, list[int]] = defaultdict(list)
        self._days: dict[str, list[float]] = defaultdict(list)

    def add(self, form: str, number: int) -> None:
        self._sentences[form].append(number)
        self._days[form].append(self._found[number].first)

    def since(self, form: str, day: float) -> list[int]:
        """The sentences from a day on; empty when they are too many to compare."""
        start = bisect_left(self._days[form], day) if form in self._days else 0
        near = self._sentences[form][start:]
        return near if len(near) <= _MAX_NEIGHBOURS else []


def _holds(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long = sorted((tuple(a), tuple(b)), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _longest_common(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence of words."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
