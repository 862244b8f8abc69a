"""What the words of a search name that has a page of its own: several partners, to be compared; lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from partnerships.addresses import localized
from partnerships.models import Partner
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import links_html
from partnerships.projections import search
from partnerships.records.visibility import is_public

from . import PAGES
from .blocks import Link
from .compare import MOST


@dataclass(frozen=True)
class PartnersNamed:
    """Several partners that are named together, and where they stand side by side."""

    partners: SafeString
    compare: str


def partners_named(text: str) -> PartnersNamed | None:
    """Return the partners whose names stand in `text`, where they are as many as can be compared."""
    keys = search.named_among(text, "partner")
    if not 1 < len(keys) <= MOST:
        return None
    several = Partner.objects.published().filter(key__in=keys).select_related("state", "organization").order_by("key")
    partners = [one for one in several if is_public(one.state) and is_public(one.organization)]
    if len(partners) < 2:  # noqa: PLR2004  one is compared with nobody
        return None
    query = urlencode([("partner", one.key) for one in partners])
    return PartnersNamed(links_html(partners), f"{localized('compare', language_now())}?{query}")


def lists_named(typed: search.AskedSearch) -> Iterator[Link]:
    """Yield the lists whose kinds are named, where nothing else is but a body: “which partners have a mission”."""
    names = {kind: search.names_of_kind(kind) for kind in PAGES}
    named = [kind for kind, several in names.items() if not several.isdisjoint(typed.words)]
    others = set(typed.words).difference(*names.values())
    # What else is named is only looked for where it may be a body alone.
    bodies = search.names_among(typed.text, "organization") if named and others else {}
    if others <= {word for form in bodies for word in form.split()}:
        for kind in named:
            yield Link(localized(f"{kind}-list", language_now()), str(PAGES[kind].title))
