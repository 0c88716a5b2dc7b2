"""What a notebook shows of a corpus: a table of its speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from negotiations_nlp.view.cards import output
from negotiations_nlp.view.markup import safe

if TYPE_CHECKING:
    from negotiations_nlp.corpus import Corpus

__all__ = ["corpus_html"]

_MAX_ROWS = 20
_MAX_SPELLINGS = 5
_COLUMNS = (("speaker", ""), ("quotes", "number"), ("articles", "number"), ("spellings", ""), ("described as", ""))


def corpus_html(corpus: Corpus) -> str:
    """Show a corpus: its size, and the speakers with the most quotes."""
    speakers = corpus.speakers()
    caption = (
        f"{len(corpus):,} articles, {len(corpus.outlets):,} outlets, {len(corpus.quotes()):,} quotes, "
        f"{len(speakers):,} speakers, {len(corpus.ambiguities):,} ambiguous names"
    )
    if len(speakers) > _MAX_ROWS:
        caption += f"; the {_MAX_ROWS} speakers with the most quotes"
    head = Markup("").join(Markup('<th scope="col" class="{}">{}</th>').format(css, name) for name, css in _COLUMNS)
    rows = Markup("").join(
        Markup(
            '<tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td><td>{}</td><td>{}</td></tr>'
        ).format(
            safe(speaker.name),
            len(corpus.quotes_by(speaker)),
            len(speaker.article_ids),
            safe(_shortened(list(speaker.variants), _MAX_SPELLINGS)),
            safe(_shortened(list(speaker.descriptions), 2)),
        )
        for speaker in speakers[:_MAX_ROWS]
    )
    table = Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
    return output(table.format(caption, head, rows))


def _shortened(values: list[str], limit: int) -> str:
    rest = len(values) - limit
    return ", ".join(values[:limit]) + (f" and {rest} more" if rest > 0 else "")
