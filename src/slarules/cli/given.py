"""The record a command is given: an incident, what is known of the service, up to what moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from slarules.cli.asked import moment_of
from slarules.cli.files import pieces
from slarules.documents import LIMIT, loads
from slarules.errors import DocumentError
from slarules.incident import Incident
from slarules.receipt import digest
from slarules.record import Record
from slarules.service import UNRECORDED, Service, ServiceRecord

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from datetime import datetime

T = TypeVar("T")


class Given(Record):
    """What the files and the moment of a command hold."""

    incident: Incident
    service: Service
    as_of: datetime
    """The moment asked for, or that of the last event."""
    as_of_given: bool
    inputs: Mapping[str, str]
    """The digest of each file, by what it is."""


def given_by(arguments: Namespace) -> Given:
    """
    Return what ``INCIDENT``, ``--service`` and ``--as-of`` say.

    Raises:
        FilePlaceError, DocumentError: A file cannot be read, or is no such document.
        MomentTextError: The moment is none.
    """
    incident, of_incident = read_document(arguments.incident, Incident)
    inputs = {"incident": of_incident}
    service: Service = UNRECORDED
    if arguments.service is not None:
        service, inputs["service"] = read_document(arguments.service, ServiceRecord)
    as_of = None if arguments.as_of is None else moment_of(arguments.as_of, "--as-of")
    return Given(
        incident=incident,
        service=service,
        as_of=incident.events[-1].at if as_of is None else as_of,
        as_of_given=as_of is not None,
        inputs=inputs,
    )


def read_document(path: str, expected: type[T]) -> tuple[T, str]:
    """
    Return the value of a document in a file, and the digest of its bytes.

    No more of it is read than a document may have.

    Raises:
        FilePlaceError: The file cannot be read.
        DocumentError: What is wrong with the document, each fault with the file it is in.
    """
    content = bytearray()
    for piece in pieces(path):
        content += piece
        if len(content) > LIMIT:
            break
    try:
        return loads(bytes(content), expected), digest(bytes(content))
    except DocumentError as error:
        faults = [(f"{path}: {where}" if where else path, what) for where, what in error.faults]
        raise DocumentError(faults) from None
