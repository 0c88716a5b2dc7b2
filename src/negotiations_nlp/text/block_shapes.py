"""What a block looks like by itself, without its neighbours.

Only the first and last few hundred characters are looked at, so that a block of any length costs the same.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from negotiations_nlp.text.furniture import default_furniture

__all__ = ["MAX_TITLE_WORDS", "TIME_STAMP", "Shape", "shape_of", "turn_label"]

Shape = Literal[
    "boilerplate", "byline", "caption", "dateline", "bullet", "number", "dash", "question", "short", "title", "prose",
    "tags",
]  # fmt: skip
"""Of the kinds of block, those that show; and what can become several kinds: "bullet", "number" and "dash" (the line
begins so), "question", "short" (up to six words without a full stop), "title" (up to thirty), "tags"."""

MAX_TITLE_WORDS: Final = 30
_MAX_SHORT_WORDS: Final = 6
_MAX_QUESTION_WORDS: Final = 14
_MAX_TURN_LABEL_CHARS: Final = 60
_MAX_LINE_CHARS: Final = 400

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?"
_DATE_WORD: Final = re.compile(
    rf"{_MONTH}|{_WEEKDAY}|am|pm|[a-z]{{1,3}}t|utc|msk|st|nd|rd|th|of|on|at|the|last|first|date|published|updated|posted"
    r"|modified|created|reading|time|read|mins?|minutes|ago",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b|{_MONTH}\.?\s\d{{1,2}}\b",
    re.IGNORECASE,
)
_COUNTER: Final = re.compile(
    r"(?:updated\s)?\W{0,4}\d[\d.,\xa0 ]{0,12}[kKmM]?\+?[\s\xa0](?:min(?:ute)?s?\sread|min(?:ute)?s?\sago|hours?\sago"
    r"|views?|shares?|comments?|likes?|reads?|photos?|followers?|results?)\W{0,3}",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(r"\s*(?:[|·•»›]|\s{2,})\s*")
_CREDIT_END: Final = re.compile(
    r"(?:\((?=[^()]{0,100}\b(?:[Pp]hotos?|[Ii]mages?|[Pp]icture|via|AP|AFP|EPA|Reuters|REUTERS|Getty|Pool|TASS|DPA|PA)\b)"
    r"[^()]{1,100}\)|\s/\s?[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2}|\bGetty Images|\[[Pp]hoto[^\[\]]{0,100}\])$"
)
_NAME: Final = r"[^\W\d_][\w.'’-]{0,25}"
_BYLINE: Final = re.compile(
    rf"(?:By|BY|by|From)\s+(?P<names>[A-ZÀ-ÞŁŚŠŽČĆĐÖÜÇİ]\S{{0,25}}(?:\s+(?:and|&|in|de|van|von|der|la|bin|al|{_NAME},?)){{0,14}})"
)
_NOT_A_NAME: Final = re.compile(
    rf"{_MONTH}|{_WEEKDAY}|then|now|that|this|the|an?|his|her|its|their|our|contrast|law", re.IGNORECASE
)
_BULLET: Final = re.compile(r"[•·▪◦‣∙●○■□✓➤*]\s*\S|[-–]\s+\S")
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]?\s+[\"'“‘]?[A-Z]")
_DASH: Final = re.compile(r"[-–—―]{1,2}\s*[\"'“‘]?[^\W\d_]")
_TAGS: Final = re.compile(r"(?:#\w{1,40}[\s,]*){1,20}")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…:;]['\"”’»)\]]{0,3}$")
_INNER_STOP: Final = re.compile(r"[.!?][\"'”’)]{0,2}\s+[\"'“‘(]?[A-Z]")
_QUOTED_STOP: Final = re.compile(r"[.!?][\"'”’»]\s")
_QUOTE_MARKS: Final = "\"“'‘«„"
TIME_STAMP: Final = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s{1,3}(?:[-–—]\s)?")
"""The time at which a turn of a transcript begins: "[09:14] CALLER: ..."."""
_TURN: Final = re.compile(
    r"\**(?P<label>[QA](?=[.:])|[A-ZÀ-Þ][\w.'’/()-]{0,25}(?:\s[A-ZÀ-Þ(][\w.'’/()-]{0,25}){0,4})\**(?::|(?<=\b[QA])\.)\**\s+\S"
)


def shape_of(block: str) -> Shape:
    """What a block looks like.

    Args:
        block: its text, trimmed, not empty.

    Returns:
        Its shape; "prose" when it looks like nothing else.
    """
    if len(block) > _MAX_LINE_CHARS:
        return "caption" if len(block) < 2 * _MAX_LINE_CHARS and _has_credit(block) else "prose"
    if block.startswith("<"):
        block = _TAG.sub("", block).strip()
        if not block:
            return "boilerplate"
    furniture = default_furniture().kind(block)
    if furniture is not None:
        return furniture
    if _is_dateline(block):
        return "dateline"
    if _is_counter(block) or _is_navigation(block):
        return "boilerplate"
    if _has_credit(block):
        return "caption"
    if _is_byline(block):
        return "byline"
    if _TAGS.fullmatch(block):
        return "tags"
    if _DASH.match(block):
        return "dash"
    if _BULLET.match(block):
        return "bullet"
    if _NUMBERED.match(block) and not _ENDS_SENTENCE.search(block, len(block) - 5 if len(block) > 5 else 0):
        return "number"
    return _length_shape(block)


def turn_label(block: str) -> str | None:
    """Who speaks by the label that begins a block: "NAME: ...", "Q. ..."; None when it begins with no label."""
    stamp = TIME_STAMP.match(block)
    match = _TURN.match(block, stamp.end() if stamp is not None else 0, _MAX_TURN_LABEL_CHARS * 3)
    return None if match is None or len(match["label"]) > _MAX_TURN_LABEL_CHARS else match["label"]


def _length_shape(block: str) -> Shape:
    words = block.count(" ") + 1
    quoted = block[0] in _QUOTE_MARKS
    if block.endswith("?") and words <= _MAX_QUESTION_WORDS and not quoted and not _INNER_STOP.search(block):
        return "question"
    if words > MAX_TITLE_WORDS or block[:1].islower():
        return "prose"
    if _ENDS_SENTENCE.search(block, max(0, len(block) - 5)):
        # ‘"The sky forgives nothing." Why the fleet is at risk?’ is a title; a sentence with a stop is prose.
        return "title" if quoted and block.endswith("?") and _QUOTED_STOP.search(block) else "prose"
    if not quoted and _INNER_STOP.search(block):
        return "prose"
    return "short" if words <= _MAX_SHORT_WORDS else "title"


def _has_credit(block: str) -> bool:
    last = block[-1]
    return (last in ")]" or last.isalpha()) and _CREDIT_END.search(block, max(0, len(block) - 120)) is not None


def _is_dateline(block: str) -> bool:
    if len(block) > 120 or not (_DAY.search(block) or _CLOCK.fullmatch(block)):
        return False
    words = _WORD.findall(block)
    return len(words) <= 20 and all(word[0].isdigit() or _DATE_WORD.fullmatch(word) for word in words)


def _is_counter(block: str) -> bool:
    if len(block) > 60:
        return False
    return _COUNTER.fullmatch(block) is not None or not any(char.isalpha() for char in block)


def _is_navigation(block: str) -> bool:
    """Short items between separators: "Home | News | Sport", "Kyiv • UNN"."""
    if len(block) > 200 or block[-1] in ".!?":
        return False
    items = [item for item in _SEPARATOR.split(block) if item]
    if len(items) < 2 or not any(separator in block for separator in "|·•»›"):
        return len(items) >= 4 and all(item.count(" ") < 2 for item in items)
    return all(item.count(" ") < (3 if len(items) == 2 else 5) for item in items)


def _is_byline(block: str) -> bool:
    if len(block) > 140:
        return False
    match = _BYLINE.match(block)
    if match is None:
        return False
    names = match["names"].replace(",", "").split()
    if _NOT_A_NAME.fullmatch(names[0]) or block.rstrip().endswith((".", "!", "?")):
        return False
    joining = {"and", "&", "in", "de", "van", "von", "der", "la", "bin", "al"}
    lower = [name for name in names if name[:1].islower() and name not in joining]
    return len(lower) <= 3
