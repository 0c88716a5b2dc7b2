"""Stretches of text that may be names, by the model and by the knowledge base, with their boundaries put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.boundaries import POSSESSIVES, split_pair, strip_title, trim
from negotiations_nlp.pipeline.surroundings import Mention, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from negotiations_nlp.pipeline.gazetteer import Hit
    from negotiations_nlp.pipeline.runs import Run

__all__ = ["MODEL_LABELS", "from_gazetteer", "from_model", "widen"]

MODEL_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE"
}  # fmt: skip
_PROPER = frozenset(("NNP", "NNPS", ""))
_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-–—/")
_MEDIUM_BEFORE = frozenset(("on", "On", "to", "via", "by"))
_BREAKS = frozenset("\n(@#")
_MOST_ADDED = 3
_LONGEST_PARTICLE = 4


def from_model(text: Surroundings) -> list[Mention]:
    """The model's persons, organisations and places.

    Events, documents, nationalities and stretches without a capital letter are left out.
    """
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    found = []
    written = set(tokens)
    for first, last, name in text.words.ents:
        label = MODEL_LABELS.get(name)
        if label is None:
            continue
        for start, end in _pieces(text, first, last):
            cut = _end_of_org(text, start, end) if label == "ORG" else end
            if cut < end:
                found += [Mention(start, cut, "ORG", "model"), Mention(cut, end, "PERSON", "model")]
                continue
            bare = _after_trade(text, strip_title(text.words, start, end, lexicon), end)
            if bare > start and label != "PERSON" and text.vocabulary.is_given(tokens[bare]):
                start, label = bare, "PERSON"
            if label == "PERSON" or text.labels(bare, end):
                start = bare
            if any(word[0].isupper() or word[-1].isupper() for word in tokens[start:end]) and (
                text.labels(start, end) or _is_name(text, start, end, written)
            ):
                found.append(Mention(start, end, label, "model"))
    return found


def _after_trade(text: Surroundings, start: int, end: int) -> int:
    """Where a name begins after the word that tells its bearer's trade: "Glaciologist Runa Holm", "Judges Ada Roe".

    Only where a sentence starts, which is why that word has a capital, and only before a listed given name.
    """
    tokens, listed = text.words.words, text.vocabulary.given_names
    if end - start < 2 or not text.words.starts[start] or tokens[start] in listed or tokens[start + 1] not in listed:
        return start
    low = tokens[start].lower()
    trade = low in text.vocabulary.lexicon.roles or low.removesuffix("s") in text.vocabulary.lexicon.roles
    return start + 1 if trade or (end - start > 2 and len(low) > _LONGEST_PARTICLE and low.isascii()) else start


def _pieces(text: Surroundings, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One candidate, cut at line breaks, brackets and dashes, without what stands around names."""
    tokens = text.words.words
    breaks = [i for i in range(first, last) if tokens[i][0] in _BREAKS]
    for a, b in zip([first, *(i + 1 for i in breaks)], [*breaks, last], strict=True):
        for start, end in split_pair(text.words, a, b, lambda i, j: bool(text.labels(i, j))):
            trimmed = trim(text.words, start, end)
            if trimmed[0] < trimmed[1] and not (end - start == 2 and tokens[start] in POSSESSIVES):
                yield trimmed


def _end_of_org(text: Surroundings, start: int, end: int) -> int:
    """Where an organisation ends and a person's name follows ("National Council Rustem Umerov"); end if none does."""
    tokens, vocabulary = text.words.words, text.vocabulary
    for i in range(start + 1, end - 1):
        if tokens[i - 1] in vocabulary.lexicon.orgs and (
            "PERSON" in text.labels(i, end) or (end - i == 2 and tokens[i] in vocabulary.given_names)
        ):
            return i
    return end


def _is_name(text: Surroundings, start: int, end: int, written: set[str]) -> bool:
    """Whether capitals do not stand for an event, an office, a nationality or the first word of a sentence."""
    tokens, tags, lexicon = text.words.words, text.words.tags, text.vocabulary.lexicon
    last = tokens[end - 1]
    if end - start > 1:
        if last in lexicon.events:
            return not lexicon.orgs.isdisjoint(tokens[start:end])
        is_office = all(tags[i] == "JJ" or tokens[i] in lexicon.modifiers for i in range(start, end - 1))
        return not ((last in lexicon.titles or last in lexicon.jobs) and is_office)
    if (
        last in lexicon.titles
        or last in lexicon.jobs
        or (text.vocabulary.is_demonym(last) and text.before(start) not in lexicon.titles)
    ):
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

    for mention in mentions:
        run = run_at.get(mention.start)
        if run is None or not run.sure or mention.end > run.end or len(mention) == run.end - run.start:
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
            or tags[start] not in _PROPER
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
