"""All settings, read from the environment from top to bottom; `.env.example` lists the variables.

With DEBUG off, a value that is missing or weak raises ImproperlyConfigured with one sentence that says what to set.
"""

import contextlib
import logging
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import BadRequest, ImproperlyConfigured, PermissionDenied, SuspiciousOperation
from django.core.management.utils import get_random_secret_key

from config.listen import site_address

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

#: Its own types know no defaults.
env: Any = environ.Env()


# Who we are, and where

_SWITCH = (
    {"": False} | dict.fromkeys(("true", "on", "yes", "1"), True) | dict.fromkeys(("false", "off", "no", "0"), False)
)


def _switch(variable: str) -> bool:
    said = env.str(variable, default="").strip().lower()
    if said not in _SWITCH:
        raise ImproperlyConfigured(f"{variable} is {said!r}; set it to true or false, or leave it out.")
    return _SWITCH[said]


DEBUG = _switch("DEBUG")

# Not through `env`, which takes a value that begins with $ for the name of another variable.
SECRET_KEY = os.environ.get("SECRET_KEY", "")
if DEBUG and not SECRET_KEY:
    SECRET_KEY = get_random_secret_key()
if not DEBUG and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or SECRET_KEY.startswith("django-insecure-")):
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or weak; set it to at least 50 random characters, for instance from "
        "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'`."
    )

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is missing; set it to the host names the site answers to, separated by commas, "
        "for instance register.example.org,localhost."
    )
if not DEBUG and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is *, which allows every host; name the hosts the site answers to.")

SITE_URL = env.str("SITE_URL", default="").rstrip("/")
_site = urlsplit(SITE_URL)
if SITE_URL and (_site.scheme not in {"http", "https"} or not _site.hostname or _site.path or _site.query):
    raise ImproperlyConfigured(
        f"SITE_URL is {SITE_URL!r}; set it to the scheme and host of the site alone, for instance "
        "https://register.example.org, or leave it empty."
    )
HTTPS = _site.scheme == "https"
# Where `make run` serves: mails lead there where SITE_URL is not set and nobody has just asked for a page.
LISTENS_AT = site_address(env.str("HOST", default="127.0.0.1"), env.str("PORT", default="8000"))

# Where a finder of a weakness writes to (/.well-known/security.txt); empty: security@ the site's host.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://", "tel:")):
    raise ImproperlyConfigured(
        "SECURITY_CONTACT is not an address to write to; set it to mailto:…, https://… or tel:…, or leave it empty."
    )


# Applications, and what each request goes through

INSTALLED_APPS = [
    "partnerships.apps.PartnershipsConfig",
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # The pages of passkeys word times with it.
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]

