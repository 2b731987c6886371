"""
Refusals: what each says, that it carries what it was made of, and that it pickles.

The sentences are typed by hand in ``tests/error_rows``.
"""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import pytest

from slarules import errors
from slarules.errors import (
    CopyFileError,
    FindingsError,
    NaiveDatetimeError,
    WrongTypeError,
    base,
    refuse_naive,
)
from tests.error_rows import NAIVE, NOON, Row
from tests.error_rows.agreed import AGREED
from tests.error_rows.read import READ

ROWS = AGREED + READ
BASES = {"SlaRulesError", "SlaRulesWarning", "LogError", "LogRowError"}
"""What is never raised itself."""


def made(row: Row) -> Any:
    """Return the refusal of a row, made as a call would make it."""
    return getattr(errors, row.error)(*row.given)


def refusal_names() -> set[str]:
    """Return the names of every class of the package, those loaded at once and the others."""
    at_once = {name for name, one in vars(base).items() if inspect.isclass(one)}
    return {name for name in {*errors.MODULE_OF, *at_once} if name.endswith(("Error", "Warning"))}


@pytest.mark.parametrize("row", ROWS, ids=[row.error for row in ROWS])
class TestEachRefusal:
    """What was asked, what is known, what to do; the values come with it."""

    def test_says_its_sentence(self, row: Row) -> None:
        assert str(made(row)) == row.says

    def test_its_args_are_what_it_was_made_of(self, row: Row) -> None:
        assert made(row).args == row.given

    def test_carries_each_argument_under_its_name(self, row: Row) -> None:
        refusal = made(row)
        names = inspect.signature(type(refusal)).parameters
        held = [getattr(refusal, name) for name in names]
        assert held == [tuple(one) if isinstance(one, list) else one for one in row.given]

    def test_comes_back_from_a_pickle(self, row: Row) -> None:
        refusal = made(row)
        again = pickle.loads(pickle.dumps(refusal))  # noqa: S301
        assert (type(again), again.args, str(again)) == (type(refusal), row.given, row.says)


class TestAllRefusals:
    """None is without a sentence."""

    def test_every_class_has_a_row_and_every_row_a_class(self) -> None:
        assert {row.error for row in ROWS} == refusal_names() - BASES

    def test_a_name_that_no_class_has_is_said(self) -> None:
        with pytest.raises(AttributeError) as refused:
            _ = errors.NoSuchError  # type: ignore[attr-defined]
        assert str(refused.value) == "module 'slarules.errors' has no attribute 'NoSuchError'"


class TestSingleRefusals:
    """What a row cannot show."""

    def test_a_copy_is_refused_with_its_own_remedy_where_none_is_given(self) -> None:
        refusal = CopyFileError("copy.pdf", "is locked")
        assert str(refusal) == f"'copy.pdf' is locked; {CopyFileError.remedy}"
        assert refusal.args == ("copy.pdf", "is locked", None)
        assert refusal.remedy == "give a file that holds the contract's text and nothing else"

    def test_findings_are_named_by_their_ids(self) -> None:
        class Finding:
            id = "F-3.3-1"

        assert str(FindingsError([Finding()])).startswith("1 finding: F-3.3-1; ")

    def test_what_is_no_moment_is_refused_under_the_name_it_was_asked_by(self) -> None:
        with pytest.raises(WrongTypeError) as refused:
            refuse_naive("noon", "the registration")
        assert refused.value.args == ("the registration", "an aware datetime", "noon")

    def test_an_aware_moment_passes_as_it_is_and_a_naive_one_is_refused(self) -> None:
        assert refuse_naive(NOON, "the registration") is NOON
        with pytest.raises(NaiveDatetimeError) as refused:
            refuse_naive(NAIVE, "the registration")
        assert refused.value.args == (NAIVE, "the registration")
