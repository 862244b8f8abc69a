"""What resembles a record that was just saved."""

from dataclasses import replace

import pytest

from partnerships.editorial.resembling import notices
from partnerships.models import Name
from partnerships.records.kinds import KINDS
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    PostingFactory,
    SourceFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def found(record):
    return [each for notice in notices(record) for each in notice.records]


class TestNames:
    @pytest.mark.parametrize("name", ["Kono Taro", "kōno tarō", "Taro KONO"])
    def test_of_a_person_are_found_in_any_spelling_and_order(self, name):
        known = PersonFactory(name="Kono Taro")
        assert found(PersonFactory(name=name)) == [known]

    def test_of_a_person_are_found_where_the_family_name_has_several_words(self):
        known = PersonFactory(name="Jaap de Hoop Scheffer", family_name="de Hoop Scheffer", given_name="Jaap")
        assert found(PersonFactory(name="Jaap de Hoop-Scheffer")) == [known]
        assert found(PersonFactory(name="De Hoop Scheffer Jaap")) != []
        assert found(PersonFactory(name="Jaap Scheffer")) == []
        assert found(PersonFactory(name="Scheffer Hoop de Jaap")) != []

    def test_of_a_person_are_found_in_another_script(self):
        known = PersonFactory(name="Kono Taro")
        Name.objects.create(person=known, key="ja", text="河野太郎")
        Name.objects.create(person=known, key="fr", text="Taro Kôno-Dupont")
        assert found(PersonFactory(name="河野太郎")) == [known]
        assert found(PersonFactory(name="taro kono dupont")) == [known]

    @pytest.mark.parametrize("name", ["安倍 晋三", "安倍\u3000晋三", "安倍晋三", "晋三 安倍"])
    @pytest.mark.parametrize("family", ["", "安倍"])
    def test_of_a_person_are_found_with_a_blank_and_without(self, name, family):
        known = PersonFactory(name="Shinzo Abe")
        Name.objects.create(person=known, key="ja", text="安倍晋三", family_name=family, given_name=family and "晋三")
        other = PersonFactory(name="安倍 晋三郎")
        new = PersonFactory(name=name)
        assert found(new) == [known]
        assert found(other) == []

    def test_of_a_person_known_by_it_alone_are_found_with_a_blank_and_without(self):
        known = PersonFactory(name="山田\u3000さくら")
        assert found(PersonFactory(name="山田さくら")) == [known]
        new = PersonFactory(name="Sakura Yamada")
        Name.objects.create(person=new, key="ja", text="山田 さくら")
        assert known in found(new)

    def test_of_another_kind_or_another_name_are_not(self):
        AreaFactory(name_en="Kono Taro", name_fr="Kono Taro")
        PersonFactory(name="Kono Ichiro")
        assert found(PersonFactory(name="Kono Taro")) == []

    def test_in_one_language_are_enough(self):
        known = AreaFactory(name_en="Cyber defence", name_fr="Cyberdéfense")
        assert found(AreaFactory(name_en="cyber defence", name_fr="Défense numérique")) == [known]


class TestKeys:
    @pytest.mark.parametrize("key", ["abe-shinz", "abe-shinzoo", "abe-shinza", "abe-shnizo"])
    def test_that_are_a_letter_away_are_found(self, key):
        known = PersonFactory(key="abe-shinzo", name="Shinzo Abe")
        assert found(PersonFactory(key=key, name="Somebody")) == [known]

    @pytest.mark.parametrize(
        ("one", "other"), [("kr-ambassador", "kw-ambassador"), ("visit-2018", "visit-2019"), ("taro-aso", "taro-abe")]
    )
    def test_whose_code_or_number_is_another_are_not(self, one, other):
        OfficeFactory(key=one, name_fr="Un", name_en="One")
        assert found(OfficeFactory(key=other, name_fr="Deux", name_en="Two")) == []


class TestSources:
    def test_with_the_same_address_are_found(self):
        known = SourceFactory(url="https://example.org/a", title_en="One", title_fr="Un")
        again = SourceFactory(url="https://example.org/a/", title_en="Two", title_fr="Deux")
        assert found(again) == [known]

    @pytest.mark.parametrize("url", ["http://nato.int/x/", "https://NATO.int/x", "https://www.nato.int/x#part"])
    def test_with_another_spelling_of_the_address_are_found(self, url):
        known = SourceFactory(url="https://www.nato.int/x", title_en="One", title_fr="Un")
        SourceFactory(url="https://www.nato.int/x/y", title_en="Three", title_fr="Trois")
        assert found(SourceFactory(url=url, title_en="Two", title_fr="Deux")) == [known]
        assert found(known) != []

    def test_without_an_address_are_not(self):
        SourceFactory(title_en="One", title_fr="Un")
        assert found(SourceFactory(title_en="Two", title_fr="Deux")) == []


