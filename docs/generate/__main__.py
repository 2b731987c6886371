"""``python -m docs.generate``: write the sources of the site, or hold the pages to the rows."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from docs.generate import code, front, manifest, site
from docs.generate.myst import source
from docs.generate.pages import hand
from docs.generate.words import THEME
from slarules.terms import Language


def main(arguments: list[str] | None = None) -> int:
    """Do what is asked; return the exit code."""
    asked = argparse.ArgumentParser(prog="python -m docs.generate", description="the pages")
    asked.add_argument("--out", type=Path, metavar="FOLDER", help="write the sources of the site")
    asked.add_argument("--check", action="store_true", help="fail if docs/pages.csv is stale")
    asked.add_argument("--write", action="store_true", help="write docs/pages.csv anew")
    asked.add_argument(
        "--alone",
        nargs="*",
        default=[],
        metavar="PAGE",
        help="pages written by hand of which one language changed, rightly",
    )
    given = asked.parse_args(arguments)
    faults = list(site.faults())
    if given.write and not faults:
        faults += manifest.write(frozenset(given.alone))
    if given.check:
        faults += manifest.differ()
    if given.out is not None and not faults:
        write(given.out)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def write(folder: Path) -> None:
    """
    Write the sources of both languages, and what stands beside them in the site.

    That is ``FOLDER/ru``, ``FOLDER/en`` and ``FOLDER/locale`` for Sphinx, ``FOLDER/site`` to be
    copied as it is.
    """
    if folder.exists():
        shutil.rmtree(folder)
    digests = manifest.digests()
    for language in Language:
        shorts = {page.address: page.short for page in site.pages(language)}
        for page in site.pages(language):
            path = folder / language.value / f"{page.address}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = source(page, language, digests[page.address], shorts)
            path.write_text(text, encoding="utf-8")
    locale = folder / "locale" / "ru" / "LC_MESSAGES"
    locale.mkdir(parents=True)
    with (locale / "sphinx.mo").open("wb") as file:
        write_mo(file, theme_words())
    beside = folder / "site"
    code.write(beside / "code", list(site.pages(Language.RU)))
    (beside / "index.html").write_text(front.page(), encoding="utf-8")
    for path, place in hand.BESIDE.items():
        (beside / place).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, beside / place)


def theme_words() -> Catalog:
    """Return what the theme says, in Russian, as gettext reads it."""
    catalog = Catalog(locale="ru", domain="sphinx")
    for text in THEME:
        catalog.add(text.en, text.ru)
    return catalog


if __name__ == "__main__":
    sys.exit(main())
