"""Which tests are asked about which modules: those of the subject, quick ones first."""

from __future__ import annotations

from typing import Final, NamedTuple

from proof.part import ROOT

SOURCE: Final = ROOT / "src" / "slarules"
TESTS: Final = ROOT / "tests"


class Subject(NamedTuple):
    """Modules that the same tests speak of, each a glob under the package."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]
    """Names of test modules, without ``test_``."""


SUBJECTS: Final = (
    Subject(
        "records",
        ("record.py", "terms.py", "errors/*.py"),
        (
            "record",
            "record_classes",
            "terms",
            "imports",
            "calendar",
            "deadlines",
            "incident",
            "service",
            "editions",
            "classify",
            "documents",
            "comparison",
            "agreement_file",
            "eventlog",
            "errors",
        ),
    ),
    Subject(
        "calendar",
        ("calendar/*.py", "daytable.py", "timeline.py", "spans.py", "days.py"),
        (
            "timeline",
            "short_ways_taken",
            "calendar",
            "calendar_bounds",
            "calendar_clocks",
            "calendar_conformance",
            "calendar_properties",
            "calendar_refusals",
            "calendar_edges",
            "calendar_left_out",
            "calendar_spent",
            "clock_shifts",
            "short_ways_alone",
            "bank_of_russia",
            "testing",
        ),
    ),
    Subject(
        "russia",
        ("russia.py", "country.py", "cldr.py"),
        ("russia_single_days", "russia", "russia_rows", "country", "calendar_conformance"),
    ),
    Subject(
        "deadlines",
        (
            "deadlines.py",
            "steps.py",
            "left_out.py",
            "open_requests.py",
            "parameters.py",
            "readings.py",
            "reading_rows/*.py",
        ),
        (
            "deadlines",
            "deadlines_properties",
            "derivations",
            "fast_path",
            "short_paths",
            "examples_csv",
            "open_requests",
            "readings_effect",
            "reading_rows",
            "targets",
            "incident",
            "agreement_file",
            "parameters",
            "parameters_refused",
            "readings",
            "deadlines_short_ways",
        ),
    ),
    Subject(
        "incidents",
        (
            "history/*.py",
            "assess/*.py",
            "events.py",
            "incident.py",
            "service.py",
            "unrecorded.py",
        ),
        (
            "history",
            "derivations",
            "assess",
            "assess_examples",
            "assess_oracle",
            "findings",
            "incident",
            "incident_properties",
            "service",
            "targets",
            "next_change",
            "events",
            "short_paths",
            "oracle_incident",
        ),
    ),
    Subject(
        "classification",
        ("classify.py", "lifecycle.py"),
        ("classify", "classify_derivations", "lifecycle_tables", "history"),
    ),
    Subject(
        "paragraphs",
        (
            "clauses.py",
            "coverage.py",
            "findings.py",
            "rules/*.py",
            "answers.py",
            "contract_text.py",
        ),
        (
            "citations",
            "findings",
            "rules",
            "clauses",
            "contract_text",
            "coverage",
            "coverage_lists",
            "answers",
            "reading_rows",
        ),
    ),
    Subject(
        "agreements",
        ("agreement.py", "editions.py", "sensitivity.py", "comparison.py", "boundaries.py"),
        (
            "agreement",
            "editions",
            "editions_answers",
            "sensitivity",
            "sensitivity_toys",
            "comparison",
            "comparison_edges",
            "boundaries",
            "boundaries_in_russian",
            "flips",
            "deadlines",
            "readings_effect",
            "assess",
            "russia",
            "cli_compare",
        ),
    ),
    Subject(
        "documents",
        ("documents/*.py", "derivation_json.py", "receipt.py"),
        (
            "documents",
            "document_parts",
            "documents_refused",
            "derivation_json",
            "derivation_values",
            "receipt",
        ),
    ),
    Subject(
        "words",
        (
            "words.py",
            "written.py",
            "day_words.py",
            "step_words.py",
            "answer_words.py",
            "verdict_words.py",
            "sensitivity_words.py",
            "explain.py",
            "assumed_words.py",
            "answer_rows.py",
        ),
        (
            "words",
            "answer_rows",
            "step_sentences",
            "verdict_sentences",
            "sensitivity_changes",
            "closed_matches",
            "explain",
            "step_words",
            "sensitivity_words",
            "letter",
            "derivation_json",
        ),
    ),
)
"""Every module that decides or words an answer."""

OUTSIDE: Final = frozenset(
    {"__init__", "__main__", "agreement_file", "annotate", "batch", "clause_fingerprints",
     "clause_words", "cli", "eventlog", "examples", "frames", "letter", "picture", "report",
     "russia_rows", "spark", "testing", "visible"}
)  # fmt: skip
"""
What decides no answer: readers, writers and commands, rows without a function, what tests draw.
"""


def unplaced() -> list[str]:
    """Return the modules that are in no subject, in several, or not where this table says."""
    placed = [path for subject in SUBJECTS for path in modules_of(subject).values()]
    own = [
        str(path.relative_to(ROOT))
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).with_suffix("").parts[0] not in OUTSIDE
    ]
    return sorted(path for path in {*own, *placed} if own.count(path) != placed.count(path))


def modules_of(subject: Subject) -> dict[str, str]:
    """Return the modules of a subject by name, each with its path under the project."""
    found: dict[str, str] = {}
    for glob in subject.modules:
        for path in sorted(SOURCE.glob(glob)):
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = str(path.relative_to(ROOT))
    return found


def tests_of(subject: Subject) -> tuple[str, ...]:
    """Return the paths of a subject's test modules that there are, under the project."""
    paths = [TESTS / f"test_{name}.py" for name in subject.tests]
    return tuple(str(path.relative_to(ROOT)) for path in paths if path.exists())
