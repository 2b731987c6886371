"""
Write ``src/slarules/russia_rows.py``, or with ``--check`` say whether it is up to date.

Three sources have to agree before a row is written: the law (``slarules.russia``), the transfers
with their acts (``../shared/calendar/transfers.csv``), and the official calendar day by day
(``../shared/calendar/production-calendar.csv``). Names of holidays come from ``holidays``.
"""

from __future__ import annotations

import csv
import sys
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT.parent / "shared" / "calendar"
TARGET = ROOT / "src" / "slarules" / "russia_rows.py"

HEADER = '''\
"""
The Russian days of 1999-2027 that are holidays or depart from Monday to Friday. Generated.

``tools/make_russia_rows.py`` writes this file and ``--check`` compares it. A row is a month and
day, what it is, the id of the holiday, the other day of a transfer, and the act where its number
is confirmed. The other day is the one that gave the day off away (for "moved-day-off" and
"carried-over") or the one that received it (for "holiday" and "worked-weekend"); it is always in
the same year. Days declared non-working by the President are not here.
"""

from __future__ import annotations

from typing import Final

# fmt: off
'''

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SATURDAY, SUNDAY = 5, 6

HOUSE_ENGLISH = {
    "Day of consent and reconciliation": "Day of Accord and Reconciliation",
    "Holiday of Spring and Labor": "Spring and Labour Day",
    "Unity Day": "National Unity Day",
    "Day of the Adoption of the Declaration of Sovereignty of the Russian Federation": (
        "Day of the Declaration of State Sovereignty of the Russian Federation"
    ),
}
"""English names of `holidays` that the project spells its own way; the Russian ones stand."""


class Row(NamedTuple):
    """One special day, as it is written."""

    day: date
    kind: str
    name: str = ""
    other: date | None = None
    act: str = ""


class OfficialDay(NamedTuple):
    """One line of the official calendar."""

    working: bool
    shortened: bool


def read_official() -> dict[date, OfficialDay]:
    """Return the official calendar, every day of it."""
    with (FACTS / "production-calendar.csv").open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row["date"]): OfficialDay(
                row["working"] == "1", row["shortened"] == "1"
            )
            for row in csv.DictReader(file)
        }


def read_transfers() -> list[tuple[date, date, str]]:
    """Return the transfers: from, to, and the act if its number is confirmed."""
    with (FACTS / "transfers.csv").open(encoding="utf-8", newline="") as file:
        return [
            (
                date.fromisoformat(row["day_off_taken_from"]),
                date.fromisoformat(row["day_off_given_to"]),
                row["act"] if row["act_confirmed"] == "yes" else "",
            )
            for row in csv.DictReader(file)
        ]


def rows_of(year: int, transfers: list[tuple[date, date, str]]) -> list[Row]:
    """Return the special days of a year, from the law and the transfers."""
    from slarules.russia import carried_over, law_holidays

    holidays = dict(law_holidays(year))
    mine = [t for t in transfers if t[0].year == year]
    carried = carried_over(year, holidays, moved={day for t in mine for day in t[:2]})
    receiver: dict[date, tuple[date | None, str]] = {giver: (day, "") for day, giver in carried}
    receiver |= {giver: (day, act) for giver, day, act in mine}
    rows = []
    for day, name in holidays.items():
        other, act = receiver.get(day, (None, ""))
        rows.append(Row(day, "holiday", name, other, act))
    rows += [Row(day, "carried-over", "", giver) for day, giver in carried]
    for giver, day, act in mine:
        rows.append(Row(day, "moved-day-off", "", giver, act))
        if giver not in holidays:
            rows.append(Row(giver, "worked-weekend", "", day, act))
    if any(day.year != year for row in rows for day in (row.day, row.other) if day):
        sys.exit(f"a day off of {year} moves to another year: the rows cannot say that")
    return sorted(rows, key=lambda row: row.day)


def refuse_disagreement(rows: list[Row], official: dict[date, OfficialDay]) -> None:
    """Stop if the rows give another answer than the official calendar on any day of it."""
    kinds = {row.day: row.kind for row in rows}
    if len(kinds) != len(rows):
        sys.exit("a day is special in two ways")
    for day, fact in official.items():
        kind = kinds.get(day)
        working = kind == "worked-weekend" if kind else day.weekday() not in {SATURDAY, SUNDAY}
        if working != fact.working:
            sys.exit(f"{day}: the law and the transfers say working={working}")


def names() -> dict[str, tuple[str, str]]:
    """Return the Russian and the English name of every holiday of the law, by its id."""
    from holidays import country_holidays

    from slarules.russia import DECREED_THROUGH, FIRST, law_holidays

    years = range(FIRST.year, DECREED_THROUGH.year + 1)
    russian = country_holidays("RU", years=years, language="ru")
    english = country_holidays("RU", years=years, language="en_US")
    found: dict[str, tuple[str, str]] = {}
    for year in years:
        for day, name in law_holidays(year):
            pair = russian[day], HOUSE_ENGLISH.get(english[day], english[day])
            if found.setdefault(name, pair) != pair:
                sys.exit(f"{day}: two names for {name}: {found[name]} and {pair}")
    return found


def written() -> str:
    """Return the text of the module."""
    official, transfers = read_official(), read_transfers()
    first, last = min(official), max(official)
    if len(official) != (last - first) // timedelta(days=1) + 1:
        sys.exit("the official calendar leaves out a day")
    rows = [row for year in range(first.year, last.year + 1) for row in rows_of(year, transfers)]
    refuse_disagreement(rows, official)
    lines = [HEADER, "ROWS: Final[dict[int, tuple[tuple[str, str, str, str, str], ...]]] = {"]
    for year, group in groupby(rows, key=lambda row: row.day.year):
        days = [fact for day, fact in official.items() if day.year == year]
        working, short = sum(d.working for d in days), sum(d.shortened for d in days)
        lines.append(f"    {year}: (  # {working} working days, {short} of them an hour shorter")
        lines += [*map(line, group), "    ),"]
    lines += ["}", "", "HOLIDAY_NAMES: Final = {"]
    for name, (russian, english) in names().items():
        lines += [f'    "{name}": (', f'        "{russian}",', f'        "{english}",', "    ),"]
    lines += ["}", ""]
    return "\n".join(lines)


def line(row: Row) -> str:
    """Return a row in columns, with its weekday for the reader."""
    widths = (9, 18, 21, 9, 0)
    other = row.other.strftime("%m-%d") if row.other else ""
    texts = (row.day.strftime("%m-%d"), row.kind, row.name, other)
    cells = [f'"{text}",' for text in texts] + [f'"{row.act}"']
    columns = "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"        ({columns}),  # {WEEKDAYS[row.day.weekday()]}"


def main() -> None:
    """Write the module, or compare it."""
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(written(), encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != written():
        sys.exit(f"{TARGET.name} is out of date: run tools/{Path(__file__).name}")


if __name__ == "__main__":
    main()
