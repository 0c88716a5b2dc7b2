"""Stretches of text that may be names, by the model and by the knowledge base, with their boundaries put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.boundaries import (
    POSSESSIVES,
    at_result,
    end_of_person,
    split_names,
    split_pair,
    strip_title,
    trim,
    with_of,
    with_saint,
)
from negotiations_nlp.pipeline.surroundings import Mention, Surroundings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from negotiations_nlp.pipeline.gazetteer import Hit
    from negotiations_nlp.pipeline.runs import Run

__all__ = ["MODEL_LABELS", "from_gazetteer", "from_model", "widen"]

MODEL_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE"
}  # fmt: skip
_PROPER = frozenset(("NNP", "NNPS", ""))
_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-–—/")
_SON_OF = frozenset(("ap", "ab", "ibn", "bin", "bint", "ben"))
_BEFORE_BEARER = frozenset((",", "of"))
_ROYAL = frozenset(("Queen", "King", "Prince", "Princess", "Lord", "Lady"))
_MEDIUM_BEFORE = frozenset(("on", "On", "to", "via", "by"))
_NOUN_FOLLOWS = (["NN"], ["NNP"])
_BREAKS = frozenset("\n()@#:|")
_MOST_ADDED = 3
_LONGEST_PARTICLE = 4


def from_model(text: Surroundings) -> list[Mention]:
    """The model's persons, organisations and places.

    Events, documents, nationalities and stretches without a capital letter are left out.
    """
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    found = []
    written = set(tokens)
    plain = _plain_names(text)
    plain_words = {word for low in plain for word in low}
    surnames = {tokens[a] for a, b, name in text.words.ents if b == a + 1 and MODEL_LABELS.get(name) == "PERSON"}
    for first, last, name in text.words.ents:
        label = MODEL_LABELS.get(name)
        if label is None:
            continue
        for start, end in _pieces(text, first, last, label, surnames):
            label = MODEL_LABELS[name]
            cut_off = start > first and tokens[start - 1] in _BEFORE_BEARER and end - start > 1
            if cut_off and lexicon.orgs.isdisjoint(tokens[start:end]):
                label = "PERSON"  # cut off: "mayor of Tarnby, [Ada Doe]", "the Moon Congress of [Ada Doe]"
            if plain and end - start > 1 and (text.lines.headline[start] or text.lines.capitals[start]):
                end = _without_verb(text, start, end, plain, plain_words)
            cut = _end_of_org(text, start, end) if label != "PERSON" else end
            if cut < end:
                found.append(Mention(start, cut, "PLACE" if "PLACE" in text.labels(start, cut) else "ORG", "model"))
                found.append(Mention(cut, end, "PERSON", "model"))
                continue
            bare = start
            if tokens[start] not in _ROYAL or lexicon.orgs.isdisjoint(tokens[start + 2 : end]):
                bare = _after_trade(text, strip_title(text.words, start, end, lexicon), end)
            if end - start == 2 and (kind := _of_called(text, start, label)):
                start = bare = start + 1
                label = kind
            if bare > start and label != "PERSON" and _is_titled_person(text, bare, end):
                start, label = bare, "PERSON"
            if label == "PERSON" or text.labels(bare, end):
                start = bare
            if any(word[0].isupper() or word[-1].isupper() for word in tokens[start:end]) and (
                text.labels(start, end) or _is_name(text, start, end, label, written)
            ):
                if label == "PERSON":
                    if end - start == 1 and tokens[end : end + 1] == ["May"] and text.is_may(end):
                        end += 1
                    end = end_of_person(text.words, start, end, lexicon)
                elif label == "PLACE" and end - start > 1 and tokens[end - 1] in lexicon.grounds:
                    end -= 1
                elif label == "ORG" and (end == last or tokens[end] != "of"):
                    end = with_of(text.words, start, end, lexicon)
                found.append(Mention(start, with_saint(text.words, start, end, lexicon), label, "model"))
    return _merged(text, found)


def _merged(text: Surroundings, mentions: Sequence[Mention]) -> list[Mention]:
    """Join names that the model cut after a given name or at a particle: "[Runa] [Holm Reis]", "[Ifor] ap [Huw]".

    Known names stay by themselves.
    """
    tokens = text.words.words
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if (
            last is not None
            and len(last) == 1
            and (
                (last.end == mention.start and mention.label != "ORG" and text.vocabulary.is_given(tokens[last.start]))
                or (last.end + 1 == mention.start and tokens[last.end] in _SON_OF and mention.label == "PERSON")
            )
            and not text.is_shouted(mention.start)
            and not text.labels(last.start, last.end)
            and text.labels(mention.start, mention.end) <= {"PERSON"}
        ):
            last.end, last.label = mention.end, "PERSON"
        else:
            merged.append(mention)
    return merged


def _plain_names(text: Surroundings) -> set[tuple[str, ...]]:
    """The model's names outside headlines, by their words in lower case; empty in a text without headlines."""
    tokens, lines = text.words.words, text.lines
    if True not in lines.headline and True not in lines.capitals:
        return set()
    return {
        tuple(word.lower() for word in tokens[a:b])
        for a, b, name in text.words.ents
        if name in MODEL_LABELS and not lines.headline[a] and not lines.capitals[a]
    }


