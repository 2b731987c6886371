"""
The same answers on Apache Spark: a log of events in, a verdict for every incident out.

    from slarules import spark, standard_support

    told = spark.assess_log(
        events,
        standard_support(),
        columns={"incident": "ticket", "at": "created", "kind": "event"},
        order="line",
        as_of=now,
    )
    told.verdicts.write.parquet("verdicts")

Extra ``spark``: narwhals, numpy, pandas, pyarrow, pyspark; Java 17 beside it.
"""

from __future__ import annotations

from slarules.errors import MissingExtraError

try:
    import narwhals  # noqa: F401 - asked for here, so that the want of any has one message
    import numpy as np  # noqa: F401
    import pandas as pd  # noqa: F401
    import pyarrow as pa  # noqa: F401
    import pyspark  # noqa: F401 # pyright: ignore[reportMissingImports] - no part of development
except ImportError as missing:
    raise MissingExtraError("spark", missing.name or "pyspark") from None

from slarules.spark.log import SparkLog as SparkLog
from slarules.spark.log import assess_log as assess_log
from slarules.spark.session import local_session as local_session
from slarules.spark.session import require_java as require_java
