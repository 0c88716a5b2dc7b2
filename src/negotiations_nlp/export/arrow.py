"""The columns of ``schema`` in Arrow's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiations_nlp.export.optional import require
from negotiations_nlp.export.schema import Column, ListOf, Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.export.schema import ColumnType

__all__ = ["arrow_schema"]


def arrow_schema(columns: Sequence[Column]) -> Any:
    """The pyarrow.Schema of a table.

    Raises:
        MissingDependencyError: pyarrow is not installed.
    """
    pa = require("pyarrow", "frames")
    return pa.schema([(column.name, _arrow_type(pa, column.type)) for column in columns])


def _arrow_type(pa: Any, type_: ColumnType) -> Any:
    if isinstance(type_, ListOf):
        return pa.list_(_arrow_type(pa, type_.of))
    if isinstance(type_, Struct):
        return pa.struct([(column.name, _arrow_type(pa, column.type)) for column in type_.columns])
    return {"string": pa.string(), "int": pa.int64(), "float": pa.float64(), "date": pa.date32()}[type_]
