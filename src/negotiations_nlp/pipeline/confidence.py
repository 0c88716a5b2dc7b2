"""How likely a report is right: a logistic regression over a few readable features.

The weights are plain data (``data/en/confidence.json``), fitted on the train part of PolNeAR by
``scripts/fit_confidence.py``; the file holds feature names and numbers, no text of the corpus beyond single cue lemmas.

Source: Newell et al. (2018), "An Attribution Relations Corpus for Political News" (PolNeAR 1.0).
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from negotiations_nlp.lexicon import default_lexicon
from negotiations_nlp.pipeline.attributions import SENTENCE_ENDS
from negotiations_nlp.pipeline.frames import THINGS
from negotiations_nlp.pipeline.settings import MARKS
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from negotiations_nlp.pipeline.reports import Report
    from negotiations_nlp.pipeline.tokens import Tokens

__all__ = ["BIAS", "WITHIN", "confidence_of", "default_weights", "features_of"]

BIAS = "bias"
WITHIN = "told-within"
MAX_WORDS = 60
PERSONAL = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})
LENGTHS = (2, 4, 7, 12, 20, 35, 60, 120)


def _bucket(n: int) -> str:
    return str(next((limit for limit in LENGTHS if n <= limit), "more"))


def _source_class(tokens: Tokens, report: Report) -> str:
    if report.source is None:
        return "none"
    head = report.source[1] - 1
    if tokens.ents[head]:
        return tokens.ents[head]
    word, tag = tokens.lower[head], tokens.tags[head]
    if tag in {"PRP", "WP", "WDT", "DT", "IN"}:
        return word
    if tag in {"NN", "NNS"}:
        noun = speaker_nouns().get(word)
        return f"{tag}-{noun.kind}" if noun is not None else tag
    return tag


def _mark_before(tokens: Tokens, first: int) -> str:
    """What stands before a token: the start of the text or of a line, a mark, the end of a sentence, or a word."""
    i = first - 1
    while i >= 0 and tokens.lower[i] in MARKS:
        i -= 1
    if i < 0 or "\n" in tokens.lower[i]:
        return "start"
    word = tokens.lower[i]
    if word in SENTENCE_ENDS:
        return "end"
    return word if not word[0].isalnum() else "word"


def _told_within(tokens: Tokens, report: Report, holder: Report) -> bool:
    """Whether a report inside another one is somebody else's: "the officer said that the driver had told him ..."."""
    if report.frame is None or report.frame.subject is None or report.kind == "direct" or holder.kind == "direct":
        return False
    if report.rule != "clause-after" or report.frame.entry is None or report.frame.entry.group not in {"say", "commit"}:
        return False
    if tokens.deps[report.frame.cue] == "conj" and holder.rule.startswith("phrase"):
        return False  # "they watched it, according to Ada Lind, and said ...": Lind may tell the first alone
    teller = tokens.lower[report.frame.subject]
    same = holder.source is not None and tokens.lower[holder.source[1] - 1] == teller  # "she said she recalls ..."
    return report.source != holder.source and not same and teller not in THINGS


