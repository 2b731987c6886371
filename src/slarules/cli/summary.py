"""The report as a page for people: what was assumed, totals, findings, the slowest, bad rows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from slarules.assumed_words import ASSUMED
from slarules.cli.page import Heading, Lines, Table
from slarules.cli.phrases import REPORT
from slarules.events import Reproduced, RestorationAnnounced, WorkStarted
from slarules.explain import explain
from slarules.findings import FINDING
from slarules.report.document import assumptions
from slarules.report.verdicts import Reason
from slarules.terms import Language, Nature, Obligation, Outcome
from slarules.verdict_words import OUTCOMES
from slarules.words import word
from slarules.written import written_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.cli.page import Block
    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.parted import PartedLog
    from slarules.report.totals import Found, Slow, Totals
    from slarules.terms import Text

SHOWN: Final = 10
"""Bad rows a page names; all of them are in the files."""

_INDENT: Final = "  "
_OUTCOME_OF: Final = {
    Reason.REACTED_IN_TIME: Outcome.MET,
    Reason.REACTED_LATE: Outcome.MISSED,
    Reason.NO_REACTION: Outcome.MISSED,
    Reason.NOT_DUE_YET: Outcome.PENDING,
    Reason.MAKER_UNKNOWN: Outcome.CANNOT_TELL,
    Reason.NO_PERIOD: Outcome.NOT_STATED,
    Reason.WITHDRAWN: Outcome.NOT_APPLICABLE,
    Reason.NOT_REGISTERED: Outcome.NOT_APPLICABLE,
    Reason.UNSERVED: Outcome.NOT_APPLICABLE,
    Reason.SUPPORT_LOST: Outcome.NOT_APPLICABLE,
}
"""The outcome each reason leads to."""

_RECORDED_BY: Final = {
    "F-3.1-2": RestorationAnnounced,
    "F-3.4-1": Reproduced,
    "F-3.4-3": WorkStarted,
}
"""Findings that say something is not on record: a log may have no word for it at all."""


class _Say:
    """The phrases of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        text: Text = REPORT[key]
        return text.of(self.language).format(**values)

    def moment(self, moment: datetime | None) -> str:
        """Return a moment in figures; whose clock it is, the head of the page says."""
        if moment is None:
            return self("none")
        day = f"{moment:%d.%m.%Y}" if self.language is Language.RU else f"{moment:%Y-%m-%d}"
        return f"{day} {moment:%H:%M:%S}"

    def share(self, part: int, of: int) -> str:
        """Return a share to a tenth of a per cent, rounded half up in whole numbers."""
        tenths = (part * 2000 + of) // (2 * of) if of else 0
        point = "," if self.language is Language.RU else "."
        return f"{tenths // 10}{point}{tenths % 10} %"


def page(
    report: Totals,
    log: EventLog | PartedLog,
    mapping: LogMapping,
    language: Language,
    *,
    name: str,
    output: str | None,
) -> list[Block]:
    """Return the whole page."""
    say = _Say(language)
    blocks: list[Block] = [Heading(say("title")), Lines(tuple(_head(report, name, say)))]
    taken = tuple(text.of(language) for text in assumptions(mapping))
    if taken:
        blocks += [Heading(say("assumptions")), Lines(taken, "- ")]
    blocks += [Heading(say("read")), Lines(tuple(_read(report, say)))]
    blocks += [
        Heading(say("outcomes", number=report.tickets.judged)),
        _outcomes(report, say),
        Lines(tuple(_after_outcomes(report, say))),
        Heading(say("obligations", number=report.tickets.judged)),
        Lines(tuple(_obligations(report, say)), "- "),
        Heading(say("times")),
        Lines(tuple(_times(report, say))),
    ]
    if report.findings:
        found = tuple(_found(one, mapping, say) for one in report.findings)
        blocks += [Heading(say("findings")), Lines(found, "- ")]
        if any(one.possible for one in report.findings):
            blocks.append(Lines((say("possible"),)))
    if report.tickets.assumed:
        counted = tuple(
            say("assumed-of", text=ASSUMED[one].of(language), number=number)
            for one, number in report.tickets.assumed.items()
        )
        blocks += [Heading(say("assumed")), Lines(counted, "- ")]
    if report.worst:
        blocks.append(Heading(say("worst", number=len(report.worst))))
        for place, one in enumerate(report.worst, 1):
            blocks.append(Lines(tuple(_slow(place, one, say))))
    if log.bad:
        blocks.append(Heading(say("bad-rows", number=len(log.bad))))
        shown = [row.detail for row in islice(log.bad, SHOWN)]
        if len(log.bad) > SHOWN:
            shown.append(say("more-bad-rows", number=len(log.bad) - SHOWN))
        blocks.append(Lines(tuple(shown), "- "))
    if output is not None:
        blocks.append(Lines((say("written", path=output),)))
    return blocks


def _head(report: Totals, name: str, say: _Say) -> Iterator[str]:
    span = {"first": say.moment(report.first), "last": say.moment(report.last)}
    yield say("log", name=name, zone=report.as_of.tzinfo, **span)
    key = "as-of-given" if report.as_of_given else "as-of-last"
    yield say(key, moment=say.moment(report.as_of))
    if report.category is None:
        yield say("category-from-log")
    else:
        category = f"{report.category.value} ({word(report.category, say.language)})"
        yield say("category-given", category=category)


