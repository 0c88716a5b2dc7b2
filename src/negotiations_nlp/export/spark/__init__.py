"""Spark: the extraction as a step on DataFrames, its results as long tables, and a whole job from files to files."""

from __future__ import annotations

from negotiations_nlp.export.spark.job import JobReport, run
from negotiations_nlp.export.spark.tables import explode_entities, explode_mentions, explode_quotes, extract_spark

__all__ = ["JobReport", "explode_entities", "explode_mentions", "explode_quotes", "extract_spark", "run"]
