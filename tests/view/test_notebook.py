"""What a notebook shows."""

import subprocess
import sys

import pytest

from builders import Said, make_article
from negotiations_nlp import Corpus
from negotiations_nlp.view.tables import corpus_html


def shown(corpus: Corpus) -> dict[str, str]:
    article = corpus.article("<i>d</i>")
    return {
        "article": article._repr_html_(),
        "quote": article.quotes[0]._repr_html_(),
        "entity": article.entities[0]._repr_html_(),
        "corpus": corpus._repr_html_(),
        "corpus-quote": corpus.quotes(outlet="<i>d</i>")[0]._repr_html_(),
        "corpus-entity": corpus.entities[-1]._repr_html_(),
        "statement": corpus.statements()[0]._repr_html_(),
    }


KINDS = ("article", "quote", "entity", "corpus", "corpus-quote", "corpus-entity", "statement")


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_escaped(corpus: Corpus, kind: str) -> None:
    """Text, names and ids of an article are never markup."""
    html = shown(corpus)[kind]
    assert not any(bad in html for bad in ("<script", "<img", "<i>", "<b>", "onerror=alert(1)>"))


@pytest.mark.parametrize("kind", KINDS)
def test_themes_come_along(corpus: Corpus, kind: str) -> None:
    """Every output brings its style, bound to its own class."""
    html = shown(corpus)[kind]
    assert html.startswith('<div class="nn output"><style>')
    assert 'data-jp-theme-light="false"' in html


def test_article_ties_quotes_to_speakers() -> None:
    """A quote, its speaker's mention and the name behind the quote have one colour; another speaker has another."""
    html = make_article("a", Said("Petro Vovk", "It ticks."), Said("Iryna Savchuk", "It tocks."))._repr_html_()
    assert '<span class="quote direct c0"' in html
    assert '<span class="entity PERSON c0"' in html
    assert '<span class="who c0">Petro Vovk</span>' in html
    assert '<span class="who c1">Iryna Savchuk</span>' in html


def test_quote_without_speaker_says_so() -> None:
    """Nobody is made up where nobody is named."""
    article = make_article("a", Said(None, "It ticks."))
    assert '<span class="who unknown">officials</span>' in article._repr_html_()


def test_entity_shows_spellings_with_numbers(corpus: Corpus) -> None:
    """An entity's spellings are counted."""
    assert "Oleksii Hrynko (1), Hrynko (1)" in corpus.article("a").entities[0]._repr_html_()


def test_statement_marks_what_differs(corpus: Corpus) -> None:
    """What one version has alone is marked."""
    assert '<mark class="own">We come by ferry.</mark>' in corpus.statements()[0]._repr_html_()


def test_corpus_table_is_cut_and_says_so() -> None:
    """Of many speakers the table shows the first ones."""
    corpus = Corpus(make_article(str(n), Said(f"Petro V{chr(97 + n)}vk", "It ticks.")) for n in range(25))
    html = corpus_html(corpus)
    assert "the 20 speakers with the most quotes" in html
    assert html.count('<th scope="row">') == 20


@pytest.mark.parametrize("html", [Corpus()._repr_html_(), make_article("a")._repr_html_()], ids=["corpus", "article"])
def test_nothing_to_show(html: str) -> None:
    """Empty results show themselves without an error."""
    assert html.endswith("</div>")


def test_needs_no_ipython() -> None:
    """Showing an article imports neither IPython nor matplotlib."""
    code = (
        "import sys; from negotiations_nlp import Article; Article(text='x', version='x')._repr_html_();"
        "sys.exit(bool({'IPython', 'matplotlib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
