"""Texts to generate: what news is made of, and what nobody would write."""

from __future__ import annotations

from typing import Final

from hypothesis import settings
from hypothesis import strategies as st

__all__ = ["NAMES", "TEXTS", "examples"]

DEFAULT_EXAMPLES: Final = 100

MARKS: Final = (
    '"',
    "“",
    "”",
    "„",
    "‟",
    "'",
    "‘",
    "’",
    "‚",
    "«",
    "»",
    "‹",
    "›",
    "``",
    "''",
    ",,",
    "″",
    "「",
    "」",
    "&quot;",
)
STOPS: Final = (
    ".",
    ",",
    ":",
    ";",
    "?",
    "!",
    "…",
    "-",
    "–",
    "—",
    "--",
    "(",
    ")",
    "[",
    "]",
    "/",
    "|",
    "•",
    "*",
    "#",
    "@",
)
SPACES: Final = (
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u200b",
    "\x0b",
    "\x85",
    "\u3000",
)
CONTROLS: Final = (
    "\0",
    "\x08",
    "\x1b[0m",
    "\x7f",
    "\ufeff",
    "\u200e",
    "\u202e",
    "\u2066",
    "\ufffd",
    "\uffff",
    "\U000e0001",
)
WORDS: Final = (
    "the",
    "minister",
    "of",
    "said",
    "says",
    "told",
    "that",
    "he",
    "she",
    "they",
    "who",
    "and",
    "is",
    "not",
    "on",
    "by",
    "according",
    "to",
    "reporters",
    "spokesman",
    "saying",
    "adding",
    "asked",
    "denied",
    "would",
    "statement",
    "in",
    "her",
    "Monday",
    "21 July 2025",
    "3",
    "50%",
    "$5",
    "U.S.",
    "X",
    "https://a.example/b?c=d",
    "a@b.example",
    "#tag",
)
PEOPLE: Final = (
    "Anna Lee",
    "Lee",
    "Mr Lee",
    "Volodymyr Zelensky",
    "Зеленський",
    "O'Neil-Demir",
    "de la Cruz",
    "J. R. Smith",
    "ANNA LEE",
    "Kyiv",
    "Kiev",
    "Kremlin",
    "UN",
    "United Nations",
    "Ministry of Health",
    "York (PA)",
    "محمد",
    "習近平",
)
SENTENCES: Final = (
    "“We go,” said Anna Lee.",
    '"No," he said. "Yes."',
    "The UN said it would meet on Monday.",
    "Q: Why?\nA: Because.",
    "- Anna Lee stated.",
    "According to the minister, it rains.",
    'Lee: "It\'s ours"',
    "‘I ’ave ‘it’,’ she told Bob.",
    "“A\n\n“B,” Lee added.",
    "By Anna Lee",
    "Photo: Anna Lee / Reuters",
    "He denied that “the end” is near, adding: “No!”",
)

_any_character = st.characters(codec=None) | st.characters(
    categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs", "Mn"]
)
_pieces = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from(STOPS),
    st.sampled_from(SPACES),
    st.sampled_from((*WORDS, *PEOPLE)).map(" {} ".format),
    st.sampled_from((*WORDS, *PEOPLE)),
    st.sampled_from(SENTENCES),
    st.sampled_from(CONTROLS),
    st.text(_any_character, max_size=6),
    st.builds(lambda piece, times: piece * times, st.sampled_from((*MARKS, *STOPS, *SPACES)), st.integers(2, 12)),
)

TEXTS: Final = st.one_of(
    st.lists(_pieces, max_size=25).map("".join),
    st.lists(st.sampled_from((*SENTENCES, *SPACES)), max_size=8).map(" ".join),
    st.text(_any_character, max_size=60),
)
"""Texts of up to some hundred characters, lone surrogates included."""

NAMES: Final = st.one_of(
    st.lists(st.sampled_from((*PEOPLE, *WORDS, *MARKS, *STOPS)), min_size=1, max_size=4).map(" ".join),
    st.text(_any_character, max_size=20),
)
"""What may be asked for as a name."""


def examples(share: float) -> settings:
    """So many of the profile's examples; at least ten."""
    return settings(max_examples=max(10, round(settings.default.max_examples * share)), deadline=None)
