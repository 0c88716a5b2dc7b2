"""What stands around a name: titles, verbs of speech, prepositions of place, bylines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from negotiations_nlp.pipeline.gazetteer import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from negotiations_nlp.pipeline.gazetteer import Gazetteer
    from negotiations_nlp.pipeline.name_words import NameWords
    from negotiations_nlp.pipeline.runs import Lines
    from negotiations_nlp.pipeline.words import Words

__all__ = ["Mention", "Surroundings", "Vocabulary"]

_LOCATIVE = frozenset(("in", "In", "near", "Near", "across", "outside", "throughout", "inside", "around", "off"))
_DIRECTION = frozenset(("to", "from", "From", "at", "into", "toward", "towards", "via", "for"))
_TRUST = frozenset(("interest", "confidence", "faith", "trust", "believe", "believes", "believed", "stake", "shares"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "POS", "JJ", "HYPH"))
_OWN_DEEDS = frozenset(("will", "had", "has", "plans", "planned", "expects", "expected", "does", "did", "would"))
_ARTICLES = frozenset(("a", "an", "the"))
_POSSESSIVES = frozenset(("'s", "’s"))
_BEFORE_NOUNS = frozenset(("JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "VBN", "VBG", "CD"))
_LONGEST_APPOSITION = 9
_WRITERS = frozenset(("editor", "correspondent", "reporter"))
_LONGEST_BYLINE = 7
_LONGEST_DATELINE = 9
_VISITED = frozenset(("visit", "visits", "visited", "visiting", "reach", "reached", "enter", "entered", "entering"))
_COMMON = frozenset(("NN", "NNS", ""))
_LISTING = frozenset((",", "and", "&", "or", "nor"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLAIN_VERBS = frozenset(("said", "says", "told", "added", "adds", "wrote", "asked", "replied", "tells"))
_CREDITS = frozenset(("photo", "photograph", "picture", "image", "graphic", "illustration", "text", "video", "map"))
_DASHES = frozenset(("-", "–", "—", "--", ".-"))
_AFTER_DATELINE = _DASHES | {"("}
_LONGEST_ACRONYM = 5
_LONGEST_COINED = 6
_CLANS = ("Mc", "Mac", "De", "Di", "Le", "La", "Fitz", "Van", "Da", "Du")


@dataclass
class Mention:
    """A stretch of tokens taken for a name.

    Attributes:
        start: first token.
        end: one past the last token.
        label: PERSON, ORG or PLACE as first proposed, "" when nothing was.
        origin: what proposed it: "model", "gazetteer", "brackets", "title", "run" or "copy".
    """

    start: int
    end: int
    label: str
    origin: str

    def __len__(self) -> int:
        """The number of tokens."""
        return self.end - self.start


@dataclass(frozen=True)
class Vocabulary:
    """What is known of words, whatever the text.

    Attributes:
        gazetteer: known names.
        lexicon: titles, roles and head words.
        given_names: given names as they are written.
        surnames: surnames of known people, as they are written.
        is_demonym: tells whether a word names a nationality.
        speech_verbs: lower-case forms of reporting verbs.
    """

    gazetteer: Gazetteer
    lexicon: NameWords
    given_names: frozenset[str]
    surnames: frozenset[str]
    is_demonym: Callable[[str], bool]
    speech_verbs: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name or an initial."""
        if word in self.given_names or (len(word) == 2 and word[1] == "."):
            return True
        return not word.isascii() and plain(word) in self.given_names


