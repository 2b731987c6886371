"""First use from several threads at once; the races themselves are in ``racing.py``."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from slarules import Readings, standard_support
from tests import racing
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

RACES = 12
"""Here; the proof races two hundred times either way (proof/parts/race.py)."""


def raced(times: int) -> dict[str, Any]:
    """Return what an interpreter of its own says of that many races."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.racing", str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


class TestFirstUse:
    """Eight threads into a package nobody has asked: every answer is that of one thread alone."""

    def test_every_answer_is_that_of_one_thread(self) -> None:
        found = raced(RACES)
        assert found["wrong"] == []
        failed = [name for name, told in found["alone"].items() if "Error" in str(told)[:60]]
        assert (failed, len(found["alone"])) == ([], len(racing.QUESTIONS))

    def test_another_answer_would_be_found_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def ordinal() -> object:
            asked.append(None)
            return len(asked)

        asked: list[None] = []
        questions: tuple[Callable[[], object], ...] = (ordinal,) * racing.THREADS
        monkeypatch.setattr(racing, "QUESTIONS", questions)
        monkeypatch.setattr(racing, "unload", lambda: None)
        assert racing.race({"ordinal": 1}) != []


class TestStandardSupport:
    """The same arguments give the same object, whoever asks first."""

    def test_the_same_readings_give_the_same_agreement(self) -> None:
        assert standard_support() is standard_support(readings=Readings())
