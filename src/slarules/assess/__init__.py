"""
One incident at one moment: every obligation, its outcome and why, and when to look again.

Each obligation is one function of the lived-through record. A verdict carries the rows and the
steps it came from; ``explain`` words them. Verdicts hold on half-open stretches: they are
constant from ``as_of`` up to, and not including, ``next_change``.
"""

from __future__ import annotations

from slarules.assess.judge import assess as assess
from slarules.assess.verdicts import Amount as Amount
from slarules.assess.verdicts import Assessment as Assessment
from slarules.assess.verdicts import ShareUsed as ShareUsed
from slarules.assess.verdicts import Verdict as Verdict
