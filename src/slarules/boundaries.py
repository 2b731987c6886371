"""
What an answer is not: the rules that do not apply and why, and the nearest other answer.

Both are found on request and cost nothing until then.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from slarules.day_words import listed
from slarules.deadlines import OWED, Deadline
from slarules.errors import CalendarRangeError, ProjectedCalendarError
from slarules.parameters import MIDNIGHT
from slarules.record import Record
from slarules.rules import rule
from slarules.step_words import cited, end_of_period, sentence
from slarules.steps import CutoffStep, DayStep
from slarules.terms import Category, ClauseId, Language, Outcome, RuleId, Text, Word
from slarules.words import Unit, counted, plural_category

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from slarules.calendar import BusinessCalendar
    from slarules.deadlines import Answer, NotStated, Owed
    from slarules.parameters import Parameters

_DAY: Final = timedelta(days=1)
_FARTHEST: Final = 100
"""Days to look through: longer than any run of days off of the standard calendar."""


# ------------------------------------------------------------------------------- rules not applied


class NotApplied(Record):
    """A rule row that did not decide, and why."""

    rule: RuleId
    clause: ClauseId
    why: Text


def not_applied(
    category: Category, answer: Answer | None = None, /, *, rows: Sequence[Owed] = OWED
) -> tuple[NotApplied, ...]:
    """
    Return the rules that do not apply to an incident, each with the reason.

    Args:
        category: The category of the incident: a row for other categories does not apply.
        answer: An answer about its reaction; the branches of 4.3 it did not take come last.
        rows: What is owed in which category.
    """
    found = [
        _not_applied(row.rule, _other(category, row.categories))
        for row in rows
        if category not in row.categories and row.outcome is not Outcome.NOT_APPLICABLE
    ]
    if isinstance(answer, Deadline):
        found += _branches(answer)
    return tuple(found)


def _other(category: Category, categories: Sequence[Category]) -> Text:
    def words(language: Language) -> str:
        return listed([one.value for one in categories], language, either=True)

    return Text(
        f"категория {category.value}, а не {words(Language.RU)}",
        f"category {category.value}, not {words(Language.EN)}",
    )


def _branches(answer: Deadline) -> Iterator[NotApplied]:
    """Yield the branches of 4.3 that the steps did not take."""
    taken = {step.rule for step in answer.steps}
    if not taken & {_SAME_DAY, _NEXT_DAY, _DAY_OFF}:
        return
    for step in answer.steps:
        match step:
            case DayStep(is_business_day=True):
                yield _not_applied(_DAY_OFF, Text("день рабочий", "the day is a business day"))
            case CutoffStep():
                why = Text(*(sentence(step, language, None)[0] for language in Language))
                yield _not_applied(_NEXT_DAY if step.is_before else _SAME_DAY, why)
            case DayStep() if not taken & {_SAME_DAY, _NEXT_DAY}:
                why = Text("день нерабочий", "the day is a day off")
                yield _not_applied(_SAME_DAY, why)
                yield _not_applied(_NEXT_DAY, why)
            case _:
                pass


_SAME_DAY: Final = RuleId("R-4.3-5")
_NEXT_DAY: Final = RuleId("R-4.3-6")
_DAY_OFF: Final = RuleId("R-4.3-7")


def _not_applied(rule_id: RuleId, why: Text) -> NotApplied:
    return NotApplied(rule=rule_id, clause=rule(rule_id).clause, why=why)


def not_applied_words(row: NotApplied, language: Language, /) -> str:
    """Return why a rule did not apply: «п. 4.4 (R-4.4-1) не применяется: категория C, а не B»."""
    text = Text(
        "{clause} ({rule}) не применяется: {why}", "{clause} ({rule}) does not apply: {why}"
    )
    clause = cited((row.clause,), language)
    return text.of(language).format(clause=clause, rule=row.rule, why=row.why.of(language))


# ------------------------------------------------------------------------------- nearest boundary


class Side(Word):
    """On which side of the registration another answer lies."""

    EARLIER = "earlier"
    LATER = "later"


class Boundary(Record):
    """The nearest moment of registration with another due moment."""

    side: Side
    limit: datetime
    """Where the due moment changes, on the calendar's clock."""
    exactly: bool
    """Whether at the limit itself it is already the other one; else only beyond it."""
    shift: timedelta
    """How far the limit is from the registration, in real time; never negative."""
    due: datetime
    """The other due moment."""


class Reacts(Protocol):
    """What is asked of an agreement here."""

    @property
    def calendar(self) -> BusinessCalendar:
        """Its calendar."""
        ...

    @property
    def parameters(self) -> Parameters:
        """Its figures."""
        ...

    def reaction_deadline(
        self, registered: datetime, category: Category, /
    ) -> Deadline | NotStated:
        """Return the reaction's due moment, or that none is stated."""
        ...


def nearest_boundary(
    agreement: Reacts, registered: datetime, category: Category, /
) -> Boundary | None:
    """
    Return the nearest registration that would have another due moment of its reaction.

    The due moment is asked of the agreement where it can change: at midnight, at an opening, at
    the cut-off, and a microsecond beside each. Where two are equally near, the later one.

    Args:
        agreement: The agreement.
        registered: The official moment of registration, aware, in any zone.
        category: The category of the incident.
    Returns:
        None where no reaction period is stated, and where the calendar ends first.
    Raises:
        NaiveDatetimeError, CalendarRangeError, ProjectedCalendarError: As
            ``reaction_deadline``, for the registration itself.
    Source: clause 4.3.
    """
    answer = agreement.reaction_deadline(registered, category)
    if not isinstance(answer, Deadline):
        return None
    search = _Search(agreement, registered, category, answer.due)
    found = [one for one in map(search.on, (Side.LATER, Side.EARLIER)) if one is not None]
    return min(found, key=lambda one: one.shift, default=None)


