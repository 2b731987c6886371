"""
What stands under each page: the version, the digest of what the page says, how to cite it.

The digest is that of the words of both languages, run by run, so that a page cited in one language
can be found in the other. It leaves out the drawings, since how a year is drawn is not what it
says, and the places in the code and the tests, which move with every change.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docs.generate.model import Group, Items, Page, Para, Picture, Source
from slarules import __version__
from slarules.record import Record
from slarules.terms import Language, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from docs.generate.model import Block

ROOT: Final = Path(__file__).resolve().parents[2]
"""The folder of the project."""

_SHOWN: Final = 12
"""Digits of a digest that are shown; the whole one stands beside the citation."""

CITED: Final = Text(
    "slarules {version} (от {day}): {title}. Адрес страницы: {address}. SHA-256: {digest}.",
    "slarules {version} ({day}): {title}. Address of the page: {address}. SHA-256: {digest}.",
)


def released() -> str:
    """Return the day of the release, as the changelog has it."""
    written = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(__version__)}\] - (\S+)$", written, re.MULTILINE)
    assert found is not None, "the changelog has no line for this version"
    return found[1]


def released_on() -> date:
    """Return the same as a date."""
    from datetime import date

    return date.fromisoformat(released())


def digest_of(pages: Mapping[Language, Page]) -> str:
    """Return the digest of what a page says in its languages."""
    said = [_tree(pages[language]) for language in Language]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def short_digest(digest: str) -> str:
    """Return as much of a digest as a person compares."""
    return digest[:_SHOWN]


def citation(page: Page, digest: str) -> dict[Language, str]:
    """Return a ready citation of a page, in each language."""
    return {
        language: CITED.of(language).format(
            version=__version__,
            day=_day(language),
            title=page.title,
            address=f"{language.value}/{page.address}.html",
            digest=short_digest(digest),
        )
        for language in Language
    }


def _day(language: Language) -> str:
    from slarules.written import written_date

    return written_date(released_on(), language)


def _is_place(item: tuple[Block, ...]) -> bool:
    """Return whether an item of a list is a place in the project's files and nothing else."""
    match item:
        case (Para(runs=(Source(),)),):
            return True
        case _:
            return False


def _tree(value: Any) -> Any:
    """Return what of a value is said, as JSON has it."""
    match value:
        case Page():
            return [value.address, value.title, _tree(value.blocks), _tree(value.groups)]
        case Picture():
            return ["Picture", value.alt, _tree(value.caption)]
        case Items():
            return ["Items", *(_tree(item) for item in value.items if not _is_place(item))]
        case Source():
            return ""
        case Group():
            return [value.title, list(value.addresses)]
        case Record():
            return [type(value).__name__, *(_tree(getattr(value, name)) for name in value._fields)]
        case tuple():
            return [_tree(each) for each in value]
        case frozenset():
            return sorted(value)
        case Word():
            return value.value
        case _:
            return value
