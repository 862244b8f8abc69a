"""Records are called in the language of the reader, also where the register named them for somebody else."""

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial.called_then import comment_of, name_of_changed
from partnerships.editorial.merge_choices import version_of_two
from partnerships.models import Area, Change
from tests.factories import AreaFactory


@pytest.mark.django_db
class TestMerge:
    def test_names_both_in_the_language_of_the_reader(self):
        stays = AreaFactory(key="cyber", name_fr="Cyberdéfense", name_en="Cyber defence")
        goes = AreaFactory(key="cyber-2", name_fr="Défense du cyberespace", name_en="Defence of cyberspace")
        with override("fr"):
            version = version_of_two(stays, goes)
            editorial.merge(
                stays, goes, by=User.objects.create_user("reviewer"), picked={}, version=version, reason="Une seule."
            )
        # What is there is called as it is now; what is gone, as it was.
        Area.objects.filter(key="cyber").update(name_en="Cyber security")
        for change in Change.objects.filter(action="merge"):
            with override("en"):
                assert comment_of(change) == (
                    "Merged: “Defence of cyberspace” (cyber-2) into “Cyber security” (cyber). Une seule."
                )
        with override("en"):
            gone = Change.objects.filter(key="cyber-2").latest("pk")
            assert name_of_changed(gone, None) == "Defence of cyberspace"

    def test_of_records_that_nobody_knows_keeps_the_names_that_it_has(self):
        change = Change(kind="area", key="b", comment="Merged: “Un” (a) into “Deux” (b).")
        with override("fr"):
            assert comment_of(change) == "Fusion\xa0: «\xa0Un\xa0» (a) dans «\xa0Deux\xa0» (b)."


@pytest.mark.django_db
def test_other_comments_are_said_anew():
    with override("fr"):
        assert comment_of(Change(kind="area", key="b", comment="Translation")) == "Traduction"
        assert comment_of(Change(kind="area", key="b", comment="Vu")) == "Vu"
