"""The pages of the proof, drawn from its results: docs/proof in two languages."""

from __future__ import annotations

from typing import Any, Final

from proof.part import ROOT

FOLDER: Final = ROOT / "docs" / "proof"
NAMES: Final = {"ru": "README.md", "en": "README.en.md"}

WORDS: Final = {
    "ru": {
        "title": "Доказательство",
        "other": "[In English](README.en.md)",
        "intro": (
            "Что пробовали, сколько раз и что нашли. Страница написана по результатам прогонов "
            "(`proof/results`), каждый действителен для тех файлов, чей отпечаток в нём стоит: "
            "`make prove` прогоняет заново то, что изменилось, `make prove-ЧАСТЬ` — одну часть."
        ),
        "part": "Часть",
        "tried": "Испытано",
        "seconds": "Секунд",
        "found": "Найдено",
        "nothing": "ничего",
        "run": "Прогон: {seconds} с, Python {python}, отпечаток `{digest}`.",
    },
    "en": {
        "title": "Proof",
        "other": "[По-русски](README.md)",
        "intro": (
            "What was tried, how many times, and what was found. This page is written from the "
            "results of runs (`proof/results`), each of them good for the files whose digest it "
            "carries: `make prove` runs what has changed again, `make prove-PART` one part."
        ),
        "part": "Part",
        "tried": "Tried",
        "seconds": "Seconds",
        "found": "Found",
        "nothing": "nothing",
        "run": "Run: {seconds} s, Python {python}, digest `{digest}`.",
    },
}
"""What stands on the page beside the results."""


def write(results: list[dict[str, Any]]) -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language, name in NAMES.items():
        (FOLDER / name).write_text(page(results, language), encoding="utf-8")


def differ(results: list[dict[str, Any]]) -> list[str]:
    """Return the pages that are not what the results give."""
    return [
        f"docs/proof/{name}"
        for language, name in NAMES.items()
        if not (FOLDER / name).exists()
        or (FOLDER / name).read_text(encoding="utf-8") != page(results, language)
    ]


def page(results: list[dict[str, Any]], language: str) -> str:
    """Return the page in a language."""
    words = WORDS[language]
    lines = [f"# {words['title']}", "", words["other"], "", words["intro"], ""]
    lines += [f"| {words['part']} | {words['tried']} | {words['found']} | {words['seconds']} |"]
    lines += ["|---|---|---|---|"]
    for each in results:
        tried = "; ".join(
            f"{one['what'][language]}: {_number(one['times'], language)}" for one in each["tried"]
        )
        title = f"[{each['title'][language]}](#{each['part']})"
        found = len(each["found"]) or words["nothing"]
        lines += [f"| {title} | {_cell(tried)} | {found} | {each['seconds']:.0f} |"]
    for each in results:
        lines += ["", *_section(each, language)]
    return "\n".join(lines) + "\n"


def _section(result: dict[str, Any], language: str) -> list[str]:
    """Return what is said of one part."""
    words = WORDS[language]
    lines = [f'<a id="{result["part"]}"></a>', "", f"## {result['title'][language]}", ""]
    lines += [result["method"][language], ""]
    lines += [
        words["run"].format(
            seconds=f"{result['seconds']:.0f}",
            python=result["python"],
            digest=result["digest"][:16],
        )
    ]
    if result["found"]:
        lines += ["", f"{words['found']}:", ""]
        lines += [f"- {each[language]}" for each in result["found"]]
    for table in result["tables"]:
        lines += ["", f"### {table['title'][language]}", ""]
        lines += ["| " + " | ".join(each[language] for each in table["columns"]) + " |"]
        lines += ["|" + "---|" * len(table["columns"])]
        lines += [
            "| " + " | ".join(_cell(_printed(cell, language)) for cell in row) + " |"
            for row in table["rows"]
        ]
    return lines


def _printed(cell: Any, language: str) -> str:
    """Return a cell as the page has it."""
    if isinstance(cell, dict):
        return str(cell[language])
    if isinstance(cell, int):
        return _number(cell, language)
    return str(cell)


def _number(count: int, language: str) -> str:
    """Return a number with its thousands apart: a no-break space in Russian, a comma in English."""
    text = f"{count:,}"
    return text if language == "en" else text.replace(",", "\u00a0")


def _cell(text: str) -> str:
    """Return a text that does not end its cell."""
    return text.replace("|", "\\|").replace("\n", " ")
