"""Readings of which edition judges (0.1) and of what a business day is (1.1)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import EVENT, MOMENT, row

AGREEMENT_READINGS: Final = (
    row(
        "edition-of-incident",
        EVENT,
        "0.1",
        "4.12",
        ask=(
            "Соглашение изменили, пока инцидент был открыт: по какой редакции судить?",
            "The agreement was amended while the incident was open: which edition judges it?",
        ),
        registration=("по редакции на день регистрации", "that of the registration"),
        each_event=("каждое событие — по редакции его дня", "each event by that of its own day"),
        why=(
            "изменение действует вперёд, если стороны не решили иначе",
            "a change operates forward unless the parties say otherwise",
        ),
    ),
    row(
        "short-days",
        MOMENT,
        "1.1",
        ask=(
            "Накануне праздника день кончается на час раньше?",
            "On the eve of a public holiday, does the day end an hour early?",
        ),
        full_day=("нет, день полный", "no, the day is full"),
        one_hour_shorter=("да, на час короче", "yes, it is an hour shorter"),
        why=(
            "1.1 называет часы без исключений; ст. 95 ТК РФ обязывает работодателя, не Заказчика",
            (
                "1.1 names its hours without exception; Labour Code art. 95 binds the employer, "
                "not the Customer"
            ),
        ),
    ),
    row(
        "decree-days",
        MOMENT,
        "1.1",
        ask=(
            "Дни, объявленные нерабочими Президентом в 2020 и 2021 годах, — рабочие дни?",
            "Are the days the President declared non-working in 2020 and 2021 business days?",
        ),
        business_days=("это рабочие дни", "they are business days"),
        non_business_days=("это нерабочие дни", "they are days off"),
        why=(
            (
                "это не выходные и не праздники; о санитарных днях так сказал Верховный Суд "
                "(21.04.2020 и на 2021 год), о 24 июня и 1 июля 2020 года указаний не найдено"
            ),
            (
                "they are neither weekends nor public holidays; the Supreme Court says so of the "
                "sanitary days (21.04.2020, and for 2021), and of 24 June and 1 July 2020 no "
                "authority was found"
            ),
        ),
    ),
)
