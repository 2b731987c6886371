"""Refusals for want of a package."""

from __future__ import annotations

from slarules.errors.base import SlaRulesError


class MissingExtraError(SlaRulesError, ImportError):
    """An optional part was asked for and its packages are not installed."""

    remedy = "install the extra"

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra, self.package = extra, package

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed; {self.remedy}: pip install 'slarules[{self.extra}]'"
        )


class MissingPackageError(SlaRulesError, ImportError):
    """A package this one depends on is not installed, though the installation names it."""

    remedy = "install it"

    def __init__(self, package: str, what_for: str) -> None:
        super().__init__(package, what_for)
        self.package, self.what_for = package, what_for

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed, and {self.what_for} come from it; "
            f"{self.remedy}: pip install {self.package}"
        )
