"""The finding that the quote functions share: one report of speech, before its speaker is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiations_nlp.pipeline.frames import Frame
    from negotiations_nlp.pipeline.mentions import Mention

__all__ = ["Quoted", "Report"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks, in characters and in tokens, both half-open.

    Attributes:
        start: first character, the opening mark.
        end: one past the closing mark.
        inner: (start, end) of the words between the marks, in characters.
        first: first token between the marks.
        last: one past the last token between the marks.
        before: index of the first token that is not before the opening mark.
        after: index of the first token after the closing mark.
        block: number of the block it starts in.
        continues: whether it goes on with the quote of the paragraph before.
        style: which marks.
        closed: whether a closing mark ends it.
    """

    start: int
    end: int
    inner: tuple[int, int]
    first: int
    last: int
    before: int
    after: int
    block: int
    continues: bool = False
    style: str = ""
    closed: bool = True


@dataclass(slots=True)
class Report:
    """One report of speech.

    Attributes:
        content: ranges of characters, in text order.
        kind: "direct", "indirect" or "mixed".
        rule: what found it.
        frame: the cue's frame, None without a cue.
        cue: range of characters of the cue, None without a cue.
        source: the mention of the speaker as a range of tokens, None when there is none.
        antecedent: what a relative pronoun as source stands for, as a range of tokens.
        co_sources: mentions of further speakers.
        relayer: the mention of who quotes the speaker.
        addressee: the mention of who is spoken to.
        status: "asserted", "expected", "denied" or "unsure".
        turn: number of the turn of speech it belongs to; quotes of one turn have one speaker.
        quoted: numbers of the quoted stretches inside the content.
        implicit: whether the speaker was carried over rather than named beside it.
        confidence: probability that content and speaker are right.
    """

    content: list[tuple[int, int]]
    kind: str
    rule: str
    frame: Frame | None = None
    cue: tuple[int, int] | None = None
    source: Mention | None = None
    antecedent: Mention | None = None
    co_sources: list[Mention] = field(default_factory=list)
    relayer: Mention | None = None
    addressee: Mention | None = None
    status: str = "asserted"
    turn: int = -1
    quoted: tuple[int, ...] = ()
    implicit: bool = False
    confidence: float = 0.5
