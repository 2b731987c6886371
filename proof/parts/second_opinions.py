"""What others answer: three helpdesk systems, the Bank of Russia, numpy, dateutil, workclock."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from proof.part import Outcome, Part, Table, Text, Tried
from tests import second_opinions, test_bank_of_russia, test_calendar_conformance
from tests.exhaustion.found import Found
from tests.oracles.official import official_days

TRIED: Final[dict[str, Text]] = {
    "helpdesk systems": Text(
        "ответы трёх систем учёта обращений на их собственные вопросы",
        "three helpdesk systems' answers to their own questions",
    ),
    "Bank of Russia": Text(
        "примеры Банка России о мае 2020 года", "examples of the Bank of Russia about May 2020"
    ),
    "declared days": Text(
        "дни, объявленные Президентом нерабочими, при обоих вариантах decree-days",
        "days the President declared non-working, under both options of decree-days",
    ),
    "numpy.is_busday": Text("каждый день 1999–2027 годов", "every day of 1999–2027"),
    "numpy.busday_offset": Text(
        "каждый день ± 1 … 300 рабочих дней", "every day ± 1 … 300 business days"
    ),
    "numpy.busday_count": Text(
        "рабочие дни между двумя днями, в обе стороны", "business days between two days, either way"
    ),
    "dateutil.rrule, days": Text("каждый день 1999–2027 годов", "every day of 1999–2027"),
    "dateutil.rrule, openings": Text("каждое открытие", "every opening"),
    "dateutil.rrule, closings": Text("каждое закрытие", "every closing"),
    "workclock, open": Text(
        "восемь мгновений каждого дня: открыто ли", "eight moments of every day: is it open"
    ),
    "workclock, next opening": Text(
        "восемь мгновений каждого дня: ближайшее открытие",
        "eight moments of every day: the next opening",
    ),
    "workclock, next closing": Text(
        "восемь мгновений каждого дня: ближайшее закрытие",
        "eight moments of every day: the next closing",
    ),
    "workclock, time added": Text(
        "восемь мгновений каждого дня: плюс рабочее время",
        "eight moments of every day: service time added",
    ),
    "workclock, time between": Text(
        "рабочее время от часа до четырёх лет", "service time over an hour to four years"
    ),
}
NUMPY_WEEK: Final = Text(
    "numpy: неделя с понедельника по пятницу", "numpy: a week of Monday to Friday"
)
TRAPS: Final[dict[str, tuple[Text, Text]]] = {
    "numpy-weekmask-sixty": (
        NUMPY_WEEK,
        Text("день + 60 рабочих дней", "a day + 60 business days"),
    ),
    "numpy-weekmask-year": (NUMPY_WEEK, Text("рабочих дней за год", "business days of a year")),
    "numpy-roll-forward": (
        Text("numpy: roll='forward'", "numpy: roll='forward'"),
        Text("день + 1 рабочий день", "a day + 1 business day"),
    ),
    "dateutil-weekdays": (
        Text("dateutil: правило с понедельника по пятницу", "dateutil: a rule of Monday to Friday"),
        Text("рабочий ли день", "is it a business day"),
    ),
    "workclock-weekdays-year": (
        Text(
            "workclock: неделя с понедельника по пятницу", "workclock: a week of Monday to Friday"
        ),
        Text("рабочее время за год", "service time of a year"),
    ),
}


def run() -> Outcome:
    """Ask them all."""
    found = Found()
    helpdesks(found)
    bank_of_russia(found)
    for said in (
        second_opinions.numpy_says,
        second_opinions.dateutil_says,
        second_opinions.workclock_says,
    ):
        found.join(said())
    traps = second_opinions.traps()
    failed = list(found.differing)
    failed += [f"nothing was asked: {name}" for name in TRIED if not found.asked[name]]
    failed += [f"a trap that is none: {trap.name}" for trap in traps if not trap.wrong]
    return Outcome(
        tried=(Tried(Text("ответов сличено", "answers compared"), found.asked.total()),),
        found=(
            Text(
                "Пути, на которых другие программы ошибаются, если рассказать им о календаре "
                "привычным образом, сосчитаны ниже; при верном рассказе расхождений нет.",
                "The ways on which other programs go wrong when told the calendar as one is used "
                "to are counted below; told rightly, they differ in nothing.",
            ),
        ),
        tables=(
            Table(
                Text("Сличено", "Compared"),
                (Text("С чем", "With"), Text("О чём", "Of what"), Text("Раз", "Times")),
                tuple((name, what, found.asked[name]) for name, what in TRIED.items()),
            ),
            Table(
                Text("Ловушки", "Traps"),
                (
                    Text("Как рассказано", "As told"),
                    Text("О чём спрошено", "Asked"),
                    Text("Раз", "Times"),
                    Text("Неверно", "Wrong"),
                ),
                tuple((*TRAPS[trap.name], trap.asked, trap.wrong) for trap in traps),
            ),
            Table(
                Text("Версии", "Versions"),
                (Text("Пакет", "Package"), Text("Версия", "Version")),
                tuple((name, version(name)) for name in ("numpy", "python-dateutil", "workclock")),
            ),
        ),
        failed=tuple(failed),
    )


def helpdesks(found: Found) -> None:
    """1.1: other systems' published answers to their own questions."""
    for case in test_calendar_conformance.CASES:
        got = test_calendar_conformance.ask(case)
        expected = test_calendar_conformance.expected(case)
        found.hold("helpdesk systems", case["id"], got, expected)


