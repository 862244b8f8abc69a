"""Each member of staff chooses which mails they get, and in which language."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from partnerships.editorial.mailing import choice_of
from partnerships.models import MailChoice
from partnerships.transactions import one_write

from .base.own_pages import add_pages


class ChoiceForm(forms.ModelForm):
    """Which mails, and in which language."""

    class Meta:
        model = MailChoice
        fields = ("language", "review", "returned", "published", "digest")


def mails(request: HttpRequest) -> HttpResponse:
    """Show what whoever asks has chosen, and change it."""
    user: Any = request.user
    form = ChoiceForm(request.POST or None, instance=choice_of(user))
    if request.method == "POST" and form.is_valid():
        with one_write():
            MailChoice.objects.update_or_create(user=user, defaults=form.cleaned_data)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(request.path)
    context = {**admin.site.each_context(request), "title": _("Your e-mails"), "form": form, "email": user.email}
    return TemplateResponse(request, "admin/partnerships/mails.html", context)


add_pages(admin.site, path("partnerships/mails/", admin.site.admin_view(mails), name="partnerships_mails"))
