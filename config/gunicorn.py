"""How gunicorn serves the site: `gunicorn -c config/gunicorn.py`.

HOST, PORT, WEB_CONCURRENCY and LOG_LEVEL are read from the environment. A proxy in front is trusted to say that a
request came over https only from 127.0.0.1, or from the addresses in FORWARDED_ALLOW_IPS.
"""

import os

from config.listen import bind_address

wsgi_app = "config.wsgi:application"
bind = bind_address(os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000"))
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 2
# Loaded once, before the workers: a wrong setting is said once, and memory is shared.
preload_app = True
# No header may say under which path the site lies: it would be in every address that a page names.
forwarder_headers = ""
timeout = 30
graceful_timeout = 10
keepalive = 5
# Filters combine in the query: as long as gunicorn allows.
limit_request_line = 8190
# Workers are renewed now and then, not all at the same time.
max_requests = 20_000
max_requests_jitter = 2_000
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
