"""Logs and their mappings, each with one thing in it that a reader has to look for."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from proof.hostile.mutations import as_toml
from proof.hostile.reader import Aimed

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADER: Final = "case,what,when,who,category,level,accepted,route,until,request,free\n"
_OPEN: Final = "1,open,2026-03-02 11:00:00,,B\n"
_GONE: Final = object()
"""In the place of a value: the key is not there."""

_MAPPINGS: Final[tuple[tuple[tuple[str, ...], Any, str], ...]] = (
    # where                          what                           why
    (("schema",), "slarules/eventlog-mapping/2", "another schema"),
    (("schema",), _GONE, "no schema"),
    (("x",), 1, "a key of nothing"),
    (("file",), 1, "a number in the place of a table"),
    (("file",), _GONE, "no table of the file"),
    (("file", "encoding"), "punycode", "an encoding of names"),
    (("file", "encoding"), "rot13", "an encoding of no bytes"),
    (("file", "encoding"), "nonsense", "no encoding"),
    (("file", "delimiter"), ", ", "two characters"),
    (("columns", "case"), _GONE, "no column of the number"),
    (("columns", "case"), " ", "a column of spaces"),
    (("columns", "category"), _GONE, "categories, and no column of them"),
    (("time", "formats"), [], "no format"),
    (("time", "formats"), ["%Y-%m-%d %H:%M %Z"], "the name of a zone"),
    (("time", "formats"), ["%H:%M"], "a moment without its day"),
    (("time", "formats"), ["%Y %Y-%m-%d %H:%M"], "the year twice"),
    (("time", "dates"), 5, "a number in the place of a format"),
    (("time", "dates"), ["%Y"], "a day without its month"),
    (("time", "repeated_hour"), "never", "no way to take an hour"),
    (("policy", "unmapped_activity"), 1, "a number in the place of a word"),
    (("severities", "1"), 9, "no level"),
    (("assumptions",), "x", "a sentence in the place of several"),
    (("assumptions",), [1], "a number in the place of a sentence"),
    (("activities",), {}, "no activity"),
    (("activities",), {"answer": {"event": "commented"}}, "no registration"),
    (("activities", "open"), {"event": "party"}, "no event"),
    (("activities", "open"), {"by": "customer"}, "an activity of no event"),
    (("activities", "answer", "how"), "by-customer", "how a comment was closed"),
    (("routes", "next"), 1, "a number in the place of a route"),
)

_READ: Final[tuple[tuple[dict[tuple[str, ...], Any], str, str], ...]] = (
    # changes of the mapping                                rows    why
    ({}, "1,open,2014-10-26 01:30:00,,B\n", "an hour that came twice"),
    ({}, "1,open,2011-03-27 02:30:00,,B\n" + _OPEN, "an hour that never came"),
    (
        {("time", "repeated_hour"): "offset-after"},
        "1,open,2014-10-26 01:30:00,,B\n",
        "the later one of an hour that came twice",
    ),
    ({}, _OPEN + "1,dance,2026-03-02 12:00:00\n", "an activity nobody explained, a bad row"),
    (
        {("policy", "unmapped_activity"): "ignore"},
        _OPEN + "1,dance,2026-03-02 12:00:00\n",
        "an activity nobody explained, left out",
    ),
    ({}, _OPEN + ",answer,2026-03-02 12:00:00\n", "an entry of no incident"),
    ({}, _OPEN + _OPEN, "a row said twice"),
    (
        {("activities", "open", "later"): _GONE},
        _OPEN + _OPEN.replace("11:00", "12:00"),
        "two registrations",
    ),
    ({}, _OPEN.replace("open", "answer") + _OPEN, "an entry at the moment of registration"),
    ({}, _OPEN.replace("open", "answer").replace("11:", "10:") + _OPEN, "an entry before it"),
    ({}, _OPEN + "1,was,2026-03-02 12:00:00\n", "another category, and not which"),
    ({}, _OPEN + "1,level,2026-03-02 12:00:00,,,1\n", "a level outside category C"),
    ({("defaults", "by"): "executor"}, _OPEN[:-1] + ",1\n", "a level with category B"),
    ({}, _OPEN[:-1] + ",1\n1,shut,2026-03-02 12:00:00\n", "the same, and an unknown maker"),
    ({}, "1,open,2026-03-02 11:00:00,,B,,2026-03-02 12:00:00\n", "accepted after it was entered"),
    ({}, _OPEN + '1,"answer,2026-03-02 12:00:00\n', "a quote that is never closed"),
    ({}, _OPEN + '1,"ans"wer,2026-03-02 12:00:00\n', "a quote out of place"),
    ({}, _OPEN + '"1\n1",answer,2026-03-02 12:00:00,,,,,,,,\n', "a number of two lines"),
    ({("file", "quote"): ""}, _OPEN, "a log without quotes"),
    ({("file", "encoding"): "utf-16-le"}, _OPEN, "an encoding of wide characters"),
    (
        {("time", "dates"): ["%d.%m.%Y"]},
        _OPEN + ",paid,2026-03-02 12:00:00,,,,,,31.12.2026,,\n",
        "days written the other way",
    ),
    (
        {
            ("activities", "told"): {"event": "support-renewed"},
            ("activities", "ask"): {"event": "support-signed"},
        },
        _OPEN
        + ",told,2026-03-02 12:00:00,,,,,,2027-12-31,,\n"
        + ",ask,2026-03-02 12:30:00\n"
        + ",paid,2026-03-02 13:00:00,,,,,,2026-12-31,,\n"
        + ",told,2026-03-02 14:00:00,,,,,,2027-12-31,,\n"
        + ",up,2026-03-02 15:00:00\n,down,2026-03-02 16:00:00\n,down,2026-03-02 17:00:00\n",
        "terms of support before and after they could be",
    ),
    (
        {
            ("activities", "answer"): {"event": "commented", "by": "third-party"},
            ("activities", "told"): {"event": "closed", "how": "by-executor", "by": "unknown"},
            ("activities", "shut"): {"event": "closed", "how": "by-customer"},
            ("activities", "ask"): {"event": "information-requested", "by": "executor"},
        },
        _OPEN
        + "1,answer,2026-03-02 12:00:00\n1,ask,2026-03-02 13:00:00\n"
        + "1,told,2026-03-02 14:00:00\n1,shut,2026-03-03 14:00:00\n",
        "entries whose makers are told by what they are",
    ),
    (
        {
            ("activities", "answer"): {
                "event": "commented",
                "by": "executor",
                "visible": "visible",
                "made": "unknown",
            },
            ("activities", "put"): {"event": "routed", "route": "plan"},
        },
        _OPEN
        + "1,answer,2026-03-02 12:00:00\n1,answer,2026-03-02 12:00:00,Ann\n"
        + "1,answer,2026-03-02 12:00:00,Bob\n1,put,2026-03-02 13:00:00\n",
        "rows of one moment that differ in who",
    ),
    ({}, "".join(f"{n},open,2026-03-02 11:00:00,,B\n" for n in range(1100)), "many incidents"),
    (
        {("categories", "D"): "D"},
        "1,open,2026-03-02 11:00:00,,D\n1,put,2026-03-02 12:00:00,,D,,,next\n",
        "a route that a column says",
    ),
)

_REFUSED: Final[tuple[tuple[dict[tuple[str, ...], Any], str, str, str], ...]] = (
    (
        {("policy", "unmapped_activity"): "refuse"},
        _OPEN + "1,dance,2026-03-02 12:00:00\n",
        "UnmappedActivityError",
        "an activity nobody explained",
    ),
    ({("time", "zone"): _GONE}, _OPEN, "ZonelessTimeError", "hours of nobody's clock"),
    (
        {("time", "repeated_hour"): _GONE},
        "1,open,2014-10-26 01:30:00,,B\n",
        "ShiftedHourError",
        "an hour that came twice",
    ),
    ({}, _OPEN + f"1,{'x' * (1 << 21)}\n", "LineTooLongError", "a line without end"),
    ({("time", "zone"): "posixrules/x"}, _OPEN, "UnknownZoneError", "no zone"),
)


def aimed(small: Mapping[str, Any]) -> tuple[Aimed, ...]:
    """Return logs with the mappings they are read with."""
    return (
        *(
            Aimed(_pair(small, {place: value}, _OPEN), "MappingError", why)
            for place, value, why in _MAPPINGS
        ),
        *(Aimed(_pair(small, changes, rows), "read", why) for changes, rows, why in _READ),
        *(Aimed(_pair(small, *row[:2]), *row[2:]) for row in _REFUSED),
        Aimed((b"", b"x = " + b"9" * 9_999), "MappingError", "a number without end"),
        Aimed((b"", b"\xff"), "MappingError", "a byte of no letter"),
        Aimed((b"", b"x"), "MappingError", "no TOML"),
    )


def _pair(
    small: Mapping[str, Any], changes: Mapping[tuple[str, ...], Any], rows: str
) -> tuple[bytes, bytes]:
    """Return the rows under their header, and the mapping with these of its values."""
    mapping: Any = deepcopy(small)
    for path, value in changes.items():
        holder = mapping
        for step in path[:-1]:
            holder = holder[step]
        if value is _GONE:
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
    encoding = mapping["file"]["encoding"] if isinstance(mapping.get("file"), dict) else "utf-8"
    wide = encoding if encoding.startswith("utf-16") else "utf-8"
    lines = [f"{row}{',' * (_HEADER.count(',') - row.count(','))}" for row in rows.splitlines()]
    return (_HEADER + "\n".join(lines)).encode(wide), as_toml(mapping).encode()
