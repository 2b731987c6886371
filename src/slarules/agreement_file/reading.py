"""
An agreement's file read: TOML to an agreement, or to its editions; all faults at once.

Every key is read by its row, then what the rows say together is checked, as far as they could be
read. Nothing is made of a file with a fault.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.agreement import Agreement, standard_calendar
from slarules.agreement_file.keys import (
    COUNTRY,
    FILE,
    RUSSIA,
    WEEK,
    WEEKDAYS,
    ByDate,
    Fields,
    Many,
)
from slarules.agreement_file.values import Kind, clock_of, described
from slarules.calendar import Beyond, BusinessCalendar, Decree
from slarules.editions import Edition, Editions
from slarules.errors import (
    AgreementFileError,
    CalendarRangeError,
    CutoffError,
    MissingPackageError,
    ShortDayError,
    SlaRulesError,
)
from slarules.parameters import STANDARD, Hours, Parameters, Target
from slarules.readings import Readings
from slarules.terms import Category

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slarules.agreement_file.keys import Shape

LIMIT: Final = 1 << 20
"""The size of a file that is read unless another is given, in bytes or characters."""

_LONGEST_KEY: Final = 60
_MINUTES: Final = 60
_MOST_EDITIONS: Final = 1_000
_MOST_FAULTS: Final = 200

BAD: Final[Any] = object()
"""Stands for a value with a fault, which is noted."""

Fault = tuple[str, str, str, str]
"""A key, its value as it stands, what is wrong, what to write; no value where none is there."""


def read_agreement(document: bytes | str, /, *, limit: int = LIMIT) -> Agreement | Editions:
    """
    Return the agreement a TOML document describes, or its editions where it has any.

    Args:
        document: The text of the file, or its bytes in UTF-8.
        limit: The most bytes or characters that are read.
    Raises:
        AgreementFileError: All that is wrong with the file, each fault with key, value, remedy.
        MissingPackageError: The days off of a country are asked for, and cannot be had.
    Source: clauses 0.1, 1.1, 4.3, 4.4, 4.10, 4.11.
    """
    faults = _Faults()
    content = _parsed(document, limit, faults)
    made = _made(faults.read(FILE, content, ""), faults)
    faults.stop()
    assert made is not None
    return made


class _Faults:
    """The faults of one file, and the generic reading that finds them."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def stop(self) -> None:
        """Refuse the file if anything is wrong with it."""
        if self.found:
            raise AgreementFileError(tuple(self.found))

    def add(self, key: str, value: object, problem: str, remedy: str) -> None:
        """Note a fault once; ``value`` is ``...`` where there is none."""
        written = "" if value is ... else described(value)
        fault = (key, written, problem, remedy)
        if fault not in self.found:
            self.found.append(fault)
        if len(self.found) >= _MOST_FAULTS:
            self.stop()

    def read(self, shape: Shape, value: Any, path: str) -> Any:
        """Return the value of a shape; ``BAD`` stands where a fault was noted."""
        match shape:
            case Kind():
                try:
                    return shape.read(value)
                except ValueError as problem:
                    self.add(path, value, str(problem), shape.wanted)
                    return BAD
            case Fields():
                return self._fields(shape, value, path)
            case Many():
                if type(value) is not list:
                    self.add(path, value, "must be a list of tables", f"write [[{path}]] above it")
                    return BAD
                each = enumerate(value)
                return [self.read(shape.fields, one, f"{path}[{place}]") for place, one in each]
            case ByDate():
                return self._by_date(shape, value, path)
            case _ as unreachable:
                assert_never(unreachable)

    def _fields(self, fields: Fields, value: Any, path: str) -> Any:
        if type(value) is not dict:
            self.add(path, value, "must be a table", f"write [{path}] above its keys")
            return BAD
        for name in value:
            if fields.key(name) is None:
                self._unknown(name, fields, path, value[name])
        found: dict[str, Any] = {}
        for key in fields.keys:
            place = f"{path}.{key.name}".removeprefix(".")
            if key.name in value:
                found[key.name] = self.read(key.shape, value[key.name], place)
            elif key.required:
                wanted = key.shape.wanted if isinstance(key.shape, Kind) else "write it"
                self.add(place, ..., "is missing", wanted)
                found[key.name] = BAD
        return found

    def _unknown(self, name: str, fields: Fields, path: str, value: object) -> None:
        from difflib import get_close_matches

        known = [key.name for key in fields.keys]
        near = get_close_matches(name[:_LONGEST_KEY], known, 1, 0.7)
        remedy = f"known are {', '.join(known)}"
        if near:
            remedy = f"did you mean {near[0]}? {remedy}"
        place = f"{path}.{_shown(name)}".removeprefix(".")
        self.add(place, value, "is not known", remedy)

    def _by_date(self, shape: ByDate, value: Any, path: str) -> Any:
        if type(value) is not dict:
            self.add(path, value, "must be a table of dates", f"write [{path}] above its dates")
            return BAD
        found: dict[date, Any] = {}
        for name, part in value.items():
            place = f"{path}.{_shown(name)}"
            read = self.read(shape.kind, part, place)
            try:
                day = date.fromisoformat(name) if len(name) == len("2026-01-01") else None
            except ValueError:
                day = None
            if day is None:
                self.add(place, part, "is no date", 'write 2026-12-31 = ["10:00-16:00"]')
            else:
                found[day] = read
        return found


