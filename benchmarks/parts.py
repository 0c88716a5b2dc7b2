"""What is measured, part by part. Each part returns rows of a table: what, number, unit."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import spacy
from clock import interleaved, megabytes, seconds
from texts import count_words, of_length, small_articles

import negotiations_nlp as nn
from negotiations_nlp.api import MODEL_PACKAGES
from negotiations_nlp.inputs import ArticleInput
from negotiations_nlp.results import to_article
from negotiations_nlp.running import make_doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["PARTS", "Row", "Setting", "stream"]

LENGTHS = (1_000, 5_000, 20_000, 100_000, 500_000, 5_000_000)
QUICK_LENGTHS = LENGTHS[:4]
NUMBERS = (10, 100, 1_000, 10_000)
QUICK_NUMBERS = NUMBERS[:3]
STREAM = (2_000, 20_000)
QUICK_STREAM = (200, 1_000)
HERE = Path(__file__).parent
LETTERS = ("bdfgklmnprstvz", "aeiou")
MIN_LETTERS = 4
WARM = 300
VARIANTS = 4


class Row(NamedTuple):
    """One line of the table."""

    what: str
    number: float
    unit: str


@dataclass(frozen=True)
class Setting:
    """With what, and how thoroughly, is measured.

    Attributes:
        texts: articles, some 10,000 words at least.
        rounds: how often speeds are measured; the median counts.
        quick: leave out what takes minutes.
    """

    texts: list[str]
    rounds: int
    quick: bool


def speed(setting: Setting) -> list[Row]:
    """Words a second of bare spaCy, with its default pipes, and of the library, on the same texts in one process."""
    name = next(name for name in MODEL_PACKAGES["en_core_web_sm"] if spacy.util.is_package(name))
    bare, nlp = spacy.load(name), nn.load()
    functions: dict[str, Callable[[], object]] = {
        f"bare {name}": lambda: _drain(bare.pipe(setting.texts)),
        "library": lambda: _drain(nn.extract_many(setting.texts, nlp=nlp)),
    }
    if importlib.util.find_spec("textacy"):
        functions[f"bare {name} + textacy direct_quotations"] = lambda: _drain(_textacy_quotes(bare, setting.texts))
    for function in functions.values():
        function()
    words = count_words(setting.texts)
    found = interleaved(functions, setting.rounds)
    rows = [Row(name, words / median(times), "words/s") for name, times in found.items()]
    ratios = [bare / ours for bare, ours in zip(found[f"bare {name}"], found["library"], strict=True)]
    return [
        *rows,
        Row("library / bare, median of the rounds", median(ratios), "x"),
        Row("library / bare, worst round", min(ratios), "x"),
    ]


def _drain(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _textacy_quotes(nlp: Any, texts: Iterable[str]) -> Iterable[object]:
    from textacy.extract.triples import direct_quotations

    for doc in nlp.pipe(texts):
        try:
            yield list(direct_quotations(doc))
        except ValueError:  # it gives up on a text with an odd mark
            yield []


def components(setting: Setting) -> list[Row]:
    """What each step costs, in microseconds a word."""
    nlp = nn.load()
    words = count_words(setting.texts)
    rounds: dict[str, list[float]] = defaultdict(list)
    for number in range(setting.rounds + 1):
        costs: dict[str, float] = defaultdict(float)
        for start in range(0, len(setting.texts), 16):
            _one_batch(nlp, setting.texts[start : start + 16], costs)
        for name, cost in costs.items():
            if number:  # the first round loads what is read once
                rounds[name].append(cost / words * 1e6)
    return [Row(name, median(costs), "µs/word") for name, costs in rounds.items()]


def _one_batch(nlp: Any, texts: list[str], costs: dict[str, float]) -> None:
    with nlp.memory_zone():
        start = time.process_time()
        docs = [make_doc(nlp, ArticleInput(text, None, None)) for text in texts]
        costs["tokenizer"] += time.process_time() - start
        for name, pipe in nlp.pipeline:
            start = time.process_time()
            docs = list(pipe.pipe(docs, batch_size=16)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]
            costs[name] += time.process_time() - start
        start = time.process_time()
        for doc in docs:
            to_article(doc)
        costs["to Article"] += time.process_time() - start
        del docs, doc


def length(setting: Setting) -> list[Row]:
    """How the cost of a word grows with the length of the text it stands in."""
    nlp = nn.load()
    rows = []
    nn.extract(of_length(setting.texts, 5_000), nlp=nlp)
    for chars in QUICK_LENGTHS if setting.quick else LENGTHS:
        text = of_length(setting.texts, chars)
        times = 10 if chars <= 20_000 else 1
        cost = seconds(lambda text=text, times=times: [nn.extract(text, nlp=nlp) for _ in range(times)])
        rows.append(Row(f"{chars:,} characters", cost / times / count_words([text]) * 1e6, "µs/word"))
    base = next(row for row in rows if row.what.startswith("5,000 "))
    return [*rows, Row(f"{rows[-1].what} / {base.what}", rows[-1].number / base.number, "x")]


def number(setting: Setting) -> list[Row]:
    """How the speed changes with the number of articles."""
    nlp = nn.load()
    _drain(nn.extract_many(small_articles(setting.texts, 50), nlp=nlp))
    rows = []
    for count in QUICK_NUMBERS if setting.quick else NUMBERS:
        words = count_words(list(small_articles(setting.texts, count)))
        cost = seconds(lambda count=count: _drain(nn.extract_many(small_articles(setting.texts, count), nlp=nlp)))
        rows.append(Row(f"{count:,} articles", words / cost, "words/s"))
    return rows


def start(setting: Setting) -> list[Row]:
    """Seconds until a new process can extract, and memory it then takes."""
    code = (
        "import time; t = time.perf_counter(); import negotiations_nlp as nn; a = time.perf_counter(); "
        "nlp = nn.load(); b = time.perf_counter(); nn.extract('“Yes,” said Anna Lee.', nlp=nlp); "
        "c = time.perf_counter(); from clock import peak_megabytes; print(a - t, b - a, c - b, peak_megabytes())"
    )
    runs = []
    for _ in range(min(setting.rounds, 3)):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=HERE,
            capture_output=True,
            text=True,
            check=True,
        )
        runs.append([float(value) for value in done.stdout.split()])
    values = [median(column) for column in zip(*runs, strict=True)]
    whats = (("import", "s"), ("load()", "s"), ("first article", "s"), ("memory after the first article", "MB"))
    return [Row(what, value, unit) for (what, unit), value in zip(whats, values, strict=True)]


def memory(setting: Setting) -> list[Row]:
    """Memory of a process through which a stream of small articles runs, all of them new."""
    early, late = QUICK_STREAM if setting.quick else STREAM
    command = [sys.executable, str(HERE / "run.py"), "--stream", f"{early},{late}"]
    done = subprocess.run(command, input=json.dumps(setting.texts), capture_output=True, text=True, check=True)
    before, after, peak = (float(value) for value in done.stdout.split())
    return [
        Row(f"after {early:,} articles", before, "MB"),
        Row(f"after {late:,} articles", after, "MB"),
        Row("growth", (after / before - 1) * 100, "%"),
        Row("peak", peak, "MB"),
    ]


def stream(texts: list[str], early: int, late: int) -> tuple[float, float]:
    """Memory in MB after so many, and after so many more, articles of a stream; results are dropped."""
    before = 0.0
    for count, _ in enumerate(nn.extract_many(small_articles(texts, late)), start=1):
        if count == early:
            before = megabytes()
    return before, megabytes()


def processes(setting: Setting) -> list[Row]:
    """How much faster two processes are, by wall time; it takes two free cores to tell."""
    nlp = nn.load()
    functions = {
        str(n): lambda n=n: _drain(nn.extract_many(setting.texts, nlp=nlp, n_process=n, batch_size=4)) for n in (1, 2)
    }
    functions["1"]()
    found = interleaved(functions, min(setting.rounds, 3), wall=True)
    ratios = [one / two for one, two in zip(found["1"], found["2"], strict=True)]
    words = count_words(setting.texts)
    return [
        Row("one process", words / median(found["1"]), "words/s"),
        Row("two processes", words / median(found["2"]), "words/s"),
        Row("two / one, median of the rounds", median(ratios), "x"),
        Row("two / one, best round", max(ratios), "x"),
        Row("load of the machine before and during", os.getloadavg()[0], "processes"),
    ]


def normalize(setting: Setting) -> list[Row]:
    """Names a second, each asked for the first time once the tables are loaded."""
    generator = random.Random(1)  # noqa: S311 - no secrets
    limit = 400 if setting.quick else 3_000
    rows = []
    for label, what in (("PERSON", "people"), ("PLACE", "places"), ("ORG", "organisations")):
        entries = [entry for entry in nn.Knowledge.default().entries() if entry.label == label]
        forms = sorted({form for entry in entries for form in (entry.name, *entry.aliases) if len(form) > MIN_LETTERS})
        generator.shuffle(forms)
        kinds = {
            "known": forms[:limit],
            "in another form": [form for name in forms[:limit] for form in _other_forms(name, label)],
            "one letter wrong": [_one_off(form, generator) for form in forms[:limit] for _ in range(VARIANTS)],
            "unknown": [_made_up(form, generator) for form in forms[:limit] for _ in range(VARIANTS)],
        }
        for form in forms[-WARM:]:
            for name in (form, _one_off(form, generator), _made_up(form, generator)):
                nn.normalize(name, label)
        for kind, variants in kinds.items():
            names = list(dict.fromkeys(variants))
            cost = seconds(lambda names=names, label=label: [nn.normalize(name, label) for name in names])
            rows.append(Row(f"{what}, {kind}", len(names) / cost, "names/s"))
    return rows


def _other_forms(name: str, label: str) -> list[str]:
    """The name as texts have it: in capitals, with a possessive ending, with what stands before it or turned round."""
    first, _, rest = name.partition(" ")
    by_label = {
        "PERSON": [f"President {name}", f"{rest}, {first}" if rest else f"Mr {name}"],
        "PLACE": [f"the city of {name}", f"{name} region"],
        "ORG": [f"the {name}", f"Ukraine's {name}"],
    }
    return [name.upper(), f"{name}'s", *by_label[label]]


def _one_off(name: str, generator: random.Random) -> str:
    """The name without one of its inner letters."""
    i = generator.randrange(1, len(name) - 1)
    return name[:i] + name[i + 1 :]


def _made_up(name: str, generator: random.Random) -> str:
    """As many words of as many letters, consonants and vowels in turn."""
    letters = ("bdfgklmnprstvz", "aeiou")
    return " ".join(
        "".join(generator.choice(letters[i % 2]) for i in range(max(len(word), 3))).capitalize()
        for word in name.split()
    )


PARTS: dict[str, Callable[[Setting], list[Row]]] = {
    "speed": speed,
    "components": components,
    "length": length,
    "number": number,
    "start": start,
    "memory": memory,
    "processes": processes,
    "normalize": normalize,
}
