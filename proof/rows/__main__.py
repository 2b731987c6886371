"""
Run the mutator by hand.

    python -m proof.rows                       every mutant of every table
    python -m proof.rows owed figures          of these tables
    python -m proof.rows --every 20            one in twenty
    python -m proof.rows --sample              one of each table: does the mutator still work
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from proof.rows.run import sample, shares_of
from proof.rows.tables import TABLES

if TYPE_CHECKING:
    from proof.rows.run import Found


def main() -> int:
    """Print what survived, and return 1 if anything did."""
    asked = argparse.ArgumentParser(prog="python -m proof.rows", description="the mutator of rows")
    asked.add_argument("tables", nargs="*", metavar="TABLE")
    asked.add_argument("--every", type=int, default=1, help="take one mutant of so many")
    asked.add_argument("--sample", action="store_true", help="one mutant of each table")
    given = asked.parse_args()
    known = [table.name for table in TABLES]
    if unknown := sorted(set(given.tables) - set(known)):
        asked.error(f"no table is called {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = [table for table in TABLES if not given.tables or table.name in given.tables]
    began = time.monotonic()
    shares = map(sample, chosen) if given.sample else shares_of(chosen, every=given.every)
    found = [_printed(share) for share in shares]
    tried = sum(one.tried for one in found)
    survived = sum(len(one.survived) for one in found)
    failed = sum(len(one.failed) for one in found)
    print(
        f"{tried} mutants, {survived} survived, {failed} checks fail with nothing changed, ", end=""
    )
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if survived or failed else 0


def _printed(found: Found) -> Found:
    kinds = ", ".join(f"{kind} {times}" for kind, times in sorted(found.killed.items()))
    print(f"{found.table}: {found.tried} mutants; {kinds or 'none was noticed'}")
    for one in (*found.failed, *(f"survived: {said}" for said in found.survived)):
        print(f"    {one}")
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    sys.exit(main())
