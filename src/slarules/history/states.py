"""The words a history is told in: states, ends of a silence, channels."""

from __future__ import annotations

from typing import Final

from slarules.events import Channel, Party, Visibility
from slarules.lifecycle import Standing
from slarules.terms import Word

OFF_SYSTEM: Final = frozenset({Channel.PHONE, Channel.PERSONAL_EMAIL})
"""What 3.1 shuts out in normal operation."""
IN_HELPDESK: Final = frozenset({Channel.WEB, Channel.HOTLINE})
"""The two channels of 2.1."""
SPOKEN: Final = OFF_SYSTEM | {Channel.HOTLINE}


class State(Word):
    """Whether an incident is still worked on."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Move(Word):
    """How the silence after a request came to an end."""

    NONE = "none"
    ANSWERED = "answered"
    CLOSED = "closed"
    ENDED = "ended"


# Bound once: on Python 3.11 to look a member up on its class takes as long as a call.
EXECUTOR, CUSTOMER, THIRD_PARTY = Party
OPEN, RESOLVED, CLOSED, WITHDRAWN = State
VISIBLE, INTERNAL = Visibility
B, C4 = Standing.B, Standing.C4