def _shown(name: str) -> str:
    """Return a key as people write it, never long."""
    plain = name.replace("-", "_").isidentifier() or name.replace("-", "").isdigit()
    return name if plain and len(name) <= _LONGEST_KEY else f"{name!r:.{_LONGEST_KEY}}"


def _parsed(document: bytes | str, limit: int, faults: _Faults) -> dict[str, Any]:
    """Return the tables of a TOML document; refuse what is none."""
    import tomllib

    whole = "the file"
    if len(document) > limit:
        faults.add(whole, ..., f"is larger than {limit:,} bytes", "no agreement is; give its file")
        faults.stop()
    try:
        text = document if isinstance(document, str) else document.decode("utf-8-sig")
        return tomllib.loads(text.removeprefix("\ufeff"))
    except UnicodeDecodeError as problem:
        faults.add(whole, ..., f"is not UTF-8 at byte {problem.start + 1}", "save it as UTF-8")
    except tomllib.TOMLDecodeError as problem:
        faults.add(whole, ..., f"is not TOML: {problem}", "correct that line")
    except (ValueError, RecursionError):  # a number without end, brackets without end
        faults.add(whole, ..., "is not TOML that can be read", "write keys and values")
    faults.stop()
    raise AssertionError


def _made(found: dict[str, Any], faults: _Faults) -> Agreement | Editions | None:
    if "edition" not in found:
        return _Layer(found, {}, "", faults).agreement()
    if found["edition"] is not BAD and len(found["edition"]) > _MOST_EDITIONS:
        remedy = f"keep at most {_MOST_EDITIONS} in a file"
        faults.add("edition", ..., f"is there {len(found['edition'])} times", remedy)
        faults.stop()
    if found["edition"] == []:
        faults.add("edition", [], "is empty", "leave it out, or write [[edition]]")
    given = [] if found["edition"] is BAD else found["edition"]
    made: list[Edition] = []
    for place, one in enumerate(given):
        own = {} if one is BAD else one
        agreement = _Layer(found, own, f"edition[{place}].", faults).agreement()
        if agreement is not None and own.get("since", BAD) is not BAD:
            made.append(Edition(own["since"], agreement))
            try:
                _ = made[-1].starts
            except CalendarRangeError as refusal:
                said, _, remedy = str(refusal).rpartition("; ")
                faults.add(f"edition[{place}].since", own["since"], said, remedy)
    days = [BAD if one is BAD else one["since"] for one in given]
    for place, (earlier, later) in enumerate(pairwise(days), 1):
        if BAD not in (earlier, later) and later <= earlier:
            problem = f"does not come after {earlier}, the day of the edition above it"
            remedy = "give the editions in order, each with a first day of its own"
            faults.add(f"edition[{place}].since", later, problem, remedy)
    return Editions(*made) if not faults.found else None


