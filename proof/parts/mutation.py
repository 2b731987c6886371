"""Function bodies with one thing changed: does any test see it (issue 5, item 5)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from proof.mutation.kept import Module, all_modules, explained
from proof.mutation.kinds import KINDS
from proof.mutation.subjects import SUBJECTS, unplaced
from proof.part import Outcome, Part, Table, Text, Tried

LEAST: Final = 95.0
"""Per cent of all mutants, those that change nothing counted among the survivors."""


def _run() -> Outcome:
    modules = all_modules()
    tried = sum(module.tried for module in modules)
    alive = {name for module in modules for name in module.survivors}
    why = explained()
    score = 100 * (tried - len(alive)) / tried
    failed = [f"survives and has no line: {name}" for name in sorted(alive - why.keys())]
    failed += [f"has a line and does not survive: {name}" for name in why.keys() - alive]
    failed += [f"is in no subject, or in two: {path}" for path in unplaced()]
    failed += [f"fails without a mutant: {test}" for test in _broken(modules)]
    if score < LEAST:
        failed.append(f"{score:.2f} % of {tried} mutants are killed, not {LEAST:.0f} %")
    return Outcome(
        tried=(Tried(Text("мутантов", "mutants"), tried),),
        found=(
            Text(
                f"Убито {score:.2f} % ({tried - len(alive)} из {tried}); выжившие, среди них и "
                "те, что ничего не меняют, перечислены, каждый с причиной, в "
                "`proof/mutation/survivors.toml`.",
                f"{score:.2f} % are killed ({tried - len(alive)} of {tried}); the survivors, those "
                "that change nothing among them, are listed with the reason of each in "
                "`proof/mutation/survivors.toml`.",
            ),
            Text(
                "Мутант, которого ничто не убивало, оказался исправлением: время в последний "
                "утверждённый день календаря кончалось исключением IndexError; исправлено.",
                "A mutant that nothing killed was the mend of a fault: time on the last settled "
                "day of a calendar ended with IndexError; mended.",
            ),
            Text(
                "Неделя из шести дней принималась как условие соглашения, а документ с нею не "
                "записывался; теперь отвергается.",
                "A week of six days was taken as a term of an agreement, and could not be written "
                "as a document; it is refused.",
            ),
        ),
        tables=(_by_module(modules), _by_kind(modules)),
        failed=tuple(failed),
        seconds=sum(module.seconds for module in modules),
    )


def _broken(modules: list[Module]) -> list[str]:
    return sorted({test for module in modules for test in module.broken})


def _by_module(modules: list[Module]) -> Table:
    return Table(
        Text("По модулям", "By module"),
        (
            Text("модуль", "module"),
            Text("мутантов", "mutants"),
            Text("убито", "killed"),
            Text("выжило", "survived"),
            Text("%", "%"),
        ),
        tuple(
            (
                f"`{module.module}`",
                module.tried,
                module.killed,
                len(module.survivors),
                f"{100 * module.killed / module.tried:.1f}",
            )
            for module in sorted(modules)
            if module.tried
        ),
    )


def _by_kind(modules: list[Module]) -> Table:
    counts = Counter[str]()
    for module in modules:
        counts.update(module.killers)
    return Table(
        Text("Что убивает первым", "What kills first"),
        (Text("вид теста", "kind of test"), Text("мутантов", "mutants")),
        tuple((KINDS[kind], count) for kind, count in counts.most_common()),
    )


PART: Final = Part(
    name="mutation",
    title=Text("Мутации тел функций", "Mutations of function bodies"),
    method=Text(
        "Операторы mutmut меняют по одному месту в теле функции; тесты, которые доходят до этой "
        "строки, запускаются по одному, пока один не упадёт. Мутант, который ничего не меняет, "
        "считается выжившим. Тесты сверяют с договором, официальными данными или независимым "
        "расчётом; сохранённые ответы среди них не участвуют. Свойствам даётся по 12 примеров, "
        "тесты дольше секунды не спрашиваются. Секунды здесь — сумма по мутантам, а пробуют их по "
        "два.",
        "mutmut's operators change one thing in a function body; the tests that reach that line "
        "are run one by one until one fails. A mutant that changes nothing counts as a survivor. "
        "The tests compare with the contract, with official data or with an independent "
        "calculation; kept answers are not among them. Properties are given 12 examples each, and "
        "tests that take longer than a second are not asked. The seconds are the sum over the "
        "mutants, which are tried two at a time.",
    ),
    covers=(
        "proof/mutation/*.py",
        "proof/mutation/survivors.toml",
        *(f"src/slarules/{glob}" for subject in SUBJECTS for glob in subject.modules),
        "tests/*.py",
        "tests/oracles/**/*.py",
        "tests/data/*",
    ),
    run=_run,
)
