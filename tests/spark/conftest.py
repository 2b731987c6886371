"""One session of Spark for all that ask: two tasks at a time, each tried twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from slarules import spark

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    """Return a session whose own zone is nobody's here, and whose batches are small."""
    found = spark.local_session(
        2,
        {
            "spark.master": "local[2,2]",
            "spark.driver.memory": "1g",
            "spark.sql.execution.arrow.maxRecordsPerBatch": 7,
            "spark.sql.session.timeZone": "America/New_York",
            "spark.sql.shuffle.partitions": 4,
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        },
    )
    found.sparkContext.setLogLevel("OFF")
    yield found
    found.stop()
