"""Strategies that take something valid and harm it: a tree of values, rows of cells, bytes."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from proof.hostile.nasty import BYTES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEW: Final = st.sampled_from([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 5])
_SOME: Final = st.sampled_from([0, 0, 1, 1, 1, 1, 2, 3, 6])
_MANY: Final = 300
"""Objects and lists in a tree, from which on it is not made larger by copies of itself."""
_PLACE: Final = st.integers(0, 1 << 16)
_TEXT: Final = st.sampled_from(TEXTS)
_BYTES: Final = st.sampled_from(BYTES) | st.binary(min_size=1, max_size=4)
_HOW: Final = st.integers(0, 11)
_ENCODINGS: Final = st.sampled_from(
    [
        *("utf-8",) * 12,
        *("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866"),
    ]
)
_LINE_ENDS: Final = st.sampled_from(["\n"] * 12 + ["\r\n", "\r", "\n\r", "\u2028", "\x85", "\n\n"])

texts: Final = st.one_of(_TEXT, st.text(max_size=8))
"""Any text, the nasty more often."""

scalars: Final = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(-3, 10),
    st.sampled_from([10**17, 10**18, 10**19, 10**400, -(10**18), float("nan"), 1e308, 0.5]),
    st.sampled_from([[], {}, [[]], [{}], {"": ""}]).map(deepcopy),
)
"""Any value of a tree, or a small one of several."""


class Twin(str):
    """A key that stands in an object beside the same key."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __deepcopy__(self, _: object) -> Twin:
        return Twin(self)


@st.composite
def trees(  # noqa: C901, PLR0912 - a branch for each harm
    draw: st.DrawFn, bases: Sequence[Any], apt: Mapping[str, Sequence[Any]] = MappingProxyType({})
) -> Any:
    """
    Return one of the valid trees with a few of its places harmed, or none of them.

    ``apt`` has, by key, values that a reader may take for what belongs there.
    """
    whole = [deepcopy(draw(st.sampled_from(bases)))]
    for _ in range(draw(_SOME)):
        holders = _holders(whole)
        if apt and draw(_HOW) % 2:
            named = [(one, key) for one in holders if isinstance(one, dict) for key in one]
            suited = [(one, key) for one, key in named if key in apt]
            if suited:
                holder, place = suited[draw(_PLACE) % len(suited)]
                holder[place] = deepcopy(draw(st.sampled_from(apt[place])))
                continue
        holder = holders[draw(_PLACE) % len(holders)]
        places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not places:
            continue
        place = places[draw(_PLACE) % len(places)]
        match draw(_HOW):
            case 0 | 1 | 2 | 3:
                holder[place] = draw(scalars)
            case 4:
                del holder[place]
            case 5 if isinstance(holder, dict):
                twice = Twin(place) if draw(st.booleans()) else draw(texts)
                holder[twice] = deepcopy(holder[place])
            case 5:
                holder.insert(place, deepcopy(holder[place]))
            case 6 if len(holders) < _MANY:
                other = holders[draw(_PLACE) % len(holders)]
                holder[place] = deepcopy(other)
            case 7:
                holder[place] = _nested(holder[place], draw(st.sampled_from([1, 2, 40, 90])))
            case 8 if isinstance(holder[place], str):
                at = draw(_PLACE) % (len(holder[place]) + 1)
                holder[place] = holder[place][:at] + draw(texts) + holder[place][at:]
            case 9 if isinstance(holder, list) and holder is not whole:
                holder.reverse()
            case 10 if isinstance(holder, list) and holder is not whole and len(holders) < _MANY:
                holder += deepcopy(holder[place : place + 1]) * draw(st.sampled_from([1, 3, 150]))
            case _:
                other = holders[draw(_PLACE) % len(holders)]
                values = list(other.values() if isinstance(other, dict) else other)
                if values:
                    holder[place] = deepcopy(values[draw(_PLACE) % len(values)])
    return whole[0] if whole else None


