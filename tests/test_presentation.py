"""How texts, names and dates of records are shown: marked with their language, linked where the public may go."""

from datetime import date, time

import pytest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships import dates
from partnerships.models import Citation, Name
from partnerships.presentation import (
    Address,
    Called,
    Languages,
    Reached,
    SaidDate,
    ShownText,
    Tagged,
    date_html,
    date_of,
    field_called,
    hour_said,
    in_order,
    joined_values,
    language_name,
    language_now,
    link_html,
    links_html,
    machine_dates,
    marked_language,
    name_html,
    not_translated,
    office_html,
    paragraphs,
    value_html,
    when_html,
    within_html,
    written_html,
)
from partnerships.projections import version
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    OfficeFactory,
    PageFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.usefixtures("english")

PUBLIC = {"publication": "published"}


class TestLanguage:
    @pytest.mark.parametrize(("active", "now"), [("fr", "fr"), ("en-gb", "en"), (None, "fr")])
    def test_of_the_page_is_french_where_none_is_asked(self, active, now):
        with override(active):
            assert language_now() == now

    def test_of_a_text_is_told_in_words(self):
        assert [not_translated(one) for one in ("en", "fr", "ja")] == ["(in English)", "(in French)", "(Japanese)"]

    def test_has_a_small_letter_in_french_and_its_code_where_nobody_knows(self):
        assert [language_name(one) for one in ("la-IT", "mt", "ja-Latn", "qq-x")] == [
            "Latin",
            "Maltese",
            "Japanese",
            "qq-x",
        ]
        with override("fr"):
            assert [language_name(one) for one in ("la", "ja", "qq")] == ["latin", "japonais", "qq"]


class TestMarked:
    def test_text_of_the_page_stands_as_it_is_escaped(self):
        assert marked_language("a < b", "en") == "a &lt; b"

    def test_other_text_says_its_language_and_a_note_where_it_is_noted(self):
        assert marked_language("Où <b>", "fr") == (
            '<span lang="fr">Où &lt;b&gt;</span> <small class="untranslated">(in French)</small>'
        )
        assert marked_language("Où", "fr", mark=False) == '<span lang="fr">Où</span>'

    def test_nothing_stays_nothing(self):
        assert marked_language("", "fr") == ""


class TestParagraphs:
    def test_are_parted_by_empty_lines_and_escaped(self):
        assert paragraphs("One\r\nand <on>\r\n\r\n\n\nTwo\n\n \n", "en") == "<p>One\nand &lt;on&gt;</p><p>Two</p>"

    def test_in_another_language_are_marked_as_a_whole(self):
        assert paragraphs("Un\n\nDeux", "fr") == (
            '<div lang="fr"><p>Un</p><p>Deux</p></div><p class="untranslated"><small>(in French)</small></p>'
        )

    def test_of_nothing_are_none(self):
        assert paragraphs("", "fr") == ""


@pytest.mark.django_db
@pytest.mark.once
class TestWritten:
    def test_little_markup_stands_where_a_record_has_it_alone(self):
        assert written_html(PageFactory(text_en="A *word*", **PUBLIC), "text") == "<p>A <em>word</em></p>\n"
        assert written_html(StatementFactory(text_en="A *word*", **PUBLIC), "text") == "<p>A *word*</p>"

    def test_records_are_links_where_the_public_may_go(self):
        StateFactory(key="jp", slug_en="japan", **PUBLIC)
        StateFactory(key="secret")
        text = "[a](/id/state/jp), [b](/id/state/secret), [c](/id/state/none), [d](/id/page/about)"
        found = written_html(PageFactory(text_en=text, **PUBLIC), "text")
        assert found == '<p><a href="/en/states/japan/">a</a>, b, c, <a href="/en/about/">d</a></p>\n'


@pytest.mark.django_db
@pytest.mark.once
class TestLinks:
    def test_name_and_language_stand_in_a_link_and_the_note_behind_it(self):
        state = StateFactory(key="jp", name_en="", name_fr="Japon", slug_en="jp", **PUBLIC)
        assert link_html(state) == (
            '<a href="/en/states/jp/"><span lang="fr">Japon</span></a> <small class="untranslated">(in French)</small>'
        )
        assert name_html(state) == '<span lang="fr">Japon</span> <small class="untranslated">(in French)</small>'
        assert name_html(state, noted=False) == '<span lang="fr">Japon</span>'

    def test_what_the_public_may_not_see_is_not_named(self):
        assert link_html(StateFactory()) == "(not public)"
        assert link_html(None) == ""
        shown_one = StateFactory(key="jp", slug_en="jp", **PUBLIC)
        assert links_html([StateFactory(), shown_one, shown_one]) == ", ".join(
            ['<a href="/en/states/jp/">Japan</a>'] * 2
        )

    def test_name_is_that_of_its_days(self):
        state = StateFactory(slug_en="jp", **PUBLIC)
        Name.objects.create(state=state, key="old", text="Empire of Japan", period="1868-01-03/1947-05-03")
        day = date(1900, 1, 1)
        assert link_html(state, (day, day)) == '<a href="/en/states/jp/">Empire of Japan</a>'

    def test_designation_leads_from_the_post_to_the_mission(self):
        designation = DesignationFactory(mission__publication="published", embassy__publication="published", **PUBLIC)
        assert name_html(designation) == "Embassy of Japan in Belgium → Mission of Japan to NATO"
        tenure = TenureFactory(person__name="Abe", **PUBLIC)
        assert name_html(tenure) == f"Abe{tenure.label_separator}Prime Minister"

    def test_is_kept_under_the_version_by_language_and_day(self, monkeypatch):
        state = StateFactory(slug_en="jp", slug_fr="jp", **PUBLIC)
        monkeypatch.setattr(version, "steadied", lambda: ("v",))
        first = link_html(state)
        state.name_en = "Nippon"
        assert link_html(state) is first
        with override("fr"):
            assert link_html(state) == '<a href="/fr/etats/jp/">Japon</a>'
        day = date(2000, 1, 1)
        assert link_html(state, (day, day)) == '<a href="/en/states/jp/">Nippon</a>'


