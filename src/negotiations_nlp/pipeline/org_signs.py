"""What shows that a name is an organisation's although one word alone could be anybody's: "Kestrel cut its outlook".

Firms and clubs stand in the news without a word that says what they are. What they own, cut and name tells it, who
works for them, how their shares move, and how a team is spoken of. Nothing here reads the model's labels.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from negotiations_nlp.names.countries import country_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from negotiations_nlp.pipeline.surroundings import Surroundings

__all__ = ["is_branded", "is_firm", "is_side", "meets_side"]

_POSSESSIVES = frozenset(("'s", "’s"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NOUNS = frozenset(("NN", "NNS"))
_IN_PHRASE = frozenset(("JJ", "JJS", "JJR", "NN", "NNS", "NNP", "VBG", "VBN", "CD", "HYPH"))
_PLURAL_VERBS = frozenset(("have", "were", "are"))
_AFTER_BRAND = frozenset(("VBZ", "VBD", "VBP", "MD", "TO", "IN", ".", ",", ":", "RB", ""))
_HIS = frozenset(("his", "her", "my", "their", "our"))
_PERCENT = frozenset(("%", "percent", "per", "pct", "pc"))
_HYPHENS = frozenset("-–")
_OWNED_BY = frozenset(("of", "in"))
_WORKS_FOR = frozenset(("at", "for"))
_BEATS = frozenset(("beat", "beats", "beating", "thrash", "thrashed", "edged", "outplayed", "topped"))
_MEETS = frozenset(("visit", "visits", "host", "hosts", "face", "faces", "joined", "joins", "join", "left", "against"))
_PLACE = frozenset(("PLACE",))
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople"))
_LONGEST_PHRASE = 5
_LONGEST_OBJECT = 9


def is_firm(text: Surroundings, start: int, end: int) -> bool:
    """Whether a name does, has or suffers what only organisations do.

    "Kestrel's profits", "Kestrel closed two stores", "shares in Kestrel", "Kestrel slumped 4%", "Kestrel, which ...".

    Args:
        text: the document.
        start: first token of the name.
        end: one past its last token.
    """
    words, lexicon = text.words, text.vocabulary.lexicon
    tokens = words.words
    following = tokens[end] if end < len(tokens) else ""
    if following in _POSSESSIVES:
        return _head_of_phrase(text, end + 1) in lexicon.corporate
    if following in lexicon.plunges and not text.vocabulary.is_given(tokens[start]):
        return True
    if following == "," and tokens[end + 1 : end + 2] == ["which"] and not text.is_located(start, end):
        return True
    return _has_people(text, start) or _has_deeds(text, start, end)


def _head_of_phrase(text: Surroundings, i: int) -> str:
    """The last common noun of a phrase without an article that begins at token i, "" when there is none."""
    tokens, tags = text.words.words, text.words.tags
    noun = ""
    for k in range(i, min(i + _LONGEST_PHRASE, len(tokens))):
        if tags[k] not in _IN_PHRASE or (noun and tokens[k][0].isupper()):
            break
        if tags[k] in _NOUNS or tokens[k] in text.vocabulary.lexicon.corporate:
            noun = tokens[k]
    return noun


def _has_people(text: Surroundings, start: int) -> bool:
    """Whether who or what belongs to an organisation stands before: "shares in [Kestrel]", "analyst at [Kestrel]"."""
    if start < 2:
        return False
    tokens, lexicon = text.words.words, text.vocabulary.lexicon
    link, noun = tokens[start - 1], tokens[start - 2].lower()
    if link in _OWNED_BY:
        return noun in lexicon.held or (link == "of" and noun in lexicon.corporate)
    return link in _WORKS_FOR and (
        noun in _SPEAKERS or noun in lexicon.insiders or noun.removesuffix("s") in lexicon.insiders
    )


def _has_deeds(text: Surroundings, start: int, end: int) -> bool:
    """Whether the name is the subject of a verb that says something of a firm."""
    words, lexicon = text.words, text.vocabulary.lexicon
    verb = words.heads[end - 1]
    if verb < end or words.deps[end - 1] not in _SUBJECTS or text.before(start) in ("and", "&"):
        return False
    tokens = words.words
    low, rest = tokens[verb].lower(), tokens[verb + 1 : verb + _LONGEST_OBJECT]
    risen = any(figure[0].isdigit() and unit in _PERCENT for figure, unit in pairwise(rest[:4]))
    if low in lexicon.plunges or (low in lexicon.moves and risen):
        return True
    if low in text.vocabulary.speech_verbs and "its" in rest[:2] and rest[0] in ("its", "that"):
        return True  # "Kestrel said its plant would close"
    for i in range(verb + 1, min(verb + _LONGEST_OBJECT, len(tokens))):
        if tokens[i] in _HIS:
            return False
        if words.heads[i] == verb and words.deps[i] in ("dobj", "pobj", "dative"):
            return tokens[i].lower() in lexicon.corporate
        if words.deps[i] == "pobj" and tokens[i - 1] == "for" and words.heads[i - 1] == verb:
            return tokens[i] in lexicon.corporate
    return False


def is_side(text: Surroundings, start: int, end: int) -> bool:
    """Whether a name, be it a town's, stands for a team: "Tarnby 2-1 Lesk", "the Tarnby winger", "Tarnby have signed".

    Countries stay countries.
    """
    if end >= len(text.words) or not _plays(text, start, end) or text.is_located(start, end):
        return False
    return country_of(" ".join(text.words.words[start:end])) is None


def _plays(text: Surroundings, start: int, end: int) -> bool:
    """Whether players, a result or a plural verb follow a name, or it is who is beaten."""
    words, players = text.words, text.vocabulary.lexicon.players
    tokens, tags = words.words, words.tags
    following = tokens[end]
    if following in players and tags[end] in _NOUNS:
        return True
    if tokens[end + 1 : end + 2] == ["-"] and "".join(tokens[end : end + 3]) in players:  # "the Tarnby fly-half"
        return True
    if text.before(start) in _BEATS and text.labels(start, end) == _PLACE:
        return True
    if (following[0].isdigit() and _is_score(tokens[end : end + 3])) or (
        start > 2 and tokens[start - 1].isdigit() and text.is_result(start, end)
    ):
        return True
    return (
        (tags[end] == "VBP" or following in _PLURAL_VERBS)
        and words.deps[end - 1] in _SUBJECTS
        and words.heads[end - 1] >= end
        and text.before(start) not in (",", "and", "&", "or", "nor")
        and (end - start == 1 or not text.vocabulary.is_given(tokens[start]))
    )


def meets_side(text: Surroundings, start: int, end: int) -> bool:
    """Whether a name is whom a team plays, or whom a player joins or leaves, in a text about teams: "visit Tarnby".

    Countries stay countries, and what is no place and has a given name stays a person's.
    """
    name = text.words.words[start:end]
    return text.before(start) in _MEETS and country_of(" ".join(name)) is None and not text.vocabulary.is_given(name[0])


def _is_score(tokens: Sequence[str]) -> bool:
    return len(tokens) == 3 and tokens[0].isdigit() and tokens[1] in _HYPHENS and tokens[2].isdigit()


def is_branded(text: Surroundings, end: int) -> bool:
    """Whether an ending "'s" is part of the name before `end`, as nothing is owned: "Sainsbury's has cut prices"."""
    words = text.words
    if end + 1 >= len(words) or words.words[end] not in _POSSESSIVES or words.tags[end] != "POS":
        return False
    return (
        words.deps[end - 1] in ("nsubj", "pobj", "dobj", "conj", "nsubjpass")
        and words.tags[end + 1] in _AFTER_BRAND
        and words.heads[end + 1] != end - 1
        and words.words[end + 2 : end + 3] != ["-"]
    )
