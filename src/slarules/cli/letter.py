"""``slarules letter``: the decision on an incident as a letter, in HTML, Word or PDF/A."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from slarules.cli.agreements import agreed_of, agreement_of
from slarules.cli.answers import FINE, Answer
from slarules.cli.files import refuse_place, write
from slarules.cli.given import given_by
from slarules.cli.page import Lines
from slarules.cli.receipts import receipt_of
from slarules.errors import LetterKindError
from slarules.letter import as_docx, as_html, as_pdf, letter
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
    path: str = arguments.output
    set_as = KINDS.get(Path(path).suffix.lower())
    if set_as is None:
        raise LetterKindError(path, tuple(KINDS))
    others = filter(None, [arguments.service, arguments.agreement])
    refuse_place(path, arguments.incident, *others)
    given = given_by(arguments)
    judge = agreed_of(arguments)
    agreement = agreement_of(arguments, given.incident.registration.at)
    made = letter(
        agreement,
        given.incident,
        judge.assess(given.incident, given.as_of, service=given.service),
        judge.sensitivity(given.incident, given.as_of, service=given.service),
        receipt_of(arguments, agreement, given.inputs),
        language,
    )
    write(path, set_as(made))

    def document() -> dict[str, Any]:
        return {"schema": SCHEMA, "written": path}

    return Answer(
        document=document,
        page=lambda: [Lines((WRITTEN.of(language).format(path=path),))],
        code=FINE,
    )
