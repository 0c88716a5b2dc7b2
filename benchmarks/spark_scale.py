"""What a Spark job costs, beside one process without Spark, on the same texts: the figures of docs/spark.md.

``python benchmarks/spark_scale.py FOLDER`` reads the .txt files of a folder (that of the fixtures when none is named).
Rates are given by the clock and by the seconds that processors worked: on a machine that does other things at the same
time, the second says what an undisturbed core would do. Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

import negotiations_nlp as nn
from negotiations_nlp.export.spark import run
from negotiations_nlp.export.spark.session import start_session

FIXTURES = Path(__file__).parent.parent / "fixtures" / "articles"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FIXTURES)
    parser.add_argument("--copies", type=int, default=10, help="how often Spark is given each text")
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("**/*.txt"))]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words / len(texts):.0f} words on average, load {os.getloadavg()[0]:.1f}")
    measure_here(texts, words)
    measure_spark(texts, words, options.copies, options.cores)
    print(f"load {os.getloadavg()[0]:.1f}")


def measure_here(texts: list[str], words: int) -> None:
    """One process, no Spark."""
    nlp = nn.load()
    list(nn.extract_many(texts[:5], nlp=nlp))
    clock, cpu = time.perf_counter(), time.process_time()
    quotes = sum(len(article.quotes) for article in nn.extract_many(texts, nlp=nlp))
    show("one process", time.perf_counter() - clock, time.process_time() - cpu, len(texts), words, quotes)


def measure_spark(texts: list[str], words: int, copies: int, cores: int) -> None:
    """A job on this machine, JSONL to Parquet."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for number, text in enumerate(texts * copies):
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")
        clock = time.perf_counter()
        spark = start_session(f"local[{cores}]")
        print(f"session started in {time.perf_counter() - clock:.1f} s")
        clock, before = time.perf_counter(), sum(cpu_seconds(pid) for pid in descendants())
        report = run(str(source), f"{folder}/out", spark=spark, buckets=2)
        seconds, processes = time.perf_counter() - clock, descendants()
        show(
            f"Spark, {cores} cores",
            seconds,
            sum(cpu_seconds(pid) for pid in processes) - before,
            report.articles,
            words * copies,
            report.quotes,
        )
        output = sum(path.stat().st_size for path in Path(f"{folder}/out").rglob("*.parquet"))
        print(
            f"input {source.stat().st_size / report.articles:.0f} bytes/article, output {output / report.articles:.0f}"
        )
        for pid in processes:
            print(f"  {process_name(pid):60} peak {peak_mb(pid):6.0f} MB, {cpu_seconds(pid):6.1f} s of CPU")
        spark.stop()


def show(name: str, seconds: float, cpu: float, articles: int, words: int, quotes: int) -> None:
    """One line of the table."""
    print(
        f"{name:18} {articles} articles, {quotes} quotes: {seconds:.1f} s, {cpu:.1f} s of CPU; by the clock "
        f"{words / seconds:,.0f} words/s, {articles / seconds * 3600:,.0f} articles/h; for each core-hour of CPU "
        f"{articles / cpu * 3600:,.0f} articles ({words / cpu:,.0f} words/s)"
    )


def descendants() -> list[int]:
    """The processes under this one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found = [os.getpid()]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found[1:]


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and of its children that ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def peak_mb(pid: int) -> float:
    """The most memory that a process held."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def process_name(pid: int) -> str:
    """The end of its command line."""
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[-60:].strip()


if __name__ == "__main__":
    main()
