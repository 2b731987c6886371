"""Numbers of a copy against those the rules count with: another value, another unit."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.annotate.annotation import Differing, NumberDifference
from slarules.annotate.stream import word_hash
from slarules.clauses import CLAUSES, Number, NumberUnit
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from slarules.annotate.compare import Change
    from slarules.annotate.known import Known
    from slarules.terms import ClauseId

# How many words after a number say what it counts: "60 business days" has two of them.
_UNIT_WORDS: Final[Mapping[NumberUnit, int]] = MappingProxyType(
    {
        NumberUnit.HOUR_OF_DAY: 1,
        NumberUnit.BUSINESS_DAY: 2,
        NumberUnit.ACCOUNT: 2,
        NumberUnit.CATEGORY: 1,
        NumberUnit.LEVEL: 0,
        NumberUnit.ROUTE: 0,
        NumberUnit.PHONE_NUMBER: 0,
    }
)
_OTHER_UNIT_WORDS: Final[Mapping[tuple[str, int], int]] = MappingProxyType(
    {
        ("1.1", 10): 0,  # the unit stands once, after the second hour: the Moscow clock
        ("1.1", 19): 2,
        ("4.3", 12): 4,
    }
)

# fmt: off
_ONES: Final = (
    "ноль ноля нулю", "один одного одна одной одну одном", "два две двух двум двумя",
    "три трех трем", "четыре четырех четырем", "пять пяти", "шесть шести", "семь семи",
    "восемь восьми", "девять девяти", "десять десяти", "одиннадцать одиннадцати",
    "двенадцать двенадцати", "тринадцать тринадцати", "четырнадцать четырнадцати",
    "пятнадцать пятнадцати", "шестнадцать шестнадцати", "семнадцать семнадцати",
    "восемнадцать восемнадцати", "девятнадцать девятнадцати",
)
_TENS: Final = (
    "двадцать двадцати", "тридцать тридцати", "сорок сорока", "пятьдесят пятидесяти",
    "шестьдесят шестидесяти", "семьдесят семидесяти", "восемьдесят восьмидесяти",
    "девяносто девяноста",
)
# fmt: on
IN_LETTERS: Final[Mapping[str, int]] = MappingProxyType(
    {
        **{form: n for n, forms in enumerate(_ONES) for form in forms.split()},
        **{form: 10 * n for n, forms in enumerate(_TENS, 2) for form in forms.split()},
    }
)
"""Numerals in the forms they have in such a text, normalised: «две», «двух»."""


class _Place(Record, kw_only=False):
    """A number of the register among the known words of its paragraph."""

    number: Number
    start: int
    end: int
    unit: int
    """The words after ``end`` that say what it counts."""


def number_differences(
    clause: ClauseId, known: Known, steps: tuple[Change, ...], copy: Words
) -> tuple[NumberDifference, ...]:
    """Return where the numbers of a changed paragraph are not those of the register."""
    located = tuple(_located(clause, known))
    found = [one for place in located for one in _differences(place, steps, copy)]
    told = {at for place in located for at in _now(place.start, place.end, steps)}
    new = (at for step in steps if not step.same for at in range(*step.now))
    return (*found, *_added((at for at in new if at not in told), copy))


def numbers_of_new(copy: Words) -> tuple[NumberDifference, ...]:
    """Return the numbers of a paragraph that the register does not have."""
    return tuple(_added(range(len(copy.plain)), copy))


def _added(places: Iterable[int], copy: Words) -> Iterator[NumberDifference]:
    """Yield a number for each place where one stands; «один» is mostly no number."""
    before = -2
    for at in places:
        if (_value((copy.word(at),)) or 0) > 1 or copy.word(at).isdecimal():
            if at != before + 1:  # a telephone number is one number
                yield NumberDifference(
                    differing=Differing.ADDED, number=None, found=copy.text(at, at + 3)
                )
            before = at


class Words:
    """The words of a paragraph of a copy, normalised and as they are written."""

    def __init__(self, plain: tuple[str, ...], written: tuple[str, ...]) -> None:
        self.plain, self.written = plain, written

    def word(self, at: int) -> str:
        """Return a normalised word."""
        return self.plain[at]

    def text(self, start: int, end: int) -> str:
        """Return some words as they are written."""
        return " ".join(self.written[start:end])


def _located(clause: ClauseId, known: Known) -> Iterator[_Place]:
    """Yield the numbers of a paragraph where the known words have them, in order."""
    at = 0
    for number in CLAUSES[clause].numbers:
        wanted = tuple(map(word_hash, number.written.split()))
        starts = [
            n for n in range(at, len(known.hashes)) if known.hashes[n : n + len(wanted)] == wanted
        ]
        if not starts:  # the older copy has another number there, too
            continue
        at = starts[0] + len(wanted)
        unit = _OTHER_UNIT_WORDS.get((clause, number.value), _UNIT_WORDS[number.unit])
        yield _Place(number, starts[0], at, unit)


def _differences(
    place: _Place, steps: tuple[Change, ...], copy: Words
) -> Iterator[NumberDifference]:
    now = _now(place.start, place.end, steps)
    if not _kept(place.start, place.end, steps):
        of_value = _of_value(place, now, copy)
        if of_value is not None:
            yield of_value
            if of_value.differing is Differing.GONE:
                return
    if place.unit and not _kept(place.end, place.end + place.unit, steps):
        after = _now(place.end, place.end + place.unit, steps)
        first = next((at for at in now if _value((copy.word(at),)) is not None), now[0])
        last = max([first, *after])
        yield NumberDifference(
            differing=Differing.UNIT, number=place.number, found=copy.text(first, last + 1)
        )


def _of_value(place: _Place, now: list[int], copy: Words) -> NumberDifference | None:
    """Return how the number itself differs: another, or none; the same in letters does not."""
    numerals = [at for at in now if _value((copy.word(at),)) is not None]
    if not numerals:
        return NumberDifference(differing=Differing.GONE, number=place.number, found="")
    span = numerals[0], numerals[-1] + 1
    if _value(copy.plain[slice(*span)]) == place.number.value:
        return None
    return NumberDifference(differing=Differing.VALUE, number=place.number, found=copy.text(*span))


def _value(words: tuple[str, ...]) -> int | None:
    """Return the value of a number in figures, or in letters up to ninety-nine."""
    if all(word.isdecimal() for word in words):
        joined = "".join(words)
        return int(joined) if len(joined) <= 18 else -1  # noqa: PLR2004 - longer than any number here
    parts = [IN_LETTERS.get(word) for word in words]
    if None in parts:
        return None
    return sum(part for part in parts if part is not None)


def _kept(start: int, end: int, steps: tuple[Change, ...]) -> bool:
    """Whether the known words from ``start`` up to ``end`` stand unbroken in the copy."""
    return any(step.same and step.was[0] <= start and end <= step.was[1] for step in steps)


def _now(start: int, end: int, steps: tuple[Change, ...]) -> list[int]:
    """Return the words of the copy that stand where the known ones stood."""
    found: list[int] = []
    for step in steps:
        first, last = max(start, step.was[0]), min(end, step.was[1])
        if first >= last:
            continue
        if step.same:
            shift = step.now[0] - step.was[0]
            found += range(first + shift, last + shift)
        else:
            found += range(*step.now)
    return sorted(set(found))
