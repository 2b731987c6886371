"""
Every option of every switch changes some answer: an incident each, both answers worked by hand.

Two options are inert under the hours the contract states; they are shown under an agreed cut-off
earlier than the opening, and shown to be inert without it. One switch acts where a matter is first
classified, one between editions of the agreement: they have tests of their own below.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

import pytest

from slarules.agreement import standard_support
from slarules.classify import (
    BaseModule,
    Classified,
    DefinitionGap,
    Documents,
    Domain,
    Effect,
    Facts,
    Matter,
    Users,
    Workaround,
    classify,
)
from slarules.editions import Edition, Editions
from slarules.parameters import STANDARD, Parameters
from slarules.reading_rows import READING_ROWS
from slarules.readings import (
    SWITCHES,
    EditionOfIncident,
    Readings,
    SeverityGap,
    default_option,
)
from slarules.record import Record
from slarules.terms import Category, Language, Obligation, Severity
from slarules.testing import incident
from tests.judging import MOSCOW, Lines, agreement, at, judge, told

B: Final = "2026-11-23 11:00 registered category=B"  # a Monday
C: Final = "2026-11-23 11:00 registered category=C"
C4: Final = "2026-11-23 11:00 registered category=C severity=4"
D: Final = "2026-11-23 11:00 registered category=D"
AUG: Final = "2026-08-24 11:00 registered category=B"
"""Day sixty ends on Tuesday 17 November 2026 at 19:00 (4.4)."""
ASKED: Final = "12:00 information-requested"
"""The third business day of silence is Thursday 26 November (4.11)."""
PAID: Final[Lines] = ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-23")
DOWN: Final[Lines] = ("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
CALL: Final = "2026-11-23 12:03 registered category=C channel=hotline called_at=11:55"
TAKEN: Final = "2026-11-24 15:25 registered category=C channel=phone accepted_at=11:30"
EARLY_CUTOFF: Final = Parameters(cutoff=time(9))
"""Agreed: a cut-off before the desk opens."""
MISSED: Final = "missed due=2026-11-23 19:00"
WAITS: Final = "waits=information-provided"
SEARCH: Final = "waits=replacement-search-started"
RESOLVED: Final[Lines] = (C, "13:00 resolved", "14:00 fix-delivered", "15:00 confirmed")


class Shown(Record, kw_only=False):
    """One option, an incident, and what it comes to by default and with the option."""

    reading: str
    lines: Lines
    as_of: str
    asks: str
    """An obligation; or "elapsed", the business time of the resolution clock."""
    default: str
    other: str
    beside: Lines | None = None
    parameters: Parameters = STANDARD


# fmt: off
EFFECTS: Final = (
    # 4.3, 1.1: which day, which hour
    Shown("cutoff-instant=same-day", ("2026-11-23 12:00 registered category=C",),
          "2026-11-23 12:00", "reaction",
          "pending due=2026-11-24 19:00", "pending due=2026-11-23 19:00"),
    Shown("reaction-day-end=midnight", (C,), "2026-11-23 19:00", "reaction",
          MISSED, "pending due=2026-11-24 00:00"),
    # on a Saturday; as if on Monday at 10:00, which is after the agreed cut-off
    Shown("registered-on-day-off=as-if-next-opening", ("2026-11-28 08:00 registered category=C",),
          "2026-11-28 08:00", "reaction",
          "pending due=2026-11-30 19:00", "pending due=2026-12-01 19:00",
          parameters=EARLY_CUTOFF),
    # at 03:00, before the agreed cut-off; as at 10:00, after it
    Shown("before-opening=as-at-opening", ("2026-11-23 03:00 registered category=C",),
          "2026-11-23 03:00", "reaction",
          "pending due=2026-11-23 19:00", "pending due=2026-11-24 19:00",
          parameters=EARLY_CUTOFF),
    Shown("short-days=one-hour-shorter", ("2026-11-03 11:00 registered category=C",),
          "2026-11-03 18:30", "reaction",  # the eve of Wednesday 4 November
          "pending due=2026-11-03 19:00", "missed due=2026-11-03 18:00"),
    Shown("decree-days=non-business-days", ("2021-11-01 09:00 registered category=C",),
          "2021-11-01 09:00", "reaction",  # 30 October to 7 November 2021 were declared so
          "pending due=2021-11-01 19:00", "pending due=2021-11-08 19:00"),

    # 3.2, 3.3: which entry is a reaction
    Shown("reaction-record-kind=comment-only", (C, "12:00 assigned"), "2026-11-24 10:00",
          "reaction", "met due=2026-11-23 19:00 since=2026-11-23 12:00", MISSED),
    Shown("reaction-by-automation=counts", (C, "12:00 commented made=automatically"),
          "2026-11-24 10:00", "reaction",
          MISSED, "met due=2026-11-23 19:00 since=2026-11-23 12:00"),
    Shown("internal-note=counts", (C, "12:00 commented visible=internal"), "2026-11-24 10:00",
          "reaction", MISSED, "met due=2026-11-23 19:00 since=2026-11-23 12:00"),
    Shown("reaction-by-reproduction-mark=does-not-count", (C, "12:00 reproduced"),
          "2026-11-24 10:00", "reaction",
          "met due=2026-11-23 19:00 since=2026-11-23 12:00", MISSED),

    # 4.3, 4.9, 4.12: into C on Tuesday at 10:00, out of it on Monday at 15:00
    Shown("reaction-on-entering=registration",
          (D, "2026-11-24 09:50 reclassification-proposed category=C by=customer",
           "10:00 reclassified category=C visible=internal"), "2026-11-24 12:00", "reaction",
          "pending due=2026-11-24 19:00", MISSED),
    Shown("reaction-after-leaving=stays-owed",
          (C, "14:50 reclassification-proposed category=E by=customer",
           "15:00 reclassified category=E visible=internal"), "2026-11-24 10:00", "reaction",
          "not-stated", MISSED),

    # 4.3, 4.4, 4.11: at the very instant
    Shown("due-instant=late", (C, "19:00 commented"), "2026-11-24 10:00", "reaction",
          "met due=2026-11-23 19:00 since=2026-11-23 19:00",
          "missed due=2026-11-23 19:00 since=2026-11-23 19:00"),
    Shown("due-instant=late", (D, ASKED, "2026-11-27 00:00 commented by=customer"),
          "2026-11-27 00:00", "automatic-closing",
          "not-applicable", "met due=2026-11-27 00:00 since=2026-11-27 00:00"),

    # 2.1, 3.1, 3.2, 3.3: the hotline, and HelpDesk down
    Shown("hotline-registration=at-the-call", (CALL,), "2026-11-23 12:03", "reaction",
          "pending due=2026-11-24 19:00", "pending due=2026-11-23 19:00"),
    Shown("hotline-registration=not-registered", (CALL,), "2026-11-23 12:03", "reaction",
          "pending due=2026-11-24 19:00", "not-applicable"),
    Shown("outage-registration=on-entry", (TAKEN,), "2026-11-24 15:25", "reaction",
          "pending due=2026-11-24 19:00", "pending due=2026-11-25 19:00", beside=DOWN),
    Shown("outage-reaction=when-entered", (TAKEN, "20:00 commented channel=phone said_at=14:00"),
          "2026-11-25 10:00", "reaction",
          "met due=2026-11-24 19:00 since=2026-11-24 14:00",
          "missed due=2026-11-24 19:00 since=2026-11-24 20:00", beside=DOWN),

    # 2.3: the term
    Shown("support-begins=paid", (D,), "2026-11-23 11:00", "support",
          "not-started waits=support-paid",
          "pending due=2026-12-01 00:00 since=2026-01-12 10:00",
          beside=("2026-01-12 10:00 support-paid through=2026-11-30",)),
    Shown("support-begins=signed", (D,), "2026-11-23 11:00", "support",
          "not-started waits=support-paid", "pending since=2026-01-12 10:00", beside=PAID[:1]),
    # registered after 12:00, so due on Tuesday; support ends with Monday
    Shown("entitlement-at=registration", ("2026-11-23 12:30 registered category=C",),
          "2026-11-25 10:00", "reaction",
          "not-applicable due=2026-11-24 19:00", "missed due=2026-11-24 19:00", beside=PAID),
    Shown("term-last-day=closing-time", (D,), "2026-11-23 20:00", "support",
          "pending due=2026-11-24 00:00 since=2026-01-12 11:00", "not-applicable", beside=PAID),

    # 4.4: the sixty days
    Shown("day-count-start=same-day", (AUG,), "2026-08-24 12:00", "replacement-search",
          "not-started due=2026-11-17 19:00 waits=sixty-days",
          "not-started due=2026-11-16 19:00 waits=sixty-days"),
    Shown("period-end=midnight", (AUG,), "2026-11-17 20:00", "replacement-search",
          f"pending due=2026-11-17 19:00 {SEARCH}",
          "not-started due=2026-11-18 00:00 waits=sixty-days"),
    # B since Monday 31 August: five business days later, 18, 19, 20, 23 and 24 November
    Shown("sixty-days-from=reclassification",
          ("2026-08-24 11:00 registered category=D",
           "2026-08-31 14:00 reclassification-proposed category=B",
           "15:00 reclassification-agreed"), "2026-08-31 15:00", "replacement-search",
          "not-started due=2026-11-17 19:00 waits=sixty-days",
          "not-started due=2026-11-24 19:00 waits=sixty-days"),
    # asked from Monday noon to Thursday 11:00: Tuesday and Wednesday are covered whole
    Shown("sixty-days-pause=pauses",
          (AUG, "2026-08-31 12:00 information-requested",
           "2026-09-03 11:00 information-provided"), "2026-09-03 12:00", "replacement-search",
          "not-started due=2026-11-17 19:00 waits=sixty-days",
          "not-started due=2026-11-19 19:00 waits=sixty-days"),
    # asked on Monday 16 November, not answered yet: 17, 18 and 19 are the silence that closes it
    Shown("sixty-days-pause=pauses", (AUG, "2026-11-16 12:00 information-requested"),
          "2026-11-18 12:00", "replacement-search",
          f"pending due=2026-11-17 19:00 {SEARCH}",
          "not-started due=2026-11-20 19:00 waits=sixty-days"),
    Shown("b-workaround=sixty-days-run-on", (AUG, "2026-09-14 10:00 workaround-provided"),
          "2026-11-24 10:00", "replacement-search",
          "not-applicable due=2026-11-17 19:00", f"pending due=2026-11-17 19:00 {SEARCH}"),
    Shown("b-workaround-fails=new-count",
          (AUG, "2026-08-26 10:00 workaround-provided", "2026-08-31 15:00 workaround-failed"),
          "2026-09-01 10:00", "replacement-search",
          "not-started due=2026-11-17 19:00 waits=sixty-days",
          "not-started due=2026-11-24 19:00 waits=sixty-days"),
    Shown("replacement-trigger=end-of-day-60", (AUG, "2026-09-15 10:00 impossibility-stated"),
          "2026-10-01 10:00", "replacement-search",
          f"pending due=2026-09-15 10:00 {SEARCH}",
          "not-started due=2026-11-17 19:00 waits=sixty-days"),

    # 4.11: silence
    Shown("day-count-start=same-day", (D, ASKED), "2026-11-23 12:00", "automatic-closing",
          f"pending due=2026-11-27 00:00 {WAITS}", f"pending due=2026-11-26 00:00 {WAITS}"),
    Shown("silence-end=closing-time", (D, ASKED), "2026-11-26 20:00", "automatic-closing",
          f"pending due=2026-11-27 00:00 {WAITS}",
          "met due=2026-11-26 19:00 since=2026-11-26 19:00"),
    Shown("silence-out-of-hours=as-at-next-opening", (D, "19:00 information-requested"),
          "2026-11-23 19:00", "automatic-closing",
          f"pending due=2026-11-27 00:00 {WAITS}", f"pending due=2026-11-28 00:00 {WAITS}"),
    Shown("open-questions=each-alone",
          (D, "12:00 information-requested request=1",
           "2026-11-24 12:00 information-requested request=2"), "2026-11-24 12:00",
          "automatic-closing",
          f"pending due=2026-11-28 00:00 {WAITS}", f"pending due=2026-11-27 00:00 {WAITS}"),
    # a comment on Wednesday: 26, 27 and Monday 30
    Shown("customer-comment-restarts=restarts",
          (D, ASKED, "2026-11-25 12:00 commented by=customer"), "2026-11-25 12:00",
          "automatic-closing", "not-applicable", f"pending due=2026-12-01 00:00 {WAITS}"),
    # HelpDesk down for some hours of Tuesday
    Shown("silence-outage=runs-on", (D, ASKED), "2026-11-25 12:00", "automatic-closing",
          f"pending due=2026-11-28 00:00 {WAITS}", f"pending due=2026-11-27 00:00 {WAITS}",
          beside=DOWN),
    Shown("late-answer=reopens", (D, ASKED, "2026-11-27 10:00 commented by=customer"),
          "2026-11-27 10:00", "automatic-closing",
          "met due=2026-11-27 00:00 since=2026-11-27 00:00",
          "not-started waits=information-requested"),

    # 3.4, 4.10: the clock of the resolution
    Shown("reproduction-time=comment-time", (C, "15:00 reproduced stated_at=11:20"),
          "2026-11-23 15:00", "resolution-clock",
          "pending since=2026-11-23 11:20 waits=resolved",
          "pending since=2026-11-23 15:00 waits=resolved"),
    Shown("reproduced-again=latest", (C, "12:00 reproduced", "14:00 reproduced"),
          "2026-11-23 15:00", "resolution-clock",
          "pending since=2026-11-23 12:00 waits=resolved",
          "pending since=2026-11-23 14:00 waits=resolved"),
    # from 12:00 to 18:00, asked from 13:00 to 17:00
    Shown("resolution-pause=pauses",
          (C, "12:00 reproduced", "13:00 information-requested", "17:00 information-provided"),
          "2026-11-23 18:00", "elapsed", "6:00", "2:00"),
    Shown("resolved-when=fix-delivered", RESOLVED, "2026-11-24 10:00", "resolution",
          "met since=2026-11-23 13:00", "met since=2026-11-23 14:00"),
    Shown("resolved-when=confirmed-by-customer", RESOLVED, "2026-11-24 10:00", "resolution",
          "met since=2026-11-23 13:00", "met since=2026-11-23 15:00"),

    # 4.9, 4.12: level 4
    Shown("level-four-consent=level-agreed-then-alone",
          (C4, "11:30 level-agreed severity=4", "12:00 reclassified category=D"),
          "2026-11-24 10:00", "redefinition",
          "not-stated waits=reclassified", "met since=2026-11-23 12:00"),
    Shown("level-four-consent=executor-alone", (C4, "12:00 reclassified category=D"),
          "2026-11-24 10:00", "redefinition",
          "not-stated waits=reclassified", "met since=2026-11-23 12:00"),
)

ELSEWHERE: Final = {
    "severity-gap=higher": "acts where the definitions are applied: TestSeverityGap",
    "severity-gap=lower": "acts where the definitions are applied: TestSeverityGap",
    "edition-of-incident=each-event": "acts between editions of an agreement: TestEditions",
}
"""Options no single agreement's assessment can show, and where they are shown."""

