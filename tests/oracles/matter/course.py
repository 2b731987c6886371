"""How the record goes on: states, requests, silence, category and level, what may resolve."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.oracles import walk
from tests.oracles.matter.record import (
    NEVER,
    Case,
    Happening,
    chosen,
    in_time,
    is_entry,
    remembering,
    verdict,
)
from tests.oracles.matter.service import gaps, is_down, outages, said, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.oracles.walk import Window

# --------------------------------------------------------------------------- counting business days


def day_number(
    case: Case,
    event: datetime,
    length: int,
    left_out: Callable[[date], bool],
    endless_from: datetime,
) -> date | None:
    """
    4.4, 4.11: business day ``length`` of a period, some left out (day-count-start).

    None where every day after ``endless_from`` is left out and the count is not full before.
    """
    day = case.desk.day_of(event)
    if chosen(case, "day-count-start") == "same-day":
        day -= timedelta(days=1)
    met = 0
    while met < length:
        day += timedelta(days=1)
        if endless_from != NEVER and day > case.desk.day_of(endless_from):
            return None
        met += case.desk.is_business_day(day) and not left_out(day)
    return day


def endless(spans: Sequence[Window]) -> datetime:
    """Return from when the spans take away everything; NEVER if they do not."""
    return min((start for start, end in spans if end == NEVER), default=NEVER)


# --------------------------------------------------------------------------- how the record goes on
#
# found(i):      the state that event i finds; closings by silence happen between events.
# meets(i):      the state that event i acts on; "open" where it reopens by being late.
# after(n):      the state after the first n events.
#
# States: open, resolved, closed (by hand), silent (closed by silence, 4.11), withdrawn.


@remembering
def after(case: Case, n: int) -> str:
    """Return the state after the first ``n`` events, with no time passing after the last."""
    if n == 1:
        return "open"
    i = n - 1
    event, state = case.events[i], meets(case, i)
    kind, by = event["kind"], event.get("by")
    if not is_entry(event) or state == "withdrawn":
        return state
    if kind == "reopened":
        return "open"
    if state == "silent":
        return "silent"
    if kind == "resolved" and by == "executor" and state == "open":
        return "resolved"
    if kind == "closed" and closed_by_hand(event) and state in {"open", "resolved"}:
        return "closed"
    if kind == "withdrawn" and by == "customer":
        return "withdrawn"
    if kind == "workaround-failed" and state == "resolved":
        # 4.4: a way around that fails opens B again
        in_b = classified(case, i).category == "B"
        return "open" if in_b and workaround_on_record(case, i) else state
    return state


def closed_by_hand(event: Happening) -> bool:
    """Return whether one of the parties closed the incident, and is recorded as who did."""
    how = event.get("how", "by-executor")
    return (how, event["by"]) in {("by-executor", "executor"), ("by-customer", "customer")}


@remembering
def found(case: Case, i: int) -> str:
    """4.11: the state that event ``i`` finds: closed, if the silence before it was long enough."""
    due, event = silence_ends(case, i), case.events[i]
    if due is None:
        return after(case, i)
    by_customer = is_entry(event) and event["by"] == "customer"
    before = in_time(case, event["at"], due) if by_customer else event["at"] < due
    return after(case, i) if before else "silent"


@remembering
def meets(case: Case, i: int) -> str:
    """4.11: the state that event ``i`` acts on; what the Customer says too late may reopen."""
    state, event = found(case, i), case.events[i]
    late = state == "silent" and is_answer(case, i)
    if late and event["kind"] != "reopened" and chosen(case, "late-answer") == "reopens":
        return "open"
    return state


def acts(case: Case, i: int) -> bool:
    """Return whether event ``i`` can have an effect: not once withdrawn or closed by silence."""
    event = case.events[i]
    if not is_entry(event) or meets(case, i) == "withdrawn":
        return False
    return meets(case, i) != "silent" or event["kind"] == "reopened"


def acts_before_closing(case: Case, i: int) -> bool:
    """Return whether event ``i`` meets an incident that is open or resolved."""
    return acts(case, i) and meets(case, i) in {"open", "resolved"}


def reopens(case: Case, i: int) -> bool:
    """Return whether event ``i`` opens again what had ended."""
    event, before = case.events[i], found(case, i)
    late = before == "silent" and meets(case, i) == "open"
    recorded = event["kind"] == "reopened" and before in {"resolved", "closed", "silent"}
    return late or recorded


class Stage(NamedTuple):
    """From when the incident was in a state."""

    at: datetime
    state: str


@remembering
def states(case: Case) -> list[Stage]:
    """Return the states the incident went through, closings by silence among them."""
    stages = [Stage(start(case), "open")]
    for i in range(1, case.length):
        at = case.events[i]["at"]
        if found(case, i) == "silent" and stages[-1].state != "silent":
            stages.append(Stage(closing_before(case, i), "silent"))
        if reopens(case, i):
            stages.append(Stage(at, "open"))
        if after(case, i + 1) != stages[-1].state:
            stages.append(Stage(at, after(case, i + 1)))
    due = silence_ends(case, case.length)
    if due is not None and due <= case.as_of and stages[-1].state != "silent":
        stages.append(Stage(due, "silent"))
    return stages


def closing_before(case: Case, i: int) -> datetime:
    """4.11: when silence closed the incident that event ``i`` finds closed by silence."""
    due = silence_ends(case, i)
    assert due is not None
    return due


def ended_since(case: Case) -> datetime | None:
    """Return since when the incident stands ended; None while it is open."""
    since = None
    for stage in states(case):
        if stage.state == "open":
            since = None
        elif since is None:
            since = stage.at
    return since


def ended_wrongly(case: Case) -> Iterator[tuple[str, int]]:
    """Who may record an end: resolved, closed, withdrawn; and what is open is not opened again."""
    for i, event in enumerate(case.events):
        if not is_entry(event) or found(case, i) == "withdrawn" or too_late(case, i):
            continue
        kind, by = event["kind"], event["by"]
        by_hand = kind == "closed" and event.get("how") != "automatically"
        if (
            (kind == "resolved" and by != "executor")
            or (by_hand and not closed_by_hand(event))
            or (kind == "withdrawn" and by != "customer")
        ):
            yield "F-4.11-7", i
        if kind == "reopened" and found(case, i) == "open":
            yield "F-4.11-6", i


# ------------------------------------------------------------------------- requests, silence (4.11)


class Request(NamedTuple):
    """An open request for information."""

    event: int
    name: str
    counted_from: datetime
    not_before: datetime
    """It cannot close the incident before this moment: another request stood before it."""


@remembering
def requests(case: Case, n: int) -> list[Request]:
    """4.11: the requests open after the first ``n`` events, in the order they were made."""
    if n == 1 or after(case, n) != "open":
        return []
    i = n - 1
    event, kind = case.events[i], case.events[i]["kind"]
    before = requests(case, i) if found(case, i) == "open" else []
    if is_answer(case, i):
        if kind == "commented" and chosen(case, "customer-comment-restarts") == "restarts":
            return [request._replace(counted_from=event["at"]) for request in before]
        return []
    if kind == "information-requested" and is_request(event):
        return [*before, Request(i, event["request"], event["at"], event["at"])]
    if kind == "request-withdrawn" and event["by"] == "executor":
        kept = [r for r in before if event["request"] not in {"", r.name}]
        if len(kept) < len(before):
            return [r._replace(not_before=event["at"]) for r in kept]
    return before


def is_request(event: Happening) -> bool:
    """4.11: whether the Customer is asked by the Executor, and can see it."""
    return bool(event["by"] == "executor" and event["visible"] == "visible")


def is_answer(case: Case, i: int) -> bool:
    """4.11: any visible entry of the Customer in HelpDesk, whatever it says."""
    event = case.events[i]
    visible = is_entry(event) and event["by"] == "customer" and event["visible"] == "visible"
    return visible and event["channel"] in {"web", "hotline"}


class Silence(NamedTuple):
    """When the time to answer is over, and when the incident closes: mostly the same moment."""

    due: datetime
    closes: datetime


def silence_ends(case: Case, n: int) -> datetime | None:
    """4.11: when the incident closes if nothing follows the first n events [closing-moment]."""
    silence = silence_after(case, n)
    return None if silence is None else silence.closes


@remembering
def silence_after(case: Case, n: int) -> Silence | None:
    """4.11: which silence closes the incident if nothing follows (open-questions)."""
    if after(case, n) == "silent":
        return silence_after(case, n - 1)  # it is closed already
    silences = [silence_after_request(case, request) for request in requests(case, n)]
    if chosen(case, "open-questions") == "latest-request":
        return silences[-1] if silences else None
    return min((silence for silence in silences if silence is not None), default=None)


def silence_after_request(case: Case, request: Request) -> Silence | None:
    """
    4.11: the end of the third business day of silence after the request; None if none can be said.

    Left out are business days touched by an outage (silence-outage) and days covered by a gap in
    support. While support has ended, or HelpDesk is down for good, the count stands.
    """
    asked = request.counted_from
    if chosen(case, "silence-out-of-hours") == "as-at-next-opening":
        asked = walk.next_opening(case.desk, asked)
    down = outages(case) if chosen(case, "silence-outage") == "days-excluded" else []
    blocked = gaps(case)
    day = day_number(
        case,
        asked,
        3,
        lambda day: walk.touched(case.desk, day, down) or walk.covered(case.desk, day, blocked),
        min(endless(down), endless(blocked)),
    )
    if day is None:
        return None
    if chosen(case, "silence-end") == "closing-time":
        due = walk.closing_of(case.desk, day)
    else:
        due = walk.end_of_day(case.desk.zone, day)
    return Silence(due, max(due, request.not_before))


def automatic_closing(case: Case) -> dict[str, Any]:
    """4.11: whether and when the Customer's silence closes the incident."""
    last = states(case)[-1]
    if last.state == "silent":
        silence = silence_after(case, case.length)
        assert silence is not None
        return verdict("met", due=silence.due, since=last.at)
    if requests(case, case.length):
        due = silence_ends(case, case.length)
        return verdict("not-started") if due is None else verdict("pending", due=due)
    waits_for_a_request = last.state == "open" and not was_answered(case, case.length)
    return verdict("not-started" if waits_for_a_request else "not-applicable")


