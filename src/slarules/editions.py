"""
Dated agreements: what governs an incident when the agreement was amended (0.1, 4.12).

An edition is in force from its first day, 00:00 on its calendar's clock, until the next one's.
Reading edition-of-incident, as the edition of the registration has it, says which one judges an
incident: that of its registration, whatever came later; or each count by the edition in force
when what it runs from happened, the rest by that of the registration.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

from slarules.deadlines import DeadlineRules
from slarules.errors import CalendarRangeError, EditionsError, NoEditionError, refuse_naive
from slarules.readings import EditionOfIncident
from slarules.record import Record
from slarules.service import UNRECORDED
from slarules.terms import Category, RuleId

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Never, NoReturn

    from slarules.agreement import Agreement
    from slarules.assess import Assessment
    from slarules.comparison import Comparison, Judges
    from slarules.deadlines import Deadline, Left, NotApplicable, NotStated
    from slarules.incident import Incident
    from slarules.readings import Readings
    from slarules.sensitivity import Sensitivity
    from slarules.service import Service

R_EDITION: Final = RuleId("R-0.1-1")


class Edition(Record, kw_only=False):
    """An agreement, and the first day it is in force."""

    since: date
    agreement: Agreement

    @property
    def starts(self) -> datetime:
        """
        The first instant it is in force, in UTC.

        Raises:
            CalendarRangeError: It is so far off that not every clock shows it.
        """
        calendar = self.agreement.calendar
        try:
            return datetime.combine(self.since, time(0), calendar.zone).astimezone(UTC)
        except OverflowError:
            raise CalendarRangeError(self.since, calendar.first, calendar.last) from None


class Editions:
    """
    Agreements by date, with the methods of one agreement.

    Immutable. Every moment is judged by the edition in force then.

    Args:
        editions: At least one, in order, each with a first day of its own.
    Raises:
        EditionsError: There is none, or two begin on one day, or they are out of order.
    Source: clauses 0.1, 4.12.
    """

    __slots__ = ("_starts", "editions")

    editions: Final[tuple[Edition, ...]]  # type: ignore[misc] # set past __setattr__

    def __init__(self, *editions: Edition) -> None:
        days = [edition.since for edition in editions]
        if not editions or sorted(set(days)) != days:
            raise EditionsError(days)
        object.__setattr__(self, "editions", editions)
        object.__setattr__(self, "_starts", [edition.starts for edition in editions])

    def __setattr__(self, name: str, value: Never) -> NoReturn:
        message = f"editions are immutable: {name} cannot be set; make them anew"
        raise AttributeError(message)

    _starts: list[datetime]

    def at(self, moment: datetime, /) -> Agreement:
        """
        Return the agreement in force at a moment.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            NoEditionError: It is before the first edition.
        """
        return self.editions[self._place(moment)].agreement

    def _place(self, moment: datetime) -> int:
        place = bisect_right(self._starts, refuse_naive(moment, "a moment").astimezone(UTC)) - 1
        if place < 0:
            raise NoEditionError(moment, self.editions[0].since)
        return place

    def reaction_due(self, registered: datetime, /) -> datetime:
        """Return by when to react to an incident of B or C; as ``Agreement.reaction_due``."""
        return self.at(registered).reaction_due(registered)

    def reaction_deadline(
        self, registered: datetime, category: Category, /
    ) -> Deadline | NotStated:
        """Return the reaction's due moment; as ``Agreement.reaction_deadline``."""
        return self.at(registered).reaction_deadline(registered, category)

    def replacement_search_deadline(
        self, registered: datetime, category: Category = Category.B, /
    ) -> Deadline | NotApplicable:
        """Return from when a replacement is sought; as ``Agreement``'s method of that name."""
        return self.at(registered).replacement_search_deadline(registered, category)

    def automatic_closing_deadline(self, requested: datetime, /) -> Deadline:
        """Return when silence closes an incident; as ``Agreement.automatic_closing_deadline``."""
        return self.at(requested).automatic_closing_deadline(requested)

    def assess(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> Assessment:
        """
        Return everything the contract says about an incident, under the edition that judges it.

        Arguments and errors as ``Agreement.assess``; and NoEditionError for an incident entered
        before the first edition.
        """
        return self._assessed(self.at(incident.registration.at), incident, as_of, service)

    def _assessed(
        self, agreement: Agreement, incident: Incident, as_of: datetime, service: Service
    ) -> Assessment:
        place = self._place(incident.registration.at)
        later = self._starts[place + 1] if place + 1 < len(self._starts) else None
        if later is None or as_of < later:
            return agreement.assess(incident, as_of, service=service)
        # edition-of-incident
        if agreement.readings.edition_of_incident is EditionOfIncident.REGISTRATION:
            answer = agreement.assess(incident, as_of, service=service)
        else:
            from slarules.assess import assess

            answer = assess(
                incident, as_of, _ByEvent(agreement, self.editions[place + 1 :]), service
            )
        return answer.replace(consulted=(*answer.consulted, "edition-of-incident"))

    def next_change(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> datetime | None:
        """Return when a verdict on the incident next changes by itself, after ``as_of``."""
        return self.assess(incident, as_of, service=service).next_change

    def sensitivity(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> Sensitivity:
        """Return which other readings of the registration's edition would change the answer."""
        from slarules.sensitivity import sensitivity

        agreement = self.at(incident.registration.at)

        def assessed(readings: Readings) -> Assessment:
            return self._assessed(agreement.under(readings), incident, as_of, service)

        return sensitivity(agreement.readings, assessed)

    def compare(
        self,
        other: Judges,
        incidents: Iterable[Incident],
        as_of: datetime,
        /,
        *,
        service: Service = UNRECORDED,
    ) -> Comparison:
        """
        Return which verdicts and moments another agreement changes; see ``comparison.compare``.

        Arguments as ``Agreement.compare``.
        """
        from slarules.comparison import compare

        return compare(self, other, incidents, as_of, service=service)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Editions):
            return NotImplemented
        return self.editions == other.editions

    def __hash__(self) -> int:
        return hash(self.editions)

    def __reduce__(self) -> tuple[type[Editions], tuple[Edition, ...]]:
        return type(self), self.editions

    def __repr__(self) -> str:
        return f"<{type(self).__name__} from {', '.join(str(e.since) for e in self.editions)}>"


class _ByEvent(DeadlineRules):
    """The sums of the edition in force when what they count from happened."""

    __slots__ = ("_first", "_later")

    def __init__(self, first: Agreement, later: tuple[Edition, ...]) -> None:
        """Take the registration's agreement, under the readings asked for, and what follows."""
        rules = first.rules
        super().__init__(rules.calendar, rules.readings, rules.parameters, rules.doubtful)
        self._first = rules
        self._later = [(edition.starts, edition.agreement.rules) for edition in later]

    def _in_force(self, moment: datetime) -> DeadlineRules:
        found = self._first
        for starts, rules in self._later:
            if moment >= starts:
                found = rules
        return found

    def reaction(
        self, registered: datetime, category: Category, /, *, fact: str = "registered"
    ) -> Deadline | NotStated:
        return self._in_force(registered).reaction(registered, category, fact=fact)

    def replacement_search(
        self,
        registered: datetime,
        category: Category,
        /,
        *,
        without: Left = (),
        fact: str = "registered",
    ) -> Deadline | NotApplicable:
        rules = self._in_force(registered)
        return rules.replacement_search(registered, category, without=without, fact=fact)

    def automatic_closing(
        self, requested: datetime, /, *, without: Left = (), fact: str = "asked"
    ) -> Deadline:
        rules = self._in_force(requested)
        return rules.automatic_closing(requested, without=without, fact=fact)
