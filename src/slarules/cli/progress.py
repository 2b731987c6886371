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


class Meter:
    """
    How far a long run is: things, things a second, share of the file; on a terminal only.

    Where the stream is no terminal nothing is ever written to it.
    """

    def __init__(
        self, stream: TextIO, clock: Callable[[], float], what: str, whole: int = 0
    ) -> None:
        """
        Begin to count.

        Args:
            stream: Where to say it.
            clock: Seconds from any beginning.
            what: What the things are called ("rows read").
            whole: How much there is to be done in all, in any unit; 0 where nobody knows.
        """
        self._stream: Final = stream
        self._clock: Final = clock
        self._what: Final = what
        self._whole: Final = whole
        self._shown: Final = stream.isatty()
        self._begun = clock()
        self._due = self._begun + ON_A_TERMINAL
        self._number = self._done = self._wide = 0

    def reach(self, done: int) -> None:
        """Take note of how much of the whole is done."""
        self._done = done

    def counted(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the things, after those of before, and keep one line on how many there were."""
        if not self._shown:
            yield from things
            return
        for thing in things:
            yield thing
            self._number += 1
            if self._number % _LOOK == 0 and self._clock() >= self._due:
                self._due = self._clock() + ON_A_TERMINAL
                self._say()

    def end(self) -> None:
        """Say how many there were in all, if anything was said at all."""
        if self._wide:
            self._say()
            self._stream.write("\n")
            self._stream.flush()

    def _say(self) -> None:
        rate = self._number / max(self._clock() - self._begun, 1e-9)
        line = f"{self._number} {self._what}, {rate:.0f} a second"
        if self._whole:
            line += f", {min(100, self._done * 100 // self._whole)} % of the file"
        self._stream.write(f"\r{line:{self._wide}}")
        self._stream.flush()
        self._wide = len(line)
