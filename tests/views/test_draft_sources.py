"""A source that is not public lends nothing to what cites it: neither its name, nor the place in it, nor the remark."""

import pytest

from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
CANARIES = {
    "locator": "Canary place",
    "remark_en": "Canary remark",
    "remark_fr": "Canary remark",
    "value": "2001-01-01",
}
PATHS = (
    "/en/timeline/?detail=all",
    "/fr/chronologie/?detail=all",
    "/en/decisions/decided/",
    "/fr/decisions/decide/",
    "/en/sources/",
)


@pytest.fixture
def decision():
    body = OrganizationFactory(**PUBLISHED)
    return DecisionFactory(body=body, slug_en="decided", slug_fr="decide", **PUBLISHED)


def cite(decision, publication):
    reason = {"source__withdrawal_reason_fr": "Erreur."} if publication == "withdrawn" else {}
    CitationFactory(
        decision=decision,
        stance="contradicts",
        source__publication=publication,
        source__title_en="Canary title",
        source__title_fr="Canary title",
        **CANARIES,
        **reason,
    )


class TestCitation:
    @pytest.mark.parametrize("publication", ["draft", "in_review", "withdrawn"])
    def test_of_it_is_on_no_page(self, client, decision, publication):
        cite(decision, publication)
        for path in PATHS:
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert "Canary" not in answer.text, path

    def test_of_a_public_one_is_there(self, client, decision):
        cite(decision, "published")
        assert "Canary remark" in client.get("/en/decisions/decided/").text
        assert "Canary title" in client.get("/en/sources/").text


class TestAnswer:
    """Who held an office on a day: on the page and as JSON, without the sources that the public may not see."""

    PATHS = (
        "/en/offices/held/?on=2018-09-01",
        "/api/v1/offices/held/holders?on=2018-09-01",
        "/api/v1/offices/held/succession",
    )

    @pytest.mark.parametrize(("publication", "told"), [("draft", False), ("withdrawn", False), ("published", True)])
    def test_names_its_public_sources_alone(self, client, publication, told):
        office = OfficeFactory(key="held", slug_en="held", slug_fr="tenue", **PUBLISHED)
        tenure = TenureFactory(
            office=office, person=PersonFactory(**PUBLISHED), period="2017-04-27/2019-10-01", **PUBLISHED
        )
        fields = {"source__withdrawal_reason_fr": "Erreur."} if publication == "withdrawn" else {}
        titles = {"source__key": "canary", "source__title_en": "A canary", "source__title_fr": "Un canari"}
        CitationFactory(tenure=tenure, source__publication=publication, **titles, **fields)
        for path in self.PATHS:
            answer = client.get(path, headers={"accept-language": "en"})
            assert answer.status_code == 200, path
            assert ("canary" in answer.text) == told, path
