"""Where a document stands, however its address is written: with www or without, with a mark of who sent the reader."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db.models import Count, Q

from partnerships import models
from partnerships.records.web_addresses import host_of, linkable

#: What an address has of whence its reader came, and says nothing of the document.
_OF_THE_READER = re.compile(r"(?:utm_?\w*|fbclid|gclid|mc_[ce]id|at_\w+|xtor|ref|source|s?share|cmpid)", re.IGNORECASE)


def plain_address(address: str) -> str:
    """Return an address without what may be written otherwise for the same document."""
    address = address.strip()
    if not linkable(address):
        return address
    parts = urlsplit(address)
    asked = [each for each in parse_qsl(parts.query, keep_blank_values=True) if not _OF_THE_READER.fullmatch(each[0])]
    return f"{host_of(address)}{parts.path.rstrip('/')}{'?' if asked else ''}{urlencode(sorted(asked))}"


def source_at_address(address: str) -> models.Source | None:
    """Return the source whose document stands at `address`; the one that is written just so, if there is one."""
    if not linkable(address):
        return None
    plain, path = plain_address(address), urlsplit(address).path.rstrip("/")
    alike = models.Source.objects.filter(
        Q(url__icontains=host_of(address), url__contains=path)
        | Q(archive_url__icontains=host_of(address), archive_url__contains=path)
    ).order_by("pk")
    found = [each for each in alike if plain in (plain_address(each.url), plain_address(each.archive_url))]
    just_so = [each for each in found if address in (each.url, each.archive_url)]
    return next(iter([*just_so, *found]), None)


def usual_of_site(address: str) -> dict[str, str]:
    """Return who publishes most of what the register has of a site, and of which kind it is; of a new site nothing."""
    if not linkable(address):
        return {}
    host = host_of(address)
    site = Q()
    for start in (f"http://{host}", f"https://{host}", f"http://www.{host}", f"https://www.{host}"):
        site |= Q(url=start) | Q(url__istartswith=f"{start}/")
    rows = models.Source.objects.filter(site).not_withdrawn()
    found = {}
    for names in (("publisher_fr", "publisher_en"), ("kind",)):
        said = Q(**{f"{names[0]}__gt": ""}) | Q(**{f"{names[-1]}__gt": ""})
        most = rows.filter(said).values(*names).annotate(times=Count("pk")).order_by("-times", *names).first()
        found |= {name: most[name] or "" for name in names} if most else {}
    return found
