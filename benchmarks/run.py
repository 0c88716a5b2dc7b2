"""Measure speed, growth and memory of the library beside bare spaCy.

    python benchmarks/run.py                          # everything: some twenty minutes
    python benchmarks/run.py --quick speed memory     # some parts, in little

Speeds are ratios of processor time, measured in turn on the same texts; only the part "processes" goes by wall time.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from clock import peak_megabytes
from parts import PARTS, Row, Setting, stream
from picture import draw
from rich.console import Console
from rich.table import Table
from texts import count_words, read_texts

ROOT = Path(__file__).parent.parent
WORDS, QUICK_WORDS = 40_000, 8_000


def main() -> None:
    """Read the options, measure, print a table, write results.json and a picture."""
    options = _options()
    if options.stream:
        early, late = map(int, options.stream.split(","))
        print(*stream(json.load(sys.stdin), early, late), peak_megabytes())
        return
    texts = read_texts(options.texts, QUICK_WORDS if options.quick else WORDS)
    setting = Setting(texts, 3 if options.quick else options.rounds, options.quick)
    print(f"{len(texts)} texts of {options.texts}, {count_words(texts):,} words, {setting.rounds} rounds", flush=True)
    results: dict[str, list[Row]] = {}
    for part in options.parts or PARTS:
        results[part] = PARTS[part](setting)
        _show(part, results[part])
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    try:
        draw(results, options.out / "benchmark.png")
    except ImportError:
        print("no picture: pip install 'negotiations-nlp[plots]'")
    print(f"results are in {options.out}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to measure; everything by default")
    parser.add_argument("--texts", type=Path, default=ROOT / "fixtures" / "articles", help="folder of *.txt files")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "benchmark", help="where results go")
    parser.add_argument("--rounds", type=int, default=5, help="how often speeds are measured")
    parser.add_argument("--quick", action="store_true", help="fewer words, rounds and sizes: a minute or two")
    parser.add_argument("--stream", help=argparse.SUPPRESS)
    return parser.parse_args()


def _show(part: str, rows: list[Row]) -> None:
    table = Table(title=part, title_justify="left", show_header=False)
    table.add_column(min_width=44)
    table.add_column(justify="right", min_width=10)
    table.add_column()
    for row in rows:
        table.add_row(row.what, f"{row.number:,.0f}" if row.number >= 1000 else f"{row.number:,.2f}", row.unit)
    Console().print(table)


if __name__ == "__main__":
    main()
