"""
What the calculator asks of the package, and what it gets: a question and an answer, both JSON.

The page calls ``answered`` in the browser; the tests call it in CPython on the same questions and
hold the two answers equal. It computes nothing itself.

A question is ``{"language": "ru", "zone": "Europe/Moscow", "events": [...], "as_of": "...",
"readings": ["cutoff-instant=same-day"]}``. Events are those of ``slarules/incident/1`` and of
``slarules/service/1``, in any order; a moment without an offset is on the clock of ``zone``.
Without ``as_of`` the answer is as of the last entry of the incident.
"""

from __future__ import annotations

import json
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import slarules
from slarules.agreement import standard_support
from slarules.assumed_words import ASSUMED
from slarules.calendar.facts import zone_of
from slarules.cli.assess_phrases import ASSESS
from slarules.documents import loads, tree
from slarules.errors import (
    DocumentError,
    MomentTextError,
    ProjectedCalendarWarning,
    SlaRulesError,
)
from slarules.events import ROW_OF, ServiceEvent
from slarules.explain import Form, explain
from slarules.incident import Incident
from slarules.picture import deadline_picture
from slarules.reading_rows import choice_words, reading_row
from slarules.readings import Readings
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Language, Outcome
from slarules.words import event_word, word
from slarules.written import written_date, written_end, written_moment, written_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.agreement import Agreement
    from slarules.assess import Assessment, Verdict

SCHEMA: Final = "slarules/calculator/1"
_OF_SERVICE: Final = frozenset(ROW_OF[kind].kind for kind in ServiceEvent.__args__)
_STILL_OPEN: Final = frozenset({Outcome.PENDING, Outcome.NOT_STARTED})


class ClockShiftError(SlaRulesError, ValueError):
    """A time that the clock of the zone skips, or shows twice."""

    remedy = "choose a clock that is never shifted, as UTC, or write the time with its offset"

    def __init__(self, text: str, zone: str, times: int) -> None:
        super().__init__(text, zone, times)
        self.text, self.zone, self.times = text, zone, times

    def __str__(self) -> str:
        shown = "never" if not self.times else "twice"
        return f"the clock of {self.zone} shows {self.text} {shown}; {self.remedy}"


def answered(question: str) -> str:
    """Return the answer to a question, or the refusal of it, as JSON."""
    try:
        with warnings.catch_warnings():
            # Every answer here says itself what it rests on.
            warnings.simplefilter("ignore", ProjectedCalendarWarning)
            values = _answer(json.loads(question))
    except SlaRulesError as refusal:
        values = {"refusal": _refusal(refusal)}
    said = {"schema": SCHEMA, "version": slarules.__version__} | values
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _refusal(refusal: SlaRulesError) -> dict[str, Any]:
    faults = refusal.faults if isinstance(refusal, DocumentError) else ()
    return {
        "kind": type(refusal).__name__,
        "message": str(refusal),
        "remedy": str(getattr(refusal, "remedy", "")),
        "faults": [" ".join(map(str, fault)) for fault in faults],
    }


# ------------------------------------------------------------------------------- the question


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    language = Language.of(question["language"])
    zone = question["zone"]
    events = [_dated(event, zone) for event in question["events"]]
    if all("at" in one for one in events):  # else the document is refused, and says where
        events.sort(key=lambda one: datetime.fromisoformat(one["at"]))
    own = [one for one in events if one["kind"] not in _OF_SERVICE]
    beside = [one for one in events if one["kind"] in _OF_SERVICE]
    incident = loads(_document("slarules/incident/1", own), Incident)
    service: Service = UNRECORDED
    if beside:
        service = loads(_document("slarules/service/1", beside), ServiceRecord)
    as_of = incident.events[-1].at
    if question.get("as_of"):
        as_of = datetime.fromisoformat(_aware(question["as_of"], zone))
    agreement = standard_support(readings=Readings.of(question.get("readings", ())))
    found = agreement.assess(incident, as_of, service=service)
    return _Told(agreement, incident, found, language).values()


def _document(schema: str, events: list[dict[str, Any]]) -> str:
    return json.dumps({"schema": schema, "events": events})


def _dated(event: dict[str, Any], zone: str) -> dict[str, Any]:
    """Return an event whose moments all have an offset."""
    return {
        key: _aware(value, zone) if key == "at" or key.endswith("_at") else value
        for key, value in event.items()
    }