MIDDLEWARE = [
    # Before everything: what is kept has been through all of it.
    "partnerships.kept_pages.KeptPagesMiddleware",
    # The headers come first, so that every answer carries them: files, errors and redirects too.
    "partnerships.middleware.ResponseHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "partnerships.middleware.DatabaseUnavailableMiddleware",
    "partnerships.middleware.MethodMiddleware",
    "partnerships.middleware.ReadOnlyMiddleware",
    "partnerships.middleware.CleanInputMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "partnerships.misspelt_addresses.OtherSpellingsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "partnerships.accounts.login_and_second_factor.BackOfficeMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# Database

READ_ONLY = _switch("READ_ONLY")

_DATABASE_HELP = (
    "set it to postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3, "
    "or leave it out for SQLite under var/."
)


def _sqlite(config: dict[str, Any], variable: str, read_only: bool) -> None:
    # SQLite allows one writer: it takes the lock when the transaction begins, and waits its turn.
    refuse = " PRAGMA query_only=ON;" if read_only else ""
    config["OPTIONS"] = {
        "transaction_mode": "DEFERRED" if read_only else "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;{refuse}",
        **config.get("OPTIONS", {}),
    }
    if config["NAME"] == ":memory:":
        return
    config["NAME"] = BASE_DIR / config["NAME"]
    if config["NAME"].parent == VAR_DIR:
        VAR_DIR.mkdir(mode=0o700, exist_ok=True)
    if not config["NAME"].parent.is_dir():
        raise ImproperlyConfigured(f"{variable} names a folder that does not exist; {_DATABASE_HELP}")
    # SQLite would let everybody on the machine read it. Where it cannot be made, opening it says why.
    with contextlib.suppress(OSError):
        os.close(os.open(config["NAME"], os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode=0o600))


def _postgresql(config: dict[str, Any], variable: str, read_only: bool) -> None:
    refuse = {"options": "-c default_transaction_read_only=on"} if read_only else {}
    config["OPTIONS"] = {"connect_timeout": 3, **refuse, **config.get("OPTIONS", {})}


def _database(variable: str, url: str, *, read_only: bool) -> dict[str, Any]:
    adapt = {"sqlite": _sqlite, "postgres": _postgresql, "postgresql": _postgresql}.get(url.partition("://")[0])
    # Never quoted: it may hold a password.
    try:
        config = env.db_url_config(url) if adapt else {}
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"{variable} cannot be read; {_DATABASE_HELP}") from error
    if adapt is None or not config.get("NAME"):
        raise ImproperlyConfigured(f"{variable} does not name a SQLite or PostgreSQL database; {_DATABASE_HELP}")
    # Off on purpose: with IMMEDIATE it would take SQLite's write lock for every page view.
    config["ATOMIC_REQUESTS"] = False
    # Opening one costs ten times a request; a minute, so that a database that was put elsewhere is noticed.
    config["CONN_MAX_AGE"] = config.get("CONN_MAX_AGE") or 60
    config["CONN_HEALTH_CHECKS"] = True
    adapt(config, variable, read_only)
    return config


_url = env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'register.sqlite3'}")
DATABASES = {"default": _database("DATABASE_URL", _url, read_only=READ_ONLY)}
# A copy that follows the database: what the public reads comes from it.
if _replica := env.str("REPLICA_URL", default=""):
    DATABASES["replica"] = {**_database("REPLICA_URL", _replica, read_only=True), "TEST": {"MIRROR": "default"}}


# Cache, shared by all workers

try:
    CACHES = {"default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}")}
except (ValueError, KeyError, ImproperlyConfigured) as error:
    raise ImproperlyConfigured(
        "CACHE_URL cannot be read; set it for instance to filecache:///var/cache/register or dbcache://table_name, "
        "or leave it out for a folder under var/."
    ) from error

# Finished pages, in each worker by itself: what they may weigh there.
KEPT_PAGES_BYTES = 32 * 1024 * 1024
# So many seconds of the processor a worker makes pages ahead, once their content is a new one; 0 for none.
MADE_AHEAD_SECONDS = 5


# Languages and time

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "partnerships" / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
FORMAT_MODULE_PATH = ["config.formats"]

MODELTRANSLATION_LANGUAGES = ("fr", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "fr"
# A missing translation is shown as missing, never passed off.
MODELTRANSLATION_ENABLE_FALLBACKS = False


# Where readers write to about the contents (the page of contacts); empty: the page says that nobody has said it.
EDITORS_CONTACT = env.str("EDITORS_CONTACT", default="")
if EDITORS_CONTACT and not EDITORS_CONTACT.startswith(("mailto:", "https://")):
    raise ImproperlyConfigured(
        "EDITORS_CONTACT is not an address to write to; set it to mailto:… or https://…, or leave it empty."
    )


# Who publishes the register, as pages, citations, feeds and data say; empty: its editors.
PUBLISHER = env.str("PUBLISHER", default="").strip()


# How long the register speaks for

# "Still going on" is certain for so many days after the last one for which anything vouches: a year.
_days = env.str("CERTAINTY_DAYS", default="366")
if not _days.isdecimal() or len(_days) > 6:
    raise ImproperlyConfigured(
        f"CERTAINTY_DAYS is {_days!r}; set it to the number of days, such as 366, for which somebody last seen in "
        "office is still taken to be there."
    )
CERTAINTY_DAYS = int(_days)


# Accounts

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
# Also where `next=` names an address that is not ours.
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "partnerships.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Whoever has an account is told what was changed of it.
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Nobody is written to who has no account.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Five wrong passwords for one account, or twenty from one address, and nobody gets in for a while, in any worker.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/10m/key,20/10m/ip",
    "reauthenticate": "10/m/user",
    "reset_password": "5/h/key,20/h/ip",
}
# Before rights are granted, somebody has shown within the last half hour who they are.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 1800
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
# How many proxies of ours stand before the site: whose word on the visitor's address is taken.
_proxies = env.str("TRUSTED_PROXIES", default="").strip() or "0"
if not (_proxies.isascii() and _proxies.isdecimal()) or len(_proxies) > 2:
    raise ImproperlyConfigured(f"TRUSTED_PROXIES is {_proxies!r}; set it to a number, such as 1, or leave it out.")
