"""Parts in the form of their record."""

import re

from tests.factories import StopFactory

from ..browsing import address

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


class TestParts:
    def test_are_numbered_without_signs(self, as_role):
        stop = StopFactory(position=1)
        page = as_role("editor").get(address("visit", "change", stop.visit.pk), headers=FRENCH).text
        found = re.findall(r"<h3>(.*?)</h3>", page, re.DOTALL)
        headings = [" ".join(re.sub("<[^>]+>", " ", heading).split()) for heading in found]
        assert headings[0].startswith("Étape 1. Bruxelles")
        assert "Étape 2" in headings
        assert "#" not in "".join(headings)

    def test_number_is_written_as_in_french(self, as_role):
        page = as_role("editor").get(address("visit", "add"), headers=FRENCH).text
        assert "Étape n°" in page
        assert "nº" not in page