@dataclass(frozen=True)
class Surroundings:
    """One document, and what its tokens stand next to.

    Attributes:
        words: the document.
        lines: what its lines look like.
        vocabulary: what is known of words.
    """

    words: Words
    lines: Lines
    vocabulary: Vocabulary

    def before(self, i: int) -> str:
        """The token before token i, "" at the start of the text."""
        return self.words.words[i - 1] if i else ""

    def is_initial(self, i: int) -> bool:
        """Whether token i starts a sentence, or follows a mark: where any word may be capitalised."""
        return i == 0 or self.words.starts[i] or not self.words.words[i - 1][-1].isalnum()

    def is_acronym(self, start: int, end: int) -> bool:
        """Whether the tokens are one word of capitals."""
        word = self.words.words[start]
        return end - start == 1 and word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM

    def is_coined(self, start: int, end: int) -> bool:
        """Whether the tokens are an acronym or a word with capitals inside: "CSIRO", "IndiGo", but not "McCoy"."""
        word = self.words.words[start]
        if end - start > 1 or word in self.vocabulary.lexicon.abbreviations:
            return False
        if word.isupper():
            return 2 < len(word) <= _LONGEST_COINED and word.isalpha()
        return any(a.islower() and b.isupper() for a, b in pairwise(word)) and not word.startswith(_CLANS)

    def is_titled(self, start: int, end: int) -> bool:
        """Whether a title or a role stands right before the tokens; roles do not count before acronyms."""
        word, lexicon = self.before(start), self.vocabulary.lexicon
        if word in lexicon.titles:
            return True
        return word in lexicon.roles and self.words.tags[start - 1][:2] != "VB" and not self.is_acronym(start, end)

    def is_located(self, start: int, end: int) -> bool:
        """Whether a preposition of place stands before the tokens, which are not the start of a longer phrase."""
        tokens = self.words.words
        before = self.before(start)
        if before in _DIRECTION:
            return start > 1 and tokens[start - 2] in self.vocabulary.lexicon.motions
        return before in _LOCATIVE and not (
            (start > 1 and tokens[start - 2].lower() in _TRUST)
            or (end < len(tokens) and self.words.tags[end] in _NOUNS)
        )

    def is_ground(self, start: int, end: int) -> bool:
        """Whether a common noun for a place follows, or stands before with "of": "Tarn region", "village of Tarn"."""
        tokens, tags, grounds = self.words.words, self.words.tags, self.vocabulary.lexicon.grounds
        if end < len(tokens) and tokens[end] in grounds and tags[end] in _COMMON and not self.is_acronym(start, end):
            return tags[end + 1 : end + 2] != ["NN"]
        return start > 1 and tokens[start - 1] == "of" and tokens[start - 2] in grounds

    def is_outfit(self, start: int, end: int) -> bool:
        """Whether what follows belongs to an organisation: "Tisza party", "Kestrel shares", "Wolves boss Ada Roe"."""
        tokens, tags, lexicon = self.words.words, self.words.tags, self.vocabulary.lexicon
        if (
            end + 1 >= len(tokens)
            or tags[end] not in _COMMON
            or (end - start == 1 and lexicon.stands_apart(tokens[start]))
        ):
            return False
        return tokens[end] in lexicon.outfits or (tokens[end] in lexicon.insiders and tokens[end + 1][0].isupper())

    def explained_as(self, end: int) -> str:
        """What an apposition with an article says that a name is: "Servel, the electoral agency,"; "" when nothing."""
        tokens, tags, lexicon = self.words.words, self.words.tags, self.vocabulary.lexicon
        if end + 2 >= len(tokens) or tokens[end] != ",":
            return ""
        if tokens[end + 1] not in _ARTICLES and tokens[end + 2] not in _POSSESSIVES:
            return ""
        noun = ""
        for i in range(end + 2, min(end + _LONGEST_APPOSITION, len(tokens))):
            if tags[i] in ("NN", "NNS"):
                noun = tokens[i]
            elif tags[i] == "POS":
                noun = ""
            elif noun or tags[i] not in _BEFORE_NOUNS:
                break
        if noun in lexicon.roles:
            return "PERSON" if noun not in lexicon.businesses else ""
        if noun in lexicon.grounds:
            return "PLACE"
        return "ORG" if noun in lexicon.bodies or noun in lexicon.businesses or noun in lexicon.outfits else ""

    def speaks_of_it(self, end: int) -> bool:
        """Whether the name before `end` speaks of itself as of a thing: "Kestrel said it will not pay"."""
        tokens = self.words.words[end : end + 4]
        if tokens[1:2] == ["that"]:
            tokens = [tokens[0], *tokens[2:], *self.words.words[end + 4 : end + 5]]
        return len(tokens) > 2 and tokens[0] in _PLAIN_VERBS and tokens[1] == "it" and tokens[2] in _OWN_DEEDS

    def is_visited(self, start: int) -> bool:
        """Whether a verb of coming to a place stands before token start: "reached Tarn"."""
        return self.before(start) in _VISITED

    def is_plural_subject(self, start: int, end: int) -> bool:
        """Whether a plural verb follows directly a subject that is one name: "Arsenal travel to Spain"."""
        words = self.words
        return (
            end < len(words)
            and words.deps[end - 1] == "nsubj"
            and words.heads[end - 1] == end
            and (words.tags[end] == "VBP" or words.words[end] == "were")
            and self.before(start) not in _LISTING
        )

    def has_article(self, start: int, end: int) -> bool:
        """Whether "the" stands before a single word that no noun follows: "the Rada voted"."""
        following = self.words.tags[end] if end < len(self.words) else ""
        if end < len(self.words) and self.words.words[end] in _DASHES:
            return False
        return end - start == 1 and self.before(start).lower() == "the" and following not in _NOUNS

    def is_subject(self, end: int) -> bool:
        """Whether the token before `end` is a subject."""
        return self.words.deps[end - 1] in _SUBJECTS

    def speaks(self, start: int, end: int) -> bool:
        """Whether the tokens are the subject of a reporting verb."""
        for i in range(start, end):
            head = self.words.heads[i]
            if not start <= head < end:
                verb = self.words.words[head].lower()
                return self.words.deps[i] in _SUBJECTS and verb in self.vocabulary.speech_verbs
        return False

    def surely_speaks(self, start: int, end: int) -> bool:
        """The same, but where any word may be capitalised a single word must be the subject of a plain "said"."""
        if not self.speaks(start, end):
            return False
        verb = self.words.words[self.words.heads[end - 1]].lower()
        return end - start > 1 or not self.is_initial(start) or verb in _PLAIN_VERBS

    def has_age(self, end: int) -> bool:
        """Whether an age follows: "Marat Iskakov, 22,"."""
        tokens = self.words.words
        if end + 2 >= len(tokens) or tokens[end] != ",":
            return False
        return tokens[end + 1].isdigit() and len(tokens[end + 1]) == 2 and tokens[end + 2] in (",", ".", "and", "who")

    def is_who(self, start: int, end: int) -> bool:
        """Whether ", who" or ", whose" follows a name that is no acronym."""
        following = self.words.words[end : end + 2]
        return following[:1] == [","] and following[1:] in (["who"], ["whose"]) and not self.is_acronym(start, end)

    def signs(self, start: int, end: int) -> bool:
        """Whether a line starts with the tokens and goes on to say that they write: "Ada Roe, health editor"."""
        if not self.lines.first[start]:
            return False
        if end < len(self.words) and self.words.words[end][0] == "@":
            return True
        for word in self.words.words[end : end + _LONGEST_BYLINE]:
            if word in _WRITERS:
                return True
            if word == "." or "\n" in word:
                return False
        return False

    def is_agency(self, start: int, end: int) -> bool:
        """Whether the tokens stand in brackets between a dateline and its dash: "SZEGED (MTI) —"."""
        tokens = self.words.words
        return (
            start > 0
            and end + 1 < len(tokens)
            and tokens[start].isupper()
            and tokens[start - 1] == "("
            and tokens[end] == ")"
            and tokens[end + 1] in _DASHES
            and any(self.lines.first[max(start - _LONGEST_DATELINE, 0) : start])
        )

    def is_result(self, start: int, end: int) -> bool:
        """Whether the tokens stand on either side of a result: "Parma 2-1 Lecce"."""
        tokens = self.words.words
        after, before = tokens[end : end + 3], tokens[max(start - 3, 0) : start]
        return any(len(x) == 3 and x[0].isdigit() and x[1] in _DASHES and x[2].isdigit() for x in (after, before)) and (
            self.lines.first[start] or (start > 3 and tokens[start - 4][0].isupper())
        )

    def is_may(self, i: int) -> bool:
        """Whether "May" at token i is a surname: after a given name, with no day or year behind it."""
        following = self.words.words[i + 1 : i + 2]
        return self.vocabulary.is_given(self.before(i)) and not (following and following[0][0].isdigit())

    def is_shouted(self, i: int) -> bool:
        """Whether token i stands in a line of capitals or a headline in title case."""
        return self.lines.capitals[i] or self.lines.headline[i]

    def is_credit(self, start: int, end: int) -> bool:
        """Whether one word opens a line and says, with a colon, what it credits: "Photo:"."""
        tokens = self.words.words
        return (
            end - start == 1
            and self.lines.first[start]
            and tokens[end : end + 1] == [":"]
            and tokens[start].lower().rstrip("s") in _CREDITS
        )

    def is_byline(self, start: int, end: int) -> bool:
        """Whether two or three words stand at the start of a line after "By" or "From"."""
        return 1 < end - start < 4 and self.before(start).lower() in ("by", "from") and self.lines.first[start - 1]

    def apposed_to(self, end: int) -> str:
        """PERSON or ORG when the name before `end` explains a role or a kind of organisation before it, else ""."""
        head = self.words.heads[end - 1]
        if self.words.deps[end - 1] != "appos" or head >= end:
            return ""
        tokens, heads, lexicon = self.words.words, self.words.heads, self.vocabulary.lexicon
        if tokens[head] in lexicon.roles:
            return "PERSON" if tokens[head] not in lexicon.businesses else ""
        if tokens[head] not in lexicon.bodies:
            return ""
        # "the speaker of the parliament, Donat Lirski": the parser takes the nearest noun
        return "PERSON" if tokens[heads[head]] == "of" and tokens[heads[heads[head]]] in lexicon.roles else "ORG"

    def is_dateline(self, start: int, end: int) -> bool:
        """Whether a name opens a line as a dateline: "ASTANA - ", "RIGA, Latvia (AFP)", "Berlin (dpa) - "."""
        tokens, n = self.words.words, len(self.words)
        if not self.lines.first[start] or end >= n or self.lines.capitals[start]:
            return False
        at = end
        if all(word.isupper() for word in tokens[start:end]):
            if tokens[at] == "," and at + 1 < n and tokens[at + 1][0].isupper():
                at += 2 + (at + 2 < n and tokens[at + 2][0].isupper())
                return at < n and (tokens[at] in _AFTER_DATELINE or tokens[at] == ",")
            return tokens[at] in _AFTER_DATELINE
        closing = next((i for i in range(end + 2, min(end + 5, n)) if tokens[i] == ")"), n)
        return tokens[end] == "(" and closing + 1 < n and tokens[closing + 1] in _DASHES

    def is_called(self, start: int) -> bool:
        """Whether a common noun for an organisation stands before token start: "the newspaper Echo"."""
        before, lexicon = self.before(start), self.vocabulary.lexicon
        if self.words.tags[start - 1 : start] != ["NN"]:
            return False
        is_business = before in lexicon.businesses and not self.vocabulary.is_given(self.words.words[start])
        return before in lexicon.bodies or is_business  # "the brewer Maria Hopf" is a person

    def is_credited(self, start: int) -> bool:
        """Whether "by", or "Photographs:" or a dash at the start of a line, stands before token start."""
        before = self.before(start)
        if before in _DASHES and self.lines.first[start - 1]:
            return True
        if before.lower() == "by" or (before == "From" and self.lines.first[start - 1]):
            return True
        if before != ":" or start < 2 or not self.lines.first[start - 2]:
            return False
        return self.words.words[start - 2].lower().rstrip("s") in _CREDITS

    def labels(self, start: int, end: int) -> frozenset[str]:
        """The labels that the knowledge base has for these tokens; empty when they are not known."""
        return self.vocabulary.gazetteer.labels(self.words.words[start:end])

    def is_weak(self, tokens: Sequence[str]) -> bool:
        """Whether known tokens may as well name something else."""
        return self.vocabulary.gazetteer.is_weak(tokens)
