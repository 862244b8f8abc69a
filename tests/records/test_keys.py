"""Keys and slugs that nobody has to type."""

import pytest

from partnerships.admin.base import saving
from partnerships.models import (
    Alias,
    Area,
    Beneficiary,
    Citation,
    Decision,
    FormerAddress,
    Milestone,
    Name,
    Office,
    Organization,
    Participation,
    Person,
    Picture,
    Place,
    Source,
    State,
    Stop,
)
from partnerships.records import keys
from partnerships.records.keys import part_key
from tests.admin.browsing import address, as_it_stands, parts
from tests.admin.conftest import as_role, staff  # noqa: F401  fixtures
from tests.factories import AreaFactory


class TestKeys:
    def test_taken_in_the_meantime_is_made_anew(self, as_role, monkeypatch):  # noqa: F811
        """As on PostgreSQL, where two editors may save the same name in the same moment."""
        client = as_role("editor")
        seen = as_it_stands(client, address("area", "add")) | {"name_en": "Cyber defence"}
        AreaFactory(key="cyber-defence", name_en="Another")
        found = iter(["cyber-defence"])
        monkeypatch.setattr(saving, "unique_key", lambda record: next(found, None) or keys.unique_key(record))
        assert client.post(address("area", "add"), seen).status_code == 302
        assert Area.objects.get(name_en="Cyber defence").key != "cyber-defence"

    @pytest.mark.once
    @pytest.mark.django_db
    def test_keep_away_from_the_former_address_of_another(self):
        FormerAddress.objects.create(kind="area", key="other", language="fr", slug="trial")
        assert keys.unique_key(AreaFactory.build(name_en="Trial"), "trial") == "trial-2"
        assert keys.unique_key(AreaFactory.build(key="other", name_en="Trial"), "trial") == "trial"
        assert keys.unique_key(State(key="s"), "trial") == "trial"
        area = AreaFactory(key="own", slug_fr="ici")
        assert (keys.unique_key(area, "own"), keys.unique_key(Area(key="x"), "own")) == ("own", "own-2")
        assert [keys.free_slug(Area(key="x"), code, "Trial") for code in ("fr", "en")] == ["trial-2", "trial"]
        assert [keys.free_slug(one, "fr", "Ici !") for one in (area, Area(key="x"), State(key="x"))] == [
            "ici",
            "ici-2",
            "ici",
        ]
        # The former address of an area is none of a State.
        assert keys.free_slug(State(key="x"), "fr", "Trial") == "trial"
        assert keys.free_slug(area, "fr", "…") is None

    def test_are_made_and_unique(self, as_role):  # noqa: F811
        client = as_role("editor")
        empty = {**parts("names"), **parts("aliases"), **parts("citations")}
        for _ in range(2):
            client.post(address("person", "add"), {"name": "Shinzo Abe", **empty})
        assert sorted(Person.objects.values_list("key", flat=True)) == ["shinzo-abe", "shinzo-abe-2"]

    def test_of_a_part_that_suggests_none_are_its_kind_and_a_number(self, monkeypatch):
        monkeypatch.setattr(keys, "PART_SUGGESTIONS", {})
        assert part_key(Participation(), {"participation"}) == "participation-2"


class TestSlugs:
    @pytest.mark.parametrize("apostrophe", ["'", "’"])
    def test_take_apostrophes_for_spaces(self, as_role, apostrophe):  # noqa: F811
        client = as_role("editor")
        seen = as_it_stands(client, address("area", "add"))
        client.post(address("area", "add"), seen | {"name_fr": f"Vœux d{apostrophe}essai", "name_en": "Trial"})
        area = Area.objects.get()
        assert (area.slug_fr, area.slug_en) == ("voeux-d-essai", "trial")

    def test_are_not_made_by_a_script_of_other_rules(self, as_role):  # noqa: F811
        assert as_role("editor").get(address("area", "add")).context["adminform"].prepopulated_fields == []

    def test_keep_away_from_the_key_of_another(self, as_role):  # noqa: F811
        AreaFactory(key="trial", slug_en=None)
        client = as_role("editor")
        client.post(address("area", "add"), as_it_stands(client, address("area", "add")) | {"name_en": "Trial"})
        assert Area.objects.get(name_en="Trial").slug_en == "trial-2"

    def test_keep_away_from_the_former_address_of_another(self, as_role):  # noqa: F811
        AreaFactory(slug_en="trial", publication="published")
        Area.objects.update(slug_en="essay")
        client = as_role("editor")
        client.post(address("area", "add"), as_it_stands(client, address("area", "add")) | {"name_en": "Trial"})
        assert Area.objects.get(name_en="Trial").slug_en == "trial-2"

    @pytest.mark.django_db
    def test_come_back_to_the_former_address_of_the_record_itself(self):
        area = AreaFactory(slug_en="trial", publication="published")
        area.slug_en = "essay"
        area.save()
        assert keys.free_slug(area, "en", "Trial") == "trial"

    def test_are_refused_where_the_address_was_that_of_another(self, as_role):  # noqa: F811
        AreaFactory(slug_en="trial", name_fr="L’ancienne", publication="published")
        Area.objects.update(slug_en="essay")
        client, page = as_role("reviewer"), address("area", "change", AreaFactory(publication="published").pk)
        answer = client.post(page, as_it_stands(client, page) | {"slug_en": "trial"})
        assert answer.status_code == 200
        assert "L’ancienne" in str(answer.context["adminform"].form.errors["slug_en"])

    def test_are_not_made_where_something_else_is_changed(self, as_role):  # noqa: F811
        area = AreaFactory(key="trial", name_fr="Essai", name_en="Some trial", slug_fr="", slug_en="")
        client, page = as_role("editor"), address("area", "change", area.pk)
        client.post(page, as_it_stands(client, page) | {"summary_en": "A summary."})
        area.refresh_from_db()
        assert (area.slug_fr, area.slug_en, area.summary_en) == (None, None, "A summary.")

    def test_are_made_later_where_a_name_is_added(self, as_role):  # noqa: F811
        area = AreaFactory(key="trial", name_fr="Essai", name_en="", slug_fr="", slug_en="")
        client, page = as_role("editor"), address("area", "change", area.pk)
        client.post(page, as_it_stands(client, page) | {"name_en": "Some trial"})
        area.refresh_from_db()
        assert (area.slug_fr, area.slug_en) == (None, "some-trial")


