"""Dates as people write them, and what they are understood as."""

from datetime import date

import pytest
from django.utils.translation import override

from partnerships.admin.forms.dates import date_to_type
from partnerships.models import Change, Source
from tests.factories import SourceFactory

from ..browsing import address, press, visit_form


class TestDatesInWords:
    def test_are_refused_with_a_sentence(self, as_role):
        answer = as_role("editor").post(address("visit", "add"), visit_form(period="30 February 2017"))
        assert answer.context["adminform"].form.errors["period"]

    def test_are_shown_as_understood(self, as_role):
        client = as_role("reader")
        answer = client.get(address("visit", "understood"), {"kind": "moment", "text": "vers 2011"}).json()
        assert answer["notation"] == "2011~"
        assert "error" in client.get(address("visit", "understood"), {"text": "nonsense"}).json()

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("29-31 October 2017", "29-31 octobre 2017 (2017-10-29/2017-10-31)."),
            ("since 1 July 2018", "depuis le 1er juillet 2018 (2018-07-01/..)."),
            ("2004 to 2009", "2004-2009 (2004/2009). Entre le 1er janvier 2004 et le 31 décembre 2009."),
            ("[..2018-05-24]/", "au plus tard le 24 mai 2018, aucune fin consignée ([..2018-05-24]/)."),
            ("avant 2011", "avant 2011 ([..2010]). Au plus tard le 31 décembre 2010."),
        ],
    )
    def test_say_their_bounds_where_these_say_more(self, as_role, text, sentence):
        answer = as_role("reader").get(address("visit", "understood"), {"kind": "period", "text": text}).json()
        assert answer["sentence"] == f"Compris comme\N{NO-BREAK SPACE}: {sentence}"

    def test_are_for_staff_alone(self, client, db):
        assert client.get(address("visit", "understood"), {"text": "2011"}).status_code == 302


@pytest.mark.once
class TestDays:
    """A day that is kept as a day is typed, and comes back, in words as other dates do."""

    @pytest.mark.parametrize(("language", "words"), [("fr", "30 novembre 2026"), ("en", "30 November 2026")])
    def test_come_back_in_words(self, as_role, language, words):
        source = SourceFactory(accessed_on="2026-11-30")
        page = as_role("editor").get(address("source", "change", source.pk), headers={"accept-language": language})
        assert f'name="accessed_on" value="{words}"' in page.text
        assert "date-in-words" in page.text

    @pytest.mark.parametrize("typed", ["3 mars 2020", "2020-03-03", "03/03/2020", "3 March 2020"])
    def test_are_read_as_people_write_them(self, as_role, typed):
        source = SourceFactory()
        assert press(as_role("editor"), source, accessed_on=typed).status_code == 302
        assert Source.objects.get().accessed_on == date(2020, 3, 3)
        # Sent as it came back, it changes nothing.
        changes = Change.objects.count()
        press(as_role("editor"), source)
        assert Change.objects.count() == changes

    @pytest.mark.parametrize("typed", ["mars 2020", "nonsense", "vers le 3 mars 2020"])
    def test_that_are_none_are_refused(self, as_role, typed):
        answer = press(as_role("editor"), SourceFactory(), accessed_on=typed)
        assert answer.context["adminform"].form.errors["accessed_on"]
        assert f'value="{typed}"' in answer.text


class TestStoredDates:
    @pytest.mark.parametrize(
        ("kind", "notation", "words"),
        [
            ("moment", "2018-07-01", "1 July 2018"),
            ("moment", "2018-07~", "about July 2018"),
            ("period", "2018-07-01/..", "since 1 July 2018"),
            ("moment", "no date", "no date"),
        ],
    )
    def test_come_back_as_words_that_are_read_as_the_same_date(self, kind, notation, words):
        with override("en"):
            assert date_to_type(kind, notation) == words
