"""One page a paragraph of the agreement: everything in the package that rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docs.generate import worked
from docs.generate.ids import (
    answer_ref,
    clause_refs,
    paragraph,
    prose,
    reading_ref,
    refs,
    rule_ref,
)
from docs.generate.model import (
    LINE,
    Anchor,
    Code,
    Group,
    Heading,
    Page,
    Ref,
    Strong,
    Table,
    items,
    joined,
    lines,
    para,
    text,
)
from docs.generate.pages.examples import example_picture, in_short
from docs.generate.pages.readings import outcomes
from docs.generate.pages.titles import CLAUSES as TITLES
from docs.generate.pages.titles import SECTIONS
from docs.generate.sources import clause_sources, clause_tests, id_source
from slarules.answer_words import capital
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES, NumberUnit
from slarules.coverage import Citing, coverage
from slarules.findings import FINDING
from slarules.reading_rows import READING_ROWS
from slarules.rules import RULES
from slarules.terms import Text
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Block, Runs
    from slarules.clauses import Clause
    from slarules.coverage import Covered
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Соглашение по пунктам", "The agreement, paragraph by paragraph"),
    "intro": Text(
        "У абзацев соглашения нет своих номеров: номер пункта здесь — раздел и порядковое место "
        "абзаца в нём, и он постоянен. Ниже не текст соглашения, а его пересказ нашими словами; "
        "на странице пункта — всё, что библиотека из него выводит.",
        "The paragraphs of the agreement have no numbers of their own: a number here is the "
        "section and the paragraph's place in it, and it is permanent. What follows is not the "
        "text but our own summary; the page of a paragraph has everything the library makes of it.",
    ),
    "clause": Text("Пункт", "Paragraph"),
    "says": Text("Что в нём", "What it says"),
    "kind": Text("Вид", "Kind"),
    "kinds": Text("Вид пункта: {kinds}.", "Kind of paragraph: {kinds}."),
    "section": Text("Раздел {number}. {title}", "Section {number}. {title}"),
    "reason": Text("Почему здесь ничего не вычислить", "Why nothing is computed here"),
    "numbers": Text("Числа пункта", "Numbers of the paragraph"),
    "number": Text("Число", "Number"),
    "unit": Text("Единица", "Unit"),
    "what": Text("Что это", "What it is"),
    "rules": Text("Правила", "Rules"),
    "rule": Text("Правило", "Rule"),
    "rule-says": Text("Что говорит", "What it says"),
    "leans": Text("Опирается также", "Leans also on"),
    "code": Text("Где в коде", "Where in the code"),
    "leaned": Text(
        "На этот пункт опираются и правила других пунктов: ",
        "Rules of other paragraphs lean on this one too: ",
    ),
    "readings": Text("Толкования", "Readings"),
    "readings-intro": Text(
        "Где пункт можно прочесть по-разному, библиотека даёт выбор. Первый ответ действует, пока "
        "не выбран другой; справа — что другой изменил бы в разобранном примере.",
        "Where the paragraph can be read in more than one way, the library offers a choice. The "
        "first answer holds unless another is chosen; on the right, what the other would change "
        "in a worked example.",
    ),
    "question": Text("Вопрос", "Question"),
    "options": Text("Ответы", "Answers"),
    "changes": Text("Что меняется в примере", "What changes in the example"),
    "answers": Text("Принятые ответы", "Recorded answers"),
    "answers-intro": Text(
        "Здесь библиотека приняла один ответ и выбора не предлагает.",
        "Here the library has taken one answer and offers no choice.",
    ),
    "answer": Text("Ответ", "Answer"),
    "why": Text("Почему", "Why"),
    "findings": Text("Замечания", "Findings"),
    "findings-intro": Text(
        "Что может показать запись инцидента против этого пункта.",
        "What the record of an incident may show against this paragraph.",
    ),
    "finding": Text("Замечание", "Finding"),
    "says-finding": Text("О чём", "What it says"),
    "examples": Text("Разобранные примеры", "Worked examples"),
    "more": Text("Что ещё стоит на этом пункте", "What else rests on this paragraph"),
    "tests": Text("Код и тесты", "Code and tests"),
    "in-code": Text("В коде на этот пункт ссылаются:", "The code cites this paragraph at:"),
    "in-tests": Text("Его проверяют тесты:", "It is tested by:"),
    "none": Text("—", "—"),
}


def pages(language: Language) -> list[Page]:
    """Return the page of every paragraph, after the one that lists them."""
    return [_index(language), *(_Paragraph(row, language).page() for row in coverage())]


def _index(language: Language) -> Page:
    say = {key: said.of(language) for key, said in SAY.items()}
    blocks: list[Block] = [para(say["intro"])]
    groups = []
    for number, title in SECTIONS.items():
        clauses = [clause for clause in CLAUSES.values() if clause.section == number]
        heading = say["section"].format(number=number, title=title.of(language))
        blocks.append(Heading((heading,), f"section-{number}"))
        blocks.append(
            Table(
                ((say["clause"],), (say["says"],), (say["kind"],)),
                tuple(_listed(clause, language) for clause in clauses),
            )
        )
        groups += [f"clauses/{clause.id}" for clause in clauses]
    return Page(
        address="clauses/index",
        title=say["title"],
        blocks=tuple(blocks),
        groups=(Group("", tuple(groups)),),
    )


def _listed(clause: Clause, language: Language) -> tuple[Runs, ...]:
    title = f"{clause.id}. {TITLES[clause.id].of(language)}"
    kinds = ", ".join(word(kind, language) for kind in clause.kinds)
    return (
        (Ref(f"clauses/{clause.id}", title),),
        prose(clause.summary.of(language)),
        (kinds,),
    )


class _Paragraph:
    """The page of one paragraph."""

    def __init__(self, row: Covered, language: Language) -> None:
        self.row = row
        self.clause = row.clause
        self.language = language

    def say(self, key: str, **places: Any) -> str:
        """Return a phrase with its places filled."""
        return SAY[key].of(self.language).format(**places)

    def page(self) -> Page:
        """Return the page."""
        title = TITLES[self.clause.id].of(self.language)
        return Page(
            address=f"clauses/{self.clause.id}",
            title=f"{paragraph(self.clause.id, self.language)}. {title}",
            short=f"{self.clause.id} {title}",
            blocks=tuple(self.blocks()),
        )

    def blocks(self) -> Iterator[Block]:
        """Yield everything that rests on the paragraph."""
        clause = self.clause
        yield para(*prose(clause.summary.of(self.language))).replace(lead=True)
        kinds = ", ".join(word(kind, self.language) for kind in clause.kinds)
        yield para(self.say("kinds", kinds=kinds))
        if clause.reason is not None:
            yield para(Strong(self.say("reason")), ": ", *prose(clause.reason.of(self.language)))
        yield from self.numbers()
        yield from self.rules()
        yield from self.readings()
        yield from self.answers()
        yield from self.findings()
        yield from self.examples()
        yield from self.others()
        yield from self.sources()

    def numbers(self) -> Iterator[Block]:
        """Yield the numbers the paragraph names."""
        if not self.clause.numbers:
            return
        yield self.heading("numbers")
        yield Table(
            ((self.say("number"),), (self.say("unit"),), (self.say("what"),)),
            tuple(
                (
                    (f"+{n.value}" if n.unit is NumberUnit.PHONE_NUMBER else str(n.value),),
                    (word(n.unit, self.language),),
                    (n.what.of(self.language),),
                )
                for n in self.clause.numbers
            ),
            frozenset({0}),
        )

    def rules(self) -> Iterator[Block]:
        """Yield the rules the paragraph decides, and those that lean on it."""
        if not self.row.decides and not self.row.supports:
            return
        yield self.heading("rules")
        if self.row.decides:
            header = ("rule", "rule-says", "leans", "code")
            yield Table(
                tuple((self.say(key),) for key in header), tuple(map(self.rule, self.row.decides))
            )
        if self.row.supports:
            listed = joined([(rule_ref(rule),) for rule in self.row.supports])
            yield para(self.say("leaned"), *listed, ".")

    def rule(self, rule: str) -> tuple[Runs, ...]:
        """Return one rule as a row of the table."""
        found = RULES[rule]  # type: ignore[index]
        return (
            (Anchor(rule), Code(rule)),
            prose(capital(found.summary.of(self.language))),
            clause_refs(found.also) or (self.say("none"),),
            (id_source(rule),),
        )

    def readings(self) -> Iterator[Block]:
        """Yield the switches of the paragraph with what each would change."""
        switches = self.row.by[Citing.READING]
        if not switches:
            return
        yield self.heading("readings")
        yield para(self.say("readings-intro"))
        header = ("question", "options", "changes")
        yield Table(tuple((self.say(key),) for key in header), tuple(map(self.reading, switches)))

    def reading(self, switch: str) -> tuple[Runs, ...]:
        """Return one switch as a row of the table."""
        row = READING_ROWS[switch]
        options = lines(
            [(Code(name), f" — {said.of(self.language)}") for name, said in row.options.items()]
        )
        return (
            (reading_ref(switch), LINE, *prose(row.question.of(self.language))),
            options,
            lines(outcomes(switch, self.language)),
        )

    def answers(self) -> Iterator[Block]:
        """Yield the recorded answers of the paragraph."""
        answers = self.row.by[Citing.ANSWER]
        if not answers:
            return
        yield self.heading("answers")
        yield para(self.say("answers-intro"))
        header = ("question", "answer", "why")
        yield Table(
            tuple((self.say(key),) for key in header),
            tuple(
                (
                    (answer_ref(row.id), LINE, *prose(row.question.of(self.language))),
                    prose(capital(row.answer.of(self.language))),
                    prose(capital(row.why.of(self.language))),
                )
                for row in (ANSWERS[one] for one in answers)  # type: ignore[index]
            ),
        )

    def findings(self) -> Iterator[Block]:
        """Yield the findings of the paragraph."""
        findings = self.row.by[Citing.FINDING]
        if not findings:
            return
        yield self.heading("findings")
        yield para(self.say("findings-intro"))
        header = ("finding", "kind", "says-finding", "code")
        yield Table(
            tuple((self.say(key),) for key in header),
            tuple(
                (
                    (Anchor(row.id), Code(row.id)),
                    (word(row.kind, self.language),),
                    prose(capital(row.text.of(self.language))),
                    (id_source(row.id),),
                )
                for row in (FINDING[one] for one in findings)
            ),
        )

    def examples(self) -> Iterator[Block]:
        """Yield the examples that rest on the paragraph, the first of them drawn."""
        found = [one for one in worked.examples() if self.clause.id in one.clauses]
        if not found:
            return
        yield self.heading("examples")
        yield from example_picture(found[0], self.language)
        yield items(*(in_short(one, self.language) for one in found))

    def others(self) -> Iterator[Block]:
        """Yield what else cites the paragraph: figures, obligations, events, refusals."""
        kinds = (Citing.FIGURE, Citing.OBLIGATION, Citing.EVENT, Citing.REMINDER, Citing.REFUSAL)
        found = [(kind, self.row.by[kind]) for kind in kinds if self.row.by[kind]]
        if not found:
            return
        yield self.heading("more")
        yield items(
            *(
                text(f"{capital(word(kind, self.language))}: ", *refs(kind, ids), ".")
                for kind, ids in found
            )
        )

    def sources(self) -> Iterator[Block]:
        """Yield where the code cites the paragraph, and which tests quote it."""
        code, tests = clause_sources(self.clause.id), clause_tests(self.clause.id)
        if not code and not tests:
            return
        yield self.heading("tests")
        for key, found in (("in-code", code), ("in-tests", tests)):
            if found:
                yield para(self.say(key))
                yield items(*((one,) for one in found))

    def heading(self, key: str) -> Heading:
        """Return a heading whose anchor is its key."""
        return Heading((self.say(key),), key)
