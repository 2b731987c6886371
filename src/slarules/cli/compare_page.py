"""A comparison in words: what every page of it says, and the page of text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from slarules.cli.agreement_phrases import COMPARE as SAY
from slarules.cli.page import Heading, Lines, Table
from slarules.sensitivity_words import change_words
from slarules.step_words import cited
from slarules.words import word
from slarules.written import written_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.cli.compare import Compared
    from slarules.cli.page import Block
    from slarules.comparison import Difference, Why
    from slarules.terms import Language, Outcome

SHOWN: Final = 20
"""Incidents a page of text names; all of them are in the other forms."""


def page(made: Compared, language: Language, written: str | None) -> Iterator[Block]:
    """Yield the comparison for people."""
    yield Heading(title(made, language))
    yield Lines((as_of_words(made, language),))
    yield Heading(SAY["agreements"].of(language))
    listed = made.differences
    if listed:
        header = ("", SAY["before"].of(language), SAY["after"].of(language))
        yield Table(header, listed)
    else:
        yield Lines((SAY["editions" if listed is None else "nothing"].of(language),))
    yield Heading(SAY["totals"].of(language))
    yield Table(("", SAY["number"].of(language)), totals(made, language))
    if made.found.turns:
        yield Heading(SAY["turns"].of(language))
        yield Table(turn_header(language), turns(made, language))
        yield Heading(SAY["incidents"].of(language))
    for one in made.found.different[:SHOWN]:
        lines = incident_lines(one, language)
        number = SAY["incident"].of(language).format(number=one.number)
        yield Lines((number, *(f"  - {line}" for line in lines)))
    more = len(made.found.different) - SHOWN
    if more > 0:
        yield Lines((SAY["more"].of(language).format(number=more),))
    if made.found.refused:
        yield Heading(SAY["refusals"].of(language))
        refused = made.found.refused[:SHOWN]
        yield Lines(tuple(f"{one.number}: {one.reason}" for one in refused), "- ")
    if written is not None:
        yield Lines((SAY["written"].of(language).format(path=written),))


def title(made: Compared, language: Language) -> str:
    """Return what is compared with what."""
    first, second = made.names
    return SAY["title"].of(language).format(a=_short(first), b=_short(second))


def _short(name: str) -> str:
    """Return a file's name without its folders, with the readings after it."""
    path, space, readings = name.partition(" ")
    return f"{Path(path).name}{space}{readings}"


def as_of_words(made: Compared, language: Language) -> str:
    """Return the moment of the comparison, and whose clock it is."""
    moment = written_moment(made.found.as_of.astimezone(made.zone), language)
    return SAY["as-of"].of(language).format(moment=moment, zone=made.zone)


def totals(made: Compared, language: Language) -> tuple[tuple[str, str], ...]:
    """Return the rows that every incident is counted in once."""
    found = made.found
    rows = [(SAY["read"].of(language), made.read)]
    for reason, number in made.excluded.items():
        said = SAY["excluded"].of(language).format(reason=word(reason, language))
        rows.append((f"  {said}", number))
    if found.refused:
        rows.append((f"  {SAY['refused'].of(language)}", len(found.refused)))
    rows += [
        (SAY["compared"].of(language), found.compared),
        (f"  {SAY['same'].of(language)}", found.same),
        (f"  {SAY['different'].of(language)}", len(found.different)),
    ]
    if made.unknown:
        rows.append((f"  {SAY['unknown'].of(language)}", made.unknown))
    return tuple((said, str(number)) for said, number in rows)


def turn_header(language: Language) -> tuple[str, ...]:
    """Return the header of the changed verdicts."""
    return tuple(SAY[key].of(language) for key in ("obligation", "before", "after", "number"))


def turns(made: Compared, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the changed verdicts, by what they were and became."""
    return tuple(
        (
            word(obligation, language),
            word(before, language),
            _became(before, after, language),
            str(number),
        )
        for (obligation, before, after), number in made.found.turns.items()
    )


def _became(before: Outcome, after: Outcome, language: Language) -> str:
    said = word(after, language)
    return SAY["moment"].of(language).format(outcome=said) if before is after else said


def incident_lines(one: Difference, language: Language) -> list[str]:
    """Return what differs of one incident, then why."""
    lines = [said for change in one.changes for said in change_words(change, language)]
    return lines + [why_words(why, language) for why in one.whys]


def why_words(why: Why, language: Language) -> str:
    """
    Return what decided a verdict on either side: the rule, the clauses, and what is not shared.

    Where nothing but the figures differs, that is said.
    """
    sides = []
    for ground, other in ((why.before, why.after), (why.after, why.before)):
        decided, *derived = ground.rules
        rules = dict.fromkeys((decided, *(one for one in derived if one not in other.rules)))
        readings = (choice for choice in ground.readings if choice not in other.readings)
        sides.append(", ".join([*rules, cited(ground.clauses, language), *readings]))
    obligation = f"{SAY['grounds'].of(language)}, {word(why.obligation, language)}"
    key = "figures" if sides[0] == sides[1] else "why"
    return SAY[key].of(language).format(obligation=obligation, before=sides[0], after=sides[1])
