"""Pipelines by name."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from negotiations_nlp.api import default_pipeline, extract
from negotiations_nlp.errors import InputError
from negotiations_nlp.export.loading import PipelineSpec

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.model
def test_the_default_one_is_the_one_that_extract_uses() -> None:
    """A process that also calls extract() does not load the model twice."""
    assert PipelineSpec().nlp() is default_pipeline()


def test_it_can_be_pickled_and_is_small() -> None:
    """Names travel, models do not."""
    data = pickle.dumps(PipelineSpec("en_core_web_md", "names.jsonl"))
    assert pickle.loads(data) == PipelineSpec("en_core_web_md", "names.jsonl")  # noqa: S301 - made two lines above
    assert len(data) < 200


def test_the_fingerprint_changes_with_the_knowledge_file_and_only_then(tmp_path: Path) -> None:
    """Same content, same fingerprint; other content, another one."""
    file = tmp_path / "names.jsonl"
    file.write_text("1", encoding="utf-8")
    before, again = PipelineSpec(knowledge=str(file)).fingerprint(), PipelineSpec(knowledge=str(file)).fingerprint()
    file.write_text("2", encoding="utf-8")
    assert before == again != PipelineSpec(knowledge=str(file)).fingerprint()
    assert PipelineSpec("a").fingerprint() != PipelineSpec("b").fingerprint()


def test_the_fingerprint_changes_with_the_house_style() -> None:
    """Names that are shown are part of the result."""
    assert PipelineSpec().fingerprint() != PipelineSpec(style=(("Kyiv", "Kiev"),)).fingerprint()


@pytest.mark.model
@pytest.mark.parametrize(
    ("style", "name"),
    [
        pytest.param((("Kyiv", "Kiev"),), "Kiev", id="styled"),
        pytest.param((), "Kyiv", id="as-it-is"),
    ],
)
def test_the_house_style_reaches_the_pipeline(style: tuple[tuple[str, str], ...], name: str) -> None:
    """A pipeline by name shows names as its style has them."""
    article = extract("She left Kyiv.", nlp=PipelineSpec(style=style).nlp())
    assert [entity.name for entity in article.entities] == [name]


def test_a_knowledge_file_that_is_not_there_is_named() -> None:
    """Found out before any work is done."""
    with pytest.raises(InputError, match=r"cannot read the knowledge file 'nowhere\.jsonl'"):
        PipelineSpec(knowledge="nowhere.jsonl").fingerprint()


def test_a_style_that_is_no_pairs() -> None:
    """The error says how to write it."""
    with pytest.raises(InputError, match=r"tuple\(style\.items\(\)\)"):
        PipelineSpec(style={"Kyiv": "Kiev"}).nlp()  # type: ignore[arg-type]
