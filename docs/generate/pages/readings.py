"""One page a reading: the question, its options, why the default, and each option on an example."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from docs.generate import worked
from docs.generate.ids import choice_ref, clause_refs, paragraph, prose, reading_ref
from docs.generate.model import (
    Code,
    Group,
    Heading,
    Listing,
    Note,
    NoteKind,
    Page,
    Ref,
    Strong,
    Table,
    items,
    lines,
    para,
    text,
)
from docs.generate.pages.apart import apart
from docs.generate.pages.titles import CLAUSES as TITLES
from docs.generate.records import moment_words, record_table
from slarules.answer_words import capital
from slarules.reading_rows import READING_ROWS, WARNED_ROWS
from slarules.readings import SWITCHES
from slarules.sensitivity import changes_between
from slarules.sensitivity_words import change_words
from slarules.terms import Text
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Block, Runs
    from docs.generate.worked import Effect
    from slarules.reading_rows import ReadingRow
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Толкования", "Readings"),
    "intro": Text(
        "Там, где соглашение можно прочесть по-разному, библиотека не решает молча: это вопрос с "
        "перечнем ответов. Один из них действует, пока не выбран другой, и каждое объяснение "
        "называет толкования, от которых зависит. Имена постоянны.",
        "Where the agreement can be read in more than one way, the library does not decide in "
        "silence: there is a question with its answers. One of them holds unless another is "
        "chosen, and every explanation names the readings it depends on. The ids are permanent.",
    ),
    "order": Text(
        "Ответ по умолчанию выбран в обычном порядке толкования: слова, остальные пункты и смысл "
        "целого, цель и поведение сторон, и лишь при равенстве — против того, кто составлял текст, "
        "то есть Исполнителя.",
        "A default follows the usual order of interpretation: the words, the other clauses and the "
        "whole, purpose and conduct, and only as a tie-breaker against the drafter, who is the "
        "Executor.",
    ),
    "reading": Text("Толкование", "Reading"),
    "question": Text("Вопрос", "Question"),
    "clauses": Text("Пункты", "Paragraphs"),
    "default": Text("Ответ по умолчанию", "Default answer"),
    "other": Text("Другие ответы", "Other answers"),
    "warned": Text("Плохо сочетаются", "Combinations to take care with"),
    "warned-intro": Text(
        "Эти сочетания библиотека принимает, но предупреждает о них.",
        "The library takes these combinations, and warns of them.",
    ),
    "pair": Text("Сочетание", "Combination"),
    "why-not": Text("Почему", "Why"),
    "acts": Text("От него зависит: {what}.", "It decides: {what}."),
    "of": Text("Пункты: ", "Paragraphs: "),
    "options": Text("Ответы", "Answers"),
    "option": Text("Ответ", "Answer"),
    "means": Text("Что он значит", "What it means"),
    "first": Text("по умолчанию", "default"),
    "why": Text("Почему по умолчанию — первый", "Why the first is the default"),
    "example": Text("Каждый ответ в примере", "Each answer on an example"),
    "example-2": Text("Ещё пример", "Another example"),
    "service": Text("Запись о службе:", "The record of the service:"),
    "cutoff": Text(
        "Стороны согласовали отсечку {cutoff}: при отсечке 12:00 ответы совпадают.",
        "The parties agreed on a cut-off at {cutoff}: with 12:00 the answers are the same.",
    ),
    "as-of": Text("Что выходит на момент: {moment}.", "What comes out as of {moment}."),
    "result": Text("Что выходит", "What comes out"),
    "elapsed": Text("прошло рабочего времени службы: {amount}", "service hours elapsed: {amount}"),
    "by-hand": Text("Вручную", "By hand"),
    "choose": Text("Как выбрать другой", "How to choose another"),
    "choose-how": Text(
        "В командной строке, в файле соглашения и в коде:",
        "On the command line, in an agreement's file and in code:",
    ),
}


def pages(language: Language) -> list[Page]:
    """Return the page of every reading, after the one that lists them."""
    return [_index(language), *(_Reading(row, language).page() for row in READING_ROWS.values())]


def _index(language: Language) -> Page:
    say = {key: said.of(language) for key, said in SAY.items()}
    header = ("reading", "clauses", "default", "other")
    blocks: list[Block] = [para(say["intro"]), para(say["order"])]
    blocks.append(
        Table(
            tuple((say[key],) for key in header),
            tuple(_listed(row, language) for row in READING_ROWS.values()),
        )
    )
    blocks += [
        Heading((say["warned"],), "warned"),
        para(say["warned-intro"]),
        Table(
            ((say["pair"],), (say["why-not"],)),
            tuple(
                (
                    lines([(choice_ref(choice),) for choice in row.choices]),
                    prose(capital(row.why.of(language))),
                )
                for row in WARNED_ROWS
            ),
        ),
    ]
    addresses = tuple(f"readings/{switch}" for switch in READING_ROWS)
    return Page(
        address="readings/index",
        title=say["title"],
        blocks=tuple(blocks),
        groups=(Group("", addresses),),
    )


def _listed(row: ReadingRow, language: Language) -> tuple[Runs, ...]:
    (first, *others) = (
        (Code(option), f" — {said.of(language)}") for option, said in row.options.items()
    )
    return (
        lines([(reading_ref(row.switch),), prose(row.question.of(language))]),
        clause_refs(row.clauses),
        first,
        lines(others),
    )


def outcomes(switch: str, language: Language) -> list[Runs]:
    """Return what each other option of a switch would change in its example."""
    found: list[Runs] = []
    for effect in worked.effects():
        if effect.switch == switch:
            option = effect.reading.partition("=")[2]
            found.append(text(Code(option), f": {_change(effect, language)}"))
    return found or [(apart(switch).said.of(language),)]


def _change(effect: Effect, language: Language) -> str:
    """Return what the option changes about what the example asks."""
    before, after = worked.assessed(effect), worked.assessed(effect, (effect.reading,))
    if effect.asks == "elapsed":
        amounts = [worked.elapsed(effect, one[effect.obligation]) for one in (before, after)]
        return SAY["elapsed"].of(language).format(amount=" → ".join(amounts))
    for change in changes_between(before, after):
        if getattr(change, "obligation", None) is effect.obligation:
            return "; ".join(change_words(change, language))
    raise LookupError(f"{effect.reading} changes nothing in its example")


class _Reading:
    """The page of one reading."""

    def __init__(self, row: ReadingRow, language: Language) -> None:
        self.row = row
        self.language = language

    def say(self, key: str, **places: Any) -> str:
        """Return a phrase with its places filled."""
        return SAY[key].of(self.language).format(**places)

    def page(self) -> Page:
        """Return the page."""
        return Page(
            address=f"readings/{self.row.switch}",
            title=f"{self.row.switch}: {self.row.question.of(self.language)}",
            short=self.row.switch,
            blocks=tuple(self.blocks()),
        )

    def blocks(self) -> Iterator[Block]:
        """Yield the options, why the first is the default, and what each gives."""
        row = self.row
        clauses = [
            text(
                Ref(
                    f"clauses/{clause}",
                    f"{paragraph(clause, self.language)}. {TITLES[clause].of(self.language)}",
                )
            )
            for clause in row.clauses
        ]
        yield items(*clauses)
        yield para(self.say("acts", what=word(row.acts_on, self.language)))
        yield Heading((self.say("options"),), "options")
        yield Table(
            ((self.say("option"),), (self.say("means"),)),
            tuple(
                (
                    text(Code(option), "" if place else f" ({self.say('first')})"),
                    prose(capital(said.of(self.language))),
                )
                for place, (option, said) in enumerate(row.options.items())
            ),
        )
        yield para(Strong(self.say("why")), ": ", *prose(row.why.of(self.language)), ".")
        yield from self.examples()
        yield from self.choosing()
        yield from self.warnings()

    def examples(self) -> Iterator[Block]:
        """Yield every option on the examples of the switch."""
        mine = [one for one in worked.effects() if one.switch == self.row.switch]
        if not mine:
            yield Heading((self.say("example"),), "example")
            yield from apart(self.row.switch).blocks(self.language)
            return
        alike = groupby(mine, key=lambda one: (one.lines, one.beside, one.as_of, one.asks))
        for place, (_, group) in enumerate(alike, 1):
            key, label = ("example", "example") if place == 1 else ("example-2", f"example-{place}")
            yield Heading((self.say(key),), label)
            yield from self.example(list(group))

    def example(self, effects: list[Effect]) -> Iterator[Block]:
        """Yield one incident, what each option makes of it, and the same by hand."""
        effect = effects[0]
        incident, service = worked.records(effect)
        yield record_table(incident.events, self.language)
        if effect.beside:
            yield para(self.say("service"))
            yield record_table(getattr(service, "events", ()), self.language)
        if effect.cutoff is not None:
            yield para(self.say("cutoff", cutoff=f"{effect.cutoff:%H:%M}"))
        yield para(self.say("as-of", moment=moment_words(effect.as_of, self.language)))
        yield Table(
            ((self.say("option"),), (self.say("result"),)),
            tuple(((Code(option),), self.result(effect, option)) for option in self.row.options),
        )
        for one in effects:
            yield para(Strong(self.say("by-hand")), ": ", one.by_hand.of(self.language))

    def result(self, effect: Effect, option: str) -> Runs:
        """Return what one option makes of the incident."""
        verdict = worked.found(effect, option)
        said = worked.said(verdict, self.language)
        if effect.asks == "elapsed":
            amount = worked.elapsed(effect, verdict)
            said = f"{said} {capital(self.say('elapsed', amount=amount))}."
        return prose(said)

    def choosing(self) -> Iterator[Block]:
        """Yield how another option is chosen."""
        switch = self.row.switch
        words = SWITCHES[switch]
        option = [*words][-1]
        choice = f"{switch}={option.value}"
        name = switch.replace("-", "_")
        yield Heading((self.say("choose"),), "choose")
        yield para(self.say("choose-how"))
        yield items(
            text(Code(f"--reading {choice}")),
            text(Code("[readings]"), " ", Code(f'{switch} = "{option.value}"')),
        )
        code = (
            f"from slarules import {words.__name__}, standard_support\n\n"
            f"support = standard_support().with_readings({name}={words.__name__}.{option.name})\n"
            "print(support.readings.chosen())\n"
        )
        yield Listing("python", code)
        yield Listing("text", f"('{choice}',)\n")

    def warnings(self) -> Iterator[Block]:
        """Yield the combinations with this reading that the library warns of."""
        for row in WARNED_ROWS:
            if self.row.switch in {choice.partition("=")[0] for choice in row.choices}:
                first, second = map(choice_ref, row.choices)
                yield Note(
                    NoteKind.WARNING,
                    (para(first, " + ", second, ": ", row.why.of(self.language), "."),),
                )
