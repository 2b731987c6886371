"""The tables the rules are kept in: definitions, levels, what is owed, moves, events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from docs.generate.ids import clause_refs, prose, reading_ref, rule_ref
from docs.generate.model import (
    Anchor,
    Code,
    Group,
    Heading,
    Page,
    Picture,
    Ref,
    Table,
    items,
    joined,
    lines,
    para,
    text,
)
from slarules.answer_words import capital
from slarules.classify import (
    DIRECT_ERRORS,
    LEVELS,
    MATTERS,
    RECORDED_IN_C,
    Ask,
    BaseModule,
    Data,
    Documents,
    Domain,
    Effect,
    Fact,
    Gap,
    Matter,
    Recorded,
    Users,
    Workaround,
)
from slarules.coverage import OBLIGATIONS
from slarules.deadlines import OWED
from slarules.events import EVENTS, RecordKind
from slarules.lifecycle import TRANSITIONS
from slarules.parameters import STANDARD, STATED
from slarules.picture import moves_picture
from slarules.readings import LevelFourConsent, SeverityGap
from slarules.rules import RULES
from slarules.terms import Category, Severity, Text, Word
from slarules.words import event_word, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docs.generate.model import Block, Runs
    from slarules.classify import LevelRow, Row, Then
    from slarules.lifecycle import Standing, Transition
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Таблицы правил", "Tables of rules"),
    "intro": Text(
        "Всё, что укладывается в таблицу, — таблица: по ней и считает библиотека, и это она "
        "напечатана здесь. Тесты проверяют, что каждое сочетание фактов стоит в таблице ровно раз.",
        "What fits a table is a table: the library reads it to compute, and it is printed here. "
        "Tests check that each combination of facts stands in it exactly once.",
    ),
    "classification": Text("Категория и уровень", "Category and level"),
    "classification-intro": Text(
        "Четыре таблицы читаются по порядку. «Любое» — всякое значение, неизвестное тоже. "
        "Выходит то, чем дело является по определениям; записанная категория меняется лишь по "
        "соглашению (",
        "Four tables, read one after the other. “Any” is every value, unknown too. What comes out "
        "is what the matter is by the definitions; a recorded category changes only by agreement (",
    ),
    "matters": Text(
        "С чем обратились и чего это касается", "What is brought, and what it concerns"
    ),
    "direct-errors": Text("Прямая ошибка продукта", "A direct error of the product"),
    "recorded-in-c": Text("Стоит ли инцидент уже в C", "Whether it stands in C already"),
    "levels": Text("Уровень ошибки", "The level of an error"),
    "levels-by": Text(
        "Последние столбцы — итог при каждом ответе толкования ",
        "The last columns are the outcome under each answer of the reading ",
    ),
    "rule": Text("Правило", "Rule"),
    "outcome": Text("Итог", "Outcome"),
    "next": Text("решает следующая таблица", "the next table decides"),
    "ask": Text("нужно узнать: {facts}", "to be found out: {facts}"),
    "gap": Text("определения не назвали", "the definitions name none"),
    "any": Text("любое", "any"),
    "category": Text("категория {category}", "category {category}"),
    "clauses": Text("Пункты", "Paragraphs"),
    "gaps": Text("Где определения молчат", "Where the definitions are silent"),
    "obligations": Text("Что и когда причитается", "What is owed, and when"),
    "obligations-intro": Text(
        "Каждая категория стоит у каждого обязательства ровно раз. Где договор не называет срока, "
        "так и сказано: библиотека срока не придумывает.",
        "Each category stands with each obligation exactly once. Where the contract states no "
        "period, the table says so: the library invents none.",
    ),
    "obligation": Text("Обязательство", "Obligation"),
    "categories": Text("Категории", "Categories"),
    "answer": Text("Что отвечает библиотека", "What the library answers"),
    "nature": Text("Что значит момент", "What the moment means"),
    "computed": Text("вычисляется момент", "a moment is computed"),
    "all-obligations": Text("Все обязательства", "Every obligation"),
    "figures": Text("Числа договора", "Figures of the contract"),
    "figures-intro": Text(
        "Эти значения стороны могут изменить в своём соглашении; здесь — те, что в договоре.",
        "The parties may agree on others; these are the contract's.",
    ),
    "figure": Text("Что", "What"),
    "value": Text("Значение", "Value"),
    "transitions": Text(
        "Переводы между категориями и уровнями", "Moves between categories and levels"
    ),
    "transitions-intro": Text(
        "Чьё согласие нужно, чтобы записанная категория или уровень изменились. Перевод без него "
        "ничего не меняет. Ответ зависит от толкования ",
        "Whose agreement it takes to change a recorded category or level. A move without it "
        "changes nothing. The answer depends on the reading ",
    ),
    "from": Text("Откуда", "From"),
    "to": Text("Куда", "To"),
    "events": Text("События", "Events"),
    "events-intro": Text(
        "Всё, что может быть записано об инциденте и о службе. Последний столбец — чем запись "
        "может быть для вопроса о реакции (",
        "Everything that may be recorded of an incident and of the service. The last column is "
        "what the entry can be for the question of a reaction (",
    ),
    "kind": Text("Событие", "Event"),
    "means": Text("Что это", "What it is"),
    "record": Text("Для реакции", "For a reaction"),
    "rules": Text("Все правила", "All rules"),
    "rules-intro": Text(
        "Все строки правил по порядку пунктов: имя постоянно, за ним — что правило говорит.",
        "Every rule row in the order of the paragraphs: a permanent id, and what the rule says.",
    ),
    "says": Text("Что говорит", "What it says"),
    "leans": Text("Опирается также", "Leans also on"),
}

_FIGURES: Final = {
    "zone": Text("часовой пояс службы", "the desk's zone"),
    "week": Text("часы службы по рабочим дням", "hours of the desk on business days"),
    "cutoff": Text("час отсечки", "the cut-off"),
    "replacement_after": Text("рабочих дней до поиска замены", "business days before the search"),
    "silence": Text("рабочих дней молчания", "business days of silence"),
    "accounts": Text("учётных записей", "accounts"),
}

_MATTERS: Final = ((Fact.MATTER, Matter), (Fact.DOMAIN, Domain))
_DIRECT: Final = ((Fact.DOCUMENTS, Documents), (Fact.BASE_MODULE, BaseModule), (Fact.DATA, Data))
_LEVELS: Final = ((Fact.EFFECT, Effect), (Fact.USERS, Users), (Fact.WORKAROUND, Workaround))

Columns = tuple[tuple[Fact | None, type[Word]], ...]


def pages(language: Language) -> list[Page]:
    """Return the pages of the tables, after the one that lists them."""
    printer = _Printer(language)
    tables = [
        printer.classification(),
        printer.obligations(),
        printer.transitions(),
        printer.events(),
        printer.rules(),
    ]
    listed = items(*(text(Ref(page.address, page.title)) for page in tables))
    index = Page(
        address="tables/index",
        title=printer.say("title"),
        blocks=(para(printer.say("intro")), listed),
        groups=(Group("", tuple(page.address for page in tables)),),
    )
    return [index, *tables]


class _Printer:
    """The tables in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, **places: Any) -> str:
        """Return a phrase with its places filled."""
        return SAY[key].of(self.language).format(**places)

    def heading(self, key: str) -> Heading:
        """Return a heading whose anchor is its key."""
        return Heading((self.say(key),), key)

    def header(self, *keys: str) -> tuple[Runs, ...]:
        """Return the heads of columns."""
        return tuple((self.say(key),) for key in keys)

    # -------------------------------------------------------------- definitions

    def classification(self) -> Page:
        """Return the four tables of the definitions, and where they are silent."""
        in_c: Columns = ((None, Category), (Fact.RECORDED, Recorded))
        gaps = {row.rule: row.then.why for row in DIRECT_ERRORS if isinstance(row.then, Gap)}
        for row in LEVELS:
            if isinstance(row.no_level_fits, Gap):
                gaps[row.rule] = row.no_level_fits.why
        blocks: tuple[Block, ...] = (
            para(self.say("classification-intro"), *clause_refs(["4.12"]), ")."),
            self.heading("matters"),
            self.decisions(_MATTERS, MATTERS),
            self.heading("direct-errors"),
            self.decisions(_DIRECT, DIRECT_ERRORS),
            self.heading("recorded-in-c"),
            self.decisions(in_c, RECORDED_IN_C),
            self.heading("levels"),
            para(self.say("levels-by"), reading_ref("severity-gap"), "."),
            self.levels(),
            self.heading("gaps"),
            items(
                *(
                    text(rule_ref(rule), ": ", *prose(why.of(self.language)), ".")
                    for rule, why in gaps.items()
                )
            ),
        )
        title = self.say("classification")
        return Page(address="tables/classification", title=title, blocks=blocks)

    def decisions(self, columns: Columns, rows: Sequence[Row]) -> Table:
        """Return a decision table: facts, then what comes out."""
        heads = tuple((self.fact(fact, kind),) for fact, kind in columns)
        header = (*self.header("rule"), *heads, *self.header("outcome", "clauses"))
        return Table(
            header,
            tuple(
                (
                    (rule_ref(row.rule),),
                    *(
                        (self.values(values, kind),)
                        for values, (_, kind) in zip(row.when, columns, strict=True)
                    ),
                    (self.outcome(row.then),),
                    clause_refs(row.clauses),
                )
                for row in rows
            ),
        )

    def levels(self) -> Table:
        """Return the table of levels, a column of outcomes for each option of severity-gap."""
        heads = tuple((capital(word(fact, self.language)),) for fact, _ in _LEVELS)
        outcomes: tuple[Runs, ...] = tuple((Code(str(option.value)),) for option in SeverityGap)
        return Table(
            (*self.header("rule"), *heads, *outcomes),
            tuple(self.level(row) for row in LEVELS),
        )

    def level(self, row: LevelRow) -> tuple[Runs, ...]:
        """Return one row of the table of levels."""
        facts: list[Runs] = [
            (self.values(values, kind),)
            for values, (_, kind) in zip(row.when, _LEVELS, strict=True)
        ]
        outcomes: list[Runs] = [(self.outcome(row.under(option)),) for option in SeverityGap]
        return ((rule_ref(row.rule),), *facts, *outcomes)

    def fact(self, fact: Fact | None, kind: type[Word]) -> str:
        """Return the head of a column of facts."""
        if fact is None:
            assert kind is Category
            return "A–E"
        return capital(word(fact, self.language))

    def values(self, values: tuple[Word, ...], kind: type[Word]) -> str:
        """Return a set of values in words."""
        if len(values) == len(kind):
            return self.say("any")
        if kind is Category:
            return ", ".join(str(value.value) for value in values)
        return "; ".join(word(value, self.language) for value in values)

    def outcome(self, then: Then) -> str:
        """Return what a row gives, in words."""
        match then:
            case None:
                return self.say("next")
            case Category():
                return self.say("category", category=then.value)
            case Severity():
                return f"{then.value}: {word(then, self.language)}"
            case Ask():
                facts = ", ".join(word(fact, self.language) for fact in then.facts)
                return self.say("ask", facts=facts)
            case Gap():
                return self.say("gap")
            case _ as unreachable:
                assert_never(unreachable)

    # -------------------------------------------------------------- what is owed

    def obligations(self) -> Page:
        """Return what is owed in which category, every obligation, and the contract's figures."""
        owed = Table(
            self.header("rule", "obligation", "categories", "answer", "nature", "clauses"),
            tuple(
                (
                    (rule_ref(row.rule),),
                    (capital(word(row.obligation, self.language)),),
                    (", ".join(one.value for one in row.categories),),
                    (
                        self.say("computed")
                        if row.outcome.value == "pending"
                        else word(row.outcome, self.language),
                    ),
                    ("—" if row.nature is None else word(row.nature, self.language),),
                    clause_refs(row.clauses),
                )
                for row in OWED
            ),
        )
        every = Table(
            self.header("obligation", "means", "clauses"),
            tuple(
                (
                    (Anchor(obligation.value), Code(obligation.value)),
                    (word(obligation, self.language),),
                    clause_refs(clauses),
                )
                for obligation, clauses in OBLIGATIONS.items()
            ),
        )
        blocks: tuple[Block, ...] = (
            para(self.say("obligations-intro")),
            owed,
            self.heading("all-obligations"),
            every,
            self.heading("figures"),
            para(self.say("figures-intro")),
            self.figures(),
        )
        return Page(address="tables/obligations", title=self.say("obligations"), blocks=blocks)

    def figures(self) -> Table:
        """Return the figures the contract states."""
        values = {
            "zone": STANDARD.zone,
            "week": ", ".join(dict.fromkeys(i.written for hours in STANDARD.week for i in hours)),
            "cutoff": f"{STANDARD.cutoff:%H:%M}",
            "replacement_after": str(STANDARD.replacement_after),
            "silence": str(STANDARD.silence),
        }
        rows: list[tuple[Runs, ...]] = [
            (
                (Anchor(f"figure-{row.field}"), Code(row.field)),
                (_FIGURES[row.field].of(self.language),),
                (values[row.field],),
                clause_refs([row.clause]),
            )
            for row in STATED
        ]
        from slarules.history import ACCOUNTS

        rows.append(
            (
                (Anchor("figure-accounts"), Code("accounts")),
                (_FIGURES["accounts"].of(self.language),),
                (str(ACCOUNTS),),
                clause_refs(["2.2"]),
            )
        )
        return Table(self.header("figure", "means", "value", "clauses"), tuple(rows))

    # -------------------------------------------------------------- moves

    def transitions(self) -> Page:
        """Return every move between standings, and whose agreement it takes."""
        consents: tuple[Runs, ...] = tuple((Code(str(one.value)),) for one in LevelFourConsent)
        table = Table(
            (*self.header("rule", "from", "to"), *consents, *self.header("clauses")),
            tuple(map(self.transition, TRANSITIONS)),
        )
        blocks: tuple[Block, ...] = (
            para(self.say("transitions-intro"), reading_ref("level-four-consent"), "."),
            self.drawing(),
            table,
        )
        return Page(address="tables/transitions", title=self.say("transitions"), blocks=blocks)

    def drawing(self) -> Picture:
        """Return the drawing of the moves under the default reading."""
        return Picture(moves_picture(language=self.language), self.say("transitions"))

    def transition(self, row: Transition) -> tuple[Runs, ...]:
        """Return one row of the moves."""
        consents: list[Runs] = [
            (capital(word(row.consent(option), self.language)),) for option in LevelFourConsent
        ]
        return (
            (rule_ref(row.rule),),
            (self.standings(row.starts),),
            (self.standings(row.ends),),
            *consents,
            clause_refs(row.clauses),
        )

    def standings(self, standings: tuple[Standing, ...]) -> str:
        """Return standings by their short names."""
        if len(standings) == len(type(standings[0])):
            return self.say("any")
        return ", ".join(
            word(one, self.language) if one.value == "unclassified" else one.value
            for one in standings
        )

    # -------------------------------------------------------------- events, rules

    def events(self) -> Page:
        """Return every kind of event."""
        table = Table(
            self.header("kind", "means", "clauses", "record"),
            tuple(
                (
                    lines([(Anchor(row.kind), Code(row.kind))]),
                    (capital(event_word(row.kind, self.language)),),
                    clause_refs([row.clause]),
                    ("—" if row.record is RecordKind.NONE else word(row.record, self.language),),
                )
                for row in EVENTS
            ),
        )
        intro = para(self.say("events-intro"), *clause_refs(["3.3"]), ").")
        return Page(address="tables/events", title=self.say("events"), blocks=(intro, table))

    def rules(self) -> Page:
        """Return every rule row in the order of the paragraphs."""
        ordered = sorted(RULES.values(), key=lambda row: _place(row.id))
        table = Table(
            self.header("rule", "says", "leans"),
            tuple(
                (
                    (rule_ref(row.id),),
                    prose(capital(row.summary.of(self.language))),
                    joined([clause_refs(row.also)]) or ("—",),
                )
                for row in ordered
            ),
        )
        blocks: tuple[Block, ...] = (para(self.say("rules-intro")), table)
        return Page(address="tables/rules", title=self.say("rules"), blocks=blocks)


def _place(rule: str) -> tuple[int, ...]:
    """Return where a rule stands in the order of the text."""
    return tuple(int(part) for part in rule.removeprefix("R-").replace(".", "-").split("-"))