def was_answered(case: Case, n: int) -> bool:
    """4.11: whether what was asked since registration or reopening was answered or withdrawn."""
    if n == 1:
        return False
    i = n - 1
    opened_again = after(case, n) == "open" and found(case, i) != "open"
    if opened_again or requests(case, n):
        return False
    still_open = after(case, n) == "open" and found(case, i) == "open"
    return (still_open and bool(requests(case, i))) or was_answered(case, i)


def waiting_time(case: Case) -> list[Window]:
    """4.11: how long the Customer owed information: from a request to its end or its closing."""
    found_ = []
    for n in range(2, case.length + 1):
        for request in requests(case, n):
            if request.event == n - 1:
                asked = case.events[request.event]["at"]
                found_.append((asked, end_of_request(case, request.event)))
    return found_


def end_of_request(case: Case, event: int) -> datetime:
    """4.11: when the request made by that event was no longer open; its closing if it still is."""
    for n in range(event + 2, case.length + 1):
        if event not in {request.event for request in requests(case, n)}:
            at: datetime = case.events[n - 1]["at"]
            return closing_before(case, n - 1) if found(case, n - 1) == "silent" else at
    return silence_ends(case, case.length) or NEVER


def closed_too_early(case: Case) -> Iterator[tuple[str, int]]:
    """4.11: recorded as closed automatically though silence had not closed it."""
    for i, event in enumerate(case.events):
        automatically = event["kind"] == "closed" and event.get("how") == "automatically"
        if automatically and found(case, i) not in {"silent", "withdrawn"}:
            yield "F-4.11-1", i


