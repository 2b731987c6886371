"""What an answer was made from, at the end of a page and in a document."""

from __future__ import annotations

import shlex
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from slarules.cli.page import Grid, Heading
from slarules.cli.phrases import RECEIPT
from slarules.documents import tree
from slarules.receipt import receipt
from slarules.written import written_date

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
    from slarules.receipt import Receipt
    from slarules.terms import Language


class Digest:
    """The digest of bytes that are read in pieces; ``written`` is right once all are read."""

    def __init__(self) -> None:
        self._sum = sha256()

    def of(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the pieces, and take each into the digest."""
        for chunk in chunks:
            self._sum.update(chunk)
            yield chunk

    @property
    def written(self) -> str:
        """The digest as a receipt has it."""
        return f"sha256:{self._sum.hexdigest()}"


def receipt_of(arguments: Namespace, agreement: Agreement, inputs: Mapping[str, str]) -> Receipt:
    """Return what an answer was made from, with the command as it was typed."""
    command = shlex.join(("slarules", *arguments.typed))
    return receipt(agreement, inputs, command=command)


def receipt_document(made: Receipt) -> dict[str, Any]:
    """Return the receipt as it stands in the document of an answer."""
    values = tree(made)
    del values["schema"]
    return values


def receipt_page(made: Receipt, language: Language) -> list[Block]:
    """Return the receipt for people: one line a part, none folded, so that it can be copied."""
    say = {key: text.of(language) for key, text in RECEIPT.items()}
    lines = [
        say["version"].format(version=made.version),
        say["agreement"].format(digest=made.agreement),
        say["readings"].format(readings=", ".join(made.readings) or say["default"]),
        say["calendar"].format(digest=made.calendar),
        say["decreed"].format(day=written_date(made.decreed_through, language)),
        say["zone"].format(zone=made.zone, digest=made.zone_data),
        *(say["input"].format(name=say[one.name], digest=one.digest) for one in made.inputs),
        say["command"].format(command=made.command),
    ]
    return [Heading(say["title"]), Grid(tuple(lines))]