@pytest.mark.django_db
@pytest.mark.once
class TestOffices:
    @pytest.fixture
    def office(self):
        titles = {"name_fr": "Ambassadeur", "title_feminine_fr": "Ambassadrice", "name_en": "Ambassador"}
        return OfficeFactory(key="o", slug_fr="o", slug_en="o", **titles, **PUBLIC)

    def test_title_is_small_within_a_french_sentence_alone(self, office):
        assert within_html(office) == "Ambassador"
        with override("fr"):
            assert within_html(office) == "ambassadeur"
            assert within_html(office, linked=True) == '<a href="/fr/fonctions/o/">ambassadeur</a>'
            assert within_html(StateFactory(**PUBLIC)) == "Japon"

    def test_title_is_said_as_of_the_person(self, office):
        tenure = TenureFactory(office=office, person__title_form="feminine", **PUBLIC)
        with override("fr"):
            assert office_html(office, tenure) == '<a href="/fr/fonctions/o/">Ambassadrice</a>'
            assert office_html(office, tenure, within=True) == '<a href="/fr/fonctions/o/">ambassadrice</a>'
        assert office_html(office, tenure, within=True) == '<a href="/en/offices/o/">Ambassador</a>'

    def test_hidden_one_is_not_named(self):
        hidden = OfficeFactory()
        assert office_html(hidden, TenureFactory(**PUBLIC)) == ""
        assert within_html(hidden, linked=True) == "(not public)"


@pytest.mark.django_db
@pytest.mark.once
class TestInOrder:
    def test_dates_come_first_then_names_whatever_their_accents_then_keys(self):
        decisions = [DecisionFactory(key=key, date=day) for key, day in (("b", "2018"), ("a", "2018"), ("c", "2014"))]
        assert [one.key for one in in_order(decisions)] == ["c", "a", "b"]
        areas = [AreaFactory(key=key, name_en=name) for key, name in (("x", "Zoo"), ("y", "Église"), ("z", "fire"))]
        assert [one.key for one in in_order(areas)] == ["y", "z", "x"]
        assert in_order([decisions[0], areas[0]]) == [areas[0], decisions[0]]


@pytest.mark.django_db
@pytest.mark.once
class TestDates:
    def test_are_read_as_what_their_field_holds(self):
        assert date_of(VisitFactory(period="2018"), "period") == dates.parse_period("2018")
        assert date_of(DecisionFactory(date="2018"), "date") == dates.parse_moment("2018")
        assert date_of(OfficeFactory(coverage="2018"), "coverage") == dates.parse_period("2018")
        assert date_of(DecisionFactory(date=""), "date") is None

    def test_words_of_the_source_stand_where_no_date_does(self):
        decision = DecisionFactory(date="", date_wording_en="soon <after>")
        assert date_html(decision, "date") == "soon &lt;after&gt;"
        assert date_html(DecisionFactory(date=""), "date") == ""
        assert date_html(OfficeFactory(coverage=""), "coverage") == ""
        assert date_html(DecisionFactory(date="2018-05-24"), "date") == '<time datetime="2018-05-24">24 May 2018</time>'


class TestTimes:
    def test_two_ends_have_each_their_own(self):
        said = when_html(dates.parse("2017/2018"), "2017–2018")
        assert said == '<time datetime="2017">2017</time>–<time datetime="2018">2018</time>'

    @pytest.mark.parametrize("words", ["2017 to 2018", "2017–2018–2019", "<b>–2018"])
    def test_that_cannot_be_told_apart_in_the_words_stand_before_them(self, words):
        said = when_html(dates.parse("2017/2018"), words)
        assert said.startswith('<time datetime="2017"></time><time datetime="2018"></time>')
        assert "<b>" not in said

    def test_of_a_moment_are_itself_or_its_bounds(self):
        assert machine_dates(dates.parse_moment("2018-05")) == ["2018-05"]
        assert machine_dates(dates.parse_moment("2018?")) == ["2018-01-01", "2018-12-31"]
        assert machine_dates(dates.parse_moment("[..2018-05-24]")) == ["2018-05-24"]
        assert machine_dates(dates.parse_moment("[2018-05-24..]")) == ["2018-05-24"]


