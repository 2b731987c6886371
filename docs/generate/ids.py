"""
Where each permanent id has its place in the documentation, and text with its ids made links.

A paragraph, a reading, an example, a year has a page; a rule, a finding, a recorded answer, an
error, an event has an anchor, which is the id itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, assert_never

from docs.generate.model import Ref
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES
from slarules.coverage import Citing
from slarules.events import EVENT_OF
from slarules.findings import FINDING
from slarules.reading_rows import READING_ROWS
from slarules.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docs.generate.model import Run, Runs
    from slarules.terms import Language

OBLIGATIONS: Final = "tables/obligations"
EVENTS: Final = "tables/events"


def clause_ref(clause: str) -> Ref:
    """Return a link to a paragraph."""
    return Ref(f"clauses/{clause}", clause)


def clause_refs(clauses: Iterable[str]) -> Runs:
    """Return links to paragraphs, commas between them."""
    return _listed(map(clause_ref, clauses))


def rule_ref(rule: str) -> Ref:
    """Return a link to a rule row, on the page of the paragraph that decides it."""
    return Ref(f"clauses/{rule.split('-')[1]}", rule, rule, code=True)


def finding_ref(finding: str) -> Ref:
    """Return a link to a finding, on the page of its paragraph."""
    return Ref(f"clauses/{finding.split('-')[1]}", finding, finding, code=True)


def reading_ref(switch: str) -> Ref:
    """Return a link to a reading."""
    return Ref(f"readings/{switch}", switch, code=True)


def choice_ref(choice: str) -> Ref:
    """Return a link to a reading from one of its choices, ``switch=option``."""
    return Ref(f"readings/{choice.partition('=')[0]}", choice, code=True)


def answer_ref(answer: str) -> Ref:
    """Return a link to a recorded answer."""
    return Ref("answers", answer, answer, code=True)


def error_ref(error: str) -> Ref:
    """Return a link to a refusal."""
    return Ref("errors", error, error, code=True)


def event_ref(kind: str) -> Ref:
    """Return a link to a kind of event."""
    return Ref(EVENTS, kind, kind, code=True)


def refs(kind: Citing, ids: Iterable[str]) -> Runs:
    """Return links to the parts of the package of one kind, commas between them."""
    return _listed(_ref(kind, each) for each in ids)


def _ref(kind: Citing, cited: str) -> Ref:
    match kind:
        case Citing.RULE | Citing.REMINDER:
            return rule_ref(cited)
        case Citing.FINDING:
            return finding_ref(cited)
        case Citing.READING:
            return reading_ref(cited)
        case Citing.ANSWER:
            return answer_ref(cited)
        case Citing.FIGURE:
            return Ref(OBLIGATIONS, cited, f"figure-{cited}", code=True)
        case Citing.OBLIGATION:
            return Ref(OBLIGATIONS, cited, cited, code=True)
        case Citing.EVENT:
            return event_ref(cited)
        case Citing.REFUSAL:
            return error_ref(cited)
        case _ as unreachable:
            assert_never(unreachable)


def _listed(found: Iterable[Ref]) -> Runs:
    runs: list[Run] = []
    for ref in found:
        if runs:
            runs.append(", ")
        runs.append(ref)
    return tuple(runs)


@cache
def _ids() -> re.Pattern[str]:
    """Return what finds an id in a text: the longest first, not inside a longer word."""
    known = [*RULES, *FINDING, *READING_ROWS, *ANSWERS, *CLAUSES]
    either = "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True))
    choice = r"(?P<option>=[a-z0-9-]+)?"
    # "Python 3.11" and "4.1 µs" are a release and a measure, and no paragraphs.
    measure = r"[ \u00a0](?:[×%]|(?:[mµn]s|мс|мкс|нс|MiB|MB|МиБ|МБ)\b)"
    after = rf"(?![\w-]|\.\d|:\d|{measure})"
    return re.compile(rf"(?<![\w.=-])(?<!Python )(?P<id>{either}){choice}{after}")


def prose(text: str) -> Runs:
    """Return a text with the ids in it made links to their places."""
    return tuple(_prose(text))


def _prose(text: str) -> Iterator[Run]:
    place = 0
    for found in _ids().finditer(text):
        ref = _known(found["id"], found["option"] or "")
        if ref is not None:
            yield from filter(None, (text[place : found.start()], ref))
            place = found.end()
    yield from filter(None, (text[place:],))


def _known(known: str, option: str) -> Ref | None:
    if known in READING_ROWS:
        return choice_ref(known + option) if option else reading_ref(known)
    if option:
        return None
    if known in CLAUSES:
        return clause_ref(known)
    if known in ANSWERS:
        # An id of one word is a word of the language too ("withdrawn").
        return answer_ref(known) if "-" in known else None
    return rule_ref(known) if known in RULES else finding_ref(known)


def is_event(kind: str) -> bool:
    """Return whether this is a kind of event."""
    return kind in EVENT_OF


def paragraph(number: str, language: Language) -> str:
    """Return how a paragraph is named: «Пункт 4.3», "Paragraph 4.3"."""
    return f"{'Пункт' if language.value == 'ru' else 'Paragraph'} {number}"
