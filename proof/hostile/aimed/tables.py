"""Parquet files, each with one thing in it that a reader has to look for."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from pyarrow import parquet

from proof.hostile.mutations import as_toml
from proof.hostile.reader import Aimed

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOON: Final = 1_772_452_800
"""2026-03-02 12:00:00, in seconds since 1970."""
_DAY: Final = 1_772_409_600 // 86_400
"""2026-03-02, in days since 1970."""
_WHOLE: Final[dict[str, Any]] = {
    **{name: [None] for name in ("who", "level", "accepted", "route", "until", "request")},
    "case": ["1"],
    "what": ["open"],
    "when": ["2026-03-02 12:00:00"],
    "category": ["B"],
}


def _times(count: int | None, unit: str, zone: str | None = None) -> pa.Array:
    return pa.array([count], pa.timestamp(unit, zone))


_READ: Final[tuple[tuple[dict[str, Any], str], ...]] = (
    ({}, "texts alone"),
    (
        {name: pa.array(_WHOLE[name]).dictionary_encode() for name in ("what", "case")},
        "a dictionary",
    ),
    ({"case": pa.array(["1"], pa.large_string())}, "a column of long texts"),
    ({"case": pa.array([1], pa.int64())}, "a number that is an integer"),
    ({"case": pa.array([1.0])}, "a number with a point"),
    ({"level": pa.array([float("nan")])}, "no number in the place of none"),
    ({"category": ["C"], "level": pa.array([1.5, None])}, "a number that is no level, a bad row"),
    ({"when": _times(_NOON, "s")}, "a time of a clock, in seconds"),
    ({"when": _times(_NOON * 1_000, "ms")}, "in milliseconds"),
    ({"when": _times(_NOON * 1_000_000 + 1, "us")}, "in microseconds"),
    ({"when": _times(_NOON * 1_000_000_000 + 1, "ns")}, "in nanoseconds"),
    ({"when": _times(_NOON, "s", "UTC")}, "a moment"),
    ({"when": _times(_NOON, "s", "No/Where")}, "a moment under a zone there is not"),
    ({"accepted": _times(None, "s")}, "no moment"),
    (
        {"what": ["open", "until"], "until": pa.array([None, _DAY + 1], pa.date32())},
        "a day",
    ),
    ({"until": pa.array([_DAY * 86_400_000], pa.date64())}, "a day in milliseconds"),
    (
        {"what": ["open", "until"], "until": pa.array([None, 1 << 30], pa.date32())},
        "a day no calendar shows, a bad row",
    ),
    (
        {
            "what": ["open", "until"],
            "until": pa.array([None, (_DAY + 1) * 86_400], pa.timestamp("s")),
        },
        "a midnight in the place of a day",
    ),
    ({"what": ["open", "answer"], "when": _WHOLE["when"] + ["x"]}, "a bad row"),
    ({"case": ["1", "2\0"]}, "a zero byte, a bad row"),
    (
        {"when": pa.array([_NOON * 1_000, 1 << 60], pa.timestamp("ms"))},
        "a moment no clock shows, a bad row",
    ),
)
_REFUSED: Final[tuple[tuple[dict[str, Any], str, str], ...]] = (
    ({"case": [True]}, "ColumnError", "truth in the place of a number"),
    ({"case": [b"1"]}, "ColumnError", "bytes in the place of a text"),
    ({"case": [["1"]]}, "ColumnError", "a list in the place of a text"),
    ({"case": [{"a": 1}]}, "ColumnError", "an object in the place of a text"),
    ({"case": ["x" * (1 << 21)]}, "LineTooLongError", "a cell without end"),
    ({name: [] for name in _WHOLE}, "EmptyLogError", "no row"),
)


def aimed(small: Mapping[str, Any]) -> tuple[Aimed, ...]:
    """Return files with the mapping they are read with."""
    mapping = deepcopy(dict(small))
    described = as_toml(mapping).encode()
    whole = _file({})
    return (
        *(Aimed((_file(changes), described), "read", why) for changes, why in _READ),
        *(Aimed((_file(changes), described), name, why) for changes, name, why in _REFUSED),
        Aimed((_named(" case "), described), "read", "a name with spaces about it"),
        Aimed((_named("no"), described), "MissingColumnError", "no column of the number"),
        Aimed((_named("case", "case"), described), "DuplicateColumnError", "a column twice"),
        Aimed((b"", described), "ParquetFileError", "nothing at all"),
        Aimed((b"PAR1", described), "ParquetFileError", "the beginning alone"),
        Aimed((whole[:-9], described), "ParquetFileError", "the end cut off"),
        Aimed((whole[len(whole) // 2 :], described), "ParquetFileError", "the beginning cut off"),
        Aimed((_broken_text(), described), "LogEncodingError", "a text that is not UTF-8"),
    )


def _table(changes: Mapping[str, Any]) -> pa.Table:
    """Return a table of the columns, the shorter ones repeated to the length of the longest."""
    columns = {**_WHOLE, **changes}
    longest = max(map(len, changes.values()), default=1)
    arrays = {
        name: cells if isinstance(cells, pa.Array) else pa.array(cells)
        for name, cells in columns.items()
    }
    return pa.table(
        {
            name: cells if len(cells) == longest else pa.concat_arrays([cells] * longest)
            for name, cells in arrays.items()
        }
        if longest
        else {name: cells[:0] for name, cells in arrays.items()}
    )


def _written(table: pa.Table) -> bytes:
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()


def _file(changes: Mapping[str, Any]) -> bytes:
    return _written(_table(changes))


def _named(*names: str) -> bytes:
    """Return the file with the first column under these names."""
    table = _table({})
    place = table.column_names.index("case")
    first = table.column(place)
    table = table.remove_column(place)
    for name in names:
        table = table.append_column(name, first)
    return _written(table)


def _broken_text() -> bytes:
    """Return a file one of whose texts has a byte that no letter has."""
    broken = pa.Array.from_buffers(
        pa.string(), 1, [*pa.array(["xyz"]).buffers()[:2], pa.py_buffer(b"\xff\xfe\xfd")]
    )
    return _file({"case": broken})
