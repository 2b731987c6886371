"""The answers of dated agreements: those of the edition in force, and the record given to it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

import pytest

from slarules.agreement import standard_support
from slarules.deadlines import Deadline
from slarules.editions import Edition, Editions
from slarules.errors import NaiveDatetimeError
from slarules.readings import (
    CustomerCommentRestarts,
    EditionOfIncident,
    OutageRegistration,
    SixtyDaysFrom,
    SixtyDaysPause,
)
from slarules.steps import FactStep
from slarules.terms import Category, Obligation
from slarules.testing import incident, service
from tests.calendars import MOSCOW, TUE_2026_11_24, WED_2026_11_25, moscow

THU_2026_11_26 = date(2026, 11, 26)
FRI_2026_11_27 = date(2026, 11, 27)
MON_2026_11_30 = date(2026, 11, 30)
THU_2026_12_03 = date(2026, 12, 3)
FRI_2026_12_04 = date(2026, 12, 4)
FRI_2020_03_27 = date(2020, 3, 27)
MON_2020_03_30 = date(2020, 3, 30)

USUAL: Final = standard_support()


def amended(reading: EditionOfIncident = EditionOfIncident.REGISTRATION) -> Editions:
    """Three editions: silence of three days, from Thursday of five, from 3 December of seven."""
    first = USUAL.with_readings(edition_of_incident=reading)
    second = first.with_parameters(silence=5, cutoff=time(15), replacement_after=30)
    third = second.with_parameters(silence=7)
    return Editions(
        Edition(date(2020, 1, 1), first),
        Edition(THU_2026_11_26, second),
        Edition(THU_2026_12_03, third),
    )


BY_REGISTRATION: Final = amended()
BY_EVENT: Final = amended(EditionOfIncident.EACH_EVENT)
OUTAGE = service("2026-11-25 10:40 help-desk-down", "15:20 help-desk-restored")
PHONED = incident(
    "2026-11-25 15:25 registered category=C channel=phone accepted_at=2026-11-25T11:30"
)


class TestTheEditionInForce:
    """0.1, 4.12 Every moment is answered by the edition in force then."""

    MOMENTS: Final = (moscow(WED_2026_11_25, 14), moscow(THU_2026_11_26, 14))

    @pytest.mark.parametrize(("moment", "place"), [*zip(MOMENTS, (0, 1), strict=True)])
    def test_its_agreement_gives_every_deadline(self, moment: datetime, place: int) -> None:
        agreement = BY_REGISTRATION.editions[place].agreement
        for category in Category:
            assert BY_REGISTRATION.reaction_deadline(
                moment, category
            ) == agreement.reaction_deadline(moment, category)
            assert BY_REGISTRATION.replacement_search_deadline(
                moment, category
            ) == agreement.replacement_search_deadline(moment, category)
        assert BY_REGISTRATION.automatic_closing_deadline(
            moment
        ) == agreement.automatic_closing_deadline(moment)

    def test_the_deadlines_of_the_two_differ(self) -> None:
        # Thursday 14:00: before the second cut-off; three or five days of silence.
        before, after = (edition.agreement for edition in BY_REGISTRATION.editions[:2])
        moment = self.MOMENTS[1]
        assert before.reaction_due(moment) == moscow(FRI_2026_11_27, 19)
        assert after.reaction_due(moment) == moscow(THU_2026_11_26, 19)
        assert before.automatic_closing_deadline(moment).due == moscow(date(2026, 12, 2), 0)
        assert after.automatic_closing_deadline(moment).due == moscow(FRI_2026_12_04, 0)

    def test_a_naive_moment_is_refused_by_name(self) -> None:
        with pytest.raises(NaiveDatetimeError) as refused:
            BY_REGISTRATION.at(datetime(2026, 12, 1))
        assert str(refused.value) == (
            "a moment 2026-12-01T00:00:00 has no time zone; "
            "say whose clock it is: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        )


class TestWhichEditionJudges:
    """0.1, 4.12 The edition of the registration, or that of each event; where one asks at all."""

    ASKED: Final = incident(
        "2026-11-27 10:00 registered category=C", "2026-12-03 00:00 information-requested"
    )

    def test_it_is_asked_from_the_first_moment_of_the_next_edition(self) -> None:
        early = incident("2026-11-25 10:00 registered category=C")
        instant_before = datetime(2026, 11, 25, 23, 59, 59, 999999, tzinfo=MOSCOW)
        assert "edition-of-incident" not in BY_REGISTRATION.assess(early, instant_before).consulted
        for as_of in (moscow(THU_2026_11_26, 0), moscow(THU_2026_11_26, 12)):
            assert "edition-of-incident" in BY_REGISTRATION.assess(early, as_of).consulted

    def test_the_edition_before_that_of_the_registration_is_never_asked(self) -> None:
        middle = incident("2026-11-27 10:00 registered category=C")
        answer = BY_REGISTRATION.assess(middle, moscow(MON_2026_11_30, 12))
        assert "edition-of-incident" not in answer.consulted

    def test_an_event_at_midnight_is_of_the_edition_that_begins_then(self) -> None:
        # Asked on Thursday 3 December at 00:00: seven days, the 4th, 7th-11th and 14th.
        answer = BY_EVENT.assess(self.ASKED, moscow(THU_2026_12_03, 12))
        assert answer[Obligation.AUTOMATIC_CLOSING].due == moscow(date(2026, 12, 15), 0)
        # By the registration's edition five: the 4th, 7th-10th.
        answer = BY_REGISTRATION.assess(self.ASKED, moscow(THU_2026_12_03, 12))
        assert answer[Obligation.AUTOMATIC_CLOSING].due == moscow(date(2026, 12, 11), 0)

    def test_each_event_has_its_own_however_many_there_are(self) -> None:
        # Registered under the first, asked on Friday under the second: five days of silence,
        # the 30th, 1st-4th.
        two_later = incident(
            "2026-11-25 10:00 registered category=C", "2026-11-27 11:00 information-requested"
        )
        answer = BY_EVENT.assess(two_later, moscow(FRI_2026_11_27, 12))
        assert answer[Obligation.AUTOMATIC_CLOSING].due == moscow(date(2026, 12, 5), 0)

    @pytest.mark.parametrize("editions", [BY_REGISTRATION, BY_EVENT])
    def test_days_in_doubt_are_in_doubt_under_it(self, editions: Editions) -> None:
        # Due on Monday 30 March 2020, declared non-working.
        old = incident("2020-03-27 13:00 registered category=B")
        answer = editions.assess(old, moscow(THU_2026_11_26, 12))
        assert answer[Obligation.REACTION].due == moscow(MON_2020_03_30, 19)
        assert "decree-days" in answer.consulted


class TestByEachEvent:
    """4.3, 4.4, 4.11 A count by the edition of what it runs from says what that was."""

    def told(self, obligation: Obligation, lines: tuple[str, ...], as_of: datetime) -> FactStep:
        """Return the first step of a verdict under the reading each-event."""
        step = BY_EVENT.assess(incident(*lines), as_of)[obligation].steps[0]
        assert isinstance(step, FactStep)
        return step

    def test_a_reaction_runs_from_the_change_of_category(self) -> None:
        lines = (
            "2026-11-25 10:00 registered category=D",
            "2026-11-27 14:00 reclassification-proposed category=C",
            "14:30 reclassification-agreed by=customer",
        )
        as_of = moscow(FRI_2026_11_27, 15)
        answer = BY_EVENT.assess(incident(*lines), as_of)
        # Friday 14:30 is before 15:00, the cut-off since Thursday.
        assert answer[Obligation.REACTION].due == moscow(FRI_2026_11_27, 19)
        step = self.told(Obligation.REACTION, lines, as_of)
        assert (step.fact, step.at) == ("reclassified", moscow(FRI_2026_11_27, 14, 30))

    def test_a_replacement_is_sought_by_the_edition_of_the_registration(self) -> None:
        lines = ("2026-11-25 10:00 registered category=B",)
        as_of = moscow(FRI_2026_11_27, 15)
        answer = BY_EVENT.assess(incident(*lines), as_of)
        usual = USUAL.replacement_search_deadline(moscow(WED_2026_11_25, 10))
        assert isinstance(usual, Deadline)
        assert answer[Obligation.REPLACEMENT_SEARCH].due == usual.due
        assert answer[Obligation.REPLACEMENT_SEARCH].steps == usual.steps

    def test_a_silence_may_run_from_a_comment(self) -> None:
        editions = Editions(
            *(
                edition.replace(
                    agreement=edition.agreement.with_readings(
                        customer_comment_restarts=CustomerCommentRestarts.RESTARTS
                    )
                )
                for edition in BY_EVENT.editions
            )
        )
        commented = incident(
            "2026-11-25 10:00 registered category=C",
            "11:00 information-requested",
            "2026-11-26 11:00 commented by=customer",
        )
        verdict = editions.assess(commented, moscow(FRI_2026_11_27, 12))[
            Obligation.AUTOMATIC_CLOSING
        ]
        # On Thursday, under the second edition: five days.
        assert verdict.due == moscow(FRI_2026_12_04, 0)
        step = verdict.steps[0]
        assert isinstance(step, FactStep)
        assert (step.fact, step.at) == ("commented", moscow(THU_2026_11_26, 11))

    def test_the_sixty_days_may_run_from_the_change_of_category(self) -> None:
        editions = Editions(
            *(
                edition.replace(
                    agreement=edition.agreement.with_readings(
                        sixty_days_from=SixtyDaysFrom.RECLASSIFICATION,
                        sixty_days_pause=SixtyDaysPause.PAUSES,
                    )
                )
                for edition in BY_EVENT.editions
            )
        )
        changed = incident(
            "2026-11-25 10:00 registered category=C",
            "2026-11-26 11:00 reclassification-proposed category=B",
            "11:30 reclassification-agreed by=customer",
            "2026-11-27 09:00 information-requested",
            "19:00 information-provided",
        )
        verdict = editions.assess(changed, moscow(MON_2026_11_30, 12))[
            Obligation.REPLACEMENT_SEARCH
        ]
        # Thirty days under the second edition, Friday the 27th waited for the Customer: one
        # of November, 22 of December (the 31st is off), 11-15, 18 and 19 January.
        assert verdict.due == moscow(date(2027, 1, 19), 19)
        step = verdict.steps[0]
        assert isinstance(step, FactStep)
        assert (step.fact, step.at) == ("reclassified", moscow(THU_2026_11_26, 11, 30))

    def test_a_day_without_support_is_no_day_of_silence(self) -> None:
        # Asked on Thursday, and support ends with that day; renewed on Monday before opening.
        record = service(
            "2026-01-12 10:00 support-signed",
            "11:00 support-paid through=2026-11-26",
            "2026-11-30 09:00 support-renewed through=2027-11-26",
        )
        lines = ("2026-11-25 10:00 registered category=C", "2026-11-26 11:00 information-requested")
        as_of = moscow(MON_2026_11_30, 12)
        closing = Obligation.AUTOMATIC_CLOSING
        # Five days: the 27th, 30th, 1st-3rd; without Friday the 30th, 1st-4th.
        assert BY_EVENT.assess(incident(*lines), as_of)[closing].due == moscow(FRI_2026_12_04, 0)
        without_friday = BY_EVENT.assess(incident(*lines), as_of, service=record)
        assert without_friday[closing].due == moscow(date(2026, 12, 5), 0)
        assert self.told(closing, lines, as_of).fact == "asked"


class TestTheRecordOfTheService:
    """3.1 What is recorded of the service reaches whichever edition judges."""

    @pytest.mark.parametrize("editions", [BY_REGISTRATION, BY_EVENT])
    @pytest.mark.parametrize("day", [WED_2026_11_25, THU_2026_11_26])
    def test_an_incident_taken_by_phone_in_an_outage(self, editions: Editions, day: date) -> None:
        as_of = moscow(day, 16)
        with_it = editions.assess(PHONED, as_of, service=OUTAGE)
        assert with_it.registered_at == moscow(WED_2026_11_25, 11, 30)
        assert editions.assess(PHONED, as_of).registered_at == moscow(WED_2026_11_25, 15, 25)

    def test_when_support_ends_a_verdict_changes(self) -> None:
        paid = service("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-25")
        missed = incident("2026-11-23 11:00 registered category=C")
        as_of = moscow(TUE_2026_11_24, 12)
        assert BY_REGISTRATION.next_change(missed, as_of) is None
        assert BY_REGISTRATION.next_change(missed, as_of, service=paid) == moscow(THU_2026_11_26, 0)

    def test_two_agreements_are_compared_on_it(self) -> None:
        other = USUAL.with_readings(outage_registration=OutageRegistration.ON_ENTRY)
        as_of = moscow(WED_2026_11_25, 16)
        assert BY_REGISTRATION.compare(other, [PHONED], as_of).same == 1
        assert BY_REGISTRATION.compare(other, [PHONED], as_of, service=OUTAGE).same == 0

    def test_the_readings_that_matter_are_found_on_it(self) -> None:
        found = BY_REGISTRATION.sensitivity(PHONED, moscow(WED_2026_11_25, 16), service=OUTAGE)
        assert ("outage-registration=on-entry",) in [one.readings for one in found.effects]


class TestValues:
    """Editions are values."""

    def test_they_are_written_by_their_first_days(self) -> None:
        assert repr(BY_EVENT) == "<Editions from 2020-01-01, 2026-11-26, 2026-12-03>"

    def test_those_that_differ_lie_apart_in_a_set(self) -> None:
        others = [BY_EVENT, BY_REGISTRATION, Editions(*BY_EVENT.editions[:2])]
        assert len(set(map(hash, others))) == len(others)
