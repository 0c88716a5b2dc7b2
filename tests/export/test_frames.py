"""Articles as tables of pandas, Polars and Arrow."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import pytest

from negotiations_nlp.errors import InputError, MissingDependencyError
from negotiations_nlp.export.frames import Backend, make_frame, to_frames
from negotiations_nlp.export.schema import Column, ListOf, Struct

if TYPE_CHECKING:
    from negotiations_nlp.models import Article

MODULES = {"pandas": "pandas", "polars": "polars", "arrow": "pyarrow"}
BACKENDS = [pytest.param(backend, id=backend) for backend in MODULES]
QUOTE_TYPES = {
    "pandas": {
        "article": "int64", "article_id": "string", "article_date": "datetime64[s]", "quote": "int64", "text": "string",
        "start": "int64", "end": "int64", "kind": "string", "status": "string", "speaker": "string",
        "speaker_id": "string", "speaker_kind": "string", "mention": "string", "co_speakers": "object", "cue": "string",
        "addressee": "string", "medium": "string", "said_on": "datetime64[s]", "relayed_by": "string",
        "confidence": "float64", "rule": "string",
    },
    "polars": {
        "article": "Int64", "article_id": "String", "article_date": "Date", "quote": "Int64", "text": "String",
        "start": "Int64", "end": "Int64", "kind": "String", "status": "String", "speaker": "String",
        "speaker_id": "String", "speaker_kind": "String", "mention": "String", "co_speakers": "List(String)",
        "cue": "String", "addressee": "String", "medium": "String", "said_on": "Date", "relayed_by": "String",
        "confidence": "Float64", "rule": "String",
    },
    "arrow": {
        "article": "int64", "article_id": "string", "article_date": "date32[day]", "quote": "int64", "text": "string",
        "start": "int64", "end": "int64", "kind": "string", "status": "string", "speaker": "string",
        "speaker_id": "string", "speaker_kind": "string", "mention": "string", "co_speakers": "list<item: string>",
        "cue": "string", "addressee": "string", "medium": "string", "said_on": "date32[day]", "relayed_by": "string",
        "confidence": "double", "rule": "string",
    },
}  # fmt: skip

TYPES_OF = {
    "pandas": lambda table: {name: str(type_) for name, type_ in table.dtypes.items()},
    "polars": lambda table: {name: str(type_) for name, type_ in table.schema.items()},
    "arrow": lambda table: {field.name: str(field.type) for field in table.schema},
}
RECORDS_OF = {
    "pandas": lambda table: [
        {
            name: None if value is None or value != value or str(value) in ("<NA>", "NaT") else value
            for name, value in row.items()
        }
        for row in table.to_dict("records")
    ],
    "polars": lambda table: table.to_dicts(),
    "arrow": lambda table: table.to_pylist(),
}


def _needs(backend: str) -> None:
    pytest.importorskip(MODULES[backend], reason=f"{MODULES[backend]} is not installed (extra: frames)")


@pytest.mark.parametrize("backend", BACKENDS)
def test_quotes_come_out_as_to_records_gives_them(backend: Backend, article: Article, empty_article: Article) -> None:
    """One row a quote, with the article's number before the fields of to_records."""
    _needs(backend)
    found = RECORDS_OF[backend](to_frames([empty_article, article], backend=backend).quotes)
    dates = {"pandas": {"article_date": dt.datetime(2025, 7, 22), "said_on": dt.datetime(2025, 7, 21)}}.get(backend, {})
    first, second = ({"article": 1, **record} for record in article.to_records())
    assert found == [first | dates, second | {k: v for k, v in dates.items() if k == "article_date"}]


@pytest.mark.parametrize("backend", BACKENDS)
def test_entities_and_mentions_have_their_tables(backend: Backend, article: Article) -> None:
    """Two entities, three mentions of them."""
    _needs(backend)
    frames = to_frames([article], backend=backend)
    assert [(r["article"], r["entity_id"], r["mentions"]) for r in RECORDS_OF[backend](frames.entities)] == [
        (0, "e1", 2),
        (0, "e2", 1),
    ]
    assert [r["text"] for r in RECORDS_OF[backend](frames.mentions)] == ["Ada Berg", "Norsk Radio", "Berg"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_types_are_the_same_with_and_without_articles(
    backend: Backend, article: Article, empty_article: Article
) -> None:
    """No articles, articles without findings and articles with them give tables of one schema."""
    _needs(backend)
    full, bare, none = (to_frames(items, backend=backend) for items in ([article], [empty_article], []))
    types = [[TYPES_OF[backend](table) for table in frames] for frames in (full, bare, none)]
    assert types[0] == types[1] == types[2]
    assert types[0][0] == QUOTE_TYPES[backend]
    assert [len(table) for table in none] == [0, 0, 0]


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_iterator_is_read_once_and_one_article_is_taken_for_a_list_of_one(
    backend: Backend, article: Article
) -> None:
    """extract_many() and extract() can be handed over as they are."""
    _needs(backend)
    assert [len(table) for table in to_frames(iter([article, article]), backend=backend)] == [4, 4, 6]
    assert [len(table) for table in to_frames(article, backend=backend)] == [2, 2, 3]  # type: ignore[arg-type]


@pytest.mark.parametrize("backend", BACKENDS)
def test_make_frame_takes_any_columns(backend: Backend) -> None:
    """Other tables are made the same way, nested ones included."""
    _needs(backend)
    columns = (Column("n", "int"), Column("parts", ListOf(Struct((Column("day", "date"), Column("x", "float"))))))
    rows = [{"n": 1, "parts": [{"day": dt.date(2025, 1, 2), "x": 0.5}]}, {"n": 2, "parts": []}]
    table = make_frame(rows, columns, backend=backend)
    assert RECORDS_OF[backend](table) == rows
    assert TYPES_OF[backend](make_frame([], columns, backend=backend)) == TYPES_OF[backend](table)


def test_an_unknown_backend_is_refused_with_those_there_are() -> None:
    """The message lists the choices."""
    with pytest.raises(InputError, match="one of pandas, polars, arrow, got 'excel'"):
        to_frames([], backend="excel")  # type: ignore[arg-type]


def test_a_text_in_place_of_an_article_is_refused(article: Article) -> None:
    """The message says which item, and what makes articles of texts."""
    pytest.importorskip("pandas", reason="pandas is not installed (extra: frames)")
    with pytest.raises(InputError, match=r"item 1 must be an Article, got str; use extract_many\(\)"):
        to_frames([article, "a text"])  # type: ignore[list-item]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_missing_library_is_explained(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the pip line, before any article is read."""
    monkeypatch.setitem(sys.modules, MODULES[backend], None)

    def articles() -> Any:
        pytest.fail("an article was asked for")
        yield

    with pytest.raises(MissingDependencyError, match=r'pip install "negotiations-nlp\[frames\]"'):
        to_frames(articles(), backend=backend)