class _Search:
    """Looks through the days on both sides of a registration."""

    __slots__ = ("agreement", "category", "due", "registered")

    def __init__(
        self, agreement: Reacts, registered: datetime, category: Category, due: datetime
    ) -> None:
        self.agreement = agreement
        self.registered = registered.astimezone(UTC)
        self.category = category
        self.due = due

    def on(self, side: Side) -> Boundary | None:
        """Return the first moment on that side where the due moment changes, if it is known."""
        beyond = timedelta.resolution if side is Side.LATER else -timedelta.resolution
        try:
            for limit in self._limits(side):
                if limit != self.registered and (due := self._other(limit)):
                    return self._boundary(side, limit, due, exactly=True)
                if due := self._other(limit + beyond):
                    return self._boundary(side, limit, due, exactly=False)
        except (CalendarRangeError, ProjectedCalendarError):
            pass
        return None

    def _boundary(self, side: Side, limit: datetime, due: datetime, *, exactly: bool) -> Boundary:
        return Boundary(
            side=side,
            limit=limit.astimezone(self.agreement.calendar.zone),
            exactly=exactly,
            shift=abs(limit - self.registered),
            due=due,
        )

    def _other(self, moment: datetime) -> datetime | None:
        """Return the due moment of another registration, None if it is the same."""
        answer = self.agreement.reaction_deadline(moment, self.category)
        assert isinstance(answer, Deadline)
        return answer.due if answer.due != self.due else None

    def _limits(self, side: Side) -> Iterator[datetime]:
        """Yield where the due moment can change: the registration and away from it."""
        day = self.registered.astimezone(self.agreement.calendar.zone).date()
        later = side is Side.LATER
        for _ in range(_FARTHEST):
            for limit in sorted(self._limits_of(day), reverse=not later):
                if limit == self.registered or (limit > self.registered) is later:
                    yield limit
            day += _DAY if later else -_DAY

    def _limits_of(self, day: date) -> set[datetime]:
        calendar = self.agreement.calendar
        clocks = {MIDNIGHT, self.agreement.parameters.cutoff}
        clocks.update(hours.opens for hours in calendar.hours_on(day)[:1])
        return {datetime.combine(day, clock, calendar.zone).astimezone(UTC) for clock in clocks}


_BOUNDARY: Final = {
    (Side.LATER, True): Text(
        "При регистрации на {shift} позже срок — {due}", "Registered {shift} later: due {due}"
    ),
    (Side.LATER, False): Text(
        "При регистрации позже более чем на {shift} срок — {due}",
        "Registered more than {shift} later: due {due}",
    ),
    (Side.EARLIER, True): Text(
        "При регистрации на {shift} раньше срок — {due}", "Registered {shift} earlier: due {due}"
    ),
    (Side.EARLIER, False): Text(
        "При регистрации раньше более чем на {shift} срок — {due}",
        "Registered more than {shift} earlier: due {due}",
    ),
}
_AT_ONCE: Final = {
    Side.LATER: Text(
        "При регистрации мгновением позже срок — {due}", "Registered an instant later: due {due}"
    ),
    Side.EARLIER: Text(
        "При регистрации мгновением раньше срок — {due}",
        "Registered an instant earlier: due {due}",
    ),
}


def boundary_words(boundary: Boundary, language: Language, /) -> str:
    """Return a boundary in words: "Registered 61 seconds later: due Monday, 12 January …"."""
    due = end_of_period(boundary.due, language)
    if not boundary.shift:
        return _AT_ONCE[boundary.side].of(language).format(due=due)
    shift = amount_words(boundary.shift, language)
    text = _BOUNDARY[boundary.side, boundary.exactly]
    return text.of(language).format(shift=shift, due=due)


_ONE_OF: Final = {Unit.MINUTE: "минуту", Unit.SECOND: "секунду"}
"""After «на» one minute and one second take another case; every other form stays."""

_SECONDS_ALONE: Final = 120
_UNITS: Final = (
    (Unit.DAY, 86_400),
    (Unit.HOUR, 3_600),
    (Unit.MINUTE, 60),
    (Unit.SECOND, 1),
)


def amount_words(amount: timedelta, language: Language, /) -> str:
    """
    Return an amount of clock time after «на»: «61 секунду», «1 час 2 минуты».

    A started second counts whole; what is shorter than two minutes is said in seconds.
    """
    seconds = -(-amount // timedelta(seconds=1))
    parts: list[str] = []
    for unit, size in _UNITS:
        if unit is not Unit.SECOND and seconds < _SECONDS_ALONE and not parts:
            continue
        number, seconds = divmod(seconds, size)
        if number or (unit is Unit.SECOND and not parts):
            parts.append(_amount(number, unit, language))
    return " ".join(parts)


def _amount(number: int, unit: Unit, language: Language) -> str:
    if language is Language.RU and unit in _ONE_OF and plural_category(number, language) == "one":
        return f"{number} {_ONE_OF[unit]}"
    return counted(number, unit, language)
