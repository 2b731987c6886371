"""
Run properties on the package as it lies on the path, and say how each ended, as JSON.

    python -m proof.hunt EXAMPLES tests.test_next_change TestNextChange::test_… …

More examples than in ``make test``, always the same, and none made small: that a property fails is
all one asks. A module is named once, before its properties.
"""

from __future__ import annotations

import json
import sys
import warnings
from importlib import import_module
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

import slarules


def main(examples: str, *named: str) -> None:
    """Run the properties named; print where the package lay, and how each ended."""
    settings.register_profile(
        "hunt",
        max_examples=int(examples),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
        ],
    )
    settings.load_profile("hunt")
    ended: dict[str, str] = {}
    module = ""
    for name in named:
        if "::" not in name:
            module = name
            continue
        subject, _, test = name.partition("::")
        ended[f"{module}::{name}"] = end_of(getattr(import_module(module), subject)(), test)
    where = str(Path(slarules.__file__).parents[1])
    print(json.dumps({"sources": where, "ended": ended}))


def end_of(subject: object, test: str) -> str:
    """Run one property; return "holds", or the name of what it failed with."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            getattr(subject, test)()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - pytest's own failures are no Exception
            return type(error).__name__
    return HOLDS


HOLDS = "holds"

if __name__ == "__main__":
    main(*sys.argv[1:])
