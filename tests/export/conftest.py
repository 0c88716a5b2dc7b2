"""Articles to export: one made by hand, with every field in use, and texts for those that the pipeline makes."""

from __future__ import annotations

import datetime as dt

import pytest

from negotiations_nlp.models import Article, Entity, Quote, Span, Speaker

TEXT = "“We will,” Ada Berg, joined by Ole Lie, told Norsk Radio on X, “go.” Nobody else spoke. Berg left Oslo."


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


@pytest.fixture
def article() -> Article:
    """An article with two quotes, of which the first uses every field and the second as few as it can."""
    berg = Speaker(mention=_span("Ada Berg"), name="Ada Berg", entity_id="e1", kind="named")
    nobody = Speaker(mention=_span("Nobody else"), kind="anonymous")
    radio = _span("Norsk Radio")
    return Article(
        text=TEXT,
        id="a-1",
        date=dt.date(2025, 7, 22),
        entities=(
            Entity(
                id="e1",
                name="Ada Berg",
                label="PERSON",
                kb_id="person:1",
                mentions=(_span("Ada Berg"), Span(start=TEXT.rindex("Berg"), end=TEXT.rindex("Berg") + 4, text="Berg")),
                descriptions=("minister",),
            ),
            Entity(id="e2", name="Norsk Radio", label="ORG", mentions=(radio,)),
        ),
        quotes=(
            Quote(
                content=(_span("We will,"), _span("go.")),
                text="We will, go.",
                kind="direct",
                cue=_span("told"),
                speaker=berg,
                co_speakers=(Speaker(mention=_span("Ole Lie"), kind="named"),),
                status="denied",
                said_on=dt.date(2025, 7, 21),
                medium="X",
                addressee=radio,
                relayed_by=nobody,
                confidence=0.75,
                rule="made-by-hand",
            ),
            Quote(
                content=(_span("left Oslo"),), text="left Oslo", kind="indirect", confidence=0.5, rule="made-by-hand"
            ),
        ),
        version="1+lexicon.00000000",
    )


@pytest.fixture
def empty_article() -> Article:
    """An article in which nothing was found, and of which nothing is known."""
    return Article(text="Rain.", version="1+lexicon.00000000")


@pytest.fixture
def texts() -> list[str]:
    """Texts for the pipeline: with quotes, with none, and with nothing at all."""
    return [
        "“We will go,” said Ada Berg, the Norwegian finance minister.\n\nBerg added that Oslo was ready.",
        "Rain fell on the hills.",
        "",
        'OSLO — "No deal," the chairman of Norsk Hydro told Reuters on Monday.',
    ]