class TestTenures:
    def test_of_one_office_at_one_time_are_found(self):
        office = OfficeFactory(single_holder=True)
        known = TenureFactory(office=office, period="2016/2019")
        TenureFactory(office=office, period="2010/2012")
        assert found(TenureFactory(office=office, period="2018/2020")) == [known]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("2025-12-15/..", "2026-10-01/.."),
            ("2026-10-01/..", "2025-12-15/.."),
            ("[2025-01-16..2025-12-15]/..", "2026-10-01/.."),
            ("2018-07-01/..", "2020-01-01/2021-01-01"),
            ("2018-07-01/2021-01-01", "2020-01-01/.."),
            ("../2021-01-01", "2020-01-01/2022-01-01"),
            ("../2021-01-01", "1990-01-01/1991-01-01"),
        ],
    )
    def test_that_go_on_are_found_from_both_sides(self, before, after):
        office = OfficeFactory(single_holder=True)
        known = TenureFactory(office=office, period=before)
        assert found(TenureFactory(office=office, period=after)) == [known]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("2018-07-01/2021-01-01", "2021-01-02/.."),
            ("2026-10-01/..", "2020-01-01/2021-01-01"),
            ("2018-07-01/", "2021-01-01/.."),
        ],
    )
    def test_that_may_well_follow_one_another_are_not(self, before, after):
        office = OfficeFactory(single_holder=True)
        TenureFactory(office=office, period=before)
        assert found(TenureFactory(office=office, period=after)) == []

    @pytest.mark.parametrize("turned", [False, True])
    def test_of_whom_sources_show_in_office_alone_are_found_from_both_sides(self, turned):
        office = OfficeFactory(single_holder=True)
        seen, dated = TenureFactory(office=office, period=""), TenureFactory(office=office, period="2019-10-01/2020-08")
        for day in ("2019-09", "2022-08"):
            MilestoneFactory(tenure=seen, kind="seen", date=day)
        before = TenureFactory(office=office, period="2017-04-27/2018")
        new, known = (seen, dated) if turned else (dated, seen)
        assert found(new) == [known]
        assert found(before) == []
        seen.never_served = True
        seen.save()
        assert found(dated) == []

    def test_of_those_who_never_served_are_not(self):
        office = OfficeFactory(single_holder=True)
        never = TenureFactory(office=office, period="2018-07-01/..", never_served=True)
        assert found(TenureFactory(office=office, period="2020-01-01/..")) == []
        assert found(never) == []

    def test_that_go_on_are_told_from_those_that_ended(self):
        office = OfficeFactory(single_holder=True)
        TenureFactory(office=office, period="2010-01-01/2016-01-01")
        TenureFactory(office=office, period="2018-01-01/..")
        told = notices(TenureFactory(office=office, period="2015-01-01/.."))
        sentences = [each.sentence for each in told if each.records]
        assert len(sentences) == len(set(sentences)) == 2

    def test_that_make_head_of_the_mission_are_found_where_nobody_is_of_their_own(self):
        mission, embassy = MissionFactory(), EmbassyFactory()
        head = OfficeFactory(mission=mission, heads_post=True)
        ambassador = OfficeFactory(embassy=embassy, heads_post=True)
        DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/..")
        thereby = TenureFactory(office=ambassador, period="2019-01-01/..")
        TenureFactory(office=ambassador, period="2010-01-01/2012-01-01")
        new = TenureFactory(office=head, period="2020-01-01/..")
        assert found(new) == [thereby]
        assert found(TenureFactory(office=head, period="2011-01-01/2011-05-01")) == []
        assert found(TenureFactory(office=head, period="2021-01-01/..")) == [new]
        assert found(TenureFactory(office=head, period="")) == []

    def test_that_make_head_by_serving_as_another_mission_are_found_and_only_for_its_head(self):
        mission, serving = MissionFactory(), MissionFactory()
        DesignationFactory(mission=mission, embassy=None, serving_mission=serving, period="2018-07-01/..")
        thereby = TenureFactory(office=OfficeFactory(mission=serving, heads_post=True), period="2019-01-01/..")
        head, deputy = (OfficeFactory(mission=mission, heads_post=heads) for heads in (True, False))
        for office, told in (
            (deputy, []),
            (OfficeFactory(embassy=EmbassyFactory(), heads_post=True), []),
            (head, [thereby]),
        ):
            assert found(TenureFactory(office=office, period="2020-01-01/..")) == told
        several = OfficeFactory(mission=mission, heads_post=True, single_holder=False)
        assert found(TenureFactory(office=several, period="2020-01-01/..")) == []

    def test_of_an_office_of_several_are_not(self):
        office = OfficeFactory(single_holder=False)
        TenureFactory(office=office, period="2016/2019")
        assert found(TenureFactory(office=office, period="2018/2020")) == []


