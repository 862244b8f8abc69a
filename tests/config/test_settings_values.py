"""The settings that matter, one by one, with the values that a server must have: by hand, from no other place."""

import ast
import json

import pytest
from django.conf import settings

from config import gunicorn

from .test_settings import SHOW, run_python

YEAR = 365 * 24 * 60 * 60
SITE = "https://register.example.org"

#: On a server that is reached over https.
SERVER = {
    "DEBUG": False,
    "LANGUAGE_CODE": "fr",
    "LANGUAGES": [["fr", "Français"], ["en", "English"]],
    "USE_I18N": True,
    "TIME_ZONE": "Europe/Brussels",
    "USE_TZ": True,
    "FORMAT_MODULE_PATH": ["config.formats"],
    "MODELTRANSLATION_LANGUAGES": ["fr", "en"],
    "MODELTRANSLATION_DEFAULT_LANGUAGE": "fr",
    "MODELTRANSLATION_ENABLE_FALLBACKS": False,
    "CERTAINTY_DAYS": 366,
    "SESSION_ENGINE": "partnerships.accounts.session_store",
    "SESSION_COOKIE_NAME": "__Host-sessionid",
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_DOMAIN": None,
    "SESSION_COOKIE_AGE": 16 * 3600,
    "CSRF_COOKIE_NAME": "__Host-csrftoken",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_DOMAIN": None,
    "CSRF_TRUSTED_ORIGINS": [SITE],
    "LANGUAGE_COOKIE_NAME": "__Host-language",
    "LANGUAGE_COOKIE_SECURE": True,
    "LANGUAGE_COOKIE_HTTPONLY": True,
    "LANGUAGE_COOKIE_SAMESITE": "Lax",
    "SECURE_SSL_REDIRECT": True,
    "SECURE_REDIRECT_EXEMPT": ["^healthz$", "^readyz$"],
    "SECURE_HSTS_SECONDS": YEAR,
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_REFERRER_POLICY": "same-origin",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "SECURE_PROXY_SSL_HEADER": None,
    "X_FRAME_OPTIONS": "DENY",
    "SILENCED_SYSTEM_CHECKS": ["security.W005", "security.W021"],
    "WHITENOISE_ALLOW_ALL_ORIGINS": False,
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_621_440,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
    "FILE_UPLOAD_MAX_MEMORY_SIZE": 2_621_440,
    "KEPT_PAGES_BYTES": 33_554_432,
    "MADE_AHEAD_SECONDS": 5,
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "admin:index",
    "LOGIN_IDLE_SECONDS": 2 * 3600,
    "LOGIN_SECONDS": 16 * 3600,
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 1800,
    "ACCOUNT_REAUTHENTICATION_METHODS": ["password", "mfa"],
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
    "ACCOUNT_RATE_LIMITS": {
        "login_failed": "5/10m/key,20/10m/ip",
        "reauthenticate": "10/m/user",
        "reset_password": "5/h/key,20/h/ip",
    },
    "ALLAUTH_TRUSTED_PROXY_COUNT": 0,
    "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes", "webauthn"],
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_ADAPTER": "partnerships.accounts.adapters.SecondFactorAdapter",
    "ACCOUNT_ADAPTER": "partnerships.accounts.adapters.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": "{'username'}",
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "email", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "REQUIRE_2FA": False,
    "READ_ONLY": False,
    "EMAIL_TIMEOUT": 10,
    "DEFAULT_FROM_EMAIL": "register@register.example.org",
    "CSRF_FAILURE_VIEW": "partnerships.error_pages.csrf_failure",
    "FILE_UPLOAD_PERMISSIONS": 0o600,
    "FILE_UPLOAD_DIRECTORY_PERMISSIONS": 0o700,
    "STATIC_URL": "/static/",
    "ROOT_URLCONF": "config.urls",
    "WSGI_APPLICATION": "config.wsgi.application",
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "HTTPS": True,
    "PUBLISHER": "",
    "EDITORS_CONTACT": "",
    "SECURITY_CONTACT": "",
    "LISTENS_AT": "http://localhost:8000",
    "LOG_LEVEL": "INFO",
    "CONTENT_SECURITY_POLICY": {
        "DIRECTIVES": {
            "default-src": ["'none'"],
            "script-src": ["'self'"],
            "style-src": ["'self'"],
            "img-src": ["'self'"],
            "font-src": ["'self'"],
            "connect-src": ["'self'"],
            "manifest-src": ["'self'"],
            "form-action": ["'self'"],
            "base-uri": ["'none'"],
            "frame-ancestors": ["'none'"],
        }
    },
}
#: What differs where no https address is given: on a laptop.
LAPTOP = {
    "SESSION_COOKIE_NAME": "sessionid",
    "SESSION_COOKIE_SECURE": False,
    "CSRF_COOKIE_NAME": "csrftoken",
    "CSRF_COOKIE_SECURE": False,
    "CSRF_TRUSTED_ORIGINS": [],
    "LANGUAGE_COOKIE_NAME": "language",
    "LANGUAGE_COOKIE_SECURE": False,
    "SECURE_SSL_REDIRECT": False,
    "SECURE_HSTS_SECONDS": 0,
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True,
    "DEFAULT_FROM_EMAIL": "register@localhost",
    "HTTPS": False,
    "LOG_LEVEL": "WARNING",
}
#: What has tests of its own, here or in `test_settings.py`, or is a place on this machine.
ELSEWHERE = {
    "ACCOUNTS_FILE",
    "ALLOWED_HOSTS",
    "AUTH_PASSWORD_VALIDATORS",
    "BASE_DIR",
    "CACHES",
    "DATABASES",
    "EMAIL_CONFIG",
    "FIXTURE_DIRS",
    "INSTALLED_APPS",
    "LOCALE_PATHS",
    "LOGGING",
    "MEDIA_ROOT",
    "MIDDLEWARE",
    "SECRET_KEY",
    "SITE_URL",
    "STATICFILES_DIRS",
    "STATIC_ROOT",
    "STORAGES",
    "TEMPLATES",
    "VAR_DIR",
}
#: How gunicorn serves, where the environment says nothing of it.
SERVED = {
    "wsgi_app": "config.wsgi:application",
    "worker_class": "gthread",
    "threads": 2,
    "preload_app": True,
    "forwarder_headers": "",
    "timeout": 30,
    "graceful_timeout": 10,
    "keepalive": 5,
    "limit_request_line": 8190,
    "max_requests": 20_000,
    "max_requests_jitter": 2_000,
}
VALIDATORS = {
    "UserAttributeSimilarityValidator": {},
    "MinimumLengthValidator": {"min_length": 12},
    "CommonPasswordValidator": {},
    "NumericPasswordValidator": {},
}
#: What stands before what: an order that is turned round loses headers, pages or people.
BEFORE = [
    ("KeptPagesMiddleware", "ResponseHeadersMiddleware"),
    ("ResponseHeadersMiddleware", "CSPMiddleware"),
    ("CSPMiddleware", "SecurityMiddleware"),
    ("XFrameOptionsMiddleware", "SecurityMiddleware"),
    ("SecurityMiddleware", "WhiteNoiseMiddleware"),
    ("CleanInputMiddleware", "WhiteNoiseMiddleware"),
    ("SessionMiddleware", "LocaleMiddleware"),
    ("SessionMiddleware", "AuthenticationMiddleware"),
    ("CsrfViewMiddleware", "AuthenticationMiddleware"),
]


