"""The job as a command: ``python -m negotiations_nlp.export.spark SOURCE TARGET``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from negotiations_nlp.api import DEFAULT_MODEL
from negotiations_nlp.errors import NegotiationsError
from negotiations_nlp.export.loading import PipelineSpec
from negotiations_nlp.export.spark.job import Format, run
from negotiations_nlp.export.spark.session import start_session
from negotiations_nlp.export.spark.worker import OnError  # noqa: TC001 - typer reads it

app = typer.Typer(add_completion=False)


@app.command()
def main(
    source: Annotated[str, typer.Argument(help="File, folder or pattern of articles, wherever Spark can read.")],
    target: Annotated[str, typer.Argument(help="Folder for the results; that of a stopped run is gone on with.")],
    format: Annotated[Format, typer.Option(help="Format of the source.")] = "jsonl",
    buckets: Annotated[int, typer.Option(help="Parts that are finished, and skipped when run again, as a whole.")] = 16,
    partitions: Annotated[int | None, typer.Option(help="Tasks and files of a bucket.")] = None,
    text_col: Annotated[str, typer.Option(help="Column of the text.")] = "text",
    id_col: Annotated[str, typer.Option(help="Column of the article's id.")] = "id",
    date_col: Annotated[str | None, typer.Option(help="Column of the date of publication.")] = None,
    keep: Annotated[list[str] | None, typer.Option(help="A further column to hand through; may be repeated.")] = None,
    model: Annotated[str, typer.Option(help="spaCy model, installed on all machines.")] = DEFAULT_MODEL,
    knowledge: Annotated[str | None, typer.Option(help="Knowledge file, under this path on all machines.")] = None,
    on_error: Annotated[OnError, typer.Option(help="Keep articles without text, or stop at the first.")] = "keep",
    master: Annotated[str | None, typer.Option(help='Where to run, such as "local[4]".')] = None,
) -> None:
    """Extract quotes, speakers and entities from files of articles into Parquet files, as a Spark job."""
    try:
        report = run(
            source,
            target,
            spark=start_session(master),
            format=format,
            buckets=buckets,
            partitions=partitions,
            text_col=text_col,
            id_col=id_col,
            date_col=date_col,
            keep=keep or (),
            spec=PipelineSpec(model, knowledge),
            on_error=on_error,
        )
    except NegotiationsError as error:
        Console(stderr=True).print(str(error), style="red", markup=False)
        raise typer.Exit(2) from error
    Console().print(
        f"{report.buckets_done} buckets done, {report.buckets_skipped} were there already; {target} holds "
        f"{report.articles} articles ({report.articles_with_error} with an error) and {report.quotes} quotes",
        markup=False,
    )


if __name__ == "__main__":
    app()