def _without_verb(text: Surroundings, start: int, end: int, plain: set[tuple[str, ...]], plain_words: set[str]) -> int:
    """Where a name of a headline ends that the text gives elsewhere: "[Kim Min-seo] Concedes"; end if nowhere.

    A first word that is a surname by itself ("Kim Min-seo") is no end while the next one names somebody in the text.
    """
    low = tuple(word.lower() for word in text.words.words[start:end])
    if low in plain:
        return end
    for length in range(len(low) - 1, 0, -1):
        if low[:length] in plain and plain_words.isdisjoint(low[length:]):
            return start + length
    return end


def _is_titled_person(text: Surroundings, start: int, end: int) -> bool:
    """Whether what follows a title or role is a person's name: "Sheriff [Chad Bellow]", no "Prince [Edward Island]"."""
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    if text.vocabulary.is_given(tokens[start]):
        return True
    return (
        end - start > 1
        and tokens[start - 1] in lexicon.titles
        and not any(lexicon.stands_apart(word) or word in ("&", "of") for word in tokens[start:end])
    )


def _after_trade(text: Surroundings, start: int, end: int) -> int:
    """Where a name begins after the word that tells its bearer's trade: "Glaciologist Runa Holm", "Judges Ada Roe".

    Only where a sentence starts, which is why that word has a capital, and only before a listed given name.
    """
    tokens, listed = text.words.words, text.vocabulary.given_names
    opens = text.words.starts[start] or text.lines.first[start]
    if end - start < 2 or not opens or tokens[start] in listed or tokens[start + 1] not in listed:
        return start
    low = tokens[start].lower()
    trade = low in text.vocabulary.lexicon.roles or low.removesuffix("s") in text.vocabulary.lexicon.roles
    return start + 1 if trade or (end - start > 2 and len(low) > _LONGEST_PARTICLE and low.isascii()) else start


def _of_called(text: Surroundings, start: int, label: str) -> str:
    """What a sentence's first word says that the single name after it is: "Rival [Nestle]", "Striker [Beto]"; or ""."""
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    low = tokens[start].lower()
    if not text.is_initial(start) or text.lines.headline[start]:
        return ""
    if low in lexicon.players:
        return "PERSON"
    if low not in lexicon.businesses or text.vocabulary.is_given(tokens[start]):
        return ""
    return label if low in lexicon.roles or text.vocabulary.is_given(tokens[start + 1]) else "ORG"


def _pieces(
    text: Surroundings, first: int, last: int, label: str, surnames: Collection[str]
) -> Iterator[tuple[int, int]]:
    """One candidate, cut at line breaks, brackets and dashes, without what stands around names."""
    tokens = text.words.words
    breaks = [i for i in range(first, last) if tokens[i][0] in _BREAKS] or at_result(text.words, first, last)
    for a, b in zip([first, *(i + 1 for i in breaks)], [*breaks, last], strict=True):
        names = split_names(
            text.words,
            a,
            b,
            label,
            is_given=text.vocabulary.is_given,
            surnames=surnames,
            lexicon=text.vocabulary.lexicon,
        )
        for i, j in names:
            for start, end in split_pair(text.words, i, j, lambda i, j: bool(text.labels(i, j))):
                trimmed = trim(text.words, start, end)
                trimmed = _without_held(text, *trimmed)
                if trimmed[0] < trimmed[1] and not (end - start == 2 and tokens[start] in POSSESSIVES):
                    yield trimmed


