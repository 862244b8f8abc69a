"""Offices: who held what on a day, one after the other, how surely, and by virtue of what."""

from .answer import Answer, Between, ByVirtueOf, Holder, PossiblyBefore, Sighting, SuccessionRow, Unnamed
from .careers import Held, career, held_thereby
from .certainty_expires import Clock, now
from .days import ByYear, Days, Span
from .days_of_one_tenure import TenureDays, tenure_days
from .days_served import Service, all_lasting_service, lasting_service, possibly_served, served
from .held_or_vacant import Verdict
from .holders_on_a_day import holders, holders_of
from .loading import published_tenures
from .named_on_a_day import NamedHolder, named_on
from .reason_codes import Code, Reason
from .reasons_in_words import reason_sentence
from .sightings import Sign
from .succession import Succession, succession
from .tenure_facts import SHOWS_IN_OFFICE
from .thereby_begun_and_ended import Thereby, held_by_virtue

__all__ = [
    "SHOWS_IN_OFFICE",
    "Answer",
    "Between",
    "ByVirtueOf",
    "ByYear",
    "Clock",
    "Code",
    "Days",
    "Held",
    "Holder",
    "NamedHolder",
    "Reason",
    "Service",
    "PossiblyBefore",
    "Sighting",
    "Sign",
    "Span",
    "Succession",
    "SuccessionRow",
    "TenureDays",
    "Thereby",
    "Unnamed",
    "Verdict",
    "all_lasting_service",
    "career",
    "held_by_virtue",
    "held_thereby",
    "holders",
    "holders_of",
    "lasting_service",
    "named_on",
    "now",
    "possibly_served",
    "published_tenures",
    "reason_sentence",
    "served",
    "succession",
    "tenure_days",
]
