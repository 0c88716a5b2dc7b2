"""The command line: ``negotiations-nlp extract``, ``normalize`` and ``evaluate``."""

from negotiations_nlp.cli.app import app

__all__ = ["app"]
