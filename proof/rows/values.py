"""
What else a cell could hold: each other legal value of its kind.

A member of a closed set gives way to every other member; a set of members to the set without one
of them and with one more; a paragraph to every other paragraph of the register; a date, a month
and day, an hour or a number to its two neighbours (an hour also by a minute); an id to every other
id of its column, a rule or a finding also to the next that is not there; an act to the one before
it and the one after it in its column. What is empty is filled from the rest of its column, and
what need not be there is emptied. Words in two languages are no cells: there is no other legal
value of a sentence.
"""

from __future__ import annotations

import re
import sys
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import EnumMeta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from proof.rows.strings import CLAUSE_LIST, CLAUSES, other_strings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from proof.rows.cells import Site

_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 5
_LONGEST: Final = 200
"""Characters of a value in the words of a mutant."""


class Mutant(NamedTuple):
    """One change of one cell."""

    site: Site
    said: str
    change: Callable[[Any], Any]
    group: str = ""
    """The key of its rows: a check with a parameter of that value is asked about it alone."""


Change = tuple[str, "Callable[[Any], Any]"]


def mutants(
    sites: Sequence[Site], seen: Mapping[int, Any], choices: Sequence[str]
) -> Iterator[Mutant]:
    """Yield every change of the cells; ``seen`` has what each held when the module was run."""
    columns: dict[tuple[str, str, str], list[Any]] = {}
    for site in sites:
        if site.number in seen and not site.whole:
            columns.setdefault(_column(site), []).append(seen[site.number])
    for site in sites:
        if site.number not in seen:
            continue
        value = seen[site.number]
        changes = dict(_changes(site, value, columns.get(_column(site), []), choices))
        for said, change in changes.items():
            yield Mutant(site, f"{_short(value)} → {said}", change, site.group)


def flipped_days(site: Site, years: Mapping[int, Sequence[tuple[str, ...]]]) -> Iterator[Mutant]:
    """Yield a change for each day of each year: from worked to off, and from off to worked."""
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            yield Mutant(site, f"{day:%a} {day} turned round", _flipping(day), str(year))
            day += _DAY


def _column(site: Site) -> tuple[str, str, str]:
    return site.target.name, site.column, site.group if site.target.apart else ""


def _flipping(day: date) -> Callable[[Any], Any]:
    """Return the change of one day: the row it gets, in its place, or that it has none."""
    at = f"{day:%m-%d}"
    weekend = day.isoweekday() > _FRIDAY

    def change(years: Any) -> Any:
        rows = years[day.year]
        kept = [row for row in rows if row[0] != at]
        special = [row[1] for row in rows if row[0] == at]
        worked = special == ["worked-weekend"] if weekend else not special
        if weekend and not worked:
            kept.append((at, "worked-weekend", "", "", ""))
        elif worked and not weekend:
            kept.append((at, "moved-day-off", "", "", ""))
        return {**years, day.year: tuple(sorted(kept))}

    return change


def _changes(site: Site, value: Any, column: list[Any], choices: Sequence[str]) -> Iterator[Change]:
    """Yield each other value of a cell, or of a table each way to have other rows."""
    if site.whole:
        yield from _rows(site, value)
        return
    if len({type(one) for one in column}) > 1:  # a column of several kinds: each of the others
        yield from (_constant(other) for other in column if other != value)
    if isinstance(value, str):
        others = other_strings(site, value, column, choices)
        yield from (_constant(other) for other in others if other != value)
    elif value is None:
        yield from _instead_of_nothing(site, column)
    elif isinstance(value, EnumMeta):
        every: list[Any] = list(value)
        yield from ((f"without {one.name}", _without_member(one.name)) for one in every)
    elif isinstance(type(value), EnumMeta):
        yield from (_constant(member) for member in type(value) if member is not value)
        if "None" in site.annotation:
            yield _constant(None)
    elif isinstance(value, tuple | frozenset):
        yield from _collections(site, value)
    elif isinstance(value, int | date | time):
        yield from _neighbours(value)
    else:
        yield from (_constant(other) for other in column if other != value)


