"""
What a property proves: the paragraphs it is of, and the mutants it is shown to kill.

The mutants are in ``tests/mutants.py``; the proof makes each, and runs the properties that claim
it. A property that kills none proves nothing, and is to be deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

MODULES: Final = (
    "tests.test_calendar_properties",
    "tests.test_deadlines_properties",
    "tests.test_derivation_json",
    "tests.test_incident_properties",
    "tests.test_next_change",
    "tests.test_short_paths",
)
"""Where the properties are."""

Test = TypeVar("Test", bound="Callable[..., Any]")


class Claim(NamedTuple):
    """What one property says of itself."""

    clauses: tuple[str, ...]
    kills: tuple[str, ...]


def proves(*clauses: str, kills: str) -> Callable[[Test], Test]:
    """
    Mark a property with what it proves.

    Args:
        clauses: The paragraphs.
        kills: The mutants, by name, blanks between them.
    """

    def marked(test: Test) -> Test:
        test.claim = Claim(clauses, tuple(kills.split()))  # type: ignore[attr-defined]
        return test

    return marked


def claims_of(module: ModuleType) -> Iterator[tuple[str, Claim]]:
    """Yield the properties of a module of tests: ``Class::test`` and what it claims."""
    for name, thing in vars(module).items():
        if not isinstance(thing, type) or thing.__module__ != module.__name__:
            continue
        for test_name, test in vars(thing).items():
            claim = getattr(test, "claim", None)
            if isinstance(claim, Claim):
                yield f"{name}::{test_name}", claim


def unclaimed_of(module: ModuleType) -> list[str]:
    """Return the tests over generated input that claim nothing."""
    return [
        f"{name}::{test_name}"
        for name, thing in vars(module).items()
        if isinstance(thing, type) and thing.__module__ == module.__name__
        for test_name, test in vars(thing).items()
        if getattr(test, "is_hypothesis_test", False) and not hasattr(test, "claim")
    ]
