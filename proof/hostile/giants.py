"""
Input as large as it comes: a line of a gigabyte, and whatever a limit just lets through.

``python -m proof.hostile.giants NAME`` reads one of them and prints how long it took and how much
memory the process has had; a process that starts it should be small, since it is counted.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from proof.part import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

GIGABYTE: Final = 1 << 30
_INCIDENT: Final = '{"schema":"slarules/incident/1","events":['
_ONE: Final = '{"at":"2026-11-23T08:00:00Z","kind":"registered","number":"1"}'
_MANY: Final = ",".join(['"a":1'] * 900_000)
_AGREEMENT: Final = 'schema = "slarules/agreement-file/1"\n'


def _run(*arguments: str) -> str:
    """Run a command; return its exit code and what it said was wrong."""
    from slarules.cli import main

    wrong = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(wrong):
        code = main(list(arguments))
    return f"exit {code}: {wrong.getvalue().strip()}"


def _line(name: str, start: bytes, *before: str, after: tuple[str, ...] = ()) -> str:
    """Run a command on a file that is one line of a gigabyte."""
    with tempfile.TemporaryDirectory(prefix="slarules-giant-") as folder:
        path = Path(folder) / name
        with path.open("wb") as file:
            file.write(start)
            file.truncate(GIGABYTE)  # a hole on the disk, zero bytes to who reads it
        return _run(*before, str(path), *after)


def _mapping() -> str:
    return str(ROOT / "src/slarules/examples/helpdesk-ru.toml")


def _incident(events: str) -> str:
    """Read a document of these events; return what came of it."""
    return _loaded(f"{_INCIDENT}{events}]}}")


def _loaded(text: str) -> str:
    from slarules.documents import LIMIT, loads
    from slarules.errors import DocumentError

    assert len(text) <= LIMIT, len(text)
    try:
        loads(text)
    except DocumentError as refusal:
        return f"refused, faults: {len(refusal.faults)}"
    return "read"


def _agreed(text: str) -> str:
    from slarules.agreement_file import read_agreement
    from slarules.errors import AgreementFileError

    try:
        read_agreement(text)
    except AgreementFileError as refusal:
        return f"refused, faults: {len(refusal.faults)}"
    return "read"


def _copied(content: bytes) -> str:
    from slarules.annotate import annotate
    from slarules.annotate.office import text_of
    from slarules.errors import SlaRulesError

    try:
        annotate(text_of(content, "copy"))
    except SlaRulesError as refusal:
        return f"{type(refusal).__name__}: {str(refusal)[:80]}"
    return "read"


def _word(body: bytes, more: int = 0) -> bytes:
    """Return a Word document of that body, and a picture of so many megabytes."""
    from docx import Document

    out = BytesIO()
    Document().save(out)
    again = BytesIO()
    with ZipFile(out) as given, ZipFile(again, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:sectPr", body + b"<w:sectPr", 1)
            made.writestr(name, part)
        if more:
            with made.open("word/media/image1.png", "w") as picture:
                for _ in range(more):
                    picture.write(b"\0" * 1_000_000)
    return again.getvalue()


def _paged(content: bytes) -> bytes:
    """Return a PDF of one page, drawn so."""
    from zlib import compress

    packed = compress(content)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
            b"/BaseFont /Courier >> >> >> >>"
        ),
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed),
    ]
    made = b"%PDF-1.7\n"
    table = b"xref\n0 5\n0000000000 65535 f \n"
    for number, one in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n" % len(made)
    return made + table + end + b"%%EOF\n"


# fmt: off
GIANTS: Final[dict[str, Callable[[], str]]] = {
    "log":            lambda: _line("log.csv", b"", "report", after=("--mapping", _mapping())),
    "log, a quote":   lambda: _line("log.csv", b'a;b;c\n1;"', "report",
                                    after=("--mapping", _mapping())),
    "mapping":        lambda: _line("m.toml", b"", "report", _mapping(), "--mapping"),
    "incident":       lambda: _line("i.json", _INCIDENT.encode(), "assess"),
    "agreement":      lambda: _line("a.toml", b'zone = "', "agreement"),
    "copy":           lambda: _line("c.txt", b"a", "annotate"),
    "copy, PDF":      lambda: _line("c.pdf", b"%PDF-1.7\n", "annotate"),
    "copy, Word":     lambda: _line("c.docx", b"PK\x03\x04", "annotate"),
    "6 MB of brackets":       lambda: _loaded("[" * 6_000_000),
    "6 MB of empty lists":    lambda: _loaded(f"[{','.join(['[]'] * 2_000_000)}]"),
    "6 MB of faults":         lambda: _incident(",".join(["{}"] * 2_000_000)),
    "6 MB of one event":      lambda: _incident(",".join([_ONE] * 96_000)),
    "6 MB of digits":         lambda: _incident("9" * 6_000_000),
    "6 MB of one key":        lambda: _loaded(f"{{{_MANY}}}"),
    "1 MB of one date":       lambda: _agreed(
        f"{_AGREEMENT}calendar = {{days_off = [{', '.join(['2026-01-01'] * 80_000)}]}}"),
    "1 MB of tables":         lambda: _agreed(_AGREEMENT + "[[target]]\n" * 90_000),
    "1 MB of editions":       lambda: _agreed(
        _AGREEMENT + "[[edition]]\nsince = 2026-01-01\n" * 30_000),
    "1 MB of brackets":       lambda: _agreed(f"{_AGREEMENT}zone = {'[' * 1_000_000}"),
    "Word: 70 MB of a picture": lambda: _copied(_word(b"", 70)),
    "Word: 1 MB of paragraphs": lambda: _copied(_word(b"<w:p/>" * 160_000)),
    "Word: nested":           lambda: _copied(_word(b"<w:p><w:r>" * 200 + b"</w:r></w:p>" * 200)),
    "Word: entities":         lambda: _copied(_word(b"&a;")),
    "PDF: 0.5 MB of operators": lambda: _copied(_paged(b"BT ET " * 85_000)),
    "PDF: 0.5 MB of strings": lambda: _copied(_paged(b"BT /F1 9 Tf " + b"(a) Tj " * 74_000)),
    "PDF: 70 MB unpacked":    lambda: _copied(_paged(b"q " * 35_000_000)),
}
# fmt: on
"""What each is called, and how it is read."""


def main() -> int:
    """Read one; print what came of it, the seconds of the processor, the KiB at the peak."""
    began = time.process_time()
    said = GIANTS[sys.argv[1]]()
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kib = peak // (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"said": said, "seconds": round(seconds, 2), "kib": kib}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
