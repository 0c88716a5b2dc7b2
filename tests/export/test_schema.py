"""The columns follow the models, so that no field is left out of the tables."""

from __future__ import annotations

import datetime as dt
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from negotiations_nlp.export.schema import ARTICLES, ENTITIES, MENTIONS, QUOTES, Column, ListOf, Struct
from negotiations_nlp.models import Article, Entity, Quote, Speaker

if TYPE_CHECKING:
    from pydantic import BaseModel

SCALARS = {str: "string", int: "int", float: "float", dt.date: "date"}


def _columns_of(model: type[BaseModel], *, without: tuple[str, ...] = ()) -> tuple[Column, ...]:
    hints = get_type_hints(model)
    return tuple(Column(name, _type_of(hints[name])) for name in model.model_fields if name not in without)


def _type_of(hint: Any) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _type_of(next(arg for arg in args if arg is not type(None)))
    if origin is Annotated:
        return _type_of(args[0])
    if origin is Literal:
        return "string"
    if origin is tuple:
        return ListOf(_type_of(args[0]))
    return SCALARS[hint] if hint in SCALARS else Struct(_columns_of(hint))


def test_the_nested_table_has_every_field_of_an_article_but_its_text() -> None:
    """ARTICLES is the model Article, field for field, down to the spans."""
    assert _columns_of(Article, without=("text",)) == ARTICLES


@pytest.mark.parametrize("model", [pytest.param(m, id=m.__name__) for m in (Entity, Quote, Speaker)])
def test_a_model_of_other_fields_is_told_apart(model: type[BaseModel]) -> None:
    """The comparison sees a missing field."""
    assert _columns_of(model) != _columns_of(model, without=(next(iter(model.model_fields)),))


def test_the_table_of_quotes_has_the_keys_of_to_records(article: Article) -> None:
    """QUOTES is what Article.to_records() gives, in its order."""
    assert [column.name for column in QUOTES] == list(article.to_records()[0])


@pytest.mark.parametrize(
    "table", [pytest.param(t, id=i) for t, i in ((QUOTES, "quotes"), (ENTITIES, "entities"), (MENTIONS, "mentions"))]
)
def test_every_long_table_begins_with_its_article(table: tuple[Column, ...]) -> None:
    """Rows of different tables are joined by the article's id."""
    assert [column.name for column in table[:2]] == ["article_id", "article_date"]
