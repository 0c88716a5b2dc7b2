"""The component negotiations_identities: which mentions are one and the same, and by what name to call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from negotiations_nlp.errors import PipelineError
from negotiations_nlp.names.countries import demonym
from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.given import gender_of_given, same_given
from negotiations_nlp.names.matching import same_surname
from negotiations_nlp.pipeline.boundaries import POSSESSIVES
from negotiations_nlp.pipeline.descriptions import describe, gender_by_title, kin_word, title_before
from negotiations_nlp.pipeline.known_names import KnownNames, KnownNamesMixin
from negotiations_nlp.pipeline.name_words import NameWords, default_name_words
from negotiations_nlp.pipeline.org_links import link_names
from negotiations_nlp.pipeline.person_links import PersonMention, link_persons
from negotiations_nlp.pipeline.words import Words

__all__ = ["Identity", "IdentityLinker", "find_identities", "make_identities"]

SPANS_KEY = "negotiations_entities"
_MAX_DESCRIPTIONS = 8
_SURE = 0.8
_COUNTRY = "country:"
_LISTED = frozenset(((",",), ("and",), (",", "and")))
_MARKS = frozenset("\"“‘'")
_KNOWN_AS = (["known", "as"], [",", "nicknamed"], ["name", "is"], ["name", "was"], ["as", "simply"])
_NEAR = 15


class KnownName(NamedTuple):
    """What the knowledge base says of a name."""

    id: str
    name: str
    gender: str | None = None
    country: str | None = None


Lookup = Callable[[str, str], KnownName | None]
"""Asks the knowledge base for a name of a label; None when it is unknown or stands for several."""


@dataclass
class Identity:
    """One person, organisation or place of a text.

    Attributes:
        label: PERSON, ORG or PLACE.
        mentions: indices into the list of mentions, ascending.
        name: canonical name.
        kb_id: id in the knowledge base, None when it is not known there.
        gender: male, female or None.
        descriptions: how the text describes it, in text order.
    """

    label: str
    mentions: list[int] = field(default_factory=list)
    name: str = ""
    kb_id: str | None = None
    gender: str | None = None
    descriptions: list[str] = field(default_factory=list)


def find_identities(
    words: Words,
    mentions: Sequence[tuple[int, int, str]],
    *,
    lookup: Lookup,
    lexicon: NameWords,
    same_word: Callable[[str, str], bool],
    same_given: Callable[[str, str], bool],
    gender_of_given: Callable[[str], str | None],
) -> list[Identity]:
    """Join the mentions of one thing and name it.

    Args:
        words: the document.
        mentions: (first token, one past the last token, label), in text order.
        lookup: asks the knowledge base.
        lexicon: titles and roles.
        same_word: tells whether two words of a person's name may be spellings of each other.
        same_given: tells the same of two given names.
        gender_of_given: gender of a given name, None when it has none or is unknown.

    Returns:
        Identities in the order of their first mention; empty when there are no mentions.
    """
    texts = [_surface(words, start, end) for start, end, _ in mentions]
    cache: dict[tuple[str, str], KnownName | None] = {}

    def known(text: str, label: str) -> KnownName | None:
        if (text, label) not in cache:
            cache[text, label] = lookup(text, label)
        return cache[text, label]

    entries = _entries(words, mentions, texts, known)
    persons = [i for i, m in enumerate(mentions) if m[2] == "PERSON"]
    records = _person_mentions(words, [mentions[i] for i in persons], [texts[i] for i in persons], lexicon)
    for i, record in zip(persons, records, strict=True):
        if record.is_kin and len(record.parts) == 1:
            entries[i] = None
        found = entries[i]
        record.known = found.id if found else ""
        if len(record.parts) > 1:
            record.gender = record.gender or (found.gender if found else None) or gender_of_given(record.parts[0])
    link_persons(records, same_word, same_given)
    numbers = {i: record.group for i, record in zip(persons, records, strict=True)}
    for label in ("ORG", "PLACE"):
        chosen = [i for i, m in enumerate(mentions) if m[2] == label]
        spans = [mentions[i] for i in chosen]
        pairs = [(n, n + 1) for n, (a, b) in enumerate(pairwise(spans)) if _bracketed(words, a, b)]
        ids = [entry.id if (entry := entries[i]) is not None else "" for i in chosen]
        numbers.update(zip(chosen, link_names([texts[i] for i in chosen], ids, label, pairs), strict=True))
    groups: dict[tuple[str, int], Identity] = {}
    for i, (_, _, label) in enumerate(mentions):
        groups.setdefault((label, numbers[i]), Identity(label)).mentions.append(i)
    genders: dict[int, str | None] = {}
    for record in records:
        genders[record.group] = genders.get(record.group) or record.gender
    for (label, number), identity in groups.items():
        _name(identity, [texts[i] for i in identity.mentions], [entries[i] for i in identity.mentions])
        if label == "PERSON":
            identity.gender = identity.gender or genders.get(number) or gender_of_given(identity.name.split()[0])
            found_texts = (text for i in identity.mentions for text in describe(words, *mentions[i][:2], lexicon))
            identity.descriptions = list(islice(dict.fromkeys(found_texts), _MAX_DESCRIPTIONS))
    return list(groups.values())


def _person_mentions(
    words: Words, mentions: Sequence[tuple[int, int, str]], texts: Sequence[str], lexicon: NameWords
) -> list[PersonMention]:
    """What the text says right beside each mention of a person."""
    records: list[PersonMention] = []
    tokens = words.words
    for n, ((start, end, _), text) in enumerate(zip(mentions, texts, strict=True)):
        title = title_before(words, start, lexicon)
        kin = kin_word(words, start, end, lexicon)
        listed = n and records[-1].is_kin and tuple(tokens[mentions[n - 1][1] : start]) in _LISTED
        gender = gender_by_title(title)
        record = PersonMention(tuple(text.split()), gender or lexicon.kin.get(kin), is_kin=bool(kin or listed))
        record.title = "" if gender else title.rstrip(".")
        marks = start - (start > 0 and tokens[start - 1] in _MARKS)
        if n and tokens[max(marks - 2, 0) : marks] in _KNOWN_AS and start - mentions[n - 1][1] < _NEAR:
            record.alias_of = n - 1
        records.append(record)
    return records


def _entries(
    words: Words, mentions: Sequence[tuple[int, int, str]], texts: Sequence[str], known: Lookup
) -> list[KnownName | None]:
    """What the knowledge base has for each mention, in view of whose organisation it is.

    "Ukraine's Ministry of Defence" is asked for as a whole; where that is unknown, an organisation of another country
    is no answer. The bare "Ministry of Defence" then means in the whole text what it meant there.
    """
    found: list[KnownName | None] = []
    owned: dict[str, KnownName | None] = {}
    for (start, _, label), text in zip(mentions, texts, strict=True):
        entry = known(text, label)
        owner, country = _owner(words, start, known) if label == "ORG" else ("", None)
        if owner:
            whole = known(f"{owner} {text}", label)
            if whole is not None or (entry is not None and entry.country not in (None, country)):
                entry = whole
            owned.setdefault(text, entry)
        found.append(entry)
    told = [
        owned[text] if label == "ORG" and text in owned and not _owner(words, start, known)[0] else entry
        for (start, _, label), text, entry in zip(mentions, texts, found, strict=True)
    ]
    countries = _countries(told)
    return [None if entry is not None and _is_elsewhere(entry, countries) else entry for entry in told]


def _countries(entries: Sequence[KnownName | None]) -> set[str]:
    """The countries of the places, persons and organisations that a text names, but for names that many have."""
    telling = [entry for entry in entries if entry is not None and not entry.name.endswith(")")]
    found = {entry.id if entry.id.startswith(_COUNTRY) else entry.country for entry in telling}
    return {country for country in found if country}


def _is_elsewhere(entry: KnownName, countries: set[str]) -> bool:
    """Whether a name that many countries have ("Republican Party") is known for one that the text does not name."""
    return entry.name.endswith(")") and bool(countries) and entry.country is not None and entry.country not in countries


def _owner(words: Words, start: int, known: Lookup) -> tuple[str, str | None]:
    """The country that stands before token start, as written, and its id: "Ukraine's", "Ukrainian"."""
    tokens = words.words
    before = tokens[start - 1] if start else ""
    if before in POSSESSIVES and start > 1:
        place = known(tokens[start - 2], "PLACE") if tokens[start - 2][0].isupper() else None
        return (f"{tokens[start - 2]}'s", place.id) if place is not None else ("", None)
    country = demonym(before) if before[:1].isupper() else None
    return (before, country) if country is not None else ("", None)


def _bracketed(words: Words, a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Whether b stands in brackets right after a, alone."""
    tokens = words.words
    return b[0] == a[1] + 1 and tokens[a[1]] == "(" and b[1] < len(tokens) and tokens[b[1]] == ")"


