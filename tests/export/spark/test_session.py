"""Starting a session."""

from __future__ import annotations

import sys

import pytest

from negotiations_nlp.errors import MissingDependencyError
from negotiations_nlp.export.spark.session import start_session


def test_without_pyspark_the_pip_line_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message can be pasted into a shell."""
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(MissingDependencyError, match=r'pip install "negotiations-nlp\[spark\]"'):
        start_session()


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyspark's own message does not."""
    pytest.importorskip("pyspark", reason="pyspark is not installed (extra: spark)")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(MissingDependencyError, match="Spark needs Java 17 or later"):
        start_session()
