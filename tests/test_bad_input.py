"""Strange text is no error and shifts no offset; wrong arguments are errors that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import negotiations_nlp as nn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.model

QUOTE = "“It rained,” Petro Vovk said."

STRANGE = [
    pytest.param("", id="empty"),
    pytest.param(" \n\t\r\n  \u00a0", id="white space"),
    pytest.param("\0\0a\0b\0", id="NULs"),
    pytest.param("".join(map(chr, range(32))) * 3, id="control characters"),
    pytest.param("\ud800 a \udfff\ud83d\ude00 b", id="lone surrogates"),
    pytest.param("Мэр Петро Вовк сказал, что «шёл дождь». Київ, Одеса.", id="Cyrillic"),
    pytest.param("Ayşe Yıldıran, “İstanbul'da yağmur yağdı” dedi. IĞDIR'dan geldi.", id="Turkish"),
    pytest.param("“”‘’«»„‟‹›\"'`´「」『』" * 5, id="odd marks"),
    pytest.param("”It rained,“ «said» ‘Petro’ Vovk' \" “ “ “", id="marks the wrong way round"),
    pytest.param("the the the of of and", id="no entities"),
    pytest.param("e\u0301\u200d\u200b\ufeff\u202e👩‍👩‍👧‍👦🇺🇦", id="combining, invisible, joined"),
    pytest.param("\r\nPetro Vovk said\r\rit rained.\u2028\u2029\x85", id="line breaks of all kinds"),
    pytest.param("ALL CAPS SAID PETRO VOVK: IT RAINED", id="capitals"),
    pytest.param("x" * 50_000, id="one long word"),
    pytest.param('"' * 5_000, id="nothing but marks"),
    pytest.param("(" * 5_000, id="nothing but brackets"),
    pytest.param("said " * 5_000, id="nothing but a cue"),
    pytest.param("<script>alert('x')</script> said <b>Petro Vovk</b>", id="HTML"),
]


def wrong_spans(article: nn.Article) -> list[nn.Span]:
    """The spans of an article that are not what its text has there."""
    spans = [m for e in article.entities for m in e.mentions]
    for quote in article.quotes:
        spans += quote.content
        spans += [s for s in (quote.cue, quote.addressee) if s is not None]
        spans += [s.mention for s in (*quote.speakers, quote.relayed_by) if s is not None]
    return [s for s in spans if article.text[s.start : s.end] != s.text or s.start >= s.end]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_is_no_error(text: str) -> None:
    """Any string is a text."""
    article = nn.extract(text)
    assert article.text == text
    assert wrong_spans(article) == []


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_does_not_shift_what_follows(text: str) -> None:
    """A quote behind strange text is found where it stands."""
    given = f"{text}\n\n{QUOTE}"
    article = nn.extract(given)
    start = given.rindex("It rained")
    assert [q.content[0].start for q in article.quotes if q.content[0].start >= len(text)] == [start]
    assert wrong_spans(article) == []


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_travels_as_json(text: str) -> None:
    """JSON takes it, as long as it is."""
    article = nn.extract(text)
    back = nn.Article.model_validate_json(article.model_dump_json())
    assert (len(back.text), back.entities) == (len(text), back.entities)


def test_five_megabytes_are_one_text() -> None:
    """Text far over the model's limit, in one piece: the last quote is where it is."""
    filler = ("a" * 399 + "\n") * 12_500
    text = f"{QUOTE}\n\n{filler}\n\n{QUOTE}"
    article = nn.extract(text)
    assert len(text) > 5_000_000
    assert [q.content[0].start for q in article.quotes] == [1, text.rindex("It rained")]
    assert wrong_spans(article) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param({"text": None}, "text must be a str, got NoneType", id="no text"),
        pytest.param({"text": b"It rained."}, r"decode\('utf-8'\)", id="bytes"),
        pytest.param({"text": ["It rained."]}, "got list", id="list"),
        pytest.param({"text": "", "date": "12 May 2031"}, "2025-07-22", id="date in words"),
        pytest.param({"text": "", "date": "2031-13-01"}, "2031-13-01", id="no such month"),
        pytest.param({"text": "", "date": "2031-05-122"}, "2031-05-122", id="a digit too many"),
        pytest.param({"text": "", "date": 20310512}, "got int", id="number for a date"),
        pytest.param({"text": "", "id": 7}, "id must be a str", id="number for an id"),
        pytest.param({"text": "", "nlp": "en_core_web_sm"}, "nlp must be a spacy.Language", id="name for a pipeline"),
    ],
)
def test_wrong_arguments_of_extract_are_explained(arguments: dict[str, Any], message: str) -> None:
    """The error says what was given and what is expected."""
    with pytest.raises(nn.InputError, match=message):
        nn.extract(**arguments)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param("It rained.", "use extract", id="one text"),
        pytest.param({"text": "It rained."}, "use extract", id="one dictionary"),
        pytest.param(5, "iterable", id="number"),
        pytest.param(["ok", None], "article 1: expected a str", id="None among texts"),
        pytest.param([("a", "b", "c")], "article 0", id="three in a tuple"),
        pytest.param([("a", "yesterday")], "article 0: date", id="date in words"),
        pytest.param([{"text": "a", "title": "b"}], "unknown key 'title'", id="unknown key"),
        pytest.param([{"id": "a"}], "no key 'text'", id="no text"),
    ],
)
def test_wrong_items_of_extract_many_are_explained(texts: Any, message: str) -> None:
    """The error names the item."""
    with pytest.raises(nn.InputError, match=message):
        list(nn.extract_many(texts))