class _Layer:
    """What one edition says, over the top of the file."""

    def __init__(
        self, top: dict[str, Any], own: dict[str, Any], path: str, faults: _Faults
    ) -> None:
        self.top, self.own, self.path, self.faults = top, own, path, faults
        given = [layer.get("readings", BAD) for layer in (top, own)]
        top_given, own_given = ({} if one is BAD else one for one in given)
        self.readings_given = {**top_given, **own_given}

    def value(self, name: str, usual: Any) -> Any:
        """Return what is said of a key, by the edition or else at the top; the usual if bad."""
        said = self.own.get(name, self.top.get(name, usual))
        return usual if said is BAD else said

    def fault(self, name: str, value: object, problem: str, remedy: str) -> None:
        """Note a fault where the key stands."""
        table = name.partition(".")[0].partition("[")[0]
        at = f"{self.path}{name}" if table in self.own else name
        self.faults.add(at, value, problem, remedy)

    def agreement(self) -> Agreement | None:
        """Return the agreement, or nothing where a fault was found."""
        before = len(self.faults.found)
        targets = self._targets()
        parameters = self._parameters(targets)
        if parameters is None:
            return None
        chosen = {s: option for s, option in self.readings_given.items() if option is not BAD}
        readings = Readings(**{s.replace("-", "_"): option for s, option in chosen.items()})
        facts: dict[str, Any] | None = self.value("calendar", None)
        calendar = None
        try:
            if facts is not None:
                calendar = _Calendar(facts, parameters, readings, self.fault).made()
            if len(self.faults.found) > before:
                return None
            if facts is None or calendar == standard_calendar(readings, parameters):
                calendar = None  # readings decree-days and short-days go on to act on it
            return Agreement(calendar=calendar, readings=readings, parameters=parameters)
        except ShortDayError as problem:
            said = f"of {problem.hours} leave nothing of a day that ends an hour early"
            self.fault("hours", ..., said, problem.remedy)
            return None

    def _targets(self) -> tuple[Target, ...]:
        found: dict[tuple[object, object], int] = {}
        made: list[Target] = []
        for place, one in enumerate(self.value("target", ())):
            at = f"target[{place}]"
            if one is BAD:
                continue
            given = [unit for unit in ("hours", "minutes") if unit in one]
            if len(given) != 1:
                problem = f"has {' and '.join(given) or 'no length'}"
                self.fault(at, ..., problem, "write one of hours, minutes")
                continue
            category, severity, length = one["category"], one.get("severity"), one[given[0]]
            if BAD in (category, severity):
                continue
            if severity is not None and category is not Category.C:
                problem = f"is given to category {category.value}; only C has levels"
                self.fault(f"{at}.severity", severity.value, problem, "leave it out")
                continue
            kind = (category, severity)
            if kind in found:
                problem = f"is for the same incidents as target[{found[kind]}]"
                self.fault(at, ..., problem, "give one target a category and level")
                continue
            found[kind] = place
            if length is not BAD:
                minutes = length * _MINUTES if given == ["hours"] else length
                made.append(Target(category, severity, minutes))
        return tuple(made)

    def _parameters(self, targets: tuple[Target, ...]) -> Parameters | None:
        hours: Mapping[str, Hours] | None = self.value("hours", None)
        week = STANDARD.week
        if hours is not None and BAD in hours.values():
            return None
        if hours is not None:
            mon, tue, wed, thu, fri, sat, sun = (hours[day] for day in WEEKDAYS)
            week = (mon, tue, wed, thu, fri, sat, sun)
        if not any(week):
            self.fault("hours", ..., "are none on any day", "give one day hours at least")
            return None
        cutoff = self.value("cutoff", STANDARD.cutoff)
        try:
            return Parameters(
                zone=self.value("zone", STANDARD.zone),
                week=week,
                cutoff=cutoff,
                replacement_after=self.value("replacement_after", STANDARD.replacement_after),
                silence=self.value("silence", STANDARD.silence),
                resolution_targets=targets,
                warn_at=self.value("warn_at", STANDARD.warn_at),
            )
        except CutoffError as error:
            said = self.own.get("cutoff", self.top.get("cutoff"))
            if said is None:
                problem = f"of {error.hours} end before the cut-off, {clock_of(cutoff)}"
                self.fault("hours", ..., problem, error.remedy)
            elif said is not BAD:
                problem = f"comes after the service hours of {error.hours}"
                self.fault("cutoff", cutoff, problem, error.remedy)
            return None