ALLAUTH_TRUSTED_PROXY_COUNT = int(_proxies)
# A log-in ends after two hours without a request, and after sixteen hours at the latest.
LOGIN_IDLE_SECONDS = 2 * 3600
LOGIN_SECONDS = SESSION_COOKIE_AGE = 16 * 3600

# A second factor: an authenticator app, recovery codes, passkeys.
REQUIRE_2FA = _switch("REQUIRE_2FA")
MFA_ADAPTER = "partnerships.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Administrators make the accounts: whoever asks for a new password at an address takes nobody's second factor away.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or not HTTPS

# Mail: the console, unless EMAIL_URL names a server.
try:
    EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
except (ValueError, KeyError, ImproperlyConfigured) as error:
    raise ImproperlyConfigured(
        "EMAIL_URL cannot be read; set it for instance to smtp+tls://user:password@mail.example.org:587, "
        "or leave it out to see mails on the console."
    ) from error
vars().update(EMAIL_CONFIG)
# A mail server that does not answer holds nobody up for longer.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"register@{_site.hostname or 'localhost'}")
# The passwords that `make run` generated, for `make accounts`.
ACCOUNTS_FILE = VAR_DIR / "accounts.txt"

# Cookies are set in the back-office only; over https their names bind them to this host.
_prefix = "__Host-" if HTTPS else ""
SESSION_ENGINE = "partnerships.accounts.session_store"
SESSION_COOKIE_NAME = f"{_prefix}sessionid"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_prefix}csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "partnerships.error_pages.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[SITE_URL] if SITE_URL else [])
if any("://" not in origin for origin in CSRF_TRUSTED_ORIGINS):
    raise ImproperlyConfigured(
        "CSRF_TRUSTED_ORIGINS needs the scheme of each origin; write for instance https://register.example.org."
    )
LANGUAGE_COOKIE_NAME = f"{_prefix}language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"


# Headers

SECURE_SSL_REDIRECT = HTTPS
# A probe asks the process itself, not through the proxy that speaks https.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# The site speaks for its own host: its neighbours' https and the browsers' preload lists are not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
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
    },
}


# Static files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# The files are for this site: no other one may read them.
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}


# What people send

# A form has some ten fields for each part of a record: with the thousand of Django one of a hundred parts is refused.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Pictures, drawn anew before they are kept; only the application reads them (partnerships/pictures.py).
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default="") or VAR_DIR / "media")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700


# What is written to the log

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}:
    raise ImproperlyConfigured(f"LOG_LEVEL is {LOG_LEVEL!r}; set it to DEBUG, INFO, WARNING, ERROR or CRITICAL.")


def _without_trace_of_bad_requests(record: logging.LogRecord) -> bool:
    """Nonsense, or what somebody may not do, is one line in the log; a stack trace is kept for errors of ours."""
    if record.exc_info and isinstance(record.exc_info[1], BadRequest | PermissionDenied | SuspiciousOperation):
        record.exc_info = None
    return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "bad_requests": {"()": "django.utils.log.CallbackFilter", "callback": _without_trace_of_bad_requests},
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["bad_requests"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        # Who came in and who was refused is written down however little else is.
        "partnerships.accounts": {"level": "INFO"},
    },
}
