"""
Incidents worked by hand: what happened, and what the contract says about it, as plain data.

Every expected answer was derived on paper from the contract, ``0010-what-events-do.md`` and the
production calendar of 2026, never from a program. All moments are Moscow's, in 2026. The days:
Monday 24 August, Monday 23 to Monday 30 November and everything between are plain business days,
but for weekends and Wednesday 4 November; business day 60 after Monday 24 August is Tuesday
17 November.

A case holds one record and several looks at it: under other readings, or at another moment. A
look names only what it is about.
"""

from __future__ import annotations

from typing import Any

Look = dict[str, Any]


def m(text: str) -> str:
    """Return the moment of 2026, written "11-23 10:00", as ISO text on the clock of Moscow."""
    day, clock = text.split()
    return f"2026-{day}T{clock if clock.count(':') == 2 else clock + ':00'}+03:00"


def on(kind: str, at: str, **fields: Any) -> dict[str, Any]:
    """Return an event of that moment of 2026."""
    moments = {"said_at", "called_at", "accepted_at", "stated_at"}
    given = {name: m(value) if name in moments else value for name, value in fields.items()}
    return {"kind": kind, "at": m(at), **given}


def registered(at: str, category: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return the registration at that moment."""
    return on("registered", at, number="1", category=category, **fields)


def case(clause: str, about: str, *events: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """Return a case: the record, the service beside it, and the looks at it."""
    return {"clause": clause, "about": about, "incident": list(events), "service": None, **rest}


def look(as_of: str, readings: str = "", **expected: Any) -> Look:
    """
    Return a look at a record: when, under which readings, and what is expected.

    An expected verdict is written "outcome", "outcome | due" or "outcome | due | since", with "-"
    for no moment; what is not written is not asked. The classification is a list of "moment
    category level"; a finding stands with the place of its event in the record.
    """
    chosen = dict(pair.split("=") for pair in readings.split())
    return {"as_of": m(as_of), "readings": chosen, "expected": expected}


def expected_verdict(text: str) -> dict[str, str | None]:
    """Return the part of a verdict that a look writes in short."""
    outcome, *moments = text.split(" | ")
    given = {
        name: None if moment == "-" else m(moment)
        for name, moment in zip(("due", "since"), moments, strict=False)
    }
    return {"outcome": outcome, **given}


REACTION = (
    case(
        "4.3",
        "a comment on Monday afternoon is in time until closing",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 15:00"),
        looks=[
            look("11-23 14:59", reaction="pending | 11-23 19:00"),
            look("11-23 15:00", reaction="met | 11-23 19:00 | 11-23 15:00"),
            look("11-30 10:00", reaction="met | 11-23 19:00 | 11-23 15:00"),
        ],
    ),
    case(
        "4.3",
        "nothing by closing is missed at that very moment",
        registered("11-23 10:00", "B"),
        looks=[
            look("11-23 18:59:59", reaction="pending | 11-23 19:00"),
            look("11-23 19:00", reaction="missed | 11-23 19:00"),
            look("11-23 19:00", "due-instant=late", reaction="missed | 11-23 19:00"),
            look("11-23 19:00", "reaction-day-end=midnight", reaction="pending | 11-24 00:00"),
        ],
    ),
    case(
        "4.3",
        "a comment exactly at closing",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 19:00"),
        looks=[
            look("11-24 10:00", reaction="met | 11-23 19:00 | 11-23 19:00"),
            look("11-24 10:00", "due-instant=late", reaction="missed | 11-23 19:00 | 11-23 19:00"),
        ],
    ),
    case(
        "3.3",
        "an automatic acknowledgement is no reaction",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 10:01", made="automatically"),
        on("commented", "11-24 11:00"),
        looks=[
            look("11-23 20:00", reaction="missed | 11-23 19:00"),
            look("11-24 11:00", reaction="missed | 11-23 19:00 | 11-24 11:00"),
            look(
                "11-24 11:00",
                "reaction-by-automation=counts",
                reaction="met | 11-23 19:00 | 11-23 10:01",
            ),
        ],
    ),
    case(
        "3.2",
        "a note the Customer cannot see is no reaction",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 12:00", visible="internal"),
        looks=[
            look("11-23 20:00", reaction="missed | 11-23 19:00"),
            look("11-23 20:00", "internal-note=counts", reaction="met | 11-23 19:00 | 11-23 12:00"),
        ],
    ),
    case(
        "3.3",
        "an assignment is a record by staff",
        registered("11-23 10:00", "C"),
        on("assigned", "11-23 12:00", to="somebody"),
        looks=[
            look("11-23 13:00", reaction="met | 11-23 19:00 | 11-23 12:00"),
            look(
                "11-23 13:00", "reaction-record-kind=comment-only", reaction="pending | 11-23 19:00"
            ),
        ],
    ),
    case(
        "3.4",
        "the mark of reproduction is a comment",
        registered("11-23 10:00", "C"),
        on("reproduced", "11-23 12:00"),
        looks=[
            look("11-23 20:00", reaction="met | 11-23 19:00 | 11-23 12:00"),
            look(
                "11-23 20:00",
                "reaction-record-kind=comment-only",
                reaction="met | 11-23 19:00 | 11-23 12:00",
            ),
            look(
                "11-23 20:00",
                "reaction-by-reproduction-mark=does-not-count",
                reaction="missed | 11-23 19:00",
            ),
        ],
    ),
    case(
        "3.3",
        "what the Customer or a third party writes is no reaction of the Executor",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 12:00", by="customer"),
        on("commented", "11-23 13:00", by="third-party"),
        on("confirmed", "11-23 14:00", by="executor"),
        looks=[look("11-23 18:00", reaction="pending | 11-23 19:00")],
    ),
    case(
        "4.12",
        "registered as D, B by agreement: the duty begins with the change",
        registered("10-05 09:30", "D"),
        on("commented", "10-06 11:00"),
        on("reclassification-proposed", "10-14 11:00", category="B"),
        on("reclassification-agreed", "10-14 15:00"),
        looks=[
            look("10-13 10:00", reaction="not-stated"),
            look("10-15 10:00", reaction="met | 10-15 19:00 | 10-06 11:00"),
            look(
                "10-15 10:00",
                "reaction-on-entering=registration",
                reaction="missed | 10-05 19:00 | 10-06 11:00",
            ),
        ],
    ),
    case(
        "4.3",
        "it left B and C after the reaction was overdue: the breach stands",
        registered("11-23 10:00", "C"),
        on("reclassification-proposed", "11-24 09:00", category="E", made="automatically"),
        on("reclassification-agreed", "11-24 10:00"),
        looks=[
            look("11-25 10:00", reaction="missed | 11-23 19:00", recording="met | - | 11-23 10:00")
        ],
    ),
    case(
        "4.3",
        "it left B and C before the reaction was due, and came back",
        registered("11-23 13:00", "C"),
        on("reclassification-proposed", "11-23 14:00", category="E", made="automatically"),
        on("reclassification-agreed", "11-23 15:00"),
        on("reclassification-proposed", "11-25 14:00", category="B", made="automatically"),
        on("reclassification-agreed", "11-26 11:00"),
        looks=[
            look("11-23 14:30", reaction="pending | 11-24 19:00"),
            look("11-24 20:00", reaction="not-stated"),
            look(
                "11-24 20:00",
                "reaction-after-leaving=stays-owed",
                reaction="missed | 11-24 19:00",
            ),
            look("11-26 12:00", reaction="pending | 11-26 19:00"),
            look(
                "11-26 12:00",
                "reaction-on-entering=registration",
                reaction="missed | 11-24 19:00",
            ),
        ],
    ),
    case(
        "4.3",
        "registered without a category",
        registered("11-23 10:00"),
        on("reclassified", "11-24 10:00", category="B", made="automatically"),
        looks=[
            look(
                "11-23 18:00",
                reaction="pending | 11-23 19:00",
                conditional={"reaction": ["category"]},
                resolution="cannot-tell",
                recommendation="cannot-tell",
                recording="cannot-tell",
                **{"replacement-search": "cannot-tell"},
            ),
            look(
                "11-24 09:00",
                reaction="missed | 11-23 19:00",
                conditional={"reaction": ["category"]},
            ),
            look(
                "11-24 10:00",
                reaction="missed | 11-23 19:00",
                conditional={"reaction": []},
                findings=[],
            ),
        ],
    ),
    case(
        "4.3",
        "registered without a category, and A it was",
        registered("11-23 10:00"),
        on("reclassified", "11-24 10:00", category="A", by="customer"),
        looks=[
            look("11-24 10:00", reaction="not-stated", recommendation="not-stated", findings=[])
        ],
    ),
    case(
        "4.3",
        "withdrawn before the reaction was due",
        registered("11-23 10:00", "C"),
        on("withdrawn", "11-23 12:00"),
        on("commented", "11-23 13:00"),
        looks=[
            look(
                "11-24 10:00",
                reaction="not-applicable",
                resolution="not-applicable",
                state="withdrawn",
                findings=[],
            )
        ],
    ),
    case(
        "4.1",
        "no reaction is stated for A, D and E",
        registered("11-23 10:00", "A"),
        on("recommendation-given", "11-23 15:00"),
        looks=[
            look(
                "11-23 16:00",
                reaction="not-stated",
                resolution="not-stated",
                recommendation="met | - | 11-23 15:00",
                recording="not-applicable",
                redefinition="not-applicable",
                **{"replacement-search": "not-applicable", "resolution-clock": "not-started"},
            )
        ],
    ),
)

REGISTRATION = (
    case(
        "3.1",
        "taken by phone while HelpDesk was down, answered by phone, entered afterwards",
        registered("11-24 15:25", "C", channel="phone", accepted_at="11-24 11:30"),
        on("commented", "11-24 15:30", channel="phone", said_at="11-24 14:00"),
        service=[
            on("help-desk-down", "11-24 10:40"),
            on("help-desk-restored", "11-24 15:20"),
        ],
        looks=[
            look(
                "11-24 16:00",
                reaction="met | 11-24 19:00 | 11-24 14:00",
                findings=[("F-3.1-2", None)],
            ),
            look(
                "11-24 16:00",
                "outage-reaction=when-entered",
                reaction="met | 11-24 19:00 | 11-24 15:30",
            ),
            look(
                "11-24 16:00",
                "outage-registration=on-entry",
                reaction="met | 11-25 19:00 | 11-24 14:00",
            ),
        ],
    ),
    case(
        "2.1",
        "a call to the hotline in normal operation, the record eight minutes later",
        registered("11-23 12:03", "B", channel="hotline", called_at="11-23 11:55"),
        looks=[
            look("11-23 13:00", reaction="pending | 11-24 19:00", findings=[]),
            look(
                "11-23 13:00", "hotline-registration=at-the-call", reaction="pending | 11-23 19:00"
            ),
            look(
                "11-23 13:00",
                "hotline-registration=not-registered",
                reaction="not-applicable",
                support="not-applicable",
                resolution="not-applicable",
                **{"replacement-search": "not-applicable", "automatic-closing": "not-applicable"},
            ),
        ],
    ),
    case(
        "2.1",
        "somebody's own mail in normal operation registers nothing, the record does",
        registered("11-23 12:30", "C", channel="personal-email", accepted_at="11-23 09:00"),
        looks=[
            look("11-23 13:00", reaction="pending | 11-24 19:00", findings=[("F-2.1-1", 0)]),
        ],
    ),
    case(
        "1.1",
        "a letter to the support mailbox is no channel either",
        registered("11-23 11:30", "C", channel="support-mailbox"),
        looks=[
            look("11-23 13:00", reaction="pending | 11-23 19:00", findings=[("F-2.1-1", 0)]),
        ],
    ),
    case(
        "3.1",
        "discussed by phone though HelpDesk was up: it counts when entered, and is a finding",
        registered("11-23 10:00", "C"),
        on("commented", "11-23 18:00", channel="phone", said_at="11-23 11:00"),
        on("commented", "11-23 18:30", channel="hotline", by="customer"),
        on("commented", "11-23 18:40", channel="personal-email", by="third-party"),
        looks=[
            look(
                "11-23 18:59",
                reaction="met | 11-23 19:00 | 11-23 18:00",
                findings=[("F-3.1-1", 1)],
            )
        ],
    ),
    case(
        "3.1",
        "a restoration is announced, another is not",
        registered("11-23 10:00", "D"),
        service=[
            on("help-desk-down", "11-20 10:00"),
            on("help-desk-restored", "11-20 11:00"),
            on("help-desk-down", "11-24 10:00"),
            on("help-desk-restored", "11-24 11:00"),
            on("restoration-announced", "11-24 12:00"),
            on("help-desk-down", "11-25 10:00"),
            on("help-desk-restored", "11-25 11:00"),
        ],
        looks=[
            look("11-24 11:00", findings=[("F-3.1-2", None)]),
            look("11-24 12:00", findings=[]),
            look("11-25 11:30", findings=[("F-3.1-2", None)]),
        ],
    ),
)

SUPPORT = (
    case(
        "2.3",
        "support ended before the reaction was due",
        registered("11-23 13:00", "C"),
        on("commented", "11-24 12:00"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-11-23"),
        ],
        looks=[
            look(
                "11-23 20:00",
                support="pending | 11-24 00:00 | 01-12 11:00",
                reaction="pending | 11-24 19:00",
            ),
            look(
                "11-24 12:00",
                support="not-applicable",
                reaction="not-applicable",
                findings=[("F-2.3-1", 1)],
            ),
            look(
                "11-24 12:00",
                "entitlement-at=registration",
                reaction="met | 11-24 19:00 | 11-24 12:00",
            ),
        ],
    ),
    case(
        "2.3",
        "support ended and was renewed before the reaction was due",
        registered("11-23 13:00", "C"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-11-23"),
            on("support-renewed", "11-24 15:00", through="2026-11-30"),
        ],
        looks=[
            look("11-24 14:00", reaction="not-applicable"),
            look(
                "11-24 15:00",
                support="pending | 12-01 00:00 | 11-24 15:00",
                reaction="pending | 11-24 19:00",
            ),
            look("11-24 19:00", reaction="missed | 11-24 19:00"),
        ],
    ),
    case(
        "2.3",
        "support ended at the very moment the reaction was due, not before it",
        registered("11-23 11:00", "C"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-11-23"),
        ],
        looks=[
            look("11-24 00:00", "reaction-day-end=midnight", reaction="missed | 11-24 00:00"),
        ],
    ),
    case(
        "2.3",
        "registered on the evening of the last day",
        registered("11-23 20:00", "C"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-11-23"),
        ],
        looks=[
            look("11-23 21:00", reaction="pending | 11-24 19:00"),
            look(
                "11-23 21:00",
                "term-last-day=closing-time",
                support="not-applicable",
                reaction="not-applicable",
            ),
        ],
    ),
    case(
        "2.3",
        "paid at ten, signed at three; registered at noon between",
        registered("11-23 11:00", "A"),
        service=[
            on("support-paid", "11-23 10:00", through="2026-11-30"),
            on("support-signed", "11-23 15:00"),
        ],
        looks=[
            look("11-23 14:00", support="not-started", recommendation="not-applicable"),
            look("11-23 16:00", recommendation="not-applicable"),
            look("11-23 14:00", "support-begins=paid", recommendation="not-stated"),
            look(
                "11-23 16:00",
                "support-begins=signed",
                support="pending | 12-01 00:00 | 11-23 15:00",
                recommendation="not-applicable",
            ),
        ],
    ),
    case(
        "2.3",
        "an outage record alone says nothing of support",
        registered("11-23 11:00", "A"),
        service=[on("help-desk-down", "11-23 12:00")],
        looks=[look("11-23 14:00", support="pending", recommendation="not-stated")],
    ),
)

SILENCE = (
    case(
        "4.11",
        "asked on Monday and no answer: closed when Thursday ends",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("resolved", "11-27 12:00"),
        looks=[
            look("11-23 10:30", **{"automatic-closing": "not-started"}),
            look("11-26 23:59:59", state="open", **{"automatic-closing": "pending | 11-27 00:00"}),
            look(
                "11-27 00:00",
                state="closed",
                resolution="met | - | 11-27 00:00",
                **{
                    "automatic-closing": "met | 11-27 00:00 | 11-27 00:00",
                    "resolution-clock": "not-applicable",
                },
            ),
            look("11-27 13:00", state="closed", resolution="met | - | 11-27 00:00", findings=[]),
            look(
                "11-26 19:00",
                "silence-end=closing-time",
                **{"automatic-closing": "met | 11-26 19:00 | 11-26 19:00"},
            ),
            look(
                "11-25 12:00",
                "day-count-start=same-day",
                **{"automatic-closing": "pending | 11-26 00:00"},
            ),
        ],
    ),
    case(
        "4.11",
        "asked in the evening",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 20:30"),
        looks=[
            look("11-24 10:00", **{"automatic-closing": "pending | 11-27 00:00"}),
            look(
                "11-24 10:00",
                "silence-out-of-hours=as-at-next-opening",
                **{"automatic-closing": "pending | 11-28 00:00"},
            ),
        ],
    ),
    case(
        "4.11",
        "two questions open",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00", request="one"),
        on("information-requested", "11-24 11:00", request="two"),
        on("request-withdrawn", "11-27 12:00", request="two"),
        looks=[
            look("11-25 10:00", **{"automatic-closing": "pending | 11-28 00:00"}),
            look(
                "11-25 10:00",
                "open-questions=each-alone",
                **{"automatic-closing": "pending | 11-27 00:00"},
            ),
            look(
                "11-27 12:00",
                state="closed",
                findings=[],
                **{"automatic-closing": "met | 11-27 00:00 | 11-27 12:00"},
            ),
        ],
    ),
    case(
        "4.11",
        "the Customer writes that it is looking into it",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("commented", "11-25 12:00", by="customer"),
        looks=[
            look("11-30 12:00", state="open", **{"automatic-closing": "not-applicable"}),
            look(
                "11-30 12:00",
                "customer-comment-restarts=restarts",
                **{"automatic-closing": "pending | 12-01 00:00"},
            ),
        ],
    ),
    case(
        "3.1",
        "HelpDesk was down for an hour on Tuesday",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        service=[
            on("help-desk-down", "11-24 11:00"),
            on("help-desk-restored", "11-24 12:00"),
            on("restoration-announced", "11-24 12:00"),
        ],
        looks=[
            look("11-24 10:00", **{"automatic-closing": "pending | 11-27 00:00"}),
            look("11-24 11:30", **{"automatic-closing": "not-started | -"}),
            look("11-24 13:00", **{"automatic-closing": "pending | 11-28 00:00"}),
            look(
                "11-24 11:30",
                "silence-outage=runs-on",
                **{"automatic-closing": "pending | 11-27 00:00"},
            ),
        ],
    ),
    case(
        "2.3",
        "support ended on Tuesday and was renewed on Thursday morning",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-11-24"),
            on("support-renewed", "11-26 11:00", through="2027-11-23"),
        ],
        looks=[
            look("11-24 12:00", **{"automatic-closing": "pending | 11-27 00:00"}),
            look("11-25 12:00", **{"automatic-closing": "not-started | -"}),
            look("11-26 12:00", **{"automatic-closing": "pending | 11-28 00:00"}),
        ],
    ),
    case(
        "4.11",
        "an answer on Friday is too late",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("information-provided", "11-27 10:00"),
        looks=[
            look("11-27 11:00", state="closed", findings=[("F-4.11-2", 2)]),
            look(
                "11-27 11:00",
                "late-answer=reopens",
                state="open",
                resolution="not-stated",
                **{"automatic-closing": "not-started"},
            ),
        ],
    ),
    case(
        "4.11",
        "a comment at the very moment of closing",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("commented", "11-27 00:00", by="customer"),
        looks=[
            look("11-27 11:00", state="open", findings=[]),
            look("11-27 11:00", "due-instant=late", state="closed", findings=[("F-4.11-2", 2)]),
        ],
    ),
    case(
        "4.11",
        "closed automatically after one day, and at the right moment",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("closed", "11-24 11:00", how="automatically", made="automatically"),
        on("closed", "11-27 00:00", how="automatically", made="automatically"),
        looks=[
            look("11-25 10:00", state="open", findings=[("F-4.11-1", 2)]),
            look("11-27 00:00", state="closed", findings=[("F-4.11-1", 2)]),
        ],
    ),
    case(
        "4.11",
        "answered by phone: no answer, and said outside HelpDesk",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00"),
        on("information-provided", "11-24 10:00", channel="phone"),
        looks=[
            look(
                "11-24 11:00",
                findings=[("F-3.1-1", 2), ("F-3.2-2", 2)],
                **{"automatic-closing": "pending | 11-27 00:00"},
            )
        ],
    ),
    case(
        "4.11",
        "what asks nothing, answers nothing, takes back nothing, opens nothing and ends nothing",
        registered("11-23 10:00", "C"),
        on("information-requested", "11-23 11:00", visible="internal"),
        on("information-requested", "11-23 11:10", by="third-party"),
        on("information-provided", "11-23 11:20"),
        on("request-withdrawn", "11-23 11:30"),
        on("reopened", "11-23 11:40"),
        on("resolved", "11-23 11:50", by="customer"),
        on("closed", "11-23 12:00", how="by-customer"),
        on("withdrawn", "11-23 12:10", by="executor"),
        looks=[
            look(
                "11-23 13:00",
                state="open",
                findings=[
                    ("F-4.11-3", 1),
                    ("F-4.11-3", 2),
                    ("F-4.11-4", 3),
                    ("F-4.11-5", 4),
                    ("F-4.11-6", 5),
                    ("F-4.11-7", 6),
                    ("F-4.11-7", 7),
                    ("F-4.11-7", 8),
                ],
            )
        ],
    ),
)

CLASSIFICATION = (
    case(
        "4.12",
        "changed alone, and agreed to afterwards",
        registered("11-23 10:00", "C", severity=2),
        on("reclassified", "11-23 11:00", category="D"),
        on("reclassification-agreed", "11-23 15:00"),
        looks=[
            look("11-23 12:00", findings=[("F-4.12-1", 1)], recommendation="not-applicable"),
            look(
                "11-23 16:00",
                findings=[("F-4.12-1", 1)],
                recommendation="not-stated",
                classification=["11-23 10:00 C 2", "11-23 15:00 D -"],
            ),
        ],
    ),
    case(
        "4.12",
        "agreed by phone, refused, agreed to nothing",
        registered("11-23 10:00", "C", severity=2),
        on("reclassification-proposed", "11-23 11:00", category="C", severity=3),
        on("reclassification-agreed", "11-23 12:00", channel="phone"),
        on("reclassification-refused", "11-23 13:00"),
        on("reclassification-agreed", "11-23 14:00"),
        looks=[
            look(
                "11-23 16:00",
                findings=[("F-3.1-1", 2), ("F-3.2-1", 2), ("F-4.12-2", 4)],
                classification=["11-23 10:00 C 2"],
            )
        ],
    ),
    case(
        "4.12",
        "a proposal that was carried out by an agreement to the level is open no more",
        registered("11-23 10:00", "C", severity=2),
        on("reclassification-proposed", "11-23 11:00", category="C", severity=3),
        on("level-agreed", "11-23 12:00", severity=3),
        on("reclassification-agreed", "11-23 13:00"),
        looks=[
            look(
                "11-23 16:00",
                findings=[("F-4.12-2", 3)],
                classification=["11-23 10:00 C 2", "11-23 12:00 C 3"],
            )
        ],
    ),
    case(
        "4.12",
        "a proposal refused by its own party is gone",
        registered("11-23 10:00", "C", severity=2),
        on("reclassification-proposed", "11-23 11:00", category="D"),
        on("reclassification-refused", "11-23 12:00", by="executor"),
        on("reclassification-agreed", "11-23 13:00"),
        looks=[look("11-23 16:00", findings=[("F-4.12-2", 3)])],
    ),
    case(
        "4.12",
        "the Executor sets what the Customer proposed",
        registered("11-23 10:00", "C", severity=3),
        on("reclassification-proposed", "11-23 11:00", by="customer", category="C", severity=2),
        on("reclassified", "11-23 12:00", category="C", severity=2),
        looks=[
            look(
                "11-23 16:00",
                findings=[],
                classification=["11-23 10:00 C 3", "11-23 12:00 C 2"],
            )
        ],
    ),
    case(
        "4.9",
        "level 4: the Executor moves it to D alone",
        registered("11-23 10:00", "C", severity=4),
        on("reclassified", "11-23 12:00", category="D"),
        looks=[
            look(
                "11-23 13:00",
                redefinition="not-stated",
                findings=[("F-4.12-1", 1)],
            ),
            look(
                "11-23 13:00",
                "level-four-consent=level-agreed-then-alone",
                redefinition="not-stated",
                findings=[("F-4.12-1", 1)],
            ),
            look(
                "11-23 13:00",
                "level-four-consent=executor-alone",
                redefinition="met | - | 11-23 12:00",
                findings=[],
            ),
        ],
    ),
    case(
        "4.9",
        "level 4: the Customer agreed to the level, the Executor moves it to A",
        registered("11-23 10:00", "C", severity=2),
        on("level-agreed", "11-23 11:00", severity=4),
        on("reclassified", "11-23 12:00", category="A"),
        looks=[
            look("11-23 11:30", redefinition="not-stated"),
            look("11-23 13:00", redefinition="not-stated", findings=[("F-4.12-1", 2)]),
            look(
                "11-23 13:00",
                "level-four-consent=level-agreed-then-alone",
                redefinition="met | - | 11-23 12:00",
                findings=[],
                classification=["11-23 10:00 C 2", "11-23 11:00 C 4", "11-23 12:00 A -"],
            ),
        ],
    ),
    case(
        "4.9",
        "level 4 left in C when the incident was resolved",
        registered("11-23 10:00", "C", severity=4),
        on("reproduced", "11-23 11:00"),
        on("work-started", "11-23 11:10"),
        on("resolved", "11-23 12:00"),
        on("closed", "11-23 13:00", how="by-executor"),
        looks=[look("11-23 14:00", state="closed", findings=[("F-4.9-1", 3)])],
    ),
    case(
        "4.9",
        "level 4 left in C when silence closed it; a level agreed where there is none",
        registered("11-23 10:00", "D"),
        on("level-agreed", "11-23 10:10", severity=4),
        on("reclassification-proposed", "11-23 10:20", category="C", severity=4),
        on("reclassification-agreed", "11-23 10:30"),
        on("information-requested", "11-23 11:00"),
        looks=[look("11-27 00:00", findings=[("F-4.12-2", 1), ("F-4.9-1", None)], state="closed")],
    ),
)

RESOLUTION = (
    case(
        "3.4",
        "a question, its answer, the reproduction, the resolution",
        registered("11-23 10:15", "C"),
        on("information-requested", "11-23 16:00"),
        on("information-provided", "11-24 18:00"),
        on("reproduced", "11-25 15:00", stated_at="11-25 11:20"),
        on("work-started", "11-25 15:00"),
        on("resolved", "11-27 12:00"),
        looks=[
            look(
                "11-27 13:00",
                elapsed=18 * 3600 + 40 * 60,
                resolution="met | - | 11-27 12:00",
                findings=[],
                **{"resolution-clock": "met | - | 11-25 11:20"},
            ),
            look("11-27 13:00", "resolution-pause=pauses", elapsed=18 * 3600 + 40 * 60),
            look(
                "11-27 13:00",
                "reproduction-time=comment-time",
                elapsed=15 * 3600,
                **{"resolution-clock": "met | - | 11-25 15:00"},
            ),
            look(
                "11-26 12:00",
                elapsed=9 * 3600 + 40 * 60,
                resolution="not-stated",
                **{"resolution-clock": "pending | - | 11-25 11:20"},
            ),
            look("11-25 12:00", elapsed=None, **{"resolution-clock": "not-started"}),
        ],
    ),
    case(
        "4.10",
        "a question while the clock runs",
        registered("11-23 10:00", "C"),
        on("reproduced", "11-23 11:00"),
        on("information-requested", "11-23 16:00"),
        on("information-provided", "11-24 12:00"),
        on("resolved", "11-24 18:00"),
        looks=[
            look("11-24 20:00", elapsed=16 * 3600, findings=[("F-3.4-3", 4)]),
            look("11-24 20:00", "resolution-pause=pauses", elapsed=11 * 3600),
        ],
    ),
    case(
        "3.4",
        "reproduced twice",
        registered("11-23 10:00", "C"),
        on("reproduced", "11-23 11:00", by="customer", place="customer-system", access="remote"),
        on("reproduced", "11-24 11:00"),
        looks=[
            look("11-24 12:00", elapsed=10 * 3600, findings=[]),
            look("11-24 12:00", "reproduced-again=latest", elapsed=3600),
        ],
    ),
    case(
        "3.4",
        "reproduced where it does not count",
        registered("11-23 10:00", "C"),
        on("reproduced", "11-23 11:00", place="customer-system", access="on-site"),
        on("reproduced", "11-23 12:00", by="customer"),
        on("reproduced", "11-23 13:00", by="third-party", access="remote"),
        on("resolved", "11-23 14:00"),
        looks=[
            look(
                "11-23 15:00",
                findings=[
                    ("F-3.4-1", 4),
                    ("F-3.4-2", 1),
                    ("F-3.4-2", 2),
                    ("F-3.4-2", 3),
                    ("F-3.4-3", 4),
                ],
                **{"resolution-clock": "not-applicable"},
            )
        ],
    ),
    case(
        "3.4",
        "when is C resolved, and what reopening takes back",
        registered("11-23 10:00", "C"),
        on("reproduced", "11-23 10:10"),
        on("work-started", "11-23 10:10"),
        on("fix-delivered", "11-23 11:00"),
        on("resolved", "11-23 12:00"),
        on("confirmed", "11-23 13:00"),
        on("reopened", "11-23 14:00"),
        looks=[
            look("11-23 13:30", resolution="met | - | 11-23 12:00", state="resolved", findings=[]),
            look("11-23 13:30", "resolved-when=fix-delivered", resolution="met | - | 11-23 11:00"),
            look(
                "11-23 13:30",
                "resolved-when=confirmed-by-customer",
                resolution="met | - | 11-23 13:00",
            ),
            look(
                "11-23 15:00",
                resolution="not-stated",
                state="open",
                **{"resolution-clock": "pending | - | 11-23 10:10"},
            ),
        ],
    ),
    case(
        "4.4",
        "a bare record of resolution resolves nothing in B",
        registered("11-23 10:00", "B"),
        on("resolved", "11-23 12:00"),
        looks=[
            look(
                "11-23 13:00",
                state="resolved",
                resolution="until-event",
                findings=[("F-3.4-1", 1), ("F-3.4-3", 1), ("F-4.4-1", 1)],
                **{
                    "resolution-clock": "not-applicable",
                    "replacement-search": "not-started",
                },
            )
        ],
    ),
    case(
        "4.2",
        "a wish is recorded by its registration",
        registered("11-23 10:00", "E"),
        on("routed", "11-23 12:00", route="specific"),
        looks=[
            look(
                "11-23 13:00",
                reaction="not-stated",
                resolution="not-stated",
                recording="met | - | 11-23 10:00",
                recommendation="not-applicable",
                findings=[],
            )
        ],
    ),
    case(
        "3.5",
        "notices sent and not sent",
        registered("11-23 10:00", "D"),
        on("notified", "11-23 10:00"),
        on("commented", "11-23 11:00"),
        on("notified", "11-23 11:00"),
        on("commented", "11-23 12:00"),
        on("assigned", "11-23 13:00"),
        looks=[look("11-23 14:00", findings=[("F-3.5-1", 4), ("F-3.5-1", 5)])],
    ),
)

SEARCH = (
    case(
        "4.4",
        "unsolved for sixty business days",
        registered("08-24 11:00", "B"),
        on("replacement-search-started", "11-19 12:00"),
        looks=[
            look("11-17 18:59", **{"replacement-search": "not-started | 11-17 19:00"}),
            look("11-17 19:00", **{"replacement-search": "pending | 11-17 19:00"}),
            look("11-19 12:00", **{"replacement-search": "met | 11-17 19:00 | 11-19 12:00"}),
            look(
                "11-17 19:00",
                "period-end=midnight",
                **{"replacement-search": "not-started | 11-18 00:00"},
            ),
        ],
    ),
    case(
        "4.4",
        "a way around, which failed",
        registered("08-24 11:00", "B"),
        on("workaround-provided", "08-25 12:00"),
        on("workaround-failed", "08-31 12:00"),
        looks=[
            look(
                "08-26 12:00",
                resolution="met | - | 08-25 12:00",
                **{"replacement-search": "not-applicable | 11-17 19:00"},
            ),
            look(
                "08-26 12:00",
                "b-workaround=sixty-days-run-on",
                resolution="met | - | 08-25 12:00",
                **{"replacement-search": "not-started | 11-17 19:00"},
            ),
            look(
                "09-01 12:00",
                resolution="until-event",
                **{"replacement-search": "not-started | 11-17 19:00"},
            ),
            look(
                "09-01 12:00",
                "b-workaround-fails=new-count",
                **{"replacement-search": "not-started | 11-24 19:00"},
            ),
        ],
    ),
    case(
        "4.4",
        "said to be impossible, and given up at the same instant",
        registered("08-24 11:00", "B"),
        on("impossibility-stated", "09-15 10:00"),
        on("withdrawn", "09-15 10:00"),
        looks=[look("09-15 10:00", **{"replacement-search": "not-applicable | 11-17 19:00"})],
    ),
    case(
        "4.4",
        "known on 1 October that it cannot be solved",
        registered("08-24 11:00", "B"),
        on("impossibility-stated", "10-01 15:00", by="third-party"),
        on("third-party-fixed", "10-05 12:00"),
        looks=[
            look("10-01 15:00", **{"replacement-search": "pending | 10-01 15:00"}),
            look(
                "10-01 15:00",
                "replacement-trigger=end-of-day-60",
                **{"replacement-search": "not-started | 11-17 19:00"},
            ),
            look(
                "10-05 12:00",
                resolution="met | - | 10-05 12:00",
                **{"replacement-search": "not-applicable | 10-01 15:00"},
            ),
        ],
    ),
    case(
        "4.4",
        "registered in A a week before it became B",
        registered("08-17 11:00", "A"),
        on("reclassification-proposed", "08-24 10:00", category="B"),
        on("reclassification-agreed", "08-24 11:00"),
        looks=[
            look("08-20 12:00", **{"replacement-search": "not-applicable"}),
            look("09-01 12:00", **{"replacement-search": "not-started | 11-10 19:00"}),
            look(
                "09-01 12:00",
                "sixty-days-from=reclassification",
                **{"replacement-search": "not-started | 11-17 19:00"},
            ),
        ],
    ),
    case(
        "4.4",
        "the Customer owed information from Tuesday morning to Thursday evening",
        registered("08-24 11:00", "B"),
        on("information-requested", "08-25 09:00"),
        on("information-provided", "08-27 20:00"),
        looks=[
            look("09-01 12:00", **{"replacement-search": "not-started | 11-17 19:00"}),
            look(
                "09-01 12:00",
                "sixty-days-pause=pauses",
                **{"replacement-search": "not-started | 11-20 19:00"},
            ),
        ],
    ),
    case(
        "2.3",
        "two business days without support are not counted",
        registered("08-24 11:00", "B"),
        service=[
            on("support-signed", "01-12 10:00"),
            on("support-paid", "01-12 11:00", through="2026-08-28"),
            on("support-renewed", "09-02 12:00", through="2027-08-28"),
        ],
        looks=[
            look("08-28 12:00", **{"replacement-search": "not-started | 11-17 19:00"}),
            look("09-01 12:00", **{"replacement-search": "not-started | -"}),
            look("09-02 12:00", **{"replacement-search": "not-started | 11-19 19:00"}),
        ],
    ),
)

CASES = (*REACTION, *REGISTRATION, *SUPPORT, *SILENCE, *CLASSIFICATION, *RESOLUTION, *SEARCH)

EXAMPLES: dict[str, dict[str, Any]] = {
    # what the column "events" of examples.csv tells in words: the same as a record
    "registered | unresolved, no workaround": {
        "incident": [registered("08-24 11:00", "B")],
        "as_of": m("09-01 10:00"),
    },
    "down 10:40 | taken 11:30 | phone answer 14:00 | up 15:20 | entered 15:25 and 15:30": {
        "incident": REGISTRATION[0]["incident"],
        "service": REGISTRATION[0]["service"],
        "as_of": m("11-24 16:00"),
    },
    "call 11:55 | record 12:03": {
        "incident": REGISTRATION[1]["incident"],
        "as_of": m("11-23 13:00"),
    },
    "registered as D | comment 2026-10-06 11:00 | to B by agreement 2026-10-14 15:00": {
        "incident": [
            registered("10-05 09:30", "D"),
            on("commented", "10-06 11:00"),
            on("reclassification-proposed", "10-14 14:00", category="B"),
            on("reclassification-agreed", "10-14 15:00"),
        ],
        "as_of": m("10-14 16:00"),
    },
    "registered | to E by agreement 2026-11-24 10:00": {
        "incident": [
            registered("11-23 10:00", "C"),
            on("reclassification-proposed", "11-24 09:00", by="customer", category="E"),
            on("reclassification-agreed", "11-24 10:00", by="executor"),
        ],
        "as_of": m("11-24 12:00"),
    },
    "asked 20:30 | comment 2026-11-26 20:15": {
        "incident": [
            registered("11-23 10:00", "B"),
            on("information-requested", "11-23 20:30"),
            on("commented", "11-26 20:15", by="customer"),
        ],
        "as_of": m("11-30 12:00"),
    },
    "asked | comment 2026-11-25 12:00": {
        "incident": [
            registered("11-23 10:00", "C"),
            on("information-requested", "11-23 11:00"),
            on("commented", "11-25 12:00", by="customer"),
        ],
        "as_of": m("11-30 12:00"),
    },
    (
        "registered | asked 16:00 | answered 2026-11-24 18:00 | comment 2026-11-25 15:00 "
        "| resolved 2026-11-27 12:00"
    ): {
        "incident": RESOLUTION[0]["incident"],
        "as_of": m("11-27 11:00"),
    },
}
