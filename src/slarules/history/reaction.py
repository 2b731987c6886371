"""Which entry is the reaction (3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.events import ROW_OF, Made, RecordKind
from slarules.history.states import INTERNAL, SPOKEN
from slarules.readings import (
    InternalNote,
    OutageReaction,
    ReactionByAutomation,
    ReactionByReproductionMark,
    ReactionRecordKind,
)

if TYPE_CHECKING:
    from slarules.events import Entry
    from slarules.history.lived import History


_, _RECORD, _MARK, _NO_RECORD = RecordKind


def note_reaction(h: History, event: Entry) -> None:
    """Keep the entry if it is a reaction, and the earliest (3.3)."""
    record = ROW_OF[type(event)].record
    if record is _NO_RECORD:
        return
    if h.reaction_at is not None and h.reaction_at <= (event.said_at or event.at):
        return
    if record is _RECORD and (h.met("reaction-record-kind") is ReactionRecordKind.COMMENT_ONLY):
        return
    if record is _MARK and (
        h.met("reaction-by-reproduction-mark") is ReactionByReproductionMark.DOES_NOT_COUNT
    ):
        return
    if event.made is Made.AUTOMATICALLY:
        if h.met("reaction-by-automation") is ReactionByAutomation.DOES_NOT_COUNT:
            return
    elif event.made is Made.UNKNOWN:
        h.assumed["made-by-person"] = None
    if event.visible is INTERNAL and (h.met("internal-note") is InternalNote.DOES_NOT_COUNT):
        return
    moment = event.at
    if (
        event.said_at is not None
        and event.channel in SPOKEN
        and h.is_down(event.said_at)
        and h.met("outage-reaction") is OutageReaction.COUNTS_IF_ENTERED_AFTER
    ):
        moment = event.said_at
    if h.reaction_at is None or moment < h.reaction_at:
        h.reaction_at = moment
