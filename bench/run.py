"""
How fast the package is: each figure a ratio within one run, after its answers were compared.

    python bench/run.py [--seed N] [--rounds N] [--json FILE] [--no-cold-start]

What is measured, and how to read it: bench/README.md. Exits with 1 if an answer differs from a
peer's; a target missed is printed, and changes the exit code only with --strict.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import sys
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time_ns
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parent.parent))

import cold_start
from peers import Numpy, Workclock

import slarules as s
from tools.edge_incidents import incident_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOSCOW = ZoneInfo("Europe/Moscow")
FIRST, LAST = date(2015, 1, 1), date(2026, 9, 1)
"""Inputs are drawn from days whose answers are decreed, on the clock Moscow keeps since 2014."""
CALLS = 500
PASSES = 10
"""So many inputs that they stay near the processor, gone through so often in a round."""


class Figure(NamedTuple):
    """One line of the table: a figure of each round, and what is asked of their median."""

    what: str
    unit: str
    rounds: list[float]
    target: float
    at_least: bool
    note: str = ""

    @property
    def median(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.rounds)

    @property
    def met(self) -> bool:
        """Whether the median meets the target."""
        return self.median >= self.target if self.at_least else self.median <= self.target


class Nothing:
    """A call that does nothing, of the shape of those measured: the unit."""

    def call(self, _moment: object, /) -> None:
        """Return at once."""

    def call_with_two(self, _one: object, _other: object, /) -> None:
        """Return at once, too."""


# ---------------------------------------------------------------------------------- one lap


def lap(call: Callable[[Any], object], given: Sequence[Any]) -> float:
    """Return the nanoseconds of the processor one call takes."""
    begun = process_time_ns()
    for _ in range(PASSES):
        for one in given:
            call(one)
    return (process_time_ns() - begun) / len(given) / PASSES


def lap_of_two(call: Callable[[Any, Any], object], given: Sequence[tuple[Any, Any]]) -> float:
    """Return the nanoseconds of one call with two arguments."""
    begun = process_time_ns()
    for _ in range(PASSES):
        for one, other in given:
            call(one, other)
    return (process_time_ns() - begun) / len(given) / PASSES


def interleaved(laps: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Run every lap once a round, so that what slows the machine slows all of them alike."""
    for one in laps.values():
        one()
    found: dict[str, list[float]] = {name: [] for name in laps}
    for _ in range(rounds):
        for name, one in laps.items():
            found[name].append(one())
    return found


def ratios(over: list[float], under: list[float]) -> list[float]:
    """Return the ratio of each round."""
    return [a / b for a, b in zip(over, under, strict=True)]


# ---------------------------------------------------------------------------------- inputs


def moments(rng: random.Random, count: int) -> list[datetime]:
    """Return moments on Moscow's clock, at any hour of any day."""
    start = datetime.combine(FIRST, time(0), MOSCOW)
    seconds = (LAST - FIRST).days * 86_400
    return [start + timedelta(seconds=rng.randrange(seconds)) for _ in range(count)]


def six_events() -> s.Incident:
    """Return the incident measured: of C, asked and answered, agreed to be B, reproduced."""

    def at(day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)

    return s.Incident.of(
        [
            s.Registered(
                at=at(23, 10, 15), number="1", category=s.Category.C, severity=s.Severity.MINOR
            ),
            s.InformationRequested(at=at(23, 16)),
            s.InformationProvided(at=at(24, 18)),
            s.ReclassificationProposed(at=at(25, 10), category=s.Category.B),
            s.ReclassificationAgreed(at=at(25, 12)),
            s.Reproduced(at=at(25, 15)),
        ]
    )


def long_record(events: int) -> s.Incident:
    """Return an incident of that many events: questions, answers, comments, notices."""
    at = datetime(2026, 3, 2, 7, tzinfo=UTC)
    found: list[s.IncidentEvent] = [s.Registered(at=at, number="1", category=s.Category.B)]
    kinds = (
        lambda at: s.InformationRequested(at=at, request="logs"),
        lambda at: s.Notified(at=at),
        lambda at: s.Commented(at=at, channel=s.Channel.PHONE),
        lambda at: s.Notified(at=at),
        lambda at: s.InformationProvided(at=at, request="logs"),
        lambda at: s.Notified(at=at),
    )
    for place in range(events - 1):
        at += timedelta(seconds=60)
        found.append(kinds[place % len(kinds)](at))
    return s.Incident.of(found)


