"""Other names of records, as they are looked for, and addresses of the past."""

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from partnerships.models import Alias, FormerAddress, Name
from tests.factories import PersonFactory, StateFactory


def folded(row):
    row.derive()
    return row.folded


class TestName:
    def test_is_looked_for_by_all_that_it_is_made_of_each_once(self):
        name = Name(key="n", text="Kōno Tarō", family_name="Kōno", given_name="Tarō", honorific="Dr", suffix="Jr")
        assert folded(name) == "kono taro dr jr"

    def test_is_looked_for_by_its_text_alone_where_it_has_no_parts(self):
        assert folded(Name(key="n", text="Côte d’Ivoire")) == folded(Name(key="n", text="Cote d'Ivoire"))
        assert folded(Name(key="n", text="Éire")) == "eire"

    def test_is_looked_for_in_the_order_of_family_and_given_name(self):
        assert folded(Name(key="n", text="Tarō Kōno", family_name="Kōno", given_name="Tarō")) == "taro kono kono taro"

    def test_is_folded_within_its_column(self):
        name = Name(key="n", text="a" * 500, family_name="b" * 250, given_name="c" * 250, honorific="d" * 100)
        name.suffix = "e" * 100
        assert len(folded(name)) == 1100

    def test_is_called_by_its_text_and_in_use_unless_said_otherwise(self):
        assert str(Name(text="Nippon")) == "Nippon"
        assert Name().kind == "used"


class TestAlias:
    def test_is_folded_within_its_column(self):
        assert folded(Alias(key="a", text="É.-U.")) == folded(Alias(key="a", text="e.-u."))
        assert len(folded(Alias(key="a", text="ß" * 500))) == 500

    def test_is_called_by_its_text(self):
        assert str(Alias(text="USA")) == "USA"


class TestOwners(TestCase):
    def test_have_names_and_aliases(self):
        state, person = StateFactory(), PersonFactory()
        name = Name.objects.create(key="n", state=state, text="Nippon", period="1947/..")
        alias = Alias.objects.create(key="a", person=person, text="Kono")
        assert (list(state.names.all()), list(person.aliases.all())) == ([name], [alias])
        assert (Name.objects.get().folded, Alias.objects.get().folded) == ("nippon", "kono")

    def test_are_of_some_kinds_alone(self):
        assert set(Name.owner_fields) == {"state", "organization", "place", "person"}
        assert set(Alias.owner_fields) - set(Name.owner_fields) == {
            *("partner", "embassy", "mission", "office", "area", "framework")
        }


class TestFormerAddress(TestCase):
    def make(self, *identity, key="v"):
        kind, language, slug = identity
        return FormerAddress.objects.create(kind=kind, language=language, slug=slug, key=key)

    def test_is_found_by_its_kind_language_and_slug(self):
        wanted = self.make("visit", "fr", "s")
        for other in (("state", "fr", "s"), ("visit", "en", "s"), ("visit", "fr", "t")):
            self.make(*other)
        assert wanted.natural_key() == ("visit", "fr", "s")
        assert FormerAddress.objects.get_by_natural_key("visit", "fr", "s") == wanted
        assert str(wanted) == "visit fr s"

    def test_leads_to_one_record(self):
        self.make("visit", "fr", "s")
        with pytest.raises(IntegrityError), transaction.atomic():
            self.make("visit", "fr", "s", key="w")
