"""The command that erases what need not be kept of readers' reports."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from partnerships.editorial.reports import KEPT
from partnerships.management.commands.forget_reports import Command
from partnerships.models import ErrorReport


@pytest.mark.django_db
def test_erases_and_counts(capsys):
    closed = {"closed_at": timezone.now() - timedelta(days=400), "outcome": "unchanged", "answer": "No"}
    ErrorReport.objects.create(kind="visit", key="v", text="Wrong", token="a", **closed)
    call_command("forget_reports")
    assert capsys.readouterr().out == "1 reports\n"
    assert ErrorReport.objects.get().text == ""


@pytest.mark.once
def test_says_how_long_they_are_kept():
    assert f" {KEPT.days} days ago" in Command.help