def too_late(case: Case, i: int) -> bool:
    """4.11: whether event ``i`` is what the Customer says after the closing."""
    event = case.events[i]
    by_customer = is_entry(event) and event["by"] == "customer" and event["kind"] != "reopened"
    return by_customer and meets(case, i) == "silent"


def breaches_of_silence(case: Case) -> Iterator[tuple[str, int]]:
    """4.11: answered too late; asked, answered or taken back so that it does nothing."""
    for i, event in enumerate(case.events):
        kind = event["kind"]
        if not is_entry(event) or found(case, i) == "withdrawn":
            continue
        if too_late(case, i):
            if is_answer(case, i):
                yield "F-4.11-2", i
            continue
        opened = [request.event for request in requests(case, i + 1)]
        if kind == "information-requested" and i not in opened:
            yield "F-4.11-3", i
        open_now = requests(case, i) if found(case, i) == "open" else []
        if kind == "information-provided" and not open_now and found(case, i) != "silent":
            yield "F-4.11-4", i
        if kind == "request-withdrawn":
            named = [r for r in open_now if event["request"] in {"", r.name}]
            if event["by"] != "executor" or not named:
                yield "F-4.11-5", i


def answered_elsewhere(case: Case) -> Iterator[tuple[str, int]]:
    """3.2, 4.11: what the Customer says outside HelpDesk while a request is open."""
    for i, event in enumerate(case.events):
        if not is_entry(event) or found(case, i) != "open" or not requests(case, i):
            continue
        outside = event["channel"] not in {"web", "hotline"}
        if event["by"] == "customer" and event["visible"] == "visible" and outside:
            yield "F-3.2-2", i


