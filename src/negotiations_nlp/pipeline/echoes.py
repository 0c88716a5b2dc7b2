"""Quotations in headlines whose words somebody says in the text below: "'She just kept swimming': teen saves two"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.reports import Report

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from negotiations_nlp.pipeline.settings import Setting
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["echoes"]

WORD = re.compile(r"[^\W_]+")
MIN_WORDS = 2
MAX_ECHOES = 20


def echoes(
    tokens: Tokens, settings: Sequence[Setting], reports: Mapping[int, Report], headlines: Container[int]
) -> dict[int, Report]:
    """Reports of quotations in headlines that the text repeats between marks, with whoever says them there.

    Args:
        tokens: the document.
        settings: the quotations' settings.
        reports: the reports of quotations that have one, by number.
        headlines: numbers of the blocks that are headlines.

    Returns:
        New reports by number, for the first few headlines; empty when the text repeats none.
    """
    above = [k for k, s in enumerate(settings) if s.quoted.block in headlines and k not in reports][:MAX_ECHOES]
    if not above:
        return {}
    below = [
        (_words(tokens, settings[k]), report)
        for k, report in reports.items()
        if report.source is not None and settings[k].quoted.block not in headlines
    ]
    found = {}
    for k in above:
        words = _words(tokens, settings[k])
        if words.count(" ") <= MIN_WORDS:
            continue
        said = next((report for text, report in below if words in text), None)
        if said is not None:
            report = Report([settings[k].quoted.inner], "direct", "echo", quoted=(k,), implicit=True)
            report.source, report.antecedent, report.co_sources = said.source, said.antecedent, list(said.co_sources)
            found[k] = report
    return found


def _words(tokens: Tokens, setting: Setting) -> str:
    """The words between the marks, lower case, each between spaces."""
    return f" {' '.join(WORD.findall(tokens.text[slice(*setting.quoted.inner)].lower()))} "
