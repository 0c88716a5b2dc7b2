"""The page in a browser: clicks, keys, search, width, accessibility, and no request that leaves it."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import negotiations_nlp as nn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="axe-playwright-python is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(corpus: nn.Corpus, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = Path(tmp_path_factory.mktemp("page")) / "report.html"
    nn.view.page(corpus, path, title="Puppets")
    return path.as_uri()


class Visit:
    """An open page, with what it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)

    def names(self) -> list[str]:
        """The names that the panel shows."""
        links = self.page.locator("#names li:visible a")
        return [text.split("\n")[0].strip() for text in links.all_inner_texts()]

    def choose(self, name: str) -> None:
        """Click on a name in the panel and wait for its quotes."""
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()
        self.wait_for_title(name)

    def wait_for_title(self, name: str) -> None:
        self.page.locator("#entity-title:visible", has_text=name).wait_for()

    def go_to(self, part: str) -> None:
        """Follow an address inside the page; an empty one stays where it is."""
        self.page.evaluate(f"location.hash = '{part}'")
        self.page.locator("#entity" if part else "#articles").wait_for()

    def search(self, query: str) -> list[str]:
        self.page.get_by_label("Find a name").fill(query)
        return self.names()

    def focused(self) -> str:
        return self.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The page on a desk; parametrise indirectly for another width or theme."""
    context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **getattr(request, "param", {})})
    yield Visit(context.new_page(), address)
    context.close()


def test_click_on_a_speaker_shows_all_quotes(visit: Visit) -> None:
    """The quotes of all articles are listed, versions of one statement together, what differs marked."""
    visit.choose("Oleksii Hrynko")
    section = visit.page.locator("#entity")
    assert section.get_by_role("heading", level=2).inner_text() == "Oleksii Hrynko"
    assert "Quotes (2)" in section.inner_text()
    assert "One statement in 2 outlets" in section.inner_text()
    assert section.locator("mark").all_inner_texts() == ["We come by ferry."]
    assert not visit.page.locator("#articles").is_visible()
    assert visit.focused() == "entity-title"


def test_speaker_is_shown_with_spellings(visit: Visit) -> None:
    """Each spelling stands with the outlets that use it."""
    visit.choose("Oleksii Hrynko")
    shown = visit.page.locator("#spellings").inner_text()
    assert shown == "Spelled Oleksii Hrynko (Agency); Hrynko (Agency); Oleksiy Grynko (Tabloid)"


def test_click_on_the_name_behind_a_quote(visit: Visit) -> None:
    """The name behind a quote in an article leads to the speaker, too."""
    visit.page.locator("article a.who", has_text="Ayşe Yıldıran").click()
    visit.wait_for_title("Ayşe Yıldıran")
    assert "Quotes (1)" in visit.page.locator("#quotes").inner_text()


def test_a_quote_leads_back_into_its_article(visit: Visit) -> None:
    """From the list of quotes one gets to the place in the text."""
    visit.choose("Oleksii Hrynko")
    visit.page.get_by_role("link", name="Show in the article").first.click()
    assert visit.page.locator("article .quote:focus").inner_text().startswith("A puppet does not need a visa")


def test_back_button_and_escape(visit: Visit) -> None:
    """The browser's own back button works, and so does Escape, which returns to where one came from."""
    visit.choose("Oleksii Hrynko")
    visit.page.go_back()
    visit.page.locator("#articles").wait_for()
    visit.choose("Oleksii Hrynko")
    visit.page.keyboard.press("Escape")
    visit.page.locator("#articles").wait_for()
    assert visit.focused().startswith("Oleksii Hrynko")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Hrynko", ["Oleksii Hrynko"], id="as-written"),
        pytest.param("grin", [], id="no-beginning-of-a-word"),
        pytest.param("gryn", ["Oleksii Hrynko"], id="beginning-of-a-spelling"),
        pytest.param("Grinko", ["Oleksii Hrynko"], id="spelling-that-no-article-has"),
        pytest.param("YILDIRAN", ["Ayşe Yıldıran"], id="without-diacritics"),
        pytest.param("Kyiv", ["Kyiv"], id="a-place-that-does-not-speak"),
        pytest.param("Hrabal", [], id="near-miss"),
        pytest.param("", ["Oleksii Hrynko", "Ayşe Yıldıran", "Petro <b>Vovk</b>"], id="nothing-asked"),
    ],
)
def test_search_by_any_spelling(visit: Visit, query: str, expected: list[str]) -> None:
    """Names are found as written, by their beginning, and by sound where nothing is written so."""
    assert visit.search(query) == expected


