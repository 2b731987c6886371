"""The proof: what was tried, how many times, what was found; written by ``python -m proof``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from docs.generate.markdown import labels_of, read
from docs.generate.model import Code, Page, para
from docs.generate.pages.hand import addresses
from slarules.terms import Language, Text

if TYPE_CHECKING:
    from pathlib import Path

SAY: Final = {
    "title": Text("Доказательство", "Proof"),
    "none": Text(
        "Страница пишется по результатам прогонов, и пока их нет. Прогнать: ",
        "This page is written from the results of runs, and there are none yet. To run them: ",
    ),
}
FOLDER: Final = ROOT / "docs" / "proof"
RUSSIAN: Final = FOLDER / "README.md"
ENGLISH: Final = FOLDER / "README.en.md"


def pages(language: Language) -> list[Page]:
    """Return the one page of the proof."""
    title = SAY["title"].of(language)
    if not (RUSSIAN.exists() and ENGLISH.exists()):
        none = para(SAY["none"].of(language), Code("make prove"), ".")
        return [Page(address="proof", title=title, blocks=(none,))]
    known: dict[Path, str] = {**addresses(), RUSSIAN: "proof", ENGLISH: "proof"}
    path = RUSSIAN if language is Language.RU else ENGLISH
    found = read(path, known, labels_of(ENGLISH))
    return [Page(address="proof", title=title, blocks=found.blocks)]
