"""What is in place once the application has started."""

import pytest
from django.apps import apps
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.core.checks import registry
from django.db.models.signals import post_save, pre_save
from django.utils.translation import override

from partnerships.models import Area

pytestmark = pytest.mark.once


def test_is_called_the_register():
    with override("en"):
        assert str(apps.get_app_config("partnerships").verbose_name) == "Register"
    with override("fr"):
        assert str(apps.get_app_config("partnerships").verbose_name) == "Registre"


def test_log_ins_are_written_to_the_log():
    for signal in (user_logged_in, user_login_failed):
        assert "partnerships.accounts.trace" in {receiver.__module__ for receiver in signal._live_receivers(None)[0]}


def test_its_checks_are_asked_before_the_site_starts():
    assert "partnerships.checks" in {check.__module__ for check in registry.registry.registered_checks}


@pytest.mark.parametrize("signal", [pre_save, post_save])
def test_what_is_derived_hears_of_every_save(signal):
    heard = {receiver.__module__ for receiver in signal._live_receivers(Area)[0]}
    assert "partnerships.projections.invalidation" in heard
