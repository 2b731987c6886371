"""The recorded answers: open points on which the library takes one answer, as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.ids import clause_refs, prose, rule_ref
from docs.generate.model import Anchor, Code, Heading, Page, Table, joined, lines, para, text
from docs.generate.pages.titles import SECTIONS
from slarules.answer_words import capital
from slarules.answers import ANSWERS
from slarules.terms import Text

if TYPE_CHECKING:
    from docs.generate.model import Block, Runs
    from slarules.answer_rows import Answer
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Принятые ответы", "Recorded answers"),
    "intro": Text(
        "Это открытые места текста, где библиотека взяла один ответ, говорит о нём и выбора не "
        "предлагает. У каждого постоянное имя: со временем ответ может стать толкованием с "
        "выбором. Всего их {number}; стоят они под первым из своих пунктов.",
        "These are open points of the text on which the library takes one answer, says so, and "
        "offers no choice. Each has a permanent id: one may become a reading with options later. "
        "There are {number}; each stands under the first of its paragraphs.",
    ),
    "section": Text("Раздел {number}. {title}", "Section {number}. {title}"),
    "id": Text("Имя и пункты", "Id and paragraphs"),
    "question": Text("Вопрос", "Question"),
    "answer": Text("Принятый ответ", "The answer taken"),
    "why": Text("Почему", "Why"),
    "not": Text("не принято: ", "not taken: "),
    "rules": Text("Правила: ", "Rules: "),
}


def pages(language: Language) -> list[Page]:
    """Return the one page of the recorded answers."""
    say = {key: said.of(language) for key, said in SAY.items()}
    blocks: list[Block] = [para(say["intro"].format(number=len(ANSWERS)))]
    for number, title in SECTIONS.items():
        rows = [row for row in ANSWERS.values() if row.clauses[0].startswith(f"{number}.")]
        if not rows:
            continue
        heading = say["section"].format(number=number, title=title.of(language))
        blocks.append(Heading((heading,), f"section-{number}"))
        header = ("id", "question", "answer", "why")
        blocks.append(
            Table(
                tuple((say[key],) for key in header),
                tuple(_row(row, language, say) for row in rows),
            )
        )
    return [Page(address="answers", title=say["title"], blocks=tuple(blocks))]


def _row(row: Answer, language: Language, say: dict[str, str]) -> tuple[Runs, ...]:
    not_taken = joined([(Code(one),) for one in row.not_taken])
    why = [prose(capital(row.why.of(language)))]
    if row.relied_on_by:
        why.append(text(say["rules"], *joined([(rule_ref(one),) for one in row.relied_on_by])))
    return (
        lines([text(Anchor(row.id), Code(row.id)), clause_refs(row.clauses)]),
        prose(row.question.of(language)),
        lines(
            [
                text(*prose(capital(row.answer.of(language))), " (", Code(row.taken), ")"),
                text(say["not"], *not_taken),
            ]
        ),
        lines(why),
    )
