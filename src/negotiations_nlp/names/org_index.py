"""Finding the organisation that a name means: words compared as a set, abbreviations, qualifiers taken off."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.orgs import (
    initials,
    org_words,
    without_bracket,
    without_country,
    without_form,
    without_kind,
    without_qualifier,
)
from negotiations_nlp.names.place_sounds import PhraseTable, sound_alike
from negotiations_nlp.names.scoring import Match
from negotiations_nlp.names.spelling import NearWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from negotiations_nlp.names.entries import Entry

__all__ = ["OrgIndex"]

_MIN_FUZZY_LETTERS = 7
_MIN_LETTERS_BY_SOUND = 5
_MAX_WORDS_BY_SOUND = 3  # longer names are translated, not romanised


class OrgIndex:
    """The organisations of a knowledge base.

    Args:
        entries: pairs of entry number and entry.
        exact: entry numbers by folded name.
        country: brings a country's name or nationality word to one word for the country, or None.
        place: what stands for a place, by any of its names; None when it is none.
    """

    def __init__(
        self,
        entries: list[tuple[int, Entry]],
        exact: dict[str, tuple[int, ...]],
        country: Callable[[str], str | None],
        place: Callable[[str], object],
    ) -> None:
        self._exact = exact
        self._country = country
        self._place = place
        self._home = {i: entry.country for i, entry in entries}
        self._words: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._sounds: PhraseTable[int] = PhraseTable()
        self._but_one: dict[tuple[str, ...], set[tuple[str, int]]] = defaultdict(set)
        self._near = NearWords()
        self._aside: dict[str, set[int]] = defaultdict(set)
        self._written_out: dict[str, set[int]] = defaultdict(set)
        self._solid: dict[str, set[int]] = defaultdict(set)
        for i, entry in entries:
            for name in entry.names:
                words = org_words(name, country)
                self._words[words].add(i)
                for at, word in enumerate(words) if len(words) > 1 else ():
                    if len(word) >= _MIN_LETTERS_BY_SOUND and word.isalpha():
                        self._but_one[words[:at] + words[at + 1 :]].add((word, i))
                folded = fold(name)
                if not folded.isascii() and any("Ѐ" <= c <= "ӿ" for c in folded):
                    self._sounds.add(folded, i)
                solid = folded.replace(" ", "")
                if len(solid) > 4:
                    self._solid[solid].add(i)
                    if len(solid) >= _MIN_FUZZY_LETTERS:
                        self._near.add(solid)
            letters = initials(entry.name)
            if len(letters) > 2 or (len(letters) == 2 and letters[1].isdigit()):
                self._initials[letters].add(i)
            # who has a full name is not meant by another one with the same initials
            if entry.name.isupper() and len(entry.name) > 2 and not any(" " in name for name in entry.names):
                self._written_out[fold(entry.name)].add(i)
            for part in without_bracket(entry.name) if entry.name.endswith(")") else ():
                if country(part) is None:
                    self._aside[fold(part)].add(i)
            if len(entry.name.split()) <= _MAX_WORDS_BY_SOUND:
                self._sounds.add(fold(entry.name), i, readings=1)

    def matches(self, name: str) -> list[Match]:
        """Return the organisations that a name may mean, with scores; empty when there is none.

        Args:
            name: a tidied name.
        """
        bare = name[4:] if name[:4].casefold() == "the " else name
        found = self._exact.get(fold(name)) or self._exact.get(fold(bare), ())
        if found:
            return [Match(1.0, i, ("known name",)) for i in found]
        readings = list(self._readings(name))
        all_words = org_words(name, self._country)
        for n, (text, how, countries) in enumerate(readings):
            kept = self._of(self._exact.get(fold(text), ()), countries)
            if kept:
                return [Match(1.0 - 0.01 * min(n, 10), i, (how,)) for i in kept]
            words = org_words(text, self._country) if n else all_words
            kept = self._of(self._words.get(words, ()), countries) if words else []
            if kept:
                return [Match(0.95 - 0.01 * min(n, 10), i, (how, "same words")) for i in kept]
        for text, _, countries in readings:
            shortened = [m for m in self._shortened(text) if self._of((m.entry,), countries)]
            if shortened:
                return shortened
        head, of = without_country(name, self._country)
        if of is not None:
            at_home = [i for i in self._exact.get(fold(head), ()) if self._home[i] == of]
            if at_home:
                return [Match(0.9, i, ("with its country after it",)) for i in at_home]
        return list(self._twice_named(name)) or list(self._by_form(name)) or list(self._by_word(all_words))

    def _by_word(self, words: tuple[str, ...]) -> Iterator[Match]:
        """One word in another romanisation, or a place by another of its names ("Rovno Nuclear Power Plant")."""
        for at, word in enumerate(words) if len(words) > 1 else ():
            for known, i in self._but_one.get(words[:at] + words[at + 1 :], ()):
                if len(word) >= _MIN_LETTERS_BY_SOUND and (sound_alike(word, known) or self._one_place(word, known)):
                    yield Match(0.84, i, ("a word of its name in another form",))

    def _one_place(self, word: str, known: str) -> bool:
        place = self._place(known)
        return place is not None and place == self._place(word)

    def _shortened(self, name: str) -> Iterator[Match]:
        """Initials for a name, a name for initials, a name without its bracket."""
        letters = name.replace(".", "").replace(" ", "").replace("-", "")
        if letters.isupper() and 2 <= len(letters) <= 8:
            for i in self._initials.get(letters.casefold(), ()):
                yield Match(0.85, i, ("initials of its name",))
        for i in self._written_out.get(initials(name), ()):
            yield Match(0.78, i, ("its initials written out",))
        for i in self._aside.get(fold(name), ()):
            yield Match(0.8, i, ("name without its bracket",))

    def _twice_named(self, name: str) -> Iterator[Match]:
        """Two names of one organisation in a row ("UN refugee agency UNHCR")."""
        words = fold(name).split()
        for cut in range(1, min(len(words), 12)):
            left = self._exact.get(" ".join(words[:cut]), ())
            for i in left and self._exact.get(" ".join(words[cut:]), ()):
                if i in left:
                    yield Match(0.9, i, ("two of its names",))

    def _of(self, found: Iterable[int], countries: frozenset[str]) -> list[int]:
        """Keep what belongs to the countries that a description names: a German Air Force is no Ukrainian one."""
        return [i for i in found if not countries or self._home[i] is None or countries <= {self._home[i]}]

    def _readings(self, name: str) -> Iterator[tuple[str, str, frozenset[str]]]:
        none: frozenset[str] = frozenset()
        yield name, "as it stands", none
        bare = name[4:] if name[:4].casefold() == "the " else name
        if bare != name:
            yield bare, "without the article", none
        for kind in without_kind(bare):
            yield kind, "without the word for its kind", none
        plain = without_form(bare)
        if plain != bare:
            yield plain, "without the legal form", none
            for kind in without_kind(plain):
                yield kind, "without the legal form and the word for its kind", none
        for text, countries in without_qualifier(bare, self._country):
            yield text, "without what describes it", countries
            for kind in without_kind(text):
                yield kind, "without what describes it", countries

    def _by_form(self, name: str) -> Iterator[Match]:
        folded = fold(name)
        bare = folded[4:] if folded.startswith("the ") else folded
        solid = bare.replace(" ", "")
        if len(solid) > 4:
            for i in self._solid.get(solid, ()):
                yield Match(0.9, i, ("same letters with other spaces",))
            for _, _, i in self._sounds.find(bare):
                yield Match(0.85, i, ("another romanisation",))
        if len(solid) >= _MIN_FUZZY_LETTERS:
            for other in self._near.find(solid):
                if solid[0] == other[0]:
                    for i in self._solid[other]:
                        yield Match(0.76, i, ("one letter off",))
