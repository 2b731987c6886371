"""Deadlines drawn: the right days, numbers and hours at the right places, in words for all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.calendar import BusinessCalendar
from slarules.explain import Form, explain
from slarules.parameters import Interval, Parameters, Target, same_hours
from slarules.picture import deadline_picture
from slarules.picture.lettering import width, wrapped
from slarules.readings import Readings, RegisteredOnDayOff
from slarules.spans import DayTest, Span, Without
from slarules.terms import Category, Language, Severity
from slarules.testing import incident
from tests.drawn import SVG, Box, boxes, number, parsed, texts
from tests.judging import MOSCOW, at
from tests.oracles import walk
from tests.oracles.official import moscow_desk
from tests.picture_asks import assert_it_can_be_read, assert_it_fits, assert_no_letters_meet
from tests.test_assess_examples import ANSWERS, judged, split

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from slarules.assess import Verdict
    from slarules.deadlines import Answer

RU, EN = Language.RU, Language.EN
STANDARD: Final = standard_support()
ONE_DAY: Final = timedelta(days=1)

SAT_2024_12_28 = datetime(2024, 12, 28, 15, tzinfo=MOSCOW)
MON_2026_08_24 = datetime(2026, 8, 24, 11, tzinfo=MOSCOW)
MON_2025_12_29 = datetime(2025, 12, 29, 18, tzinfo=MOSCOW)
WED_2027_12_01 = datetime(2027, 12, 1, 11, 59, 59, tzinfo=MOSCOW)

REACTION = STANDARD.reaction_deadline(SAT_2024_12_28, Category.B)
SIXTY = STANDARD.replacement_search_deadline(MON_2026_08_24)
SILENCE = STANDARD.automatic_closing_deadline(MON_2025_12_29)

# A picture is 732 wide with margins of 16: seven days of 100 units, 24 hours in each.
LEFT, DAY, HIGH = 16.0, 100.0, 60.0


def drawn(*answers: Answer | Verdict, language: Language = RU) -> ET.Element:
    return parsed(deadline_picture(STANDARD.calendar, *answers, language=language))


def cells(root: ET.Element) -> list[Box]:
    return [box for box in boxes(root) if box.wide == DAY and box.high == HIGH]


def place_of(moment: datetime) -> float:
    """Return where a moment stands: the column of its weekday, its part of 24 hours."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return LEFT + DAY * (moment.weekday() + seconds / 86400)


def numbers_in_cells(root: ET.Element) -> list[int]:
    """Return the numbers of the days that are counted, as they are read."""
    legend = max(cell.y for cell in cells(root)) + HIGH
    return [int(one.text) for one in texts(root) if one.on == "counted" and one.y < legend]


def shapes(root: ET.Element, role: str) -> list[tuple[float, float]]:
    """Return where the diamonds of a role have their upper corner."""
    found = []
    for one in root.iter(f"{SVG}path"):
        d = one.get("d", "")
        if d.endswith("z") and f"f-{role}" in one.get("class", "").split():
            x, y = d[1:].split("l")[0].split()
            found.append((float(x), float(y)))
    return [place for place in found if place[0] != LEFT + 6]  # that one is in the list


