"""The columns as an Arrow schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.export.arrow import arrow_schema
from negotiations_nlp.export.rows import article_row
from negotiations_nlp.export.schema import ARTICLES

if TYPE_CHECKING:
    from negotiations_nlp.models import Article

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: frames)")


def test_nested_rows_go_through_arrow_unchanged(article: Article, empty_article: Article) -> None:
    """What went in comes out, empty lists and missing speakers included."""
    rows = [article_row(article), article_row(empty_article)]
    assert pa.Table.from_pylist(rows, schema=arrow_schema(ARTICLES)).to_pylist() == rows


def test_the_schema_is_that_of_the_columns() -> None:
    """Lists and structs are typed to the last field."""
    schema = arrow_schema(ARTICLES)
    assert schema.names == [column.name for column in ARTICLES]
    assert (
        str(schema.field("quotes").type.value_type.field("addressee").type)
        == "struct<start: int64, end: int64, text: string>"
    )
