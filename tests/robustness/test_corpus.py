"""Every text of the fuzzer's corpus, those that it once failed on included, is read as any other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn
from robustness.invariants import check_article, check_blocks, check_dates, check_marks, check_surrogates, decoded

if TYPE_CHECKING:
    from spacy.language import Language

CORPUS = sorted(Path(__file__).with_name("corpus").iterdir())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CORPUS])
@pytest.mark.parametrize("check", [check_blocks, check_dates, check_marks, check_surrogates])
def test_text_layers_read_the_corpus(path: Path, check: object) -> None:
    """Marks, blocks and dates lie in the text."""
    assert callable(check)
    check(decoded(path.read_bytes()))


@pytest.mark.model
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CORPUS])
def test_pipeline_reads_the_corpus(pipeline: Language, path: Path) -> None:
    """Offsets are exact."""
    text = decoded(path.read_bytes())
    check_article(nn.extract(text, nlp=pipeline), text)
