"""Refusals on a cluster: what Spark wants before it starts, and where in a log it stopped."""

from __future__ import annotations

from slarules.errors.base import SlaRulesError


class JavaError(SlaRulesError, RuntimeError):
    """Spark runs on Java, and there is none, or one that is too old."""

    remedy = "install Java 17 (Debian: openjdk-17-jre-headless) and, if need be, set JAVA_HOME"

    def __init__(self, wanted: int, found: str | None) -> None:
        super().__init__(wanted, found)
        self.wanted, self.found = wanted, found

    def __str__(self) -> str:
        found = "no java was found" if self.found is None else f"found: {self.found}"
        return f"Spark asks for Java {self.wanted} or later, {found}; {self.remedy}"


class PartitionError(SlaRulesError, RuntimeError):
    """Rows of a partition cannot be judged at all; a row that is merely bad is only counted."""

    remedy = "look at the rows of this incident, or leave it out"

    def __init__(
        self, partition: int, first: int, last: int, incident: str | None, why: str
    ) -> None:
        super().__init__(partition, first, last, incident, why)
        self.partition, self.first, self.last = partition, first, last
        self.incident, self.why = incident, why

    def __str__(self) -> str:
        of = "of several incidents" if self.incident is None else f"of incident {self.incident}"
        return (
            f"partition {self.partition}, rows {self.first} to {self.last}, {of}: {self.why}; "
            f"{self.remedy}"
        )
