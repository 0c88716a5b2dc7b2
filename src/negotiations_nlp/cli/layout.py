"""How an article looks in a terminal: what was said, by whom, and whom and what it speaks of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from rich.console import RenderableType

    from negotiations_nlp.models import Article, Entity, EntityLabel, Quote, Speaker

__all__ = ["article_view"]

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
    parts.append(_quotes(article) if article.quotes else Text("  Nobody is quoted.", "dim"))
    entities = _entities(article)
    if entities.row_count:
        parts += [Text(), entities]
    return Group(*parts, Text())


def _quotes(article: Article) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=MAX_SPEAKER_WIDTH)
    table.add_column(ratio=1)
    before = None
    for quote in article.quotes:
        who = _who(quote)
        table.add_row(Text("  ″", "dim") if who.plain == before else who, _said(quote))
        before = who.plain
    return table


def _who(quote: Quote) -> Text:
    if quote.speaker is None:
        return Text("  (nobody named)", "dim")
    who = Text("  ")
    return who.append_text(Text(" and ").join([_name(speaker) for speaker in quote.speakers]))


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
            table.add_row(f"  {heading}", Text(", ").join(names))
    return table


def _entity(entity: Entity) -> Text:
    spellings = Counter(_clean(mention.text) for mention in entity.mentions)
    others = [text for text, _ in spellings.most_common() if text != entity.name]
    shown = Text(_clean(entity.name))
    return shown.append(f" ({', '.join(others)})", "dim") if others else shown


def _clean(text: str) -> str:
    """One line without control characters, which a terminal would obey."""
    return " ".join(without_surrogates(text).translate(CONTROLS).split())
