"""Batches of a sorted partition, put together so that every incident is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt


def whole_incidents(batches: Iterable[Any], incident: str, together: int) -> Iterator[pa.Table]:
    """
    Yield sorted batches as tables, so that no incident lies in two of them.

    The last incident of what was read may go on in the next batch: it waits for it. A table is
    larger than asked for only where an incident is, and then has at most twice its rows.

    Args:
        batches: Of Arrow, the rows of an incident beside one another.
        incident: The column of its number.
        together: How many rows are enough for a table.
    """
    kept: list[Any] = []
    rows, enough = 0, together
    for given in batches:
        if not given.num_rows:
            continue
        kept.append(given)
        rows += given.num_rows
        if rows < enough:
            continue
        table = pa.Table.from_batches(kept)
        cut = int(beginnings(table.column(incident))[-1])
        if cut:
            yield table.slice(0, cut)
        rest = table.slice(cut)
        kept = rest.to_batches()
        rows = len(rest)
        # an incident of many batches is looked through again only when it has doubled
        enough = max(together, 2 * rows)
    if rows:
        yield pa.Table.from_batches(kept)


def beginnings(numbers: Any) -> npt.NDArray[Any]:
    """Return the first row of each incident, int64; a row of none is one by itself."""
    if not len(numbers):
        return np.zeros(0, np.int64)
    pair = [numbers.slice(1), numbers.slice(0, len(numbers) - 1)]
    differs = pc.call_function("not_equal", pair).fill_null(True)  # noqa: FBT003 - positional only
    later = np.flatnonzero(differs.to_numpy()) + 1
    return np.concatenate([np.zeros(1, np.int64), later])
