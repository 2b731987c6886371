"""Event logs: rows read as the mapping says, tickets in order, nothing guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.errors import MappingError, ShiftedHourError, UnknownZoneError, UnmappedActivityError
from slarules.eventlog.lines import Row, lines_of, rows_of
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import Details
from slarules.eventlog.words import Maker, RowDefect, Seen
from slarules.events import (
    EVENT_OF,
    HelpDeskDown,
    Made,
    Registered,
    Route,
    StatusChanged,
)
from slarules.terms import Category, Severity
from tests.shared import ROOT
from tests.small_log import HEADER, in_pieces, log_of, mapping_of, mapping_text

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "src/slarules/examples"


def moments(rows: str, changed: dict[str, str] | None = None) -> list[datetime]:
    log = log_of(rows, mapping_of(changed))
    return [event.at for ticket in log.tickets for event in ticket.events]


class TestMeaning:
    """3.2, 3.3: which record is a registration and whose the others are is an assumption."""

    def test_an_activity_means_another_thing_once_the_ticket_is_registered(self) -> None:
        log = log_of("1,open,2026-03-02 11:00:00,\n1,open,2026-03-02 11:05:00,\n")
        first, second = log.tickets[0].events
        assert first.meaning.event is Registered
        assert second.meaning.event is StatusChanged
        assert second.meaning.by is Maker.UNKNOWN

    def test_what_neither_activity_nor_maker_nor_default_says_is_unknown(self) -> None:
        silent = mapping_of({'made = "by-person"\nvisible = "visible"': ""})
        meaning = log_of("1,open,2026-03-02 11:00:00,\n", silent).tickets[0].events[0].meaning
        assert meaning.made is Made.UNKNOWN
        assert meaning.visible is Seen.UNKNOWN

    def test_the_activity_goes_before_its_maker_and_the_maker_before_the_default(self) -> None:
        mapping = mapping_of(
            {
                'time = "when"': 'time = "when"\nresource = "who"',
                '[activities.answer]\nevent = "commented"\nby = "executor"': (
                    '[activities.answer]\nevent = "commented"'
                ),
            },
            more='[resources]\n"bot" = { by = "executor", made = "automatically" }\n'
            '"client" = { by = "customer" }\n',
        )
        log = log_of(
            "1,open,2026-03-02 11:00:00,bot\n"
            "1,answer,2026-03-02 11:05:00,bot\n"
            "1,answer,2026-03-02 11:06:00,client\n"
            "1,answer,2026-03-02 11:07:00,stranger\n"
            "1,note,2026-03-02 11:08:00,client\n",
            mapping,
        )
        said = [(e.meaning.by, e.meaning.made) for e in log.tickets[0].events]
        assert said == [
            (Maker.CUSTOMER, Made.AUTOMATICALLY),
            (Maker.EXECUTOR, Made.AUTOMATICALLY),
            (Maker.CUSTOMER, Made.BY_PERSON),
            (Maker.UNKNOWN, Made.BY_PERSON),
            (Maker.EXECUTOR, Made.BY_PERSON),
        ]

    @pytest.mark.parametrize("kind", sorted(EVENT_OF))
    def test_every_kind_of_event_can_be_named(self, kind: str) -> None:
        mapping = mapping_of(more=f'[activities.new]\nevent = "{kind}"\n')
        assert mapping.activities["new"].first.event is EVENT_OF[kind]

    def test_a_row_about_helpdesk_belongs_to_no_ticket(self) -> None:
        mapping = mapping_of(more='[activities.down]\nevent = "help-desk-down"\n')
        log = log_of("1,open,2026-03-02 11:00:00,\n,down,2026-03-02 11:30:00,\n", mapping)
        assert [ticket.case for ticket in log.tickets] == ["1"]
        assert [event.meaning.event for event in log.service] == [HelpDeskDown]
        assert log.rows == 2

    def test_the_sentences_of_a_mapping_are_kept_in_both_languages(self) -> None:
        mapping = mapping_of(
            {
                'assumption = "answer is a comment of the executor"': (
                    'assumption = { ru = "по-русски", en = "in English" }'
                )
            }
        )
        assumption = mapping.activities["answer"].assumption
        assert assumption is not None
        assert (assumption.ru, assumption.en) == ("по-русски", "in English")
        assert mapping.assumptions[0].ru == mapping.assumptions[0].en


class TestCategory:
    """3.6: the category is a column of the log or a parameter of the run, never a guess."""

    COLUMN: ClassVar = {'time = "when"': 'time = "when"\ncategory = "who"'}

    def test_without_a_table_the_cell_is_the_letter(self) -> None:
        log = log_of("1,open,2026-03-02 11:00:00,B\n", mapping_of(self.COLUMN))
        assert log.tickets[0].events[0].category is Category.B

    def test_an_empty_cell_is_no_category(self) -> None:
        log = log_of("1,open,2026-03-02 11:00:00,\n", mapping_of(self.COLUMN))
        assert log.tickets[0].events[0].category is None

    def test_a_table_explains_the_words_of_the_log(self) -> None:
        mapping = mapping_of(
            self.COLUMN, more='[categories]\n"bug" = "C"\n"new" = "unclassified"\n'
        )
        log = log_of("1,open,2026-03-02 11:00:00,bug\n2,open,2026-03-02 11:00:00,new\n", mapping)
        assert [t.events[0].category for t in log.tickets] == [Category.C, None]

    def test_a_word_the_table_does_not_have_is_a_bad_row(self) -> None:
        mapping = mapping_of(self.COLUMN, more='[categories]\n"bug" = "C"\n')
        log = log_of("1,open,2026-03-02 11:00:00,B\n", mapping)
        assert [row.defect for row in log.bad] == [RowDefect.UNKNOWN_CATEGORY]


class TestDetails:
    """4.2, 4.4, 4.5, 4.11: level, route, day and request, where the log has a column for them."""

    COLUMNS = (
        'time = "when"\nseverity = "level"\nroute = "way"\nuntil = "day"\nrequest = "question"'
    )
    HEADER = "case,what,when,level,way,day,question\n"
    MORE = (
        '[activities.asked]\nevent = "information-requested"\nby = "executor"\n'
        '[activities.agreed]\nevent = "replacement-agreed"\nby = "customer"\n'
        '[activities.sent]\nevent = "routed"\nby = "executor"\n'
    )

    def details(self, row: str, more: str = "", dates: str = "") -> Details:
        changed = {'time = "when"': self.COLUMNS}
        if dates:
            changed['zone = "Europe/Moscow"'] = f'zone = "Europe/Moscow"\ndates = {dates}'
        log = log_of(f"{row}\n", mapping_of(changed, more=self.MORE + more), header=self.HEADER)
        assert not log.bad
        return log.tickets[0].events[0].details

    def test_without_a_table_cells_are_numbers_ids_and_iso_days(self) -> None:
        told = self.details("1,open,2026-03-02 11:00:00,2,specific,2026-12-31,first")
        assert told == Details(severity=Severity.SERIOUS)  # a registration has no place for others
        told = self.details("1,sent,2026-03-02 11:00:00,2,specific,2026-12-31,first")
        assert told == Details(route=Route.SPECIFIC)
        told = self.details("1,agreed,2026-03-02 11:00:00,2,plan,2026-12-31,first")
        assert told == Details(until=date(2026, 12, 31))
        told = self.details("1,asked,2026-03-02 11:00:00,2,plan,2026-12-31,first")
        assert told == Details(request="first")

    def test_tables_explain_the_words_of_the_log(self) -> None:
        more = '[severities]\nhigh = 1\nnormal = "none"\n[routes]\nours = "plan"\n'
        at = "2026-03-02 11:00:00"
        assert self.details(f"1,open,{at},high,,,", more).severity is Severity.CRITICAL
        assert self.details(f"1,open,{at},normal,,,", more).severity is None
        assert self.details(f"1,sent,{at},,ours,,", more).route is Route.PLAN

    def test_days_are_read_in_the_formats_named(self) -> None:
        row = "1,agreed,2026-03-02 11:00:00,,,31.12.2026,"
        assert self.details(row, dates='["iso", "%d.%m.%Y"]').until == date(2026, 12, 31)

    @pytest.mark.parametrize(
        ("cells", "defect"),
        [
            ("high,,,", RowDefect.UNKNOWN_LEVEL),
            (",later,,", RowDefect.UNKNOWN_ROUTE),
            (",,31.12.2026,", RowDefect.UNREADABLE_DATE),
        ],
    )
    def test_what_nobody_explained_is_a_bad_row(self, cells: str, defect: RowDefect) -> None:
        mapping = mapping_of({'time = "when"': self.COLUMNS})
        log = log_of(f"1,open,2026-03-02 11:00:00,{cells}\n", mapping, header=self.HEADER)
        assert [row.defect for row in log.bad] == [defect]


class TestDuplicates:
    """What a log says twice of one moment is taken once, and counted."""

    def test_the_same_words_of_the_same_moment(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n" + 3 * "1,answer,2026-03-02 12:00:00,\n"
        log = log_of(rows)
        assert [event.line for event in log.tickets[0].events] == [2, 3]
        assert (log.duplicates, log.rows) == (2, 4)

    def test_other_words_for_the_same_event_too(self) -> None:
        mapping = mapping_of(more='[activities.reply]\nevent = "commented"\nby = "executor"\n')
        rows = "1,open,2026-03-02 11:00:00,\n"
        for name in ("answer", "reply", "note"):
            rows += f"1,{name},2026-03-02 12:00:00,\n"
        log = log_of(rows, mapping)
        assert [event.line for event in log.tickets[0].events] == [2, 3, 5]

    def test_but_not_of_another_moment_or_another_incident(self) -> None:
        rows = "".join(
            f"{case},open,2026-03-02 11:00:00,\n{case},answer,2026-03-02 12:00:0{second},\n"
            for case in (1, 2)
            for second in (0,)
        )
        assert log_of(rows + "1,answer,2026-03-02 12:00:01,\n").duplicates == 0

    def test_a_row_that_has_no_effect_is_no_duplicate_of_another_activity(self) -> None:
        mapping = mapping_of(more='[activities.hum]\nevent = "ignored"\n')
        rows = "1,noise,2026-03-02 11:00:00,\n1,hum,2026-03-02 11:00:00,\n"
        assert log_of(rows, mapping).duplicates == 0


class TestTime:
    """Whose clock a time shows is said by the mapping; moments are kept in UTC."""

    def test_a_wall_time_is_read_on_the_clock_of_the_zone(self) -> None:
        rows = "1,open,2010-07-01 12:00:00,\n1,answer,2012-01-10 12:00:00,\n"
        assert moments(rows) == [
            datetime(2010, 7, 1, 8, tzinfo=UTC),  # summer time, +4
            datetime(2012, 1, 10, 8, tzinfo=UTC),  # +4 all year
        ]

    def test_an_offset_in_the_cell_goes_before_the_zone(self) -> None:
        assert moments("1,open,2026-03-02T11:00:00+12:00,\n") == [
            datetime(2026, 3, 1, 23, tzinfo=UTC)
        ]

    @pytest.mark.parametrize(("meant", "hour"), [("offset-before", 21), ("offset-after", 22)])
    def test_an_hour_shown_twice_is_read_as_the_mapping_says(self, meant: str, hour: int) -> None:
        # On Sunday 26 October 2014 the Moscow clock went back from 02:00 to 01:00.
        changed = {'zone = "Europe/Moscow"': f'zone = "Europe/Moscow"\nrepeated_hour = "{meant}"'}
        expected = datetime(2014, 10, 25, hour, 30, tzinfo=UTC)
        assert moments("1,open,2014-10-26 01:30:00,\n", changed) == [expected]

    @pytest.mark.parametrize(("meant", "hour"), [("offset-before", 23), ("offset-after", 22)])
    def test_an_hour_that_is_skipped_is_read_as_the_mapping_says(
        self, meant: str, hour: int
    ) -> None:
        # On Sunday 27 March 2011 the Moscow clock went from 02:00 to 03:00, from +3 to +4.
        changed = {'zone = "Europe/Moscow"': f'zone = "Europe/Moscow"\nskipped_hour = "{meant}"'}
        expected = datetime(2011, 3, 26, hour, 30, tzinfo=UTC)
        assert moments("1,open,2011-03-27 02:30:00,\n", changed) == [expected]

    @pytest.mark.parametrize(
        ("wall", "key"),
        [("2014-10-26 01:30:00", "repeated_hour"), ("2011-03-27 02:30:00", "skipped_hour")],
    )
    def test_without_a_word_on_it_such_an_hour_refuses_the_log(self, wall: str, key: str) -> None:
        with pytest.raises(ShiftedHourError) as refusal:
            log_of(f"1,open,2026-03-02 11:00:00,\n2,open,{wall},\n")
        assert (refusal.value.line, refusal.value.key) == (3, key)

    @pytest.mark.parametrize(
        ("wall", "key"),
        [("2014-10-26 01:30:00", "repeated_hour"), ("2011-03-27 02:30:00", "skipped_hour")],
    )
    def test_such_rows_can_be_set_aside(self, wall: str, key: str) -> None:
        changed = {'zone = "Europe/Moscow"': f'zone = "Europe/Moscow"\n{key} = "bad-row"'}
        log = log_of(f"1,open,{wall},\n", mapping_of(changed))
        assert [row.defect for row in log.bad] == [RowDefect.IMPOSSIBLE_HOUR]

    def test_the_formats_are_tried_in_their_order(self) -> None:
        changed = {'"%Y-%m-%d %H:%M:%S", "iso"': '"%d.%m.%Y %H:%M", "%m.%d.%Y %H:%M"'}
        assert moments("1,open,03.02.2026 11:00,\n1,answer,02.28.2026 11:00,\n", changed) == [
            datetime(2026, 2, 3, 8, tzinfo=UTC),
            datetime(2026, 2, 28, 8, tzinfo=UTC),
        ]


class TestOrder:
    """Logs are not sorted; ties keep the order of the log, which is part of the record."""

    def test_events_are_put_in_order_of_time_and_counted(self) -> None:
        log = log_of(
            "1,answer,2026-03-02 12:00:00,\n"
            "2,open,2026-03-02 09:00:00,\n"
            "1,open,2026-03-02 11:00:00,\n"
            "1,note,2026-03-02 12:00:00,\n"
        )
        first, second = log.tickets
        assert [event.line for event in first.events] == [4, 2, 5]
        assert (first.moved, second.moved, log.moved) == (1, 0, 1)

    def test_events_of_one_moment_stay_in_the_order_of_the_log(self) -> None:
        log = log_of("1,open,2026-03-02 11:00:00,\n1,answer,2026-03-02 11:00:00,\n")
        assert [event.line for event in log.tickets[0].events] == [2, 3]

    @given(st.permutations(range(6)))
    def test_the_order_of_the_rows_changes_no_ticket(self, order: list[int]) -> None:
        rows = ["1,open,2026-03-02 11:00:00,\n"]
        rows += [f"1,answer,2026-03-02 12:0{n}:00,\n" for n in range(5)]
        straight = log_of("".join(rows)).tickets[0].events
        shuffled = log_of("".join(rows[n] for n in order)).tickets[0].events
        assert [(e.at, e.activity) for e in straight] == [(e.at, e.activity) for e in shuffled]


class TestCount:
    """Every row is read or bad, and every bad row is named."""

    def test_a_bad_row_marks_its_ticket_and_the_rest_go_on(self) -> None:
        log = log_of(
            "1,open,2026-03-02 11:00:00,\n"
            "1,answer,yesterday,\n"
            "2,open,2026-03-02 11:00:00,\n"
            "3,open\n"
        )
        assert log.rows == 4
        assert [ticket.case for ticket in log.tickets] == ["1", "2"]
        assert log.tickets[0].bad_lines == (3,)
        assert [(row.line, row.case, row.defect) for row in log.bad] == [
            (3, "1", RowDefect.UNREADABLE_TIME),
            (5, None, RowDefect.BROKEN_ROW),
        ]
        assert sum(len(t.events) for t in log.tickets) + len(log.bad) == log.rows

    def test_blank_lines_are_no_rows_but_count_as_lines(self) -> None:
        log = log_of("\n1,open,2026-03-02 11:00:00,\n\n\r\n1,answer,2026-03-02 12:00:00,\n\n")
        assert log.rows == 2
        assert [event.line for event in log.tickets[0].events] == [3, 6]

    def test_the_last_line_needs_no_end(self) -> None:
        assert log_of("1,open,2026-03-02 11:00:00,").rows == 1

    @pytest.mark.parametrize(("policy", "bad", "events"), [("bad-row", 1, 1), ("ignore", 0, 2)])
    def test_an_activity_nobody_explained_follows_the_stated_policy(
        self, policy: str, bad: int, events: int
    ) -> None:
        mapping = mapping_of(more=f'[policy]\nunmapped_activity = "{policy}"\n')
        log = log_of("1,open,2026-03-02 11:00:00,\n1,dance,2026-03-02 12:00:00,\n", mapping)
        assert (len(log.bad), len(log.tickets[0].events)) == (bad, events)

    def test_without_a_policy_it_refuses_the_log(self) -> None:
        with pytest.raises(UnmappedActivityError) as refusal:
            log_of("1,open,2026-03-02 11:00:00,\n1,dance,2026-03-02 12:00:00,\n")
        assert (refusal.value.line, refusal.value.activity) == (3, "dance")


class TestLines:
    """Bytes come in pieces of any size; a row may run over several lines."""

    @given(
        st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=9)),
        st.integers(1, 9),
        st.sampled_from(["utf-8", "utf-16", "cp1251"]),
    )
    def test_the_size_of_the_pieces_changes_nothing(
        self, texts: list[str], size: int, encoding: str
    ) -> None:
        content = "".join(f"{text}\n" for text in texts).encode(encoding, "replace")
        lines = [text for _, text in lines_of(in_pieces(content, size), encoding)]
        assert lines == content.decode(encoding).split("\n")[:-1]

    def test_a_byte_order_mark_is_no_part_of_the_header(self) -> None:
        marked = b"\xef\xbb\xbf" + HEADER.encode()
        assert log_of(marked + b"1,open,2026-03-02 11:00:00,\n", header="").rows == 1

    def rows(self, text: str) -> list[object]:
        numbered = enumerate(text.split("\n"), 1)
        return [
            (row.line, row.cells) if isinstance(row, Row) else (row.line, type(row).__name__)
            for row in rows_of(numbered, ",", '"')
        ]

    def test_a_quoted_cell_may_hold_line_ends_delimiters_and_quotes(self) -> None:
        assert self.rows('a,b\n"x\ny, ""z""",2\n3,4') == [
            (1, ("a", "b")),
            (2, ('x\ny, "z"', "2")),
            (4, ("3", "4")),
        ]

    def test_a_quote_never_closed_breaks_its_own_line_alone(self) -> None:
        good = "\n".join(f"{n},{n}" for n in range(500))
        found = self.rows(f'a,b\n1,"2\n{good}')
        assert found[1] == (2, "BrokenRowError")
        assert len(found) == 502

    def test_two_slips_do_not_swallow_the_rows_between_them(self) -> None:
        assert self.rows('a,b\n1,"2\n3,4\n5,"6\n7,8') == [
            (1, ("a", "b")),
            (2, "BrokenRowError"),
            (3, ("3", "4")),
            (4, "BrokenRowError"),
            (5, ("7", "8")),
        ]


