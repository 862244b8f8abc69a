"""Let this folder run by itself: settings only where the project has brought none."""

import os

import django
import pytest
from django.conf import settings
from django.utils import translation

if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
    settings.configure(USE_I18N=True, USE_TZ=True, TIME_ZONE="Europe/Brussels", LANGUAGE_CODE="en")
    django.setup()


@pytest.fixture(autouse=True)
def _in_english():
    """The sentences of errors are compared in English, whatever the project's own language."""
    with translation.override("en"):
        yield
