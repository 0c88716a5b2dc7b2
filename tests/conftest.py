"""What several test files share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The default pipeline; tests must not change it."""
    return nn.load()
