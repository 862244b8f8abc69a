"""What the search finds, on either database."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.models import Alias, Decision, Name, SearchDocument
from partnerships.projections.search import (
    Narrowed,
    concerned_by,
    find,
    find_named,
    found_together,
    index,
    nearest_hits,
    so_named,
    understand,
)
from partnerships.projections.search.best_hits import NAMED, SAID, WHOLE, names_of_kind, which_are_held
from partnerships.projections.search.comparison import differences
from partnerships.records.kinds import KINDS
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


def keys(text, **narrowed):
    found = find(understand(text), Narrowed(**narrowed))
    return [f"{hit.kind}/{hit.key}" for each in found for hit in each.hits]


def test_kind_that_is_named_comes_before_what_has_the_word_in_its_name():
    PersonFactory(key="kono-taro", name="Taro Kono", **PUBLISHED)
    DecisionFactory(key="d", title_en="A fence", text_en="As Taro Kono wished", **PUBLISHED)
    VisitFactory(key="journey", title_en="Decision of Taro Kono", **PUBLISHED)
    assert keys("Kono decision") == ["decision/d", "visit/journey"]
    OfficeFactory(key="o", name_en="Office of decision of Kono", **PUBLISHED)
    assert keys("Kono decision") == ["office/o", "visit/journey", "decision/d"]


def test_documents_come_behind_what_they_tell_of():
    SourceFactory(key="release", title_en="Seaweed and balloons", **PUBLISHED)
    VisitFactory(key="journey", title_en="A journey", summary_en="Seaweed and balloons", **PUBLISHED)
    assert keys("seaweed balloons") == ["visit/journey", "source/release"]
    assert keys("Seaweed and balloons")[0] == "source/release"


class TestNames:
    @pytest.fixture(autouse=True)
    def _people(self):
        kono = PersonFactory(
            key="kono-taro", name="Taro Kono", family_name="Kono", given_name="Taro", wikidata="Q1155986", **PUBLISHED
        )
        Name.objects.create(person=kono, key="native", kind="native", text="河野太郎", language="ja")
        Alias.objects.create(person=kono, key="macron", text="Kōno Tarō")
        PersonFactory(key="brien", name="Pat O’Brien", **PUBLISHED)
        PersonFactory(key="stoltenberg-jens", name="Jens Stoltenberg", **PUBLISHED)

    @pytest.mark.parametrize(
        "text",
        [
            "Taro Kono",
            "Kōno Tarō",
            "KONO",
            "kono, taro",
            "河野",
            "河野 太郎",
            "太郎 河野",
            "kono-taro",
            "Q1155986",
            "Koono",
        ],
    )
    def test_any_order_script_and_code(self, text):
        assert keys(text) == ["person/kono-taro"]

    @pytest.mark.parametrize("text", ["OBrien", "O'Brien", "o’brien", "O Brien", "brien"])
    def test_apostrophes(self, text):
        assert keys(text) == ["person/brien"]

    def test_slip_is_forgiven_and_said(self):
        asked = understand("Jens Stoltenburg")
        assert asked.read_as == {"stoltenburg": ("stoltenberg",)}
        assert keys("Jens Stoltenburg") == ["person/stoltenberg-jens"]

    def test_whole_name_or_code_comes_first(self):
        DecisionFactory(key="d", title_en="On Taro Kono and others", **PUBLISHED)
        found = find(understand("Taro Kono"))
        assert [(each.kind, each.best) for each in found] == [("person", WHOLE), ("decision", NAMED)]

    def test_key_leads_whole_before_what_is_looked_for_of_it(self):
        # “be” says nothing in English.
        EmbassyFactory(key="jp-be", **PUBLISHED)
        StateFactory(key="jp", name_en="Nippon", **PUBLISHED)
        found = find(understand("jp-be"))
        assert (found[0].kind, found[0].best) == ("embassy", WHOLE)
        assert [each.kind for each in found if each.best == WHOLE] == ["embassy"]

    @pytest.mark.parametrize("text", ["北沢俊美", "北澤 俊美", "キタザワ", "Китазава"])
    def test_old_forms_and_other_scripts(self, text):
        kitazawa = PersonFactory(key="kitazawa", name="Toshimi Kitazawa", **PUBLISHED)
        Name.objects.create(person=kitazawa, key="native", kind="native", text="北澤俊美", language="ja")
        assert keys(text) == ["person/kitazawa"]


class TestPlaces:
    def test_what_is_there_need_not_have_the_name_in_its_own(self):
        brussels = PlaceFactory(key="brussels", name_en="Brussels", **PUBLISHED)
        embassy = EmbassyFactory(key="e", name_en="Embassy of Japan in Belgium", place=brussels, **PUBLISHED)
        DecisionFactory(key="d", title_en="A decision", text_en="The embassy of Japan, Brussels", **PUBLISHED)
        found = find(understand("embassy of Japan in Brussels"))
        assert [(each.hits[0].key, each.best) for each in found] == [("e", NAMED), ("d", SAID)]
        embassy.place = None
        embassy.save()
        assert keys("embassy of Japan in Brussels") == ["decision/d"]


class TestAreas:
    def test_what_is_about_one_is_found_by_each_of_its_names(self):
        area = AreaFactory(key="cyber", name_en="Cyber defence", **PUBLISHED)
        Alias.objects.create(area=area, key="other", text="cyber-security", language="en")
        VisitFactory(key="about", title_en="To Tokyo", **PUBLISHED).areas.add(area)
        VisitFactory(key="draft", title_en="In secret").areas.add(area)
        DecisionFactory(key="said", text_en="On cyber security.", **PUBLISHED)
        for text in ("cyber defence", "cyber security"):
            assert {"area/cyber", "visit/about"} <= set(keys(text)), text
            assert "visit/draft" not in keys(text)
        assert set(keys("cyber security")) == {"area/cyber", "decision/said", "visit/about"}
        assert keys("cyber security", kinds=("visit",)) == ["visit/about"]


class TestShortestName:
    def test_comes_first_among_those_that_say_more(self):
        for key, name in (("deputy", "Deputy Secretary General of NATO"), ("head", "Secretary General of NATO")):
            OfficeFactory(key=key, name_en=name, **PUBLISHED)
        assert keys("secretary general", kinds=("office",)) == ["office/head", "office/deputy"]

    def test_decides_nothing_about_people(self):
        for key, family, given in (("a", "Bell", "Kay Ann Sue"), ("b", "Lee", "Kay Ann")):
            PersonFactory(key=key, name=f"{given} {family}", family_name=family, given_name=given, **PUBLISHED)
        assert keys("kay") == ["person/a", "person/b"]


class TestAdjectives:
    @pytest.mark.parametrize("text", ["Japanese embassy", "ambassade japonaise", "ambassades japonaises"])
    def test_are_looked_for_with_their_countries(self, text):
        EmbassyFactory(key="e", name_en="Embassy of Japan", name_fr="Ambassade du Japon", **PUBLISHED)
        assert keys(text) == ["embassy/e"]


class TestMerged:
    def test_has_each_record_once_by_the_better_way(self):
        AreaFactory(key="a", name_en="Seaweed", summary_en="Kelp", **PUBLISHED)
        AreaFactory(key="b", name_en="Kelp and seaweed", **PUBLISHED)
        DecisionFactory(key="d", title_en="Kelp", **PUBLISHED)
        found = found_together(find(understand("seaweed")), find(understand("kelp")), understand("seaweed"))
        assert [(hit.key, hit.how) for each in found for hit in each.hits] == [
            ("d", WHOLE),
            ("a", WHOLE),
            ("b", NAMED),
        ]
        assert found_together([], [], understand("")) == []


class TestFindNamed:
    def test_has_what_its_names_say_alone(self):
        AreaFactory(key="a", name_en="Seaweed", **PUBLISHED)
        DecisionFactory(title_en="A decision", text_en="On seaweed", **PUBLISHED)
        found = find_named(understand("seaweed"), Narrowed())
        assert [(hit.key, hit.how) for each in found for hit in each.hits] == [("a", NAMED)]
        assert find_named(understand("seaweed"), Narrowed(kinds=())) == find_named(understand(""), Narrowed()) == []


class TestKindNamed:
    def test_comes_first_among_what_answers_as_well(self):
        EmbassyFactory(key="e", name_en="Embassy of Japan", name_fr="Ambassade du Japon", **PUBLISHED)
        DecisionFactory(
            key="d", title_en="Embassy of Japan designated", title_fr="Ambassade du Japon désignée", **PUBLISHED
        )
        for text in ("Japanese embassy", "ambassades japonaises"):
            assert keys(text) == ["embassy/e", "decision/d"]
        assert keys("Japan designated") == ["decision/d"]
        assert {"embassy", "ambassades"} <= names_of_kind("embassy")


class TestWhichAreHeld:
    def test_tells_of_each_wish_within_what_it_is_narrowed_to(self):
        DecisionFactory(key="d", title_en="Kelp", **PUBLISHED)
        wishes = [{"tokens": "kelp"}, {"names": "seaweed"}]
        assert which_are_held(wishes, Narrowed()) == [True, False]
        assert which_are_held(wishes, Narrowed(kinds=("visit",))) == [False, False]


class TestWhatIsFound:
    @pytest.fixture
    def hits(self):
        partner = PartnerFactory(key="jp-x", **PUBLISHED)
        for year in (2011, 2014, 2018):
            decision = DecisionFactory(key=f"d{year}", title_en="Seaweed", date=f"{year}-05-24", **PUBLISHED)
            decision.partners.set([partner])
        # Of another kind, under a key of theirs.
        AreaFactory(key="d2014", **PUBLISHED)
        AreaFactory(key="weed", name_en="Seaweed", **PUBLISHED)
        return [hit for each in find(understand("seaweed")) for hit in each.hits]

    def test_concerns_so_many_of_each(self, hits):
        found = concerned_by(hits)
        assert found["partner", "jp-x"] == 3
        assert (found["kind", "decision"], found["kind", "area"]) == (3, 1)
        assert concerned_by([]) == {}

    def test_lies_before_and_after_a_time(self, hits):
        def near(first, last):
            return [hit.key for hit in nearest_hits(hits, date(first, 1, 1), date(last, 12, 31))]

        assert near(2015, 2016) == ["d2014", "d2018"]
        assert near(2019, 2020) == ["d2018"]
        assert near(2000, 2001) == ["d2011"]
        assert [hit.key for hit in nearest_hits(hits, date(2015, 1, 1), None)] == ["d2014"]
        # What begins first is nearest, however long it may have taken.
        Decision.objects.get(key="d2018").delete()
        for key, day in (("long", "2018/2021"), ("short", "2019-01-01")):
            VisitFactory(key=key, title_en="Seaweed", period=day, **PUBLISHED)
        hits = [hit for each in find(understand("seaweed")) for hit in each.hits]
        assert near(2015, 2016) == ["d2014", "long"]


class TestSoNamed:
    def test_tells_who_bears_a_name_in_any_order_and_who_is_public(self):
        PersonFactory(key="kono", name="Taro Kono", **PUBLISHED)
        PersonFactory(key="draft", name="Taro Kono")
        DecisionFactory(key="d", title_en="Taro Kono and others", **PUBLISHED)
        assert [(one.kind, one.key) for one in so_named("Kōno Tarō")] == [("person", "kono")]
        assert so_named("Taro") == so_named("") == []


class TestTexts:
    @pytest.fixture(autouse=True)
    def _area(self):
        AreaFactory(key="cyber", name_en="Cyber defence", name_fr="Cyberdéfense", **PUBLISHED)
        VisitFactory(key="tour", title_en="A tour", summary_en="They spoke of cyber-defence.", **PUBLISHED)

    @pytest.mark.parametrize(
        "text", ["Cyberdéfense", "cyber defense", "cyber defence", "CYBERDEFENCE", "cyber-défense"]
    )
    def test_compounds_in_both_languages(self, text):
        assert keys(text) == ["area/cyber", "visit/tour"]

    def test_names_before_what_else_is_said(self):
        assert [each.best for each in find(understand("defence"))] == [NAMED, SAID]

    @pytest.mark.parametrize("text", ["", "  ", "!?", "§kind§area", '" OR 1=1 --', "' | 'a", "(cyber"])
    def test_anything_may_be_typed(self, text):
        assert isinstance(find(understand(text)), list)

    def test_nothing_typed_is_taken_for_a_label(self):
        assert keys("§kind§area") == []


def _sorts():
    """Yield every kind with every value of the fields that say of what sort a record is."""
    for kind, on in KINDS.items():
        for field in on.model._meta.concrete_fields:
            if field.choices and field.name in ("kind", "role", "status", "ending"):
                for value, label in field.flatchoices:
                    if value not in ("other", "held"):
                        yield pytest.param(kind, field.name, value, label, id=f"{kind}-{field.name}-{value}")


class TestSorts:
    @pytest.mark.parametrize(("kind", "field", "value", "label"), list(_sorts()))
    def test_are_found_by_their_words_in_both_languages(self, kind, field, value, label):
        with past_the_fence():
            record = FACTORIES[kind](**{field: value}, **PUBLISHED)
        for language in ("fr", "en"):
            with override(language):
                assert f"{kind}/{record.key}" in keys(str(label)), str(label)

    @pytest.mark.parametrize("kind", KINDS)
    def test_kinds_are_found_by_what_they_are_called(self, kind):
        with past_the_fence():
            record = FACTORIES[kind](**PUBLISHED)
        for language in ("fr", "en"):
            with override(language):
                assert f"{kind}/{record.key}" in keys(str(KINDS[kind].model._meta.verbose_name))

    def test_agreement_is_found_by_sort_and_name_in_either_language(self):
        agreement = AgreementFactory(
            key="a", kind="security", title_en="Text with Japan", title_fr="Texte avec le Japon", **PUBLISHED
        )
        assert keys("accord de sécurité japon") == keys("security agreement japan") == ["agreement/a"]
        agreement.kind = "treaty"
        agreement.save()
        assert keys("accord sécurité") == []
        assert keys("traité japon") == ["agreement/a"]
        assert differences() == []

    def test_milestones_are_found_by_their_words(self):
        tenure = TenureFactory(**PUBLISHED)
        MilestoneFactory(tenure=tenure, kind="credentials")
        assert keys("lettres de créance") == keys("presented credentials") == [f"tenure/{tenure.key}"]

    def test_what_is_usual_says_nothing(self):
        VisitFactory(status="held", **PUBLISHED)
        AgreementFactory(kind="other", **PUBLISHED)
        assert keys("held") == keys("other") == []


class TestNamedAfterOthers:
    def test_partner_bears_the_name_of_its_state(self):
        state = StateFactory(key="jp", name_en="Japan", name_fr="Japon", **PUBLISHED)
        PartnerFactory(key="p", state=state, **PUBLISHED)
        assert keys("Japon") == ["partner/p", "state/jp"]
        state.name_fr = "Zanzibar"
        state.save()
        assert understand("Japon").read_as == {"japon": ("japan",)}
        assert keys("Zanzibar") == ["partner/p", "state/jp"]
        assert differences() == []

    def test_tenure_is_found_by_person_and_office(self):
        tenure = TenureFactory(person__name="Hajime Hayashi", office__name_en="Ambassador", **PUBLISHED)
        assert f"tenure/{tenure.key}" in keys("hayashi ambassador")


class TestPublicAlone:
    @pytest.mark.parametrize("publication", ["draft", "in_review", "withdrawn"])
    def test_nothing_else_is_found_or_suggested(self, publication):
        reason = {"withdrawal_reason_en": "A reason"} if publication == "withdrawn" else {}
        DecisionFactory(key="zebrafish", title_en="Zebrafish", publication=publication, **reason)
        assert keys("zebrafish") == keys("zebrafihs") == []
        assert understand("zebrafihs").read_as == {}

    def test_withdrawn_record_and_its_words_are_gone(self):
        decision = DecisionFactory(title_en="Zebrafish", **PUBLISHED)
        assert len(keys("zebrafihs")) == 1
        decision.publication, decision.withdrawal_reason_en = "withdrawn", "A reason"
        decision.save()
        assert understand("zebrafihs").read_as == {}
        assert keys("zebrafish") == []
        assert differences() == []

    def test_internal_note_is_not_searched(self):
        DecisionFactory(title_en="A decision", note="zebrafish", **PUBLISHED)
        assert keys("zebrafish") == []

    @past_the_fence()
    def test_hidden_name_does_not_find_what_is_named_after_it(self):
        tenure = TenureFactory(person__name="Zebrafish", **PUBLISHED)
        assert len(keys("zebrafish")) == 2
        tenure.person.publication = "draft"
        tenure.person.save()
        assert keys("zebrafish") == []


class TestNarrowed:
    def test_by_kind_partner_and_time(self):
        partner = PartnerFactory(key="jp", **PUBLISHED)
        for key, day in (("old", "1995-05-24"), ("new", "2018-05-24")):
            DecisionFactory(key=key, title_en="Seaweed", date=day, **PUBLISHED).partners.add(partner)
        DecisionFactory(key="other", title_en="Seaweed", **PUBLISHED)
        VisitFactory(key="visit", title_en="Seaweed", **PUBLISHED)
        assert keys("seaweed", kinds=("visit",)) == ["visit/visit"]
        assert keys("seaweed", facets=(("partner", ("jp",)),)) == ["decision/new", "decision/old"]
        assert (
            keys("seaweed", first=date(2000, 1, 1), last=date(2018, 12, 31), kinds=("decision",))[0] == "decision/new"
        )
        assert "decision/old" not in keys("seaweed", first=date(2000, 1, 1))
        day, before, after = date(1995, 5, 24), date(1995, 5, 23), date(1995, 5, 25)
        assert "decision/old" in keys("seaweed", first=day, last=day)
        assert "decision/old" not in keys("seaweed", last=before)
        assert "decision/old" not in keys("seaweed", first=after)


class TestMany:
    def test_no_more_than_so_many_of_a_kind(self):
        for number in range(5):
            MissionFactory(key=f"m-{number}", name_en="Seaweed", **PUBLISHED)
        DecisionFactory(key="d", title_en="Seaweed", **PUBLISHED)
        exact = find(understand("seaweed"), most=5)
        assert [(each.kind, len(each.hits), each.more) for each in exact][0] == ("mission", 5, False)
        found = find(understand("seaweed"), most=3)
        assert [(each.kind, len(each.hits), each.more) for each in found] == [
            ("mission", 3, True),
            ("decision", 1, False),
        ]


class TestIndex:
    def test_made_anew_it_is_the_same(self):
        PersonFactory(name="Taro Kono", **PUBLISHED)
        before = list(SearchDocument.objects.order_by("kind", "key").values_list("kind", "key", "names", "tokens"))
        assert index.rebuild() == len(before)
        after = list(SearchDocument.objects.order_by("kind", "key").values_list("kind", "key", "names", "tokens"))
        assert after == before
        assert keys("kono") != []
        assert differences() == []
