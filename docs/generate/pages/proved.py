"""The proof: what was tried, how many times, what was found; drawn from the results there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from docs.generate.cite import ROOT
from docs.generate.markdown import labels_of, read
from docs.generate.model import Code, Page, para
from docs.generate.pages.hand import addresses
from proof.pages import page
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
RESULTS: Final = ROOT / "proof" / "results"
FOLDER: Final = ROOT / "docs" / "proof"
FILES: Final = {Language.RU: FOLDER / "README.md", Language.EN: FOLDER / "README.en.md"}
"""Where the same pages stand for those who read the repository; the site asks the results."""


def pages(language: Language) -> list[Page]:
    """Return the one page of the proof."""
    title = SAY["title"].of(language)
    kept = results(RESULTS)
    if not kept:
        none = para(SAY["none"].of(language), Code("make prove"), ".")
        return [Page(address="proof", title=title, blocks=(none,), project=True)]
    labels = labels_of(FILES[Language.EN], page(kept, Language.EN.value))
    found = read(FILES[language], addresses(), labels, content=page(kept, language.value))
    return [Page(address="proof", title=title, blocks=found.blocks, project=True)]


def results(folder: Path) -> list[dict[str, Any]]:
    """Return the results there are, in the order of the names of the parts."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
