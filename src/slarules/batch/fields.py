"""The columns of ``assess``, read: moments in one unit, codes of categories, levels, bad rows."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.moments import NAT, Moments, finest, moments, one_length
from slarules.batch.outputs import CATEGORIES, REFUSAL_CODE, Refusal
from slarules.batch.scale import WIDE, Scale
from slarules.errors import ColumnError
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from datetime import tzinfo
    from typing import Self

    import numpy.typing as npt

    from slarules.batch.clock import Clock
    from slarules.batch.laid import Laid
    from slarules.batch.tables import Tables

    Array = npt.NDArray[Any]

EVENTS: Final = ("reaction", "question", "answer", "reproduced", "resolved")
"""The columns of what happened after the registration."""
_NO_LETTERS: Final = frozenset({"", "None", "nan", "NaN", "<NA>", "NaT"})
_C: Final = CATEGORIES.index(Category.C)
_UNKNOWN: Final = np.uint8(255)


class Fields:
    """The columns of one question, of one length, and why some rows have no answer."""

    def __init__(
        self,
        columns: dict[str, Moments],
        category: Array,
        severity: Array,
        unit: str,
    ) -> None:
        self.unit: Final = unit
        self.stated: Final[tzinfo] = columns["registered"].stated
        self.zones: Final = {name: column.zone for name, column in columns.items()}
        columns = {name: column.in_unit(unit) for name, column in columns.items()}
        names = list(columns)
        length, aligned = one_length(*(columns[name].ticks for name in names), category, severity)
        self.ticks: dict[str, Array] = dict(zip(names, aligned, strict=False))
        self.category: Array = aligned[-2]
        self.severity: Array = aligned[-1]
        self.why: Array = np.zeros(length, np.uint8)
        """The code of why a row has no answer; 0 so far."""
        self._one_as_of: Final = len(columns["as_of"]) == 1
        self._look(columns)

    def __len__(self) -> int:
        return len(self.why)

    def refuse(self, rows: Array, refusal: Refusal) -> None:
        """Note why rows have no answer, where no reason is known yet."""
        if rows.any():
            np.putmask(self.why, rows & (self.why == 0), REFUSAL_CODE[refusal])

    @classmethod
    def of_ticks(
        cls,
        ticks: dict[str, Array],
        unit: str,
        *,
        zone: tzinfo,
        stated: tzinfo,
        category: Array,
        severity: Array,
    ) -> Self:
        """Return the columns of ticks on a zone's clock; answers are to be on the stated one."""
        columns = {
            name: Moments(column, unit, zone, stated=stated) for name, column in ticks.items()
        }
        return cls(columns, category, severity, unit)

    def moments(self, name: str) -> Moments:
        """Return one of the columns of moments."""
        return Moments(self.ticks[name], self.unit, self.zones[name], stated=self.stated)

    def taken(self, rows: Array) -> Self:
        """Return some of the rows, with what is known to be wrong with them."""
        found = copy(self)
        found.ticks = {
            name: column if name == "as_of" and self._one_as_of else column[rows]
            for name, column in self.ticks.items()
        }
        found.category, found.severity = self.category[rows], self.severity[rows]
        found.why = self.why[rows]
        return found

    def _look(self, columns: dict[str, Moments]) -> None:
        """Find the rows that are bad by themselves; what they hold is then of no meaning."""
        for column in columns.values():
            if column.bad is not None:
                self.refuse(column.bad, Refusal.UNREADABLE_MOMENT)
        if self.category.max(initial=0) == _UNKNOWN:
            unknown = self.category == _UNKNOWN
            self.refuse(unknown, Refusal.UNKNOWN_CATEGORY)
            self.category = np.where(unknown, np.uint8(0), self.category)
        if self.severity.any():
            unknown = self.severity > len(Severity)
            self.refuse(unknown, Refusal.UNKNOWN_LEVEL)
            self.refuse((self.severity > 0) & (self.category != _C), Refusal.LEVEL_OUTSIDE_C)
            self.severity = np.where(unknown, np.uint8(0), self.severity)

    def block(
        self,
        start: int,
        stop: int,
        tables: Tables,
        per_second: int,
        narrow: Scale | None,
        laid: Laid,
    ) -> dict[str, Any]:
        """
        Return the moments of a block on one scale, never where not known; refuse bad rows.

        The scale is the narrow one if that is given and they fit; then no registration is missing.
        """
        why = self.why[start:stop]
        shown = {
            name: ticks[start : start + 1 if name == "as_of" and self._one_as_of else stop]
            for name, ticks in self.ticks.items()
        }
        clocks = {name: tables.clock(self.zones[name], per_second) for name in shown}
        scale, found = WIDE, None
        if narrow is not None:
            scale, found = narrow, _read_narrow(narrow, shown, clocks, laid)
        if found is None:
            scale, found = WIDE, {name: _read_wide(shown[name], clocks[name]) for name in shown}
            if int(shown["registered"].min()) == NAT:
                _note(why, shown["registered"] == NAT, Refusal.NO_REGISTRATION)
        if int(shown["as_of"].min()) == NAT:
            _note(why, np.broadcast_to(shown["as_of"] == NAT, why.shape), Refusal.NO_AS_OF)
        begun, now = found.pop("registered"), found["as_of"]
        known: Any = now[0] if self._one_as_of else now
        found["as_of"] = known
        if (known < begun).any():
            _note(why, known < begun, Refusal.AS_OF_BEFORE_REGISTRATION)
        for name in EVENTS:
            if name not in found:
                found[name] = scale.never
                continue
            early = found[name] < begun
            if early.any():
                _note(why, early, Refusal.EVENT_BEFORE_REGISTRATION)
            scale.forget_after(found[name], known, laid.array("after", scale.kind, len(why)))
        return found | {"begun": begun, "scale": scale}