INERT: Final = ("registered-on-day-off=as-if-next-opening", "before-opening=as-at-opening")
"""Options that change nothing under the hours and the cut-off the contract states."""
# fmt: on


def answered(shown: Shown, *readings: str) -> str:
    found = judge(
        shown.lines,
        shown.as_of,
        *readings,
        beside=shown.beside,
        parameters=shown.parameters,
    )
    if shown.asks != "elapsed":
        return told(found[Obligation.of(shown.asks)])
    clock = found[Obligation.RESOLUTION_CLOCK]
    elapsed = clock.elapsed(at(shown.as_of), agreement().calendar)
    assert elapsed is not None
    return f"{elapsed.business // 3600}:{elapsed.business // 60 % 60:02}"


def name_of(shown: Shown) -> str:
    return f"{shown.reading} {shown.asks}"


@pytest.mark.parametrize("shown", EFFECTS, ids=name_of)
class TestEffect:
    """2.1 to 4.12: each reading acts where its clause is open."""

    def test_by_default_it_is_this(self, shown: Shown) -> None:
        assert answered(shown) == shown.default

    def test_with_the_option_it_is_that(self, shown: Shown) -> None:
        assert shown.other != shown.default
        assert answered(shown, shown.reading) == shown.other

    def test_it_was_asked_for_either_way(self, shown: Shown) -> None:
        switch = shown.reading.partition("=")[0]
        for readings in ((), (shown.reading,)):
            found = judge(
                shown.lines,
                shown.as_of,
                *readings,
                beside=shown.beside,
                parameters=shown.parameters,
            )
            assert switch in found.consulted


