"""The kinds of documents, and how their parts are told apart: one table each."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.agreement import Agreement
from slarules.assess import Assessment
from slarules.calendar import BusinessCalendar, Day, Decree
from slarules.classify import CannotTell, Classified, DefinitionGap, Facts
from slarules.clauses import clause
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.documents.agreements import AGREEMENT_SHAPES
from slarules.documents.answers import ANSWER_SHAPES
from slarules.documents.codec import CHECKS, LATE_NAMES, OWN, PRESENT, TAGS
from slarules.events import EVENTS
from slarules.findings import FINDING, FindingId
from slarules.incident import Incident
from slarules.parameters import Parameters
from slarules.readings import Readings
from slarules.receipt import Receipt
from slarules.record import Record
from slarules.service import ServiceRecord
from slarules.spans import Span
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    HourStep,
    Step,
)
from slarules.terms import ClauseId, RuleId

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(Record, kw_only=False):
    """One kind of document: the schema it names, what it holds, whether it has a zone's clock."""

    schema: str
    holds: tuple[type, ...]
    zoned: bool = False
    """Whether ``zone`` may stand beside ``schema``: the clock of the moments in it."""
    receipted: bool = False
    """Whether ``receipt`` may stand beside it: what the answer was made from."""


# fmt: off
KINDS: Final = (
    Kind("slarules/incident/1",       (Incident,)),
    Kind("slarules/service/1",        (ServiceRecord,)),
    Kind("slarules/assessment/1",     (Assessment,), zoned=True, receipted=True),
    Kind("slarules/deadline/1",       (Deadline, NotStated, NotApplicable, UntilEvent), zoned=True),
    Kind("slarules/readings/1",       (Readings,)),
    Kind("slarules/parameters/1",     (Parameters,)),
    Kind("slarules/calendar/1",       (BusinessCalendar,)),
    Kind("slarules/agreement/1",      (Agreement,)),
    Kind("slarules/decree/1",         (Decree,)),
    Kind("slarules/day/1",            (Day,)),
    Kind("slarules/facts/1",          (Facts,)),
    Kind("slarules/classification/1", (Classified, CannotTell, DefinitionGap)),
    Kind("slarules/receipt/1",        (Receipt,)),
)
# fmt: on

KIND_OF: Final[Mapping[type, Kind]] = MappingProxyType(
    {cls: kind for kind in KINDS for cls in kind.holds}
)
SCHEMAS: Final[Mapping[str, Kind]] = MappingProxyType({kind.schema: kind for kind in KINDS})
"""Every schema this version reads and writes."""


def _check_rule(text: str) -> None:
    found = _RULE_TEXT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r:.40} is no rule; write it R-4.3-1")
    clause(found[1])


def _check_finding(text: str) -> None:
    if text not in FINDING:
        raise ValueError(f"{text!r:.40} is no finding; known are {', '.join(FINDING)}")


_RULE_TEXT: Final = re.compile(r"R-(\d{1,2}\.\d{1,2})-\d{1,2}", re.ASCII)

OWN.update({**AGREEMENT_SHAPES, **ANSWER_SHAPES})
LATE_NAMES.update({"Span": Span, "Step": Step})
CHECKS.update({ClauseId: clause, RuleId: _check_rule, FindingId: _check_finding})
TAGS.update({row.event: ("kind", row.kind) for row in EVENTS})
TAGS.update({
    FactStep: ("step", "fact"),
    DayStep: ("step", "day"),
    CutoffStep: ("step", "cutoff"),
    CountStep: ("step", "count"),
    HourStep: ("step", "hour"),
    BudgetStep: ("step", "budget"),
    ChoiceStep: ("step", "choice"),
    Classified: ("outcome", "classified"),
    CannotTell: ("outcome", "cannot-tell"),
    DefinitionGap: ("outcome", "not-stated"),
})  # fmt: skip
PRESENT.update({
    Deadline: "due",
    NotStated: "not_stated",
    NotApplicable: "not_applicable",
    UntilEvent: "until_event",
})  # fmt: skip
