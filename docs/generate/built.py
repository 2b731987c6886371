"""
``python -m docs.generate.built FOLDER``: hold the built site to what it promises.

No link and no anchor is dead; no page asks for anything outside the site; every page is in both
languages, says its language, its version and its digest, and what the theme adds is in that
language too; the search finds a word in another form.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from docs.generate import manifest, site
from docs.generate.cite import short_digest
from docs.generate.words import THEME
from slarules import __version__
from slarules.terms import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTSIDE: Final = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//|^(?:https?|ftp):", re.IGNORECASE)
_IN_STYLE: Final = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")

_LABEL: Final = re.compile(r"(?:aria-label=\"|<title>)([^\"<]+)")
_RUSSIAN: Final = re.compile(r"[А-Яа-яЁё]")

FOUND_BY: Final = {
    Language.RU: ("сроков реакции", "срок реакции", "clauses/4.3"),
    Language.EN: ("reactions", "reaction", "clauses/4.3"),
}
"""A question to the search, the words as they stand, and a page that has them."""


class Html(HTMLParser):
    """What a page has: anchors, links, and what it asks for to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that name something."""
        known = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = known.get("lang", "")
        if "id" in known:
            self.ids.add(known["id"])
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
        elif tag == "link" and known.get("rel") not in ("next", "prev", "search", "index"):
            self.asked.append(known.get("href", ""))
        elif "src" in known:
            self.asked.append(known["src"])


@cache
def read(path: Path) -> Html:
    """Return what a page has."""
    parser = Html()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a built site."""
    for path in sorted(folder.rglob("*.html")):
        yield from _of_page(path, folder)
    for path in sorted(folder.rglob("*.css")):
        for found in _IN_STYLE.findall(path.read_text(encoding="utf-8")):
            if OUTSIDE.match(found[0] or found[1]):
                yield f"{path.relative_to(folder)}: asks for {found[0] or found[1]}"
    for language in Language:
        yield from _of_language(folder, language)
        yield from _search(folder, language)


def _of_page(path: Path, folder: Path) -> Iterator[str]:
    name = path.relative_to(folder).as_posix()
    found = read(path)
    for asked in found.asked:
        if OUTSIDE.match(asked):
            yield f"{name}: asks for {asked}"
    for link in found.links:
        if OUTSIDE.match(link) or link.startswith(("mailto:", "data:")):
            continue
        place, _, anchor = unquote(link).partition("#")
        target = (path.parent / place.partition("?")[0]).resolve() if place else path
        if not target.is_file():
            yield f"{name}: {link} leads to nothing"
        elif anchor and target.suffix == ".html" and anchor not in read(target).ids:
            yield f"{name}: {link} has no such anchor"


def _of_language(folder: Path, language: Language) -> Iterator[str]:
    """Yield pages that are not there, or do not say what every page says."""
    digests = manifest.digests()
    for page in site.pages(language):
        path = folder / language.value / f"{page.address}.html"
        if not path.is_file():
            yield f"{language.value}/{page.address}: no such page"
            continue
        text = path.read_text(encoding="utf-8")
        for label in _LABEL.findall(text) if language is Language.RU else ():
            if not _RUSSIAN.search(label):
                yield f"{language.value}/{page.address}: the theme says {label!r}"
        for words in THEME if language is Language.RU else ():
            if words.en in text:
                yield f"{language.value}/{page.address}: the theme says {words.en!r}"
        if read(path).language != language.value:
            yield f"{language.value}/{page.address}: does not say its language"
        if __version__ not in text or short_digest(digests[page.address]) not in text:
            yield f"{language.value}/{page.address}: without its version or its digest"


def _search(folder: Path, language: Language) -> Iterator[str]:
    """Yield what the search would not find."""
    from sphinx.search import languages as stemmers

    stemmer = stemmers[language.value]
    if isinstance(stemmer, str):
        from importlib import import_module

        module, _, name = stemmer.rpartition(".")
        stemmer = getattr(import_module(module), name)
    stem = stemmer({}).stem
    written = (folder / language.value / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(written.removeprefix("Search.setIndex(").removesuffix(")"))
    asked, stands, address = FOUND_BY[language]
    place = index["docnames"].index(address)
    for word, same in zip(asked.split(), stands.split(), strict=True):
        pages: set[int] = set()
        for kind in ("terms", "titleterms"):
            found = index[kind].get(stem(word), [])
            pages |= {found} if isinstance(found, int) else set(found)
        if stem(word) != stem(same) or place not in pages:
            yield f"{language.value}: {word} does not find {same} on {address}"


def main(arguments: list[str]) -> int:
    """Say what is wrong; return the exit code."""
    (folder,) = map(Path, arguments)
    found = list(faults(folder.resolve()))
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    pages = len(list(folder.rglob("*.html")))
    print(f"{pages} pages, {size / 1e6:.1f} MB, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
