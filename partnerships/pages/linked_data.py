"""A record as linked data: schema.org, the organisation ontology of the W3C, identifiers of Wikidata and ISO."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.addresses import localized, page_of, permanent
from partnerships.models import AddressedRecord, Progress, Record
from partnerships.models.base import LANGUAGES
from partnerships.presentation import language_now, machine_dates
from partnerships.projections import version
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.progress import progress
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, linkable
from partnerships.shelf import Shelf

from .home import publisher_by_itself

#: What is said of records within their pages, up to so many characters.
kept: Shelf[SafeString] = Shelf(4 * 1024 * 1024)

#: Whole, so that nobody has to fetch anything to read it.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "org:member": {"@type": "@id"},
    "org:post": {"@type": "@id"},
    "org:postIn": {"@type": "@id"},
    "org:organization": {"@type": "@id"},
    "organizer": {"@type": "@id"},
    "location": {"@type": "@id"},
    "about": {"@type": "@id"},
    "memberOf": {"@type": "@id"},
    "parentOrganization": {"@type": "@id"},
    "nationality": {"@type": "@id"},
}


def as_linked_data(record: Record, site: str) -> dict[str, Any]:
    """Return what is said of a public record, and of those that it is tied to only which they are."""
    kind = kind_of(record)
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": f"{site}{permanent(record)}",
        "@type": [*KINDS[kind].schema],
        "name": _names(record),
        "identifier": [f"{kind}/{record.key}", *_codes(record)],
        **_days(record),
        **_status(record),
    }
    if isinstance(record, AddressedRecord):
        found["url"] = [f"{site}{page_of(record, language)}" for language in LANGUAGES]
    if same := _same(record):
        found["sameAs"] = same
    for name, relation in KINDS[kind].schema_links:
        other = getattr(record, name, None)
        if other is not None and is_public(other):
            found.setdefault(relation, []).append(f"{site}{permanent(other)}")
    return found


def _names(record: Record) -> list[dict[str, str]]:
    found = {}
    for language in LANGUAGES:
        several = titles(record, language)
        text = record.label_separator.join(text for text, _language in several)
        found[text, several[0][1]] = {"@value": text, "@language": several[0][1]}
    return list(found.values())


def _codes(record: Record) -> list[str]:
    return [code for name in ("iso2", "iso3", "number") if (code := getattr(record, name, ""))]


def _same(record: Record) -> list[str]:
    found = []
    if code := getattr(record, "wikidata", ""):
        found.append(f"http://www.wikidata.org/entity/{code}")
    if linkable(url := getattr(record, "url", "")):
        found.append(url)
    return found


def _days(record: Record) -> dict[str, str]:
    """Return the dates that are known well enough for a machine; what is uncertain is left to the page."""
    if notation := getattr(record, "period", ""):
        period = dates.parse_period(notation)
        ends = {"startDate": period.start, "endDate": period.end}
        return {name: day for name, moment in ends.items() if moment and (day := _one(moment))}
    if notation := getattr(record, "date", ""):
        when = dates.parse(notation)
        day = _one(when) if isinstance(when, dates.Moment) else ""
        name = "startDate" if "Event" in KINDS[kind_of(record)].schema else "datePublished"
        return {name: day} if day else {}
    return {}


def _status(record: Record) -> dict[str, Any]:
    """Say of an event that it was cancelled; schema.org has no word for what is planned or held."""
    return (
        {"eventStatus": {"@id": "https://schema.org/EventCancelled"}} if progress(record) == Progress.CANCELLED else {}
    )


def _one(moment: dates.Moment) -> str:
    found = machine_dates(moment)
    return found[0] if len(found) == 1 and dates.datetime_attribute(moment) else ""


def script(record: Record, site: str) -> SafeString:
    """Return the data as it stands within a page: nothing in it can end the element."""
    key = version.stamp(), dates.today(), kind_of(record), record.pk, site
    return kept.having(key, lambda: _written(as_linked_data(record, site)), len)


def website(site: str) -> SafeString:
    """Return what the site is, who publishes it, and how it is searched, as it stands within its first page."""
    language = language_now()
    found: dict[str, Any] = {
        "@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}},
        "@type": "WebSite",
        "@id": f"{site}/",
        "name": str(_("Register of partnerships")),
        "url": f"{site}{localized('home', language)}",
        "inLanguage": list(LANGUAGES),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site}{localized('search', language)}?q={{q}}"},
            "query-input": "required name=q",
        },
    }
    found["publisher"] = {"@type": "Organization", "name": publisher_by_itself()}
    return _written(found)


def _written(found: dict[str, Any]) -> SafeString:
    text = json.dumps(found, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(text)  # noqa: S308  what could end the element is written as its number
