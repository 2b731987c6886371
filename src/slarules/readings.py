"""
The open questions of the text, and the answers one can choose.

Each switch is an enumeration whose members are the permanent ids; the first is the default. A
reading acts in one of three kinds of place only: which day or instant, which event counts, which
state follows. The questions in words, and why a default is the default, are rows of
``reading_rows.py``; why there is a switch at all is in ``docs/decisions``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.errors import ReadingError, UnknownWordError
from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Self, TypedDict


class CutoffInstant(Word):
    """4.3: Registered at exactly 12:00:00?"""

    NEXT_DAY = "next-day"
    SAME_DAY = "same-day"


class ReactionDayEnd(Word):
    """4.3, 1.1: When does "the current business day" end as a deadline?"""

    CLOSING_TIME = "closing-time"
    MIDNIGHT = "midnight"


class RegisteredOnDayOff(Word):
    """4.3: Registered on a non-working day?"""

    NEXT_BUSINESS_DAY = "next-business-day"
    AS_IF_NEXT_OPENING = "as-if-next-opening"


class BeforeOpening(Word):
    """4.3, 1.1: Registered on a business day at 03:00?"""

    SAME_DAY = "same-day"
    AS_AT_OPENING = "as-at-opening"


class ReactionRecordKind(Word):
    """3.3: Which entry by the Executor's staff is a reaction?"""

    ANY_RECORD_BY_STAFF = "any-record-by-staff"
    COMMENT_ONLY = "comment-only"


class ReactionByAutomation(Word):
    """3.3: Does an automatic acknowledgement count as a reaction?"""

    DOES_NOT_COUNT = "does-not-count"
    COUNTS = "counts"


class InternalNote(Word):
    """3.2, 3.3: Does an entry the Customer cannot see count?"""

    DOES_NOT_COUNT = "does-not-count"
    COUNTS = "counts"


class ReactionByReproductionMark(Word):
    """
    3.3, 3.4: Does the "reproduced" comment count as the first reaction if nothing came before
    it?
    """

    COUNTS = "counts"
    DOES_NOT_COUNT = "does-not-count"


class ReactionOnEntering(Word):
    """
    4.3, 4.12: An incident of another category becomes B or C later: is its reaction counted
    from registration or from the change?
    """

    RECLASSIFICATION = "reclassification"
    REGISTRATION = "registration"


class ReactionAfterLeaving(Word):
    """
    4.3, 4.9: An incident leaves B and C before its reaction was due: is the reaction still
    owed?
    """

    FALLS_AWAY = "falls-away"
    STAYS_OWED = "stays-owed"


class DueInstant(Word):
    """4.3, 4.4, 4.11: Done exactly at the due instant?"""

    IN_TIME = "in-time"
    LATE = "late"


class HotlineRegistration(Word):
    """2.1, 3.1, 3.2: A hotline call in normal operation: registered when?"""

    WHEN_THE_RECORD_IS_MADE = "when-the-record-is-made"
    AT_THE_CALL = "at-the-call"
    NOT_REGISTERED = "not-registered"


class OutageRegistration(Word):
    """3.1, 3.2: Accepted by phone while HelpDesk was down: registered when?"""

    ON_ACCEPTANCE = "on-acceptance"
    ON_ENTRY = "on-entry"


class OutageReaction(Word):
    """3.1, 3.2, 3.3: While HelpDesk is down, is a reaction by phone or e-mail a reaction?"""

    COUNTS_IF_ENTERED_AFTER = "counts-if-entered-after"
    WHEN_ENTERED = "when-entered"


class SupportBegins(Word):
    """2.3: Accounts open after what?"""

    SIGNED_AND_PAID = "signed-and-paid"
    PAID = "paid"
    SIGNED = "signed"


class EntitlementAt(Word):
    """
    2.3: Support in force at registration but ended, not renewed, before the reaction was due:
    still owed?
    """

    THROUGHOUT = "throughout"
    REGISTRATION = "registration"


class TermLastDay(Word):
    """2.3: At what instant does the term of support end?"""

    END_OF_LAST_DAY = "end-of-last-day"
    CLOSING_TIME = "closing-time"


class DayCountStart(Word):
    """4.4, 4.11: Is the day of the event itself day 1?"""

    DAY_AFTER = "day-after"
    SAME_DAY = "same-day"


class PeriodEnd(Word):
    """
    4.4, 1.1: At what hour of its last day does the 60-day period end? (for 4.11 see silence-
    end)
    """

    CLOSING_TIME = "closing-time"
    MIDNIGHT = "midnight"


