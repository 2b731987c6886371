"""
Whole incidents by re-reading: the paragraphs of the contract, asked one after another.

An independent transcription of ``docs/decisions/0010-what-events-do.md``. It imports nothing of
the package and shares no code with it. Every question reads the record again from its start, as
far as it needs: "after the first ``n`` events" is an argument of most functions here. Slow is
fine; what counts is that each function can be held against its paragraph.

An incident is a list of plain dictionaries, the first of which is the registration; so is the
service record. Moments go in and come out as ISO text with an offset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.oracles.matter.course import (
    acts_before_closing,
    answered_elsewhere,
    automatic_closing,
    breaches_of_consent,
    breaches_of_silence,
    category_now,
    closed_too_early,
    ended_wrongly,
    history,
    level_four_left,
    redefinition,
    states,
)
from tests.oracles.matter.reaction import reaction
from tests.oracles.matter.record import OBLIGATIONS, Case, is_entry, read, verdict, written
from tests.oracles.matter.resolution import (
    breaches_of_resolution,
    replacement_search,
    resolution,
    resolution_clock,
)
from tests.oracles.matter.service import (
    first_moment,
    in_force,
    is_down,
    registered_at,
    registered_by_no_channel,
    said,
    served_without_support,
    start,
    support,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def assess(
    incident: Sequence[Mapping[str, Any]],
    service: Sequence[Mapping[str, Any]] | None = None,
    readings: Mapping[str, str] | None = None,
    *,
    as_of: str,
) -> dict[str, Any]:
    """Return what the contract says about the incident as of the moment."""
    case = read(incident, service, readings or {}, as_of)
    return {
        "verdicts": verdicts(case),
        "findings": findings(case),
        "classification": [
            {"at": written(step.at), "category": step.category, "severity": step.severity}
            for step in history(case)
        ],
        "registered_at": written(registered_at(case)),
        "state": {"silent": "closed"}.get(states(case)[-1].state, states(case)[-1].state),
    }


def verdicts(case: Case) -> dict[str, dict[str, Any]]:
    """Return what became of every obligation; none of them binds what is not registered (3.1)."""
    if registered_at(case) is None:
        return {obligation: verdict("not-applicable") for obligation in OBLIGATIONS}
    return {
        "support": support(case),
        "reaction": reaction(case),
        "resolution": resolution(case),
        "resolution-clock": resolution_clock(case),
        "replacement-search": replacement_search(case),
        "automatic-closing": automatic_closing(case),
        "recommendation": recommendation(case),
        "recording": recording(case),
        "redefinition": redefinition(case),
    }


# ----------------------------------------------------------------------------------------- the rest


def recommendation(case: Case) -> dict[str, Any]:
    """4.1: a way to solve the matter, in A and D; owed without a period."""
    if not in_force(case, start(case)):
        return verdict("not-applicable")
    category = category_now(case)
    if category is None:
        return verdict("cannot-tell", conditional_on=["category"])
    if category not in {"A", "D"}:
        return verdict("not-applicable")
    given = [
        event["at"]
        for i, event in enumerate(case.events)
        if acts_before_closing(case, i)
        and event["kind"] == "recommendation-given"
        and event["by"] == "executor"
    ]
    return verdict("met", since=given[0]) if given else verdict("not-stated")


def recording(case: Case) -> dict[str, Any]:
    """4.2: the entry of a wish, in E: made by the registration itself."""
    category = category_now(case)
    if category is None:
        return verdict("cannot-tell", conditional_on=["category"])
    return verdict("met", since=start(case)) if category == "E" else verdict("not-applicable")


def discussed_outside(case: Case) -> Iterator[tuple[str, int]]:
    """3.1: said outside HelpDesk, by either party, though HelpDesk was up."""
    for i, event in enumerate(case.events):
        parties = is_entry(event) and event["by"] in {"executor", "customer"}
        by_phone_or_mail = event.get("channel") in {"phone", "personal-email"}
        if parties and by_phone_or_mail and not is_down(case, said(event)):
            yield "F-3.1-1", i


def restored_in_silence(case: Case) -> Iterator[tuple[str, None]]:
    """3.1: restorations since the matter is known that nobody announced."""
    for i, event in enumerate(case.service):
        if event["kind"] == "help-desk-restored" and event["at"] >= first_moment(case):
            later = [e["kind"] for e in case.service[i + 1 :]]
            until = later.index("help-desk-down") if "help-desk-down" in later else len(later)
            if "restoration-announced" not in later[:until]:
                yield "F-3.1-2", None


def too_few_accounts(case: Case) -> Iterator[tuple[str, None]]:
    """2.2: fewer than two accounts in all, where any were issued on record [accounts-per]."""
    issued = [event["count"] for event in case.service if event["kind"] == "accounts-issued"]
    if issued and sum(issued) < 2:
        yield "F-2.2-1", None


def not_notified(case: Case) -> Iterator[tuple[str, int]]:
    """3.5: entries that no notice follows, where the record holds notices at all."""
    kinds = [event["kind"] for event in case.events]
    if "notified" not in kinds:
        return
    for i, event in enumerate(case.events):
        if is_entry(event) and kinds[i + 1 : i + 2] != ["notified"]:
            yield "F-3.5-1", i


def findings(case: Case) -> list[tuple[str, int | None]]:
    """Return every finding with the place of its event in the record, if it is in that record."""
    listed: list[tuple[str, int | None]] = [
        *served_without_support(case),
        *registered_by_no_channel(case),
        *ended_wrongly(case),
        *closed_too_early(case),
        *breaches_of_silence(case),
        *answered_elsewhere(case),
        *breaches_of_consent(case),
        *level_four_left(case),
        *breaches_of_resolution(case),
        *discussed_outside(case),
        *restored_in_silence(case),
        *too_few_accounts(case),
        *not_notified(case),
    ]
    return sorted(
        listed, key=lambda finding: (finding[0], -1 if finding[1] is None else finding[1])
    )
