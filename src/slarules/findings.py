"""
What a record shows against the contract: breaches of duties, and acts without effect.

One row a finding; the fold of ``history`` makes them, and each names its event.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NewType

from slarules.record import Record
from slarules.terms import ClauseId, RuleId, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

FindingId = NewType("FindingId", str)
"""A row of the table below: "F-", clause, ordinal. Permanent."""


class FindingKind(Word):
    """What a finding says."""

    BREACH = "breach"
    """A duty was not kept."""
    WITHOUT_EFFECT = "without-effect"
    """It happened, and the contract gives it no effect."""


class FindingRow(Record, kw_only=False):
    """One finding the library can make."""

    id: FindingId
    clause: ClauseId
    kind: FindingKind
    text: Text
    rule: RuleId | None = None
    """The rule row it guards, where no verdict does."""


def _row(
    finding: str, clause: str, kind: FindingKind, ru: str, en: str, rule: str | None = None
) -> FindingRow:
    guarded = None if rule is None else RuleId(rule)
    return FindingRow(FindingId(finding), ClauseId(clause), kind, Text(ru, en), guarded)


_BREACH, _NO_EFFECT = FindingKind

# fmt: off
FINDINGS: Final[tuple[FindingRow, ...]] = (
    _row("F-2.1-1", "2.1", _BREACH,
         "инцидент поступил не через веб-интерфейс HelpDesk и не по горячей линии",
         "the matter came neither by the HelpDesk web interface nor by the hotline"),
    _row("F-2.2-1", "2.2", _BREACH,
         "выдано меньше двух учётных записей",
         "fewer than two accounts were issued", "R-2.2-1"),
    _row("F-2.3-1", "2.3", _BREACH,
         "исполнитель работал по инциденту вне срока поддержки",
         "the Executor worked on the incident outside the term of support"),
    _row("F-3.1-1", "3.1", _BREACH,
         "обсуждение вне HelpDesk, когда он работал",
         "a discussion outside HelpDesk while it was up"),
    _row("F-3.1-2", "3.1", _BREACH,
         "нет записи о том, что заказчику сообщили о восстановлении HelpDesk",
         "no record that the Customer was told HelpDesk works again"),
    _row("F-3.2-1", "3.2", _NO_EFFECT,
         "согласие дано вне HelpDesk и в нём не записано",
         "agreement was given outside HelpDesk and is not recorded in it"),
    _row("F-3.2-2", "3.2", _NO_EFFECT,
         "ответ дан вне HelpDesk и срок молчания не прерывает",
         "the answer was given outside HelpDesk and does not stop the silence"),
    _row("F-3.4-1", "3.4", _BREACH,
         "решён без отметки о воспроизведении",
         "resolved with no mark of reproduction"),
    _row("F-3.4-2", "3.4", _NO_EFFECT,
         "воспроизведение там, где договор его не признаёт",
         "reproduced where the contract does not recognise it"),
    _row("F-3.4-3", "3.4", _BREACH,
         "решён без отметки о начале работ",
         "resolved with no mark of the start of work"),
    _row("F-3.5-1", "3.5", _BREACH,
         "участников не уведомили о действии",
         "the participants were not told of the action"),
    _row("F-4.4-1", "4.4", _NO_EFFECT,
         "отмечен решённым, но нет ни исправления от владельца ПО, ни обходного пути",
         "recorded as resolved with neither the owner's fix nor a workaround"),
    _row("F-4.9-1", "4.9", _BREACH,
         "уровень 4 так и не переведён в A или D",
         "level 4 was never moved to A or D"),
    _row("F-4.11-1", "4.11", _NO_EFFECT,
         "закрыт автоматически раньше срока молчания",
         "closed automatically before the silence had lasted long enough"),
    _row("F-4.11-2", "4.11", _NO_EFFECT,
         "запись заказчика после автоматического закрытия: это новый инцидент",
         "an entry of the Customer after the automatic closing: a new incident"),
    _row("F-4.11-3", "4.11", _NO_EFFECT,
         "запрос информации, который не начинает срока молчания",
         "a request for information that starts no silence"),
    _row("F-4.11-4", "4.11", _NO_EFFECT,
         "ответ, когда ни один запрос не открыт",
         "an answer with no request open"),
    _row("F-4.11-5", "4.11", _NO_EFFECT,
         "отозван запрос, который не открыт",
         "a request withdrawn that is not open"),
    _row("F-4.11-6", "4.11", _NO_EFFECT,
         "открыт заново инцидент, который и так открыт",
         "an open incident opened again"),
    _row("F-4.11-7", "4.11", _NO_EFFECT,
         "завершён тем, кто этого не может",
         "ended by a party that cannot end it"),
    _row("F-4.12-1", "4.12", _NO_EFFECT,
         "классификация изменена без согласия второй стороны",
         "reclassified without the other party's agreement"),
    _row("F-4.12-2", "4.12", _NO_EFFECT,
         "согласие на то, чего вторая сторона не предлагала",
         "agreement to what the other party did not propose"),
)
# fmt: on

FINDING: Final[Mapping[str, FindingRow]] = MappingProxyType({row.id: row for row in FINDINGS})


class Finding(Record):
    """A finding in one record: which row, which event, when."""

    id: FindingId
    event: int | None
    """The event's place in the record of the incident; None for one of the service."""
    at: datetime
    """When it happened or was missing, in UTC."""

    @property
    def row(self) -> FindingRow:
        """The row of the table: clause, kind and words."""
        return FINDING[self.id]

    @property
    def clause(self) -> ClauseId:
        """The paragraph it rests on."""
        return self.row.clause
