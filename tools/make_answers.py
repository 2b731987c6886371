"""
The golden answers: what the library answers to two thousand incidents, under every reading.

    python -m tools.make_answers            compare, and hold the changelog to what changed
    python -m tools.make_answers --write    write the answers anew
    python -m tools.make_answers --release VERSION   keep the digests of a release

``answers/incidents.jsonl`` holds the incidents, and beside it one file a category what was
answered: the default readings whole, then what each other option changes. ``releases.json``
keeps, for each release, a digest of the answers by clause. An answer that differs from the last
release's has to be named, with its clause, under **Answers** in the changelog.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import standard_support
from slarules.documents import loads, tree
from slarules.incident import Incident
from slarules.sensitivity import (
    Effect,
    FindingsChange,
    Glance,
    RegistrationChange,
    StateChange,
    VerdictChange,
)
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Obligation
from tools.edge_incidents import incident_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.assess import Assessment

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "answers"
INCIDENTS: Final = "incidents.jsonl"
COUNT: Final = 2000

MISSING: Final = (
    "answers/ holds no incidents, so nothing can be compared; write the golden answers with "
    "python -m tools.make_answers --write, and commit them"
)

CLAUSE_OF: Final = {
    Obligation.SUPPORT: "2.3",
    Obligation.REACTION: "4.3",
    Obligation.RESOLUTION: "4.10",
    Obligation.RESOLUTION_CLOCK: "3.4",
    Obligation.REPLACEMENT_SEARCH: "4.4",
    Obligation.AUTOMATIC_CLOSING: "4.11",
    Obligation.RECOMMENDATION: "4.1",
    Obligation.RECORDING: "4.2",
    Obligation.REDEFINITION: "4.9",
}
"""The clause an answer is filed under in the digests and the changelog."""


def main(arguments: list[str] | None = None) -> int:
    """Compare or write; return the exit code."""
    asked = argparse.ArgumentParser(description="the golden answers")
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--release", metavar="VERSION")
    given = asked.parse_args(arguments)
    incidents = FOLDER / INCIDENTS
    if not incidents.exists():
        if not given.write:
            sys.stderr.write(f"{MISSING}\n")
            return 1
        FOLDER.mkdir(exist_ok=True)
        incidents.write_text("".join(map(_line, map(_asked, range(COUNT)))), encoding="utf-8")
    files = answers(incidents.read_text(encoding="utf-8").splitlines())
    if given.write:
        for name, lines in files.items():
            (FOLDER / name).write_text("".join(lines), encoding="utf-8")
    if given.release:
        kept = _releases() | {given.release: digests(files)}
        text = json.dumps(kept, indent=1, sort_keys=True) + "\n"
        (FOLDER / "releases.json").write_text(text, encoding="utf-8")
    faults = [*stale(files), *unnamed(files)]
    for fault in faults:
        sys.stderr.write(fault + "\n")
    return 1 if faults else 0


def stale(files: dict[str, list[str]]) -> Iterator[str]:
    """Yield each file of answers that does not hold what is answered now."""
    for name in sorted({*files, *(path.name for path in FOLDER.glob("*.jsonl"))} - {INCIDENTS}):
        path = FOLDER / name
        kept = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        lines = files.get(name, [])
        if lines == kept:
            continue
        what = f"{len(kept)} answers are on file, and {len(lines)} are given now"
        if len(lines) == len(kept):
            changed = [new for new, old in zip(lines, kept, strict=True) if new != old]
            what = f"changed answers: {len(changed)}, the first {json.loads(changed[0])['number']}"
        yield (
            f"answers/{name}: {what}; if that is meant, write them anew and name the clause under "
            "Answers in the changelog"
        )


def unnamed(files: dict[str, list[str]]) -> Iterator[str]:
    """Yield each clause whose answers differ from the last release's and go unnamed."""
    releases = _releases()
    if not releases:
        return
    last = max(releases, key=lambda version: tuple(map(int, version.split("."))))
    now = digests(files)
    named = _named_in_changelog()
    for clause in sorted({*now, *releases[last]}):
        if now.get(clause) != releases[last].get(clause) and clause not in named:
            yield (
                f"answers under clause {clause} differ from those of {last}; name the clause "
                "under Answers of the unreleased changes in CHANGELOG.md"
            )


