"""Titles, buttons and messages in sentences of ours.

The stock ones put a kind's name into a gap (“Add another Stop”), which French does not bear.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.links import form_of
from partnerships.admin.forms.summary import problems
from partnerships.editorial.refusal import NotNow

#: Stock texts seen every day, for which the French catalogue has better words.
STOCK = (
    gettext_noop("Save and add another"),
    gettext_noop("Save and continue editing"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Add link"),
    gettext_noop(
        "Please enter the correct %(username)s and password for a staff account. "
        "Note that both fields may be case-sensitive."
    ),
)


class WordingMixin(ShownMixin):
    """A kind of record under its own name, with the text of its button “add”."""

    add_text = ""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})  # pyright: ignore[reportArgumentType]

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        found = problems(context["adminform"].form, context["inline_admin_formsets"])
        title = self.add_text if obj is None else capfirst(self.opts.verbose_name)
        refusal = getattr(request, "refusal", None)
        # Nothing is to be corrected where all that stands against it is that it is looked at, and sent again.
        not_now = refusal.sentence if isinstance(refusal, NotNow) and len(found) == 1 else ""
        shown = {"problems": found, "not_now": not_now, "title": title}
        if obj is not None and request.method == "POST":
            # What is typed is not its name yet.
            stored = type(obj)._default_manager.filter(pk=obj.pk).first() or obj
            shown |= {"original": stored, "subtitle": str(stored)}
        return {**super().beside_form(request, context, obj), **shown}

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> TemplateResponse:
        context["title"] = _("Delete “%(record)s”?") % {"record": context["object"]}
        return super().render_delete_form(request, context)

    def get_inline_formsets(self, *arguments: Any, **keywords: Any) -> list[Any]:
        parts = super().get_inline_formsets(*arguments, **keywords)
        for part in parts:
            data = json.loads(part.inline_formset_data())
            data["options"]["addText"] = str(part.opts.add_text)
            part.inline_formset_data = json.dumps(data)
        return parts

    # What is said after saving

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        request.sentence = self.saved(obj)  # pyright: ignore[reportAttributeAccessIssue]
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        request.sentence = self.saved(obj)  # pyright: ignore[reportAttributeAccessIssue]
        return super().response_change(request, obj)

    def response_delete(self, request: HttpRequest, obj_display: Any, obj_id: Any) -> HttpResponse:
        sentence = _("“%(record)s” is deleted.") % {"record": obj_display}
        if (deletion := getattr(request, "deletion", None)) is not None:
            # From there it is restored.
            way = reverse("admin:partnerships_change_change", args=[deletion.pk])
            sentence = format_html('{} <a href="{}">{}</a>', sentence, way, _("View the change"))
        request.sentence = sentence  # pyright: ignore[reportAttributeAccessIssue]
        return super().response_delete(request, obj_display, obj_id)

    def saved(self, record: Any) -> SafeString:
        link = format_html('<a href="{}">{}</a>', form_of(record), record)
        return format_html(_("“{record}” is saved."), record=link)

    def message_user(self, request: HttpRequest, message: Any, level: Any = messages.INFO, **keywords: Any) -> None:
        ours = getattr(request, "sentence", None) if level == messages.SUCCESS else None
        super().message_user(request, ours or message, level, **keywords)
