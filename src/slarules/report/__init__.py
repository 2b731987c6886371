"""
What became of the reactions of a log: verdicts, totals that add up, the slowest ten.

``verdicts`` judges one ticket, ``totals`` adds them up, ``document`` and ``table`` lay the result
out for programs. Nothing here reads a file or a clock.
"""

from __future__ import annotations
