"""The component ``negotiations_quotes``: finds quotes and the mentions of their speakers.

Needs a tagger and a parser before it. It leaves a span a part of each quote's content in
``doc.spans["negotiations_quotes"]`` (label: the kind; id: "q0", "q1" ...) and everything else it knows, as plain data
with character offsets, in that group's ``attrs["quotes"]``. Who a mention stands for is told by
``negotiations_speakers``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional  # noqa: UP035 - spaCy reads the factory's annotations at run time

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

from negotiations_nlp.errors import InputError, PipelineError
from negotiations_nlp.lexicon import CueEntry, Lexicon, check_cues, default_lexicon, read_cues
from negotiations_nlp.pipeline.details import medium_of, said_on
from negotiations_nlp.pipeline.finder import find_reports
from negotiations_nlp.pipeline.scorers import score_quotes
from negotiations_nlp.pipeline.tokenization import teach_tokenizer
from negotiations_nlp.pipeline.tokens import Tokens
from negotiations_nlp.text.blocks import Block, find_blocks
from negotiations_nlp.text.marks import pair_marks
from negotiations_nlp.text.spaces import trim_end, trim_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.training import Example

    from negotiations_nlp.pipeline.mentions import Mention
    from negotiations_nlp.pipeline.reports import Report

__all__ = ["BLOCKS_KEY", "QUOTES_KEY", "QuoteFinder", "make_quotes"]

QUOTES_KEY = "negotiations_quotes"
BLOCKS_KEY = "negotiations_blocks"

Record = Dict[str, Any]  # noqa: UP006


def _blocks(doc: Doc) -> list[Block]:
    if BLOCKS_KEY in doc.spans:
        return [Block(s.start_char, s.end_char, s.label_) for s in doc.spans[BLOCKS_KEY]]
    return find_blocks(doc.text)


class QuoteFinder:
    """Finds quotes in a parsed Doc.

    Args:
        cues: rows of further cues in the lexicon's form; they win over built-in ones of the same form.
        min_confidence: quotes below this are left out, from 0 to 1.

    Raises:
        InputError: min_confidence is no number from 0 to 1.
    """

    def __init__(self, cues: Iterable[CueEntry] = (), min_confidence: float = 0.0) -> None:
        if (
            isinstance(min_confidence, bool)
            or not isinstance(min_confidence, (int, float))
            or not 0 <= min_confidence <= 1
        ):
            raise InputError(
                f"min_confidence must be a number from 0 (keep every quote) to 1, got {min_confidence!r}; 0.35 is usual"
            )
        self.cues = tuple(cues)
        self.min_confidence = min_confidence
        self.lexicon: Lexicon = default_lexicon().extended_with(self.cues) if self.cues else default_lexicon()

    def find(self, doc: Doc) -> tuple[Tokens, list[Report]]:
        """The reports of speech in a Doc, with the columns they index. Writes nothing.

        Raises:
            PipelineError: when the Doc was not tagged and parsed.
        """
        if len(doc) and not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
            raise PipelineError(
                "negotiations_quotes needs part-of-speech tags and a parse, and this Doc has none: put it after a "
                "'tagger' and a 'parser', as in negotiations_nlp.load()."
            )
        tokens = Tokens.from_doc(doc)
        blocks = _blocks(doc)
        spans = pair_marks(tokens.text, [b.start for b in blocks])
        reports = find_reports(tokens, self.lexicon, blocks, spans)
        return tokens, [r for r in reports if r.confidence >= self.min_confidence]

    def annotate(self, doc: Doc, tokens: Tokens, reports: Iterable[Report]) -> None:
        """Write reports to the Doc."""
        date = doc._.negotiations_date if Doc.has_extension("negotiations_date") else None
        spans, records = [], []
        for number, report in enumerate(reports):
            for start, end in report.content:
                first, last = tokens.between(start, end)
                spans.append(Span(doc, first, max(last, first + 1), label=report.kind, span_id=f"q{number}"))
            records.append(_record(tokens, report, date))
        doc.spans[QUOTES_KEY] = spans
        doc.spans[QUOTES_KEY].attrs["quotes"] = records

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        tokens, reports = self.find(doc)
        self.annotate(doc, tokens, reports)
        return doc

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """Score quotes and speakers for ``nlp.evaluate``."""
        return score_quotes(examples, **kwargs)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The component's own cues and settings."""
        return srsly.msgpack_dumps(self._state())  # type: ignore[no-any-return]

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> QuoteFinder:
        """Take over what `to_bytes` gave."""
        state = srsly.msgpack_loads(data)
        self.__init__(check_cues(state["cues"]), state["min_confidence"])  # type: ignore[misc]
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the component's own cues and settings to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        state = self._state()
        srsly.write_jsonl(folder / "cues.jsonl", state["cues"])
        srsly.write_json(folder / "settings.json", {"min_confidence": state["min_confidence"]})

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> QuoteFinder:
        """Take over what `to_disk` wrote."""
        file = Path(path) / "cues.jsonl"
        settings = srsly.read_json(Path(path) / "settings.json")
        cues = read_cues(file.read_text(encoding="utf-8"), name=str(file))
        self.__init__(cues, settings["min_confidence"])  # type: ignore[misc]
        return self

    def _state(self) -> Record:
        return {"cues": [c.model_dump(mode="json") for c in self.cues], "min_confidence": self.min_confidence}


