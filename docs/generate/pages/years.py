"""One page a calendar year: the year drawn, its unusual days with reasons and acts, its counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from docs.generate.ids import prose, reading_ref
from docs.generate.model import Group, Heading, Page, Picture, Ref, Table, para, text
from slarules.agreement import standard_support
from slarules.answer_words import capital
from slarules.day_words import day_reason, run_of_days, short_day
from slarules.days import DayKind
from slarules.picture import year_picture
from slarules.russia import DECREED_THROUGH, FIRST, presidential_decree, shortened_days
from slarules.terms import Language, Text
from slarules.written import written_act, written_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docs.generate.model import Block, Runs
    from slarules.calendar import Day

YEARS: Final = range(FIRST.year, DECREED_THROUGH.year + 1)
"""The years whose days are settled by acts."""

SAY: Final = {
    "title": Text("Рабочий календарь по годам", "The business calendar by years"),
    "intro": Text(
        "Рабочие дни службы — по официальному производственному календарю России: праздники по "
        "закону, переносы выходных Правительством, рабочие субботы. Каждый год — на своей "
        "странице, с причиной каждого необычного дня.",
        "The desk's business days follow the official production calendar of Russia: public "
        "holidays by law, days off moved by the Government, worked Saturdays. Each year has its "
        "page, with the reason for each unusual day.",
    ),
    "year-title": Text("{year} год", "The year {year}"),
    "lead": Text(
        "Рабочих дней — {worked}, нерабочих — {off}.", "Business days: {worked}; days off: {off}."
    ),
    "year": Text("Год", "Year"),
    "worked": Text("Рабочих", "Business days"),
    "off": Text("Нерабочих", "Days off"),
    "worked-weekends": Text("Рабочих выходных", "Worked weekend days"),
    "moved": Text("Перенесено выходных", "Days off moved"),
    "days-off": Text(
        "Нерабочие дни среди недели и праздники", "Days off on weekdays, and holidays"
    ),
    "days": Text("Дни", "Days"),
    "reason": Text("Почему", "Why"),
    "worked-days": Text("Рабочие субботы и воскресенья", "Worked Saturdays and Sundays"),
    "no-worked": Text("В этом году их нет.", "There are none this year."),
    "shorter": Text("Дни на час короче", "Days an hour shorter"),
    "shorter-why": Text(
        "По закону (ст. 95 ТК РФ). Для службы они полные, пока не выбрано иное: толкование ",
        "By law (Labour Code, art. 95). For the desk they are full days unless chosen otherwise: "
        "reading ",
    ),
    "declared": Text("Объявлены нерабочими Президентом", "Declared non-working by the President"),
    "declared-why": Text(
        "Для службы это рабочие дни, пока не выбрано иное: толкование ",
        "Business days of the desk unless chosen otherwise: reading ",
    ),
    "decree": Text("указ Президента {act}", "presidential decree {act}"),
    "counts": Text("Сколько дней", "Counts"),
    "period": Text("Период", "Period"),
    "quarter": Text("{number} квартал", "Quarter {number}"),
    "whole": Text("Год", "Year"),
    "calendar-days": Text("Дней", "Days"),
    "hours": Text("Часов работы службы", "Service hours"),
    "drawn": Text(
        "Календарь на {year} год: рабочих дней {worked}; нерабочие дни среди недели и рабочие "
        "выходные перечислены ниже.",
        "The calendar of {year}: {worked} business days; days off on weekdays and worked weekend "
        "days are listed below.",
    ),
    "sources": Text(
        "Откуда: праздники — ст. 112 ТК РФ в редакции этого года; переносы — постановления "
        "Правительства, чей номер назван там, где он подтверждён.",
        "Sources: the holidays, Labour Code art. 112 as in force that year; the transfers, acts of "
        "the Government, whose number is given where it is confirmed.",
    ),
}


def pages(language: Language) -> list[Page]:
    """Return the page of every year, after the one that lists them."""
    return [_index(language), *(_Year(year, language).page() for year in YEARS)]


def _days_of(year: int) -> list[Day]:
    calendar = standard_support().calendar
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return [calendar.day(date.fromordinal(number)) for number in range(first, last + 1)]


def _index(language: Language) -> Page:
    say = {key: said.of(language) for key, said in SAY.items()}
    rows: list[tuple[Runs, ...]] = []
    for year in reversed(YEARS):
        days = _days_of(year)
        worked = sum(day.is_business_day for day in days)
        weekends = sum(day.kind is DayKind.WORKED_WEEKEND for day in days)
        moved = sum(day.kind is DayKind.MOVED_DAY_OFF for day in days)
        numbers = (worked, len(days) - worked, weekends, moved)
        rows.append(((Ref(f"years/{year}", str(year)),), *((str(number),) for number in numbers)))
    header = ("year", "worked", "off", "worked-weekends", "moved")
    return Page(
        address="years/index",
        title=say["title"],
        blocks=(
            para(say["intro"]),
            Table(tuple((say[key],) for key in header), tuple(rows), frozenset({1, 2, 3, 4})),
            para(say["sources"]),
        ),
        groups=(Group("", tuple(f"years/{year}" for year in reversed(YEARS))),),
    )


class _Year:
    """The page of one year."""

    def __init__(self, year: int, language: Language) -> None:
        self.year = year
        self.language = language
        self.days = _days_of(year)
        self.shortened = frozenset(shortened_days(date(year, 1, 1), date(year, 12, 31)))
        self.worked = sum(day.is_business_day for day in self.days)

    def say(self, key: str, **places: Any) -> str:
        """Return a phrase with its places filled."""
        return SAY[key].of(self.language).format(**places)

    def page(self) -> Page:
        """Return the page."""
        return Page(
            address=f"years/{self.year}",
            title=self.say("year-title", year=self.year),
            short=str(self.year),
            blocks=tuple(self.blocks()),
        )

    def blocks(self) -> Iterator[Block]:
        """Yield the drawing, the unusual days with their reasons, the counts."""
        off = len(self.days) - self.worked
        yield para(self.say("lead", worked=self.worked, off=off)).replace(lead=True)
        yield Picture(
            year_picture(
                standard_support().calendar,
                self.year,
                language=self.language,
                shortened=self.shortened,
            ),
            self.say("drawn", year=self.year, worked=self.worked),
        )
        yield Heading((self.say("counts"),), "counts")
        yield self.counts()
        unusual = [day for day in self.days if self.is_unusual(day)]
        yield Heading((self.say("days-off"),), "days-off")
        yield self.reasons(unusual)
        yield Heading((self.say("worked-days"),), "worked-days")
        weekends = [day for day in self.days if day.kind is DayKind.WORKED_WEEKEND]
        yield self.reasons(weekends) if weekends else para(self.say("no-worked"))
        yield from self.declared()
        if self.shortened:
            yield Heading((self.say("shorter"),), "shorter")
            yield para(self.say("shorter-why"), reading_ref("short-days"), ".")
            listed = "; ".join(written_day(day, self.language) for day in sorted(self.shortened))
            yield para(listed)
        yield para(self.say("sources"))

    @staticmethod
    def is_unusual(day: Day) -> bool:
        """Return whether it is a day off other than a plain one of the weekend."""
        return not day.is_business_day and day.kind is not DayKind.WEEKEND

    def reasons(self, days: Sequence[Day]) -> Table:
        """Return runs of days with the reason of each run."""
        rows = [
            ((self.run(first, last),), prose(capital(reason)))
            for first, last, reason in runs(days, lambda day: day_reason(day, self.language))
        ]
        return Table(((self.say("days"),), (self.say("reason"),)), tuple(rows))

    def run(self, first: date, last: date) -> str:
        """Return a day with its weekday, or a run of days."""
        if first == last:
            return short_day(first, self.language)
        return run_of_days(first, last, self.language)

    def declared(self) -> Iterator[Block]:
        """Yield the days the President declared non-working."""
        declared = [day for day in self.days if presidential_decree(day.day)]
        if not declared:
            return
        yield Heading((self.say("declared"),), "declared")
        yield para(self.say("declared-why"), reading_ref("decree-days"), ".")
        rows = tuple(
            (
                (self.run(first, last),),
                text(self.say("decree", act=written_act(act, self.language))),
            )
            for first, last, act in runs(declared, lambda day: presidential_decree(day.day))
        )
        yield Table(((self.say("days"),), (self.say("reason"),)), rows)

    def counts(self) -> Table:
        """Return days and service hours by quarters and of the year."""
        parts = [
            (self.say("quarter", number=n), [d for d in self.days if (d.day.month + 2) // 3 == n])
            for n in range(1, 5)
        ]
        parts.append((self.say("whole"), self.days))
        header = ("period", "calendar-days", "worked", "off", "hours")
        return Table(
            tuple((self.say(key),) for key in header),
            tuple(
                tuple((cell,) for cell in (name, *map(str, _counts(days)))) for name, days in parts
            ),
            frozenset({1, 2, 3, 4}),
        )


def runs(days: Sequence[Day], reason: Callable[[Day], str]) -> Iterator[tuple[date, date, str]]:
    """Yield the first and the last day of each unbroken run of one reason, and the reason."""
    first = last = None
    said = ""
    for day in days:
        now = reason(day)
        if first is None or last is None:
            first = last = day.day
        elif now != said or (day.day - last).days != 1:
            yield first, last, said
            first = day.day
        last, said = day.day, now
    if first is not None and last is not None:
        yield first, last, said


def _counts(days: Sequence[Day]) -> tuple[int, int, int, int]:
    """Return days, business days, days off and service hours."""
    worked = sum(day.is_business_day for day in days)
    spans = (one.bounds() for day in days for one in day.hours)
    hours = sum(closes - opens for opens, closes in spans) // 3_600_000_000
    return len(days), worked, len(days) - worked, hours
