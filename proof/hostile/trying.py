"""Examples drawn and read, one after another: what became of each, how long the longest took."""

from __future__ import annotations

import resource
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisWarning

if TYPE_CHECKING:
    from proof.hostile.reader import Reader

SECONDS: Final = 2.0
"""Of the processor, that one example may take."""
_STUCK: Final = 20.0
"""Seconds after which an example is stopped, to be shown as too slow."""
_AT_ONCE: Final = 1_000
"""Examples under one seed: what Hypothesis keeps of them grows with their number."""


def reader_of(name: str) -> Reader:
    """Return the reader of that name."""
    found: Reader = import_module(f"proof.hostile.{name}").READER
    return found


def tried(name: str, examples: int, first: int) -> dict[str, Any]:
    """Return what became of that many examples, drawn from that seed on."""
    reader = reader_of(name)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    failure: str | None = None

    def read(example: Any) -> None:
        nonlocal slowest
        signal.setitimer(signal.ITIMER_VIRTUAL, _STUCK)
        began = time.process_time()
        try:
            outcome = reader.read(example)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        took = time.process_time() - began
        slowest = max(slowest, took)
        outcomes[outcome] += 1
        assert took <= SECONDS, f"{took:.1f} seconds"

    signal.signal(signal.SIGVTALRM, _stuck)
    strategy = reader.examples()
    number = first
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", HypothesisWarning)
        while outcomes.total() < examples and failure is None:
            some = min(_AT_ONCE, examples - outcomes.total())
            limits = settings(
                max_examples=some,
                database=None,
                deadline=None,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
                report_multiple_bugs=False,
                print_blob=False,
            )
            try:
                seed(number)(limits(given(strategy)(read)))()
            except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
                failure = f"seed {number}: {traceback.format_exc()}"
            number += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "reader": name,
        "examples": outcomes.total(),
        "outcomes": dict(sorted(outcomes.items())),
        "slowest": slowest,
        "memory": peak // (1024 if sys.platform == "darwin" else 1),
        "failure": failure,
    }


def _stuck(*_: object) -> NoReturn:
    raise TimeoutError(f"not read within {_STUCK} seconds")
