"""What is found by words and filters."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing.filters import read_filters
from partnerships.pages.words_found import (
    _lasting_kinds,
    as_typed,
    found_by,
    found_with,
    instructions,
    left_out,
    named_by_most,
    narrowing,
    words_apart,
)
from partnerships.projections import search
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    MissionFactory,
    OfficeFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    PostingFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def read(query):
    return read_filters(QueryDict(query), kinds=tuple(KINDS))


def keys(found):
    return [hit.key for each in found for hit in each.hits]


class TestFound:
    @pytest.fixture(autouse=True)
    def _decisions(self):
        for year in (2011, 2018):
            DecisionFactory(key=f"d{year}", title_en="Seaweed", date=str(year), **PUBLISHED)
        AreaFactory(key="a", name_en="Seaweed", **PUBLISHED)

    def test_words_and_filters_are_those_of_the_address(self):
        typed, found = found_by(QueryDict("q=seaweed&kind=decision&from=2015"))
        assert (typed.text, keys(found)) == ("seaweed", ["d2018"])

    def test_time_among_the_words_narrows_what_has_the_others_and_a_date(self):
        assert keys(found_with("seaweed 24 May 2018", read(""))[1]) == ["d2018", "a"]

    def test_office_is_found_beside_what_says_the_year(self):
        OfficeFactory(key="o", name_en="Keeper of seaweed", **PUBLISHED)
        assert keys(found_with("who was keeper of seaweed in 2018", read(""))[1]) == ["o"]
        DecisionFactory(key="said", title_en="Old", text_en="Of the keeper of seaweed 2018", date="1990", **PUBLISHED)
        assert keys(found_with("keeper seaweed 2018", read(""))[1]) == ["o", "said"]

    def test_all_of_a_kind_that_is_named_and_of_somebody_is_found_in_a_time(self):
        for year in (2013, 2015):
            VisitFactory(key=f"v{year}", title_en="Journey", period=str(year), **PUBLISHED)
        DecisionFactory(key="visited", title_en="A visit since 2014", date="2013", **PUBLISHED)
        assert set(keys(found_with("visits since 2014", read(""))[1])) == {"visited", "v2015"}
        person = PersonFactory(key="p", name="Kay Lee", **PUBLISHED)
        TenureFactory(key="t", person=person, period="2014/2016", **PUBLISHED)
        PageFactory(key="method", text_en="As of Kay Lee on 6 May 2015.", **PUBLISHED)
        assert set(keys(found_with("Kay Lee 6 May 2015", read(""))[1])) == {"method", "t"}

    def test_what_began_in_a_time_is_found_where_that_is_asked(self):
        for year in (2014, 2016):
            MissionFactory(key=f"m{year}", name_en="Mission", period=f"{year}/..", **PUBLISHED)
        assert keys(found_with("missions opened in 2016", read(""))[1]) == ["m2016"]

    def test_what_lasts_is_found_by_when_it_began(self):
        spans = {"m2013": "2013/", "m1999": "1999/", "unknown": "/2030", "eu2019": "2019/"}
        for key, period in spans.items():
            MissionFactory(key=key, name_en=f"Mission {key}", name_fr=f"Mission {key}", period=period, **PUBLISHED)
        DecisionFactory(key="said", title_en="Missions", text_en="Opened after 2011", **PUBLISHED)
        for text in (
            "missions after 2011",
            "missions since 2012",
            "which partners opened a mission after 2011?",
            "nouvelles missions ouvertes depuis 2012",
            "quels partenaires ont ouvert une mission après 2011 ?",
        ):
            found = {each.kind: [hit.key for hit in each.hits] for each in found_with(text, read(""))[1]}
            assert found["mission"] == ["m2013", "eu2019"], text

    def test_partner_stands_for_what_concerns_it_where_no_record_has_all_words(self):
        japan = StateFactory(name_en="Japan", **PUBLISHED)
        for key, state in (("own", japan), ("other", StateFactory(name_en="Elsewhere", **PUBLISHED))):
            PostingFactory(key=key, title_en=f"Liaison {key}", state=state, **PUBLISHED)
        typed, found = found_with("liaison Japan", read(""))
        assert (typed.left_out, keys(found)) == ((), ["own"])

    def test_what_no_record_has_is_left_out(self):
        typed, found = found_with("seaweed xyzzyx", read("kind=area"))
        assert (typed.left_out, keys(found)) == (("xyzzyx",), ["a"])

    def test_nothing_is_found_with_what_nobody_may_see(self):
        PartnerFactory(key="draft")
        assert keys(found_with("seaweed", read("partner=draft"))[1]) == []


class TestNamedByMost:
    def test_are_offered_where_little_is_found(self):
        AreaFactory(key="cyber", name_en="Cyber defence", **PUBLISHED)
        DecisionFactory(key="d", title_en="A decision", text_en="On cyber security and security", **PUBLISHED)
        AreaFactory(key="s", name_en="Sea", summary_en="Security", **PUBLISHED)
        typed, found = found_with("cyber security", read(""))
        offered = named_by_most(typed, found, read(""))
        assert offered is not None
        assert ([hit.key for hit in offered.hits], offered.typed.left_out) == (["cyber"], ("security",))
        assert named_by_most(typed, [], read("")) is None

    def test_are_not_where_a_name_has_all(self):
        AreaFactory(key="cyber", name_en="Cyber defence", **PUBLISHED)
        typed, found = found_with("cyber defence", read(""))
        assert named_by_most(typed, found, read("")) is None


class TestAsTyped:
    def test_is_the_word_with_its_accents_and_capitals(self):
        assert as_typed("Une Coopération d’État", "cooperation") == "Coopération"
        assert as_typed("Une Coopération d’État", "etat") == "État"
        assert as_typed("安倍首相", "首相") == "首相"

    def test_what_is_left_out_stands_so_too(self):
        PersonFactory(key="abe", name="安倍", **PUBLISHED)
        for text, gone in (("安倍首相", ["首相"]), ("安倍 Évêque", ["Évêque"])):
            typed, found = found_with(text, read(""))
            assert (keys(found), left_out(typed)) == (["abe"], gone)
        assert left_out(search.understand("安倍")) == []


class TestWordsApart:
    def test_are_those_by_which_something_is_found(self):
        AreaFactory(name_en="Kelp", **PUBLISHED)
        assert words_apart(search.understand("kelp xyzzyx"), read("")) == ["kelp"]
        assert words_apart(search.understand("kelp"), read("")) == []
        assert words_apart(search.understand("kelp xyzzyx"), read("partner=none")) == []


class TestNarrowing:
    def test_names_kinds_facets_and_time(self):
        PartnerFactory(key="jp", **PUBLISHED)
        found = narrowing(read("partner=jp&kind=visit&from=2018-01-01&to=2019-02-01"))
        assert (found.kinds, found.facets) == (("visit",), (("partner", ("jp",)),))
        assert (found.first.isoformat(), found.last.isoformat()) == ("2018-01-01", "2019-02-01")

    def test_is_none_where_a_filter_names_nothing_public(self):
        assert narrowing(read("partner=none")) is None


class TestTimes:
    def of(self, text):
        with override("en"):
            return found_with(text, read_filters(QueryDict()))

    def test_what_says_the_month_comes_before_what_was_of_that_time(self):
        OfficeFactory(name_en="Minister of Japan", **PUBLISHED)
        VisitFactory(title_en="Visit to Japan, December 2007", period="2007-12-12/2007-12-14", **PUBLISHED)
        _typed, found = self.of("december 2007 japan")
        assert [each.kind for each in found][0] == "visit"
        assert "office" in [each.kind for each in found]

    def test_time_that_narrows_nothing_is_said(self):
        OfficeFactory(name_en="Ambassador", period="", **PUBLISHED)
        typed, found = self.of("Ambassador in 1950")
        assert ([each.kind for each in found], typed.left_out) == (["office"], ("1950",))
        VisitFactory(title_en="Visit of the Ambassador", period="1950-05", **PUBLISHED)
        assert self.of("Ambassador in 1950")[0].left_out == ()

    def test_partner_stands_for_what_concerns_it_in_that_time(self):
        partner = PartnerFactory(state=StateFactory(name_en="Japan", **PUBLISHED), **PUBLISHED)
        PageFactory(text_en="Of visits to Japan", **PUBLISHED)
        for key in ("2017-10", "2016-05", "2017-01"):
            visit = VisitFactory(key=f"v{key}", title_en="Visit to Tokyo", period=key, **PUBLISHED)
            visit.partners.add(partner)
        typed, found = self.of("visits Japan 2017")
        assert (typed.left_out, keys(found)[:2]) == ((), ["v2017-01", "v2017-10"])
        assert "v2016-05" not in keys(found)

    def test_day_in_figures_finds_what_the_day_in_words_does(self):
        DecisionFactory(title_en="Of 24 May 2018", **PUBLISHED)
        for text in ("24 May 2018", "24.5.2018"):
            _typed, (each,) = self.of(text)
            assert each.kind == "decision"

    def test_time_is_kept_where_fewer_of_the_other_words_are_looked_for(self):
        DecisionFactory(key="then", title_en="Seaweed", date="2017-10", **PUBLISHED)
        DecisionFactory(key="other", title_en="Seaweed of the week", text_en="The last one", **PUBLISHED)
        typed, found = self.of("seaweed of the last week of October 2017")
        assert (keys(found), typed.left_out) == (["then"], ("last", "week"))

    def test_what_happened_is_told_rather_than_what_has_some_other_word(self):
        DecisionFactory(title_en="Seaweed", date="2017-10", **PUBLISHED)
        PageFactory(text_en="Somebody last seen", **PUBLISHED)
        typed, found = self.of("last xyzzyx of October 2017")
        assert (keys(found), typed.left_out) == ([], ())

    def test_somebody_who_is_named_is_found_without_the_time(self):
        PersonFactory(key="ishiba", name="Ishiba", **PUBLISHED)
        DecisionFactory(title_en="Seaweed", date="1999", **PUBLISHED)
        typed, found = self.of("Ishiba xyzzyx 1999")
        assert (keys(found), set(typed.left_out)) == (["ishiba"], {"xyzzyx", "1999"})

    def test_number_that_is_no_time_is_a_word(self):
        AreaFactory(key="wps", name_en="Women, peace and security", **PUBLISHED)
        typed, found = self.of("xyzzyx 1325")
        assert (keys(found), typed.left_out) == (["wps"], ("xyzzyx",))


class TestLittleFound:
    def test_partner_stands_for_what_concerns_it_beside_what_names_it(self):
        partner = PartnerFactory(state=StateFactory(name_en="Japan", **PUBLISHED), **PUBLISHED)
        VisitFactory(key="said", title_en="Visit of Kay Lee to Japan", **PUBLISHED)
        VisitFactory(key="tokyo", title_en="Visit of Kay Lee to Tokyo", **PUBLISHED).partners.add(partner)
        VisitFactory(key="other", title_en="Visit of Kay Lee", **PUBLISHED)
        _typed, found = found_with("when did Kay Lee visit Japan", read(""))
        assert set(keys(found)) == {"said", "tokyo"}

    def test_what_lasts_is_found_beside_what_says_that_it_began(self):
        state = StateFactory(name_en="Korea", **PUBLISHED)
        partner = PartnerFactory(state=state, **PUBLISHED)
        MissionFactory(key="m", name_en="Mission of Korea", state=state, **PUBLISHED)
        MissionFactory(key="other", name_en="Mission of Elsewhere", **PUBLISHED)
        DecisionFactory(key="d", title_en="Partners are to open a mission", **PUBLISHED).partners.add(partner)
        _typed, found = found_with("when did Korea open its mission", read(""))
        assert set(keys(found)) == {"d", "m"}


class TestInitials:
    def test_person_comes_first_whose_name_begins_so(self):
        for name in ("Taro Aso", "Taro Kono"):
            family = name.split()[1]
            PersonFactory(key=family.lower(), name=name, family_name=family, **PUBLISHED)
        with override("en"):
            typed, (people,) = found_with("Taro K.", read_filters(QueryDict()))
            nobody, _found = found_with("Taro X.", read_filters(QueryDict()))
        assert [hit.key for hit in people.hits] == ["kono", "aso"]
        # It is somebody’s: nothing is left out.
        assert (typed.left_out, nobody.left_out) == ((), ("x",))


@pytest.mark.once
class TestWhatLasts:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            (("missions", "japan"), ("mission",)),
            (("partners", "mission"), ("mission",)),
            (("partners",), ("partner",)),
            (("visits",), ()),
            ((), ()),
        ],
    )
    def test_is_named_among_the_words_and_partners_where_nothing_else_is(self, words, found):
        assert _lasting_kinds(words, tuple(KINDS)) == found
        assert _lasting_kinds(words, ("visit",)) == ()


@pytest.mark.once
class TestInstructions:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("japan OR korea", ["OR"]),
            ("EU OR NATO", ["OR"]),
            ("NATO -Japan", ["-"]),
            ("Japon ET Corée", ["ET"]),
            ("JAPON ET CORÉE", []),
            ("japan or korea", []),
            ("Japan-NATO", []),
            ("2014 - 2018", []),
            ("Japan – NATO", []),
        ],
    )
    def test_are_what_other_searches_have(self, text, found):
        assert instructions(text) == found