class TestComplete:
    """No option is forgotten."""

    def test_every_option_that_is_no_default_is_shown(self) -> None:
        options = {
            f"{switch}={option.value}"
            for switch, words in SWITCHES.items()
            for option in words
            if option is not default_option(words)
        }
        assert len(SWITCHES) == 39
        assert {shown.reading for shown in EFFECTS} | ELSEWHERE.keys() == options
        assert not {shown.reading for shown in EFFECTS} & ELSEWHERE.keys()

    def test_only_the_inert_ones_are_shown_under_other_parameters(self) -> None:
        shown = {one.reading for one in EFFECTS if one.parameters != STANDARD}
        assert shown == set(INERT)


class TestInert:
    """4.3, 1.1: with the cut-off at 12:00 and the opening at 10:00 two options change nothing."""

    @pytest.mark.parametrize("reading", INERT)
    def test_no_registration_of_two_years_is_answered_otherwise(self, reading: str) -> None:
        # what could part the options is an hour before 12:00 of a day off, or before 10:00
        plain, other = agreement(), agreement((reading,))
        day = datetime(2024, 12, 1, tzinfo=MOSCOW)
        while day.year < 2027:
            for hour in (0, 3, 9, 10, 11, 12, 13, 19, 23):
                registered = day.replace(hour=hour, minute=59 if hour == 9 else 0)
                assert plain.reaction_due(registered) == other.reaction_due(registered)
            day += timedelta(days=1)

    @pytest.mark.parametrize("reading", INERT)
    def test_it_is_said_to_be_inert(self, reading: str) -> None:
        row = READING_ROWS[reading.partition("=")[0]]
        assert "same day now" in row.why.of(Language.EN)
        assert "сейчас оба ответа дают один день" in row.why.of(Language.RU)


