"""The read-only interface for programs: who held an office on a day."""

from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.utils.translation import gettext as _

from . import dates
from .models import Citation, Office
from .offices import holders
from .views.parameters import day


def office_holders(request, key):
    """Who held an office on a day, certainly or possibly, and by virtue of what."""
    office = Office.objects.published().filter(key=key).first()
    if office is None:
        return refusal(404, _("There is no such office."))
    try:
        on = day(request.GET) or dates.today()
    except BadRequest as error:
        return refusal(400, str(error))
    return JsonResponse(described(holders(office, on)))


def refusal(status, sentence):
    return JsonResponse({"error": sentence}, status=status)


def described(answer):
    return {
        "office": answer.office.key,
        "on": answer.on.isoformat(),
        "certain": [holder_described(holder) for holder in answer.certain],
        "possible": [holder_described(holder) for holder in answer.possible],
        "known": answer.known,
    }


def holder_described(holder):
    return {
        "person": {"key": holder.person.key, "name": holder.person.name},
        "tenure": holder.tenure.key,
        "acting": holder.acting,
        "by_virtue_of": reason(holder.by_virtue_of),
        "sources": list(dict.fromkeys(citation.source.key for citation in supporting(holder.citations))),
    }


def supporting(citations):
    return (citation for citation in citations if citation.stance == Citation.Stance.SUPPORTS)


def reason(virtue):
    if virtue is None:
        return None
    return {
        "designation": virtue.designation.key,
        "office": virtue.office.key,
        "decision": virtue.decision.key if virtue.decision else None,
    }
