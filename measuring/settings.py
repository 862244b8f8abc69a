"""The settings under which pages are measured: those of a server, and a bare view beside the pages."""

import os
import secrets

for name in ("DEBUG", "SITE_URL", "CSRF_TRUSTED_ORIGINS", "SECURITY_CONTACT", "REPLICA_URL", "READ_ONLY"):
    os.environ.pop(name, None)
os.environ |= {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "localhost",
    "CACHE_URL": "locmemcache://",
    "LOG_LEVEL": "ERROR",
}

from config.settings import *  # noqa: E402, F403
from config.settings import STORAGES  # noqa: E402

ROOT_URLCONF = "measuring.urls"
# Nothing is collected; whether a file is there is not asked at each request, as on a server.
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = False
