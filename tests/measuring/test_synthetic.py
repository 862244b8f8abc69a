import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from measuring import synthetic
from partnerships import models
from partnerships.consistency import Severity, check_register
from partnerships.records.kinds import KINDS
from tests.factories import StateFactory

pytestmark = pytest.mark.django_db


def generate(*, records=synthetic.LEAST, **options):
    out = StringIO()
    call_command("generate_register", records=records, stdout=out, **options)
    return out.getvalue()


class TestGenerate:
    @pytest.fixture
    def _generated(self):
        assert generate(seed=3) == f"{synthetic.LEAST} records\n"

    @pytest.mark.usefixtures("_generated")
    def test_it_makes_so_many_published_records_of_plainly_synthetic_keys(self):
        records = [record for kind in KINDS.values() for record in kind.model._default_manager.all()]
        assert len(records) == synthetic.LEAST
        assert all(record.key.startswith(synthetic.PREFIX) for record in records)
        assert {record.publication for record in records} == {models.Publication.PUBLISHED}

    @pytest.mark.usefixtures("_generated")
    def test_nothing_in_it_is_an_error(self):
        assert [str(finding) for finding in check_register() if finding.severity is Severity.ERROR] == []

    @pytest.mark.usefixtures("_generated")
    def test_a_second_time_is_refused(self):
        with pytest.raises(CommandError, match="synthetic records already"):
            generate()


class TestRefusal:
    def test_too_few_records(self):
        with pytest.raises(CommandError, match=str(synthetic.LEAST)):
            generate(records=synthetic.LEAST - 1)

    def test_real_records_are_never_mixed_in_silence(self):
        StateFactory(key="jp")
        with pytest.raises(CommandError, match="--mix"):
            generate()
        assert generate(mix=True)

    def test_a_server_without_the_folder_is_told_so(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "measuring", None)
        with pytest.raises(CommandError, match="measuring/ is missing"):
            generate()
