"""The site in a browser: nothing complains or asks for the outside; it fits, and is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

KINDS: Final = (
    "index",
    "clauses/index",
    "clauses/4.3",
    "readings/index",
    "readings/cutoff-instant",
    "answers",
    "tables/classification",
    "tables/transitions",
    "years/2024",
    "examples/asked-before-the-new-year",
    "coverage",
    "errors",
    "glossary",
    "proof",
    "benchmarks/columns",
    "supply",
    "guide/lawyer",
    "reference/agreement",
    "decisions/0001-records",
    "changelog",
    "search",
)
"""A page of each kind."""

PHONE: Final[ViewportSize] = {"width": 380, "height": 800}

SEARCHED: Final = (
    ("ru", "сроков реакции", "clauses/4.3.html"),
    ("ru", "молчание заказчика", "clauses/4.11.html"),
    ("ru", "R-4.3-4", "clauses/4.3.html"),
    ("ru", "пункта 4.11", "clauses/4.11.html"),
    ("en", "reactions", "clauses/4.3.html"),
    ("en", "cutoff-instant", "readings/cutoff-instant.html"),
)
"""A language, a question in other forms than the page has, and a page that is found."""


def address(built: Path, language: str, page: str) -> str:
    """Return the address of a page on the disk."""
    return (built / language / f"{page}.html").as_uri()


@pytest.fixture(scope="module")
def site(built: Path) -> Path:
    """The folder ``make docs`` fills."""
    if not (built / "ru" / "index.html").exists():
        pytest.fail(f"there is no {built / 'ru'}: run make docs")
    return built


@pytest.fixture
def place(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site: on the disk, unless a test asks for the one that is served."""
    if getattr(request, "param", "disk") == "disk":
        return site.as_uri()
    return str(request.getfixturevalue("served"))


@pytest.fixture
def shown(chromium: Browser, place: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of the site, and refuses what the page complains of."""
    contexts = []
    complaints: list[str] = []

    def open_page(language: str, page: str, **settings: Any) -> Page:
        context = chromium.new_context(**settings)
        contexts.append(context)
        found = context.new_page()
        found.on("pageerror", lambda error: complaints.append(str(error)))
        found.on("console", said)
        found.on("request", lambda request: asked(request.url))
        found.goto(f"{place}/{language}/{page}.html")
        return found

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:  # the theme says when it is changed
            complaints.append(message.text)

    def asked(url: str) -> None:
        if not url.startswith((place, "data:")):
            complaints.append(f"asked {url}")

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_stands_out_in_light_and_in_dark(
    shown: Callable[..., Page], scheme: str
) -> None:
    paper, ink = shown("ru", "clauses/4.3", color_scheme=scheme).evaluate(
        "(() => { const style = getComputedStyle(document.body);"
        " return [style.backgroundColor, style.color].map((colour) =>"
        " colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)); })()"
    )
    assert (paper > ink) is (scheme == "light")
    assert abs(paper - ink) > 3 * 120


@pytest.mark.parametrize("place", ["disk", "served"], indirect=True)
@pytest.mark.parametrize(("language", "asked", "found"), SEARCHED)
def test_the_search_finds_a_word_in_another_form(
    shown: Callable[..., Page], language: str, asked: str, found: str
) -> None:
    page = shown(language, "index")
    page.fill("input[name=q]", asked)
    page.press("input[name=q]", "Enter")
    page.wait_for_selector(f"#search-results li a[href^='{found}']")
    links = page.eval_on_selector_all(
        "#search-results li a", "links => links.map(link => link.getAttribute('href'))"
    )
    assert found in [link.partition("#")[0].partition("?")[0] for link in links]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_the_search_asks_what_to_find(
    shown: Callable[..., Page], language: str
) -> None:
    page = shown(language, "search")
    hint = page.locator(".hint")
    assert hint.is_visible()
    hint.locator("input").fill("HelpDesk")
    hint.locator("input").press("Enter")
    page.wait_for_selector("#search-results li a")
    assert not page.locator(".hint").is_visible()


def test_a_drawing_follows_the_theme_that_was_chosen(shown: Callable[..., Page]) -> None:
    page = shown("ru", "years/2024", color_scheme="light")
    paper = """() => getComputedStyle(document.querySelector(".slarules-picture .f-paper")).fill"""
    light = page.evaluate(paper)
    while page.evaluate("document.body.dataset.theme") != "dark":
        page.locator(".theme-toggle:visible").first.click()
    assert page.evaluate(paper) != light


def test_the_other_language_is_the_same_page(site: Path, shown: Callable[..., Page]) -> None:
    page = shown("ru", "readings/cutoff-instant")
    page.click(".language a")
    assert page.url == address(site, "en", "readings/cutoff-instant")