def shown(names, **environment):
    done = run_python("-c", SHOW % sorted(names), **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def server():
    return shown([*SERVER, "AUTH_PASSWORD_VALIDATORS", "MIDDLEWARE", "DATABASES", "LOGGING"], SITE_URL=SITE)


@pytest.fixture(scope="module")
def laptop():
    return shown(SERVER, LOG_LEVEL="warning")


@pytest.mark.once
class TestServer:
    @pytest.mark.parametrize("name", SERVER)
    def test_has_this_value(self, server, name):
        assert server[name] == SERVER[name]

    def test_runs_no_script_but_its_files(self, server):
        policy = json.dumps(server["CONTENT_SECURITY_POLICY"])
        assert [word for word in ("data:", "unsafe", "*", "http", "blob:") if word in policy] == []

    def test_asks_for_long_passwords(self, server):
        found = {
            each["NAME"].rpartition(".")[2]: each.get("OPTIONS", {}) for each in server["AUTH_PASSWORD_VALIDATORS"]
        }
        assert found == VALIDATORS

    def test_waits_its_turn_at_sqlite_and_loses_nothing_that_is_named(self, server):
        assert server["DATABASES"]["default"]["OPTIONS"] == {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }

    def test_writes_each_event_as_one_line_to_standard_error(self, server):
        log = server["LOGGING"]
        assert log["formatters"] == {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}}
        assert log["handlers"] == {
            "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["bad_requests"]}
        }
        assert log["root"] == {"handlers": ["console"], "level": "INFO"}
        assert log["loggers"]["django"] == {**log["root"], "propagate": False}
        assert log["loggers"]["partnerships.accounts"] == {"level": "INFO"}
        assert log["disable_existing_loggers"] is False

    @pytest.mark.parametrize(("first", "second"), BEFORE)
    def test_goes_through_its_middleware_in_order(self, server, first, second):
        names = [name.rpartition(".")[2] for name in server["MIDDLEWARE"]]
        assert names.index(first) < names.index(second)


@pytest.mark.once
def test_every_setting_of_the_file_is_held_here_or_elsewhere():
    tree = ast.parse((settings.BASE_DIR / "config" / "settings.py").read_text(encoding="utf-8"))
    assigned = (target for each in ast.walk(tree) if isinstance(each, ast.Assign) for target in each.targets)
    names = {target.id for target in assigned if isinstance(target, ast.Name) and target.id.isupper()}
    assert {name for name in names if not name.startswith("_")} - SERVER.keys() == ELSEWHERE


@pytest.mark.once
def test_gunicorn_serves_so():
    said = {name: value for name, value in vars(gunicorn).items() if name in SERVED}
    assert said == SERVED
    of_the_environment = {"bind", "workers", "loglevel"}
    own = {name for name, value in vars(gunicorn).items() if name.islower() and isinstance(value, str | int | bool)}
    assert {name for name in own if not name.startswith("_")} == SERVED.keys() | of_the_environment


@pytest.mark.once
class TestLaptop:
    @pytest.mark.parametrize("name", SERVER)
    def test_has_the_value_of_a_server_but_for_https(self, laptop, name):
        assert laptop[name] == {**SERVER, **LAPTOP}[name]


class TestAnswer:
    """What the settings do: the headers of an answer, as a browser reads them."""

    HEADERS = {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    POLICY = {
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }

    @pytest.mark.django_db
    @pytest.mark.parametrize("address", ["/en/", "/fr/chronologie/", "/admin/login/", "/no-such-page/", "/healthz"])
    def test_carries_them(self, client, address):
        answer = client.get(address)
        assert {name: answer.get(name) for name in self.HEADERS} == self.HEADERS
        policy = {part.strip() for part in answer["Content-Security-Policy"].split(";") if part.strip()}
        assert policy == self.POLICY

    @pytest.mark.django_db
    def test_cookie_of_the_back_office_stays_there(self, client):
        cookie = client.get("/admin/login/").cookies["csrftoken"]
        assert (cookie["samesite"], cookie["httponly"], cookie["domain"]) == ("Lax", True, "")
