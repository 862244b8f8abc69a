"""A record as linked data: schema.org, Popolo with the ontology of the W3C that it rests on, Wikidata and ISO."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships import dates
from partnerships.addresses import localized, page_of, permanent
from partnerships.kept_in_process import Shelf
from partnerships.models import AddressedRecord, Decision, Office, Person, Progress, Record, Tenure
from partnerships.models.base import LANGUAGES
from partnerships.own_site import publisher_by_itself
from partnerships.presentation.days import machine_dates
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.projections.kept_successions import succession_of
from partnerships.records import kept_rows
from partnerships.records.births import shows_birth
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.kinds.decisions import partners_of_the_day
from partnerships.records.progress import progress
from partnerships.records.titles import called_in, titles
from partnerships.records.visibility import is_public, public
from partnerships.records.walking import walk
from partnerships.records.web_addresses import linkable

#: What is said of records within their pages, up to so many characters.
kept: Shelf[SafeString] = Shelf(4 * 1024 * 1024)

#: The relations whose value is another record, or an address.
_TIES = (
    *("url", "sameAs", "organizer", "location", "about", "attendee", "contributor", "creator", "isBasedOn"),
    *("locationCreated", "containedInPlace", "subEvent", "superEvent", "memberOf", "parentOrganization", "nationality"),
    *(
        "org:member",
        "org:heldBy",
        "org:hasMembership",
        "org:organization",
        "org:postIn",
        "org:subOrganizationOf",
        "org:unitOf",
    ),
    *("opengov:post", "opengov:onBehalfOf", "skos:broader"),
)
#: Those of which the ontology allows one value: of a mission and its State, the mission, which leads to the State.
_ONE = ("org:member", "org:organization")
#: Whole, so that nobody has to fetch anything to read it.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "person": "http://www.w3.org/ns/person#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms:temporal": {"@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    **{name: {"@type": "@id"} for name in _TIES},
}
#: As what the days of a record are told, by what it is: the days of an act, and those between which something stood.
_ACTS = {"Event": "startDate", "WebPage": "datePublished", "CreativeWork": "dateCreated", "Claim": "dateCreated"}
_SPANS = {
    "Event": ("startDate", "endDate"),
    "Role": ("startDate", "endDate"),
    **dict.fromkeys(("Organization", "GovernmentOrganization", "Country"), ("foundingDate", "dissolutionDate")),
}
#: How a known year, month or day is told as an instant, by the length of its notation.
_INSTANTS = {
    4: ("time:inXSDgYear", "xsd:gYear"),
    7: ("time:inXSDgYearMonth", "xsd:gYearMonth"),
    10: ("time:inXSDDate", "xsd:date"),
}
#: What a name and another name are called beside schema.org, by what a record is.
_NAMED = {
    "person:Person": ("foaf:name", "dcterms:alternative"),
    **dict.fromkeys(
        ("org:Organization", "org:FormalOrganization", "org:OrganizationalUnit", "org:Post", "skos:Concept"),
        ("skos:prefLabel", "skos:altLabel"),
    ),
}
#: The fields that hold another name of a record, in both languages.
_CALLED = ("formal_name", "abbreviation", "title_feminine")


def as_linked_data(record: Record, site: str) -> dict[str, Any]:
    """Return what is said of a public record, and of those that it is tied to only which they are."""
    kind = kind_of(record)
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": f"{site}{permanent(record)}",
        "@type": [*KINDS[kind].schema],
        **_called(record),
        "identifier": [f"{kind}/{record.key}", *_codes(record)],
        **_days(record),
        **_status(record),
        **_life(record),
        **_role(record),
        **_held(record, site),
        **_where(record),
        **_published_by(record),
    }
    if isinstance(record, AddressedRecord):
        found["url"] = [f"{site}{page_of(record, language)}" for language in LANGUAGES]
    # A record is no work of the register: the register tells of it.
    found["subjectOf"] = [{"@id": f"{site}/", "@type": "WebSite", "publisher": _publisher()}]
    if same := _same(record):
        found["sameAs"] = same
    for relation, other in _ties(record):
        told = found.setdefault(relation, [])
        named = f"{site}{permanent(other)}"
        named = {"@id": named} if relation == "subjectOf" else named
        if named not in told and not (relation in _ONE and told):
            told.append(named)
    return found


def _ties(record: Record) -> Iterable[tuple[str, Record]]:
    """Yield each tie of a record to another public one."""
    links = KINDS[kind_of(record)].schema_links
    kept_rows.beside([record], [path for path, _relation in links])
    for path, relation in links:
        reached: list[Any] = [record]
        for step in path.split("."):
            reached = [other for one in reached for other in public(walk(one, step))]
        yield from ((relation, other) for other in reached)
    if isinstance(record, Decision) and record.scope == Decision.Scope.ALL_PARTNERS:
        yield from (("about", other) for other in public(partners_of_the_day(record).order_by("key")))


def _publisher() -> dict[str, Any]:
    if settings.PUBLISHER:
        return {"@type": "Organization", "name": settings.PUBLISHER}
    return {"@type": "Organization", "name": _in_languages(publisher_by_itself)}


def _in_languages(say: Callable[[], str]) -> list[dict[str, str]]:
    """Return a text of the register itself in each of its languages."""
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append({"@value": say(), "@language": language})
    return found


def _called(record: Record) -> dict[str, Any]:
    """Return what a record is called, and what else: in the terms of schema.org, and in those of what it is."""
    names = _names(record)
    others = [one for one in _other_names(record) if one not in names]
    terms = next((_NAMED[one] for one in KINDS[kind_of(record)].schema if one in _NAMED), ())
    found = {name: names for name in ("name", *terms[:1])}
    return found | {name: others for name in ("alternateName", *terms[1:]) if others}


def _names(record: Record) -> list[dict[str, str]]:
    found = {}
    for language in LANGUAGES:
        text, found_in = called_in(record, language), titles(record, language)[0][1]
        found[text, found_in] = {"@value": text, "@language": found_in}
    return list(found.values())


def _other_names(record: Record) -> list[dict[str, str]]:
    """Return the other names that a record had or has, in whatever script."""
    found = []
    if hasattr(record, "names"):
        kept_rows.beside([record], ["names"])
        found = [(name.text, name.language) for name in record.names.all()]  # pyright: ignore[reportAttributeAccessIssue]
    for name in _CALLED:
        found += [(getattr(record, f"{name}_{language}", ""), language) for language in LANGUAGES]
    texts = dict.fromkeys((text, language) for text, language in found if text)
    return [{"@value": text, **({"@language": language} if language else {})} for text, language in texts]


def _life(record: Record) -> dict[str, Any]:
    """Return the parts of a person's name, and the days of a life that the public may know."""
    if not isinstance(record, Person):
        return {}
    parts = {"familyName": record.family_name, "givenName": record.given_name}
    found = {name: text for name, text in parts.items() if text}
    found |= {f"foaf:{name}": text for name, text in found.items()}
    days = {"birthDate": record.birth if shows_birth(record) else "", "deathDate": record.death}
    known = ((name, _one(dates.parse_moment(notation))) for name, notation in days.items() if notation)
    return found | {name: day for name, day in known if day}


