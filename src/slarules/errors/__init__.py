"""
Every deliberate refusal of the package: what was asked, what is known, what to do.

Each class carries its values, and its ``args`` mirror its signature, so that it pickles.
Messages are public: they are lower case, without a full stop, and end with the remedy.

A class is loaded when it is first asked for: most processes refuse nothing.
"""

from __future__ import annotations

from slarules.errors.base import NaiveDatetimeError as NaiveDatetimeError
from slarules.errors.base import SlaRulesError as SlaRulesError
from slarules.errors.base import SlaRulesWarning as SlaRulesWarning
from slarules.errors.base import WrongTypeError as WrongTypeError
from slarules.errors.base import refuse_naive as refuse_naive

TYPE_CHECKING = False  # type checkers take it as true; importing typing would cost the budget
if TYPE_CHECKING:
    from slarules.errors.agreement import AgreementFileError as AgreementFileError
    from slarules.errors.agreement import CutoffError as CutoffError
    from slarules.errors.agreement import EditionsError as EditionsError
    from slarules.errors.agreement import NoEditionError as NoEditionError
    from slarules.errors.agreement import NoHoursError as NoHoursError
    from slarules.errors.agreement import ReadingError as ReadingError
    from slarules.errors.agreement import ShortDayError as ShortDayError
    from slarules.errors.agreement import TargetsError as TargetsError
    from slarules.errors.batch import ColumnError as ColumnError
    from slarules.errors.batch import RowsOutsideError as RowsOutsideError
    from slarules.errors.batch import RowsProjectedError as RowsProjectedError
    from slarules.errors.batch import RowsUnreadableError as RowsUnreadableError
    from slarules.errors.batch import ZoneNotStatedError as ZoneNotStatedError
    from slarules.errors.calendar import CalendarFactsError as CalendarFactsError
    from slarules.errors.calendar import CalendarLengthError as CalendarLengthError
    from slarules.errors.calendar import CalendarRangeError as CalendarRangeError
    from slarules.errors.calendar import ProjectedCalendarError as ProjectedCalendarError
    from slarules.errors.calendar import ProjectedCalendarWarning as ProjectedCalendarWarning
    from slarules.errors.calendar import RussianDaysError as RussianDaysError
    from slarules.errors.calendar import ServiceHoursError as ServiceHoursError
    from slarules.errors.calendar import SpanError as SpanError
    from slarules.errors.calendar import UnknownCountryError as UnknownCountryError
    from slarules.errors.calendar import UnknownZoneError as UnknownZoneError
    from slarules.errors.commands import EditionsNotTakenError as EditionsNotTakenError
    from slarules.errors.commands import FilePlaceError as FilePlaceError
    from slarules.errors.commands import LetterKindError as LetterKindError
    from slarules.errors.commands import OptionPairError as OptionPairError
    from slarules.errors.commands import QuestionError as QuestionError
    from slarules.errors.commands import ShiftTextError as ShiftTextError
    from slarules.errors.commands import TotalsError as TotalsError
    from slarules.errors.copies import CopyEncodingError as CopyEncodingError
    from slarules.errors.copies import CopyFileError as CopyFileError
    from slarules.errors.copies import NotTheContractError as NotTheContractError
    from slarules.errors.documents import DocumentError as DocumentError
    from slarules.errors.documents import MomentTextError as MomentTextError
    from slarules.errors.documents import NaiveTextError as NaiveTextError
    from slarules.errors.documents import UnwritableValueError as UnwritableValueError
    from slarules.errors.frames import FrameKindError as FrameKindError
    from slarules.errors.frames import MixedZonesError as MixedZonesError
    from slarules.errors.frames import NameTakenError as NameTakenError
    from slarules.errors.frames import NoSuchColumnError as NoSuchColumnError
    from slarules.errors.frames import UntypedColumnError as UntypedColumnError
    from slarules.errors.incident import AsOfError as AsOfError
    from slarules.errors.incident import DuplicateEventError as DuplicateEventError
    from slarules.errors.incident import (
        EventBeforeRegistrationError as EventBeforeRegistrationError,
    )
    from slarules.errors.incident import EventPlaceError as EventPlaceError
    from slarules.errors.incident import FindingsError as FindingsError
    from slarules.errors.incident import LaterThanEntryError as LaterThanEntryError
    from slarules.errors.incident import LevelOutsideCError as LevelOutsideCError
    from slarules.errors.incident import NoChangeError as NoChangeError
    from slarules.errors.incident import NoRegistrationError as NoRegistrationError
    from slarules.errors.incident import TwoRegistrationsError as TwoRegistrationsError
    from slarules.errors.incident import UnsortedEventsError as UnsortedEventsError
    from slarules.errors.log import BrokenRowError as BrokenRowError
    from slarules.errors.log import CategorySourceError as CategorySourceError
    from slarules.errors.log import DuplicateColumnError as DuplicateColumnError
    from slarules.errors.log import EmptyCellError as EmptyCellError
    from slarules.errors.log import EmptyLogError as EmptyLogError
    from slarules.errors.log import ExcludedCaseError as ExcludedCaseError
    from slarules.errors.log import ImpossibleHourError as ImpossibleHourError
    from slarules.errors.log import LineTooLongError as LineTooLongError
    from slarules.errors.log import LogEncodingError as LogEncodingError
    from slarules.errors.log import LogError as LogError
    from slarules.errors.log import LogRowError as LogRowError
    from slarules.errors.log import MappingError as MappingError
    from slarules.errors.log import MissingColumnError as MissingColumnError
    from slarules.errors.log import NulByteError as NulByteError
    from slarules.errors.log import ParquetFileError as ParquetFileError
    from slarules.errors.log import ShiftedHourError as ShiftedHourError
    from slarules.errors.log import UnexplainedRowError as UnexplainedRowError
    from slarules.errors.log import UnknownCaseError as UnknownCaseError
    from slarules.errors.log import UnknownCategoryError as UnknownCategoryError
    from slarules.errors.log import UnknownLevelError as UnknownLevelError
    from slarules.errors.log import UnknownRouteError as UnknownRouteError
    from slarules.errors.log import UnmappedActivityError as UnmappedActivityError
    from slarules.errors.log import UnreadableDateError as UnreadableDateError
    from slarules.errors.log import UnreadableTimeError as UnreadableTimeError
    from slarules.errors.log import ZonelessTimeError as ZonelessTimeError
    from slarules.errors.packages import MissingExtraError as MissingExtraError
    from slarules.errors.packages import MissingPackageError as MissingPackageError
    from slarules.errors.service import OutageError as OutageError
    from slarules.errors.service import TermError as TermError
    from slarules.errors.service import TermLengthError as TermLengthError
    from slarules.errors.spark import JavaError as JavaError
    from slarules.errors.spark import PartitionError as PartitionError
    from slarules.errors.words import LookalikeLetterError as LookalikeLetterError
    from slarules.errors.words import UnknownAnswerError as UnknownAnswerError
    from slarules.errors.words import UnknownClauseError as UnknownClauseError
    from slarules.errors.words import UnknownRuleError as UnknownRuleError
    from slarules.errors.words import UnknownWordError as UnknownWordError
    from slarules.errors.words import UnprintedWordError as UnprintedWordError

