"""
The proof: run what changed since its result was kept, and write the pages.

    python -m proof              every part whose files changed, and docs/proof
    python -m proof rows states  these parts only
    python -m proof --again …    whether or not their files changed
    python -m proof --check      nothing is run: fail if a result or a page is stale

A result is a file of ``proof/results``, committed beside what it speaks of, under the digest of
every file the part covers. Where the digest still holds, the result does.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import platform
import sys
import time
from typing import Any, Final

from proof import pages, parts
from proof.part import ROOT, Outcome, Part, digest, tree

RESULTS: Final = ROOT / "proof" / "results"
SCHEMA: Final = "slarules/proof/1"


def main(arguments: list[str] | None = None) -> int:
    """Run, or check; return the exit code."""
    asked = argparse.ArgumentParser(prog="python -m proof", description="the proof")
    asked.add_argument("parts", nargs="*", metavar="PART")
    asked.add_argument("--again", action="store_true", help="run parts whose files did not change")
    asked.add_argument("--check", action="store_true", help="run nothing: is anything stale")
    given = asked.parse_args(arguments)
    every = {part.name: part for part in _parts()}
    if unknown := sorted(set(given.parts) - set(every)):
        asked.error(f"no part is called {', '.join(unknown)}; there are {', '.join(every)}")
    chosen = [every[name] for name in given.parts] or list(every.values())
    if given.check:
        return _check(chosen, list(every.values()))
    failed = [part.name for part in chosen if not _prove(part, again=given.again)]
    pages.write(_results(every.values()))
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}\n")
    return 1 if failed else 0


def _parts() -> list[Part]:
    """Return the parts in the order of their names."""
    return [
        importlib.import_module(f"proof.parts.{module.name}").PART
        for module in sorted(pkgutil.iter_modules(parts.__path__), key=lambda each: each.name)
    ]


def _prove(part: Part, *, again: bool) -> bool:
    """Run a part unless its result holds; keep the result; return whether it is proved."""
    now = digest(part)
    kept = _kept(part)
    if kept is not None and kept["digest"] == now and not again:
        print(f"{kept['seconds']:6.0f} s  {part.name}: holds, nothing it covers has changed")
        return True
    began = time.monotonic()
    outcome = part.run()
    seconds = time.monotonic() - began
    for line in outcome.failed:
        print(f"          {line}")
    print(f"{seconds:6.0f} s  {part.name}: {'FAILED' if outcome.failed else 'proved'}", flush=True)
    if not outcome.failed:
        _keep(part, outcome, now, outcome.seconds or seconds)
    return not outcome.failed


def _keep(part: Part, outcome: Outcome, now: str, seconds: float) -> None:
    """Write the result of a part that was proved."""
    result = {
        "schema": SCHEMA,
        "part": part.name,
        "digest": now,
        "python": platform.python_version(),
        "seconds": round(seconds, 1),
        "title": tree(part.title),
        "method": tree(part.method),
        "tried": tree(outcome.tried),
        "found": tree(outcome.found),
        "tables": tree(outcome.tables),
    }
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (RESULTS / f"{part.name}.json").write_text(f"{text}\n", encoding="utf-8")


def _kept(part: Part) -> dict[str, Any] | None:
    """Return the result that is kept of a part."""
    path = RESULTS / f"{part.name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def _results(every: Any) -> list[dict[str, Any]]:
    """Return the results there are, in the order of the parts."""
    return [kept for part in every if (kept := _kept(part)) is not None]


def _check(chosen: list[Part], every: list[Part]) -> int:
    """Say which results do not hold, and whether the pages are those of the results."""
    stale = []
    for part in chosen:
        kept = _kept(part)
        if kept is None or kept["digest"] != digest(part):
            stale.append(part.name)
    for name in stale:
        sys.stderr.write(f"{name}: what it covers has changed; make prove-{name}\n")
    wrong = pages.differ(_results(every))
    for path in wrong:
        sys.stderr.write(f"{path}: not what the results give; make prove\n")
    return 1 if stale or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
