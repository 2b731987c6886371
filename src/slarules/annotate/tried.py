"""
The worked examples and the tests of each paragraph. Generated.

``tools/make_tried.py`` writes this file from the tests and their data, which are no part of the
installed package.
"""
# ruff: noqa: E501 - one row a line

from __future__ import annotations

from typing import Final

from slarules.record import Record


class Example(Record, kw_only=False):
    """One example worked by hand; moments are on the Moscow clock."""

    place: int
    """Its row, counted from 1."""
    what: str
    at: str
    category: str
    expected: str
    """The moment expected; empty where there is none."""
    outcome: str
    clauses: str
    """The paragraphs it rests on, a space between them."""


# fmt: off
EXAMPLES: Final = (
    Example(1, "reaction", "2026-11-23 11:59:59", "B", "2026-11-23 19:00:00", "due", "4.3 1.1"),
    Example(2, "reaction", "2026-11-23 12:00:00", "B", "2026-11-24 19:00:00", "due", "4.3 1.1"),
    Example(3, "reaction", "2026-11-23 03:10:00", "C", "2026-11-23 19:00:00", "due", "4.3 1.1 3.2"),
    Example(4, "reaction", "2026-11-28 09:00:00", "C", "2026-11-30 19:00:00", "due", "4.3 1.1"),
    Example(5, "reaction", "2024-12-28 11:00:00", "C", "2024-12-28 19:00:00", "due", "4.3 1.1"),
    Example(6, "reaction", "2024-12-28 15:00:00", "B", "2025-01-09 19:00:00", "due", "4.3 1.1"),
    Example(7, "reaction", "2014-03-10 11:00:00", "B", "2014-03-11 19:00:00", "due", "4.3 1.1"),
    Example(8, "reaction", "2021-11-01 09:00:00", "C", "2021-11-01 19:00:00", "due", "4.3 1.1"),
    Example(9, "reaction", "2026-11-23 11:00:00", "A", "", "not-stated", "4.1 4.3"),
    Example(10, "reaction", "2026-11-23 11:00:00", "E", "", "not-stated", "4.2 4.3"),
    Example(11, "replacement_search", "2026-08-24 11:00:00", "B", "2026-11-17 19:00:00", "due", "4.4 1.1"),
    Example(12, "replacement_search", "2026-08-24 11:00:00", "C", "", "not-applicable", "4.4"),
    Example(13, "automatic_closing", "2025-12-29 18:00:00", "", "2026-01-14 00:00:00", "due", "4.11 1.1"),
    Example(14, "reaction", "2026-11-29 16:00:00", "C", "2026-11-30 19:00:00", "due", "4.3 1.1"),
    Example(15, "reaction", "2026-12-30 12:00:00", "C", "2027-01-11 19:00:00", "due", "4.3 1.1"),
    Example(16, "reaction", "2027-02-19 12:30:00", "B", "2027-02-20 19:00:00", "due", "4.3 1.1"),
    Example(17, "reaction", "2026-11-24 11:30:00", "C", "2026-11-24 19:00:00", "due", "3.1 3.2 3.3 4.3"),
    Example(18, "reaction", "2026-11-23 12:03:00", "B", "2026-11-24 19:00:00", "due", "2.1 3.2 4.3"),
    Example(19, "reaction", "2026-10-05 09:30:00", "D", "2026-10-15 19:00:00", "met", "4.3 4.12"),
    Example(20, "reaction", "2026-11-23 10:00:00", "C", "2026-11-23 19:00:00", "missed", "4.3 4.12"),
    Example(21, "automatic_closing", "2025-10-31 17:00:00", "C", "2025-11-07 00:00:00", "due", "4.11"),
    Example(22, "automatic_closing", "2026-11-23 20:30:00", "B", "", "not-applicable", "4.11 3.2"),
    Example(23, "automatic_closing", "2026-11-23 11:00:00", "C", "", "not-applicable", "4.11"),
    Example(24, "automatic_closing", "2021-04-29 12:00:00", "D", "2021-05-06 00:00:00", "due", "4.11 1.1"),
    Example(25, "resolution_start", "2026-11-23 10:15:00", "C", "2026-11-25 11:20:00", "running-since", "3.3 3.4 4.10 4.11"),
)