class _Calendar:
    """A calendar from its facts."""

    def __init__(
        self,
        facts: dict[str, Any],
        parameters: Parameters,
        readings: Readings,
        fault: Callable[[str, object, str, str], None],
    ) -> None:
        self.facts, self.parameters, self.readings = facts, parameters, readings
        self._fault = fault
        self.failed = False

    def fault(self, name: str, value: object, problem: str, remedy: str) -> None:
        """Note a fault of the table."""
        self.failed = True
        self._fault(f"calendar.{name}".removesuffix("."), value, problem, remedy)

    def made(self) -> BusinessCalendar | None:
        """Return the calendar, or nothing where a fault was found."""
        base = self.facts.get("base", RUSSIA)
        if base is not BAD:
            self._check_keys(base)
        own = self._own_hours()
        decrees = self.facts.get("decree", [])
        parts = [self.facts, self.facts.get("hours_on", {})]
        parts += [] if decrees is BAD else decrees
        if self.failed or any(part is BAD or BAD in part.values() for part in parts):
            return None
        calendar = self._base(base)
        if calendar is not None:
            calendar = self._decreed(calendar)
        if calendar is None:
            return None
        usual = next(hours for hours in self.parameters.week if hours)
        for day in self.facts.get("working_days", ()) if base != WEEK else ():
            own[day] = self.parameters.week[day.weekday()] or usual
        for day in self.facts.get("days_off", ()) if base != WEEK else ():
            own[day] = ()
        outside = [day for day in own if not calendar.first <= day <= calendar.last]
        for day in outside:
            problem = f"lies outside the calendar, {calendar.first} … {calendar.last}"
            self.fault("", day, problem, "leave the day out, or take a longer calendar")
        if outside or not own:
            return None if outside else calendar
        kept = {**calendar._arguments()["hours_on"], **own}  # noqa: SLF001 - one calendar, not a hundred
        return calendar._changed(hours_on=kept)  # noqa: SLF001

    def _check_keys(self, base: str) -> None:
        facts = self.facts
        ranged = ("first", "last", "decreed_through")
        for name in ("country", "subdivision"):
            if name in facts and base != COUNTRY:
                self.fault(name, facts[name], f"is of no use with base {base}", _BASE_COUNTRY)
        if base == COUNTRY and "country" not in facts:
            self.fault("country", ..., "is missing", 'write its ISO 3166-1 code: country = "KZ"')
        for name in ranged:
            if name in facts and base == RUSSIA:
                self.fault(name, facts[name], "is of no use with base russia", _LEAVE_OUT)
            if name not in facts and base != RUSSIA:
                self.fault(name, ..., "is missing", "write a date without quotes: 2026-01-01")
        days = [facts.get(name, BAD) for name in ranged]
        if BAD not in days and base != RUSSIA and days[1] < days[0]:
            problem = f"is before the first day, {facts['first']}"
            self.fault("last", facts["last"], problem, "give the days in order")

    def _own_hours(self) -> dict[date, Hours]:
        """Return the hours of single dates; refuse a day that is said to be two things."""
        facts = self.facts
        seen: dict[date, str] = {}
        for name in ("days_off", "working_days", "hours_on"):
            days = facts.get(name, ())
            for day in () if days is BAD else days:
                if day in seen:
                    problem = f"is in {seen[day]} already"
                    self.fault(name, day, problem, "say one thing of a day")
                seen.setdefault(day, name)
        own = facts.get("hours_on", {})
        return {} if own is BAD else dict(own)

    def _base(self, base: str) -> BusinessCalendar | None:
        facts, parameters = self.facts, self.parameters
        beyond: Beyond = facts.get("beyond", Beyond.MARK)
        if base == RUSSIA:
            return standard_calendar(self.readings, parameters, beyond=beyond)
        days_off: Any = facts.get("days_off", ())
        worked: Any = facts.get("working_days", ())
        try:
            if base == COUNTRY:
                from slarules.country import country_days_off

                days = country_days_off(
                    facts["country"], facts["first"], facts["last"], facts.get("subdivision")
                )
                days_off = [one for one in days if one.off]
                worked = [one for one in days if not one.off]
            return BusinessCalendar(
                zone=parameters.zone,
                week=parameters.week,
                first=facts["first"],
                last=facts["last"],
                decreed_through=facts["decreed_through"],
                days_off=days_off,
                working_days=worked,
                beyond=beyond,
            )
        except MissingPackageError:
            raise
        except SlaRulesError as problem:
            name = "country" if base == COUNTRY else ""
            said, _, remedy = str(problem).rpartition("; ")
            self.fault(name, facts.get("country", ...), said, remedy)
            return None

    def _decreed(self, calendar: BusinessCalendar) -> BusinessCalendar | None:
        for place, one in enumerate(self.facts.get("decree", ())):
            decree = Decree(
                through=one["through"],
                days_off=one.get("days_off", ()),
                working_days=one.get("working_days", ()),
            )
            try:
                calendar = calendar.with_decree(decree)
            except SlaRulesError as problem:
                said, _, remedy = str(problem).rpartition("; ")
                self.fault(f"decree[{place}]", ..., said, remedy)
                return None
        return calendar


_BASE_COUNTRY: Final = 'leave it out, or write base = "country"'
_LEAVE_OUT: Final = 'leave it out, or write base = "country" or "week"'

__all__ = ["LIMIT", "read_agreement"]
