"""
The checks that have to notice: tests of the suite, called one by one and without its machinery.

A check names a test as pytest does, file::Class::function, and what kind of thing its expected
value comes from. Parametrised and generated tests are called as pytest would call them.
"""

from __future__ import annotations

import importlib
import inspect
import re
import signal
import sys
from itertools import product
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from proof.part import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

PATIENCE: Final = 30.0
"""Seconds after which a check is taken to have noticed: the change made it run for ever."""

settings.register_profile(
    "rows",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


class Kind(NamedTuple):
    """What the expected values of a check come from."""

    id: str
    words: Text


OFFICIAL: Final = Kind(
    "official", Text("официальный календарь и акты", "the official calendar and its acts")
)
REGISTER: Final = Kind(
    "register", Text("реестр пунктов и толкований", "the register of paragraphs and readings")
)
TYPED: Final = Kind(
    "typed", Text("таблица, набранная по договору", "a table typed from the contract")
)
ORACLE: Final = Kind("oracle", Text("независимый оракул", "an independent oracle"))
LAW: Final = Kind("law", Text("полнота и однозначность", "each combination exactly once"))
LOAD: Final = Kind("load", Text("модуль не загрузился", "the module refuses to load"))
KINDS: Final = (OFFICIAL, REGISTER, TYPED, ORACLE, LAW, LOAD)


class Check(NamedTuple):
    """One test, what its values come from, and which columns it is asked about."""

    test: str
    kind: Kind
    columns: str = ""
    """A pattern of columns; a check without one is asked about all."""

    @property
    def module(self) -> str:
        """The module the test stands in."""
        return self.test.partition("::")[0].removesuffix(".py").replace("/", ".")

    def asked(self, column: str) -> bool:
        """Return whether it is asked about a column."""
        return not self.columns or re.search(self.columns, column) is not None


class SkippedError(Exception):
    """A check did not run: what it compares with is not there."""


def run(check: Check, group: str = "") -> None:
    """
    Call a test with every set of its parameters, or those alone that hold the group.

    Raises:
        Whatever the test raises; SkippedError where it skips; TimeoutError.
    """
    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        module = importlib.import_module(check.module)
        for call in _calls(module, check.test.split("::")[1:], group):
            call()
    except pytest.skip.Exception as skipped:
        raise SkippedError(f"{check.test}: {skipped}") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _calls(module: Any, names: list[str], group: str) -> Iterator[Callable[[], Any]]:
    """Yield the calls of a test, of every test of a class, or of every class of a module."""
    if not names:
        for name, found in list(vars(module).items()):
            if inspect.isclass(found) and name.startswith("Test"):
                yield from _calls(module, [name], group)
        return
    owner = getattr(module, names[0])()
    tests = names[1:] or [name for name in vars(type(owner)) if name.startswith("test_")]
    marked = getattr(type(owner), "pytestmark", [])
    for name in tests:
        test = getattr(owner, name)
        every = list(_given([*getattr(test, "pytestmark", []), *marked]))
        own = [given for given in every if group in map(str, given.values())] if group else []
        for given in own or every:
            yield _call(test, given)


def _call(test: Any, given: dict[str, Any]) -> Callable[[], Any]:
    if hasattr(test, "hypothesis"):
        return lambda: test(**given)
    for name in set(inspect.signature(test).parameters) - set(given):
        given |= {name: _fixture(name)}
    return lambda: test(**given)


def _fixture(name: str) -> Any:
    if name == "shared_file":
        return importlib.import_module("tests.shared").shared_file
    message = f"a check takes no fixture {name}"
    raise LookupError(message)


def _given(marks: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield every set of arguments the marks of a test name."""
    tables = [_arguments(*mark.args) for mark in marks if mark.name == "parametrize"]
    for rows in product(*tables):
        yield {name: value for row in rows for name, value in row.items()}


def _arguments(names: Any, values: Any) -> list[dict[str, Any]]:
    known = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    rows = []
    for value in values:
        row = value.values if hasattr(value, "marks") else value
        if hasattr(value, "marks"):
            row = row if len(known) > 1 else row[0]
        rows.append(dict(zip(known, row if len(known) > 1 else (row,), strict=True)))
    return rows


def quiet() -> None:
    """Let generated tests say nothing and keep nothing."""
    settings.load_profile("rows")
    sys.set_int_max_str_digits(0)
