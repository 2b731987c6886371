"""``slarules assess``: everything the contract says about one incident as of a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.assumed_words import ASSUMED
from slarules.cli.agreements import agreed_of, agreement_of
from slarules.cli.answers import BAD_NEWS, FINE, Answer
from slarules.cli.assess_phrases import ASSESS
from slarules.cli.given import given_by
from slarules.cli.page import Heading, Lines
from slarules.cli.receipts import receipt_document, receipt_of, receipt_page
from slarules.documents import tree
from slarules.events import ROW_OF
from slarules.explain import Form, explain
from slarules.reading_rows import reading_row
from slarules.terms import Outcome
from slarules.words import event_word, word
from slarules.written import written_date, written_end, written_moment, written_seconds

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Amount, Assessment, Verdict
    from slarules.cli.given import Given
    from slarules.cli.page import Block
    from slarules.findings import Finding
    from slarules.terms import Language

_MARK: Final = "- "


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return what the contract says about the incident of the file."""
    given = given_by(arguments)
    agreement = agreement_of(arguments, given.incident.registration.at)
    found = agreed_of(arguments).assess(given.incident, given.as_of, service=given.service)
    made = receipt_of(arguments, agreement, given.inputs)
    missed = any(verdict.outcome is Outcome.MISSED for verdict in found.verdicts)
    return Answer(
        document=lambda: {**tree(found), "receipt": receipt_document(made)},
        page=lambda: [
            *_Page(agreement, given, found, language).blocks(),
            *receipt_page(made, language),
        ],
        code=BAD_NEWS if missed and arguments.fail_on_missed else FINE,
    )


class _Page:
    """The assessment for people."""

    def __init__(
        self, agreement: Agreement, given: Given, found: Assessment, language: Language
    ) -> None:
        self.agreement = agreement
        self.given = given
        self.found = found
        self.language = language

    def blocks(self) -> Iterator[Block]:
        """Yield the page: what stands, what is owed, what was found, what was assumed."""
        found = self.found
        moment = self.moment(found.as_of)
        yield Heading(self.say("title", number=found.number, moment=moment))
        yield Lines(tuple(self.standing()))
        yield Heading(self.say("verdicts"))
        yield Lines(tuple(map(self.verdict, found.verdicts)), _MARK)
        yield Heading(self.say("findings"))
        yield self.listed(map(self.finding, found.findings))
        yield Heading(self.say("assumed"))
        yield self.listed(ASSUMED[assumed].of(self.language) for assumed in found.assumed)
        yield Heading(self.say("next"))
        yield Lines(tuple(self.what_comes()))
        yield Heading(self.say("consulted"))
        yield self.listed(map(self.reading, found.consulted))

    def say(self, key: str, **places: object) -> str:
        """Return the phrase with its places filled."""
        return ASSESS[key].of(self.language).format(**places)

    def moment(self, moment: datetime) -> str:
        """Return a moment as people write it, on the calendar's clock."""
        return written_moment(self.agreement.calendar.local(moment), self.language)

    def listed(self, texts: Iterator[str]) -> Lines:
        """Return the texts one a line, or that there are none."""
        lines = tuple(texts)
        return Lines(lines, _MARK) if lines else Lines((self.say("none"),))

    def standing(self) -> Iterator[str]:
        """Yield what the incident is: registration, state, category through time."""
        found = self.found
        if not self.given.as_of_given:
            yield self.say("last-event")
        if found.registered_at is None:
            yield self.say("not-registered")
        else:
            yield self.say("registered", moment=self.moment(found.registered_at))
        yield self.say("state", state=word(found.state, self.language))
        for at, standing in found.standings:
            name = word(standing, self.language)
            name = name[:1].upper() + name[1:]
            yield self.say("standing", standing=name, moment=self.moment(at))

    def verdict(self, verdict: Verdict) -> tuple[str, ...]:
        """Return a verdict in words, with how much is left, late or elapsed."""
        said = explain(verdict, language=self.language, form=Form.SHORT).split("\n")
        calendar, as_of = self.agreement.calendar, self.found.as_of
        for key in ("left", "late", "elapsed"):
            amount: Amount | None = getattr(verdict, key)(as_of, calendar)
            if amount is not None and (key != "left" or verdict.outcome in _STILL_OPEN):
                said.append(
                    self.say(
                        "amount",
                        what=self.say(key),
                        business=written_seconds(amount.business),
                        clock=written_seconds(amount.clock),
                    )
                )
        return tuple(said)

    def finding(self, finding: Finding) -> str:
        """Return a finding in words, with the entry it is about."""
        moment = self.moment(finding.at)
        if finding.event is not None:
            kind = ROW_OF[type(self.given.incident.events[finding.event])].kind
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
            moment = written_end(found.next_change, self.language)
            yield self.say("next-change", moment=moment)
        if any(verdict.provisional for verdict in found.verdicts):
            assert found.rests_on is not None
            yield self.say("provisional", day=written_date(found.rests_on.through, self.language))

    def reading(self, switch: str) -> str:
        """Return a switch, what is chosen for it, and what it asks."""
        chosen = self.agreement.readings.option(switch).value
        return f"{switch}={chosen}: {reading_row(switch).question.of(self.language)}"


_STILL_OPEN: Final = frozenset({Outcome.PENDING, Outcome.NOT_STARTED})
"""Outcomes under which time that is left matters."""