class SixtyDaysFrom(Word):
    """4.4: A matter reclassified into B later: 60 days from what?"""

    REGISTRATION = "registration"
    RECLASSIFICATION = "reclassification"


class SixtyDaysPause(Word):
    """4.4, 4.11: Does the 60-day count stand still while the Customer owes information?"""

    RUNS_ON = "runs-on"
    PAUSES = "pauses"


class BWorkaround(Word):
    """4.4: Does a workaround resolve B and end the 60-day count?"""

    ENDS_BOTH = "ends-both"
    SIXTY_DAYS_RUN_ON = "sixty-days-run-on"


class BWorkaroundFails(Word):
    """4.4: The workaround stops working?"""

    AS_IF_NEVER_GIVEN = "as-if-never-given"
    NEW_COUNT = "new-count"


class ReplacementTrigger(Word):
    """
    4.4: Is the search owed when day 60 ends, or as soon as it is known that it cannot be solved
    in time?
    """

    EARLIER_OF = "earlier-of"
    END_OF_DAY_60 = "end-of-day-60"


class SilenceEnd(Word):
    """4.11, 1.1, 3.2: At what hour of the third day does the *Customer's* time to answer end?"""

    MIDNIGHT = "midnight"
    CLOSING_TIME = "closing-time"


class SilenceOutOfHours(Word):
    """4.11, 1.1: Asked after closing or on a day off: when was it asked?"""

    AS_ENTERED = "as-entered"
    AS_AT_NEXT_OPENING = "as-at-next-opening"


class OpenQuestions(Word):
    """4.11: Several requests open: which count closes the incident?"""

    LATEST_REQUEST = "latest-request"
    EACH_ALONE = "each-alone"


class CustomerCommentRestarts(Word):
    """
    4.11: After a comment that does not answer the question, does the 3-day count end or
    restart?
    """

    ENDS = "ends"
    RESTARTS = "restarts"


class SilenceOutage(Word):
    """3.1, 4.11: HelpDesk web interface down within the 3 days?"""

    DAYS_EXCLUDED = "days-excluded"
    RUNS_ON = "runs-on"


class LateAnswer(Word):
    """4.11: An answer after the automatic closing?"""

    NEW_INCIDENT = "new-incident"
    REOPENS = "reopens"


class ReproductionTime(Word):
    """3.2, 3.4: The comment of 15:00 says "reproduced at 11:20": the clock starts when?"""

    STATED_MOMENT = "stated-moment"
    COMMENT_TIME = "comment-time"


class ReproducedAgain(Word):
    """3.4, 4.10: Reproduced twice (or again after reopening)?"""

    FIRST = "first"
    LATEST = "latest"


class ResolutionPause(Word):
    """
    3.4, 4.10, 4.11: Does the resolution clock stand still while the Customer owes information?
    """

    RUNS_ON = "runs-on"
    PAUSES = "pauses"


class ResolvedWhen(Word):
    """3.2, 4.4, 4.11: When is a C incident resolved? (no clause says)"""

    RECORDED_BY_EXECUTOR = "recorded-by-executor"
    FIX_DELIVERED = "fix-delivered"
    CONFIRMED_BY_CUSTOMER = "confirmed-by-customer"


class LevelFourConsent(Word):
    """4.9, 4.12: May the Executor move C4 to A or D alone?"""

    CONSENT_REQUIRED = "consent-required"
    LEVEL_AGREED_THEN_ALONE = "level-agreed-then-alone"
    EXECUTOR_ALONE = "executor-alone"


class SeverityGap(Word):
    """
    4.6, 4.7, 4.8: Serious with a workaround but most users cannot work; or minor with no
    workaround: which level?
    """

    NO_LEVEL_FITS = "no-level-fits"
    HIGHER = "higher"
    LOWER = "lower"


class EditionOfIncident(Word):
    """0.1, 4.12: The agreement was amended while the incident was open: which edition judges it?"""

    REGISTRATION = "registration"
    EACH_EVENT = "each-event"


class ShortDays(Word):
    """1.1: On the eve of a public holiday, does the day end an hour early?"""

    FULL_DAY = "full-day"
    ONE_HOUR_SHORTER = "one-hour-shorter"


class DecreeDays(Word):
    """
    1.1: Days declared non-working by the President (30 March – 30 April, 6–8 May, 24 June, 1
    July 2020; 4–7 May, 30 October – 7 November 2021): business days?
    """

    BUSINESS_DAYS = "business-days"
    NON_BUSINESS_DAYS = "non-business-days"


