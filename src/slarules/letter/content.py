"""What a letter says, before it is set: headings, paragraphs, lists, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.assumed_words import ASSUMED
from slarules.clauses import CLAUSES
from slarules.events import ROW_OF
from slarules.explain import Form, explain
from slarules.letter.phrases import LETTER, RECEIPT
from slarules.record import Record
from slarules.sensitivity_words import effect_words
from slarules.terms import ClauseId, Language, Outcome
from slarules.words import event_word, word
from slarules.written import written_date, written_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Assessment
    from slarules.events import IncidentEvent
    from slarules.incident import Incident
    from slarules.receipt import Receipt
    from slarules.sensitivity import Sensitivity


class Heading(Record, kw_only=False):
    """The title of a part."""

    text: str


class Paragraph(Record, kw_only=False):
    """A paragraph of its own."""

    text: str


class Items(Record, kw_only=False):
    """Points of a list: each its first line, then the lines that belong under it."""

    points: tuple[tuple[str, ...], ...]


class Steps(Record, kw_only=False):
    """Steps that carry their own numbers: each its first line, then the lines under it."""

    points: tuple[tuple[str, ...], ...]


class Table(Record, kw_only=False):
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Items | Steps | Table


class Letter(Record):
    """A letter: what it is about, as of when, and its parts in order."""

    language: Language
    title: str
    subtitle: str
    dated: datetime
    """The moment of the answer; the date of the documents that are made of it."""
    blocks: tuple[Block, ...]
    footer: str


NOT_IN_POINT = frozenset({Outcome.NOT_APPLICABLE})
"""Outcomes a letter says in one sentence, without steps."""


def letter(
    agreement: Agreement,
    incident: Incident,
    answer: Assessment,
    other: Sensitivity,
    receipt: Receipt,
    language: Language,
    /,
) -> Letter:
    """
    Return the letter on an incident.

    Args:
        agreement: The agreement that judged it: its calendar says why days are off.
        incident: The record.
        answer: The assessment.
        other: What other readings would change.
        receipt: What the answer was made from.
        language: Russian or English.
    """
    writer = _Writer(agreement, incident, answer, language)
    return Letter(
        language=language,
        title=writer.say("title", number=answer.number),
        subtitle=writer.say("as-of", moment=writer.moment(answer.as_of)),
        dated=agreement.calendar.local(answer.as_of),
        blocks=(
            *writer.facts(),
            *writer.clauses(),
            *writer.reasoning(),
            *writer.findings(),
            *writer.assumed(),
            *writer.readings(other),
            *writer.receipt(receipt),
        ),
        footer=writer.say("advice"),
    )


class _Writer:
    """The parts of one letter, each a few blocks."""

    def __init__(
        self, agreement: Agreement, incident: Incident, answer: Assessment, language: Language
    ) -> None:
        self._agreement = agreement
        self._incident = incident
        self._answer = answer
        self._language = language

    def say(self, key: str, **places: object) -> str:
        """Return the phrase with its places filled."""
        return LETTER[key].of(self._language).format(**places)

    def moment(self, moment: datetime) -> str:
        """Return a moment as people write it, on the calendar's clock."""
        return written_moment(self._agreement.calendar.local(moment), self._language)

    def facts(self) -> Iterator[Block]:
        """Yield what was recorded, and what the incident rightly is."""
        answer = self._answer
        yield Heading(self.say("facts"))
        if answer.registered_at is None:
            yield Paragraph(self.say("not-registered"))
        else:
            moment = self.moment(answer.registered_at)
            yield Paragraph(self.say("registered", moment=moment))
        header = tuple(self.say(key) for key in ("place", "when", "what", "who"))
        events = self._incident.through(answer.as_of)
        yield Table(header, tuple(self._event(place, e) for place, e in enumerate(events, 1)))
        for at, standing in answer.standings:
            name = _capital(word(standing, self._language))
            yield Paragraph(self.say("standing", standing=name, moment=self.moment(at)))
        yield Paragraph(self.say("state", state=word(answer.state, self._language)))

    def _event(self, place: int, event: IncidentEvent) -> tuple[str, ...]:
        at = event.at
        what = event_word(ROW_OF[type(event)].kind, self._language)
        details: list[str] = []
        for field in ("number", "category", "severity", "request", "status", "route", "until"):
            value = getattr(event, field, None)
            if value not in (None, ""):
                details.append(str(getattr(value, "value", value)))
        channel = getattr(event, "channel", None)
        if channel is not None and channel.value != "web":
            details.append(word(channel, self._language))
        said = getattr(event, "said_at", None) or getattr(event, "accepted_at", None)
        if said is not None:
            details.append(self.say("said", moment=self.moment(said)))
        party = getattr(event, "by", None)
        by = "" if party is None else word(party, self._language)
        return str(place), self.moment(at), "; ".join([_capital(what), *details]), by

    def clauses(self) -> Iterator[Block]:
        """Yield the paragraphs the verdicts and findings rest on, in our words."""
        used = {clause for verdict in self._answer.verdicts for clause in verdict.clauses}
        used |= {finding.clause for finding in self._answer.findings}
        yield Heading(self.say("clauses"))
        yield Items(
            tuple(
                (f"{self.say('clause', id=one.id)}. {one.summary.of(self._language)}",)
                for one in CLAUSES.values()
                if ClauseId(one.id) in used
            )
        )

    def reasoning(self) -> Iterator[Block]:
        """Yield every verdict with the steps that led to it."""
        yield Heading(self.say("reasoning"))
        for verdict in self._answer.verdicts:
            form = Form.SHORT if verdict.outcome in NOT_IN_POINT else Form.STEPS
            first, *steps = explain(
                verdict,
                language=self._language,
                form=form,
                calendar=self._agreement.calendar,
                readings=self._agreement.readings,
            ).split("\n")
            yield Paragraph(first)
            if steps:
                yield Steps(_points(steps))
        if any(verdict.provisional for verdict in self._answer.verdicts):
            yield Paragraph(self.say("provisional"))

    def findings(self) -> Iterator[Block]:
        """Yield what the record shows against the contract."""
        yield Heading(self.say("findings"))
        if not self._answer.findings:
            yield Paragraph(self.say("no-findings"))
            return
        yield Items(
            tuple(
                (
                    self.say(
                        "finding",
                        id=finding.id,
                        clause=finding.clause,
                        kind=word(finding.row.kind, self._language),
                        text=finding.row.text.of(self._language),
                        moment=self.moment(finding.at),
                    ),
                )
                for finding in self._answer.findings
            )
        )

    def assumed(self) -> Iterator[Block]:
        """Yield what was taken for granted."""
        yield Heading(self.say("assumed"))
        if self._answer.assumed:
            taken = (ASSUMED[one].of(self._language) for one in self._answer.assumed)
            yield Items(tuple((_capital(text) + ".",) for text in taken))
        else:
            yield Paragraph(self.say("nothing-assumed"))

    def readings(self, other: Sensitivity) -> Iterator[Block]:
        """Yield what other readings would change, alone and in pairs."""
        yield Heading(self.say("readings"))
        if not other.effects:
            yield Paragraph(self.say("no-readings"))
            return
        chosen = self._agreement.readings
        yield Items(tuple(effect_words(one, chosen, self._language) for one in other.effects))

    def receipt(self, receipt: Receipt) -> Iterator[Block]:
        """Yield what the answer was made from."""
        yield Heading(self.say("receipt"))
        values = {
            "version": receipt.version,
            "agreement": receipt.agreement,
            "readings": ", ".join(receipt.readings),
            "calendar": receipt.calendar,
            "decreed_through": written_date(receipt.decreed_through, self._language),
            "zone": receipt.zone,
            "zone_data": receipt.zone_data,
            "inputs": "; ".join(f"{one.name}: {one.digest}" for one in receipt.inputs),
            "command": receipt.command,
        }
        lines = (
            (f"{_capital(RECEIPT[field].of(self._language))}: {value}",)
            for field, value in values.items()
            if value
        )
        yield Items(tuple(lines))


def _points(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return the lines of an explanation as points: what is indented belongs to the one above."""
    points: list[list[str]] = []
    for line in lines:
        text = line.strip().removeprefix("- ")
        if line.startswith(" ") and points:
            points[-1].append(text)
        else:
            points.append([text])
    return tuple(map(tuple, points))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