TESTS: Final[dict[str, str]] = {
    "test_agreement_file.py::TestStandard": "0.1",
    "test_agreement_file.py::TestFigures": "1.1 4.3 4.4 4.10 4.11",
    "test_agreement_file.py::TestCalendar": "1.1",
    "test_agreement_file.py::TestEditions": "0.1 4.12",
    "test_assess.py::TestEveryOutcome": "2.3 3.1 3.3 3.4 4.1 4.2 4.3 4.4 4.9 4.10 4.11 4.12",
    "test_assess.py::TestAmounts": "1.1",
    "test_assess_examples.py::TestAnswers": "4.1 4.2 4.3 4.4 4.10 4.11",
    "test_bank_of_russia.py::TestMay2020": "1.1",
    "test_bank_of_russia.py::TestDecreeDays": "1.1",
    "test_boundaries.py::TestNearest": "4.3",
    "test_calendar.py::TestOfficialDays": "1.1",
    "test_calendar.py::TestDays": "1.1",
    "test_calendar.py::TestHours": "1.1",
    "test_calendar.py::TestServiceTime": "1.1",
    "test_calendar.py::TestLeftOut": "4.4 4.11",
    "test_calendar.py::TestDecreeDays": "1.1",
    "test_calendar_bounds.py::TestProjected": "1.1",
    "test_calendar_bounds.py::TestRefusals": "1.1",
    "test_calendar_clocks.py::TestShiftedClock": "1.1 4.3",
    "test_calendar_clocks.py::TestWhoseClock": "1.1",
    "test_calendar_conformance.py::TestOtherSystems": "1.1",
    "test_calendar_properties.py::TestDays": "1.1",
    "test_calendar_properties.py::TestHours": "1.1",
    "test_calendar_properties.py::TestTimeBetween": "1.1",
    "test_calendar_properties.py::TestTimeAdded": "1.1",
    "test_calendar_properties.py::TestAnybodysClock": "1.1 4.3",
    "test_calendar_properties.py::TestOnePathOrTheOther": "1.1",
    "test_classify.py::TestAgainstTheParagraphs": "3.7 3.8 3.9 3.10 3.11 4.6 4.7 4.8 4.9",
    "test_classify.py::TestClassify": "3.6",
    "test_cli.py::TestDue": "4.3 4.4",
    "test_cli.py::TestCalendar": "1.1",
    "test_cli.py::TestClauses": "0.1",
    "test_cli.py::TestReport": "3.3 4.3",
    "test_cli_agreement.py::TestUsed": "4.3",
    "test_cli_compare.py::TestDocument": "4.3",
    "test_cli_compare.py::TestWhatIf": "4.11",
    "test_cli_explain.py::TestDeadline": "4.3 4.4 4.11",
    "test_cli_explain.py::TestWhyNot": "4.3 4.4",
    "test_cli_explain.py::TestCoverage": "0.1",
    "test_comparison.py::TestCompare": "4.3",
    "test_comparison.py::TestWhatIf": "4.3 4.11",
    "test_coverage.py::TestEveryParagraph": "0.1",
    "test_coverage.py::TestFigures": "1.1 4.3 4.4 4.11 2.2",
    "test_deadlines.py::TestReaction": "4.3",
    "test_deadlines.py::TestReplacement": "4.4",
    "test_deadlines.py::TestSilence": "4.11",
    "test_deadlines.py::TestOwed": "4.1 4.2 4.3 4.4 4.10 4.11",
    "test_deadlines.py::TestProjected": "1.1",
    "test_deadlines.py::TestRefusals": "3.2 4.3",
    "test_deadlines_properties.py::TestReaction": "4.3",
    "test_deadlines_properties.py::TestReplacement": "4.4",
    "test_deadlines_properties.py::TestSilence": "4.11",
    "test_deadlines_properties.py::TestReasons": "4.3 4.4 4.11",
    "test_editions.py::TestEditions": "0.1",
    "test_eventlog.py::TestMeaning": "3.2 3.3",
    "test_eventlog.py::TestCategory": "3.6",
    "test_eventlog.py::TestDetails": "4.2 4.4 4.5 4.11",
    "test_events.py::TestMoments": "3.2",
    "test_events.py::TestLevels": "4.5",
    "test_events.py::TestTable": "3.3",
    "test_examples_csv.py::TestExamples": "4.1 4.2 4.3 4.4 4.11",
    "test_explain.py::TestDays": "1.1",
    "test_fast_path.py::TestFastPath": "4.3 1.1",
    "test_findings.py::TestEveryFinding": "2.1 2.2 2.3 3.1 3.2 3.4 3.5 4.4 4.9 4.11 4.12",
    "test_flips.py::TestByHand": "3.2 3.3 4.3",
    "test_history.py::TestRegistration": "2.1 3.1 3.2",
    "test_history.py::TestReactions": "3.3",
    "test_history.py::TestStandings": "4.9 4.12",
    "test_history.py::TestStates": "3.4 4.11",
    "test_incident.py::TestMalformed": "2.1 3.2",
    "test_lifecycle_tables.py::TestTransitions": "4.12",
    "test_lifecycle_tables.py::TestStanding": "3.6 4.5",
    "test_next_change.py::TestChanges": "2.3 4.3 4.4 4.11",
    "test_open_requests.py::TestOpenRequests": "4.11",
    "test_open_requests.py::TestDaysLeftOut": "4.4 4.11",
    "test_readings_effect.py::TestInert": "4.3 1.1",
    "test_readings_effect.py::TestSeverityGap": "4.6 4.7 4.8",
    "test_readings_effect.py::TestEditions": "0.1 4.12",
    "test_receipt.py::TestReceipt": "0.1 1.1",
    "test_receipt.py::TestZoneData": "1.1",
    "test_report.py::TestVerdict": "4.3",
    "test_report.py::TestCategory": "3.6 4.12",
    "test_report.py::TestOutage": "3.1 3.2",
    "test_service.py::TestMalformed": "2.3 3.1",
    "test_service.py::TestOutages": "3.1",
    "test_service.py::TestTerms": "2.3",
    "test_service.py::TestGaps": "2.3",
    "test_service.py::TestSupport": "2.3",
    "test_short_paths.py::TestReaction": "4.3",
    "test_short_paths.py::TestDays": "1.1",
    "test_targets.py::TestTarget": "4.10",
}
# fmt: on
"""The test classes, file and name, with the paragraphs each quotes."""
