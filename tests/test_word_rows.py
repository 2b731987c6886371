"""The rows of printed words, set by set: a row for each member, in the place of its id."""

from __future__ import annotations

from importlib import import_module

import pytest

from slarules.words import EVENT_WORDS, UNITS, WORDS, Unit
from tests.closed_sets import homes
from tests.test_words import NEVER_PRINTED, READINGS


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
