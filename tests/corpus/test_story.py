"""Five articles on one story, from the text on."""

from pathlib import Path

import pytest

import negotiations_nlp as nn

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def corpus() -> nn.Corpus:
    files = sorted(ARTICLES.glob("puppets_*.txt"))
    texts = ({"text": file.read_text(encoding="utf-8"), "id": file.stem.removeprefix("puppets_")} for file in files)
    return nn.Corpus(nn.extract_many(texts))


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        pytest.param("Hrynko", {"Hrynko", "Grynko", "Oleksii Hrynko", "Oleksiy Grynko"}, id="person"),
        pytest.param("Kiev", {"Kyiv", "Kiev"}, id="city"),
        pytest.param("Turkiye", {"Turkey", "Türkiye"}, id="country"),
        pytest.param("Yildiran", {"Ayse Yildiran", "Ayşe Yıldıran", "Yildiran", "Yıldıran"}, id="diacritics"),
    ],
)
def test_one_entity_each(corpus: nn.Corpus, name: str, spellings: set[str]) -> None:
    """Every spelling of a name, in all five articles, belongs to one entity."""
    (entity,) = corpus.find(name)
    assert spellings <= set(entity.variants)


def test_statement_in_all_five_outlets(corpus: nn.Corpus) -> None:
    """The director's words, trimmed, split and translated twice, are one statement."""
    statement = corpus.statements("Grinko")[0]
    assert set(statement.outlets) == {"agency", "blocks", "broadcaster", "feed", "tabloid"}
    assert all("visa" in quote.text for quote in statement.quotes)