# ------------------------------------------------------------------- category and level (4.9, 4.12)


class Step(NamedTuple):
    """From when the incident was in a category, and if that is C, at which level."""

    at: datetime
    category: str | None
    severity: int | None


class Proposal(NamedTuple):
    """What one party proposed and the other has not answered."""

    by: str
    category: str
    severity: int | None


def wanted(event: Happening) -> tuple[str | None, int | None]:
    """4.5: the category an event names; only C has a level."""
    category = event.get("category")
    return category, event.get("severity") if category == "C" else None


@remembering
def classified(case: Case, n: int) -> Step:
    """4.12: category and level after the first ``n`` events [first-classification]."""
    if n == 1:
        return Step(start(case), *wanted(case.events[0]))
    i = n - 1
    event, before = case.events[i], classified(case, i)
    if not acts_before_closing(case, i):
        return before
    now: tuple[str | None, int | None] = before[1:]
    if event["kind"] == "reclassified" and may_reclassify(case, i):
        now = wanted(event)
    if event["kind"] == "reclassification-agreed" and agreement(case, i) == "holds":
        proposed = proposal(case, i)
        assert proposed is not None
        now = proposed.category, proposed.severity
    if event["kind"] == "level-agreed" and level_agreed(case, i) == "holds":
        now = "C", event["severity"]
    return before if now == before[1:] else Step(event["at"], *now)


@remembering
def history(case: Case) -> list[Step]:
    """4.12: every category and level the incident was in, in order."""
    steps = [classified(case, 1)]
    for n in range(2, case.length + 1):
        if classified(case, n)[1:] != steps[-1][1:]:
            steps.append(classified(case, n))
    return steps


def may_reclassify(case: Case, i: int) -> bool:
    """
    4.12, 4.9: whether the entry changes the classification by itself.

    A first category or a first level of C does; so does what the other party has proposed; and
    the move of level 4 to A or D by the Executor, as level-four-consent has it.
    """
    event, before = case.events[i], classified(case, i)
    category, severity = wanted(event)
    if before.category is None:
        return True
    if before.category == "C" and before.severity is None and category == "C":
        return severity is not None
    if is_proposed_by_other(case, i):
        return True
    from_four = (before.category, before.severity) == ("C", 4) and category in {"A", "D"}
    if not from_four or event["by"] != "executor":
        return False
    return {
        "consent-required": False,
        "level-agreed-then-alone": level_four_agreed(case, i),
        "executor-alone": True,
    }[chosen(case, "level-four-consent")]


