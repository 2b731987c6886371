"""The rows that decide a verdict, and the verdicts that are one row."""

from __future__ import annotations

from typing import Final

from slarules.assess.verdicts import Verdict
from slarules.deadlines import OWED
from slarules.terms import ClauseId, Nature, Obligation, Outcome, RuleId

C_2_1: Final = ClauseId("2.1")
C_2_3: Final = ClauseId("2.3")
C_3_1: Final = ClauseId("3.1")
C_3_3: Final = ClauseId("3.3")
C_3_4: Final = ClauseId("3.4")
C_3_6: Final = ClauseId("3.6")
C_4_1: Final = ClauseId("4.1")
C_4_2: Final = ClauseId("4.2")
C_4_3: Final = ClauseId("4.3")
C_4_4: Final = ClauseId("4.4")
C_4_9: Final = ClauseId("4.9")
C_4_10: Final = ClauseId("4.10")
C_4_11: Final = ClauseId("4.11")
C_4_12: Final = ClauseId("4.12")

# The rows that decide a verdict; their words are rows of rules.py.
R_IN_FORCE: Final = RuleId("R-2.3-1")
R_NOT_BEGUN: Final = RuleId("R-2.3-2")
R_ENDED: Final = RuleId("R-2.3-3")
R_UNSERVED: Final = RuleId("R-2.3-4")
R_SUPPORT_LOST: Final = RuleId("R-2.3-5")
R_NOT_REGISTERED: Final = RuleId("R-3.1-1")
R_REACTED: Final = RuleId("R-3.3-1")
R_REACTED_LATE: Final = RuleId("R-3.3-2")
R_REACTION_OPEN: Final = RuleId("R-4.3-8")
R_NO_REACTION: Final = RuleId("R-4.3-9")
R_WITHDRAWN: Final = RuleId("R-4.3-10")
R_NOT_REPRODUCED: Final = RuleId("R-3.4-1")
R_CLOCK_RUNS: Final = RuleId("R-3.4-2")
R_CLOCK_STOPPED: Final = RuleId("R-3.4-3")
R_RESOLVED_FIRST: Final = RuleId("R-3.4-4")
R_RESOLVED: Final = RuleId("R-3.4-5")
R_TARGET: Final = RuleId("R-4.10-2")
R_TARGET_RUNS: Final = RuleId("R-4.10-3")
R_TARGET_MET: Final = RuleId("R-4.10-4")
R_TARGET_MISSED: Final = RuleId("R-4.10-5")
R_TARGET_STANDS: Final = RuleId("R-4.10-6")
R_UNCLASSIFIED: Final = RuleId("R-3.6-5")
R_SOLVED_IN_TIME: Final = RuleId("R-4.4-6")
R_SOLVED_LATER: Final = RuleId("R-4.4-7")
R_SEARCH_STARTED: Final = RuleId("R-4.4-8")
R_SEARCH_OWED: Final = RuleId("R-4.4-9")
R_SEARCH_NOT_YET: Final = RuleId("R-4.4-10")
R_EARLIER: Final = RuleId("R-4.4-11")
R_COUNT_STANDS: Final = RuleId("R-4.4-12")
R_NOT_ASKED: Final = RuleId("R-4.11-6")
R_SILENCE_RUNS: Final = RuleId("R-4.11-7")
R_SILENT: Final = RuleId("R-4.11-8")
R_ANSWERED: Final = RuleId("R-4.11-9")
R_SILENCE_STANDS: Final = RuleId("R-4.11-10")
R_SILENCED: Final = RuleId("R-4.11-11")
R_RECOMMENDED: Final = RuleId("R-4.1-2")
R_RECOMMENDATION_OWED: Final = RuleId("R-4.1-3")
R_NO_RECOMMENDATION: Final = RuleId("R-4.1-4")
R_RECORDED: Final = RuleId("R-4.2-2")
R_NO_WISH: Final = RuleId("R-4.2-3")
R_LEVEL_FOUR: Final = RuleId("R-4.9-7")
R_REDEFINED: Final = RuleId("R-4.9-8")
R_NO_LEVEL_FOUR: Final = RuleId("R-4.9-9")

# Verdicts in which nothing differs from one incident to another; records are immutable.
IN_FORCE: Final = Verdict(
    obligation=Obligation.SUPPORT,
    outcome=Outcome.PENDING,
    rules=(R_IN_FORCE,),
    clauses=(C_2_3,),
)
NOT_REPRODUCED: Final = Verdict(
    obligation=Obligation.RESOLUTION_CLOCK,
    outcome=Outcome.NOT_STARTED,
    rules=(R_NOT_REPRODUCED,),
    clauses=(C_3_4, C_4_10),
    nature=Nature.CLOCK,
    waits_for="reproduced",
)
RESOLVED_FIRST: Final = NOT_REPRODUCED.replace(
    outcome=Outcome.NOT_APPLICABLE, rules=(R_RESOLVED_FIRST,), waits_for=""
)
NO_RECOMMENDATION: Final = Verdict(
    obligation=Obligation.RECOMMENDATION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_RECOMMENDATION,),
    clauses=(C_4_1,),
)
RECOMMENDATION_OWED: Final = NO_RECOMMENDATION.replace(
    outcome=Outcome.NOT_STATED, rules=(R_RECOMMENDATION_OWED,), waits_for="recommendation-given"
)
NO_WISH: Final = Verdict(
    obligation=Obligation.RECORDING,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_WISH,),
    clauses=(C_4_2,),
)
NO_LEVEL_FOUR: Final = Verdict(
    obligation=Obligation.REDEFINITION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_LEVEL_FOUR,),
    clauses=(C_4_9, C_4_12),
)
LEVEL_FOUR: Final = NO_LEVEL_FOUR.replace(
    outcome=Outcome.NOT_STATED, rules=(R_LEVEL_FOUR,), waits_for="reclassified"
)
NOT_ASKED: Final = Verdict(
    obligation=Obligation.AUTOMATIC_CLOSING,
    outcome=Outcome.NOT_STARTED,
    rules=(R_NOT_ASKED,),
    clauses=(C_4_11,),
    nature=Nature.EFFECT_AT,
    waits_for="information-requested",
)
ANSWERED: Final = NOT_ASKED.replace(
    outcome=Outcome.NOT_APPLICABLE, rules=(R_ANSWERED,), waits_for=""
)
NOTHING_TO_RESOLVE: Final = Verdict(
    obligation=Obligation.RESOLUTION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_WITHDRAWN,),
    clauses=(C_4_3, C_4_4),
)
WITHOUT_MOMENT: Final = {
    (row.obligation, category): Verdict(
        obligation=row.obligation, outcome=row.outcome, rules=(row.rule,), clauses=row.clauses
    )
    for row in OWED
    for category in row.categories
    if row.outcome is not Outcome.PENDING
}
"""What stands where a row of ``OWED`` computes no moment."""
