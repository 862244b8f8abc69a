"""What programs look for at addresses that they know by themselves."""

from datetime import UTC, datetime, time, timedelta


class TestRobots:
    def test_closes_the_back_office_alone(self, client):
        lines = client.get("/robots.txt").text.splitlines()
        assert [line for line in lines if line.startswith("Disallow")] == ["Disallow: /admin/"]
        assert "Sitemap: http://testserver/sitemap.xml" in lines

    def test_names_the_address_of_the_site(self, client, settings):
        settings.SITE_URL = "https://register.example.org"
        assert "Sitemap: https://register.example.org/sitemap.xml" in client.get("/robots.txt").text


class TestSecurityText:
    def fields(self, client):
        return dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())

    def test_says_whom_to_warn(self, client, settings):
        settings.SITE_URL = "https://register.example.org"
        fields = self.fields(client)
        assert fields["Contact"] == "mailto:security@register.example.org"
        assert fields["Canonical"] == "https://register.example.org/.well-known/security.txt"
        assert fields["Preferred-Languages"] == "fr, en"

    def test_keeps_the_contact_of_the_operator(self, client, settings):
        settings.SECURITY_CONTACT = "https://example.org/report"
        assert self.fields(client)["Contact"] == "https://example.org/report"

    def test_expires_when_a_day_begins(self, client):
        expires = datetime.fromisoformat(self.fields(client)["Expires"])
        assert expires.time() == time.min

    def test_expires_within_a_year(self, client):
        expires = datetime.fromisoformat(self.fields(client)["Expires"])
        assert timedelta(0) < expires - datetime.now(UTC) < timedelta(days=365)
