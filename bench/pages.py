"""
The pages of the benchmarks, in two languages, and their picture, from the figures of one run.

    python bench/pages.py [--figures FILE] [--out FOLDER] [--check]

A page says nothing that the run did not measure; with --check it is only seen whether they differ.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOCS = Path(__file__).parent.parent / "docs" / "benchmarks"
WORDS = {
    "ru": {
        "title": "Скорость: столбцы",
        "lead": "Все отношения взяты внутри одного запуска, на одних и тех же нерабочих днях; "
        "ответы сравнены до измерения. Время — процессорное, в один поток; приведены медианы.",
        "head": "| что | медиана | от–до | требуется | итог | подробно |",
        "met": "выполнено",
        "short": "не достигнуто",
        "picture": "Во сколько раз медленнее другие библиотеки",
        "native": "Доля неверных ответов у numpy, если выходными считать субботу и воскресенье",
        "machine": "Машина и версии",
        "import": "Импорт: миллисекунды процессора сверх пустого интерпретатора",
    },
    "en": {
        "title": "Speed: columns",
        "lead": "Every ratio is taken within one run, on the same days off; the answers were "
        "compared before anything was timed. Time of the processor, one thread; medians.",
        "head": "| what | median | range | asked | result | in full |",
        "met": "pass",
        "short": "short",
        "picture": "How many times as slow other libraries are",
        "native": "Share of wrong answers of numpy with Saturday and Sunday as its weekend",
        "machine": "Machine and versions",
        "import": "Import: milliseconds of the processor over a bare interpreter",
    },
}
RUSSIAN = (
    (r"five inputs, six outputs", "все правила: пять столбцов на входе, шесть на выходе"),
    (r"business seconds, a year", "рабочее время за год"),
    (r"business seconds", "рабочее время в секундах"),
    (r"reaction due", "срок реакции"),
    (r"\+ 60 business days", "+ 60 рабочих дней"),
    (r"growth: ", "рост времени при удесятерении строк: "),
    (r"memory beside inputs and outputs", "память сверх входов и выходов"),
    (
        r"one assess an incident, to a log of ([\d,]+) rows",
        r"assess по одному к журналу, строк: \1",
    ),
    (r"one call: ", "один вызов: "),
    (r"(\d) hours", r"\1 часов"),
    (r"10 years", "10 лет"),
    (r"a year", "год"),
    (r"add: loop add", "+ 60 рабочих дней: цикл по holidays"),
    (r"add: (.+) add", r"+ 60 рабочих дней: \1"),
    (r"seconds: (.+) seconds", r"рабочее время: \1"),
    (r"([,;]) ([\d,]+) rows", r"\1 строк: \2"),
    (r"read two, write one", "чтение двух массивов и запись одного"),
    (r"ns a row", "нс на строку"),
    (r"times as slow", "раз медленнее"),
    (r"no-op calls", "пустых вызовов"),
    (r"^times$", "раз"),
    (r"MiB", "МиБ"),
    (r"datetime, zoneinfo", "datetime и zoneinfo"),
    (r"the first (?:reaction due|срок реакции)", "с первым сроком реакции"),
    (r"; the floor ", "; предел "),
    (r"([\d,]+) events a second by columns", r"событий в секунду столбцами: \1"),
    (r"([\d,]+) ns$", r"\1 нс"),
    (r"^add: ", "+ 60 рабочих дней: "),
)
"""What labels and units of the figures are in Russian, in the order in which they are replaced."""
BAR, LABEL, LINE = 420, 340, 24
"""The width of the longest bar and of the names, and the height of a line, in pixels."""


def number(value: float) -> str:
    """Return a figure with the digits that tell."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"  # noqa: PLR2004 - as printed


def label(text: str, language: str) -> str:
    """Return a label or a unit of a figure in a language; its way to write numbers."""
    if language == "ru":
        for english, russian in RUSSIAN:
            text = re.sub(english, russian, text)
        text = re.sub(r"(?<=\d),(?=\d{3})", "\u00a0", text)
        text = re.sub(r"(?<=\d)\.(?=\d)", ",", text)
    return text


