"""Records are called in the language of the reader, also where the register named them for somebody else."""

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from partnerships import editorial
from partnerships.editorial.called_then import comment_of, name_of_changed
from partnerships.editorial.merge_choices import version_of_two
from partnerships.models import Area, Change
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, TenureFactory


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
class TestGone:
    def test_is_called_as_it_was_in_its_last_text(self):
        area, tenure = AreaFactory(key="cyber", name_fr=None, name_en="Cyber"), TenureFactory(person__name="Taro Kono")
        for record, told in ((area, "Cyber"), (tenure, "Tenure: Taro Kono")):
            CitationFactory(**{record._meta.model_name: record})
            change = editorial.record_deletion(record, by=None, before=snapshot(record))
            with override("en"):
                assert name_of_changed(change, None).startswith(told)
                assert name_of_changed(change, record) == str(record)

    def test_is_called_as_it_was_after_the_change_and_not_before_it(self):
        before, after = ([{"model": "partnerships.area", "fields": {"name_fr": name}}] for name in ("Un", "Deux"))
        assert name_of_changed(Change(kind="area", key="a", before=before, after=after), None) == "Deux"

    def test_is_called_by_its_key_where_no_text_tells(self):
        address = [{"model": "partnerships.formeraddress", "fields": {"kind": "area", "key": "a", "slug": "b"}}]
        for change in (Change(kind="area", key="a"), Change(kind="formeraddress", key="a", after=address)):
            assert name_of_changed(change, None) == "a"


@pytest.mark.django_db
def test_other_comments_are_said_anew():
    with override("fr"):
        assert comment_of(Change(kind="area", key="b", comment="Translation")) == "Traduction"
        assert comment_of(Change(kind="area", key="b", comment="Vu")) == "Vu"