def features_of(tokens: Tokens, report: Report, *, holder: Report | None, block_kind: str) -> list[str]:
    """The features of a report: names that are present, each with the value one.

    Args:
        tokens: the document.
        report: the report.
        holder: the report inside whose content it stands, None when it stands in none.
        block_kind: kind of the block that it starts in.

    Returns:
        The names of the features, without the bias.
    """
    frame = report.frame
    within = holder is not None and _told_within(tokens, report, holder)
    if within:
        holder = None
    rule = f"{report.rule}:{report.kind}"
    source = _source_class(tokens, report)
    start, end = report.content[0][0], report.content[-1][1]
    first, last = tokens.between(start, end)
    size = _bucket(last - first)
    entry = frame.entry if frame is not None else None
    group = entry.group if entry is not None else ("unknown" if frame is not None else "none")
    found = [
        f"rule={rule}",
        f"source={source}",
        f"size={size}",
        f"group={group}",
        f"group+kind={group}+{report.kind}",
        f"rule+source={report.rule}+{source}",
        f"kind+size={report.kind}+{size}",
        f"inside={holder.kind if holder is not None else 'nothing'}",
        f"rule+inside={report.rule}+{holder.kind if holder is not None else 'nothing'}",
        f"block={block_kind}",
        f"status={report.status}",
        f"parts={min(len(report.content), 3)}",
        f"rule+parts={report.rule}+{min(len(report.content), 3)}",
    ]
    if within:
        found.append(WITHIN)
    if report.implicit and report.source is not None:
        verb = tokens.heads[report.source[1] - 1]
        found.append(f"introduced={tokens.lower[verb] in default_lexicon().verbs}")
    if frame is not None:
        cue = frame.cue
        word = entry.lemma if entry is not None else tokens.lower[cue]
        tag = tokens.tags[cue]
        _low, high = tokens.sentence(cue)
        found += [
            f"cue={word}",
            f"cue+rule={word}+{report.rule}",
            f"tag={tag}",
            f"tag+group={tag}+{group}",
            f"dep={tokens.deps[cue]}",
            f"dep+rule={tokens.deps[cue]}+{report.rule}",
            f"construction={frame.construction}",
            f"construction+group={frame.construction}+{group}",
            f"group+status={group}+{report.status}",
            f"group+source={group}+{source}",
        ]
        if report.kind == "indirect" and first < len(tokens):
            that = first > 0 and tokens.lower[first - 1] == "that"
            found.append(f"that={that}")
            found.append(f"group+that={group}+{that}")
            found.append(f"opens={tokens.tags[first]}+{report.rule}")
            found.append(f"rest={_bucket(max(high - last, 0))}+{report.rule}")
            found.append(f"verb={any(t in {'VBD', 'VBZ', 'VBP', 'MD'} for t in tokens.tags[first:last])}+{report.rule}")
            found.append(f"distance={_bucket(abs(first - cue) if first > cue else abs(cue - last))}+{report.rule}")
    elif first < len(tokens):
        found.append(f"opens={tokens.tags[first]}+{report.rule}")
    if report.kind != "indirect":
        words = [tokens.word(i) for i in range(first, min(last, first + MAX_WORDS)) if tokens.word(i)[:1].isalpha()]
        capitals = round(4 * sum(w[0].isupper() for w in words) / max(len(words), 1))
        personal = any(w.lower() in PERSONAL for w in words)
        found += [
            f"before={_mark_before(tokens, first)}+{report.rule}",
            f"capitals={capitals}+{report.rule}",
            f"capitals={capitals}+{source}",
            f"personal={personal}+{report.rule}",
        ]
        text = tokens.text[start:end]
        found.append(f"final={text.rstrip()[-1:]}+{report.rule}")
        found.append(f"capital={text[:1].isupper()}+{report.rule}")
    return found


def confidence_of(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The probability that a report with these features is right.

    Args:
        features: names, as `features_of` gives them.
        weights: weight of each feature and of the bias; unknown features weigh nothing.

    Returns:
        A number between 0 and 1.
    """
    total = weights.get(BIAS, 0.0)
    for name in features:
        total += weights.get(name, 0.0)
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))


@cache
def default_weights() -> Mapping[str, float]:
    """The weights that the library carries."""
    path = files("negotiations_nlp") / "data" / "en" / "confidence.json"
    weights: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return weights


def holders_of(reports: Sequence[Report]) -> list[Report | None]:
    """For each report, the smallest other report inside whose content it stands, None when there is none.

    Args:
        reports: reports in text order.

    Returns:
        One holder a report.
    """
    found: list[Report | None] = []
    open_: list[tuple[int, int, Report]] = []
    for report in reports:
        start, end = report.content[0][0], report.content[-1][1]
        open_ = [o for o in open_ if o[1] > start]
        inside = [o for o in open_ if o[0] <= start and end <= o[1] and (o[0], o[1]) != (start, end)]
        found.append(min(inside, key=lambda o: o[1] - o[0])[2] if inside else None)
        open_.append((start, end, report))
    return found
