"""
A calendar year drawn month by month: what is off, worked, moved and short, at a glance.

Every kind of day has a shape of its own; none is told by colour alone.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from slarules.answer_words import capital
from slarules.calendar import DayStatus
from slarules.cldr import MONTHS_ALONE
from slarules.day_words import day_reason, days_off, short_date, short_day, weekday
from slarules.days import DayKind
from slarules.errors import CalendarRangeError
from slarules.picture.lettering import wrapped
from slarules.picture.paint import PROJECTED, dashed, filled, outlined
from slarules.picture.phrases import SAY, WEEK
from slarules.picture.sheet import MARGIN, ROOM, Sheet
from slarules.record import Record
from slarules.terms import Language, Word
from slarules.words import Unit, counted, word
from slarules.written import written_act, written_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from slarules.calendar import BusinessCalendar, Day

_ABREAST: Final = 3
"""Months side by side."""
_BETWEEN: Final = 14.0
_WIDE: Final = (ROOM - (_ABREAST - 1) * _BETWEEN) / _ABREAST
"""How wide a month is."""
CELL: Final = (_WIDE / 7, 26.0)
"""How wide and high a day is."""
_SIZE: Final = 11.0
_SMALL: Final = 9.5
_TINY: Final = 7.5
_TITLE: Final = 15.0
_HEAD: Final = 36.0
"""The height of a month's name and the line of its weekdays."""


class Shape(Word):
    """How a day of a drawn year looks."""

    PLAIN = "plain"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MOVED = "moved"
    """A day off that was moved there, by the Government or by the law."""
    WORKED = "worked"
    AGREED = "agreed"
    DECLARED = "declared"
    """Declared non-working, and a business day of the count all the same."""
    DECLARED_OFF = "declared-off"


class Transfer(Record):
    """A day off that was moved: which day gave it, and which received it."""

    giver: date
    taker: date
    act: str


def year_picture(
    calendar: BusinessCalendar,
    year: int,
    /,
    *,
    language: Language = Language.RU,
    shortened: Collection[date] = (),
) -> str:
    """
    Return a year of a calendar as one SVG picture: twelve months, a legend, every transfer.

    What it tells a screen reader is every unusual day with its reason. The same arguments give
    the same bytes.

    Args:
        calendar: Whose year it is.
        year: The year.
        language: Russian or English.
        shortened: Days to be marked as shortened; ``russia.shortened_days`` knows them.
    Raises:
        CalendarRangeError: The calendar does not know the whole year.
        ProjectedCalendarError: It is projected, and the calendar refuses such days.
    """
    drawn = _Year(calendar, year, language, frozenset(shortened))
    sheet = Sheet()
    title = SAY["year"].of(language).format(year=year)
    sheet.paragraph([title], _TITLE, bold=True)
    sheet.paragraph(wrapped(drawn.counts(drawn.days), _SIZE, ROOM), _SIZE, role="quiet")
    if drawn.projected:
        sheet.paragraph(wrapped(SAY["year-projected"].of(language), _SIZE, ROOM), _SIZE)
    sheet.bottom += 8
    for first in range(1, 13, _ABREAST):
        _put_months(sheet, drawn, range(first, first + _ABREAST))
    _put_legend(sheet, drawn)
    for line in drawn.transfers_said():
        sheet.paragraph(wrapped(line, _SMALL, ROOM), _SMALL)
    return sheet.svg(title, list(drawn.description()), language)


