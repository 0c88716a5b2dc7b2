"""Feed the library what a fuzzer makes up, guided by the branches that its texts reach.

    python fuzz/fuzz_texts.py build/fuzz tests/robustness/corpus -max_total_time=600

New texts go to the first folder; a text that fails is written to the working directory: put it into the corpus, where
the tests find it. Every eighth text goes through the whole pipeline, the others through the text layers alone, which
are a thousand times as fast. Needs atheris: pip install 'negotiations-nlp[fuzz]'.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

with atheris.instrument_imports(include=["negotiations_nlp"]):
    import negotiations_nlp as nn
    from negotiations_nlp.names.persons import parse_person
    from robustness.invariants import (
        check_article,
        check_blocks,
        check_dates,
        check_marks,
        check_surrogates,
        decoded,
    )

    NLP = nn.load()

MAX_NAME_CHARS = 60


def read(data: bytes) -> None:
    """Check everything that must hold for a text."""
    text = decoded(data)
    check_surrogates(text)
    check_blocks(text)
    check_marks(text)
    check_dates(text)
    parse_person(text[:MAX_NAME_CHARS])
    nn.normalize(text[:MAX_NAME_CHARS])
    if len(data) % 8 == 0:
        check_article(nn.extract(text, nlp=NLP), text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
