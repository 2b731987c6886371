"""What a worker does: batches of a sorted partition in, whole incidents judged, batches out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types
from pyspark import TaskContext  # pyright: ignore[reportMissingImports]

from slarules import batch, frames
from slarules.batch.outputs import REFUSAL_CODE, REFUSALS, Refusal
from slarules.errors import PartitionError
from slarules.spark.whole import beginnings, whole_incidents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime, tzinfo

    from slarules.agreement import Agreement
    from slarules.batch import AgreementColumns, Output
    from slarules.frames import FrameLog


TOGETHER: Final = 65_536
"""Rows judged in one go: more of them cost more memory, fewer more time."""
_OUTSIDE: Final = REFUSAL_CODE[Refusal.NO_INCIDENT]


class Asked(NamedTuple):
    """What is asked of every partition; it is sent to the workers."""

    agreement: Agreement
    columns: dict[str, str]
    as_of: datetime
    zone: tzinfo | str | None
    unit: str | None
    want: tuple[Output, ...]
    prefix: str
    together: int = TOGETHER


class Part(NamedTuple):
    """Whole incidents of a partition, and what the rules say of them."""

    first: int
    """The place in the partition of the first row, from 0."""
    table: Any
    frame: Any
    """The verdicts, an incident a row; None if no row has an incident."""
    row_why: Any
    """Why each row bears on no answer, as ``FrameLog`` has it."""


def judged(table: Any, asked: Asked) -> FrameLog:
    """Return what the rules say of whole incidents."""
    zone = asked.zone
    if (at := asked.columns.get("at")) is not None:
        kind = table.schema.field(at).type
        # a part without a single moment would have no zone, were that of its column not stated
        zone = (kind.tz if types.is_timestamp(kind) else None) or zone
    return frames.assess_log(
        table,
        _rules(asked.agreement),
        columns=asked.columns,
        as_of=asked.as_of,
        zone=zone,
        unit=asked.unit,
        want=asked.want,
        prefix=asked.prefix,
    )


def verdicts(batches: Iterable[Any], asked: Asked, schema: Any) -> Iterator[Any]:
    """Yield the verdicts on the incidents of a partition, and how many of its rows have none."""
    outside = 0

    def tell(part: Part) -> pa.Table:
        nonlocal outside
        if part.frame is None:
            outside += len(part.table)
            return schema.empty_table()
        starts = beginnings(part.table.column(asked.columns["incident"]))
        rows = np.diff(starts, append=len(part.table))
        of_incident = part.row_why[starts] != _OUTSIDE
        outside += int(rows[~of_incident].sum())
        found = part.frame.append_column(_counted(asked), pa.array(rows[of_incident]))
        return _cast(found, schema)

    yield from _told(batches, asked, tell)
    if outside:
        none: dict[str, Any] = dict.fromkeys(schema.names)
        none |= {f"{asked.prefix}why": Refusal.NO_INCIDENT.value, _counted(asked): outside}
        yield from pa.Table.from_pylist([none], schema=schema).to_batches()


def bad_rows(batches: Iterable[Any], asked: Asked, schema: Any) -> Iterator[Any]:
    """Yield the rows of a partition that bear on no answer, each with its place and its reason."""
    partition = _partition()

    def tell(part: Part) -> pa.Table:
        rows = np.flatnonzero(part.row_why)
        whys = [str(REFUSALS[code].value) for code in part.row_why[rows].tolist()]
        extra = (
            pa.array(np.full(len(rows), partition, np.int32)),
            pa.array(rows + part.first),
            pa.array(whys, pa.string()),
        )
        bad = part.table.take(pa.array(rows))
        return _cast(pa.table([*bad.columns, *extra], schema.names), schema)

    yield from _told(batches, asked, tell)


def verdicts_schema(frame: pa.Table, asked: Asked) -> Any:
    """Return the columns of verdicts, of the types that Spark has."""
    fields = [pa.field(field.name, _plain(field.type)) for field in frame.schema]
    return pa.schema([*fields, pa.field(_counted(asked), pa.int64())])


def bad_rows_schema(given: Any, asked: Asked) -> Any:
    """Return the columns of bad rows: those given, where the row was, and why."""
    extra = (("partition", pa.int32()), ("row", pa.int64()), ("why", pa.string()))
    return pa.schema([*given, *(pa.field(asked.prefix + name, kind) for name, kind in extra)])


@lru_cache(maxsize=4)
def _rules(agreement: Agreement) -> AgreementColumns:
    """Return the agreement by the column; a worker that lives on keeps its tables."""
    return batch.of(agreement)


def _told(batches: Iterable[Any], asked: Asked, tell: Callable[[Part], pa.Table]) -> Iterator[Any]:
    """Yield what is told of a partition, part by part; what cannot be told names its rows."""
    first = 0
    for table in whole_incidents(batches, asked.columns["incident"], asked.together):
        try:
            found = tell(_part(first, table, asked))
        except Exception as error:  # whatever it is, it is raised again with its place
            low, high, incident = _culprit(table, asked)
            why = f"{type(error).__name__}: {error}"
            raise PartitionError(
                _partition(), first + low, first + high - 1, incident, why
            ) from error
        yield from found.to_batches()
        first += len(table)


def _part(first: int, table: Any, asked: Asked) -> Part:
    numbers = table.column(asked.columns["incident"]).unique().to_pylist()
    if all(map(_is_none, numbers)):
        return Part(first, table, None, np.full(len(table), _OUTSIDE, np.uint8))
    log = judged(table, asked)
    return Part(first, table, log.frame, log.row_why)


def _is_none(number: Any) -> bool:
    """Return whether this is the number of no incident: none at all, NaN or a blank one."""
    return number is None or number != number or not str(number).strip()  # noqa: PLR0124


def _culprit(table: Any, asked: Asked) -> tuple[int, int, str | None]:
    """Return the rows, from and up to, of an incident that fails by itself; else all of them."""

    def fails(low: int, high: int) -> bool:
        try:
            judged(table.slice(low, high - low), asked)
        except Exception:  # noqa: BLE001 - whatever it is, the caller has it and raises it
            return True
        return False

    numbers = table.column(asked.columns["incident"])
    bounds = [*beginnings(numbers).tolist(), len(table)]
    low, high = 0, len(bounds) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if fails(bounds[low], bounds[middle]):
            high = middle
        else:
            low = middle
    if fails(bounds[low], bounds[high]):
        return bounds[low], bounds[high], repr(numbers[bounds[low]].as_py())
    return 0, len(table), None


def _counted(asked: Asked) -> str:
    """Return the name of the column that says how many rows of the log an incident has."""
    return f"{asked.prefix}rows"


def _cast(table: Any, schema: Any) -> pa.Table:
    """Return a table in the types of Spark, which keeps moments to the microsecond."""
    columns = [
        pc.cast(column, options=pc.CastOptions(field.type, allow_time_truncate=True))
        for column, field in zip(table.columns, schema, strict=True)
    ]
    return pa.table(columns, schema)


def _plain(kind: Any) -> Any:
    if types.is_dictionary(kind):
        return pa.string()
    if types.is_timestamp(kind):
        return pa.timestamp("us", None if kind.tz is None else "UTC")
    return kind


def _partition() -> int:
    context = TaskContext.get()
    return -1 if context is None else int(context.partitionId())
