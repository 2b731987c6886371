"""
Write the bundled example log: an invented help desk, half a year, some 200 incidents.

Nobody's data: categories, times, questions and answers are drawn with a fixed seed, so that the
file can be made again byte for byte:

    python tools/make_example_log.py [--check]

Only ``random()`` is drawn from, the one method whose sequence Python promises to keep. The
package itself is not imported: the log must not know how it will be judged.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 20260401
PLACE = Path(__file__).resolve().parent.parent / "src/slarules/examples/helpdesk-ru.csv"
HEADER = ("Номер", "Время", "Действие", "Кто", "Категория", "Принято", "Тема")

FIRST, LAST = date(2025, 9, 1), date(2026, 3, 31)
OPENS, CLOSES = time(10), time(19)
SATURDAY = 5
# Days off of the half-year that are no Saturday or Sunday, and the Saturday that was worked.
OFF = frozenset(
    [date(2025, 11, 3), date(2025, 11, 4), date(2025, 12, 31)]
    + [date(2026, 1, day) for day in (1, 2, 5, 6, 7, 8, 9)]
    + [date(2026, 2, 23), date(2026, 3, 9)]
)
WORKED = frozenset([date(2025, 11, 1)])

ROBOT, NOBODY = "HelpDesk", ""
ADMIN, USER = "Администратор заказчика", "Пользователь заказчика"
ENGINEERS = ("Инженер 1", "Инженер 2", "Инженер 3", "Инженер 4")
UNCLASSIFIED = "не определена"
CELL = {
    "A": "A: окружение",
    "B": "B: внешнее ПО",
    "C": "C: ошибка ПП",
    "D": "D: вопрос",
    "E": "E: пожелание",
    "?": UNCLASSIFIED,
}
HOW_MANY = {"A": 24, "B": 38, "C": 74, "D": 38, "E": 22, "?": 4}
SUBJECTS = {
    "A": (
        "Закончилось место на диске сервера приложений",
        "После обновления ОС не запускается служба",
        "Настройка резервного копирования базы",
        "Смена сертификата на прокси-сервере",
        "Как перенести сервер на новую площадку",
    ),
    "B": (
        "Библиотека печати портит кириллицу в PDF",
        "Просмотрщик сканов падает на больших TIFF",
        "Поисковый индекс не видит новых документов",
        "Драйвер базы данных теряет соединение ночью",
        "Компонент подписи не принимает новый сертификат",
    ),
    "C": (
        "Отчёт за квартал считает отменённые заявки",
        "Не сохраняется вложение больше 20 МБ",
        "Маршрут согласования пропускает второй этап",
        "Поиск по номеру возвращает чужие карточки",
        "Печатная форма обрезает последнюю строку",
        "Ошибка 500 при открытии журнала",
        "Уведомление уходит дважды",
        "После импорта пропадают права на папку",
    ),
    "D": (
        "Как настроить замещение на время отпуска",
        "Где изменить шаблон письма",
        "Как выгрузить журнал в таблицу",
        "Пользователь не видит раздел",
        "Порядок столбцов в отчёте",
    ),
    "E": (
        "Добавить фильтр по подразделению",
        "Вторая подпись в печатной форме",
        "Тёмная тема интерфейса",
        "Выгрузка в формате партнёра",
        "Напоминание за день до срока",
    ),
    "?": ("Что-то с входом в систему", "Медленно открывается карточка"),
}


class Row(NamedTuple):
    """One row of the log, before it is written."""

    at: datetime
    number: str
    action: str
    who: str
    category: str = ""
    accepted: datetime | None = None
    subject: str = ""


class Chance:
    """What the seed decides."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def happens(self, share: float) -> bool:
        """Return whether something happens that happens in this share of cases."""
        return self._random.random() < share

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def one_of(self, things: Sequence[str]) -> str:
        """Return one of some things."""
        return things[self.number(0, len(things) - 1)]

    def long_tailed(self, usual: int) -> int:
        """Return minutes: mostly below the usual figure, now and then many times it."""
        return max(1, int(usual * 0.35 / (1.02 - self._random.random())))


def clock(shown_there: str) -> datetime:
    """Return a moment of the Moscow clock; it was not moved in this half-year."""
    return datetime.fromisoformat(shown_there)


def is_worked(day: date) -> bool:
    """Return whether the desk is open that day."""
    return day in WORKED or (day.weekday() < SATURDAY and day not in OFF)


