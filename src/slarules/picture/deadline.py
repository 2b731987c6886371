"""
Deadlines drawn on the calendar: a row a week, a cell a day, the hours of a day along the cell.

A reader follows the count with a finger: days off are named, counted days are numbered, events
and the computed moment stand at their hours. Whole weeks in which nothing happens but the count
are torn out, and the tear says which days it held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from slarules.answer_words import capital
from slarules.assess import Verdict
from slarules.calendar import DayStatus
from slarules.cldr import WEEKDAYS
from slarules.day_words import run_of_days, short_date, whole_weeks
from slarules.days import DayKind
from slarules.deadlines import Deadline
from slarules.explain import Form, explain
from slarules.picture.lettering import width, wrapped
from slarules.picture.paint import PROJECTED, ROUNDED, dashed, filled, outlined
from slarules.picture.phrases import SAY
from slarules.picture.sheet import (
    LEADING,
    MARGIN,
    ROOM,
    WIDTH,
    Sheet,
    diamond,
    hatching,
    stem,
    upright,
    zigzag,
)
from slarules.picture.strip import Gap, Part, Sign, Strip, Week, has_strip, strip_of
from slarules.record import Record
from slarules.terms import Language
from slarules.words import holiday_name, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from slarules.calendar import BusinessCalendar, Day
    from slarules.deadlines import Answer
    from slarules.picture.strip import Cell, Mark

DAYS: Final = 7
CELL: Final = ROOM / DAYS
"""How wide a day is: its 24 hours."""
_HEAD: Final = 15.0
"""Where the letters of the date stand."""
_REASON: Final = (29.0, 40.0)
"""Where the two lines that say why the day is what it is stand."""
_BAR: Final = (46.0, 14.0)
"""Where the hours of the day begin, and how high they are."""
_LANE: Final = 15.0
"""How high a line of marks is."""
_HIGH: Final = 60.0
"""How high a cell is; the marks of the week stand below it."""
_SHORT_MONTH: Final = 4
"""Letters of a month that is written in full."""
_SMALL: Final = 9.5
_SIZE: Final = 11.0
_TITLE: Final = 13.0
_PAD: Final = 6.0
_TORN: Final = 34.0


def deadline_picture(
    calendar: BusinessCalendar,
    /,
    *answers: Answer | Verdict,
    language: Language = Language.RU,
    events: Iterable[tuple[datetime, str]] = (),
) -> str:
    """
    Return answers as one SVG picture: each a sentence, and the days that lead to its moment.

    An answer that computes no moment is its sentence alone. The words of the picture and what it
    tells a screen reader are those of ``explain``. The same arguments give the same bytes.

    Args:
        calendar: The calendar the answers were made on.
        answers: What an agreement answered, or verdicts of an assessment.
        language: Russian or English.
        events: What else happened: aware moments, in any zone, with words for each. Those
            outside the days of an answer are counted under it, not drawn.
    Raises:
        CalendarRangeError, ProjectedCalendarError: It is not the calendar they were made on.
    """
    happened = list(events)
    sheet = Sheet()
    seen = _Seen()
    description: list[str] = []
    for place, answer in enumerate(answers):
        if place:
            sheet.bottom += MARGIN
        drawn = isinstance(answer, (Deadline, Verdict)) and has_strip(answer)
        said = wrapped(explain(answer, language=language), _TITLE, ROOM, bold=drawn)
        sheet.paragraph(said, _TITLE, bold=drawn)
        description.append(explain(answer, language=language, form=Form.STEPS, calendar=calendar))
        if isinstance(answer, (Deadline, Verdict)) and drawn:
            strip = strip_of(answer, calendar, happened, language)
            _put_strip(sheet, strip, language, seen)
            description += _list(strip, language)
    _put_legend(sheet, seen, language)
    return sheet.svg(_title(answers, language), description, language)


def _title(answers: Sequence[Answer | Verdict], language: Language) -> str:
    """Return what the picture is called: the obligations in it."""
    names = dict.fromkeys(word(answer.obligation, language) for answer in answers)
    said = ", ".join(names)
    return f"{SAY['deadlines'].of(language)}: {said}" if said else SAY["deadlines"].of(language)


class _Seen:
    """What the pictures of a sheet hold, so that the legend tells of nothing else."""

    def __init__(self) -> None:
        self.parts: set[Part] = set()
        self.hours = self.used = self.projected = self.torn = False


# ------------------------------------------------------------------------------- a strip


def _put_strip(sheet: Sheet, strip: Strip, language: Language, seen: _Seen) -> None:
    sheet.bottom += 14
    for place, name in enumerate(WEEKDAYS[language.value]):
        middle = MARGIN + (place + 0.5) * CELL
        sheet.letters(middle, sheet.bottom + 4, name, 10, role="quiet", anchor="middle")
    sheet.bottom += 10
    for row in strip.rows:
        match row:
            case Week():
                _put_week(sheet, row, language, seen)
            case Gap():
                _put_gap(sheet, row, language)
                seen.torn = True
            case _ as unreachable:
                assert_never(unreachable)
    sheet.bottom += 6
    _put_list(sheet, strip, language)


def _put_week(sheet: Sheet, week: Week, language: Language, seen: _Seen) -> None:
    top = sheet.bottom
    labels = list(_labels(week))
    lanes = max((label.lane for label in labels), default=-1) + 1
    for cell in week.cells:
        _put_cell(sheet, cell, top, language, seen)
    for label in labels:
        _put_stem(sheet, label, top)
    for label in labels:
        _put_label(sheet, label, top)
    sheet.bottom += _HIGH + (lanes * _LANE + 10 if lanes else 0)


def left_of(cell: Cell) -> float:
    """Return where the cell of a day begins: by its weekday."""
    return MARGIN + cell.day.day.weekday() * CELL


def _put_cell(sheet: Sheet, cell: Cell, top: float, language: Language, seen: _Seen) -> None:
    x, day = left_of(cell), cell.day
    seen.parts.add(cell.part)
    projected = day.status is DayStatus.PROJECTED
    fill = "off" if cell.part in {Part.OFF, Part.LEFT_OUT} else "paper"
    dashes = PROJECTED if projected else ""
    seen.projected |= projected
    sheet.box(x, top, (CELL, _HIGH), outlined("edge", fill) + dashes)
    sheet.letters(x + _PAD, top + _HEAD, _date(cell, language), _SIZE)
    if cell.number:
        _put_number(sheet, cell.number, x + CELL - 4, top + 3)
    for y, line in zip(_REASON, _reason(cell, language), strict=False):
        sheet.letters(x + _PAD, top + y, line, _SMALL, role="quiet")
    _put_hours(sheet, cell, top, seen)


def _date(cell: Cell, language: Language) -> str:
    """Return the date as it fits a cell: «28 дек.», "28 Dec"; a new year is named."""
    day = cell.day.day
    number, month = short_date(day, language).split(" ", 1)
    if len(month) > _SHORT_MONTH:
        month = month[:3] + ("." if language is Language.RU else "")
    new_year = (day.month, day.day) == (1, 1) and not cell.number
    return f"{number} {month} {day.year}" if new_year else f"{number} {month}"


def _put_number(sheet: Sheet, number: int, right: float, top: float) -> None:
    """Put the number of a counted day, light on dark, flush right."""
    wide = max(18.0, width(str(number), _SIZE, bold=True) + 6)
    sheet.box(right - wide, top, (wide, 16), filled("counted") + ROUNDED)
    sheet.letters(
        right - wide / 2, top + 12, str(number), _SIZE, role="paper", bold=True, anchor="middle"
    )


def _put_hours(sheet: Sheet, cell: Cell, top: float, seen: _Seen) -> None:
    """Put the hours of the day along its cell: service hours, and what of them is used up."""
    x, y, high = left_of(cell), top + _BAR[0], _BAR[1]
    match cell.part:
        case Part.OFF:
            sheet.path(hatching(x, y, (CELL, high), 6), outlined("edge"))
        case Part.LEFT_OUT:
            sheet.path(upright(x, y, (CELL, high), 5), outlined("edge"))
        case Part.COUNTED | Part.OPEN:
            for hours in cell.day.hours:
                opens, closes = (bound / 86_400_000_000 for bound in hours.bounds())
                size = ((closes - opens) * CELL, high)
                sheet.box(x + opens * CELL, y, size, filled("service"))
                seen.hours = True
        case _ as unreachable:
            assert_never(unreachable)
    for start, end in cell.used:
        sheet.box(x + start * CELL, y, ((end - start) * CELL, high / 2), filled("counted"))
        seen.used = True


def _reason(cell: Cell, language: Language) -> tuple[str, ...]:
    """Return why the day is what it is, in two lines at most."""
    if cell.part is Part.LEFT_OUT:
        return (SAY["stands-still"].of(language),)
    room = CELL - 2 * _PAD
    lines: tuple[str, ...] = ()
    for said in _reasons(cell.day, language):
        lines = wrapped(said, _SMALL, room)
        if len(lines) <= len(_REASON):
            break
    return lines[: len(_REASON)]


def _reasons(day: Day, language: Language) -> Iterator[str]:
    """Yield the reason in few words, and in fewer."""
    why = day.why
    match day.kind:
        case DayKind.BUSINESS_DAY:
            yield ""
        case DayKind.WEEKEND:
            yield SAY["weekend"].of(language)
        case DayKind.HOLIDAY:
            if why is not None:
                yield holiday_name(why.name, language)
            yield SAY["holiday"].of(language)
        case DayKind.MOVED_DAY_OFF | DayKind.CARRIED_OVER:
            if why is not None and why.moved_from is not None:
                yield SAY["moved"].of(language).format(day=short_date(why.moved_from, language))
            yield SAY["moved-plain"].of(language)
        case DayKind.WORKED_WEEKEND:
            if why is not None and why.moved_to is not None:
                yield SAY["worked-for"].of(language).format(day=short_date(why.moved_to, language))
            yield SAY["worked"].of(language)
        case DayKind.PRESIDENTIAL:
            yield SAY["declared"].of(language)
        case DayKind.AGREED:
            yield SAY["agreed-on" if day.is_business_day else "agreed-off"].of(language)
        case _ as unreachable:
            assert_never(unreachable)


# ------------------------------------------------------------------------------- marks


class _Label(Record):
    """A mark with the place of its letters."""

    mark: Mark
    x: float
    text: str
    left: float
    right: float
    lane: int


def _labels(week: Week) -> Iterator[_Label]:
    """
    Yield the marks of a week with places for their letters, no two in one place.

    From the right to the left: the letters stand to the right of their stem, so that a stem which
    goes further down passes the letters of no other mark.
    """
    placed: list[_Label] = []
    found = [
        (left_of(cell) + mark.place * CELL, mark) for cell in week.cells for mark in cell.marks
    ]
    for x, mark in reversed(found):
        text = f"{mark.letter} {mark.clock}".strip()
        wide = width(text, _SIZE, bold=mark.sign is Sign.DUE) + 4
        left = x if x + wide <= WIDTH - 2 else x - wide
        lane = 0
        while any(one.lane == lane and _meet(one, left, left + wide) for one in placed):
            lane += 1
        label = _Label(mark=mark, x=x, text=text, left=left, right=left + wide, lane=lane)
        placed.append(label)
    yield from reversed(placed)


def _meet(one: _Label, left: float, right: float) -> bool:
    return left < one.right and one.left < right


def _put_stem(sheet: Sheet, label: _Label, top: float) -> None:
    mark, x = label.mark, label.x
    foot = top + _HIGH + label.lane * _LANE + 12
    middle = top + _BAR[0] + _BAR[1] / 2
    match mark.sign:
        case Sign.CUTOFF:
            sheet.path(stem(x, top + _BAR[0] - 4, foot), outlined("ink", width=1.5) + dashed("3 2"))
        case Sign.EVENT:
            sheet.path(stem(x, middle, foot), outlined("ink"))
            sheet.disc(x, middle, 4.5, outlined("ink", "paper", width=2))
        case Sign.COMPETING:
            sheet.path(stem(x, middle, foot), outlined("due"))
            sheet.path(diamond(x, middle, 6), outlined("due", "paper", width=2))
        case Sign.DUE:
            sheet.path(stem(x, middle, foot), outlined("due", width=2))
            sheet.path(diamond(x, middle, 8), outlined("paper", "due"))
        case _ as unreachable:
            assert_never(unreachable)


def _put_label(sheet: Sheet, label: _Label, top: float) -> None:
    due = label.mark.sign is Sign.DUE
    role = "due" if label.mark.sign in {Sign.DUE, Sign.COMPETING} else "ink"
    y = top + _HIGH + label.lane * _LANE + 12
    sheet.letters(label.left + 3, y, label.text, _SIZE, role=role, bold=due)


# ------------------------------------------------------------------------------- a gap


def _put_gap(sheet: Sheet, gap: Gap, language: Language) -> None:
    """Put a tear in the place of whole weeks, and say what it held."""
    top = sheet.bottom + 5
    for y in (top, top + _TORN - 8):
        sheet.path(zigzag(y, 10), outlined("edge", width=1.5))
    sheet.letters(
        WIDTH / 2, top + _TORN / 2, gap_words(gap, language), _SIZE, role="quiet", anchor="middle"
    )
    sheet.bottom += _TORN + 4


def gap_words(gap: Gap, language: Language) -> str:
    """Return which weeks are not drawn, and what of the count falls into them."""
    days = run_of_days(gap.cells[0].day.day, gap.cells[-1].day.day, language)
    said = SAY["gap"].of(language).format(weeks=whole_weeks(len(gap.weeks), language), days=days)
    if gap.numbers:
        first, last = gap.numbers[0], gap.numbers[-1]
        said += SAY["gap-counted"].of(language).format(first=first, last=last)
    if any(cell.part is Part.LEFT_OUT for cell in gap.cells):
        said += SAY["gap-left-out"].of(language)
    if gap.cells[0].day.status is DayStatus.PROJECTED:
        said += SAY["gap-projected"].of(language)
    return said


# ------------------------------------------------------------------------------- in words


def _list(strip: Strip, language: Language) -> Iterator[str]:
    """Yield what stands under a strip: every mark in words."""
    for mark in strip.marks:
        match mark.sign:
            case Sign.EVENT:
                yield f"{mark.letter} — {mark.said}"
            case Sign.CUTOFF:
                yield f"{mark.clock} — {mark.said}"
            case Sign.COMPETING | Sign.DUE:
                yield capital(mark.said)
            case _ as unreachable:
                assert_never(unreachable)
    if strip.unshown:
        yield SAY["unshown"].of(language).format(number=strip.unshown)


def _put_list(sheet: Sheet, strip: Strip, language: Language) -> None:
    signs = [mark.sign for mark in strip.marks]
    for place, said in enumerate(_list(strip, language)):
        lines = wrapped(said, _SIZE, ROOM - 16)
        if place < len(signs):
            _put_key(sheet, signs[place], sheet.bottom + _SIZE * LEADING / 2)
        for line in lines:
            sheet.bottom += _SIZE * LEADING
            sheet.letters(MARGIN + 16, sheet.bottom - 4, line, _SIZE)


def _put_key(sheet: Sheet, sign: Sign, y: float) -> None:
    """Put the shape of a mark at the left edge."""
    x = MARGIN + 6
    match sign:
        case Sign.EVENT:
            sheet.disc(x, y, 4.5, outlined("ink", "paper", width=2))
        case Sign.CUTOFF:
            sheet.path(stem(x, y - 6, y + 6), outlined("ink", width=1.5) + dashed("3 2"))
        case Sign.COMPETING:
            sheet.path(diamond(x, y, 5), outlined("due", "paper", width=2))
        case Sign.DUE:
            sheet.path(diamond(x, y, 6), filled("due"))
        case _ as unreachable:
            assert_never(unreachable)


_PARTS: Final = {"off": Part.OFF, "left-out": Part.LEFT_OUT}
"""Shapes of the legend that are parts of a count, by their keys."""


def _put_legend(sheet: Sheet, seen: _Seen, language: Language) -> None:
    """Put what the shapes mean, of those that occur."""
    x, wide, high = float(MARGIN), 22.0, 10.0
    if seen.parts:
        sheet.bottom += 6
    for key in _legend(seen):
        meaning = word(_PARTS[key], language) if key in _PARTS else SAY[key].of(language)
        lines = wrapped(meaning, _SMALL, ROOM - wide - 8)
        y = sheet.bottom + 3
        match key:
            case "hours":
                sheet.box(x, y, (wide, high), filled("service"))
            case "used":
                sheet.box(x, y, (wide, high / 2), filled("counted"))
            case "off":
                sheet.box(x, y, (wide, high), outlined("edge", "off"))
                sheet.path(hatching(x, y, (wide, high), 6), outlined("edge"))
            case "left-out":
                sheet.box(x, y, (wide, high), outlined("edge", "off"))
                sheet.path(upright(x, y, (wide, high), 5), outlined("edge"))
            case "counted":
                sheet.box(x, y - 2, (wide, high + 4), filled("counted") + ROUNDED)
                sheet.letters(
                    x + wide / 2, y + 8, "1", 10, role="paper", bold=True, anchor="middle"
                )
            case "projected":
                sheet.box(x, y, (wide, high), outlined("edge", "paper") + PROJECTED)
            case _:
                sheet.path(f"M{x:g} {y + 7:g}l4-4l4 4l4-4l4 4l4-4", outlined("edge"))
        for line in lines:
            sheet.bottom += 15
            sheet.letters(x + wide + 8, sheet.bottom - 3, line, _SMALL, role="quiet")


def _legend(seen: _Seen) -> Iterator[str]:
    """Yield the keys of what occurs."""
    if seen.hours:
        yield "hours"
    if seen.used:
        yield "used"
    if Part.OFF in seen.parts:
        yield "off"
    if Part.COUNTED in seen.parts:
        yield "counted"
    if Part.LEFT_OUT in seen.parts:
        yield "left-out"
    if seen.projected:
        yield "projected"
    if seen.torn:
        yield "torn"
