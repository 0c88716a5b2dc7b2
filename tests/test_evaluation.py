"""Scores are what they say, on articles small enough to count by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example

from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.evaluation import Score, score_articles, to_examples
from negotiations_nlp.gold import GoldArticle, GoldEntity, GoldQuote, read_gold
from negotiations_nlp.models import Article, Entity, Quote, Speaker
from negotiations_nlp.models import Span as TextSpan
from negotiations_nlp.pipeline.scorers import score_entities, score_quotes
from negotiations_nlp.span_matching import iou, match_best

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "“It rained all day,” Petro Vovk said in Kiev."
GOLD = GoldArticle(
    id="a.txt",
    text=TEXT,
    entities=(
        GoldEntity(start=21, end=31, text="Petro Vovk", label="PERSON", canonical="Petro Vovk"),
        GoldEntity(start=40, end=44, text="Kiev", label="PLACE", canonical="Kyiv"),
    ),
    quotes=(
        GoldQuote(
            content=((1, 19),),
            kind="direct",
            speaker=(21, 31),
            cue=(32, 36),
            canonical="Petro Vovk",
            modality="asserted",
        ),
    ),
)


def span(start: int, end: int) -> TextSpan:
    """A span of TEXT."""
    return TextSpan(start=start, end=end, text=TEXT[start:end])


def article(content: tuple[int, int] = (1, 19), speaker: str | None = "Petro Vovk", place: str = "Kyiv") -> Article:
    """What was found in TEXT."""
    who = Speaker(mention=span(21, 31), name=speaker, kind="named")
    quote = Quote(
        content=(span(*content),), text=TEXT[slice(*content)], kind="direct", speaker=who, confidence=1, rule="r"
    )
    person = Entity(id="e1", name="Petro Vovk", label="PERSON", mentions=(span(21, 31),))
    city = Entity(id="e2", name=place, label="PLACE", mentions=(span(40, 44),))
    return Article(text=TEXT, entities=(person, city), quotes=(quote,), version="test")


@pytest.mark.parametrize(
    ("found", "exact", "overlap", "named"),
    [
        pytest.param(article(), 1, 1, 1, id="all right"),
        pytest.param(article(content=(1, 18)), 1, 1, 1, id="without the last comma"),
        pytest.param(article(content=(4, 19)), 0, 1, 1, id="most of it"),
        pytest.param(article(content=(1, 10)), 0, 0, 0, id="half of it"),
        pytest.param(article(speaker="petro vovk"), 1, 1, 1, id="name in lower case"),
        pytest.param(article(speaker="Petro Wolf"), 1, 1, 0, id="another speaker"),
        pytest.param(article(speaker=None), 1, 1, 0, id="no speaker"),
    ],
)
def test_quotes_are_scored(found: Article, exact: int, overlap: int, named: int) -> None:
    """Content and name count apart."""
    scores = score_articles([(found, GOLD)]).quotes
    assert [scores[which].correct for which in ("exact", "overlap", "named")] == [exact, overlap, named]


def test_entities_are_scored_with_their_names() -> None:
    """A wrong canonical name is not a wrong span."""
    scores = score_articles([(article(place="Kiev"), GOLD)]).entities
    assert [scores[which].correct for which in ("exact", "overlap", "named")] == [2, 2, 1]


def test_nothing_found_is_no_precision_and_no_recall() -> None:
    """Zero is a score, not an error."""
    score = score_articles([(Article(text=TEXT, version="test"), GOLD)]).quotes["named"]
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)


def test_rules_are_scored_by_what_they_found() -> None:
    """A rule's precision tells whether to look at it."""
    scores = score_articles([(article(), GOLD), (article(content=(1, 10)), GOLD)])
    assert scores.quotes_by_rule == {"r": Score(correct=1, predicted=2, gold=1)}


def test_f1_is_the_harmonic_mean() -> None:
    """Two of four found ones are right, of five."""
    score = Score(correct=2, predicted=4, gold=5)
    assert score.f1 == pytest.approx(2 * score.precision * score.recall / (score.precision + score.recall))