def _without_held(text: Surroundings, start: int, end: int) -> tuple[int, int]:
    """Leave out what is held of a firm: "Shares of [Stellantis]"."""
    tokens = text.words.words
    held = (
        end - start > 2 and tokens[start + 1] in ("of", "in") and tokens[start].lower() in text.vocabulary.lexicon.held
    )
    return (start + 2 if held else start), end


def _end_of_org(text: Surroundings, start: int, end: int) -> int:
    """Where an organisation or place ends and a person's name follows; end if none does.

    "National Council Rustem Umerov", "Ukraine Yuliia Svyrydenko": the first part has a head word, or is known.
    """
    tokens, vocabulary = text.words.words, text.vocabulary
    for i in range(start + 1, end - 1):
        if (tokens[i - 1] in vocabulary.lexicon.orgs or "PLACE" in text.labels(start, i)) and (
            "PERSON" in text.labels(i, end) or (end - i == 2 and tokens[i] in vocabulary.given_names)
        ):
            return end if start + 1 == i and tokens[start] in vocabulary.given_names else i
    return end


def _is_name(text: Surroundings, start: int, end: int, label: str, written: set[str]) -> bool:
    """Whether capitals do not stand for an event, an office, a nationality or the first word of a sentence."""
    tokens, tags, lexicon = text.words.words, text.words.tags, text.vocabulary.lexicon
    last = tokens[end - 1]
    if text.is_credit(start, end) or (
        end - start == 1 and (last in lexicon.abbreviations or last in lexicon.postnominals)
    ):
        return False
    if end - start > 1:
        if last in lexicon.events:
            if label == "PERSON" and end - start == 2 and text.vocabulary.is_given(tokens[start]):
                return True  # "Rob Day"
            return not lexicon.orgs.isdisjoint(tokens[start:end])
        is_office = all(tags[i] == "JJ" or tokens[i] in lexicon.modifiers for i in range(start, end - 1))
        return not ((last in lexicon.titles or last in lexicon.jobs) and is_office)
    if (
        last in lexicon.titles
        or last in lexicon.jobs
        or (text.vocabulary.is_demonym(last) and text.before(start) not in lexicon.titles)
    ):
        return False
    if text.before(start).lower() in ("a", "an") and tags[end : end + 1] in (["VBZ"], ["VBD"]):
        return False  # "A GRAN says"
    if last in lexicon.orgs and text.is_initial(start) and text.words.tags[end : end + 1] == ["NN"]:
        return False  # "Church organist", "Army chief"
    if last in lexicon.modifiers and last not in lexicon.orgs and text.words.tags[end : end + 1] in _NOUN_FOLLOWS:
        return False
    return last.isupper() or last.lower() not in written or not text.is_initial(start)


