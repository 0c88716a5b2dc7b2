"""One local Spark session for all tests here; they are skipped where there is no pyspark or no Java."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

PYSPARK_WARNINGS = (
    # pyspark checks the version of pandas, of which nothing here makes use, at every mapInArrow
    "ignore:PySpark does not yet fully support pandas:FutureWarning",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pyspark's own warnings pass, in the tests of this folder alone."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            for warning in PYSPARK_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(warning))


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """A session of two cores on this machine."""
    pytest.importorskip("pyspark", reason="pyspark is not installed (extra: spark)")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: spark)")
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    from pyspark.sql import SparkSession

    from negotiations_nlp.export.spark.session import start_session

    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # start fast, for a short life
    }
    for name, value in settings.items():
        SparkSession.builder.config(name, value)
    session = start_session("local[2]")
    yield session
    session.stop()
