"""
One reader tried in a process of its own: ``python -m proof.hostile READER EXAMPLES SEED [FILE]``.

What came of it is printed as JSON; with FILE, the branches it took are kept there for coverage.
"""

from __future__ import annotations

import json
import sys
from typing import Final

from proof.hostile.covering import covering

READERS: Final = ("documents", "logs", "tables", "agreements", "copies", "files", "commands")


def main() -> int:
    """Try the reader; an exception that should not be is told, and the exit code is 1."""
    name, examples, seed, *kept = sys.argv[1:]
    watch = covering(kept[0]) if kept else None
    if watch is not None:
        watch.start()
    from proof.hostile.trying import tried

    told = tried(name, int(examples), int(seed))
    if watch is not None:
        from proof.hostile.kept import known

        told["known"], wrong = known(name)
        told["failure"] = told["failure"] or wrong
        watch.stop()
        watch.save()
    print(json.dumps(told, ensure_ascii=True))
    return 1 if told["failure"] else 0


if __name__ == "__main__":
    sys.exit(main())
