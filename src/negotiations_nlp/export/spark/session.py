"""A Spark session for the command: one that runs our Python, and says what is missing when it cannot start."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from negotiations_nlp.errors import MissingDependencyError
from negotiations_nlp.export.optional import require

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["start_session"]


def start_session(master: str | None = None) -> SparkSession:
    """Start a session, or take the one that runs.

    The executors take this very Python, unless ``PYSPARK_PYTHON`` or the session's configuration names another.

    Args:
        master: where to run, "local[4]" or the address of a cluster; None leaves it to Spark's configuration.

    Raises:
        MissingDependencyError: pyspark or Java is not installed.
    """
    sql = require("pyspark.sql", "spark")
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        msg = "Spark needs Java 17 or later, and there is none (no JAVA_HOME, no java on the PATH); "
        raise MissingDependencyError(msg + "install it with: apt-get install default-jre-headless")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.appName("negotiations-nlp")
    session: SparkSession = (builder if master is None else builder.master(master)).getOrCreate()
    return session