@pytest.mark.once
@pytest.mark.django_db
class TestFilledIn:
    """Which of the addresses of a record are made, where it has none."""

    @pytest.mark.parametrize(
        ("changed", "french", "english"),
        [
            (None, "essai", "trial"),
            ([], None, None),
            (["name_fr"], "essai", None),
            (["name_en", "note"], None, "trial"),
            (["name"], "essai", "trial"),
            (["summary_fr"], None, None),
        ],
    )
    def test_are_those_in_the_languages_whose_name_is_said(self, changed, french, english):
        area = AreaFactory.build(name_fr="Essai", name_en="Trial")
        keys.fill_slugs(area, changed)
        assert (area.slug_fr, area.slug_en) == (french, english)

    def test_that_are_there_stay_and_what_has_no_name_gets_none(self):
        area = AreaFactory.build(name_fr="Essai", name_en="", slug_fr="autre")
        keys.fill_slugs(area)
        assert (area.slug_fr, area.slug_en) == ("autre", None)

    def test_of_a_person_are_the_name_in_both_languages(self):
        person = Person(key="p", name="Taro Kono")
        keys.fill_slugs(person)
        assert (person.slug_fr, person.slug_en) == ("taro-kono", "taro-kono")


class TestFree:
    def test_is_what_is_wanted_or_the_first_number_that_is_free(self):
        assert keys.free("a", {"b"}.__contains__) == "a"
        assert keys.free("a", {"a", "a-2", "a-4"}.__contains__) == "a-3"

    def test_suggested_of_what_says_nothing_is_its_kind(self):
        assert keys.suggested_key(Area()) == "area"
        assert keys.suggested_key(Area(name_fr="Sûreté")) == "surete"

    def test_suggested_has_the_day_before_as_much_of_the_title_as_any_key(self):
        found = keys.suggested_key(Decision(date="2018-05-24", title_en="word " * 30))
        assert found == f"2018-05-24-{'-'.join(['word'] * 16)}"


class TestPartKey:
    @pytest.mark.parametrize(
        ("part", "key"),
        [
            (Participation(person=Person(key="p"), state=State(key="s")), "p"),
            (Participation(person=Person(key="p"), office=Office(key="o")), "p"),
            (Participation(office=Office(key="o"), state=State(key="s")), "o"),
            (Participation(state=State(key="s"), organization=Organization(key="b")), "s"),
            (Participation(state=State(key="s")), "s"),
            (Name(text="Shinzo Abe", kind="native", language="ja"), "shinzo-abe"),
            (Name(text="…", kind="native", language="ja"), "native-ja"),
            (Name(text="…", kind="native"), "native"),
            (Alias(text="The Alliance"), "the-alliance"),
            (Alias(text="…"), "alias"),
            (Citation(source=Source(key="s"), field="birth"), "s-birth"),
            (Citation(source=Source(key="s")), "s"),
            (Citation(source=Source(key=f"{'a' * 69}-b"), field="birth"), f"{'a' * 69}-birth"),
            (Participation(office=Office(key="o"), organization=Organization(key="b")), "o"),
            (Participation(organization=Organization(key="b")), "b"),
            (Milestone(kind="seen", date="2018"), "seen"),
            (Stop(place=Place(key="tokyo"), state=State(key="jp")), "tokyo"),
            (Stop(state=State(key="jp")), "jp"),
            (Beneficiary(state=State(key="s")), "s"),
            (
                Picture(caption_fr="Une poignée de main devant le siège de l’Alliance"),
                "une-poignee-de-main-devant-le-siege-de",
            ),
        ],
    )
    def test_says_what_the_part_is_about_or_else_its_kind(self, part, key):
        assert part_key(part, set()) == key
        assert part_key(part, {key}) == f"{key}-2"

    def test_of_a_participant_whom_the_source_only_styles(self):
        taken = Participation(styled_en="A member of the delegation")
        assert part_key(taken, set()) == "a-member-of-the-delegation"
