"""
Days in words: short dates, runs of days, weekdays with their prepositions, and why a day is off.

A date here has no year where the sentence around it has said the year; ``written.py`` has the
full forms.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from slarules.cldr import MONTHS_IN_DATE, WEEKDAYS
from slarules.days import DayKind
from slarules.terms import Language, Text
from slarules.words import holiday_name, plural_category
from slarules.written import written_act, written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import time

    from slarules.calendar import BusinessCalendar, Day
    from slarules.days import SpecialDay
    from slarules.steps import CountStep

_ONE_DAY: Final = timedelta(days=1)
_SIX_DAYS: Final = timedelta(days=6)
_WEEK: Final = 7
_WEEKEND: Final = frozenset({5, 6})

_WEEKDAYS: Final = {language: WEEKDAYS[language.value] for language in Language}
_MONTHS: Final = {language: MONTHS_IN_DATE[language.value] for language in Language}

# fmt: off
_FROM: Final = (
    "с понедельника", "со вторника", "со среды", "с четверга", "с пятницы", "с субботы",
    "с воскресенья",
)
_TO: Final = (
    "на понедельник", "на вторник", "на среду", "на четверг", "на пятницу", "на субботу",
    "на воскресенье",
)
_ON: Final = (
    "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу",
    "в воскресенье",
)
_WORKED: Final = (
    "рабочий понедельник", "рабочий вторник", "рабочая среда", "рабочий четверг",
    "рабочая пятница", "рабочая суббота", "рабочее воскресенье",
)
# fmt: on

_REASONS: Final = {
    "business-day": Text("рабочий день", "a business day"),
    "moved": Text("выходной, перенесён{giver}", "day off, moved{giver}"),
    "carried": Text(
        "выходной, перенесён{giver} по закону (ст. 112 ТК РФ)",
        "day off, carried over{giver} by law (Labour Code, art. 112)",
    ),
    "worked-for": Text(
        "{worked}: выходной перенесён {taker}", "{worked}: its day off is moved {taker}"
    ),
    "government": Text(" (постановление Правительства РФ {act})", " (Government act {act})"),
    "presidential": Text(
        "нерабочий день по указу Президента", "declared non-working by the President"
    ),
    "decree": Text(" {act}", " (decree {act})"),
    "agreed-off": Text("нерабочий по соглашению сторон", "off by agreement of the parties"),
    "agreed-on": Text("рабочий по соглашению сторон", "worked by agreement of the parties"),
}

_AND: Final = Text("и", "and")
_OR: Final = Text("или", "or")

_WEEKS: Final = {
    "one-day": Text("день {first}: {days}", "day {first}: {days}"),
    "days": Text("дни {first}–{last}: {days}", "days {first}–{last}: {days}"),
    "none": Text("{days}: ни одного рабочего дня", "{days}: no business day"),
    "with": Text("; в том числе {reasons}", "; among them {reasons}"),
    "without": Text("; не в счёт: {reasons}", "; not counted: {reasons}"),
    "pause": Text("{days} — счёт стоит", "{days} — the count stands still"),
}


def listed(words: Sequence[str], language: Language, /, *, either: bool = False) -> str:
    """Return words as a list in a sentence: «A, B и C»; or, of which any: «A, B или C»."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {(_OR if either else _AND).of(language)} {words[-1]}"


def weekday(day: date, language: Language, /) -> str:
    """Return what weekday a day is: «суббота»."""
    return _WEEKDAYS[language][day.weekday()]


def short_date(day: date, language: Language, /) -> str:
    """Return a date without its year: «9 января», "9 January"."""
    return f"{day.day} {_MONTHS[language][day.month - 1]}"


def short_day(day: date, language: Language, /) -> str:
    """Return a date with its weekday and without its year: «четверг, 9 января»."""
    return f"{weekday(day, language)}, {short_date(day, language)}"


def from_day(day: date, language: Language, /) -> str:
    """Return since which day, or from which: «с воскресенья 5 января», "from Sunday 5 …"."""
    return f"{_preposed(_FROM, 'from', day, language)} {short_date(day, language)}"


def to_day(day: date, language: Language, /) -> str:
    """Return to which day: «на понедельник 30 декабря», "to Monday 30 December"."""
    return f"{_preposed(_TO, 'to', day, language)} {short_date(day, language)}"


def on_day(day: date, language: Language, /) -> str:
    """Return on which day, in full: «в субботу, 28 декабря 2024 г.», "on Saturday, 28 …"."""
    return f"{_preposed(_ON, 'on', day, language)}, {written_date(day, language)}"


