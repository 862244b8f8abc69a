"""What a reader, or a program, is told when something went wrong."""

import pytest
from django.core.exceptions import BadRequest, SuspiciousOperation

from partnerships.error_pages import bad_request, permission_denied, read_only, service_unavailable


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "language", "twin"),
    [
        ("/en/partners/nobody/?on=2018-09-01", "fr", "/fr/partenaires/nobody/?on=2018-09-01"),
        ("/fr/partenaires/nobody/", "en", "/en/partners/nobody/"),
        ("/en/none-such/", "fr", "/fr/"),
        ("/none-such/", "en", "/en/"),
    ],
)
def test_error_page_leads_to_itself_in_the_other_language(client, asked, language, twin):
    found = client.get(asked)
    assert found.status_code == 404
    name = {"fr": "Français", "en": "English"}[language]
    assert f'<a href="{twin}" lang="{language}" hreflang="{language}">{name}</a>' in found.text


@pytest.mark.once
def test_page_leads_back_to_the_back_office_from_there_alone(rf):
    for language, words in (("en", "Back-office"), ("fr", "Espace de gestion")):
        refused = permission_denied(rf.get("/admin/auth/user/", headers={"accept-language": language}), Exception())
        assert f'<a href="/admin/">{words}</a>' in refused.text
    assert "/admin/" not in permission_denied(rf.get("/en/"), Exception()).text


@pytest.mark.once
@pytest.mark.parametrize(
    ("unavailable", "english", "french"),
    [
        (read_only, "The register is read-only for the time being", "Le registre est pour l’instant en lecture seule"),
        (service_unavailable, "The register is unavailable for a moment", "Le registre est momentanément indisponible"),
    ],
)
def test_page_says_why_nothing_can_be_written_or_read(rf, unavailable, english, french):
    for address, words in (("/en/", english), ("/fr/", french)):
        said = unavailable(rf.get(address))
        assert (said.status_code, said["Retry-After"] != "") == (503, True)
        assert f"<title>{words}</title>" in said.text
        assert f"<h1>{words}</h1>" in said.text


@pytest.mark.once
def test_what_django_says_of_a_request_is_for_the_log_alone(rf):
    said = bad_request(rf.get("/en/"), SuspiciousOperation("The name of a field")).text
    assert "The name of a field" not in said
    assert "One day is expected" in bad_request(rf.get("/en/"), BadRequest("One day is expected")).text


@pytest.mark.django_db
class TestForPrograms:
    """Whoever asks the interface for programs is told in JSON what went wrong, whoever answers."""

    @pytest.mark.parametrize(
        ("path", "status", "said"),
        [
            ("/api/v1/states?body=%00", 400, "This request cannot be understood"),
            ("/api/v1/states?body=%FF", 400, "This request cannot be understood"),
            ("/api/v1/a/b/c/d", 404, "Page not found"),
        ],
    )
    def test_error_is_a_sentence_in_json(self, client, path, status, said):
        answer = client.get(path, headers={"accept-language": "en"})
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
        assert answer.json() == {"error": said}
        assert answer["Cache-Control"] == "no-store"

    def test_it_is_in_the_language_of_the_reader(self, client):
        answer = client.post("/api/v1/states", headers={"accept-language": "fr"})
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert answer.json() == {"error": "Cette adresse ne s’utilise pas ainsi"}
        assert "accept-language" in answer["Vary"].lower()
        assert "<h1>" in client.get("/en/none/").text
