"""
The command line: arguments in, a page or a document out.

Exit codes: 0 fine; 1 bad news, only where it was asked for; 2 bad input, said in one line with
its remedy. Only this package touches files, the clock, the environment and the streams.
"""

from __future__ import annotations

import sys

from slarules.cli.run import run

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    return run(sys.argv[1:] if arguments is None else arguments)
