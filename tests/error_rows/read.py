"""Refusals of what is read: logs, columns, frames, copies, options, and of what is missing."""

from __future__ import annotations

from typing import Final

from tests.error_rows import FRI_2026_03_06, THU_2026_12_31, Row

ACTIVITIES: Final = "say what it means in [activities]"
CASE: Final = "correct its rows, or choose an incident that was judged"
ENCODING: Final = "name the encoding of the file in the mapping, [file] encoding"
HEADER: Final = "correct [columns] of the mapping, or its encoding and delimiter; the log has"
MEANING: Final = "what it means: offset-before, offset-after or bad-row"
OF_ONE_TYPE: Final = (
    "give it a type first: pandas.to_datetime(…, utc=True) for moments, "
    'astype("string") for words, astype("Int64") for levels'
)
ONE_ZONE: Final = (
    "bring them to one zone: dt.tz_convert or dt.tz_localize in pandas, "
    "dt.convert_time_zone or dt.replace_time_zone in Polars"
)
JAVA: Final = "install Java 17 (Debian: openjdk-17-jre-headless) and, if need be, set JAVA_HOME"

READ: Final = (
    # ---- logs
    Row(
        "EmptyLogError",
        ("header",),
        "the log has no header; give a CSV file with a header and one row for each event",
    ),
    Row(
        "LogEncodingError",
        (7, "utf-8", b"\xef\xff"),
        f"line 7 is not utf-8: found ef ff; {ENCODING}",
    ),
    Row(
        "LogEncodingError",
        (7, "utf-16", b""),
        f"line 7 is not utf-16: found the end of the file; {ENCODING}",
    ),
    Row(
        "LineTooLongError",
        (3, 65_536),
        "line 3 is longer than 65536 characters; check that the file is a CSV event log, one row "
        "a line",
    ),
    Row(
        "ParquetFileError",
        ("its footer is cut",),
        "the log is no Parquet file that can be read: its footer is cut; export the log again",
    ),
    Row(
        "MissingColumnError",
        ("activity", "Step", ["Case", "Time"]),
        f"no column 'Step' for the activity; {HEADER} 'Case', 'Time'",
    ),
    Row(
        "MissingColumnError",
        ("activity", "Step", [f"c{n}" for n in range(31)]),
        f"no column 'Step' for the activity; {HEADER} "
        "'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', "
        "'c10', 'c11', 'c12', 'c13', 'c14', 'c15', 'c16', 'c17', 'c18', 'c19', "
        "'c20', 'c21', 'c22', 'c23', 'c24', 'c25', 'c26', 'c27', 'c28', 'c29'",
    ),
    Row(
        "DuplicateColumnError",
        ("Case", [1, 4]),
        "the header has 'Case' more than once, as columns 1, 4; rename one of them: which is "
        "meant is not guessed",
    ),
    Row(
        "MappingError",
        (["no zone", "no case"],),
        "mapping: no zone, no case; correct the mapping file",
    ),
    Row(
        "MappingError",
        (["1", "2", "3", "4", "5", "6", "7"],),
        "mapping: 1, 2, 3, 4, 5 and 2 more; correct the mapping file",
    ),
    Row(
        "UnmappedActivityError",
        (9, "Escalate"),
        f"line 9: activity 'Escalate' is not in the mapping; {ACTIVITIES}, or choose another "
        "[policy] unmapped_activity",
    ),
    Row(
        "ShiftedHourError",
        (5, "2011-03-27 02:30", "Europe/Moscow", "skipped_hour"),
        "line 5: '2011-03-27 02:30' does not occur in Europe/Moscow; say in the mapping, [time] "
        f"skipped_hour, {MEANING}",
    ),
    Row(
        "ShiftedHourError",
        (6, "2014-10-26 01:30", "Europe/Moscow", "repeated_hour"),
        "line 6: '2014-10-26 01:30' occurs twice in Europe/Moscow; say in the mapping, [time] "
        f"repeated_hour, {MEANING}",
    ),
    Row(
        "ZonelessTimeError",
        (5, "2026-03-06 12:00"),
        "line 5: '2026-03-06 12:00' has no time zone; name the zone of the log's clock in the "
        "mapping, [time] zone",
    ),
    Row(
        "BrokenRowError",
        (5, "3 cells under 4 names"),
        "line 5: 3 cells under 4 names; mend the row: as many cells as the header has, quotes "
        "closed on the same row",
    ),
    Row(
        "NulByteError",
        (5,),
        "line 5 holds a NUL character; export the log again, or name its encoding in the mapping",
    ),
    Row("EmptyCellError", (5, "Case"), "line 5: 'Case' is empty; fill the cell"),
    Row(
        "UnreadableTimeError",
        (5, "noon", ["%H:%M", "%H.%M"]),
        "line 5: 'noon' is not a time as %H:%M or %H.%M; correct the cell, or [time] formats of "
        "the mapping",
    ),
    Row(
        "ImpossibleHourError",
        (5, "2011-03-27 02:30", "Europe/Moscow", "skipped_hour"),
        "line 5: '2011-03-27 02:30' is in a skipped hour of Europe/Moscow; correct the cell, or "
        "give another meaning to the hour in the mapping, [time] skipped_hour",
    ),
    Row(
        "UnknownCategoryError",
        (5, "F"),
        "line 5: category 'F' is not known; say which category it is in [categories] of the "
        "mapping",
    ),
    Row(
        "UnknownLevelError",
        (5, "low"),
        "line 5: severity 'low' is not known; say which level it is in [severities] of the mapping",
    ),
    Row(
        "UnknownRouteError",
        (5, "fax"),
        "line 5: route 'fax' is not known; say which route it is in [routes] of the mapping",
    ),
    Row(
        "UnreadableDateError",
        (5, "Friday", ["%d.%m.%Y", "%Y-%m-%d"]),
        "line 5: 'Friday' is not a date as %d.%m.%Y or %Y-%m-%d; correct the cell, or [time] "
        "dates of the mapping",
    ),
    Row(
        "UnexplainedRowError",
        (5, "Escalate"),
        f"line 5: activity 'Escalate' is not in the mapping; {ACTIVITIES} of the mapping",
    ),
    Row(
        "CategorySourceError",
        ("twice",),
        "the category of the incidents is given twice; give --category, or name its column in "
        "[columns] of the mapping: one of the two",
    ),
    Row(
        "UnknownCaseError",
        ("HD-9", 8),
        "no incident 'HD-9' among the 8 of the log; give the number as the log writes it",
    ),
    Row(
        "ExcludedCaseError",
        ("HD-9", "no registration", 12),
        f"incident 'HD-9' is excluded: no registration, line 12; {CASE}",
    ),
    Row(
        "ExcludedCaseError",
        ("HD-9", "no registration", None),
        f"incident 'HD-9' is excluded: no registration; {CASE}",
    ),
    # ---- columns and frames
    Row(
        "ZoneNotStatedError",
        ("registered",),
        'registered has no zone; state it: zone="Europe/Moscow", or zone="UTC" for what is '
        "counted from 1970 in UTC",
    ),
    Row(
        "ColumnError",
        ("levels", "integers", "float64"),
        "levels must be integers, not float64; give a column of the kind asked for",
    ),
    Row(
        "RowsOutsideError",
        (2, 10, [3, 8], FRI_2026_03_06, THU_2026_12_31),
        "2 of 10 rows are outside the calendar, the first of them 3, 8: known days run from "
        "2026-03-06 to 2026-12-31; build a calendar over a longer range, or ask for a mask: "
        "outside=Outside.MASK",
    ),
    Row(
        "RowsProjectedError",
        (2, 10, [3, 8], THU_2026_12_31),
        "2 of 10 rows rest on days not decreed, the first of them 3, 8: days off are decreed "
        "through 2026-12-31; give the year's act to with_decree, or build the calendar with "
        "Beyond.MARK",
    ),
    Row(
        "RowsUnreadableError",
        ("registered", 2, 10, [3, 8]),
        "2 of 10 rows of registered hold no moment, the first of them 3, 8; mend the rows, or "
        "leave them empty (NaT)",
    ),
    Row(
        "FrameKindError",
        ("a list",),
        "a list is no frame that is read here; give a frame of pandas or Polars, a table of "
        "PyArrow or a relation of DuckDB",
    ),
    Row(
        "NoSuchColumnError",
        ("at", ["case", "time"]),
        "the frame has no column 'at', its columns: case, time; name one of its columns",
    ),
    Row(
        "NoSuchColumnError",
        ("at", []),
        "the frame has no column 'at', its columns: none; name one of its columns",
    ),
    Row(
        "UntypedColumnError",
        ("at", "object"),
        f"column 'at' holds objects without one type (object); {OF_ONE_TYPE}",
    ),
    Row(
        "MixedZonesError",
        ([("registered", "UTC"), ("resolved", None)],),
        f"moments are in zones that differ (registered: UTC, resolved: none); {ONE_ZONE}",
    ),
    Row(
        "NameTakenError",
        (["sla_due", "sla_late"],),
        "the frame has columns sla_due, sla_late already; choose another prefix",
    ),
    # ---- copies of the contract
    Row(
        "NotTheContractError",
        ("copy.txt", 0, 70),
        "'copy.txt' is no copy of the contract: it is empty, and none of its 70 paragraphs is "
        "there; give the whole text of the contract, as the support page has it",
    ),
    Row(
        "NotTheContractError",
        ("copy.txt", 12, 70),
        "'copy.txt' is no copy of the contract: 12 words were read, and none of its 70 paragraphs "
        "is there; give the whole text of the contract, as the support page has it",
    ),
    Row(
        "CopyEncodingError",
        ("copy.txt", b"\x8d\xa5\xe2", "CP866"),
        "'copy.txt' is in none of UTF-8, UTF-16 and Windows-1251, but looks like CP866; it begins "
        "with b'\\x8d\\xa5\\xe2'; save it as UTF-8 and try again",
    ),
    Row(
        "CopyEncodingError",
        ("copy.txt", b"0123456789abcdefgh", None),
        "'copy.txt' is in none of UTF-8, UTF-16 and Windows-1251; it begins with "
        "b'0123456789abcdef'; save it as UTF-8 and try again",
    ),
    Row(
        "CopyFileError",
        ("copy.pdf", "holds pictures only", "give a text"),
        "'copy.pdf' holds pictures only; give a text",
    ),
    # ---- the command line
    Row("OptionPairError", ("--at", "--of"), "--at is given without --of; give both, or neither"),
    Row(
        "QuestionError",
        ("due", ["--log", "--registered"], "one of them"),
        "due was given --log and --registered; give one of them",
    ),
    Row("QuestionError", ("due", [], "--registered"), "due was given nothing; give --registered"),
    Row(
        "ShiftTextError",
        ("soon",),
        "shift 'soon' names no entry and time; write the entry's number and the time: 2=+1d, "
        "3=-2h30m",
    ),
    Row(
        "EditionsNotTakenError",
        ("ours.toml", "year"),
        "ours.toml holds editions, and year takes one agreement; give the file of one edition, or "
        "use due, assess, whatif or compare",
    ),
    Row(
        "LetterKindError",
        ("letter.odt", [".docx", ".pdf"]),
        "no letter is set as 'letter.odt'; end the name of the file with one of the known "
        "endings: .docx, .pdf",
    ),
    Row(
        "FilePlaceError",
        ("out/report.md", "no such folder"),
        "out/report.md: no such folder; give another path",
    ),
    Row(
        "TotalsError",
        ("reactions", 5, 4),
        "reactions: 5 in all, but the parts make 4; report it with the log's totals",
    ),
    # ---- what is missing
    Row(
        "MissingExtraError",
        ("batch", "numpy"),
        "numpy is not installed; install the extra: pip install 'slarules[batch]'",
    ),
    Row(
        "MissingPackageError",
        ("holidays", "the days off of other countries"),
        "holidays is not installed, and the days off of other countries come from it; install "
        "it: pip install holidays",
    ),
    Row("JavaError", (17, None), f"Spark asks for Java 17 or later, no java was found; {JAVA}"),
    Row("JavaError", (17, "11.0.2"), f"Spark asks for Java 17 or later, found: 11.0.2; {JAVA}"),
    Row(
        "PartitionError",
        (3, 10, 19, "HD-9", "out of order"),
        "partition 3, rows 10 to 19, of incident HD-9: out of order; look at the rows of this "
        "incident, or leave it out",
    ),
    Row(
        "PartitionError",
        (3, 10, 19, None, "out of order"),
        "partition 3, rows 10 to 19, of several incidents: out of order; look at the rows of "
        "this incident, or leave it out",
    ),
)
