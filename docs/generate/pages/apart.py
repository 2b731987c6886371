"""
The two readings no single incident of one agreement can show.

One acts where the definitions are applied to facts, one between editions of the agreement.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from docs.generate.ids import prose
from docs.generate.model import Code, Strong, Table, items, para, text
from docs.generate.records import moment_words, record_table
from docs.generate.worked import MOSCOW, said
from slarules.agreement import standard_support
from slarules.answer_words import capital
from slarules.classify import (
    BaseModule,
    Classified,
    Documents,
    Domain,
    Effect,
    Fact,
    Facts,
    Matter,
    Users,
    Workaround,
    classify,
)
from slarules.editions import Edition, Editions
from slarules.readings import EditionOfIncident, Readings, SeverityGap
from slarules.terms import Obligation, Text
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docs.generate.model import Block
    from slarules.terms import Language


class Apart(NamedTuple):
    """What another option would change, in short, and the example in full."""

    said: Text
    blocks: Callable[[Language], Iterator[Block]]


SAY: Final = {
    "facts": Text("Факты об ошибке:", "Facts about the error:"),
    "option": Text("Ответ", "Answer"),
    "result": Text("Что выходит", "What comes out"),
    "level": Text("категория {category}, {level}", "category {category}, {level}"),
    "gap": Text("уровня нет: {why}", "no level: {why}"),
    "by-hand": Text("Вручную", "By hand"),
    "severity": Text(
        "мешает мало, но обойти нельзя: 4.8 требует обхода, 4.7 — серьёзной помехи. Подходит "
        "либо ни один уровень, либо тот, что по ту или другую сторону пробела.",
        "it hinders little, but there is no workaround: 4.8 asks for one, 4.7 for serious "
        "hindrance. Either no level fits, or the one on one side of the gap.",
    ),
    "editions": Text(
        "Соглашение изменено, пока инцидент открыт: с {day} молчание длится пять рабочих дней, а "
        "не три. Запрос внесён в этот день.",
        "The agreement was amended while the incident was open: from {day} on the silence lasts "
        "five business days instead of three. The request was entered on that day.",
    ),
    "as-of": Text("Что выходит на момент: {moment}.", "What comes out as of {moment}."),
    "five": Text(
        "27 и 30 ноября и 1 декабря — три рабочих дня; ещё 2 и 3 декабря — пять.",
        "27 and 30 November and 1 December are three business days; with 2 and 3 December, five.",
    ),
}

# Of category C: a module departs from its documentation. Minor, and there is no way around.
FACTS: Final = Facts(
    matter=Matter.PROBLEM,
    domain=Domain.PRODUCT,
    documents=Documents.DEPARTS_FROM_ONE,
    base_module=BaseModule.SOUND,
    effect=Effect.MINOR,
    users=Users.MOST,
    workaround=Workaround.NONE,
)
CHANGED_ON: Final = date(2026, 11, 26)  # a Thursday
LINES: Final = ("2026-11-23 11:00 registered category=D", "2026-11-26 12:00 information-requested")


def apart(switch: str) -> Apart:
    """Return the example of a switch that has none in the table."""
    return {
        "severity-gap": Apart(
            Text(
                "меняет уровень, который предлагают определения, но не записанный",
                "changes the level the definitions propose, not the one recorded",
            ),
            _severity_gap,
        ),
        "edition-of-incident": Apart(
            Text(
                "меняет, какая редакция соглашения действует для инцидента",
                "changes which edition of the agreement holds for an incident",
            ),
            _editions,
        ),
    }[switch]


def _say(key: str, language: Language, **places: object) -> str:
    return SAY[key].of(language).format(**places)


def _severity_gap(language: Language) -> Iterator[Block]:
    yield para(_say("facts", language))
    known = [(fact, getattr(FACTS, str(fact.value))) for fact in Fact]
    yield items(
        *(
            text(f"{capital(word(fact, language))}: {word(value, language)}")
            for fact, value in known
            if value.value not in ("unknown", "not-in-c")
        )
    )
    rows = []
    for option in SeverityGap:
        found = classify(FACTS, severity_gap=option)
        if isinstance(found, Classified):
            assert found.severity is not None
            level = f"{found.severity.value} ({word(found.severity, language)})"
            result = _say("level", language, category=found.category.value, level=level)
        else:
            result = _say("gap", language, why=getattr(found, "why").of(language))  # noqa: B009
        rows.append(((Code(option.value),), prose(capital(result))))
    yield Table(((_say("option", language),), (_say("result", language),)), tuple(rows))
    yield para(Strong(_say("by-hand", language)), ": ", *prose(_say("severity", language)))


def _editions(language: Language) -> Iterator[Block]:
    from datetime import datetime

    from slarules.testing import incident
    from slarules.written import written_date

    as_of = datetime(2026, 11, 26, 12, tzinfo=MOSCOW)
    record = incident(*LINES)
    yield para(_say("editions", language, day=written_date(CHANGED_ON, language)))
    yield record_table(record.events, language)
    yield para(_say("as-of", language, moment=moment_words(as_of, language)))
    rows = []
    for option in EditionOfIncident:
        first = standard_support(readings=Readings(edition_of_incident=option))
        editions = Editions(
            Edition(date(2026, 1, 1), first),
            Edition(CHANGED_ON, first.with_parameters(silence=5)),
        )
        verdict = editions.assess(record, as_of)[Obligation.AUTOMATIC_CLOSING]
        rows.append(((Code(option.value),), prose(said(verdict, language))))
    yield Table(((_say("option", language),), (_say("result", language),)), tuple(rows))
    yield para(Strong(_say("by-hand", language)), ": ", _say("five", language))
