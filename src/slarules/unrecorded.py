"""What stands in the place of a record of the service where none is kept."""

from __future__ import annotations

from typing import Final

from slarules.record import Record


class Unrecorded(Record):
    """Nothing is recorded of the service: HelpDesk is taken as up, support as in force."""


UNRECORDED: Final = Unrecorded()
