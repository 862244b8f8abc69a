"""Lists as Atom feeds (RFC 4287): an entry is updated when its record was published, whatever day it tells of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from partnerships.addresses import address, permanent
from partnerships.models.base import with_signs
from partnerships.own_site import publisher_by_itself
from partnerships.pages.corrections import Correction
from partnerships.records.titles import called_in

from .lines import OutletLine

#: A feed holds the lines that were published last.
MOST = 50


class Feed(Atom1Feed):
    """A feed that says when its list last changed, also where it holds nothing."""

    def __init__(
        self, *, title: str, subtitle: str, page: str, own: str, language: str, site: str, updated: datetime
    ) -> None:
        here = f"{site}{own}"
        who = with_signs(publisher_by_itself())
        super().__init__(
            with_signs(title),
            f"{site}{page}",
            # Of this nothing is written: what Atom has for it is its subtitle.
            description="",
            subtitle=with_signs(subtitle),
            language=language,
            feed_url=here,
            feed_guid=here,
            author_name=who,
        )
        self.updated = updated

    def add_item(self, title: str, link: str, description: str, **rest: Any) -> None:
        """Add an entry: XML holds no controls, and one that came into a row past all checks must not take the feed."""
        rest["categories"] = [with_signs(one) for one in rest.get("categories", ())]
        super().add_item(with_signs(title), link, with_signs(description), **rest)

    def latest_post_date(self) -> datetime:
        return self.updated


def feed(
    lines: Sequence[OutletLine],
    *,
    title: str,
    subtitle: str,
    page: str,
    own: str,
    language: str,
    site: str,
    updated: datetime,
) -> str:
    """Return the feed of `lines`; `page` is the list it follows, `own` its own address."""
    found = Feed(title=title, subtitle=subtitle, page=page, own=own, language=language, site=site, updated=updated)
    for line in lines:
        changed = line.published_at or updated
        found.add_item(
            " – ".join(filter(None, (line.when, line.title))),
            f"{site}{line.address}",
            escape(_said(line)),
            unique_id=f"{site}{line.permanent}#{line.anchor}",
            pubdate=line.published_at,
            updateddate=changed,
            categories=(line.kind_name, *(one.name for one in line.partners), *(one.name for one in line.areas)),
        )
    return found.writeString("utf-8")


def feed_of_corrections(
    found: Sequence[Correction],
    *,
    title: str,
    subtitle: str,
    page: str,
    own: str,
    language: str,
    site: str,
    never: datetime,
) -> str:
    """Return the feed of corrections, each updated when it was made."""
    made = Feed(
        title=title,
        subtitle=subtitle,
        page=page,
        own=own,
        language=language,
        site=site,
        updated=max((one.change.at for one in found), default=never),
    )
    for one in found:
        made.add_item(
            called_in(one.record, language),
            f"{site}{address(one.record, language)}",
            " – ".join(filter(None, (", ".join(one.fields), one.reason(language)[0]))),
            unique_id=f"{site}{permanent(one.record)}#change-{one.change.pk}",
            pubdate=one.change.at,
            updateddate=one.change.at,
        )
    return made.writeString("utf-8")


def _said(line: OutletLine) -> str:
    about = [line.kind_name, *(one.name for one in (*line.partners, *line.places, *line.areas))]
    return " · ".join(filter(None, (line.when, *about)))
