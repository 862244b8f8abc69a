"""The command that fills a database for measuring: what it refuses, and what it passes on."""

import sys
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command

from measuring import synthetic
from partnerships.models import State
from tests.factories import AreaFactory, StateFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def generate():
    with patch.object(synthetic, "generate", side_effect=lambda records, seed: records) as generate:
        yield generate


class TestGenerateRegister:
    def test_makes_as_many_as_are_asked_for_and_says_so(self, generate, capsys):
        call_command("generate_register", records=500)
        generate.assert_called_once_with(500, 1)
        assert capsys.readouterr().out == "500 records\n"

    def test_seed_is_passed_on(self, generate):
        call_command("generate_register", records=600, seed=7)
        generate.assert_called_once_with(600, 7)

    def test_number_of_records_is_needed(self, generate):
        with pytest.raises(CommandError, match="--records"):
            call_command("generate_register")

    def test_fewer_than_it_takes_are_refused(self, generate):
        with pytest.raises(CommandError, match="^--records takes a whole number of at least 500.$"):
            call_command("generate_register", records=499)
        generate.assert_not_called()

    def test_real_records_are_left_alone_unless_said(self, generate):
        AreaFactory()
        with pytest.raises(CommandError, match="real records; use an empty database, or say --mix"):
            call_command("generate_register", records=500)
        generate.assert_not_called()
        call_command("generate_register", records=500, mix=True)
        generate.assert_called_once_with(500, 1)

    def test_synthetic_records_are_not_made_twice(self, generate):
        StateFactory(key=f"{synthetic.PREFIX}x")
        with pytest.raises(CommandError, match="holds synthetic records already"):
            call_command("generate_register", records=500, mix=True)
        generate.assert_not_called()
        assert State.objects.count() == 1

    def test_server_without_the_folder_is_told_so(self):
        with (
            patch.dict(sys.modules, {"measuring": None}),
            pytest.raises(CommandError, match="^The folder measuring/ is missing: it belongs beside manage.py.$"),
        ):
            call_command("generate_register", records=500)
