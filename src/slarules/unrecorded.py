"""What stands in the place of what is not on record: of the service, and of an end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from slarules.record import Record

FOREVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of what has none on record."""


class Unrecorded(Record):
    """Nothing is recorded of the service: HelpDesk is taken as up, support as in force."""


UNRECORDED: Final = Unrecorded()
