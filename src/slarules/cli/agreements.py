"""The agreement a command asks: the standard one or a file's, under the readings asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.agreement import Agreement, standard_support
from slarules.cli.files import pieces
from slarules.editions import Editions
from slarules.errors import AgreementFileError, EditionsNotTakenError
from slarules.readings import Readings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from datetime import datetime

STANDARD: Final = "standard"
"""The word for the contract's own figures where a file is asked for."""


def agreement_at(path: str) -> Agreement | Editions:
    """
    Return what a file, or the word ``standard``, stands for.

    Raises:
        FilePlaceError: The file cannot be read.
        AgreementFileError: What is wrong with it, each fault with the file it is in.
    """
    if path == STANDARD:
        return standard_support()
    from slarules.agreement_file import read_agreement

    try:
        return read_agreement(content_of(path))
    except AgreementFileError as error:
        faults = [(f"{path}: {key}", value, what, fix) for key, value, what, fix in error.faults]
        raise AgreementFileError(faults) from None


def content_of(path: str) -> bytes:
    """Return the bytes of a file; no more of it is read than an agreement may have."""
    from slarules.agreement_file import LIMIT

    content = bytearray()
    for piece in pieces(path):
        content += piece
        if len(content) > LIMIT:
            break
    return bytes(content)


def under(agreed: Agreement | Editions, choices: Sequence[str]) -> Agreement | Editions:
    """
    Return the agreement with these readings, whatever else it has chosen; of editions, each.

    Raises:
        ReadingError: A choice names no switch, or names one twice.
        UnknownWordError: The switch has no such option.
    """
    asked = Readings.of(choices)
    fields = [choice.partition("=")[0].strip().replace("-", "_") for choice in choices]
    changes = {field: getattr(asked, field) for field in fields}
    if not changes:
        return agreed
    if isinstance(agreed, Editions):
        editions = agreed.editions
        return Editions(
            *(one.replace(agreement=one.agreement.with_readings(**changes)) for one in editions)
        )
    return agreed.under(agreed.readings.replace(**changes))


def agreed_of(arguments: Namespace) -> Agreement | Editions:
    """Return what ``--agreement`` and ``--reading`` say; without them, the standard agreement."""
    given: str | None = getattr(arguments, "agreement", None)
    return under(agreement_at(STANDARD if given is None else given), arguments.reading)


def agreement_of(arguments: Namespace, at: datetime | None = None) -> Agreement:
    """
    Return the one agreement a command asks: of editions, that in force at the moment.

    Raises:
        EditionsNotTakenError: The file holds editions, and there is no moment to choose by.
        NoEditionError: The moment is before the first edition.
    """
    agreed = agreed_of(arguments)
    if isinstance(agreed, Agreement):
        return agreed
    if at is None:
        raise EditionsNotTakenError(arguments.agreement, arguments.command)
    return agreed.at(at)