class TestReactionOverTheNewYear:
    """
    4.3, 1.1: registered after 12 on Saturday 28 December 2024, a worked one, due on 9 January.

    29 December is a Sunday, 30 and 31 are moved days off, 1 to 8 January are holidays: thirteen
    days from the first to the last.
    """

    ROOT: ClassVar = drawn(REACTION)

    def test_every_day_from_the_registration_to_the_due_moment_is_there_once(self) -> None:
        assert [(cell.x - LEFT) / DAY for cell in cells(self.ROOT)] == [5, 6, *range(7), *range(4)]

    def test_the_days_off_are_shaded(self) -> None:
        assert [cell.role for cell in cells(self.ROOT)] == ["paper", *["off"] * 11, "paper"]

    def test_the_days_off_are_named(self) -> None:
        said = " ".join(one.text for one in texts(self.ROOT))
        for reason in ("перенос с 28 декабря", "перенос с 7 января", "Рождество Христово"):
            assert reason in said
        assert said.count("Новогодние каникулы") == 7

    def test_the_registration_the_cutoff_and_the_due_moment_stand_at_their_hours(self) -> None:
        [registered] = [
            number(one, "cx") for one in self.ROOT.iter(f"{SVG}circle") if number(one, "cx") > 50
        ]
        assert registered == LEFT + 500 + 62.5  # 15:00 is 62.5 % of a Saturday
        stems = [one for one in self.ROOT.iter(f"{SVG}path") if one.get("stroke-dasharray")]
        assert stems[0].get("d", "").startswith("M566 ")  # 12:00 is a half
        [(due, _)] = shapes(self.ROOT, "due")
        assert due == pytest.approx(LEFT + 300 + 100 * 19 / 24, abs=0.005)

    def test_the_marks_stand_in_the_cell_of_their_day(self) -> None:
        [(x, y)] = shapes(self.ROOT, "due")
        last = cells(self.ROOT)[-1]
        assert last.holds(x, y)

    def test_service_hours_are_ten_to_nineteen_on_business_days_alone(self) -> None:
        *hours, legend = [box for box in boxes(self.ROOT) if box.role == "service"]
        assert legend.wide == 22
        assert [box.x for box in hours] == [
            pytest.approx(LEFT + 500 + 1000 / 24, abs=0.005),
            pytest.approx(LEFT + 300 + 1000 / 24, abs=0.005),
        ]
        assert all(box.wide == pytest.approx(900 / 24, abs=0.005) for box in hours)


class TestSixtyDays:
    """4.4: of 25 August to 17 November 2026 only 4 November is off besides the weekends."""

    def test_the_whole_weeks_are_torn_out_and_the_tear_says_so(self) -> None:
        root = drawn(SIXTY)
        assert len(cells(root)) == 7 + 7 + 7 + 2
        said = [one.text for one in texts(root)]
        assert "9 полных недель: 31 августа – 1 ноября, дни 5–49 счёта" in said

    def test_the_other_days_carry_their_numbers(self) -> None:
        assert numbers_in_cells(drawn(SIXTY)) == [*range(1, 5), *range(50, 61)]

    def test_a_week_in_which_something_happened_is_drawn(self) -> None:
        wed_2026_09_23 = datetime(2026, 9, 23, 16, tzinfo=MOSCOW)
        svg = deadline_picture(
            STANDARD.calendar, SIXTY, language=EN, events=[(wed_2026_09_23, "comment")]
        )
        said = [one.text for one in texts(parsed(svg)) if "of the count" in one.text]
        # The nine weeks from Monday 31 August fall apart round that of Monday 21 September.
        assert said == [
            "3 whole weeks: 31 August – 20 September, days 5–19 of the count",
            "5 whole weeks: 28 September – 1 November, days 25–49 of the count",
        ]

    def test_weeks_with_days_off_of_their_own_are_drawn_though_alike(self) -> None:
        hours = Interval(time(10), time(19))
        calendar = BusinessCalendar(
            zone="Europe/Moscow",
            week=same_hours(5, hours),
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 12, 31),
            days_off=(date(2026, 9, 16), date(2026, 9, 23)),  # two Wednesdays
        )
        answer = Agreement(calendar=calendar).replacement_search_deadline(MON_2026_08_24)
        root = parsed(deadline_picture(calendar, answer, language=EN))
        assert " ".join(one.text for one in texts(root)).count("off by agreement") == 2

    def test_a_projected_stretch_is_marked(self) -> None:
        root = drawn(STANDARD.replacement_search_deadline(WED_2027_12_01), language=EN)
        dashed = [
            one
            for one in root.iter(f"{SVG}rect")
            if one.get("stroke-dasharray") and number(one, "width") == DAY
        ]
        # 2028 begins on a Saturday; its first ten days are drawn, then 21 February on.
        assert number(dashed[0], "x") == LEFT + 500
        assert any("provisional" in one.text and "whole weeks" in one.text for one in texts(root))
        assert "provisional: the transfers of days off are not decreed yet" in [
            one.text for one in texts(root)
        ]

    def test_a_decreed_stretch_is_not(self) -> None:
        root = drawn(SIXTY, language=EN)
        assert not [one for one in root.iter(f"{SVG}rect") if one.get("stroke-dasharray")]


