"""What is said when a record is saved."""

import re

from partnerships.models import Area
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DesignationFactory,
    MilestoneFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

from ..browsing import address, as_it_stands, press, said


class TestSaving:
    def test_links_what_has_the_same_name(self, as_role):
        known = AreaFactory(name_en="Cyber defence", name_fr="Cyberdéfense")
        client, page = as_role("editor"), address("area", "add")
        answer = client.post(page, as_it_stands(client, page) | {"name_en": "Cyber Defence"})
        assert answer.status_code == 302
        assert f'href="{address("area", "change", known.pk)}"' in said(answer)

    def test_leads_whoever_may_merge_to_the_one_there_is(self, as_role):
        known, page = PersonFactory(name="Kono Taro"), address("person", "add")
        for role in ("editor", "reviewer"):
            client = as_role(role)
            words = said(client.post(page, as_it_stands(client, page) | {"name": "Kōno Tarō", "name_en": "Kōno Tarō"}))
            assert (address("person", "merge", known.pk) in words) == (role == "reviewer")

    def test_says_of_a_holder_without_a_period_when_they_were_seen(self, as_role):
        seen = TenureFactory(publication="published", period="/")
        MilestoneFactory(tenure=seen, kind="seen", date="2019-09")
        MilestoneFactory(tenure=seen, kind="seen", date="2022-08")
        tenure = TenureFactory(office=seen.office, period="2020-01-01/2021-01-01")
        words = said(press(as_role("editor"), tenure, note="Typed"))
        assert "présence attestée en fonction\u00a0: septembre 2019 – août 2022" in words

    def test_says_that_a_source_is_missing(self, as_role):
        answer = press(as_role("editor"), AreaFactory(), note="Typed")
        assert "référence" in said(answer) or "citation" in said(answer)

    def test_says_in_a_window_of_which_record_a_source_is_missing(self, as_role):
        client, page = as_role("editor"), f"{address('area', 'add')}?_popup=1"
        answer = client.post(page, as_it_stands(client, page) | {"name_en": "Ice", "_popup": "1"})
        assert f'href="{address("area", "change", Area.objects.get().pk)}"' in said(answer)

    def test_says_which_moment_no_source_proves(self, as_role):
        designation = DesignationFactory(period="2021-04-01/..")
        CitationFactory(designation=designation, source__date="2021-03-12")
        words = said(press(as_role("editor"), designation, note="Typed"))
        assert "1er avril 2021" in words or "1 April 2021" in words

    def test_says_what_contradicts_itself(self, as_role):
        tenure = TenureFactory(period="2015-01-01/2016-01-01")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        words = said(press(as_role("editor"), tenure, note="Typed"))
        assert "Une source atteste que la personne" in words or "A source shows the person in office" in words

    def test_of_what_is_public_says_nothing_of_it(self, as_role):
        area = AreaFactory(publication="published")
        answer = press(as_role("reviewer"), area, note="Typed", _live="1", _live_reason="In a hurry")
        assert "référence" not in said(answer)

    def test_says_who_is_in_office_still_and_since_when(self, as_role):
        known = TenureFactory(office=OfficeFactory(single_holder=True), period="2025-12-15/..")
        client, page = as_role("editor"), address("tenure", "add")
        sent = {"office": known.office.pk, "person": PersonFactory().pk, "period": "2026-10-01/.."}
        words = said(client.post(page, as_it_stands(client, page) | sent))
        assert f'href="{address("tenure", "change", known.pk)}"' in words
        assert "15 décembre 2025" in words or "15 December 2025" in words

    def test_with_its_publication_says_what_it_resembles_all_the_same(self, as_role):
        known = AreaFactory(name_en="Cyber defence", name_fr="Cyberdéfense")
        client, page = as_role("reviewer"), address("area", "add")
        sent = {"name_en": "Cyber Defence", "_publish": "1", "_alone_reason": "In a hurry"}
        sent |= {"unsourced": "area/cyber-defence"}
        words = said(client.post(page, as_it_stands(client, page) | sent))
        assert f'href="{address("area", "change", known.pk)}"' in words


class TestPublishing:
    def test_says_once_that_no_source_supports_it(self, as_role):
        area = AreaFactory()
        client = as_role("reviewer")
        words = said(press(client, area, _publish="1", _alone_reason="Nobody is here", _step_comment=""))
        area.refresh_from_db()
        assert area.publication == "published"
        assert len(re.findall("source n’étaye|source supports", words)) == 1

    def test_says_what_contradicts_itself(self, as_role):
        tenure = TenureFactory(
            period="2015-01-01/2016-01-01",
            person=PersonFactory(publication="published"),
            office=OfficeFactory(publication="published"),
        )
        MilestoneFactory(tenure=tenure, kind="arrived", date="2017-01-01")
        words = said(press(as_role("reviewer"), tenure, _publish="1", _alone_reason="Nobody is here"))
        tenure.refresh_from_db()
        assert tenure.publication == "published"
        assert "en fonction après" in words or "in office after" in words