def _surface(words: Words, start: int, end: int) -> str:
    tokens = words.words
    if end - start == 1:
        return tokens[start]
    text = "".join(tokens[i] + (" " if words.spaces[i] else "") for i in range(start, end))
    return " ".join(text.split())


def _name(identity: Identity, texts: Sequence[str], entries: Sequence[KnownName | None]) -> None:
    """Fill in canonical name, id and gender: those of the knowledge base for the longest form, else the text's own.

    A short form's entry is not asked when the text has a long form that is not known: "the National Bee Council (NBC)".
    """
    counts = Counter(texts)
    forms = sorted(counts, key=lambda form: (-len(form.split()), -counts[form]))
    is_long = identity.label != "PLACE" and " " in forms[0]
    by_form = {text: entry for text, entry in zip(texts, entries, strict=True) if entry is not None}
    found = next((by_form[form] for form in forms if form in by_form and (" " in form or not is_long)), None)
    if found is not None:
        identity.name, identity.kb_id, identity.gender = found.name, found.id or None, found.gender
        return
    best = [form for form in forms if len(form.split()) == len(forms[0].split())]
    if identity.label != "PERSON":
        best = sorted(forms, key=len, reverse=True)
    normal = [form for form in best if not any(_shouts(word, identity.label) for word in form.split())]
    name = normal[0] if normal else best[0]
    identity.name = " ".join(_calm(word, identity.label) for word in name.split()) if not normal else name


