"""
What the agreement says of the incidents of a log: verdicts, findings, totals that add up.

``verdicts`` judges one ticket by its assessment, ``totals`` adds them up, ``document`` and
``table`` lay the result out for programs. Nothing here reads a file or a clock.
"""

from __future__ import annotations
