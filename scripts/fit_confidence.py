"""Fit the weights of the confidence model on PolNeAR and write them, with a reliability table, as plain data.

    python scripts/fit_confidence.py POLNEAR_FOLDER

The folder holds `train` and `dev`, each with `text/*.txt` and `attributions/*.ann` (PolNeAR 1.0, github repository
networkdynamics/PolNeAR). Weights are fitted on train; the table (predicted confidence against the observed share of
right reports, ten bins) is measured on dev and printed as Markdown for docs/error-analysis.md.

A report counts as right when a gold attribution has an overlapping source and a content that agrees by half
(intersection over union), or, for quotations, one that holds most of it (PolNeAR joins the quotations of several
paragraphs).
Only names of features and numbers are written; a feature must stand in at least MIN_COUNT reports. That a report is
told within somebody else's is fitted but not written: PolNeAR often annotates the outer one alone, and we report both.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

import negotiations_nlp as nn
from negotiations_nlp.pipeline.confidence import BIAS, WITHIN, features_of, holders_of
from negotiations_nlp.pipeline.quotes import BLOCKS_KEY, QuoteFinder

if TYPE_CHECKING:
    from spacy.tokens import Doc

MIN_COUNT = 10
MIN_WEIGHT = 0.02
C = 0.1
BINS = 10
SAME_CONTENT = 0.5
HELD = 0.8
WEIGHTS = Path(__file__).parent.parent / "src" / "negotiations_nlp" / "data" / "en" / "confidence.json"

Ranges = list[tuple[int, int]]


class Attribution(NamedTuple):
    """A gold attribution, in characters."""

    content: Ranges
    source: Ranges


def read_attributions(path: Path) -> list[Attribution]:
    """The attributions of a brat file."""
    spans: dict[str, Ranges] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) > 1 and re.fullmatch(r"T\d+", parts[0]):
            ranges = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = [(int(a), int(b)) for a, b in (r.split() for r in ranges)]
        elif len(parts) > 1 and re.fullmatch(r"E\d+", parts[0]):
            roles = defaultdict(list)
            for pair in parts[1].split()[1:]:
                role, span = pair.split(":")
                roles[re.sub(r"\d+$", "", role)].extend(spans.get(span, []))
            if roles["Content"]:
                found.append(Attribution(sorted(roles["Content"]), sorted(roles["Source"])))
    return found


def read_part(folder: Path) -> list[tuple[str, list[Attribution]]]:
    """Texts with the attributions of their first annotator."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted(p for p in (folder / "attributions").iterdir() if p.name.startswith(path.stem + "_"))
        if annotations:
            with path.open(encoding="utf-8", newline="") as file:
                found.append((file.read(), read_attributions(annotations[0])))
    return found


def length(ranges: Ranges) -> int:
    """Number of characters."""
    return sum(b - a for a, b in ranges)


def overlap(a: Ranges, b: Ranges) -> int:
    """Number of characters in both."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in a for first, last in b)


def is_right(content: Ranges, source: Ranges, kind: str, gold: list[Attribution]) -> bool:
    """Whether a gold attribution says the same."""
    for g in gold:
        same = overlap(source, g.source) > 0 if source and g.source else not source and not g.source
        common = overlap(content, g.content)
        agrees = common >= SAME_CONTENT * (length(content) + length(g.content) - common)
        if same and (agrees or (kind == "direct" and common >= HELD * length(content))):
            return True
    return False


def examples(docs: list[tuple[Doc, list[Attribution]]]) -> tuple[list[list[str]], list[bool]]:
    """Features and rightness of every report in the Docs."""
    finder = QuoteFinder()
    features, right = [], []
    for doc, gold in docs:
        tokens, reports = finder.find(doc)
        blocks = list(doc.spans[BLOCKS_KEY])
        starts = [b.start_char for b in blocks]
        for report, holder in zip(reports, holders_of(reports), strict=True):
            kind = blocks[max(bisect_right(starts, report.content[0][0]) - 1, 0)].label_
            features.append(features_of(tokens, report, holder=holder, block_kind=kind))
            first, last = report.source or (0, 0)
            source = [(tokens.starts[first], tokens.ends[last - 1])] if last > first else []
            right.append(is_right(report.content, source, report.kind, gold))
    return features, right


def table(predicted: list[float], right: list[bool]) -> str:
    """The reliability table as Markdown."""
    lines = ["| confidence | reports | mean confidence | right |", "| --- | --- | --- | --- |"]
    for k in range(BINS):
        inside = [(p, r) for p, r in zip(predicted, right, strict=True) if int(min(p, 0.999) * BINS) == k]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            share = sum(r for _, r in inside) / len(inside)
            lines.append(f"| {k / BINS:.1f} to {(k + 1) / BINS:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Fit, write, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=Path)
    folder = parser.parse_args().polnear
    nlp = nn.load()
    for name in ("negotiations_quotes", "negotiations_speakers"):
        nlp.disable_pipe(name)
    data = {}
    for part in ("train", "dev"):
        rows = read_part(folder / part)
        docs = zip(nlp.pipe((text for text, _ in rows), batch_size=32), (gold for _, gold in rows), strict=True)
        data[part] = examples(list(docs))
    features, right = data["train"]
    counts = Counter(name for names in features for name in set(names))
    kept = {name for name, count in counts.items() if count >= MIN_COUNT}
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=C, max_iter=2000)
    model.fit(vectorizer.fit_transform([dict.fromkeys(kept.intersection(names), 1) for names in features]), right)
    weights = {BIAS: round(float(model.intercept_[0]), 3)}
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        if abs(weight) >= MIN_WEIGHT and name != WITHIN:
            weights[str(name)] = round(float(weight), 3)
    source = "logistic regression on PolNeAR 1.0, train; see scripts/fit_confidence.py"
    written = json.dumps({"source": source, "weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False)
    WEIGHTS.write_text(written + "\n", encoding="utf-8")
    features, right = data["dev"]
    rows = vectorizer.transform([dict.fromkeys(kept.intersection(names), 1) for names in features])
    predicted = [float(p) for p in model.predict_proba(rows)[:, 1]]
    area, loss = roc_auc_score(right, predicted), log_loss(right, predicted)
    print(f"{len(weights)} weights; dev: AUC {area:.3f}, log loss {loss:.3f}")
    print(table(predicted, right))


if __name__ == "__main__":
    main()
