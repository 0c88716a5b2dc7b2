"""Articles over several processes, in order, with the articles to blame named when a process fails.

Each process keeps one pipeline and sends back finished articles, so no Doc ever travels. Works with every start method
of ``multiprocessing``; with "spawn" and "forkserver" the calling script needs ``if __name__ == "__main__":``.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, Any

import spacy
from thinc.api import Config

from negotiations_nlp.errors import ExtractionError
from negotiations_nlp.running import forget_locks, run_batch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from negotiations_nlp.inputs import ArticleInput
    from negotiations_nlp.models import Article

__all__ = ["run_here", "run_in_processes"]

BATCHES_AHEAD = 2

NumberedBatch = tuple[int, list["ArticleInput"]]

_worker: dict[str, Language] = {}


def run_here(nlp: Language, batches: Iterator[NumberedBatch]) -> Iterator[list[Article]]:
    """Extract batch by batch in this process.

    Args:
        nlp: a pipeline with our components.
        batches: the number of the first article, counted from 0, and the articles.

    Yields:
        The articles of each batch.

    Raises:
        ExtractionError: for an article on which the pipeline failed.
    """
    for first, batch in batches:
        yield _run_or_name(nlp, first, batch)


def run_in_processes(nlp: Language, batches: Iterator[NumberedBatch], n_process: int) -> Iterator[list[Article]]:
    """Extract batch by batch in several processes, lazily and in order.

    Args:
        nlp: a pipeline with our components.
        batches: the number of the first article, counted from 0, and the articles.
        n_process: number of processes, at least 2.

    Yields:
        The articles of each batch, in the order given.

    Raises:
        ExtractionError: for an article on which the pipeline failed or its process died.
    """
    pending: deque[tuple[NumberedBatch, Any]] = deque()
    pool = _new_pool(nlp, n_process)
    try:
        while True:
            for batch in islice(batches, n_process * BATCHES_AHEAD - len(pending)):
                pending.append((batch, pool.submit(_work, *batch)))
            if not pending:
                return
            try:
                done = pending[0][1].result()
            except BrokenProcessPool as error:
                raise _blame(nlp, [batch for batch, _ in pending]) from error
            pending.popleft()
            yield done
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _new_pool(nlp: Language, n_process: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context()
    state = nlp if context.get_start_method() == "fork" else (nlp.config.to_str(), nlp.to_bytes())
    return ProcessPoolExecutor(n_process, mp_context=context, initializer=_start, initargs=(state,))


def _start(state: Language | tuple[str, bytes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    forget_locks()
    if isinstance(state, tuple):
        config, data = state
        state = spacy.util.load_model_from_config(Config().from_str(config), auto_fill=True).from_bytes(data)
    _worker["nlp"] = state


def _work(first: int, batch: list[ArticleInput]) -> list[Article]:
    return _run_or_name(_worker["nlp"], first, batch)


def _run_or_name(nlp: Language, first: int, batch: list[ArticleInput]) -> list[Article]:
    """Run a batch; when it fails, run its articles one by one to name the one that does."""
    try:
        return run_batch(nlp, batch)
    except Exception as error:
        for number, article in enumerate(batch, first):
            try:
                run_batch(nlp, [article])
            except Exception as reason:
                raise _error(number, article, f"{type(reason).__name__}: {reason}") from reason
        msg = f"articles {first} to {first + len(batch) - 1} failed together, but not alone: {error}"
        raise ExtractionError(msg) from error


def _blame(nlp: Language, batches: list[NumberedBatch]) -> ExtractionError:
    """Find the article that ends the process that works on it, by giving each a process of its own."""
    for first, batch in batches:
        for number, article in enumerate(batch, first):
            with _new_pool(nlp, 1) as pool:
                try:
                    pool.submit(_work, number, [article]).result()
                except BrokenProcessPool:
                    return _error(number, article, "the process that worked on it died; was there enough memory?")
    first, (last, rest) = batches[0][0], batches[-1]
    return ExtractionError(f"a process died on one of the articles {first} to {last + len(rest) - 1}")


def _error(number: int, article: ArticleInput, reason: str) -> ExtractionError:
    message = f"article {number} (id {article.id!r}, {len(article.text)} characters): {reason}"
    return ExtractionError(message, number=number, reason=reason)
