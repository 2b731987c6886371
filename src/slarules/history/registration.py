"""The official moment of registration (2.1, 3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.events import Channel
from slarules.history.states import EXECUTOR, SPOKEN
from slarules.readings import HotlineRegistration, OutageRegistration

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.events import Registered
    from slarules.history.lived import History


def official_registration(h: History, event: Registered) -> datetime | None:
    """Return the official moment of registration; None where there is none."""
    if event.by is EXECUTOR:
        h.assumed["customer-listed"] = None
    if event.channel is Channel.WEB:
        return event.at
    taken = event.accepted_at or event.called_at
    called = event.called_at or event.accepted_at or event.at
    if event.channel is Channel.HOTLINE and not h.is_down(called):
        return _by_hotline(h, event)
    if event.channel in SPOKEN and taken is not None and h.is_down(taken):
        if h.met("outage-registration") is OutageRegistration.ON_ACCEPTANCE:
            return taken
        return event.at
    if event.channel is not Channel.HOTLINE:
        h.find("F-2.1-1", 0, event.at)
    return event.at


def _by_hotline(h: History, event: Registered) -> datetime | None:
    """Return when a call to the hotline in normal operation is registered."""
    match h.met("hotline-registration"):
        case HotlineRegistration.WHEN_THE_RECORD_IS_MADE:
            return event.at
        case HotlineRegistration.AT_THE_CALL:
            return event.called_at or event.at
        case _:
            return None
