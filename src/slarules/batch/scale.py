"""
How the moments of a block are counted: in 64 bits since 1970, or in half as many where they fit.

Most of what the rules do with moments is to compare them, and that takes the time their bits take
to be read. So a block whose moments all lie in the calendar is counted from its beginning, in 32
bits without a sign; any other block in 64. What adds or subtracts moments makes them wide first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.batch.moments import NAT
from slarules.batch.tables import DAY

if TYPE_CHECKING:
    import numpy.typing as npt

    from slarules.batch.clock import Clock
    from slarules.batch.tables import Tables

    Array = npt.NDArray[Any]

_ALL: Final = 1 << 32
"""How many numbers 32 bits hold."""
_HALF: Final = 1 << 31
"""The bit that no moment of a narrow scale has."""
_MISSING: Final = 1 << 63
"""NaT, read as a number without a sign: more than any moment since 1970."""
_MARGIN: Final = 1
"""Days before the calendar's first, and after its last: UTC is not its clock."""


class Scale(NamedTuple):
    """What moments of a block are counted from, all in UTC, and what stands for none."""

    kind: Any
    """The type of the numbers."""
    origin: int
    """The ticks since 1970 at which they begin."""
    never: Any
    """After every moment, as is all from here on: what has not happened."""
    none: Any
    """What a table holds where the calendar has no answer."""

    @property
    def is_narrow(self) -> bool:
        """Whether moments are counted in 32 bits."""
        return self.origin != 0

    def wide(self, moments: Any) -> Any:
        """Return moments in ticks since 1970; what is never stays after all of them."""
        return moments.astype(np.int64) + self.origin if self.is_narrow else moments

    def counted(self, ticks: Array) -> Array:
        """Return ticks since 1970 on this scale; NaT as ``none``, what lies beyond as ``never``."""
        if not self.is_narrow:
            return ticks
        found: Array = np.clip(ticks - self.origin, 0, int(self.never)).astype(self.kind)
        found[ticks == NAT] = self.none
        return found

    def read(self, shown: Array, clock: Clock, found: Array) -> bool:
        """
        Write what a clock shows as moments of a narrow scale; missing ones are never.

        False if they do not fit, or if no one offset governs them all.
        """
        np.copyto(found, shown, casting="unsafe")
        unsigned = shown.view(np.uint64)
        high = int(unsigned.max())
        if missing := high == _MISSING:
            high = int(shown.max())
            low = min(int(unsigned.min()), high)
        else:
            low = int(found.min()) if high < _ALL else -1
        if low == high == NAT:
            found.fill(self.never)
            return True
        offset = clock.offset_shown(low, high) if low >= 0 else None
        if offset is None or not 0 <= low - offset - self.origin <= high - offset - self.origin < (
            int(self.never)
        ):
            return False
        # What is missing was cut to 0, from which the subtraction wraps round to after all others.
        since = (self.origin + offset) % _ALL
        if missing and _ALL - since < int(self.never):
            return False
        np.subtract(found, self.kind(since), out=found)
        return True

    def forget_after(self, moments: Array, known: Any, after: Array) -> None:
        """
        Make never of the moments after what is known; that may be one moment, or one a row.

        ``after`` is written over.
        """
        if not self.is_narrow:
            np.putmask(moments, moments > known, self.never)
            return
        # known - moment wraps round, and has the highest bit, where the moment is after it
        np.subtract(known, moments, out=after)
        np.bitwise_and(after, self.kind(_HALF), out=after)
        np.bitwise_or(moments, after, out=moments)


NEVER: Final = np.int64(np.iinfo(np.int64).max // 2)
WIDE: Final = Scale(np.int64, 0, NEVER, np.int64(NAT))
"""Ticks since 1970."""


def narrow(tables: Tables, per_second: int) -> Scale | None:
    """Return the scale of 32 bits over a calendar's days; None if they are too many for it."""
    origin = (tables.base - _MARGIN) * DAY * per_second
    never = (tables.size + 2 * _MARGIN) * DAY * per_second
    if origin <= 0 or never > _HALF:
        return None
    return Scale(np.uint32, origin, np.uint32(never), np.uint32(_ALL - 1))
