"""Which offices the people of a list held on a day: in their own right, and by virtue of others."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships import inflection
from partnerships.models import Office, Person, Publication, Tenure
from partnerships.offices import Holder, held_thereby, holders_of
from partnerships.presentation import language_now, marked_language
from partnerships.records import shared
from partnerships.records.titles import office_title


def offices_that_day(people: Sequence[Person], day: date, today: date) -> Mapping[int, SafeString]:
    """Return what `people` held on a day, by the number of each, in queries whose number does not grow."""
    found: dict[int, list[SafeString]] = {one.pk: [] for one in people}
    served = Tenure.objects.published().filter(
        person__in=people,
        never_served=False,
        office__publication=Publication.PUBLISHED,
        start_earliest__lte=day,
        end_latest__gte=day,
    )
    offices = Office.objects.filter(pk__in=served.values("office")).order_by(f"sort_{language_now()}", "key")
    own = shared.loaded(offices, ("embassy", "mission"))
    for held in holders_of([*own, *held_thereby(own)], day, today=today):
        for holder in (*held.certain, *held.possible):
            if holder.person.pk in found:
                found[holder.person.pk].append(_said(held.office, holder, certain=holder in held.certain))
    semicolon = "\u202f; " if language_now() == "fr" else "; "
    return {
        pk: format_html_join(semicolon, "{}", ((one,) for one in several)) for pk, several in found.items() if several
    }


def _said(office: Office, holder: Holder, *, certain: bool) -> SafeString:
    """An office as somebody held it: “Prime Minister”, “possibly thereby head of the mission (acting)”."""
    title, found = office_title(office, language_now(), holder.tenure.is_feminine)
    text = {
        (True, False): "{office}",
        (True, True): _("thereby {office}"),
        (False, False): _("possibly {office}"),
        (False, True): _("possibly thereby {office}"),
    }[certain, holder.by_virtue_of is not None]
    name = title if text.startswith("{") or found != language_now() else inflection.small(title)
    acting = format_html(" ({})", _("acting")) if holder.acting else ""
    return format_html("{}{}", format_html(text, office=marked_language(name, found, mark=False)), acting)