@pytest.mark.parametrize("arguments", [{"n_process": 0}, {"n_process": "2"}, {"batch_size": 0}, {"batch_size": 1.5}])
def test_numbers_must_be_numbers(arguments: dict[str, Any]) -> None:
    """Wrong numbers are refused at once, not at the first article."""
    with pytest.raises(nn.InputError, match="whole number"):
        nn.extract_many([], **arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param({"model": 3}, id="model"),
        pytest.param({"knowledge": 3}, id="knowledge"),
        pytest.param({"knowledge": "no/such/file.jsonl"}, id="knowledge file"),
        pytest.param({"style": {"Nowhere at All": "X"}}, id="style"),
        pytest.param({"style": "Kiev"}, id="style that is a name"),
    ],
)
def test_wrong_arguments_of_load_are_explained(arguments: dict[str, Any]) -> None:
    """They are refused when the pipeline is made."""
    with pytest.raises(nn.InputError):
        nn.load(**arguments)


def test_a_folder_without_a_pipeline_is_no_model(tmp_path: Path) -> None:
    """The error says which folder it takes."""
    with pytest.raises(nn.ModelNotFoundError, match=r"nlp\.to_disk"):
        nn.load(tmp_path)


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        pytest.param(lambda: nn.Knowledge.from_records(None), "list of mappings", id="no-records"),  # type: ignore[arg-type]
        pytest.param(
            lambda: nn.Knowledge.from_records({"name": "Ada Lind", "label": "PERSON"}),  # type: ignore[arg-type]
            "got one dict",
            id="one-record",
        ),
        pytest.param(lambda: nn.Knowledge.from_records(["Ada"]), "record 1: expected", id="names-alone"),  # type: ignore[list-item]
        pytest.param(
            lambda: nn.Knowledge.default().extended_with([]),  # type: ignore[arg-type]
            "must be a Knowledge, got list",
            id="records-to-extend-with",
        ),
        pytest.param(
            lambda: nn.Knowledge.default().with_style(["Kiev"]),  # type: ignore[arg-type]
            "must be a Mapping, got list",
            id="names-for-a-style",
        ),
        pytest.param(lambda: nn.normalize("Kiev", knowledge="my.jsonl"), "Knowledge, got str", id="path"),  # type: ignore[arg-type]
        pytest.param(lambda: nn.Corpus(nn.extract("")), r"Corpus\(\[article\]\)", id="one-article"),  # type: ignore[arg-type]
        pytest.param(lambda: nn.extract("").quotes_by(None), "must be a str", id="no-name"),  # type: ignore[arg-type]
    ],
)
def test_wrong_kinds_of_values_are_explained(mistake: Callable[[], object], message: str) -> None:
    """The error says what was expected, and what was given."""
    with pytest.raises(nn.InputError, match=message):
        mistake()
