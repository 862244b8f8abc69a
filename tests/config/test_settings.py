"""A setting that is missing or weak stops the start with one sentence."""

import json
import logging
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import BadRequest, ImproperlyConfigured, PermissionDenied, SuspiciousOperation

GOOD = {
    "SECRET_KEY": "a-key-of-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "register.example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "locmemcache://",
}
SHOW = (
    "from django.conf import settings; import json; "
    "print(json.dumps({name: getattr(settings, name) for name in %r}, default=str))"
)


def run_python(*arguments, **environment):
    kept = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={**kept, **GOOD, **environment},
        capture_output=True,
        text=True,
    )


class TestRefusal:
    @pytest.mark.parametrize(
        ("environment", "named"),
        [
            ({"DEBUG": "maybe"}, "DEBUG"),
            ({"READ_ONLY": "ture"}, "READ_ONLY"),
            ({"REQUIRE_2FA": "yess"}, "REQUIRE_2FA"),
            ({"TRUSTED_PROXIES": "one"}, "TRUSTED_PROXIES"),
            ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES"),
            ({"TRUSTED_PROXIES": "100"}, "TRUSTED_PROXIES"),
            ({"SECRET_KEY": ""}, "SECRET_KEY"),
            ({"SECRET_KEY": "short"}, "SECRET_KEY"),
            ({"SECRET_KEY": "a" * 80}, "SECRET_KEY"),
            ({"SECRET_KEY": "django-insecure-0123456789-abcdefghijklmnopqrstuvwxyz"}, "SECRET_KEY"),
            ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
            ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
            ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
            ({"DATABASE_URL": "mysql://root@localhost/register"}, "DATABASE_URL"),
            ({"DATABASE_URL": "postgres://localhost:port/x"}, "DATABASE_URL"),
            ({"DATABASE_URL": "postgres://u:pa55@localhost"}, "DATABASE_URL"),
            ({"DATABASE_URL": "sqlite:////no/such/folder/register.sqlite3"}, "DATABASE_URL"),
            ({"REPLICA_URL": "mysql://root@localhost/register"}, "REPLICA_URL"),
            ({"CACHE_URL": "nonsense://"}, "CACHE_URL"),
            ({"SITE_URL": "register.example.org"}, "SITE_URL"),
            ({"SITE_URL": "https://register.example.org/en/"}, "SITE_URL"),
            ({"CSRF_TRUSTED_ORIGINS": "register.example.org"}, "CSRF_TRUSTED_ORIGINS"),
            ({"SECURITY_CONTACT": "http://example.org"}, "SECURITY_CONTACT"),
            ({"EDITORS_CONTACT": "somebody"}, "EDITORS_CONTACT"),
            ({"EDITORS_CONTACT": "http://example.org/contact"}, "EDITORS_CONTACT"),
            ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
            ({"CERTAINTY_DAYS": "-1"}, "CERTAINTY_DAYS"),
            ({"CERTAINTY_DAYS": "a year"}, "CERTAINTY_DAYS"),
            ({"CERTAINTY_DAYS": "1000000"}, "CERTAINTY_DAYS"),
        ],
    )
    def test_is_one_sentence_that_names_the_variable(self, environment, named):
        done = run_python("manage.py", "check", **environment)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.startswith(named)
        assert done.stderr.count("\n") == 1
        assert "pa55" not in done.stderr

    def test_stops_the_server_for_good(self):
        done = run_python("-c", "import config.wsgi", SECRET_KEY="")
        assert done.returncode == 3
        assert done.stderr.startswith("SECRET_KEY")
        assert done.stderr.count("\n") == 1

    def test_spares_a_key_that_begins_with_a_dollar(self):
        done = run_python("manage.py", "check", SECRET_KEY="$" + GOOD["SECRET_KEY"])
        assert done.returncode == 0, done.stderr

    def test_spares_a_developer(self):
        done = run_python("-c", SHOW % ["DEBUG"], DEBUG="true", SECRET_KEY="", ALLOWED_HOSTS="")
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip() == '{"DEBUG": true}'


