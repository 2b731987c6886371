"""A receipt: the same input has the same one, and whatever the answer hangs on changes it."""

from __future__ import annotations

import hashlib
import json
import pickle
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

import slarules
from slarules.agreement import Agreement, standard_support
from slarules.assess import Assessment
from slarules.calendar import Decree
from slarules.documents import dumps, loads, tree
from slarules.errors import DocumentError
from slarules.readings import CutoffInstant, DecreeDays
from slarules.receipt import Receipt, digest, receipt, zone_digest
from tools.edge_incidents import incident_of

GIVEN = {"incident": b"one", "service": b"another"}
STANDARD = standard_support()
MOSCOW = ZoneInfo("Europe/Moscow")


class TestReceipt:
    """0.1, 1.1: which agreement, which reading, which days, which clock."""

    def test_the_same_is_the_same(self) -> None:
        again = receipt(Agreement(), dict(GIVEN), command="slarules due")
        assert receipt(STANDARD, GIVEN, command="slarules due") == again
        assert pickle.loads(pickle.dumps(again)) == again  # noqa: S301

    def test_a_digest_is_what_sha256sum_says(self) -> None:
        made = receipt(STANDARD, {"incident": b"one"})
        wanted = f"sha256:{hashlib.sha256(b'one').hexdigest()}"
        assert [(part.name, part.digest) for part in made.inputs] == [("incident", wanted)]
        assert receipt(STANDARD, {"incident": wanted}) == made
        assert digest(b"one") == wanted

    def test_it_names_what_one_can_name(self) -> None:
        made = receipt(STANDARD, GIVEN, command="slarules due")
        assert made.version == slarules.__version__
        assert made.decreed_through == date(2027, 12, 31)
        assert (made.zone, made.command) == ("Europe/Moscow", "slarules due")
        assert made.readings == ()

    def test_it_is_a_document(self) -> None:
        made = receipt(STANDARD, GIVEN, command="slarules due")
        values = tree(made)
        assert values.pop("schema") == "slarules/receipt/1"
        assert set(values) == set(made._fields)
        assert values["inputs"][1] == {"name": "service", "digest": digest(b"another")}
        assert values["decreed_through"] == "2027-12-31"
        assert loads(dumps(made), Receipt) == made

    def test_it_may_stand_beside_an_assessment_and_is_read_as_strictly(self) -> None:
        taken, as_of, kept = incident_of(1)
        found = STANDARD.assess(taken, as_of, service=kept)
        beside = tree(receipt(STANDARD, GIVEN))
        del beside["schema"]
        assert loads(json.dumps({**tree(found), "receipt": beside}), Assessment) == found
        wrong = json.dumps({**tree(found), "receipt": {**beside, "version": 1}})
        with pytest.raises(DocumentError, match=r"^receipt\.version: must be text, not the num"):
            loads(wrong, Assessment)


class TestWhatChangesIt:
    """Another reading, figure, day or hour is another receipt, in the part it belongs to."""

    def changed(self, agreement: Agreement) -> set[str]:
        before, after = receipt(STANDARD, GIVEN), receipt(agreement, GIVEN)
        return {name for name in before._fields if getattr(before, name) != getattr(after, name)}

    def test_a_reading(self) -> None:
        other = STANDARD.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
        assert self.changed(other) == {"agreement", "readings"}
        assert receipt(other, GIVEN).readings == ("cutoff-instant=same-day",)

    def test_a_reading_that_makes_other_days(self) -> None:
        other = STANDARD.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
        assert self.changed(other) == {"agreement", "readings", "calendar"}

    def test_a_figure(self) -> None:
        assert self.changed(STANDARD.with_parameters(cutoff=time(13))) == {"agreement"}

    def test_a_decree(self) -> None:
        decree = Decree(through=date(2028, 12, 31))
        other = STANDARD.with_calendar(STANDARD.calendar.with_decree(decree))
        assert self.changed(other) == {"agreement", "calendar", "decreed_through"}

    def test_another_clock(self) -> None:
        other = STANDARD.with_parameters(zone="Asia/Yekaterinburg")
        assert self.changed(other) == {"agreement", "calendar", "zone", "zone_data"}

    @pytest.mark.parametrize("given", [{"incident": b"One"}, {"log": b"one"}, {}])
    def test_another_input(self, given: dict[str, bytes]) -> None:
        assert receipt(STANDARD, given).inputs != receipt(STANDARD, {"incident": b"one"}).inputs


class TestZoneData:
    """1.1 Moscow time: two editions of the zone data that agree over the days asked are one."""

    def test_it_is_the_offsets_and_not_the_name(self) -> None:
        first, last = date(2015, 1, 1), date(2037, 12, 31)
        same = zone_digest(ZoneInfo("Europe/Simferopol"), first, last)
        assert zone_digest(MOSCOW, first, last) == same

    def test_an_offset_that_differs_on_one_day_is_seen(self) -> None:
        first, last = date(2014, 10, 1), date(2014, 10, 31)
        assert zone_digest(MOSCOW, first, last) != zone_digest(
            ZoneInfo("Asia/Yekaterinburg"), first, last
        )
        before = zone_digest(MOSCOW, first, date(2014, 10, 26))
        assert before != zone_digest(MOSCOW, first, date(2014, 10, 27))
