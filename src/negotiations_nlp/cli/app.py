"""The commands. Errors go to standard error; the exit status is 1 when something could not be read or is unknown."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from contextlib import contextmanager
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from negotiations_nlp.errors import ExtractionError, NegotiationsError
from negotiations_nlp.inputs import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from negotiations_nlp.inputs import ArticleInput
    from negotiations_nlp.models import Article
    from negotiations_nlp.names.knowledge import Knowledge

__all__ = ["app"]

app = typer.Typer(
    help="Who said what, and about whom, in English news text.", no_args_is_help=True, pretty_exceptions_enable=False
)

INTERRUPTED = 130


class Format(str, Enum):
    """What extract can write."""

    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    text = "text"


class Label(str, Enum):
    """What a name may stand for."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"


Model = Annotated[str, typer.Option(help="Installed spaCy pipeline, or the path of one.")]
KnowledgeFile = Annotated[Path | None, typer.Option(help="JSONL file with names of your own.")]


class Problems:
    """Reports what went wrong on standard error, and remembers that something did."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, name: str, reason: str) -> None:
        """Report a name and a reason."""
        self.count += 1
        typer.echo(f"{name}: {reason}", err=True)


def _show_version(wanted: bool) -> None:
    if wanted:
        from negotiations_nlp.version import result_version

        typer.echo(f"negotiations-nlp {result_version()}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read the options that stand before a command."""


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(help="Text or JSONL files, folders of them, or - for standard input.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output if left out.")
    ] = None,
    format: Annotated[Format | None, typer.Option(help="If left out, by the output's ending, else jsonl.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Number of processes.")] = 1,
    model: Model = "en_core_web_sm",
    knowledge: KnowledgeFile = None,
) -> None:
    """Find who says what in articles, and the people, organisations and places in them.

    A file that cannot be read is reported and left out, one that is not UTF-8 is reported and read all the same; the
    exit status is 1 then.
    """
    from negotiations_nlp.cli.sources import find_files, read_articles
    from negotiations_nlp.cli.writers import WRITERS

    problems = Problems()
    found = find_files(files, report=problems, leave_out=output)
    nlp = _load(model, knowledge)
    written = 0
    with _opened(output) as stream:
        writer = WRITERS[_format(format, output)](stream)
        try:
            for article in _with_progress(
                _extract(read_articles(found, report=problems), nlp, jobs, problems), found, output
            ):
                with _put_off_interrupts():
                    writer.write(article)
                    written += 1
        except KeyboardInterrupt:
            typer.echo(f"stopped: {written} articles are written, whole", err=True)
            raise typer.Exit(INTERRUPTED) from None
        finally:
            writer.close()
    if problems.count:
        raise typer.Exit(1)


@app.command()
def normalize(
    names: Annotated[list[str], typer.Argument(help="Names in any spelling.")],
    label: Annotated[Label | None, typer.Option(help="What they stand for; if left out, anything.")] = None,
    knowledge: KnowledgeFile = None,
) -> None:
    """Bring names to their canonical form: a line each, with the label and the id; exit status 1 if one is unknown."""
    from negotiations_nlp.names.knowledge import Knowledge

    known = _known(knowledge) or Knowledge.default()
    unknown = 0
    for name in names:
        found = known.normalize(name, label and label.value)
        unknown += found is None
        typer.echo(
            f"{name}\tunknown" if found is None else "\t".join([name, found.name, found.label, found.id or ""]).rstrip()
        )
    if unknown:
        raise typer.Exit(1)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of annotations, one JSON file an article.")],
    articles: Annotated[Path | None, typer.Option(help="Folder of the articles; if left out, beside the gold.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Number of processes.")] = 1,
    model: Model = "en_core_web_sm",
    knowledge: KnowledgeFile = None,
) -> None:
    """Score what is found in articles against gold annotations: exact and by overlap, by label, kind and rule."""
    from negotiations_nlp.cli.layout import evaluation_view
    from negotiations_nlp.evaluation import evaluate as score

    nlp = _load(model, knowledge)
    try:
        evaluation = score(gold, articles=articles, nlp=nlp, n_process=jobs)
    except NegotiationsError as error:
        _fail(error)
    Console(highlight=False).print(evaluation_view(evaluation))


