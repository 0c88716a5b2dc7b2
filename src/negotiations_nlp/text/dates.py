"""Dates in a page (not written yet: finds none)."""

from __future__ import annotations

import datetime as dt

__all__ = ["page_date"]


def page_date(text: str) -> dt.date | None:
    """The date that a page gives for itself."""
    return None
