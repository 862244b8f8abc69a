"""The settings of the suite: the real ones in an environment of its own; the caller chooses DATABASE_URL alone."""

import os
import secrets

for name in ("DEBUG", "SITE_URL", "CSRF_TRUSTED_ORIGINS", "SECURITY_CONTACT", "EDITORS_CONTACT", "PUBLISHER"):
    os.environ.pop(name, None)
os.environ |= {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "CACHE_URL": "locmemcache://",
    "LOG_LEVEL": "WARNING",
}
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from config.settings import *  # noqa: E402, F403
from config.settings import STORAGES  # noqa: E402

# Nothing is collected: files come from where they are written, and a hash of a password need not be slow.
# No page is made that a test does not ask for.
STORAGES |= {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MADE_AHEAD_SECONDS = 0