def _holders(tree: Any) -> list[Any]:
    """Return every object and list of a tree that is not too deep to walk."""
    found: list[Any] = []
    waiting = [(tree, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, dict | list) and depth < 50:  # noqa: PLR2004
            found.append(one)
            inside = one.values() if isinstance(one, dict) else one
            waiting += [(each, depth + 1) for each in inside]
    return found


def as_json(tree: Any, *, plain: bool) -> str:
    """Return a tree as JSON text: escaped, or with its letters as they are."""
    return json.dumps(tree, ensure_ascii=plain)


def as_toml(tree: Any) -> str:
    """Return a tree as TOML, as far as it can be said there; its tables are inline."""
    if not isinstance(tree, dict):
        return _toml(tree)
    return "".join(f"{_toml(str(key))} = {_toml(value)}\n" for key, value in tree.items())


def _toml(value: Any) -> str:
    match value:
        case bool() | int():
            return str(value).lower()
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            inside = ", ".join(f"{_toml(str(key))} = {_toml(one)}" for key, one in value.items())
            return f"{{{inside}}}"
        case None:
            return ""
        case _:
            return json.dumps(value, ensure_ascii=False)


def _nested(value: Any, depth: int) -> Any:
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


@st.composite
def rows(draw: st.DrawFn, bases: Sequence[Sequence[Sequence[str]]]) -> list[list[str]]:
    """Return rows of cells with a few of them harmed."""
    table = [list(row) for row in draw(st.sampled_from(bases))]
    for _ in range(draw(_SOME)):
        if not table:
            break
        number = draw(_PLACE) % len(table)
        row = table[number]
        cell = draw(_PLACE) % max(len(row), 1)
        match draw(_HOW):
            case 0 | 1 | 2 | 3 if row:
                row[cell] = draw(texts)
            case 4:
                row.insert(cell, draw(texts))
            case 5 if row:
                del row[cell]
            case 6:
                del table[number]
            case 7:
                table.insert(draw(_PLACE) % len(table), list(row))
            case 8:
                table.append(list(row))
            case 9 if row:
                other = table[draw(_PLACE) % len(table)]
                row[cell] = other[draw(_PLACE) % len(other)] if other else ""
            case 10 if row:
                row[cell] += draw(texts)
            case _:
                row[cell : cell + 1] = [draw(texts) + "".join(row[cell : cell + 1])]
    return table


@st.composite
def harmed(draw: st.DrawFn, content: st.SearchStrategy[str]) -> bytes:
    """Return a text as bytes: other line ends, another encoding, cut, doubled, bytes put in."""
    text = draw(content)
    ends = draw(_LINE_ENDS)
    if ends != "\n":
        text = text.replace("\n", ends)
    encoding = draw(_ENCODINGS)
    try:
        found = text.encode(encoding)
    except UnicodeEncodeError:
        found = text.encode("utf-8", "surrogatepass")
    return draw(harmed_bytes(st.just(found)))


@st.composite
def harmed_bytes(draw: st.DrawFn, content: st.SearchStrategy[bytes]) -> bytes:
    """Return bytes with a few places of them harmed; mostly none."""
    found = draw(content)
    for _ in range(draw(_FEW)):
        at = draw(_PLACE) * 7919 % (len(found) + 1)
        span = draw(st.sampled_from([1, 1, 2, 7, 40, 500]))
        match draw(_HOW):
            case 0:
                found = found[:at]
            case 1:
                found = found[at:]
            case 2 | 3:
                found = found[:at] + found[at + span :]
            case 4 | 5:
                found = found[:at] + found[at : at + span] * 2 + found[at + span :]
            case 6 | 7 | 8:
                found = found[:at] + draw(_BYTES) + found[at:]
            case _:
                found = found[:at] + draw(_BYTES) + found[at + span :]
    return found
