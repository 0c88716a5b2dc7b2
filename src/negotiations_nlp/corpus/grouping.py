"""The statements of a corpus, and what need not be worked out again when articles are added."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from negotiations_nlp.corpus.records import Statement
from negotiations_nlp.corpus.statements import Said, group_statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from negotiations_nlp.corpus.records import CorpusEntity, CorpusQuote

__all__ = ["StatementGrouper"]


class StatementGrouper:
    """Groups quotes into statements, speaker by speaker, and remembers the speakers whose quotes stay the same.

    Args:
        max_days: how many days the versions of one statement may lie apart.
    """

    def __init__(self, max_days: int) -> None:
        self._max_days = max_days
        self._known: dict[tuple[tuple[str, int], ...], list[tuple[int, ...]]] = {}

    def group(self, quotes: Iterable[CorpusQuote]) -> tuple[Statement, ...]:
        """Group the quotes of all speakers.

        Args:
            quotes: all quotes; those of nobody by name are passed over.

        Returns:
            The statements that two or more quotes report, those in most outlets first; empty when there are none.
        """
        blocks: dict[CorpusEntity, list[CorpusQuote]] = defaultdict(list)
        for quote in quotes:
            if quote.speakers:
                blocks[quote.speakers[0]].append(quote)
        known, self._known = self._known, {}
        found: list[list[CorpusQuote]] = []
        for block in blocks.values():
            key = tuple((q.article_id, q.number) for q in block)
            groups = known.get(key)
            if groups is None:
                groups = group_statements([_said(q) for q in block], max_days=self._max_days)
            self._known[key] = groups
            found += ([block[i] for i in group] for group in groups)
        found.sort(key=lambda group: (-len({q.outlet for q in group}), -len(group)))
        return tuple(
            Statement(f"s{n}", tuple(sorted(group, key=lambda q: q.said or dt.date.max)))
            for n, group in enumerate(found, 1)
        )


def _said(quote: CorpusQuote) -> Said:
    day = quote.said
    return Said(tuple(part.text for part in quote.quote.content), None if day is None else day.toordinal())
