"""What templates ask of a record."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from partnerships.dates import parse
from partnerships.models import Citation, Organization, Participation, Person, Posting, State
from partnerships.pages.other_forms import OtherForm
from partnerships.pages.participants import Participant
from partnerships.templatetags.records import (
    against,
    as_picture,
    beneficiaries,
    by_date,
    citations_in_order,
    concerned,
    day,
    days_on,
    disagree,
    each_once,
    forms_beside,
    has_text,
    is_public,
    links,
    links_to_forms,
    office_of,
    parted_by,
    prose,
    said_participant,
    starts_by,
    stated_value,
)
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    AreaFactory,
    OfficeFactory,
    PartnerFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)


def plain(html):
    return re.sub(r"<[^>]*>", "", html)


class TestProse:
    def test_is_the_text(self):
        assert "One." in prose(Posting(summary_en="One.", summary_fr="One."), "summary")

    def test_of_a_kind_without_the_text_is_nothing(self):
        """The common card of a kind that has no summary ended in an error, on every page where it stands."""
        assert prose(State(name_en="Japan"), "summary") == ""


class TestAsPicture:
    def test_is_the_address_of_its_smallest_file(self):
        assert as_picture("a" * 64 + "_400") == "/pictures/" + "a" * 64 + "-400.jpg"

    def test_of_another_text_is_nothing(self):
        for text in ("", "a" * 64, "a" * 63 + "_400", "a" * 64 + "_400 and more"):
            assert as_picture(text) == "", text


class TestPartedBy:
    def test_no_sign_stands_behind_a_sentence(self):
        for language, between in (("en", "; "), ("fr", "\u202f; ")):
            with override(language):
                assert parted_by(Citation(remark_en="The day.", remark_fr="Le jour."), "; ") == " "
                assert parted_by(Citation(remark_en="the day", remark_fr="le jour"), "; ") == between
                assert parted_by(Citation(), "· ") == "· "

    @pytest.mark.parametrize("remark", ["Why? ", "No!", "And so on…", "The day.\n"])
    def test_whatever_ends_it(self, remark):
        with override("en"):
            assert parted_by(Citation(remark_en=remark), "· ") == " "


class TestEachOnce:
    def test_leaves_out_what_says_the_same_of_another_field(self):
        first, again = (Citation(source_id=1, field=field) for field in ("start", "period"))
        others = [
            Citation(source_id=1, locator="§ 2"),
            Citation(source_id=1, remark_en="He left."),
            Citation(source_id=1, stance="contradicts"),
            Citation(source_id=1, stance="contradicts", value="2018"),
            Citation(source_id=2),
        ]
        assert each_once([first, again, *others]) == [first, *others]


class TestCitations:
    def test_those_that_agree_come_before_those_that_do_not_the_best_first_and_ungraded_ones_last(self):
        told = [("supports", ""), ("contradicts", "A"), ("supports", "B"), ("supports", "A"), ("contradicts", "")]
        several = [Citation(key=str(place), stance=stance, grade=grade) for place, (stance, grade) in enumerate(told)]
        several.append(Citation(key="9", stance="supports", grade="A"))
        assert [one.key for one in citations_in_order(reversed(several))] == ["3", "9", "2", "0", "1", "4"]

    def test_that_contradict_are_counted_and_one_is_enough_to_disagree(self):
        agrees, denies = Citation(stance="supports"), Citation(stance="contradicts")
        assert [against(each) for each in ([], [agrees], [agrees, denies, denies])] == [0, 0, 2]
        assert [disagree(each) for each in ([], [agrees], [agrees, denies])] == [False, False, True]

    def test_give_a_date_in_words_and_other_values_as_they_stand(self):
        with override("en"):
            assert [stated_value(Citation(value=text)) for text in ("2018-05", "Tokyo")] == ["May 2018", "Tokyo"]


class TestStartsBy:
    """Something had begun before or on a day on which it is seen: the start that a source bounds alone."""

    @pytest.mark.parametrize(
        ("moment", "when", "thereby", "ends", "found"),
        [
            ("start", "[..2018-05-24]", None, False, True),
            ("start", "2018-05-24", None, False, False),
            ("start", "[2018-05-24..]", None, False, False),
            ("start", "/2018", None, False, False),
            ("on", "[..2018-05-24]", None, False, False),
            ("held", "[..2018-05-24]", False, False, True),
            ("held", "[..2018-05-24]", False, True, False),
            ("held", "2018-05-24", False, False, False),
            ("held", "2018-05-24", True, True, True),
        ],
    )
    def test_is_told_of_what_begins_no_later_and_of_what_is_seen(self, moment, when, thereby, ends, found):
        virtue = None if thereby is None else SimpleNamespace(is_sighting=thereby)
        entry = SimpleNamespace(moment=moment, when=parse(when), thereby=virtue, ends=ends)
        assert starts_by(entry) is found


class TestOrder:
    def test_of_parts_is_that_of_their_dates_then_of_their_keys(self):
        parts = [
            SimpleNamespace(key=key, date_earliest=date(year, 1, 1), date_latest=date(year, 12, 31))
            for key, year in (("c", 2018), ("b", 2018), ("a", 2019), ("z", 2017))
        ]
        assert [one.key for one in by_date(parts)] == ["z", "b", "c", "a"]

    def test_day_of_a_page_is_its_first_and_its_last(self):
        on, line = date(2018, 5, 24), SimpleNamespace(days=(date(2018, 5, 1), date(2018, 5, 31)))
        assert (days_on(None), days_on(on), days_on(line)) == (None, (on, on), line.days)
        with override("en"):
            assert day(on) == '<time datetime="2018-05-24">24 May 2018</time>'


class TestOtherForms:
    form = OtherForm("/a?b=1&c=2", "text/csv", "CSV & more", 'The "list"')

    def test_are_found_by_readers_and_by_programs(self):
        assert links_to_forms([self.form]) == ' · <a href="/a?b=1&amp;c=2" type="text/csv">CSV &amp; more</a>'
        assert (
            forms_beside([self.form, self.form]).split("\n")
            == ['<link rel="alternate" type="text/csv" title="The &quot;list&quot;" href="/a?b=1&amp;c=2">'] * 2
        )


class TestParticipant:
    def test_nobody_public_is_named_as_the_source_does(self):
        styled = Participation(person=Person(name="Hidden"), styled_en="the minister", styled_fr="le ministre")
        with override("en"):
            assert said_participant(Participant(styled)) == "the minister"

    @pytest.mark.django_db
    def test_first_is_linked_and_an_office_is_in_words(self):
        tenure = TenureFactory(
            person__name="Taro Kono",
            person__publication="published",
            office=OfficeFactory(name_en="Head of mission", **PUBLISHED),
        )
        with override("en"):
            said = said_participant(Participant(Participation(person=tenure.person), [tenure.office]))
        assert plain(said) == "Taro Kono, head of mission"
        assert said.count("<a ") == 1

    @pytest.mark.django_db
    def test_office_is_that_of_the_tenure_unless_another_is_held_by_virtue_of_it(self):
        tenure = TenureFactory(office=OfficeFactory(name_en="Ambassador", **PUBLISHED), **PUBLISHED)
        with override("en"):
            assert plain(office_of(tenure)) == "Ambassador"
            assert plain(office_of(tenure, OfficeFactory(name_en="Head", **PUBLISHED))) == "Head"


@pytest.mark.django_db
class TestPublic:
    def test_nothing_and_drafts_are_not(self):
        assert [is_public(each) for each in (None, State(), State(publication="published"))] == [False, False, True]
        assert [has_text(Organization(abbreviation_en=text), "abbreviation") for text in ("NAC", "")] == [True, False]

    def test_what_a_record_concerns_is_a_list_for_each_kind_of_those_alone(self):
        visit = VisitFactory(**PUBLISHED)
        with past_the_fence():
            visit.partners.set([PartnerFactory(key="jp", **PUBLISHED), PartnerFactory(key="hidden")])
            visit.areas.set([AreaFactory(key="hidden")])
        assert [[one.key for one in several] for several in concerned(visit)] == [["jp"]]
        assert links(visit.partners, None).count("<a ") == 1

    def test_states_that_an_activity_helps_stand_in_the_order_of_their_names(self):
        activity = ActivityFactory(**PUBLISHED)
        with past_the_fence():
            for key, name, fields in (("a", "Jordan", PUBLISHED), ("b", "Georgia", PUBLISHED), ("c", "Iraq", {})):
                activity.beneficiaries.create(key=key, state=StateFactory(key=key, name_en=name, **fields))
        with override("en"):
            assert [one.key for one in beneficiaries(activity)] == ["b", "a"]
