"""Holders, successions and their reasons as JSON: keys and codes, no sentence."""

from collections.abc import Iterable
from datetime import date

from partnerships.models import Citation, Office, Person
from partnerships.models.base import LANGUAGES
from partnerships.offices import Answer, Between, ByVirtueOf, Holder, Reason, Sighting, SuccessionRow, Unnamed
from partnerships.records.kinds import kind_of

Json = dict[str, object]


def answer_described(answer: Answer) -> Json:
    return {
        "office": answer.office.key,
        "titles": titles_described(answer.office),
        "on": answer.on.isoformat(),
        "certain": [holder_described(holder) for holder in answer.certain],
        "possible": [holder_described(holder) for holder in answer.possible],
        "known": answer.known,
        "exists": answer.exists,
        **_unnamed(answer.unnamed),
    }


def titles_described(office: Office) -> Json:
    """Return the title of an office in each language, and in the feminine where it has such a form."""
    return {
        code: {
            "title": getattr(office, f"name_{code}") or None,
            "feminine": getattr(office, f"title_feminine_{code}") or None,
        }
        for code in LANGUAGES
    }


def holder_described(holder: Holder) -> Json:
    return {
        **_holder(holder),
        "reasons": [_reason(one) for one in holder.reasons],
        "last_seen": _sighting(holder.last_seen),
    }


def row_described(row: SuccessionRow) -> Json:
    """A row: somebody in office, or days on which nobody was or nobody is known."""
    named = holder_described(row.holder) if row.holder else {**NOBODY, **_unnamed(row.unnamed)}
    return {
        "start": _between(row.start),
        "end": _between(row.end),
        "answer": row.answer.value,
        **named,
        "next_seen": _sighting(row.unnamed.next_seen),
    }


#: What a row says of a holder where there is none.
NOBODY: Json = {"person": None, "tenure": None, "acting": False, "by_virtue_of": None}


def _holder(holder: Holder) -> Json:
    return {
        "person": _person(holder.person),
        "tenure": holder.tenure.key,
        "acting": holder.acting,
        "by_virtue_of": _virtue(holder.by_virtue_of),
        "sources": source_keys(holder.citations),
    }


def _unnamed(unnamed: Unnamed) -> Json:
    return {
        "reasons": [_reason(one) for one in unnamed.reasons],
        "sources": source_keys(unnamed.citations),
        "last_seen": _sighting(unnamed.last_seen),
        "next_seen": _sighting(unnamed.next_seen),
    }


def _person(person: Person) -> Json:
    return {"key": person.key, "name": person.name, "name_language": person.name_language or None}


def _virtue(virtue: ByVirtueOf | None) -> Json | None:
    if virtue is None:
        return None
    return {
        "designation": virtue.designation.key,
        "office": virtue.office.key,
        "decision": virtue.decision.key if virtue.decision else None,
    }


def _sighting(sighting: Sighting | None) -> Json | None:
    """When somebody was in the office; `date` in the notation of the register, `shown_by` what shows it."""
    if sighting is None:
        return None
    return {
        "date": sighting.when.notation,
        "earliest": sighting.when.earliest.isoformat(),
        "latest": sighting.when.latest.isoformat(),
        "shown_by": sighting.sign.value,
        "person": _person(sighting.person),
        "tenure": sighting.tenure.key,
        "by_virtue_of": _virtue(sighting.by_virtue_of),
        "sources": source_keys(sighting.citations),
    }


def _reason(reason: Reason) -> Json:
    when = reason.when
    return {
        "code": reason.code.value,
        "records": [{"kind": kind_of(record), "key": record.key} for record in reason.records],
        "day": _days(when.earliest, when.latest) if when else None,
    }


def _between(between: Between) -> Json:
    return _days(between.earliest, between.latest)


def _days(earliest: date, latest: date) -> Json:
    return {"earliest": earliest.isoformat(), "latest": latest.isoformat()}


def source_keys(citations: Iterable[Citation]) -> list[str]:
    """Return the keys of the sources that support what they are cited for, each once."""
    supporting = (one for one in citations if one.stance == Citation.Stance.SUPPORTS)
    return list(dict.fromkeys(one.source.key for one in supporting))