def picture(figures: Sequence[Mapping[str, Any]], title: str, language: str = "en") -> str:
    """Return the peers as bars on a logarithmic scale; what follows is text, for every reader."""
    peers = sorted(
        (one for one in figures if one["unit"] == "times as slow"), key=lambda one: one["median"]
    )
    most = max((math.log10(max(one["median"], 1.0)) for one in peers), default=0) or 1.0
    height = LINE * (len(peers) + 2)
    rows = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABEL + BAR + 90} {height}" '
            f'role="img" font-family="sans-serif" font-size="13"><title>{escape(title)}</title>'
        ),
        (
            "<style>text{fill:#222}rect{fill:#2b6cb0}@media(prefers-color-scheme:dark)"
            "{text{fill:#eee}rect{fill:#63b3ed}}</style>"
        ),
        f'<text x="0" y="{LINE - 6}" font-weight="bold">{escape(title)} (log)</text>',
    ]
    for place, one in enumerate(peers, start=1):
        y = LINE * place + 8
        width = BAR * math.log10(max(one["median"], 1.0)) / most
        told = label(number(one["median"]), language)
        rows += [
            f'<text x="0" y="{y + 13}">{escape(label(one["what"], language))}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{width:.1f}" height="{LINE - 8}"/>',
            f'<text x="{LABEL + width + 6:.1f}" y="{y + 13}">{told}</text>',
        ]
    return "\n".join([*rows, "</svg>", ""])


def page(document: Mapping[str, Any], language: str) -> str:
    """Return the page of a run."""
    words = WORDS[language]
    lines = [
        f"# {words['title']}",
        "",
        words["lead"],
        "",
        words["head"],
        "|---|--:|--:|--:|---|---|",
    ]
    for one in document["figures"]:
        sign = "≥" if one["at_least"] else "≤"
        rounds = f"{number(min(one['rounds']))}–{number(max(one['rounds']))}"
        median, rounds, target = (
            label(told, language) for told in (number(one["median"]), rounds, number(one["target"]))
        )
        lines.append(
            f"| {label(one['what'], language)} | {median} | {rounds} "
            f"| {sign} {target} {label(one['unit'], language)} "
            f"| {words['met'] if one['met'] else words['short']} "
            f"| {label(one.get('note', ''), language)} |"
        )
    lines += ["", f"![{words['picture']}](columns-{language}.svg)", "", f"## {words['native']}", ""]
    lines += [
        f"- {label(what, language)}: {share:.0%}"
        for what, share in document["wrong_on_native_weekend"].items()
    ]
    if imported := document.get("import_ms"):
        lines += ["", f"## {words['import']}", ""]
        lines += [
            f"- {label(f'{name}: {number(statistics.median(rounds))}', language)}"
            for name, rounds in imported.items()
        ]
    lines += ["", f"## {words['machine']}", ""]
    lines += [f"- {key}: {value}" for key, value in document["machine"].items()]
    return "\n".join([*lines, ""])


def pages(document: Mapping[str, Any]) -> dict[str, str]:
    """Return every file of the pages by its name."""
    found = {}
    for language, words in WORDS.items():
        found[f"columns-{language}.md"] = page(document, language)
        found[f"columns-{language}.svg"] = picture(document["figures"], words["picture"], language)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or see whether they differ."""
    parser = argparse.ArgumentParser(description="pages of the benchmarks, from one run")
    parser.add_argument("--figures", type=Path, default=DOCS / "columns.json")
    parser.add_argument("--out", type=Path, default=DOCS)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if any differs")
    options = parser.parse_args(arguments)
    wanted = pages(json.loads(options.figures.read_text(encoding="utf-8")))
    stale = []
    for name, text in wanted.items():
        path = options.out / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not options.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    print(f"{'stale' if options.check else 'written'}: {', '.join(stale) or 'none'}")
    return int(options.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
