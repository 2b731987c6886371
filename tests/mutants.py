"""
Small wrongs done to the package, one at a time, that its properties are shown to notice.

A mutant is one text of the package replaced by another; the text stands in the package once, in
whatever module. ``proof/parts/properties.py`` makes each in a copy of the sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Mutant(NamedTuple):
    """One wrong: its name, what stands in the package, and what would stand there instead."""

    name: str
    old: str
    new: str

    def place(self, package: Path) -> Path:
        """Return the one file of the package the text stands in, once."""
        found = [
            (path, path.read_text(encoding="utf-8").count(self.old))
            for path in sorted(package.rglob("*.py"))
        ]
        holding = [(path, times) for path, times in found if times]
        if [times for _, times in holding] != [1]:
            message = f"{self.name}: stands {holding or 'nowhere'}, not once: {self.old!r}"
            raise LookupError(message)
        return holding[0][0]

    def apply(self, package: Path) -> None:
        """Do it to this copy of the package."""
        path = self.place(package)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


# fmt: off
MUTANTS: Final = (
    # ------------------------------------------------------------------ 1.1: days
    Mutant("days-off-worked",
           "for days, flag in ((off, 0), (worked, 1)):",
           "for days, flag in ((off, 1), (worked, 1)):"),
    Mutant("worked-saturday-off",
           "for days, flag in ((off, 0), (worked, 1)):",
           "for days, flag in ((off, 0), (worked, 0)):"),
    Mutant("the-day-itself-counts",
           "return self._decreed[self._through[place] + n]",
           "return self._decreed[self._through[place] + n - self._business[place]]"),
    Mutant("both-ends-count",
           "return self._through[j] - self._through[i]",
           "return self._through[j] - self._through[i] + self._business[i]"),
    Mutant("span-takes-no-day",
           "return [(low, high + 1)] if low <= high else []",
           "return [(low, high)] if low <= high else []"),
    Mutant("calendars-equal-by-identity",
           "        if not isinstance(other, Desk):\n            return NotImplemented\n"
           "        return self._value() == other._value()",
           "        return self is other"),
    # ------------------------------------------------------------------ 1.1: hours
    Mutant("closing-is-open",
           "return 0 <= since.seconds - self._opening < open_for",
           "return 0 <= since.seconds - self._opening <= open_for"),
    Mutant("early-on-a-business-day-is-late",
           "return self._openings[self.table.through[place] + (not open_for)]",
           "return self._openings[self.table.through[place] + 1]"),
    Mutant("today-closes-no-more",
           "return self._closings[self.table.through[place] + passed]",
           "return self._closings[self.table.through[place] + 1]"),
    Mutant("midnight-begins-the-day",
           "return showing(day + _DAY, MIDNIGHT, self.zone, last=False)",
           "return showing(day, MIDNIGHT, self.zone, last=False)"),
    Mutant("answer-on-the-callers-clock",
           "return moment if zone is self._wall_zone else moment.astimezone(self.zone)",
           "return moment"),
    Mutant("callers-clock-counts",
           "here = moment.astimezone(self.zone)\n        if not self.first",
           "here = moment.replace(tzinfo=self.zone)\n        if not self.first"),
    # ------------------------------------------------------------------ 1.1: time
    Mutant("seconds-rounded-down",
           "return exact // _MILLION if exact >= 0 else -(-exact // _MILLION)",
           "return exact // _MILLION"),
    Mutant("time-past-closing-counts",
           "return min(self.before[place], self.before[place - 1]",
           "return max(0, self.before[place - 1]"),
    Mutant("time-between-has-no-sign",
           "total = line.position(until) - line.position(since)",
           "total = abs(line.position(until) - line.position(since))"),
    Mutant("pause-loses-its-sign",
           "total -= sign * lost",
           "total -= lost"),
    Mutant("short-path-through-a-shift",
           "if not plain or any(self.table.flags[place] for place in self._clock_shifts()):",
           "if not plain:"),
    Mutant("shifted-day-is-a-plain-one",
           "if offset is not None and offset == tomorrow.utcoffset():",
           "if offset is not None:"),
    Mutant("fractions-are-not-added",
           "wanted = line.position(to_microseconds(here)) + amount // timedelta.resolution",
           "wanted = line.position(to_microseconds(here))"
           " + amount // timedelta(seconds=1) * _MILLION"),
    Mutant("nothing-takes-till-closing",
           "        if not amount:\n            return here",
           "        if not amount:\n            return self.next_closing(here)"),
    # ------------------------------------------------------------------ 4.3
    Mutant("late-is-due-as-early",
           "return early, [dues[r] for r in through]",
           "return early, early"),
    Mutant("day-off-looks-back",
           "early = [dues[r - f] for r, f in zip(through, table.flags, strict=False)]",
           "early = [dues[max(r - 1, 0)] for r, f in zip(through, table.flags, strict=False)]"),
    Mutant("reasoned-day-off-looks-back",
           "opens = table.add(day, 1)\n        arrive",
           "opens = table.add(day, -1)\n        arrive"),
    Mutant("reaction-hour-is-always-closing",
           "        if hour is _CLOSING:\n            return self.calendar.closing_on(day)\n"
           "        return self.calendar.end_of(day)",
           "        return self.calendar.closing_on(day)"),
    # ------------------------------------------------------------------ 4.4, 4.11
    Mutant("period-is-a-day-short",
           "end = table.add(start, n, ranges)",
           "end = table.add(start, n - 1, ranges)"),
    Mutant("period-begins-the-day-before",
           "        if self._counts_the_day:\n            if day > table.first:",
           "        if day:\n            if day > table.first:"),
    Mutant("skips-nothing",
           "skipped=tuple(self.calendar.table.off_between(start, end)) if n else (),",
           "skipped=(),"),
    Mutant("count-said-twice",
           "self._day(here), *found, end),",
           "self._day(here), *found, *found[-1:], end),"),
    # ------------------------------------------------------------------ 2.1, 3.2: the record
    Mutant("later-events-known",
           "return tuple(event for event in self.events if event.at <= as_of)",
           "return self.events"),
    Mutant("appended-first",
           "return type(self)(events=(*self.events, event))",
           "return type(self)(events=(*self.events[:1], event, *self.events[1:]))"),
    Mutant("sorted-without-moments",
           "key=lambda event: (event.at, not isinstance(event, Registered))",
           "key=lambda event: not isinstance(event, Registered)"),
    Mutant("clock-face-of-an-event-counts",
           "return aware.astimezone(UTC)",
           "return aware.replace(tzinfo=UTC)"),
    # ------------------------------------------------------------------ next change, sensitivity
    Mutant("only-the-last-change",
           "next_change=min(case.changes, default=None),",
           "next_change=max(case.changes, default=None),"),
    Mutant("no-reaction-is-never-late",
           "if case.now >= due:\n        return case.of(deadline, Outcome.MISSED, R_NO_REACTION",
           "if case.now > due:\n        return case.of(deadline, Outcome.MISSED, R_NO_REACTION"),
    Mutant("late-at-that-instant-alone",
           "if case.now >= due:\n        return case.of(deadline, Outcome.MISSED, R_NO_REACTION",
           "if case.now == due:\n        return case.of(deadline, Outcome.MISSED, R_NO_REACTION"),
    Mutant("last-consulted-forgotten",
           "for switch in _in_order(base.consulted)\n        for option",
           "for switch in _in_order(base.consulted)[:-1]\n        for option"),
)
# fmt: on
