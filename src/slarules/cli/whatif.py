"""``slarules whatif``: what would be said of an incident had some of it come at other moments."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import Agreement
from slarules.cli.agreement_phrases import WHATIF as SAY
from slarules.cli.agreements import agreed_of
from slarules.cli.answers import Answer
from slarules.cli.asked import moment_of
from slarules.cli.compare import why_json
from slarules.cli.compare_page import why_words
from slarules.cli.given import given_by
from slarules.cli.page import Heading, Lines
from slarules.cli.readings import change_json
from slarules.comparison import what_if
from slarules.documents import tree
from slarules.errors import QuestionError, ShiftTextError
from slarules.events import ROW_OF
from slarules.explain import Form, explain
from slarules.sensitivity_words import change_words
from slarules.words import event_word
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from slarules.calendar import BusinessCalendar
    from slarules.cli.given import Given
    from slarules.cli.page import Block
    from slarules.comparison import WhatIf
    from slarules.terms import Language

SCHEMA: Final = "slarules/what-if/1"
WANTED: Final = "--registered-at with a moment, or --shift with an entry and by how much"

_SHIFT: Final = re.compile(
    r"(\d{1,6})=([+-])(?=\d)(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?", re.ASCII
)


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return both answers and what is different between them."""
    registered = arguments.registered_at
    if registered is None and not arguments.shift:
        raise QuestionError("whatif", (), WANTED)
    shifts = [shift_of(text) for text in arguments.shift]
    given = given_by(arguments)
    agreed = agreed_of(arguments)
    found = what_if(
        agreed,
        given.incident,
        given.as_of,
        registered_at=None if registered is None else moment_of(registered, "--registered-at"),
        shifts=shifts,
        service=given.service,
    )
    if isinstance(agreed, Agreement):
        calendar = agreed.calendar
    else:
        calendar = agreed.at(given.incident.registration.at).calendar
    return Answer(
        document=lambda: _document(found),
        page=lambda: _page(found, given, calendar, language),
    )


def shift_of(text: str) -> tuple[int, timedelta]:
    """
    Return the place of an event, from 0, and by how much it moves: ``2=+1d``, ``3=-2h30m``.

    Entries are numbered from 1, as the pages number them.

    Raises:
        ShiftTextError: The text says neither.
    """
    found = _SHIFT.fullmatch(text.strip())
    if found is None or int(found[1]) < 1:
        raise ShiftTextError(text)
    days, hours, minutes = (int(part or 0) for part in found.group(3, 4, 5))
    amount = timedelta(days=days, hours=hours, minutes=minutes)
    return int(found[1]) - 1, amount if found[2] == "+" else -amount


def _document(found: WhatIf) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "number": found.before.number,
        "incident": tree(found.incident),
        "changes": [change_json(change) for change in found.changes],
        "why": [why_json(why) for why in found.whys],
        "before": tree(found.before),
        "after": tree(found.after),
    }


def _page(
    found: WhatIf, given: Given, calendar: BusinessCalendar, language: Language
) -> Iterator[Block]:
    moment = written_moment(calendar.local(found.before.as_of), language)
    number = found.before.number
    yield Heading(SAY["title"].of(language).format(number=number, moment=moment))
    yield Heading(SAY["supposed"].of(language))
    yield Lines(tuple(_moved(found, given, calendar, language)), "- ")
    yield Heading(SAY["changes"].of(language))
    if not found.changes:
        yield Lines((SAY["nothing"].of(language),))
        return
    yield Lines((SAY["zone"].of(language).format(zone=calendar.zone),))
    said = [line for change in found.changes for line in change_words(change, language)]
    yield Lines((*said, *(why_words(why, language) for why in found.whys)), "- ")
    if not found.whys:
        return
    yield Heading(SAY["verdicts"].of(language))
    changed = {why.obligation for why in found.whys}
    yield Lines(
        tuple(
            explain(verdict, language=language, form=Form.SHORT)
            for verdict in found.after.verdicts
            if verdict.obligation in changed
        ),
        "- ",
    )


def _moved(
    found: WhatIf, given: Given, calendar: BusinessCalendar, language: Language
) -> Iterator[str]:
    """Yield the entries that were moved, and to when."""
    pairs = zip(given.incident.events, found.incident.events, strict=True)
    for place, (was, now) in enumerate(pairs, 1):
        if was.at != now.at:
            yield (
                SAY["moved"]
                .of(language)
                .format(
                    place=place,
                    event=event_word(ROW_OF[type(was)].kind, language),
                    before=written_moment(calendar.local(was.at), language),
                    after=written_moment(calendar.local(now.at), language),
                )
            )
