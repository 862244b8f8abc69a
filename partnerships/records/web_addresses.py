"""Which addresses may become links: pages of the web, mailboxes, telephones."""

import re
from urllib.parse import urlsplit

#: What cannot stand in an address: blanks and controls, which browsers drop or read otherwise than people do.
_UNFIT = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\\]")


#: The schemes of a mailbox and a telephone.
_REACHED = ("mailto:", "tel:")


def linkable(url: str) -> bool:
    """Whether an address outside this site may become a link: a page of the web with its scheme and host.

    The one place that decides it, for pages, feeds and programs: nothing keeps a script from storing `javascript:…`.
    """
    if not url or _UNFIT.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Return the host of an address that may become a link, as people call it: “nato.int”."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def reachable(href: str) -> bool:
    """Whether a mailbox or a telephone may become a link."""
    return href.startswith(_REACHED) and not _UNFIT.search(href)