def test_search_tells_how_many(visit: Visit) -> None:
    """The number of names found is announced."""
    visit.search("Grinko")
    assert visit.page.get_by_role("status").inner_text() == "1 speaker, 0 other names, by sound"


def test_keyboard_alone(visit: Visit) -> None:
    """Skip link, search, arrows and Enter reach everything."""
    visit.page.keyboard.press("Tab")
    assert visit.focused() == "Skip to the articles"
    visit.page.keyboard.press("Tab")
    assert visit.focused() == "query"
    visit.page.keyboard.type("yild")
    visit.page.keyboard.press("ArrowDown")
    assert visit.focused().startswith("Ayşe Yıldıran")
    visit.page.keyboard.press("Enter")
    visit.wait_for_title("Ayşe Yıldıran")
    assert "Quotes (1)" in visit.page.locator("#quotes").inner_text()


def test_skip_link_leads_to_the_articles(visit: Visit) -> None:
    """The skip link passes over the panel."""
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    visit.page.locator("main:focus").wait_for()
    assert visit.focused() == "main"


def test_focus_can_be_seen(visit: Visit) -> None:
    """What has the focus has an outline."""
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_text_of_articles_never_runs(visit: Visit) -> None:
    """A script inside an article is shown, not run."""
    assert visit.page.title() == "Puppets"
    visit.search("Vovk")
    visit.choose("Vovk")
    assert "<script>" in visit.page.locator("#quotes").inner_text()
    assert visit.complaints == []


def test_no_request_leaves_the_page(visit: Visit, address: str) -> None:
    """The file itself is all that is ever loaded."""
    visit.search("Hrynko")
    visit.choose("Oleksii Hrynko")
    assert {url.partition("#")[0] for url in visit.requests} == {address}
    assert visit.complaints == []


PHONE = {"viewport": {"width": 360, "height": 740}}
DARK = {"color_scheme": "dark"}


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
@pytest.mark.parametrize("part", ["", "#e0"], ids=["articles", "speaker"])
def test_phone_needs_no_sideways_scrolling(visit: Visit, part: str) -> None:
    """On a narrow screen everything stands below each other."""
    visit.go_to(part)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_phone_shows_the_quotes_at_once(visit: Visit) -> None:
    """After a touch on a speaker his quotes are on the screen."""
    visit.choose("Oleksii Hrynko")
    box = visit.page.locator("#entity-title").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 300


@pytest.mark.parametrize("visit", [{}, DARK], indirect=True, ids=["light", "dark"])
def test_theme_follows_the_system(visit: Visit, request: pytest.FixtureRequest) -> None:
    """The ground is light or dark as the system is."""
    ground = {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 23, 27)"}[request.node.callspec.id]
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


@pytest.mark.parametrize("visit", [{}, DARK, PHONE], indirect=True, ids=["light", "dark", "phone"])
@pytest.mark.parametrize("part", ["", "#e0"], ids=["articles", "speaker"])
def test_accessibility(visit: Visit, part: str) -> None:
    """No rule of axe-core is broken in a serious or critical way."""
    from axe_playwright_python.sync_playwright import Axe

    visit.go_to(part)
    found = Axe().run(visit.page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found if rule["impact"] in ("serious", "critical")] == []
