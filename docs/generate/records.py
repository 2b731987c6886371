"""The record of an incident, or of the service, as a table people read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from docs.generate.model import Table
from slarules.agreement import standard_support
from slarules.answer_words import capital
from slarules.events import ROW_OF
from slarules.terms import Category, Severity, Text, Word
from slarules.words import event_word, word
from slarules.written import written_date, written_day, written_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from slarules.events import Event
    from slarules.terms import Language

SAY: Final = {
    "when": Text("Когда (Москва)", "When (Moscow)"),
    "event": Text("Что записано", "What was recorded"),
    "details": Text("Подробности", "Details"),
    "at": Text("{day}, {clock}", "{day}, {clock}"),
    "category": Text("категория {value}", "category {value}"),
    "severity": Text("уровень {value}", "level {value}"),
    "called_at": Text("звонок: {value}", "called: {value}"),
    "accepted_at": Text(
        "принято по телефону или почте: {value}", "taken by phone or mail: {value}"
    ),
    "said_at": Text("сказано: {value}", "said: {value}"),
    "stated_at": Text("в комментарии названо: {value}", "the comment names: {value}"),
    "request": Text("запрос {value}", "request {value}"),
    "number": Text("номер {value}", "number {value}"),
    "status": Text("статус «{value}»", "status “{value}”"),
    "to": Text("кому: {value}", "to: {value}"),
    "count": Text("сколько: {value}", "how many: {value}"),
    "through": Text("по {value} включительно", "through {value}"),
    "until": Text("к {value}", "by {value}"),
}
"""What a field is called where its value does not say so itself."""

_PLAIN: Final = "number"
"""What a record always has, and says nothing here."""


def record_table(events: Iterable[Event], language: Language) -> Table:
    """Return a record: when, what, and what else the entry says."""
    return Table(
        tuple((SAY[key].of(language),) for key in ("when", "event", "details")),
        tuple(
            (
                (moment_in_table(event.at, language),),
                (capital(event_word(ROW_OF[type(event)].kind, language)),),
                (", ".join(_details(event, language)) or "—",),
            )
            for event in events
        ),
    )


def _details(event: Event, language: Language) -> Iterator[str]:
    """Yield the fields of an entry that are not what they are by default."""
    for name in type(event)._fields:
        value = getattr(event, name)
        if name not in ("at", _PLAIN) and value != type(event)._defaults.get(name):
            yield _field(name, value, language)


def _field(name: str, value: Any, language: Language) -> str:
    if name in SAY:
        return SAY[name].of(language).format(value=_value(value, language))
    return _value(value, language)


def _value(value: Any, language: Language) -> str:
    match value:
        case Category() | Severity():
            return str(value.value)
        case Word():
            return word(value, language)
        case datetime():
            return moment_in_table(value, language)
        case date():
            return written_date(value, language)
        case _:
            return str(value)


def moment_in_table(moment: datetime, language: Language) -> str:
    """Return a moment on Moscow's clock, with its weekday and without the name of the clock."""
    here = standard_support().calendar.local(moment)
    clock = here.strftime("%H:%M:%S").removesuffix(":00")
    return SAY["at"].of(language).format(day=written_day(here.date(), language), clock=clock)


def moment_words(moment: datetime, language: Language) -> str:
    """Return a moment with its weekday and the name of its clock."""
    here = standard_support().calendar.local(moment)
    day = written_day(here.date(), language)
    plain = written_date(here.date(), language)
    return written_moment(here, language).replace(plain, day, 1)