def long_service(outages: int) -> s.ServiceRecord:
    """Return a service whose HelpDesk was down that many times."""
    at = datetime(2026, 3, 2, 7, tzinfo=UTC)
    found: list[s.ServiceEvent] = []
    for _ in range(outages):
        at += timedelta(seconds=600)
        found.append(s.HelpDeskDown(at=at))
        found.append(s.HelpDeskRestored(at=at + timedelta(seconds=60)))
        found.append(s.RestorationAnnounced(at=at + timedelta(seconds=90)))
    return s.ServiceRecord.of(found)


# ---------------------------------------------------------------------------------- agreement


class AnswersDiffer(Exception):  # noqa: N818 - it is what it says
    """Two libraries answer differently: then there is nothing to time."""


def compare(what: str, ours: Sequence[Any], theirs: Sequence[Any], given: Sequence[Any]) -> None:
    """Refuse to go on if an answer differs."""
    for one, other, asked in zip(ours, theirs, given, strict=True):
        if one != other:
            message = f"{what} of {asked}: {one} here, {other} there"
            raise AnswersDiffer(message)


# ---------------------------------------------------------------------------------- parts


def days(calendar: s.BusinessCalendar, rng: random.Random, rounds: int) -> list[Figure]:
    """Compare questions about days with numpy's, one day at a time."""
    numpy = Numpy(calendar)
    given = [FIRST + timedelta(days=rng.randrange((LAST - FIRST).days)) for _ in range(CALLS)]
    theirs = numpy.given(given)
    sixty, their_sixty = [(day, 60) for day in given], [(day, 60) for day in theirs]
    compare(
        "is_business_day",
        [calendar.is_business_day(day) for day in given],
        [numpy.as_ours(numpy.is_business_day(day)) for day in theirs],
        given,
    )
    compare(
        "add_business_days(60)",
        [calendar.add_business_days(*one) for one in sixty],
        [numpy.as_ours(numpy.add_business_days(*one)) for one in their_sixty],
        given,
    )
    found = interleaved(
        {
            "is": partial(lap, calendar.is_business_day, given),
            "their is": partial(lap, numpy.is_business_day, theirs),
            "add": partial(lap_of_two, calendar.add_business_days, sixty),
            "their add": partial(lap_of_two, numpy.add_business_days, their_sixty),
            "their is, of dates": partial(lap, numpy.is_business_day, given),
            "their add, of dates": partial(lap_of_two, numpy.add_to_date, sixty),
        },
        rounds,
    )
    return [
        _faster("is_business_day", numpy.name, found["is"], found["their is, of dates"], 10),
        _faster("  in numpy's own type", numpy.name, found["is"], found["their is"], 10),
        _faster(
            "add_business_days(60)", numpy.name, found["add"], found["their add, of dates"], 10
        ),
        _faster("  in numpy's own type", numpy.name, found["add"], found["their add"], 10),
    ]