def _read_narrow(
    scale: Scale, shown: dict[str, Array], clocks: dict[str, Clock], laid: Laid
) -> dict[str, Any] | None:
    """Return moments on a narrow scale; None if one of them does not fit."""
    found = {}
    for name, ticks in shown.items():
        found[name] = laid.array(name, scale.kind, len(ticks))
        if not scale.read(ticks, clocks[name], found[name]):
            return None
    return found


def _read_wide(shown: Array, clock: Clock) -> Array:
    """Return moments as ticks since 1970 in UTC; missing ones as never."""
    found = clock.to_utc(shown)
    if found is shown:
        found = shown.copy()
    if int(shown.min()) == NAT:
        np.putmask(found, shown == NAT, WIDE.never)
    return found


def _note(why: Array, rows: Array, refusal: Refusal) -> None:
    np.putmask(why, rows & (why == 0), REFUSAL_CODE[refusal])


def read_fields(
    coarsest: str,
    *,
    category: Any,
    severity: Any,
    zone: tzinfo | str,
    unit: str | None,
    **columns: Any,
) -> Fields:
    """Return the columns read; the keywords are those of ``AgreementColumns.assess``."""
    read = {
        name: moments(values, name, zone, unit, strict=False)
        for name, values in columns.items()
        if values is not None or name in {"registered", "as_of"}
    }
    common = finest(coarsest, *(column.unit for column in read.values()))
    return Fields(read, categories(category), levels(severity), common)


def categories(values: Any) -> Array:
    """Return codes of ``CATEGORIES``; what is none of them is 255."""
    if values is None:
        return np.zeros(1, np.uint8)
    mask = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    array = np.atleast_1d(np.ma.getdata(np.asarray(values) if mask is None else values))
    if array.dtype.kind in "iu":
        found = array
        if array.size and (array.min() < 0 or array.max() >= len(CATEGORIES)):
            found = np.where((array < 0) | (array >= len(CATEGORIES)), _UNKNOWN, array)
    elif array.dtype.kind in "SUO":
        words, places = (
            np.unique(array.astype(str), return_inverse=True)
            if (array.dtype.kind != "O")
            else _words(array)
        )
        codes = np.array([_code(str(word)) for word in words], np.uint8)
        found = codes.take(places) if len(codes) else np.zeros(0, np.uint8)
    else:
        raise ColumnError("category", "letters, or codes from 0 to 5", str(array.dtype))
    found = found.astype(np.uint8, copy=False)
    return found if mask is None else np.where(np.atleast_1d(mask), np.uint8(0), found)


def _words(array: Array) -> tuple[list[str], Array]:
    """Return the words objects stand for, each once, and which of them each row has."""
    places: dict[str, int] = {}
    rows = np.empty(len(array), np.intp)
    for row, value in enumerate(array):
        word = value.value if isinstance(value, Category) else str(value)
        rows[row] = places.setdefault(word, len(places))
    return list(places), rows


def _code(word: str) -> np.uint8:
    if word in _NO_LETTERS:
        return np.uint8(0)
    known = [one.value for one in Category]
    return np.uint8(known.index(word) + 1) if word in known else _UNKNOWN


def levels(values: Any) -> Array:
    """Return levels; 0 where there is none, 255 for what is no level."""
    if values is None:
        return np.zeros(1, np.uint8)
    mask = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    array = np.atleast_1d(np.ma.getdata(np.asarray(values) if mask is None else values))
    if array.dtype.kind == "O":
        array = np.array([_level(value) for value in array], np.int64)
    if array.dtype.kind == "f":
        whole = np.isfinite(array) & (array == np.floor(np.where(np.isfinite(array), array, 0)))
        array = np.where(np.isnan(array), 0, np.where(whole, array, 255)).astype(np.int64)
    if array.dtype.kind not in "iu":
        raise ColumnError("severity", "levels from 1 to 4", str(array.dtype))
    wrong = (array < 0) | (array > len(Severity))
    found = np.where(wrong, _UNKNOWN, array).astype(np.uint8)
    return found if mask is None else np.where(np.atleast_1d(mask), np.uint8(0), found)


def _level(value: Any) -> int:
    if isinstance(value, Severity):
        return value.value
    if value is None or value != value or value == "":  # noqa: PLR0124 - NaN
        return 0
    try:
        return int(value) if float(value) == int(value) else int(_UNKNOWN)
    except (TypeError, ValueError, OverflowError):
        return int(_UNKNOWN)
