"""
Deadlines of a technical support agreement, computed from facts, with the clause behind each.

Every public name is one row of the table below and is loaded when it is first asked for, so
that importing the package costs next to nothing.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it as true; importing typing would cost the budget
if TYPE_CHECKING:
    from slarules.agreement import Agreement as Agreement
    from slarules.agreement import standard_support as standard_support
    from slarules.agreement_file import agreement_keys as agreement_keys
    from slarules.agreement_file import agreement_schema as agreement_schema
    from slarules.agreement_file import agreement_text as agreement_text
    from slarules.agreement_file import read_agreement as read_agreement
    from slarules.annotate import Annotation as Annotation
    from slarules.annotate import annotate as annotate
    from slarules.answers import ANSWERS as ANSWERS
    from slarules.answers import answer as answer
    from slarules.answers import answers_behind as answers_behind
    from slarules.assess import Amount as Amount
    from slarules.assess import Assessment as Assessment
    from slarules.assess import ShareUsed as ShareUsed
    from slarules.assess import Verdict as Verdict
    from slarules.boundaries import Boundary as Boundary
    from slarules.boundaries import NotApplied as NotApplied
    from slarules.boundaries import Side as Side
    from slarules.boundaries import boundary_words as boundary_words
    from slarules.boundaries import nearest_boundary as nearest_boundary
    from slarules.boundaries import not_applied as not_applied
    from slarules.boundaries import not_applied_words as not_applied_words
    from slarules.calendar import Beyond as Beyond
    from slarules.calendar import BusinessCalendar as BusinessCalendar
    from slarules.calendar import Day as Day
    from slarules.calendar import DayStatus as DayStatus
    from slarules.calendar import Decree as Decree
    from slarules.classify import Ask as Ask
    from slarules.classify import BaseModule as BaseModule
    from slarules.classify import CannotTell as CannotTell
    from slarules.classify import Classified as Classified
    from slarules.classify import Data as Data
    from slarules.classify import DefinitionGap as DefinitionGap
    from slarules.classify import Documents as Documents
    from slarules.classify import Domain as Domain
    from slarules.classify import Effect as Effect
    from slarules.classify import Fact as Fact
    from slarules.classify import Facts as Facts
    from slarules.classify import Matter as Matter
    from slarules.classify import Recorded as Recorded
    from slarules.classify import Users as Users
    from slarules.classify import Workaround as Workaround
    from slarules.classify import classify as classify
    from slarules.clauses import CLAUSES as CLAUSES
    from slarules.clauses import Clause as Clause
    from slarules.clauses import clause as clause
    from slarules.comparison import Comparison as Comparison
    from slarules.comparison import Difference as Difference
    from slarules.comparison import Ground as Ground
    from slarules.comparison import Refusal as Refusal
    from slarules.comparison import WhatIf as WhatIf
    from slarules.comparison import Why as Why
    from slarules.comparison import compare as compare
    from slarules.comparison import differences as differences
    from slarules.comparison import what_if as what_if
    from slarules.country import country_days_off as country_days_off
    from slarules.coverage import Citation as Citation
    from slarules.coverage import Citing as Citing
    from slarules.coverage import Covered as Covered
    from slarules.coverage import Lack as Lack
    from slarules.coverage import citations as citations
    from slarules.coverage import coverage as coverage
    from slarules.day_words import day_reason as day_reason
    from slarules.days import DayKind as DayKind
    from slarules.deadlines import Answer as Answer
    from slarules.deadlines import Deadline as Deadline
    from slarules.deadlines import NotApplicable as NotApplicable
    from slarules.deadlines import NotStated as NotStated
    from slarules.deadlines import RestsOn as RestsOn
    from slarules.deadlines import UntilEvent as UntilEvent
    from slarules.derivation_json import answer_json as answer_json
    from slarules.documents import dumps as dumps
    from slarules.documents import loads as loads
    from slarules.editions import Edition as Edition
    from slarules.editions import Editions as Editions
    from slarules.errors import AgreementFileError as AgreementFileError
    from slarules.errors import AsOfError as AsOfError
    from slarules.errors import BrokenRowError as BrokenRowError
    from slarules.errors import CalendarFactsError as CalendarFactsError
    from slarules.errors import CalendarLengthError as CalendarLengthError
    from slarules.errors import CalendarRangeError as CalendarRangeError
    from slarules.errors import CategorySourceError as CategorySourceError
    from slarules.errors import ColumnError as ColumnError
    from slarules.errors import CopyEncodingError as CopyEncodingError
    from slarules.errors import CopyFileError as CopyFileError
    from slarules.errors import CutoffError as CutoffError
    from slarules.errors import DocumentError as DocumentError
    from slarules.errors import DuplicateColumnError as DuplicateColumnError
    from slarules.errors import DuplicateEventError as DuplicateEventError
    from slarules.errors import EditionsError as EditionsError
    from slarules.errors import EditionsNotTakenError as EditionsNotTakenError
    from slarules.errors import EmptyCellError as EmptyCellError
    from slarules.errors import EmptyLogError as EmptyLogError
    from slarules.errors import EventBeforeRegistrationError as EventBeforeRegistrationError
    from slarules.errors import EventPlaceError as EventPlaceError
    from slarules.errors import ExcludedCaseError as ExcludedCaseError
    from slarules.errors import FilePlaceError as FilePlaceError
    from slarules.errors import FindingsError as FindingsError
    from slarules.errors import FrameKindError as FrameKindError
    from slarules.errors import ImpossibleHourError as ImpossibleHourError
    from slarules.errors import JavaError as JavaError
    from slarules.errors import LaterThanEntryError as LaterThanEntryError
    from slarules.errors import LetterKindError as LetterKindError
    from slarules.errors import LevelOutsideCError as LevelOutsideCError
    from slarules.errors import LineTooLongError as LineTooLongError
    from slarules.errors import LogEncodingError as LogEncodingError
    from slarules.errors import LogError as LogError
    from slarules.errors import LogRowError as LogRowError
    from slarules.errors import LookalikeLetterError as LookalikeLetterError
    from slarules.errors import MappingError as MappingError
    from slarules.errors import MissingColumnError as MissingColumnError
    from slarules.errors import MissingExtraError as MissingExtraError
    from slarules.errors import MissingPackageError as MissingPackageError
    from slarules.errors import MixedZonesError as MixedZonesError
    from slarules.errors import MomentTextError as MomentTextError
    from slarules.errors import NaiveDatetimeError as NaiveDatetimeError
    from slarules.errors import NaiveTextError as NaiveTextError
    from slarules.errors import NameTakenError as NameTakenError
    from slarules.errors import NoChangeError as NoChangeError
    from slarules.errors import NoEditionError as NoEditionError
    from slarules.errors import NoHoursError as NoHoursError
    from slarules.errors import NoRegistrationError as NoRegistrationError
    from slarules.errors import NoSuchColumnError as NoSuchColumnError
    from slarules.errors import NotTheContractError as NotTheContractError
    from slarules.errors import NulByteError as NulByteError
    from slarules.errors import OptionPairError as OptionPairError
    from slarules.errors import OutageError as OutageError
    from slarules.errors import ParquetFileError as ParquetFileError
    from slarules.errors import PartitionError as PartitionError
    from slarules.errors import ProjectedCalendarError as ProjectedCalendarError
    from slarules.errors import ProjectedCalendarWarning as ProjectedCalendarWarning
    from slarules.errors import QuestionError as QuestionError
    from slarules.errors import ReadingError as ReadingError
    from slarules.errors import RowsOutsideError as RowsOutsideError
    from slarules.errors import RowsProjectedError as RowsProjectedError
    from slarules.errors import RowsUnreadableError as RowsUnreadableError
    from slarules.errors import RussianDaysError as RussianDaysError
    from slarules.errors import ServiceHoursError as ServiceHoursError
    from slarules.errors import ShiftedHourError as ShiftedHourError
    from slarules.errors import ShiftTextError as ShiftTextError
    from slarules.errors import ShortDayError as ShortDayError
    from slarules.errors import SlaRulesError as SlaRulesError
    from slarules.errors import SlaRulesWarning as SlaRulesWarning
    from slarules.errors import SpanError as SpanError
    from slarules.errors import TargetsError as TargetsError
    from slarules.errors import TermError as TermError
    from slarules.errors import TermLengthError as TermLengthError
    from slarules.errors import TotalsError as TotalsError
    from slarules.errors import TwoRegistrationsError as TwoRegistrationsError
    from slarules.errors import UnexplainedRowError as UnexplainedRowError
    from slarules.errors import UnknownAnswerError as UnknownAnswerError
    from slarules.errors import UnknownCaseError as UnknownCaseError
    from slarules.errors import UnknownCategoryError as UnknownCategoryError
    from slarules.errors import UnknownClauseError as UnknownClauseError
    from slarules.errors import UnknownCountryError as UnknownCountryError
    from slarules.errors import UnknownLevelError as UnknownLevelError
    from slarules.errors import UnknownRouteError as UnknownRouteError
    from slarules.errors import UnknownRuleError as UnknownRuleError
    from slarules.errors import UnknownWordError as UnknownWordError
    from slarules.errors import UnknownZoneError as UnknownZoneError
    from slarules.errors import UnmappedActivityError as UnmappedActivityError
    from slarules.errors import UnprintedWordError as UnprintedWordError
    from slarules.errors import UnreadableDateError as UnreadableDateError
    from slarules.errors import UnreadableTimeError as UnreadableTimeError
    from slarules.errors import UnsortedEventsError as UnsortedEventsError
    from slarules.errors import UntypedColumnError as UntypedColumnError
    from slarules.errors import UnwritableValueError as UnwritableValueError
    from slarules.errors import WrongTypeError as WrongTypeError
    from slarules.errors import ZonelessTimeError as ZonelessTimeError
    from slarules.errors import ZoneNotStatedError as ZoneNotStatedError
    from slarules.events import Access as Access
    from slarules.events import AccountsIssued as AccountsIssued
    from slarules.events import Assigned as Assigned
    from slarules.events import Channel as Channel
    from slarules.events import Closed as Closed
    from slarules.events import Closing as Closing
    from slarules.events import Commented as Commented
    from slarules.events import Confirmed as Confirmed
    from slarules.events import Entry as Entry
    from slarules.events import Event as Event
    from slarules.events import EventRow as EventRow
    from slarules.events import FixDelivered as FixDelivered
    from slarules.events import HelpDeskDown as HelpDeskDown
    from slarules.events import HelpDeskRestored as HelpDeskRestored
    from slarules.events import ImpossibilityStated as ImpossibilityStated
    from slarules.events import IncidentEvent as IncidentEvent
    from slarules.events import InformationProvided as InformationProvided
    from slarules.events import InformationRequested as InformationRequested
    from slarules.events import LevelAgreed as LevelAgreed
    from slarules.events import Made as Made
    from slarules.events import Notified as Notified
    from slarules.events import Party as Party
    from slarules.events import Place as Place
    from slarules.events import ReclassificationAgreed as ReclassificationAgreed
    from slarules.events import ReclassificationProposed as ReclassificationProposed
    from slarules.events import ReclassificationRefused as ReclassificationRefused
    from slarules.events import Reclassified as Reclassified
    from slarules.events import RecommendationGiven as RecommendationGiven
    from slarules.events import RecordKind as RecordKind
    from slarules.events import Registered as Registered
    from slarules.events import Reopened as Reopened
    from slarules.events import ReplacementAgreed as ReplacementAgreed
    from slarules.events import ReplacementDone as ReplacementDone
    from slarules.events import ReplacementSearchStarted as ReplacementSearchStarted
    from slarules.events import Reproduced as Reproduced
    from slarules.events import RequestWithdrawn as RequestWithdrawn
    from slarules.events import Resolved as Resolved
    from slarules.events import RestorationAnnounced as RestorationAnnounced
    from slarules.events import Route as Route
    from slarules.events import Routed as Routed
    from slarules.events import ServiceEvent as ServiceEvent
    from slarules.events import StatusChanged as StatusChanged
    from slarules.events import SupportPaid as SupportPaid
    from slarules.events import SupportRenewed as SupportRenewed
    from slarules.events import SupportSigned as SupportSigned
    from slarules.events import ThirdPartyFixed as ThirdPartyFixed
    from slarules.events import UpdateDelivered as UpdateDelivered
    from slarules.events import Visibility as Visibility
    from slarules.events import Withdrawn as Withdrawn
    from slarules.events import WorkaroundFailed as WorkaroundFailed
    from slarules.events import WorkaroundProvided as WorkaroundProvided
    from slarules.events import WorkStarted as WorkStarted
    from slarules.explain import Form as Form
    from slarules.explain import explain as explain
    from slarules.findings import FINDINGS as FINDINGS
    from slarules.findings import Finding as Finding
    from slarules.findings import FindingKind as FindingKind
    from slarules.findings import FindingRow as FindingRow
    from slarules.incident import Incident as Incident
    from slarules.lifecycle import Consent as Consent
    from slarules.lifecycle import Standing as Standing
    from slarules.lifecycle import Transition as Transition
    from slarules.lifecycle import standing as standing
    from slarules.lifecycle import transition as transition
    from slarules.parameters import STANDARD as STANDARD
    from slarules.parameters import Interval as Interval
    from slarules.parameters import Parameters as Parameters
    from slarules.parameters import Target as Target
    from slarules.picture import deadline_picture as deadline_picture
    from slarules.picture import moves_picture as moves_picture
    from slarules.picture import year_picture as year_picture
    from slarules.reading_rows import READING_ROWS as READING_ROWS
    from slarules.reading_rows import ReadingRow as ReadingRow
    from slarules.readings import SWITCHES as SWITCHES
    from slarules.readings import BeforeOpening as BeforeOpening
    from slarules.readings import BWorkaround as BWorkaround
    from slarules.readings import BWorkaroundFails as BWorkaroundFails
    from slarules.readings import CustomerCommentRestarts as CustomerCommentRestarts
    from slarules.readings import CutoffInstant as CutoffInstant
    from slarules.readings import DayCountStart as DayCountStart
    from slarules.readings import DecreeDays as DecreeDays
    from slarules.readings import DueInstant as DueInstant
    from slarules.readings import EditionOfIncident as EditionOfIncident
    from slarules.readings import EntitlementAt as EntitlementAt
    from slarules.readings import HotlineRegistration as HotlineRegistration
    from slarules.readings import InternalNote as InternalNote
    from slarules.readings import LateAnswer as LateAnswer
    from slarules.readings import LevelFourConsent as LevelFourConsent
    from slarules.readings import OpenQuestions as OpenQuestions
    from slarules.readings import OutageReaction as OutageReaction
    from slarules.readings import OutageRegistration as OutageRegistration
    from slarules.readings import PeriodEnd as PeriodEnd
    from slarules.readings import ReactionAfterLeaving as ReactionAfterLeaving
    from slarules.readings import ReactionByAutomation as ReactionByAutomation
    from slarules.readings import ReactionByReproductionMark as ReactionByReproductionMark
    from slarules.readings import ReactionDayEnd as ReactionDayEnd
    from slarules.readings import ReactionOnEntering as ReactionOnEntering
    from slarules.readings import ReactionRecordKind as ReactionRecordKind
    from slarules.readings import Readings as Readings
    from slarules.readings import RegisteredOnDayOff as RegisteredOnDayOff
    from slarules.readings import ReplacementTrigger as ReplacementTrigger
    from slarules.readings import ReproducedAgain as ReproducedAgain
    from slarules.readings import ReproductionTime as ReproductionTime
    from slarules.readings import ResolutionPause as ResolutionPause
    from slarules.readings import ResolvedWhen as ResolvedWhen
    from slarules.readings import SeverityGap as SeverityGap
    from slarules.readings import ShortDays as ShortDays
    from slarules.readings import SilenceEnd as SilenceEnd
    from slarules.readings import SilenceOutage as SilenceOutage
    from slarules.readings import SilenceOutOfHours as SilenceOutOfHours
    from slarules.readings import SixtyDaysFrom as SixtyDaysFrom
    from slarules.readings import SixtyDaysPause as SixtyDaysPause
    from slarules.readings import SupportBegins as SupportBegins
    from slarules.readings import TermLastDay as TermLastDay
    from slarules.receipt import Input as Input
    from slarules.receipt import Receipt as Receipt
    from slarules.receipt import receipt as receipt
    from slarules.rules import RULES as RULES
    from slarules.rules import Rule as Rule
    from slarules.rules import rule as rule
    from slarules.sensitivity import FindingsChange as FindingsChange
    from slarules.sensitivity import Glance as Glance
    from slarules.sensitivity import RegistrationChange as RegistrationChange
    from slarules.sensitivity import Sensitivity as Sensitivity
    from slarules.sensitivity import StateChange as StateChange
    from slarules.sensitivity import VerdictChange as VerdictChange
    from slarules.sensitivity_words import change_words as change_words
    from slarules.sensitivity_words import effect_words as effect_words
    from slarules.service import UNRECORDED as UNRECORDED
    from slarules.service import Service as Service
    from slarules.service import ServiceRecord as ServiceRecord
    from slarules.service import term_through as term_through
    from slarules.spans import NOTHING as NOTHING
    from slarules.spans import DayTest as DayTest
    from slarules.spans import Span as Span
    from slarules.spans import Without as Without
    from slarules.steps import BudgetStep as BudgetStep
    from slarules.steps import ChoiceStep as ChoiceStep
    from slarules.steps import CountStep as CountStep
    from slarules.steps import CutoffStep as CutoffStep
    from slarules.steps import DayStep as DayStep
    from slarules.steps import FactStep as FactStep
    from slarules.steps import Hour as Hour
    from slarules.steps import HourStep as HourStep
    from slarules.steps import Step as Step
    from slarules.terms import BusinessSeconds as BusinessSeconds
    from slarules.terms import Category as Category
    from slarules.terms import ClauseId as ClauseId
    from slarules.terms import ClauseKind as ClauseKind
    from slarules.terms import ClockSeconds as ClockSeconds
    from slarules.terms import Language as Language
    from slarules.terms import Nature as Nature
    from slarules.terms import Obligation as Obligation
    from slarules.terms import Outcome as Outcome
    from slarules.terms import RuleId as RuleId
    from slarules.terms import Severity as Severity
    from slarules.terms import Text as Text

_MODULE_OF = {
    "ANSWERS": "answers",
    "Access": "events",
    "AccountsIssued": "events",
    "Agreement": "agreement",
    "AgreementFileError": "errors",
    "Amount": "assess",
    "Annotation": "annotate",
    "Answer": "deadlines",
    "AsOfError": "errors",
    "Ask": "classify",
    "Assessment": "assess",
    "Assigned": "events",
    "BWorkaround": "readings",
    "BWorkaroundFails": "readings",
    "BaseModule": "classify",
    "BeforeOpening": "readings",
    "Beyond": "calendar",
    "Boundary": "boundaries",
    "BrokenRowError": "errors",
    "BudgetStep": "steps",
    "BusinessCalendar": "calendar",
    "BusinessSeconds": "terms",
    "CLAUSES": "clauses",
    "CalendarFactsError": "errors",
    "CalendarLengthError": "errors",
    "CalendarRangeError": "errors",
    "CannotTell": "classify",
    "Category": "terms",
    "CategorySourceError": "errors",
    "Channel": "events",
    "ChoiceStep": "steps",
    "Citation": "coverage",
    "Citing": "coverage",
    "Classified": "classify",
    "Clause": "clauses",
    "ClauseId": "terms",
    "ClauseKind": "terms",
    "ClockSeconds": "terms",
    "Closed": "events",
    "Closing": "events",
    "ColumnError": "errors",
    "Commented": "events",
    "Comparison": "comparison",
    "Confirmed": "events",
    "Consent": "lifecycle",
    "CopyEncodingError": "errors",
    "CopyFileError": "errors",
    "CountStep": "steps",
    "Covered": "coverage",
    "CustomerCommentRestarts": "readings",
    "CutoffError": "errors",
    "CutoffInstant": "readings",
    "CutoffStep": "steps",
    "Data": "classify",
    "Day": "calendar",
    "DayCountStart": "readings",
    "DayKind": "days",
    "DayStatus": "calendar",
    "DayStep": "steps",
    "DayTest": "spans",
    "Deadline": "deadlines",
    "Decree": "calendar",
    "DecreeDays": "readings",
    "DefinitionGap": "classify",
    "Difference": "comparison",
    "DocumentError": "errors",
    "Documents": "classify",
    "Domain": "classify",
    "DueInstant": "readings",
    "DuplicateColumnError": "errors",
    "DuplicateEventError": "errors",
    "Edition": "editions",
    "EditionOfIncident": "readings",
    "Editions": "editions",
    "EditionsError": "errors",
    "EditionsNotTakenError": "errors",
    "Effect": "classify",
    "EmptyCellError": "errors",
    "EmptyLogError": "errors",
    "EntitlementAt": "readings",
    "Entry": "events",
    "Event": "events",
    "EventBeforeRegistrationError": "errors",
    "EventPlaceError": "errors",
    "EventRow": "events",
    "ExcludedCaseError": "errors",
    "FINDINGS": "findings",
    "Fact": "classify",
    "FactStep": "steps",
    "Facts": "classify",
    "FilePlaceError": "errors",
    "Finding": "findings",
    "FindingKind": "findings",
    "FindingRow": "findings",
    "FindingsChange": "sensitivity",
    "FindingsError": "errors",
    "FixDelivered": "events",
    "Form": "explain",
    "FrameKindError": "errors",
    "Glance": "sensitivity",
    "Ground": "comparison",
    "HelpDeskDown": "events",
    "HelpDeskRestored": "events",
    "HotlineRegistration": "readings",
    "Hour": "steps",
    "HourStep": "steps",
    "ImpossibilityStated": "events",
    "ImpossibleHourError": "errors",
    "Incident": "incident",
    "IncidentEvent": "events",
    "InformationProvided": "events",
    "InformationRequested": "events",
    "Input": "receipt",
    "InternalNote": "readings",
    "Interval": "parameters",
    "JavaError": "errors",
    "Lack": "coverage",
    "Language": "terms",
    "LateAnswer": "readings",
    "LaterThanEntryError": "errors",
    "LetterKindError": "errors",
    "LevelAgreed": "events",
    "LevelFourConsent": "readings",
    "LevelOutsideCError": "errors",
    "LineTooLongError": "errors",
    "LogEncodingError": "errors",
    "LogError": "errors",
    "LogRowError": "errors",
    "LookalikeLetterError": "errors",
    "Made": "events",
    "MappingError": "errors",
    "Matter": "classify",
    "MissingColumnError": "errors",
    "MissingExtraError": "errors",
    "MissingPackageError": "errors",
    "MixedZonesError": "errors",
    "MomentTextError": "errors",
    "NOTHING": "spans",
    "NaiveDatetimeError": "errors",
    "NaiveTextError": "errors",
    "NameTakenError": "errors",
    "Nature": "terms",
    "NoChangeError": "errors",
    "NoEditionError": "errors",
    "NoHoursError": "errors",
    "NoRegistrationError": "errors",
    "NoSuchColumnError": "errors",
    "NotApplicable": "deadlines",
    "NotApplied": "boundaries",
    "NotStated": "deadlines",
    "NotTheContractError": "errors",
    "Notified": "events",
    "NulByteError": "errors",
    "Obligation": "terms",
    "OpenQuestions": "readings",
    "OptionPairError": "errors",
    "OutageError": "errors",
    "OutageReaction": "readings",
    "OutageRegistration": "readings",
    "Outcome": "terms",
    "Parameters": "parameters",
    "ParquetFileError": "errors",
    "PartitionError": "errors",
    "Party": "events",
    "PeriodEnd": "readings",
    "Place": "events",
    "ProjectedCalendarError": "errors",
    "ProjectedCalendarWarning": "errors",
    "QuestionError": "errors",
    "READING_ROWS": "reading_rows",
    "RULES": "rules",
    "ReactionAfterLeaving": "readings",
    "ReactionByAutomation": "readings",
    "ReactionByReproductionMark": "readings",
    "ReactionDayEnd": "readings",
    "ReactionOnEntering": "readings",
    "ReactionRecordKind": "readings",
    "ReadingError": "errors",
    "ReadingRow": "reading_rows",
    "Readings": "readings",
    "Receipt": "receipt",
    "ReclassificationAgreed": "events",
    "ReclassificationProposed": "events",
    "ReclassificationRefused": "events",
    "Reclassified": "events",
    "RecommendationGiven": "events",
    "RecordKind": "events",
    "Recorded": "classify",
    "Refusal": "comparison",
    "Registered": "events",
    "RegisteredOnDayOff": "readings",
    "RegistrationChange": "sensitivity",
    "Reopened": "events",
    "ReplacementAgreed": "events",
    "ReplacementDone": "events",
    "ReplacementSearchStarted": "events",
    "ReplacementTrigger": "readings",
    "Reproduced": "events",
    "ReproducedAgain": "readings",
    "ReproductionTime": "readings",
    "RequestWithdrawn": "events",
    "ResolutionPause": "readings",
    "Resolved": "events",
    "ResolvedWhen": "readings",
    "RestorationAnnounced": "events",
    "RestsOn": "deadlines",
    "Route": "events",
    "Routed": "events",
    "RowsOutsideError": "errors",
    "RowsProjectedError": "errors",
    "RowsUnreadableError": "errors",
    "Rule": "rules",
    "RuleId": "terms",
    "RussianDaysError": "errors",
    "STANDARD": "parameters",
    "SWITCHES": "readings",
    "Sensitivity": "sensitivity",
    "Service": "service",
    "ServiceEvent": "events",
    "ServiceHoursError": "errors",
    "ServiceRecord": "service",
    "Severity": "terms",
    "SeverityGap": "readings",
    "ShareUsed": "assess",
    "ShiftTextError": "errors",
    "ShiftedHourError": "errors",
    "ShortDayError": "errors",
    "ShortDays": "readings",
    "Side": "boundaries",
    "SilenceEnd": "readings",
    "SilenceOutOfHours": "readings",
    "SilenceOutage": "readings",
    "SixtyDaysFrom": "readings",
    "SixtyDaysPause": "readings",
    "SlaRulesError": "errors",
    "SlaRulesWarning": "errors",
    "Span": "spans",
    "SpanError": "errors",
    "Standing": "lifecycle",
    "StateChange": "sensitivity",
    "StatusChanged": "events",
    "Step": "steps",
    "SupportBegins": "readings",
    "SupportPaid": "events",
    "SupportRenewed": "events",
    "SupportSigned": "events",
    "Target": "parameters",
    "TargetsError": "errors",
    "TermError": "errors",
    "TermLastDay": "readings",
    "TermLengthError": "errors",
    "Text": "terms",
    "ThirdPartyFixed": "events",
    "TotalsError": "errors",
    "Transition": "lifecycle",
    "TwoRegistrationsError": "errors",
    "UNRECORDED": "service",
    "UnexplainedRowError": "errors",
    "UnknownAnswerError": "errors",
    "UnknownCaseError": "errors",
    "UnknownCategoryError": "errors",
    "UnknownClauseError": "errors",
    "UnknownCountryError": "errors",
    "UnknownLevelError": "errors",
    "UnknownRouteError": "errors",
    "UnknownRuleError": "errors",
    "UnknownWordError": "errors",
    "UnknownZoneError": "errors",
    "UnmappedActivityError": "errors",
    "UnprintedWordError": "errors",
    "UnreadableDateError": "errors",
    "UnreadableTimeError": "errors",
    "UnsortedEventsError": "errors",
    "UntilEvent": "deadlines",
    "UntypedColumnError": "errors",
    "UnwritableValueError": "errors",
    "UpdateDelivered": "events",
    "Users": "classify",
    "Verdict": "assess",
    "VerdictChange": "sensitivity",
    "Visibility": "events",
    "WhatIf": "comparison",
    "Why": "comparison",
    "Withdrawn": "events",
    "Without": "spans",
    "WorkStarted": "events",
    "Workaround": "classify",
    "WorkaroundFailed": "events",
    "WorkaroundProvided": "events",
    "WrongTypeError": "errors",
    "ZoneNotStatedError": "errors",
    "ZonelessTimeError": "errors",
    "agreement_keys": "agreement_file",
    "agreement_schema": "agreement_file",
    "agreement_text": "agreement_file",
    "annotate": "annotate",
    "answer": "answers",
    "answer_json": "derivation_json",
    "answers_behind": "answers",
    "boundary_words": "boundaries",
    "change_words": "sensitivity_words",
    "citations": "coverage",
    "classify": "classify",
    "clause": "clauses",
    "compare": "comparison",
    "country_days_off": "country",
    "coverage": "coverage",
    "day_reason": "day_words",
    "deadline_picture": "picture",
    "differences": "comparison",
    "dumps": "documents",
    "effect_words": "sensitivity_words",
    "explain": "explain",
    "loads": "documents",
    "moves_picture": "picture",
    "nearest_boundary": "boundaries",
    "not_applied": "boundaries",
    "not_applied_words": "boundaries",
    "read_agreement": "agreement_file",
    "receipt": "receipt",
    "rule": "rules",
    "standard_support": "agreement",
    "standing": "lifecycle",
    "term_through": "service",
    "transition": "lifecycle",
    "what_if": "comparison",
    "year_picture": "picture",
}

if not TYPE_CHECKING:
    import sys

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
        return sorted({*_MODULE_OF, *(name for name in list(globals()) if name.startswith("__"))})

    class _Package(type(sys)):
        """A package whose public names its modules do not hide (``classify`` is a function)."""

        def __setattr__(self, name: str, value: object) -> None:
            # Importing slarules.classify sets it on the package; the function must stay the name.
            if name not in _MODULE_OF or not isinstance(value, type(sys)):
                super().__setattr__(name, value)

    sys.modules[__name__].__class__ = _Package
