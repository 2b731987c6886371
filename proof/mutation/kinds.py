"""The kinds of tests, by what their expected values rest on."""

from __future__ import annotations

from typing import Any, Final

from proof.part import Text

KINDS: Final = {
    "example": Text("пример, посчитанный по договору", "an example worked out from the contract"),
    "property": Text("свойство (Hypothesis)", "a property (Hypothesis)"),
    "oracle": Text("независимый оракул", "an independent oracle"),
    "official": Text("официальные данные", "official data"),
    "table": Text("полнота таблиц и ссылок", "completeness of tables and citations"),
    "import": Text("пакет с ней не загружается", "the package does not load with it"),
    "time": Text("не кончается в срок", "does not end in time"),
}

_OF_FILE: Final = {
    "assess_oracle": "oracle",
    "exhaustion": "oracle",
    "oracle_incident": "oracle",
    "open_requests": "oracle",
    "record": "oracle",
    "timeline": "oracle",
    "calendar_conformance": "official",
    "bank_of_russia": "official",
    "russia": "official",
    "russia_rows": "official",
    "citations": "table",
    "classify": "table",
    "coverage": "table",
    "findings": "table",
    "imports": "table",
    "lifecycle_tables": "table",
    "reading_rows": "table",
    "rules": "table",
}
"""What the tests of a file are, unless they are properties; the others work out examples."""


def kind_of(fate: dict[str, Any]) -> str:
    """Return the kind of what killed a mutant first."""
    if fate["by"] is None:
        return "time" if fate["fate"].startswith("out of") else "import"
    if fate["property"]:
        return "property"
    file = fate["by"].partition("::")[0].rpartition("/test_")[2].removesuffix(".py")
    return _OF_FILE.get(file, "example")
