"""Every table of rows, and the checks that hold it: the quickest first."""

from __future__ import annotations

from typing import Final

from proof.rows.cells import Target
from proof.rows.checks import LAW, OFFICIAL, ORACLE, REGISTER, TYPED, Check
from proof.rows.run import RowTable

_ACTING: Final = "tests/test_citations.py::TestActing"
_CITED: Final = "tests/test_citations.py::TestTyped"
_CLASSIFY: Final = "tests/test_classify.py"
_EVERY: Final = (
    "tests/test_findings.py::TestEveryFinding::test_the_incident_shows_it_and_nothing_else"
)
_HOLIDAYS: Final = "tests/test_russia_rows.py"
_LIST: Final = "tests/test_reading_rows.py::TestTheList"
_OUTCOMES: Final = "tests/test_assess.py::TestEveryOutcome"
_SETS: Final = "tests/test_word_rows.py::TestSets"

_FINDINGS: Final = (
    Check(_EVERY, TYPED),
    Check("tests/test_findings.py::TestOtherWays", TYPED),
)
_CONSTANTS: Final = (
    Check(f"{_ACTING}::test_a_constant_of_a_paragraph_is_that_paragraph", TYPED, "Clause"),
    Check(f"{_ACTING}::test_every_rule_acts_once", TYPED, "Rule"),
)


def _rules(name: str) -> RowTable:
    return RowTable(
        f"rules.{name}",
        f"slarules.rules.{name}",
        (Target(".*_RULES"),),
        (
            Check(f"{_CITED}::test_rules", TYPED, r"^row\.[01]$|^$"),
            Check(f"{_CITED}::test_reminders", TYPED, r"silent"),
            Check(
                "tests/test_rules.py::TestClauses::"
                "test_the_resolution_of_b_lasts_until_the_fix_or_a_workaround",
                TYPED,
                r"until",
            ),
        ),
    )


def _switches(name: str) -> RowTable:
    return RowTable(
        f"switches.{name}",
        f"slarules.reading_rows.{name}",
        (Target(".*_READINGS", ordered=True, keywords=True, words=r"row\..*\[\]"),),
        (
            Check(f"{_CITED}::test_readings", TYPED, r"^row\.([02-9]|1\d)$|^$"),
            Check("tests/test_reading_rows.py::TestWords::test_say_where_a_reading_acts", TYPED),
            Check(_LIST, REGISTER),
        ),
    )


def _ids(module: str, names: str = "[A-Z].*") -> RowTable:
    """Return the closed sets of a module: a member's value is its permanent id."""
    return RowTable(
        f"ids.{module}",
        f"slarules.{module}",
        (Target(names),),
        (Check(f"{_SETS}::test_has_a_row_for_each_member_and_no_other", LAW),),
    )


