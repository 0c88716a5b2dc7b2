"""The spaCy components; importing this registers ``doc._.negotiations_date`` (ISO string, None when unknown)."""

from spacy.tokens import Doc

if not Doc.has_extension("negotiations_date"):
    Doc.set_extension("negotiations_date", default=None)