if TYPE_CHECKING:

    class ReadingChanges(TypedDict, total=False):
        """What ``with_readings`` takes, to a type checker: the fields of ``Readings``."""

        cutoff_instant: CutoffInstant
        reaction_day_end: ReactionDayEnd
        registered_on_day_off: RegisteredOnDayOff
        before_opening: BeforeOpening
        reaction_record_kind: ReactionRecordKind
        reaction_by_automation: ReactionByAutomation
        internal_note: InternalNote
        reaction_by_reproduction_mark: ReactionByReproductionMark
        reaction_on_entering: ReactionOnEntering
        reaction_after_leaving: ReactionAfterLeaving
        due_instant: DueInstant
        hotline_registration: HotlineRegistration
        outage_registration: OutageRegistration
        outage_reaction: OutageReaction
        support_begins: SupportBegins
        entitlement_at: EntitlementAt
        term_last_day: TermLastDay
        day_count_start: DayCountStart
        period_end: PeriodEnd
        sixty_days_from: SixtyDaysFrom
        sixty_days_pause: SixtyDaysPause
        b_workaround: BWorkaround
        b_workaround_fails: BWorkaroundFails
        replacement_trigger: ReplacementTrigger
        silence_end: SilenceEnd
        silence_out_of_hours: SilenceOutOfHours
        open_questions: OpenQuestions
        customer_comment_restarts: CustomerCommentRestarts
        silence_outage: SilenceOutage
        late_answer: LateAnswer
        reproduction_time: ReproductionTime
        reproduced_again: ReproducedAgain
        resolution_pause: ResolutionPause
        resolved_when: ResolvedWhen
        level_four_consent: LevelFourConsent
        severity_gap: SeverityGap
        edition_of_incident: EditionOfIncident
        short_days: ShortDays
        decree_days: DecreeDays


