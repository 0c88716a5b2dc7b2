"""A small corpus to look at, with what a page must withstand in it."""

import pytest

from builders import Said, make_article
from negotiations_nlp import Corpus

VISA = "A puppet does not need a visa, and neither does its broom."
HOSTILE = "</script><script>document.title = 'taken over'</script><img src=x onerror=alert(1)> & “all”"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Four articles; one of them wants to be a script."""
    return Corpus(
        [
            make_article(
                "a",
                Said("Oleksii Hrynko", VISA, medium="Telegram"),
                Said("Ayşe Yıldıran", "Kyiv sent Hrynko.", naming=(("Hrynko", "PERSON", "Oleksii Hrynko"),)),
                names={"Kyiv": "PLACE"},
            ),
            make_article("b", Said("Oleksiy Grynko", VISA + " We come by ferry.", kind="mixed")),
            make_article("c", Said(None, "no figure is known", kind="indirect"), date=None),
            make_article("<i>d</i>", Said("Petro <b>Vovk</b>", HOSTILE, status="denied"), names={"Kyiv": "PLACE"}),
        ],
        outlets={"a": "Agency", "b": "Tabloid"},
    )
