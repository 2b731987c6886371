"""
A log kept as a Parquet file: the same rows, under the same mapping.

A cell is taken as the text it would be in a CSV file, so that the mapping means the same for both;
moments and days that the file holds as such need no format, since nothing of them is in doubt but
the clock. Lines are counted as there, too: the names of the columns are line 1.

Extra ``frames``: pyarrow.
"""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Any, Final

from slarules.errors import (
    ColumnError,
    EmptyLogError,
    LineTooLongError,
    LogEncodingError,
    LogRowError,
    MissingExtraError,
    NulByteError,
    ParquetFileError,
)
from slarules.eventlog.lines import LINE_LIMIT, Row
from slarules.eventlog.rows import RowReader, bad_row
from slarules.timeline import from_microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.rows import BadRow, LogRow

MARK: Final = b"PAR1"
"""What a Parquet file begins with."""
AT_ONCE: Final = 4096
"""Rows read at once."""
_DAY: Final = 86_400_000_000
_FIRST: Final = date(1970, 1, 1)
_MICROSECONDS: Final = {"s": (1_000_000, 1), "ms": (1000, 1), "us": (1, 1), "ns": (1, 1000)}
"""How many microseconds a unit has, and how many of it make one."""
_KINDS: Final = "texts, numbers, moments or days"


def parquet_rows(
    file: IO[bytes], mapping: LogMapping, limit: int = LINE_LIMIT
) -> Iterator[LogRow | BadRow]:
    """
    Yield every row of a log in its order, read or named as bad; as ``read_rows`` does of CSV.

    Columns may be texts of any form, dictionaries, numbers, timestamps, dates. A timestamp with a
    zone is a moment; one without is a time of the clock that ``[time] zone`` of the mapping names.
    Null and NaN are empty cells; what is shorter than a microsecond is left out.

    Args:
        file: The file, open; only the columns that the mapping names are read.
        mapping: What its columns, times and activities mean.
        limit: Characters in one row.
    Raises:
        MissingExtraError: pyarrow is not installed.
        ParquetFileError: The file is damaged, or no Parquet file.
        ColumnError: A column is of a type that no text stands for.
        LogError: The log as a whole cannot be read, see ``read_rows``.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as missing:
        raise MissingExtraError("frames", missing.name or "pyarrow") from None
    line = 1
    try:
        # without pre_buffer: with it, what was read stays in memory to the end
        opened = parquet.ParquetFile(file, pre_buffer=False)
        schema = opened.schema_arrow
        RowReader(schema.names, mapping)  # refuses a header that lacks a column, or repeats one
        wanted = set(mapping.columns().values())
        header = [name for name in schema.names if name.strip() in wanted]
        texts = {name: _texts_of(schema.field(name).type, name) for name in header}
        moments = {name for name in header if _is_moment(schema.field(name).type)}
        reader = RowReader(header, mapping, frozenset(moments))
        for batch in opened.iter_batches(AT_ONCE, columns=header):
            columns = [texts[name](batch.column(batch.schema.names.index(name))) for name in header]
            for cells in zip(*columns, strict=True):
                line += 1
                yield _read(reader, Row(line=line, cells=cells), limit)
    except UnicodeDecodeError as problem:
        found = problem.object[problem.start : problem.start + 4]
        raise LogEncodingError(line + 1, "utf-8", found) from None
    except (pa.ArrowException, OSError) as problem:
        raise ParquetFileError(str(problem)) from None
    if line == 1:
        raise EmptyLogError("rows")


def _read(reader: RowReader, row: Row, limit: int) -> LogRow | BadRow:
    if sum(map(len, row.cells)) > limit:
        raise LineTooLongError(row.line, limit)
    if any("\0" in cell for cell in row.cells):
        problem: LogRowError = NulByteError(row.line)
        return bad_row(problem, None)
    return reader.read(row)


def _is_moment(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_timestamp(kind) or types.is_date(kind))


def _texts_of(kind: Any, name: str) -> Callable[[Any], list[str]]:
    """Return what makes the texts of a column of that type."""
    import pyarrow as pa
    from pyarrow import types

    if types.is_dictionary(kind):
        inner = _texts_of(kind.value_type, name)
        return lambda column: inner(column.cast(kind.value_type))
    if types.is_null(kind) or types.is_integer(kind):
        return lambda column: ["" if value is None else str(value) for value in column.to_pylist()]
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return lambda column: [value or "" for value in column.to_pylist()]
    if types.is_floating(kind):
        return lambda column: list(map(_number, column.to_pylist()))
    if types.is_date(kind):
        days = pa.date32()
        return lambda column: list(map(_day, column.cast(days).cast(pa.int32()).to_pylist()))
    if types.is_timestamp(kind):
        times, parts = _MICROSECONDS[kind.unit]
        aware = kind.tz is not None

        def moments(column: Any) -> list[str]:
            counts = column.cast(pa.int64()).to_pylist()
            return [
                "" if count is None else _moment(count * times // parts, aware=aware)
                for count in counts
            ]

        return moments
    raise ColumnError(f"column {name!r:.60} of the log", _KINDS, str(kind))


def _number(value: float | None) -> str:
    """Return a number as it is written; whole ones without a point."""
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return ""
    return str(int(value)) if value.is_integer() else repr(value)


def _day(count: int | None) -> str:
    """Return days since 1970 as ISO 8601."""
    if count is None:
        return ""
    try:
        return (_FIRST + timedelta(count)).isoformat()
    except OverflowError:
        return str(count)  # no calendar shows it: the row is set aside


def _moment(count: int, *, aware: bool) -> str:
    """Return microseconds since 1970 as ISO 8601; a day alone where a clock shows midnight."""
    try:
        moment = from_microseconds(count, UTC)
    except OverflowError:
        return str(count)  # no clock shows it: the row is set aside
    if aware:
        return moment.isoformat()
    wall = moment.replace(tzinfo=None)
    return (wall if count % _DAY else wall.date()).isoformat()
