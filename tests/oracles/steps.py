"""
The due moment worked out again from the JSON of the steps, and from nothing else.

Every step has to begin where the one before it ended, and to say what follows from what it says
it was given; so a step that is missing, moved or altered leaves a gap, and is refused.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)

FOLLOWS = {
    # step     what may come right after it
    "fact": {"day"},
    "day": {"cutoff", "count"},
    "cutoff": {"count"},
    "count": {"count", "cutoff", "hour"},
    "hour": set(),
}


class BrokenDerivationError(ValueError):
    """The steps do not lead from the event to a moment."""


def broken(step: object, why: str) -> NoReturn:
    raise BrokenDerivationError(why, step)


def due_of(steps: list[dict[str, Any]]) -> datetime:
    """Return the moment the steps lead to; refuse them where they do not hang together."""
    if not steps or steps[0]["step"] != "fact":
        broken(steps[:1], "a derivation begins with an event")
    if steps[-1]["step"] != "hour":
        broken(steps[-1], "a derivation ends with the hour of a day")
    walk = Walk(steps[0])
    for before, step in pairwise(steps):
        if step["step"] not in FOLLOWS[before["step"]]:
            broken(step, f"does not follow a {before['step']}")
        match step["step"]:
            case "day":
                walk.day_of(step)
            case "cutoff":
                walk.compare(step)
            case "count":
                walk.count(step)
            case _:
                return walk.end(step)
    broken(steps, "never comes to an hour")


class Walk:
    """Where one is, a step at a time."""

    def __init__(self, fact: dict[str, Any]) -> None:
        self.at = datetime.fromisoformat(fact["at"])
        if self.at.utcoffset() != self.at.astimezone(ZoneInfo(fact["zone"])).utcoffset():
            broken(fact, "the offset is not the zone's")
        self.day = self.at.date()
        self.clock: time = self.at.time()
        self.off = False
        """Whether the day one is on is off."""
        self.compared: bool | None = None
        """Whether the hour was before the cut-off; None until that is known."""
        self.counted = 0

    def day_of(self, step: dict[str, Any]) -> None:
        if datetime.fromisoformat(step["at"]) != self.at:
            broken(step, "is about another moment")
        if date.fromisoformat(step["day"]) != self.day:
            broken(step, "is not the day of the event")
        if time.fromisoformat(step["clock"]) != self.clock:
            broken(step, "is not the hour of the event")
        self.off = not step["is_business_day"]

    def compare(self, step: dict[str, Any]) -> None:
        if self.off:
            broken(step, "there is no current business day on a day off")
        clock, cutoff = time.fromisoformat(step["clock"]), time.fromisoformat(step["cutoff"])
        if clock != self.clock:
            # A reading may put the opening in the place of the hour: never an earlier moment.
            switches = ("before-opening=", "registered-on-day-off=", "cutoff-instant=")
            moved = self.counted or clock > self.clock
            if not moved or not step.get("reading", "").startswith(switches):
                broken(step, "compares another hour than that of the event")
        before = clock < cutoff
        if clock == cutoff:
            before = step.get("reading") == "cutoff-instant=same-day"
        if step["is_before"] is not before:
            broken(step, "draws the wrong conclusion")
        self.compared = before

    def count(self, step: dict[str, Any]) -> None:
        start, end = date.fromisoformat(step["start"]), date.fromisoformat(step["end"])
        from_day_before = step.get("reading") == "day-count-start=same-day"
        if start != (self.day - ONE_DAY if from_day_before else self.day):
            broken(step, "does not start where the step before it ended")
        if step["clause"] == "4.3":
            self.count_of_reaction(step)
        skipped = [date.fromisoformat(day["day"]) for day in step["skipped"]]
        left_out = [date.fromisoformat(day) for day in step["left_out"]]
        day, left = start, step["n"]
        passed: list[date] = []
        while left > 0:
            day += ONE_DAY
            if day in skipped or day in left_out:
                passed.append(day)
            else:
                left -= 1
            if day > end:
                broken(step, "counts past its end")
        if day != end:
            broken(step, "does not end on the day it names")
        if sorted(skipped + left_out) != passed:
            broken(step, "passes over days that are not in its way, or one of them twice")
        self.day, self.compared, self.off = end, None, False
        self.counted += 1

    def count_of_reaction(self, step: dict[str, Any]) -> None:
        """4.3: the current day if before the cut-off, else the next; on a day off the next."""
        if self.off:
            wanted = 1
        elif self.compared is None:
            broken(step, "nobody knows yet whether it was before the cut-off")
        else:
            wanted = 0 if self.compared else 1
        if step["n"] != wanted:
            broken(step, "counts other days than 4.3 says")

    def end(self, step: dict[str, Any]) -> datetime:
        if date.fromisoformat(step["day"]) != self.day:
            broken(step, "is the hour of another day")
        if not self.counted:
            broken(step, "no day was counted")
        zone = ZoneInfo(step["zone"])
        if step["clock"] == "24:00":
            found = datetime.combine(self.day + ONE_DAY, time(0), zone)
        elif step["hour"] == "closing":
            found = datetime.combine(self.day, time.fromisoformat(step["clock"]), zone)
        else:
            broken(step, "a day ends at 24:00")
        at = datetime.fromisoformat(step["at"])
        if (at, at.utcoffset()) != (found, found.utcoffset()):
            broken(step, "is another moment than that hour of that day")
        return found
