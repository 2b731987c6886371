"""Thousands of support desks through random months: three records agree at every step."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from proof.part import CORE, Outcome, Part, Text, Tried
from tests.test_state_machine import LIVED, SupportDesk

PROCESSES: Final = 2
SEEDS: Final = range(1, 9)
DESKS: Final = 500
"""How many of each seed."""
STEPS: Final = 60

# fmt: off
COUNTED: Final = {
    "desks":       Text("служб поддержки", "support desks"),
    "steps":       Text("шагов", "steps"),
    "events":      Text("событий в инцидентах", "events of incidents"),
    "compared":    Text("инцидентов сличено с пересказом договора и с прочитанной записью",
                        "incidents compared with the transcription and with the record read back"),
    "asked again": Text("сказанное о прошедшем спрошено снова в конце",
                        "what was said of the past, asked again at the end"),
}
# fmt: on


def run() -> Outcome:
    """Live through them, two processes at a time."""
    lived: Counter[str] = Counter()
    failed: list[str] = []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for number, future in [(number, pool.submit(live, number)) for number in SEEDS]:
            try:
                lived += future.result()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what failed
                notes = "\n".join(getattr(error, "__notes__", []))
                failed.append(f"seed {number}: {error!r}\n{notes}")
    if not failed and lived["desks"] < len(SEEDS) * DESKS:
        failed.append(f"only {lived['desks']} desks were lived through")
    return Outcome(
        tried=tuple(Tried(text, lived[what]) for what, text in COUNTED.items()),
        found=(
            Text(
                "Пересказ договора учитывал слова о невозможности решения, сказанные в тот же миг, "
                "в который обращение отозвано, а библиотека — нет. По решению 0010 они не "
                "действуют: исправлен пересказ, случай стоит среди примеров.",
                "The transcription of the contract counted a statement of impossibility made at "
                "the very instant the matter was withdrawn, and the library did not. By decision "
                "0010 it has no effect: the transcription was mended, the case is an example.",
            ),
        ),
        failed=tuple(failed),
    )


def live(number: int) -> Counter[str]:
    """Live through the desks of one seed; return how many of what went by."""
    LIVED.clear()
    machine = seed(number)(type("SupportDesk", (SupportDesk,), {}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=DESKS,
            stateful_step_count=STEPS,
            database=None,
            deadline=None,
            derandomize=False,
            suppress_health_check=[
                HealthCheck.too_slow,
                HealthCheck.filter_too_much,
                HealthCheck.data_too_large,
            ],
        ),
    )
    return Counter(LIVED)


PART: Final = Part(
    name="state-machine",
    title=Text("Автомат", "State machine"),
    method=Text(
        "Служба поддержки живёт случайные месяцы: любое событие в любом состоянии, сбои HelpDesk, "
        "сроки поддержки, любые толкования. После каждого шага сходятся оценка выросшей записи, "
        "оценка записи, прочитанной из документов, и независимый пересказ договора; в конце "
        "полная запись спрошена обо всём, что когда-либо было сказано.",
        "A support desk lives through random months: any event in any state, outages of HelpDesk, "
        "terms of support, any readings. After each step the assessment of the record as it grew, "
        "that of the record read back from documents, and an independent transcription of the "
        "contract agree; at the end the full record is asked for all that was ever said.",
    ),
    covers=(
        *CORE,
        "tests/test_state_machine.py",
        "tests/test_assess_oracle.py",
        "tests/oracles/**/*.py",
    ),
    run=run,
)