def test_records_are_rows_for_a_table() -> None:
    """Each score is a row with its numbers."""
    row = score_articles([(article(), GOLD)]).to_records()[0]
    assert row == {
        "of": "entities",
        "which": "exact",
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "correct": 2,
        "predicted": 2,
        "gold": 2,
    }


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        pytest.param([(0, 10)], [(0, 10)], 1.0, id="same"),
        pytest.param([(0, 10)], [(5, 15)], 1 / 3, id="half each"),
        pytest.param([(0, 5), (10, 15)], [(0, 15)], 2 / 3, id="two parts in one"),
        pytest.param([(0, 5)], [(5, 10)], 0.0, id="side by side"),
        pytest.param([], [(0, 5)], 0.0, id="nothing"),
    ],
)
def test_iou(a: list[tuple[int, int]], b: list[tuple[int, int]], share: float) -> None:
    """Shared characters by all characters."""
    assert iou(a, b) == pytest.approx(share)


def test_best_pairs_are_made_first() -> None:
    """A worse pair does not take a better one's partner."""
    assert match_best([[(0, 10)], [(0, 12)]], [[(0, 12)]], 0.5) == [(1, 0)]


def write(folder: Path, record: Any, text: str = TEXT) -> Path:
    """Write an article and its gold file."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def record(**changes: Any) -> dict[str, Any]:
    """GOLD as its file has it."""
    gold = GOLD.model_dump(mode="json")
    return {"file": "a.txt", "entities": gold["entities"], "quotes": gold["quotes"], **changes}


def test_gold_is_read_beside_its_articles(tmp_path: Path) -> None:
    """Article and annotations may share a folder."""
    assert read_gold(write(tmp_path, record())) == [GOLD]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"file": "b.txt"}, "no article 'b.txt'", id="no article"),
        pytest.param({"author": "me"}, "author", id="unknown key"),
        pytest.param({"entities": [{**record()["entities"][0], "start": 20}]}, "is not at 20-31", id="wrong offset"),
        pytest.param({"entities": [{**record()["entities"][0], "label": "CITY"}]}, "label", id="unknown label"),
        pytest.param({"quotes": [{**record()["quotes"][0], "content": [[1, 999]]}]}, "1-999", id="beyond the end"),
        pytest.param({"quotes": [{**record()["quotes"][0], "content": []}]}, "no content", id="no content"),
    ],
)
def test_gold_that_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    """The error names the file and what is wrong in it."""
    with pytest.raises(DataError, match=r"a\.json") as caught:
        read_gold(write(tmp_path, record(**changes)))
    assert message in str(caught.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    """Nothing to score is a mistake."""
    with pytest.raises(InputError, match=r"has no \*\.json file"):
        read_gold(tmp_path)


def annotated(spans: list[tuple[int, int, str]], quotes: list[dict[str, Any]]) -> Doc:
    """A Doc of TEXT with entities and quotes."""
    doc = spacy.blank("en")(TEXT)
    group = [doc.char_span(start, end, label=label) for start, end, label in spans]
    doc.spans["negotiations_entities"] = [s for s in group if isinstance(s, Span)]
    doc.spans["negotiations_quotes"] = SpanGroup(doc, name="negotiations_quotes", attrs={"quotes": quotes})
    return doc


QUOTED = {"content": [[1, 19]], "speaker": {"name": "Petro Vovk"}}


def test_spacy_scores_entities() -> None:
    """One of two found, nothing else."""
    example = Example(annotated([(21, 31, "PERSON")], []), annotated([(21, 31, "PERSON"), (40, 44, "PLACE")], []))
    assert score_entities([example]) == {
        "negotiations_entities_p": 1.0,
        "negotiations_entities_r": 0.5,
        "negotiations_entities_f": pytest.approx(2 / 3),
    }


def test_spacy_scores_quotes_and_speakers() -> None:
    """The content is right, the speaker is not."""
    example = Example(annotated([], [{**QUOTED, "speaker": None}]), annotated([], [QUOTED]))
    scores = score_quotes([example])
    assert (scores["negotiations_quotes_f"], scores["negotiations_speakers_f"]) == (1.0, 0.0)


def test_spacy_scores_are_none_without_gold() -> None:
    """A reference that was not annotated says nothing."""
    example = Example(annotated([], [QUOTED]), spacy.blank("en")(TEXT))
    assert score_quotes([example])["negotiations_quotes_f"] is None


@pytest.mark.model
def test_spacy_evaluates_a_pipeline(pipeline: Language) -> None:
    """nlp.evaluate scores our components along with the model's."""
    scores = pipeline.evaluate(to_examples(pipeline, [GOLD]))
    names = ("negotiations_entities_f", "negotiations_quotes_f", "negotiations_speakers_f")
    assert [scores[name] for name in names] == [1.0, 1.0, 1.0]
