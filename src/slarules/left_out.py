"""What the counts of one incident leave out, found once however many counts there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.unrecorded import FOREVER

if TYPE_CHECKING:
    from slarules.calendar import BusinessCalendar
    from slarules.daytable import Ranges
    from slarules.spans import Without


class LeftOut:
    """Spans that no count includes: outages, gaps in support, waiting time."""

    __slots__ = ("_found", "_stands", "withouts")

    def __init__(self, withouts: tuple[Without, ...] = ()) -> None:
        self.withouts = withouts
        self._found: tuple[BusinessCalendar, Ranges] | None = None
        self._stands: bool | None = None

    def __bool__(self) -> bool:
        return bool(self.withouts)

    def also(self, without: Without) -> LeftOut:
        """Return what is left out with some more spans."""
        return LeftOut((*self.withouts, without))

    def ranges(self, calendar: BusinessCalendar) -> Ranges:
        """Return the business days it takes on a calendar, by rank."""
        if self._found is None or self._found[0] is not calendar:
            self._found = calendar, calendar.ranges(*self.withouts)
        return self._found[1]

    @property
    def stands(self) -> bool:
        """Whether a count that leaves it out may never end: a stretch of it has no end."""
        if self._stands is None:
            self._stands = any(span.end == FOREVER for one in self.withouts for span in one.spans)
        return self._stands
