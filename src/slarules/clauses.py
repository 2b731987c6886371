"""
The register of the contract's paragraphs: what each demands, and the numbers it names.

The paragraphs have no numbers of their own; an id is the section, a dot and the ordinal within
it, and is permanent. The summaries are ours: the text itself is not part of the project, only
its fingerprints are (``clause_fingerprints.py``).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.clause_fingerprints import FINGERPRINTS
from slarules.errors import UnknownClauseError
from slarules.record import Record
from slarules.terms import ClauseId, ClauseKind, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE, DEFINITION, DUTY, STATEMENT = ClauseKind


class NumberUnit(Word):
    """What a number of the contract counts."""

    HOUR_OF_DAY = "hour-of-day"
    """An hour on the Moscow clock (1.1, 4.3)."""
    BUSINESS_DAY = "business-day"
    ACCOUNT = "account"
    CATEGORY = "category"
    LEVEL = "level"
    """The number of a level of severity (4.5), not a count."""
    ROUTE = "route"
    """The number of a route for requests of category E (4.2), not a count."""
    PHONE_NUMBER = "phone-number"
    """The digits of a telephone number from the country's code on."""


class Number(Record):
    """
    A number a paragraph names.

    ``written`` is how its normalised words stand in the text (``contract_text.normalised``), so
    that a copy of the contract with another number can be told.
    """

    value: int
    unit: NumberUnit
    written: str
    what: Text


class Clause(Record):
    """
    A paragraph of the contract.

    ``reason`` says of a statement why nothing can be computed from it. ``fingerprint`` is the
    SHA-256 of the normalised text.
    """

    id: ClauseId
    kinds: tuple[ClauseKind, ...]
    summary: Text
    numbers: tuple[Number, ...] = ()
    reason: Text | None = None
    fingerprint: str

    @property
    def section(self) -> int:
        """The section the paragraph stands in, 0 to 4."""
        return int(self.id.partition(".")[0])


def _clause(  # one row of the register
    clause_id: str,
    *kinds: ClauseKind,
    ru: str,
    en: str,
    numbers: tuple[Number, ...] = (),
    reason: Text | None = None,
) -> Clause:
    return Clause(
        id=ClauseId(clause_id),
        kinds=kinds,
        summary=Text(ru, en),
        numbers=numbers,
        reason=reason,
        fingerprint=FINGERPRINTS[clause_id],
    )


def _number(value: int, unit: NumberUnit, written: str, ru: str, en: str) -> Number:
    return Number(value=value, unit=unit, written=written, what=Text(ru, en))


def _level(value: int, ru: str, en: str) -> Number:
    return _number(value, NumberUnit.LEVEL, str(value), f"уровень: {ru}", f"level: {en}")


