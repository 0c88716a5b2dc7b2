"""Strings only: blocks, quotation marks, dates. Nothing here knows spaCy."""
