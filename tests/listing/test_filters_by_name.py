"""Filters that are chosen by a name."""

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing.filters import KEYS, read_filters
from partnerships.listing.filters_by_name import MOST, MOST_MEANT, by_name_label, chosen_by_name, meant_by_keys
from partnerships.models import Alias, Organization
from tests.factories import PUBLISHED, OfficeFactory, OrganizationFactory, PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def chosen(query, names=tuple(KEYS)):
    with override("en"):
        return chosen_by_name(QueryDict(query), names)


@pytest.fixture(autouse=True)
def _register():
    for key, name in (("hajime", "Hajime Hayashi"), ("yoshimasa", "Yoshimasa Hayashi"), ("abe", "Shinzo Abe")):
        PersonFactory(key=key, name=name, **PUBLISHED)
    PersonFactory(key="secret", name="Akie Abe")
    PlaceFactory(key="abe-town", name_en="Abe Town", **PUBLISHED)
    OrganizationFactory(key="nato", name_en="NATO", **PUBLISHED)
    OfficeFactory(key="deputy", name_en="Deputy head of office", **PUBLISHED)
    OfficeFactory(key="head", name_en="Head of office", **PUBLISHED)


class TestChosen:
    @pytest.mark.parametrize(
        ("query", "leads"),
        [
            ("named=Shinzo+Abe", "person=abe"),
            ("named=Abe+Shinzo&partner=jp&after=x", "partner=jp&person=abe"),
            ("named=shinso&person=hajime", "person=hajime&person=abe"),
            ("named=Abe+Shinzo&person=abe", "person=abe"),
            ("named=nato", "body=nato"),
            ("named=abe+town", "place=abe-town"),
            ("named=Head+of+office&detail=main", "detail=main&office=head"),
        ],
    )
    def test_one_that_is_called_so_is_asked_for_by_its_key(self, query, leads):
        assert chosen(query).chosen == leads

    def test_several_that_are_called_so_are_offered_with_what_they_are(self):
        found = chosen("named=Hayashi&from=2018")
        assert found.chosen is None
        assert [(one.text, one.sort, one.query) for one in found.several] == [
            ("Hajime Hayashi", "Person", "from=2018&person=hajime"),
            ("Yoshimasa Hayashi", "Person", "from=2018&person=yoshimasa"),
        ]
        assert found.without.urlencode() == "from=2018"
        assert not found.more

    def test_no_more_are_offered_than_can_be_looked_through(self):
        for number in range(MOST):
            PersonFactory(name=f"Kay Hayashi {number}", **PUBLISHED)
        for name, more in (("kay", False), ("hayashi", True)):
            found = chosen(f"named={name}")
            assert (len(found.several), found.more) == (MOST, more)

    @pytest.mark.parametrize("name", ["Akie", "Akie+Abe", "xyzzyx", "%00", "-"])
    def test_what_is_not_public_is_like_what_is_not_there(self, name):
        found = chosen(f"named={name}&partner=jp")
        assert [one.query for one in found.several if "secret" in one.query] == []
        assert name not in ("Akie", "xyzzyx", "-") or list(found.several) == []

    def test_is_looked_for_among_what_can_be_asked_for_alone(self):
        assert chosen("named=Shinzo+Abe", names=("place", "partner")).chosen is None
        assert chosen("named=nato", names=()).chosen is None

    def test_nothing_typed_chooses_nothing(self):
        assert chosen("partner=jp") is None
        assert (chosen("named=&partner=jp").text, chosen("named=+").text) == ("", "")

    def test_two_names_at_once_are_refused(self):
        with pytest.raises(BadRequest), override("en"):
            chosen_by_name(QueryDict("named=a&named=b"), KEYS)


@pytest.mark.once
class TestMeant:
    def meant(self, query):
        with override("en"):
            asked = QueryDict(query)
            return [(one.text, one.query) for one in meant_by_keys(asked, read_filters(asked))]

    @pytest.mark.parametrize("typed", ["NATO", "north+atlantic+treaty"])
    def test_name_or_code_in_the_place_of_a_key_is_offered_with_its_key(self, typed):
        Alias.objects.create(organization=Organization.objects.get(key="nato"), key="a", text="North Atlantic Treaty")
        assert self.meant(f"body={typed}&kind=visit&after=x") == [("NATO", "body=nato&kind=visit")]

    @pytest.mark.parametrize(
        "query", ["body=nato", "person=secret", "person=Shinzo", "person=Akie+Abe", "body=nothing", "kind=nato", ""]
    )
    def test_what_is_known_or_not_public_is_offered_nothing(self, query):
        assert self.meant(query) == []

    def test_other_keys_of_the_parameter_stay(self):
        assert self.meant("body=NATO&body=none") == [("NATO", "body=none&body=nato")]

    def test_of_many_of_one_name_some_are_offered(self):
        for _each in range(MOST_MEANT + 1):
            PersonFactory(name="Kim", **PUBLISHED)
        assert [text for text, _query in self.meant("person=Kim")] == ["Kim"] * MOST_MEANT

    def test_empty_timeline_offers_it(self, client):
        for address in ("/en/timeline/", "/en/visits/"):
            text = client.get(f"{address}?body=NATO").text
            assert '<a href="?body=nato">NATO</a>' in text.partition("Did you mean:")[2]


class TestLabel:
    def test_says_what_is_called_so(self):
        with override("en"):
            assert by_name_label(KEYS) == "By name: person, place, office"
            assert by_name_label(["partner", "area"]) == "By name: partner, area"
            assert by_name_label([]) == ""
        with override("fr"):
            assert by_name_label(KEYS) == "Par le nom\u00a0: personne, lieu, fonction"