def _releases() -> dict[str, dict[str, str]]:
    path = FOLDER / "releases.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _named_in_changelog() -> set[str]:
    """Return the clauses the unreleased changes name under Answers."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = re.split(r"^## ", text, flags=re.MULTILINE)[1]
    parts = re.split(r"^### ", unreleased, flags=re.MULTILINE)
    named = next((part for part in parts if part.startswith("Answers")), "")
    return set(re.findall(r"\b\d\.\d{1,2}\b", named))


def answers(lines: list[str]) -> dict[str, list[str]]:
    """Return the answer files by name, each a list of lines."""
    agreement = standard_support()
    files: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        asked = json.loads(line)
        incident = loads(json.dumps(asked["incident"]), Incident)
        service: Service = UNRECORDED
        if "service" in asked:
            service = loads(json.dumps(asked["service"]), ServiceRecord)
        as_of = incident.events[-1].at.fromisoformat(asked["as_of"])
        base = agreement.assess(incident, as_of, service=service)
        found = agreement.sensitivity(incident, as_of, service=service)
        answered = {
            "number": base.number,
            "answer": _whole(base),
            "readings": {e.readings[0]: _changes(e) for e in found.effects if len(e.readings) == 1},
        }
        category = incident.registration.category
        files[f"{'unclassified' if category is None else category.value}.jsonl"].append(
            _line(answered)
        )
    return dict(sorted(files.items()))


def _asked(seed: int) -> dict[str, Any]:
    incident, as_of, service = incident_of(seed)
    asked: dict[str, Any] = {"as_of": as_of.isoformat(), "incident": tree(incident)}
    if isinstance(service, ServiceRecord):
        asked["service"] = tree(service)
    return asked


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _whole(answer: Assessment) -> dict[str, Any]:
    parts: dict[str, Any] = {CLAUSE_OF[v.obligation]: _verdict(v) for v in answer.verdicts}
    parts["3.2"] = None if answer.registered_at is None else answer.registered_at.isoformat()
    parts["4.12"] = [[at.isoformat(), kind.value] for at, kind in answer.standings]
    for finding in answer.findings:
        parts.setdefault("findings", []).append([finding.id, finding.event])
    return parts


def _verdict(verdict: Any) -> list[Any]:
    moments = (verdict.due, verdict.since, verdict.until)
    shown = [moment and moment.isoformat() for moment in moments]
    return [verdict.outcome.value, *shown, *verdict.conditional_on]


def _changes(effect: Effect) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for change in effect.changes:
        match change:
            case VerdictChange():
                parts[CLAUSE_OF[change.obligation]] = _glance(change.after)
            case RegistrationChange():
                parts["3.2"] = change.after and change.after.isoformat()
            case StateChange():
                parts["state"] = change.after.value
            case FindingsChange():
                parts["findings"] = [list(change.gone), list(change.new)]
    return parts


def _glance(glance: Glance) -> list[Any]:
    return _verdict(glance)


def digests(files: dict[str, list[str]]) -> dict[str, str]:
    """Return a digest of the answers by clause; a finding is filed under its own clause."""
    filed: dict[str, list[str]] = defaultdict(list)
    for lines in files.values():
        for line in lines:
            answered = json.loads(line)
            under = {"": answered["answer"], **answered["readings"]}
            for readings, parts in under.items():
                for part, value in parts.items():
                    entry = _line({"n": answered["number"], "r": readings, "v": value})
                    filed["3.2" if part == "state" else part].append(entry)
    by_clause = {part: entries for part, entries in filed.items() if part != "findings"}
    for entry in filed.get("findings", []):
        for clause in sorted(set(re.findall(r'"F-(\d\.\d+)-\d+"', entry))):
            by_clause.setdefault(clause, []).append(entry)
    return {
        clause: sha256("".join(entries).encode()).hexdigest()
        for clause, entries in sorted(by_clause.items())
    }


if __name__ == "__main__":
    sys.exit(main())
