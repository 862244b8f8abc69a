"""The translation desk: what is missing or older in one language, and both texts side by side, saved together."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.admin.forms.links import linked_record, refusal_told
from partnerships.editorial import translating
from partnerships.editorial.changes_in_words import Wording, capitalized, compared_texts
from partnerships.editorial.pending_changes import pending_of
from partnerships.editorial.roles import PUBLISHERS
from partnerships.editorial.translating import CHECKED, MISSING, OLDER, STATES, Pair
from partnerships.models import PendingChange, Publication
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import label_of
from partnerships.projections.translations import other_than
from partnerships.records.kinds import KINDS, kind_of, record_named, record_of, records_named
from partnerships.records.snapshot.taking import digest_of, snapshot

from .base.own_pages import add_pages
from .base.saving import in_one

PAGE = 50
#: A text of so many characters fills a line of its field.
WIDTH, FEWEST, MOST = 60, 2, 16


def states() -> dict[str, str]:
    return {MISSING: _("Missing"), OLDER: _("Older"), CHECKED: _("Checked")}


# What waits


def translations_view(request: HttpRequest) -> HttpResponse:
    """Show how much is missing or older of each kind; or the records of one."""
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    if (state or kind) and (state not in STATES or kind not in KINDS):
        raise Http404
    return in_one(request, lambda: list_page(request, state, kind) if state else translations_by_kind(request))


def translations_by_kind(request: HttpRequest) -> HttpResponse:
    missing = translating.numbers_lacking()
    rows = []
    for kind in KINDS:
        found = (missing[kind], *(translating.older(state, kind).count() for state in (OLDER, CHECKED)))
        if any(found):
            counts = [(name, label, count) for (name, label), count in zip(states().items(), found, strict=True)]
            rows.append({"kind": kind, "title": KINDS[kind].model._meta.verbose_name_plural, "counts": counts})
    context = {"title": _("Translations"), "rows": rows, "states": states().items()}
    return TemplateResponse(
        request, "admin/partnerships/translations.html", {**admin.site.each_context(request), **context}
    )


def list_page(request: HttpRequest, state: str, kind: str) -> HttpResponse:
    language = request.GET.get("language", "")
    language = language if language in LANGUAGES else ""
    several: Any = translating.missing(kind, language) if state == MISSING else translating.older(state, kind, language)
    shown = Paginator(several.order_by("pk") if state == MISSING else several, PAGE).get_page(request.GET.get("page"))
    title = capfirst(str(KINDS[kind].model._meta.verbose_name_plural))
    context = {
        **admin.site.each_context(request),
        "title": _("Translations"),
        "heading": f"{title}, {states()[state].lower()}",
        "state": state,
        "kind": kind,
        "language": language,
        "languages": [("", _("Both languages")), *((code, name_of_language(code)) for code in LANGUAGES)],
        "page": shown,
        "rows": missing_rows(shown) if state == MISSING else older_rows(kind, shown),
    }
    return TemplateResponse(request, "admin/partnerships/translations.html", context)


def missing_rows(records: Any) -> list[dict[str, Any]]:
    return [{"title": record, "address": translation_address(record), "told": ""} for record in records]


def older_rows(kind: str, several: Any) -> list[dict[str, Any]]:
    records = records_named((kind, row.key) for row in several)
    return [
        {
            "title": record,
            "address": translation_address(record, every=row.checked_at is not None),
            "told": label_of_row(row),
        }
        for row in several
        if (record := records.get((kind, row.key))) is not None
    ]


def label_of_row(row: Any) -> str:
    if row.part:
        return {"fr": _("a part, in French"), "en": _("a part, in English")}[row.language]
    columns = {each.name: each for each in KINDS[row.kind].model._meta.concrete_fields}
    column = columns.get(f"{row.field}_{row.language}")
    return label_of(column) if column is not None else row.field


def name_of_language(language: str) -> str:
    return str(dict(settings.LANGUAGES)[language])


def translation_address(record: Any, *, every: bool = False) -> str:
    """Return where the texts of `record` stand side by side."""
    where = reverse("admin:partnerships_translation", args=[kind_of(record), record.key])
    return f"{where}?all=1" if every else where


# Side by side


def translation_view(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show the texts of a record in both languages, or save them together."""
    if kind not in KINDS:
        raise Http404
    return in_one(request, lambda: saved_or_shown(request, kind, key))