def bank_of_russia(found: Found) -> None:
    """1.1, decree-days: what becomes of a due day in May 2020, and of every declared day."""
    bank = test_bank_of_russia
    by_default, by_the_other = bank.AS_BUSINESS_DAYS, bank.AS_DAYS_OFF
    becomes = {
        bank.FRI_2020_05_01: bank.WED_2020_05_06,
        bank.SAT_2020_05_09: bank.TUE_2020_05_12,
        bank.WED_2020_05_06: bank.WED_2020_05_06,
        bank.THU_2020_05_07: bank.THU_2020_05_07,
        bank.FRI_2020_05_08: bank.FRI_2020_05_08,
    }
    for due, day in becomes.items():
        found.hold("Bank of Russia", due, bank.moved(by_default, due), day)
        moved = bank.moved(by_the_other, due)
        found.hold("Bank of Russia", due, moved, bank.TUE_2020_05_12)
    for row in official_days().values():
        if row.presidential:
            works = by_default.calendar.is_business_day(row.day)
            found.hold("declared days", row.day, works, row.working)
            works = by_the_other.calendar.is_business_day(row.day)
            found.hold("declared days", row.day, works, wanted=False)


PART: Final = Part(
    name="second-opinions",
    title=Text("Вторые мнения", "Second opinions"),
    method=Text(
        "Другие программы и органы спрошены о том, о чём они могут ответить, по тем же дням; "
        "любое расхождение — провал. О рабочей субботе каждой сказано тем единственным способом, "
        "каким она может о ней узнать.",
        "Other programs and authorities are asked what they can answer, over the same days; any "
        "disagreement is a failure. Each is told of a worked Saturday in the one way it can be.",
    ),
    covers=(
        "src/slarules/agreement.py",
        "src/slarules/calendar/*.py",
        "src/slarules/daytable.py",
        "src/slarules/russia*.py",
        "src/slarules/timeline.py",
        "src/slarules/spans.py",
        "src/slarules/parameters.py",
        "tests/second_opinions.py",
        "tests/exhaustion/found.py",
        "tests/test_bank_of_russia.py",
        "tests/test_calendar_conformance.py",
        "tests/data/business-time.json",
        "tests/oracles/official.py",
        "shared:calendar/production-calendar.csv",
        "shared:conformance/business-time.json",
    ),
    run=run,
)