TABLES: Final = (
    *map(_rules, ("deadlines", "classification", "lifecycle", "verdicts")),
    RowTable(
        "findings",
        "slarules.findings",
        (Target("FINDINGS"),),
        (
            Check(f"{_CITED}::test_findings", TYPED, r"^_row\.[01]$|^$"),
            Check(f"{_ACTING}::test_every_rule_acts_once", TYPED, r"^_row\.5$"),
            Check("tests/test_findings.py::TestTable", TYPED),
        ),
    ),
    RowTable(
        "answers",
        "slarules.answer_rows",
        (Target("ROWS", ordered=True, words=r"_row\.(ask|say|why)\[\]"),),
        (
            Check(f"{_CITED}::test_answers", TYPED, r"^_row\.[01]$|^$"),
            Check("tests/test_answers.py::TestRows", REGISTER),
            Check("tests/test_answers.py::TestReliedOnBy", TYPED),
        ),
    ),
    *map(
        _switches,
        ("agreement", "reaction", "registration", "replacement", "resolution", "silence"),
    ),
    RowTable(
        "warned",
        "slarules.reading_rows",
        (
            Target("_ROWS", ordered=True),
            Target("WARNED_ROWS", ordered=True, words=r"Text\.[01]"),
        ),
        (Check(_LIST, REGISTER),),
    ),
    RowTable(
        "readings",
        "slarules.readings",
        (
            Target("Readings"),
            Target("WARNED", ordered=True),
            Target("[A-Z].*[a-z]", ordered=True),
        ),
        (Check(_LIST, REGISTER),),
    ),
    RowTable(
        "events",
        "slarules.events",
        (
            Target("EVENTS"),
            Target("Party|Made|Visibility|Channel|Place|Access|Route|Closing|RecordKind"),
            Target("[A-Z].*[a-z]"),
        ),
        (
            Check(f"{_CITED}::test_events", TYPED, r"^_row\.[02]$|^$"),
            Check("tests/test_events.py::TestUnsaid", TYPED, r"^[A-Z]\w+\.\w+$"),
            Check("tests/test_events.py::TestTable", TYPED, r"_row|^$"),
            Check(f"{_SETS}::test_has_a_row_for_each_member_and_no_other", LAW, r"^[A-Z]\w+$"),
        ),
    ),
    RowTable(
        "definitions",
        "slarules.classify",
        (
            Target("MATTERS|DIRECT_ERRORS|RECORDED_IN_C|LEVELS"),
            Target("_ASK_.*", rows_at=0),
            Target(
                "Facts|Matter|Domain|Documents|BaseModule|Data|Recorded|Effect|Users|Workaround|Fact"
            ),
        ),
        (
            Check(f"{_CITED}::test_definitions", TYPED, r"^_(row|level)\.(0|by)$"),
            Check("tests/test_definition_rows.py", ORACLE),
            Check(f"{_CLASSIFY}::TestTables", TYPED, "^$|row|level|^_ask"),
            Check(f"{_CLASSIFY}::TestFacts", TYPED, r"^Facts\."),
            Check(f"{_SETS}::test_has_a_row_for_each_member_and_no_other", LAW, r"^[A-Z]\w+$"),
        ),
    ),
    RowTable(
        "moves",
        "slarules.lifecycle",
        (
            Target("TRANSITIONS"),
            Target("_LEVELS|_CLASSIFIED|_BOTH|_FREE|_BY_READING", rows_at=0),
            Target("Standing|Consent"),
        ),
        (
            Check(f"{_CITED}::test_moves", TYPED, r"^_row\.(0|by)$"),
            Check("tests/test_lifecycle_tables.py::TestTransitions", TYPED),
            Check("tests/test_lifecycle_tables.py::TestStanding", LAW),
            Check(f"{_SETS}::test_has_a_row_for_each_member_and_no_other", LAW, r"^[A-Z]\w+$"),
        ),
    ),
    RowTable(
        "owed",
        "slarules.deadlines",
        (Target("OWED"),),
        (
            Check(f"{_CITED}::test_what_is_owed", TYPED, r"^_row\.([05-9])$"),
            Check("tests/test_deadlines.py::TestOwed", TYPED),
        ),
    ),
    RowTable(
        "figures",
        "slarules.parameters",
        (
            Target("Parameters"),
            Target("STATED", others=r"Stated\.0"),
            Target("MIDNIGHT", rows_at=0),
        ),
        (
            Check(f"{_CITED}::test_figures", TYPED, r"^Stated\.[01]$|^$|ClauseId"),
            Check("tests/test_parameters.py::TestStandard", TYPED),
            Check("tests/test_parameters.py::TestMidnight", TYPED),
            Check("tests/test_coverage.py::TestFigures", REGISTER),
        ),
    ),
    RowTable(
        "register",
        "slarules.clauses",
        (
            Target(
                "_ROWS",
                ordered=True,
                words=r"_level\.[12]|_number\.[34]|_clause\.(ru|en)|Text\.[01]",
                others=r"_number\.2",
            ),
        ),
        (
            Check("tests/test_clauses.py::TestRegister", REGISTER),
            Check("tests/test_clauses.py::TestNumbers", REGISTER),
            Check("tests/test_coverage.py::TestFigures", REGISTER),
        ),
    ),
    RowTable(
        "fingerprints",
        "slarules.clause_fingerprints",
        (Target("FINGERPRINTS"),),
        (
            Check(
                "tests/test_clauses.py::TestFingerprints::test_they_are_those_of_the_text", REGISTER
            ),
        ),
    ),
    RowTable(
        "obligations",
        "slarules.coverage",
        (Target("OBLIGATIONS"), Target("ACCOUNTS")),
        (
            Check(f"{_CITED}::test_obligations", TYPED),
            Check(f"{_CITED}::test_figures", TYPED),
        ),
    ),
    RowTable("sums", "slarules.deadlines", (Target("[CR]_.*", rows_at=0),), _CONSTANTS),
    RowTable(
        "verdicts",
        "slarules.assess.rows",
        (Target("[A-Z].*", rows_at=0),),
        (*_CONSTANTS, Check(_OUTCOMES, TYPED)),
        shards=4,
    ),
    RowTable("editions", "slarules.editions", (Target("R_.*", rows_at=0),), _CONSTANTS[1:]),
    RowTable(
        "channels",
        "slarules.history.states",
        (Target("OFF_SYSTEM|IN_HELPDESK|SPOKEN", rows_at=0),),
        _FINDINGS,
    ),
    *(
        RowTable(
            f"history.{name}",
            f"slarules.history.{name}",
            (
                Target("_TERM_EVENTS|_OTHER|_ACTS"),
                Target("ACCOUNTS", rows_at=0),
                Target("", strings="F-.*"),
            ),
            (
                *_FINDINGS,
                Check("tests/test_assess.py::TestAssumed::test_it_is_this", TYPED),
                Check("tests/test_readings_effect.py::TestEffect", TYPED),
                Check(_OUTCOMES, TYPED),
            ),
        )
        for name in ("fold", "registration", "service", "silence", "standings", "work")
    ),
    RowTable(
        "calendar",
        "slarules.russia_rows",
        (Target("ROWS", rows_at=2, ordered=True),),
        (
            Check(
                f"{_HOLIDAYS}::TestYears::test_are_those_of_the_published_list",
                OFFICIAL,
                "^$|^key$",
            ),
            Check(
                f"{_HOLIDAYS}::TestYears::test_have_the_working_days_of_the_published_list",
                OFFICIAL,
            ),
            Check(
                f"{_HOLIDAYS}::TestYears::"
                "test_have_the_holidays_transfers_and_acts_that_walking_the_law_gives",
                ORACLE,
            ),
        ),
        shards=4,
        days=True,
    ),
    RowTable(
        "law",
        "slarules.russia",
        (
            Target("FIRST|DECREED_THROUGH|JANUARY_LEFT_TO_GOVERNMENT", rows_at=0),
            Target("HOLIDAYS"),
            Target("SHORTENED_BY_MINISTRY"),
            Target("PRESIDENTIAL_DAYS"),
        ),
        (
            Check(f"{_HOLIDAYS}::TestHolidays", ORACLE),
            Check(
                "tests/test_russia.py::TestOfficialCalendar::"
                "test_every_one_of_its_presidential_days_is_known_and_no_other",
                OFFICIAL,
            ),
            Check("tests/test_russia.py::TestPresidentialDays", OFFICIAL),
            Check(f"{_HOLIDAYS}::TestYears", OFFICIAL),
            Check(f"{_HOLIDAYS}::TestTheLawAlone", ORACLE),
            Check(f"{_HOLIDAYS}::TestDecrees", OFFICIAL),
        ),
    ),
    RowTable(
        "words",
        "slarules.words",
        (
            Target("WORDS", rows_at=2, apart=True, words=r"(\[.\])*"),
            Target("EVENT_WORDS|UNITS", words=r"(\[.\])*"),
        ),
        (
            Check(f"{_SETS}::test_are_those_that_are_printed", LAW),
            Check(f"{_SETS}::test_every_kind_of_event_has_its_row", LAW),
            Check(f"{_SETS}::test_every_unit_has_its_forms", LAW),
            Check(f"{_SETS}::test_has_a_row_for_each_member_and_no_other", LAW),
        ),
    ),
    RowTable(
        "branches",
        "slarules.boundaries",
        (Target("_SAME_DAY|_NEXT_DAY|_DAY_OFF", rows_at=0),),
        (Check("tests/test_boundaries.py::TestNotApplied", TYPED),),
    ),
    RowTable(
        "sentences",
        "slarules.step_words",
        (Target("COUNTS"),),
        (Check("tests/test_step_words.py::TestCounts", TYPED),),
    ),
    RowTable(
        "reasons",
        "slarules.report.verdicts",
        (Target("REASON_OF"), Target("SERVICE_FINDINGS", rows_at=0)),
        (Check("tests/test_report_reasons.py", TYPED),),
    ),
    _ids("terms", "Language|Category|Severity|ClauseKind|Nature|Outcome|Obligation"),
    _ids("days", "DayKind"),
    _ids("steps", "Hour"),
    _ids("findings", "FindingKind"),
    _ids("history.states", "State|Move"),
    *(
        RowTable(
            f"cited.{module}",
            f"slarules.{module}",
            (Target("", names="[CR]_.*"),),
            (
                Check("tests/test_step_citations.py", TYPED),
                Check(_OUTCOMES, TYPED),
                Check("tests/test_coverage.py::TestAnswersCite", TYPED),
            ),
        )
        for module in (
            "deadlines",
            *(
                f"assess.{name}"
                for name in (
                    "care",
                    "case",
                    "judge",
                    "reaction",
                    "replacement",
                    "resolution",
                    "silence",
                    "support",
                )
            ),
        )
    ),
)
