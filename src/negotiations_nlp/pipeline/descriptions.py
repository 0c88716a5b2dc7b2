"""How a text describes those it names: "Kremlin spokesperson", "head of the laboratory", "Mr"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.name_words import NameWords
    from negotiations_nlp.pipeline.words import Words

__all__ = ["describe", "gender_by_title", "kin_word", "title_before"]

_MALE = frozenset(
    ("mr", "mr.", "sir", "lord", "baron", "king", "prince", "duke", "herr", "monsieur", "uncle", "father", "brother")
)
_FEMALE = frozenset(
    ("mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "baroness", "queen", "princess", "duchess", "mme", "mme.",
     "madame", "madam", "frau", "aunt", "sister")
)  # fmt: skip
_COURTESY = _MALE | _FEMALE | frozenset(("mx", "mx.", "dr", "dr.", "prof", "prof.", "rev", "rev.", "fr", "fr.", "hon"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that"))
_OWNERS = frozenset(
    ("his", "her", "their", "my", "our", "His", "Her", "Their", "My", "Our", "whose", "'s", "’s", "'", "’")
)
_CLOSING = frozenset((",", ".", ";", ")", "—", "–", "\n", "and", "?", "!"))
_MAX_BEFORE_KIN = 3
_LEFT = frozenset(("compound", "amod", "nmod", "poss", "case", "punct", "det", "advmod", "nummod", "npadvmod"))
_STOP = frozenset((",", "(", ")", "–", "—", ";", ":", "who", "which", "whose", "where", '"', "“", "”"))
_PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "on", "with"))
_COPULA = frozenset(("is", "was", "'s", "’s"))
_CLOSERS = frozenset((".", ",", ";", ":", "!", "?"))
_INTRODUCED = frozenset(("NN", "JJ", "HYPH"))
_MAX_INTRODUCTION = 6
_MAX_TOKENS = 14


def title_before(words: Words, start: int, lexicon: NameWords) -> str:
    """The title directly before a mention, "" when there is none."""
    before = words.words[start - 1] if start else ""
    return before if before in lexicon.titles else ""


def gender_by_title(title: str) -> str | None:
    """male, female, or None for a title that says nothing about it."""
    low = title.lower()
    return "male" if low in _MALE else "female" if low in _FEMALE else None


def kin_word(words: Words, start: int, end: int, lexicon: NameWords) -> str:
    """The word that makes a name somebody's relative, "" when there is none: "her father Mel", "Cai, her twin,"."""
    tokens = words.words
    i = start - 1
    if start > 1 and tokens[i] == "," and tokens[end : end + 1] and tokens[end] in _CLOSING:
        i -= 1
    if i > 3 and tokens[i] == "law" and tokens[i - 2] == "in":
        i -= 4
    if i > 0 and tokens[i] in lexicon.kin and not _OWNERS.isdisjoint(tokens[max(i - _MAX_BEFORE_KIN, 0) : i]):
        return tokens[i]
    after = (
        tokens[end + 2 : end + 3]
        if tokens[end : end + 1] == [","] and tokens[end + 1 : end + 2] and tokens[end + 1] in _OWNERS
        else []
    )
    return after[0] if after and after[0] in lexicon.kin else ""


def describe(words: Words, start: int, end: int, lexicon: NameWords) -> list[str]:
    """Find what the sentence says that the bearer of a name is.

    Titles of courtesy (Mr, Dr) are no descriptions; determiners are left out.

    Args:
        words: the document, parsed for appositions; without a parse, only words right before the name are found.
        start: first token of the mention.
        end: one past its last token.
        lexicon: titles and roles.

    Returns:
        Descriptions in text order; empty when the sentence gives none.
    """
    found = [_before(words, start, end, lexicon)]
    root = next((i for i in range(start, end) if not start <= words.heads[i] < end), end - 1)
    head = words.heads[root]
    tokens = words.words
    if words.deps[root] == "appos" and head < start and _is_role(tokens[head], lexicon):
        found.append(_phrase(words, _left_edge(words, head), head, start))
    elif (role := _introduced_by(words, start, end, lexicon)) is not None:
        found.append(_join(words, role, start - 1))
    if end + 1 < len(tokens) and tokens[end] == ",":
        after = _after_age(tokens, end + 1)
        stop = min(len(tokens), after + _MAX_TOKENS)
        for i in range(after, stop):
            if tokens[i] in _STOP or tokens[i] == ".":
                break
            if words.deps[i] == "appos" and start <= words.heads[i] < end and _is_role(tokens[i], lexicon):
                found.append(_phrase(words, _left_edge(words, i, after), i, stop))
                break
    elif tokens[end : end + 1] == ["("] and tokens[end + 2 : end + 3] == [")"] and _is_role(tokens[end + 1], lexicon):
        found.append(tokens[end + 1])  # "A. Mowat (chair)"
    elif head + 1 < len(tokens) and tokens[head] in _COPULA and words.deps[root] == "nsubj":
        for i in range(head + 1, min(len(tokens), head + 8)):
            if words.deps[i] == "attr" and words.heads[i] == head and _is_role(tokens[i], lexicon):
                found.append(_phrase(words, _left_edge(words, i, head + 1), i, min(len(tokens), i + _MAX_TOKENS)))
    return [text for text in found if text]


