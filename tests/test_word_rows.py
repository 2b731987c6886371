"""The rows of printed words, set by set: a row for each member, in the place of its id."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import slarules
from slarules.words import EVENT_WORDS, UNITS, WORDS, Unit
from tests.test_words import NEVER_PRINTED, READINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES = Path(slarules.__file__).parent
SET = re.compile(r"^class (\w+)\(Word\):", re.MULTILINE)


@cache
def homes() -> Mapping[str, list[str]]:
    """Return the modules that define each closed set, read from the sources and not imported."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        module = ".".join(path.relative_to(SOURCES.parent).with_suffix("").parts)
        for name in SET.findall(path.read_text(encoding="utf-8")):
            found.setdefault(name, []).append(module.removesuffix(".__init__"))
    return found


def printed() -> set[str]:
    """Return the sets whose members are printed; the readings' options are rows elsewhere."""
    return {
        name
        for name, modules in homes().items()
        if name not in NEVER_PRINTED and READINGS not in modules
    }


class TestSets:
    """What the contract tells apart is told apart in print: no set and no member without words."""

    @pytest.mark.parametrize("name", sorted(printed()))
    def test_has_a_row_for_each_member_and_no_other(self, name: str) -> None:
        sets = [getattr(import_module(module), name) for module in homes()[name]]
        members = {str(member.value) for one in sets for member in one}
        assert set(WORDS[name]) == members

    def test_are_those_that_are_printed(self) -> None:
        """All but options and settings, which are only ever written as ids."""
        assert set(WORDS) == printed()

    def test_every_kind_of_event_has_its_row(self) -> None:
        from slarules.events import EVENTS

        assert list(EVENT_WORDS) == [row.kind for row in EVENTS]

    def test_every_unit_has_its_forms(self) -> None:
        """Russian tells three forms of a plural, English two."""
        assert list(UNITS) == list(Unit)
        for russian, english in UNITS.values():
            assert list(russian) == ["one", "few", "many"]
            assert list(english) == ["one", "other"]
