"""One headless browser for all, and the built calculator, from the disk and from a site."""

from __future__ import annotations

import os
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from playwright.sync_api import sync_playwright

from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]

BUILT = ROOT / os.environ.get("SLARULES_BUILD", "build") / "docs"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder ``make calculator`` fills."""
    if not (BUILT / "calculator.html").exists():
        pytest.fail(f"there is no {BUILT / 'calculator.html'}: run make calculator")
    return BUILT


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's browser, or the one playwright installed."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def from_disk(built: Path) -> str:
    """The address of the one file."""
    return (built / "calculator.html").as_uri()


@pytest.fixture(scope="session")
def axe(built: Path) -> str:
    """The source of axe-core, as its lock has it."""
    path = built.parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.fail(f"there is no {path}: run make browser")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of all that was built, on a site."""
    handler = partial(Quiet, directory=str(built))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def from_site(served: str) -> str:
    """The address of the page on a site."""
    return f"{served}/calculator/index.html"


GONE_TO: Final = """(hash) => new Promise((done) => {
  if (location.hash === hash) return done();
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = hash;
})"""


@pytest.fixture(scope="session")
def one_page(chromium: Browser, from_disk: str) -> Iterator[tuple[Page, list[str]]]:
    """The calculator, opened once for those who need no page of their own, with its complaints."""
    context = chromium.new_context(locale="ru-RU")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))

    def sent(request: Request) -> None:
        if not request.url.startswith((from_disk, "data:", "blob:")):
            complaints.append(f"asked {request.url}")

    page.on("request", sent)
    page.goto(from_disk)
    page.wait_for_selector("#answer[data-ready]", timeout=120_000)
    yield page, complaints
    context.close()


@pytest.fixture
def asked(one_page: tuple[Page, list[str]]) -> Iterator[Callable[..., Page]]:
    """Return a function that takes the calculator to a question, spelled as an address has it."""
    page, complaints = one_page

    def ask(hash_: str, *, width: int = 1280, scheme: Scheme = "light") -> Page:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(GONE_TO, hash_)
        return page

    yield ask
    assert complaints == []


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page and refuses errors and requests to the outside."""
    contexts = []
    complaints: list[str] = []

    def open_page(
        address: str, *, ready: bool = True, complains: bool = False, **settings: Any
    ) -> Page:
        context = chromium.new_context(locale="ru-RU", **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)
        own = address.split("#", maxsplit=1)[0].rpartition("/")[0]

        def asked(request: Request) -> None:
            if not request.url.startswith((own, "data:", "blob:")):
                complaints.append(f"asked {request.url}")

        def said(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                complaints.append(message.text)

        if not complains:
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", said)
        page.on("request", asked)
        page.goto(address)
        if ready:
            page.wait_for_selector("#answer[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
