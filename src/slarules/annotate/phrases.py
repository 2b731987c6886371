"""What the annotated page and the summary say, in Russian and in English."""
# ruff: noqa: E501 - the words of a row, and the rules of a style, stay on their line

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.terms import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

# fmt: off
PHRASES: Final[Mapping[str, Text]] = MappingProxyType({
    "title": Text("Договор с пометками", "The contract, annotated"),
    "copy": Text("Копия: {name}", "Copy: {name}"),
    "with-register": Text(
        "Сличена с реестром пунктов. Текста договора в нём нет, только отпечатки слов.",
        "Compared with the register of paragraphs, which holds no text of the contract, only "
        "fingerprints of its words."),
    "unknown": Text(
        "Пропавшее слово, которого в копии нет и в другом месте, стоит как {unknown}; полностью "
        "сличает параметр --against с прежней копией.",
        "A word that is gone, and that the copy has nowhere else, stands as {unknown}; to see it, "
        "compare in full with an older copy by the option --against."),
    "with-copy": Text("Сличена с другой копией: {name}.", "Compared with another copy: {name}."),
    "no-differences": Text(
        "Отличий нет: все пункты ({number}) на месте и слово в слово те же.",
        "Nothing differs: all {number} paragraphs are in place, word for word."),
    "differences": Text("Есть отличия: {counts}.", "There are differences: {counts}."),
    "of": Text("{what} — {number}", "{what}: {number}"),
    "and-more": Text(" и ещё {number}", " and {number} more"),
    "what-differs": Text("Что отличается", "What differs"),
    "numbers": Text("Числа, которые расходятся с правилами", "Numbers that differ from the rules"),
    "numbers-note": Text(
        "Правила считают по числам реестра. Если стороны договорились об ином, измените "
        "параметры соглашения.",
        "The rules count with the numbers of the register. If the parties agreed otherwise, change "
        "the figures of the agreement."),
    "clause": Text("Пункт", "Paragraph"),
    "in-copy": Text("В копии", "In the copy"),
    "in-rules": Text("В правилах", "In the rules"),
    "what": Text("Что это", "What it is"),
    "how": Text("Отличие", "Difference"),
    "nothing": Text("—", "—"),
    "section": Text("Раздел {number}. {title}", "Section {number}. {title}"),
    "line": Text("строка {line}", "line {line}"),
    "stands-after": Text("стоит после {after}", "stands after {after}"),
    "stands-first": Text("стоит первым", "stands first"),
    "stood-after": Text("должен стоять после {after}", "should stand after {after}"),
    "stood-first": Text("должен стоять первым", "should stand first"),
    "repeats": Text("слово в слово повторяет {clause}", "repeats {clause} word for word"),
    "new-paragraph": Text("Новый абзац {number}", "New paragraph {number}"),
    "old-paragraph": Text(
        "Абзац {number} прежней копии", "Paragraph {number} of the older copy"),
    "no-basis": Text(
        "На этом абзаце не стоит ни одно правило: в реестре его нет.",
        "No rule rests on it: the register does not have it."),
    "missing-text": Text(
        "В копии этого пункта нет. Его слов проект не хранит; о чём он — в изложении.",
        "The copy does not have this paragraph. The project does not hold its words; what it is "
        "about, the summary says."),
    "text": Text("Текст", "Text"),
    "touched": Text("Что отличие затрагивает", "What the difference touches"),
    "summary": Text("Нашими словами", "In our words"),
    "why-nothing": Text("Ничего не вычислить: {reason}", "Nothing can be computed: {reason}"),
    "rules": Text("Правила", "Rules"),
    "its-numbers": Text("Числа", "Numbers"),
    "readings": Text("Толкования", "Readings"),
    "default": Text("по умолчанию: {option}", "by default: {option}"),
    "answers": Text("Принятые ответы", "Recorded answers"),
    "findings": Text("Замечания", "Findings"),
    "examples": Text("Примеры, решённые вручную", "Examples worked by hand"),
    "tests": Text("Проверки", "Tests"),
    "figures": Text("Параметры", "Figures"),
    "example": Text("№ {place}: {what}, {category}, {at} → {expected}",
                    "No. {place}: {what}, {category}, {at} → {expected}"),
    "set-aside": Text(
        "Над заголовком договора стоят слова, которые в него не входят ({number}); они не сличались.",
        "Words above the heading of the contract are no part of it ({number}) and were not "
        "compared."),
    "no-headings": Text(
        "Нет заголовков разделов: {headings}. Пункты найдены по словам.",
        "Headings that are not there: {headings}. The paragraphs were found by their words."),
    "to-text": Text("К тексту", "To the text"),
    "legend": Text("Пометки", "Marks"),
    "mark-new": Text("новые слова", "new words"),
    "mark-moved": Text("слова стояли в другом месте", "words that stood elsewhere"),
    "mark-gone": Text("слов не стало", "words that are gone"),
    "moved-from": Text("стояло в {clause}", "stood in {clause}"),
    "gone-count": Text("пропало слов: {number}", "words gone: {number}"),
    "begin-new": Text("[новое:", "[new:"),
    "begin-moved": Text("[стояло в другом месте:", "[stood elsewhere:"),
    "begin-gone": Text("[пропало:", "[gone:"),
    "end": Text("]", "]"),
    "made-by": Text(
        "Составлено slarules {version}. Это справка, а не юридическое заключение; обязывает "
        "подписанный сторонами текст.",
        "Made by slarules {version}. It informs and is no legal opinion; what binds is the text "
        "that the parties signed."),
    "written": Text("Страница записана в {path}", "The page was written to {path}"),
    "number-line": Text("{id}  {how}: в копии «{found}», в правилах {value} ({unit}: {what})",
                        "{id}  {how}: “{found}” in the copy, {value} in the rules ({unit}: {what})"),
    "number-here": Text("в копии {found}", "{found} in the copy"),
    "number-there": Text("в правилах {rules}", "{rules} in the rules"),
    "number-added": Text("{id}  {how}: «{found}»", "{id}  {how}: “{found}”"),
    "touches": Text("затронуто: {what}", "touches: {what}"),
})
# fmt: on