_ROWS: Final = (
    _clause(
        "0.1",
        DEFINITION,
        ru="Поддержка выстроена по ITIL/ITSM. Обязывает отдельное соглашение (SLA), подписанное "
        "обеими сторонами; этот текст его описывает, а при расхождении действует подписанное.",
        en="Support is built on ITIL/ITSM. What binds is a separate agreement (SLA) that both "
        "parties sign; this text describes it, and where they differ the signed one governs.",
    ),
    _clause(
        "1.1",
        RULE,
        ru="Со службой можно связаться в рабочие дни, с 10:00 до 19:00 по Москве: два телефона "
        "(Москва, Санкт-Петербург) и один адрес почты. Часы веб-интерфейса HelpDesk не названы.",
        en="The service can be reached on business days, 10:00–19:00 Moscow time, by two "
        "telephones (Moscow, St Petersburg) and one e-mail address. No hours are named for the "
        "web interface of HelpDesk.",
        numbers=(
            _number(10, NumberUnit.HOUR_OF_DAY, "10 00", "начало работы службы", "the desk opens"),
            _number(19, NumberUnit.HOUR_OF_DAY, "19 00", "конец работы службы", "the desk closes"),
            _number(
                7_495_223_46_76,
                NumberUnit.PHONE_NUMBER,
                "7 495 223 46 76",
                "телефон в Москве",
                "telephone in Moscow",
            ),
            _number(
                7_812_438_16_88,
                NumberUnit.PHONE_NUMBER,
                "7 812 438 16 88",
                "телефон в Санкт-Петербурге",
                "telephone in St Petersburg",
            ),
        ),
    ),
    _clause(
        "1.2",
        STATEMENT,
        ru="Приглашение обращаться с вопросами, на которые сайт не отвечает.",
        en="An invitation to ask what the site does not answer.",
        reason=Text(
            "Приглашение и обещание постараться: ни срока, ни проверяемого результата.",
            "An invitation and a promise to try: no period, and no result one could check.",
        ),
    ),
    _clause(
        "2.1",
        RULE,
        ru="Регистрация инцидента и работа над ним идут только через HelpDesk, веб-интерфейсом "
        "или горячей линией, и лишь когда в HelpDesk есть запись с уникальным номером.",
        en="An incident is registered and worked on through HelpDesk alone, by its web interface "
        "or the hotline, and only once HelpDesk has a record of it with a unique number.",
    ),
    _clause(
        "2.2",
        RULE,
        DUTY,
        ru="Специалисты и пользователи Заказчика получают две учётные записи; ещё — когда он "
        "попросит. Ни предела, ни цены, ни срока их создания нет.",
        en="The Customer's specialists and users get two accounts, and more when it asks. No "
        "limit, price or time to make them is stated.",
        numbers=(
            _number(
                2, NumberUnit.ACCOUNT, "две", "учётные записи HelpDesk", "accounts of HelpDesk"
            ),
        ),
    ),
    _clause(
        "2.3",
        RULE,
        ru="Учётные записи открываются после подписания и оплаты поддержки (фраза испорчена) и "
        "живут, пока идёт её срок. Срок вышел и не продлён — доступ закрыт, и поддержки нет до "
        "нового подписанного договора.",
        en="Accounts open after support is signed and paid for (the phrase is corrupt) and live "
        "as long as its term. Once the term is over and not renewed they are blocked, and there "
        "is no support until a new contract is signed.",
    ),
    _clause(
        "3.1",
        RULE,
        DUTY,
        ru="Сначала вопрос смотрит администратор или ответственный специалист Заказчика, он же "
        "при нужде регистрирует. В стандартной поддержке по телефону и личной почте ничего не "
        "принимают и не обсуждают. Исключение — не работает веб-интерфейс HelpDesk: тогда "
        "принимают и так, пока он не восстановлен, а о восстановлении Исполнитель сообщает.",
        en="The Customer's administrator or responsible specialist looks at a matter first and "
        "registers it where needed. Standard support neither takes nor discusses matters by "
        "phone or personal e-mail. Exception: while the web interface of HelpDesk is down the "
        "Executor takes them that way too, until it is restored, and then says that it is.",
    ),
    _clause(
        "3.2",
        RULE,
        DUTY,
        ru="Инцидент зарегистрирован тогда, когда он записан в HelpDesk. Официально только то, "
        "что прошло через HelpDesk; важные договорённости заносятся в инцидент.",
        en="An incident is registered at the time HelpDesk has it recorded. Only what passes "
        "through HelpDesk is official; key agreements are put down in the incident.",
    ),
    _clause(
        "3.3",
        RULE,
        ru="Реакция — запись или комментарий Исполнителя в этом инциденте в HelpDesk; время "
        "реакции — когда они сделаны.",
        en="A reaction is a record or comment the Executor makes in that incident in HelpDesk; "
        "its time is when it was made.",
    ),
    _clause(
        "3.4",
        RULE,
        DUTY,
        ru="Часы решения идут с воспроизведения проблемы: на стенде Исполнителя либо на стенде "
        "или рабочей системе Заказчика, если туда есть удалённый доступ. Исполнитель отмечает "
        "в комментарии и этот момент, и начало работ.",
        en="The resolution clock runs from the reproduction of the problem: on the Executor's "
        "bench, or on the Customer's bench or live system if the Executor has remote access. "
        "The Executor marks that moment and the start of work in a comment.",
    ),
    _clause(
        "3.5",
        DUTY,
        ru="О каждом действии с инцидентом HelpDesk извещает всех его участников.",
        en="HelpDesk tells every participant of an incident of every action on it.",
    ),
    _clause(
        "3.6",
        DEFINITION,
        ru="Категорий пять: A — окружение, B — внешнее ПО в составе продукта, C — сам продукт, "
        "D — настройка, администрирование и использование, E — новая функциональность.",
        en="There are five categories: A the environment, B external software inside the "
        "product, C the product itself, D setting up, administering and using it, E more "
        "functionality.",
        numbers=(
            _number(5, NumberUnit.CATEGORY, "5", "категории проблем", "categories of problems"),
        ),
    ),
    _clause(
        "3.7",
        DEFINITION,
        ru="A: администрирование аппаратуры, ресурсов, системного ПО и того ПО, за которое "
        "отвечает Заказчик.",
        en="A: administering hardware, resources, system software and whatever software is in "
        "the Customer's care.",
    ),
    _clause(
        "3.8",
        DEFINITION,
        ru="B: неполадки внешнего ПО — чужих программ и библиотек, которые поставляются внутри "
        "продукта как его часть.",
        en="B: trouble with external software, that is, other companies' programs and libraries "
        "that ship inside the product as a part of it.",
    ),
    _clause(
        "3.9",
        DEFINITION,
        ru="C: ошибки самого продукта. Модуль ведёт себя не так, как сказано в документации и "
        "руководстве; базовый модуль сбоит по вине продукта; продукт испортил файлы или данные.",
        en="C: the product's own errors. A module behaves otherwise than the documentation and "
        "the manual say; a base module fails through the product's fault; the product damaged "
        "files or data.",
    ),
    _clause(
        "3.10",
        DEFINITION,
        ru="D: как что-то устроено и как что-то сделать; настройка продукта и его частей; ошибки "
        "самих пользователей; вид выходных результатов модуля.",
        en="D: how something works and how to do something; setting up the product and its "
        "parts; users' own mistakes; the format of a module's output.",
    ),
    _clause(
        "3.11",
        DEFINITION,
        ru="E: изменить или создать функцию или интерфейс, сделать существующее удобнее и тому "
        "подобное; сюда же — изменить компонент так, что он отойдёт от стандартного поведения.",
        en="E: to change or create a function or an interface, to make what exists better, and "
        "the like; also to change a component so that it leaves the standard behaviour.",
    ),
    _clause(
        "4.1",
        RULE,
        DUTY,
        ru="A и D — забота специалистов Заказчика и вне стандартной поддержки, кроме "
        "рекомендаций и консультаций: комментария поддержки о том, как решить вопрос или где "
        "это описано.",
        en="A and D are in the care of the Customer's specialists and outside standard support, "
        "save for recommendations and consultations: a comment by support on how to solve the "
        "matter, or where that is documented.",
    ),
    _clause(
        "4.2",
        RULE,
        DUTY,
        ru="E только записывают, чтобы знать пожелания. Путь 1, нужное не одному Заказчику: план "
        "развития продукта, очередь Исполнителя, обновление с выпуском версии по действующему "
        "договору. Путь 2, особое: дополнительное соглашение с заданием, планом и сроками, "
        "поставка ему одному. Кто выбирает путь, не сказано.",
        en="E is only recorded, so that wishes are known. Route 1, not peculiar to the Customer: "
        "the product's own plan, the Executor's queue, an update with a release under the "
        "contract then in force. Route 2, peculiar: a supplementary agreement with a "
        "specification, plan and dates, delivered to that Customer alone. Who picks the route "
        "is not said.",
        numbers=(
            _number(
                1, NumberUnit.ROUTE, "1", "путь: общее развитие продукта", "route: the common plan"
            ),
            _number(
                2, NumberUnit.ROUTE, "2", "путь: отдельное соглашение", "route: an agreement apart"
            ),
        ),
    ),
    _clause(
        "4.3",
        RULE,
        ru="Реакция на B и C: записано в HelpDesk раньше 12:00 по Москве — в тот же рабочий "
        "день, иначе — в следующий.",
        en="Reaction to B and C: within the same business day if the incident is registered "
        "before 12:00 Moscow time, otherwise within the next one.",
        numbers=(
            _number(
                12,
                NumberUnit.HOUR_OF_DAY,
                "12",
                "раньше него — реакция в тот же день",
                "before it, the reaction is due the same day",
            ),
        ),
    ),
    _clause(
        "4.4",
        RULE,
        DUTY,
        ru="Решение B длится до исправления владельцем внешнего ПО или до обходного пути. Если "
        "за 60 рабочих дней от регистрации решить нельзя, Исполнитель ищет замену этому ПО; "
        "время замены согласуют отдельно.",
        en="Resolving B takes until the owner of the external software mends it, or until there "
        "is a workaround. If that cannot be done within 60 business days of registration, the "
        "Executor looks for other software in its place; the time of replacing is agreed apart.",
        numbers=(
            _number(
                60,
                NumberUnit.BUSINESS_DAY,
                "60",
                "от регистрации до поиска замены",
                "from registration to the search for a replacement",
            ),
        ),
    ),
    _clause(
        "4.5",
        DEFINITION,
        ru="У категории C четыре уровня: критический, серьёзный, незначительный и «не ошибка "
        "продукта».",
        en="Category C has four levels: critical, serious, minor, and not an error of the product.",
        numbers=(
            _level(1, "критическая ошибка", "critical"),
            _level(2, "серьёзная ошибка", "serious"),
            _level(3, "незначительная ошибка", "minor"),
            _level(4, "не ошибка продукта", "not an error of the product"),
        ),
    ),
    _clause(
        "4.6",
        DEFINITION,
        ru="C1: из-за сбоя продукта системой в целом нельзя пользоваться никак.",
        en="C1: a failure of the product makes the system as a whole unusable in every form.",
        numbers=(_level(1, "критическая ошибка", "critical"),),
    ),
    _clause(
        "4.7",
        DEFINITION,
        ru="C2: ошибка серьёзно мешает работе, и обойти её нельзя.",
        en="C2: the error seriously hinders work, and there is no way round it.",
        numbers=(_level(2, "серьёзная ошибка", "serious"),),
    ),
    _clause(
        "4.8",
        DEFINITION,
        ru="C3: задета какая-то функция, большинство работать может, и есть обходной путь.",
        en="C3: some function is touched, most users can work, and there is a way round it.",
        numbers=(_level(3, "незначительная ошибка", "minor"),),
    ),
    _clause(
        "4.9",
        RULE,
        DUTY,
        ru="C4: это вовсе не ошибка продукта, а A или D; после регистрации специалисты "
        "Исполнителя переводят инцидент туда. Когда — не сказано; о B и E речи нет.",
        en="C4: no error of the product at all but a matter of A or D; once it is registered the "
        "Executor's specialists move it there. When is not said; B and E are not mentioned.",
        numbers=(_level(4, "не ошибка продукта", "not an error of the product"),),
    ),
    _clause(
        "4.10",
        RULE,
        ru="Срок решения ошибки считают от воспроизведения у Исполнителя или от наблюдения её "
        "удалённо на серверах и рабочих местах Заказчика. Длина срока не указана ни для одного "
        "уровня.",
        en="The period to resolve an error counts from its reproduction at the Executor's, or "
        "from watching it remotely on the Customer's servers and workstations. How long it is, "
        "is stated for no level.",
    ),
    _clause(
        "4.11",
        RULE,
        DUTY,
        ru="Исполнитель может попросить уточнений; просьбу он пишет в сам инцидент. Если три "
        "рабочих дня Заказчик не даёт ни сведений, ни комментария, всё закрывается само, и "
        "проблема считается решённой.",
        en="The Executor may ask for clarification, and enters that in the incident. If for "
        "three business days the Customer gives neither information nor a comment, it closes by "
        "itself and the problem counts as resolved.",
        numbers=(
            _number(
                3,
                NumberUnit.BUSINESS_DAY,
                "3",
                "молчание Заказчика до автоматического закрытия",
                "the Customer's silence before the automatic closing",
            ),
        ),
    ),
    _clause(
        "4.12",
        RULE,
        ru="Категорию, уровень и приоритет меняют в HelpDesk, лишь договорившись с Заказчиком.",
        en="Category, level and priority in HelpDesk change only with the Customer's agreement.",
    ),
)

CLAUSES: Final[Mapping[ClauseId, Clause]] = MappingProxyType({row.id: row for row in _ROWS})
"""Every paragraph by its id, in the order of the text."""


def clause(clause_id: str, /) -> Clause:
    """
    Return a paragraph of the register.

    Raises:
        UnknownClauseError: The register has no such paragraph; the nearest are named.
    """
    found = CLAUSES.get(ClauseId(clause_id))
    if found is None:
        raise UnknownClauseError(clause_id, _nearest(clause_id))
    return found


def _nearest(clause_id: str, most: int = 3) -> tuple[ClauseId, ...]:
    """Return the ids closest by section, then by ordinal; none if no two numbers are given."""
    import re

    asked = re.fullmatch(r"\D*(\d{1,9})\D+(\d{1,9})\D*", clause_id)
    if asked is None:
        return ()
    section, ordinal = map(int, asked.groups())

    def distance(known: ClauseId) -> tuple[int, int]:
        its_section, _, its_ordinal = known.partition(".")
        return abs(int(its_section) - section), abs(int(its_ordinal) - ordinal)

    return tuple(sorted(CLAUSES, key=distance)[:most])
