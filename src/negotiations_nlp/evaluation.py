"""How good is it on your texts? Scores against gold annotations, exact and by overlap, by kind and by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field
from spacy.tokens import SpanGroup
from spacy.training import Example

from negotiations_nlp.api import extract_many
from negotiations_nlp.gold import GoldArticle, read_gold
from negotiations_nlp.inputs import ArticleRecord
from negotiations_nlp.names.folding import fold
from negotiations_nlp.pipeline.scorers import ENTITIES_KEY, QUOTES_KEY
from negotiations_nlp.span_matching import match_best, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.language import Language
    from spacy.tokens import Doc

    from negotiations_nlp.gold import GoldQuote
    from negotiations_nlp.models import Article, Quote, Speaker

__all__ = ["Evaluation", "Score", "evaluate", "score_articles", "to_examples"]

LEAST_OVERLAP = 0.6
EDGES = " \t\n\r.,;:!?…\"'“”‘’«»"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Score(_Model):
    """How many were found, were to be found, and are right."""

    correct: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0.0 when nothing was predicted."""
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0.0 when there is none."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0.0 when nothing is right."""
        return 2 * self.correct / (self.predicted + self.gold) if self.correct else 0.0


class Evaluation(_Model):
    """Scores over all articles together."""

    articles: int
    entities: dict[str, Score] = Field(description="exact: span and label; overlap; named: exact, with the right name")
    entities_by_label: dict[str, Score] = Field(description="exact, by label")
    quotes: dict[str, Score] = Field(description="exact: the content; overlap; named: overlap, with the right speaker")
    quotes_by_kind: dict[str, Score] = Field(
        description="named, by kind: predicted ones by theirs, gold ones by theirs"
    )
    quotes_by_rule: dict[str, Score] = Field(description="named, by rule; gold counts what the rule's quotes match")
    matched: dict[str, Score] = Field(description="of quotes that overlap: mention, name, kind and status right")

    def to_records(self) -> list[dict[str, Any]]:
        """One flat dictionary a score, for tables."""
        groups: dict[str, Mapping[str, Score]] = {
            "entities": self.entities,
            "entities by label": self.entities_by_label,
            "quotes": self.quotes,
            "quotes by kind": self.quotes_by_kind,
            "quotes by rule": self.quotes_by_rule,
            "matched quotes": self.matched,
        }
        return [
            {"of": group, "which": which, "precision": s.precision, "recall": s.recall, "f1": s.f1, **s.model_dump()}
            for group, scores in groups.items()
            for which, s in scores.items()
        ]


