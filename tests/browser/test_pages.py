"""Every page of the site in a browser: it is silent, asks for nothing outside, fits a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import pytest

from tests.browser.test_site import KINDS, address

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request, ViewportSize

Scheme = Literal["light", "dark"]

SERIOUS: Final = ("serious", "critical")
SIDES: Final = ("light", "dark")
DESK: Final[ViewportSize] = {"width": 1200, "height": 900}
VIOLATIONS: Final = """async () => (await axe.run()).violations.map((one) =>
  [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)])"""
RUNS: Final = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core holds to be serious or critical on an opened page."""
    page.evaluate(axe)  # not a script of the page: it is not on the page that is published
    return [f"{one[1:]}" for one in page.evaluate(VIOLATIONS) if one[0] in SERIOUS]


@pytest.fixture(scope="module")
def axe(built: Path) -> str:
    """The source of axe-core, as its lock has it."""
    path = built.parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.fail(f"there is no {path}: run make browser")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ["ru", "en"])
def test_every_page_is_silent_and_fits_a_phone(chromium: Browser, built: Path, part: str) -> None:
    pages = sorted((built / part).rglob("*.html"))
    assert pages, f"there is no {built / part}: run make docs"
    faults: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((built.as_uri(), "data:")):
            faults.append(f"{shown.url}: asked {request.url}")

    context = chromium.new_context(viewport={"width": 380, "height": 800})
    shown = context.new_page()
    shown.on("pageerror", lambda error: faults.append(f"{shown.url}: {error}"))
    shown.on("console", lambda message: faults.append(f"{shown.url}: {message.text}"))
    shown.on("request", asked)
    for path in pages:
        shown.goto(path.as_uri())
        scrolled, width = shown.evaluate(RUNS)
        if scrolled > width:
            faults.append(f"{path.relative_to(built)}: {scrolled} px wide on {width} px")
    context.close()
    assert faults == []


@pytest.mark.parametrize("scheme", SIDES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_page_of_every_kind_is_within_reach(
    chromium: Browser, built: Path, axe: str, language: str, scheme: Scheme
) -> None:
    """Keep a picture of each too, to be looked at: ``docs-screens`` of the build folder."""
    screens = built.parent / "docs-screens"
    context = chromium.new_context(viewport=DESK, color_scheme=scheme)
    shown = context.new_page()
    faults: dict[str, list[str]] = {}
    for kind in KINDS:
        shown.goto(address(built, language, kind))
        name = f"{language}-{scheme}-{kind.replace('/', '-')}.png"
        shown.screenshot(path=screens / name)
        if found := violations(shown, axe):
            faults[kind] = found
    context.close()
    assert faults == {}


def test_a_picture_without_words_is_noticed(chromium: Browser, axe: str) -> None:
    shown = chromium.new_page()
    shown.set_content("<main><h1>x</h1><img src='data:,'></main>")
    found = violations(shown, axe)
    shown.close()
    assert any("image-alt" in one for one in found)


@pytest.mark.parametrize("scheme", SIDES)
def test_the_door_of_the_site_is_within_reach(
    chromium: Browser, built: Path, axe: str, scheme: Scheme
) -> None:
    shown = chromium.new_page(color_scheme=scheme)
    shown.goto((built / "index.html").as_uri())
    found = violations(shown, axe)
    shown.close()
    assert found == []
