"""What a role may do, as an administrator reads it."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import override

from partnerships.admin.base.rights_in_words import right_in_words, rights_in_words, rights_that_count
from partnerships.editorial.roles import ROLES, sync_roles

pytestmark = pytest.mark.django_db


class TestRights:
    def test_are_said_kind_by_kind_in_the_language_of_whoever_reads(self):
        found = Permission.objects.filter(codename__in=["view_tenure", "change_tenure", "add_user", "publish_records"])
        with override("en"):
            publish, *others = rights_in_words(found)
            assert publish.startswith("Publish and withdraw records")
            assert others == ["Accounts: add", "Tenures: look at, change"]
        with override("fr"):
            assert rights_in_words(found)[1:] == ["Comptes : ajouter", "Mandats : consulter, modifier"]

    def test_that_count_are_those_of_the_roles(self):
        sync_roles()
        offered = {*rights_that_count()}
        assert offered == {*Permission.objects.filter(group__name__in=ROLES)}
        assert not offered & {*Permission.objects.filter(content_type__app_label__in=["sessions", "contenttypes"])}

    def test_differ_in_words_where_they_differ(self):
        told = [right_in_words(each) for each in rights_that_count()]
        assert len({*told}) == len(told)
