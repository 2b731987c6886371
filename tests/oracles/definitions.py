"""
The definitions, what is owed and whose consent a change takes, told by paragraph with no table.

In the words of the register. Where a fact is unknown, every way it may turn out is tried: it is
asked for if, whatever the others turn out to be, it can make a difference.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = "unknown"

MATTER = ("problem", "question", "wish")
DOMAIN = ("environment", "external-software", "product", "use")
DOCUMENTS = ("departs-from-both", "departs-from-one", "as-described", "not-described")
BASE_MODULE = ("fails", "sound")
DATA = ("damaged", "sound")
CATEGORY = ("A", "B", "C", "D", "E")
RECORDED = ("in-c", "not-in-c")
EFFECT = ("everything-down", "main-use-lost", "serious", "minor")
USERS = ("nobody", "few", "most")
WORKAROUND = ("none", "exists")
SEVERITY_GAP = ("no-level-fits", "higher", "lower")
STANDING = ("unclassified", "A", "B", "C", "C1", "C2", "C3", "C4", "D", "E")
LEVEL_FOUR_CONSENT = ("consent-required", "level-agreed-then-alone", "executor-alone")

NEXT = "the next table"
GAP = "a gap"


# ------------------------------------------------------------------------- what a matter is


def matter(brought: str, domain: str) -> str:
    """3.7, 3.8, 3.10, 3.11: by what is brought, and where it lies; 3.9 has facts of its own."""
    if domain == "environment":
        return "A"
    if domain == "use":
        return "D"
    return {"problem": "B" if domain == "external-software" else NEXT, "question": "D"}.get(
        brought, "E"
    )


def direct_error(documents: str, base_module: str, data: str) -> str:
    """3.9: any of three cases is enough; what does as it is described is complained of (3.11)."""
    if documents.startswith("departs") or base_module == "fails" or data == "damaged":
        return "C"
    return "E" if documents == "as-described" else GAP


def recorded_in_c(category: str, recorded: str) -> str:
    """4.9: what stands in C and is a matter of A or D is level 4; only C has levels (4.5)."""
    if category == "C":
        return NEXT
    return "4" if recorded == "in-c" and category in {"A", "D"} else category


def level(effect: str, users: str, workaround: str, severity_gap: str) -> str:
    """4.6, 4.7, 4.8; between the last two, what severity-gap says."""
    if workaround == "none":
        if (effect, users) == ("everything-down", "nobody"):
            return "1"
        if effect != "minor":
            return "2"
    elif users == "most":
        return "3"
    return {"no-level-fits": GAP, "higher": "2", "lower": "3"}[severity_gap]


def told(
    decide: Callable[..., str],
    known: dict[str, tuple[str, ...]],
    facts: tuple[str, ...],
    *given: str,
) -> str:
    """
    Return what is decided, or "ask" and the unknown facts that can make a difference.

    Args:
        decide: What decides once everything is known.
        known: What each fact can turn out to be, by its name.
        facts: What is given of each.
        given: What else is decided by.
    """
    worlds = [
        options if fact == UNKNOWN else (fact,)
        for fact, options in zip(facts, known.values(), strict=True)
    ]
    asked = [
        name
        for place, name in enumerate(known)
        if any(
            len({decide(*world[:place], option, *world[place + 1 :], *given) for option in options})
            > 1
            for options in [worlds[place]]
            for world in product(*worlds)
        )
    ]
    if asked:
        return " ".join(["ask", *asked])
    return decide(*next(product(*worlds)), *given)


# ------------------------------------------------------------------------------ what is owed


def owed(obligation: str, category: str) -> tuple[str, str | None, str]:
    """Return the kind of answer, the nature of the obligation, and the paragraph that says so."""
    match obligation:
        case "reaction":
            # 4.3 is about B and C; A and D are outside but for advice (4.1), E is recorded (4.2)
            if category in {"B", "C"}:
                return "pending", "duty-by", "4.3"
            return "not-stated", None, "4.2" if category == "E" else "4.1"
        case "replacement-search":
            return ("pending", "duty-from", "4.4") if category == "B" else _not_here("4.4")
        case "resolution":
            return {
                "B": ("until-event", None, "4.4"),
                "C": ("not-stated", "clock", "4.10"),
                "E": ("not-stated", None, "4.2"),
            }.get(category, ("not-stated", None, "4.1"))
        case _:
            return "pending", "effect-at", "4.11"


def _not_here(clause: str) -> tuple[str, None, str]:
    return "not-applicable", None, clause


# ------------------------------------------------------------------------- whose consent it takes


def consent(start: str, end: str, level_four_consent: str) -> str:
    """4.9, 4.12: whose agreement a move of the recorded category or level needs."""
    if start == "unclassified" or (start == "C" and end in {"C1", "C2", "C3", "C4"}):
        return "nobody"  # what was left open is filled in, and nothing changes
    if start == "C4" and end in {"A", "D"}:
        return {
            "consent-required": "customer",
            "level-agreed-then-alone": "customer-to-level-four",
            "executor-alone": "nobody",
        }[level_four_consent]
    return "both-parties"
