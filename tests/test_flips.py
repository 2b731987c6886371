"""How many incidents of a log another reading changes, against judging the whole log anew."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import standard_support
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows
from slarules.readings import SWITCHES, Readings
from slarules.report.flips import flips
from slarules.report.totals import make_report
from slarules.terms import Category, Obligation, Outcome
from tests.small_log import log_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.eventlog.log import EventLog
    from slarules.report.flips import Flips
    from slarules.report.totals import Report

MOSCOW = ZoneInfo("Europe/Moscow")
TUE_2026_03_03 = datetime(2026, 3, 3, 12, tzinfo=MOSCOW)

MOMENTS = (
    "registered",
    "due",
    "reacted",
    "resolved",
    "clock_since",
    "clock_business",
    "closing_due",
    "search_due",
)


def report_of(
    log: EventLog, readings: Readings, *, category: Category | None, as_of: datetime
) -> Report:
    agreement = standard_support(readings=readings)
    return make_report(log, agreement=agreement, category=category, as_of=as_of, as_of_given=True)


def found(
    log: EventLog, readings: Readings, *, category: Category | None, as_of: datetime
) -> tuple[Flips, ...]:
    report = report_of(log, readings, category=category, as_of=as_of)
    return flips(log, report, agreement=standard_support(readings=readings))


def by_brute_force(
    log: EventLog, readings: Readings, **how: Any
) -> Iterator[tuple[str, int, int, dict[tuple[Obligation, Outcome, Outcome], int]]]:
    """Yield what each other choice changes, by making the whole report under it."""
    before = {one.case: one for one in report_of(log, readings, **how).judged}
    for choice, other in readings.flipped():
        outcomes = moments = 0
        moves: Counter[tuple[Obligation, Outcome, Outcome]] = Counter()
        for now in report_of(log, other, **how).judged:
            was = before[now.case]
            changed = [
                (one, was.of(one), now.of(one))
                for one in Obligation
                if was.of(one) is not now.of(one)
            ]
            moves.update(changed)
            outcomes += bool(changed)
            moments += not changed and any(
                getattr(was, name) != getattr(now, name) for name in MOMENTS
            )
        if outcomes or moments:
            yield choice, outcomes, moments, dict(moves)


@pytest.fixture(scope="module")
def log() -> EventLog:
    """The first rows of the package's example log."""
    examples = files("slarules.examples")
    mapping = read_mapping(examples.joinpath("helpdesk-ru.toml").read_bytes())
    rows = examples.joinpath("helpdesk-ru.csv").read_bytes().splitlines(keepends=True)
    return gather(read_rows(rows[:600], mapping))


class TestAgainstTheWholeReport:
    """readings.md, A: every other option of every switch, over a whole log."""

    @pytest.mark.parametrize("chosen", [(), ("reaction-by-automation=counts", "due-instant=late")])
    def test_it_is_the_same(self, log: EventLog, chosen: tuple[str, ...]) -> None:
        assert log.last is not None
        how: dict[str, Any] = {"category": None, "as_of": log.last}
        readings = Readings.of(chosen)
        expected = list(by_brute_force(log, readings, **how))
        assert [
            (one.reading, one.outcomes, one.moments, dict(one.moves))
            for one in found(log, readings, **how)
        ] == expected
        assert len(expected) > 3


class TestByHand:
    """3.2, 3.3, 4.3: registered on Monday 2 March 2026 at 11:00, due at 19:00."""

    def flipped(self, rows: str, **how: Any) -> dict[str, Flips]:
        given: dict[str, Any] = {"category": Category.C, "as_of": TUE_2026_03_03, **how}
        return {one.reading: one for one in found(log_of(rows), Readings(), **given)}

    def test_a_note_the_customer_cannot_see(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n1,note,2026-03-02 12:00:00,\n"
        flip = self.flipped(rows)["internal-note=counts"]
        assert flip.outcomes == 1
        move = (Obligation.REACTION, Outcome.MISSED, Outcome.MET)
        assert flip.moves == {move: 1}

    def test_another_moment_of_the_same_outcome(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n1,answer,2026-03-02 12:00:00,\n"
        flip = self.flipped(rows)["reaction-day-end=midnight"]
        assert (flip.outcomes, flip.moments, dict(flip.moves)) == (0, 1, {})

    def test_each_incident_counts_once(self) -> None:
        rows = "".join(
            f"{n},open,2026-03-02 11:00:00,\n{n},note,2026-03-02 12:00:00,\n" for n in range(3)
        )
        flip = self.flipped(rows)["internal-note=counts"]
        assert (flip.outcomes, sum(flip.moves.values())) == (3, 3)

    def test_they_are_in_the_order_of_the_register(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n1,note,2026-03-02 12:00:00,\n"
        switches = [reading.partition("=")[0] for reading in self.flipped(rows)]
        assert switches == sorted(switches, key=list(SWITCHES).index)

    def test_where_nothing_is_owed_nothing_changes(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n"
        assert self.flipped(rows, category=Category.E) == {}
