"""The articles written for the tests: their gold annotations fit, and the library finds most of what stands there."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn
from negotiations_nlp.gold import read_gold

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "bees_interview",
    "bus_hearing",
    "clock_museum",
    "garden_notice",
    "park_politics",
    "puppets_agency",
    "puppets_blocks",
    "puppets_broadcaster",
    "puppets_feed",
    "puppets_tabloid",
    "rowing_local",
]


@pytest.fixture(scope="module")
def builder(root: Path) -> Any:
    """The script that builds the fixtures."""
    spec = importlib.util.spec_from_file_location("build_fixtures", root / "scripts" / "build_fixtures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def evaluation(root: Path) -> nn.Evaluation:
    """The scores on all fixtures."""
    return nn.evaluate(root / "fixtures" / "gold")


def test_the_fixtures_are_these(root: Path) -> None:
    """No article is forgotten in one of the folders."""
    folders = ("marked/*.txt", "articles/*.txt", "gold/*.json")
    assert [sorted(p.stem for p in (root / "fixtures").glob(pattern)) for pattern in folders] == [NAMES] * 3


@pytest.mark.parametrize("name", NAMES)
def test_articles_and_gold_are_built_from_the_markup(builder: Any, root: Path, name: str) -> None:
    """Nobody edited what the script writes (run scripts/build_fixtures.py)."""
    fixtures = root / "fixtures"
    text, gold = builder.build((fixtures / "marked" / f"{name}.txt").read_bytes().decode(), f"{name}.txt")
    assert (fixtures / "articles" / f"{name}.txt").read_bytes().decode() == text
    assert (fixtures / "gold" / f"{name}.json").read_bytes().decode() == builder.dump(gold)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("{Ann} slept.\n=====\nP Bob\n", id="name not listed"),
        pytest.param("<q1>I slept.</q1>\n=====\n2 direct asserted -\n", id="quote not listed"),
        pytest.param("<q1>I slept.\n=====\n1 direct asserted -\n", id="not closed"),
        pytest.param("I slept.</q1>\n=====\n1 direct asserted -\n", id="not opened"),
    ],
)
def test_wrong_markup_is_refused(builder: Any, marked: str) -> None:
    """A slip in the markup does not become a slip in the gold."""
    with pytest.raises(builder.MarkupError):
        builder.build(marked, "x.txt")


def test_gold_says_that_it_was_written_for_tests(root: Path) -> None:
    """Nobody takes them for news."""
    files = sorted((root / "fixtures" / "gold").glob("*.json"))
    assert [p.name for p in files if '"note": "Written for the tests' not in p.read_text(encoding="utf-8")] == []


def test_gold_has_every_kind_and_status(root: Path) -> None:
    """The fixtures show all there is to show."""
    gold = [quote for article in read_gold(root / "fixtures" / "gold") for quote in article.quotes]
    assert {q.kind for q in gold} == {"direct", "indirect", "mixed"}
    assert {q.modality for q in gold} == {"asserted", "expected", "denied", "unsure"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("group", "which", "floor"),
    [
        pytest.param("entities", "exact", 0.85, id="entities"),
        pytest.param("entities", "named", 0.80, id="entities with names"),
        pytest.param("quotes", "overlap", 0.85, id="quotes"),
        pytest.param("quotes", "named", 0.75, id="quotes with speakers"),
        pytest.param("quotes_by_kind", "direct", 0.80, id="direct quotes"),
        pytest.param("quotes_by_kind", "indirect", 0.70, id="indirect quotes"),
    ],
)
def test_scores_do_not_fall(evaluation: nn.Evaluation, group: str, which: str, floor: float) -> None:
    """F1 stays above a floor, which is raised when the library gets better."""
    assert getattr(evaluation, group)[which].f1 >= floor


@pytest.mark.model
def test_an_article_without_speech_has_no_quotes(root: Path) -> None:
    """Scare quotes, titles, inches and years are no speech."""
    text = (root / "fixtures" / "articles" / "garden_notice.txt").read_text(encoding="utf-8")
    assert [(q.text, q.rule) for q in nn.extract(text).quotes] == []