def level_four_agreed(case: Case, n: int) -> bool:
    """4.9: whether the Customer's agreement to level 4 is among the first ``n`` events."""
    return any(agrees_to_level_four(case, i) for i in range(1, n) if acts_before_closing(case, i))


def agrees_to_level_four(case: Case, i: int) -> bool:
    """4.9: whether the entry is an agreement to level 4: to the level alone, or to a change."""
    event, proposed = case.events[i], proposal(case, i)
    if event["kind"] == "level-agreed":
        return level_agreed(case, i) == "holds" and event["severity"] == 4
    if event["kind"] == "reclassification-agreed":
        to_four = proposed is not None and proposed[1:] == ("C", 4)
        return to_four and agreement(case, i) == "holds"
    by_change = event["kind"] == "reclassified" and is_proposed_by_other(case, i)
    return by_change and wanted(event) == ("C", 4)


def is_proposed_by_other(case: Case, i: int) -> bool:
    """4.12: whether the entry does what the other party has proposed."""
    other = {"executor": "customer", "customer": "executor"}.get(case.events[i]["by"])
    return proposal(case, i) == (other, *wanted(case.events[i]))


@remembering
def proposal(case: Case, n: int) -> Proposal | None:
    """4.12: what is proposed and not answered after the first ``n`` events."""
    if n == 1:
        return None
    i = n - 1
    event, before = case.events[i], proposal(case, i)
    if not acts_before_closing(case, i):
        return before
    kind, by = event["kind"], event["by"]
    category, severity = wanted(event)
    party = by in {"executor", "customer"}
    if kind == "reclassification-proposed" and party and category is not None:
        return Proposal(by, category, severity)
    if kind == "reclassification-refused" and party:
        return None
    if kind == "reclassification-agreed" and agreement(case, i) == "holds":
        return None
    if kind == "level-agreed" and level_agreed(case, i) == "holds":
        return left_open(before, "C", event["severity"])
    if kind == "reclassified" and classified(case, i)[1:] != (category, severity):
        if may_reclassify(case, i):
            return left_open(before, category, severity)
        if party and category is not None:
            return Proposal(by, category, severity)
    return before


def left_open(
    proposed: Proposal | None, category: str | None, severity: int | None
) -> Proposal | None:
    """Return the proposal, unless it is what has just been done."""
    carried_out = proposed is not None and proposed[1:] == (category, severity)
    return None if carried_out else proposed


def agreement(case: Case, i: int) -> str:
    """4.12, 3.2: what the agreement is worth: it is "elsewhere", "to-nothing", or it "holds"."""
    event, proposed = case.events[i], proposal(case, i)
    if not in_helpdesk(case, event):
        return "elsewhere"
    other = proposed is not None and event["by"] in {"executor", "customer"} - {proposed.by}
    return "holds" if other else "to-nothing"


def level_agreed(case: Case, i: int) -> str:
    """4.9, 4.12: what the agreement to a level is worth: only the Customer's, and only in C."""
    event = case.events[i]
    if not in_helpdesk(case, event):
        return "elsewhere"
    by_right = event["by"] == "customer" and classified(case, i).category == "C"
    return "holds" if by_right else "to-nothing"


def in_helpdesk(case: Case, event: Happening) -> bool:
    """3.2: whether an agreement was given in HelpDesk, or elsewhere because it was down."""
    return event["channel"] in {"web", "hotline"} or is_down(case, said(event))


