"""The component negotiations_blocks: the page's blocks on the Doc, and a sentence start at each of them.

Put it before the parser: the parser keeps sentence starts that are set, so that no sentence runs from a headline
into the first paragraph. It says nowhere that a token does *not* start a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from negotiations_nlp.text.blocks import Block, find_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SPANS_KEY", "BlocksComponent", "annotate_blocks", "make_blocks"]

SPANS_KEY = "negotiations_blocks"


def annotate_blocks(doc: Doc, blocks: Iterable[Block]) -> None:
    """Write blocks to a Doc: a span each, labelled with its kind, and a sentence start at its first token.

    ``doc.spans["negotiations_blocks"].attrs["repeats"]`` holds, span by span, the index of the first span with the
    same words, or None.

    Args:
        doc: what to write to. It must not be parsed yet, or the sentence starts cannot be set.
        blocks: the blocks of ``doc.text``, ascending.
    """
    blocks = list(blocks)
    starts = doc.to_array("IDX").astype("int64")
    firsts = starts.searchsorted([block.start for block in blocks]).tolist()
    lasts = starts.searchsorted([block.end for block in blocks]).tolist()
    sent_starts = doc.to_array("SENT_START")
    spans: list[Span] = []
    group: dict[int, int] = {}
    repeats: list[int | None] = []
    for number, (block, first, last) in enumerate(zip(blocks, firsts, lasts, strict=True)):
        if first >= last:
            continue
        group[number] = len(spans)
        spans.append(Span(doc, first, last, label=block.kind))
        repeats.append(None if block.repeats is None else group.get(block.repeats))
        sent_starts[first] = 1
    if not doc.has_annotation("DEP"):
        # Token by token, spaCy would look through the Doc each time. Its stubs ask for two dimensions, it takes one.
        doc.from_array(["SENT_START"], sent_starts)  # type: ignore[arg-type]
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"repeats": repeats})


class BlocksComponent:
    """Finds the blocks of a Doc's text and writes them to the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc, in place.

        Args:
            doc: a tokenized Doc; blank text is fine.

        Returns:
            The same Doc.
        """
        annotate_blocks(doc, find_blocks(doc.text))
        return doc


@Language.factory("negotiations_blocks", assigns=["doc.spans", "token.is_sent_start"])
def make_blocks(nlp: Language, name: str) -> BlocksComponent:
    """Make the component; put it first in the pipeline.

    Args:
        nlp: the pipeline it is for; not kept.
        name: the component's name in it.

    Returns:
        The component.
    """
    return BlocksComponent()