def hours(calendar: s.BusinessCalendar, rng: random.Random, rounds: int) -> list[Figure]:
    """Compare business time between two moments with workclock's."""
    clock = Workclock(calendar)
    spans = {
        "5 h": [(at, at + timedelta(hours=5)) for at in moments(rng, CALLS)],
        "1 year": [(at, at + timedelta(days=365)) for at in moments(rng, CALLS // 10)],
    }
    laps: dict[str, Callable[[], float]] = {}
    for name, given in spans.items():
        compare(
            f"business_seconds_between over {name}",
            [calendar.business_seconds_between(*one) for one in given],
            [clock.as_ours(clock.between(*one)) for one in given],
            given,
        )
        laps[name] = partial(lap_of_two, calendar.business_seconds_between, given)
        laps[f"their {name}"] = partial(lap_of_two, clock.between, given)
    found = interleaved(laps, rounds)
    return [
        _faster(
            f"business_seconds_between, {name}",
            clock.name,
            found[name],
            found[f"their {name}"],
            least,
        )
        for name, least in (("5 h", 8), ("1 year", 100))
    ]


def reactions(support: s.Agreement, rng: random.Random, rounds: int) -> list[Figure]:
    """Time the due moment of a reaction in no-op calls, by the zone a moment is written in."""
    given = moments(rng, CALLS)
    zones = {
        "Moscow": (MOSCOW, 15),
        "UTC": (UTC, 15),
        "Asia/Yekaterinburg": (ZoneInfo("Asia/Yekaterinburg"), 40),
        "America/New_York": (ZoneInfo("America/New_York"), 40),
    }
    written = {name: [at.astimezone(zone) for at in given] for name, (zone, _) in zones.items()}
    reasoned = [due_by_reasons(support, at) for at in given]
    for name, ats in written.items():
        compare(f"reaction_due in {name}", [support.reaction_due(at) for at in ats], reasoned, ats)
    nothing = Nothing()
    laps: dict[str, Callable[[], float]] = {"no-op": partial(lap, nothing.call, given)}
    for name, ats in written.items():
        laps[name] = partial(lap, support.reaction_due, ats)
    found = interleaved(laps, rounds)
    return [
        Figure(
            f"reaction_due, {name}",
            "no-op calls",
            ratios(found[name], found["no-op"]),
            most,
            at_least=False,
            note=_each(found[name]),
        )
        for name, (_, most) in zones.items()
    ]


def due_by_reasons(support: s.Agreement, at: datetime) -> datetime:
    """Return the due moment by the derivation, which looks nothing up."""
    found = support.reaction_deadline(at, s.Category.B)
    assert isinstance(found, s.Deadline)
    return found.due


def assessments(support: s.Agreement, rounds: int) -> list[Figure]:
    """Count assessments a second, and see that an event costs the same in a long record."""
    incident = six_events()
    start = incident.events[-1].at
    given = [start + timedelta(seconds=37 * count) for count in range(CALLS // 2)]
    first = support.assess(incident, given[0])
    assert first[s.Obligation.REACTION].steps, "the derivation is built"
    found = interleaved(
        {"assess": lambda: lap(lambda at: support.assess(incident, at), given)}, rounds
    )
    service, short, long = long_service(1_000), long_record(1_000), long_record(100_000)

    def an_event(record: s.Incident) -> float:
        as_of = record.events[-1].at
        begun = process_time_ns()
        support.assess(record, as_of, service=service)
        return (process_time_ns() - begun) / len(record.events)

    per_event = interleaved({"short": partial(an_event, short), "long": partial(an_event, long)}, 3)
    return [
        Figure(
            "assess, six events",
            "a second",
            [1e9 / one for one in found["assess"]],
            10_000,
            at_least=True,
            note=_each(found["assess"]),
        ),
        Figure(
            "one event of 100,000, to one of 1,000",
            "times",
            ratios(per_event["long"], per_event["short"]),
            3,
            at_least=False,
            note=f"{statistics.median(per_event['long']) / 1000:.1f} µs an event; 1,000 outages",
        ),
    ]


def explanations(support: s.Agreement, rounds: int) -> list[Figure]:
    """Time the words of answers, in the form that says most, and which readings matter."""
    at = datetime(2024, 12, 28, 15, 0, tzinfo=MOSCOW)
    incident = six_events()
    answers = {
        "a reaction": support.reaction_deadline(at, s.Category.C),
        "sixty business days": support.replacement_search_deadline(at),
        "a silence": support.automatic_closing_deadline(at),
    }
    verdicts = support.assess(incident, incident.events[-1].at).verdicts

    def worded(one: s.Answer | s.Verdict) -> str:
        return s.explain(
            one,
            form=s.Form.STEPS,
            calendar=support.calendar,
            readings=support.readings,
        )

    laps: dict[str, Callable[[], float]] = {
        name: lambda one=one: lap(worded, [one] * 100) for name, one in answers.items()
    }
    laps["a verdict"] = lambda: lap(worded, verdicts * 10)
    laps["readings"] = lambda: _median_of_readings(support)
    found = interleaved(laps, rounds)
    readings = [one / 1e6 for one in found.pop("readings")]
    return [
        *(
            Figure(
                f"explain, steps of {name}",
                "µs",
                [one / 1000 for one in nanoseconds],
                200,
                at_least=False,
            )
            for name, nanoseconds in found.items()
        ),
        Figure("which readings matter, median incident", "ms", readings, 5, at_least=False),
    ]


def _median_of_readings(support: s.Agreement) -> float:
    """Return the nanoseconds it takes to find the readings that matter to the median incident."""
    found = []
    for seed in range(60):
        incident, as_of, service = incident_of(seed)
        begun = process_time_ns()
        support.sensitivity(incident, as_of, service=service)
        found.append(process_time_ns() - begun)
    return statistics.median(found)


def _faster(what: str, than: str, ours: list[float], theirs: list[float], least: float) -> Figure:
    note = f"{_each(ours)}; {than} {_each(theirs)}"
    return Figure(what, "times as fast", ratios(theirs, ours), least, at_least=True, note=note)


def _each(nanoseconds: list[float]) -> str:
    return f"{statistics.median(nanoseconds) / 1000:,.2f} µs"


# ---------------------------------------------------------------------------------- the report


def machine() -> dict[str, Any]:
    """Return what ran, and on what."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = names[0] if names else model
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "load": list(os.getloadavg()) if hasattr(os, "getloadavg") else None,
        "system": platform.platform(),
        "python": platform.python_version(),
        "slarules": s.__version__,
        **{name: version(name) for name in ("numpy", "workclock", "tzdata")},
    }


def printed(figures: Sequence[Figure]) -> str:
    """Return the table."""
    rows = [("", "median", "min", "max", "target", "", "")]
    for one in figures:
        sign = "≥" if one.at_least else "≤"
        rows.append(
            (
                one.what,
                _number(one.median),
                _number(min(one.rounds)),
                _number(max(one.rounds)),
                f"{sign} {_number(one.target)} {one.unit}",
                "met" if one.met else "MISSED",
                one.note,
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if 1 <= place <= 3 else cell.ljust(width)  # noqa: PLR2004 - the numbers
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"  # noqa: PLR2004 - digits that tell


def document(figures: Sequence[Figure], seed: int) -> dict[str, Any]:
    """Return the JSON document of a run."""
    return {
        "schema": "slarules/bench/1",
        "machine": machine(),
        "seed": seed,
        "figures": [
            {
                "what": one.what,
                "unit": one.unit,
                "rounds": one.rounds,
                "median": one.median,
                "min": min(one.rounds),
                "max": max(one.rounds),
                "target": one.target,
                "at_least": one.at_least,
                "met": one.met,
                "note": one.note,
            }
            for one in figures
        ],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="how fast the package is, within one run")
    parser.add_argument("--seed", type=int, default=20261123, help="of the random inputs")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, default=Path("build/bench.json"))
    parser.add_argument("--no-cold-start", action="store_true", help="leave out the start-up times")
    parser.add_argument("--strict", action="store_true", help="exit with 1 on a missed target")
    options = parser.parse_args(arguments)
    rng = random.Random(options.seed)
    support = s.standard_support()
    try:
        figures = [
            *days(support.calendar, rng, options.rounds),
            *hours(support.calendar, rng, options.rounds),
            *reactions(support, rng, options.rounds),
            *assessments(support, options.rounds),
            *explanations(support, options.rounds),
        ]
    except AnswersDiffer as error:
        print(f"answers differ: {error}", file=sys.stderr)
        return 1
    if not options.no_cold_start:
        figures += [
            Figure(one.what, "ms", one.over_floor, one.most, at_least=False, note=one.note)
            for one in cold_start.measure()
        ]
    about = document(figures, options.seed)
    print(printed(figures))
    print(", ".join(f"{key} {value}" for key, value in about["machine"].items()))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(
        json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(f"written: {options.json}")
    return int(options.strict and not all(one.met for one in figures))


if __name__ == "__main__":
    sys.exit(main())