class TestMapping:
    """A mapping that leaves something open is refused, with everything that is wrong with it."""

    @pytest.mark.parametrize(
        ("changed", "problem"),
        [
            ({'schema = "slarules/eventlog-mapping/1"': ""}, "schema is missing"),
            (
                {"eventlog-mapping/1": "eventlog-mapping/9"},
                (
                    "schema is 'slarules/eventlog-mapping/9', this reader knows "
                    "'slarules/eventlog-mapping/1'"
                ),
            ),
            ({'case = "case"': ""}, "columns.case is missing"),
            ({'case = "case"': "case = 5"}, "columns.case must be a string, not empty"),
            ({'event = "ignored"': ""}, "activities.'noise'.event is missing"),
            ({"[file]": "policy = 1\n[file]"}, "policy must be a table"),
            (
                {'formats = ["%Y-%m-%d %H:%M:%S", "iso"]': 'formats = "%Y-%m-%d %H:%M %Q"'},
                "time.formats '%Y-%m-%d %H:%M %Q' does not read a whole date and time",
            ),
            (
                {'assumptions = ["nothing is known of this log but its rows"]': "assumptions = 1"},
                "assumptions must be a list of sentences",
            ),
            (
                {'assumption = "answer is a comment of the executor"': 'assumption = { ru = "а" }'},
                "activities.'answer'.assumption must be a sentence, or one each under ru and en",
            ),
            ({"[columns]": "[columns]\nline = 'x'"}, "columns.line is not a key of the mapping"),
            ({'encoding = "utf-8"': ""}, "file.encoding is missing"),
            (
                {'encoding = "utf-8"': 'encoding = "klingon"'},
                "file.encoding is 'klingon', which is no text encoding",
            ),
            (
                {'encoding = "utf-8"': 'encoding = "utf-8"\ndelimiter = ";;"'},
                "file.delimiter must be one character, not a space or a line end",
            ),
            (
                {'formats = ["%Y-%m-%d %H:%M:%S", "iso"]': 'formats = "%d.%m %H:%M"'},
                "time.formats '%d.%m %H:%M' does not read a whole date and time",
            ),
            (
                {'formats = ["%Y-%m-%d %H:%M:%S", "iso"]': 'formats = "%Y-%m-%d %H:%M %Z"'},
                "time.formats '%Y-%m-%d %H:%M %Z' does not read a whole date and time",
            ),
            (
                {'formats = ["%Y-%m-%d %H:%M:%S", "iso"]': "formats = []"},
                "time.formats must be 'iso', or a time format, or several",
            ),
            (
                {'zone = "Europe/Moscow"': 'zone = "Europe/Moscow"\nskipped_hour = "guess"'},
                "time.skipped_hour is 'guess', known are offset-before, offset-after, bad-row",
            ),
            (
                {'event = "ignored"': 'event = "ignored"\nby = "cat"'},
                (
                    "activities.'noise'.by is 'cat', known are customer, executor, "
                    "third-party, unknown"
                ),
            ),
            (
                {'event = "registered"': 'event = "commented"'},
                "activities no activity is a registration (event = 'registered')",
            ),
            (
                {'event = "ignored"': 'event = "ignored"\nroute = "plan"'},
                "activities.'noise'.route is nothing that 'ignored' has",
            ),
            (
                {'event = "ignored"': 'event = "commented"\nplace = "executor-bench"'},
                "activities.'noise'.place is nothing that 'commented' has",
            ),
            (
                {'event = "ignored"': 'event = "closed"\nhow = "loudly"'},
                (
                    "activities.'noise'.how is 'loudly', known are automatically, by-executor, "
                    "by-customer"
                ),
            ),
            (
                {'zone = "Europe/Moscow"': 'zone = "Europe/Moscow"\ndates = "%d.%m"'},
                "time.dates '%d.%m' does not read a whole date",
            ),
            (
                {'zone = "Europe/Moscow"': 'zone = "Europe/Moscow"\ndates = []'},
                "time.dates must be 'iso', or a date format, or several",
            ),
            (
                {
                    'time = "when"': 'time = "when"\nseverity = "who"',
                    "[activities.noise]": "[severities]\nhigh = 5\n[activities.noise]",
                },
                "severities.high is 5, known are 1, 2, 3, 4 and 'none'",
            ),
            (
                {'assumption = "answer is a comment of the executor"': "assumption = 7"},
                "activities.'answer'.assumption must be a sentence, or one each under ru and en",
            ),
        ],
    )
    def test_says_what_is_wrong_and_where(self, changed: dict[str, str], problem: str) -> None:
        with pytest.raises(MappingError) as refusal:
            mapping_of(changed)
        assert refusal.value.problems == (problem,)

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            (
                '[categories]\nbug = "C"\n',
                "categories explains a column that [columns] category does not name",
            ),
            (
                '[resources]\nbot = { by = "executor" }\n',
                "resources explains a column that [columns] resource does not name",
            ),
            (
                "[severities]\nhigh = 1\n",
                "severities explains a column that [columns] severity does not name",
            ),
            (
                '[routes]\nours = "plan"\n',
                "routes explains a column that [columns] route does not name",
            ),
            ("[colour]\nred = 1\n", "colour is not a key of the mapping"),
        ],
    )
    def test_a_table_that_would_not_be_used_is_refused(self, more: str, problem: str) -> None:
        with pytest.raises(MappingError) as refusal:
            mapping_of(more=more)
        assert refusal.value.problems == (problem,)

    def test_a_mapping_without_activities_explains_nothing(self) -> None:
        text = mapping_text()
        with pytest.raises(MappingError) as refusal:
            read_mapping((text[: text.index("[activities.open]")] + "[activities]\n").encode())
        assert refusal.value.problems == ("activities explains no activity",)

    def test_an_encoding_of_wide_characters_is_one(self) -> None:
        assert mapping_of({'encoding = "utf-8"': 'encoding = "utf-16"'}).encoding == "utf-16"

    def test_an_unknown_event_names_the_known_ones(self) -> None:
        with pytest.raises(MappingError, match=r"known are registered, commented, .*, ignored"):
            mapping_of({'event = "ignored"': 'event = "danced"'})

    def test_everything_wrong_is_said_at_once(self) -> None:
        with pytest.raises(MappingError) as refusal:
            mapping_of({'case = "case"': "", 'encoding = "utf-8"': "", 'time = "when"': ""})
        assert refusal.value.problems == (
            "file.encoding is missing",
            "columns.case is missing",
            "columns.time is missing",
        )
        assert str(refusal.value) == (
            "mapping: file.encoding is missing, columns.case is missing, columns.time is missing; "
            "correct the mapping file"
        )

    @pytest.mark.parametrize("zone", ["Europe/Moskow", "Europe", "/etc/passwd", "../x", "\0"])
    def test_an_unknown_zone_is_refused(self, zone: str) -> None:
        text = mapping_text({'"Europe/Moscow"': f"'{zone}'" if zone != "\0" else '"\\u0000"'})
        with pytest.raises(UnknownZoneError) as refusal:
            read_mapping(text.encode())
        assert refusal.value.zone == zone

    def test_text_that_is_no_toml_is_refused(self) -> None:
        with pytest.raises(MappingError, match=r"mapping: not TOML: .*at line 1"):
            read_mapping(b"columns: {case: 1}\n")

    def test_bytes_that_are_no_utf8_are_refused(self) -> None:
        with pytest.raises(MappingError, match="the file is not UTF-8"):
            read_mapping("schema = 'ы'".encode("cp1251"))

    @pytest.mark.parametrize(
        "place", [EXAMPLES / "helpdesk-ru.toml", ROOT / "tests/data/helpdesk-it.toml"]
    )
    def test_the_mappings_of_the_project_are_read(self, place: Path) -> None:
        assert read_mapping(place.read_bytes()).assumptions
