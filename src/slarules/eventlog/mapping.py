"""
The mapping of a log: a TOML file that says what its columns, times and activities mean.

Nothing is guessed. What the mapping does not say is unknown, and a verdict that would hinge on
it is "cannot tell". Every assumption the mapping makes is a line of it, printed in the report.

Source: clauses 2.1 and 3.2 (which record is a registration), 3.3 (whose record is a reaction).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.errors import MappingError
from slarules.eventlog.table import Table
from slarules.eventlog.words import Maker, Seen, ShiftedHour, UnmappedActivity
from slarules.events import EVENT_OF, Access, Channel, Closing, Made, Place, Registered, Route
from slarules.record import Record
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slarules.events import Event
    from slarules.terms import Text

SCHEMA: Final = "slarules/eventlog-mapping/1"
"""The format this reader knows; a mapping says it in ``schema``."""

ISO: Final = "iso"
"""The word for ISO 8601 among the time formats."""

IGNORED: Final = "ignored"
"""The word for an event the contract knows nothing of: the row is read and has no effect."""

UNCLASSIFIED: Final = "unclassified"
"""The word in ``[categories]`` for a cell that says no category is given yet."""

NO_LEVEL: Final = "none"
"""The word in ``[severities]`` for a cell that says there is no level."""


class Meaning(Record):
    """What one row says happened; ``None`` where the activity leaves it to who made the row."""

    event: type[Event] | None
    """The kind of event; None for a row that has no effect in the contract's sense."""
    by: Maker | None = None
    made: Made | None = None
    visible: Seen | None = None
    channel: Channel | None = None
    place: Place | None = None
    """Where the problem was reproduced (3.4)."""
    access: Access | None = None
    """How the Executor saw it there (3.4)."""
    how: Closing | None = None
    """How the incident was closed (4.11)."""
    route: Route | None = None
    """On which route a wish was put (4.2), where no column says it."""


class Activity(Record):
    """What one activity of the log means: first in a ticket, and once it is registered."""

    name: str
    first: Meaning
    later: Meaning | None = None
    """The meaning in a ticket already registered, where that is another one."""
    assumption: Text | None = None


class Defaults(Record):
    """What is taken of a row where its activity and its maker leave it open."""

    by: Maker = Maker.UNKNOWN
    made: Made = Made.UNKNOWN
    visible: Seen = Seen.UNKNOWN


class Author(Record):
    """What the cell of the resource column says of who made the row."""

    by: Maker | None = None
    made: Made | None = None


class LogMapping(Record):
    """How to read one log."""

    encoding: str
    delimiter: str
    quote: str
    """The quote character, or nothing where the log quotes no cell."""
    case: str
    activity: str
    time: str
    resource: str | None
    category: str | None
    accepted: str | None
    """The column of the moment at which an incident was taken while HelpDesk was down (3.1)."""
    severity: str | None
    route: str | None
    until: str | None
    """The column of the day a replacement is agreed for (4.4), or support is paid through (2.3)."""
    request: str | None
    """The column of a name that tells requests for information apart (4.11)."""
    formats: tuple[str, ...]
    dates: tuple[str, ...]
    """The formats of the days in the column ``until``."""
    zone: str | None
    """Whose clock a time without an offset shows."""
    repeated_hour: ShiftedHour | None
    skipped_hour: ShiftedHour | None
    unmapped_activity: UnmappedActivity
    defaults: Defaults
    authors: Mapping[str, Author]
    categories: Mapping[str, Category | None]
    severities: Mapping[str, Severity | None]
    routes: Mapping[str, Route]
    activities: Mapping[str, Activity]
    assumptions: tuple[Text, ...]
    """What the mapping takes for granted as a whole, in the words of whoever wrote it."""

    def columns(self) -> dict[str, str]:
        """Return the columns the mapping reads, by what each is for."""
        wanted = {
            "case": self.case,
            "activity": self.activity,
            "time": self.time,
            "resource": self.resource,
            "category": self.category,
            "acceptance": self.accepted,
            "severity": self.severity,
            "route": self.route,
            "day until": self.until,
            "request": self.request,
        }
        return {role: column for role, column in wanted.items() if column is not None}