class _Year:
    """The days of a year, and what is said of them."""

    def __init__(
        self, calendar: BusinessCalendar, year: int, language: Language, short: frozenset[date]
    ) -> None:
        if not calendar.first.year <= year <= calendar.last.year:
            raise CalendarRangeError(year, calendar.first, calendar.last)
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        self.calendar, self.year, self.language = calendar, year, language
        self.days = [calendar.day(date.fromordinal(day)) for day in range(first, last + 1)]
        self.short = frozenset(day for day in short if day.year == year)
        self.projected = any(day.status is DayStatus.PROJECTED for day in self.days)
        self.transfers = list(self._transfers())
        self.shapes = {day.day: shape_of(day) for day in self.days}
        self.numbers: dict[date, list[int]] = {}
        for number, transfer in enumerate(self.transfers, 1):
            for day in (transfer.giver, transfer.taker):
                self.numbers.setdefault(day, []).append(number)

    def month(self, number: int) -> list[Day]:
        """Return the days of a month."""
        return [day for day in self.days if day.day.month == number]

    def _transfers(self) -> Iterator[Transfer]:
        """Yield every transfer from or to a day of the year, once, in order."""
        found: dict[tuple[date, date], str] = {}
        for day in self.days:
            why = day.why
            if why is None:
                continue
            for pair in ((why.moved_from, day.day), (day.day, why.moved_to)):
                giver, taker = pair
                if giver is not None and taker is not None:
                    found[giver, taker] = found.get((giver, taker)) or why.act
        for giver, taker in sorted(found, key=lambda pair: (min(pair), pair)):
            yield Transfer(giver=giver, taker=taker, act=found[giver, taker])

    # -------------------------------------------------------------------- in words

    def counts(self, days: Sequence[Day]) -> str:
        """Return how many of the days are worked, and how many are off."""
        worked = sum(day.is_business_day for day in days)
        business = counted(worked, Unit.BUSINESS_DAY, self.language)
        return (
            SAY["year-counts"].of(self.language).format(business=business, off=len(days) - worked)
        )

    def month_said(self, number: int) -> str:
        """Return the name of a month and its business days."""
        name = MONTHS_ALONE[self.language.value][number - 1]
        worked = sum(day.is_business_day for day in self.month(number))
        days = counted(worked, Unit.BUSINESS_DAY, self.language)
        return f"{capital(name)}: {days}"

    def transfers_said(self) -> Iterator[str]:
        """Yield every transfer with its number, in words."""
        for number, one in enumerate(self.transfers, 1):
            by = ""
            if one.act:
                act = written_act(one.act, self.language)
                by = SAY["by-act"].of(self.language).format(act=act)
            elif self._by_law(one.taker):
                by = SAY["by-law"].of(self.language)
            giver, taker = self._day(one.giver), self._day(one.taker)
            yield f"{number}. {giver} → {taker}{by}"

    def _by_law(self, taker: date) -> bool:
        known = self.calendar.first <= taker <= self.calendar.last
        return known and self.calendar.day(taker).kind is DayKind.CARRIED_OVER

    def _day(self, day: date) -> str:
        if day.year == self.year:
            return short_day(day, self.language)
        return f"{weekday(day, self.language)}, {written_date(day, self.language)}"

    def description(self) -> Iterator[str]:
        """Yield everything the picture says, in words."""
        yield self.counts(self.days)
        if self.projected:
            yield SAY["year-projected"].of(self.language)
        yield from (self.month_said(number) for number in range(1, 13))
        plain = {Shape.PLAIN, Shape.WEEKEND}
        unusual = [day for day in self.days if self.shapes[day.day] not in plain]
        off = [day.day for day in unusual if not day.is_business_day]
        yield from days_off(off, self.language, self.calendar)
        for day in unusual:
            if day.is_business_day:
                said = day_reason(day, self.language)
                if self.shapes[day.day] is Shape.DECLARED:
                    said = word(Shape.DECLARED, self.language)
                yield f"{short_date(day.day, self.language)} — {said}"
        for one in sorted(self.short):
            yield f"{short_date(one, self.language)} — {SAY['short'].of(self.language)}"
        yield from self.transfers_said()


def shape_of(day: Day, /) -> Shape:
    """Return how a day of a drawn year looks."""
    match day.kind:
        case DayKind.BUSINESS_DAY:
            return Shape.PLAIN
        case DayKind.WEEKEND:
            return Shape.WEEKEND
        case DayKind.HOLIDAY:
            return Shape.HOLIDAY
        case DayKind.MOVED_DAY_OFF | DayKind.CARRIED_OVER:
            return Shape.MOVED
        case DayKind.WORKED_WEEKEND:
            return Shape.WORKED
        case DayKind.AGREED:
            return Shape.AGREED
        case DayKind.PRESIDENTIAL:
            return Shape.DECLARED if day.is_business_day else Shape.DECLARED_OFF
        case _ as unreachable:
            assert_never(unreachable)


# ------------------------------------------------------------------------------- months


def _put_months(sheet: Sheet, year: _Year, numbers: range) -> None:
    """Put months side by side."""
    top = sheet.bottom
    weeks = max(_row(year.month(number)[-1].day) + 1 for number in numbers)
    high = _HEAD + weeks * CELL[1] + 4
    for place, number in enumerate(numbers):
        x = MARGIN + place * (_WIDE + _BETWEEN)
        days = year.month(number)
        projected = any(day.status is DayStatus.PROJECTED for day in days)
        dashes = PROJECTED if projected else ""
        sheet.box(x - 3, top, (_WIDE + 6, high), outlined("edge") + dashes)
        sheet.letters(x + 3, top + 15, year.month_said(number), _SIZE, bold=True)
        for column, name in enumerate(WEEK[year.language]):
            middle = x + (column + 0.5) * CELL[0]
            sheet.letters(middle, top + 30, name, _SMALL, role="quiet", anchor="middle")
        for day in days:
            left = x + day.day.weekday() * CELL[0]
            _put_day(sheet, year, day, (left, top + _HEAD + _row(day.day) * CELL[1]))
    sheet.bottom = top + high + 10