class TestShown:
    def test_address_is_a_link_where_it_leads_to_a_page_of_the_web(self):
        assert value_html(Address("https://a.test/?a=1&b=2", "a<b")) == (
            '<a href="https://a.test/?a=1&amp;b=2" rel="external noreferrer">a&lt;b</a>'
        )
        assert value_html(Address("javascript:alert(1)", "a<b")) == "a&lt;b"
        assert value_html(Address("tel:+32", "+32")) == "+32"

    def test_mailbox_and_telephone_are_links_where_they_are_such(self):
        assert value_html(Reached("tel:+32", "+32")) == '<a href="tel:+32" rel="external noreferrer">+32</a>'
        assert value_html(Reached("https://a.test/", "a")) == "a"

    def test_languages_are_named(self):
        assert value_html(Languages(("ja", "la"))) == "Japanese, Latin"

    def test_text_in_a_language_of_its_own_has_no_note(self):
        assert value_html(Tagged("Où", "fr")) == '<span lang="fr">Où</span>'
        assert value_html(Tagged("Anywhere", "")) == "Anywhere"

    def test_anything_else_is_escaped_unless_it_is_finished(self):
        assert value_html("<b>") == "&lt;b&gt;"
        assert value_html(SafeString("<b>")) == "<b>"
        assert value_html(3) == "3"

    def test_several_are_joined_without_those_that_say_nothing(self):
        assert joined_values(["a", "", "<b>"]) == "a, &lt;b&gt;"

    @pytest.mark.django_db
    @pytest.mark.parametrize(("language", "between"), [("en", "; "), ("fr", "\u202f; ")])
    def test_records_whose_names_have_commas_are_joined_by_semicolons(self, language, between):
        areas = [AreaFactory(name_fr=name, name_en=name, **PUBLIC) for name in ("Women, peace and security", "Cyber")]
        with override(language):
            for said in (joined_values(areas), links_html(areas)):
                assert strip_tags(said) == f"Women, peace and security{between}Cyber"
            assert strip_tags(joined_values([*areas[:1], "2018"])) == "Women, peace and security, 2018"
            assert strip_tags(links_html(areas[1:] * 2)) == "Cyber, Cyber"

    @pytest.mark.django_db
    def test_hour_of_a_meeting_is_local_on_its_day(self):
        meeting = MeetingFactory(date="2025-06-24", time=time(17, 35), time_zone="Europe/Amsterdam")
        assert hour_said(meeting) == "17:35 local time (UTC+2)"
        assert (
            hour_said(MeetingFactory(date="2025-06", time=time(17, 35), time_zone="Asia/Tokyo")) == "17:35 local time"
        )
        assert hour_said(MeetingFactory(date="2025-06-24")) == ""

    @pytest.mark.django_db
    def test_records_dates_and_texts_are_said_as_such(self):
        state = StateFactory(slug_en="jp", formal_name_fr="État du Japon", **PUBLIC)
        assert value_html(state) == '<a href="/en/states/jp/">Japan</a>'
        assert value_html(SaidDate(DecisionFactory(date="2018"), "date")) == '<time datetime="2018">2018</time>'
        assert value_html(ShownText(state, "formal_name")) == (
            '<span lang="fr">État du Japon</span> <small class="untranslated">(in French)</small>'
        )


@pytest.mark.django_db
@pytest.mark.once
class TestCalled:
    def called(self, dated=True, **fields):
        return value_html(Called(Name(key="n", text="Zaïre", **fields), dated=dated))

    def test_name_in_use_and_nothing_more_stands_alone(self):
        assert self.called() == "Zaïre"

    def test_whole_name_stands_with_its_kind_language_and_period(self):
        found = self.called(honorific="The", suffix="II", kind="legal", language="fr", period="1971")
        assert found == (
            '<span lang="fr">The Zaïre II</span> (legal or formal, French, <time datetime="1971">1971</time>)'
        )

    def test_period_that_is_not_public_is_left_out(self):
        assert self.called(dated=False, kind="birth", period="1971") == "Zaïre (at birth)"


@pytest.mark.django_db
@pytest.mark.once
class TestFieldCalled:
    @pytest.mark.parametrize(("field", "called"), [("date", "date"), ("body", "body"), ("none-such", ""), ("", "")])
    def test_is_named_where_there_is_one(self, field, called):
        decision = DecisionFactory()
        assert field_called(Citation(decision=decision, source=SourceFactory(), field=field)) == called

    def test_moment_of_a_period_is_named_as_such(self):
        embassy = EmbassyFactory(period="2001/2018")
        assert field_called(Citation(embassy=embassy, source=SourceFactory(), field="start")) == "beginning"

    def test_of_nothing_is_nothing(self):
        assert field_called(Citation(field="date")) == ""
