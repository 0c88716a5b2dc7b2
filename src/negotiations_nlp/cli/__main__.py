"""``python -m negotiations_nlp.cli`` is the command ``negotiations-nlp``."""

from negotiations_nlp.cli.app import app

app(prog_name="negotiations-nlp")
