"""What a server sends and keeps to itself: each setting of safety by its exact value."""

import json
import stat

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from .test_settings import GOOD, run_python

ASK = """
import json
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()
from django.test import Client
answer = Client().get("/admin/login/", secure=%r, headers={"host": "register.example.org"})
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({
    "headers": dict(answer.headers),
    "cookies": {name: dict(cookie) for name, cookie in answer.cookies.items()},
    "settings": {name: getattr(settings, name) for name in names},
}, default=str))
"""
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), "
        "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), sync-xhr=(), "
        "usb=(), xr-spatial-tracking=()"
    ),
}
COOKIES = {"SESSION": "sessionid", "CSRF": "csrftoken", "LANGUAGE": "language"}


def asked(*, secure, **environment):
    done = run_python("-c", ASK % secure, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def https():
    """The sign-in page of a server with an https address, and its settings."""
    return asked(secure=True, SITE_URL="https://register.example.org")


@pytest.fixture(scope="module")
def http():
    """The same of a server without one."""
    return asked(secure=False, SITE_URL="")


class TestHeaders:
    def test_let_the_page_have_what_is_ours_and_nothing_else(self, https, http):
        for answer in (https, http):
            directives = answer["headers"]["Content-Security-Policy"].split("; ")
            assert dict(directive.split(" ", 1) for directive in directives) == POLICY

    @pytest.mark.parametrize(("name", "value"), HEADERS.items())
    def test_have_their_exact_values(self, https, http, name, value):
        assert https["headers"][name] == http["headers"][name] == value

    def test_promise_https_for_a_year_for_this_host_alone(self, https):
        assert https["headers"]["Strict-Transport-Security"] == "max-age=31536000"

    def test_promise_no_https_where_there_is_none(self, http):
        assert "Strict-Transport-Security" not in http["headers"]


class TestCookies:
    @pytest.mark.parametrize("kind", COOKIES)
    def test_are_hidden_from_scripts_and_from_other_sites(self, https, http, kind):
        for kept in (https["settings"], http["settings"]):
            assert kept[f"{kind}_COOKIE_HTTPONLY"] is True
            assert kept[f"{kind}_COOKIE_SAMESITE"] == "Lax"

    @pytest.mark.parametrize(("kind", "name"), COOKIES.items())
    def test_are_bound_to_the_host_over_https(self, https, kind, name):
        kept = https["settings"]
        assert kept[f"{kind}_COOKIE_NAME"] == f"__Host-{name}"
        assert kept[f"{kind}_COOKIE_SECURE"] is True
        # A browser takes a name that begins with __Host- for the whole host only, or not at all.
        assert kept[f"{kind}_COOKIE_PATH"] == "/"
        assert kept[f"{kind}_COOKIE_DOMAIN"] is None

    @pytest.mark.parametrize(("kind", "name"), COOKIES.items())
    def test_are_sent_without_https_on_a_laptop(self, http, kind, name):
        assert http["settings"][f"{kind}_COOKIE_NAME"] == name
        assert http["settings"][f"{kind}_COOKIE_SECURE"] is False

    def test_leave_as_they_are_set(self, https, http):
        [(name, cookie)] = https["cookies"].items()
        assert (name, cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"], cookie["domain"]) == (
            "__Host-csrftoken",
            True,
            "Lax",
            True,
            "/",
            "",
        )
        [(name, cookie)] = http["cookies"].items()
        assert (name, cookie["httponly"], cookie["samesite"], cookie["secure"]) == ("csrftoken", True, "Lax", "")

    @pytest.mark.django_db
    def test_of_a_session_leaves_so_too(self, client):
        User.objects.create_user("somebody", password="a long enough password", is_staff=True)
        answer = client.post("/admin/login/", {"username": "somebody", "password": "a long enough password"})
        cookie = answer.cookies["sessionid"]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


class TestRedirect:
    def test_leads_to_https(self):
        answer = asked(secure=False, SITE_URL="https://register.example.org")
        assert answer["headers"]["Location"] == "https://register.example.org/admin/login/"

    def test_is_not_for_a_probe(self, https):
        assert https["settings"]["SECURE_REDIRECT_EXEMPT"] == [r"^healthz$", r"^readyz$"]

    def test_believes_no_header_about_https(self, https):
        assert https["settings"]["SECURE_PROXY_SSL_HEADER"] is None
        assert https["settings"]["USE_X_FORWARDED_HOST"] is False


class TestPasswords:
    @pytest.mark.parametrize(
        ("password", "code"),
        [
            ("kq7-vw2-zpx", "password_too_short"),  # eleven signs
            ("startfinding", "password_too_common"),
            ("937402857162", "password_entirely_numeric"),
            ("hajime-hayashi", "password_too_similar"),
        ],
    )
    def test_that_are_weak_are_refused(self, password, code):
        with pytest.raises(ValidationError) as refusal:
            validate_password(password, User(username="hajime.hayashi"))
        assert [error.code for error in refusal.value.error_list] == [code]

    def test_of_twelve_signs_is_taken(self):
        validate_password("kq7-vw2-zpxm", User(username="hajime.hayashi"))

    def test_are_stored_by_the_slow_hash_first(self, https):
        assert https["settings"]["PASSWORD_HASHERS"][0] == "django.contrib.auth.hashers.PBKDF2PasswordHasher"


class TestTime:
    def test_is_that_of_brussels(self, https):
        assert https["settings"]["TIME_ZONE"] == "Europe/Brussels"
        assert https["settings"]["USE_TZ"] is True


class TestDebug:
    @pytest.mark.parametrize("switch", ["true", "True", "yes", "on", "1"])
    def test_is_on(self, switch):
        assert self.debug(switch) == "True"

    @pytest.mark.parametrize("switch", ["", "false", "False", "no", "off", "0"])
    def test_is_off(self, switch):
        assert self.debug(switch) == "False"

    def debug(self, switch):
        done = run_python("-c", "from django.conf import settings; print(settings.DEBUG)", DEBUG=switch)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @pytest.mark.parametrize("switch", ["maybe", "2", "truee", "-"])
    def test_is_refused_where_it_is_neither(self, switch):
        done = run_python("manage.py", "check", DEBUG=switch)
        assert done.returncode == 1
        assert done.stderr.startswith(f"DEBUG is {switch!r}; set it to true or false")
        assert done.stderr.count("\n") == 1


class TestWeakKey:
    @pytest.mark.parametrize(
        "key",
        [
            GOOD["SECRET_KEY"][:49],
            "django-insecure-" + GOOD["SECRET_KEY"],
            "abcdefghi" * 6,  # nine signs, often
        ],
    )
    def test_stops_a_server(self, key):
        done = run_python("manage.py", "check", SECRET_KEY=key)
        assert done.returncode == 1
        assert done.stderr.startswith("SECRET_KEY is missing or weak")

    def test_of_fifty_signs_is_taken(self):
        key = GOOD["SECRET_KEY"][:50]
        done = run_python("-c", "from django.conf import settings; print(settings.SECRET_KEY)", SECRET_KEY=key)
        assert done.stdout.strip() == key


class TestLog:
    @pytest.mark.parametrize(("level", "kept"), [(None, "INFO"), ("warning", "WARNING"), ("DEBUG", "DEBUG")])
    def test_has_the_level_asked_for(self, level, kept):
        environment = {} if level is None else {"LOG_LEVEL": level}
        done = run_python(
            "-c",
            "from django.conf import settings as s; print(s.LOGGING['root']['level'], "
            "s.LOGGING['loggers']['django']['level'])",
            **environment,
        )
        assert done.stdout.split() == [kept, kept]


class TestSqliteFile:
    def test_is_its_owner_s_alone(self, tmp_path):
        file = tmp_path / "register.sqlite3"
        done = run_python("manage.py", "migrate", "contenttypes", "-v0", DATABASE_URL=f"sqlite:///{file}")
        assert done.returncode == 0, done.stderr
        assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}
