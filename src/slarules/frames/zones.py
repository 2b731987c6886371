"""Whose clock shows the moments of a frame: one for all its columns, or a refusal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.errors import ColumnError, MixedZonesError, ZoneNotStatedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from slarules.frames.columns import Shown

_UTC: Final = "UTC"


class Clock(NamedTuple):
    """What the rules are told of the zone, and what the answers' columns say of it."""

    asked: tzinfo | str
    shown: str | None
    """None where the columns have no zone, nor shall those of the answers."""

    def moment(self, as_of: Any) -> Any:
        """Return a single moment in whole seconds if it is, so that it sets no finer unit."""
        if not isinstance(as_of, datetime):
            raise ColumnError("as_of", "a datetime", type(as_of).__qualname__)
        if as_of.tzinfo is None:
            if self.shown is not None:
                raise ZoneNotStatedError("as_of")
            return _ticks(as_of)
        if self.shown is None:
            return as_of  # it keeps its own zone
        return _ticks(as_of.astimezone(UTC).replace(tzinfo=None))


def one_clock(columns: Mapping[str, Shown], zone: tzinfo | str | None) -> Clock:
    """
    Return the clock that all these columns are on.

    Raises:
        MixedZonesError: They are on several, or on another than the one stated.
        ZoneNotStatedError: They have no zone, and none is stated.
    """
    zones = {name: column.zone for name, column in columns.items() if not column.empty}
    found = set(zones.values())
    if len(found) > 1:
        raise MixedZonesError(tuple(zones.items()))
    shown = found.pop() if found else None
    if shown is None:
        if zone is None:
            raise ZoneNotStatedError(next(iter(columns)))
        return Clock(zone, None)
    if zone is not None and str(zone) != shown:
        raise MixedZonesError((("zone", str(zone)), *zones.items()))
    return Clock(_UTC, shown)


def _ticks(shown: datetime) -> np.datetime64[Any]:
    found = np.datetime64(shown, "us")
    return found if shown.microsecond else found.astype("M8[s]")