def _role(record: Record) -> dict[str, Any]:
    """Return which role whoever holds an office fulfils."""
    office = record if isinstance(record, Office) else record.office if isinstance(record, Tenure) else None
    if not is_public(office) or office is None:
        return {}
    return {"org:role": {"@type": "org:Role", "skos:prefLabel": _in_languages(lambda: str(office.get_role_display()))}}


def _held(record: Record, site: str) -> dict[str, Any]:
    """Return who certainly holds an office today; of a person, the tenures."""
    found: list[Record] = []
    if isinstance(record, Office):
        found = [one.person for one in succession_of(record, dates.today()).on(dates.today()).certain]
    elif isinstance(record, Person):
        kept_rows.beside([record], ["tenures"])
        found = sorted(public(walk(record, "tenures")), key=lambda tenure: tenure.key)
    name = "org:heldBy" if isinstance(record, Office) else "org:hasMembership"
    return {name: [f"{site}{permanent(one)}" for one in found]} if found else {}


def _where(record: Record) -> dict[str, Any]:
    """Return where a place is, or what has its own place on the map."""
    latitude, longitude = getattr(record, "latitude", None), getattr(record, "longitude", None)
    if latitude is None or longitude is None:
        return {}
    return {"geo": {"@type": "GeoCoordinates", "latitude": float(latitude), "longitude": float(longitude)}}


def _published_by(record: Record) -> dict[str, Any]:
    """Return who published a source, as it is called in each language."""
    names = {language: getattr(record, f"publisher_{language}", "") for language in LANGUAGES}
    told = [{"@value": text, "@language": language} for language, text in names.items() if text]
    return {"publisher": {"@type": "Organization", "name": told}} if told else {}


def _codes(record: Record) -> list[str]:
    return [code for name in ("iso2", "iso3", "iso_numeric", "number") if (code := getattr(record, name, ""))]


def _same(record: Record) -> list[str]:
    found = []
    if code := getattr(record, "wikidata", ""):
        found.append(f"http://www.wikidata.org/entity/{code}")
    if linkable(url := getattr(record, "url", "")):
        found.append(url)
    return found


def _days(record: Record) -> dict[str, Any]:
    """Return the days that are known well enough for a machine; whatever is known, in the notation of the register."""
    schema, notations = KINDS[kind_of(record)].schema, []
    found: dict[str, Any] = {}
    if notation := getattr(record, "date", ""):
        notations.append(notation)
        ends = dates.parse_period(notation)
        name = "datePublished" if kind_of(record) == "source" else _ACTS.get(schema[0])
        found |= _known({name: ends.start, **({"endDate": ends.end} if name == "startDate" else {})})
    if notation := getattr(record, "period", ""):
        notations.append(notation)
        period = dates.parse_period(notation)
        found |= _known(dict(zip(_SPANS.get(schema[0], ()), (period.start, period.end), strict=False)))
        if "org:Membership" in schema:
            found |= _during(period)
    return found | ({"dcterms:temporal": notations} if notations else {})


def _known(moments: dict[str | None, dates.Moment | None]) -> dict[str, str]:
    return {name: day for name, moment in moments.items() if name and moment and (day := _one(moment))}


def _during(period: dates.Period) -> dict[str, Any]:
    """Return since when and until when something was so, as an interval."""
    ends = _known({"time:hasBeginning": period.start, "time:hasEnd": period.end})
    if not ends:
        return {}
    return {"org:memberDuring": {"@type": "time:Interval", **{name: _instant(day) for name, day in ends.items()}}}


def _instant(day: str) -> dict[str, Any]:
    name, kind = _INSTANTS[len(day)]
    return {"@type": "time:Instant", name: {"@value": day, "@type": kind}}


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
    key = version.stamp(), kind_of(record), record.pk, site
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
    found["license"] = f"{site}{localized('licence', language)}"
    return _written(found)


def _written(found: dict[str, Any]) -> SafeString:
    text = json.dumps(found, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(text)  # noqa: S308  what could end the element is written as its number
