"""One page a worked example: the record, a picture, each answer and the same by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docs.generate import worked
from docs.generate.ids import choice_ref, clause_refs, finding_ref, prose
from docs.generate.model import (
    Code,
    Group,
    Heading,
    Items,
    Page,
    Para,
    Picture,
    Ref,
    Source,
    Table,
    items,
    lines,
    para,
    text,
)
from docs.generate.records import moment_in_table, record_table
from slarules.events import ROW_OF
from slarules.explain import Form, explain
from slarules.picture import deadline_picture
from slarules.service import ServiceRecord
from slarules.terms import Text
from slarules.words import event_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Block, Runs
    from docs.generate.worked import Answered, Example
    from slarules.assess import Verdict
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Разобранные примеры", "Worked examples"),
    "intro": Text(
        "Каждый ответ здесь сначала получен вручную, по пунктам и производственному календарю, и "
        "лишь потом сверен с библиотекой; тесты держат их равными. Файлы примеров можно дать "
        "командам: ",
        "Every answer here was first worked out by hand, from the paragraphs and the production "
        "calendar, and only then compared with the library; the tests keep the two equal. The "
        "files can be given to the commands: ",
    ),
    "example": Text("Пример", "Example"),
    "clauses": Text("Пункты", "Paragraphs"),
    "answer": Text("Ответ", "Answer"),
    "by-hand": Text("Вручную", "By hand"),
    "record": Text("Что записано", "The record"),
    "service": Text("Запись о службе", "The record of the service"),
    "answers": Text("Что выходит", "What comes out"),
    "as-of": Text("На момент (Москва)", "As of (Moscow)"),
    "readings": Text("Толкования", "Readings"),
    "default": Text("по умолчанию", "default"),
    "findings": Text("Замечания: ", "Findings: "),
    "steps": Text("Шаг за шагом", "Step by step"),
    "files": Text("Файлы", "Files"),
    "on": Text("Пример на пункты ", "It rests on paragraphs "),
    "picture": Text("Пример «{title}» на временной оси.", "The example “{title}” in time."),
}


def pages(language: Language) -> list[Page]:
    """Return the page of every example, after the one that lists them."""
    return [_index(language), *(_Example(one, language).page() for one in worked.examples())]


def example_ref(example: Example, language: Language) -> Ref:
    """Return a link to an example."""
    return Ref(f"examples/{example.name}", example.title.of(language))


def _of(example: Example) -> list[Answered]:
    return [row for row in worked.answered() if row.example == example.name]


def _verdict(example: Example, row: Answered) -> Verdict:
    return worked.judged(example, row)[row.obligation]


def in_short(example: Example, language: Language) -> Runs:
    """Return an example in a line: its title, and its first answer under the default readings."""
    row = next(row for row in _of(example) if not row.readings)
    said = worked.said(_verdict(example, row), language)
    return text(example_ref(example, language), ". ", *prose(said))


def example_picture(example: Example, language: Language) -> Iterator[Block]:
    """Yield the drawing of an example, where its first answer computes a moment."""
    row = next(row for row in _of(example) if not row.readings)
    verdict = _verdict(example, row)
    if verdict.due is None or not verdict.steps:
        return
    events = [
        (event.at, event_word(ROW_OF[type(event)].kind, language))
        for event in example.incident.events
    ]
    yield Picture(
        deadline_picture(worked.agreement().calendar, verdict, language=language, events=events),
        SAY["picture"].of(language).format(title=example.title.of(language)),
    )


def _index(language: Language) -> Page:
    say = {key: said.of(language) for key, said in SAY.items()}
    rows = []
    for example in worked.examples():
        row = next(row for row in _of(example) if not row.readings)
        rows.append(
            (
                (example_ref(example, language),),
                clause_refs(example.clauses),
                prose(worked.said(_verdict(example, row), language)),
                prose(row.why.of(language)),
            )
        )
    header = ("example", "clauses", "answer", "by-hand")
    return Page(
        address="examples/index",
        title=say["title"],
        blocks=(
            para(say["intro"], Code("slarules assess docs/examples/at-the-cutoff.json"), "."),
            Table(tuple((say[key],) for key in header), tuple(rows)),
        ),
        groups=(Group("", tuple(f"examples/{one.name}" for one in worked.examples())),),
    )


class _Example:
    """The page of one example."""

    def __init__(self, example: Example, language: Language) -> None:
        self.example = example
        self.language = language
        self.rows = _of(example)

    def say(self, key: str, **places: Any) -> str:
        """Return a phrase with its places filled."""
        return SAY[key].of(self.language).format(**places)

    def page(self) -> Page:
        """Return the page."""
        return Page(
            address=f"examples/{self.example.name}",
            title=self.example.title.of(self.language),
            blocks=tuple(self.blocks()),
        )

    def blocks(self) -> Iterator[Block]:
        """Yield the record, the drawing, the answers, and the steps of the first."""
        example = self.example
        row = next(row for row in self.rows if not row.readings)
        verdict = _verdict(example, row)
        said = worked.said(verdict, self.language)
        yield para(*prose(said)).replace(lead=True)
        yield para(self.say("on"), *clause_refs(example.clauses), ".")
        yield from example_picture(example, self.language)
        yield Heading((self.say("record"),), "record")
        yield record_table(example.incident.events, self.language)
        if isinstance(example.service, ServiceRecord):
            yield Heading((self.say("service"),), "service")
            yield record_table(example.service.events, self.language)
        yield Heading((self.say("answers"),), "answers")
        header = ("as-of", "readings", "answer", "by-hand")
        yield Table(tuple((self.say(key),) for key in header), tuple(map(self.answered, self.rows)))
        if verdict.steps:
            yield Heading((self.say("steps"),), "steps")
            yield from self.steps(verdict)
        yield Heading((self.say("files"),), "files")
        yield items(*((one,) for one in self.files()))

    def answered(self, row: Answered) -> tuple[Runs, ...]:
        """Return one answer: when, under which readings, what, and why by hand."""
        found = worked.judged(self.example, row)
        said = prose(worked.said(found[row.obligation], self.language))
        if found.findings:
            named = [finding_ref(finding.id) for finding in found.findings]
            said = lines([said, text(self.say("findings"), *named)])
        return (
            (moment_in_table(row.as_of, self.language),),
            lines([(choice_ref(choice),) for choice in row.readings]) or (self.say("default"),),
            said,
            prose(row.why.of(self.language)),
        )

    def steps(self, verdict: Verdict) -> Iterator[Block]:
        """Yield the derivation as the command prints it, one step an item."""
        under = worked.agreement()
        told = explain(
            verdict, language=self.language, form=Form.STEPS, calendar=under.calendar
        ).split("\n")
        steps: list[list[str]] = []
        rest: list[str] = []
        for line in told[1:]:
            number, dot, said = line.partition(". ")
            if dot and number.isdigit():
                steps.append([said])
            elif line.startswith("   - ") and steps and not rest:
                steps[-1].append(line.removeprefix("   - "))
            else:
                rest.append(line)
        yield Items(tuple(_step(step) for step in steps), numbered=True)
        points = [line.removeprefix("- ") for line in rest if line.startswith("- ")]
        for line in rest:
            if not line.startswith("- "):
                yield Para(prose(line.strip()))
        if points:
            yield items(*map(prose, points))

    def files(self) -> Iterator[Source]:
        """Yield the documents of the example."""
        yield _file(f"{self.example.name}.json")
        if isinstance(self.example.service, ServiceRecord):
            yield _file(f"{self.example.name}.service.json")


def _step(step: list[str]) -> tuple[Block, ...]:
    first, *below = step
    blocks: list[Block] = [para(*prose(first))]
    if below:
        blocks.append(items(*(prose(line) for line in below)))
    return tuple(blocks)


def _file(name: str) -> Source:
    return Source(f"docs/examples/{name}", name)
