"""The values of facts and cells: each shown as what it is, escaped, addresses linked where they lead to the web."""

import pytest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.models import Citation, Decision, Name
from partnerships.presentation.links import links_html
from partnerships.presentation.values import (
    Address,
    Called,
    Languages,
    Reached,
    SaidDate,
    ShownText,
    Tagged,
    field_called,
    joined_values,
    number_said,
    value_html,
)
from tests.factories import AreaFactory, DecisionFactory, EmbassyFactory, SourceFactory, StateFactory

pytestmark = pytest.mark.usefixtures("english")

PUBLIC = {"publication": "published"}


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
        assert joined_values(["within it:", "a", "b"]) == "within it: a, b"
        assert [joined_values(several) for several in (["within it:"], ["a", "then:", "b"], [])] == [
            *("within it:", "a, then:, b", "")
        ]

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


@pytest.mark.once
@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", ["0 décision", "1 décision", "2 décisions"]), ("en", ["0 decisions", "1 decision", "2 decisions"])],
)
def test_number_is_said_in_the_singular_or_the_plural_of_its_language(language, said):
    with override(language):
        assert [number_said(Decision, number) for number in range(3)] == said
