"""
What properties are run under while mutants are hunted: a plugin of pytest.

More examples than in ``make test``, always the same, and none made small: that a property fails is
all one asks. And the package has to be the copy it was told to be.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

import slarules

settings.register_profile(
    "hunt",
    max_examples=int(os.environ["SLARULES_EXAMPLES"]),
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

if not Path(slarules.__file__).is_relative_to(os.environ["SLARULES_SOURCES"]):
    message = f"not the copy: {slarules.__file__}"
    raise ImportError(message)
