"""Readings of the resolution clock (3.4, 4.10) and of the levels (4.6 to 4.9)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import EVENT, MOMENT, STATE, row

RESOLUTION_READINGS: Final = (
    row(
        "reproduction-time",
        MOMENT,
        "3.2",
        "3.4",
        ask=(
            "В комментарии 15:00 сказано «воспроизведено в 11:20»: когда пошли часы?",
            'The comment of 15:00 says "reproduced at 11:20": when does the clock start?',
        ),
        stated_moment=("с названного момента", "at the moment it states"),
        comment_time=("со времени комментария", "at the comment's own time"),
        why=(
            "отметка дополнительна, это свидетельство о моменте; не назван — время комментария",
            "the mark is additional, evidence of the moment; with none stated, the comment's time",
        ),
    ),
    row(
        "reproduced-again",
        EVENT,
        "3.4",
        "4.10",
        ask=(
            "Воспроизведено дважды или снова после открытия?",
            "Reproduced twice, or again after reopening?",
        ),
        first=("часы идут с первого раза", "the clock runs from the first time"),
        latest=("часы идут с последнего раза", "the clock runs from the latest time"),
        why=(
            "часы идут с воспроизведения; второе ничего не начинает",
            "the clock counts from the reproduction; a second one starts nothing",
        ),
    ),
    row(
        "resolution-pause",
        MOMENT,
        "3.4",
        "4.10",
        "4.11",
        ask=(
            "Стоят ли часы решения, пока Заказчик не отвечает на запрос?",
            "Does the resolution clock stand still while the Customer owes information?",
        ),
        runs_on=("часы идут", "the clock runs on"),
        pauses=("часы стоят", "the clock stands still"),
        why=(
            "о паузе в тексте ничего нет; ожидание показано рядом",
            "the text names no pause; the waiting time is shown beside it",
        ),
    ),
    row(
        "resolved-when",
        EVENT,
        "3.2",
        "4.4",
        "4.11",
        ask=(
            "Когда инцидент C решён? (договор не говорит)",
            "When is a C incident resolved? (no clause says)",
        ),
        recorded_by_executor=(
            "когда Исполнитель записал его решённым",
            "when the Executor records it as resolved",
        ),
        fix_delivered=("когда передано исправление", "when the fix is delivered"),
        confirmed_by_customer=("когда подтвердил Заказчик", "when the Customer confirms"),
        why=(
            "официальный след один — запись в HelpDesk; признака «решено» договор не даёт",
            "the only official trace is the HelpDesk record; the contract gives no criterion",
        ),
    ),
    row(
        "level-four-consent",
        STATE,
        "4.9",
        "4.12",
        ask=(
            "Может ли Исполнитель один перевести C4 в A или D?",
            "May the Executor alone move C4 to A or D?",
        ),
        consent_required=("нужно согласие Заказчика", "the Customer's consent is needed"),
        level_agreed_then_alone=(
            "если уровень 4 согласован, перевод согласия не требует",
            "once level 4 is agreed, the move needs no further consent",
        ),
        executor_alone=("может один", "it may, alone"),
        why=(
            "4.9 говорит, кто и куда переводит, 4.12 — при каком условии; обе что-то значат",
            "4.9 says who moves it and where, 4.12 on what condition; both keep a meaning",
        ),
    ),
    row(
        "severity-gap",
        STATE,
        "4.6",
        "4.7",
        "4.8",
        ask=(
            (
                "Серьёзно, обойти можно, но большинство работать не может; или мелочь, а обойти "
                "нельзя: какой уровень?"
            ),
            (
                "Serious with a workaround while most cannot work, or minor with no workaround: "
                "which level?"
            ),
        ),
        no_level_fits=("ни один уровень не подходит", "no level fits"),
        higher=("более серьёзный", "the more serious one"),
        lower=("менее серьёзный", "the less serious one"),
        why=(
            "пробел оставили сами определения, и заполнять его не нам",
            "the definitions leave the gap, and it is not ours to fill",
        ),
    ),
)
