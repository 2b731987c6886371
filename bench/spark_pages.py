"""
The pages of a run on Spark, in two languages, from its figures.

    python bench/spark_pages.py [--figures FILE] [--out FOLDER] [--check]

A page says nothing that the run did not measure; with --check it is only seen whether they differ.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DOCS = Path(__file__).parent.parent / "docs" / "benchmarks"
WORDS = {
    "ru": {
        "title": "Скорость: кластер",
        "lead": "Журнал событий в Parquet, решения в Parquet, две задачи одновременно на одной "
        "машине; медианы. Рядом — проход, который пропускает строки без изменений после того же "
        "перераспределения и той же сортировки того же журнала.",
        "rows": "событий",
        "machine": "Машина и версии",
        "share": "Доля инцидентов, о которых судят по одному, а не столбцом",
    },
    "en": {
        "title": "Speed: a cluster",
        "lead": "A log of events in Parquet, verdicts in Parquet, two tasks at a time on one "
        "machine; medians. Beside it stands a map that lets rows through unchanged, after the same "
        "shuffle and sort of the same log.",
        "rows": "events",
        "machine": "Machine and versions",
        "share": "Share of incidents that are judged one by one, not by the column",
    },
}


class Line(NamedTuple):
    """A line of the table: a figure of each size."""

    ru: str
    en: str
    figure: Callable[[Mapping[str, Any], int], float]


def _median(run: Mapping[str, Any], which: str, what: str) -> float:
    return float(statistics.median(one[what] for one in run[which]))


LINES = (
    Line("инцидентов", "incidents", lambda run, _: run["incidents"]),
    Line("секунд", "seconds", lambda run, _: _median(run, "judged", "seconds")),
    Line(
        "процессор, мкс на событие",
        "processor, µs an event",
        lambda run, rows: _median(run, "judged", "processor") / rows * 1e6,
    ),
    Line(
        "то же, проход без изменений",
        "the same, rows let through",
        lambda run, rows: _median(run, "let_through", "processor") / rows * 1e6,
    ),
    Line(
        "процессор, во сколько раз больше прохода",
        "processor, times that of rows let through",
        lambda run, _: (
            _median(run, "judged", "processor") / _median(run, "let_through", "processor")
        ),
    ),
    Line(
        "время, во сколько раз больше прохода",
        "time, times that of rows let through",
        lambda run, _: _median(run, "judged", "seconds") / _median(run, "let_through", "seconds"),
    ),
    Line(
        "память рабочего процесса, самое большее, МиБ",
        "memory of a worker, the most, MiB",
        lambda run, _: max(one["memory"] for one in run["judged"]),
    ),
    Line(
        "байт журнала на событие",
        "bytes of the log an event",
        lambda run, rows: run["log_bytes"] / rows,
    ),
    Line(
        "байт решений на инцидент",
        "bytes of verdicts an incident",
        lambda run, _: run["verdict_bytes"] / run["incidents"],
    ),
)
GROWTH = Line(
    "рост процессорного времени, раз",
    "growth of the processor's time, times",
    lambda run, _: _median(run, "judged", "processor"),
)


def number(value: float) -> str:
    """Return a figure with the digits that tell."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"  # noqa: PLR2004 - as printed


def table(document: Mapping[str, Any], language: str) -> list[str]:
    """Return the table of a run: a column a size."""
    runs = {int(rows): run for rows, run in document["runs"].items()}
    lines = [
        f"| {WORDS[language]['rows']} | {' | '.join(f'{rows:,}' for rows in runs)} |",
        "|---" + "|--:" * len(runs) + "|",
    ]
    for line in LINES:
        figures = (number(line.figure(run, rows)) for rows, run in runs.items())
        lines.append(f"| {getattr(line, language)} | {' | '.join(figures)} |")
    first = GROWTH.figure(runs[min(runs)], 0)
    grown = (number(GROWTH.figure(run, rows) / first) for rows, run in runs.items())
    return [*lines, f"| {getattr(GROWTH, language)} | {' | '.join(grown)} |"]


def page(document: Mapping[str, Any], language: str) -> str:
    """Return the page of a run."""
    words = WORDS[language]
    lines = [f"# {words['title']}", "", words["lead"], "", *table(document, language), ""]
    lines += [f"{words['share']}: {document['share_not_by_column']:.0%}.", ""]
    lines += [f"## {words['machine']}", ""]
    lines += [f"- {key}: {value}" for key, value in document["machine"].items()]
    return "\n".join([*lines, ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or see whether they differ."""
    parser = argparse.ArgumentParser(description="pages of a run on Spark")
    parser.add_argument("--figures", type=Path, default=DOCS / "spark.json")
    parser.add_argument("--out", type=Path, default=DOCS)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if any differs")
    options = parser.parse_args(arguments)
    document = json.loads(options.figures.read_text(encoding="utf-8"))
    stale = []
    for language in WORDS:
        path, text = options.out / f"spark-{language}.md", page(document, language)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not options.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    print(f"{'stale' if options.check else 'written'}: {', '.join(stale) or 'none'}")
    return int(options.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
