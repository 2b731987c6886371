"""Every property says what it proves, and of which mutants; the mutants can still be made."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import slarules
from slarules.clauses import CLAUSES
from tests.mutants import MUTANTS, Mutant
from tests.proves import MODULES, claims_of, unclaimed_of

PACKAGE = Path(slarules.__file__).parent


@pytest.mark.parametrize("name", MODULES)
class TestProperties:
    """2.1–4.12 A property names its paragraph, and the mutants it is shown to kill."""

    def test_none_is_unclaimed(self, name: str) -> None:
        module = import_module(name)
        assert unclaimed_of(module) == []
        assert [*claims_of(module)]

    def test_each_names_paragraphs_and_mutants_that_exist(self, name: str) -> None:
        known = {mutant.name for mutant in MUTANTS}
        for test, claim in claims_of(import_module(name)):
            assert claim.clauses, test
            assert set(claim.clauses) <= set(CLAUSES), test
            assert claim.kills, test
            assert set(claim.kills) <= known, test


class TestMutants:
    """A mutant is one wrong done in one place."""

    @pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
    def test_stands_in_the_package_once(self, mutant: Mutant) -> None:
        assert mutant.place(PACKAGE).is_file()
        assert mutant.old != mutant.new

    def test_is_named_once_and_claimed(self) -> None:
        names = Counter(mutant.name for mutant in MUTANTS)
        assert max(names.values()) == 1
        claimed = {
            kill
            for name in MODULES
            for _, claim in claims_of(import_module(name))
            for kill in claim.kills
        }
        assert claimed == set(names)

    def test_what_does_not_stand_there_once_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("x = 1\nx = 1\n", encoding="utf-8")
        for old in ("x = 1", "x = 2"):
            with pytest.raises(LookupError, match="not once"):
                Mutant("wrong", old, "x = 3").apply(tmp_path)