def _neighbours(value: int | date | time) -> Iterator[Change]:
    """Yield what is next to a number, a date or an hour."""
    if isinstance(value, bool):
        yield _constant(not value)
    elif isinstance(value, int):
        yield _constant(value - 1)
        if value != MAXYEAR:  # no year comes after it
            yield _constant(value + 1)
    elif isinstance(value, time):
        at = datetime(2001, 1, 1, value.hour, value.minute)  # noqa: DTZ001 - its clock is used
        for minutes in (1, -1, 60, -60):
            yield _constant((at + timedelta(minutes=minutes)).time())
    else:
        yield _constant(value + _DAY)
        yield _constant(value - _DAY)


def _constant(value: Any) -> Change:
    return _short(value), lambda _: _anew(value)


def _anew(value: Any) -> Any:
    """
    Return a value as the module that is now run would make it.

    What the first look kept is of classes that have been made anew since.
    """
    if isinstance(value, tuple | frozenset) and not hasattr(value, "_fields"):
        return type(value)(map(_anew, value))
    if isinstance(value, type):
        return getattr(sys.modules[value.__module__], value.__name__, value)
    if isinstance(type(value), EnumMeta):
        return _anew(type(value))[value.name]
    if hasattr(value, "_fields"):
        return _anew(type(value))(**{name: _anew(getattr(value, name)) for name in value._fields})
    return value


def _without_member(name: str) -> Callable[[Any], Any]:
    return lambda every: tuple(member for member in every if member.name != name)


def _rows(site: Site, value: Any) -> Iterator[Change]:
    """Yield the table without one of its rows and, where order means something, two swapped."""
    if not isinstance(value, dict | tuple | frozenset):
        return
    for place, row in enumerate(value):
        yield f"without {_short(row)}", _dropped(place)
    if site.target.ordered and not isinstance(value, frozenset):
        for place, (one, other) in enumerate(pairwise(value)):
            if one != other:
                yield f"{_short(other)} before {_short(one)}", _swapped(place)


def _dropped(place: int) -> Callable[[Any], Any]:
    def change(rows: Any) -> Any:
        if isinstance(rows, dict):
            return {key: rows[key] for n, key in enumerate(rows) if n != place}
        return type(rows)(row for n, row in enumerate(rows) if n != place)

    return change


def _swapped(place: int) -> Callable[[Any], Any]:
    def change(rows: Any) -> Any:
        order = list(rows)
        order[place], order[place + 1] = order[place + 1], order[place]
        return {key: rows[key] for key in order} if isinstance(rows, dict) else type(rows)(order)

    return change


def _collections(site: Site, value: Any) -> Iterator[Change]:
    """Yield a set of values without one of them and, of members, with one more."""
    kept = list(value)
    for place, one in enumerate(kept):
        yield f"without {_short(one)}", _dropped(place)
    kinds = {type(one) for one in kept}
    if len(kinds) == 1 and isinstance(kind := kinds.pop(), EnumMeta):
        for member in kind:
            if member not in kept and len(set(kept)) == len(kept):
                yield f"with {_short(member)}", _with(_constant(member)[1])
    if not kept and site.annotation.startswith("tuple[int"):
        yield _constant((1,))


def _with(more: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: type(values)((*values, more(None)))


def _instead_of_nothing(site: Site, column: list[Any]) -> Iterator[Change]:
    """Yield what the rest of the column, or the type of the field, lets stand there."""
    kinds = [type(one) for one in column if isinstance(type(one), EnumMeta)]
    terms = vars(sys.modules["slarules.terms"])
    kinds += [terms[name] for name in re.findall(r"\w+", site.annotation) if name in terms]
    for kind in dict.fromkeys(kinds):
        if isinstance(kind, EnumMeta):
            yield from (_constant(member) for member in kind)
    strings = [one for one in column if isinstance(one, str)]
    if strings and all(CLAUSE_LIST.fullmatch(one) for one in strings):
        strings = list(CLAUSES)
    yield from (_constant(one) for one in strings)


def _short(value: Any) -> str:
    """Return a value as the list of survivors prints it."""
    if isinstance(type(value), EnumMeta):
        return str(value.name)
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
