"""``slarules letter``: the decision on an incident as a letter, in HTML, Word or PDF/A."""

from __future__ import annotations

import shlex
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import standard_support
from slarules.cli.answers import FINE, Answer
from slarules.cli.asked import moment_of
from slarules.cli.assess import read
from slarules.cli.files import refuse_place, write
from slarules.cli.page import Lines
from slarules.errors import LetterKindError
from slarules.incident import Incident
from slarules.letter import as_docx, as_html, as_pdf, letter
from slarules.readings import Readings
from slarules.receipt import receipt
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from slarules.letter import Letter
    from slarules.terms import Language

KINDS: Final[dict[str, Callable[[Letter], bytes]]] = {
    ".html": as_html,
    ".docx": as_docx,
    ".pdf": as_pdf,
}
"""How a letter is set, by the ending of its file."""

WRITTEN: Final = Text("Заключение записано в {path}", "The decision is written to {path}")
SCHEMA: Final = "slarules/letter-written/1"


def answer(arguments: Namespace, language: Language) -> Answer:
    """Write the letter, whole or not at all, and say where it is."""
    set_as = KINDS.get(Path(arguments.output).suffix.lower())
    if set_as is None:
        raise LetterKindError(arguments.output, tuple(KINDS))
    inputs = [arguments.incident, *([] if arguments.service is None else [arguments.service])]
    refuse_place(arguments.output, *inputs)
    agreement = standard_support(readings=Readings.of(arguments.reading))
    incident = read(arguments.incident, Incident)
    digests = {"incident": _digest(arguments.incident)}
    service: Service = UNRECORDED
    if arguments.service is not None:
        service = read(arguments.service, ServiceRecord)
        digests["service"] = _digest(arguments.service)
    as_of = None if arguments.as_of is None else moment_of(arguments.as_of, "--as-of")
    moment = as_of or incident.events[-1].at
    made = letter(
        agreement,
        incident,
        agreement.assess(incident, moment, service=service),
        agreement.sensitivity(incident, moment, service=service),
        receipt(agreement, digests, command=shlex.join(("slarules", *arguments.typed))),
        language,
    )
    write(arguments.output, set_as(made))

    def document() -> dict[str, Any]:
        return {"schema": SCHEMA, "written": arguments.output}

    return Answer(
        document=document,
        page=lambda: [Lines((WRITTEN.of(language).format(path=arguments.output),))],
        code=FINE,
    )


def _digest(path: str) -> str:
    return f"sha256:{sha256(Path(path).read_bytes()).hexdigest()}"
