"""What the pages say around the rows, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

FRAME: Final = {
    "project": Text("slarules: сроки поддержки", "slarules: support deadlines"),
    "release": Text("{version} от {day}", "{version} of {day}"),
    "digest": Text("Отпечаток страницы:", "Digest of the page:"),
    "cite": Text("Сослаться на эту страницу", "Cite this page"),
    "whole": Text("Отпечаток целиком:", "The whole digest:"),
    "next": Text("Дальше", "Next"),
    "previous": Text("Назад", "Previous"),
    "neighbours": Text("Соседние страницы", "Neighbouring pages"),
    "contents": Text("Содержание", "Contents"),
    "page": Text("На этой странице", "On this page"),
    "search": Text("Поиск", "Search"),
    "searched": Text(
        "Слова ищутся в любой форме: «сроков реакции» найдёт и «срок реакции». Годятся и имена: "
        "R-4.3-4, cutoff-instant, пункт 4.11.",
        "Words are found in any form: “reactions” finds “reaction” too. Ids will do as well: "
        "R-4.3-4, cutoff-instant, paragraph 4.11.",
    ),
    "front": Text(
        "Сроки поддержки по договору: правила, толкования, календарь",
        "Deadlines of a support agreement: rules, readings, calendar",
    ),
    "advice": Text(
        "Библиотека считает; это не юридическая помощь.",
        "The library computes; this is no legal advice.",
    ),
}
"""What stands on every page."""

THEME: Final = (
    Text("К содержанию страницы", "Skip to content"),
    Text("Наверх", "Back to top"),
    Text("На этой странице", "On this page"),
    Text(
        "Для поиска нужен JavaScript.",
        "Please activate JavaScript to enable the search functionality.",
    ),
)
"""What the theme says where Sphinx has no Russian for it: the English is the theme's own."""

LABELS: Final = (
    Text("Показать или скрыть содержание", "Toggle site navigation sidebar"),
    Text("Показать или скрыть оглавление страницы", "Toggle table of contents sidebar"),
    Text("Светлый, тёмный или как в системе", "Toggle Light / Dark / Auto color theme"),
    Text("Показать или скрыть: ", "Toggle navigation of "),
    Text("<title>Как в системе, тёмный</title>", "<title>Auto light/dark, in dark mode</title>"),
    Text("<title>Как в системе, светлый</title>", "<title>Auto light/dark, in light mode</title>"),
    Text("<title>Содержание</title>", "<title>Contents</title>"),
    Text("<title>Тёмный</title>", "<title>Dark mode</title>"),
    Text("<title>Развернуть</title>", "<title>Expand</title>"),
    Text("<title>Светлый</title>", "<title>Light mode</title>"),
    Text("<title>Меню</title>", "<title>Menu</title>"),
)
"""What the theme tells screen readers in English, whatever the language."""
