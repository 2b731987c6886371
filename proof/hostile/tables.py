"""Logs kept as Parquet: columns of every type, rows of cells harmed, bytes of the file harmed."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

import pyarrow as pa
from hypothesis import strategies as st
from pyarrow import parquet

from proof.hostile import logs
from proof.hostile.aimed.tables import aimed
from proof.hostile.mutations import as_toml, harmed, harmed_bytes, rows, trees
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import Text
from slarules.errors import SlaRulesError
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.parquet import parquet_rows

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TEXTS: Final = (pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string()))
_TIMES: Final = (
    *(pa.timestamp(unit) for unit in ("s", "ms", "us", "ns")),
    *(pa.timestamp("us", zone) for zone in ("UTC", "Europe/Moscow", "+05:30", "No/Where")),
    pa.date32(),
    pa.date64(),
)
_NUMBERS: Final = (pa.int8(), pa.int64(), pa.uint64(), pa.float32(), pa.float64())
_NOT_TAKEN: Final = (pa.bool_(), pa.binary(), pa.time64("us"), pa.list_(pa.string()))
_EXTREMES: Final = st.sampled_from([0, -1, 1 << 31, 1 << 62, -(1 << 62), (1 << 63) - 1, -(1 << 63)])

_RARELY: Final = st.integers(0, 19).map(lambda one: one == 0)


@st.composite
def _columns(draw: st.DrawFn) -> bytes:
    """Return a table as the bytes of a Parquet file; mostly texts, and times as times."""
    header, *body = draw(rows(logs.ROWS)) or [[]]
    columns = [
        _array(draw, name, [row[place] if place < len(row) else None for row in body])
        for place, name in enumerate(header)
    ]
    out = io.BytesIO()
    table = pa.Table.from_arrays(columns, list(map(_utf_8, header)))
    parquet.write_table(table, out, row_group_size=draw(st.sampled_from([1, 2, 100])))
    return out.getvalue()


def _array(draw: st.DrawFn, name: str, cells: list[str | None]) -> pa.Array:
    """Return the cells as a column: as texts where they are no values of the type drawn."""
    kinds = [*_TEXTS, *_TEXTS, *_TIMES] if name in {"when", "accepted", "until"} else [*_TEXTS] * 4
    if name == "level":
        kinds += _NUMBERS
    if draw(_RARELY):
        kinds = [*_TIMES, *_NUMBERS, *_NOT_TAKEN]
    kind = draw(st.sampled_from(kinds))
    if kind in _TEXTS:
        return pa.array([cell and _utf_8(cell) for cell in cells], pa.string()).cast(kind)
    if kind in _NOT_TAKEN:
        return pa.nulls(len(cells), kind)
    # A file has no seconds: they are kept as milliseconds, and have to be some.
    most = 2_000 if kind == pa.timestamp("s") else 1
    values = [draw(_EXTREMES) // most if draw(_RARELY) else _value(cell, kind) for cell in cells]
    with suppress(pa.ArrowException, OverflowError):
        return pa.array(values, pa.int64()).cast(kind)
    return pa.nulls(len(cells), kind)


def _value(cell: str | None, kind: pa.DataType) -> int | None:
    """Return what stands for the cell in a column of that type; None, where nothing does."""
    if kind in _NUMBERS:
        return int(cell) if cell and cell.isascii() and cell.isdecimal() else None
    try:
        since = datetime.fromisoformat(cell or "").replace(tzinfo=UTC) - _EPOCH
    except ValueError:
        return None
    if kind in {pa.date32(), pa.date64()}:
        return since.days * (1 if kind == pa.date32() else 86_400_000)
    unit = {"s": 1_000_000, "ms": 1_000, "us": 1, "ns": 1}[kind.unit]
    count = since // timedelta(microseconds=unit)
    return count * 1_000 if kind.unit == "ns" else count


def _utf_8(text: str) -> str:
    """Return the text without halves of characters: no Parquet file holds one."""
    return text.encode("utf-8", "replace").decode()


@st.composite
def examples_of(draw: st.DrawFn) -> tuple[bytes, bytes | None]:
    """Return a file, and its mapping where that is harmed, too."""
    file = draw(harmed_bytes(_columns()))
    if draw(st.sampled_from([False, False, False, True])):
        return file, draw(harmed(trees([logs.SMALL]).map(as_toml)))
    return file, None


def read(example: tuple[bytes, bytes | None]) -> str:
    """Read the file under the mapping, judge what there is, write it and read that again."""
    content, mapped = example
    try:
        mapping = logs.described()[1] if mapped is None else read_mapping(mapped)
        log = gather(parquet_rows(io.BytesIO(content), mapping))
    except SlaRulesError as refusal:
        return name_of(refusal)
    return logs.checked(log, mapping)


READER: Final = Reader(
    name="tables",
    what=Text("журналы Parquet с описаниями TOML", "Parquet logs with their TOML mappings"),
    modules=("eventlog/parquet.py",),
    examples=examples_of,
    aimed=lambda: aimed(logs.SMALL),
    read=read,
)
