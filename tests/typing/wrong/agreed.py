"""Readings and figures that no agreement can have."""

from __future__ import annotations

from datetime import time, timedelta

from slarules import (
    Category,
    CutoffInstant,
    DueInstant,
    Facts,
    Interval,
    Matter,
    Parameters,
    Readings,
    Severity,
    SeverityGap,
    Target,
    classify,
    standard_support,
)

Readings(cutoff_instant=True)  # refused: argument
Readings(cutoff_instant="same-day")  # refused: argument
Readings(cutoff_instant=DueInstant.LATE)  # refused: argument
Readings(cutoff=CutoffInstant.SAME_DAY)  # refused: call
Readings(CutoffInstant.SAME_DAY)  # refused: call
print(CutoffInstant.NOON)  # refused: name
Readings().due_instant = DueInstant.LATE  # refused: frozen
Readings.of([CutoffInstant.SAME_DAY])  # refused: item
standard_support().with_readings(cutoff_instant=True)  # refused: argument
standard_support().with_readings(cutoff=CutoffInstant.SAME_DAY)  # refused: call
standard_support().with_parameters(silence="three")  # refused: argument
standard_support().with_parameters(reaction_hours=4)  # refused: call
standard_support(readings=CutoffInstant.SAME_DAY)  # refused: argument

Parameters(cutoff="12:00")  # refused: argument
Parameters(silence=3.5)  # refused: argument
Parameters(replacement_after=timedelta(60))  # refused: argument
Parameters(week=((), ()))  # refused: argument
Parameters(reaction_hours=4)  # refused: call
Interval(10, time(19))  # refused: argument
Target(Category.C, Severity.MINOR)  # refused: call
Target("C", Severity.MINOR, 60)  # refused: argument

Facts(matter="defect")  # refused: argument
Facts(matter=Matter.UNKNOWN, sure=True)  # refused: call
print(classify(Facts()).category.value)  # refused: may be none
classify(Facts(), SeverityGap.NO_LEVEL_FITS)  # refused: call