def _shouts(word: str, label: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > (2 if label == "PERSON" else 5) and word.isupper()


def _calm(word: str, label: str) -> str:
    if not _shouts(word, label):
        return word
    return "".join(c.lower() if i and word[i - 1].isalpha() else c for i, c in enumerate(word))


def annotate(doc: Doc, spans: Sequence[Span], identities: Sequence[Identity]) -> None:
    """Write ids to the mentions, and what is known of each identity to the span group's attrs."""
    ids: dict[int, tuple[str, str]] = {}
    entities = {}
    for number, identity in enumerate(identities, 1):
        key = f"e{number}"
        entities[key] = {
            "name": identity.name,
            "label": identity.label,
            "kb_id": identity.kb_id,
            "gender": identity.gender,
            "descriptions": identity.descriptions,
        }
        for i in identity.mentions:
            ids[i] = (key, identity.kb_id or "")
    linked = [
        Span(doc, span.start, span.end, label=span.label, kb_id=ids[i][1], span_id=ids[i][0])
        for i, span in enumerate(spans)
    ]
    doc.spans[SPANS_KEY] = linked
    doc.spans[SPANS_KEY].attrs["entities"] = entities
    at = {(span.start, span.end): span for span in linked}
    doc.ents = [at.get((ent.start, ent.end), ent) for ent in doc.ents]


@lru_cache(maxsize=8192)
def same_word(a: str, b: str) -> bool:
    """Whether two words may be spellings of one surname."""
    return same_surname(fold(a), fold(b))


class IdentityLinker(KnownNamesMixin):
    """The component: reads the mentions that negotiations_entities left on the Doc, and joins them.

    Attributes:
        names: the names that it knows.
    """

    def __init__(self, names: KnownNames) -> None:
        """Know these names."""
        self.names = names
        self._lexicon = default_name_words()

    def __call__(self, doc: Doc) -> Doc:
        """Join the mentions of one Doc.

        Raises:
            PipelineError: when the Doc has no entities of this library.
        """
        if SPANS_KEY not in doc.spans:
            raise PipelineError(
                f'negotiations_identities found no doc.spans["{SPANS_KEY}"]; '
                'add nlp.add_pipe("negotiations_entities") before it'
            )
        knowledge = self.names.knowledge

        def lookup(name: str, label: str) -> KnownName | None:
            found = knowledge.normalize(name, label)
            if found is None:
                return None
            entry = knowledge.entry(found.id) if found.id else None
            if label == "ORG" and entry is not None and " " in name and name not in entry.names:
                # "National Bee Council" has the initials of a known NBC: too little in a text
                best = knowledge.candidates(name, label)
                if not best or best[0].score < _SURE:
                    return None
            if entry is None:
                return KnownName(found.id or "", found.name)
            return KnownName(entry.id or "", found.name, entry.gender, entry.country)

        spans = list(doc.spans[SPANS_KEY])
        identities = find_identities(
            Words.from_doc(doc),
            [(span.start, span.end, span.label_) for span in spans],
            lookup=lookup,
            lexicon=self._lexicon,
            same_word=same_word,
            same_given=same_given,
            gender_of_given=gender_of_given,
        )
        annotate(doc, spans, identities)
        return doc


@Language.factory(
    "negotiations_identities",
    requires=["doc.spans"],
    assigns=["doc.spans", "doc.ents"],
    default_config={"knowledge": None, "style": {}},
)
def make_identities(
    nlp: Language, name: str, knowledge: list[dict[str, Any]] | str | None, style: dict[str, str]
) -> IdentityLinker:
    """Make the component; put it after negotiations_entities.

    Args:
        nlp: the pipeline it is for; not kept.
        name: the component's name in it.
        knowledge: records of your own names, or the path of a knowledge file; None knows what the library knows.
        style: canonical name to the name to show.

    Returns:
        The component.

    Raises:
        DataError: a record is not valid.
        InputError: the style names something unknown.
    """
    return IdentityLinker(KnownNames(knowledge, style))
