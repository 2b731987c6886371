"""
Columns of Arrow as what the rules by the column take: moments, categories, levels, words.

Strings may be plain, large, views or dictionaries (categoricals); integers of any width, of
levels floats without a fraction, too. A column without a single value may be of any of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
from pyarrow import types

from slarules.batch.fields import categories
from slarules.batch.moments import NAT
from slarules.errors import ColumnError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Array = npt.NDArray[Any]

_SIGNED: Final = "counts that 64 bits with a sign hold"


class Shown(NamedTuple):
    """A column of moments as ``datetime64``: in UTC if it has a zone, else as its clock shows."""

    values: Array
    zone: str | None
    """The zone it has."""
    empty: bool
    """Whether it holds no moment at all, so that its zone says nothing."""


def moments_of(column: Any, name: str, unit: str | None) -> Shown:
    """Return a column of moments; integers are counts of ``unit`` since 1970 on its clock."""
    kind = column.type
    empty = column.null_count == len(column)
    if types.is_timestamp(kind):
        unit, zone = kind.unit, kind.tz
    elif empty:
        return Shown(np.full(len(column), NAT).view("M8[s]"), None, empty)
    elif types.is_integer(kind) and unit is not None:
        zone = None
    else:
        raise ColumnError(name, "timestamps, or integers with a unit", str(kind))
    try:
        ticks = _numbers(column.cast(pa.int64()), NAT)
    except pa.ArrowInvalid:
        raise ColumnError(name, _SIGNED, str(kind)) from None
    return Shown(ticks.view(f"M8[{unit}]"), zone, empty)


def categories_of(column: Any, name: str) -> Array:
    """Return codes of ``batch.CATEGORIES``, uint8; 255 for what is none of them."""
    if _is_words(column.type):
        words, codes = encoded(column)
        return categories(np.array([*words, None], object))[codes]
    if column.null_count == len(column):
        return np.zeros(len(column), np.uint8)
    if types.is_integer(column.type):
        return categories(_numbers(column, 0))
    raise ColumnError(name, "letters, or codes from 0 to 5", str(column.type))


def levels_of(column: Any, name: str) -> Array:
    """Return levels as numbers; 0 or NaN where there is none."""
    if types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if column.null_count == len(column):
        return np.zeros(len(column), np.uint8)
    if types.is_integer(column.type):
        return _numbers(column, 0)
    if types.is_floating(column.type):
        return _numbers(column.cast(pa.float64()), np.nan)
    raise ColumnError(name, "levels from 1 to 4", str(column.type))


def words_of(column: Any, name: str) -> Array:
    """Return words as objects; None where there is none."""
    if _is_words(column.type):
        words, codes = encoded(column)
        return np.array([*words, None], object)[codes]
    if column.null_count == len(column):
        return np.full(len(column), None, object)
    raise ColumnError(name, "words", str(column.type))


def days_of(column: Any, name: str) -> Array:
    """Return days as objects, from dates or from words like 2026-03-06; None where missing."""
    if not types.is_date(column.type):
        return words_of(column, name)
    found = np.full(len(column), None, object)
    found[:] = column.cast(pa.date32()).to_pylist()
    return found


def encoded(column: Any) -> tuple[list[Any], Array]:
    """Return the different values of a column, and the place of each row's; -1 where missing."""
    if types.is_string_view(column.type):
        column = column.cast(pa.large_string())
    if not types.is_dictionary(column.type):
        column = column.dictionary_encode()
    array = column.unify_dictionaries().combine_chunks()
    codes = _numbers(pa.chunked_array([array.indices.cast(pa.int64())]), -1)
    return array.dictionary.to_pylist(), codes


def _is_words(kind: Any) -> bool:
    if types.is_dictionary(kind):
        kind = kind.value_type
    tests: tuple[Callable[[Any], bool], ...] = (
        types.is_string,
        types.is_large_string,
        types.is_string_view,
    )
    return any(test(kind) for test in tests)


def _numbers(column: Any, missing: float) -> Array:
    """Return numbers as an array, with a stand-in where there is none."""
    if column.null_count:
        column = column.fill_null(missing)
    found: Array = column.to_numpy()
    return found
