"""Stretches of time taken out of a count, and the two ways they can concern a day."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from slarules.errors import SpanError, refuse_naive
from slarules.record import Record
from slarules.terms import Word


class DayTest(Word):
    """When a stretch of time concerns a business day."""

    COVERS = "covers"
    """It covers the day's whole service hours, from opening to closing."""
    TOUCHES = "touches"
    """It overlaps the day's service hours by any length."""


class Span(Record, kw_only=False):
    """A stretch of time, half-open: ``start`` belongs to it, ``end`` does not. Stored in UTC."""

    start: datetime
    end: datetime

    def _check(self) -> None:
        start = refuse_naive(self.start, "the start of a span").astimezone(UTC)
        end = refuse_naive(self.end, "the end of a span").astimezone(UTC)
        if end < start:
            raise SpanError(self.start, self.end)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)


class Without(Record):
    """What a count leaves out: spans, and which days they take with them."""

    spans: tuple[Span, ...] = ()
    test: DayTest = DayTest.COVERS


NOTHING: Final = Without()
"""Nothing is left out."""


def merged(spans: tuple[Span, ...]) -> list[tuple[datetime, datetime]]:
    """Return the spans in order, those that overlap or meet made one, empty ones dropped."""
    joined: list[tuple[datetime, datetime]] = []
    for span in sorted(spans, key=lambda s: s.start):
        if span.start == span.end:
            continue
        if joined and span.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span.end))
        else:
            joined.append((span.start, span.end))
    return joined
