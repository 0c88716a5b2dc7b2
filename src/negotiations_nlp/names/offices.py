"""Offices by role: who holds or held them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiations_nlp.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from negotiations_nlp.names.entries import Entry, Office

__all__ = ["offices_by_role", "plain_role"]

MAX_OFFICES = 50


def plain_role(role: str) -> str:
    """A role without case and diacritics, in one spelling ("Defense Minister": "defence minister")."""
    return fold(role).replace("defense", "defence")


def offices_by_role(entries: Iterable[Entry]) -> dict[str, list[tuple[str, Office]]]:
    """The offices of entries.

    Args:
        entries: people and others; those without an id hold no office.

    Returns:
        Plain role -> (id of the holder, office), in the order of the entries.
    """
    found: dict[str, list[tuple[str, Office]]] = {}
    for entry in entries:
        if entry.id is not None:
            for office in entry.offices[:MAX_OFFICES]:
                found.setdefault(plain_role(office.role), []).append((entry.id, office))
    return found