MODULE_OF = {
    "SlaRulesError": "base",
    "SlaRulesWarning": "base",
    "NaiveDatetimeError": "base",
    "WrongTypeError": "base",
    "CutoffError": "agreement",
    "NoHoursError": "agreement",
    "ShortDayError": "agreement",
    "TargetsError": "agreement",
    "ReadingError": "agreement",
    "EditionsError": "agreement",
    "NoEditionError": "agreement",
    "AgreementFileError": "agreement",
    "ZoneNotStatedError": "batch",
    "ColumnError": "batch",
    "RowsOutsideError": "batch",
    "RowsProjectedError": "batch",
    "RowsUnreadableError": "batch",
    "FrameKindError": "frames",
    "NoSuchColumnError": "frames",
    "UntypedColumnError": "frames",
    "MixedZonesError": "frames",
    "NameTakenError": "frames",
    "ProjectedCalendarWarning": "calendar",
    "CalendarRangeError": "calendar",
    "ProjectedCalendarError": "calendar",
    "ServiceHoursError": "calendar",
    "CalendarFactsError": "calendar",
    "CalendarLengthError": "calendar",
    "SpanError": "calendar",
    "UnknownZoneError": "calendar",
    "UnknownCountryError": "calendar",
    "RussianDaysError": "calendar",
    "OptionPairError": "commands",
    "QuestionError": "commands",
    "ShiftTextError": "commands",
    "EditionsNotTakenError": "commands",
    "LetterKindError": "commands",
    "FilePlaceError": "commands",
    "TotalsError": "commands",
    "NotTheContractError": "copies",
    "CopyEncodingError": "copies",
    "CopyFileError": "copies",
    "DocumentError": "documents",
    "UnwritableValueError": "documents",
    "MomentTextError": "documents",
    "NaiveTextError": "documents",
    "NoRegistrationError": "incident",
    "EventBeforeRegistrationError": "incident",
    "TwoRegistrationsError": "incident",
    "UnsortedEventsError": "incident",
    "DuplicateEventError": "incident",
    "LaterThanEntryError": "incident",
    "EventPlaceError": "incident",
    "LevelOutsideCError": "incident",
    "NoChangeError": "incident",
    "AsOfError": "incident",
    "FindingsError": "incident",
    "LogError": "log",
    "EmptyLogError": "log",
    "LogEncodingError": "log",
    "LineTooLongError": "log",
    "ParquetFileError": "log",
    "MissingColumnError": "log",
    "DuplicateColumnError": "log",
    "MappingError": "log",
    "UnmappedActivityError": "log",
    "ShiftedHourError": "log",
    "ZonelessTimeError": "log",
    "LogRowError": "log",
    "BrokenRowError": "log",
    "NulByteError": "log",
    "EmptyCellError": "log",
    "UnreadableTimeError": "log",
    "ImpossibleHourError": "log",
    "UnknownCategoryError": "log",
    "UnknownLevelError": "log",
    "UnknownRouteError": "log",
    "UnreadableDateError": "log",
    "UnexplainedRowError": "log",
    "CategorySourceError": "log",
    "UnknownCaseError": "log",
    "ExcludedCaseError": "log",
    "MissingExtraError": "packages",
    "MissingPackageError": "packages",
    "OutageError": "service",
    "TermError": "service",
    "TermLengthError": "service",
    "JavaError": "spark",
    "PartitionError": "spark",
    "UnknownWordError": "words",
    "LookalikeLetterError": "words",
    "UnprintedWordError": "words",
    "UnknownClauseError": "words",
    "UnknownAnswerError": "words",
    "UnknownRuleError": "words",
}
"""Every class of this package, and the module of it."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a class from its module, once."""
        try:
            module = MODULE_OF[name]
        except KeyError:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message) from None
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value
