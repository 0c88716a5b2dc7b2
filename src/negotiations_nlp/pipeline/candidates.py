"""Stretches of text that may be names: from the model, from known names, and from how news text introduces names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from negotiations_nlp.pipeline.boundaries import POSSESSIVES, split_pair, strip_title, trim
from negotiations_nlp.pipeline.gazetteer import Gazetteer, Hit
from negotiations_nlp.pipeline.label_vote import Mention
from negotiations_nlp.pipeline.name_words import NameWords
from negotiations_nlp.pipeline.runs import Lines, Run
from negotiations_nlp.pipeline.words import Words

__all__ = ["copy_names", "from_gazetteer", "from_model", "from_runs", "in_brackets", "widen"]

_MODEL_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PLACE": "PLACE"
}  # fmt: skip
_PROPER = frozenset(("NNP", "NNPS", ""))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de"))
_MEDIUM_BEFORE = frozenset(("on", "On", "to", "via", "by"))
_CREDITS = frozenset(("photo", "photograph", "picture", "image", "graphic", "illustration", "text", "video", "map"))
_PLAIN_VERBS = frozenset(("said", "says", "told", "added", "adds", "wrote", "asked", "replied", "tells"))
_LOCATIVE = frozenset(("in", "In", "near", "Near", "outside", "across"))


def from_model(
    words: Words, lexicon: NameWords, gazetteer: Gazetteer, is_demonym: Callable[[str], bool]
) -> list[Mention]:
    """The model's persons, organisations and places, with their boundaries put right.

    Events, documents, nationalities and stretches without a capital letter are left out.
    """
    tokens, found = words.words, []
    known = gazetteer.labels

    def is_known(a: int, b: int) -> bool:
        return bool(known(tokens[a:b]))

    written = set(tokens)
    for first, last, name in words.ents:
        label = _MODEL_LABELS.get(name)
        if label is None:
            continue
        breaks = [i for i in range(first, last) if "\n" in tokens[i] or tokens[i] == "("]
        for a, b in zip([first, *(i + 1 for i in breaks)], [*breaks, last], strict=True):
            for start, end in split_pair(words, a, b, is_known):
                if end - start == 2 and tokens[start] in POSSESSIVES:
                    continue
                start, end = trim(words, start, end)
                if label == "PERSON" or (start < end and known(tokens[strip_title(words, start, end, lexicon) : end])):
                    start = strip_title(words, start, end, lexicon)
                if start >= end or not any(word[0].isupper() or word[-1].isupper() for word in tokens[start:end]):
                    continue
                if not known(tokens[start:end]) and _is_no_name(words, start, end, lexicon, written):
                    continue
                if (
                    end - start == 1
                    and (start == 0 or tokens[start - 1] not in lexicon.titles)
                    and is_demonym(tokens[start])
                ):
                    continue
                found.append(Mention(start, end, label, "model"))
    return found


def _is_no_name(words: Words, start: int, end: int, lexicon: NameWords, written: set[str]) -> bool:
    """Whether capitals stand for something else: an event, an office, the first word of a sentence."""
    tokens = words.words
    last = tokens[end - 1]
    if end - start > 1:
        return (last in lexicon.events and lexicon.orgs.isdisjoint(tokens[start:end])) or (
            last in lexicon.titles
            and all(words.tags[i] == "JJ" or tokens[i] in lexicon.modifiers for i in range(start, end - 1))
        )
    if last in lexicon.titles:
        return True
    initial = words.starts[start] or start == 0 or not tokens[start - 1][-1].isalnum()
    return initial and last.lower() in written and not last.isupper()


def widen(
    words: Words,
    mentions: Iterable[Mention],
    runs: Sequence[Run],
    *,
    lexicon: NameWords,
    known: Callable[[Sequence[str]], frozenset[str]],
    is_given_name: Callable[[str], bool],
) -> None:
    """Widen the model's mentions to whole names where it caught a part: "Dr Fergus [Mowbray]", "Ragnar [UGGLA]".

    Only over proper nouns that are no title, head word, known name or part of another mention. The mentions change.
    """
    tokens, tags = words.words, words.tags
    mentions = [m for m in mentions if m.origin == "model"]
    busy = {i for first, last, _ in words.ents for i in range(first, last)}
    run_at = {i: run for run in runs for i in range(run.start, run.end)}
    no_part = lexicon.orgs | lexicon.places | lexicon.events | lexicon.titles | lexicon.roles

    def fits(i: int) -> bool:
        word = tokens[i]
        if word in "-‐‑":
            return True
        return i not in busy and tags[i] in _PROPER and word not in no_part and not known([word])

    for mention in mentions:
        run = run_at.get(mention.start)
        if run is None or not run.sure or mention.end > run.end or (run.start, run.end) == (mention.start, mention.end):
            continue
        start = strip_title(words, run.start, mention.start + 1, lexicon)
        left = range(start, mention.start)
        right = range(mention.end, run.end)
        if left and words.starts[left[0]] and not is_given_name(tokens[left[0]]):
            continue
        if len(left) + len(right) > 3 or not all(map(fits, left)) or not all(map(fits, right)):
            continue
        titled = start > run.start or (start > 0 and tokens[start - 1] in lexicon.roles)
        if mention.label == "PERSON" or titled or is_given_name(tokens[start]) or _is_subject(words, start, run.end):
            if tokens[run.end - 1] not in "-‐‑" and tokens[start] not in "-‐‑":
                mention.start, mention.end = start, run.end


def from_gazetteer(words: Words, hits: Iterable[Hit], runs: Sequence[Run], lexicon: NameWords) -> list[Mention]:
    """Known names that stand on their own: not in the middle of a longer run of capitalised words.

    A name of one token is taken only where the tagger, if there is one, sees a proper noun; "X" only as a medium.
    """
    tokens, tags, found = words.words, words.tags, []
    run_at = {i: run for run in runs for i in range(run.start, run.end)}
    for start, end, labels in hits:
        label = next(iter(labels)) if len(labels) == 1 else ""
        if end - start == 1:
            if tags[start] not in _PROPER:
                continue
            if len(tokens[start]) == 1 and (start == 0 or tokens[start - 1] not in _MEDIUM_BEFORE):
                continue
            run = run_at.get(start)
            if run is not None and run.sure and not _stands_alone(words, run, start, end, lexicon):
                continue
        found.append(Mention(start, end, label, "gazetteer"))
    return found


def _stands_alone(words: Words, run: Run, start: int, end: int, lexicon: NameWords) -> bool:
    """Whether a name fills a run, but for titles before it, words of events after it, and dashes around it."""
    tokens = words.words
    left = strip_title(words, run.start, end, lexicon)
    before = left >= start or tokens[start - 1] in "-–—/" or words.tags[start - 1] not in ("NNP", "NNPS")
    after = end == run.end or tokens[end] in "-–—/" or tokens[end] in lexicon.events or tokens[end] in lexicon.titles
    return before and after


def in_brackets(words: Words, model: Iterable[Mention], gazetteer: Gazetteer, events: frozenset[str]) -> list[Mention]:
    """Long form and abbreviation where brackets introduce one: "the Ukraine Defence Contact Group (UDCG)".

    The letters of the abbreviation are the initials of the words before the bracket, small words left out or not; or
    the model takes these words for an organisation, and the abbreviation starts as they do ("Mintrans").
    """
    tokens, found = words.words, []
    orgs = {m.end: m.start for m in model if m.label == "ORG" and m.end - m.start > 1}
    for i, token in enumerate(tokens):
        if token != "(" or i < 2 or i + 2 >= len(tokens) or tokens[i + 2] != ")":
            continue
        short = tokens[i + 1]
        if not (1 < len(short) < 16 and short[0].isupper()) or gazetteer.labels([short]) == frozenset(("PLACE",)):
            continue
        capitals = [c for c in short if c.isupper()]
        if tokens[i - 1] in events:
            continue
        start = _long_form(tokens, i, capitals) if 1 < len(capitals) < 11 else None
        if start is None and i in orgs and tokens[orgs[i]][0] == short[0]:
            start = orgs[i]
        if start is not None:
            found += [Mention(start, i, "ORG", "brackets"), Mention(i + 1, i + 2, "ORG", "brackets")]
    return found


def _long_form(tokens: Sequence[str], end: int, letters: Sequence[str]) -> int | None:
    """Where the words begin whose initials, read backwards from end, are the letters; None when they are not."""
    i, left = end - 1, len(letters) - 1
    while i >= 0 and left >= 0:
        word = tokens[i]
        if word[:1].upper() == letters[left] and (word[0].isupper() or word in _SMALL):
            if left == 0 and word[0].isupper():
                return i
            left -= 1
        elif word not in _SMALL and word not in ("-", "'s", "’s", "&"):
            return None
        i -= 1
    return None


def from_runs(
    words: Words,
    runs: Sequence[Run],
    lines: Lines,
    taken: Sequence[bool],
    *,
    lexicon: NameWords,
    is_given_name: Callable[[str], bool],
    is_demonym: Callable[[str], bool],
    speech_verbs: frozenset[str],
) -> list[Mention]:
    """Names that the model missed, recognised by what stands around them.

    Args:
        words: the document.
        runs: its runs of capitalised words.
        lines: what its lines look like.
        taken: whether each token belongs to a name already.
        lexicon: titles, roles and head words.
        is_given_name: tells whether a word is a given name.
        is_demonym: tells whether a word names a nationality.
        speech_verbs: lower-case forms of reporting verbs.

    Returns:
        Mentions in text order; empty when nothing around a run speaks for a name.
    """
    tokens, tags, found = words.words, words.tags, []
    n = len(tokens)
    other = {i for first, last, label in words.ents if label not in _MODEL_LABELS for i in range(first, last)}
    peoples = {first for first, last, label in words.ents if label == "NORP" and tags[last - 1] != "NNP"}
    for run in runs:
        end = run.end
        if any(taken[run.start : end]) or run.start in peoples:
            continue
        start = strip_title(words, run.start, end, lexicon)
        last = tokens[end - 1]
        if start in peoples or (last[-1] == "s" and last[:-1] in lexicon.orgs):
            continue
        if is_demonym(tokens[start]) and (end - start == 1 or tokens[end - 1] not in lexicon.orgs):
            continue
        before = tokens[start - 1] if start else ""
        titled = start > run.start or before in lexicon.titles or before in lexicon.roles
        if tokens[end - 1] in lexicon.titles or (end - start == 1 and tokens[start] in lexicon.modifiers):
            continue
        label = ""
        if titled and (not lines.headline[start] or is_given_name(tokens[start]) or _is_full_name(words, start, end)):
            label = "PERSON"
        elif not run.sure or (end - start > 1 and tokens[end - 1] in lexicon.events):
            continue
        elif end - start > 1 and tokens[end - 1] in lexicon.orgs and start not in other:
            label = "ORG"
        elif end - start > 1 and tokens[end - 1] in lexicon.places and start not in other:
            label = "PLACE"
        elif end - start > 1 and (
            is_given_name(tokens[start]) or (len(tokens[start]) == 2 and tokens[start][1] == ".")
        ):
            label = "PERSON"
        elif 1 < end - start < 4 and start not in other and _is_credited(words, start, found, lines):
            label = "PERSON"
        elif end + 2 < n and tokens[end] == "," and (tokens[end + 1].isdigit() or tokens[end + 1] == "who"):
            label = "PERSON"
        elif tags[end - 1] == "NNP" and before.lower() != "the" and _is_subject(words, start, end, speech_verbs):
            label = "PERSON"
        elif before in _LOCATIVE and tags[start] == "NNP" and end - start < 3:
            label = "PLACE"
        if label:
            found.append(Mention(start, end, label, "title" if titled else "run"))
    return found


def _is_full_name(words: Words, start: int, end: int) -> bool:
    return end - start == 2 and words.tags[start] == words.tags[start + 1] == "NNP"


def _is_credited(words: Words, start: int, found: Sequence[Mention], lines: Lines) -> bool:
    """Whether a run stands in a byline or a credit: after "by", after "Photographs:", or next in a list of these."""
    tokens = words.words
    before = tokens[start - 1] if start else ""
    if before.lower() == "by" or (before == "From" and lines.first[start - 1]):
        return True
    if before == ":" and start > 1 and lines.first[start - 2]:
        return tokens[start - 2].lower().rstrip("s") in _CREDITS
    return before in (",", "and", "&") and bool(found) and found[-1].end == start - 1 and found[-1].origin == "run"


def _is_subject(words: Words, start: int, end: int, verbs: frozenset[str] | None = None) -> bool:
    """Whether the last word is the subject of one of the verbs, of any verb when verbs is None."""
    head = words.heads[end - 1]
    if start <= head < end or words.deps[end - 1] not in _SUBJECTS:
        return False
    if verbs is None:
        return True
    first = words.starts[start] or start == 0 or not words.words[start - 1][-1].isalnum()
    return words.words[head].lower() in (_PLAIN_VERBS if first and end - start == 1 else verbs)


def copy_names(
    words: Words,
    mentions: Sequence[Mention],
    runs: Sequence[Run],
    lines: Lines,
    taken: Sequence[bool],
    lexicon: NameWords,
) -> list[Mention]:
    """Further mentions of names that are found elsewhere in the document: whole names, and surnames of persons.

    In running text a copy must fill its run of capitalised words, titles aside; in headlines it may stand anywhere.
    """
    tokens = words.words
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    def add(form: tuple[str, ...], label: str) -> None:
        variants = (form, tuple(word.upper() for word in form)) if len(form) > 1 or len(form[0]) > 3 else (form,)
        for variant in variants:
            rows = forms.setdefault(variant[0], [])
            if all(row[0] != variant for row in rows):
                rows.append((variant, label))

    for mention in mentions:
        form = tuple(tokens[mention.start : mention.end])
        add(form, mention.label)
        if mention.label == "PERSON" and len(form) > 1 and form[-1][0].isupper() and len(form[-1]) > 2:
            if form[-2] in "-‑" and len(form) > 3:
                add(form[-3:], "PERSON")
            add(form[-1:], "PERSON")
            add(form[:1], "PERSON")
    found = []
    for run in runs:
        anywhere = lines.capitals[run.start] or lines.headline[run.start]
        i = run.start if anywhere else strip_title(words, run.start, run.end, lexicon)
        while i < run.end:
            best = 0
            label = ""
            for form, form_label in forms.get(tokens[i], ()):
                if len(form) > best and tuple(tokens[i : i + len(form)]) == form and not any(taken[i : i + len(form)]):
                    best, label = len(form), form_label
            if best and (anywhere or i + best >= run.end) and (len(tokens[i]) > 1 or best > 1):
                found.append(Mention(i, i + best, label, "copy"))
                i += best
            elif anywhere:
                i += 1
            else:
                break
    return found
