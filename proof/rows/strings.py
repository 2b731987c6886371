"""What else a string could be, by what it looks like: an id, a paragraph, a date, an act."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from proof.rows.cells import Site

CLAUSES: Final = tuple(
    f"{section}.{ordinal}"
    for section, first, last in ((0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 1, 11), (4, 1, 12))
    for ordinal in range(first, last + 1)
)
"""The ids of the paragraphs, as the register of the contract has them."""

CLAUSE_LIST: Final = re.compile(r"\d\.\d{1,2}( \d\.\d{1,2})*")
_IDS: Final = re.compile(r"[RF]-\d\.\d{1,2}-\d{1,2}( [RF]-\d\.\d{1,2}-\d{1,2})*")
_MONTH_DAY: Final = re.compile(r"\d\d-\d\d")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ACT: Final = re.compile(r"No\. .*")
_WORDS: Final = re.compile(r"[A-Za-z0-9_]+(-[a-z0-9]+)*( [a-z0-9]+(-[a-z0-9]+)*)*")
_CHOICE: Final = re.compile(r"[a-z0-9-]+=[a-z0-9-]+")
_ZONE: Final = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+")
_HEX: Final = re.compile(r"[0-9a-f]{12,}")
_ZONES: Final = ("UTC", "Europe/Kaliningrad", "Europe/Samara", "Asia/Yekaterinburg")
"""The neighbours of Moscow's clock, and the clock of none."""
_DAY: Final = timedelta(days=1)
_ANY_YEAR: Final = 2001


def other_strings(
    site: Site, value: str, column: list[object], choices: Sequence[str]
) -> Iterator[str]:
    """
    Yield what else a string could be.

    Args:
        site: Its cell.
        value: What the cell holds.
        column: What the cells of its column hold.
        choices: Every choice of every switch, and every finding.
    """
    others = list(dict.fromkeys(one for one in column if isinstance(one, str)))
    target = site.target
    if target.names or (target.others and re.fullmatch(target.others, site.column)):
        yield from others
    elif target.strings:
        yield from (one for one in choices if re.fullmatch(target.strings, one))
    elif _CHOICE.fullmatch(value):
        yield from (one for one in choices if "=" in one)
    elif not value:
        yield from _instead_of_empty([one for one in others if one])
    else:
        yield from _by_form(value, others)


def _by_form(value: str, others: list[str]) -> Iterator[str]:
    """Yield what else a string could be by its form; of what has none that is known, nothing."""
    for form, change in _FORMS:
        if form.fullmatch(value):
            yield from change(value, others)
            if "" in others:
                yield ""
            return


def _clauses(value: str, _others: list[str]) -> Iterator[str]:
    yield from _listed(value, CLAUSES)


def _ids(value: str, others: list[str]) -> Iterator[str]:
    every = _parts(others)
    yield from _listed(value, [*every, *_next_ids(value.split(), every)])


def _words(value: str, others: list[str]) -> Iterator[str]:
    if all(_WORDS.fullmatch(one) for one in others if one):
        yield from _listed(value, _parts(others))


def _dates(value: str, _others: list[str]) -> Iterator[str]:
    day = date.fromisoformat(value)
    yield from (str(day + _DAY), str(day - _DAY))


def _month_days(value: str, _others: list[str]) -> Iterator[str]:
    day = date.fromisoformat(f"{_ANY_YEAR}-{value}")
    yield from (f"{day + _DAY:%m-%d}", f"{day - _DAY:%m-%d}")


def _acts(value: str, others: list[str]) -> Iterator[str]:
    filled = [one for one in others if one]
    place = filled.index(value)
    yield from filled[max(0, place - 1) : place + 2]


def _hashes(value: str, others: list[str]) -> Iterator[str]:
    yield ("0" if value[0] != "0" else "1") + value[1:]
    yield from others[:3]


def _zones(_value: str, _others: list[str]) -> Iterator[str]:
    yield from _ZONES


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[str, list[str]], Iterator[str]]], ...]] = (
    (CLAUSE_LIST, _clauses),
    (_IDS, _ids),
    (_DATE, _dates),
    (_MONTH_DAY, _month_days),
    (_ACT, _acts),
    (_HEX, _hashes),
    (_ZONE, _zones),
    (_WORDS, _words),
)


def _instead_of_empty(filled: list[str]) -> Iterator[str]:
    """Yield what an empty cell could hold, by what stands in its column."""
    if not filled:
        return
    if all(CLAUSE_LIST.fullmatch(one) for one in filled):
        yield from CLAUSES
    elif all(_ACT.fullmatch(one) or _MONTH_DAY.fullmatch(one) for one in filled):
        yield from filled[:2]
    elif all(_WORDS.fullmatch(one) or _IDS.fullmatch(one) for one in filled):
        yield from _parts(filled)


def _parts(texts: Iterable[str]) -> list[str]:
    """Return the words of texts, each once."""
    return list(dict.fromkeys(word for text in texts for word in text.split()))


def _next_ids(ids: list[str], every: list[str]) -> Iterator[str]:
    """Yield, for each id, the first of its paragraph that is not there yet."""
    for one in ids:
        stem, _, number = one.rpartition("-")
        following = int(number) + 1
        while f"{stem}-{following}" in every:
            following += 1
        yield f"{stem}-{following}"


def _listed(value: str, every: Sequence[str]) -> Iterator[str]:
    """Yield a list of ids with one replaced, left out, or swapped with its neighbour."""
    words = value.split()
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        for other in every:
            if other not in words:
                yield " ".join([*before, other, *after])
        if len(words) > 1:
            yield " ".join([*before, *after])
        if after:
            yield " ".join([*before, after[0], word, *after[1:]])
