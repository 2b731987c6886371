"""
The requests for information that are open, and the counts of silence they have begun (4.11).

Whatever happens to them, and however many are open, costs the same.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import Deadline


class Silence:
    """One count of silence: from a request, or from a comment that restarted all of them."""

    __slots__ = ("deadline", "fact", "known", "open", "since")

    def __init__(self, since: datetime, fact: str, requests: int) -> None:
        self.since = since
        self.fact = fact
        self.open = requests
        """How many open requests it is the count of."""
        self.known = False
        """Whether it has been counted; ``deadline`` is None where it stands."""
        self.deadline: Deadline | None = None


class _Request:
    __slots__ = ("asked_at", "is_open", "place", "silence")

    def __init__(self, place: int, asked_at: datetime, silence: Silence) -> None:
        self.place = place
        self.asked_at = asked_at
        self.is_open = True
        self.silence = silence


class OpenRequests:
    """The open requests, in the order asked."""

    __slots__ = (
        "_asked",
        "_due",
        "_named",
        "_place",
        "_restarted",
        "_restarts",
        "_silences",
        "open",
    )

    def __init__(self) -> None:
        self._place = 0
        self.clear()

    def clear(self) -> None:
        """Let none be open."""
        self.open = 0
        """How many there are."""
        self._asked: deque[_Request] = deque()  # with those withdrawn, until they come to an end
        self._named: dict[str, list[_Request]] = {}
        self._silences: deque[Silence] = deque()
        self._due: list[tuple[datetime, int, Silence]] = []
        self._restarted: Silence | None = None
        self._restarts = self._place
        """The silence of a request asked before this place is the restarted one."""

    def __len__(self) -> int:
        return self.open

    def ask(self, name: str, at: datetime) -> None:
        """Open a request; several may have one name, or none."""
        request = _Request(self._place, at, Silence(at, "asked", 1))
        self._place += 1
        self.open += 1
        self._asked.append(request)
        self._named.setdefault(name, []).append(request)
        self._silences.append(request.silence)

    def withdraw(self, name: str) -> bool:
        """Close the requests of that name, all of them if it is empty; return if there were any."""
        if not name:
            found = bool(self.open)
            self.clear()
            return found
        requests = self._named.pop(name, [])
        for request in requests:
            request.is_open = False
            self._silence_of(request).open -= 1
        self.open -= len(requests)
        return bool(requests)

    def restart(self, at: datetime) -> None:
        """Count the silence of every open request from that comment on."""
        self._restarted = Silence(at, "commented", self.open)
        self._restarts = self._place
        self._silences = deque([self._restarted])
        self._due = []

    def _silence_of(self, request: _Request) -> Silence:
        if self._restarted is not None and request.place < self._restarts:
            return self._restarted
        return request.silence

    @property
    def asked_at(self) -> datetime:
        """When the first of the open requests was asked."""
        while not self._asked[0].is_open:
            self._asked.popleft()
        return self._asked[0].asked_at

    @property
    def latest(self) -> Silence:
        """The count of the latest open request."""
        while not self._asked[-1].is_open:
            self._asked.pop()
        return self._silence_of(self._asked[-1])

    def begun(self) -> Silence | None:
        """Return a count not yet handed out, in the order begun; None if there is no more."""
        while self._silences:
            silence = self._silences.popleft()
            if silence.open:
                return silence
        return None

    def counted(self, silence: Silence) -> None:
        """Take back a count that has been counted, for ``soonest``."""
        if silence.deadline is not None:
            heappush(self._due, (silence.deadline.due, self._place, silence))
            self._place += 1

    def soonest(self) -> Deadline | None:
        """Return the earliest end of the counts taken back; None if all of them stand."""
        while self._due and not self._due[0][2].open:
            heappop(self._due)
        return self._due[0][2].deadline if self._due else None
