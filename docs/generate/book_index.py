"""The index of the book: subjects in words, and ids with every page that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docs.generate import worked
from docs.generate.ids import answer_ref, clause_ref, finding_ref, prose, reading_ref, rule_ref
from docs.generate.model import Ref
from docs.generate.pages.glossary import TERMS
from docs.generate.pages.titles import CLAUSES as TITLES
from slarules.answer_words import capital
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES
from slarules.findings import FINDING
from slarules.reading_rows import READING_ROWS
from slarules.rules import RULES
from slarules.terms import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from slarules.terms import Language

SAY: Final = {
    "subjects": Text("Предметы", "Subjects"),
    "clauses": Text("Пункты", "Paragraphs"),
    "rules": Text("Правила", "Rules"),
    "readings": Text("Толкования", "Readings"),
    "answers": Text("Принятые ответы", "Recorded answers"),
    "findings": Text("Замечания", "Findings"),
}

Entry = dict[str, Any]


def index(language: Language, places: AbstractSet[str]) -> list[dict[str, Any]]:
    """Return the groups of the index; an entry has the places it leads to."""
    ids: dict[str, Iterable[Ref]] = {
        "clauses": map(clause_ref, CLAUSES),
        "rules": map(rule_ref, RULES),
        "readings": map(reading_ref, sorted(READING_ROWS)),
        "answers": map(answer_ref, sorted(ANSWERS)),
        "findings": map(finding_ref, FINDING),
    }
    subjects = sorted(_subjects(language), key=lambda entry: entry["text"].lower())
    groups: list[dict[str, Any]] = [
        {"title": SAY["subjects"].of(language), "ids": False, "entries": subjects}
    ]
    for key, refs in ids.items():
        entries = [{"text": one.text, "keys": [_place(one)], "all": True} for one in refs]
        groups.append({"title": SAY[key].of(language), "ids": True, "entries": entries})
    for group in groups:
        for entry in group["entries"]:
            lost = set(entry["keys"]) - places
            assert not lost, f"the index leads to places the book has not: {lost}"
    return groups


def _place(ref: Ref) -> str:
    return f"{ref.address}#{ref.anchor}" if ref.anchor else ref.address


def _subjects(language: Language) -> Iterator[Entry]:
    """Yield terms with the paragraphs they come from, paragraphs by title, and the examples."""
    for anchor, name, means in TERMS:
        cited = [run for run in prose(means.of(language)) if isinstance(run, Ref)]
        keys = [f"glossary#{anchor}", *map(_place, cited)]
        yield {"text": capital(name.of(language).removeprefix("the ")), "keys": keys, "all": False}
    for clause, title in TITLES.items():
        said = f"{title.of(language)} ({clause})"
        yield {"text": said, "keys": [_place(clause_ref(clause))], "all": False}
    for example in worked.examples():
        said = example.title.of(language)
        yield {"text": said, "keys": [f"examples/{example.name}"], "all": False}