def _preposed(russian: tuple[str, ...], english: str, day: date, language: Language) -> str:
    match language:
        case Language.RU:
            return russian[day.weekday()]
        case Language.EN:
            return f"{english} {weekday(day, language)}"
        case _ as unreachable:
            assert_never(unreachable)


def run_of_days(first: date, last: date, language: Language, /) -> str:
    """Return a run of days, inclusive: «1–6 января», «29 декабря – 8 января»."""
    if first == last:
        return short_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_date(last, language)}"
    return f"{short_date(first, language)} – {short_date(last, language)}"


def written_clock(clock: time, language: Language, /) -> str:
    """Return a clock time; seconds, and fractions of one, where there are any: «11:59:59»."""
    text = clock.isoformat()
    if not clock.microsecond:
        return text if clock.second else text[:5]
    return text.rstrip("0").replace(".", "," if language is Language.RU else ".")


# ------------------------------------------------------------------------------- why a day is off


def day_reason(day: Day, language: Language, /) -> str:
    """
    Return why a day is worked or off: «выходной, перенесён с воскресенья 5 января».

    A plain weekend day is its weekday. The act is named where its number is confirmed.
    """
    why = day.why
    match day.kind:
        case DayKind.BUSINESS_DAY:
            return _REASONS["business-day"].of(language)
        case DayKind.WEEKEND:
            return weekday(day.day, language)
        case DayKind.AGREED:
            return _REASONS["agreed-on" if day.is_business_day else "agreed-off"].of(language)
        case DayKind.PRESIDENTIAL:
            return _REASONS["presidential"].of(language) + _act("decree", why, language)
        case DayKind.HOLIDAY:
            return holiday_name(why.name, language) if why is not None else ""
        case DayKind.MOVED_DAY_OFF | DayKind.CARRIED_OVER:
            return _moved(day, language)
        case DayKind.WORKED_WEEKEND:
            return _worked_for(day, language)
        case _ as unreachable:
            assert_never(unreachable)


def _act(key: str, why: SpecialDay | None, language: Language) -> str:
    if why is None or not why.act:
        return ""
    return _REASONS[key].of(language).format(act=written_act(why.act, language))


def _moved(day: Day, language: Language) -> str:
    why = day.why
    by_law = day.kind is DayKind.CARRIED_OVER
    said = _REASONS["carried" if by_law else "moved"].of(language)
    giver = f" {from_day(why.moved_from, language)}" if why and why.moved_from else ""
    return said.format(giver=giver) + _act("government", why, language)


def _worked_for(day: Day, language: Language) -> str:
    why = day.why
    said = _worked(day.day, language)
    if why is not None and why.moved_to is not None:
        taker = to_day(why.moved_to, language)
        said = _REASONS["worked-for"].of(language).format(worked=said, taker=taker)
    return said + _act("government", why, language)


def _worked(day: date, language: Language) -> str:
    match language:
        case Language.RU:
            return _WORKED[day.weekday()]
        case Language.EN:
            return f"a worked {weekday(day, language)}"
        case _ as unreachable:
            assert_never(unreachable)


def days_off(
    skipped: Iterable[date], language: Language, calendar: BusinessCalendar | None, /
) -> Iterator[str]:
    """
    Yield the days off in runs of one reason: «1–6 января — Новогодние каникулы».

    Without a calendar the reasons are unknown, and the runs are plain dates.
    """
    reasons = [
        (day, "" if calendar is None else _run_reason(calendar.day(day), language))
        for day in skipped
    ]
    for reason, run in groupby(_adjacent(reasons), key=lambda one: one[1:]):
        days = [day for day, *_ in run]
        said = reason[0]
        if said == _WEEKEND_RUN:
            said = listed([weekday(day, language) for day in days], language)
        written = run_of_days(days[0], days[-1], language)
        yield f"{written} — {said}" if said else written


_WEEKEND_RUN: Final = "weekend"
"""Stands for the reason of plain weekend days until their run is known."""


def _run_reason(day: Day, language: Language) -> str:
    if day.is_business_day:
        return ""  # another calendar than the one the answer was made on
    return _WEEKEND_RUN if day.kind is DayKind.WEEKEND else day_reason(day, language)


def _adjacent(reasons: list[tuple[date, str]]) -> Iterator[tuple[date, str, int]]:
    """Yield each day with its reason and a number that grows wherever a run breaks."""
    run = 0
    before: date | None = None
    for day, reason in reasons:
        if before is not None and day - before != _ONE_DAY:
            run += 1
        before = day
        yield day, reason, run


# ------------------------------------------------------------------------------- long counts


_WEEKDAY_OF: Final = date.weekday


