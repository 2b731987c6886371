"""
The same answers for data frames: of pandas, Polars, PyArrow, and for relations of DuckDB.

    from slarules import batch, frames, standard_support

    rules = batch.of(standard_support())
    told = frames.assess(
        tickets,
        rules,
        columns={"registered": "created", "category": "kind", "reaction": "first_comment"},
        as_of=now,
    )
    told.frame

Extra ``frames``: narwhals, numpy, pyarrow.
"""

from __future__ import annotations

from slarules.errors import MissingExtraError

try:
    import narwhals  # noqa: F401 - asked for here, so that the want of any has one message
    import numpy as np  # noqa: F401
    import pyarrow as pa  # noqa: F401
except ImportError as missing:
    raise MissingExtraError("frames", missing.name or "narwhals") from None

from slarules.frames.incidents import FrameAnswers as FrameAnswers
from slarules.frames.incidents import assess as assess
from slarules.frames.log import FrameLog as FrameLog
from slarules.frames.log import assess_log as assess_log
