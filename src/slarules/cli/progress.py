"""
How far a long run is, on the error stream.

On a terminal a counter is kept in one line from the first second on; elsewhere a line is written
now and then, and nothing at all about a run that is soon over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

Thing = TypeVar("Thing")

ON_A_TERMINAL: Final = 1.0
"""Seconds between two states of the counter."""
ELSEWHERE: Final = 30.0
"""Seconds between two lines."""
_LOOK: Final = 1024
"""Things between two looks at the clock."""


def counted(
    things: Iterable[Thing], stream: TextIO, clock: Callable[[], float], what: str
) -> Iterator[Thing]:
    """
    Yield the things, and say now and then how many there were.

    Args:
        things: What is counted.
        stream: Where to say it.
        clock: Seconds from any beginning.
        what: What the things are called ("rows read").
    """
    terminal = stream.isatty()
    wait = ON_A_TERMINAL if terminal else ELSEWHERE
    due = clock() + wait
    said = False
    number = 0
    for number, thing in enumerate(things, 1):
        yield thing
        if number % _LOOK == 0 and clock() >= due:
            due = clock() + wait
            said = True
            stream.write(f"\r{number} {what}" if terminal else f"{number} {what}\n")
            stream.flush()
    if said and terminal:
        stream.write(f"\r{number} {what}\n")
        stream.flush()
