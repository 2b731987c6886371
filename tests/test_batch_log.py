"""A log of events, judged by the column, says what ``assess`` says of every incident."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from slarules import batch
from slarules.agreement import Agreement, standard_support
from slarules.batch import Output, Refusal
from slarules.errors import ColumnError, SlaRulesError
from slarules.events import ROW_OF
from slarules.readings import Readings
from slarules.terms import Word
from tests.calendars import MOSCOW
from tests.columns import NOT_KNOWN, expected, generated, row
from tools.edge_incidents import incident_of as edge_incident

if TYPE_CHECKING:
    from slarules.incident import Incident

FIELDS = (
    "category", "severity", "by", "made", "visible", "channel", "said_at", "called_at",
    "accepted_at", "stated_at", "place", "access", "request", "route", "how", "status", "to",
    "until",
)  # fmt: skip
AS_OF = (datetime(2021, 3, 1, 12, tzinfo=MOSCOW), datetime(2026, 12, 24, 19, tzinfo=MOSCOW))


def as_columns(incidents: dict[str, Incident]) -> dict[str, Any]:
    """Return the events of the incidents as columns, their rows in no order of time."""
    rows = [(number, one) for number, incident in incidents.items() for one in incident.events]
    columns: dict[str, Any] = {
        "incident": np.array([number for number, _ in rows], object),
        "at": np.array([event.at.replace(tzinfo=None) for _, event in rows], "M8[us]"),
        "kind": np.array([ROW_OF[type(event)].kind for _, event in rows], object),
    }
    for name in FIELDS:
        values = [getattr(event, name, None) for _, event in rows]
        plain = [one.value if isinstance(one, Word) else one for one in values]
        columns[name] = np.array(plain, object)
    return columns


@pytest.fixture(scope="module")
def incidents() -> dict[str, Incident]:
    """Return incidents of the common shape and of every other."""
    columns = generated(11, 250, days=600)
    found = {f"column {place}": row(columns, place)[0] for place in range(250)}
    return found | {f"edge {seed}": edge_incident(seed)[0] for seed in range(150)}


class TestEqualToAssess:
    """3.2: the record of an incident is the same, however its events lie in a table."""

    @pytest.mark.parametrize("as_of", AS_OF)
    @pytest.mark.parametrize(
        "readings",
        [(), ("reaction-by-automation=counts", "due-instant=late"),
         ("late-answer=reopens", "sixty-days-pause=pauses", "resolution-pause=pauses")],
    )  # fmt: skip
    def test_every_incident(
        self, incidents: dict[str, Incident], as_of: datetime, readings: tuple[str, ...]
    ) -> None:
        agreement = Agreement(readings=Readings.of(readings))
        found = batch.of(agreement).assess_log(as_of=as_of, zone="UTC", **as_columns(incidents))
        assert list(found.incidents) == list(incidents)
        values = {one: found.answers[one].values.tolist() for one in Output}
        for place, (number, incident) in enumerate(incidents.items()):
            try:
                assessment = agreement.assess(incident, as_of)
            except SlaRulesError:
                assert found.answers.why[place], number
                continue
            assert not found.answers.why[place], number
            for output, told in expected(assessment, as_of, agreement.calendar).items():
                value = told
                if isinstance(told, datetime):
                    value = told.replace(tzinfo=MOSCOW).astimezone(UTC).replace(tzinfo=None)
                if value != NOT_KNOWN:
                    assert values[output][place] == value, (number, output)

    def test_rows_in_another_order_say_the_same(self, incidents: dict[str, Incident]) -> None:
        """The order of moments is not the order of rows; that of one instant is kept."""
        columns = as_columns({n: one for n, one in incidents.items() if n.startswith("column")})
        at = columns["at"]
        order = np.argsort(at, kind="stable")
        of = batch.of(standard_support())
        first = of.assess_log(as_of=AS_OF[1], zone="UTC", **columns)
        other = of.assess_log(
            as_of=AS_OF[1], zone="UTC", **{name: column[order] for name, column in columns.items()}
        )
        there = [other.incidents.index(number) for number in first.incidents]
        for output in Output:
            one, two = (found.answers[output].values for found in (first, other))
            assert one.tolist() == two[there].tolist()


class TestBadRows:
    """A record is whole, or none: a bad row is named, and so are its neighbours."""

    def test_every_reason_is_told_and_the_totals_reconcile(self) -> None:
        day = "2026-11-23T10"
        rows = [
            ("good", day, "registered", "B"), ("good", "2026-11-23T12", "commented", None),
            ("unknown kind", day, "registered", "B"), ("unknown kind", day, "sneezed", None),
            ("no moment", "NaT", "registered", "B"),
            ("no category", day, "registered", "F"),
            (None, day, "registered", "B"),
            ("twice", day, "registered", "B"), ("twice", "2026-11-24T10", "registered", "B"),
            ("not registered", day, "commented", None),
            ("early", day, "commented", None), ("early", "2026-11-24T10", "registered", "B"),
            ("repeated", day, "registered", "B"),
            ("repeated", day, "commented", None), ("repeated", day, "commented", None),
            ("later", "2026-12-01T10", "registered", "C"),
            ("short calendar", "1980-01-01T10", "registered", "C"),
        ]  # fmt: skip
        number, at, kind, category = (list(one) for one in zip(*rows, strict=True))
        found = batch.of(standard_support()).assess_log(
            incident=np.array(number, object),
            at=np.array(at, "M8[s]"),
            kind=np.array(kind, object),
            category=np.array(category, object),
            as_of=np.datetime64("2026-11-25T10"),
            zone="Europe/Moscow",
        )
        why = [batch.REFUSALS[code] for code in found.answers.why.tolist()]
        assert dict(zip(found.incidents, why, strict=True)) == {
            "good": None,
            "unknown kind": Refusal.BAD_NEIGHBOUR,
            "no moment": Refusal.BAD_NEIGHBOUR,
            "no category": Refusal.BAD_NEIGHBOUR,
            "twice": Refusal.MALFORMED,
            "not registered": Refusal.NO_REGISTRATION,
            "early": Refusal.EVENT_BEFORE_REGISTRATION,
            "repeated": Refusal.MALFORMED,
            "later": Refusal.AS_OF_BEFORE_REGISTRATION,
            "short calendar": Refusal.OUTSIDE_CALENDAR,
        }
        named = [batch.REFUSALS[code] for code in found.row_why.tolist()]
        assert named[:7] == [
            None,
            None,
            Refusal.BAD_NEIGHBOUR,
            Refusal.UNKNOWN_KIND,
            Refusal.UNREADABLE_MOMENT,
            Refusal.UNKNOWN_CATEGORY,
            Refusal.NO_INCIDENT,
        ]
        assert named.count(None) == 2
        assert found.answers.answered + sum(found.answers.refused.values()) == len(found.incidents)

    def test_rows_that_all_name_no_incident_are_named_and_nothing_is_judged(self) -> None:
        found = batch.of(standard_support()).assess_log(
            incident=np.array([None, None], object),
            at=np.array(["2026-11-23T10", "2026-11-24T10"], "M8[s]"),
            kind=["registered", "commented"],
            as_of=np.datetime64("2026-11-25T10"),
            zone="Europe/Moscow",
        )
        assert found.incidents == ()
        assert found.answers.answered == 0
        assert [batch.REFUSALS[code] for code in found.row_why.tolist()] == [
            Refusal.NO_INCIDENT,
            Refusal.NO_INCIDENT,
        ]

    def test_a_field_no_event_has_is_refused(self) -> None:
        with pytest.raises(ColumnError, match="one of accepted_at"):
            batch.of(standard_support()).assess_log(
                incident=[1],
                at=np.zeros(1, "M8[s]"),
                kind=["registered"],
                as_of=np.zeros(1, "M8[s]"),
                zone="UTC",
                colour=["red"],
            )
