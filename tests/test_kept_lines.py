"""Lines as finished HTML, made once under a version."""

from datetime import date

import pytest

from partnerships import kept_lines
from partnerships.kept_lines import lines_as_one, lines_html
from partnerships.models import Decision
from partnerships.projections import timeline
from partnerships.projections.timeline import Filters, Line, entries_of
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    StateFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def lines(**asked):
    return timeline.page(Filters(**asked)).lines


@pytest.fixture
def decisions():
    for year in (2014, 2018):
        DecisionFactory(key=f"d-{year}", date=str(year), title_en=f"Decided {year}", **PUBLISHED)


@pytest.fixture
def asked(monkeypatch):
    """The lines whose records are loaded, in their turns."""
    found = []

    def noted(several):
        found.append([line.key for line in several])
        return entries_of(several)

    monkeypatch.setattr(kept_lines, "entries_of", noted)
    return found


class TestOf:
    def test_stand_in_the_order_that_is_asked_for_each_under_its_year(self, decisions):
        found = lines_html(lines()[::-1], "en")
        assert [one.heading for one in found] == ["2018", "2014"]
        assert ["Decided 2018" in one.html for one in found] == [True, False]

    def test_are_made_once_and_only_those_that_are_missing(self, decisions, asked):
        first, second = lines()
        (kept,) = lines_html([first], "en")
        again, _new = lines_html([first, second], "en")
        assert again is kept
        lines_html([second, first], "en")
        assert asked == [["d-2014"], ["d-2018"]]

    def test_that_are_not_to_be_kept_are_not_and_what_is_loaded_is_not_loaded_again(self, decisions, asked):
        several = lines()
        loaded = {entry.anchor: entry for entry in entries_of(several)}
        first = lines_html(several, "en", keep=False, entries=loaded)
        assert asked == []
        assert lines_html(several, "en")[0] is not first[0]
        assert asked == [["d-2014", "d-2018"]]

    def test_are_others_in_another_language_and_in_short(self, decisions, asked):
        (line, _other) = lines()
        full, french, short = lines_html([line], "en"), lines_html([line], "fr"), lines_html([line], "en", compact=True)
        assert len({full[0].html, french[0].html, short[0].html}) == 3
        assert "Désignation d’une ambassade" in french[0].html
        assert asked == [["d-2014"]] * 3

    def test_are_made_anew_once_the_public_sees_a_change(self, decisions):
        lines_html(lines(), "en")
        decision = Decision.objects.get(key="d-2014")
        decision.title_en = "Changed"
        decision.save()
        assert "Changed" in lines_html(lines(), "en")[0].html

    def test_are_made_anew_on_another_day(self, decisions, asked, monkeypatch):
        (line, _other) = lines()
        lines_html([line], "en")
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2030, 1, 1))
        lines_html([line], "en")
        assert asked == [["d-2014"]] * 2

    def test_line_whose_record_is_gone_has_none(self, decisions):
        gone = Line("decision", "gone", "on", "2016 decision gone on")
        first, second = lines()
        assert [one.heading for one in lines_html([first, gone, second], "en")] == ["2014", "2018"]
        assert [one.heading for one in lines_html([first, gone, second], "en")] == ["2014", "2018"]

    def test_of_no_lines_are_none_and_nothing_is_asked(self, asked, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert lines_html([], "en") == []
        assert asked == []


class TestBelonging:
    def test_says_the_visit_the_mission_or_the_office(self):
        visit = VisitFactory(key="v", **PUBLISHED)
        MeetingFactory(key="at-a-stop", stop=StopFactory(visit=visit))
        MeetingFactory(key="alone", **PUBLISHED)
        mission = MissionFactory(key="m", period="2001/..", **PUBLISHED)
        DesignationFactory(key="d", mission=mission, embassy=EmbassyFactory(**PUBLISHED), **PUBLISHED)
        TenureFactory(key="t", office=OfficeFactory(key="o", **PUBLISHED), **PUBLISHED)
        DecisionFactory(key="other", **PUBLISHED)
        several = lines()
        found = {line.key: one.of for line, one in zip(several, lines_html(several, "en"), strict=True)}
        assert found == {"v": "", "at-a-stop": "v", "alone": "", "m": "m", "d": "m", "t": "o", "other": ""}


def changes(*keys):
    several = [line for line in lines() if line.key in keys]
    return {(line.key, line.moment): one.change for line, one in zip(several, lines_html(several, "en"), strict=True)}


class TestChange:
    def test_of_a_mission_is_its_beginning_on_those_days(self):
        mission = MissionFactory(key="m", period="2018-07/2019", **PUBLISHED)
        DesignationFactory(
            key="d", mission=mission, embassy=EmbassyFactory(**PUBLISHED), period="2018-07/2019", **PUBLISHED
        )
        assert changes("m", "d") == {
            ("m", "start"): ("mission", "2018-07-01 2018-07-31"),
            ("d", "start"): ("mission", "2018-07-01 2018-07-31"),
            ("m", "end"): ("", ""),
            ("d", "end"): ("", ""),
        }

    def test_of_an_office_is_whose_it_is_on_a_day_that_is_known(self):
        state, body = StateFactory(**PUBLISHED), OrganizationFactory(**PUBLISHED)
        for key, end, fields in (
            ("s", "2020", {"state": state, "organization": body}),
            ("b", "2020-09-16", {"organization": body}),
        ):
            office = OfficeFactory(**fields, **PUBLISHED)
            TenureFactory(key=key, office=office, period=f"2012-12-26/{end}", **PUBLISHED)
        assert changes("s", "b") == {
            ("s", "start"): (f"('State', {state.pk})", "2012-12-26"),
            ("b", "start"): (f"('Organization', {body.pk})", "2012-12-26"),
            ("s", "end"): ("", ""),
            ("b", "end"): (f"('Organization', {body.pk})", "2020-09-16"),
        }

    def test_of_an_office_of_no_state_and_no_body_is_its_own(self):
        offices = [OfficeFactory(key=key, **PUBLISHED) for key in "ab"]
        for office in offices:
            TenureFactory(key=f"t-{office.key}", office=office, period="2012-12-26/..", **PUBLISHED)
        assert changes("t-a", "t-b") == {
            (f"t-{office.key}", "start"): (f"('Office', {office.pk})", "2012-12-26") for office in offices
        }


class TestTogether:
    @pytest.fixture
    def entries(self):
        # Only the second is proven.
        for key, stance in (("a", "contradicts"), ("b", "supports")):
            decision = DecisionFactory(key=key, date="2018", title_en=f"Decided {key}", **PUBLISHED)
            CitationFactory(decision=decision, stance=stance, source__publication="published")
        return {str(entry.anchor): entry for entry in entries_of(lines())}

    @pytest.fixture
    def template(self, monkeypatch):
        """A template that notes what it is made of."""
        found = []

        class Template:
            def render(self, context):
                found.append(context)
                return "<li>made</li>"

        monkeypatch.setattr(kept_lines, "select_template", lambda names: found.append(names) or Template())
        return found

    ANCHORS = ("decision-b-on", "decision-a-on")

    def test_are_made_of_all_entries_in_their_order_with_all_that_is_cited(self, entries, template):
        found = lines_as_one(self.ANCHORS, lambda: entries, "en", "some.html", {"number": 2}, compact=True)
        names, context = template
        assert (found.html, found.heading, names) == ("<li>made</li>", "2018", ["some.html"])
        assert [entry.key for entry in context["entries"]] == ["b", "a"]
        assert context["entry"].key == "b"
        assert context["entry"].citations == [*entries["decision-b-on"].citations, *entries["decision-a-on"].citations]
        assert len(context["entry"].citations) == 2
        assert (context["number"], context["compact"]) == (2, True)

    def test_are_proven_where_one_of_them_is(self, entries, template):
        assert {key: entry.proven for key, entry in entries.items()} == {"decision-a-on": False, "decision-b-on": True}
        lines_as_one(self.ANCHORS[::-1], lambda: entries, "en", "some.html", {})
        assert template[1]["entry"].proven

    def test_are_kept_by_their_lines_their_template_and_the_language(self, entries, template):
        def make(anchors=self.ANCHORS, language="en", name="some.html", **how):
            return lines_as_one(anchors, lambda: entries, language, name, {}, **how)

        assert make() is make()
        others = [make(self.ANCHORS[::-1]), make(language="fr"), make(name="other.html"), make(compact=True)]
        assert all(other is not make() for other in others)
        assert len(template) == 2 * 5

    def test_load_nothing_where_they_are_kept(self, entries, template):
        asked = []
        for _time in range(2):
            lines_as_one(self.ANCHORS, lambda: asked.append(1) or entries, "en", "some.html", {})
        # Once for each of the two.
        assert asked == [1, 1]