class TestSeverityGap:
    """4.6, 4.7, 4.8: an error the definitions of the levels leave out."""

    # of C: a module departs from its documentation; minor, and there is no workaround
    FACTS: Final = Facts(
        matter=Matter.PROBLEM,
        domain=Domain.PRODUCT,
        documents=Documents.DEPARTS_FROM_ONE,
        base_module=BaseModule.SOUND,
        effect=Effect.MINOR,
        users=Users.MOST,
        workaround=Workaround.NONE,
    )

    def test_by_default_no_level_fits(self) -> None:
        assert isinstance(classify(self.FACTS), DefinitionGap)

    @pytest.mark.parametrize(
        ("reading", "severity"),
        [(SeverityGap.HIGHER, Severity.SERIOUS), (SeverityGap.LOWER, Severity.MINOR)],
    )
    def test_a_reading_takes_the_level_on_one_side(
        self, reading: SeverityGap, severity: Severity
    ) -> None:
        found = classify(self.FACTS, severity_gap=reading)
        assert isinstance(found, Classified)
        assert (found.category, found.severity) == (Category.C, severity)

    @pytest.mark.parametrize("reading", [*SeverityGap])
    def test_what_is_recorded_is_not_classified_anew(self, reading: SeverityGap) -> None:
        """[category-governs]: the recorded level stands, so no assessment asks."""
        found = judge((C,), "2026-11-23 12:00", f"severity-gap={reading.value}")
        assert found == judge((C,), "2026-11-23 12:00")
        assert "severity-gap" not in found.consulted


class TestEditions:
    """0.1, 4.12: the agreement was amended while the incident was open."""

    # five business days of silence instead of three, from Thursday 26 November 2026 on; asked that
    # day at noon: 27, 30 November and 1 December, or those and 2 and 3 December
    LINES: Final[Lines] = (D, "2026-11-26 12:00 information-requested")

    @pytest.mark.parametrize(
        ("reading", "due"),
        [
            (EditionOfIncident.REGISTRATION, "2026-12-02 00:00"),
            (EditionOfIncident.EACH_EVENT, "2026-12-04 00:00"),
        ],
    )
    def test_a_reading_says_which_edition_counts(
        self, reading: EditionOfIncident, due: str
    ) -> None:
        first = standard_support(readings=Readings(edition_of_incident=reading))
        editions = Editions(
            Edition(date(2026, 1, 1), first),
            Edition(date(2026, 11, 26), first.with_parameters(silence=5)),
        )
        found = editions.assess(incident(*self.LINES), at("2026-11-26 12:00"))
        assert told(found[Obligation.AUTOMATIC_CLOSING]) == f"pending due={due} {WAITS}"
