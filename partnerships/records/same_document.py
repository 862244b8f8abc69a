"""When two addresses on the web are those of one document: said here for what is saved, and for what is checked."""

from urllib.parse import urlsplit

_USUAL_PORTS = (":80", ":443")


def document_at(url: str) -> str:
    """Return what two addresses of one document have in common.

    By which protocol it is asked for, with “www.” or without, which part of it is shown and a stroke at the end make
    no other document; a question does, and so do capitals in the path.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https"):
        return url.strip()
    host = parts.netloc.lower().rpartition("@")[2].removeprefix("www.")
    for port in _USUAL_PORTS:
        host = host.removesuffix(port)
    return f"{host}{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
