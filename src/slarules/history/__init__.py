"""
One incident lived through: which events had effect, and what stands because of them.

The fold never raises. What each event does is docs/decisions/0010-what-events-do.md, decided
once; a switch of the readings is asked for by ``met``, which notes that it was consulted. Nothing
is due here: ``assess`` says what follows.
"""

from __future__ import annotations

from slarules.history.lived import History as History
from slarules.history.service import ACCOUNTS as ACCOUNTS
from slarules.history.silence import closing_deadline as closing_deadline
from slarules.history.states import Move as Move
from slarules.history.states import State as State
