"""
Refusals in words: what each is made of, and the sentence it says.

Expected sentences are those of the house: what was asked, what is known, then the remedy.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

MOSCOW: Final = ZoneInfo("Europe/Moscow")
FRI_2026_03_06: Final = date(2026, 3, 6)
MON_2026_03_09: Final = date(2026, 3, 9)
THU_2026_12_31: Final = date(2026, 12, 31)
NOON: Final = datetime(2026, 3, 6, 12, tzinfo=MOSCOW)
LATER: Final = datetime(2026, 3, 6, 12, 30, tzinfo=MOSCOW)
NAIVE: Final = datetime(2026, 3, 6, 12)


class Row(NamedTuple):
    """A refusal by the name of its class, what it is made of in order, and what it says."""

    error: str
    given: tuple[object, ...]
    says: str
