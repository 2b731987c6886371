"""Every page of the site in a browser: it is silent, asks for nothing outside, fits a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import pytest

from tests.browser.axe import OF_COLOURS, violations
from tests.browser.test_site import KINDS, PHONE, address

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Request, ViewportSize

Scheme = Literal["light", "dark"]

SIDES: Final[tuple[Scheme, ...]] = ("light", "dark")
DESK: Final[ViewportSize] = {"width": 1200, "height": 900}
SHOWN: Final = """() => { const { scrollWidth, clientWidth, lang } = document.documentElement;
  return [scrollWidth, clientWidth, lang]; }"""
CODE: Final = ("src/slarules/lifecycle.py", "docs/examples/at-the-cutoff.json")
"""Files of the project that pages lead to, each a page of its own."""


@pytest.mark.parametrize("part", ["ru", "en"])
def test_every_page_is_silent_and_fits_a_phone(chromium: Browser, built: Path, part: str) -> None:
    pages = sorted((built / part).rglob("*.html"))
    assert len(pages) > len(KINDS), f"there is no {built / part}: run make docs"
    faults: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((built.as_uri(), "data:")):
            faults.append(f"{shown.url}: asked {request.url}")

    context = chromium.new_context(viewport=PHONE)
    shown = context.new_page()
    shown.on("pageerror", lambda error: faults.append(f"{shown.url}: {error}"))
    shown.on("console", lambda message: faults.append(f"{shown.url}: {message.text}"))
    shown.on("request", asked)
    for path in pages:
        shown.goto(path.as_uri())
        scrolled, width, language = shown.evaluate(SHOWN)
        if scrolled > width:
            faults.append(f"{path.relative_to(built)}: {scrolled} px wide on {width} px")
        if language != part:
            faults.append(f"{path.relative_to(built)}: says that it is in {language}")
    context.close()
    assert faults == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_kind_is_within_reach(
    chromium: Browser, built: Path, axe: str, kind: str, language: str
) -> None:
    """Keep a picture of each too, to be looked at: ``docs-screens`` of the build folder."""
    screens = built.parent / "docs-screens"
    shown = chromium.new_page(viewport=DESK)
    shown.goto(address(built, language, kind))
    faults = {}
    for scheme in SIDES:
        shown.emulate_media(color_scheme=scheme)
        shown.screenshot(path=screens / f"{language}-{scheme}-{kind.replace('/', '-')}.png")
        if found := violations(shown, axe, () if scheme == "light" else OF_COLOURS):
            faults[scheme] = found
    shown.close()
    assert faults == {}


def test_a_picture_without_words_is_noticed(chromium: Browser, axe: str) -> None:
    shown = chromium.new_page()
    shown.set_content("<main><h1>x</h1><img src='data:,'></main>")
    found = violations(shown, axe)
    shown.close()
    assert any("image-alt" in one for one in found)


@pytest.mark.parametrize("place", ["index.html", *(f"code/{path}.html" for path in CODE)])
def test_the_door_of_the_site_and_the_code_are_within_reach(
    chromium: Browser, built: Path, axe: str, place: str
) -> None:
    shown = chromium.new_page(color_scheme="light")
    shown.goto((built / place).as_uri())
    faults = violations(shown, axe)
    shown.emulate_media(color_scheme="dark")
    faults += violations(shown, axe, OF_COLOURS)
    shown.close()
    assert faults == []


def test_letters_too_pale_are_noticed(chromium: Browser, axe: str) -> None:
    shown = chromium.new_page()
    shown.set_content("<main><h1>x</h1><p style='color: #bbb; background: #fff'>pale</p></main>")
    found = violations(shown, axe, OF_COLOURS)
    shown.close()
    assert any("color-contrast" in one for one in found)
