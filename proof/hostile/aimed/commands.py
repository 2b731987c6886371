"""Command lines, each with one thing in it that has to be looked for."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from proof.hostile.logs import SMALL
from proof.hostile.mutations import as_toml
from proof.hostile.reader import Aimed
from slarules.cli.files import MAPPING_LIMIT
from slarules.documents import LIMIT, dumps
from slarules.testing import incident, service

_NOVEMBER: Final = "2026-11-23T11:00+03:00"
_LOG: Final = (
    b"case,what,when,who,category,level,accepted,route,until,request,free\n"
    b"1,open,2026-03-02 11:00:00,,B,,,,,,\n"
)
_EDITIONS: Final = b"""schema = "slarules/agreement-file/1"
[[edition]]
since = 2025-01-01
[[edition]]
since = 2026-01-01
silence = 5
"""
_OTHER: Final = b'schema = "slarules/agreement-file/1"\nsilence = 5\n'
_READING: Final = ("--reading", "cutoff-instant=same-day")
_DUE: Final = ("due", "--registered", _NOVEMBER, "--category", "B")
_REPORT: Final = ("report", "log.csv", "--mapping", "mapping.toml")


FOREIGN: Final = ".out.html.note.tmp"
"""A file of somebody else's, beside those that a killed run leaves."""

TO_ITSELF: Final = b"a link to itself"
"""In the place of the bytes of a file: it is no file."""


class Piped(NamedTuple):
    """A command that prints into a pipe or on a terminal; where it is closed, nobody reads."""

    arguments: tuple[str, ...]
    terminal: bool
    closed: bool


@cache
def _incident() -> bytes:
    return dumps(incident("2026-11-23 11:00 registered category=B")).encode()


def aimed() -> tuple[Aimed, ...]:
    """Return command lines with the files they name."""
    log = {"log.csv": _LOG, "mapping.toml": as_toml(SMALL).encode()}
    agreement, editions = {"agreement.toml": _OTHER}, {"agreement.toml": _EDITIONS}
    one = {"incident.json": _incident()}
    with_it = ("--agreement", "agreement.toml")
    rows: tuple[tuple[tuple[str, ...], dict[str, bytes], int, str], ...] = (
        ((), {}, 0, "no command"),
        (("--version",), {}, 0, "the version"),
        (("--help",), {}, 0, "help"),
        ((*_DUE[:-1], "В"), {}, 2, "a Cyrillic letter"),
        (_DUE, {}, 0, "a deadline"),
        ((*_DUE, *_READING, "--json"), {}, 0, "a deadline under another reading"),
        ((*_DUE, *with_it, *_READING), agreement, 0, "an agreement under another reading"),
        ((*_DUE, *with_it, *_READING), editions, 0, "editions under another reading"),
        (("letter", "incident.json", "-o", "out.html", *with_it), one | editions, 0, "a letter"),
        (("calendar", "2026"), {}, 0, "a year"),
        (("readings", *with_it), editions, 2, "editions, and no moment to choose by"),
        ((*_DUE, "--agreement", "no.toml"), {}, 2, "no such file"),
        ((*_DUE, "--agreement", "."), {}, 2, "a folder in the place of a file"),
        ((*_DUE, "--agreement", "a\0b"), {}, 2, "a zero byte in a name"),
        ((*_DUE, *with_it), {"agreement.toml": b"#" * (1 << 20 | 1)}, 2, "larger than any"),
        (("agreement", "agreement.toml", "--check"), {"agreement.toml": b"x = 1"}, 1, "faults"),
        (("assess", "incident.json"), one, 0, "an incident"),
        (("assess", "incident.json"), {"incident.json": b" " * (LIMIT + 1)}, 2, "larger than any"),
        (("assess", "incident.json", "--as-of", "now"), one, 2, "no moment"),
        ((*_REPORT, "--output", "out.html"), log, 0, "rows into a file"),
        ((*_REPORT, "--output", "log.csv"), log, 2, "rows over the log"),
        ((*_REPORT, "--output", "."), log, 2, "rows into a folder"),
        ((*_REPORT, "--output", "no/such/x.html"), log, 2, "rows into no folder"),
        ((*_REPORT, "--output", "x" * 250), log, 2, "a name too long to be written"),
        ((*_REPORT, "--output", "x" * 300), log, 2, "a name too long to be looked for"),
        ((*_REPORT, "--output", "a\0b"), log, 2, "a name with a zero byte"),
        (
            _REPORT,
            log | {"mapping.toml": b"#" * (MAPPING_LIMIT + 1)},
            2,
            "a mapping larger than any",
        ),
        (
            (*_REPORT, "--output", "out.html"),
            log | {".out.html.1.tmp": b"half", FOREIGN: b"own"},
            0,
            "what a killed run left",
        ),
        ((*_REPORT, "--output", "out.html"), log | {"out.html": b"old"}, 0, "rows over a file"),
        (
            (*_REPORT, "--output", "out.html"),
            log | {"out.html": TO_ITSELF},
            2,
            "rows over a link to itself",
        ),
        (("assess", "incident.json", "--as-of", "2026-11-23T11:00"), one, 2, "no zone"),
        (("assess", "incident.json", "--as-of", "9999-12-31T23:59Z"), one, 2, "no clock's moment"),
        (
            ("assess", "incident.json", "--service", "service.json"),
            one | {"service.json": dumps(service("2026-11-24 10:40 help-desk-down")).encode()},
            0,
            "an incident and the service",
        ),
        (("dance",), {}, 2, "no command that is known"),
        (("demo", "--output", "demo\0"), {}, 2, "a folder with a zero byte"),
        (
            (*_REPORT, "--export", "1", "--incident-output", "out.html"),
            log,
            0,
            "an incident into a file",
        ),
    )
    return (
        *(
            Aimed(
                ([*given], files),
                f"{given[0] if given and given[0].isalpha() else 'no command'}: exit {code}",
                why,
            )
            for given, files, code, why in rows
        ),
        Aimed(Piped(_DUE, terminal=False, closed=True), "exit 0", "a pipe nobody reads"),
        Aimed(Piped(_DUE, terminal=True, closed=True), "exit 0", "a terminal that is gone"),
        Aimed(Piped(_DUE, terminal=True, closed=False), "exit 0", "a terminal"),
    )
