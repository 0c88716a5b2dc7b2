"""What must hold for a text, whatever it is; tests and the fuzzer check the same."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.dates import find_dates, page_date, resolve_date
from negotiations_nlp.text.marks import pair_marks
from negotiations_nlp.text.spaces import LINE_BREAKS, SPACES
from negotiations_nlp.text.surrogates import without_surrogates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from negotiations_nlp.models import Article, Quote, Span, Speaker

__all__ = ["check_article", "check_blocks", "check_dates", "check_marks", "check_surrogates", "decoded"]

DAY = dt.date(2025, 7, 22)


def decoded(data: bytes) -> str:
    """Any bytes as a text: UTF-8 with lone surrogates where it is that, else what a wrong guess would make of it."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def check_marks(text: str) -> None:
    """Quoted spans lie in the text, in order, and nest or are disjoint."""
    spans = pair_marks(text)
    assert all(0 <= s.start <= s.inner_start < s.inner_end <= s.end <= len(text) for s in spans)
    assert all(b.end <= a.end or b.start >= a.end for a, b in pairwise(spans))


def check_blocks(text: str) -> None:
    """Blocks are disjoint, ascending, not empty, and leave out nothing that is printed."""
    blocks = find_blocks(text)
    assert all(block.start < block.end for block in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    starts, ends = [*(b.start for b in blocks), len(text)], [0, *(b.end for b in blocks)]
    outside = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not set(outside) - set(SPACES + LINE_BREAKS)


def check_dates(text: str) -> None:
    """Expressions of dates lie in the text and resolve to a day or to nothing."""
    for start, end, expression in find_dates(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
        assert isinstance(resolve_date(expression, DAY), dt.date | None)
    assert isinstance(page_date(text, find_blocks(text)), dt.date | None)


def check_surrogates(text: str) -> None:
    """What the model reads can be encoded and has the same length."""
    clean = without_surrogates(text)
    assert len(clean) == len(text)
    assert clean.encode("utf-8").decode("utf-8") == clean


def spans_of(article: Article) -> Iterator[Span]:
    """Every span of an article."""
    for entity in article.entities:
        yield from entity.mentions
    for quote in article.quotes:
        yield from spans_of_quote(quote)


def spans_of_quote(quote: Quote) -> Iterator[Span]:
    """Every span of a quote."""
    yield from quote.content
    yield from (span for span in (quote.cue, quote.addressee) if span is not None)
    speakers: tuple[Speaker | None, ...] = (quote.speaker, quote.relayed_by, *quote.co_speakers)
    yield from (speaker.mention for speaker in speakers if speaker is not None)


def check_article(article: Article, text: str) -> None:
    """The text is the given one, every offset exact, every entity of a speaker there, every content ascending."""
    assert article.text == text
    assert all(span.start < span.end and text[span.start : span.end] == span.text for span in spans_of(article))
    ids = {entity.id for entity in article.entities}
    assert all(entity.name.strip() and entity.mentions for entity in article.entities)
    assert all(s.entity_id is None or s.entity_id in ids for quote in article.quotes for s in quote.speakers)
    assert all(a.end <= b.start for quote in article.quotes for a, b in pairwise(quote.content))