def _read(report: Totals, say: _Say) -> Iterator[str]:
    rows, tickets = report.rows, report.tickets
    yield say("rows", read=rows.read, used=rows.used, duplicates=rows.duplicates, bad=rows.bad)
    for key, number in (
        ("duplicates", rows.duplicates),
        ("of-service", rows.of_service),
        ("idle", rows.idle),
        ("after-as-of", rows.after_as_of),
        ("moved", rows.moved),
    ):
        if number:
            yield _INDENT + say(key, number=number)
    yield say("tickets", read=tickets.read, judged=tickets.judged, excluded=tickets.excluded)
    for reason, number in tickets.exclusions.items():
        if not number:
            continue
        yield _INDENT + say("excluded", reason=word(reason, say.language), number=number)


def _outcomes(report: Totals, say: _Say) -> Table:
    tickets = report.tickets
    rows: list[tuple[str, ...]] = []
    for outcome, number in tickets.outcomes.items():
        why = "; ".join(
            f"{word(reason, say.language)}: {count}"
            for reason, count in tickets.reasons.items()
            if count and _OUTCOME_OF[reason] is outcome
        )
        share = say.share(number, tickets.judged)
        rows.append((word(outcome, say.language), str(number), share, why))
    header = (say("outcome"), say("incidents"), say("share"), say("reasons"))
    return Table(header, tuple(rows))


def _after_outcomes(report: Totals, say: _Say) -> Iterator[str]:
    tickets = report.tickets
    met = tickets.outcomes.get(Outcome.MET, 0)
    owed = met + tickets.outcomes.get(Outcome.MISSED, 0)
    if owed:
        yield say("in-time", met=met, owed=owed, share=say.share(met, owed))
    conditional = {outcome: number for outcome, number in tickets.conditional.items() if number}
    if conditional:
        parts = ", ".join(
            f"{word(outcome, say.language)}: {number}" for outcome, number in conditional.items()
        )
        yield say("conditional", number=sum(conditional.values()), outcomes=parts)
    if tickets.provisional:
        yield say("provisional", number=tickets.provisional)


def _obligations(report: Totals, say: _Say) -> Iterator[str]:
    """Yield every obligation but the reaction, with the outcomes it came to."""
    for obligation, outcomes in report.tickets.obligations.items():
        if obligation is Obligation.REACTION:
            continue
        name = word(obligation, say.language)
        parts = (f"{_outcome(obligation, one, say)}: {n}" for one, n in outcomes.items())
        yield f"{name[:1].upper()}{name[1:]} — {'; '.join(parts)}"


_NATURES: Final = {
    Obligation.REPLACEMENT_SEARCH: Nature.DUTY_FROM,
    Obligation.AUTOMATIC_CLOSING: Nature.EFFECT_AT,
    Obligation.RESOLUTION_CLOCK: Nature.CLOCK,
}
"""Obligations whose outcomes have words of their own: a clock is not met, it stops."""


def _outcome(obligation: Obligation, outcome: Outcome, say: _Say) -> str:
    """Return what an outcome of that obligation is called."""
    if obligation is Obligation.SUPPORT and outcome is Outcome.PENDING:
        return say("in-force")
    nature = _NATURES.get(obligation)
    if nature is not None and (nature, outcome) in OUTCOMES:
        return OUTCOMES[nature, outcome].of(say.language)
    return word(outcome, say.language)


def _times(report: Totals, say: _Say) -> Iterator[str]:
    for times, known, unknown in (
        (report.times, "quantiles", "no-times"),
        (report.resolutions, "clocks", "no-clocks"),
    ):
        if times.median is None or times.p90 is None:
            yield say(unknown)
        else:
            yield say(
                known,
                number=times.number,
                median=written_seconds(times.median),
                p90=written_seconds(times.p90),
            )
    if report.times.number or report.resolutions.number:
        yield say("ranks")


def _found(one: Found, mapping: LogMapping, say: _Say) -> str:
    """Return how often a finding was made, and where first."""
    row = FINDING[one.id]
    key = "finding" if one.incidents else "finding-of-service"
    said = say(
        key if one.number else "finding-possible",
        id=row.id,
        clause=row.clause,
        kind=word(row.kind, say.language),
        text=row.text.of(say.language),
        number=one.number,
        possible=one.possible,
        first=one.first,
    )
    if one.number and one.possible:
        said += say("and-possible", possible=one.possible)
    recorded = _RECORDED_BY.get(one.id)
    if recorded is not None and not _names(mapping, recorded):
        said += say("unnamed")
    return said


def _names(mapping: LogMapping, kind: type) -> bool:
    """Return whether any activity of the log means an event of that kind."""
    return any(
        meaning is not None and meaning.event is kind
        for activity in mapping.activities.values()
        for meaning in (activity.first, activity.later)
    )


def _slow(place: int, slow: Slow, say: _Say) -> Iterator[str]:
    one = slow.judged
    outcome = word(one.outcome, say.language)
    if one.late_business is not None:
        outcome = say("late", outcome=outcome, business=written_seconds(one.late_business))
    yield say(
        "slow",
        place=place,
        case=one.case,
        business=written_seconds(one.business or 0),
        outcome=outcome,
    )
    yield _INDENT + say(
        "slow-why",
        registered=say.moment(one.registered),
        reacted=say.moment(one.reacted),
        line=one.reaction_line,
    )
    yield _INDENT + explain(slow.verdict, language=say.language)
