"""What the command line writes: one writer a format. Each article is written whole, as soon as it is there."""

from __future__ import annotations

import csv
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TextIO

from rich.console import Console

from negotiations_nlp.cli.layout import article_view

if TYPE_CHECKING:
    from negotiations_nlp.models import Article

__all__ = ["WRITERS", "Writer"]

CSV_COLUMNS = (
    "article_id", "article_date", "quote", "speaker", "text", "kind", "status", "mention", "speaker_kind", "speaker_id",
    "co_speakers", "cue", "addressee", "medium", "said_on", "relayed_by", "start", "end", "confidence", "rule",
)  # fmt: skip
PLAIN_WIDTH = 100


class Writer(ABC):
    """Writes articles to a stream; what it wrote is complete after close(), whenever that is called."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @abstractmethod
    def write(self, article: Article) -> None:
        """Write one article."""

    def close(self) -> None:
        """Write what makes the output complete."""
        self.stream.flush()


class JsonLines(Writer):
    """One article a line, as JSON."""

    def write(self, article: Article) -> None:
        """Write one line."""
        self.stream.write(article.model_dump_json() + "\n")
        self.stream.flush()


class Json(Writer):
    """One JSON array of articles."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self.before = "[\n"

    def write(self, article: Article) -> None:
        """Write one element."""
        element = self.before + article.model_dump_json()
        self.before = ",\n"
        self.stream.write(element)
        self.stream.flush()

    def close(self) -> None:
        """Close the array."""
        self.stream.write("[]\n" if self.before == "[\n" else "\n]\n")
        super().close()


class Csv(Writer):
    """One quote a row, with a header."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self.rows = csv.DictWriter(stream, CSV_COLUMNS)
        self.rows.writeheader()

    def write(self, article: Article) -> None:
        """Write the rows of one article; none when it has no quotes."""
        self.rows.writerows({**r, "co_speakers": "; ".join(r["co_speakers"])} for r in article.to_records())
        self.stream.flush()


class Text(Writer):
    """For reading: who said what, article by article, in colour on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self.console = Console(file=stream, highlight=False, markup=False, emoji=False)
        if not self.console.is_terminal:
            self.console.width = PLAIN_WIDTH

    def write(self, article: Article) -> None:
        """Write one article."""
        with self.console.capture() as shown:
            self.console.print(article_view(article))
        self.stream.writelines(line.rstrip() + "\n" for line in shown.get().split("\n")[:-1])
        self.stream.flush()


WRITERS: dict[str, type[Writer]] = {"jsonl": JsonLines, "json": Json, "csv": Csv, "text": Text}
