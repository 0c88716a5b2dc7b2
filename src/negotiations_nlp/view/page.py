"""One HTML file with articles, their quotes and speakers: no network, nothing else needed."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from negotiations_nlp.corpus import Corpus
from negotiations_nlp.errors import InputError
from negotiations_nlp.models import Article
from negotiations_nlp.text.surrogates import without_surrogates
from negotiations_nlp.version import __version__
from negotiations_nlp.view.marks import article_marks, colour_class, speaker_names
from negotiations_nlp.view.markup import mark_up, safe
from negotiations_nlp.view.page_data import page_data, ranked_entities
from negotiations_nlp.view.style import asset, page_css

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["page"]


def page(
    articles: Article | Corpus | Iterable[Article],
    path: str | Path | None = None,
    *,
    title: str = "Who said what",
) -> str:
    """Make one HTML page of articles: highlighted quotes and entities, a panel of speakers, a search by any spelling.

    The page holds all it needs and asks nothing of any network. Its size grows with the articles; some hundreds make
    a page that a browser opens at once.

    Args:
        articles: a corpus, articles, or one article.
        path: where to write the page; None writes nothing.
        title: the heading.

    Returns:
        The page.

    Raises:
        InputError: something else than articles, or two articles of one id.
    """
    corpus = _corpus(articles)
    entities = ranked_entities(corpus)
    script, style = asset("page.js"), page_css()
    html = (
        _environment()
        .from_string(asset("page.html.j2"))
        .render(
            title=safe(title),
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'",
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            data=_json(page_data(corpus, entities)),
            summary=f"{len(corpus):,} articles, {len(corpus.quotes()):,} quotes, {len(corpus.speakers()):,} speakers",
            speakers=[
                {"number": n, "name": safe(e.name), "colour": colour_class(n), "quotes": len(corpus.quotes_by(e))}
                for n, e in enumerate(entities)
                if corpus.quotes_by(e)
            ],
            articles=_articles(corpus, {e.id: n for n, e in enumerate(entities)}),
            version=__version__,
        )
    )
    if path is not None:
        Path(path).write_text(html, encoding="utf-8", newline="\n")
    return html


def _corpus(articles: Article | Corpus | Iterable[Article]) -> Corpus:
    if isinstance(articles, Corpus):
        return articles
    if isinstance(articles, Article):
        return Corpus([articles])
    if isinstance(articles, str):
        msg = "page() takes articles made by negotiations_nlp.extract(), not their text"
        raise InputError(msg)
    return Corpus(articles)


def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _articles(corpus: Corpus, rank: dict[str, int]) -> list[dict[str, Any]]:
    shown = []
    for n, (key, article) in enumerate(zip(corpus.article_ids, corpus.articles, strict=True)):
        ranks = {e.id: rank[found.id] for e in article.entities if (found := corpus.entity_of(key, e.id)) is not None}
        outlet = corpus.outlet(key)
        colours = {i: colour_class(r) for i, r in ranks.items()}
        links = {i: f"#e{r}" for i, r in ranks.items()}
        marks = article_marks(article, colours, anchor=f"q{n}-{{}}".format)
        names = speaker_names(article, colours, link=links.get)
        shown.append(
            {
                "number": n,
                "outlet": safe(outlet),
                "id": safe(key) if key != outlet else "",
                "date": article.date.isoformat() if article.date else "",
                "text": mark_up(article.text, marks, names),
            }
        )
    return shown


def _json(data: dict[str, Any]) -> Markup:
    """JSON that cannot end the element it stands in: no <, >, & nor line separators as such."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(without_surrogates(text))  # noqa: S704 - escaped above


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
