"""A small log and its mapping, to be varied by the tests of logs, reports and bad input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping

HEADER = "case,what,when,who\n"

MAPPING = """
schema = "slarules/eventlog-mapping/1"
assumptions = ["nothing is known of this log but its rows"]
[file]
encoding = "utf-8"
[columns]
case = "case"
activity = "what"
time = "when"
[time]
formats = ["%Y-%m-%d %H:%M:%S", "iso"]
zone = "Europe/Moscow"
[defaults]
made = "by-person"
visible = "visible"
[activities.open]
event = "registered"
by = "customer"
[activities.open.later]
event = "status-changed"
by = "unknown"
[activities.answer]
event = "commented"
by = "executor"
assumption = "answer is a comment of the executor"
[activities.robot]
event = "commented"
by = "executor"
made = "automatically"
[activities.note]
event = "commented"
by = "executor"
visible = "internal"
[activities.customer]
event = "commented"
by = "customer"
[activities.somebody]
event = "commented"
by = "unknown"
[activities.withdraw]
event = "withdrawn"
by = "customer"
[activities.noise]
event = "ignored"
"""


def mapping_of(changed: dict[str, str] | None = None, *, more: str = "") -> LogMapping:
    """Return the mapping with some of its text replaced, and more of it below."""
    return read_mapping(mapping_text(changed, more=more).encode())


def mapping_text(changed: dict[str, str] | None = None, *, more: str = "") -> str:
    """Return the text of the mapping with some of it replaced, and more of it below."""
    text = MAPPING
    for old, new in (changed or {}).items():
        assert old in text
        text = text.replace(old, new)
    return text + more


def log_of(
    rows: str | bytes, mapping: LogMapping | None = None, *, header: str = HEADER
) -> EventLog:
    """Return the log of some rows, read in small pieces."""
    content = header.encode() + rows if isinstance(rows, bytes) else (header + rows).encode()
    return gather(read_rows(in_pieces(content, 7), mapping or mapping_of()))


def in_pieces(content: bytes, size: int) -> Iterator[bytes]:
    """Yield bytes in pieces of a size."""
    for start in range(0, len(content), size):
        yield content[start : start + size]
