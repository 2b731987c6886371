"""
What a row of a log can mean: closed sets of words, the ids a mapping is written in.

The kinds are those of the package's events; service kinds tell of HelpDesk itself, not of one
incident. Which kinds are a record or a comment of the Executor (3.3) is a column of one table.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Mapping


class EventKind(Word):
    """What happened."""

    REGISTERED = "registered"
    COMMENTED = "commented"
    STATUS_CHANGED = "status-changed"
    ASSIGNED = "assigned"
    INFORMATION_REQUESTED = "information-requested"
    INFORMATION_PROVIDED = "information-provided"
    REQUEST_WITHDRAWN = "request-withdrawn"
    REPRODUCED = "reproduced"
    WORK_STARTED = "work-started"
    RECLASSIFICATION_PROPOSED = "reclassification-proposed"
    RECLASSIFICATION_AGREED = "reclassification-agreed"
    RECLASSIFICATION_REFUSED = "reclassification-refused"
    RECLASSIFIED = "reclassified"
    LEVEL_AGREED = "level-agreed"
    RECOMMENDATION_GIVEN = "recommendation-given"
    ROUTED = "routed"
    WORKAROUND_PROVIDED = "workaround-provided"
    WORKAROUND_FAILED = "workaround-failed"
    THIRD_PARTY_FIXED = "third-party-fixed"
    IMPOSSIBILITY_STATED = "impossibility-stated"
    REPLACEMENT_SEARCH_STARTED = "replacement-search-started"
    REPLACEMENT_AGREED = "replacement-agreed"
    REPLACEMENT_DONE = "replacement-done"
    FIX_DELIVERED = "fix-delivered"
    RESOLVED = "resolved"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    UPDATE_DELIVERED = "update-delivered"
    NOTIFIED = "notified"
    HELPDESK_DOWN = "helpdesk-down"
    HELPDESK_RESTORED = "helpdesk-restored"
    RESTORATION_ANNOUNCED = "restoration-announced"
    IGNORED = "ignored"
    """Nothing the contract knows; the row is read and has no effect."""


class Maker(Word):
    """Who made a record."""

    CUSTOMER = "customer"
    EXECUTOR = "executor"
    THIRD_PARTY = "third-party"
    UNKNOWN = "unknown"


class Making(Word):
    """How a record was made (reading reaction-by-automation)."""

    BY_PERSON = "by-person"
    AUTOMATICALLY = "automatically"
    UNKNOWN = "unknown"


class Visibility(Word):
    """Whether the Customer can see a record (reading internal-note)."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


class Channel(Word):
    """How an incident came to be registered (2.1, 3.1)."""

    WEB = "web"
    HOTLINE = "hotline"
    E_MAIL = "e-mail"
    UNKNOWN = "unknown"


class ShiftedHour(Word):
    """What a wall time means that the zone's clock skips or shows twice."""

    OFFSET_BEFORE = "offset-before"
    """Read with the offset in force before the clock was moved: of two showings, the first."""
    OFFSET_AFTER = "offset-after"
    """Read with the offset in force after the clock was moved: of two showings, the second."""
    BAD_ROW = "bad-row"
    """Not read: the row is set aside and named."""


class UnmappedActivity(Word):
    """What becomes of a row whose activity the mapping does not explain."""

    REFUSE = "refuse"
    """The log is refused, naming the line."""
    BAD_ROW = "bad-row"
    """The row is set aside and named; its ticket is not judged."""
    IGNORE = "ignore"
    """The row is read and has no effect."""


class RowDefect(Word):
    """Why a row could not be read."""

    BROKEN_ROW = "broken-row"
    NUL_BYTE = "nul-byte"
    EMPTY_CELL = "empty-cell"
    UNREADABLE_TIME = "unreadable-time"
    IMPOSSIBLE_HOUR = "impossible-hour"
    UNKNOWN_CATEGORY = "unknown-category"
    UNEXPLAINED_ACTIVITY = "unexplained-activity"


class RecordKind(Word):
    """What a kind of event is in the sense of 3.3, when the Executor made it."""

    COMMENT = "comment"
    RECORD = "record"
    NEITHER = "neither"


_K, _R = EventKind, RecordKind
# fmt: off
RECORD_KIND: Final[Mapping[EventKind, RecordKind]] = MappingProxyType({
    # kind                           3.3
    _K.REGISTERED:                   _R.NEITHER,  # the thing reacted to
    _K.COMMENTED:                    _R.COMMENT,
    _K.STATUS_CHANGED:               _R.RECORD,
    _K.ASSIGNED:                     _R.RECORD,
    _K.INFORMATION_REQUESTED:        _R.COMMENT,  # 4.11: entered in the incident
    _K.INFORMATION_PROVIDED:         _R.NEITHER,  # the Customer's
    _K.REQUEST_WITHDRAWN:            _R.RECORD,
    _K.REPRODUCED:                   _R.COMMENT,  # 3.4: marked in a comment
    _K.WORK_STARTED:                 _R.COMMENT,  # 3.4
    _K.RECLASSIFICATION_PROPOSED:    _R.COMMENT,
    _K.RECLASSIFICATION_AGREED:      _R.RECORD,
    _K.RECLASSIFICATION_REFUSED:     _R.RECORD,
    _K.RECLASSIFIED:                 _R.RECORD,
    _K.LEVEL_AGREED:                 _R.RECORD,
    _K.RECOMMENDATION_GIVEN:         _R.COMMENT,  # 4.1: a comment by its definition
    _K.ROUTED:                       _R.RECORD,
    _K.WORKAROUND_PROVIDED:          _R.COMMENT,
    _K.WORKAROUND_FAILED:            _R.RECORD,
    _K.THIRD_PARTY_FIXED:            _R.RECORD,
    _K.IMPOSSIBILITY_STATED:         _R.COMMENT,
    _K.REPLACEMENT_SEARCH_STARTED:   _R.RECORD,
    _K.REPLACEMENT_AGREED:           _R.RECORD,
    _K.REPLACEMENT_DONE:             _R.RECORD,
    _K.FIX_DELIVERED:                _R.RECORD,
    _K.RESOLVED:                     _R.RECORD,
    _K.CONFIRMED:                    _R.NEITHER,  # the Customer's
    _K.CLOSED:                       _R.RECORD,
    _K.REOPENED:                     _R.RECORD,
    _K.WITHDRAWN:                    _R.NEITHER,  # the Customer's
    _K.UPDATE_DELIVERED:             _R.RECORD,
    _K.NOTIFIED:                     _R.NEITHER,  # 3.5: an act of the system
    _K.HELPDESK_DOWN:                _R.NEITHER,  # of the service
    _K.HELPDESK_RESTORED:            _R.NEITHER,
    _K.RESTORATION_ANNOUNCED:        _R.NEITHER,
    _K.IGNORED:                      _R.NEITHER,
})
# fmt: on

SERVICE_KINDS: Final = frozenset(
    {EventKind.HELPDESK_DOWN, EventKind.HELPDESK_RESTORED, EventKind.RESTORATION_ANNOUNCED}
)
"""Kinds that tell of HelpDesk itself: their rows belong to no ticket."""
