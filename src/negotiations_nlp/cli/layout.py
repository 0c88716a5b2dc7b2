"""How an article looks in a terminal: what was said, by whom, and whom and what it speaks of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from rich.console import RenderableType

    from negotiations_nlp.evaluation import Evaluation
    from negotiations_nlp.models import Article, Entity, EntityLabel, Quote, Speaker

__all__ = ["article_view", "evaluation_view"]

LABELS: dict[EntityLabel, str] = {"PERSON": "People", "ORG": "Organisations", "PLACE": "Places"}
MAX_SPEAKER_WIDTH = 30
CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def article_view(article: Article) -> RenderableType:
    """Lay an article out for a terminal.

    Args:
        article: what to show.

    Returns:
        A rich renderable: its title, a row a quote, and its entities by label.
    """
    title = " · ".join(part for part in (article.id, article.date and article.date.isoformat()) if part)
    parts: list[RenderableType] = [Rule(Text(_clean(title), "bold"), align="left", style="dim"), Text()]
    parts.append(_indented(_quotes(article) if article.quotes else Text("Nobody is quoted.", "dim")))
    entities = _entities(article)
    if entities.row_count:
        parts += [Text(), _indented(entities)]
    return Group(*parts, Text())


def evaluation_view(evaluation: Evaluation) -> Table:
    """Lay scores out as a table, a row a score."""
    table = Table(box=SIMPLE)
    table.add_column(f"{evaluation.articles} articles", no_wrap=True)
    for heading in ("P", "R", "F1", "right", "found", "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    before = None
    for record in evaluation.to_records():
        if record["of"] != before:
            before = record["of"]
            table.add_row(Text(before, "bold"))
        shares = [f"{record[key]:.3f}" for key in ("precision", "recall", "f1")]
        counts = [str(record[key]) for key in ("correct", "predicted", "gold")]
        table.add_row(f"  {record['which']}", *shares, *counts)
    return table


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 2))


def _quotes(article: Article) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=MAX_SPEAKER_WIDTH)
    table.add_column(ratio=1)
    before = None
    for quote in article.quotes:
        who = _who(quote)
        table.add_row(Text("″", "dim") if who.plain == before else who, _said(quote))
        before = who.plain
    return table


def _who(quote: Quote) -> Text:
    if quote.speaker is None:
        return Text("(nobody named)", "dim")
    return Text(" and ").join([_name(speaker) for speaker in quote.speakers])


def _name(speaker: Speaker) -> Text:
    if speaker.name is not None:
        return Text(_clean(speaker.name), "bold cyan")
    return Text(_clean(speaker.mention.text), "cyan")


def _said(quote: Quote) -> Text:
    words = _clean(" … ".join(part.text for part in quote.content))
    said = Text(f"“{words}”") if quote.kind == "direct" else Text(words, "italic")
    notes = [
        quote.cue.text if quote.cue else "",
        quote.status if quote.status != "asserted" else "",
        f"on {quote.medium}" if quote.medium else "",
        quote.said_on.isoformat() if quote.said_on else "",
        f"quoted by {quote.relayed_by.name or quote.relayed_by.mention.text}" if quote.relayed_by else "",
    ]
    shown = ", ".join(_clean(note) for note in notes if note)
    return said.append(f"  [{shown}]", "dim not italic") if shown else said


def _entities(article: Article) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(ratio=1)
    for label, heading in LABELS.items():
        names = [_entity(entity) for entity in article.entities if entity.label == label]
        if names:
            table.add_row(heading, Text(", ").join(names))
    return table


def _entity(entity: Entity) -> Text:
    spellings = Counter(_clean(mention.text) for mention in entity.mentions)
    others = [text for text, _ in spellings.most_common() if text != entity.name]
    shown = Text(_clean(entity.name))
    return shown.append(f" ({', '.join(others)})", "dim") if others else shown


def _clean(text: str) -> str:
    """One line without control characters, which a terminal would obey."""
    return " ".join(without_surrogates(text).translate(CONTROLS).split())
