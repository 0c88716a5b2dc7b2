"""The component negotiations_entities in a pipeline: with its own names, saved and loaded, on any text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

from negotiations_nlp.errors import DataError, InputError
from negotiations_nlp.pipeline.gazetteer import Gazetteer, split_form

if TYPE_CHECKING:
    from pathlib import Path

ZORB = {"name": "Zorb Union", "label": "ORG", "aliases": ["Zorbs"]}
TEXT = "The mayor met Zorbs in Kiev."


def pipeline(**config: Any) -> spacy.Language:
    """A pipeline that holds nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("negotiations_entities", config=config)
    return nlp


def entities_of(doc: Doc) -> list[tuple[str, str]]:
    """(text, label) of each entity."""
    return [(span.text, span.label_) for span in doc.spans["negotiations_entities"]]


def test_it_works_without_a_model() -> None:
    """Known names are found without a tagger, a parser or an entity recognizer before it."""
    assert entities_of(pipeline()(TEXT)) == [("Kiev", "PLACE")]


def test_it_knows_names_of_your_own() -> None:
    """Records in the config are known besides the library's own names."""
    assert entities_of(pipeline(knowledge=[ZORB])(TEXT)) == [("Zorbs", "ORG"), ("Kiev", "PLACE")]


def test_two_components_do_not_touch_each_other() -> None:
    """Names given to one are not known to another."""
    first, second = pipeline(knowledge=[ZORB]), pipeline()
    assert entities_of(first(TEXT)) != entities_of(second(TEXT))


def test_names_may_come_from_a_file(tmp_path: Path) -> None:
    """A path is read when the component is made."""
    path = tmp_path / "names.jsonl"
    path.write_text('{"name": "Zorb Union", "label": "ORG", "aliases": ["Zorbs"]}\n', encoding="utf-8")
    nlp = pipeline(knowledge=str(path))
    path.unlink()
    assert entities_of(nlp(TEXT)) == [("Zorbs", "ORG"), ("Kiev", "PLACE")]


def test_a_bad_record_is_refused() -> None:
    """An unknown key is named."""
    with pytest.raises(DataError, match="nme"):
        pipeline(knowledge=[{"nme": "Zorb", "label": "ORG"}])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """What is missing is said when names are needed: a saved pipeline brings them along."""
    nlp = pipeline(knowledge=str(tmp_path / "none.jsonl"))
    with pytest.raises(InputError, match=r"none\.jsonl"):
        nlp(TEXT)


def test_saved_to_disk_it_keeps_its_names(tmp_path: Path) -> None:
    """The pipeline is whole without the file that the names came from."""
    path = tmp_path / "names.jsonl"
    path.write_text('{"name": "Zorb Union", "label": "ORG", "aliases": ["Zorbs"]}\n', encoding="utf-8")
    pipeline(knowledge=str(path)).to_disk(tmp_path / "pipeline")
    path.unlink()
    assert entities_of(spacy.load(tmp_path / "pipeline")(TEXT)) == [("Zorbs", "ORG"), ("Kiev", "PLACE")]


def test_as_bytes_it_keeps_its_names() -> None:
    """What to_bytes gives, another pipeline takes over."""
    loaded = pipeline().from_bytes(pipeline(knowledge=[ZORB]).to_bytes())
    assert entities_of(loaded(TEXT)) == [("Zorbs", "ORG"), ("Kiev", "PLACE")]


def test_entities_survive_a_docbin() -> None:
    """Nothing but plain data is on the Doc."""
    doc = pipeline()(TEXT)
    (copy,) = DocBin(store_user_data=True, docs=[doc]).get_docs(doc.vocab)
    assert entities_of(copy) == entities_of(doc)


def test_other_entities_stay() -> None:
    """Dates and the like, found before, are still in doc.ents."""
    nlp = pipeline()
    doc = nlp.make_doc("The mayor met us in Kiev on Friday.")
    doc.ents = [Span(doc, 7, 8, label="DATE")]
    doc = nlp.get_pipe("negotiations_entities")(doc)  # type: ignore[operator]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kiev", "PLACE"), ("Friday", "DATE")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He wrote on X. She left", ["He", "wrote", "on", "X", ".", "She", "left"], id="network"),
        pytest.param("The U.S. left", ["The", "U.S.", "left"], id="near-miss-abbreviation"),
    ],
)
def test_the_stop_after_x_is_a_token(text: str, words: list[str]) -> None:
    """Otherwise no span could be the bare name."""
    assert [token.text for token in pipeline()(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="white-space"),
        pytest.param("( ) ( A ) (", id="brackets"),
        pytest.param("Київ чекає.", id="cyrillic"),
        pytest.param("A" * 5000, id="long-word"),
        pytest.param("By\n\nBy\n", id="bare-byline"),
        pytest.param("- - / Mr -", id="dashes"),
        pytest.param("\x00 Mr\x00 X", id="null-characters"),
        pytest.param("Mr Mr Mr Mr President", id="titles-only"),
        pytest.param("’s ’s 's", id="possessives-only"),
    ],
)
def test_strange_text_never_raises(text: str) -> None:
    """Whatever it holds, spans lie inside the text and do not overlap."""
    doc = pipeline()(text)
    spans = list(doc.spans["negotiations_entities"])
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "form",
    [
        "U.S.", "Washington, D.C.", "O'Toole-Demir", "Donets'k", "St. Petersburg", "Smith & Daughter", "AT&T",
        "J.D. Vance",
        "People's Bank", "Reuters/Ipsos", "Kassym-Jomart Tokayev", "Côte d'Ivoire", "Apple Inc.", "Türkiye", "Hamas’s",
    ],
)  # fmt: skip
def test_forms_are_split_as_the_tokenizer_splits(form: str) -> None:
    """A known name is looked up token by token."""
    assert split_form(form) == [token.text for token in spacy.blank("en")(form)]


def test_the_longest_name_wins() -> None:
    """A known name inside a longer one is not found by itself."""
    gazetteer = Gazetteer([("Port", "ORG"), ("Port Blue", "PLACE")])
    assert gazetteer.find(["Port", "Blue"], [0, 1], [False, False]) == [(0, 2, frozenset({"PLACE"}))]


def test_in_capitals_names_are_found_in_capitals() -> None:
    """Where a whole line is in capitals, or the name is, case says nothing."""
    gazetteer = Gazetteer([("Port Blue", "PLACE")])
    assert gazetteer.find(["PORT", "BLUE"], [0, 1], [True, True]) == [(0, 2, frozenset({"PLACE"}))]
    assert gazetteer.find(["PORT", "BLUE"], [0, 1], [False, False]) == [(0, 2, frozenset({"PLACE"}))]
    assert gazetteer.find(["PORT", "Blue"], [0, 1], [False, False]) == []
