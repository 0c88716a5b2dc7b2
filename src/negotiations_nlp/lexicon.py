"""The lexicon of reporting cues: which words report speech, and what each of them licenses.

The rows stand in ``data/en/cues.jsonl``; ``data/en/SOURCES.md`` says what the sources are. Licences:

======================  =====================================================  ==============================
licence                 what follows the cue                                   example
======================  =====================================================  ==============================
``clause``              a finite clause, with or without "that"                said (that) talks failed
``quote``               words between marks                                    "Talks failed," she said
``wh``                  an embedded question                                   asked whether talks had failed
``infinitive``          an infinitive of which the speaker is the subject      promised to resign
``object-infinitive``   an object and an infinitive                            urged them to resign
``gerund``              a participle                                           proposed holding talks
``as``                  an object and "as"                                     described it as "a trap"
``name``                an object and its name                                 called it "a trap"
``of``                  a person and "of"                                      accused them of lying
``noun``                a noun phrase                                          praised "our friends"
======================  =====================================================  ==============================
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from negotiations_nlp.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CueEntry", "Lexicon", "check_cues", "default_lexicon", "read_cues"]

Licence = Literal["clause", "quote", "wh", "infinitive", "object-infinitive", "gerund", "as", "name", "of", "noun"]


REPORTING_GROUPS = frozenset({"say", "suasive", "commit", "ask"})


class CueEntry(BaseModel):
    """One reporting word.

    Attributes:
        lemma: the dictionary form.
        pos: "verb" or "noun".
        forms: all inflected forms, lower case.
        licenses: what the word licenses (see the module's table).
        group: words that behave alike; a feature of the confidence model.
        sources: keys of SOURCES.md.
        status: "denied" for words that deny their own content.
        addressee: "object" when a bare object is who is spoken to ("told her").
        particle: a word that must follow ("pointed out").
        note: what a reader should know; no effect.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lemma: str
    pos: Literal["verb", "noun"]
    forms: tuple[str, ...]
    licenses: frozenset[Licence]
    group: str
    sources: tuple[str, ...]
    status: Literal["denied"] | None = None
    addressee: Literal["object"] | None = None
    particle: str | None = None
    note: str | None = None


class Lexicon:
    """Reporting words by form.

    Args:
        entries: the rows; a later row wins over an earlier one of the same form and part of speech.

    Attributes:
        verbs: lower-case form -> entry, for verbs.
        nouns: lower-case form -> entry, for nouns.
        participles: the -ing forms of the verbs that report by themselves.
    """

    def __init__(self, entries: tuple[CueEntry, ...]) -> None:
        self.entries = entries
        self.verbs = {form: entry for entry in entries if entry.pos == "verb" for form in entry.forms}
        self.participles = frozenset(
            form
            for form, entry in self.verbs.items()
            if form.endswith("ing") and entry.licenses & {"clause", "quote"} and entry.group in REPORTING_GROUPS
        )
        self.nouns = {form: entry for entry in entries if entry.pos == "noun" for form in entry.forms}

    def extended_with(self, entries: tuple[CueEntry, ...]) -> Lexicon:
        """A lexicon that has further entries, which win over those of the same form."""
        return Lexicon((*self.entries, *entries))


def read_cues(text: str, *, name: str) -> tuple[CueEntry, ...]:
    """Read rows of cues from JSON lines.

    Args:
        text: one JSON object a line; blank lines are skipped.
        name: what to call the text in an error.

    Returns:
        The entries, empty when there are no rows.

    Raises:
        DataError: for a line that is no valid entry, with its number.
    """
    lines = [(f"{name}, line {number}", line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    entries = []
    for where, line in lines:
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise DataError(f"{where}: not JSON: {error}") from error
        entries.append(_entry(row, where))
    return tuple(entries)


def check_cues(rows: Iterable[object]) -> tuple[CueEntry, ...]:
    """Read rows of cues that somebody hands over as Python objects.

    Args:
        rows: dictionaries with the fields of `CueEntry`, or entries.

    Returns:
        The entries, empty when there are no rows.

    Raises:
        DataError: for a row that is no valid entry, with its number.
    """
    return tuple(_entry(row, f"cues, row {number}") for number, row in enumerate(rows, 1))


def _entry(row: object, where: str) -> CueEntry:
    try:
        return CueEntry.model_validate(row)
    except ValidationError as error:
        raise DataError(f"{where}: not a valid cue entry: {error}") from error


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that the library carries."""
    path = files("negotiations_nlp") / "data" / "en" / "cues.jsonl"
    return Lexicon(read_cues(path.read_text(encoding="utf-8"), name="data/en/cues.jsonl"))
