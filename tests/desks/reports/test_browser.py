"""The pages in the machine's Chromium: no error, no breach of the policy, no sideways scrolling, charts drawn, large type."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.desks.reports.samples import POOR, UNSURE, family, reform, report

WIDTHS = (360, 1280)
NAMES = ("family", "unsure", "report", "reform")
CHARTED = ("report", "reform")
LEAST_TARGET = 44
BREACHES = """
window.breaches = [];
document.addEventListener("securitypolicyviolation", each => window.breaches.push(each.violatedDirective));
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    found = shutil.which("chromium")
    assert found, "these tests open the pages in Chromium: apt-get install chromium fonts-noto-cjk"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files."""
    made = tmp_path_factory.mktemp("pages")
    for name, text in zip(NAMES, (family(POOR), family(UNSURE), report(), reform()), strict=True):
        (made / f"{name}.html").write_text(text, "utf-8")
    return made


@pytest.fixture
def open_page(browser: Browser, folder: Path) -> Iterator[Opener]:
    """Opens a page by name and width, and closes it after the test."""
    opener = Opener(browser, folder)
    yield opener
    opener.close()


class Opener:
    """Opens pages and remembers what the browser complains of and asks for."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._pages: list[Page] = []

    def __call__(self, name: str, width: int) -> Page:
        page = self.browser.new_page(viewport={"width": width, "height": 900})
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.add_init_script(BREACHES)
        page.set_default_timeout(10_000)
        page.goto((self.folder / f"{name}.html").as_uri())
        self._pages.append(page)
        return page

    def close(self) -> None:
        """Close all pages."""
        for page in self._pages:
            page.close()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def width_of(page: Page) -> int:
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


def use(page: Page, switch: str) -> None:
    page.locator(f"label[for={switch}]").click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_without_complaint_and_asks_for_nothing_else(open_page: Opener, name: str, width: int) -> None:
    page = open_page(name, width)
    for switch in ("show-en", "large", "show-zh"):
        use(page, switch)
    assert open_page.complaints == []
    assert page.evaluate("window.breaches") == []
    assert [url for url in open_page.asked if not url.startswith(("file:", "data:"))] == []
    assert len(open_page.asked) == 1


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_phone_never_scrolls_sideways(open_page: Opener, name: str, large: bool) -> None:
    page = open_page(name, 360)
    unfold(page)
    if large:
        use(page, "large")
    assert width_of(page) == 360
    use(page, "show-en")
    assert width_of(page) == 360


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTED)
def test_charts_are_drawn_in_the_language_that_is_shown(open_page: Opener, name: str, width: int) -> None:
    page = open_page(name, width)
    for shown in ("zh", "en"):
        use(page, f"show-{shown}")
        charts = page.locator(f".in-{shown} .chart")
        assert charts.count() > 0
        for at in range(charts.count()):
            assert charts.nth(at).locator("svg path").count() > 3
            assert charts.nth(at).locator("svg text").count() > 1


@pytest.mark.parametrize("name", NAMES)
def test_one_language_is_shown_at_a_time(open_page: Opener, name: str) -> None:
    page = open_page(name, 1280)
    assert page.locator(".in-zh").is_visible()
    assert not page.locator(".in-en").is_visible()
    page.locator("#show-zh").press("ArrowRight")
    assert page.locator(".in-en").is_visible()
    assert not page.locator(".in-zh").is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_large_type_is_24_pixels_and_targets_are_large(open_page: Opener, name: str) -> None:
    page = open_page(name, 360)
    use(page, "large")
    assert page.evaluate("getComputedStyle(document.querySelector('.in-zh')).fontSize") == "24px"
    for box in page.locator(".switch-label, .in-zh > section > details > summary").all():
        found = box.bounding_box()
        assert found is not None
        assert found["height"] >= LEAST_TARGET


def test_the_page_of_a_family_needs_no_script(browser: Browser, folder: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((folder / "family.html").as_uri())
    use(page, "show-en")
    assert page.locator(".in-en h1").is_visible()
    page.locator(".in-en summary").first.click()
    assert page.locator(".in-en .step").first.is_visible()
    page.context.close()


def test_a_tooltip_breaks_no_policy(open_page: Opener) -> None:
    page = open_page("report", 1280)
    chart = page.locator(".in-zh .plot").first
    chart.hover(position={"x": 400, "y": 60})
    assert open_page.complaints == []
    assert page.evaluate("window.breaches") == []


def test_printing_gives_pages_of_a4_without_the_switches(open_page: Opener) -> None:
    page = open_page("family", 1280)
    page.emulate_media(media="print")
    assert not page.locator(".switch-label").first.is_visible()
    assert page.locator(".in-zh .amount").first.is_visible()
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"
