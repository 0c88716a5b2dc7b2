"""Names that the text itself introduces: by titles and roles, in brackets, bylines and credits, or elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.boundaries import strip_title
from negotiations_nlp.pipeline.candidates import MODEL_LABELS
from negotiations_nlp.pipeline.org_signs import is_firm, is_side
from negotiations_nlp.pipeline.runs import Run
from negotiations_nlp.pipeline.surroundings import Mention, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from negotiations_nlp.pipeline.name_words import NameWords

__all__ = ["copy_names", "from_runs", "in_brackets"]

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de"))
_PROPER = frozenset(("NNP", "NNPS", ""))
_FINITE = (["VBD"], ["VBZ"], ["MD"])
_LIST_MARKS = frozenset((",", "and", "&"))
_QUANTIFIERS = frozenset(("Many", "Most", "More", "Several", "Few", "Other", "Such", "Much", "Both", "Own"))
_LONGEST_ABBREVIATION = 15


def in_brackets(text: Surroundings, model: Iterable[Mention]) -> list[Mention]:
    """Long form and abbreviation where brackets introduce one: "the Ukraine Defence Contact Group (UDCG)".

    The letters of the abbreviation are the initials of the words before the bracket, small words left out or not; or
    the model takes these words for an organisation, and the abbreviation starts as they do ("Mintrans").
    """
    tokens = text.words.words
    found: list[Mention] = []
    orgs = {m.end: m.start for m in model if m.label == "ORG" and len(m) > 1}
    for i in [i for i, word in enumerate(tokens) if word == "("]:
        if i < 2 or tokens[i + 2 : i + 3] != [")"] or tokens[i - 1] in text.vocabulary.lexicon.events:
            continue
        short = tokens[i + 1]
        if not (1 < len(short) <= _LONGEST_ABBREVIATION and short[0].isupper()):
            continue
        start = _long_form(tokens, i, [c for c in short if c.isupper()])
        if text.labels(i + 1, i + 2) == frozenset(("PLACE",)) and (start is None or "PLACE" in text.labels(start, i)):
            continue
        if start is None and i in orgs and tokens[orgs[i]][0] == short[0]:
            start = orgs[i]
        if start is None and i in orgs and short.isupper() and short.isalpha() and not text.labels(i + 1, i + 2):
            start = orgs[i]
        if start is not None:
            found += [Mention(start, i, "ORG", "brackets"), Mention(i + 1, i + 2, "ORG", "brackets")]
    return found


def _long_form(tokens: Sequence[str], end: int, letters: Sequence[str]) -> int | None:
    """Where the words begin whose initials, read backwards from end, are the letters; None when they are not."""
    i, left = end - 1, len(letters) - 1
    while i >= 0 and left >= 0 and len(letters) > 1:
        word = tokens[i]
        if word[:1].upper() == letters[left] and (word[0].isupper() or word in _SMALL):
            if left == 0 and word[0].isupper():
                return i
            left -= 1
        elif word not in _SMALL and word not in ("-", "'s", "’s", "&"):
            return None
        i -= 1
    return None


def from_runs(text: Surroundings, runs: Sequence[Run], taken: Sequence[bool]) -> list[Mention]:
    """Names that the model missed, recognised by what stands around them.

    Args:
        text: the document.
        runs: its runs of capitalised words.
        taken: whether each token belongs to a name already.

    Returns:
        Mentions in text order; empty when nothing around a run speaks for a name.
    """
    tokens, tags = text.words.words, text.words.tags
    lexicon, is_demonym = text.vocabulary.lexicon, text.vocabulary.is_demonym
    peoples = {first for first, last, label in text.words.ents if label == "NORP" and tags[last - 1] != "NNP"}
    other = {i for first, last, label in text.words.ents if label not in MODEL_LABELS for i in range(first, last)}
    found: list[Mention] = []
    for run in runs:
        if run.end - run.start > 1 and tags[run.start][:2] == "VB" and text.is_initial(run.start):
            run = Run(run.start + 1, run.end, run.sure)  # "Born Ada Roe in", "Tell Ada Roe"
        start, end = strip_title(text.words, run.start, run.end, lexicon), run.end
        last = tokens[end - 1]
        if run.start in peoples or start in peoples or any(taken[run.start : end]):
            continue
        if last in lexicon.titles or (end - start == 1 and (last in lexicon.jobs or last in lexicon.abbreviations)):
            continue
        if (last[-1] == "s" and last[:-1] in lexicon.orgs) or (end - start == 1 and last in lexicon.modifiers):
            continue
        if is_demonym(tokens[start]) and (end - start == 1 or last not in lexicon.orgs):
            continue
        if end - start == 1 and start > run.start and last in lexicon.orgs and last not in lexicon.weak_heads:
            found.append(Mention(run.start, end, "ORG", "run"))  # "General Staff"
            continue
        if start > run.start or text.is_titled(start, end):
            if not text.lines.headline[start] or _is_full_name(text, start, end):
                found.append(Mention(start, end, "PERSON", "title"))
            continue
        listed = bool(found) and found[-1].end == start - 1 and found[-1].origin == "run"
        label = _label_of(text, run, start not in other, listed and text.before(start) in _LIST_MARKS)
        if label:
            found.append(Mention(start, end, label, "run"))
    return found


def _label_of(text: Surroundings, run: Run, free: bool, listed: bool) -> str:
    """What a run names that no title introduces, "" when nothing tells.

    Args:
        text: the document.
        run: the run.
        free: whether the model has no event, work or people there.
        listed: whether it is the next in a list after a name of this kind.
    """
    start, end, _ = run
    tokens, tags, lexicon = text.words.words, text.words.tags, text.vocabulary.lexicon
    last, is_demonym = tokens[end - 1], text.vocabulary.is_demonym
    if text.is_dateline(start, end):
        return "PLACE"
    if free and 1 < end - start < 4 and (listed or text.is_credited(start)) and not lexicon.stands_apart(last):
        return "PERSON"
    if start > 2 and tokens[start - 2 : start] == ["known", "as"] and tokens[start].istitle():
        return "PERSON"
    if end - start in (2, 3) and not lexicon.stands_apart(last) and text.signs(start, end):
        return "PERSON"
    if end - start == 1 and free and not text.is_shouted(start) and _is_body(text, start):
        return "ORG"
    if free and text.is_agency(start, end):
        return "ORG"
    if end - start == 1 and free and _is_team(text, start):
        return "ORG"
    if end - start == 1 and (free or last[-1] != "s") and _is_firm_by_signs(text, start):
        return "ORG"
    if not run.sure or (end - start > 1 and last in lexicon.events):
        return ""
    if (free and text.is_result(start, end)) or (tags[end - 1] in _PROPER and text.is_outfit(start, end)):
        return "" if is_demonym(last) else "ORG"
    if end - start > 1:
        if free and last in lexicon.orgs:
            return "ORG"
        if free and last in lexicon.places:
            return "PLACE"
        if text.vocabulary.is_given(tokens[start]):
            return "PERSON"
        kind = text.apposed_to(end) if free and tags[start] == tags[end - 1] == "NNP" else ""
        if kind or (free and _is_full_name(text, start, end) and text.is_subject(end)):
            return kind or "PERSON"
    if text.has_age(end) or text.is_who(start, end):
        return "PERSON"
    if tags[end - 1] == "NNP" and text.before(start).lower() != "the" and text.surely_speaks(start, end):
        return "PERSON"
    if free and tags[end - 1] == "NNP" and (kind := text.explained_as(end)):
        return kind
    if end - start < 3 and tags[start] == "NNP" and text.is_ground(start, end):
        return "PLACE"
    return (
        "PLACE"
        if end - start < 3 and tags[start] == "NNP" and (text.is_located(start, end) or text.is_visited(start))
        else ""
    )


def _is_firm_by_signs(text: Surroundings, i: int) -> bool:
    """Whether a word that the model takes for no name does what firms and clubs do, or stands beside a known one.

    The tagger takes unknown names at a sentence's start for adjectives: "Wizz, which left Vienna". It is believed that
    they are nouns unless the text repeats them with a capital and never gives them without.
    """
    tokens, tag = text.words.words, text.words.tags[i]
    word = tokens[i]
    if len(word) < 3 or text.vocabulary.is_demonym(word) or text.is_shouted(i):
        return False
    if tag in _PROPER:
        if word[-1] == "s" and text.is_initial(i) and tokens.count(word) == 1:
            return False  # "Insurers including Kestrel are raising prices"
        return is_firm(text, i, i + 1) or is_side(text, i, i + 1) or _is_beside_org(text, i)
    if tag not in ("JJ", "VBG", "NN") or word in _QUANTIFIERS or not text.is_subject(i + 1):
        return False
    if text.vocabulary.lexicon.stands_apart(word):
        return False
    if is_firm(text, i, i + 1) and tag != "NN":
        return True
    repeated = text.is_initial(i) and tokens.count(word) > 1 and word.lower() not in tokens
    return repeated and (is_firm(text, i, i + 1) or is_side(text, i, i + 1))


def _is_beside_org(text: Surroundings, i: int) -> bool:
    """Whether a list goes on from or to a known organisation: "Honda and [Geely]"."""
    tokens, org = text.words.words, frozenset(("ORG",))
    return (tokens[i + 1 : i + 2] != [] and tokens[i + 1] in _LIST_MARKS and text.labels(i + 2, i + 3) == org) or (
        i > 1 and tokens[i - 1] in _LIST_MARKS and text.labels(i - 2, i - 1) == org
    )


def _is_team(text: Surroundings, i: int) -> bool:
    """Whether a capitalised plural without an article does something inside a sentence: "while Wolves host Leeds"."""
    word, tag = text.words.words[i], text.words.tags[i]
    if tag not in ("NNS", "NNPS") or text.is_initial(i) or text.is_shouted(i) or text.vocabulary.is_demonym(word):
        return False
    if tag == "NNPS" and text.before(i) == "the":
        return text.is_subject(i + 1) or text.words.words[i + 1 : i + 3] == [",", "who"]
    return text.is_subject(i + 1) and text.words.tags[i - 1] in ("IN", "CC", "VBD", "VBZ", "RB") and not word.isupper()


def _is_body(text: Surroundings, i: int) -> bool:
    """Whether a coined word or an acronym does what an organisation does: "IndiGo said", "CSIRO, which"."""
    if not text.is_coined(i, i + 1) or text.before(i).lower() in ("a", "an"):
        return False
    word, following = text.words.words[i], text.words.words[i + 1 : i + 3]
    if word.isupper():  # the tagger takes acronyms for common nouns
        acts = text.speaks(i, i + 1) or (len(word) > 3 and text.is_subject(i + 1))
    else:
        acts = text.words.tags[i] in _PROPER and (text.is_subject(i + 1) or following[:1] == [","])
    if word.isupper() and text.before(i).lower() == "the" and text.words.tags[i + 1 : i + 2] in _FINITE:
        return word.lower() not in text.words.words
    return acts or following[:1] in (["'s"], ["’s"]) or following == [",", "which"]


def _is_full_name(text: Surroundings, start: int, end: int) -> bool:
    return text.vocabulary.is_given(text.words.words[start]) or (
        end - start == 2 and text.words.tags[start] == text.words.tags[start + 1] == "NNP"
    )


def copy_names(
    text: Surroundings, mentions: Sequence[Mention], runs: Sequence[Run], taken: Sequence[bool]
) -> list[Mention]:
    """Further mentions of names that are found elsewhere in the document: whole names, and parts of persons' names.

    In running text a copy must fill its run of capitalised words, titles aside; in headlines it may stand anywhere.
    """
    tokens = text.words.words
    forms = _forms_of(tokens, mentions, text.vocabulary.lexicon)
    found = []
    for run in runs:
        anywhere = text.is_shouted(run.start) or (
            run.end - run.start > 1 and all(word.isupper() for word in tokens[run.start : run.end])
        )
        i = run.start if anywhere else strip_title(text.words, run.start, run.end, text.vocabulary.lexicon)
        while i < run.end:
            fitting = [
                form
                for form in forms.get(tokens[i], ())
                if tuple(tokens[i : i + len(form)]) == form and not any(taken[i : i + len(form)])
            ]
            form = max(fitting, key=len, default=())
            if form and (anywhere or i + len(form) >= run.end) and (len(form) > 1 or len(form[0]) > 1):
                found.append(Mention(i, i + len(form), forms[tokens[i]][form], "copy"))
                i += len(form)
            elif anywhere or (i == run.start and text.words.tags[i][:2] == "VB"):
                i += 1
            else:
                break
    return found


def _has_head(name: Sequence[str], lexicon: NameWords) -> bool:
    return any(lexicon.stands_apart(word) for word in name)


def _forms_of(
    tokens: Sequence[str], mentions: Iterable[Mention], lexicon: NameWords
) -> dict[str, dict[tuple[str, ...], str]]:
    """Names to look for, with their labels, by first token; long enough ones also in capitals."""
    forms: dict[str, dict[tuple[str, ...], str]] = {}
    for mention in mentions:
        name = tuple(tokens[mention.start : mention.end])
        parts = {name: mention.label}
        if 1 < len(name) < 6 and name[-1][0].isupper() and (mention.label == "PERSON" or not _has_head(name, lexicon)):
            # parts of what is no person after all find no label in the vote
            label = "PERSON" if mention.label == "PERSON" else ""
            shorter = (name[i:] for i in range(1, len(name)) if name[i][0].isupper())
            middle = ((word,) for word in name[1:-1] if word[0].isupper() and len(word) > 3)
            parts = {**dict.fromkeys((*shorter, *middle, name[:1]), label), **parts}
        for part, label in parts.items():
            if part is not name and len(part[-1]) < 3:
                continue
            forms.setdefault(part[0], {}).setdefault(part, label)
            if len(part) > 1 or len(part[0]) > 3:
                capitals = tuple(word.upper() for word in part)
                forms.setdefault(capitals[0], {}).setdefault(capitals, label)
    return forms