def read_mapping(document: bytes) -> LogMapping:
    """
    Return the mapping a TOML document describes.

    Args:
        document: The bytes of the file, UTF-8.

    Raises:
        MappingError: What is missing, unknown or of the wrong kind; all of it at once.
        UnknownZoneError: The zone is none of the zone database.

    """
    import tomllib

    try:
        content = tomllib.loads(document.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise MappingError(["the file is not UTF-8"]) from None
    except tomllib.TOMLDecodeError as problem:
        raise MappingError([f"not TOML: {problem}"]) from None
    except (ValueError, RecursionError):  # a number without end, brackets without end
        raise MappingError(["no TOML that can be read"]) from None
    problems: list[str] = []
    root = Table(content, "", problems)
    schema = root.text("schema")
    if schema and schema != SCHEMA:
        root.refuse("schema", f"is {schema!r:.60}, this reader knows {SCHEMA!r}")
    file, columns, time = root.table("file"), root.table("columns"), root.table("time")
    category, resource = columns.optional_text("category"), columns.optional_text("resource")
    severity, route = columns.optional_text("severity"), columns.optional_text("route")
    mapping = LogMapping(
        encoding=file.encoding("encoding"),
        delimiter=file.character("delimiter", ","),
        quote=file.character("quote", '"', empty=True),
        case=columns.text("case"),
        activity=columns.text("activity"),
        time=columns.text("time"),
        resource=resource,
        category=category,
        accepted=columns.optional_text("accepted"),
        severity=severity,
        route=route,
        until=columns.optional_text("until"),
        request=columns.optional_text("request"),
        formats=time.formats("formats", ISO),
        dates=time.dates("dates", ISO),
        zone=time.zone("zone"),
        repeated_hour=time.word("repeated_hour", ShiftedHour),
        skipped_hour=time.word("skipped_hour", ShiftedHour),
        unmapped_activity=root.table("policy", needed=False).word(
            "unmapped_activity", UnmappedActivity
        )
        or UnmappedActivity.REFUSE,
        defaults=_defaults(root.table("defaults", needed=False)),
        authors=_authors(root.table("resources", needed=False)),
        categories=_categories(root.table("categories", needed=False)),
        severities=_severities(root.table("severities", needed=False)),
        routes=_routes(root.table("routes", needed=False)),
        activities=_activities(root.table("activities")),
        assumptions=root.sentences("assumptions"),
    )
    for table, column, named in (
        ("categories", "category", category),
        ("resources", "resource", resource),
        ("severities", "severity", severity),
        ("routes", "route", route),
    ):
        if named is None and table in content:
            root.refuse(table, f"explains a column that [columns] {column} does not name")
    for read in (root, file, columns, time):
        read.refuse_the_rest()
    if problems:
        raise MappingError(problems)
    return mapping


def _defaults(table: Table) -> Defaults:
    defaults = Defaults(
        by=table.word("by", Maker) or Maker.UNKNOWN,
        made=table.word("made", Made) or Made.UNKNOWN,
        visible=table.word("visible", Seen) or Seen.UNKNOWN,
    )
    table.refuse_the_rest()
    return defaults


def _authors(table: Table) -> Mapping[str, Author]:
    authors: dict[str, Author] = {}
    for name in table.names():
        row = table.table(name)
        authors[name] = Author(by=row.word("by", Maker), made=row.word("made", Made))
        row.refuse_the_rest()
    return MappingProxyType(authors)


def _categories(table: Table) -> Mapping[str, Category | None]:
    """Return the category of each cell; without the table a cell is the category's letter."""
    names = table.names()
    if not names:
        return MappingProxyType({str(category.value): category for category in Category})
    categories: dict[str, Category | None] = {}
    for name in names:
        if table.peek(name) == UNCLASSIFIED:
            table.text(name)
            categories[name] = None
        else:
            categories[name] = table.word(name, Category)
    return MappingProxyType(categories)


def _severities(table: Table) -> Mapping[str, Severity | None]:
    """Return the level of each cell; without the table a cell is the level's number."""
    names = table.names()
    if not names:
        return MappingProxyType({str(level.value): level for level in Severity})
    levels: dict[str, Severity | None] = {}
    for name in names:
        if table.peek(name) == NO_LEVEL:
            table.text(name)
            levels[name] = None
        else:
            levels[name] = table.level(name)
    return MappingProxyType(levels)


def _routes(table: Table) -> Mapping[str, Route]:
    """Return the route of each cell; without the table a cell is the route's id."""
    names = table.names()
    if not names:
        return MappingProxyType({str(route.value): route for route in Route})
    routes = {name: table.word(name, Route) for name in names}
    return MappingProxyType({name: route for name, route in routes.items() if route is not None})


def _activities(table: Table) -> Mapping[str, Activity]:
    activities: dict[str, Activity] = {}
    for name in table.names():
        row = table.table(name)
        assumption = row.sentence("assumption")
        later = row.table("later", needed=False) if row.peek("later") is not None else None
        first = _meaning(row)
        if first is None:
            continue
        activities[name] = Activity(
            name=name,
            first=first,
            later=None if later is None else _meaning(later),
            assumption=assumption,
        )
    if not activities:
        table.refuse("", "explains no activity")
    elif not any(a.first.event is Registered for a in activities.values()):
        table.refuse("", "no activity is a registration (event = 'registered')")
    return MappingProxyType(activities)


def _meaning(table: Table) -> Meaning | None:
    kind = table.text("event")
    by = table.word("by", Maker)
    made = table.word("made", Made)
    visible = table.word("visible", Seen)
    channel = table.word("channel", Channel)
    place = table.word("place", Place)
    access = table.word("access", Access)
    how = table.word("how", Closing)
    route = table.word("route", Route)
    table.refuse_the_rest()
    if not kind:
        return None
    event = EVENT_OF.get(kind)
    if event is None and kind != IGNORED:
        known = ", ".join((*EVENT_OF, IGNORED))
        table.refuse("event", f"is {kind!r:.60}, known are {known}")
        return None
    meaning = Meaning(
        event=event,
        by=by,
        made=made,
        visible=visible,
        channel=channel,
        place=place,
        access=access,
        how=how,
        route=route,
    )
    for key in ("place", "access", "how", "route"):
        # A key that no field of the event takes is an assumption that would not act.
        if getattr(meaning, key) is not None and (event is None or key not in event._fields):
            table.refuse(key, f"is nothing that {kind!r} has")
    return meaning