@pytest.mark.once
class TestBeside:
    """What is right, and what is wrong beside it: the file is read within the process, which is cheap."""

    FIFTY = "0123456789" * 5

    @pytest.fixture
    def read(self, monkeypatch):
        def read(name, said, **environment):
            for one in ("DEBUG", "SITE_URL", "CSRF_TRUSTED_ORIGINS", "SECURITY_CONTACT", "EDITORS_CONTACT"):
                monkeypatch.delenv(one, raising=False)
            for one, value in {**GOOD, **environment, name: said}.items():
                monkeypatch.setenv(one, value)
            return runpy.run_path(str(settings.BASE_DIR / "config" / "settings.py"))

        return read

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("SECRET_KEY", FIFTY[:49]),
            ("SECRET_KEY", "012345678" * 6),
            ("SITE_URL", "ftp://register.example.org"),
            ("SITE_URL", "https://"),
            ("SITE_URL", "https://register.example.org?a=1"),
            ("TRUSTED_PROXIES", "²"),
            ("TRUSTED_PROXIES", "٣"),
            ("EMAIL_URL", "nonsense://"),
            ("CSRF_TRUSTED_ORIGINS", "https://register.example.org,example.org"),
            ("ALLOWED_HOSTS", "register.example.org,*"),
        ],
    )
    def test_is_refused(self, read, name, said):
        with pytest.raises(ImproperlyConfigured, match=name):
            read(name, said)

    @pytest.mark.parametrize(
        ("name", "said", "setting", "meant"),
        [
            ("SECRET_KEY", FIFTY, "SECRET_KEY", FIFTY),
            ("SITE_URL", "http://localhost:8000/", "SITE_URL", "http://localhost:8000"),
            ("SITE_URL", "http://localhost:8000/", "HTTPS", False),
            ("SITE_URL", "https://register.example.org/", "CSRF_TRUSTED_ORIGINS", ["https://register.example.org"]),
            ("CSRF_TRUSTED_ORIGINS", "https://a.example", "CSRF_TRUSTED_ORIGINS", ["https://a.example"]),
            ("ALLOWED_HOSTS", "a.example,b.example", "ALLOWED_HOSTS", ["a.example", "b.example"]),
            ("TRUSTED_PROXIES", " 99 ", "ALLAUTH_TRUSTED_PROXY_COUNT", 99),
            ("TRUSTED_PROXIES", "", "ALLAUTH_TRUSTED_PROXY_COUNT", 0),
            ("CERTAINTY_DAYS", "0", "CERTAINTY_DAYS", 0),
            ("CERTAINTY_DAYS", "999999", "CERTAINTY_DAYS", 999_999),
            ("SECURITY_CONTACT", "tel:+3222345678", "SECURITY_CONTACT", "tel:+3222345678"),
            ("SECURITY_CONTACT", "https://a.example/", "SECURITY_CONTACT", "https://a.example/"),
            ("EDITORS_CONTACT", "mailto:a@b.example", "EDITORS_CONTACT", "mailto:a@b.example"),
            ("EDITORS_CONTACT", "https://a.example/", "EDITORS_CONTACT", "https://a.example/"),
            ("PUBLISHER", " A Ministry ", "PUBLISHER", "A Ministry"),
            ("EMAIL_FROM", "a@b.example", "DEFAULT_FROM_EMAIL", "a@b.example"),
            ("EMAIL_URL", "smtp://mail.example:25", "EMAIL_HOST", "mail.example"),
            ("MEDIA_ROOT", "/srv/pictures", "MEDIA_ROOT", Path("/srv/pictures")),
            ("MEDIA_ROOT", "", "MEDIA_ROOT", settings.BASE_DIR / "var" / "media"),
            ("LOG_LEVEL", "debug", "LOG_LEVEL", "DEBUG"),
        ],
    )
    def test_is_taken(self, read, name, said, setting, meant):
        assert read(name, said)[setting] == meant

    def test_laptop_may_answer_to_every_host_and_has_a_key_of_its_own(self, read):
        found = read("DEBUG", "true", ALLOWED_HOSTS="*", SECRET_KEY="", SITE_URL="https://register.example.org")
        assert found["ALLOWED_HOSTS"] == ["*"]
        assert len(found["SECRET_KEY"]) >= 50
        # With DEBUG a passkey is tried without https, wherever the site is said to be.
        assert found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is True

    @pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
    def test_database_is_that_of_its_address_with_its_own_options(self, read, scheme):
        found = read("DATABASE_URL", f"{scheme}://u:p@localhost/x?connect_timeout=9")["DATABASES"]
        assert found.keys() == {"default"}
        assert (found["default"]["NAME"], found["default"]["OPTIONS"]) == ("x", {"connect_timeout": 9})


