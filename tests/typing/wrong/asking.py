"""Questions to an agreement that no service may ask so."""

from __future__ import annotations

from datetime import UTC, date, datetime

from slarules import (
    UNRECORDED,
    Category,
    Incident,
    Language,
    Readings,
    Registered,
    Severity,
    explain,
    loads,
    standard_support,
)

support = standard_support()
at = datetime(2026, 11, 23, 9, tzinfo=UTC)
day = date(2026, 11, 23)
incident = Incident.of([Registered(at=at, number="7")])
reaction = support.reaction_deadline(at, Category.B)

support.reaction_due(day)  # refused: argument
support.reaction_due("2026-11-23T12:00")  # refused: argument
support.reaction_due(None)  # refused: argument
support.reaction_due(registered=at)  # refused: call
support.reaction_due(at).due  # refused: name
support.reaction_deadline(at)  # refused: call
support.reaction_deadline(at, "B")  # refused: argument
support.reaction_deadline(at, Severity.MINOR)  # refused: argument
support.reaction_deadline(
    at,
    Category.F,  # refused: name
)
print(reaction.due)  # refused: not in all
print(reaction.rule)  # refused: not in all
moment: datetime = reaction  # refused: assignment
print(support.replacement_search_deadline(at).due)  # refused: not in all
print(support.automatic_closing_deadline(at).outcome)  # refused: name

support.assess(incident)  # refused: call
support.assess(incident, day)  # refused: argument
support.assess(incident, at, UNRECORDED)  # refused: call
support.assess(incident, at, service=None)  # refused: argument
support.assess(list(incident.events), at)  # refused: argument
support.assess(incident, at)["reaction"]  # refused: index
print(support.assess(incident, at).verdict)  # refused: name
print(support.next_change(incident, at).isoformat())  # refused: may be none

standard_support(Readings())  # refused: call
standard_support(reading=Readings())  # refused: call
support.with_calendar("Europe/Moscow")  # refused: argument
support.readings = Readings()  # refused: frozen
support.calendar = support.calendar  # refused: frozen
support.owner = "us"  # refused: set

explain(support)  # refused: argument
explain(support.reaction_due(at))  # refused: argument
explain(reaction, Language.EN)  # refused: call
explain(reaction, language="en")  # refused: argument
explain(reaction, form="steps")  # refused: argument
loads("{}", Incident).verdicts  # refused: name
loads({}, Incident)  # refused: overload
