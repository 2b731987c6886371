"""
Deadlines of a technical support agreement, computed from facts, with the clause behind each.

Every public name is one row of the table below and is loaded when it is first asked for, so
that importing the package costs next to nothing.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it as true; importing typing would cost the budget
if TYPE_CHECKING:
    from slarules.errors import CalendarFactsError as CalendarFactsError
    from slarules.errors import CalendarRangeError as CalendarRangeError
    from slarules.errors import MissingExtraError as MissingExtraError
    from slarules.errors import NaiveDatetimeError as NaiveDatetimeError
    from slarules.errors import ProjectedCalendarError as ProjectedCalendarError
    from slarules.errors import ProjectedCalendarWarning as ProjectedCalendarWarning
    from slarules.errors import ServiceHoursError as ServiceHoursError
    from slarules.errors import SlaRulesError as SlaRulesError
    from slarules.errors import SlaRulesWarning as SlaRulesWarning
    from slarules.errors import UnknownWordError as UnknownWordError
    from slarules.errors import WrongTypeError as WrongTypeError
    from slarules.terms import BusinessSeconds as BusinessSeconds
    from slarules.terms import Category as Category
    from slarules.terms import ClauseId as ClauseId
    from slarules.terms import ClauseKind as ClauseKind
    from slarules.terms import ClockSeconds as ClockSeconds
    from slarules.terms import Language as Language
    from slarules.terms import Nature as Nature
    from slarules.terms import Outcome as Outcome
    from slarules.terms import RuleId as RuleId
    from slarules.terms import Severity as Severity

_MODULE_OF = {
    "BusinessSeconds": "terms",
    "CalendarFactsError": "errors",
    "CalendarRangeError": "errors",
    "Category": "terms",
    "ClauseId": "terms",
    "ClauseKind": "terms",
    "ClockSeconds": "terms",
    "Language": "terms",
    "MissingExtraError": "errors",
    "NaiveDatetimeError": "errors",
    "Nature": "terms",
    "Outcome": "terms",
    "ProjectedCalendarError": "errors",
    "ProjectedCalendarWarning": "errors",
    "RuleId": "terms",
    "ServiceHoursError": "errors",
    "Severity": "terms",
    "SlaRulesError": "errors",
    "SlaRulesWarning": "errors",
    "UnknownWordError": "errors",
    "WrongTypeError": "errors",
}

if not TYPE_CHECKING:
    __all__ = list(_MODULE_OF)

    def __getattr__(name: str) -> object:
        """Load a public name from its module, once."""
        try:
            module = _MODULE_OF[name]
        except KeyError:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message) from None
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Return the public names, loaded or not, and those every module has."""
        return sorted({*_MODULE_OF, *(name for name in globals() if name.startswith("__"))})