class TestTwoCounts:
    """4.3: a day off counts as the next opening, and a cut-off that is over by then adds a day."""

    def test_the_days_of_the_last_count_are_numbered(self) -> None:
        agreed = standard_support(
            readings=Readings(registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING),
            parameters=Parameters(cutoff=time(9)),
        )
        sat_2026_11_28 = datetime(2026, 11, 28, 9, tzinfo=MOSCOW)
        root = drawn(agreed.reaction_deadline(sat_2026_11_28, Category.C))
        # Saturday and Sunday, Monday 30 November as the registration, Tuesday as the next day.
        [numbered] = [one for one in texts(root) if one.on == "counted" and one.y < 250]
        assert LEFT + DAY < numbered.x < LEFT + 2 * DAY


class TestAtTheEdge:
    """4.3, 1.1: a desk that is open on Sunday until midnight: the mark at the edge of the sheet."""

    def test_the_letters_of_the_last_hour_stay_on_the_sheet(self) -> None:
        calendar = BusinessCalendar(
            zone="Europe/Moscow",
            week=same_hours(7, Interval(time(10), time(0))),
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 12, 31),
        )
        sun_2026_11_29 = datetime(2026, 11, 29, 11, tzinfo=MOSCOW)
        answer = Agreement(calendar=calendar).reaction_deadline(sun_2026_11_29, Category.B)
        root = parsed(deadline_picture(calendar, answer))
        assert shapes(root, "due")[0][0] == LEFT + 7 * DAY
        assert_it_fits(root)
        assert_no_letters_meet(root)


class TestSilence:
    """4.11: asked on 29 December 2025; 30 December, 12 and 13 January are days 1, 2 and 3."""

    def test_the_three_days_are_numbered(self) -> None:
        assert numbers_in_cells(drawn(SILENCE)) == [1, 2, 3]

    def test_midnight_is_the_right_edge_of_the_last_day(self) -> None:
        root = drawn(SILENCE)
        [(x, y)] = shapes(root, "due")
        last = cells(root)[-1]
        assert (x, last.x) == (LEFT + 2 * DAY, LEFT + DAY)  # 13 January 2026 is a Tuesday
        assert last.holds(x, y)

    def test_days_that_are_left_out_carry_no_number(self) -> None:
        tue, wed = datetime(2026, 11, 24, tzinfo=MOSCOW), datetime(2026, 11, 25, tzinfo=MOSCOW)
        out = Without(spans=(Span(tue, wed),), test=DayTest.COVERS)
        answer = STANDARD.rules.automatic_closing(
            datetime(2026, 11, 23, 11, tzinfo=MOSCOW), without=(out,)
        )
        root = drawn(answer, language=EN)
        # Monday 23 … Friday 27 November: Tuesday stands still, so Wednesday is day 1.
        assert [cell.role for cell in cells(root)] == ["paper", "off", "paper", "paper", "paper"]
        assert numbers_in_cells(root) == [1, 2, 3]
        assert "not counted" in [one.text for one in texts(root)]