def _mention(tokens: Tokens, mention: Mention | None) -> list[int] | None:
    if mention is None or mention[1] <= mention[0]:
        return None
    return [tokens.starts[mention[0]], tokens.ends[mention[1] - 1]]


def _speaker(tokens: Tokens, mention: Mention | None, antecedent: Mention | None = None) -> Record | None:
    chars = _mention(tokens, mention)
    if chars is None or mention is None:
        return None
    head = mention[1] - 1
    tags = tokens.tags[mention[0] : mention[1]]
    kind = "nominal"
    if len(tags) > 1 and tokens.lower[mention[0]] in {"a", "an"}:
        pass  # "a spokeswoman for Lind" has no name
    elif tokens.ents[head] in {"PERSON", "ORG", "GPE", "PLACE"}:
        kind = "named" if tokens.ents[head] == "PERSON" else "collective"
    elif len(tags) == 1 and tags[0] in {"PRP", "WP"}:
        kind = "pronoun"
    elif tags[-1] in {"NNP", "NNPS"} and not tokens.span_text(*mention).islower():
        kind = "named"
    found = {"mention": chars, "kind": kind, "entity": None, "name": None}
    if antecedent is not None:
        found["antecedent"] = _mention(tokens, antecedent)
    return found


def _trimmed(text: str, start: int, end: int) -> list[int]:
    """A part without white space around it: after "said that", a second space is a token of its own."""
    start = trim_start(text, start, end)
    return [start, trim_end(text, start, end)]


def _record(tokens: Tokens, report: Report, date: str | None) -> Record:
    return {
        "content": [_trimmed(tokens.text, *part) for part in report.content],
        "kind": report.kind,
        "cue": list(report.cue) if report.cue is not None else None,
        "speaker": _speaker(tokens, report.source, report.antecedent),
        "co_speakers": [s for m in report.co_sources if (s := _speaker(tokens, m)) is not None],
        "status": report.status,
        "said_on": said_on(tokens, report, date),
        "medium": medium_of(tokens, report),
        "addressee": _mention(tokens, report.addressee),
        "relayed_by": _speaker(tokens, report.relayer),
        "confidence": round(report.confidence, 3),
        "rule": report.rule,
        "implicit": report.implicit,
    }


@Language.factory(
    "negotiations_quotes",
    assigns=["doc.spans"],
    requires=["token.dep", "token.tag"],
    default_config={"cues": None, "min_confidence": 0.35},
)
def make_quotes(nlp: Language, name: str, cues: Optional[List[Dict[str, Any]]], min_confidence: float) -> QuoteFinder:  # noqa: UP006, UP045
    """Make the component.

    Args:
        nlp: the pipeline; its tokenizer learns what scraped text needs (see ``tokenization``). Not kept.
        name: the component's name.
        cues: further rows of the lexicon (see ``negotiations_nlp.lexicon.CueEntry``).
        min_confidence: quotes below this confidence, from 0 to 1, are left out.

    Raises:
        InputError: min_confidence is no number from 0 to 1.
        DataError: for a cue that is no valid row, with its number.
    """
    teach_tokenizer(nlp)
    return QuoteFinder(check_cues(cues or ()), min_confidence)
