"""A log of events as a cluster has it: of every shape, mixed, with its order in a column."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tests.calendars import MOSCOW
from tests.columns import generated, row
from tests.test_frames_log import SAME, table_of
from tools.edge_incidents import incident_of as edge_incident

THU_2026_12_24 = datetime(2026, 12, 24, 19, tzinfo=MOSCOW)
COLUMNS = SAME


def incidents(shaped: int = 30, edges: int = 40) -> dict[str, Any]:
    """Return incidents of the common shape and of every other, by number."""
    columns = generated(11, shaped, days=600)
    found = {f"column {place}": row(columns, place)[0] for place in range(shaped)}
    return found | {f"edge {seed}": edge_incident(seed)[0] for seed in range(edges)}


def log_of(records: dict[str, Any]) -> pa.Table:
    """Return their events by time, the line of each in column ``line``."""
    table = table_of(records)
    return table.append_column("line", pa.array(range(len(table)), pa.int64()))


def spoiled(table: pa.Table) -> pa.Table:
    """Return a log with four rows more: two of no incident, and one that spoils its neighbours."""
    rows = table.slice(0, 4).to_pylist()
    for place, (number, kind) in enumerate(
        ((None, "registered"), ("edge 3", "sneezed"), ("  ", "commented"), ("new", "commented"))
    ):
        rows[place] |= {"incident": number, "kind": kind, "line": len(table) + place}
    return pa.concat_tables([table, pa.Table.from_pylist(rows, schema=table.schema)])


def sorted_as_a_partition(table: pa.Table) -> pa.Table:
    """Return the rows as Spark lays them before a worker: none first, then by number and line."""
    keys = [("incident", "ascending", "at_start"), ("line", "ascending", "at_start")]
    return table.take(pc.sort_indices(table, sort_keys=keys))