class TestWholeCounts:
    """4.4, 4.11, 1.1: whatever the day, what is drawn and what is torn out is the count."""

    DESK: ClassVar = moscow_desk()

    @settings(max_examples=60)
    @given(day=st.dates(date(1999, 1, 11), date(2027, 8, 1)), silence=st.booleans())
    def test_the_days_and_numbers_are_those_of_a_walk(self, day: date, silence: bool) -> None:
        moment = datetime(day.year, day.month, day.day, 11, tzinfo=MOSCOW)
        n = 3 if silence else 60
        answer = (
            STANDARD.automatic_closing_deadline(moment)
            if silence
            else STANDARD.replacement_search_deadline(moment)
        )
        last = walk.add_business_days(self.DESK, day, n)
        root = drawn(answer, language=EN)
        torn = [one.text for one in texts(root) if "of the count" in one.text]
        weeks = sum(int(text.split()[0]) for text in torn)
        assert len(cells(root)) + 7 * weeks == (last - day).days + 1
        missing: set[int] = set()
        for text in torn:
            first, _, until = (
                text.rsplit("days ", 1)[1].removesuffix(" of the count").partition("–")
            )
            missing |= set(range(int(first), int(until) + 1))
        numbers = numbers_in_cells(root)
        assert numbers == sorted(set(range(1, n + 1)) - missing)

    @settings(max_examples=60)
    @given(
        seconds=st.lists(st.integers(0, 86399), min_size=1, max_size=12, unique=True),
        day=st.dates(date(2026, 1, 1), date(2026, 12, 20)),
    )
    def test_events_stand_in_order_at_their_part_of_the_day(
        self, seconds: list[int], day: date
    ) -> None:
        start = datetime(day.year, day.month, day.day, tzinfo=MOSCOW)
        moments = [start + timedelta(seconds=one) for one in seconds]
        answer = STANDARD.reaction_deadline(moments[0], Category.C)
        svg = deadline_picture(
            STANDARD.calendar, answer, events=[(one, "комментарий") for one in moments], language=RU
        )
        middle = cells(parsed(svg))[0].y + 46 + 7
        found = [
            number(one, "cx")
            for one in parsed(svg).iter(f"{SVG}circle")
            if number(one, "cy") == pytest.approx(middle)
        ]
        assert found == [pytest.approx(place_of(one), abs=0.006) for one in sorted(moments)]

    def test_what_the_caller_says_of_a_moment_is_said_once(self) -> None:
        told = [(SAT_2024_12_28, "incident registered"), (SAT_2024_12_28, "comment")]
        svg = deadline_picture(STANDARD.calendar, REACTION, events=told, language=EN)
        marks = [one.text for one in texts(parsed(svg)) if one.text.startswith("a — ")]
        assert marks == [
            "a — incident registered; comment on Saturday, 28 December 2024, at 15:00 Moscow time"
        ]

    def test_events_outside_the_days_are_counted(self) -> None:
        events = [(SAT_2024_12_28, "один"), (MON_2026_08_24, "два"), (MON_2025_12_29, "три")]
        svg = deadline_picture(STANDARD.calendar, REACTION, events=events)
        assert "Событий вне показанных дней: 2." in svg


class TestTargets:
    """3.4, 4.10: an agreed time is used up in service hours, and they are shown as used."""

    def test_the_time_used_up_is_as_long_as_the_target(self) -> None:
        eight = Parameters(resolution_targets=(Target(Category.C, Severity.CRITICAL, 480),))
        agreed = standard_support(parameters=eight)
        record = incident(
            "2026-11-23 11:00 registered category=C severity=1",
            "17:00 reproduced place=executor-bench access=none",
        )
        found = agreed.assess(record, at("2026-11-23 18:00"))
        root = drawn(*[one for one in found.verdicts if one.nature and one.due])
        used = [box for box in boxes(root) if box.role == "counted" and box.high == 7]
        # From Monday 17:00 two hours to closing, then six from Tuesday 10:00: until 16:00.
        assert [box.wide for box in used] == [
            pytest.approx(200 / 24, abs=0.01),
            pytest.approx(600 / 24, abs=0.01),
        ]
        assert shapes(root, "due")[-1][0] == pytest.approx(LEFT + 100 + 1600 / 24, abs=0.01)