class TestVisitsAndMeetings:
    def test_with_the_same_partner_on_the_same_days_are_found(self):
        partner = PartnerFactory()
        several = []
        for title, period in (("One", "2017-10-29/2017-10-31"), ("Two", "2017-10-31/2017-11-01"), ("Three", "2018")):
            visit = VisitFactory(title_fr=title, title_en=title, period=period)
            visit.partners.add(partner)
            several.append(visit)
        assert found(several[1]) == [several[0]]

    @pytest.mark.parametrize(
        ("known", "new", "alike"),
        [
            ("2017-10", "2017-10-30/2017-10-31", True),
            ("2017-10-30/2017-10-31", "2017-10", True),
            ("2017-10-29/", "2017-10-30", False),
            ("2017-10-30", "2017-10-29/", False),
            ("2017-10-29", "2017-10-29/", True),
            ("2017-10-29/", "2017-10-29", True),
            ("", "2017-10-29", False),
            ("2017-09", "2017-10-30/2017-10-31", False),
            ("2017-10-30/2017-10-31", "2017-11", False),
        ],
    )
    def test_whose_days_may_be_the_same_are_found(self, known, new, alike):
        partner, visits = PartnerFactory(), []
        for title, period in (("One", known), ("Two", new)):
            visits.append(VisitFactory(title_fr=title, title_en=title, period=period))
            visits[-1].partners.add(partner)
        assert found(visits[1]) == visits[:1] * alike

    @pytest.mark.parametrize("factory", [MeetingFactory, DecisionFactory, AgreementFactory])
    def test_of_any_kind_are_found_by_partner_and_day(self, factory):
        partner, rows = PartnerFactory(), []
        for title, day in (("One", "2018-05"), ("Two", "2018-05-24"), ("Three", "2018-06-24")):
            rows.append(factory(title_fr=title, title_en=title, date=day))
            rows[-1].partners.add(partner)
        assert found(rows[1]) == rows[:1]
        assert found(rows[2]) == []

    def test_of_which_no_day_is_known_are_not(self):
        partner = PartnerFactory()
        for title, day in (("One", ""), ("Two", "2018-05-24"), ("Three", "")):
            meeting = MeetingFactory(title_fr=title, title_en=title, date=day)
            meeting.partners.add(partner)
            assert found(meeting) == [], title

    def test_with_another_partner_are_not(self):
        for title in ("One", "Two"):
            meeting = MeetingFactory(title_fr=title, title_en=title, date="2017-10-30")
            meeting.partners.add(PartnerFactory())
        assert found(meeting) == []


class TestSupport:
    def test_is_said_to_be_missing(self):
        area = AreaFactory()
        assert len(notices(area)) == 1
        CitationFactory(area=area)
        assert notices(area) == []


class TestKindsThatSayWhenTwoAreOne:
    """Of which nothing is said in words of their own, such as a kind that was just added."""

    @pytest.fixture(autouse=True)
    def _said(self, monkeypatch):
        monkeypatch.setitem(KINDS, "activity", replace(KINDS["activity"], same_if=("period",)))

    def test_are_looked_for_by_partner_and_days(self):
        partner = PartnerFactory()
        first, other, later = (ActivityFactory(period=period) for period in ("2009/2012", "2011/2013", "2014/2015"))
        elsewhere = ActivityFactory(period="2009/2012")
        for activity in (first, other, later):
            activity.partners.add(partner)
        elsewhere.partners.add(PartnerFactory())
        assert found(first) == [other]
        assert found(later) == []

    def test_are_looked_for_by_a_partner_behind_what_they_name(self, monkeypatch):
        monkeypatch.setitem(KINDS, "posting", replace(KINDS["posting"], same_if=("period",)))
        state = PartnerFactory().state
        first, other = (PostingFactory(state=state, period=period) for period in ("2009/2012", "2011/2013"))
        PostingFactory(period="2009/2012")
        assert found(first) == [other]

    def test_without_a_partner_or_a_period_resemble_nothing(self):
        ActivityFactory()
        assert found(ActivityFactory()) == []
        partner, undated, dated = PartnerFactory(), ActivityFactory(period=""), ActivityFactory(period="2009/2012")
        for activity in (undated, dated):
            activity.partners.add(partner)
        assert found(undated) == []
