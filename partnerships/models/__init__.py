"""The tables of the register: one file per subject."""

from .agreements import Agreement
from .base import SEEN, AddressedRecord, Part, Progress, Publication, Record
from .checked_findings import CheckedFinding
from .cooperation import Activity, Area, Beneficiary, Posting, Statement
from .decisions import Decision
from .history import Batch, Change, CorrectionReason, Translation
from .mails import MailChoice
from .meetings import Meeting, Participation
from .missions import Designation, Embassy, Mission
from .names import Alias, FormerAddress, Name
from .offices import Milestone, Office, Tenure
from .opened import OpenForm
from .pages import Page
from .partners import Framework, Membership, Organization, Partner, Place, State
from .pending import Confirmation, PendingChange
from .people import Person
from .pictures import Picture
from .possible_service import PossibleService
from .reports import ErrorReport, ReportSender
from .saved_filters import SavedFilter
from .scheduled import ScheduledAcceptance, ScheduledPublication
from .search import SearchDocument, SearchName, SearchSpelling, SearchWord
from .sources import Citation, Source
from .timeline import TimelineFacet, TimelineLine
from .versions import ContentVersion
from .visits import Stop, Visit

__all__ = [
    "SEEN",
    "Activity",
    "AddressedRecord",
    "Agreement",
    "Alias",
    "Area",
    "Batch",
    "Beneficiary",
    "Change",
    "CheckedFinding",
    "Citation",
    "Confirmation",
    "CorrectionReason",
    "ContentVersion",
    "Decision",
    "Designation",
    "Embassy",
    "ErrorReport",
    "FormerAddress",
    "Framework",
    "MailChoice",
    "Meeting",
    "Membership",
    "Milestone",
    "Mission",
    "Name",
    "Office",
    "OpenForm",
    "Organization",
    "Page",
    "Part",
    "Participation",
    "Partner",
    "PendingChange",
    "Person",
    "Picture",
    "Place",
    "PossibleService",
    "Posting",
    "Progress",
    "Publication",
    "Record",
    "ReportSender",
    "SavedFilter",
    "ScheduledAcceptance",
    "ScheduledPublication",
    "SearchDocument",
    "SearchName",
    "SearchSpelling",
    "SearchWord",
    "Source",
    "State",
    "Statement",
    "Stop",
    "Tenure",
    "TimelineFacet",
    "TimelineLine",
    "Translation",
    "Visit",
]
