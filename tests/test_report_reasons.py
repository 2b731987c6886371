"""Why a reaction came out so, in a report: a word for each rule that can decide it."""

from __future__ import annotations

from typing import Final

from slarules.report.verdicts import REASON_OF, SERVICE_FINDINGS

# fmt: off
REASONS: Final = {
    "R-3.3-1":  "reacted-in-time",  # the Executor reacted by the due moment
    "R-3.3-2":  "reacted-late",     # it reacted after it
    "R-4.3-8":  "not-due-yet",      # the moment has not come
    "R-4.3-9":  "no-reaction",      # it has, and nothing was done
    "R-4.3-10": "withdrawn",        # the Customer gave the matter up
    "R-3.1-1":  "not-registered",   # it came by no official way
    "R-2.3-4":  "unserved",         # no support in force at registration
    "R-2.3-5":  "support-lost",     # it ended before the reaction was due
}
# fmt: on


class TestReasons:
    """2.3, 3.1, 3.3, 4.3: each rule that decides a reaction, and its reason."""

    def test_are_those_of_the_rules(self) -> None:
        assert {rule: reason.value for rule, reason in REASON_OF.items()} == REASONS


class TestFindingsOfTheService:
    """2.2, 3.1: what concerns no single incident is counted once."""

    def test_are_the_accounts_and_the_announcement(self) -> None:
        assert frozenset({"F-2.2-1", "F-3.1-2"}) == SERVICE_FINDINGS