@app.command()
def view(
    files: Annotated[list[Path], typer.Argument(help="Text or JSONL files, folders of them, or - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file to write.")],
    title: Annotated[str, typer.Option(help="Heading of the page.")] = "Who said what",
    jobs: Annotated[int, typer.Option(min=1, help="Number of processes.")] = 1,
    model: Model = "en_core_web_sm",
    knowledge: KnowledgeFile = None,
) -> None:
    """Make one HTML page of articles that opens without network: quotes, speakers, search by any spelling.

    JSONL files may hold texts, which are extracted now, or what extract wrote.
    """
    from negotiations_nlp.cli.results import split_results
    from negotiations_nlp.cli.sources import find_files, read_articles
    from negotiations_nlp.corpus import Corpus
    from negotiations_nlp.view import page

    problems = Problems()
    results, texts = split_results(find_files(files, report=problems, leave_out=output))
    corpus = Corpus(knowledge=_known(knowledge))
    try:
        for file in results:
            corpus.add_file(file)
        if texts:
            nlp = _load(model, knowledge)
            extracted = _extract(read_articles(texts, report=problems), nlp, jobs, problems)
            for article in _with_progress(extracted, texts, output):
                corpus.add(article)
        page(corpus, output, title=title)
    except NegotiationsError as error:
        _fail(error)
    except OSError as error:
        typer.echo(f"{output}: {error.strerror or error}", err=True)
        raise typer.Exit(2) from None
    if problems.count:
        raise typer.Exit(1)


@contextmanager
def _put_off_interrupts() -> Iterator[None]:
    """Let Ctrl-C wait until what is under way is whole; in other threads than the main one it does not arrive."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: arrived.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if arrived:
        raise KeyboardInterrupt


def _fail(error: NegotiationsError) -> NoReturn:
    typer.echo(f"negotiations-nlp: {error}", err=True)
    raise typer.Exit(2)


def _known(knowledge: Path | None) -> Knowledge | None:
    """Return what the library knows with a knowledge file on top; None when there is no file."""
    from negotiations_nlp.names.knowledge import Knowledge

    if knowledge is None:
        return None
    try:
        return Knowledge.default().extended_with(Knowledge.load(knowledge))
    except NegotiationsError as error:
        _fail(error)


def _load(model: str, knowledge: Path | None) -> Language:
    from negotiations_nlp.api import load

    try:
        return load(model, knowledge=knowledge)
    except NegotiationsError as error:
        _fail(error)


def _format(asked: Format | None, output: Path | None) -> str:
    if asked is not None:
        return asked.value
    by_ending = {".json": Format.json, ".csv": Format.csv, ".txt": Format.text}
    return by_ending.get(output.suffix if output is not None else "", Format.jsonl).value


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Open the output as UTF-8, whatever the terminal's encoding; a reader that goes away ends the program quietly."""
    try:
        if output is not None:
            with output.open("w", encoding="utf-8", errors="replace", newline="") as stream:
                yield stream
        else:
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
            yield sys.stdout
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{output}: {error.strerror or error}", err=True)
        raise typer.Exit(2) from None


def _extract(articles: Iterator[ArticleInput], nlp: Language, jobs: int, problems: Problems) -> Iterator[Article]:
    """Extract, and go on behind an article on which the extraction fails."""
    from negotiations_nlp.api import extract_many

    waiting: deque[ArticleInput] = deque()  # read, and not extracted yet

    def remember(source: Iterator[ArticleInput]) -> Iterator[ArticleRecord]:
        for article in source:
            waiting.append(article)
            yield ArticleRecord(text=article.text, id=article.id, date=article.date)

    while True:
        source = chain(list(waiting), articles)
        waiting.clear()
        done = 0
        try:
            for result in extract_many(remember(source), n_process=jobs, nlp=nlp):
                waiting.popleft()
                done += 1
                yield result
        except ExtractionError as error:
            if error.number is None:
                raise
            failed = waiting[error.number - done]
            del waiting[error.number - done]
            problems(failed.id or "article", error.reason)
        else:
            return


def _with_progress(articles: Iterator[Article], files: Sequence[Path], output: Path | None) -> Iterator[Article]:
    """Show a bar on standard error while articles go by, unless they go to the same terminal."""
    if not sys.stderr.isatty() or (output is None and sys.stdout.isatty()):
        yield from articles
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    total = len(files) if all(file.suffix != ".jsonl" for file in files) else None
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(articles, total=total, description="articles")
