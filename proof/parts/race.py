"""First use from eight threads at once, two hundred times, and in interpreters of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Final

from proof.part import ROOT, Outcome, Part, Text, Tried

RELOADED: Final = 200
"""Races in one interpreter, which forgets the package before each."""
FRESH: Final = 40
"""Races in interpreters started for one race."""
MINUTES: Final = 15
"""A race that hangs is a failure."""


def run() -> Outcome:
    """Race, and compare with one thread."""
    found = [_raced(RELOADED), *(_raced(1) for _ in range(FRESH))]
    failed = [line for one in found for wrong in one["wrong"] for line in wrong]
    failed += [
        f"an interpreter of its own answers {name} otherwise"
        for one in found
        for name, told in one["alone"].items()
        if told != found[0]["alone"][name]
    ]
    questions = len(found[0]["alone"])
    races = RELOADED + FRESH
    return Outcome(
        tried=(
            Tried(Text("гонок восьми потоков", "races of eight threads"), races),
            Tried(Text("сверенных ответов", "answers compared"), races * 8 * questions),
        ),
        found=(
            Text(
                "`standard_support` давал потокам, которые впервые спросили его одновременно, "
                "равные, но разные объекты; исправлено.",
                "`standard_support` gave threads that first asked at the same moment equal "
                "agreements that were not one object; mended.",
            ),
        ),
        failed=tuple(dict.fromkeys(failed)),
    )


def _raced(times: int) -> dict[str, Any]:
    """Return what an interpreter says of that many races."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.racing", str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MINUTES * 60,
        check=False,
    )
    if done.returncode or done.stderr:
        return {"alone": {}, "wrong": [[f"a race did not end: {done.stderr[-500:]}"]]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


PART: Final = Part(
    name="race",
    title=Text("Первое обращение из нескольких потоков", "First use from several threads"),
    method=Text(
        "Пакет забыт целиком: не загружено ни одно имя, не построены классы записей, таблицы "
        "календаря и запомненные ответы. Восемь потоков проходят один барьер и задают все вопросы, "
        "каждый начиная с другого; поток сменяется каждые 10 мкс. Каждый ответ сверяется с ответом "
        "одного потока, а соглашение у всех должно быть одним объектом. Двести раз в одном "
        "интерпретаторе и сорок раз в только что запущенных.",
        "The package is forgotten whole: no name is loaded, no record class written, no calendar "
        "table laid, no answer kept. Eight threads pass one barrier and ask every question, each "
        "beginning with another; threads change every 10 µs. Each answer is compared with that of "
        "one thread, and all must hold one and the same agreement. Two hundred times in one "
        "interpreter, and forty times in interpreters just started.",
    ),
    covers=("src/slarules/**/*.py", "tests/racing.py"),
    run=run,
)
