"""The reasons of an answer in words, in the language of the page: the only place that says them."""

from django.utils.translation import get_language, gettext, gettext_noop

from partnerships import dates
from partnerships.dates import Precision

from .reason_codes import Code, Reason
from .tenure_facts import Bounds

SENTENCES = {
    Code.OWN_RIGHT: gettext_noop("In their own right."),
    Code.BY_VIRTUE_OF: gettext_noop("By virtue of another office."),
    Code.START_NOT_EXACT: gettext_noop("The day on which this began is not known exactly."),
    Code.END_NOT_EXACT: gettext_noop("The day on which this ended is not known exactly."),
    Code.DESIGNATION_NOT_EXACT: gettext_noop("The days of the designation are not known exactly."),
    Code.RIVALLED: gettext_noop("Somebody else may already have held the office in their own right."),
    Code.EXPIRED: gettext_noop("No more recent source shows this person in office."),
    Code.TO_BEGIN: gettext_noop("Is to take office: %(when)s."),
    Code.TO_END: gettext_noop("The end is announced for %(when)s."),
    Code.NOT_YET: gettext_noop("The office did not exist before %(when)s."),
    Code.NO_LONGER: gettext_noop("The office no longer existed after %(when)s."),
    Code.DECIDED: gettext_noop("The designation had been decided, and was not yet in effect."),
    Code.DESIGNATED_LATER: gettext_noop("The designation came later."),
    Code.COVERED: gettext_noop("The register covers this period and records nobody."),
    Code.NOT_COVERED: gettext_noop("The register is not complete for this period."),
    Code.CONTRADICTION: gettext_noop("The records for this period contradict one another."),
    Code.LEFT_OPEN: gettext_noop("No source says when the holder recorded nearest to this date took or left office."),
    Code.TO_COME: gettext_noop("That day is still to come."),
}


def reason_sentence(reason: Reason) -> str:
    """Return `reason` as a sentence."""
    text = gettext(SENTENCES[reason.code])
    if reason.when is None or "%(when)s" not in text:
        return text
    last = reason.code in (Code.NO_LONGER, Code.TO_END)
    return text % {"when": moment_said(reason.when, last=last)}


def moment_said(when: Bounds, *, last: bool = False) -> str:
    """Return a moment as it stands after a preposition: of a span its first side, or the last one."""
    language = (get_language() or "fr")[:2]
    moment = dates.parse_moment(_side(when, last))
    article = "le " if language == "fr" and moment.precision is Precision.DAY else ""
    return f"{article}{dates.word(moment, language)}"


def _side(when: Bounds, last: bool) -> str:
    if not when.notation.startswith("["):
        return when.notation.rstrip("~?%")
    first, _, final = when.notation[1:-1].partition("..")
    return (final or first) if last else (first or final)