def worked_later(moment: datetime, minutes: int) -> datetime:
    """Return the moment after so many minutes of the desk's time."""
    left = timedelta(minutes=minutes)
    while True:
        day = moment.date()
        closes = datetime.combine(day, CLOSES)
        start = max(moment, datetime.combine(day, OPENS))
        if is_worked(day) and start < closes:
            if left < closes - start:
                return start + left
            left -= closes - start
        moment = datetime.combine(day + timedelta(days=1), time())


class Desk:
    """One help desk, living through its half-year incident by incident."""

    def __init__(self) -> None:
        self.chance = Chance(SEED)
        self.rows: list[Row] = []

    def say(self, number: str, at: datetime, action: str, who: str, category: str = "") -> None:
        """Write one row; after the last day nothing is written any more."""
        if at.date() <= LAST:
            self.rows.append(Row(at, number, action, who, category))

    def seconds_on(self, moment: datetime) -> datetime:
        """Return the moment with seconds that people's clocks show."""
        return moment.replace(second=self.chance.number(0, 59))

    def registered(self) -> datetime:
        """Return when somebody writes to the desk: mostly in hours, at times on a day off."""
        while True:
            day = FIRST + timedelta(days=self.chance.number(0, (LAST - FIRST).days))
            if is_worked(day):
                hour = self.chance.number(9, 18) if self.chance.happens(0.9) else 20
            elif self.chance.happens(0.25):
                hour = self.chance.number(8, 22)
            else:
                continue
            minute = self.chance.number(0, 59)
            return self.seconds_on(datetime.combine(day, time(hour, minute)))

    def incident(self, number: str, category: str, at: datetime | None = None) -> None:
        """Write one incident from its registration to wherever it got."""
        chance = self.chance
        at = at or self.registered()
        hotline = chance.happens(0.08)
        engineer = chance.one_of(ENGINEERS)
        self.rows.append(
            Row(
                at,
                number,
                "Зарегистрирован по телефону" if hotline else "Зарегистрирован",
                engineer if hotline else chance.one_of((ADMIN, ADMIN, USER)),
                CELL[category],
                subject=chance.one_of(SUBJECTS[category]),
            )
        )
        if not hotline:
            self.say(number, at + timedelta(seconds=7), "Автоматический ответ", ROBOT)
        # On the last day the desk is silent: what came in then is still to be answered.
        answered = None if at.date() == LAST else self.answered(number, at, engineer)
        if answered is None:
            return
        if category == "C" and chance.happens(0.15):
            self.moved_to_question(number, answered, engineer)
            return
        if chance.happens(0.3) and not self.question(number, answered, engineer):
            return
        after = worked_later(answered, chance.long_tailed(240))
        {
            "A": self.recommended,
            "B": self.third_party,
            "C": self.mended,
            "D": self.recommended,
            "E": self.planned,
            "?": self.recommended,
        }[category](number, self.seconds_on(after), engineer)

    def answered(self, number: str, at: datetime, engineer: str) -> datetime | None:
        """Write the first entries of the Executor's staff; nothing where there are none."""
        chance = self.chance
        if chance.happens(0.02):
            return None
        first = self.seconds_on(worked_later(at, chance.long_tailed(150)) + timedelta(minutes=1))
        if chance.happens(0.1):
            noted = first - timedelta(seconds=40)
            self.say(number, max(noted, at + timedelta(seconds=9)), "Внутренняя заметка", engineer)
        if chance.happens(0.5):
            self.say(number, first, "Назначен инженер", engineer)
            first = self.seconds_on(worked_later(first, chance.number(2, 60)))
        self.say(number, first, "Комментарий", engineer)
        return first

    def question(self, number: str, at: datetime, engineer: str) -> bool:
        """Write a question and what came of it; return whether work goes on."""
        chance = self.chance
        asked = self.seconds_on(worked_later(at, chance.long_tailed(60)))
        self.say(number, asked, "Запрос сведений", engineer)
        if chance.happens(0.2):  # silence: the end of the third business day after that one
            day = asked.date()
            for _ in range(3):
                day += timedelta(days=1)
                while not is_worked(day):
                    day += timedelta(days=1)
            closed = datetime.combine(day + timedelta(days=1), time())
            self.say(number, closed, "Закрыт автоматически", ROBOT)
            return False
        answered = self.seconds_on(worked_later(asked, chance.long_tailed(300)))
        self.say(number, answered, "Сведения предоставлены", chance.one_of((ADMIN, USER)))
        return True

    def moved_to_question(self, number: str, at: datetime, engineer: str) -> None:
        """Write how an error turned out to be a question: proposed, agreed or refused."""
        chance = self.chance
        proposed = self.seconds_on(worked_later(at, chance.long_tailed(120)))
        self.say(number, proposed, "Предложена смена категории", engineer, CELL["D"])
        decided = self.seconds_on(worked_later(proposed, chance.long_tailed(200)))
        if chance.happens(0.75):
            self.say(number, decided, "Смена категории согласована", ADMIN, CELL["D"])
            changed = self.seconds_on(worked_later(decided, 15))
            self.say(number, changed, "Категория изменена", engineer, CELL["D"])
            self.recommended(number, self.seconds_on(worked_later(changed, 30)), engineer)
        else:
            self.say(number, decided, "Смена категории отклонена", ADMIN)
            self.mended(number, self.seconds_on(worked_later(decided, 90)), engineer)

    def recommended(self, number: str, at: datetime, engineer: str) -> None:
        """Write a recommendation and the end of the matter."""
        self.say(number, at, "Дана рекомендация", engineer)
        self.ended(number, at, engineer)

    def mended(self, number: str, at: datetime, engineer: str) -> None:
        """Write how an error of the product is reproduced and mended."""
        chance = self.chance
        self.say(number, at, "Воспроизведено", engineer)
        begun = self.seconds_on(worked_later(at, chance.number(5, 90)))
        self.say(number, begun, "Начата работа", engineer)
        fixed = self.seconds_on(worked_later(begun, chance.long_tailed(2200)))
        self.say(number, fixed, "Передано исправление", engineer)
        self.ended(number, fixed, engineer)

    def third_party(self, number: str, at: datetime, engineer: str) -> None:
        """Write how an error of external software ends: a way round, a fix, or neither."""
        chance = self.chance
        self.say(number, at, "Воспроизведено", engineer)
        way = chance.one_of(("way round",) * 5 + ("fix",) * 3 + ("neither",) * 2)
        if way == "way round":
            found = self.seconds_on(worked_later(at, chance.long_tailed(900)))
            self.say(number, found, "Дано обходное решение", engineer)
        elif way == "fix":
            found = self.seconds_on(worked_later(at, chance.long_tailed(6000)))
            self.say(number, found, "Исправлено правообладателем", engineer)
        else:  # sixty business days of nine hours and more
            found = self.seconds_on(worked_later(at, 60 * 540 + chance.number(10, 2000)))
            self.say(number, found, "Начат поиск замены", engineer)
            return
        self.ended(number, found, engineer)

    def planned(self, number: str, at: datetime, engineer: str) -> None:
        """Write where a wish went."""
        self.say(number, at, "Передано в план развития", engineer)
        self.ended(number, at, engineer)

    def ended(self, number: str, at: datetime, engineer: str) -> None:
        """Write the end: resolved, confirmed, closed; now and then opened again."""
        chance = self.chance
        resolved = self.seconds_on(worked_later(at, chance.number(5, 300)))
        self.say(number, resolved, "Решён", engineer)
        if chance.happens(0.7):
            confirmed = self.seconds_on(worked_later(resolved, chance.long_tailed(400)))
            self.say(number, confirmed, "Решение подтверждено", ADMIN)
            self.say(number, confirmed + timedelta(minutes=3), "Закрыт", engineer)
        elif chance.happens(0.2):
            again = self.seconds_on(worked_later(resolved, chance.long_tailed(700)))
            self.say(number, again, "Открыт повторно", ADMIN)
            self.say(number, again + timedelta(hours=1), "Комментарий", engineer)

    def remarkable(self) -> Iterator[tuple[str, datetime]]:
        """Yield categories and moments at which the rules are put to the proof."""
        yield "C", clock("2025-10-20 11:59:59")  # the last second before the cut-off
        yield "B", clock("2025-10-20 12:00:00")  # the cut-off itself
        yield "C", clock("2025-11-01 10:30:00")  # a worked Saturday
        yield "B", clock("2025-12-30 12:00:01")  # before twelve days off
        yield "C", clock("2026-01-04 16:20:00")  # within them
        yield "C", clock("2026-02-20 18:59:59")  # the last second before a long weekend
        yield "C", clock("2026-03-10 03:10:00")  # a business day, long before opening
        yield "C", clock("2026-03-31 16:45:00")  # too late to be due within the log
        yield "B", clock("2026-03-31 17:05:00")

    def outage(self) -> None:
        """Write an outage of HelpDesk, and two incidents taken by phone meanwhile (3.1)."""
        day = date(2025, 12, 3)
        down, up = (datetime.combine(day, clock) for clock in (time(10, 40), time(15, 20)))
        self.say("", down, "HelpDesk недоступен", ROBOT)
        for number, taken, entered in (
            ("ИНЦ-0901", time(11, 30), time(15, 25)),
            ("ИНЦ-0902", time(13, 5), time(15, 31)),
        ):
            at = datetime.combine(day, entered)
            self.rows.append(
                Row(
                    at,
                    number,
                    "Внесён после сбоя",
                    ENGINEERS[0],
                    CELL["C"],
                    datetime.combine(day, taken),
                    "Не открывается личный кабинет",
                )
            )
            self.say(number, at + timedelta(minutes=6), "Комментарий", ENGINEERS[0])
        self.say("", up, "HelpDesk восстановлен", ROBOT)
        self.say("", up + timedelta(minutes=20), "Объявлено о восстановлении", ENGINEERS[0])

    def imperfect(self) -> None:
        """Write what real exports have: a lost beginning, an unknown hand, nobody's answer."""
        at = clock("2025-09-02 11:14:05")
        self.say("ИНЦ-0903", at, "Комментарий", ENGINEERS[1])
        self.say("ИНЦ-0903", at + timedelta(hours=2), "Решён", ENGINEERS[1])
        at = clock("2025-11-18 10:22:40")
        for number, answered in (("ИНЦ-0904", NOBODY), ("ИНЦ-0905", ROBOT)):
            self.say(number, at, "Зарегистрирован", ADMIN, CELL["C"])
            self.say(number, at + timedelta(hours=1, minutes=3), "Комментарий", answered)
            at += timedelta(days=1, minutes=17)
        at = clock("2026-02-03 14:02:11")
        self.say("ИНЦ-0906", at, "Зарегистрирован", USER, CELL["B"])
        self.say("ИНЦ-0906", at + timedelta(minutes=25), "Отозван", USER)


