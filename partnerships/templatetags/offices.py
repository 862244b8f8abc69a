"""What templates use to show who held an office: in words, with the reasons."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from partnerships import addresses, dates, presentation
from partnerships.models import Decision, Designation, Office, Record, Tenure
from partnerships.offices import Code, Holder, Reason, Row, Sighting, wording
from partnerships.records.titles import office_title

register = template.Library()

#: The reasons that say by what right somebody holds an office: the line says that already.
GROUNDS = {Code.OWN_RIGHT, Code.BY_VIRTUE_OF}

_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"


@register.simple_tag
def capacity(office: Office, tenure: Tenure) -> SafeString:
    """In what capacity somebody holds another office: “as Ambassador of …”, « en sa qualité d’ambassadeur de … »."""
    language = presentation.language_now()
    text, found = office_title(office, language, tenure.is_feminine)
    if language == found == "fr":
        text = text[:1].lower() + text[1:] if text[1:2].islower() else text
    link = format_html(
        '<a href="{}">{}</a>', addresses.address(office, language), presentation.marked(text, found, mark=False)
    )
    return format_html(gettext("as %s").replace("%s", "{}{}"), _of(text, language), link)


def _of(text: str, language: str) -> str:
    """What French says between « en sa qualité » and the name of the office; nothing in English."""
    if language != "fr":
        return ""
    return "d’" if text[:1].lower() in _VOWELS else "de "


@register.filter
def why(reason: Reason) -> str:
    """A reason as a sentence."""
    return wording.sentence(reason)


@register.filter
def rests_on(reason: Reason) -> list[Record]:
    """The acts on which a reason rests: a designation and its decision."""
    return [record for record in reason.records if isinstance(record, Decision | Designation)]


@register.filter
def hedges(holder: Holder) -> list[Reason]:
    """What keeps a holder from being certain: the reasons that are no grounds."""
    return [reason for reason in holder.reasons if reason.code not in GROUNDS]


@register.filter
def row_when(row: Row) -> SafeString:
    """The period of a row of a succession, in words."""
    period = dates.parse_period(row.period)
    return presentation.when_html(period, dates.word(period, presentation.language_now()))


@register.filter
def seen_when(sighting: Sighting) -> SafeString:
    """The moment at which somebody was seen in office, in words."""
    moment = dates.parse_moment(sighting.when.notation)
    return presentation.when_html(moment, dates.word(moment, presentation.language_now()))
