"""What a corpus answers."""

import datetime as dt

import pytest

from builders import Said, make_article
from negotiations_nlp import Article, Corpus
from negotiations_nlp.errors import InputError, UnknownNameError

VISA = "A puppet does not need a visa, and neither does its broom."


@pytest.fixture
def corpus() -> Corpus:
    """Three outlets on one story, and one article of another day."""
    return Corpus(
        [
            make_article(
                "a",
                Said("Oleksii Hrynko", VISA, medium="Telegram", naming=(("puppet", "ORG", "Puppet Inc"),)),
                Said(
                    "Ayşe Yıldıran", "Hrynko measured the door twice.", naming=(("Hrynko", "PERSON", "Oleksii Hrynko"),)
                ),
                names={"Kyiv": "PLACE"},
            ),
            make_article("b", Said("Oleksiy Grynko", VISA + " We come by ferry.", said_on=dt.date(2031, 5, 11))),
            make_article("c", Said("Hrynko", "no puppet needs a visa", kind="indirect", status="denied"), date=None),
            make_article("d", Said("Ayse Yildiran", "The door is open.", status="expected"), date="2031-06-01"),
        ],
        outlets={"a": "Agency", "b": "Tabloid"},
    )


def ids(quotes) -> list[str]:
    return [quote.article_id for quote in quotes]


def test_one_entity_for_all_spellings(corpus: Corpus) -> None:
    """Spellings of one name in several articles are one entity, under the name that most articles use."""
    (entity,) = corpus.find("Hrynko")
    assert set(entity.variants) == {"Oleksii Hrynko", "Hrynko", "Oleksiy Grynko"}
    assert entity.article_ids == ("a", "b", "c")


@pytest.mark.parametrize("name", ["Hrynko", "Grynko", "Grinko", "Oleksiy Hrynko", "Mr Hrynko", "HRYNKO"])
def test_quotes_by_any_spelling(corpus: Corpus, name: str) -> None:
    """A speaker's quotes are found by spellings that stand in no article."""
    assert ids(corpus.quotes_by(name)) == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["Hrinchenko", "Petro Hrynko", "", "Oleksii"])
def test_quotes_by_another_name(corpus: Corpus, name: str) -> None:
    """A near miss finds nobody."""
    assert corpus.quotes_by(name) == ()


def test_entity_by_a_name_of_the_knowledge_base() -> None:
    """A place is found under a name that no article uses."""
    article = Article(
        text="Kyiv",
        id="a",
        entities=[
            {
                "id": "e1",
                "name": "Kyiv",
                "label": "PLACE",
                "kb_id": "geonames:703448",
                "mentions": [{"start": 0, "end": 4, "text": "Kyiv"}],
            }
        ],
        version="by hand",
    )
    found = Corpus([article]).entity("Київ")
    assert found is not None
    assert [mention.span.text for mention in found.mentions] == ["Kyiv"]


def test_speakers_by_number_of_quotes(corpus: Corpus) -> None:
    """Those with the most quotes come first."""
    assert [len(corpus.quotes_by(speaker)) for speaker in corpus.speakers()] == [3, 2]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        pytest.param({}, ["a", "a", "b", "c", "d"], id="none"),
        pytest.param({"speaker": "Yildiran"}, ["a", "d"], id="speaker"),
        pytest.param({"speaker": "Nobody Known"}, [], id="unknown-speaker"),
        pytest.param({"outlet": "Agency"}, ["a", "a"], id="outlet"),
        pytest.param({"outlet": ["Tabloid", "c"]}, ["b", "c"], id="outlets-one-of-them-by-id"),
        pytest.param({"kind": "indirect"}, ["c"], id="kind"),
        pytest.param({"status": ("denied", "expected")}, ["c", "d"], id="statuses"),
        pytest.param({"medium": "Telegram"}, ["a"], id="medium"),
        pytest.param({"since": "2031-05-12"}, ["a", "a", "d"], id="since-the-day-it-was-said"),
        pytest.param({"until": dt.date(2031, 5, 11)}, ["b"], id="until"),
        pytest.param({"until": "2031-05-12", "by": "published"}, ["a", "a", "b"], id="until-published"),
        pytest.param({"about": "Grynko"}, ["a"], id="about"),
        pytest.param({"about": "Grynko", "speaker": "Hrynko"}, [], id="about-himself"),
    ],
)
def test_filters(corpus: Corpus, conditions: dict, expected: list[str]) -> None:
    """Conditions narrow the quotes down, all of them together."""
    assert ids(corpus.quotes(**conditions)) == expected


@pytest.mark.parametrize(
    "conditions",
    [
        pytest.param({"kind": "spoken"}, id="kind"),
        pytest.param({"status": ["asserted", "maybe"]}, id="status"),
        pytest.param({"since": "yesterday"}, id="date"),
        pytest.param({"by": "heard"}, id="sort-of-date"),
    ],
)
def test_refuses_unknown_conditions(corpus: Corpus, conditions: dict) -> None:
    """A condition that cannot be met by any quote is a mistake."""
    with pytest.raises(InputError):
        corpus.quotes(**conditions)


def test_timeline_by_day(corpus: Corpus) -> None:
    """Quotes come by the day they were said, those without any day are left out."""
    assert ids(corpus.timeline()) == ["b", "a", "a", "d"]
    assert ids(corpus.timeline("Hrynko", by="published")) == ["a", "b"]


def test_statements_join_outlets(corpus: Corpus) -> None:
    """One statement in two outlets is one, with what differs marked."""
    (statement,) = corpus.statements()
    assert statement.outlets == ("Tabloid", "Agency")
    own = [[part.text for part in version.parts if not part.shared] for version in statement.versions()]
    assert own == [["We come by ferry."], []]