def incidents() -> list[Row]:
    """Return every row in the order of time, as a system would export it."""
    desk = Desk()
    remarkable = list(desk.remarkable())
    left = dict(HOW_MANY)
    for category, _ in remarkable:
        left[category] -= 1
    drawn: list[tuple[datetime, str]] = [
        (desk.registered(), category) for category, many in left.items() for _ in range(many)
    ]
    drawn += [(at, category) for category, at in remarkable]
    for number, (at, category) in enumerate(sorted(drawn), 1):
        desk.incident(f"ИНЦ-{number:04d}", category, at)
    desk.outage()
    desk.imperfect()
    return sorted(desk.rows, key=lambda row: row.at)


def written() -> bytes:
    """Return the file: semicolons, as a Russian spreadsheet exports it; UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    rows = incidents()
    for row in rows:
        writer.writerow(
            (
                row.number,
                shown(row.at),
                row.action,
                row.who,
                row.category,
                shown(row.accepted) if row.accepted else "",
                row.subject,
            )
        )
    # One row as a hand-edited file may have it: a day that no month has.
    writer.writerow(
        ("ИНЦ-0907", "31.02.2026 10:15:00", "Зарегистрирован", ADMIN, CELL["C"], "", "")
    )
    return out.getvalue().encode()


def shown(moment: datetime) -> str:
    """Return a moment as Russian systems write it, Moscow time."""
    return moment.strftime("%d.%m.%Y %H:%M:%S")


def main() -> int:
    """Write the file, or say whether it is what this script writes."""
    parser = argparse.ArgumentParser(description="Write the bundled example log.")
    parser.add_argument("--check", action="store_true", help="only compare, write nothing")
    if parser.parse_args().check:
        if PLACE.read_bytes() == written():
            return 0
        sys.stderr.write(f"{PLACE.name} is not what tools/make_example_log.py writes\n")
        return 1
    PLACE.write_bytes(written())
    return 0


if __name__ == "__main__":
    sys.exit(main())
