"""Names that nobody introduces: firms and clubs, in a text that gives persons with their full names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from negotiations_nlp.pipeline.surroundings import Vocabulary

__all__ = ["find_strangers"]

_FEWEST_PERSONS, _FEWEST_FIRMS = 2, 2

Key = tuple[str, ...]


def find_strangers(
    keys: Sequence[Key],
    kinds: Mapping[Key, frozenset[str]],
    *,
    persons: Collection[Key],
    firms: Collection[Key],
    met: Collection[Key],
    parts: Collection[Key],
    vocabulary: Vocabulary,
) -> set[Key]:
    """Find single words that can hardly be persons, because nobody introduces them.

    A text that gives two persons with their full names gives all of them so, or with a title, an age or a given name.
    Where it speaks of about as many organisations as persons, a bare word that it never says more of is rather a firm
    or a club, even if it speaks.

    Args:
        keys: the names of the text.
        kinds: the labels that are known for each.
        persons: those that are full names of persons.
        firms: those that are surely organisations.
        met: those that a title, an age or the like introduces.
        parts: those that are part of a person's full name.
        vocabulary: what is known of words.

    Returns:
        Names of one word; empty in a text with fewer than two full names or hardly any organisations.
    """
    if len(persons) < _FEWEST_PERSONS or len(firms) < max(_FEWEST_FIRMS, len(persons) - 1):
        return set()
    longer = {word for key in keys if len(key) > 1 for word in key}
    return {
        key
        for key in set(keys)
        if len(key) == 1
        and not (kinds[key] or key in met or key in parts or key[0] in longer or vocabulary.is_given(key[0]))
        and key[0] not in vocabulary.surnames
        and not vocabulary.gazetteer.labels(key)
    }
