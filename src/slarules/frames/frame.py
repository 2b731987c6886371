"""A frame, whoever made it: its columns as Arrow, and a frame of the same kind made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import narwhals as nw
import pyarrow as pa

from slarules.errors import (
    ColumnError,
    FrameKindError,
    NameTakenError,
    NoSuchColumnError,
    UntypedColumnError,
)

if TYPE_CHECKING:
    import numpy.typing as npt

_READ: Final = frozenset(
    {
        nw.Implementation.PANDAS,
        nw.Implementation.POLARS,
        nw.Implementation.PYARROW,
        nw.Implementation.DUCKDB,
    }
)


class Frame:
    """A frame of a library that is read; one that is lazy is collected."""

    def __init__(self, native: Any) -> None:
        try:
            given = nw.from_native(native)
        except nw.exceptions.DuplicateError as error:
            raise ColumnError(
                "the frame", "of columns with names of their own", str(error)
            ) from None
        except TypeError:
            raise FrameKindError(_type_of(native)) from None
        if given.implementation not in _READ:
            raise FrameKindError(_type_of(native))
        self._lazy: Final = given.implementation if isinstance(given, nw.LazyFrame) else None
        self._eager: Final[nw.DataFrame[Any]] = (
            given.collect() if isinstance(given, nw.LazyFrame) else given
        )

    def __len__(self) -> int:
        return len(self._eager)

    def column(self, name: str) -> pa.ChunkedArray[Any]:
        """Return a column as Arrow; nothing is copied where its library holds it so."""
        if name not in self._eager.columns:
            raise NoSuchColumnError(name, list(map(str, self._eager.columns)))
        series = self._eager.get_column(name)
        native = str(getattr(series.to_native(), "dtype", series.dtype))
        if series.dtype == nw.Object:
            raise UntypedColumnError(name, native)
        try:
            found: Any = series.to_arrow()
        except pa.ArrowException:
            raise UntypedColumnError(name, native) from None
        return found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])

    def beside(self, answers: pa.Table) -> Any:
        """Return the frame with columns of answers, a row each; its index stays."""
        return self._with(self._eager, answers)

    def of_rows(self, rows: npt.NDArray[Any], column: str, answers: pa.Table) -> Any:
        """Return these rows of one column, in a frame of the same kind, with answers beside."""
        taken = self._eager.select(column)[rows.tolist()]
        return self._with(nw.maybe_reset_index(taken), answers)

    def _with(self, frame: nw.DataFrame[Any], answers: pa.Table) -> Any:
        if taken := [name for name in answers.column_names if name in frame.columns]:
            raise NameTakenError(taken)
        made = self._made(answers)
        found = frame.with_columns(*(made.get_column(name) for name in made.columns))
        lazy = self._lazy
        return (found if lazy is None else found.lazy(backend=_backend(lazy))).to_native()

    def _made(self, table: pa.Table) -> nw.DataFrame[Any]:
        """Return a table of answers in the frame's own library."""
        if self._eager.implementation is nw.Implementation.PANDAS:
            import pandas as pd

            # left to itself it would make floats of whole numbers where some are missing
            nullable = {pa.int64(): pd.Int64Dtype()}
            return nw.from_native(table.to_pandas(types_mapper=nullable.get), eager_only=True)
        return nw.from_arrow(table, backend=_backend(self._eager.implementation))


def _backend(implementation: nw.Implementation) -> Any:
    return implementation


def _type_of(native: Any) -> str:
    return f"{type(native).__module__}.{type(native).__qualname__}"
