"""A recorded answer as its row writes it, typed again from the register of readings."""

from __future__ import annotations

from slarules.answer_rows import ROWS, Answer
from slarules.terms import Text


def row(answer: str) -> Answer:
    """Return the row of that id."""
    (found,) = (one for one in ROWS if one.id == answer)
    return found


class TestRow:
    """readings.md, B: the question, its clauses, the answer taken, those not taken, and why."""

    def test_of_an_answer_that_no_rule_relies_on(self) -> None:
        """2.2 names one number of accounts."""
        found = row("accounts-per")
        assert found.clauses == ("2.2",)
        assert found.question == Text(
            "Две учётные записи на Заказчика или по две специалистам и пользователям?",
            "Two accounts for the Customer, or two each for specialists and for users?",
        )
        assert (found.taken, found.not_taken) == ("per-customer", ("per-group",))
        assert found.answer == Text("две на Заказчика", "two for the Customer")
        assert found.why == Text(
            "названо одно число на всех", "one number is named for all of them"
        )
        assert found.relied_on_by == ()

    def test_of_an_answer_with_several_others_and_several_clauses(self) -> None:
        """4.11, 3.5: the count runs from the entry of the request, and from nothing else."""
        found = row("silence-from")
        assert found.clauses == ("4.11", "3.5")
        assert found.taken == "request-entered"
        assert found.not_taken == ("notification-sent", "last-customer-entry")
        assert found.relied_on_by == ("R-4.11-2",)

    def test_of_an_answer_that_several_rules_rely_on(self) -> None:
        """3.8, 3.9: what the category is by its cause."""
        assert row("category-overlap").relied_on_by == ("R-3.8-1", "R-3.9-1", "R-3.6-1")
