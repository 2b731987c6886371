"""The arguments of every command, and where each command is."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, Final, NoReturn

from slarules.visible import shown

if TYPE_CHECKING:
    from argparse import _SubParsersAction

MODULES: Final = {
    "due": "slarules.cli.due",
    "assess": "slarules.cli.assess",
    "explain": "slarules.cli.explain",
    "letter": "slarules.cli.letter",
    "readings": "slarules.cli.readings",
    "compare": "slarules.cli.compare",
    "whatif": "slarules.cli.whatif",
    "agreement": "slarules.cli.agreement",
    "calendar": "slarules.cli.year",
    "clauses": "slarules.cli.register",
    "annotate": "slarules.cli.annotate",
    "report": "slarules.cli.report",
    "demo": "slarules.cli.demo",
}
"""The module of a command; it has ``answer(arguments, language)``."""

EXIT_CODES: Final = (
    "exit codes: 0 fine; 1 bad news, only where asked for (--check, --fail-on-…); "
    "2 bad input, said in one line"
)


class OneLineParser(ArgumentParser):
    """A parser that says what is wrong in one line, with the remedy."""

    def error(self, message: str) -> NoReturn:
        """Say it and exit."""
        one_line = shown(" ".join(message.split()))
        sys.stderr.write(f"{self.prog}: {one_line}; see {self.prog} --help\n")
        raise SystemExit(2)


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    whole = OneLineParser(
        prog="slarules",
        description="Deadlines of a technical support agreement, with the clause behind each.",
        epilog=EXIT_CODES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="store_true", help="print the version and exit")
    commands = whole.add_subparsers(dest="command", metavar="command")

    due = _command(commands, "due", "by when to react to one incident, and what else is owed")
    due.add_argument(
        "--registered",
        required=True,
        metavar="MOMENT",
        help="when HelpDesk registered it, ISO 8601 with offset: 2024-12-28T11:59:00+03:00",
    )
    due.add_argument("--category", required=True, metavar="LETTER", help="A, B, C, D or E")
    _agreement(due)
    _readings(due)

    assess = _command(commands, "assess", "everything the agreement says about one incident")
    assess.add_argument("incident", metavar="INCIDENT", help="a JSON file: slarules/incident/1")
    _history(assess)
    _agreement(assess)
    _readings(assess)
    assess.add_argument(
        "--fail-on-missed", action="store_true", help="exit with 1 if an obligation was missed"
    )

    _explain(commands)

    letter = _command(commands, "letter", "the decision on an incident, to send: HTML, Word, PDF/A")
    letter.add_argument("incident", metavar="INCIDENT", help="a JSON file: slarules/incident/1")
    _history(letter)
    letter.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="where to write it; the ending says what: .html, .docx or .pdf",
    )
    _agreement(letter)
    _readings(letter)

    readings = _command(commands, "readings", "the open points of the text; which of them matter")
    readings.add_argument(
        "--incident", metavar="INCIDENT", help="a JSON file: say which readings matter to it"
    )
    _history(readings)
    _agreement(readings)
    _readings(readings)

    _agreements(commands)

    year = _command(commands, "calendar", "the business days of a year, with the reasons")
    year.add_argument("year", type=int, metavar="YEAR", help="for example 2026")
    _svg(year, "the year drawn, month by month")

    clauses = _command(commands, "clauses", "the paragraphs of the agreement, in our own words")
    clauses.add_argument(
        "--coverage",
        action="store_true",
        help="print what of the package rests on each paragraph instead",
    )

    annotate = _command(commands, "annotate", "your copy of the contract, against the register")
    annotate.add_argument("contract", metavar="CONTRACT", help="a text, DOCX or PDF file")
    annotate.add_argument(
        "-o", "--output", metavar="FILE", help="write the annotated text to this HTML file"
    )
    annotate.add_argument(
        "--against",
        metavar="OLD",
        help="an older copy to compare with, in full; the register holds only hashes of words",
    )
    annotate.add_argument(
        "--check", action="store_true", help="exit with 1 if anything differs from the register"
    )

    _report(commands)

    demo = _command(commands, "demo", "judge the bundled example log and explain three deadlines")
    demo.add_argument(
        "--output", required=True, metavar="DIR", help="the folder for the per-incident file"
    )
    return whole


def _explain(commands: _SubParsersAction[OneLineParser]) -> None:
    """Add the command ``explain``."""
    explain = _command(commands, "explain", "why: one deadline, or each verdict on an incident")
    explain.add_argument(
        "incident", nargs="?", metavar="INCIDENT", help="a JSON file: slarules/incident/1"
    )
    _history(explain)
    explain.add_argument(
        "--registered", metavar="MOMENT", help="or: when an incident was registered"
    )
    explain.add_argument("--category", metavar="LETTER", help="with --registered: A, B, C, D or E")
    explain.add_argument(
        "--asked", metavar="MOMENT", help="or: when a request for information was entered"
    )
    explain.add_argument(
        "--form",
        choices=("short", "steps", "json"),
        default="steps",
        help="one sentence each, numbered steps, or a document (default: steps)",
    )
    explain.add_argument(
        "--why-not",
        action="store_true",
        help="also the rules that do not apply, and the nearest other due moment",
    )
    _svg(explain, "the deadlines drawn on the calendar")
    _agreement(explain)
    _readings(explain)


def _report(commands: _SubParsersAction[OneLineParser]) -> None:
    """Add the command ``report``."""
    report = _command(commands, "report", "what the agreement says of the incidents of a log")
    report.add_argument("log", metavar="LOG", help="a CSV or Parquet file, one row an event")
    report.add_argument(
        "--mapping",
        required=True,
        metavar="FILE",
        help="a TOML file: columns, clock, what each activity means",
    )
    report.add_argument(
        "--category",
        metavar="LETTER",
        help="the category of every incident, where no column of the log says it",
    )
    report.add_argument(
        "--as-of",
        metavar="MOMENT",
        help="the record is complete through it, ISO 8601 with offset (default: the last row)",
    )
    report.add_argument(
        "--output", metavar="FILE", help="write one row an incident to this CSV file"
    )
    report.add_argument(
        "--export",
        metavar="NUMBER",
        help="write this incident as a document for the command assess, see --incident-output",
    )
    report.add_argument(
        "--incident-output", metavar="FILE", help="where to write it: slarules/incident/1"
    )
    report.add_argument(
        "--service-output",
        metavar="FILE",
        help="with --export: write what the log says of the service, slarules/service/1",
    )
    report.add_argument(
        "--readings",
        action="store_true",
        help="also how many verdicts would be others under each other reading",
    )
    _agreement(report)
    _readings(report)
    report.add_argument(
        "--fail-on-missed", action="store_true", help="exit with 1 if a reaction was missed"
    )


def _agreements(commands: _SubParsersAction[OneLineParser]) -> None:
    """Add the commands about agreements: ``compare``, ``whatif``, ``agreement``."""
    compare = _command(commands, "compare", "what another agreement changes in a log")
    for name, which in (("first", "before"), ("second", "after")):
        compare.add_argument(
            name,
            metavar=name.upper(),
            help=f"the agreement {which}: a TOML file, or the word standard",
        )
    compare.add_argument("log", metavar="LOG", help="a CSV file, one row an event")
    compare.add_argument(
        "--mapping",
        required=True,
        metavar="FILE",
        help="a TOML file: columns, clock, what each activity means",
    )
    compare.add_argument(
        "--category",
        metavar="LETTER",
        help="the category of every incident, where no column of the log says it",
    )
    compare.add_argument(
        "--as-of",
        metavar="MOMENT",
        help="the record is complete through it, ISO 8601 with offset (default: the last row)",
    )
    compare.add_argument("--html", metavar="FILE", help="write a page for a browser to this file")
    compare.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="SWITCH=OPTION",
        help="a reading of the second agreement: cutoff-instant=same-day; may be repeated",
    )
    compare.add_argument(
        "--fail-on-change", action="store_true", help="exit with 1 if anything changed"
    )

    whatif = _command(commands, "whatif", "one incident, had some of it come at other moments")
    whatif.add_argument("incident", metavar="INCIDENT", help="a JSON file: slarules/incident/1")
    whatif.add_argument(
        "--registered-at",
        metavar="MOMENT",
        help="when it would have been registered, ISO 8601 with offset",
    )
    whatif.add_argument(
        "--shift",
        action="append",
        default=[],
        metavar="ENTRY=TIME",
        help="by how much an entry would have come later or earlier: 2=+1d, 3=-2h30m; entries are "
        "numbered from 1; may be repeated",
    )
    _history(whatif)
    _agreement(whatif)
    _readings(whatif)

    agreement = _command(commands, "agreement", "an agreement's file: checked, shown, explained")
    agreement.add_argument(
        "file",
        nargs="?",
        default="standard",
        metavar="FILE",
        help="a TOML file (default: standard, the contract's own figures)",
    )
    what = agreement.add_mutually_exclusive_group()
    what.add_argument(
        "--check", action="store_true", help="say what is wrong with it; exit with 1 if anything is"
    )
    what.add_argument("--show", action="store_true", help="print it in full, as a file")
    what.add_argument(
        "--schema", action="store_true", help="print the keys; with --json, the JSON Schema"
    )


def _svg(command: ArgumentParser, what: str) -> None:
    """Add the file a picture is written to."""
    command.add_argument("--svg", metavar="FILE", help=f"also write {what}, an SVG picture")


def _history(command: ArgumentParser) -> None:
    """Add what an incident is judged by, beside its record."""
    command.add_argument(
        "--service",
        metavar="FILE",
        help="a JSON file, slarules/service/1: outages, accounts, terms of support",
    )
    command.add_argument(
        "--as-of",
        metavar="MOMENT",
        help="the record is complete through it, ISO 8601 with offset (default: the last event)",
    )


def _agreement(command: ArgumentParser) -> None:
    """Add the choice of an agreement."""
    command.add_argument(
        "--agreement",
        metavar="FILE",
        help="a TOML file of what the parties agreed (default: the contract's own figures)",
    )


def _readings(command: ArgumentParser) -> None:
    """Add the choice of readings."""
    command.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="SWITCH=OPTION",
        help="another reading of an open point: cutoff-instant=same-day; may be repeated",
    )


def _command(commands: _SubParsersAction[OneLineParser], name: str, what: str) -> ArgumentParser:
    command = commands.add_parser(name, help=what, description=what, epilog=EXIT_CODES)
    command.add_argument("--json", action="store_true", help="print a document for programs")
    command.add_argument(
        "--lang",
        choices=("ru", "en"),
        default="ru",
        help="the language of what is printed (default: ru); errors are in English",
    )
    return command