class TestDatabaseThatIsAway:
    def test_is_a_sentence_of_every_command(self):
        away = "postgres://nobody:pa55@127.0.0.1:1/nothing"
        done = run_python("manage.py", "check_register", DATABASE_URL=away)
        assert done.returncode == 1
        assert "The database in DATABASE_URL cannot be used" in done.stderr
        assert "Traceback" not in done.stderr
        assert "pa55" not in done.stderr


class TestLaptop:
    """After `make run`, commands work without anything set."""

    def copy(self, folder):
        for name in ("manage.py", "config", "partnerships", "templates", "static", "fixtures"):
            (folder / name).symlink_to(settings.BASE_DIR / name)
        (folder / "manage.py").unlink()
        shutil.copy(settings.BASE_DIR / "manage.py", folder)
        return folder / "manage.py"

    def run(self, *arguments, **environment):
        kept = {"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:", "CACHE_URL": "locmemcache://"}
        return subprocess.run([sys.executable, *arguments], env={**kept, **environment}, capture_output=True, text=True)

    def test_commands_take_the_key_of_make_run(self, tmp_path):
        manage = self.copy(tmp_path)
        assert self.run(manage, "check").stderr.startswith("SECRET_KEY")
        (tmp_path / "var").mkdir()
        (tmp_path / "var" / "secret_key").write_text(GOOD["SECRET_KEY"] + "\n")
        assert self.run(manage, "check").returncode == 0
        assert self.run(manage, "check", SECRET_KEY="").stderr.startswith("SECRET_KEY")

    def test_what_is_kept_beside_the_code_is_for_its_owner_alone(self, tmp_path):
        shutil.copytree(settings.BASE_DIR / "config", tmp_path / "config", ignore=shutil.ignore_patterns("__pycache__"))
        told = {"PATH": os.environ["PATH"], **GOOD, "DATABASE_URL": "sqlite:///var/register.sqlite3"}
        subprocess.run([sys.executable, "-c", "import config.settings"], cwd=tmp_path, env=told, check=True)
        kept = tmp_path / "var", tmp_path / "var" / "register.sqlite3"
        assert [oct(one.stat().st_mode & 0o777) for one in kept] == ["0o700", "0o600"]


class TestListens:
    @pytest.mark.parametrize(
        ("environment", "found"),
        [
            ({}, "http://localhost:8000"),
            ({"HOST": "0.0.0.0", "PORT": "8123"}, "http://localhost:8123"),  # noqa: S104  a name, nothing is bound
            ({"HOST": "192.0.2.7", "PORT": "80"}, "http://192.0.2.7:80"),
        ],
    )
    def test_where_the_environment_says(self, environment, found):
        assert run_python("-c", SHOW % ["LISTENS_AT"], **environment).stdout.strip() == f'{{"LISTENS_AT": "{found}"}}'


class TestHttps:
    NAMES = ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME"]

    def test_binds_cookies_to_the_host(self):
        done = run_python("-c", SHOW % self.NAMES, SITE_URL="https://register.example.org")
        assert done.stdout.strip() == (
            '{"SECURE_SSL_REDIRECT": true, "SESSION_COOKIE_NAME": "__Host-sessionid", '
            '"SESSION_COOKIE_SECURE": true, "CSRF_COOKIE_NAME": "__Host-csrftoken"}'
        )

    def test_is_off_without_an_https_address(self):
        done = run_python("-c", SHOW % self.NAMES[:2])
        assert done.stdout.strip() == '{"SECURE_SSL_REDIRECT": false, "SESSION_COOKIE_NAME": "sessionid"}'