@pytest.mark.parametrize(("speaker", "number"), [("Grynko", 1), ("Yildiran", 0), ("Nobody Known", 0)])
def test_statements_of_a_speaker(corpus: Corpus, speaker: str, number: int) -> None:
    """Statements are chosen by speaker, in any spelling."""
    assert len(corpus.statements(speaker)) == number


def test_statements_of_one_outlet() -> None:
    """What one outlet repeats counts only when that is asked for."""
    corpus = Corpus([make_article("a", Said("Petro Vovk", VISA), Said("Petro Vovk", VISA))])
    assert corpus.statements() == ()
    assert len(corpus.statements(min_outlets=1)) == 1


def test_who_mentions_whom(corpus: Corpus) -> None:
    """Names inside quotes tell who speaks of whom."""
    found = {(pair.speaker, pair.mentioned): len(pair.quotes) for pair in corpus.mentions_between()}
    assert found == {
        (corpus.entity("Yildiran"), corpus.entity("Hrynko")): 1,
        (corpus.entity("Hrynko"), corpus.entity("Puppet Inc")): 1,
    }


def test_nobody_mentions_himself() -> None:
    """A speaker who says his own name speaks of nobody."""
    article = make_article("a", Said("Petro Vovk", "Vovk never sleeps.", naming=(("Vovk", "PERSON", "Petro Vovk"),)))
    assert Corpus([article]).mentions_between() == ()


def test_variants_by_outlet(corpus: Corpus) -> None:
    """Each outlet's spellings are counted."""
    assert corpus.variants("Hrynko")["Tabloid"] == {"Oleksiy Grynko": 1}
    assert corpus.variants("Nobody Known") == {}


def test_ambiguous_surname_stays_alone_and_says_so() -> None:
    """A surname of two people joins neither of them, nor itself across articles."""
    corpus = Corpus(
        [
            make_article("a", names={"Oleksii Hrynko": "PERSON"}),
            make_article("b", names={"Petro Hrynko": "PERSON"}),
            make_article("c", names={"Hrynko": "PERSON"}),
            make_article("d", names={"Hrynko": "PERSON"}),
        ]
    )
    (ambiguity,) = corpus.ambiguities
    assert (ambiguity.name, ambiguity.article_ids) == ("Hrynko", ("c", "d"))
    assert {candidate.name for candidate in ambiguity.candidates} == {"Oleksii Hrynko", "Petro Hrynko"}
    assert [entity.article_ids for entity in corpus.entities] == [("a",), ("b",), ("c",), ("d",)]


def test_later_article_resolves_and_unresolves() -> None:
    """What is one is worked out anew with every article, so that the order does not matter."""
    corpus = Corpus(
        [make_article("a", names={"Hrynko": "PERSON"}), make_article("b", names={"Oleksii Hrynko": "PERSON"})]
    )
    assert len(corpus.entities) == 1
    corpus.add(make_article("c", names={"Petro Hrynko": "PERSON"}))
    assert len(corpus.entities) == 3


def test_namesakes_inside_an_article_stay_apart() -> None:
    """A surname that an article keeps apart from a full name is not joined with that person of all articles."""
    both = make_article("a", Said("Oleksii Hrynko", VISA), Said("Hrynko", "I am his sister."))
    corpus = Corpus([both, make_article("b", Said("Hrynko", "Good morning."))])
    assert [entity.article_ids for entity in corpus.entities] == [("a", "b"), ("a",)]


def test_articles_without_id_get_numbers() -> None:
    """Articles without an id are told apart by their number."""
    corpus = Corpus([make_article(None), make_article(None)])
    assert corpus.article_ids == ("1", "2")


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([make_article("a"), make_article("a")], id="an-id-twice"),
        pytest.param(["a text"], id="a-text"),
        pytest.param([None], id="none"),
    ],
)
def test_refuses(articles: list) -> None:
    """Two articles of an id, and what is no article, are refused."""
    with pytest.raises(InputError):
        Corpus(articles)


def test_unknown_article() -> None:
    """An unknown id names those that there are."""
    with pytest.raises(UnknownNameError, match="it has a"):
        Corpus([make_article("a")]).article("b")


def test_outlets_by_function() -> None:
    """Outlets can be told by a function of the article."""
    corpus = Corpus([make_article("x/1"), make_article("y/1")], outlets=lambda article: article.id.split("/")[0])
    assert corpus.outlets == ("x", "y")


def test_empty_corpus() -> None:
    """A corpus without articles has nothing, and says so without an error."""
    corpus = Corpus()
    assert (corpus.entities, corpus.speakers(), corpus.quotes(), corpus.statements(), corpus.timeline()) == ((),) * 5
    assert corpus.entity("anybody") is None
    assert corpus.to_records() == []


def test_records_have_names_across_articles(corpus: Corpus) -> None:
    """Rows carry outlet, statement and the speaker's name across articles."""
    rows = corpus.to_records()
    assert {row["speaker"] for row in rows if row["article_id"] in "abc" and "visa" in row["text"]} == {
        corpus.entity("Hrynko").name
    }
    assert [row["statement"] for row in rows].count("s1") == 2


def test_frame_keeps_its_columns_without_rows() -> None:
    """An empty corpus gives an empty table with all columns."""
    pytest.importorskip("pandas")
    assert list(Corpus().to_frame().columns)[-4:] == ["outlet", "said", "speaker_kb_id", "statement"]
