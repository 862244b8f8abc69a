"""The historical date: read it, compare it by its bounds, say it in French and in English.

Sources say "early 1990s", "2011", "soon after 24 May". A ``Moment`` is one day known more or less
finely, a ``Period`` runs from one moment to another; each is stored as EDTF text and knows its
earliest and latest day. Nothing here knows a model. Every text that is not a date raises
``DateError``, whose sentence says what was expected, in the active language.
"""

from .clock import day_of, rest_of_today, today
from .compare import Certainty, contains, overlaps
from .edtf import parse, parse_moment, parse_period
from .errors import DateError
from .hours import word_hour
from .moments import EARLIEST, LATEST, Edge, Moment, Period, Precision, as_period, known_moments
from .own_words import (
    as_said,
    end_said,
    moments_said,
    with_moments_said,
    word_with_wordings,
    wording_to_keep,
)
from .place_in_time import reading_key, reading_place
from .placeholders import is_no_end, is_placeholder, may_hold_placeholder, shown_period, without_no_end
from .reading import read, read_moment, read_period
from .sayings import Manner
from .valid_dates import moment_on
from .wording import datetime_attribute, word, word_bound

__all__ = [
    "EARLIEST",
    "LATEST",
    "Certainty",
    "DateError",
    "Edge",
    "Manner",
    "Moment",
    "Period",
    "Precision",
    "as_period",
    "as_said",
    "contains",
    "datetime_attribute",
    "day_of",
    "end_said",
    "is_no_end",
    "is_placeholder",
    "known_moments",
    "may_hold_placeholder",
    "moment_on",
    "moments_said",
    "overlaps",
    "parse",
    "parse_moment",
    "parse_period",
    "reading_place",
    "read",
    "read_moment",
    "read_period",
    "reading_key",
    "with_moments_said",
    "without_no_end",
    "word_with_wordings",
    "wording_to_keep",
    "rest_of_today",
    "shown_period",
    "today",
    "word",
    "word_bound",
    "word_hour",
]
