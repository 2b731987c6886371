"""``slarules report --export``: one incident of a log as a document for ``slarules assess``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from slarules.cli.files import write_text
from slarules.cli.page import Lines
from slarules.cli.phrases import REPORT
from slarules.documents import dumps
from slarules.errors import ExcludedCaseError, OptionPairError, UnknownCaseError
from slarules.record import Record
from slarules.report.verdicts import Excluded
from slarules.service import ServiceRecord

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from slarules.cli.page import Block
    from slarules.eventlog.log import Ticket
    from slarules.report.verdicts import Judge
    from slarules.terms import Language


class ExportedFiles(Record):
    """What was written, and how to judge it by itself."""

    case: str
    incident: str
    service: str | None
    """The file of the service; None where none was asked for."""
    service_written: bool
    filled: tuple[int, ...]
    """Lines of which the log leaves something unknown, filled in the Executor's favour."""
    command: str

    def document(self) -> dict[str, Any]:
        """Return it as values a JSON writer knows."""
        return {
            "case": self.case,
            "incident": self.incident,
            "service": self.service if self.service_written else None,
            "filled_lines": list(self.filled),
            "command": self.command,
        }

    def page(self, language: Language) -> Block:
        """Return it as sentences."""
        return Lines(tuple(self._sentences(language)))

    def _sentences(self, language: Language) -> Iterator[str]:
        def say(key: str, **values: object) -> str:
            return REPORT[key].of(language).format(**values)

        yield say("exported", case=self.case, path=self.incident)
        if self.service is not None:
            key = "exported-service" if self.service_written else "no-service"
            yield say(key, path=self.service)
        if self.filled:
            yield say("exported-filled", lines=", ".join(map(str, self.filled)))
        yield say("exported-command", command=self.command)


def refuse_pairs(arguments: Namespace) -> None:
    """
    Refuse an export with no place for it, and a place with nothing to export.

    Raises:
        OptionPairError: One of two options that need each other is missing.
    """
    pairs = (
        ("--export", arguments.export, "--incident-output", arguments.incident_output),
        ("--incident-output", arguments.incident_output, "--export", arguments.export),
        ("--service-output", arguments.service_output, "--export", arguments.export),
    )
    for given, value, wanted, other in pairs:
        if value is not None and other is None:
            raise OptionPairError(given, wanted)


def export(
    arguments: Namespace, ticket: Ticket | None, tickets: int, judge: Judge
) -> ExportedFiles:
    """
    Write one incident of the log, and the record of the service where a place is given.

    Args:
        arguments: What was typed.
        ticket: The incident asked for; None where the log has none of that number.
        tickets: How many the log has.
        judge: Who judged them.
    Raises:
        UnknownCaseError: The log has no such incident.
        ExcludedCaseError: Its rows make no record of an incident.
    """
    if ticket is None:
        raise UnknownCaseError(arguments.export, tickets)
    made = judge.export(ticket)
    if isinstance(made, Excluded):
        raise ExcludedCaseError(made.case, made.reason.value, made.line)
    write_text(arguments.incident_output, [dumps(made.incident)])
    service: str | None = arguments.service_output
    written = service is not None and isinstance(judge.service, ServiceRecord)
    command = ["slarules", "assess", arguments.incident_output]
    if written:
        assert service is not None
        write_text(service, [dumps(judge.service)])
        command += ["--service", service]
    as_of = judge.as_of.astimezone(judge.agreement.calendar.zone)
    command += ["--as-of", as_of.isoformat()]
    if arguments.agreement is not None:
        command += ["--agreement", arguments.agreement]
    for reading in arguments.reading:
        command += ["--reading", reading]
    return ExportedFiles(
        case=ticket.case,
        incident=arguments.incident_output,
        service=service,
        service_written=written,
        filled=made.filled,
        command=shlex.join(command),
    )
