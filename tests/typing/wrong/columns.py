"""Columns of incidents asked in a way no column can be."""

from __future__ import annotations

from datetime import UTC, datetime

from slarules import batch, standard_support

support = standard_support()
rules = batch.of(support)
hours = batch.calendar(support.calendar)
moments = [1_795_424_400]

batch.calendar(support)  # refused: argument
batch.frames  # refused: name
rules.reaction_due(moments)  # refused: call
rules.reaction_due(moments, "Europe/Moscow")  # refused: call
rules.reaction_due(moments, zone=3)  # refused: argument
rules.reaction_due(moments, zone=UTC, unit=datetime)  # refused: argument
rules.reaction_due(moments, zone=UTC, outside="mask")  # refused: argument
rules.reaction_due(moments, zone=UTC).value  # refused: name
rules.assess(registered=moments, zone=UTC)  # refused: call
rules.assess(registered=moments, as_of=moments, zone=UTC, solved=moments)  # refused: call
rules.agreement = support  # refused: frozen
hours.is_open(moments, zone=UTC, outside=batch.Outside.IGNORE)  # refused: name
hours.business_seconds_between(moments, zone=UTC)  # refused: call
