"""Which records a reader's filters leave on a list; the lists ask the rest."""

from datetime import date

import pytest
from django.http import QueryDict

from partnerships.listing import filters
from partnerships.listing.selection import (
    NOTHING,
    askable,
    concerning,
    facet_of,
    possibly_in,
    queryset,
    relations,
)
from partnerships.pages import PAGES
from partnerships.projections.timeline import Filters
from tests.factories import (
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
)

PUBLIC = {"publication": "published"}


class TestAskable:
    def test_is_what_its_lines_concern_but_not_itself(self):
        assert askable("decision") == ["partner", "area", "body", "place"]
        assert askable("embassy") == ["partner", "place"]

    def test_of_what_has_no_lines_is_all_but_itself(self):
        assert askable("area") == ["partner", "person", "body", "place", "office"]
        assert askable("organization") == ["partner", "area", "person", "place", "office"]
        assert facet_of("body") == "organization"
        assert facet_of("office") == "office"


class TestRelations:
    def test_of_what_has_no_lines_are_those_of_the_lines_that_name_it(self):
        assert relations("state") == {"partner": ("partnerships",)}
        assert relations("office")["organization"] == ("organization", "receiving_organization")
        assert relations("person") == {}

    def test_of_what_has_lines_are_its_own(self):
        assert relations("embassy")["state"] == ("state", "receiving_state")


class TestConcerning:
    def test_nothing_asked_leaves_everything(self):
        assert not concerning("decision", Filters())

    def test_what_its_lines_never_concern_leaves_nothing(self):
        assert concerning("decision", Filters(partner=("jp",), person=("abe",))) == NOTHING
        assert concerning("decision", Filters(partner=("jp",))) != NOTHING


def left(kind, query=""):
    found = queryset(PAGES[kind], filters.read_filters(QueryDict(query), kinds=(kind,)))
    return sorted(found.values_list("key", flat=True))


@pytest.mark.django_db
class TestQueryset:
    def test_drafts_are_on_no_list(self):
        DecisionFactory(key="shown", **PUBLIC)
        DecisionFactory(key="draft")
        DecisionFactory(key="gone", publication="withdrawn", withdrawal_reason_en="Twice.")
        assert left("decision") == ["shown"]

    def test_itself_is_found_by_its_own_key(self):
        for key in ("a", "b"):
            AreaFactory(key=key, **PUBLIC)
        assert left("area", "area=b") == ["b"]

    def test_several_values_of_what_it_stands_with_widen_and_several_names_narrow(self):
        partners = {key: PartnerFactory(key=key, state=StateFactory(key=key, **PUBLIC), **PUBLIC) for key in "jk"}
        area = AreaFactory(key="cyber", **PUBLIC)
        for key, decision_area in (("j", area), ("k", None)):
            decision = DecisionFactory(**PUBLIC)
            decision.partners.add(partners[key])
            if decision_area:
                decision.areas.add(decision_area)
            CitationFactory(decision=decision, source=SourceFactory(key=f"on-{key}", **PUBLIC))
        # Nothing is found under the key of another kind.
        SourceFactory(key="j", **PUBLIC)
        assert left("source", "partner=j&partner=k") == ["on-j", "on-k"]
        assert left("source", "partner=j&partner=k&area=cyber") == ["on-j"]
        assert left("source", "partner=k&area=cyber") == []

    def test_one_of_several_ways_is_enough(self):
        body = OrganizationFactory(key="nato", **PUBLIC)
        OfficeFactory(key="of", organization=body, **PUBLIC)
        OfficeFactory(key="to", receiving_organization=body, **PUBLIC)
        OfficeFactory(key="other", **PUBLIC)
        assert left("office", "body=nato") == ["of", "to"]

    def test_decision_for_all_partners_is_found_by_a_partner_alone(self):
        partner, area = PartnerFactory(key="j", period="2000/..", **PUBLIC), AreaFactory(key="cyber", **PUBLIC)
        DecisionFactory(key="for-all", scope="all_partners", **PUBLIC)
        DecisionFactory(key="about", **PUBLIC).partners.add(partner)
        assert left("decision", "partner=j") == ["about", "for-all"]
        # Before there was the partnership, and under the key of a visit that concerns the partner.
        DecisionFactory(key="before", scope="all_partners", date="1990", **PUBLIC)
        VisitFactory(key="before", **PUBLIC).partners.add(partner)
        assert left("decision", "partner=j") == ["about", "for-all"]
        VisitFactory(**PUBLIC).areas.add(area)
        assert left("decision", "area=cyber") == []
        assert left("visit", "partner=j") == ["before"]

    def test_what_is_asked_and_unknown_leaves_nothing(self):
        DecisionFactory(**PUBLIC)
        assert left("decision", "partner=none") == []


@pytest.mark.django_db
class TestPossiblyIn:
    def within(self, kind, names, first, last):
        model = PAGES[kind].model
        return sorted(model.objects.filter(possibly_in(kind, names, first, last)).values_list("key", flat=True))

    @pytest.fixture
    def decisions(self):
        for key, day in (("day", "2018-05-24"), ("month", "2018-06"), ("none", "")):
            DecisionFactory(key=key, date=day)

    @pytest.mark.parametrize(
        ("first", "last", "keys"),
        [
            (date(2018, 5, 24), None, ["day", "month", "none"]),
            (date(2018, 5, 25), None, ["month", "none"]),
            (date(2018, 6, 30), None, ["month", "none"]),
            (date(2018, 7, 1), None, ["none"]),
            (None, date(2018, 5, 23), ["none"]),
            (None, date(2018, 6, 1), ["day", "month", "none"]),
            (date(2018, 5, 25), date(2018, 5, 31), ["none"]),
        ],
    )
    def test_is_what_can_touch_a_time_and_what_has_none(self, decisions, first, last, keys):
        assert self.within("decision", ("date",), first, last) == keys

    def test_no_time_leaves_everything(self):
        assert not possibly_in("decision", ("date",), None, None)
        assert not possibly_in("person", (), None, None)

    def test_one_of_two_dates_is_enough_and_a_missing_one_counts_where_both_are(self):
        AgreementFactory(key="signed", date="2013-04-15", period="")
        AgreementFactory(key="in-force", date="", period="2014/2016")
        AgreementFactory(key="none", date="", period="")
        dates = ("date", "period")
        assert self.within("agreement", dates, date(2013, 4, 15), date(2013, 4, 15)) == ["none", "signed"]
        assert self.within("agreement", dates, date(2015, 1, 1), date(2015, 1, 1)) == ["in-force", "none"]

    def test_person_is_there_while_in_office(self, monkeypatch):
        asked = []
        monkeypatch.setattr(
            "partnerships.listing.selection.in_office", lambda *days, in_turn: asked.append((*days, in_turn))
        )
        possibly_in("person", (), date(2018, 1, 1), None, in_turn=True)
        possibly_in("person", (), None, date(2018, 1, 1))
        assert asked == [
            (date(2018, 1, 1), date(9999, 12, 31), True),
            (date(1, 1, 1), date(2018, 1, 1), False),
        ]
