"""From a press release to drafts: paste its text, see what it tells, keep what is right."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from partnerships import dates, models
from partnerships.editorial.changes_in_words import capitalized, label_of
from partnerships.gleaning.days import span
from partnerships.gleaning.draft_lines import Accepted
from partnerships.gleaning.drafting import draft, draft_titles, may_draft, offer_days_of_visits
from partnerships.gleaning.existing import cited_already, find_existing, source_at
from partnerships.gleaning.kinds import GLEANED
from partnerships.gleaning.known_names import Vocabulary
from partnerships.gleaning.known_sources import usual_of_site
from partnerships.gleaning.proposals import Document, Proposal, ProposedFact
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.wording import Records, records_of_facts
from partnerships.models.base import LANGUAGES, tidy, unfit
from partnerships.records.completeness import label_fields
from partnerships.records.kinds import KINDS, record_named, record_of, records_named

from .base.home import address_of_drafts
from .base.own_pages import add_pages
from .forms.dates import DayInWords, MomentInWords
from .forms.last_source import keep_source
from .forms.layout import field_in_language
from .forms.links import form_of, with_records

#: As long as the longest text that the register keeps of a document, and more than any press release.
LONGEST = 60_000

FIELDS = {
    "date": gettext_lazy("date"),
    "period": gettext_lazy("period"),
    "body": gettext_lazy("body"),
    "partners": gettext_lazy("partner"),
    "areas": gettext_lazy("area"),
    "state": gettext_lazy("State"),
    "receiving_state": gettext_lazy("receiving State"),
    "organization": gettext_lazy("organisation"),
    "stop": gettext_lazy("stop"),
    "place": gettext_lazy("place"),
    "visitor": gettext_lazy("visitor"),
    "host": gettext_lazy("host"),
    "interlocutor": gettext_lazy("interlocutor"),
    "signatory": gettext_lazy("signatory"),
    "person": gettext_lazy("person"),
    "office": gettext_lazy("office"),
    "beneficiary": gettext_lazy("beneficiary"),
    "count": gettext_lazy("count"),
    "qualifier": gettext_lazy("qualifier of the count"),
}

#: What somebody was on a day that leads to an office, or from it.
STEPS = {kind.value: kind for kind in models.Milestone.Kind}
QUALIFIERS = {each.value: each for each in models.Statement.Qualifier}

#: By so many of its facts a proposal without a title is told from the others.
MOST_IN_SHORT = 2


class DocumentForm(forms.Form):
    """A document as it is pasted: its address and its text."""

    address = forms.URLField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=2000,
        assume_scheme="https",  # pyright: ignore[reportCallIssue]
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the document"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 16, "cols": 100}),
        help_text=gettext_lazy("Heading first, then the text, as it is on the page. Only facts are kept of it."),
        error_messages={
            "max_length": gettext_lazy(
                "The text has %(show_value)d characters; at most %(limit_value)d are read at once. "
                "Paste it in parts, each with the heading."
            )
        },
    )

    def clean_text(self) -> str:
        text = tidy(self.cleaned_data["text"])
        if problem := unfit(text):
            raise forms.ValidationError(problem)
        return text


class SourceForm(forms.ModelForm):
    """The document as a source: what its page does not say is left empty."""

    class Meta:
        model = models.Source
        fields = ("title_fr", "title_en", "publisher_fr", "publisher_en", "kind", "date", "accessed_on")
        field_classes = {"date": MomentInWords, "accessed_on": DayInWords}  # noqa: RUF012

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field_in_language(field, models.Source._meta.get_field(name))


def from_document(request: HttpRequest) -> HttpResponse:
    """Ask for a document; then show what it tells; then draft what is kept."""
    if not request.user.has_perm("partnerships.add_source"):
        raise PermissionDenied
    form = DocumentForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form=form)
    document = read_document(form.cleaned_data["text"], Vocabulary.of_register(), form.cleaned_data["address"])
    find_existing(document)
    offer_days_of_visits(document)
    day = document.day.notation if document.day else ""
    source = source_at(form.cleaned_data["address"], document.heading, day)
    described = _source_form(request, form.cleaned_data["address"], document, source)
    if "_draft" in request.POST and (source is not None or described.is_valid()):
        accepted = _accepted(request, document, source, described, form.cleaned_data["address"])
        outcome = draft(document, accepted, by=request.user)  # pyright: ignore[reportArgumentType]
        if not outcome.findings:
            kept = any(accepted.facts)
            return _drafted(request, outcome.batch, source or _written(outcome.steps), is_known=kept)
        for finding in outcome.findings[:20]:
            messages.error(request, finding.message)
    return _page(request, form=form, document=document, source=source, described=described)


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    document, source = context.get("document"), context.get("source")
    if document is not None:
        kept = set(request.POST.getlist("take")) if "_draft" in request.POST else None
        context["offers"] = _offers(request, document, source, kept)
        context["other_day"] = _other_day(document, source)
    stock = admin.site.each_context(request)
    context = {**stock, "title": _("From a document to drafts"), "media": DocumentForm().media, **context}
    return TemplateResponse(request, "admin/partnerships/document.html", context)


def _other_day(document: Document, source: models.Source | None) -> dict[str, str] | None:
    """Return both days where a text is of another day than the source at its address: it may be another document."""
    if source is None or not source.date or document.day is None:
        return None
    first, last = span(source.date)
    if first <= document.day.last and document.day.first <= last:
        return None
    language = get_language() or LANGUAGES[0]
    days = {"recorded": source.date, "told": document.day.notation}
    return {name: dates.word(dates.parse(day), language) for name, day in days.items()}


def _source_form(request: HttpRequest, address: str, document: Document, source: models.Source | None) -> SourceForm:
    usual = usual_of_site(address)
    initial = {
        f"title_{document.language}": document.heading[:1000],
        "publisher_fr": usual.get("publisher_fr", ""),
        "publisher_en": usual.get("publisher_en", ""),
        "kind": usual.get("kind", models.Source.Kind.OFFICIAL_PAGE),
        "date": document.day.notation if document.day else "",
        "accessed_on": dates.today() if address else None,
    }
    data = request.POST if "_draft" in request.POST and source is None else None
    return SourceForm(data, initial=initial)


def _offers(
    request: HttpRequest, document: Document, source: models.Source | None, kept: set[str] | None
) -> list[dict[str, Any]]:
    records = records_of_facts([fact for proposal in document.proposals for fact in proposal.facts])
    # What is part of another stands under it: the meetings of a visit, what a decision designates.
    together = sorted(document.proposals, key=lambda each: (each.owner or each.number, bool(each.owner), each.number))
    cited = cited_already(document, source)
    return [
        {**_offer(request, each, document, source, records, kept), "cites": each.existing in cited} for each in together
    ]


def _offer(
    request: HttpRequest,
    proposal: Proposal,
    document: Document,
    source: models.Source | None,
    records: Records,
    kept: set[str] | None,
) -> dict[str, Any]:
    model = KINDS[proposal.kind].model
    existing = record_named(proposal.kind, proposal.existing.key) if proposal.existing else None
    possible = may_draft(proposal, document, source, request.user)  # pyright: ignore[reportArgumentType]
    number = str(proposal.number)
    made = draft_titles(proposal, records)
    language = (get_language() or LANGUAGES[0])[:2]
    facts = [
        _shown(fact, proposal.variant, number, records, kept, namesakes=_namesakes(fact, proposal))
        for fact in proposal.facts
    ]
    owner = document.proposals[proposal.owner - 1] if proposal.owner else None
    needs_title = existing is None and GLEANED[proposal.kind].title is not None and bool(label_fields(model))
    has_title = existing is None and any(made.values())
    return {
        "number": number,
        "kind": model._meta.verbose_name,
        "status": models.Progress(proposal.status).label if proposal.status else "",
        "owner": proposal.owner if proposal.kind == "meeting" else None,
        "what": str(existing) if existing else made[language] or named_in_short(facts),
        "whole": record_named(owner.kind, owner.existing.key) if owner and owner.existing else None,
        "passages": proposal.passages,
        "existing": existing,
        "existing_url": _address(existing) if existing else "",
        "possible": possible,
        # What lacks a title waits for whoever types one: drafted as it is, it would be refused with all the rest.
        "taken": possible and (number in kept if kept is not None else has_title or not needs_title),
        "titles": _offered_titles(request, number, made) if has_title or needs_title else [],
        "facts": facts,
    }


def _offered_titles(request: HttpRequest, number: str, made: dict[str, str]) -> list[dict[str, Any]]:
    """Return the fields for the titles of a proposal, with what was typed in them, else with those `made` of it."""
    names = {code: f"title_{code}_{number}" for code in LANGUAGES}
    return [
        {
            "language": code,
            "label": capitalized(label_of(models.Source._meta.get_field(f"title_{code}"))),
            "name": name,
            "text": request.POST.get(name, made[code]),
        }
        for code, name in names.items()
    ]


def named_in_short(facts: list[dict[str, Any]]) -> str:
    """Return what a proposal without a title is about: whom and what it names first."""
    return ", ".join(str(fact["text"]) for fact in facts[:MOST_IN_SHORT])


def _namesakes(fact: ProposedFact, proposal: Proposal) -> bool:
    """Whether several people of the register bear the name that the text gives: one of them is to be ticked."""
    is_person = fact.known is not None and fact.known.kind == "person"
    return is_person and any(
        each.field == fact.field and each.passage == fact.passage and each.known != fact.known
        for each in proposal.facts
        if each.known and each.known.kind == "person"
    )


def _shown(
    fact: ProposedFact, variant: str, number: str, records: Records, kept: set[str] | None, *, namesakes: bool = False
) -> dict[str, Any]:
    """Return a fact as the page has it; of a day on which somebody took an office, what it was that day."""
    record, language = records.get(fact.known) if fact.known else None, get_language() or LANGUAGES[0]
    name = f"{number}|{fact.name}"
    is_step = fact.field == "milestone" or fact.field in STEPS
    if record is not None:
        text = record.label(language)
    else:
        text = (
            dates.word(dates.parse(fact.value), language)
            if fact.field in ("date", "period", "milestone", *STEPS)
            else QUALIFIERS[fact.value].label
            if fact.field == "qualifier"
            else fact.value or fact.styled
        )
    return {
        "name": name,
        "field": STEPS[variant if fact.field == "milestone" else fact.field].label if is_step else FIELDS[fact.field],
        "text": text,
        "passage": fact.passage if fact.passage != text else "",
        "styled": fact.styled if fact.is_named else "",
        "is_new": bool(fact.value)
        and fact.known is None
        and fact.field in ("host", "visitor", "interlocutor", "signatory", "person"),
        "form": form_of(record) if record is not None and namesakes else "",
        "taken": name in kept if kept is not None else not namesakes,
    }


def _accepted(
    request: HttpRequest, document: Document, source: models.Source | None, described: SourceForm, address: str
) -> Accepted:
    taken = set(request.POST.getlist("take"))
    facts = {
        proposal.number: {fact.name for fact in proposal.facts if f"{proposal.number}|{fact.name}" in taken}
        for proposal in document.proposals
        if str(proposal.number) in taken and may_draft(proposal, document, source, request.user)  # pyright: ignore[reportArgumentType]
    }
    words = {
        proposal.number: {code: request.POST.get(f"title_{code}_{proposal.number}", "").strip() for code in LANGUAGES}
        for proposal in document.proposals
    }
    return Accepted(facts, words, {"key": source.key} if source else _described(described, document, address))


def _described(form: SourceForm, document: Document, address: str) -> dict[str, Any]:
    day = form.cleaned_data.get("accessed_on")
    texts = {name: value for name, value in form.cleaned_data.items() if value and name != "accessed_on"}
    return {
        **texts,
        "original_title": document.heading[:1000],
        "languages": document.language,
        "url": address,
        "accessed_on": day.isoformat() if day else "",
    }


def _written(steps: list) -> models.Source | None:
    key = next((step.entry.identity[0] for step in steps if step.entry.model is models.Source), None)
    return models.Source.objects.filter(key=key).first()


def _drafted(request: HttpRequest, batch: int | None, source: models.Source | None, *, is_known: bool) -> HttpResponse:
    if batch is None:
        nothing = _("Nothing was kept of the document, and nothing is written.")
        known = _("The register has all that you kept, and cites this document for it: nothing is written.")
        messages.info(request, known if is_known else nothing)
        return HttpResponseRedirect(request.path)
    written = models.Change.objects.filter(batch=batch, kind__in=KINDS).order_by("id").values_list("kind", "key")
    records = records_named(written)
    drafts = [records[name] for name in written]
    told = with_records(_("Drafts that cite the document; complete them and submit them:"), drafts)
    way = '{} <p><a href="{}">{}</a></p>'
    messages.success(request, format_html(way, told, address_of_drafts(drafts), _("Submit them together")))
    if source:
        keep_source(request, source)
    return HttpResponseRedirect(_address(source) if source else reverse("admin:index"))


def _address(record: models.Record) -> str:
    return form_of(record_of(record) or record)


add_pages(
    admin.site,
    path("partnerships/from-document/", admin.site.admin_view(from_document), name="partnerships_from_document"),
)
