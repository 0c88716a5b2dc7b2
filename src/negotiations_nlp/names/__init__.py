"""Names: spellings compared, taken apart, and brought to one canonical name. Strings only, no spaCy."""

from negotiations_nlp.names.entries import Candidate, CanonicalName, Entry, Office
from negotiations_nlp.names.given import gender_of_given
from negotiations_nlp.names.knowledge import Knowledge, normalize
from negotiations_nlp.names.matching import same_spelling
from negotiations_nlp.names.orgs import is_abbreviation_of
from negotiations_nlp.names.persons import PersonName, parse_person

__all__ = [
    "Candidate",
    "CanonicalName",
    "Entry",
    "Knowledge",
    "Office",
    "PersonName",
    "gender_of_given",
    "is_abbreviation_of",
    "normalize",
    "parse_person",
    "same_spelling",
]
