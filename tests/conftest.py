"""
What every test is run under: hypothesis profiles, the shared files, no skips in CI.

Warnings are errors by ``filterwarnings`` in pyproject.toml.
"""

from __future__ import annotations

import os
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

# The asserts of what the tests share are rewritten too: they hold under python -O, and say why.
_SHARED = [
    f"tests.{module.name}"
    for module in pkgutil.iter_modules([str(Path(__file__).parent)])
    if not module.name.startswith(("conftest", "test_"))
]
pytest.register_assert_rewrite(*_SHARED)

from tests import shared  # noqa: E402 - once they are to be rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

IN_CI = os.environ.get("CI", "").lower() == "true"

# No deadline: a test machine that is busy with something else proves nothing about a property.
settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,  # the same commit gives the same answer
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if IN_CI else "default"))


@pytest.fixture(scope="session")
def shared_file() -> Callable[[str], Path]:
    """Return the function that finds a file of ``../shared`` or skips."""
    return shared.shared_file


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that keeps its reason; an expected failure stays one."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"nothing may be skipped where CI=true: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that skips has failed."""
    report = yield
    if IN_CI:
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a module that skips whole has failed."""
    report = yield
    if IN_CI:
        _refuse_skip(report)
    return report
