"""How gunicorn serves the site: `gunicorn -c config/gunicorn.py`.

HOST, PORT, WEB_CONCURRENCY and LOG_LEVEL are read from the environment. A proxy in front is trusted to say that a
request came over https only from 127.0.0.1, or from the addresses in FORWARDED_ALLOW_IPS.
"""

import os
import sys
from typing import Any

from config.listen import bind_address, refusal

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


def on_starting(server: Any) -> None:
    """Say in one sentence that somebody listens there already, unless the address was handed over to this server."""
    if server.master_pid or "LISTEN_FDS" in os.environ:
        return
    addresses = [address for address in server.cfg.address if isinstance(address, tuple)]
    if sentences := [said for host, port, *_ in addresses if (said := refusal(host, str(port)))]:
        sys.exit(sentences[0])
