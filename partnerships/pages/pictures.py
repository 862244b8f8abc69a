"""The pictures of a record, as its page shows them: with the words of one language, in a few widths."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from partnerships import pictures
from partnerships.models import Picture, Record
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order
from partnerships.records import kept_rows
from partnerships.records.visibility import public, shows_picture
from partnerships.records.web_addresses import linkable

from . import kept_blocks
from .blocks import Later, Pictures, ShownPicture


def pictures_of(record: Record) -> Later | None:
    """Return the pictures of `record` that the public may see; None where its kind has none."""
    if not hasattr(record, "pictures"):
        return None
    return kept_blocks.kept_blocks(
        record, "pictures", lambda: [Pictures("pictures", _("Pictures"), tuple(_shown(record)))]
    )


def _shown(record: Record) -> Iterator[ShownPicture]:
    kept_rows.beside([record], ["pictures.people"])
    several: list[Picture] = sorted(record.pictures.all(), key=lambda one: one.key)  # pyright: ignore[reportAttributeAccessIssue]
    for picture in several:
        if shows_picture(picture) and pictures.is_kept(picture.file, picture.width):
            yield shown_picture(picture)


def shown_picture(picture: Picture) -> ShownPicture:
    """Return a picture with the words of the language of the page; a caption may stand in the other one."""
    caption, language = picture.read("caption", language_now())
    return ShownPicture(
        picture=picture,
        forms=[(picture_address(picture, width), width) for width in pictures.widths(picture.width)],
        alternative=picture.read("alternative", language_now())[0] or "",
        caption=caption or "",
        caption_language=language,
        people=in_order(public(picture.people.all())),
        origin=picture.origin if linkable(picture.origin) else "",
    )


def picture_address(picture: Picture, width: int) -> str:
    return reverse("picture", args=[picture.file, width])