def _aware(text: str, zone: str) -> str:
    """
    Return a moment with its offset: its own, or that of the zone's clock.

    Raises:
        MomentTextError: The text is no moment.
        ClockShiftError: The clock of the zone does not show it exactly once.
        UnknownZoneError: There is no such zone.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise MomentTextError("a moment", text, "is no date and time") from None
    if moment.utcoffset() is not None:
        return text
    clock = zone_of(zone)
    first, second = moment.replace(tzinfo=clock), moment.replace(tzinfo=clock, fold=1)
    if first.utcoffset() != second.utcoffset():
        utc = ZoneInfo("UTC")
        skipped = first.astimezone(utc).astimezone(clock).replace(tzinfo=None) != moment
        raise ClockShiftError(text, zone, 0 if skipped else 2)
    return first.isoformat()


# ------------------------------------------------------------------------------- the answer


class _Told:
    """An assessment in the words of one language."""

    def __init__(
        self, agreement: Agreement, incident: Incident, found: Assessment, language: Language
    ) -> None:
        self.agreement, self.incident = agreement, incident
        self.found, self.language = found, language

    def values(self) -> dict[str, Any]:
        """Return the answer: what a program reads, what people read, what is drawn."""
        found = self.found
        return {
            "assessment": tree(found),
            "standing": list(self.standing()),
            "verdicts": [self.verdict(verdict) for verdict in found.verdicts],
            "findings": [self.finding(place) for place in range(len(found.findings))],
            "assumed": [
                _capital(_sentence(ASSUMED[one].of(self.language))) for one in found.assumed
            ],
            "next": list(self.what_comes()),
            "readings": [self.reading(switch) for switch in found.consulted],
            "picture": self.picture(),
        }

    def say(self, key: str, **places: object) -> str:
        return ASSESS[key].of(self.language).format(**places)

    def moment(self, moment: datetime) -> str:
        return written_moment(self.agreement.calendar.local(moment), self.language)

    def standing(self) -> Iterator[str]:
        """Yield what the incident is: number, registration, state, category through time."""
        found = self.found
        yield _sentence(self.say("title", number=found.number, moment=self.moment(found.as_of)))
        if found.registered_at is None:
            yield self.say("not-registered")
        else:
            yield self.say("registered", moment=self.moment(found.registered_at))
        yield self.say("state", state=word(found.state, self.language))
        for at, standing in found.standings:
            name = _capital(word(standing, self.language))
            yield self.say("standing", standing=name, moment=self.moment(at))

    def verdict(self, verdict: Verdict) -> dict[str, Any]:
        """Return a verdict in words, with its steps and how much is left, late or elapsed."""
        calendar, as_of = self.agreement.calendar, self.found.as_of
        amounts = []
        for key in ("left", "late", "elapsed"):
            amount = getattr(verdict, key)(as_of, calendar)
            if amount is not None and (key != "left" or verdict.outcome in _STILL_OPEN):
                business, clock = map(written_seconds, (amount.business, amount.clock))
                what = self.say(key)
                amounts.append(
                    _capital(self.say("amount", what=what, business=business, clock=clock))
                )
        _, *steps = explain(
            verdict,
            language=self.language,
            form=Form.STEPS,
            calendar=calendar,
            readings=self.agreement.readings,
        ).split("\n")
        return {
            "obligation": verdict.obligation.value,
            "name": _capital(word(verdict.obligation, self.language)),
            "outcome": verdict.outcome.value,
            "due": verdict.due.isoformat() if verdict.due else None,
            "when": written_end(verdict.due, self.language) if verdict.due else "",
            "text": explain(verdict, language=self.language),
            "amounts": amounts,
            "steps": steps,
        }

    def finding(self, place: int) -> str:
        """Return a finding in words, with the entry it is about."""
        finding = self.found.findings[place]
        moment = self.moment(finding.at)
        if finding.event is not None:
            kind = ROW_OF[type(self.incident.events[finding.event])].kind
            event = event_word(kind, self.language)
            moment = f"{self.say('of-event', place=finding.event + 1, event=event)}, {moment}"
        row = finding.row
        return self.say(
            "finding",
            id=finding.id,
            clause=finding.clause,
            kind=word(row.kind, self.language),
            text=row.text.of(self.language),
            moment=moment,
        )

    def what_comes(self) -> Iterator[str]:
        """Yield when something changes by itself, and whether the answer is provisional."""
        found = self.found
        if found.next_change is None:
            yield self.say("no-change")
        else:
            yield self.say("next-change", moment=written_end(found.next_change, self.language))
        if any(verdict.provisional for verdict in found.verdicts):
            assert found.rests_on is not None
            yield self.say("provisional", day=written_date(found.rests_on.through, self.language))

    def reading(self, switch: str) -> str:
        """Return a switch the answer met: what it asks, and what is chosen."""
        choice = f"{switch}={self.agreement.readings.option(switch).value}"
        question = reading_row(switch).question.of(self.language)
        return f"{choice}. {question} {_sentence(_capital(choice_words(choice).of(self.language)))}"

    def picture(self) -> str:
        """Return the deadlines drawn: the verdicts that have a moment, and all that happened."""
        drawn = [one for one in self.found.verdicts if one.due or one.until]
        happened = (
            (event.at, event_word(ROW_OF[type(event)].kind, self.language))
            for event in self.incident.through(self.found.as_of)
        )
        return deadline_picture(
            self.agreement.calendar, *drawn, language=self.language, events=happened
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