class TestForEveryReader:
    """Print, the dark, a phone, a screen reader: the same picture."""

    @pytest.mark.parametrize("language", list(Language))
    @pytest.mark.parametrize("row", ANSWERS, ids=lambda row: f"{row['example']} {row['readings']}")
    def test_every_example_is_drawn_and_fits(self, row: dict[str, str], language: Language) -> None:
        found = judged(row["example"], at(row["as_of"]), *split(row["readings"]))
        svg = deadline_picture(STANDARD.calendar, *found.verdicts, language=language)
        root = parsed(svg)
        assert_it_fits(root)
        assert_no_letters_meet(root)
        assert_it_can_be_read(root)
        description = root.findtext(f"{SVG}desc") or ""
        for verdict in found.verdicts:
            form = explain(verdict, language=language, form=Form.STEPS, calendar=STANDARD.calendar)
            assert form in description

    def test_it_is_an_image_with_a_name_and_the_whole_answer_in_words(self) -> None:
        root = drawn(REACTION)
        assert root.get("role") == "img"
        assert root.get("lang") == "ru"
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert title.text == "Сроки на календаре: реакция"
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == description.get("id")

    def test_the_marks_are_told_in_words_too(self) -> None:
        said = (drawn(REACTION, language=EN).findtext(f"{SVG}desc") or "").split("\n")
        assert said[-3:] == [
            "12:00 — hour before which it is due the same business day",
            "a — the incident was registered on Saturday, 28 December 2024, at 15:00 Moscow time",
            "Moment computed: Thursday, 9 January 2025, 19:00 Moscow time",
        ]

    def test_two_pictures_of_a_page_have_names_of_their_own(self) -> None:
        one, other = drawn(REACTION), drawn(SIXTY)
        assert one.get("aria-labelledby") != other.get("aria-labelledby")

    def test_it_asks_nothing_of_the_outside(self) -> None:
        svg = deadline_picture(STANDARD.calendar, REACTION, SIXTY, SILENCE)
        for word in ("<script", "href", "url(", "@import", "@font-face", "onload"):
            assert word not in svg
        assert svg.count("http") == 1  # the name of SVG itself

    def test_the_same_answer_gives_the_same_bytes(self) -> None:
        again = standard_support().reaction_deadline(SAT_2024_12_28, Category.B)
        assert deadline_picture(STANDARD.calendar, REACTION) == deadline_picture(
            standard_support().calendar, again
        )

    def test_an_answer_without_a_moment_is_its_sentence(self) -> None:
        root = drawn(STANDARD.reaction_deadline(SAT_2024_12_28, Category.A))
        assert cells(root) == []
        said = " ".join(one.text for one in texts(root))
        assert said == explain(STANDARD.reaction_deadline(SAT_2024_12_28, Category.A))

    @pytest.mark.parametrize(
        "words",
        [
            "<script>alert(1)</script>",
            "]]><svg onload=x>",
            "& < > \" '",
            "\x00\x08\x1b",
            "\ud800 half",
            "\u202eдеревёрнуто\u2066",
            "\ufffe\uffff",
        ],
    )
    def test_nothing_of_the_words_becomes_markup(self, words: str) -> None:
        svg = deadline_picture(STANDARD.calendar, REACTION, events=[(SAT_2024_12_28, words)])
        root = parsed(svg)
        assert root.find(f".//{SVG}script") is None
        assert len(list(root.iter(f"{SVG}svg"))) == 1
        assert "\u202e" not in svg
        assert "\u2066" not in svg
        svg.encode()

    def test_a_page_may_be_light_on_a_dark_system_and_dark_on_a_light_one(self) -> None:
        sheet = drawn(REACTION).findtext(f"{SVG}style") or ""
        assert sheet.count("[data-theme=dark]") == sheet.count("[data-theme=light]") == 1
        assert "prefers-color-scheme:dark" in sheet


class TestLettering:
    """Lines are broken where they must be, and nowhere is a letter lost."""

    @given(text=st.text(max_size=80), room=st.integers(20, 300))
    def test_lines_fit_and_nothing_is_lost(self, text: str, room: int) -> None:
        lines = wrapped(text, 10, room)
        assert "".join(lines).replace(" ", "") == "".join(text.split())
        assert all(width(line, 10) <= room or len(line) == 1 for line in lines)
