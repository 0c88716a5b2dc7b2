"""Finding the organisation that a name means: words compared as a set, abbreviations, qualifiers taken off."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import regex

from negotiations_nlp.names.folding import fold
from negotiations_nlp.names.orgs import (
    initials,
    last_name,
    org_words,
    without_bracket,
    without_country,
    without_form,
    without_kind,
    without_qualifier,
)
from negotiations_nlp.names.place_sounds import PhraseTable, sound_alike
from negotiations_nlp.names.scoring import Match
from negotiations_nlp.names.spelling import NearWords, is_slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from negotiations_nlp.names.entries import Entry

__all__ = ["OrgIndex"]

_MIN_FUZZY_LETTERS = 7
_MIN_LONG_LETTERS = 15  # in a name so long, one letter makes no other name
_MIN_LETTERS_BY_SOUND = 5
_MAX_WORDS_BY_SOUND = 3  # longer names are translated, not romanised


_ADDRESS = regex.compile(
    r"(?:https?://)?(?:www\.)?([\p{L}\d-]{2,40})\.(?:com|org|net|info|io|eu|news|media|co\.uk|\p{L}{2})/?"
)
_FROM_CYRILLIC = frozenset(
    {None}
    | {f"country:{code}" for code in ("UA", "RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "MD", "GE", "AM", "AZ")}
    | {f"country:{code}" for code in ("BG", "RS", "MK", "ME", "BA", "MN")}
)


class _Reading(NamedTuple):
    """A name to look for, and what the organisation must be: of these countries, of one of these kinds."""

    text: str
    how: str
    countries: frozenset[str] = frozenset()
    direct: bool = False
    kinds: frozenset[str] | None = None


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
        self._single = {fold(entry.name) for _, entry in entries if " " not in entry.name}
        self._kind = {i: entry.kind for i, entry in entries}
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
            # traditions of romanising read other names as well: "Polityka" is no Politico
            if len(entry.name.split()) <= _MAX_WORDS_BY_SOUND and (entry.country or entry.kind) in _FROM_CYRILLIC:
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
        for n, one in enumerate(readings):
            kept = self._of(self._exact.get(fold(one.text), ()), one)
            if kept:
                return [Match(1.0 - 0.01 * min(n, 10), i, (one.how,)) for i in kept]
            words = org_words(one.text, self._country) if n else all_words
            kept = self._of(self._words.get(words, ()), one) if words else []
            if kept:
                return [Match(0.95 - 0.01 * min(n, 10), i, (one.how, "same words")) for i in kept]
        for one in readings:
            shortened = [m for m in self._shortened(one.text) if self._of((m.entry,), one)]
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

    def _of(self, found: Iterable[int], asked: _Reading) -> list[int]:
        """Keep what a description fits: a German Air Force is no Ukrainian one, Apple Daily no Apple.

        A country's word before the name of a body of no country makes another one: "Russian Red Cross".
        """
        kept = []
        for i in found:
            home, kind = self._home[i], self._kind[i]
            fits = not asked.countries or (
                not asked.direct or kind is None if home is None else asked.countries <= {home}
            )
            if fits and (asked.kinds is None or kind is None or kind in asked.kinds):
                kept.append(i)
        return kept

    def _readings(self, name: str) -> Iterator[_Reading]:
        yield _Reading(name, "as it stands")
        bare = name[4:] if name[:4].casefold() == "the " else name
        if bare != name:
            yield _Reading(bare, "without the article")
        if "-" in bare and bare.isupper():
            yield _Reading(bare.replace("-", ""), "without hyphens")
        for text, kinds in without_kind(bare):
            yield _Reading(text, "without the word for its kind", kinds=kinds)
        yield from self._after_general_words(_Reading(bare, ""))
        plain = without_form(bare)
        if plain != bare:
            yield _Reading(plain, "without the legal form")
            for text, kinds in without_kind(plain):
                yield _Reading(text, "without the legal form and the word for its kind", kinds=kinds)
        for text, countries, direct in without_qualifier(bare, self._country):
            asked = _Reading(text, "without what describes it", countries, direct)
            yield asked
            yield from self._after_general_words(asked)
            for shorter, kinds in without_kind(text):
                yield asked._replace(text=shorter, kinds=kinds)
        address = _ADDRESS.fullmatch(bare)
        if address is not None:
            yield _Reading(address[1].replace("-", " "), "name in a web address")

    def _after_general_words(self, asked: _Reading) -> Iterator[_Reading]:
        """ "National Power Company Ukrenergo": the last word has to be the name itself; a Senate is no US Senate."""
        last = last_name(asked.text)
        if last and fold(last) in self._single:
            yield asked._replace(text=last, how="without the general words before it")

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
                if len(solid) >= _MIN_LONG_LETTERS or is_slip(solid, other):
                    for i in self._solid[other]:
                        yield Match(0.76, i, ("one letter off",))
