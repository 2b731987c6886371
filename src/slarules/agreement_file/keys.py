"""
The keys of an agreement's file: one row a key, which the reader, the writer and the schema share.

What two parties may agree on is here and nothing else. A key that is left out is as the contract
states it; an edition takes what it leaves out from the top of the file, a table whole and the
readings switch by switch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.agreement_file.values import (
    CATEGORY,
    COUNT,
    CUTOFF,
    DATE,
    DATES,
    HOURS,
    SEVERITY,
    SHARES,
    TEXT,
    ZONE,
    Kind,
    choice,
    one_of,
)
from slarules.calendar import Beyond
from slarules.reading_rows import READING_ROWS
from slarules.readings import SWITCHES
from slarules.record import Record
from slarules.terms import ClauseId, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA: Final = "slarules/agreement-file/1"
"""The format this reader knows; a file says it in ``schema``."""

RUSSIA: Final = "russia"
COUNTRY: Final = "country"
WEEK: Final = "week"
"""What a calendar is made from."""


class Fields(Record, kw_only=False):
    """A table of these keys."""

    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """Return the row of a key."""
        return next((key for key in self.keys if key.name == name), None)


class Many(Record, kw_only=False):
    """Tables of one shape, one after another: ``[[target]]``."""

    fields: Fields


class ByDate(Record, kw_only=False):
    """A table whose keys are dates."""

    kind: Kind


Shape = Kind | Fields | Many | ByDate


class Key(Record):
    """One key: where it acts and what it says."""

    name: str
    shape: Shape
    text: Text
    clauses: tuple[ClauseId, ...] = ()
    required: bool = False


def _key(name: str, clauses: str, shape: Shape, ru: str, en: str, *, required: bool = False) -> Key:
    return Key(
        name=name,
        shape=shape,
        text=Text(ru, en),
        clauses=tuple(map(ClauseId, clauses.split())),
        required=required,
    )


WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# fmt: off
_WEEKDAY_NAMES: Final = (
    "часы понедельника", "часы вторника", "часы среды", "часы четверга", "часы пятницы",
    "часы субботы", "часы воскресенья",
)

HOURS_FIELDS: Final = Fields(tuple(
    _key(day, "1.1", HOURS, ru, f"the hours of {day.title()}", required=True)
    for day, ru in zip(WEEKDAYS, _WEEKDAY_NAMES, strict=True)
))

TARGET_FIELDS: Final = Fields((
    _key("category", "3.6", CATEGORY, "категория", "the category", required=True),
    _key("severity", "4.5", SEVERITY, "уровень важности, только для C; без него — для всех",
         "the level of severity, of C only; without it, every level"),
    _key("hours", "4.10", COUNT, "срок решения в часах рабочего времени",
         "the time to resolve in, in hours of service time"),
    _key("minutes", "4.10", COUNT, "срок решения в минутах рабочего времени",
         "the time to resolve in, in minutes of service time"),
))

DECREE_FIELDS: Final = Fields((
    _key("through", "1.1", DATE, "последний день, который акт определил",
         "the last day the act settles", required=True),
    _key("days_off", "1.1", DATES, "дни недели, ставшие выходными", "weekdays that are off"),
    _key("working_days", "1.1", DATES, "выходные, ставшие рабочими",
         "weekend days that are worked"),
))

CALENDAR_FIELDS: Final = Fields((
    _key("base", "1.1", one_of(RUSSIA, COUNTRY, WEEK),
         "из чего календарь: российский производственный, праздники страны или одна неделя",
         "what it is made from: the Russian production calendar, a country's, the week alone"),
    _key("country", "1.1", TEXT, "код страны по ISO 3166-1", "the country's ISO 3166-1 code"),
    _key("subdivision", "1.1", TEXT, "код её части по ISO 3166-2",
         "the ISO 3166-2 code of a part of it"),
    _key("first", "1.1", DATE, "первый день календаря", "the first day of the calendar"),
    _key("last", "1.1", DATE, "последний день календаря", "the last day of the calendar"),
    _key("decreed_through", "1.1", DATE, "по какой день выходные утверждены",
         "through which day the days off are settled"),
    _key("beyond", "1.1", choice(Beyond), "что делать, если ответ опирается на дни после него",
         "what an answer does that rests on later days"),
    _key("days_off", "1.1", DATES, "согласованные нерабочие дни", "days off that were agreed"),
    _key("working_days", "1.1", DATES, "согласованные рабочие дни",
         "working days that were agreed"),
    _key("hours_on", "1.1", ByDate(HOURS), "часы отдельных дат", "the hours of single dates"),
    _key("decree", "1.1", Many(DECREE_FIELDS), "акт о переносе выходных, вышедший позже",
         "an act on days off that came out later"),
))

READING_FIELDS: Final = Fields(tuple(
    Key(name=switch, shape=choice(options), text=READING_ROWS[switch].question,
        clauses=READING_ROWS[switch].clauses)
    for switch, options in SWITCHES.items()
))

AGREED: Final = (
    _key("zone", "1.1 4.3", ZONE, "чьи часы и чья полночь считаются",
         "whose clock and whose midnight count"),
    _key("cutoff", "4.3", CUTOFF, "до этого часа реакция нужна в тот же рабочий день",
         "registered before it: a reaction is owed the same business day"),
    _key("replacement_after", "4.4", COUNT, "через сколько рабочих дней искать замену",
         "business days after which a replacement is looked for"),
    _key("silence", "4.11", COUNT, "сколько рабочих дней молчания закрывают инцидент",
         "business days of silence that close an incident"),
    _key("warn_at", "4.10", SHARES, "доли срока решения, при которых предупреждать, в процентах",
         "shares of a target's time at which to warn, in per cent"),
    _key("hours", "1.1", HOURS_FIELDS, "часы работы службы, все семь дней",
         "service hours, all seven days"),
    _key("calendar", "1.1", CALENDAR_FIELDS, "рабочие и выходные дни",
         "business days and days off"),
    _key("target", "4.10", Many(TARGET_FIELDS), "согласованный срок решения",
         "an agreed time to resolve in"),
    _key("readings", "", READING_FIELDS, "толкования неясных мест", "readings of the open points"),
)
"""What an agreement is made of."""

_SCHEMA_KEY: Final = _key("schema", "", one_of(SCHEMA), "формат файла", "the format of the file",
                          required=True)

EDITION_FIELDS: Final = Fields((
    _key("since", "0.1", DATE, "первый день редакции", "the first day of the edition",
         required=True),
    *AGREED,
))

FILE: Final = Fields((
    _SCHEMA_KEY,
    *AGREED,
    _key("edition", "0.1", Many(EDITION_FIELDS), "редакция: что в ней иначе, чем в начале файла",
         "an edition: what in it differs from the top of the file"),
))
# fmt: on
"""The whole file."""


def rows(fields: Fields = FILE, above: str = "") -> Iterator[tuple[str, Key]]:
    """Yield every key with its path, tables before what is in them; editions are not unfolded."""
    for key in fields.keys:
        path = f"{above}{key.name}"
        yield path, key
        match key.shape:
            case Fields():
                yield from rows(key.shape, f"{path}.")
            case Many(fields=of) if of is EDITION_FIELDS:
                yield f"{path}[].since", of.keys[0]
            case Many(fields=of):
                yield from rows(of, f"{path}[].")
            case _:
                pass