class TestDatabase:
    def test_sqlite_takes_the_lock_when_a_transaction_begins(self):
        done = run_python("-c", SHOW % ["DATABASES"])
        assert '"transaction_mode": "IMMEDIATE"' in done.stdout
        assert "journal_mode=WAL" in done.stdout
        assert '"ATOMIC_REQUESTS": false' in done.stdout

    @pytest.mark.parametrize(
        ("url", "seconds"), [("sqlite:///{}/kept.sqlite3", 60), ("postgres://u:p@localhost/x?conn_max_age=5", 5)]
    )
    def test_keeps_its_connection_while_it_is_well(self, url, seconds, tmp_path):
        done = run_python("-c", SHOW % ["DATABASES"], DATABASE_URL=url.format(tmp_path))
        assert f'"CONN_MAX_AGE": {seconds},' in done.stdout
        assert '"CONN_HEALTH_CHECKS": true' in done.stdout

    @pytest.mark.parametrize(
        ("url", "refuses"),
        [
            ("sqlite://:memory:", "PRAGMA query_only=ON"),
            ("postgres://u:p@localhost/x", "default_transaction_read_only=on"),
        ],
    )
    def test_refuses_to_write_where_it_is_only_read(self, url, refuses):
        asked = [run_python("-c", SHOW % ["DATABASES"], DATABASE_URL=url, READ_ONLY=one) for one in ("true", "false")]
        assert [refuses in done.stdout for done in asked] == [True, False]

    def test_copy_is_only_read(self):
        done = run_python("-c", SHOW % ["DATABASES"], REPLICA_URL="postgres://u:p@copy/x")
        default, _, copy = done.stdout.partition('"replica"')
        assert ("read_only" in default, "read_only" in copy) == (False, True)

    def test_postgresql_gives_up_connecting_soon(self):
        done = run_python("-c", SHOW % ["DATABASES"], DATABASE_URL="postgres://u:p@localhost/x?sslmode=require")
        assert '"connect_timeout": 3' in done.stdout
        assert '"sslmode": "require"' in done.stdout

    def test_sqlite_file_is_for_its_owner_alone(self, tmp_path):
        path = tmp_path / "register.sqlite3"
        made = (
            "import django; django.setup(); from django.db import connection as c; "
            "c.cursor().execute('create table t (a)'); import glob, os; "
            f"print({{oct(os.stat(name).st_mode & 0o777) for name in glob.glob('{path}*')}})"
        )
        assert run_python("-c", made, DATABASE_URL=f"sqlite:///{path}").stdout.strip() == "{'0o600'}"

    @pytest.mark.parametrize(("said", "meant"), [("True", "true"), (" on ", "true"), ("0", "false"), ("", "false")])
    def test_switches_are_read_alike(self, said, meant):
        switches = ["DEBUG", "READ_ONLY", "REQUIRE_2FA"]
        shown = run_python("-c", SHOW % switches, **dict.fromkeys(switches, said)).stdout
        assert json.loads(shown) == dict.fromkeys(switches, json.loads(meant))


@pytest.mark.once
@pytest.mark.parametrize(
    ("error", "kept"),
    [
        (BadRequest("x"), False),
        (PermissionDenied("x"), False),
        (SuspiciousOperation("x"), False),
        (ValueError("x"), True),
    ],
)
def test_trace_is_kept_for_errors_of_ours_alone(error, kept):
    record = logging.LogRecord("django", logging.ERROR, "", 1, "x", None, (type(error), error, None))
    assert [each["callback"](record) for each in settings.LOGGING["filters"].values()] == [True]
    assert bool(record.exc_info) is kept


class TestExample:
    def test_names_every_variable_that_is_read(self):
        text = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
        named = {line.partition("=")[0] for line in text.splitlines() if "=" in line and not line.startswith("#")}
        for file in ("settings.py", "gunicorn.py"):
            code = (settings.BASE_DIR / "config" / file).read_text(encoding="utf-8")
            for name in named.copy():
                if f'"{name}"' in code:
                    named.discard(name)
        assert named == {"FORWARDED_ALLOW_IPS"}  # gunicorn reads it by itself
