"""What importing the package gives, and what it does not cost."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import slarules
from slarules import SWITCHES, SlaRulesError, SlaRulesWarning, errors

INIT = Path(slarules.__file__)


def table() -> dict[str, str]:
    """Return the rows name -> module of ``__init__``, read from its text."""
    for statement in ast.parse(INIT.read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="_MODULE_OF")], value=ast.Dict() as rows):
                found: dict[str, str] = ast.literal_eval(rows)
                return found
            case _:
                pass
    pytest.fail("no table in __init__")


def seen_by_type_checkers(init: Path = INIT) -> list[tuple[str, str]]:
    """Return the names imported under ``if TYPE_CHECKING:``, each with its module, in order."""
    found: list[tuple[str, str]] = []
    for statement in ast.parse(init.read_text(encoding="utf-8")).body:
        match statement:
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body):
                for line in body:
                    assert isinstance(line, ast.ImportFrom)
                    for alias in line.names:
                        assert alias.asname == alias.name, "written as a public re-export"
                        found.append((alias.name, str(line.module).removeprefix("slarules.")))
            case _:
                pass
    return found


def errors_defined() -> dict[str, str]:
    """Return every class that the modules of ``slarules.errors`` define, with its module."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(errors.__path__):
        held = vars(import_module(f"{errors.__name__}.{module.name}"))
        found |= {
            name: module.name
            for name, one in held.items()
            if isinstance(one, type)
            and issubclass(one, (SlaRulesError, SlaRulesWarning))
            and one.__module__ == held["__name__"]
        }
    return found


def modules_after(code: str) -> set[str]:
    """Return the modules a fresh interpreter holds after some code and not before."""
    script = (
        f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def heavy(*more: str) -> set[str]:
    """
    Return the modules that cost too much for a first question.

    But not what the standard library itself loads to read a zone: from Python 3.13 on that is
    ``inspect``, where the system has no zones and the package ``tzdata`` is read.
    """
    costly = {"babel", "dataclasses", "dateutil", "holidays", "inspect", "numpy", "rich", *more}
    return costly - modules_after("from zoneinfo import ZoneInfo; ZoneInfo('Europe/Moscow')")


class TestPublicNames:
    """One table, what type checkers see and what ``dir`` says are the same names."""

    def test_the_table_is_sorted(self) -> None:
        assert list(table()) == sorted(table())

    def test_type_checkers_see_the_table(self) -> None:
        seen = seen_by_type_checkers()
        assert len(seen) == len(dict(seen))
        assert dict(seen) == table()

    def test_dir_says_the_table(self) -> None:
        assert [name for name in dir(slarules) if not name.startswith("__")] == list(table())

    def test_a_star_import_brings_the_table(self) -> None:
        assert list(table()) == vars(slarules)["__all__"]

    @pytest.mark.parametrize(("name", "module"), sorted(table().items()))
    def test_every_name_resolves(self, name: str, module: str) -> None:
        assert getattr(slarules, name) is getattr(import_module(f"slarules.{module}"), name)

    def test_every_refusal_is_public(self) -> None:
        public = {name for name, module in table().items() if module == "errors"}
        assert public == errors.MODULE_OF.keys()

    def test_no_refusal_is_left_out_of_the_table_of_errors(self) -> None:
        assert errors_defined() == errors.MODULE_OF

    def test_type_checkers_see_the_table_of_errors(self) -> None:
        seen = {
            name: module.removeprefix("errors.")
            for name, module in seen_by_type_checkers(Path(errors.__file__ or ""))
        }
        loaded_first = {name for name, module in errors.MODULE_OF.items() if module == "base"}
        assert seen == {k: v for k, v in errors.MODULE_OF.items() if k not in loaded_first}

    def test_an_unknown_error_is_an_attribute_error(self) -> None:
        with pytest.raises(
            AttributeError, match=r"^module 'slarules.errors' has no attribute 'CutofError'$"
        ):
            errors.CutofError  # type: ignore[attr-defined] # noqa: B018

    def test_the_options_of_every_reading_are_public(self) -> None:
        assert {options.__name__ for options in SWITCHES.values()} <= table().keys()

    def test_a_module_does_not_hide_the_name_it_shares(self) -> None:
        for name in {module for name, module in table().items() if name == module}:
            code = f"import slarules.{name}; print(callable(slarules.{name}))"
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            )
            assert (name, done.stdout) == (name, "True\n")

    def test_an_unknown_name_is_an_attribute_error(self) -> None:
        with pytest.raises(
            AttributeError, match=r"^module 'slarules' has no attribute 'Deadlnie'$"
        ):
            slarules.Deadlnie  # type: ignore[attr-defined]  # noqa: B018


class TestCost:
    """Importing the package loads nothing; asking for a name loads what the name needs."""

    def test_the_package_alone_loads_no_other_module(self) -> None:
        assert modules_after("import slarules") == {"__future__", "slarules"}

    def test_a_name_loads_its_module(self) -> None:
        assert "slarules.terms" in modules_after("from slarules import Category")

    def test_the_first_deadline_loads_none_of_the_heavy_packages(self) -> None:
        loaded = modules_after(
            "from datetime import UTC, datetime\n"
            "from slarules import standard_support\n"
            "standard_support().reaction_due(datetime(2026, 11, 23, 9, tzinfo=UTC))"
        )
        assert loaded & heavy() == set()
        assert "slarules.agreement" in loaded
