"""The component ``negotiations_speakers``: tells whom the mentions of speakers stand for.

Reads the quotes of ``negotiations_quotes`` and the entities of ``negotiations_identities`` (or, without it, the
Doc's own entities), and completes each speaker's ``kind``, ``entity`` and ``name``.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Union  # noqa: UP035 - spaCy reads the factory's annotations

from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from negotiations_nlp.errors import PipelineError
from negotiations_nlp.pipeline.cast import Figure, cast_of
from negotiations_nlp.pipeline.choices import is_answered, named_behind, named_in, of_several, others_than
from negotiations_nlp.pipeline.interviews import role_of_label
from negotiations_nlp.pipeline.known_names import KnownNames, KnownNamesMixin
from negotiations_nlp.pipeline.nominals import INDEFINITE, resolve_nominal
from negotiations_nlp.pipeline.quotes import BLOCKS_KEY, QUOTES_KEY
from negotiations_nlp.pipeline.resolution import PLURALS, PRONOUN_GENDERS, Context, fits, resolve_pronoun
from negotiations_nlp.speaker_words import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["SpeakerResolver", "make_speakers"]

PRONOUNS = frozenset({*PRONOUN_GENDERS, *PLURALS, "it", "i", "me", "who", "you", "one"})
MAX_TOGETHER = 2
FIRST_PERSON = frozenset({"i", "me"})
Record = dict[str, Any]


def _known(context: Context, text: str) -> Figure | None:
    """A person of the knowledge base whose name was not recognised as one ("Zelenskyy:" above an article)."""
    if not text[:1].isupper() or text.lower().startswith(("the ", "a ", "an ")):
        return None
    found = context.knowledge.normalize(text, "PERSON")
    if found is None or found.id is None:
        return None
    entry = context.knowledge.entry(found.id)
    return Figure(None, found.name, "PERSON", entry.gender if entry is not None else None, found.id)


def _kind_of(text: str, figure: Figure | None) -> str:
    words = text.lower().split()
    if words and words[-1] in PRONOUNS and len(words) == 1:
        return "pronoun"
    head = words[-1].strip(".,") if words else ""
    for i, word in enumerate(words):
        if i and word in {"of", "at", "for", "in", "from", "with", "on"}:
            head = words[i - 1]
            break
    noun = speaker_nouns().get(head)
    if noun is not None and noun.kind == "anonymous":
        return "anonymous"
    if noun is not None and noun.kind in {"collective", "document"}:
        return "collective"
    if words and words[0] in INDEFINITE and figure is None:
        return "anonymous" if not head.endswith("s") else "collective"
    if head.endswith("s") and not head.endswith("ss") and figure is None:
        return "collective"
    return "nominal"


class SpeakerResolver(KnownNamesMixin):
    """Resolves the speakers of a Doc's quotes.

    Args:
        names: the names that the component knows, with the offices of their bearers; None knows what the library knows.
    """

    def __init__(self, names: KnownNames | None = None) -> None:
        self.names = names if names is not None else KnownNames(None, {})

    def resolve(self, doc: Doc) -> list[Record]:
        """The Doc's quotes with their speakers resolved. Writes nothing.

        Raises:
            PipelineError: when quotes were not looked for.
        """
        if QUOTES_KEY not in doc.spans:
            raise PipelineError(
                "negotiations_speakers needs the quotes of 'negotiations_quotes', and this Doc went through none: put "
                "it after nlp.add_pipe('negotiations_quotes')."
            )
        records: Sequence[Record] = doc.spans[QUOTES_KEY].attrs.get("quotes", [])
        if not records:
            return []
        context = Context(
            cast_of(doc),
            _sentence_starts(doc),
            [block.start_char for block in doc.spans[BLOCKS_KEY]] if BLOCKS_KEY in doc.spans else [0],
            sorted((a, b) for r in records if r["kind"] == "direct" for a, b in r["content"]),
            _joined((a, b) for r in records if r["kind"] != "direct" for a, b in r["content"]),
            [],
            doc.text,
            _date(doc),
            self.names.knowledge,
            [(b.start_char, b.end_char) for b in doc.spans.get(BLOCKS_KEY, ()) if b.label_ == "headline"],
        )
        order = sorted(range(len(records)), key=lambda k: _position(records[k]))
        resolved = [dict(r) for r in records]
        seen: dict[tuple[int, int], Record] = {}
        said_before: Record | None = None
        last: Record | None = None
        for k in order:
            record = resolved[k]
            for role in ("speaker", "relayed_by"):
                if record[role] is not None:
                    record[role] = self._speaker(context, record[role], seen, record)
            others = [self._speaker(context, s, seen) for s in record["co_speakers"]]
            record["co_speakers"] = [s for s in others if not _is_same(s, record["speaker"])]
            said_before = _go_on_together(context, record, said_before)
            last = _go_on_unnamed(context, record, last)
        return resolved

    def _speaker(
        self, context: Context, speaker: Record, seen: dict[tuple[int, int], Record], quote: Record | None = None
    ) -> Record:
        start, end = speaker["mention"]
        if (start, end) in seen:
            return dict(seen[start, end])
        text = context.text[start:end]
        antecedent = speaker.get("antecedent")
        if antecedent is not None:
            whole = self._speaker(context, {"mention": antecedent, "kind": speaker["kind"]}, seen, quote)
            return {**speaker, "kind": whole["kind"], "entity": whole["entity"], "name": whole["name"]}
        if role_of_label(text) is not None:
            return {**speaker, "kind": "anonymous", "entity": None, "name": None}
        occurrence = named_in(context.text, context.cast, start, end)
        figure = of_several(context, occurrence) if occurrence is not None else None
        word = text.lower()
        if figure is not None:
            kind = "named" if figure.label == "PERSON" else "collective"
        elif word in FIRST_PERSON and not context.in_quotation(start):
            kind, figure = "pronoun", context.writer()
        elif word in PRONOUNS:
            others = others_than(context, word, start, quote) if quote is not None else []
            kind = "pronoun"
            figure = (others and resolve_pronoun(context, word, start, others)) or resolve_pronoun(context, word, start)
            if figure is not None and figure.gender is None:
                figure.gender = PRONOUN_GENDERS.get(word)
        else:
            bearers = context.family(text) if text.istitle() else ()
            figure = bearers[0].figure if len(bearers) == 1 else resolve_nominal(context, text, start)
            if figure is not None and quote is not None and is_answered(context, figure, text, quote):
                figure = None
            figure = figure or named_behind(context, end) or _known(context, text)
            unnamed = figure is None or (figure.id is None and text[:1].isupper())
            kind = "named" if speaker["kind"] == "named" and unnamed else _kind_of(text, figure)
        name = figure.name if figure is not None else (text if kind == "named" else None)
        found = {**speaker, "kind": kind, "entity": figure.id if figure is not None else None, "name": name}
        if figure is not None:
            context.speakers.append((start, figure))
        seen[start, end] = found
        return found

    def annotate(self, doc: Doc, records: list[Record]) -> None:
        """Write the resolved quotes to the Doc."""
        doc.spans[QUOTES_KEY].attrs["quotes"] = records

    def __call__(self, doc: Doc) -> Doc:
        """Resolve and write."""
        self.annotate(doc, self.resolve(doc))
        return doc


def _sentence_starts(doc: Doc) -> list[int]:
    """First character of each sentence; [0] when no sentences are known."""
    if not doc.has_annotation("SENT_START"):
        return [0]
    rows = doc.to_array([IDX, SENT_START])
    starts = rows[:, 1] == 1
    starts[:1] = True
    found: list[int] = rows[starts, 0].astype("int64").tolist()
    return found


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same characters as ranges that neither overlap nor touch, in text order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _date(doc: Doc) -> dt.date | None:
    written = doc._.negotiations_date if Doc.has_extension("negotiations_date") else None
    return dt.date.fromisoformat(written) if written else None


def _go_on_together(context: Context, record: Record, before: Record | None) -> Record | None:
    """Let "they" stand for several who spoke before ("Lind and Reed said ... “We lost,” they said").

    Args:
        context: the document's figures and speakers so far.
        record: a quote with its speaker; changed where "they" says it.
        before: the last quote whose speaker is several people or a nameless plural.

    Returns:
        What is such a quote for the next one.
    """
    speaker = record["speaker"]
    if speaker is None:
        return before
    start, end = speaker["mention"]
    word = context.text[start:end].lower()
    if word != "they":
        several = record["co_speakers"] or (speaker["name"] is None and word.endswith("s"))
        return record if several else None if speaker["name"] is not None else before
    if before is None or context.sentence(start) - context.sentence(before["speaker"]["mention"][0]) > MAX_TOGETHER:
        return before
    for key in ("entity", "name"):
        speaker[key] = before["speaker"][key]
    record["co_speakers"] = [{**s, "mention": [start, end], "kind": "pronoun"} for s in before["co_speakers"]]
    return before


def _go_on_unnamed(context: Context, record: Record, last: Record | None) -> Record | None:
    """Let "she" stand for somebody nameless who has just spoken ("A spokeswoman said ... “We knew,” she said").

    Args:
        context: the document's figures and speakers so far.
        record: a quote with its speaker; changed where a pronoun goes on with a nameless one.
        last: the speaker of the quote before.

    Returns:
        The speaker that the next quote goes on with.
    """
    speaker: Record | None = record["speaker"]
    if speaker is None or last is None:
        return speaker
    (start, end), (begin, stop) = speaker["mention"], last["mention"]
    gender = PRONOUN_GENDERS.get(context.text[start:end].lower())
    if gender is None or last["name"] is not None or context.sentence(start) - context.sentence(begin) > MAX_TOGETHER:
        return speaker
    nouns = (speaker_nouns().get(word) for word in context.text[begin:stop].lower().split())
    told = any(noun is not None and noun.gender == gender for noun in nouns)
    named = any(o.figure.label == "PERSON" and fits(o.figure, gender) for o in context.cast.before(start, stop))
    if told and not named:
        speaker["entity"], speaker["name"] = None, None
    return speaker


def _is_same(speaker: Record, other: Record | None) -> bool:
    """Whether two mentions are of one speaker: "he – Sir Alastair Dunmore – told them"."""
    return other is not None and speaker["name"] is not None and speaker["name"] == other["name"]


def _position(record: Record) -> int:
    speaker = record["speaker"]
    return int(speaker["mention"][0]) if speaker is not None else int(record["content"][0][0])


@Language.factory(
    "negotiations_speakers",
    assigns=["doc.spans"],
    requires=["doc.spans"],
    default_config={"knowledge": None, "style": {}},
)
def make_speakers(
    nlp: Language,
    name: str,
    knowledge: Optional[Union[List[Dict[str, Any]], str]],  # noqa: UP006, UP007, UP045
    style: Dict[str, str],  # noqa: UP006
) -> SpeakerResolver:
    """Make the component.

    Args:
        nlp: the pipeline; not kept.
        name: the component's name.
        knowledge: records of your own names, or the path of a knowledge file; None knows what the library knows.
        style: canonical name to the name to show.

    Raises:
        DataError: a record is not valid.
        InputError: the style names something unknown.
    """
    return SpeakerResolver(KnownNames(knowledge, style))
