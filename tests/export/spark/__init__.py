"""Tests of negotiations_nlp.export.spark."""
