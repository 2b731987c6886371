"""
Write ``src/slarules/cldr.py`` from the CLDR data in Babel, or with ``--check`` compare it.

Babel is needed here and in a test, never by the package. English follows the British locale: the
day before the month, hours to 24. CLDR's narrow no-break space before «г.» becomes a plain space,
which every code page can print and every reader can search for.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

TARGET = Path(__file__).resolve().parent.parent / "src" / "slarules" / "cldr.py"
LOCALES = {"ru": "ru", "en": "en_GB"}

HEADER = '''\
"""
Names of months and weekdays, date patterns and plural rules, Russian and English. Generated.

``tools/make_cldr.py`` writes this file from the Unicode CLDR (English as in Britain) and
``--check`` compares it.
"""

from __future__ import annotations

from typing import Final

Alternative = tuple[tuple[int, tuple[int, ...], bool], ...]
"""Conditions of a plural category, all of which have to hold; see PLURALS."""

'''

MONTHS_ALONE = '"""Months named by themselves: «январь»."""'
MONTHS_IN_DATE = '"""Months in a date, where Russian uses the genitive: «9 января»."""'
WEEKDAYS = '"""Weekdays, Monday first, as ``date.weekday`` counts."""'
DATE = '"""A date: ``d`` the day, ``MMMM`` the month as named in a date, ``y`` the year."""'
DATE_AND_WEEKDAY = '"""A date with its weekday: ``EEEE``, and the rest as in DATE."""'
PLURALS = '''"""
The plural categories of whole numbers, the first that fits.

A category fits if all conditions of any of its alternatives do. A condition is a modulus (0 for
the number itself), a list of remainders, and whether the remainder has to be one of them.
"""'''

Condition = tuple[int, tuple[int, ...], bool]
Alternative = tuple[Condition, ...]


def alternatives(node: Any, *, wanted: bool = True) -> list[Alternative]:
    """Return a plural rule of CLDR, as Babel parses it, as alternatives of conditions."""
    kind, parts = node
    if kind == "not":
        return alternatives(parts[0], wanted=not wanted)
    if (kind == "and") is wanted and kind in {"and", "or"}:
        sides = [alternatives(part, wanted=wanted) for part in parts]
        return [(*left, *right) for left, right in product(*sides)]
    if kind in {"and", "or"}:
        return [one for part in parts for one in alternatives(part, wanted=wanted)]
    _, operand, (_, ranges) = parts
    numbers = tuple(n for (_, (low,)), (_, (high,)) in ranges for n in range(low, high + 1))
    if operand[0] in "vwftce":  # how many decimals: none in a whole number
        return [()] if (0 in numbers) is wanted else []
    if operand[0] == "mod":
        return [((operand[1][1][1][0], numbers, wanted),)]
    return [((0, numbers, wanted),)]


def blocks(locales: dict[str, Any]) -> Iterator[str]:
    """Return the tables of the module, one after the other."""
    tables: tuple[tuple[str, str, Callable[[Any], Mapping[int, str]], range], ...] = (
        ("MONTHS_ALONE", MONTHS_ALONE, lambda x: x.months["stand-alone"]["wide"], range(1, 13)),
        ("MONTHS_IN_DATE", MONTHS_IN_DATE, lambda x: x.months["format"]["wide"], range(1, 13)),
        ("WEEKDAYS", WEEKDAYS, lambda x: x.days["format"]["wide"], range(7)),
    )
    for name, doc, names, keys in tables:
        yield f"{name}: Final = {{"
        for language, locale in locales.items():
            yield f'    "{language}": ('
            yield from (f'        "{names(locale)[key]}",' for key in keys)
            yield "    ),"
        yield f"}}\n{doc}\n"
    for name, doc, width in (
        ("DATE", DATE, "long"),
        ("DATE_AND_WEEKDAY", DATE_AND_WEEKDAY, "full"),
    ):
        yield f"{name}: Final = {{"
        for language, locale in locales.items():
            pattern = locale.date_formats[width].pattern.replace("\u202f", " ")
            yield f'    "{language}": "{pattern}",'
        yield f"}}\n{doc}\n"
    yield "PLURALS: Final[dict[str, tuple[tuple[str, tuple[Alternative, ...]], ...]]] = {"
    for language, locale in locales.items():
        yield f'    "{language}": ('
        # "other" takes what no rule of CLDR names: an alternative without conditions.
        rules = [(name, alternatives(rule)) for name, rule in locale.plural_form.abstract]
        rules.append(("other", [()]))
        for name, rule in sorted(rules, key=lambda row: ORDER.index(row[0])):
            yield f'        ("{name}", ('
            yield from (f"            {one!r}," for one in rule)
            yield "        )),"
        yield "    ),"
    yield f"}}\n{PLURALS}"


ORDER = ("zero", "one", "two", "few", "many", "other")


def written() -> str:
    """Return the text of the module, formatted."""
    from babel import Locale

    locales = {language: Locale.parse(name) for language, name in LOCALES.items()}
    return HEADER + "# fmt: off\n" + "\n".join(blocks(locales)) + "\n"


def main() -> None:
    """Write the module, or compare it."""
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(written(), encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != written():
        sys.exit(f"{TARGET.name} is out of date: run tools/{Path(__file__).name}")


if __name__ == "__main__":
    main()
