"""A frame of events, one a row, judged: a frame of verdicts, one an incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

from slarules.batch.rules import EVERY
from slarules.errors import ColumnError
from slarules.frames.columns import (
    categories_of,
    days_of,
    encoded,
    levels_of,
    moments_of,
    words_of,
)
from slarules.frames.frame import Frame
from slarules.frames.incidents import refuse_fields
from slarules.frames.told import table_of
from slarules.frames.zones import one_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime, tzinfo

    import numpy.typing as npt

    from slarules.batch import AgreementColumns, Answers, Output

    Array = npt.NDArray[Any]

_MOMENTS: Final = ("at", "said_at", "called_at", "accepted_at", "stated_at")
_READ: Final[Mapping[str, Callable[[Any, str], Array]]] = {
    "kind": words_of,
    "category": categories_of,
    "severity": levels_of,
    "by": words_of,
    "made": words_of,
    "visible": words_of,
    "channel": words_of,
    "place": words_of,
    "access": words_of,
    "request": words_of,
    "route": words_of,
    "how": words_of,
    "status": words_of,
    "to": words_of,
    "until": days_of,
}
"""How each field but moments and the number is read."""


class FrameLog(NamedTuple):
    """What the rules say of the incidents of a log."""

    frame: Any
    """One row an incident, in the order they first appear: its number, and the answers."""
    answers: Answers
    """The same by columns of numpy, with counts of the incidents refused and the first of them."""
    row_why: Array
    """For each row of the log, why it bears on no answer, as a code of ``batch.REFUSALS``; 0
    where it does; uint8. With ``np.bincount`` the counts add up to the rows of the log."""


def assess_log(
    frame: Any,
    rules: AgreementColumns,
    /,
    *,
    columns: Mapping[str, str],
    as_of: datetime,
    zone: tzinfo | str | None = None,
    unit: str | None = None,
    want: Iterable[Output] = EVERY,
    prefix: str = "sla_",
) -> FrameLog:
    """
    Return what the contract says of every incident of a log, as ``AgreementColumns.assess_log``.

    Rows may stand in any order, those of one instant of an incident in theirs. A bad row is no
    error: its incident has no answer, all others have. All events of an incident belong in one
    call: a log larger than memory is split by the numbers of incidents. The number of the incident
    keeps its type; moments, words and answers are of the types that ``assess`` states. ``until`` is
    a date, or a string like 2026-03-06.

    Args:
        frame: Of pandas or Polars, a table of PyArrow, a relation of DuckDB; one event a row.
        rules: ``batch.of(agreement)``.
        columns: Which column is what: incident, at, kind, and further fields of events as
            ``AgreementColumns.assess_log`` lists them, each to the name of a column.
        as_of: The moment to judge at; what is later is not known yet.
        zone: Whose clock shows moments without a zone; those with one need none.
        unit: The unit of columns of integers: s, ms, us, ns.
        want: Which outputs to give.
        prefix: What the names of the answers' columns begin with.
    Raises:
        FrameKindError, NoSuchColumnError, UntypedColumnError, ColumnError, MixedZonesError,
        ZoneNotStatedError, NameTakenError: As ``assess`` does.
    """
    given = Frame(frame)
    refuse_fields(columns, ("incident", *_MOMENTS, *_READ), ("incident", "at", "kind"))
    shown = {
        name: moments_of(given.column(columns[name]), columns[name], unit)
        for name in _MOMENTS
        if name in columns
    }
    clock = one_clock(shown, zone)
    fields: dict[str, Any] = {name: column.values for name, column in shown.items()}
    for name, read in _READ.items():
        if name in columns:
            fields[name] = read(given.column(columns[name]), columns[name])
    numbers = _numbers(given, columns["incident"])
    log = rules.assess_log(
        incident=_numbered(numbers),
        as_of=clock.moment(as_of),
        zone=clock.asked,
        want=want,
        **fields,
    )
    table = table_of(log.answers, prefix, clock.shown)
    return FrameLog(
        given.of_rows(_first_rows(numbers), columns["incident"], table),
        log.answers,
        log.row_why,
    )


def _numbers(frame: Frame, column: str) -> Array:
    """Return a code of each row's incident; -1 where there is none, or a blank one."""
    given = frame.column(column)
    try:
        values, codes = encoded(given)
    except pa.ArrowException:  # lists, structures
        raise ColumnError(column, "numbers or words", str(given.type)) from None
    blank = [
        place
        for place, value in enumerate(values)
        if value is None
        or value != value  # noqa: PLR0124 - NaN
        or (isinstance(value, str) and not value.strip())
    ]
    return np.where(np.isin(codes, blank), -1, codes) if blank else codes


def _numbered(numbers: Array) -> Array:
    """Return the codes as the rules take numbers: where there is none, None."""
    if len(numbers) and int(numbers.min()) < 0:
        found = numbers.astype(object)
        found[numbers < 0] = None
        return found
    return numbers


def _first_rows(numbers: Array) -> Array:
    """Return the first row of each incident, in that order."""
    codes, rows = np.unique(numbers, return_index=True)
    return np.sort(rows[codes >= 0])
