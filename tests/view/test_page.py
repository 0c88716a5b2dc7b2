"""The page as a file."""

import base64
import hashlib
import json
import re
from html import unescape
from pathlib import Path

import pytest

import negotiations_nlp as nn
from negotiations_nlp.errors import InputError


@pytest.fixture(scope="module")
def html(corpus: nn.Corpus) -> str:
    return nn.view.page(corpus, title="Puppets <&> brooms")


def element(html: str, start: str, end: str) -> str:
    return html.split(start, 1)[1].split(end, 1)[0]


def test_page_is_written(corpus: nn.Corpus, tmp_path: Path) -> None:
    """The file holds what the function returns."""
    path = tmp_path / "report.html"
    assert nn.view.page(corpus, path) == path.read_text(encoding="utf-8")


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    """No address of another file stands in any attribute, and the policy allows none."""
    assert re.findall(r"(?:src|href|action)=\"(?!#)", html) == []
    assert "default-src 'none'" in unescape(html)


@pytest.mark.parametrize(("tag", "start"), [("script", "<script>"), ("style", "<style>")])
def test_policy_names_the_hash(html: str, tag: str, start: str) -> None:
    """Only the page's own script and style may run."""
    digest = hashlib.sha256(element(html, start, f"</{tag}>").encode()).digest()
    assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in unescape(html)


def test_data_cannot_end_its_element(html: str) -> None:
    """Text that looks like the end of the script stays text."""
    data = element(html, 'id="data">', "</script>")
    assert "<" not in data
    assert any("</script>" in part for quote in json.loads(data)["quotes"] for part, _ in quote["parts"])


def test_everything_is_escaped(html: str) -> None:
    """Title, ids, names and texts are never markup."""
    assert "<title>Puppets &lt;&amp;&gt; brooms</title>" in html
    assert not any(bad in html for bad in ("<img", "<i>", "<b>", "<script>document"))


def test_names_of_the_knowledge_base_are_there() -> None:
    """A place is found by names that no article uses."""
    article = nn.Article(
        text="Kyiv",
        entities=[
            {
                "id": "e1",
                "name": "Kyiv",
                "label": "PLACE",
                "kb_id": "geonames:703448",
                "mentions": [{"start": 0, "end": 4, "text": "Kyiv"}],
            }
        ],
        version="by hand",
    )
    data = json.loads(element(nn.view.page(article), 'id="data">', "</script>"))
    assert "Київ" in data["entities"][0]["names"]


@pytest.mark.parametrize("articles", [nn.Corpus(), []], ids=["corpus", "list"])
def test_no_articles(articles: nn.Corpus | list) -> None:
    """A page without articles says so."""
    assert "There are no articles." in nn.view.page(articles)


@pytest.mark.parametrize("articles", ["a text", ["a text"], [1]], ids=["text", "texts", "numbers"])
def test_refuses_what_is_no_article(articles: object) -> None:
    """The page is made of articles."""
    with pytest.raises(InputError):
        nn.view.page(articles)