class _WeekOfCount:
    """One calendar week of a count, from Monday, cut at the ends of the count."""

    __slots__ = ("first", "last", "left_out", "off")

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.off: list[date] = []
        self.left_out: list[date] = []

    @property
    def days(self) -> list[date]:
        """All its days."""
        return list(map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1)))

    @property
    def counted(self) -> list[date]:
        """The days that count."""
        return [day for day in self.days if day not in self.off and day not in self.left_out]

    def is_plain(self, weekend: frozenset[int]) -> bool:
        """Return whether this is a whole week with its usual days off and no others."""
        if len(self.off) != len(weekend) or self.left_out or self.last - self.first != _SIX_DAYS:
            return False
        return weekend.issuperset(map(_WEEKDAY_OF, self.off))

    def is_part_of(self, weekend: frozenset[int]) -> bool:
        """Return whether all of its days are days of a weekend."""
        return all(day.weekday() in weekend for day in self.days)


def weeks_of_count(
    step: CountStep, language: Language, calendar: BusinessCalendar | None, /
) -> Iterator[str]:
    """
    Yield a long count as weeks, each with the numbers of its days and what was not counted.

    Whole weeks with no day off but the weekend are joined: «дни 5–49: 31 августа – 30 октября,
    9 полных недель». Days of the weekend are passed over in silence; every other day off, and
    every day of the weekend that is worked, is named.
    """
    weekend = _WEEKEND
    if calendar is not None:
        weekend = frozenset(day for day, hours in enumerate(calendar.week) if not hours)
    number = 0
    for plain, group in groupby(_weeks(step), key=lambda week: week.is_plain(weekend)):
        weeks = list(group)
        if plain:
            amount = len(weeks) * (_WEEK - len(weekend))
            days = run_of_days(weeks[0].counted[0], weeks[-1].counted[-1], language)
            if len(weeks) > 1:
                days = f"{days}, {whole_weeks(len(weeks), language)}"
            yield _numbered(number, amount, days, language)
            number += amount
            continue
        for week in weeks:
            counted = week.counted
            if counted or not week.is_part_of(weekend):
                yield _week_line(week, counted, number, weekend, language, calendar)
                number += len(counted)


def _weeks(step: CountStep) -> list[_WeekOfCount]:
    """Return the weeks from the day after the start through the end, with what does not count."""
    first = step.start + _ONE_DAY
    monday = first - timedelta(days=first.weekday())
    weeks: list[_WeekOfCount] = []
    starts = first
    while starts <= step.end:
        ends = starts + timedelta(days=_WEEK - 1 - starts.weekday())
        weeks.append(_WeekOfCount(starts, min(ends, step.end)))
        starts = ends + _ONE_DAY
    for day in step.skipped:
        weeks[(day - monday).days // _WEEK].off.append(day)
    for day in step.left_out:
        weeks[(day - monday).days // _WEEK].left_out.append(day)
    return weeks


def _week_line(
    week: _WeekOfCount,
    counted: list[date],
    number: int,
    weekend: frozenset[int],
    language: Language,
    calendar: BusinessCalendar | None,
) -> str:
    named = [day for day in week.off if day.weekday() not in weekend]
    without = list(days_off(named, language, calendar))
    if week.left_out:
        days = run_of_days(week.left_out[0], week.left_out[-1], language)
        without.append(_WEEKS["pause"].of(language).format(days=days))
    worked = [day for day in counted if day.weekday() in weekend]
    if counted:
        days = run_of_days(counted[0], counted[-1], language)
        line = _numbered(number, len(counted), days, language)
    else:
        days = run_of_days(week.first, week.last, language)
        line = _WEEKS["none"].of(language).format(days=days)
    if worked:
        reasons = "; ".join(_worked_days(worked, language, calendar))
        line += _WEEKS["with"].of(language).format(reasons=reasons)
    if without:
        line += _WEEKS["without"].of(language).format(reasons="; ".join(without))
    return line


def _worked_days(
    days: list[date], language: Language, calendar: BusinessCalendar | None
) -> Iterator[str]:
    for day in days:
        said = (
            weekday(day, language) if calendar is None else day_reason(calendar.day(day), language)
        )
        yield f"{short_date(day, language)} — {said}"


def _numbered(before: int, amount: int, days: str, language: Language) -> str:
    key = "one-day" if amount == 1 else "days"
    return _WEEKS[key].of(language).format(first=before + 1, last=before + amount, days=days)


def whole_weeks(number: int, language: Language, /) -> str:
    """Return how many whole weeks: «9 полных недель»."""
    forms = _WHOLE_WEEKS[language]
    return f"{number} {forms[plural_category(number, language)]}"


_WHOLE_WEEKS: Final = {
    Language.RU: {"one": "полная неделя", "few": "полные недели", "many": "полных недель"},
    Language.EN: {"one": "whole week", "other": "whole weeks"},
}
