"""The columns of ``schema`` in Spark's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.export.optional import require
from negotiations_nlp.export.schema import ARTICLES, Column, ListOf, Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql.types import StructType

    from negotiations_nlp.export.schema import ColumnType

__all__ = ["RESULTS", "quoted", "struct_type"]

RESULTS = (*ARTICLES, Column("error", "string"))
"""One row an article, and what was wrong with it; null when nothing was."""


def quoted(name: str) -> str:
    """A column's name as Spark wants it where a dot would mean a field."""
    return "`" + name.replace("`", "``") + "`"


def struct_type(columns: Sequence[Column]) -> StructType:
    """The schema of a Spark table, all columns nullable.

    Raises:
        MissingDependencyError: pyspark is not installed.
    """
    types = require("pyspark.sql.types", "spark")
    schema: StructType = types.StructType([_field(types, column) for column in columns])
    return schema


def _field(types: Any, column: Column) -> Any:
    return types.StructField(column.name, _data_type(types, column.type))


def _data_type(types: Any, type_: ColumnType) -> Any:
    if isinstance(type_, ListOf):
        return types.ArrayType(_data_type(types, type_.of))
    if isinstance(type_, Struct):
        return types.StructType([_field(types, column) for column in type_.columns])
    return {
        "string": types.StringType(),
        "int": types.LongType(),
        "float": types.DoubleType(),
        "date": types.DateType(),
    }[type_]
