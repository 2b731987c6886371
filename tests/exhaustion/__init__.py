"""
Questions asked of everything there is: every minute, every day, every cell, every pair of readings.

``make test`` asks a slice of each (``tests/test_exhaustion.py``), the proof all of it.
"""
