"""
Build the calculator: the page for a site, and the one file that opens from a disk.

    python -m docs.calculator --wheel FILE --packages node_modules --out FOLDER

The same inputs give the same bytes. Needs node, to compile with the interpreter of the page.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from argparse import ArgumentParser
from base64 import b64encode
from hashlib import sha256
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docs.calculator.answering import answered
from docs.calculator.form import form
from docs.calculator.questions import questions

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE: Final = Path(__file__).resolve().parent
PAGE: Final = HERE / "page"
MODULES: Final = ("element", "state", "form", "answer", "engine")
"""The scripts beside ``app.js``, by the name they are imported under."""
SITE: Final = "/site"
ZONES: Final = "/usr/share/zoneinfo"
"""Where the interpreter looks for zones without being told."""
OWN: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


def main() -> int:
    """Build both forms of the page and say how large they are."""
    arguments = ArgumentParser(prog="docs.calculator", description=__doc__)
    arguments.add_argument("--wheel", type=Path, required=True)
    arguments.add_argument("--packages", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    interpreter = given.packages / "pyodide"
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        lay(stage, given.wheel)
        node = shutil.which("node")
        if node is None:
            sys.stderr.write("the calculator is compiled with node; install Node.js 20 or later\n")
            return 2
        subprocess.run([node, HERE / "pack.mjs", interpreter, stage], check=True)
        if (wrong := misanswered(stage)) is not None:
            sys.stderr.write(f"the interpreter of the page answers otherwise: {wrong}\n")
            return 1
        parts = parts_of(interpreter, stage)
    data = data_of(given.wheel, interpreter)
    whole = whole_page(data, parts)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "calculator.html").write_text(whole, encoding="utf-8")
    write_site(given.out / "calculator", data, parts)
    size = (given.out / "calculator.html").stat().st_size
    sys.stdout.write(f"calculator.html: {size / 1e6:.1f} MB\n")
    return 0


# ------------------------------------------------------------------------------- the parts


def lay(stage: Path, wheel: Path) -> None:
    """Lay out what is to be compiled: the wheel as it is, what asks it, the zones, questions."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(stage / "site")
    shutil.copy(HERE / "answering.py", stage / "site")
    for zone, content in zones().items():
        place = stage / "zoneinfo" / zone
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    (stage / "questions.json").write_text(json.dumps(questions()), encoding="utf-8")


def misanswered(stage: Path) -> str | None:
    """Return the first question that the page would answer otherwise than this interpreter does."""
    answers = json.loads((stage / "answers.json").read_text(encoding="utf-8"))
    for question, answer in zip(questions(), answers, strict=True):
        asked = json.dumps(question)
        if answer != answered(asked):
            return asked
    return None


def zones() -> dict[str, bytes]:
    """Return every zone of the zone database by its name, as the package tzdata has them."""
    found = {str(path): path for path in files("tzdata") or ()}
    names = found["tzdata/zones"].read_text().split()
    return {name: found[f"tzdata/zoneinfo/{name}"].read_binary() for name in sorted(names)}


def parts_of(interpreter: Path, stage: Path) -> dict[str, bytes]:
    """Return the parts of the page, compressed."""
    parts = {name: (interpreter / name).read_bytes() for name in OWN}
    parts["python_stdlib.zip"] = (stage / "python_stdlib.zip").read_bytes()
    parts["site.bin"] = container(
        {SITE: stage / "site", ZONES: stage / "zoneinfo"},
    )
    return {name: gzip.compress(content, 9, mtime=0) for name, content in parts.items()}


def container(folders: Mapping[str, Path]) -> bytes:
    """Return files as one: a line of JSON, place to length, then their bytes in order."""
    found = {
        f"{root}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for root, folder in folders.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    index = {place: len(content) for place, content in found.items()}
    return json.dumps(index).encode() + b"\n" + b"".join(found.values())


def data_of(wheel: Path, interpreter: Path) -> dict[str, Any]:
    """Return what the page knows before the interpreter runs."""
    lock = json.loads((interpreter / "pyodide-lock.json").read_text(encoding="utf-8"))
    digest = sha256(wheel.read_bytes()).hexdigest()
    made = {"version": wheel.name.split("-")[1], "wheel": f"{wheel.name} sha256:{digest}"}
    return form() | {
        "zones": zone_choices(),
        "made": made,
        # No package comes from anywhere: all there is has been packed.
        "lock": json.dumps({"info": lock["info"], "packages": {}}),
    }


def zone_choices() -> list[str]:
    """Return the zones to choose from, Moscow's first."""
    names = [
        name for name in zones() if "/" in name and not name.startswith(("Etc/GMT", "SystemV/"))
    ]
    return ["Europe/Moscow", "UTC", *(name for name in names if name != "Europe/Moscow")]


# ------------------------------------------------------------------------------- the page


def whole_page(data: dict[str, Any], parts: Mapping[str, bytes]) -> str:
    """Return the page with everything inside."""
    style = f"<style>\n{(PAGE / 'style.css').read_text(encoding='utf-8')}</style>"
    imports = {f"calculator/{name}": _data_address(PAGE / f"{name}.js") for name in MODULES}
    inside = [
        f'<script type="text/plain" id="part-{name}">{b64encode(content).decode()}</script>'
        for name, content in parts.items()
    ]
    app = (PAGE / "app.js").read_text(encoding="utf-8")
    script = [*inside, _import_map(imports), f'<script type="module">\n{app}</script>']
    return _page(style, data, script)


def write_site(folder: Path, data: dict[str, Any], parts: Mapping[str, bytes]) -> None:
    """Write the page as files of a site."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "parts").mkdir(parents=True)
    for name, content in parts.items():
        (folder / "parts" / f"{name}.gz").write_bytes(content)
    for path in PAGE.glob("*.js"):
        shutil.copy(path, folder)
    shutil.copy(PAGE / "style.css", folder)
    imports = {f"calculator/{name}": f"./{name}.js" for name in MODULES}
    script = [_import_map(imports), '<script type="module" src="app.js"></script>']
    style = '<link rel="stylesheet" href="style.css">'
    (folder / "index.html").write_text(_page(style, data, script), encoding="utf-8")


def _page(style: str, data: dict[str, Any], script: list[str]) -> str:
    known = f'<script type="application/json" id="form-data">{_json(data)}</script>'
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    for place, content in (("style", style), ("data", known), ("script", "\n".join(script))):
        page = page.replace(f"<!-- {place} -->", content)
    return page


def _json(value: object) -> str:
    """Return JSON that may stand in a script element."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _import_map(imports: Mapping[str, str]) -> str:
    return f'<script type="importmap">{_json({"imports": imports})}</script>'


def _data_address(path: Path) -> str:
    return f"data:text/javascript;base64,{b64encode(path.read_bytes()).decode()}"


if __name__ == "__main__":
    sys.exit(main())