def breaches_of_consent(case: Case) -> Iterator[tuple[str, int]]:
    """4.12, 3.2: changed alone; agreed to nothing; agreed elsewhere."""
    for i, event in enumerate(case.events):
        if not acts_before_closing(case, i):
            continue
        kind = event["kind"]
        in_force = classified(case, i)[1:]
        if kind == "reclassified" and wanted(event) != in_force and not may_reclassify(case, i):
            yield "F-4.12-1", i
        if kind in {"reclassification-agreed", "level-agreed"}:
            worth = agreement(case, i) if kind != "level-agreed" else level_agreed(case, i)
            if worth == "to-nothing":
                yield "F-4.12-2", i
            if worth == "elsewhere":
                yield "F-3.2-1", i


def level_four_left(case: Case) -> Iterator[tuple[str, int | None]]:
    """4.9: still in C at level 4 when the incident ends, by hand or by silence."""
    for i in range(1, case.length):
        ended = meets(case, i) == "open" and after(case, i + 1) in {"resolved", "closed"}
        if ended and classified(case, i + 1)[1:] == ("C", 4):
            yield "F-4.9-1", i
    for stage in states(case):
        if stage.state == "silent":
            in_force = [step for step in history(case) if step.at <= stage.at][-1]
            if in_force[1:] == ("C", 4):
                yield "F-4.9-1", None


def redefinition(case: Case) -> dict[str, Any]:
    """4.9: the move of level 4 to A or D, owed without a period."""
    steps = history(case)
    if steps[-1][1:] == ("C", 4):
        return verdict("not-stated")
    moved = [
        later.at
        for earlier, later in pairwise(steps)
        if earlier[1:] == ("C", 4) and later.category in {"A", "D"}
    ]
    return verdict("met", since=moved[-1]) if moved else verdict("not-applicable")


def category_now(case: Case) -> str | None:
    """Return the category in force."""
    return history(case)[-1].category


# ---------------------------------------------------------------------- what may resolve (4.4)


def workaround_on_record(case: Case, n: int) -> bool:
    """4.4: whether the first ``n`` events hold a way around that was not taken back."""
    return fact(case, n, "workaround-provided") is not None


def fact(case: Case, n: int, kind: str, by: str | None = None) -> int | None:
    """
    Return the first event of the kind that stands after the first ``n`` events.

    Only what met an incident open or resolved does. A reopening takes it back, unless it is a fix
    of the third party; the failure of a way around takes that back.
    """
    standing: int | None = None
    for i in range(1, n):
        event = case.events[i]
        if reopens(case, i) and kind != "third-party-fixed":
            standing = None
        if not acts_before_closing(case, i):
            continue
        if kind == "workaround-provided" and event["kind"] == "workaround-failed":
            standing = None
        if kind == "resolved" and meets(case, i) == "resolved":
            if after(case, i + 1) == "open":
                standing = None  # a failed way around opened the incident again
            continue
        if event["kind"] == kind and by in {None, event["by"]} and standing is None:
            standing = i
    return standing


class Solved(NamedTuple):
    """What resolves the problem, and from when."""

    by: str
    at: datetime


@remembering
def facts(case: Case, n: int) -> list[Solved]:
    """4.4, 4.11, resolved-when: what stands after the first ``n`` events that may resolve."""
    standing = {
        "fix": fact(case, n, "third-party-fixed"),
        "workaround": fact(case, n, "workaround-provided"),
        "recorded-by-executor": fact(case, n, "resolved", "executor"),
        "fix-delivered": fact(case, n, "fix-delivered"),
        "confirmed-by-customer": fact(case, n, "confirmed", "customer"),
    }
    found_ = [
        Solved(by, case.events[event]["at"]) for by, event in standing.items() if event is not None
    ]
    silent_since = closed_by_silence(case, n)
    if silent_since is not None:
        found_.append(Solved("silence", silent_since))
    return found_


def closed_by_silence(case: Case, n: int) -> datetime | None:
    """4.11: when silence closed the incident, if it is closed so after the first ``n`` events."""
    due = silence_ends(case, n)
    now = after(case, n) == "silent" or (n == case.length and due is not None and due <= case.as_of)
    return due if now else None


def is_solved_by(standing: Sequence[Solved], *ways: str) -> bool:
    """Return whether one of the ways is among the facts."""
    return any(solved.by in ways for solved in standing)
