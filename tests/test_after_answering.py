"""What is done once an answer is sent: put off where somebody waits, and done once."""

import pytest

from partnerships import after_answering
from partnerships.listing import option_counts
from partnerships.projections import version
from tests.factories import DecisionFactory, OfficeFactory, PartnerFactory, PersonFactory, TenureFactory

PUBLIC = {"publication": "published"}


class TestPutOff:
    def test_is_nothing_where_nobody_waits(self):
        assert not after_answering.is_put_off("a", list)

    def test_is_done_once_by_its_key(self):
        done = []
        with after_answering.putting_off() as waiting:
            assert after_answering.is_put_off("a", lambda: done.append(after_answering.is_later()))
            assert after_answering.is_put_off("a", lambda: done.append(after_answering.is_later()))
        assert not after_answering.is_put_off("b", list)
        assert done == []
        after_answering.catch_up(waiting)
        assert done == [True]
        assert not after_answering.is_later()

    def test_what_is_being_done_already_is_not_done_again(self):
        done = []

        def once_more():
            done.append("begun")
            after_answering.catch_up({"a": once_more})

        after_answering.catch_up({"a": once_more})
        assert done == ["begun"]
        after_answering.catch_up({"a": lambda: done.append("again")})
        assert done == ["begun", "again"]

    def test_what_fails_can_be_done_again(self):
        with pytest.raises(ZeroDivisionError):
            after_answering.catch_up({"a": lambda: 1 / 0})
        done = []
        after_answering.catch_up({"a": lambda: done.append(1)})
        assert done == [1]


@pytest.mark.django_db
class TestNumbersOfALargeRegister:
    @pytest.fixture(autouse=True)
    def _large(self, monkeypatch, settings):
        settings.MADE_AHEAD_SECONDS = 0
        monkeypatch.setattr(option_counts, "LARGE", 1)
        partner = PartnerFactory(key="jp", **PUBLIC)
        for day in ("2017", "2018"):
            DecisionFactory(date=day, **PUBLIC).partners.set([partner])
        office = OfficeFactory(key="pm", **PUBLIC)
        TenureFactory(period="2006/2007", office=office, person=PersonFactory(key="abe", **PUBLIC), **PUBLIC)

    @pytest.mark.parametrize(
        ("path", "said"),
        [("/en/timeline/", "Decisions (2)"), ("/en/decisions/", " (2)</option>"), ("/en/people/", " (1)</option>")],
    )
    def test_are_missing_once_and_the_page_is_not_kept_without_them(self, client, path, said):
        first = client.get(path)
        assert said not in first.text
        assert first["Cache-Control"] == "no-cache"
        second = client.get(path)
        assert said in second.text
        assert second["Cache-Control"].startswith("public")
        assert client.get(path, headers={"If-None-Match": second["ETag"]}).status_code == 304

    def test_are_missing_once_more_after_a_change(self, client):
        for _each in range(2):
            client.get("/en/timeline/")
        version.advance()
        assert "Decisions (2)" not in client.get("/en/timeline/").text
        assert "Decisions (2)" in client.get("/en/timeline/").text

    def test_are_there_at_once_where_something_narrows_them_down(self, client):
        assert "Decisions (1)" in client.get("/en/timeline/?from=2018").text

    def test_are_there_at_once_in_a_small_register(self, client, monkeypatch):
        monkeypatch.setattr(option_counts, "LARGE", 5)
        assert "Decisions (2)" in client.get("/en/timeline/").text

    def test_of_people_are_counted_however_many_lines_they_stand_on(self, client, monkeypatch):
        monkeypatch.setattr("partnerships.listing.record_option_counts.MOST", 0)
        client.get("/en/people/")
        assert " (1)</option>" in client.get("/en/people/").text
