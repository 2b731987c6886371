"""The asserts of the tests hold however Python runs, -O included: pytest has rewritten them."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

SHARED = [
    module.name
    for module in pkgutil.iter_modules([str(Path(__file__).parent)])
    if not module.name.startswith(("conftest", "test_"))
]
"""What tests import from one another."""


def test_an_assert_of_a_test_holds() -> None:
    with pytest.raises(AssertionError):
        assert SHARED == []


@pytest.mark.parametrize("name", SHARED)
def test_the_asserts_of_what_tests_share_are_rewritten(name: str) -> None:
    module = importlib.import_module(f"tests.{name}")
    if type(module.__loader__).__name__ != "AssertionRewritingHook":
        pytest.fail(f"tests.{name} was imported before pytest could rewrite it (conftest.py)")
