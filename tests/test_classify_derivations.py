"""3.6 to 4.9: whatever classify answers, it names the rows it read and the paragraphs they cite."""

from __future__ import annotations

import pytest

from slarules.classify import (
    NO_LEVEL,
    UNDESCRIBED,
    BaseModule,
    CannotTell,
    Classified,
    Data,
    DefinitionGap,
    Documents,
    Domain,
    Effect,
    Fact,
    Facts,
    Matter,
    Recorded,
    Users,
    Workaround,
    classify,
)
from slarules.terms import Category, ClauseId, RuleId, Severity


def rules(text: str) -> tuple[RuleId, ...]:
    return tuple(map(RuleId, text.split()))


def clauses(text: str) -> tuple[ClauseId, ...]:
    return tuple(map(ClauseId, text.split()))


class TestDerivations:
    """3.7, 3.9, 4.5, 4.9: the answer cites every table it went through, in order, each once."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            (  # 3.7: hardware; 4.9 has nothing to say of what does not stand in C
                Facts(matter=Matter.QUESTION, domain=Domain.ENVIRONMENT),
                Classified(
                    category=Category.A, rules=rules("R-3.7-1 R-3.7-2"), clauses=clauses("3.7 3.6")
                ),
            ),
            (  # 4.9: it stands in C and is the user's own matter
                Facts(matter=Matter.PROBLEM, domain=Domain.USE, recorded=Recorded.IN_C),
                Classified(
                    category=Category.C,
                    severity=Severity.NOT_AN_ERROR,
                    redefine_as=Category.D,
                    rules=rules("R-3.10-1 R-4.9-1"),
                    clauses=clauses("3.10 4.9 4.5"),
                ),
            ),
            (  # 4.9: whether it stands in C decides, and is not known
                Facts(matter=Matter.PROBLEM, domain=Domain.USE, recorded=Recorded.UNKNOWN),
                CannotTell(
                    missing=(Fact.RECORDED,),
                    rules=rules("R-3.10-1 R-4.9-2"),
                    clauses=clauses("3.10 4.9"),
                ),
            ),
            (  # 3.9 is met, 4.5 asks how severe it is, under a reading where the answers part
                Facts(
                    matter=Matter.PROBLEM,
                    domain=Domain.PRODUCT,
                    data=Data.DAMAGED,
                    workaround=Workaround.EXISTS,
                    effect=Effect.MINOR,
                ),
                CannotTell(
                    missing=(Fact.USERS,),
                    category=Category.C,
                    rules=rules("R-3.9-1 R-3.9-5 R-4.5-1 R-4.5-2"),
                    clauses=clauses("3.9 4.5 4.8 4.7"),
                    readings=("severity-gap=no-level-fits",),
                ),
            ),
            (  # 3.9 has three cases, and none of them is this one
                Facts(
                    matter=Matter.PROBLEM,
                    domain=Domain.PRODUCT,
                    documents=Documents.NOT_DESCRIBED,
                    base_module=BaseModule.SOUND,
                    data=Data.SOUND,
                ),
                DefinitionGap(
                    why=UNDESCRIBED.why,
                    rules=rules("R-3.9-1 R-3.9-6"),
                    clauses=clauses("3.9 3.6"),
                ),
            ),
            (  # 4.7 wants no workaround, 4.8 wants most to work: neither is so
                Facts(
                    matter=Matter.PROBLEM,
                    domain=Domain.PRODUCT,
                    base_module=BaseModule.FAILS,
                    effect=Effect.SERIOUS,
                    users=Users.FEW,
                    workaround=Workaround.EXISTS,
                ),
                DefinitionGap(
                    why=NO_LEVEL.why,
                    category=Category.C,
                    rules=rules("R-3.9-1 R-3.9-4 R-4.5-1 R-4.8-2"),
                    clauses=clauses("3.9 4.5 4.8 4.7"),
                    readings=("severity-gap=no-level-fits",),
                ),
            ),
        ],
    )
    def test_are_those_of_the_paragraphs_that_decide(
        self, facts: Facts, expected: Classified | CannotTell | DefinitionGap
    ) -> None:
        assert classify(facts) == expected