class _Tally:
    """Counts from which scores are made."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def add(self, group: str, which: str, *, correct: int = 0, predicted: int = 0, gold: int = 0) -> None:
        self.counts[group][which].update(correct=correct, predicted=predicted, gold=gold)

    def scores(self, group: str) -> dict[str, Score]:
        names = ("correct", "predicted", "gold")
        return {which: Score(**{n: c[n] for n in names}) for which, c in sorted(self.counts[group].items())}


def evaluate(
    gold: str | Path | Iterable[GoldArticle],
    *,
    articles: str | Path | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
) -> Evaluation:
    """Extract the articles of a gold folder and score what is found.

    Args:
        gold: the folder of the annotations (see docs/gold-format.md), or what read_gold() gave.
        articles: the folder of the articles, when it is neither the same nor "articles" beside it.
        nlp: a pipeline made by load(); None takes the default one.
        n_process: number of processes.

    Returns:
        The scores.

    Raises:
        InputError: there is no such folder, or no annotation in it.
        DataError: a file is not in the gold format or does not fit its article.

    Example:
        >>> from negotiations_nlp.gold import GoldArticle, GoldQuote
        >>> text = "“It rains,” Halyna Moroz said."
        >>> quote = GoldQuote(
        ...     content=((1, 10),), kind="direct", speaker=(12, 24), cue=(25, 29), canonical="Halyna Moroz",
        ...     modality="asserted",
        ... )
        >>> evaluate([GoldArticle(id="a1", text=text, entities=(), quotes=(quote,))]).quotes["named"].f1
        1.0
    """
    wanted = read_gold(gold, articles=articles) if isinstance(gold, (str, Path)) else list(gold)
    found = extract_many((ArticleRecord(text=g.text, id=g.id) for g in wanted), nlp=nlp, n_process=n_process)
    return score_articles(zip(found, wanted, strict=True))


def score_articles(pairs: Iterable[tuple[Article, GoldArticle]]) -> Evaluation:
    """Score articles against gold annotations of the same texts.

    Quotes overlap when the intersection over union of their contents, in characters, is at least 0.6; pairs are one
    to one, the best first. The content is exact when it is the same but for white space, marks and stops at its ends.
    Names are the same when they are equal but for case, diacritics, punctuation and a leading "the".

    Args:
        pairs: each article with its gold annotations.

    Returns:
        The scores.
    """
    tally = _Tally()
    number = 0
    for article, gold in pairs:
        number += 1
        _score_entities(article, gold, tally)
        _score_quotes(article, gold, tally)
    return Evaluation(
        articles=number,
        entities=tally.scores("entities"),
        entities_by_label=tally.scores("labels"),
        quotes=tally.scores("quotes"),
        quotes_by_kind=tally.scores("kinds"),
        quotes_by_rule=tally.scores("rules"),
        matched=tally.scores("matched"),
    )


def to_examples(nlp: Language, gold: Iterable[GoldArticle]) -> list[Example]:
    """Turn gold annotations into what ``nlp.evaluate`` takes.

    Args:
        nlp: the pipeline to be evaluated.
        gold: what read_gold() gave.

    Returns:
        An example an article. Names that do not begin and end with a token are left out.
    """
    return [Example(nlp.make_doc(article.text), _reference(nlp, article)) for article in gold]


def _reference(nlp: Language, gold: GoldArticle) -> Doc:
    doc = nlp.make_doc(gold.text)
    spans = [doc.char_span(e.start, e.end, label=e.label) for e in gold.entities]
    doc.spans[ENTITIES_KEY] = [span for span in spans if span is not None]
    quotes = [
        {"content": [list(part) for part in q.content], "speaker": {"name": q.canonical} if q.canonical else None}
        for q in gold.quotes
    ]
    doc.spans[QUOTES_KEY] = SpanGroup(doc, name=QUOTES_KEY, attrs={"quotes": quotes})
    return doc


def _score_entities(article: Article, gold: GoldArticle, tally: _Tally) -> None:
    found = {(m.start, m.end, e.label): e.name for e in article.entities for m in e.mentions}
    wanted = {(e.start, e.end, e.label): e.canonical for e in gold.entities}
    exact = found.keys() & wanted.keys()
    named = sum(_same_name(found[key], wanted[key]) for key in exact)
    overlapping = 0
    for label in sorted({key[2] for key in (*found, *wanted)}):
        f = [key for key in found if key[2] == label]
        w = [key for key in wanted if key[2] == label]
        tally.add("labels", label, correct=len(exact.intersection(f)), predicted=len(f), gold=len(w))
        overlapping += len(match_best([[key[:2]] for key in f], [[key[:2]] for key in w], 1e-9))
    for which, correct in (("exact", len(exact)), ("overlap", overlapping), ("named", named)):
        tally.add("entities", which, correct=correct, predicted=len(found), gold=len(wanted))


def _score_quotes(article: Article, gold: GoldArticle, tally: _Tally) -> None:
    contents = [[(span.start, span.end) for span in quote.content] for quote in article.quotes]
    pairs = match_best(contents, [quote.content for quote in gold.quotes], LEAST_OVERLAP)
    right = Counter[str]()
    for quote in article.quotes:
        tally.add("kinds", quote.kind, predicted=1)
        tally.add("rules", quote.rule, predicted=1)
    for wanted in gold.quotes:
        tally.add("kinds", wanted.kind, gold=1)
    for i, j in pairs:
        quote, wanted = article.quotes[i], gold.quotes[j]
        named = _same_name(quote.speaker.name if quote.speaker else None, wanted.canonical)
        right.update(exact=_same_content(article.text, quote, wanted), overlap=1, named=named)
        tally.add("kinds", wanted.kind, correct=named)
        tally.add("rules", quote.rule, correct=named, gold=1)
        facts = {
            "mention": _same_mention(quote.speaker, wanted),
            "name": named,
            "kind": quote.kind == wanted.kind,
            "status": quote.status == wanted.modality,
        }
        for which, correct in facts.items():
            tally.add("matched", which, correct=correct, predicted=1, gold=1)
    for which in ("exact", "overlap", "named"):
        tally.add("quotes", which, correct=right[which], predicted=len(article.quotes), gold=len(gold.quotes))


def _same_name(found: str | None, wanted: str | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return fold(found).removeprefix("the ") == fold(wanted).removeprefix("the ")


def _same_mention(speaker: Speaker | None, wanted: GoldQuote) -> bool:
    if speaker is None or wanted.speaker is None:
        return speaker is None and wanted.speaker is None
    return overlap([(speaker.mention.start, speaker.mention.end)], [wanted.speaker]) > 0


def _same_content(text: str, quote: Quote, wanted: GoldQuote) -> bool:
    return _trimmed(text, [(s.start, s.end) for s in quote.content]) == _trimmed(text, wanted.content)


def _trimmed(text: str, content: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in content:
        part = text[start:end]
        trimmed.append((start + len(part) - len(part.lstrip(EDGES)), end - len(part) + len(part.rstrip(EDGES))))
    return trimmed