def _introduced_by(words: Words, start: int, end: int, lexicon: NameWords) -> int | None:
    """First token of "the cleaner" in "by the cleaner, Rosa Quintela.", whatever the parse makes of it."""
    tokens = words.words
    if start < 3 or tokens[start - 1] != "," or not _is_role(tokens[start - 2], lexicon):
        return None
    if end < len(tokens) and tokens[end] not in _CLOSERS:
        return None
    first = start - 2
    while first > max(start - _MAX_INTRODUCTION, 0) and words.tags[first] in _INTRODUCED:
        first -= 1
    return first + 1 if tokens[first].lower() in _DETERMINERS else None


def _after_age(tokens: Sequence[str], i: int) -> int:
    """First token after an age between commas: "Rob Ekman, 51, caretaker"; token i when there is none."""
    return i + 2 if tokens[i].isdigit() and tokens[i + 1 : i + 2] == [","] and i + 2 < len(tokens) else i


def _is_role(word: str, lexicon: NameWords) -> bool:
    return word.lower() in lexicon.roles or (word in lexicon.titles and word.lower() not in _COURTESY)


def _is_trade(words: Words, start: int, end: int) -> bool:
    """Whether the common noun before a name tells its bearer's trade: "rower Ada Holm", opening a sentence "Rower"."""
    i = start - 1
    common = words.tags[i] == "NN" and words.words[i].islower()
    opening = words.starts[i] and words.tags[i] in ("NN", "NNP") and words.words[i][1:].islower()
    return words.deps[i] == "compound" and start <= words.heads[i] < end and (common or opening)


def _before(words: Words, start: int, end: int, lexicon: NameWords) -> str:
    """The noun phrase right before a name, if its last word is a role or title."""
    tokens = words.words
    if not start or not (_is_role(tokens[start - 1], lexicon) or _is_trade(words, start, end)):
        return ""
    first = start - 1
    root = next((i for i in range(start, end) if not start <= words.heads[i] < end), end - 1)
    while first > 0 and first > start - _MAX_TOKENS and tokens[first - 1] not in _STOP:
        i = first - 1
        if words.deps[i] not in _LEFT or not first <= words.heads[i] <= root or tokens[i].lower() in _DETERMINERS:
            break
        first -= 1
    return _join(words, first, start)


def _left_edge(words: Words, head: int, floor: int = 0) -> int:
    first = head
    while first > floor and words.deps[first - 1] in _LEFT and first <= words.heads[first - 1] <= head:
        first -= 1
    return first


def _phrase(words: Words, first: int, head: int, stop: int) -> str:
    """A role noun with what stands before it, and the prepositional phrases that follow it."""
    tokens = words.words
    end = head + 1
    if end < stop and tokens[end] in _PREPOSITIONS:
        while end < stop and tokens[end] not in _STOP and tokens[end] != "." and "\n" not in tokens[end]:
            if words.tags[end][:2] == "VB" or words.tags[end] == "MD":
                return _join(words, first, head + 1)
            end += 1
    return _join(words, first, end)


def _join(words: Words, first: int, end: int) -> str:
    tokens: Sequence[str] = words.words
    while first < end and tokens[first].lower() in _DETERMINERS:
        first += 1
    text = "".join(tokens[i] + (" " if words.spaces[i] else "") for i in range(first, end)).strip()
    return "" if text.lower() in _COURTESY else text
