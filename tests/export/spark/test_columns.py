"""The columns as a Spark schema. Needs no Java."""

from __future__ import annotations

import pytest

from negotiations_nlp.export.schema import ARTICLES, MENTIONS
from negotiations_nlp.export.spark.columns import quoted, struct_type

pytest.importorskip("pyspark", reason="pyspark is not installed (extra: spark)")


def test_a_flat_table_has_its_columns_in_order() -> None:
    """Numbers are of 64 bits, as in Arrow."""
    assert struct_type(MENTIONS).simpleString() == (
        "struct<article_id:string,article_date:date,entity_id:string,name:string,label:string,kb_id:string,"
        "text:string,start:bigint,end:bigint>"
    )


def test_a_nested_table_is_typed_to_the_last_field() -> None:
    """Quotes hold spans and speakers."""
    quote = struct_type(ARTICLES)["quotes"].dataType.elementType
    assert quote["speaker"].dataType.simpleString() == (
        "struct<mention:struct<start:bigint,end:bigint,text:string>,name:string,entity_id:string,kind:string>"
    )
    assert (quote["said_on"].dataType.typeName(), quote["confidence"].dataType.typeName()) == ("date", "double")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("text", "`text`", id="plain"),
        pytest.param("a.b", "`a.b`", id="with-a-dot"),
        pytest.param("a`b", "`a``b`", id="with-a-backtick"),
    ],
)
def test_names_are_quoted(name: str, written: str) -> None:
    """A dot means no field."""
    assert quoted(name) == written
