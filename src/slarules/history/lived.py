"""What an incident's record amounts to as of a moment: its fields and what may be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.errors import AsOfError
from slarules.findings import Finding, FindingId
from slarules.history.fold import live
from slarules.history.registration import official_registration
from slarules.history.service import take_service
from slarules.history.states import CLOSED, OPEN, RESOLVED, Move
from slarules.left_out import LeftOut
from slarules.lifecycle import standing
from slarules.open_requests import OpenRequests
from slarules.readings import DueInstant, SilenceOutage
from slarules.service import FOREVER, around
from slarules.spans import DayTest, Span, Without

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import Deadline, DeadlineRules
    from slarules.events import IncidentEvent, Party
    from slarules.incident import Incident
    from slarules.lifecycle import Standing
    from slarules.service import Service, Stretch
    from slarules.terms import Word


class History:
    """
    What an incident's record amounts to as of a moment.

    Moments are in UTC. A field that is None has not happened, or has been taken back.
    """

    __slots__ = (
        "_out_of_silence",
        "as_of",
        "assumed",
        "closing",
        "confirmed_at",
        "consulted",
        "delivered_at",
        "ended_at",
        "events",
        "findings",
        "fixed_at",
        "gaps",
        "impossible",
        "level_four_agreed",
        "not_before",
        "outages",
        "proposal",
        "reaction_at",
        "readings",
        "recommended_at",
        "recorded_at",
        "redefined_at",
        "registered_at",
        "reproductions",
        "requests",
        "rules",
        "search_at",
        "silence",
        "silenced_at",
        "standing",
        "standings",
        "state",
        "terms",
        "waits",
        "withdrawn_at",
        "work_started",
        "workaround_at",
        "workaround_failed_at",
    )

    def __init__(
        self, incident: Incident, service: Service, as_of: datetime, rules: DeadlineRules
    ) -> None:
        """
        Live through the record.

        Raises:
            AsOfError: The moment is before the registration's entry in HelpDesk.
        """
        self.rules = rules
        self.readings = rules.readings
        self.as_of = as_of
        registration = incident.registration
        if as_of < registration.at:
            raise AsOfError(as_of, registration.at)
        self.events: tuple[IncidentEvent, ...] = incident.through(as_of)
        self.outages: tuple[Stretch, ...] = ()
        self.terms: tuple[Stretch, ...] | None = None
        self.gaps: tuple[Stretch, ...] = ()
        self.findings: list[Finding] = []
        self.assumed: dict[str, None] = {}
        self.consulted: dict[str, None] = {}
        self._out_of_silence: LeftOut | None = None
        take_service(self, service)
        self.registered_at: datetime | None = official_registration(self, registration)
        start = standing(registration.category, registration.severity)
        self.standing = start
        since = registration.at if self.registered_at is None else self.registered_at
        self.standings: list[tuple[datetime, Standing]] = [(since, start)]
        self.state = OPEN
        self.requests = OpenRequests()
        self.waits: list[tuple[datetime, datetime]] = []
        self.silence = Move.NONE
        self.closing: Deadline | None = None
        self.reproductions: list[int] = []
        self.impossible: list[datetime] = []
        self.work_started = False
        self.proposal: tuple[Party, Standing] | None = None
        self.level_four_agreed = False
        self.not_before: datetime | None = None
        self.reaction_at: datetime | None = None
        self.silenced_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.withdrawn_at: datetime | None = None
        self.recorded_at: datetime | None = None
        self.delivered_at: datetime | None = None
        self.confirmed_at: datetime | None = None
        self.fixed_at: datetime | None = None
        self.workaround_at: datetime | None = None
        self.workaround_failed_at: datetime | None = None
        self.search_at: datetime | None = None
        self.recommended_at: datetime | None = None
        self.redefined_at: datetime | None = None

        live(self)

    def met(self, switch: str) -> Word:
        """Return what is chosen for a switch, and note that it was asked for."""
        self.consulted[switch] = None
        option: Word = getattr(self.readings, _FIELD[switch])
        return option

    def note(self, deadline: Deadline) -> None:
        """Note the readings a moment met."""
        for reading in deadline.readings:
            self.consulted[_SWITCH[reading]] = None

    def in_time(self, done: datetime, due: datetime) -> bool:
        """Return whether something done then is in time for that due moment (due-instant)."""
        if done == due:
            return self.met("due-instant") is DueInstant.IN_TIME
        return done < due

    def find(self, finding: str, place: int | None, at: datetime) -> None:
        """Note a finding."""
        self.findings.append(Finding(id=FindingId(finding), event=place, at=at))

    def is_down(self, moment: datetime) -> bool:
        """Return whether the HelpDesk web interface was down then."""
        return around(self.outages, moment) is not None

    def in_force(self, moment: datetime) -> bool:
        """Return whether support was in force then; taken as so where nothing is recorded."""
        return self.terms is None or around(self.terms, moment) is not None

    def left_out_of_silence(self) -> LeftOut:
        """Return what the count of 4.11 leaves out: outages by reading, gaps always."""
        if self._out_of_silence is None:
            found = self.left_out_of_gaps()
            if self.outages and self.met("silence-outage") is SilenceOutage.DAYS_EXCLUDED:
                found = found.also(Without(spans=_spans(self.outages), test=DayTest.TOUCHES))
            self._out_of_silence = found
        return self._out_of_silence

    def left_out_of_gaps(self) -> LeftOut:
        """Return the gaps in support, whose whole days no count includes (gap-days)."""
        if not self.gaps:
            return LeftOut()
        return LeftOut((Without(spans=_spans(self.gaps), test=DayTest.COVERS),))

    def awaited(self) -> str:
        """Return the event that would let a standing count go on: the renewal, the restoration."""
        if self.gaps and self.gaps[-1][1] == FOREVER:
            return "support-renewed"
        return "help-desk-restored"

    def is_classifiable(self) -> bool:
        """Return whether the incident may still be held to be something else, and be worked on."""
        return self.state in {OPEN, RESOLVED}

    def is_silenced(self) -> bool:
        """Return whether silence has closed the incident, and nothing opened it again."""
        return self.silence is Move.CLOSED and self.state is CLOSED

    def may_act(self) -> bool:
        """Return whether work may still matter: a closing by hand solves nothing."""
        return self.silence is not Move.CLOSED or self.state is not CLOSED

    def end_requests(self, at: datetime) -> None:
        """Close every open request; the Customer owed information until then."""
        if self.requests:
            self.waits.append((self.requests.asked_at, at))
            self.requests.clear()

    def open_again(self) -> None:
        """Let the incident be worked on as if it had not ended."""
        self.state = OPEN
        self.silence = Move.NONE
        self.closing = None
        self.silenced_at = self.ended_at = None
        self.recorded_at = self.delivered_at = self.confirmed_at = self.workaround_at = None

    def keep(self, field: str, at: datetime) -> None:
        """Keep the first moment of its kind, while the incident is worked on."""
        if self.is_classifiable() and getattr(self, field) is None:
            setattr(self, field, at)


def _spans(stretches: tuple[Stretch, ...]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in stretches)


class _Fields(dict[str, str]):
    def __missing__(self, switch: str) -> str:
        self[switch] = field = switch.replace("-", "_")
        return field


_FIELD: Final = _Fields()


class _Switches(dict[str, str]):
    def __missing__(self, reading: str) -> str:
        self[reading] = switch = reading.partition("=")[0]
        return switch


_SWITCH: Final = _Switches()