def widen(text: Surroundings, mentions: Iterable[Mention], runs: Sequence[Run]) -> None:
    """Widen the model's mentions to whole names where it caught a part: "Dr Fergus [Mowbray]", "Ragnar [UGGLA]".

    Only over proper nouns that are no title, head word, known name or part of another mention. The mentions change.
    """
    tokens, tags = text.words.words, text.words.tags
    lexicon, is_given = text.vocabulary.lexicon, text.vocabulary.is_given
    busy = {i for first, last, _ in text.words.ents for i in range(first, last)}
    run_at = {run.start: run for run in runs} | {i: run for run in runs for i in range(run.start, run.end)}

    def fits(i: int) -> bool:
        if tokens[i] in _HYPHENS:
            return True
        return (
            i not in busy and tags[i] in _PROPER and not lexicon.stands_apart(tokens[i]) and not text.labels(i, i + 1)
        )

    def lacks_head(mention: Mention, run: Run) -> bool:
        """Whether the one word of the run after a name is the head of it: "Lonsdale [Street]", "Tarnby [Gazette]"."""
        if mention.label == "ORG" or (mention.label == "PERSON" and tokens[run.end - 1] not in lexicon.places):
            return False
        known = text.labels(mention.start, mention.end) and not text.is_weak(tokens[mention.start : mention.end])
        return (
            run.end - mention.end == 1
            and not known
            and (tokens[mention.end] in lexicon.places or tokens[mention.end] in lexicon.orgs)
        )

    for mention in mentions:
        run = run_at.get(mention.start)
        if run is None or not run.sure or mention.end > run.end or len(mention) == run.end - run.start:
            continue
        if lacks_head(mention, run) and run.end - 1 not in busy:
            mention.label = "PLACE" if tokens[mention.end] in lexicon.places else "ORG"
            mention.end = run.end
            continue
        start, end = strip_title(text.words, run.start, mention.start + 1, lexicon), run.end
        left, right = range(start, mention.start), range(mention.end, end)
        if len(left) + len(right) > _MOST_ADDED or not all(map(fits, (*left, *right))):
            continue
        if tokens[start] in _HYPHENS or tokens[end - 1] in _HYPHENS:
            continue
        if left and text.words.starts[start] and not is_given(tokens[start]):
            continue
        place = tokens[mention.start : mention.end]
        if "PLACE" in text.vocabulary.gazetteer.labels(place) and not text.is_weak(place) and (left or len(right) != 1):
            continue
        if (
            tokens[run.start] in lexicon.first_of_places
            or (not left and mention.label == "PLACE" and len(right) == 1 and text.is_located(start, end))
        ) and not text.labels(mention.start, mention.end):
            mention.start, mention.end, mention.label = start, end, "PLACE"
            continue
        titled = start > run.start or text.before(start) in lexicon.roles
        if mention.label == "PERSON" or titled or is_given(tokens[start]) or text.is_subject(end):
            mention.start, mention.end = start, end


def from_gazetteer(text: Surroundings, hits: Iterable[Hit], runs: Sequence[Run]) -> list[Mention]:
    """Known names that stand on their own: not in the middle of a longer run of capitalised words.

    A name of one token is taken only where the tagger, if there is one, sees a proper noun; one letter only as a medium
    ("on X"); and what may as well name something else only after a preposition of place.
    """
    tokens, tags = text.words.words, text.words.tags
    found: list[Mention] = []
    run_at = {i: run for run in runs for i in range(run.start, run.end)}
    members = {first for first, last, label in text.words.ents if label == "NORP" and tokens[last - 1][-1] == "s"}
    for start, end, labels in hits:
        if end - start == 1 and (
            start in members
            or (tags[start] not in _PROPER and not text.is_outfit(start, end))
            or (text.is_weak(tokens[start:end]) and not text.is_located(start, end) and not _is_paired(text, start))
            or (len(tokens[start]) == 1 and text.before(start) not in _MEDIUM_BEFORE)
        ):
            continue
        run = run_at.get(start)
        if run is None or not run.sure or end > run.end or _stands_alone(text, run, start, end):
            found.append(Mention(start, end, next(iter(labels)) if len(labels) == 1 else "", "gazetteer"))
    return found


def _is_paired(text: Surroundings, i: int) -> bool:
    """Whether a dash and another known name stand next to token i: "Xi-Tokayev talks"."""
    tokens = text.words.words
    return (tokens[i + 1 : i + 2] == ["-"] and bool(text.labels(i + 2, i + 3))) or (
        i > 1 and tokens[i - 1] == "-" and bool(text.labels(i - 2, i - 1))
    )


def _stands_alone(text: Surroundings, run: Run, start: int, end: int) -> bool:
    """Whether a name fills a run, but for titles before it, words of events after it, and dashes around it."""
    tokens, tags, lexicon = text.words.words, text.words.tags, text.vocabulary.lexicon
    begins = (
        strip_title(text.words, run.start, end, lexicon) >= start
        or tokens[start - 1] in _DASHES
        or tags[start - 1] not in ("NNP", "NNPS")
    )
    ends = end == run.end or tokens[end] in _DASHES or tokens[end] in lexicon.events or tokens[end] in lexicon.titles
    return begins and ends
