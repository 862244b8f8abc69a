"""Decisions in a document: their like in the register, what they are called, their drafts."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from partnerships import inflection, models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_value, fixture_line, link_to, links_to, named_keys, overlapping, partners_of
from ..proposals import Proposal
from ..wording import Words


def _decision_like(proposal: Proposal) -> RecordQuerySet | None:
    day = proposal.first("date")
    if day is None:
        return None
    found = models.Decision.objects.filter(overlapping(day, "date_earliest", "date_latest"))
    if proposal.variant == "all_partners":
        return found.filter(scope=models.Decision.Scope.ALL_PARTNERS)
    return found.filter(Q(partners__state__key__in=named_keys(proposal.of("partners"))))


def _decision_title(words: Words) -> str:
    partners = words.names("partners")
    if words.proposal.variant == "all_partners":
        partners = _("all partners")
    body = words.proposal.first("body")
    record = words.records.get(body.known) if body and body.known else None
    who = record.label(words.language) if record else ""
    if not who:
        return _("Decision: %(partners)s") % {"partners": partners} if partners else ""
    return _("Decision of %(body)s: %(partners)s") % {"body": _with_article(who, words.language), "partners": partners}


def _with_article(name: str, language: str) -> str:
    """Return a body's name as it stands after “of” or « de », with its article."""
    whole = f"{inflection.article(name, language)}{name}"
    if language != "fr":
        return whole
    return f"du {name}" if whole.startswith("le ") else f"de {whole}"


def _decision_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    titles = work.titled(proposal)
    day = first_value(kept, "date")
    key = work.key("decision", day, titles.get("title_en") or titles.get("title_fr") or "")
    work.keys[proposal.number] = key
    scope = "all_partners" if proposal.variant == "all_partners" else "partners"
    slugs = work.slugs("decision", titles)
    links = {"body": link_to(kept, "body"), "partners": partners_of(kept), "areas": links_to(kept, "areas")}
    yield fixture_line("decision", key=key, date=day, scope=scope, **titles, **slugs, **links)


DECISION = Gleaned(_decision_like, _decision_lines, _decision_title)