def saved_or_shown(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    record, site = record_named(kind, key), admin.site
    if record is None or record_of(record) != record:
        raise Http404
    may_write = site.get_model_admin(type(record)).has_change_permission(request, record)  # pyright: ignore[reportAttributeAccessIssue]
    refusal = None
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        try:
            return saved(request, record)
        except editorial.Refused as refused:
            refusal = refusal_told(refused)
    context = translation_page(request, record, may_write, refusal)
    return TemplateResponse(request, "admin/partnerships/translation.html", context)


def saved(request: HttpRequest, record: Any) -> HttpResponse:
    typed = {
        pair.name: {
            language: request.POST[name]
            for language in LANGUAGES
            if (name := pair_field_name(pair, language)) in request.POST
        }
        for pair in translating.pairs(record)
    }
    done = translating.save_texts(
        record,
        by=request.user,  # pyright: ignore[reportArgumentType]
        typed=typed,
        version=request.POST.get("version", ""),
        checked=request.POST.getlist("checked"),
        at_once="_live" in request.POST,
        reason=request.POST.get("reason", ""),
    )
    if isinstance(done, PendingChange):
        sentence = (
            _("The change waits for a second person; until then the public reads the old text.")
            if record.publication == Publication.PUBLISHED
            else _("The change waits for a second person.")
        )
        messages.success(request, sentence)
    elif done is not None or request.POST.getlist("checked"):
        messages.success(request, _("It is saved."))
    else:
        messages.info(request, _("Nothing was changed."))
    if (following := translating.following(record)) is not None:
        told = format_html('{} <a href="{}">{}</a>', _("Next to translate:"), translation_address(following), following)
        messages.info(request, told)
    return HttpResponseRedirect(translation_address(record))


def translation_page(request: HttpRequest, record: Any, may_write: bool, refusal: str | None) -> dict[str, Any]:
    lines, found = snapshot(record), translating.pairs(record)
    every = "all" in request.GET
    shown = [pair for pair in found if every or pair.waits]
    wording = Wording.of(lines)
    published = record.publication == Publication.PUBLISHED
    publisher = request.user.has_perm(PUBLISHERS)
    return {
        **admin.site.each_context(request),
        "title": _("Both languages side by side"),
        "opts": record._meta,
        "record": record,
        "record_link": linked_record(record),
        "refusal": refusal,
        "rows": [pair_row(pair, wording, request) for pair in shown],
        "hidden": len(found) > len(shown),
        "version": digest_of(lines),
        "may_write": may_write,
        "waits": may_write and (published or (record.publication == Publication.WITHDRAWN and not publisher)),
        "may_go_live": may_write and published and publisher,
        "pendings": list(pending_of(record)),
        "typed": request.POST,
    }


def pair_row(pair: Pair, wording: Wording, request: HttpRequest) -> dict[str, Any]:
    sides, changes = [], []
    for language in LANGUAGES:
        name, state = pair_field_name(pair, language), pair.state(language)
        text = request.POST.get(name, pair.text(language))
        checked = f"{pair.name}_{language}"
        sides.append(
            {
                "name": name,
                "code": language,
                "language": name_of_language(language),
                "state": state,
                "text": text,
                "row": pair.rows.get(language),
                "lines": min(MOST, max(FEWEST, len(text) // WIDTH + 1)),
                "checked": checked,
                "ticked": checked in request.POST.getlist("checked"),
            }
        )
        if state == OLDER:
            other = other_than(language)
            before, after = compared_texts(pair.rows[language].source, pair.text(other))
            changes.append({"code": other, "since": pair.rows[language].since, "before": before, "after": after})
    field: Any = pair.column(LANGUAGES[0])
    return {
        "part": wording.placed(pair.line) if pair.part else "",
        "label": capitalized(field.translated_field.verbose_name),
        "sides": sides,
        "changes": changes,
    }


def pair_field_name(pair: Pair, language: str) -> str:
    """Return how the field of a text is called in the form: the names of parts may hold anything."""
    return f"text-{hashlib.sha256(pair.name.encode()).hexdigest()[:16]}-{language}"


add_pages(
    admin.site,
    path("partnerships/translations/", admin.site.admin_view(translations_view), name="partnerships_translations"),
    path(
        "partnerships/translations/<slug:kind>/<slug:key>/",
        admin.site.admin_view(translation_view),
        name="partnerships_translation",
    ),
)