def _row(day: date) -> int:
    """Return in which week of its month a day is, from 0."""
    return (day.day + day.replace(day=1).weekday() - 1) // 7


def _put_day(sheet: Sheet, year: _Year, day: Day, corner: tuple[float, float]) -> None:
    shape = year.shapes[day.day]
    x, y = corner
    _put_shape(sheet, shape, (x, y), CELL)
    role = "paper" if shape is Shape.HOLIDAY else "ink"
    bold = shape not in {Shape.PLAIN, Shape.WEEKEND}
    middle = x + CELL[0] / 2
    sheet.letters(middle, y + 18, str(day.day.day), _SIZE, role=role, bold=bold, anchor="middle")
    if numbers := year.numbers.get(day.day):
        said = ",".join(map(str, numbers))
        sheet.letters(x + CELL[0] - 3, y + 9, said, _TINY, role=role, anchor="end")
    if day.day in year.short:
        _put_short(sheet, (x, y), CELL)


def _put_shape(
    sheet: Sheet, shape: Shape, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Put what lies under the number of a day."""
    x, y = corner[0] + 1, corner[1] + 1
    wide, high = size[0] - 2, size[1] - 2
    match shape:
        case Shape.PLAIN:
            pass
        case Shape.WEEKEND:
            sheet.box(x, y, (wide, high), filled("off"))
        case Shape.HOLIDAY:
            sheet.box(x, y, (wide, high), filled("ink"))
        case Shape.MOVED:
            sheet.box(x, y, (wide, high), outlined("ink", "off", width=2))
        case Shape.WORKED:
            sheet.box(x, y, (wide, high), outlined("ink", "paper"))
            sheet.box(x + 2.5, y + 2.5, (wide - 5, high - 5), outlined("ink"))
        case Shape.AGREED:
            fill = outlined("ink", "paper", width=1.5)
            sheet.box(x, y, (wide, high), fill + dashed("6 3"))
        case Shape.DECLARED | Shape.DECLARED_OFF:
            under = "off" if shape is Shape.DECLARED_OFF else "paper"
            fill = outlined("ink", under, width=1.5)
            sheet.box(x, y, (wide, high), fill + dashed("1.5 2.5"))
        case _ as unreachable:
            assert_never(unreachable)


def _put_short(sheet: Sheet, corner: tuple[float, float], size: tuple[float, float]) -> None:
    """Put a cut corner, lower right."""
    x, y = corner[0] + size[0] - 2, corner[1] + size[1] - 2
    sheet.path(f"M{x:.2f} {y:.2f}h-8l8-8z", filled("ink"))


def _put_legend(sheet: Sheet, year: _Year) -> None:
    """Put what the shapes mean, of those the year has."""
    sheet.bottom += 4
    size = (22.0, 16.0)
    present = set(year.shapes.values())
    for shape in Shape:
        if shape in present and shape is not Shape.PLAIN:
            _put_shape(sheet, shape, (MARGIN, sheet.bottom), size)
            _put_meaning(sheet, word(shape, year.language))
    if year.short:
        sheet.box(MARGIN + 1, sheet.bottom + 1, (20, 14), outlined("edge"))
        _put_short(sheet, (MARGIN, sheet.bottom), size)
        _put_meaning(sheet, SAY["short"].of(year.language))
    if year.projected:
        sheet.box(MARGIN + 1, sheet.bottom + 1, (20, 14), outlined("edge") + PROJECTED)
        _put_meaning(sheet, SAY["projected"].of(year.language))
    if year.transfers:
        sheet.letters(MARGIN + 18, sheet.bottom + 9, "1", _TINY, anchor="end")
        _put_meaning(sheet, SAY["numbered"].of(year.language))
    sheet.bottom += 4


def _put_meaning(sheet: Sheet, said: str) -> None:
    indent = 30
    for line in wrapped(said, _SMALL, ROOM - indent):
        sheet.bottom += 12
        sheet.letters(MARGIN + indent, sheet.bottom, line, _SMALL, role="quiet")
    sheet.bottom += 7
