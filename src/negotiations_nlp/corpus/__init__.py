"""Across articles: one entity under all its names, one statement in all its versions."""

from negotiations_nlp.corpus.corpus import Corpus
from negotiations_nlp.corpus.records import (
    Ambiguity,
    CorpusEntity,
    CorpusMention,
    CorpusQuote,
    MentionCount,
    Statement,
    TextPart,
    Version,
)

__all__ = [
    "Ambiguity",
    "Corpus",
    "CorpusEntity",
    "CorpusMention",
    "CorpusQuote",
    "MentionCount",
    "Statement",
    "TextPart",
    "Version",
]
