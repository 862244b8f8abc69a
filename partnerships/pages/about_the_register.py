"""The pages that a public register owes: their addresses, whom to write to, and what the register adds to them."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.kept_in_process import remembered
from partnerships.models import Page
from partnerships.models.base import LANGUAGES
from partnerships.presentation.languages import language_now, text_of

from .blocks import Block, Content
from .corrections import corrected
from .coverage import coverage
from .facts import Fact
from .other_forms import OtherForm, forms_of_list
from .question import Question

#: A mail address, one on the web, a number of a telephone.
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]|https?://|mailto:|\+\d[\d\s()-]{6,}", re.IGNORECASE)


@dataclass(frozen=True)
class Contact(Block):
    """Where the editors are reached, as whoever runs the site says it; without an address, that nobody has."""

    href: str = ""

    template = "partnerships/blocks/_contact.html"

    @property
    def written(self) -> str:
        return self.href.removeprefix("mailto:")


def contact() -> list[Contact]:
    """Return where the editors are reached; nothing where the text of the page alone says it."""
    if not settings.EDITORS_CONTACT and _says_an_address():
        return []
    return [Contact("editors", _("The editors"), settings.EDITORS_CONTACT)]


def _says_an_address() -> bool:
    """Whether the published text of the page names an address, of whatever sort, beside the pages of the register."""
    page = Page.objects.published().filter(key="contact").first()
    return page is not None and any(_ADDRESS.search(getattr(page, f"text_{language}") or "") for language in LANGUAGES)


@dataclass(frozen=True)
class StandingPage:
    """One of the pages that are owed: its address, what leads to it is called, and what stands beside its text."""

    path: str
    title: str
    computed: Callable[[], Sequence[Block]] = list


#: By the keys of their texts, which staff write.
STANDING = {
    "about": StandingPage(gettext_lazy("about/"), gettext_lazy("About the register")),
    "method": StandingPage(gettext_lazy("method/"), gettext_lazy("Method")),
    "completeness": StandingPage(gettext_lazy("completeness/"), gettext_lazy("Completeness"), coverage),
    "corrections": StandingPage(gettext_lazy("corrections/"), gettext_lazy("Corrections"), corrected),
    "accessibility": StandingPage(gettext_lazy("accessibility/"), gettext_lazy("Accessibility")),
    "privacy": StandingPage(gettext_lazy("privacy/"), gettext_lazy("Privacy and removal")),
    "licence": StandingPage(gettext_lazy("licence/"), gettext_lazy("Licence")),
    "contact": StandingPage(gettext_lazy("contact/"), gettext_lazy("Contact"), contact),
}


def computed(key: str) -> list[Block]:
    """Return what the register itself adds to a page about it."""
    return [block for block in STANDING[key].computed() if block] if key in STANDING else []


def followed(key: str) -> list[OtherForm]:
    """Return how a page about the register is followed: the corrections, by a feed."""
    return forms_of_list("corrections", _("Corrections"), among=("atom",)) if key == "corrections" else []


def page_facts(record: Page) -> list[Fact]:
    return []


def content(record: Page, question: Question) -> Content:
    """What a page about the register says: its text, and what is computed beside it."""
    summary, _language = text_of(record, "summary", language_now())
    return Content(blocks=computed(record.key), description=summary)


@remembered()
def first_texts() -> dict[str, Page]:
    """Return the texts with which the register begins: where a page that is owed was never published, they stand."""
    rows = json.loads((settings.BASE_DIR / "fixtures" / "pages.json").read_text(encoding="utf-8"))
    return {row["fields"]["key"]: Page(**row["fields"]) for row in rows}