class Readings(Record):
    """
    One choice for every switch; what is not given takes the default.

    Source: the open questions, in the order of the register.
    """

    cutoff_instant: CutoffInstant = CutoffInstant.NEXT_DAY
    reaction_day_end: ReactionDayEnd = ReactionDayEnd.CLOSING_TIME
    registered_on_day_off: RegisteredOnDayOff = RegisteredOnDayOff.NEXT_BUSINESS_DAY
    before_opening: BeforeOpening = BeforeOpening.SAME_DAY
    reaction_record_kind: ReactionRecordKind = ReactionRecordKind.ANY_RECORD_BY_STAFF
    reaction_by_automation: ReactionByAutomation = ReactionByAutomation.DOES_NOT_COUNT
    internal_note: InternalNote = InternalNote.DOES_NOT_COUNT
    reaction_by_reproduction_mark: ReactionByReproductionMark = ReactionByReproductionMark.COUNTS
    reaction_on_entering: ReactionOnEntering = ReactionOnEntering.RECLASSIFICATION
    reaction_after_leaving: ReactionAfterLeaving = ReactionAfterLeaving.FALLS_AWAY
    due_instant: DueInstant = DueInstant.IN_TIME
    hotline_registration: HotlineRegistration = HotlineRegistration.WHEN_THE_RECORD_IS_MADE
    outage_registration: OutageRegistration = OutageRegistration.ON_ACCEPTANCE
    outage_reaction: OutageReaction = OutageReaction.COUNTS_IF_ENTERED_AFTER
    support_begins: SupportBegins = SupportBegins.SIGNED_AND_PAID
    entitlement_at: EntitlementAt = EntitlementAt.THROUGHOUT
    term_last_day: TermLastDay = TermLastDay.END_OF_LAST_DAY
    day_count_start: DayCountStart = DayCountStart.DAY_AFTER
    period_end: PeriodEnd = PeriodEnd.CLOSING_TIME
    sixty_days_from: SixtyDaysFrom = SixtyDaysFrom.REGISTRATION
    sixty_days_pause: SixtyDaysPause = SixtyDaysPause.RUNS_ON
    b_workaround: BWorkaround = BWorkaround.ENDS_BOTH
    b_workaround_fails: BWorkaroundFails = BWorkaroundFails.AS_IF_NEVER_GIVEN
    replacement_trigger: ReplacementTrigger = ReplacementTrigger.EARLIER_OF
    silence_end: SilenceEnd = SilenceEnd.MIDNIGHT
    silence_out_of_hours: SilenceOutOfHours = SilenceOutOfHours.AS_ENTERED
    open_questions: OpenQuestions = OpenQuestions.LATEST_REQUEST
    customer_comment_restarts: CustomerCommentRestarts = CustomerCommentRestarts.ENDS
    silence_outage: SilenceOutage = SilenceOutage.DAYS_EXCLUDED
    late_answer: LateAnswer = LateAnswer.NEW_INCIDENT
    reproduction_time: ReproductionTime = ReproductionTime.STATED_MOMENT
    reproduced_again: ReproducedAgain = ReproducedAgain.FIRST
    resolution_pause: ResolutionPause = ResolutionPause.RUNS_ON
    resolved_when: ResolvedWhen = ResolvedWhen.RECORDED_BY_EXECUTOR
    level_four_consent: LevelFourConsent = LevelFourConsent.CONSENT_REQUIRED
    severity_gap: SeverityGap = SeverityGap.NO_LEVEL_FITS
    edition_of_incident: EditionOfIncident = EditionOfIncident.REGISTRATION
    short_days: ShortDays = ShortDays.FULL_DAY
    decree_days: DecreeDays = DecreeDays.BUSINESS_DAYS

    def __repr__(self) -> str:
        return f"Readings({', '.join(self.chosen())})"

    @classmethod
    def of(cls, choices: Iterable[str], /) -> Self:
        """
        Return the readings with these choices, each written ``cutoff-instant=same-day``.

        Raises:
            ReadingError: A choice names no switch, or is not written so, or repeats a switch.
            UnknownWordError: The switch has no such option.
        """
        changes: dict[str, Any] = {}
        for choice in choices:
            switch, equals, option = (part.strip() for part in choice.partition("="))
            if not equals or switch not in SWITCHES or switch in changes:
                raise ReadingError(choice, tuple(SWITCHES))
            changes[switch] = _option(switch, option)
        return cls().replace(
            **{switch.replace("-", "_"): option for switch, option in changes.items()}
        )

    def option(self, switch: str, /) -> Word:
        """Return what is chosen for the switch with this id."""
        if switch not in SWITCHES:
            raise ReadingError(switch, tuple(SWITCHES))
        chosen: Word = getattr(self, switch.replace("-", "_"))
        return chosen

    def chosen(self) -> tuple[str, ...]:
        """Return the choices that differ from the default, as ``Readings.of`` takes them."""
        return tuple(
            f"{switch}={self.option(switch).value}"
            for switch, options in SWITCHES.items()
            if self.option(switch) is not default_option(options)
        )

    def flipped(self) -> Iterator[tuple[str, Readings]]:
        """Yield every set of readings that differs from this one in a single switch."""
        for switch, options in SWITCHES.items():
            for option in options:
                if option is not self.option(switch):
                    yield (
                        f"{switch}={option.value}",
                        self.replace(**{switch.replace("-", "_"): option}),
                    )

    def _check(self) -> None:
        for field, options in _FIELDS.items():
            if type(getattr(self, field)) is not options:
                switch = field.replace("_", "-")
                raise ReadingError(f"{switch}={getattr(self, field)!r}", tuple(SWITCHES))


_FIELDS: Final = {field: type(default) for field, default in Readings._defaults.items()}

SWITCHES: Final[Mapping[str, type[Word]]] = MappingProxyType(
    {field.replace("_", "-"): options for field, options in _FIELDS.items()}
)
"""The id of every switch, and its options."""

WARNED: Final[tuple[tuple[str, str], ...]] = (
    # the debtor ends its own duty
    ("level-four-consent=executor-alone", "reaction-after-leaving=falls-away"),
    # a long outage makes a breach certain
    ("outage-registration=on-acceptance", "outage-reaction=when-entered"),
    # two theories of which category governs
    ("reaction-on-entering=registration", "reaction-after-leaving=falls-away"),
    # HelpDesk open at 03:00 for one party, shut at 20:00 for the other
    ("before-opening=same-day", "silence-end=closing-time"),
)
"""Combinations that do not sit well together; an explanation that meets one says so."""


def default_option(options: type[Word]) -> Word:
    """Return the option a switch takes when nothing is chosen: its first member."""
    return next(iter(options))


def _option(switch: str, option: str) -> Word:
    try:
        return SWITCHES[switch](option)
    except ValueError:
        known = [str(member.value) for member in SWITCHES[switch]]
        raise UnknownWordError(f"option of {switch}", option, known) from None
