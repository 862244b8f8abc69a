"""What the register says of itself: pages that staff write, review and publish like any other record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import AddressedRecord

#: The keys of the pages that a public register owes: each has an address of its own, whatever its slug.
OWED = ("about", "method", "completeness", "corrections", "accessibility", "privacy", "licence", "contact")


class Page(AddressedRecord):
    """A text about the register itself: what it is, how it is to be read, what may be done with it."""

    bilingual = ("title", "summary", "text")
    marked_up = ("text",)

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(
        _("description"),
        blank=True,
        default="",
        help_text=_("One sentence: what the page says of itself where it is listed and shared."),
    )
    text = models.TextField(
        _("text"),
        blank=True,
        default="",
        help_text=_(
            "Paragraphs stand apart by an empty line. “## Heading”, “- line of a list”, “*emphasis*”, “**strong**”, "
            "“[words](https://…)”. A link to “/id/page/method” leads to that record in the reader’s language."
        ),
    )

    class Meta(AddressedRecord.Meta):
        verbose_name = _("page about the register")
        verbose_name_plural = _("pages about the register")
