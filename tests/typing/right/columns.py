"""An analyst who asks about many incidents at once."""

from __future__ import annotations

from datetime import UTC
from typing import assert_type

from slarules import batch, standard_support
from slarules.batch import AgreementColumns, CalendarColumns, Column, Outside

support = standard_support()
rules = batch.of(support)
assert_type(rules, AgreementColumns)
assert_type(batch.calendar(support.calendar), CalendarColumns)

MON_2026_11_23 = 1_795_424_400  # 09:00 UTC
due = rules.reaction_due([MON_2026_11_23, MON_2026_11_23 + 60], zone=UTC, unit="s")
assert_type(due, Column)
assert_type(len(due), int)

open_at = rules.hours.is_open([MON_2026_11_23], zone=UTC, unit="s", outside=Outside.MASK)
assert_type(open_at, Column)
assert len(due) == len(open_at) + 1
